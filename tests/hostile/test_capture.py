"""Capture over the hostile web, small: what `make soak` proves at length."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from warcio.archiveiterator import ArchiveIterator

from records.model import Capture
from sources import archive
from sources.recovery import recover, warc_files
from tests.conftest import ROOT
from tests.hostile.plan import TRAPS, Plan
from tests.hostile.world import QUICK, Request, World, captured, check_politeness, night, shares, told

NIGHTS = 5


def had(urls: object) -> set[tuple[str, str]]:
    """(host, path) of addresses."""
    return {(urlsplit(url).hostname or "", urlsplit(url).path) for url in urls}  # type: ignore[attr-defined]


def check_nights(plan: Plan, folder: Path, delay: float) -> dict[str, object]:
    """Nights until all is captured, and one more on which nothing is new, with `delay`; returns the figures."""
    figures: dict[str, object] = {}
    every: list[Request] = []
    with World(plan) as world:
        catalogue = world.catalogue(folder / "catalogue")
        allowed = plan.allowed()
        for number in range(1, NIGHTS + 1):
            began = time.monotonic()
            with night(folder / "data", catalogue) as work:
                got = had(captured(work))
            took = time.monotonic() - began
            log = world.log()
            check_politeness(plan, log[len(every) :], QUICK.delay_seconds)
            every = log
            figures[f"night {number}"] = {"seconds": round(took, 1), "captured": len(got & allowed)}
            if allowed <= got:
                break
        assert allowed <= got, f"{len(allowed - got)} documents never came: {sorted(allowed - got)[:5]}"
        requests, share = shares(every)
        figures |= {"documents": len(allowed), "requests for documents": requests, "failing": round(share, 3)}
        for path, end in TRAPS.items():
            if plan.hosts > 1:
                assert ((plan.name(1), path) in got) == (end == "comes"), path
        world.control("/night/2")
        began = time.monotonic()
        with night(folder / "data", catalogue, replace(QUICK, delay_seconds=delay)) as work:
            outcomes = Counter(c.outcome for c in work.store.made_by([work.run_id]).values())
            assert work.to_parse() and outcomes["new"] == 0, outcomes
        took = time.monotonic() - began
        second = world.log()
        pauses = least_time(plan, second, delay)
        figures["nothing new"] = {"seconds": round(took, 1), "of which pauses": round(pauses, 1), **outcomes}
        check_politeness(plan, second, delay)
        changed = {plan.name(host) for host in range(plan.hosts) if plan.changes(host)}
        assert not any(r.host in changed and r.path.startswith("/doc/") for r in second)
        again = [r for r in second if r.was_same and r.fault is None]
        assert {r.status for r in again} == {304}
    return figures


def least_time(plan: Plan, log: Sequence[Request], delay: float) -> float:
    """Seconds that pauses alone take: those of the host that needs most."""
    asked = Counter(request.host for request in log)
    return max((count - 1) * max(delay, plan.delay(int(name[1:4]))) for name, count in asked.items())


def test_nights_over_a_hostile_web(tmp_path: Path) -> None:
    plan = Plan(hosts=60, documents=6)
    told("60 hosts", **check_nights(plan, tmp_path, QUICK.delay_seconds))
    with_content = 0
    for path in (tmp_path / "data" / "archive").iterdir():
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                with_content += record.rec_type == "response"
                record.content_stream().read()
    assert with_content > 300


def test_what_is_captured_reads_back(tmp_path: Path) -> None:
    plan = Plan(hosts=8, documents=4, failing=0.0)
    with World(plan) as world, night(tmp_path / "data", world.catalogue(tmp_path / "catalogue")) as work:
        found = captured(work)
        for url, capture in found.items():
            host, path = urlsplit(url).hostname or "", urlsplit(url).path
            if path.startswith("/doc/"):
                body = archive.read(work.archive.folder, capture.warc_file or "", capture.warc_offset or 0)
                assert body == plan.answer(host, path, 1, world.port).body
        assert len(had(found) & plan.allowed()) == len(plan.allowed())


CAPTURE = """
import sys
from pathlib import Path
from tests.hostile.world import night
with night(Path(sys.argv[1]), Path(sys.argv[2])):
    pass
"""


def test_what_was_captured_before_a_kill_is_not_fetched_again(tmp_path: Path) -> None:
    """Killed with -9 in the middle of capture, three times: what the archive held at a kill is not asked for again."""
    plan = Plan(hosts=30, documents=8)
    data = tmp_path / "data"
    kills: list[tuple[int, set[tuple[str, str]]]] = []
    with World(plan) as world:
        catalogue = world.catalogue(tmp_path / "catalogue")
        for share in (0.2, 0.4, 0.6):
            running = subprocess.Popen([sys.executable, "-c", CAPTURE, data, catalogue], cwd=ROOT)
            until = time.monotonic() + 60
            wanted = share * len(plan.allowed())
            while running.poll() is None and time.monotonic() < until and whole(world).total() < wanted:
                time.sleep(0.05)
            assert running.poll() is None, "it had ended before it was killed"
            running.kill()
            running.wait()
            kills.append((len(world.log()), archived(data) & plan.allowed()))
        with night(data, catalogue) as work:
            got = had(captured(work)) & plan.allowed()
            assert len(work.store.unfinished()) == 3
            fresh = work.to_parse()
        log = world.log()
    assert had(capture.url for _, capture in fresh) & plan.allowed() == got
    failed = Counter((r.host, r.path) for r in log if r.fault)
    missing = {place: failed[place] for place in plan.allowed() - got}
    assert len(missing) <= 8 and all(tries >= QUICK.attempts for tries in missing.values()), missing
    assert all(held for _, held in kills)
    for count, held in kills:
        assert held.isdisjoint((r.host, r.path) for r in log[count:])


def archived(data: Path) -> set[tuple[str, str]]:
    """(host, path) of the documents that the archive holds whole."""
    found = (one for path in warc_files(data / "archive") for one in recover(path, lambda url, at: False, {}))
    return had(one.url for one in found if isinstance(one, Capture))


def whole(world: World) -> Counter[tuple[str, str]]:
    """How often each document was sent whole."""
    return Counter(
        (r.host, r.path) for r in world.log() if r.path.startswith("/doc/") and r.status == 200 and r.fault is None
    )


@pytest.mark.parametrize("attempt", [0, 1])
def test_the_schedule_of_faults_is_what_it_says(attempt: int) -> None:
    plan = Plan(hosts=200, documents=25)
    failing = Counter(plan.fault(host, path, attempt) for host, path in plan.allowed())
    assert 0.18 < 1 - failing[None] / sum(failing.values()) < 0.22
    assert len(failing) == 11
