"""The bundled questions and views: each says what it answers, and answers on the samples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from flows.ask import AskError, ask, named, open_warehouse
from flows.settings import Settings, settings
from tests.conftest import Ended
from warehouse.build import VIEWS

SQL = VIEWS.parent
QUERIES = sorted((SQL / "queries").glob("*.sql"))
NAMES = [path.stem.split("_", 1)[1] for path in sorted(VIEWS.glob("*.sql"))]
_WRITING = re.compile(r"\b(create|insert|update|delete|copy|attach|install|load|pragma|set)\b", re.IGNORECASE)


@pytest.fixture
def known(ingested: Path) -> Settings:
    return settings(ingested)


@pytest.fixture
def warehouse(known: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_warehouse(known) as con:
        yield con


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_query_opens_with_the_question_it_answers(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert re.fullmatch(r"-- [A-Z].{20,}\?", first), first
    assert not _WRITING.search(re.sub(r"--.*|'[^']*'", "", text))
    assert re.fullmatch(r"[a-z0-9-]+", path.stem)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_query_runs(path: Path, warehouse: duckdb.DuckDBPyConnection) -> None:
    names = [column[0] for column in warehouse.execute(path.read_text(encoding="utf-8")).description]
    assert len(names) == len(set(names))


def test_most_questions_have_an_answer_in_the_samples(warehouse: duckdb.DuckDBPyConnection) -> None:
    answered = {p.stem for p in QUERIES if warehouse.execute(p.read_text(encoding="utf-8")).fetchone() is not None}
    assert len(QUERIES) >= 12
    assert len(answered) >= 12, f"without an answer: {sorted({p.stem for p in QUERIES} - answered)}"


@pytest.mark.parametrize("path", sorted(VIEWS.glob("*.sql")), ids=lambda path: path.stem)
def test_a_view_says_what_it_shows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(r"-- [A-Z].{20,}\n(-- .+\n)*(?<=\.\n)create view ", text), text[:200]
    assert re.fullmatch(r"\d\d_[a-z_]+", path.stem)
    assert f"create view {path.stem.split('_', 1)[1]} as" in text


@pytest.mark.parametrize("name", NAMES)
def test_a_view_answers(name: str, warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(f"from {name} limit 5").fetchall()
    assert bool(found) == (name != "source_health"), "the samples come from no source"


def test_views_give_each_fact_once(warehouse: duckdb.DuckDBPyConnection) -> None:
    for name in ("fact_evidence", "clauses", "demands", "coalition_roster", "voices"):
        sql = f"select count(*) - count(distinct fact_id) from {name}"
        assert warehouse.execute(sql).fetchone() == (0,), name
    for name, key in (("legislation_tracker", "legislation_id"), ("agreement_index", "agreement_id")):
        assert warehouse.execute(f"select count(*) - count(distinct {key}) from {name}").fetchone() == (0,), name


def test_a_topic_is_followed_from_demand_to_law(warehouse: duckdb.DuckDBPyConnection) -> None:
    told = warehouse.execute(
        "select t.topic, t.clauses, (select count(*) from clauses c where list_contains(c.topics, t.topic)) "
        "from topic_across_instruments t"
    ).fetchall()
    assert told
    assert [row for row in told if row[1] != row[2]] == []


def test_queries_are_asked_by_name(steward: Callable[..., Ended], ingested: Path) -> None:
    ended = steward("query", "bills-by-status", "--data", ingested, "--format", "csv")
    assert ended.code == 0, ended.err
    assert ended.out.startswith('"jurisdiction","status","name"')
    assert named("bills-by-status.sql") == named("bills-by-status")
    assert named("select 1") == "select 1"


@pytest.mark.parametrize(
    "sql",
    [
        "copy documents to '{folder}/stolen.csv'",
        "copy (select 1) to '{folder}/stolen.parquet' (format parquet)",
        "export database '{folder}/stolen'",
        "create table mine as select 1",
        "insert into runs select * from runs",
        "update documents set title = 'x'",
        "delete from documents",
        "drop view clauses",
        "from read_csv('/etc/passwd')",
        "from read_text('/etc/passwd')",
        "from '/etc/passwd'",
        "from glob('/etc/*')",
        "from read_parquet('https://example.org/x.parquet')",
        "attach '{folder}/other.duckdb'",
        "set enable_external_access = true",
        "install httpfs",
        "load httpfs",
        "select 1; create table mine as select 1",
    ],
)
def test_the_warehouse_is_read_and_nothing_else(sql: str, known: Settings, tmp_path: Path) -> None:
    before = known.warehouse.stat()
    with pytest.raises(AskError):
        ask(known, sql.format(folder=tmp_path), "csv", tmp_path / "answer.csv")
    assert list(tmp_path.iterdir()) == []
    assert (known.warehouse.stat().st_mtime_ns, known.warehouse.stat().st_size) == (before.st_mtime_ns, before.st_size)
