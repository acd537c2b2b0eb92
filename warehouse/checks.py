"""Checks over a built warehouse: what must hold before anything is published.

A check is a file of `sql/checks`: a comment that says what must hold, and a query whose rows break it. Spans, keys,
codes and references are checked for every table from the schema, so a new table is checked without another edit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse import schema

CHECKS = Path(__file__).resolve().parent.parent / "sql" / "checks"


@dataclass(frozen=True)
class Failure:
    """A check that does not hold: what must hold, how many rows break it, the first of them."""

    check: str
    must_hold: str
    rows: int
    example: str

    def __str__(self) -> str:
        return f"{self.check}: {self.must_hold} — broken by {self.rows} rows, the first: {self.example}"


def failures(con: duckdb.DuckDBPyConnection) -> list[Failure]:
    """All checks that do not hold in the open warehouse."""
    found = [*_broken_spans(con)]
    for name, must_hold, sql in _checks():
        rows = con.execute(sql).fetchall()
        if rows:
            found.append(Failure(name, must_hold, len(rows), str(rows[0])[:300]))
    return found


def _broken_spans(con: duckdb.DuckDBPyConnection) -> Iterator[Failure]:
    """Quotes of facts, and texts of passages, that are not exactly their span of the document's text.

    Sliced here, document by document: DuckDB would count the characters of a long text anew for every fact.
    """
    spans = [(table.name, "fact_id", "quote") for table in schema.fact_tables()] + [("passages", "passage_id", "text")]
    broken: dict[str, list[str]] = {}
    texts = con.cursor().execute("select document_id, text from documents order by document_id")
    slices = con.cursor().execute(
        " union all ".join(
            f"select document_id, '{table}' as what, {key} as id, char_start, char_end, {column} as quote from {table}"
            for table, key, column in spans
        )
        + " order by document_id"
    )
    document: tuple[Any, ...] | None = None
    while rows := slices.fetchmany(10_000):
        for owner, table, key, start, end, quote in rows:
            while document is None or document[0] < owner:
                document = texts.fetchone() or (chr(0x10FFFF), None)
            if document[0] != owner or not _is_slice(document[1], start, end, quote):
                broken.setdefault(table, []).append(f"{key}: {(quote or '')[:200]!r}")
    for table, found in broken.items():
        yield Failure(f"{table}_spans", f"each row of {table} is exactly its span", len(found), found[0])


def _is_slice(text: str | None, start: int, end: int, quote: str | None) -> bool:
    return text is not None and 0 <= start < end <= len(text) and text[start:end] == quote


def _checks() -> Iterator[tuple[str, str, str]]:
    for table in schema.tables().values():
        if table.key:
            sql = f"select {table.key}, count(*) from {table.name} group by 1 having count(*) > 1"
            yield f"{table.name}_key", f"{table.name}.{table.key} is unique", sql
        if table.is_fact:
            sql = f"select fact_id, confidence from {table.name} where confidence not between 0 and 1"
            yield f"{table.name}_confidence", f"{table.name}.confidence lies between 0 and 1", sql
    for table_name, field in schema.code_checks():
        allowed = ", ".join(f"'{code}'" for code in field.codes or ())
        value = f"unnest({field.name})" if field.type == "VARCHAR[]" else field.name
        sql = f"select * from (select {value} as value from {table_name}) where value not in ({allowed})"
        yield f"{table_name}_{field.name}", f"{table_name}.{field.name} is one of its codes", sql
    for path in sorted(CHECKS.glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        yield path.stem, text.splitlines()[0].removeprefix("--").strip(), text
