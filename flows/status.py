"""What an operator asks in the morning: how the last runs went, what is wrong, how fresh everything is."""

from __future__ import annotations

from datetime import UTC, datetime

import duckdb
from rich.console import Console

from flows.ask import AskError, open_warehouse
from flows.settings import Settings
from flows.show import rows
from records.model import Run
from warehouse import schema, snapshot
from warehouse.store import Store

_RUNS = 5
_ISSUES = 10


def status(settings: Settings, console: Console) -> None:
    """Prints runs, documents, sources, issues of the last run, and the current snapshot."""
    runs = Store(settings.store, "").last_runs(_RUNS)
    if not runs:
        console.print(f"Nothing has run under {settings.data} yet.", markup=False)
        return
    console.print("last runs")
    for run in runs:
        console.print("  " + told(run), markup=False)
    _snapshot(settings, console)
    try:
        with open_warehouse(settings) as con:
            _warehouse(con, console)
    except AskError as error:
        console.print(str(error), markup=False)
    _issues(settings, runs[0], console)


def ended(settings: Settings, run: Run, is_new: bool, failure: str | None, console: Console) -> None:
    """Prints how a run ended and where its results lie."""
    console.print(told(run), markup=False)
    if failure:
        console.print(f"Nothing was published: {failure}", markup=False)
        return
    console.print(f"warehouse {settings.warehouse}", markup=False)
    what = "new snapshot" if is_new else "snapshot unchanged:"
    console.print(f"{what} {settings.snapshots / (run.snapshot_id or '')}", markup=False)


def told(run: Run) -> str:
    """A run in one line."""
    end = f"exit {run.exit_code}" if run.finished_at else "did not end: killed or still running"
    took = f", {(run.finished_at - run.started_at).total_seconds():.0f} s" if run.finished_at else ""
    return (
        f"{run.started_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC  {run.kind}: {end}{took}; {run.documents_seen} seen, "
        f"{run.documents_new} new, {run.documents_parsed} read, {run.documents_extracted} searched, {run.issues} issues"
    )


def _snapshot(settings: Settings, console: Console) -> None:
    latest = snapshot.latest(settings.snapshots)
    if latest is None:
        console.print("no snapshot has been published")
        return
    made = datetime.strptime(latest.name[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    hours = (datetime.now(UTC) - made).total_seconds() / 3600
    console.print(f"snapshot {latest.name}, {hours:.1f} hours old, in {latest}", markup=False)


def _warehouse(con: duckdb.DuckDBPyConnection, console: Console) -> None:
    for title, column in (("type", "document_type"), ("status", "status")):
        counted = rows(con, f"select {column} as what, count(*) as n from documents group by 1 order by 2 desc, 1")
        console.print(f"documents by {title}: " + ", ".join(f"{row['what']} {row['n']}" for row in counted))
    counts = []
    for table in schema.fact_tables():
        found = con.execute(f"select count(*) from {table.name}").fetchone()
        counts.append(f"{table.name} {found[0] if found else 0}")
    console.print("facts: " + ", ".join(counts))
    sources = rows(
        con,
        "select s.source_id, max(c.fetched_at) filter (c.outcome in ('new', 'unchanged', 'not_modified')) as answered, "
        "max(c.fetched_at) filter (c.outcome = 'new') as new from sources s left join captures c using (source_id) "
        "group by 1 order by 1",
    )
    for row in sources:
        answered, new = (f"{row[name]:%Y-%m-%d %H:%M}" if row[name] else "never" for name in ("answered", "new"))
        console.print(f"source {row['source_id']}: last answer {answered}, last new {new}", markup=False)


def _issues(settings: Settings, run: Run, console: Console) -> None:
    store = Store(settings.store, "")
    if not store.has("issues"):
        return
    found = (
        duckdb.connect()
        .execute(
            f"select severity, message from {store.parts('issues')} where run_id = ? and severity <> 'info' "
            "order by severity, message",
            [run.run_id],
        )
        .fetchall()
    )
    console.print(f"issues of the last run: {len(found)}")
    for severity, message in found[:_ISSUES]:
        console.print(f"  {severity}: {message}", markup=False)
    if len(found) > _ISSUES:
        console.print("  … all of them: steward query \"from issues where severity <> 'info'\"", markup=False)
