"""The build: what counts now, one id for one thing, the same warehouse from the same store in whatever order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from records import facts
from records.ids import stable_id
from records.model import Document, Issue, Source
from tests.warehouse.made import LEXICON, MORNING, add, at, built, capture, page, run
from warehouse import build, resolve, schema
from warehouse.store import Store

CONTRACT = page(
    "# Agreement\nThe employer shall give 90 days of notice.\nCameras shall not count drivers' breaks.",
    "contract",
    document_type="agreement",
)
NEWS = page(
    "Harbor Workers backs the Fair Tools Act.\nThe Fair Tools Act is before the House.\n"
    "The HWU said yes. The HWU said yes.\n"
    "Ana B. Ortiz is the president of Harbor Workers United.",
    "news",
)
LETTER = page("The Open Dock Alliance has 12 members.\nHarbor Workers United belongs to it.", "letter")
SAID = "The HWU said yes."


def mention(made: Document, name: str, number: int = 0, **known: Any) -> facts.OrganizationMention:
    return facts.OrganizationMention(span=at(made, name, number), confidence=0.9, organization_name=name, **known)


def statistic(made: Document, quote: str, value: float, number: int = 0) -> facts.Statistic:
    return facts.Statistic(
        span=at(made, quote, number), confidence=0.7, metric="days of notice", value=value, unit="days"
    )


FOUND: dict[Document, list[facts.Fact]] = {
    CONTRACT: [
        facts.Agreement(
            span=at(CONTRACT, "Agreement"),
            confidence=0.9,
            name="Agreement",
            unions=("HWU",),
            employers=("Port of Somewhere",),
            effective_on=date(2025, 7, 1),
            is_full_text=True,
        ),
        facts.Provision(
            span=at(CONTRACT, "The employer shall give 90 days of notice."),
            confidence=0.8,
            instrument="agreement",
            primary_topic="advance_notice",
            topics=("advance_notice",),
            notice_days=90,
        ),
    ],
    NEWS: [
        mention(NEWS, "Harbor Workers"),
        mention(NEWS, "HWU", kind="union"),
        mention(NEWS, "Harbor Workers United"),
        facts.Legislation(
            span=at(NEWS, "The Fair Tools Act is before the House."), confidence=0.8, name="Fair Tools Act"
        ),
        facts.LegislationPosition(
            span=at(NEWS, "Harbor Workers backs the Fair Tools Act."),
            confidence=0.8,
            legislation_name="Fair Tools Act",
            organization_name="Harbor Workers",
            position="support",
        ),
        facts.Provision(
            span=at(NEWS, "The Fair Tools Act is before the House."),
            confidence=0.5,
            instrument="legislation",
            primary_topic="other",
            topics=("other",),
            instrument_name="Fair Tools Act",
        ),
        facts.Affiliation(
            span=at(NEWS, "Ana B. Ortiz is the president of Harbor Workers United."),
            confidence=0.9,
            person_name="Ana B. Ortiz",
            role="president",
            organization_name="Harbor Workers United",
        ),
        facts.Quote(span=at(NEWS, SAID, 0), confidence=0.9, text="yes", speaker_name="Ana Ortiz"),
        facts.Quote(span=at(NEWS, SAID, 1), confidence=0.9, text="yes", speaker_name="Ana Ortiz"),
    ],
    LETTER: [
        facts.Coalition(
            span=at(LETTER, "The Open Dock Alliance has 12 members."),
            confidence=0.9,
            name="Open Dock Alliance",
            member_count=12,
        ),
        facts.CoalitionMember(
            span=at(LETTER, "Harbor Workers United belongs to it."),
            confidence=0.9,
            coalition_name="Open Dock Alliance",
            organization_name="Harbor Workers United",
        ),
    ],
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", "run-1")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    folder = tmp_path_factory.mktemp("whole")
    store = Store(folder / "store", "run-1")
    store.add_captures([capture(made) for made in FOUND])
    add(store, FOUND)
    return built(store, folder / "warehouse.duckdb")


def rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return con.execute(sql).fetchall()


def ids(con: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """(table, fact id) of all facts."""
    return {
        (table.name, key) for table in schema.fact_tables() for (key,) in rows(con, f"select fact_id from {table.name}")
    }


def test_every_table_and_view_is_there_with_its_comment(whole: duckdb.DuckDBPyConnection) -> None:
    told = dict(rows(whole, "select table_name, comment from duckdb_tables() where database_name = 'warehouse'"))
    assert told == {name: table.doc for name, table in schema.tables().items()}
    columns = rows(
        whole,
        "select count(*) from duckdb_columns() where comment is null and database_name = 'warehouse' "
        "and table_name not in (select view_name from duckdb_views())",
    )
    assert columns == [(0,)]
    views = {path.stem.split("_", 1)[1] for path in build.VIEWS.glob("*.sql")}
    assert {name for (name,) in rows(whole, "select view_name from duckdb_views() where not internal")} == views


def test_older_clients_can_open_the_file(whole: duckdb.DuckDBPyConnection, store: Store, tmp_path: Path) -> None:
    told = "select tags['storage_version'] from duckdb_databases() where not internal and path is not null"
    assert rows(whole, told) == [("v1.0.0+",)]
    add(store, FOUND)
    target = tmp_path / "warehouse.duckdb"
    built(store, target).close()
    header = _storage(target)
    store.add_run(run())
    build.update_records(store, target)
    con = duckdb.connect(str(target))
    assert rows(con, told) == [("v1.0.0+",)]
    assert rows(con, "select run_id from runs") == [("run-1",)]
    con.close()
    assert _storage(target) == header == 64


def _storage(file: Path) -> int:
    """The number of the storage format, after the checksum and the magic bytes; 64 is DuckDB 0.9 to 1.1."""
    head = file.read_bytes()[:24]
    assert head[8:12] == b"DUCK"
    return int.from_bytes(head[12:20], "little")


def test_quotes_are_their_spans(whole: duckdb.DuckDBPyConnection) -> None:
    for table in schema.fact_tables():
        broken = (
            f"select count(*) from {table.name} join documents using (document_id) "
            "where quote <> documents.text[char_start + 1 : char_end]"
        )
        assert rows(whole, broken) == [(0,)], table.name
    assert rows(whole, "select count(*) from fact_evidence") == [(sum(map(len, FOUND.values())),)]


def test_fact_ids_hash_document_table_quote_and_ordinal(whole: duckdb.DuckDBPyConnection) -> None:
    """The very values: another way to make them would break every link that users made."""
    wanted = {stable_id("fact", NEWS.document_id, "quotes", SAID, str(n)) for n in (0, 1)}
    assert {key for (key,) in rows(whole, "select fact_id from quotes")} == wanted


def test_equal_quotes_have_ids_by_their_order(whole: duckdb.DuckDBPyConnection) -> None:
    found = dict(rows(whole, "select char_start, fact_id from quotes order by 1"))
    assert list(found.values()) == [stable_id("fact", NEWS.document_id, "quotes", SAID, str(n)) for n in (0, 1)]


def test_ids_do_not_depend_on_order_or_company(whole: duckdb.DuckDBPyConnection, store: Store, tmp_path: Path) -> None:
    for made, found in reversed(FOUND.items()):
        add(store, {made: list(reversed(found))})
    again = built(store, tmp_path / "again.duckdb")
    assert ids(again) == ids(whole)
    for name in ("organizations", "legislation_positions", "provisions", "coalition_members", "affiliations"):
        both = [rows(con, f"from {name} order by all") for con in (whole, again)]
        assert both[0] == both[1], name


def test_ids_stay_when_a_document_is_added(whole: duckdb.DuckDBPyConnection, store: Store, tmp_path: Path) -> None:
    more = page("Another union said yes.\nThe HWU said yes.", "more")
    add(store, {more: [facts.Quote(span=at(more, SAID), confidence=0.9, text="yes")], **FOUND})
    again = built(store, tmp_path / "again.duckdb")
    assert len(ids(again) - ids(whole)) == 1
    assert ids(whole) < ids(again)


def test_white_space_in_a_quote_does_not_change_its_id(store: Store, tmp_path: Path) -> None:
    torn = replace(NEWS, text=(NEWS.text or "").replace("said yes", "said\nyes"))
    add(store, {torn: [facts.Quote(span=at(torn, "The HWU said\nyes."), confidence=0.9, text="yes")]})
    con = built(store, tmp_path / "warehouse.duckdb")
    assert rows(con, "select fact_id from quotes") == [(stable_id("fact", NEWS.document_id, "quotes", SAID, "0"),)]


def test_a_newer_version_of_an_extractor_takes_the_place_of_the_older(store: Store, tmp_path: Path) -> None:
    quote = "The employer shall give 90 days of notice."
    add(store, {CONTRACT: [statistic(CONTRACT, quote, 9.0), statistic(CONTRACT, quote, 90.0)]})
    add(store, {CONTRACT: [statistic(CONTRACT, quote, 90.0)]}, finder=("finder", "2"))
    con = built(store, tmp_path / "new.duckdb", ("finder", "2"))
    assert rows(con, "select value, extractor_version from statistics") == [(90.0, "2")]
    old = built(store, tmp_path / "old.duckdb", ("finder", "1"))
    assert rows(old, "select value from statistics order by 1") == [(9.0,), (90.0,)]


def test_an_extractor_that_is_gone_has_no_rows(store: Store, tmp_path: Path) -> None:
    add(store, FOUND)
    con = built(store, tmp_path / "warehouse.duckdb", ("another", "1"))
    assert ids(con) == set()
    assert rows(con, "select count(*) from documents") == [(3,)]
    assert rows(con, "select count(*) from organizations") == [(0,)]


def test_facts_of_an_older_reading_vanish(store: Store, tmp_path: Path) -> None:
    add(store, {NEWS: FOUND[NEWS]})
    store.add_documents([NEWS], "parser-2", {})
    assert ids(built(store, tmp_path / "before.duckdb")) == set()
    add(store, {NEWS: FOUND[NEWS][:1]}, parser="parser-2")
    assert len(ids(built(store, tmp_path / "after.duckdb"))) == 1
    con = duckdb.connect(str(tmp_path / "after.duckdb"))
    assert rows(con, "select count(*) from passages") == [(len(NEWS.passages),)]


def test_the_same_work_stored_twice_counts_once(store: Store, tmp_path: Path) -> None:
    """A kill between facts and ledger: the next run does the work again."""
    add(store, FOUND)
    for path in (store.folder / "extractions").glob("*.parquet"):
        path.unlink()
    add(store, FOUND)
    assert len(ids(built(store, tmp_path / "warehouse.duckdb"))) == sum(map(len, FOUND.values()))


def test_organizations_are_one_by_any_of_their_names(whole: duckdb.DuckDBPyConnection) -> None:
    key = resolve.Lexicon(LEXICON).organization_id("HWU")
    for table in ("organization_mentions", "legislation_positions", "affiliations", "coalition_members"):
        assert {row[0] for row in rows(whole, f"select organization_id from {table}")} == {key}, table
    told = rows(
        whole,
        "select o.name, o.kind, o.acronym, p.name from organizations o "
        "left join organizations p on p.organization_id = o.parent_organization_id order by o.name",
    )
    assert told == [
        ("Congress of Unions", "federation", None, None),
        ("Harbor Workers United", "union", "HWU", "Congress of Unions"),
    ]


def test_people_are_one_with_and_without_initial(whole: duckdb.DuckDBPyConnection) -> None:
    people = rows(whole, "select person_id from affiliations union select person_id from quotes")
    assert people == [(resolve.person_id("Ana Ortiz"),)]


def test_positions_point_to_their_legislation(whole: duckdb.DuckDBPyConnection) -> None:
    assert rows(whole, "select l.name from legislation_positions p join legislation l using (legislation_id)") == [
        ("Fair Tools Act",)
    ]
    assert rows(whole, "select name, supporters from legislation_tracker") == [
        ("Fair Tools Act", ["Harbor Workers United"])
    ]


def test_a_position_on_a_law_told_of_elsewhere_has_its_id(store: Store, tmp_path: Path) -> None:
    elsewhere = page("Office Workers reject the Fair Tools Act of 2026.", "elsewhere")
    position = facts.LegislationPosition(
        span=at(elsewhere, "Office Workers reject the Fair Tools Act of 2026."),
        confidence=0.8,
        legislation_name="Fair Tools Act of 2026",
        organization_name="Office Workers",
        position="oppose",
    )
    add(store, {**FOUND, elsewhere: [position]})
    con = built(store, tmp_path / "warehouse.duckdb")
    assert rows(con, "select count(distinct legislation_id), count(*) from legislation_positions") == [(1, 2)]


def test_provisions_stand_in_the_agreement_their_document_is(whole: duckdb.DuckDBPyConnection) -> None:
    told = rows(
        whole,
        "select p.instrument, a.agreement_id is not null, l.legislation_id is not null from provisions p "
        "left join agreements a on a.agreement_id = p.instrument_id "
        "left join legislation l on l.legislation_id = p.instrument_id order by 1",
    )
    assert told == [("agreement", True, False), ("legislation", False, True)]
    assert rows(whole, "select agreement, notice_days, effective_on from clauses") == [
        ("Agreement", 90, date(2025, 7, 1))
    ]
    told = resolve.AgreementTold(("HWU",), ("Port of Somewhere",), 2025, None, None, "")
    key = resolve.agreement_id(resolve.Lexicon(LEXICON), told)
    assert rows(whole, "select agreement_id, technology_clauses from agreement_index") == [(key, 1)]


def test_coalitions_and_their_members_share_an_id(whole: duckdb.DuckDBPyConnection) -> None:
    assert rows(whole, "select coalition, organization, kind, member_count from coalition_roster") == [
        ("Open Dock Alliance", "Harbor Workers United", "union", 12)
    ]


def test_the_same_text_elsewhere_is_a_duplicate_and_out_of_the_views(store: Store, tmp_path: Path) -> None:
    copy = replace(NEWS, document_id="doc_copy", url="https://example.com/x", fetched_at=NEWS.fetched_at + timedelta(1))
    moved = [replace(fact, span=replace(fact.span, document_id="doc_copy")) for fact in FOUND[NEWS]]
    add(store, {copy: moved, **FOUND})
    con = built(store, tmp_path / "warehouse.duckdb")
    assert rows(con, "select document_id, duplicate_of from documents where duplicate_of is not null") == [
        ("doc_copy", NEWS.document_id)
    ]
    assert rows(con, "select count(*) from quotes") == [(4,)]
    assert rows(con, "select count(*) from voices") == [(2,)]
    assert rows(con, "select documents from legislation_tracker") == [(1,)]


def test_a_bills_history_is_told_once_and_says_when_it_was_learned(store: Store, tmp_path: Path) -> None:
    steps = [
        ("2026-03-04", "introduced", None, "Introduced in Senate"),
        ("2026-04-22", "passed_chamber", "Senate", "Passed Senate by Voice Vote."),
    ]
    nights = {
        page(
            "\n".join(["S. 9917", *(f"{day} {what}" for day, _, _, what in steps[:night])]),
            "record",
            document_type="legislation",
            fetched_at=MORNING + timedelta(night),
        ): night
        for night in (1, 2)
    }
    told: dict[Document, list[facts.Fact]] = {}
    for made, night in nights.items():
        law = facts.Legislation(
            span=at(made, "S. 9917"),
            confidence=0.9,
            name="S. 9917",
            bill_number="S. 9917",
            jurisdiction="US",
            status=steps[night - 1][1],
        )
        told[made] = [law]
        told[made] += [
            facts.LegislationEvent(
                span=at(made, f"{day} {what}"),
                confidence=0.9,
                legislation_name="S. 9917",
                kind=kind,
                happened=what,
                occurred_on=date.fromisoformat(day),
                chamber=chamber,
            )
            for day, kind, chamber, what in steps[:night]
        ]
    add(store, told, finder=("bill_records", "1"))
    con = built(store, tmp_path / "warehouse.duckdb", ("bill_records", "1"))
    assert rows(con, "select count(*) from legislation_events") == [(3,)]
    history = rows(con, "select occurred_on, kind, chamber, learned_at from legislation_history")
    assert history == [
        (date(2026, 3, 4), "introduced", None, MORNING + timedelta(1)),
        (date(2026, 4, 22), "passed_chamber", "Senate", MORNING + timedelta(2)),
    ]
    assert rows(con, "select status, history, last_step_on, documents from legislation_tracker") == [
        (
            "passed_chamber",
            ["2026-03-04 Introduced in Senate", "2026-04-22 Passed Senate by Voice Vote."],
            date(2026, 4, 22),
            1,
        )
    ]


def test_what_tells_of_runs_is_as_last_recorded(store: Store, tmp_path: Path) -> None:
    add(store, FOUND)
    store.add_captures([capture(NEWS)])
    store.add_run(run())
    store.add_run(replace(run(), finished_at=MORNING, exit_code=3))
    source = Source("harbor-news", "Old", None, None, None, "feed", "https://example.org/feed")
    store.add_rows("sources", [source])
    store.add_rows("sources", [replace(source, title="New")])
    store.add_issues([Issue("issue-1", "run-1", "parse", None, NEWS.document_id, "torn", "warning", "a page is torn")])
    target = tmp_path / "warehouse.duckdb"
    con = built(store, target)
    assert rows(con, "select run_id, exit_code from runs") == [("run-1", 3)]
    assert rows(con, "select title from sources") == [("New",)]
    before = ids(con)
    con.close()
    store.add_run(run("run-2"))
    store.add_captures([capture(NEWS, run="run-2", outcome="unchanged")])
    build.update_records(store, target)
    con = duckdb.connect(str(target))
    assert rows(con, "select count(*) from runs") == [(2,)]
    assert rows(con, "select outcome from captures order by 1") == [("new",), ("unchanged",)]
    assert rows(con, "select count(*) from issues") == [(1,)]
    assert ids(con) == before


def test_an_empty_store_makes_an_empty_warehouse(store: Store, tmp_path: Path) -> None:
    con = built(store, tmp_path / "warehouse.duckdb")
    for name in (*schema.tables(), *(path.stem.split("_", 1)[1] for path in build.VIEWS.glob("*.sql"))):
        assert rows(con, f"select count(*) from {name}") == [(0,)], name
