"""Only what changed is done again; whatever happens to a run, readers see a whole warehouse and nothing is lost."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.lock import locked
from tests.conftest import ROOT, Ended
from warehouse import schema

FIRST = """Dock workers reach a deal on robots

The Pier Workers Union and Harbor Freight Lines agreed on Monday that the company must give 120 days of notice before it
brings in autonomous cranes. “No crane moves without one of us watching,” said Mara Lind, president of the Pier Workers
Union.

The union says that 45 percent of its 3,100 members work beside automated equipment. It called on Congress to require
that a human being review every dismissal that an algorithm proposes.
"""
SECOND = """Clerks ask for a say in software

The County Clerks Association said on Tuesday that employers should be required to train workers before artificial
intelligence changes their jobs. “We learn it at night, unpaid,” said Joel Abara, president of the County Clerks
Association.

A survey found that 62 percent of clerks use a chatbot at work. The state senate is to hear the Clerks' Fair Notice Act.
"""
THIRD = """Bus drivers strike over cameras

Drivers of the Valley Transit Union walked out on March 4, 2026. The union demands that cameras with artificial
intelligence shall not be used to discipline drivers. “A lens is no supervisor,” said Ida Brandt, a driver.

The strike is the first in 12 years, and 800 drivers take part in it, the Valley Transit Union said.
"""
LATER = """How to bargain over new technology

Ask the employer for a list of all software that uses artificial intelligence. Unions should demand that workers be
trained on paid time. Propose that no worker shall be laid off because of automation for 24 months.
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four files; two hold the same text."""
    folder = tmp_path_factory.mktemp("documents")
    for name, text in (
        ("dock.txt", FIRST),
        ("clerks.txt", SECOND),
        ("drivers.txt", THIRD),
        ("reprint.txt", FIRST),
    ):
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="module")
def first(steward: Callable[..., Ended], documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder after one undisturbed run. Not to be changed by a test."""
    data = tmp_path_factory.mktemp("first") / "data"
    ended = steward("ingest", documents, "--data", data)
    assert ended.code == 0, ended.err
    return data


@pytest.fixture
def data(first: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(first, tmp_path / "data")


def rows(data: Path, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    con = duckdb.connect(str(data / "warehouse.duckdb"), read_only=True)
    try:
        return con.execute(sql, list(values)).fetchall()
    finally:
        con.close()


def facts(data: Path) -> set[tuple[str, ...]]:
    """(table, fact id, document id, quote) of every fact."""
    found: set[tuple[str, ...]] = set()
    for table in schema.fact_tables():
        found |= set(rows(data, f"select '{table.name}', fact_id, document_id, quote from {table.name}"))
    return found


def latest(data: Path) -> str:
    return (data / "snapshots" / "latest").read_text()


def last_run(data: Path) -> tuple[int, int, int]:
    """(new, read, searched) of the last run in the warehouse."""
    sql = "select documents_new, documents_parsed, documents_extracted from runs order by started_at desc limit 1"
    (found,) = rows(data, sql)
    return found


def test_the_first_run_finds_facts_of_many_kinds(first: Path) -> None:
    tables = {table for table, *_ in facts(first)}
    assert len(tables) >= 5, tables
    assert last_run(first) == (4, 4, 4)
    assert rows(first, "select exit_code from runs") == [(0,)]


def test_the_same_text_elsewhere_is_a_duplicate(first: Path) -> None:
    sql = "select d.url, o.url from documents d join documents o on o.document_id = d.duplicate_of"
    (pair,) = rows(first, sql)
    assert [url.split("/")[-1] for url in pair] == ["reprint.txt", "dock.txt"]
    assert rows(first, "select count(distinct content_sha256), count(*) from documents") == [(3, 4)]


def test_a_second_run_does_nothing_again(data: Path, documents: Path, steward: Callable[..., Ended]) -> None:
    before, snapshot = facts(data), latest(data)
    parts = {
        path.name for kind in ("documents", "passages", "extractions") for path in (data / "store" / kind).iterdir()
    }
    archived = sum(path.stat().st_size for path in (data / "archive").rglob("*") if path.is_file())
    ended = steward("ingest", documents, "--data", data)
    assert ended.code == 0, ended.err
    assert "snapshot unchanged" in ended.out
    assert last_run(data) == (0, 0, 0)
    assert facts(data) == before
    assert latest(data) == snapshot
    assert parts == {
        path.name for kind in ("documents", "passages", "extractions") for path in (data / "store" / kind).iterdir()
    }
    assert archived == sum(path.stat().st_size for path in (data / "archive").rglob("*") if path.is_file())
    assert rows(data, "select outcome, count(*) from captures group by 1 order by 1") == [("new", 4), ("unchanged", 4)]
    assert len(rows(data, "from runs")) == 2
    assert (data / "warehouse.duckdb").read_bytes()[12:20] == (64).to_bytes(8, "little")


class Project:
    """A copy of the project whose code a test may change, and a data folder whose documents are gone."""

    def __init__(self, folder: Path, steward: Callable[..., Ended]) -> None:
        self.folder = folder
        self._steward = steward
        for room in ("records", "sources", "extractors", "warehouse", "sql", "flows"):
            shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))

    def edit(self, module: str, pattern: str, replacement: str) -> None:
        path = self.folder / module
        text, count = re.subn(pattern, replacement, path.read_text(encoding="utf-8"))
        assert count == 1, f"{module} has {count} places like {pattern}"
        path.write_text(text, encoding="utf-8")

    def steward(self, *arguments: str | Path) -> Ended:
        return self._steward(*arguments, cwd=self.folder, env={"PYTHONPATH": str(self.folder)})


