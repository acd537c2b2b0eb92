"""The last stages of a run: build the warehouse aside, check it, publish a snapshot, and only then swap."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import duckdb

from extractors import lexicon
from extractors.base import extractors
from extractors.parse import parser_version
from flows.work import Work
from records.model import Run
from warehouse import build, checks, schema, snapshot
from warehouse.store import RECORDS

_ROOT = Path(__file__).resolve().parent.parent


class CheckError(RuntimeError):
    """The built warehouse breaks a check; nothing was published."""


@dataclass(frozen=True)
class Published:
    """What is current after a run: the snapshot, and whether this run made it."""

    snapshot_id: str | None
    is_new: bool


def publish(work: Work, exit_code: int) -> Published:
    """Builds, checks and publishes what the store holds.

    Where no document and no code changed since the last build, only what tells of runs is brought up to date.

    The new warehouse takes the old one's place in one step, after its snapshot is complete; `latest` moves last.
    Raises CheckError where a check does not hold: then warehouse and snapshots stay as they were.
    """
    settings = work.settings
    mark = settings.store / ".built"
    state = _state(work)
    latest = snapshot.latest(settings.snapshots)
    target = settings.data / f".warehouse-{work.run_id}.duckdb"
    _clean(settings.data)
    if latest and settings.warehouse.is_file() and mark.is_file() and mark.read_text(encoding="utf-8") == state:
        work.store.add_run(work.finished(exit_code, latest.name))
        shutil.copyfile(settings.warehouse, target)
        build.update_records(work.store, target)
        target.replace(settings.warehouse)
        return Published(latest.name, is_new=False)
    inputs = build.Inputs(tuple((kind.name, kind.full_version()) for kind in extractors()), lexicon.entries())
    try:
        work.reporter.say("building the warehouse")
        build.build(work.store, target, inputs)
        _check(work, target)
        made = snapshot.publish(target, settings.snapshots, versions())
        _end_run(target, work.finished(exit_code, made.snapshot_id))
        mark.unlink(missing_ok=True)  # until the new mark is written, the next run builds anew
        target.replace(settings.warehouse)
    finally:
        target.unlink(missing_ok=True)
    snapshot.point(settings.snapshots, made.snapshot_id)
    mark.write_text(state, encoding="utf-8")
    return Published(made.snapshot_id, made.is_new)


def versions() -> dict[str, str]:
    """What found the facts: Steward, the parser, each extractor."""
    try:
        steward = version("steward")
    except PackageNotFoundError:
        steward = "unknown"
    return {"steward": steward, "parser": parser_version()} | {k.name: k.full_version() for k in extractors()}


def _check(work: Work, target: Path) -> None:
    con = duckdb.connect(str(target), read_only=True)
    try:
        broken = checks.failures(con)
    finally:
        con.close()
    for failure in broken:
        work.note("check", "check_failed", "error", str(failure))
    if broken:
        raise CheckError(f"{len(broken)} checks of the new warehouse failed; nothing was published. First: {broken[0]}")


def _end_run(target: Path, run: Run) -> None:
    """Writes the run's end into the warehouse that it built."""
    table = schema.tables()["runs"]
    con = duckdb.connect(str(target))
    try:
        con.register("ended", schema.arrow_rows(table, [run]))
        con.execute("delete from runs where run_id = ?", [run.run_id])
        con.execute(f"insert into runs select {', '.join(table.names())} from ended")
        con.execute("checkpoint")
    finally:
        con.close()


def _state(work: Work) -> str:
    """What the warehouse is made of: the store's parts, those that tell of runs aside, and the code that builds."""
    digest = hashlib.sha256()
    for line in _inputs(work.settings.store):
        digest.update(line.encode())
    digest.update(repr(sorted(versions().items())).encode())
    return digest.hexdigest()


def _inputs(store: Path) -> Iterator[str]:
    for path in sorted(store.glob("*/*.parquet")):
        if path.parent.name not in RECORDS:
            yield f"{path.parent.name}/{path.name}"
    for folder in ("sql", "warehouse", "records"):
        for path in sorted((_ROOT / folder).rglob("*")):
            if path.suffix in (".sql", ".py"):
                yield hashlib.sha256(path.read_bytes()).hexdigest()


def _clean(data: Path) -> None:
    """Removes what killed runs left half built."""
    for path in (*data.glob(".warehouse-*"), *data.glob("store/*/.*.part"), *data.glob("snapshots/.latest.part")):
        path.unlink(missing_ok=True)
    for folder in data.glob("snapshots/.*.building"):
        shutil.rmtree(folder, ignore_errors=True)
