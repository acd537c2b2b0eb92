"""How documents come in: files and folders, web addresses, sources of the catalogue. All end in the archive."""

from __future__ import annotations

import os
import queue
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
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

_SIDE_BY_SIDE = 32  # hosts that one task asks at the same time; other tasks ask theirs


def fetcher(settings: Settings, archive: Archive) -> Fetcher:
    """A fetcher within the settings' bounds. `STEWARD_ALLOW_HOSTS` names hosts that may lie in a private network."""
    allowed = allowed_hosts(os.environ.get("STEWARD_ALLOW_HOSTS"))
    limits = FetchLimits(
        max_bytes=settings.limits.max_bytes,
        delay_seconds=settings.delay_seconds,
        connect_seconds=settings.connect_seconds,
        read_seconds=settings.read_seconds,
        total_seconds=settings.total_seconds,
        patience_seconds=settings.patience_seconds,
    )
    return Fetcher(archive, limits, allowed)


def capture_files(work: Work, paths: Sequence[Path], declared: str | None) -> None:
    """Archives every file under the paths that is new, and notes what cannot be read."""
    found = list(files.walk(paths))
    for item in work.reporter.track(found, "looking at files", len(found)):
        if isinstance(item, files.Problem):
            work.note("discover", item.code, item.severity, item.message)
        else:
            _capture_file(work, item, declared, None)


def capture_urls(work: Work, urls: Sequence[str], declared: str | None) -> None:
    """Fetches web addresses given by hand."""
    with fetcher(work.settings, work.archive) as fetching:
        done = _fetch_all(urls, lambda url: _fetch(work, fetching, url, declared))
        for _ in work.reporter.track(done, "fetching", len(urls)):
            pass


def capture_source(work: Work, fetching: Fetcher, source: Source) -> None:
    """Asks a source what it offers and fetches it; what is wrong with the source is noted."""
    until = time.monotonic() + work.settings.source_seconds
    offered = discover(source, fetching, earlier=work.earlier.get)
    for capture in offered.captures:
        work.keep(capture, is_document=False)
    for problem in offered.problems:
        work.note("discover", problem.code, problem.severity, problem.message, source=source.source_id)
    urls = [found.url for found in offered.found]
    for url in urls:
        if url.startswith("file:"):
            _capture_file(work, _path(url), None, source.source_id)
    remote = [url for url in urls if not url.startswith("file:")]
    left: list[str] = []

    def fetch(url: str) -> None:
        if time.monotonic() < until:
            _follow(work, fetching, source, url)
        else:
            left.append(url)

    for _ in _fetch_all(remote, fetch):
        pass
    if left:
        message = f"{source.source_id} took its {work.settings.source_seconds:g} seconds (STEWARD_SOURCE_SECONDS); "
        message += f"{len(left)} of {len(urls)} documents were left for the next refresh"
        work.note("discover", "source_timeout", "error", message, source=source.source_id)
    work.reporter.say(f"{source.source_id}: {len(urls)} documents offered")


def _fetch_all(urls: Sequence[str], fetch: Callable[[str], None]) -> Iterator[str]:
    """The addresses as they are done: those of one host one after the other, hosts side by side."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(urllib.parse.urlsplit(url).netloc.lower(), []).append(url)
    if len(hosts) <= 1:
        for url in urls:
            fetch(url)
            yield url
        return
    done: queue.SimpleQueue[str | Exception] = queue.SimpleQueue()
    ended = threading.Event()

    def ask(addresses: Sequence[str]) -> None:
        for url in addresses:
            if ended.is_set():
                return
            try:
                fetch(url)
                done.put(url)
            except Exception as error:
                done.put(error)
                return

    with ThreadPoolExecutor(min(len(hosts), _SIDE_BY_SIDE), "fetch") as pool:
        try:
            for addresses in hosts.values():
                pool.submit(ask, addresses)
            for _ in urls:
                one = done.get()
                if isinstance(one, Exception):
                    raise one
                yield one
        finally:
            ended.set()


def _path(url: str) -> Path:
    return Path(urllib.parse.unquote(urllib.parse.urlsplit(url).path))


def _fetch(work: Work, fetching: Fetcher, url: str, declared: str | None) -> None:
    """Fetches one address, unless a killed run just did."""
    if work.halt is not None:
        raise work.halt
    if url in work.resumed:
        work.take_up(work.resumed[url])
    else:
        _take(work, fetching.fetch(url, earlier=work.earlier.get(url), is_document=True).capture, declared)


def _follow(work: Work, fetching: Fetcher, source: Source, url: str) -> None:
    """Fetches one document of a source and what it leads to, as far as no killed run just did."""
    if work.halt is not None:
        raise work.halt
    for got in follow(source, url, fetching, work.earlier.get, work.resumed.get):
        if got.is_resumed:
            work.take_up(got.fetched.capture)
        elif got.is_document:
            _take(work, got.fetched.capture, None)
        else:
            work.keep(got.fetched.capture, is_document=False)


def _take(work: Work, capture: Capture, declared: str | None) -> None:
    """Takes the capture of a document into the run; what went wrong is noted."""
    work.count(documents_seen=1)
    if capture.outcome in ("failed", "disallowed"):
        severity = "error" if capture.outcome == "failed" else "warning"
        work.note("fetch", capture.outcome, severity, f"{capture.error}", source=capture.source_id)
    work.keep(capture, declared)


def _capture_file(work: Work, path: Path, declared: str | None, source: str | None) -> None:
    """Captures a file; one that cannot be read is noted."""
    work.count(documents_seen=1)
    content = files.load(path, work.settings.limits.max_bytes)
    if isinstance(content, files.Problem):
        work.note("fetch", content.code, content.severity, content.message, source=source)
        return
    url = Path(os.path.abspath(path)).as_uri()
    now = datetime.now(UTC)
    file: str | None = None
    offset: int | None = None
    if content.body is not None and content.sha256 not in work.held:
        file, offset = work.archive.add_file(url, content.body, now, content.media_type, source)
        work.held[content.sha256] = file, offset
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
        warc_file=file,
        warc_offset=offset,
        outcome="unchanged" if work.is_known(content.sha256, url) else "new",
        error=None,
    )
    work.keep(capture, declared)
