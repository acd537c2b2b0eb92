"""How documents come in: files and folders, web addresses, sources of the catalogue. All end in the archive."""

from __future__ import annotations

import os
import urllib.parse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from flows.settings import Settings
from flows.work import Work
from records.ids import stable_id
from records.model import Capture, Source
from sources import files
from sources.addresses import allowed_hosts
from sources.archive import Archive
from sources.discover import discover
from sources.following import follow
from sources.http import Fetcher
from sources.wire import FetchLimits

_KEEP_EVERY = 25  # captures: what a kill can lose the record of, though not the archive's copy


def fetcher(settings: Settings, archive: Archive) -> Fetcher:
    """A fetcher within the settings' bounds. `STEWARD_ALLOW_HOSTS` names hosts that may lie in a private network."""
    allowed = allowed_hosts(os.environ.get("STEWARD_ALLOW_HOSTS"))
    limits = FetchLimits(max_bytes=settings.limits.max_bytes, delay_seconds=settings.delay_seconds)
    return Fetcher(archive, limits, allowed)


def capture_files(work: Work, paths: Sequence[Path], declared: str | None) -> None:
    """Archives every file under the paths that is new, and notes what cannot be read."""
    found = list(files.walk(paths))
    captures: list[Capture] = []
    for item in work.reporter.track(found, "looking at files", len(found)):
        if isinstance(item, files.Problem):
            work.note("discover", item.code, item.severity, item.message)
        else:
            captures += _capture_file(work, item, declared, None)
        if len(captures) >= _KEEP_EVERY:
            work.keep(captures)
            captures = []
    work.keep(captures)


def capture_urls(work: Work, urls: Sequence[str], declared: str | None) -> None:
    """Fetches web addresses given by hand."""
    earlier = work.store.last_captures()
    with fetcher(work.settings, work.archive) as fetching:
        for url in work.reporter.track(urls, "fetching", len(urls)):
            work.keep([_taken(work, fetching.fetch(url, earlier=earlier.get(url)).capture, declared)])


def capture_source(work: Work, fetching: Fetcher, source: Source) -> None:
    """Asks a source what it offers and fetches it; what is wrong with the source is noted."""
    earlier = work.store.last_captures()
    offered = discover(source, fetching, earlier=earlier.get)
    work.keep(offered.captures, are_documents=False)
    for problem in offered.problems:
        work.note("discover", problem.code, problem.severity, problem.message, source=source.source_id)
    captures: list[Capture] = []
    for found in offered.found:
        if found.url.startswith("file:"):
            captures += _capture_file(work, _path(found.url), None, source.source_id)
        else:
            for got in follow(source, found.url, fetching, earlier.get):
                if got.is_document:
                    captures.append(_taken(work, got.fetched.capture, None))
                else:
                    work.keep([got.fetched.capture], are_documents=False)
        if len(captures) >= _KEEP_EVERY:
            work.keep(captures)
            captures = []
    work.keep(captures)
    work.reporter.say(f"{source.source_id}: {len(offered.found)} documents offered")


def _path(url: str) -> Path:
    return Path(urllib.parse.unquote(urllib.parse.urlsplit(url).path))


def _taken(work: Work, capture: Capture, declared: str | None) -> Capture:
    """The capture of a web address, its content taken into the run; what went wrong is noted."""
    work.count(documents_seen=1)
    if capture.outcome in ("failed", "disallowed"):
        severity = "error" if capture.outcome == "failed" else "warning"
        work.note("fetch", capture.outcome, severity, f"{capture.error}", source=capture.source_id)
    else:
        work.see(capture, declared)
    return capture


def _capture_file(work: Work, path: Path, declared: str | None, source: str | None) -> list[Capture]:
    """The capture of a file; none where it cannot be read, which is noted."""
    work.count(documents_seen=1)
    content = files.load(path, work.settings.limits.max_bytes)
    if isinstance(content, files.Problem):
        work.note("fetch", content.code, content.severity, content.message, source=source)
        return []
    url = Path(os.path.abspath(path)).as_uri()
    now = datetime.now(UTC)
    with work.lock:
        is_known = work.identify(content.sha256, url) in work.known
        warc: tuple[str | None, int | None] = (None, None)
        if content.body is not None and content.sha256 not in work.held:
            warc = work.archive.add_file(url, content.body, now, content.media_type)
        capture = Capture(
            capture_id=stable_id("capture", work.run_id, url),
            source_id=source,
            url=url,
            final_url=url,
            fetched_at=now,
            http_status=None,
            media_type=content.media_type,
            byte_count=content.byte_count,
            content_sha256=content.sha256,
            etag=None,
            last_modified=None,
            warc_file=warc[0],
            warc_offset=warc[1],
            outcome="unchanged" if is_known else "new",
            error=None,
        )
        work.see(capture, declared)
    return [capture]
