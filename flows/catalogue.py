"""`steward sources`: what the catalogue holds, and whether its files and its sources are in order."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from extractors.parse import parse
from flows.capture import fetcher
from flows.settings import settings
from records.model import Source
from sources.archive import Archive
from sources.catalogue import load
from sources.discover import discover, unavailable
from sources.following import follow
from sources.http import Fetcher

_SHOWN = 10
_WIDE = 300  # characters
_TRIED = 3  # documents that a check fetches and reads


class UnknownSourceError(ValueError):
    """A source that the catalogue does not have."""


def listed(catalogue: Path | None, console: Console) -> int:
    """Prints a line per source; returns 0, or 3 where a file has a problem."""
    known, problems = load(catalogue)
    table = Table(
        "id", "title", "kind", "country", "found by", "rights", "key", "address", box=None, header_style="bold"
    )
    for source in known:
        table.add_row(
            source.source_id,
            source.title,
            source.document_type or "",
            source.country or "",
            source.discovery,
            source.rights,
            f"{source.key}{' (not set)' if unavailable(source) else ''}" if source.key else "",
            source.address,
        )
    console.width = max(console.width, _WIDE)  # a line a source, also where it is piped on
    console.print(table)
    console.print(f"{len(known)} sources")
    return _told(problems, console)


def checked(catalogue: Path | None, source_id: str | None, console: Console) -> int:
    """Checks the files; with an id, asks that source and prints what it would bring. Returns the exit code.

    The newest documents are fetched and read, so that it shows whether they can be; nothing is kept.
    """
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
        web = [found.url for found in offered.found if not found.url.startswith("file:")]
        read = [line for url in web[:_TRIED] for line in _tried(source, url, fetching)]
    for line in read:
        console.print(f"  {line}", markup=False)
    for problem in offered.problems:
        console.print(f"{problem.severity}: {problem.message}", markup=False)
    is_well = all(problem.severity == "info" for problem in offered.problems) and not any(
        "FAILED" in one for one in read
    )
    return 0 if is_well and not code else 3


def _tried(source: Source, url: str, fetching: Fetcher) -> Iterator[str]:
    """What a document of the source, and what it leads to, would be in the dataset; a line each."""
    for got in follow(source, url, fetching, lambda _url: None):
        capture, body = got.fetched.capture, got.fetched.body
        if body is None:
            yield f"FAILED {capture.url}: {capture.error}"
        elif not got.is_document:
            yield f"leads on {capture.url}"
        else:
            document, _ = parse(body, capture, source=source)
            parts = (document.document_type, document.published_on, document.language, document.rights)
            told = ", ".join(str(part) for part in parts if part)
            mark = "reads as" if document.status == "parsed" else f"FAILED ({document.status})"
            title = document.title or "no title"
            yield f"{mark} {told}; {document.character_count:,} characters; {title}; {capture.url}"


def _told(problems: tuple[object, ...], console: Console) -> int:
    for problem in problems:
        console.print(str(problem), markup=False)
    return 3 if problems else 0
