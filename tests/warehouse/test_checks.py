"""Each check fails on a warehouse broken on purpose, and none fails on a sound one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from records import facts
from records.model import Issue, Source
from tests.warehouse.made import add, at, built, capture, page, run
from warehouse import checks, schema
from warehouse.store import Store

TEXT = "# Agreement\nThe employer gives 90 days of notice.\nAna Ortiz of the Harbor Workers said yes."
CONTRACT = page(TEXT, "contract", document_type="agreement", page_starts=(0, 12), page_count=2)
COPY = replace(CONTRACT, document_id="doc_copy", url="https://example.com/copy", passages=())
SAID = "Ana Ortiz of the Harbor Workers said yes."
NOTICE = "The employer gives 90 days of notice."
FOUND: list[facts.Fact] = [
    facts.OrganizationMention(span=at(CONTRACT, "Harbor Workers"), confidence=0.9, organization_name="Harbor Workers"),
    facts.Affiliation(
        span=at(CONTRACT, SAID),
        confidence=0.9,
        person_name="Ana Ortiz",
        role="speaker",
        organization_name="Harbor Workers",
    ),
    facts.Coalition(span=at(CONTRACT, SAID), confidence=0.9, name="Open Docks", member_count=3, workers_represented=9),
    facts.CoalitionMember(
        span=at(CONTRACT, SAID), confidence=0.9, coalition_name="Open Docks", organization_name="Harbor Workers"
    ),
    facts.Legislation(span=at(CONTRACT, SAID), confidence=0.9, name="Fair Tools Act", status_on=date(2026, 1, 2)),
    facts.LegislationEvent(
        span=at(CONTRACT, SAID),
        confidence=0.9,
        legislation_name="Fair Tools Act",
        kind="introduced",
        happened="Introduced",
        occurred_on=date(2026, 1, 2),
    ),
    facts.LegislationPosition(
        span=at(CONTRACT, SAID),
        confidence=0.9,
        legislation_name="Fair Tools Act",
        organization_name="Harbor Workers",
        position="support",
    ),
    facts.Agreement(
        span=at(CONTRACT, "Agreement"),
        confidence=0.9,
        name="Agreement",
        effective_on=date(2025, 1, 1),
        expires_on=date(2027, 1, 1),
        workers_covered=80,
        is_full_text=True,
    ),
    facts.Provision(
        span=at(CONTRACT, NOTICE),
        confidence=0.9,
        instrument="agreement",
        primary_topic="advance_notice",
        topics=("advance_notice", "training"),
        modality="obligation",
        notice_days=90,
    ),
    facts.Statistic(span=at(CONTRACT, NOTICE), confidence=0.9, metric="notice", value=90.0, unit="days"),
    facts.Quote(span=at(CONTRACT, "yes"), confidence=0.9, text="yes", speaker_name="Ana Ortiz"),
    facts.Event(span=at(CONTRACT, SAID), confidence=0.9, kind="vote", occurred_on=date(2026, 1, 3)),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a sound warehouse with a row in every fact table, and a duplicate."""
    folder = tmp_path_factory.mktemp("sound")
    store = Store(folder / "store", "run-1")
    store.add_run(run())
    store.add_captures([capture(CONTRACT)])
    moved = [
        replace(passage, document_id="doc_copy", passage_id=f"copy-{passage.ordinal}") for passage in CONTRACT.passages
    ]
    add(store, {CONTRACT: FOUND, replace(COPY, passages=tuple(moved)): []})
    store.add_rows("sources", [Source("docks", "Docks", None, None, None, "feed", "https://example.org/feed")])
    store.add_issues([Issue("issue-1", "run-1", "parse", None, CONTRACT.document_id, "torn", "warning", "torn")])
    con = built(store, folder / "warehouse.duckdb")
    con.execute("insert into changes select 'one', 'quotes', fact_id, 'added', 'source' from quotes")
    con.close()
    return folder / "warehouse.duckdb"


