"""`steward sources`: what the catalogue holds, and whether its files and its sources are in order."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.capture import fetcher
from flows.settings import settings
from sources.archive import Archive
from sources.catalogue import load
from sources.discover import discover

_SHOWN = 10


class UnknownSourceError(ValueError):
    """A source that the catalogue does not have."""


def listed(catalogue: Path | None, console: Console) -> int:
    """Prints a line per source; returns 0, or 3 where a file has a problem."""
    known, problems = load(catalogue)
    table = Table("id", "title", "kind", "country", "found by", "rights", "address", header_style="bold")
    for source in known:
        table.add_row(
            source.source_id,
            source.title,
            source.document_type or "",
            source.country or "",
            source.discovery,
            source.rights,
            source.address,
        )
    console.print(table)
    console.print(f"{len(known)} sources")
    return _told(problems, console)


def checked(catalogue: Path | None, source_id: str | None, console: Console) -> int:
    """Checks the files; with an id, asks that source and prints what it would bring. Returns the exit code."""
    known, problems = load(catalogue)
    code = _told(problems, console)
    if source_id is None:
        console.print(f"{len(known)} sources are in order")
        return code
    source = next((source for source in known if source.source_id == source_id), None)
    if source is None:
        console.print(f"no source is named {source_id!r}; `steward sources list` shows them", markup=False)
        return 2
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive(Path(folder), "check") as archive,
        fetcher(settings(Path(folder)), archive) as fetching,
    ):
        offered = discover(source, fetching)
    for found in offered.found[:_SHOWN]:
        console.print(f"  {found.published_on or '          '}  {found.title or ''}  {found.url}", markup=False)
    console.print(f"{source_id} offers {len(offered.found)} documents")
    for problem in offered.problems:
        console.print(f"{problem.severity}: {problem.message}", markup=False)
    return 3 if code or any(problem.severity != "info" for problem in offered.problems) else 0


def _told(problems: tuple[object, ...], console: Console) -> int:
    for problem in problems:
        console.print(str(problem), markup=False)
    return 3 if problems else 0
