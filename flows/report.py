"""What a refresh tells of itself: a row per source, in `source_runs`, on the terminal, as JSON and as Markdown."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from flows.notify import NotifyError, notify
from flows.progress import Reporter
from records.model import Capture, Issue, Run, SourceRun

OK, NOT_PUBLISHED, WRONG_USAGE, WITH_FAILURES = 0, 1, 2, 3
_UNUSUAL = frozenset({"low_yield", "high_yield"})
_DOCUMENT_STAGES = frozenset({"fetch", "parse", "extract", "check", "publish"})
_WORST = ("failed", "skipped", "partial", "silent", "unusual", "ok")


@dataclass(frozen=True)
class Report:
    """How a run ended. `exit_code` as in `Run`; `is_new` says whether a snapshot was made.

    `failure` says why nothing was published; `untold` what Prefect could not be told of.
    """

    run: Run
    exit_code: int
    snapshot_id: str | None
    is_new: bool
    failure: str | None = None
    sources: tuple[SourceRun, ...] = ()
    untold: str | None = None


class SourceTally:
    """Counts what comes of each source during a run. Not safe for threads: its owner locks."""

    def __init__(self) -> None:
        self._captures: dict[str, Counter[str]] = defaultdict(Counter)
        self._issues: dict[str, list[Issue]] = defaultdict(list)

    def capture(self, capture: Capture) -> None:
        """Counts a document that was asked for."""
        if capture.source_id is not None:
            self._captures[capture.source_id][capture.outcome] += 1

    def issue(self, issue: Issue) -> None:
        """Remembers what was noticed of a source."""
        if issue.source_id is not None and issue.severity != "info":
            self._issues[issue.source_id].append(issue)

    def rows(self, run_id: str, asked: Iterable[str]) -> list[SourceRun]:
        """A row per source that was to be asked, the worst first."""
        made = [self._row(run_id, source) for source in asked]
        return sorted(made, key=lambda row: (_WORST.index(row.outcome), row.source_id))

    def _row(self, run_id: str, source: str) -> SourceRun:
        counted, issues = self._captures[source], self._issues[source]
        outcome = _outcome(counted, issues)
        told = list(dict.fromkeys(issue.message for issue in issues))
        more = f" (and {len(told) - 1} more)" if len(told) > 1 else ""
        return SourceRun(
            run_id=run_id,
            source_id=source,
            outcome=outcome,
            seen=counted.total(),
            new=counted["new"],
            unchanged=counted["unchanged"] + counted["not_modified"],
            failed=counted["failed"],
            disallowed=counted["disallowed"],
            is_stale=outcome in ("failed", "skipped"),
            why=told[0] + more if told else None,
        )


def _outcome(counted: Mapping[str, int], issues: Sequence[Issue]) -> str:
    codes = {issue.code for issue in issues}
    answered = counted.get("new", 0) + counted.get("unchanged", 0) + counted.get("not_modified", 0)
    if "no_key" in codes:
        return "skipped"
    of_source = [i for i in issues if i.stage not in _DOCUMENT_STAGES and i.severity == "error"]
    if not answered and (of_source or counted.get("failed", 0)):
        return "failed"
    if of_source or counted.get("failed", 0):
        return "partial"
    if "silent" in codes:
        return "silent"
    return "unusual" if codes & _UNUSUAL else "ok"


def told(run: Run) -> str:
    """A run in one line."""
    end = f"exit {run.exit_code}" if run.finished_at else "did not end: killed or still running"
    took = f", {(run.finished_at - run.started_at).total_seconds():.0f} s" if run.finished_at else ""
    return (
        f"{run.started_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC  {run.kind}: {end}{took}; {run.documents_seen} seen, "
        f"{run.documents_new} new, {run.documents_parsed} read, {run.documents_extracted} searched, {run.issues} issues"
    )


def as_json(report: Report) -> dict[str, Any]:
    """The report as it is written and sent: the run's own row, why nothing was published if so, and its sources."""
    sources = [asdict(row) for row in report.sources]
    return {**asdict(report.run), "failure": report.failure, "untold": report.untold, "sources": sources}


def as_markdown(report: Report) -> str:
    """The report as a Prefect artifact shows it."""
    failure = f"**Nothing was published:** {report.failure}\n\n" if report.failure else ""
    head = f"{told(report.run)}\n\n{failure}"
    if not report.sources:
        return head
    lines = [f"| {' | '.join(_COLUMNS)} |", "|" + "---|" * len(_COLUMNS)]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in _cells(row))} |" for row in report.sources]
    return head + "\n".join(lines) + "\n"


def deliver(report: Report, data: Path) -> str | None:
    """Writes the report to `reports/<run_id>.json` and tells who is to be told; what could not be done, in words."""
    known = as_json(report)
    troubles = []
    try:
        _write(data / "reports" / f"{report.run.run_id}.json", known)
    except OSError as error:
        troubles.append(f"the report could not be written: {error}")
    try:
        notify(known)
    except NotifyError as error:
        troubles.append(f"nobody was notified: {error}")
    return "; ".join(troubles) or None


def _write(target: Path, report: Mapping[str, Any]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    part.write_text(json.dumps(report, indent=1, default=str, ensure_ascii=False) + "\n", encoding="utf-8")
    part.replace(target)


@contextmanager
def told_of_crashes(kind: str, reporter: Reporter) -> Iterator[None]:
    """Tells whoever is to be told of a run that stopped before it could report, and lets its error pass."""
    try:
        yield
    except Exception as error:
        what = f"the run stopped: {type(error).__name__}: {error}"
        try:
            notify({"kind": kind, "exit_code": NOT_PUBLISHED, "failure": what, "sources": []})
        except NotifyError as failure:
            reporter.say(f"warning: nobody was notified: {failure}")
        raise


def show(rows: Sequence[SourceRun], console: Console) -> None:
    """Prints a line per source."""
    table = Table(*_COLUMNS, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        table.add_row(*_cells(row))
    console.print(table, markup=False)


_COLUMNS = ("source", "outcome", "seen", "new", "unchanged", "failed", "disallowed", "why")


def _cells(row: SourceRun) -> list[str]:
    counts = (row.seen, row.new, row.unchanged, row.failed, row.disallowed)
    return [row.source_id, row.outcome, *map(str, counts), " ".join((row.why or "").split())[:160]]
