"""One document's facts, each beside the sentence it stands on; or one agreement's clauses against another's."""

from __future__ import annotations

from collections import Counter
from typing import Any

import duckdb
from rich.console import Console
from rich.text import Text

from flows.ask import AskError, open_warehouse
from flows.settings import Settings
from records.codes import CLAUSE_CHANGES
from warehouse import schema
from warehouse.agreements import clauses, whole_text
from warehouse.redlines import Comparison, compare

_HIDDEN = {field.name for field in schema.EVIDENCE} | {"text"}


def show(settings: Settings, wanted: str, console: Console) -> None:
    """Prints the document that `wanted` names and its facts in reading order. Raises AskError where not one fits."""
    with open_warehouse(settings) as con:
        row = _find(con, wanted)
        _head(row, console)
        _facts(con, row["document_id"], console)
        _issues(con, row["document_id"], console)


def show_against(settings: Settings, wanted: str, against: str, console: Console) -> None:
    """Prints how the technology language of one agreement differs from another's, clause by clause.

    What only the other has is struck out, what only this one has is underlined; without colors they stand as `[-…-]`
    and `{+…+}`. Raises AskError where not one document fits each name.
    """
    with open_warehouse(settings) as con:
        mine, its = _find(con, wanted), _find(con, against)
        _head(mine, console)
        console.print(f"\nagainst {its['title'] or its['url']}\n{its['document_id']}", markup=False)
        ours, theirs = (clauses(con, row["document_id"]) for row in (mine, its))
        if not ours and not theirs:
            raise AskError("neither document holds contract language on technology")
        compared = compare(ours, theirs, *(whole_text(con, row["document_id"]) for row in (mine, its)))
    counts = Counter(row.change for row in compared)
    console.print("\n" + ", ".join(f"{counts[change]} {change}" for change in CLAUSE_CHANGES), markup=False)
    for row in compared:
        _redline(row, console)


def _redline(row: Comparison, console: Console) -> None:
    console.print()
    clause = row.ours or row.theirs
    if clause is not None:
        place = [f"article {clause.article}" if clause.article else None, clause.heading]
        place.append(f"page {clause.page}" if clause.page else None)
        console.print(f"{row.change}  {' · '.join(part for part in place if part)}".rstrip(), markup=False)
    if console.color_system is None:
        console.print(f"    {row.redline}", markup=False)
        return
    styles = {"kept": "", "came": "green underline", "went": "red strike"}
    console.print(Text.assemble("    ", *((text, styles[kind]) for kind, text in row.pieces())))


def rows(con: duckdb.DuckDBPyConnection, sql: str, *values: Any) -> list[dict[str, Any]]:
    """The answer to a query as dictionaries."""
    cursor = con.execute(sql, list(values))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _find(con: duckdb.DuckDBPyConnection, wanted: str) -> dict[str, Any]:
    name = wanted.rstrip("/").split("/")[-1]
    for condition, value in (
        ("document_id = ?", wanted),
        ("url = ?", wanted),
        ("url_decode(url) like '%/' || ?", wanted.removeprefix("./")),
        ("url_decode(url) like '%/' || ?", name),
        ("title ilike '%' || ? || '%'", wanted),
        ("url_decode(url) ilike '%/%' || ? || '%'", wanted),
    ):
        found = rows(con, f"select * exclude (text) from documents where {condition} order by url", value)
        if len(found) == 1:
            return found[0]
        if found:
            listed = "\n".join(f"  {row['document_id']}  {row['title'] or row['url']}" for row in found[:10])
            raise AskError(f"{len(found)} documents fit {wanted!r}; name one by its id:\n{listed}")
    raise AskError(
        f'no document fits {wanted!r}; all of them: steward query "select document_id, title from documents"'
    )


def _head(row: dict[str, Any], console: Console) -> None:
    console.print(Text(row["title"] or "(no title)", style="bold"))
    told = [row["document_type"], row["publisher"], row["published_on"], f"{row['character_count']} characters"]
    if row["page_count"]:
        told.append(f"{row['page_count']} pages")
    if row["relevance"] is not None:
        told.append(f"relevance {row['relevance']:.2f}")
    console.print(" · ".join(str(part) for part in told if part is not None), markup=False)
    console.print(row["url"], markup=False)
    console.print(f"{row['document_id']} · {row['status']}", markup=False)
    if row["duplicate_of"]:
        console.print(f"the same text as {row['duplicate_of']}", markup=False)


def _facts(con: duckdb.DuckDBPyConnection, document: str, console: Console) -> None:
    facts = [
        (row["char_start"], row["char_end"], table.name, row)
        for table in schema.fact_tables()
        if table.name != "organization_mentions"
        for row in rows(con, f"from {table.name} where document_id = ?", document)
    ]
    quote = None
    for start, end, table, row in sorted(facts, key=lambda fact: fact[:3]):
        if (start, end) != quote:
            quote = (start, end)
            page = f"page {row['page']}  " if row["page"] else ""
            console.print()
            console.print(Text(f"{page}“{' '.join(row['quote'].split())}”", style="italic"))
        console.print(f"    {table}: {_told(row)}", markup=False)
    names = rows(
        con,
        "select organization_name, count(*) as times from organization_mentions where document_id = ? "
        "group by 1 order by 2 desc, 1",
        document,
    )
    if names:
        listed = "; ".join(f"{row['organization_name']} ({row['times']})" for row in names)
        console.print(f"\norganizations: {listed}", markup=False)


def _told(row: dict[str, Any]) -> str:
    parts = []
    for name, value in row.items():
        if name not in _HIDDEN and not name.endswith("_id") and value not in (None, [], ""):
            parts.append(f"{name} {'; '.join(map(str, value)) if isinstance(value, list) else value}")
    return " · ".join([*parts, f"confidence {row['confidence']:.2f}"])


def _issues(con: duckdb.DuckDBPyConnection, document: str, console: Console) -> None:
    found = rows(con, "select distinct severity, message from issues where document_id = ? order by 1, 2", document)
    if found:
        console.print("\nissues")
    for row in found:
        console.print(f"    {row['severity']}: {row['message']}", markup=False)
