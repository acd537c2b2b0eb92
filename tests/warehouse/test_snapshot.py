"""A snapshot is whole before it is named, never changes, says what is in it, and keeps what may not be shown."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from records import facts
from records.model import Document, Issue
from tests.warehouse.made import FINDER, LEXICON, add, at, capture, page, run
from warehouse import build, schema, snapshot
from warehouse.store import Store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
VERSIONS = {"steward": "0.1.0", "finder": "1"}
SECRET = "Nobody outside may read that cormorants nest under pier nine."
OPEN = page(f"Cranes stop at night.\n{SECRET} This page is free.", "open", rights="full")
QUOTED = page(f"Drivers get 30 days of notice.\n{SECRET} This page is not free.", "quoted")
HIDDEN = page(
    f"Clerks get 60 days of notice.\n{SECRET} Of this page only the address is told.", "hidden", rights="metadata"
)
SENTENCE = {
    OPEN: "Cranes stop at night.",
    QUOTED: "Drivers get 30 days of notice.",
    HIDDEN: "Clerks get 60 days of notice.",
}


def statistic(made: Document, value: float = 30.0) -> facts.Fact:
    return facts.Statistic(
        span=at(made, SENTENCE[made]), confidence=0.7, metric="days of notice", value=value, unit="days"
    )


def event(made: Document) -> facts.Fact:
    return facts.Event(span=at(made, SENTENCE[made]), confidence=0.7, kind="other")


Found = Mapping[Document, list[facts.Fact]]
FOUND: Found = {made: [statistic(made)] for made in (OPEN, QUOTED, HIDDEN)}


class House:
    """A data folder: stores, builds and publishes like a run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.snapshots = folder / "snapshots"
        self.store = Store(folder / "store", "run-1")
        self.builds = 0

    def build(self, found: Found | None = None, finder: tuple[str, str] = FINDER) -> Path:
        if found:
            add(self.store, found, finder=finder)
        self.builds += 1
        target = self.folder / f"warehouse-{self.builds}.duckdb"
        build.build(self.store, target, build.Inputs((finder,), LEXICON))
        return target

    def publish(
        self, found: Found | None = None, finder: tuple[str, str] = FINDER, *, hours: int = 0, point: bool = True
    ) -> snapshot.Snapshot:
        made = snapshot.publish(self.build(found, finder), self.snapshots, VERSIONS, NOON + timedelta(hours=hours))
        if point:
            snapshot.point(self.snapshots, made.snapshot_id)
        return made

    def changes(self) -> set[tuple[Any, ...]]:
        """(number of the snapshot, table, quote's beginning or None, change, cause) in the last warehouse."""
        con = duckdb.connect(str(self.folder / f"warehouse-{self.builds}.duckdb"), read_only=True)
        rows = con.execute(
            "select dense_rank() over (order by snapshot_id), c.table_name, left(f.quote, 6), change, cause "
            "from changes c left join fact_evidence f using (fact_id)"
        ).fetchall()
        con.close()
        return set(rows)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> snapshot.Snapshot:
    """A snapshot of three documents with different rights, captures, a run and an issue."""
    made = House(tmp_path_factory.mktemp("published"))
    made.store.add_captures([capture(document) for document in FOUND])
    made.store.add_run(run())
    made.store.add_issues([Issue("issue-1", "run-1", "parse", None, None, "torn", "warning", "a page is torn")])
    return made.publish(FOUND)


def rows(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    con = duckdb.connect(str(folder / "warehouse.duckdb"), read_only=True)
    try:
        return con.execute(sql).fetchall()
    finally:
        con.close()


def test_the_manifest_tells_the_truth(published: snapshot.Snapshot) -> None:
    manifest = json.loads((published.folder / "manifest.json").read_text())
    assert manifest["snapshot_id"] == published.snapshot_id == published.folder.name
    assert manifest["created_at"] == NOON.isoformat()
    assert manifest["previous"] is None
    assert manifest["versions"].items() >= VERSIONS.items()
    assert manifest["versions"]["duckdb"] == duckdb.__version__
    assert set(manifest["files"]) == {f"{name}.parquet" for name in schema.tables()} | {"warehouse.duckdb"}
    for name, told in manifest["files"].items():
        content = (published.folder / name).read_bytes()
        assert told["sha256"] == hashlib.sha256(content).hexdigest(), name
        assert told["bytes"] == len(content), name
        if name.endswith(".parquet"):
            assert [(told["rows"],)] == rows(published.folder, f"select count(*) from {name.removesuffix('.parquet')}")
            counted = duckdb.execute("select count(*) from read_parquet($1)", [str(published.folder / name)])
            assert counted.fetchall() == [(told["rows"],)], name


def test_the_checksums_verify(published: snapshot.Snapshot) -> None:
    lines = (published.folder / "SHA256SUMS").read_text().splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert told == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in published.folder.iterdir()
        if path.name != "SHA256SUMS"
    }
    assert {"manifest.json", "dictionary.md", "README.md"} < set(told)