def test_changed_code_reads_and_searches_from_the_archive(
    documents: Path, steward: Callable[..., Ended], tmp_path: Path
) -> None:
    """The files are deleted after the first run. A changed extractor searches again, a changed parser reads again."""
    gone = shutil.copytree(documents, tmp_path / "gone")
    data, project = tmp_path / "data", Project(tmp_path / "project", steward)
    ended = project.steward("ingest", gone, "--type", "report", "--data", data)
    assert ended.code == 0, ended.err
    shutil.rmtree(gone)
    (tmp_path / "later.txt").write_text(LATER)
    before, captured = facts(data), rows(data, "select url, content_sha256 from captures order by 1")
    assert len(before) > 5

    project.edit("extractors/statistics.py", r'(?m)^(    version\b.*) = ".*"$', r'\1 = "changed"')
    ended = project.steward("ingest", tmp_path / "later.txt", "--data", data)
    assert ended.code == 0, ended.err
    assert last_run(data) == (1, 1, 5)
    versions = rows(data, "select distinct extractor_version from statistics")
    assert len(versions) == 1
    assert versions[0][0].startswith("changed+")
    after = facts(data)
    assert before <= after
    assert (
        rows(data, "select url, content_sha256 from captures where url not like '%/later.txt' order by 1") == captured
    )

    project.edit("extractors/parse.py", r'(?m)^_VERSION = ".*"$', '_VERSION = "changed"')
    ended = project.steward("ingest", tmp_path / "later.txt", "--data", data)
    assert ended.code == 0, ended.err
    assert last_run(data) == (0, 5, 5)
    assert facts(data) == after
    types = rows(data, "select parse_filename(url), document_type from documents where url like '%/gone/%'")
    assert {kind for _, kind in types} == {"report"}, "what --type said is forgotten"


def test_the_archive_alone_is_enough(data: Path, first: Path, steward: Callable[..., Ended]) -> None:
    """Store and warehouse are lost; what was captured is read again, and read again once more when asked for."""
    shutil.rmtree(data / "store")
    (data / "warehouse.duckdb").unlink()
    ended = steward("ingest", "--from-archive", "--data", data)
    assert ended.code == 0, ended.err
    assert last_run(data) == (3, 3, 3)  # the reprint's content lies in the archive once, under its first address
    left = {row for row in facts(first) if row[2] in {key for _, _, key, _ in facts(data)}}
    assert facts(data) == left
    assert len(left) > 5
    snapshot = latest(data)
    ended = steward("ingest", "--from-archive", "--data", data)
    assert ended.code == 0, ended.err
    assert last_run(data) == (0, 3, 0)
    assert latest(data) == snapshot


