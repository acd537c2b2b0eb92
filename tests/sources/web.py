"""A small web on loopback whose pages a test scripts one by one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from records.model import Capture
from sources import archive
from sources.archive import Archive
from sources.http import Fetcher
from sources.wire import FetchLimits

HOST = "127.0.0.1"
QUICK = FetchLimits(
    max_bytes=200_000,
    connect_seconds=5.0,
    read_seconds=3.0,
    total_seconds=10.0,
    redirects=4,
    attempts=3,
    delay_seconds=0.0,
    backoff_seconds=0.01,
    patience_seconds=2.0,
    strikes=3,
)


@dataclass(frozen=True)
class Page:
    """A plain answer."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(self.status)
        for name, value in ({"Content-Length": str(len(self.body))} | self.headers).items():
            handler.send_header(name, value)
        handler.end_headers()
        if self.status != 304:
            handler.wfile.write(self.body)


@dataclass(frozen=True)
class Asked:
    """A request that reached the server."""

    path: str
    host: str
    headers: dict[str, str]
    began: float
    ended: float


Answering = Callable[[BaseHTTPRequestHandler], None]


class Web:
    """A server whose answers are set by path; a list of answers is used up one by one, its last staying."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answering]] = {}
        self.asked: list[Asked] = []
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                began = time.monotonic()
                queue = web.answers.get(self.path, [Page(b"nothing here", 404)])
                answer = queue.pop(0) if len(queue) > 1 else queue[0]
                try:
                    answer(self)
                except OSError:
                    self.close_connection = True
                headers = {name.lower(): value for name, value in self.headers.items()}
                web.asked.append(Asked(self.path, headers.get("host", ""), headers, began, time.monotonic()))

            def log_message(self, format: str, *args: object) -> None:
                return

        self._server = ThreadingHTTPServer((HOST, 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def url(self, path: str, host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, *answers: Answering) -> str:
        """Sets what a path answers; returns its address."""
        self.answers[path] = list(answers)
        return self.url(path)

    def paths(self) -> list[str]:
        """What was asked for, robots.txt aside."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def fetching(folder: Path, limits: FetchLimits = QUICK, run: str = "one", **more: object) -> Iterator[Fetcher]:
    """A fetcher with an archive of its own, allowed to ask the test's server."""
    settings: dict[str, object] = {"allow_hosts": frozenset({HOST})} | more
    with Archive(folder / "archive", run) as kept, Fetcher(kept, limits, **settings) as fetcher:  # type: ignore[arg-type]
        yield fetcher


def records(folder: Path) -> list[tuple[str, str | None, str, bytes, dict[str, str]]]:
    """Type, address, first line, content and HTTP headers of everything archived."""
    found = []
    for path in sorted((folder / "archive").glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                http = record.http_headers
                line = (http.statusline if http else "") or ""
                headers = {k.lower(): v for k, v in (http.headers if http else [])}
                uri = record.rec_headers.get_header("WARC-Target-URI")
                found.append((record.rec_type, uri, line, record.content_stream().read(), headers))
    return found


def body_of(folder: Path, capture: Capture) -> bytes:
    assert capture.warc_file is not None and capture.warc_offset is not None
    return archive.read(folder / "archive", capture.warc_file, capture.warc_offset)


@pytest.fixture
def web() -> Iterator[Web]:
    made = Web()
    yield made
    made.close()
