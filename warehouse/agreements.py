"""Fills the tables that hold agreements against each other: `agreement_links` and `clause_comparisons`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt

from records.model import AgreementLink, ClauseComparison
from warehouse import schema
from warehouse.chain import Term, links, sisters
from warehouse.likeness import Shared, runs, shared
from warehouse.redlines import Clause, compare, squeezed
from warehouse.resolve import Lexicon


class Texts:
    """What the texts of documents in an open warehouse share; each is read once."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._con = con
        self._runs: dict[str, npt.NDArray[np.uint64]] = {}

    def shared(self, one: str, other: str) -> Shared:
        """What the texts of two documents share."""
        return shared(self._of(one), self._of(other))

    def _of(self, document: str) -> npt.NDArray[np.uint64]:
        if document not in self._runs:
            row = self._con.execute("select text from documents where document_id = ?", [document]).fetchone()
            self._runs[document] = runs(row[0] if row and row[0] else "")
        return self._runs[document]


def link(con: duckdb.DuckDBPyConnection, lexicon: Lexicon, texts: Texts) -> None:
    """Links the agreements whose texts are in the open warehouse, and compares their clauses on technology."""
    terms = _terms(con)
    linked = links(terms, lexicon, texts.shared)
    _insert(con, AgreementLink, linked)
    _insert(con, ClauseComparison, _comparisons(con, terms, linked, lexicon))


def clauses(con: duckdb.DuckDBPyConnection, document: str) -> list[Clause]:
    """The contract language on technology of one document, in its order."""
    rows = con.execute(
        "select fact_id, quote, article, section, heading, page from provisions "
        "where document_id = ? and instrument = 'agreement' order by char_start, fact_id",
        [document],
    ).fetchall()
    return [Clause(*row) for row in rows]


def whole_text(con: duckdb.DuckDBPyConnection, document: str) -> str:
    """A document's text, squeezed; empty where a snapshot withholds it."""
    row = con.execute("select text from documents where document_id = ?", [document]).fetchone()
    return squeezed(row[0]) if row and row[0] else ""


def _terms(con: duckdb.DuckDBPyConnection) -> list[Term]:
    """One term per agreement: that of the longest document that is its text."""
    rows = con.execute(
        "select distinct on (a.agreement_id) a.agreement_id, a.document_id, a.name, a.unions, a.employers, "
        "a.effective_on, a.expires_on, a.year from agreements a join documents d using (document_id) "
        "where a.is_full_text and d.duplicate_of is null "
        "order by a.agreement_id, d.character_count desc, a.document_id, a.char_start"
    ).fetchall()
    return [_term(row) for row in rows]


def _term(row: tuple[Any, ...]) -> Term:
    agreement, document, name, unions, employers, begins, ends, year = row
    first = begins or (date(year, 1, 1) if year else None)
    return Term(agreement, document, name, tuple(unions or ()), tuple(employers or ()), first, ends)


def _comparisons(
    con: duckdb.DuckDBPyConnection, terms: list[Term], linked: list[AgreementLink], lexicon: Lexicon
) -> Iterator[ClauseComparison]:
    by_id = {term.agreement_id: term for term in terms}
    pairs = [
        (by_id[row.agreement_id], by_id[row.predecessor_id], "predecessor") for row in linked if row.predecessor_id
    ]
    pairs += [(one, other, "sister") for one, other in sisters(terms, lexicon)]
    documents = {term.document_id for pair in pairs for term in pair[:2]}
    found = {document: clauses(con, document) for document in documents}
    texts = {document: whole_text(con, document) for document in documents}
    for one, other, relation in pairs:
        mine, its = one.document_id, other.document_id
        for row in compare(found[mine], found[its], texts[mine], texts[its]):
            yield ClauseComparison(
                agreement_id=one.agreement_id,
                against_id=other.agreement_id,
                relation=relation,
                change=row.change,
                fact_id=row.ours.fact_id if row.ours else None,
                against_fact_id=row.theirs.fact_id if row.theirs else None,
                likeness=row.likeness,
                redline=row.redline,
            )


def _insert(con: duckdb.DuckDBPyConnection, record: type, rows: Iterable[Any]) -> None:
    table = next(table for table in schema.tables().values() if table.record is record)
    con.register("made", schema.arrow_rows(table, rows))
    con.execute(f"insert into {table.name} select * from made")
    con.unregister("made")
