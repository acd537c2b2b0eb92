"""Measuring against gold: who is paired with whom, what counts, and the same figures as the scorer of the gold."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from records import facts
from tests.support import GOLD, SHARED, needs_shared
from tests.warehouse.made import add, at, built, page
from warehouse.measure import Measured, Tally, measure
from warehouse.store import Store

NEWS = page(
    "The Fair Tools Act passed the House.\nHarbor Workers United backs it.\n“Ask us first,” said Ana Ortiz.\n"
    "Notice rose to 90 days.\nThe employer must train every worker whose job a machine changes.",
    "news.txt",
    title="A vote on tools",
    published_on=date(2026, 2, 1),
)
TRAIN = "The employer must train every worker whose job a machine changes."
FOUND: list[facts.Fact] = [
    facts.Legislation(
        span=at(NEWS, "The Fair Tools Act passed the House."),
        confidence=0.9,
        name="Fair Tools Act",
        status="passed_chamber",
        jurisdiction="US",
    ),
    facts.LegislationPosition(
        span=at(NEWS, "Harbor Workers United backs it."),
        confidence=0.9,
        legislation_name="Fair Tools Act",
        organization_name="Harbor Workers United",
        position="support",
    ),
    facts.OrganizationMention(
        span=at(NEWS, "Harbor Workers United"), confidence=0.9, organization_name="Harbor Workers United", kind="union"
    ),
    facts.Quote(span=at(NEWS, "“Ask us first,”"), confidence=0.9, text="Ask us first,", speaker_name="Ana Ortiz"),
    facts.Statistic(
        span=at(NEWS, "Notice rose to 90 days."),
        confidence=0.9,
        metric="notice",
        value=90.0,
        unit="days",
        direction="increase",
    ),
    facts.Provision(
        span=at(NEWS, TRAIN),
        confidence=0.9,
        instrument="demand",
        primary_topic="training",
        topics=("training",),
        modality="obligation",
    ),
]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("measure")
    store = Store(folder / "store", "run-1")
    add(store, {NEWS: FOUND})
    con = built(store, folder / "warehouse.duckdb")
    yield con
    con.close()


@pytest.fixture
def against(warehouse: duckdb.DuckDBPyConnection, tmp_path: Path) -> Any:
    """Measures against one gold file made of these keys."""

    def run(misses: str = "", file: str = "news.txt", **gold: Any) -> Measured:
        (tmp_path / "one.gold.json").write_text(json.dumps({"file": file, **gold}))
        return measure(warehouse, tmp_path, misses)

    return run


def counts(tally: Tally) -> tuple[int, int, int]:
    return tally.gold, tally.found, tally.right


@pytest.mark.parametrize(
    ("table", "gold", "expected"),
    [
        ("legislation", {"legislation": [{"name": "The Fair Tools Act"}]}, (1, 1, 1)),
        ("legislation", {"legislation": [{"name": "Harbour Dues Order"}]}, (1, 1, 0)),
        ("legislation", {"legislation": []}, (0, 1, 0)),
        ("legislation", {}, (0, 0, 0)),
        (
            "legislation_positions",
            {"positions": [{"legislation": "Fair Tools Act", "organization": "HWU"}]},
            (1, 1, 1),
        ),
        (
            "legislation_positions",
            {"positions": [{"legislation": "Fair Tools Act", "organization": "Clerks"}]},
            (1, 1, 0),
        ),
        ("organizations", {"organizations": [{"name": "Harbor Workers United"}, {"name": "House"}]}, (2, 1, 1)),
        ("quotes", {"quotes": [{"quote": "Ask us first"}]}, (1, 1, 1)),
        ("quotes", {"quotes": [{"quote": "Nobody asked them"}]}, (1, 1, 0)),
        ("statistics", {"statistics": [{"value": 90, "unit": "days"}, {"value": 90, "unit": "days"}]}, (2, 1, 1)),
        ("statistics", {"statistics": [{"value": 90, "unit": "weeks"}]}, (1, 1, 0)),
        ("statistics", {"statistics": [{"value": 91, "unit": "days"}]}, (1, 1, 0)),
        ("provisions", {"provisions": [{"quote": TRAIN}]}, (1, 1, 1)),
        ("provisions", {"provisions": [{"quote": "must train every worker whose job a machine changes"}]}, (1, 1, 1)),
        ("provisions", {"provisions": [{"quote": "Clerks may refuse to work with a machine."}]}, (1, 1, 0)),
        ("coalition_members", {"coalitions": [{"name": "Docks", "members": ["A", "B"]}]}, (2, 0, 0)),
    ],
)
def test_facts_pair_with_gold(table: str, gold: dict[str, Any], expected: tuple[int, int, int], against: Any) -> None:
    assert counts(against(**gold).tables[table]) == expected


def test_attributes_are_judged_on_right_facts_where_gold_tells_them(against: Any) -> None:
    result = against(
        legislation=[{"name": "Fair Tools Act", "status": "enacted", "jurisdiction": "US", "bill_number": None}],
        provisions=[{"quote": TRAIN, "topics": ["training"], "instrument": "agreement"}],
        quotes=[{"quote": "Nobody asked them", "speaker_name": "Ana Ortiz"}],
        document={"document_type": "news", "title": "A vote on tools", "published_on": "2026-02-02"},
    )
    assert result.attributes == {
        ("legislation", "status"): (0, 1),
        ("legislation", "jurisdiction"): (1, 1),
        ("provisions", "topic"): (1, 1),
        ("provisions", "instrument"): (0, 1),
        ("documents", "document_type"): (1, 1),
        ("documents", "title"): (1, 1),
        ("documents", "published_on"): (0, 1),
    }


def test_a_document_that_is_not_there_counts_as_missed(against: Any) -> None:
    result = against(file="other.txt", legislation=[{"name": "Fair Tools Act"}])
    assert result.missing == ["other.txt"]
    assert counts(result.tables["legislation"]) == (1, 0, 0)
    assert result.tables["legislation"].f1 == 0.0


def test_misses_are_listed_on_request(against: Any) -> None:
    gold = {"statistics": [{"value": 12, "unit": "weeks"}]}
    listed = {(verdict, file, fact["value"]) for verdict, file, fact in against(misses="statistics", **gold).misses}
    assert listed == {("missed", "news.txt", 12), ("wrong", "news.txt", 90.0)}
    assert against(**gold).misses == []


def test_precision_recall_and_f1() -> None:
    tally = Tally(gold=8, found=4, right=2)
    assert (tally.precision, tally.recall) == (0.5, 0.25)
    assert tally.f1 == pytest.approx(2 * 0.5 * 0.25 / 0.75)
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)


@needs_shared
def test_the_figures_are_those_of_the_scorer_that_came_with_the_gold(ingested: Path) -> None:
    warehouse = ingested / "warehouse.duckdb"
    command = [sys.executable, SHARED / "score.py", "--warehouse", warehouse, "--gold", GOLD, "--json"]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    with duckdb.connect(str(warehouse), read_only=True) as con:
        result = measure(con, GOLD)
    ours = {
        name: {
            "gold": t.gold,
            "found": t.found,
            "right": t.right,
            "precision": round(t.precision, 3),
            "recall": round(t.recall, 3),
            "f1": round(t.f1, 3),
        }
        for name, t in result.tables.items()
        if t.gold or t.found
    }
    assert ours == told["tables"]
    assert sum(figures["right"] for figures in ours.values()) > 20
    shares = {f"{table}.{name}": (right, judged) for (table, name), (right, judged) in result.attributes.items()}
    assert shares == {name: (a["right"], a["judged"]) for name, a in told["attributes"].items()}
    assert result.missing == told["missing_documents"] == []
    assert told["broken"] == {}