COUNTED = "select count(*), sum(length(text)), (select count(*) from fact_evidence) from documents"
READER = f"""
import sys, duckdb
con = duckdb.connect(sys.argv[1], read_only=True)
def tell():
    print(con.execute("{COUNTED}").fetchone(), flush=True)
tell()
for line in sys.stdin:
    tell()
"""


def test_readers_see_the_old_state_whole_and_then_the_new_one(
    data: Path, steward: Callable[..., Ended], tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / "later.txt").write_text(LATER)
    (old,) = rows(data, COUNTED)
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(data / "warehouse.duckdb")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdin is not None
    assert reader.stdout is not None
    assert reader.stdout.readline().strip() == str(old)
    with started(environment, tmp_path / "later.txt", "--type", "guide", "--data", data) as running:
        seen = set()
        while running.poll() is None:
            seen |= set(rows(data, COUNTED))
            time.sleep(0.05)
    assert running.returncode == 0
    (new,) = rows(data, COUNTED)
    assert seen <= {old, new}
    assert new[0] == old[0] + 1
    told, _ = reader.communicate("again\n", timeout=60)
    assert told.strip() == str(old)
    assert rows(data, "select document_type from documents where url like '%/later.txt'") == [("guide",)]
    changes = rows(data, "select distinct change, cause from changes")
    assert changes == [("added", "source")]


def test_a_folder_in_use_is_left_alone(
    data: Path, documents: Path, steward: Callable[..., Ended], tmp_path: Path
) -> None:
    before = {path: path.stat().st_mtime_ns for path in (data / "store").rglob("*")}
    with locked(data):
        ended = steward("ingest", documents, "--data", data)
    assert ended.code == 1
    assert f"in use by process {os.getpid()}" in ended.err
    assert "Traceback" not in ended.err
    assert {path: path.stat().st_mtime_ns for path in (data / "store").rglob("*")} == before


@contextmanager
def started(environment: dict[str, str], *arguments: str | Path) -> Iterator[subprocess.Popen[bytes]]:
    """A run in a process group of its own; what is left of the group ends with the block."""
    running = subprocess.Popen(
        [sys.executable, "-m", "flows", "ingest", *map(str, arguments)],
        cwd=ROOT,
        env={**environment, "PYTHONPATH": str(ROOT), "STEWARD_BATCH": "1"},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait(timeout=60)


def _moments(data: Path) -> Iterator[tuple[str, Callable[[], bool]]]:
    """Moments of a run, each with how to know that it has come."""
    yield "captured", lambda: any((data / "store" / "captures").glob("*.parquet"))
    yield "searching", lambda: any((data / "store" / "extractions").glob("*.parquet"))
    yield "building", lambda: any(data.glob(".warehouse-*")) or (data / "warehouse.duckdb").exists()


def test_a_killed_run_loses_nothing(
    first: Path, documents: Path, steward: Callable[..., Ended], environment: dict[str, str], tmp_path: Path
) -> None:
    """Killed with -9 at three moments, each a random while after a stage began; the last run is given one file only."""
    data = tmp_path / "data"
    chance = random.Random()
    delays = []
    for moment, has_come in _moments(data):
        with started(environment, documents, "--data", data) as running:
            deadline = time.monotonic() + 120
            while not has_come() and running.poll() is None and time.monotonic() < deadline:
                time.sleep(0.01)
            assert has_come(), f"the run ended with {running.poll()} and was never {moment}"
            delays.append(chance.uniform(0, 0.4))
            time.sleep(delays[-1])
            running.kill()
            running.wait()
    ended = steward("ingest", documents / "dock.txt", "--data", data)
    assert ended.code == 0, ended.err
    assert facts(data) == facts(first), f"after kills {delays} seconds into the stages"
    assert rows(data, "select count(*) from documents") == [(4,)]
    assert len(rows(data, "from runs")) == 4
    assert rows(data, "select exit_code from runs order by started_at desc limit 1") == [(0,)]
    told = steward("status", "--data", data)
    assert "did not end: killed" in told.out
    snapshot = data / "snapshots" / latest(data).strip()
    assert (snapshot / "SHA256SUMS").is_file()
    assert list(data.rglob(".warehouse-*")) == []
