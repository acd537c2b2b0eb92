"""Saved samples of the sources' formats, served on loopback as if they lay at their own addresses.

A sample is a text file, `samples/SOURCE_ID.txt`: pages, each opened by `=== ADDRESS`, its media type and an empty line,
and at the end `=== expected`, in YAML. A body that is `@NAME` is the file of that name in `tests/samples`. A page
answers every request for its path whose query holds at least the page's own.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit

import yaml

from records.model import Capture
from sources.archive import Archive
from sources.http import Fetcher
from sources.keeping import Fetched
from sources.secret import NO_SECRET, Secret
from tests.sources.web import QUICK

SAMPLES = Path(__file__).parent / "samples"
FILES = Path(__file__).parent.parent / "samples"
_PARTS = "=== "


@dataclass(frozen=True)
class SavedPage:
    """A page as it was saved."""

    url: str
    media_type: str
    body: bytes


@dataclass(frozen=True)
class Sample:
    """A source's sample: its pages, and what is to be made of them."""

    pages: tuple[SavedPage, ...]
    offers: tuple[str, ...]
    documents: tuple[dict[str, Any], ...]

    @property
    def hosts(self) -> frozenset[str]:
        return frozenset(urlsplit(page.url).hostname or "" for page in self.pages)


def sample_of(source_id: str) -> Sample:
    """The sample of a source. Raises FileNotFoundError where it has none."""
    text = (SAMPLES / f"{source_id}.txt").read_text(encoding="utf-8")
    *pages, expected = [part for part in f"\n{text}".split(f"\n{_PARTS}") if part]
    title, _, rest = expected.partition("\n")
    assert title == "expected", f"{source_id}: a sample ends with `=== expected`"
    told = yaml.safe_load(rest)
    return Sample(tuple(map(_page, pages)), tuple(told["offers"]), tuple(told["documents"]))


def _page(part: str) -> SavedPage:
    head, _, body = part.partition("\n\n")
    url, media_type = head.split("\n")
    if body.startswith("@"):
        return SavedPage(url, media_type, (FILES / body[1:].strip()).read_bytes())
    return SavedPage(url, media_type, body.encode())


@dataclass
class Requested:
    """A request as it came over the wire: the address that the source's server would have seen, and its headers."""

    url: str
    headers: dict[str, str] = field(repr=False)


class Local(Fetcher):
    """A fetcher that asks the server on loopback for what lies at the samples' addresses, over the real wire."""

    port = 0

    def slow_down(self, url: str, seconds: float) -> None:
        """What a source's terms ask for is no matter on loopback."""

    def fetch(
        self,
        url: str,
        *,
        source_id: str | None = None,
        earlier: Capture | None = None,
        secret: Secret = NO_SECRET,
        is_document: bool = False,
    ) -> Fetched:
        parts = urlsplit(url)
        local = urlunsplit(("http", f"{parts.hostname}:{self.port}", parts.path, parts.query, ""))
        fetched = super().fetch(local, source_id=source_id, earlier=earlier, secret=secret, is_document=is_document)
        return replace(fetched, capture=replace(fetched.capture, url=url, final_url=url))


@contextmanager
def serving(sample: Sample, folder: Path) -> Iterator[tuple[Local, list[Requested]]]:
    """A fetcher for the sample's pages, and the requests that reach them (robots.txt aside)."""
    asked: list[Requested] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = f"https://{self.headers['Host'].partition(':')[0]}{self.path}"
            page = None if self.path == "/robots.txt" else _answering(sample.pages, url)
            if self.path != "/robots.txt":
                asked.append(Requested(url, {name.lower(): value for name, value in self.headers.items()}))
            body = page.body if page else b"nothing here"
            self.send_response(200 if page else 404)
            self.send_header("Content-Type", page.media_type if page else "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    limits = replace(QUICK, max_bytes=5_000_000)
    resolved = {"allow_hosts": sample.hosts, "resolver": lambda _host, _port: ["127.0.0.1"]}
    try:
        with Archive(folder / "archive", "one") as kept, Local(kept, limits, **resolved) as fetcher:  # type: ignore[arg-type]
            fetcher.port = server.server_address[1]
            yield fetcher, asked
    finally:
        server.shutdown()
        server.server_close()


def _answering(pages: tuple[SavedPage, ...], url: str) -> SavedPage | None:
    """The page with the most of the request's query that asks for nothing beside it."""
    wanted = urlsplit(url)
    query = set(parse_qsl(wanted.query, keep_blank_values=True))
    fitting = [
        (len(own), page)
        for page in pages
        if (urlsplit(page.url).hostname, urlsplit(page.url).path) == (wanted.hostname, wanted.path)
        and (own := set(parse_qsl(urlsplit(page.url).query, keep_blank_values=True))) <= query
    ]
    return max(fitting, key=lambda fit: fit[0], default=(0, None))[1]