@pytest.fixture
def warehouse(sound: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    con = duckdb.connect(shutil.copyfile(sound, tmp_path / "warehouse.duckdb"))
    yield con
    con.close()


BREAKS = {
    "agreement_terms": ["update agreements set expires_on = date '2024-01-01'"],
    "dates_in_range": [
        "update documents set published_on = date '1066-10-14'",
        "update events set occurred_on = date '2999-01-01'",
        "update legislation set status_on = date '0026-01-02'",
        "update legislation_events set occurred_on = date '0026-01-02'",
        "update agreements set effective_on = date '1492-01-01'",
        "update agreements set expires_on = date '3027-01-01'",
        "update coalitions set announced_on = date '1700-01-01'",
    ],
    "documents_have_passages": [
        "delete from passages",
        "update documents set text = null where duplicate_of is not null",
    ],
    "duplicates_point_to_originals": [
        "update documents set duplicate_of = 'doc_nobody' where duplicate_of is not null",
        "update documents set duplicate_of = document_id where duplicate_of is not null",
    ],
    "ids_are_given": [
        "update organization_mentions set organization_id = null",
        "delete from organizations",
        "update affiliations set person_id = null",
        "update affiliations set organization_id = null",
        "update affiliations set organization_id = 'org_nobody'",
        "update affiliations set organization_name = null",
        "update coalitions set coalition_id = null",
        "update coalition_members set coalition_id = null",
        "update coalition_members set organization_id = null",
        "update coalition_members set organization_id = 'org_nobody'",
        "update legislation set legislation_id = null",
        "update legislation_positions set legislation_id = null",
        "update legislation_positions set organization_id = null",
        "update legislation_positions set organization_id = 'org_nobody'",
        "update agreements set agreement_id = null",
        "update quotes set person_id = null",
        "update quotes set organization_id = 'org_nobody'",
    ],
    "numbers_in_range": [
        "update provisions set notice_days = -1",
        "update coalitions set member_count = -1",
        "update coalitions set workers_represented = -5",
        "update agreements set workers_covered = -5",
        "update statistics set value = 'nan'",
        "update statistics set value = 'inf'",
    ],
    "pages_in_range": ["update quotes set page = 3", "update events set page = 0"],
    "topics_begin_with_the_main_one": [
        "update provisions set primary_topic = 'training'",
        "update provisions set topics = []",
    ],
    "units_are_known": ["update statistics set unit = 'fortnights'", "update statistics set unit = 'usd'"],
}


@pytest.mark.parametrize(("name", "sql"), [(name, sql) for name, broken in BREAKS.items() for sql in broken])
def test_a_broken_warehouse_fails_the_check(name: str, sql: str, warehouse: duckdb.DuckDBPyConnection) -> None:
    warehouse.execute(sql)
    failed = {failure.check: failure for failure in checks.failures(warehouse)}
    assert name in failed
    told = str(failed[name])
    assert told.startswith(f"{name}: ")
    assert f"broken by {failed[name].rows} rows" in told
    assert failed[name].must_hold


def test_a_sound_warehouse_passes(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert checks.failures(warehouse) == []
    for table in schema.fact_tables():
        assert warehouse.execute(f"select count(*) > 0 from {table.name}").fetchone() == (True,), table.name
    assert warehouse.execute("select count(*) from documents where duplicate_of is not null").fetchone() == (1,)


def test_every_check_is_broken_here() -> None:
    assert {path.stem for path in checks.CHECKS.glob("*.sql")} == set(BREAKS)


@pytest.mark.parametrize("path", sorted(checks.CHECKS.glob("*.sql")), ids=lambda path: path.stem)
def test_every_check_opens_with_what_must_hold(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("-- ")


# generated from the schema: one of each kind for every table that has it

ROWS = {  # of tables that one contract and no refresh leave empty
    "agreement_links": "('agreement', 'document', 'letter', 'series', null, null)",
    "clause_comparisons": "('a', 'b', 'sister', 'same', 'f', 'g', 1, 'Same words.')",
    "source_runs": "('run', 'source', 'ok', 1, 1, 0, 0, 0, false, null)",
}


@pytest.mark.parametrize("table", [table for table in schema.tables().values() if table.key], ids=lambda t: t.name)
def test_keys_are_unique(table: schema.Table, warehouse: duckdb.DuckDBPyConnection) -> None:
    if table.name in ROWS:
        warehouse.execute(f"insert into {table.name} values {ROWS[table.name]}")
    warehouse.execute(f"insert into {table.name} from {table.name} limit 1")
    assert f"{table.name}_key" in {failure.check for failure in checks.failures(warehouse)}


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan")])
@pytest.mark.parametrize("table", ["provisions", "organization_mentions"])
def test_confidence_lies_between_0_and_1(table: str, value: float, warehouse: duckdb.DuckDBPyConnection) -> None:
    warehouse.execute(f"update {table} set confidence = ?", [value])
    assert [failure.check for failure in checks.failures(warehouse)] == [f"{table}_confidence"]


@pytest.mark.parametrize(("table", "column"), [(table, field.name) for table, field in schema.code_checks()], ids=str)
def test_codes_are_closed(table: str, column: str, warehouse: duckdb.DuckDBPyConnection) -> None:
    field = next(f for f in schema.tables()[table].fields if f.name == column)
    value = "['nonsense']" if field.type == "VARCHAR[]" else "'nonsense'"
    if table in ROWS:
        warehouse.execute(f"insert into {table} values {ROWS[table]}")
    warehouse.execute(f"update {table} set {column} = {value}")
    failed = {failure.check: failure for failure in checks.failures(warehouse)}
    assert "nonsense" in failed[f"{table}_{column}"].example


@pytest.mark.parametrize(
    "sql",
    [
        "update {table} set {quote} = 'x' || {quote}",
        "update {table} set {quote} = ''",
        "update {table} set char_start = char_start + 1",
        "update {table} set char_end = char_end - 1",
        "update {table} set char_end = char_end + 1000000",
        "update {table} set char_start = char_start - (select length(text) from documents limit 1), "
        "char_end = char_end - (select length(text) from documents limit 1)",
        "update {table} set document_id = 'doc_nobody'",
        "update {table} set document_id = 'zzz_nobody'",
    ],
)
@pytest.mark.parametrize(
    ("table", "quote"), [("quotes", "quote"), ("agreements", "quote"), ("events", "quote"), ("passages", "text")]
)
def test_spans_are_exact(table: str, quote: str, sql: str, warehouse: duckdb.DuckDBPyConnection) -> None:
    warehouse.execute(sql.format(table=table, quote=quote))
    assert f"{table}_spans" in {failure.check for failure in checks.failures(warehouse)}


def test_text_that_is_gone_breaks_spans(warehouse: duckdb.DuckDBPyConnection) -> None:
    warehouse.execute("update passages set text = null")
    assert "passages_spans" in {failure.check for failure in checks.failures(warehouse)}
    warehouse.execute("update documents set text = null")
    assert "quotes_spans" in {failure.check for failure in checks.failures(warehouse)}
