"""The hostile web as a test uses it: its server, a catalogue of its sources, and what its log must show."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from flows import capture
from flows.progress import Reporter
from flows.resume import resume
from flows.settings import Settings
from flows.work import Work
from records.model import Capture, Source
from sources.catalogue import load
from sources.http import Fetcher
from sources.wire import FetchLimits
from tests.conftest import ROOT
from tests.hostile.plan import Plan, address, kind

QUICK = FetchLimits(
    max_bytes=2_000_000,
    connect_seconds=10.0,
    read_seconds=1.5,
    total_seconds=8.0,
    delay_seconds=0.05,
    backoff_seconds=0.2,
    patience_seconds=5.0,
)


@dataclass(frozen=True)
class Request:
    """A request that reached the server. `status` is 0 where it was left without an answer."""

    host: str
    path: str
    began: float
    ended: float
    status: int
    fault: str | None
    was_same: bool


class World:
    """A running hostile web. Use as a context manager."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        size = [str(part) for part in (plan.hosts, plan.documents, plan.failing, plan.is_hostile)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.server", *size],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())

    def __enter__(self) -> World:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.terminate()
        self._process.wait(30)

    @property
    def names(self) -> list[str]:
        return [self.plan.name(host) for host in range(self.plan.hosts)]

    def control(self, path: str) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers={"Host": "control"})
        body = connection.getresponse().read()
        connection.close()
        return body

    def log(self) -> list[Request]:
        return [Request(*row) for row in json.loads(self.control("/log"))]

    def catalogue(self, folder: Path) -> Path:
        """A folder with a source for each host."""
        folder.mkdir()
        most = self.plan.documents + len(self.plan.traps(1))
        for host in range(self.plan.hosts):
            base = f"http://{self.plan.name(host)}:{self.port}"
            lines = [f"title: Host {host}", f"publisher: Host {host}", f"homepage: {base}/", "rights: quote"]
            lines += ["rights_basis: a test", "language: en", "country: US", "contact: nobody", "document_type: news"]
            lines += [f"expect_max: {most}", "discovery:", f"  kind: {kind(host)}", f"  address: {base}{address(host)}"]
            if kind(host) == "index":
                lines += ["  selector: a.doc", "  next: a.next", "  pages: 3"]
            (folder / f"h{host:03}.yaml").write_text("\n".join(lines) + "\n")
        return folder

    def environment(self, delay: float = 0.05) -> dict[str, str]:
        """What a `steward` command needs to read this web."""
        return {
            "STEWARD_ALLOW_HOSTS": ",".join(self.names),
            "STEWARD_DELAY": str(delay),
            "STEWARD_READ": "1.5",
            "STEWARD_TOTAL": "8",
            "STEWARD_PATIENCE": "5",
            "STEWARD_MAX_BYTES": "2_000_000",
        }


@contextmanager
def night(data: Path, catalogue: Path, limits: FetchLimits = QUICK) -> Iterator[Work]:
    """The capture of one refresh by the code that `refresh` runs, all sources side by side, without Prefect."""
    known, problems = load(catalogue)
    assert problems == (), problems
    with Work("refresh", Settings(data, workers=1), Reporter(quiet=True)) as work:
        resume(work)
        work.sources = {source.source_id: source for source in known}
        allowed = frozenset(urlsplit(source.address).hostname or "" for source in known)
        with (
            Fetcher(work.archive, limits, allowed, resolver=lambda host, port: ["127.0.0.1"]) as fetching,
            ThreadPoolExecutor(len(known)) as pool,
        ):

            def read(source: Source) -> None:
                capture.capture_source(work, fetching, source)

            for done in [pool.submit(read, source) for source in known]:
                done.result()
        work.settle()
        yield work
        work.store.add_run(work.finished(0, None))


def captured(work: Work) -> dict[str, Capture]:
    """The last capture with content of each address."""
    return work.store.last_captures()


def check_politeness(plan: Plan, log: Sequence[Request], delay: float) -> None:
    """No host was asked twice at once, or sooner than its delay; none for what its robots.txt forbids."""
    by_host: defaultdict[str, list[Request]] = defaultdict(list)
    for request in log:
        by_host[request.host].append(request)
    assert not any(request.path == "/inner" for request in log)
    for name, asked in by_host.items():
        host = int(name[1:4])
        assert asked[0].path == "/robots.txt"
        assert not any(request.path.startswith("/private/") for request in asked)
        if plan.stays_away(host):
            assert {request.path for request in asked} == {"/robots.txt"}
        wanted = max(delay, plan.delay(host))
        for one, next_one in pairwise(asked):
            is_left = one.fault in ("slow headers", "hang in body")
            if is_left and one.ended - one.began < QUICK.read_seconds / 2:
                continue  # the server was busy: the client had given up before it read the request
            is_left = is_left or one.path in ("/trap/bomb", "/trap/endless")  # the client has enough before the end
            end = one.began if is_left else one.ended
            assert next_one.began - end >= wanted - 0.005, (one, next_one)


def told(name: str, **figures: object) -> None:
    """Prints figures, and adds them to the file that `STEWARD_FIGURES` names."""
    line = json.dumps({"measure": name, **figures})
    print(f"\n{line}", file=sys.stderr)
    if path := os.environ.get("STEWARD_FIGURES"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def shares(log: Sequence[Request]) -> tuple[int, float]:
    """How many requests were for documents, and which share of them failed."""
    documents = [request for request in log if request.path.startswith("/doc/")]
    faults = Counter(request.fault is not None for request in documents)
    return len(documents), faults[True] / max(1, len(documents))