def test_the_snapshot_says_what_it_is(published: snapshot.Snapshot) -> None:
    about = (published.folder / "README.md").read_text()
    assert published.snapshot_id in about
    assert "| statistics.parquet | 2 |" in about
    assert "## statistics" in (published.folder / "dictionary.md").read_text()


def test_text_is_there_only_with_full_rights(published: snapshot.Snapshot) -> None:
    told = rows(published.folder, "select rights, text, character_count > 0 from documents order by rights")
    assert told == [("full", OPEN.text, True), ("metadata", None, True), ("quote", None, True)]
    passages = rows(published.folder, "select document_id, count(text) > 0, count(*) > 0 from passages group by 1")
    assert set(passages) == {(OPEN.document_id, True, True), (QUOTED.document_id, False, True)}


def test_what_is_withheld_is_nowhere_in_the_snapshot(tmp_path: Path) -> None:
    """Neither in any cell nor, as bytes, in any file: also not where DuckDB keeps what was deleted."""
    house = House(tmp_path)
    made = house.publish({QUOTED: [statistic(QUOTED)], HIDDEN: [statistic(HIDDEN)]})
    for path in made.folder.iterdir():
        assert b"cormorants" not in path.read_bytes(), path.name
    for name in schema.tables():
        file = str(made.folder / f"{name}.parquet")
        cells = duckdb.execute(
            "select count(*) from read_parquet($1) as r where r::varchar like '%cormorants%'", [file]
        )
        assert cells.fetchall() == [(0,)], name
        assert rows(made.folder, f"select count(*) from {name} as r where r::varchar like '%cormorants%'") == [(0,)]
    whole = duckdb.connect(str(house.folder / "warehouse-1.duckdb"), read_only=True)
    assert whole.execute("select count(*) from documents where text like '%cormorants%'").fetchall() == [(2,)]


def test_quotes_stay_unless_only_metadata_may_be_told(published: snapshot.Snapshot) -> None:
    quotes = rows(published.folder, "select quote from statistics order by 1")
    assert quotes == [(SENTENCE[OPEN],), (SENTENCE[QUOTED],)]
    assert SENTENCE[HIDDEN].encode() not in (published.folder / "warehouse.duckdb").read_bytes()


def test_organizations_that_only_metadata_documents_name_are_not_told(house: House) -> None:
    free = page("The HWU wants notice.", "free", rights="full")
    shut = page("The Silent Guild wants notice.", "shut", rights="metadata")
    named = {free: "HWU", shut: "Silent Guild"}
    made = house.publish(
        {
            document: [facts.OrganizationMention(span=at(document, name), confidence=0.9, organization_name=name)]
            for document, name in named.items()
        }
    )
    assert rows(made.folder, "select name from organizations order by 1") == [
        ("Congress of Unions",),
        ("Harbor Workers United",),
    ]
    whole = duckdb.connect(str(house.folder / "warehouse-1.duckdb"), read_only=True)
    assert whole.execute("select count(*) from organizations").fetchone() == (3,)


def test_every_view_works_without_the_text(published: snapshot.Snapshot) -> None:
    for path in build.VIEWS.glob("*.sql"):
        rows(published.folder, f"from {path.stem.split('_', 1)[1]}")
    assert rows(published.folder, "select count(*) from fact_evidence") == [(2,)]
    told = rows(published.folder, "select comment from duckdb_tables() where table_name = 'statistics'")
    assert told == [(schema.tables()["statistics"].doc,)]


def test_the_public_warehouse_is_readable_from_1_0_on(published: snapshot.Snapshot) -> None:
    head = (published.folder / "warehouse.duckdb").read_bytes()[:24]
    assert (head[8:12], int.from_bytes(head[12:20], "little")) == (b"DUCK", 64)


def test_latest_is_moved_last(house: House) -> None:
    assert snapshot.latest(house.snapshots) is None
    made = house.publish(FOUND, point=False)
    assert made.is_new
    assert (made.folder / "SHA256SUMS").is_file()
    assert not (house.snapshots / "latest").exists()
    snapshot.point(house.snapshots, made.snapshot_id)
    assert snapshot.latest(house.snapshots) == made.folder
    assert [path.name for path in house.snapshots.iterdir() if path.name.startswith(".")] == []


def test_a_snapshot_that_is_not_whole_is_not_the_latest(house: House) -> None:
    made = house.publish(FOUND)
    (made.folder / "manifest.json").unlink()
    assert snapshot.latest(house.snapshots) is None


