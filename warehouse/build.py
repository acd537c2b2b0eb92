"""From the store's Parquet to a DuckDB file, built aside: what counts now, with ids, views, and what changed.

The file is written with storage version v1.0.0, so clients from DuckDB 1.0 on read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from records.lexicon import Entry
from warehouse import agreements, resolve, schema
from warehouse.duplicates import Candidate, duplicates
from warehouse.store import EXTRACTIONS, RECORDS, Store

VIEWS = Path(__file__).resolve().parent.parent / "sql" / "views"
_NAMED_BY = {
    "organization_mentions": "organization_name",
    "affiliations": "organization_name",
    "coalition_members": "organization_name",
    "legislation_positions": "organization_name",
    "quotes": "organization_name",
}


@dataclass(frozen=True)
class Inputs:
    """What a build needs beside the store: the extractors that exist now, and the lexicon."""

    extractors: tuple[tuple[str, str], ...]
    lexicon: tuple[Entry, ...]


def build(store: Store, target: Path, inputs: Inputs) -> None:
    """Builds the warehouse into `target`, a file that must not exist yet."""
    lexicon = resolve.Lexicon(inputs.lexicon)
    con = duckdb.connect()
    try:
        _open(con, target)
        _documents(con, store)
        _passages(con, store)
        _facts(con, store, inputs.extractors)
        _organizations(con, lexicon)
        _people(con)
        _legislation(con)
        _coalitions(con)
        texts = agreements.Texts(con)
        _agreements(con, lexicon, texts)
        _provisions(con)
        agreements.link(con, lexicon, texts)
        _records(con, store)
        add_views(con)
        con.execute("use memory; checkpoint warehouse; detach warehouse")
    finally:
        con.close()


def _open(con: duckdb.DuckDBPyConnection, target: Path) -> None:
    con.execute("set timezone = 'UTC'")
    con.execute(f"attach '{quoted(target)}' as warehouse (storage_version 'v1.0.0')")
    con.execute("use warehouse")
    for table in schema.tables().values():
        con.execute(table.ddl())


def quoted(path: Path) -> str:
    """A path for a string literal of SQL."""
    return str(path).replace("'", "''")


def add_views(con: duckdb.DuckDBPyConnection) -> None:
    """Creates every view of `sql/views`, one file each, in the order of their names."""
    for path in sorted(VIEWS.glob("*.sql")):
        con.execute(path.read_text(encoding="utf-8"))


def _documents(con: duckdb.DuckDBPyConnection, store: Store) -> None:
    names = ", ".join(schema.tables()["documents"].names())
    if not store.has("documents"):
        con.execute("create temp table readings (document_id varchar, parse_id varchar)")
        return
    con.execute(
        f"create temp table latest as select * from {store.parts('documents')} "
        "qualify row_number() over (partition by document_id order by filename desc) = 1"
    )
    con.execute(f"insert into documents select {names} from latest order by document_id")
    con.execute("create temp table readings as select document_id, parse_id from latest")
    rows = con.execute(
        "select document_id, text_sha256, fetched_at, signature, published_on, url from latest"
    ).fetchall()
    same = duplicates(Candidate(row[0], row[1], row[2], tuple(row[3]), row[4], row[5]) for row in rows)
    _update(con, "documents", "document_id", "duplicate_of", same.items())
    con.execute("drop table latest")


def _passages(con: duckdb.DuckDBPyConnection, store: Store) -> None:
    if store.has("passages"):
        names = ", ".join(schema.tables()["passages"].names())
        con.execute(
            f"insert into passages select distinct on (document_id, ordinal) {names} from {store.parts('passages')} "
            "semi join readings using (document_id, parse_id) order by document_id, ordinal"
        )


def _facts(con: duckdb.DuckDBPyConnection, store: Store, extractors: Sequence[tuple[str, str]]) -> None:
    con.execute("create temp table current_extractors (extractor varchar, extractor_version varchar)")
    if extractors:
        con.executemany("insert into current_extractors values (?, ?)", list(extractors))
    if not store.has(EXTRACTIONS):
        return
    con.execute(
        f"create temp table current as select distinct extraction_id from {store.parts(EXTRACTIONS)} "
        "semi join readings using (document_id, parse_id) "
        "semi join current_extractors using (extractor, extractor_version)"
    )
    for table in schema.fact_tables():
        if not store.has(table.name):
            continue
        rest = ", ".join(name for name in table.names() if name != "fact_id")
        own = ", ".join(field.name for field in table.fields if field not in schema.EVIDENCE)
        # the same extraction may lie in two parts, after a kill between writing facts and ledger: the last part counts
        con.execute(
            f"insert into {table.name} "
            f"with rows as (select * from {store.parts(table.name)} semi join current using (extraction_id) "
            "  qualify dense_rank() over (partition by extraction_id order by filename desc) = 1), "
            "plain as (select *, trim(regexp_replace(quote, '\\s+', ' ', 'g')) as said from rows), "
            "numbered as (select *, row_number() over (partition by document_id, said "
            f"  order by char_start, char_end, extractor, {own}) - 1 as ordinal from plain) "
            "select 'fact_' || left(sha256(concat_ws(chr(31), document_id, $1, said, ordinal::varchar)), 16), "
            f"{rest} from numbered order by document_id, char_start, ordinal",
            [table.name],
        )


def _update(
    con: duckdb.DuckDBPyConnection, table: str, by: str, column: str, values: Iterable[tuple[str, str]]
) -> None:
    """Sets `column` of each row by a key column, from (key, value) pairs."""
    pairs = list(values)
    made = pa.table(
        {"k": pa.array([k for k, _ in pairs], pa.string()), "v": pa.array([v for _, v in pairs], pa.string())}
    )
    con.register("pairs", made)
    con.execute(f"update {table} set {column} = v from pairs where {table}.{by} = k")
    con.unregister("pairs")


def _organizations(con: duckdb.DuckDBPyConnection, lexicon: resolve.Lexicon) -> None:
    extra = {"organization_mentions": "kind, acronym"}
    union = " union all ".join(
        f"select {column} as name, {extra.get(table, 'null as kind, null as acronym')} from {table} "
        f"where {column} is not null"
        for table, column in _NAMED_BY.items()
    )
    rows = con.execute(f"select name, kind, acronym, count(*) from ({union}) group by all order by all").fetchall()
    mentions = [resolve.Mention(*row) for row in rows]
    made = resolve.organizations(lexicon, mentions)
    con.register("made", schema.arrow_rows(schema.tables()["organizations"], made))
    con.execute("insert into organizations select * from made")
    con.unregister("made")
    ids = {mention.name: lexicon.organization_id(mention.name) for mention in mentions}
    for table, column in _NAMED_BY.items():
        _update(con, table, column, "organization_id", ids.items())


def _people(con: duckdb.DuckDBPyConnection) -> None:
    for table, column in (("affiliations", "person_name"), ("quotes", "speaker_name")):
        names = con.execute(f"select distinct {column} from {table} where {column} is not null").fetchall()
        _update(con, table, column, "person_id", ((name, resolve.person_id(name)) for (name,) in names))


def _legislation(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("select fact_id, name, bill_number, jurisdiction from legislation").fetchall()
    told = {row[0]: resolve.LawTold(*row[1:]) for row in rows}
    ids = resolve.legislation_ids(told.values())
    _update(con, "legislation", "fact_id", "legislation_id", ((fact, ids[law]) for fact, law in told.items()))
    con.execute(
        "update legislation_positions set legislation_id = l.legislation_id from "
        "(select document_id, name, min(legislation_id) as legislation_id from legislation group by all) l "
        "where l.document_id = legislation_positions.document_id and l.name = legislation_positions.legislation_name"
    )
    con.execute(
        "update legislation_events set legislation_id = l.legislation_id from "
        "(select document_id, name, min(legislation_id) as legislation_id from legislation group by all) l "
        "where l.document_id = legislation_events.document_id and l.name = legislation_events.legislation_name"
    )
    con.execute(
        "update legislation_events set learned_at = first.at from "
        "(select legislation_id, occurred_on, happened, min(fetched_at) as at "
        "from legislation_events join documents using (document_id) group by all) first "
        "where first.legislation_id is not distinct from legislation_events.legislation_id "
        "and first.occurred_on = legislation_events.occurred_on and first.happened = legislation_events.happened"
    )
    orphans = con.execute(
        "select distinct legislation_name from legislation_positions where legislation_id is null"
    ).fetchall()
    for (name,) in orphans:
        law = resolve.LawTold(name, None, None)
        con.execute(
            "update legislation_positions set legislation_id = ? where legislation_id is null and legislation_name = ?",
            [resolve.legislation_ids([law])[law], name],
        )


def _coalitions(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("select fact_id, name, member_count, announced_on from coalitions").fetchall()
    _update(con, "coalitions", "fact_id", "coalition_id", ((row[0], resolve.coalition_id(*row[1:])) for row in rows))
    con.execute(
        "update coalition_members set coalition_id = c.coalition_id from "
        "(select document_id, name, min(coalition_id) as coalition_id from coalitions group by all) c "
        "where c.document_id = coalition_members.document_id and c.name = coalition_members.coalition_name"
    )
    rows = con.execute("select distinct coalition_name from coalition_members where coalition_id is null").fetchall()
    for (name,) in rows:
        con.execute(
            "update coalition_members set coalition_id = ? where coalition_id is null and coalition_name = ?",
            [resolve.coalition_id(name, None, None), name],
        )


def _agreements(con: duckdb.DuckDBPyConnection, lexicon: resolve.Lexicon, texts: agreements.Texts) -> None:
    rows = con.execute(
        "select fact_id, unions, employers, coalesce(year, year(effective_on)), year(expires_on), name, document_id, "
        "is_full_text from agreements"
    ).fetchall()
    told = {row[0]: resolve.AgreementTold(tuple(row[1] or ()), tuple(row[2] or ()), *row[3:]) for row in rows}
    ids = resolve.agreement_ids(lexicon, told.values(), texts.shared)
    _update(con, "agreements", "fact_id", "agreement_id", ((fact, ids[its]) for fact, its in told.items()))


def _provisions(con: duckdb.DuckDBPyConnection) -> None:
    """A provision stands in the agreement its document is, or in what it names; else in the document's only one."""
    con.execute(
        "update provisions set instrument_id = a.agreement_id from agreements a "
        "where a.document_id = provisions.document_id and a.is_full_text and provisions.instrument = 'agreement'"
    )
    for table, key, instrument in (
        ("legislation", "legislation_id", "legislation"),
        ("agreements", "agreement_id", "agreement"),
    ):
        con.execute(
            f"update provisions set instrument_id = t.id from "
            f"(select document_id, name, min({key}) as id from {table} group by all) t "
            f"where t.document_id = provisions.document_id and t.name = provisions.instrument_name "
            f"and provisions.instrument = '{instrument}' and provisions.instrument_id is null"
        )


def update_records(store: Store, target: Path) -> None:
    """Brings the tables of `RECORDS` up to date in a copy of a warehouse whose facts stay as they are."""
    con = duckdb.connect(str(target))
    try:
        con.execute("set timezone = 'UTC'")
        _records(con, store)
        con.execute("checkpoint")
    finally:
        con.close()


def _records(con: duckdb.DuckDBPyConnection, store: Store) -> None:
    """Fills the tables that tell of runs as recorded; the last record of each key counts."""
    for name, key in RECORDS.items():
        if store.has(name):
            columns = ", ".join(schema.tables()[name].names())
            con.execute(f"delete from {name}")
            con.execute(
                f"insert into {name} select {columns} from {store.parts(name)} "
                f"qualify row_number() over (partition by {key} order by filename desc, file_row_number desc) = 1 "
                f"order by {key}"
            )
