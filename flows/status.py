"""What an operator asks in the morning: how the last runs went, what is wrong, how fresh everything is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import duckdb
from rich.console import Console

from flows.ask import AskError, open_warehouse
from flows.report import OK, WITH_FAILURES, Report, told
from flows.report import show as show_sources
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


def ended(settings: Settings, report: Report, console: Console) -> None:
    """Prints how a run ended and where its results lie."""
    if report.sources:
        show_sources(report.sources, console)
    console.print(told(report.run), markup=False)
    if report.failure:
        console.print(f"Nothing was published: {report.failure}", markup=False)
        return
    console.print(f"warehouse {settings.warehouse}", markup=False)
    what = "new snapshot" if report.is_new else "snapshot unchanged:"
    console.print(f"{what} {settings.snapshots / (report.snapshot_id or '')}", markup=False)


def freshness(settings: Settings, most: timedelta) -> str | None:
    """What a watchdog is told where no refresh has published within the time; None where one has."""
    runs = Store(settings.store, "").last_runs(None)
    well = [run for run in runs if run.kind == "refresh" and run.exit_code in (OK, WITH_FAILURES) and run.finished_at]
    if not well:
        return f"no refresh has ever published under {settings.data}"
    last = max(run.finished_at for run in well if run.finished_at)
    age = datetime.now(UTC) - last
    if age <= most:
        return None
    later = [run for run in runs if run.started_at > last]
    tried = f"; {len(later)} runs since then did not, the last with: {told(later[0])}" if later else ""
    hours = age.total_seconds() / 3600
    return f"the last refresh that published ended {hours:.1f} hours ago, {last:%Y-%m-%d %H:%M} UTC{tried}"


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
    for row in rows(con, "from source_health order by source_id"):
        answered, new = (
            f"{row[name]:%Y-%m-%d %H:%M}" if row[name] else "never" for name in ("last_answer", "last_new")
        )
        state = f"{row['outcome'] or 'never asked'}{', stale' if row['is_stale'] and row['documents'] else ''}"
        console.print(f"source {row['source_id']}: {state}; last answer {answered}, last new {new}", markup=False)


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
