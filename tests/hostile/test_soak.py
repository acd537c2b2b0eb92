"""The long proof, `make soak`: thousands of documents, kills, full disks, and the figures of docs/soak.md."""

from __future__ import annotations

import hashlib
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.conftest import ROOT, Ended
from tests.hostile.plan import Plan
from tests.hostile.test_capture import check_nights, had, whole
from tests.hostile.world import QUICK, World, check_politeness, night, told
from warehouse import schema
from warehouse.store import RECORDS

pytestmark = pytest.mark.soak
KILLS = 20


@pytest.fixture(scope="module")
def command(environment: dict[str, str]) -> list[dict[str, str]]:
    """The environment of a command, in a list, so that it is not printed where a test fails."""
    return [{**environment, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}]


def started(command: list[dict[str, str]], world: World, *arguments: str | Path, **env: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.steward", *map(str, arguments)],
        cwd=ROOT,
        env={**command[0], **world.environment(), **env},
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ran(command: list[dict[str, str]], world: World, *arguments: str | Path, **env: str) -> Ended:
    running = started(command, world, *arguments, **env)
    out, err = running.communicate(timeout=900)
    return Ended(running.returncode, out, err)


def rows(data: Path, sql: str) -> list[tuple[Any, ...]]:
    con = duckdb.connect(str(data / "warehouse.duckdb"), read_only=True)
    try:
        return con.execute(sql).fetchall()
    finally:
        con.close()


def documents(data: Path) -> int:
    return len(had(url for (url,) in rows(data, "select url from documents")))


def everything(data: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that tells of the world, times of capture left out, and what was captured."""
    found = {}
    for name, table in schema.tables().items():
        if name not in RECORDS and name != "changes":
            columns = ", ".join(c for c in table.names() if c not in ("fetched_at", "learned_at"))
            found[name] = rows(data, f"select {columns} from {name} order by all")
    found["captures"] = rows(
        data, "select distinct url, content_sha256 from captures where content_sha256 is not null order by all"
    )
    return found


def check_snapshot(data: Path) -> None:
    """What `latest` names is whole."""
    latest = data / "snapshots" / "latest"
    if latest.exists():
        folder = data / "snapshots" / latest.read_text().strip()
        for line in (folder / "SHA256SUMS").read_text().splitlines():
            digest, name = line.split(maxsplit=1)
            assert hashlib.sha256((folder / name.lstrip("*")).read_bytes()).hexdigest() == digest, name


def check_archive(data: Path) -> int:
    """Every record of the archive is whole, as another tool reads it; returns how many there are."""
    count = 0
    for path in (data / "archive").iterdir():
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                record.content_stream().read()
                count += 1
    return count


# --- the living web


def test_five_thousand_documents(tmp_path: Path) -> None:
    plan = Plan(hosts=200, documents=27)
    assert len(plan.allowed()) > 5_000
    told("5,000 documents", **check_nights(plan, tmp_path, 1.0))


def test_fifty_thousand_captures(tmp_path: Path) -> None:
    """Small pages of 200 hosts that answer at once: pages a second, and memory as it goes."""
    plan = Plan(hosts=200, documents=250, failing=0.0, is_hostile=False)
    with World(plan) as world:
        catalogue = world.catalogue(tmp_path / "catalogue")
        memory: list[tuple[float, int]] = []
        ended = threading.Event()

        def watch() -> None:
            while not ended.wait(1.0):
                pages = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
                memory.append((time.monotonic(), pages))

        threading.Thread(target=watch, daemon=True).start()
        began = time.monotonic()
        cpu = time.process_time()
        with night(tmp_path / "data", catalogue, replace(QUICK, delay_seconds=0.0, read_seconds=30.0)) as work:
            took = time.monotonic() - began
            ended.set()
            assert work.run.documents_seen == 50_000
            assert len(work.store.waiting()) == 50_000
        quarter = [held for at, held in memory if (at - began) > took / 4]
        grown = (quarter[-1] - quarter[0]) / 1e6
        told(
            "50,000 captures",
            seconds=round(took),
            pages_per_second=round(50_000 / took),
            cpu_seconds=round(time.process_time() - cpu),
            megabytes_after_a_quarter=round(quarter[0] / 1e6),
            megabytes_at_the_end=round(quarter[-1] / 1e6),
        )
        assert grown < 60, memory[:: max(1, len(memory) // 20)]
        assert 50_000 / took >= 100


# --- the night, killed


def test_killed_twenty_times(command: list[dict[str, str]], tmp_path: Path) -> None:
    """Killed at random moments and started again, until a run comes through; then once more from the beginning."""
    plan = Plan(hosts=40, documents=6)
    undisturbed = tmp_path / "undisturbed"
    figures: dict[str, object] = {}
    with World(plan) as world:
        catalogue = world.catalogue(tmp_path / "catalogue")
        wanted = len(plan.allowed()) + 3 * sum(1 for host in range(plan.hosts) if plan.traps(host))

        def refresh(folder: Path) -> float:
            began = time.monotonic()
            ended = ran(command, world, "refresh", "--catalogue", catalogue, "--data", folder)
            assert ended.code == 3, ended.err
            assert "Traceback" not in ended.err
            return time.monotonic() - began

        def complete(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
            """Nights until nothing is missing; what the warehouse says then."""
            for _ in range(5):
                if (folder / "warehouse.duckdb").exists() and documents(folder) == wanted:
                    break
                refresh(folder)
            assert documents(folder) == wanted
            return everything(folder)

        figures["undisturbed, seconds"] = round(took := refresh(undisturbed), 1)
        one = complete(undisturbed)
        chance = random.Random()
        kills, series, twice = 0, 0, 0
        while kills < KILLS:
            series += 1
            data = tmp_path / f"killed-{series}"
            world.control("/clear")
            running = None
            while kills < KILLS and (running is None or running.poll() == -signal.SIGKILL):
                running = started(command, world, "refresh", "--catalogue", catalogue, "--data", data)
                with suppress(subprocess.TimeoutExpired):
                    running.communicate(timeout=chance.uniform(1.0, took * 0.6))
                if running.poll() is None:
                    kills += 1
                    os.killpg(running.pid, signal.SIGKILL)
                    running.communicate()
                check_snapshot(data)
            twice += sum(n - 1 for n in whole(world).values())
            other = complete(data)
            check_politeness(plan, world.log(), 0.0)
            assert one.keys() == other.keys()
            for table in one:
                assert one[table] == other[table], table
        figures |= {"kills": kills, "times from the beginning": series, "documents": wanted}
        figures |= {"rows compared": sum(map(len, one.values())), "documents sent twice": twice}

        world.control("/night/2")  # nothing goes wrong, and nothing is new
        snapshot = (undisturbed / "snapshots" / "latest").read_text()
        figures["nothing new, seconds"] = round(refresh(undisturbed), 1)
        assert (undisturbed / "snapshots" / "latest").read_text() == snapshot
        last = "(select run_id from runs order by started_at desc limit 1)"
        counted = f"select documents_new, documents_parsed, documents_extracted from runs where run_id = {last}"
        assert rows(undisturbed, counted) == [(0, 0, 0)]
        since = "(select max(started_at) from runs)"
        ends = rows(undisturbed, f"select outcome, count(*) from captures where fetched_at >= {since} group by 1")
        figures["nothing new, outcomes"] = dict(ends)
        assert not {"new"} & dict(ends).keys()
    told("killed", **figures)


# --- the machine


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of 200 MB, mounted at a folder."""
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200m", "steward", folder], check=False)
    if mounted.returncode:
        pytest.skip("only the superuser may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.parametrize("room", [40_000, 400_000, 1_500_000, 6_000_000])
def test_a_full_disk(command: list[dict[str, str]], tmp_path: Path, room: int) -> None:
    plan = Plan(hosts=20, documents=5, failing=0.0)
    with World(plan) as world, small_disk(tmp_path / "disk") as disk:
        catalogue = world.catalogue(tmp_path / "catalogue")
        data = disk / "data"
        first = ["refresh", "--catalogue", catalogue, "--data", data]
        assert ran(command, world, *first, "h000").code == 0
        before = everything(data)
        ballast = disk / "ballast"
        with ballast.open("wb") as file, suppress(OSError):
            free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
            file.write(bytes(max(0, free - room)))
        ended = ran(command, world, *first)
        assert ended.code == 1, (ended.code, ended.err)
        assert "Traceback" not in ended.err + ended.out
        assert "No space left" in ended.err + ended.out or "space" in (ended.err + ended.out).lower()
        assert everything(data) == before, "what was published before must stay"
        check_snapshot(data)
        check_archive(data)
        sent = whole(world)
        ballast.unlink()
        again = ran(command, world, *first)
        assert again.code == 3, again.err  # some hosts stay away
        assert plan.allowed() <= had(url for (url,) in rows(data, "select url from documents"))
        told("full disk", room=room, sent_before=len(sent), sent_twice=sum(n - 1 for n in whole(world).values()))
        check_snapshot(data)
        check_archive(data)


def test_a_folder_that_may_only_be_read(command: list[dict[str, str]], tmp_path: Path) -> None:
    with World(Plan(4, 3, 0.0, is_hostile=False)) as world, small_disk(tmp_path / "disk") as disk:
        catalogue, data = world.catalogue(tmp_path / "catalogue"), disk / "data"
        arguments = ["refresh", "--catalogue", catalogue, "--data", data]
        assert ran(command, world, *arguments).code == 0
        before = everything(data)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        ended = ran(command, world, *arguments)
        assert ended.code == 1
        assert "Read-only file system" in ended.err
        assert "Traceback" not in ended.err
        assert everything(data) == before
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        assert ran(command, world, *arguments).code == 0
        assert everything(data) == before


def test_a_clock_that_jumps_back(command: list[dict[str, str]], tmp_path: Path) -> None:
    """The first night is two days ahead; on the second, the clock is right and a source more is read."""
    with World(Plan(4, 3, 0.0, is_hostile=False)) as world:
        catalogue, data = world.catalogue(tmp_path / "catalogue"), tmp_path / "data"
        arguments = ["refresh", "--catalogue", catalogue, "--data", data]
        first = ran(command, world, *arguments, "h000", STEWARD_TEST_CLOCK=str(2 * 86_400))
        assert first.code == 0, first.err
        latest = (data / "snapshots" / "latest").read_text()
        second = ran(command, world, *arguments)
        assert second.code == 0, second.err
        assert (data / "snapshots" / "latest").read_text() != latest
        assert documents(data) == 12
        assert rows(data, "select count(*) from captures where outcome = 'new'") >= [(12,)]
        check_snapshot(data)
        shown = ran(command, world, "status", "--data", data)
        assert shown.code == 0
        assert "-" not in shown.out.partition("hours old")[0].rpartition(",")[2], shown.out
        third = ran(command, world, *arguments)
        assert third.code == 0
        assert "snapshot unchanged" in third.out


def test_two_refreshes_at_once(command: list[dict[str, str]], tmp_path: Path) -> None:
    plan = Plan(6, 4, 0.0, is_hostile=False)
    with World(plan) as world:
        catalogue, data = world.catalogue(tmp_path / "catalogue"), tmp_path / "data"
        arguments = ["refresh", "--catalogue", catalogue, "--data", data]
        both = [started(command, world, *arguments) for _ in range(2)]
        told_by = [running.communicate(timeout=300) for running in both]
        assert sorted(running.returncode for running in both) == [0, 1]
        refused = told_by[0 if both[0].returncode else 1]
        assert "in use by process" in refused[1]
        assert "Traceback" not in refused[1]
        assert documents(data) == 24
        assert max(Counter(whole(world)).values()) == 1