def test_the_same_content_publishes_nothing(house: House) -> None:
    first = house.publish(FOUND)
    content = {path: path.read_bytes() for path in first.folder.iterdir()}
    house.store.add_run(run("run-2"))
    house.store.add_captures([capture(OPEN, run="run-2", outcome="unchanged")])
    house.store.add_issues([Issue("issue-9", "run-2", "fetch", None, None, "slow", "warning", "the site is slow")])
    second = house.publish(hours=24)
    assert (second.snapshot_id, second.is_new) == (first.snapshot_id, False)
    assert {path: path.read_bytes() for path in first.folder.iterdir()} == content
    assert len(list(house.snapshots.iterdir())) == 2


def test_a_snapshot_that_a_killed_run_left_is_used(house: House) -> None:
    first = house.publish({OPEN: [statistic(OPEN)]})
    left = house.publish(FOUND, hours=1, point=False)
    again = house.publish(hours=2)
    assert (again.snapshot_id, again.is_new) == (left.snapshot_id, False)
    assert again.snapshot_id != first.snapshot_id
    assert {row[1:] for row in house.changes()} == {("statistics", "Driver", "added", "source")}


def test_what_a_killed_run_left_half_written_is_no_snapshot(house: House) -> None:
    left = house.publish(FOUND, point=False)
    half = left.folder.rename(house.snapshots / f".{left.snapshot_id}.building")
    (half / "manifest.json").unlink()
    again = house.publish(hours=0)
    assert again.is_new
    assert again.snapshot_id == left.snapshot_id
    assert (again.folder / "SHA256SUMS").is_file()
    assert not half.exists()


def test_content_that_comes_back_is_a_new_version(house: House) -> None:
    one = house.publish(FOUND, ("finder", "1"))
    two = house.publish({OPEN: [], QUOTED: [], HIDDEN: []}, ("finder", "2"), hours=1)
    three = house.publish(None, ("finder", "1"), hours=2)
    assert len({one.snapshot_id, two.snapshot_id, three.snapshot_id}) == 3
    assert three.is_new


def test_changes_name_what_came_went_and_changed_and_why(house: House) -> None:
    house.publish({OPEN: [statistic(OPEN), event(OPEN)]})
    assert house.changes() == set()
    house.publish({QUOTED: [statistic(QUOTED)]}, hours=1)
    source = (1, "statistics", "Driver", "added", "source")
    assert house.changes() == {source}
    newer = {OPEN: [statistic(OPEN, 31.0)], QUOTED: [statistic(QUOTED), event(QUOTED)]}
    house.publish(newer, ("finder", "2"), hours=2)
    assert house.changes() == {
        source,
        (2, "statistics", "Cranes", "changed", "extractor"),
        (2, "events", None, "removed", "extractor"),
        (2, "events", "Driver", "added", "extractor"),
    }


def test_a_snapshot_of_an_older_steward_lacks_tables_and_columns(house: House) -> None:
    first = house.publish({OPEN: [statistic(OPEN)]})
    (first.folder / "events.parquet").unlink()
    file = first.folder / "statistics.parquet"
    older = pq.read_table(file).drop_columns(["attributed_to"])
    pq.write_table(older, file)
    house.publish({OPEN: [statistic(OPEN), event(OPEN)]}, ("finder", "2"), hours=1)
    assert house.changes() == {(1, "events", "Cranes", "added", "extractor")}


def test_an_extractor_that_says_the_same_changes_no_fact(house: House) -> None:
    house.publish(FOUND)
    second = house.publish(FOUND, ("finder", "2"), hours=1)
    assert second.is_new
    assert house.changes() == set()


def test_a_document_that_is_gone_takes_its_facts_along(house: House) -> None:
    house.publish({OPEN: [statistic(OPEN)]})
    shutil.rmtree(house.store.folder)
    house.store = Store(house.folder / "store", "run-2")
    house.publish({QUOTED: [statistic(QUOTED)]}, hours=1)
    assert house.changes() == {
        (1, "statistics", None, "removed", "source"),
        (1, "statistics", "Driver", "added", "source"),
    }


def test_facts_that_may_not_be_published_are_no_changes(house: House) -> None:
    house.publish({HIDDEN: [statistic(HIDDEN)]})
    house.publish({OPEN: [statistic(OPEN)]}, hours=1)
    house.publish({QUOTED: [statistic(QUOTED)]}, hours=2)
    assert {row[2:] for row in house.changes()} == {("Cranes", "added", "source"), ("Driver", "added", "source")}


def test_rights_that_are_withdrawn_take_facts_away(house: House) -> None:
    house.publish({OPEN: [statistic(OPEN)], QUOTED: [statistic(QUOTED)]})
    house.store.add_documents([replace(QUOTED, rights="metadata")], "parser-1", {})
    second = house.publish(hours=1)
    assert second.is_new
    assert rows(second.folder, "select quote from statistics") == [(SENTENCE[OPEN],)]
    assert {row[3] for row in house.changes()} == {"removed"}
