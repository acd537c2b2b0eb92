"""The store only grows: later parts win, half-written ones do not count, nothing is lost between two openings."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from records import facts
from records.model import Issue
from tests.warehouse.made import FINDER, MORNING, PARSER, add, at, capture, page, run
from warehouse.store import Extraction, Store, parse_id

HARBOR = page("# The harbor\nCranes shall not run without an operator.\nThe union asks for notice.", "harbor")
OFFICE = page("# The office\nNobody is dismissed by a program.\n- first\n- second", "office")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", "run-1")


def test_an_empty_store_knows_nothing(store: Store) -> None:
    assert store.known() == {}
    assert store.extracted() == set()
    assert store.waiting() == []
    assert store.archived() == {}
    assert store.last_captures() == {}
    assert store.last_runs(5) == []
    assert list(store.documents([HARBOR.document_id])) == []
    assert not store.has("documents")


def test_documents_come_back_as_they_were_put_in(store: Store) -> None:
    paged = replace(HARBOR, page_starts=(0, 12), page_count=2, authors=("Ana Ortiz", "Ben Okafor"))
    store.add_documents([paged, OFFICE], PARSER, {})
    back = {made.document_id: made for made in store.documents([OFFICE.document_id, paged.document_id])}
    assert back == {paged.document_id: paged, OFFICE.document_id: OFFICE}
    assert back[paged.document_id].passages == paged.passages
    assert back[paged.document_id].page_starts == (0, 12)
    assert back[OFFICE.document_id].passages[2].heading_path == ()


def test_a_document_without_text_comes_back(store: Store) -> None:
    empty = replace(HARBOR, text=None, text_sha256=None, character_count=0, status="failed", passages=())
    store.add_documents([empty], PARSER, {})
    assert list(store.documents([empty.document_id])) == [empty]


def test_the_later_reading_wins(store: Store) -> None:
    store.add_documents([HARBOR], PARSER, {HARBOR.document_id: "news"})
    shorter = replace(HARBOR, document_type="guide", passages=HARBOR.passages[:2])
    store.add_documents([shorter], "parser-2", {HARBOR.document_id: "guide"})
    known = store.known()[HARBOR.document_id]
    assert (known.parser_version, known.declared_type) == ("parser-2", "guide")
    assert known.parse_id == parse_id(shorter, "parser-2") != parse_id(HARBOR, PARSER)
    (back,) = store.documents([HARBOR.document_id])
    assert back == shorter


def test_parts_are_added_and_none_is_rewritten(store: Store) -> None:
    store.add_documents([HARBOR], PARSER, {})
    before = {path: path.read_bytes() for path in store.folder.rglob("*.parquet")}
    store.add_documents([HARBOR, OFFICE], PARSER, {})
    assert all(path.read_bytes() == content for path, content in before.items())
    assert len(list(store.folder.rglob("*.parquet"))) == 2 * len(before)


def test_a_half_written_part_is_not_there(store: Store) -> None:
    store.add_documents([HARBOR], PARSER, {})
    (whole,) = (store.folder / "documents").glob("*.parquet")
    (store.folder / "documents" / ".0000000099-run-9.parquet.part").write_bytes(whole.read_bytes()[:200])
    again = Store(store.folder, "run-2")
    assert set(again.known()) == {HARBOR.document_id}
    again.add_documents([OFFICE], PARSER, {})
    assert set(again.known()) == {HARBOR.document_id, OFFICE.document_id}


def test_passages_without_their_document_do_not_count(store: Store) -> None:
    """A kill between the two leaves passages whose reading is not known."""
    store.add_documents([HARBOR], PARSER, {})
    for path in (store.folder / "documents").glob("*.parquet"):
        path.unlink()
    assert store.known() == {}
    assert list(store.documents([HARBOR.document_id])) == []


def test_the_sequence_goes_on_after_reopening(store: Store) -> None:
    store.add_documents([HARBOR], PARSER, {})
    later = Store(store.folder, "run-0")  # a name that sorts before the first run's
    later.add_documents([replace(HARBOR, document_type="guide")], PARSER, {})
    assert [made.document_type for made in later.documents([HARBOR.document_id])] == ["guide"]
    numbers = sorted(int(path.name.split("-")[0]) for path in store.folder.rglob("*.parquet"))
    assert numbers == [1, 2, 3, 4]


def test_extracted_is_the_ledger(store: Store) -> None:
    fact = facts.Statistic(span=at(HARBOR, "Cranes"), confidence=0.5, metric="cranes", value=2.0, unit="count")
    add(store, {HARBOR: [fact], OFFICE: []})
    assert store.extracted() == {(parse_id(made, PARSER), *FINDER) for made in (HARBOR, OFFICE)}


def test_facts_without_a_ledger_row_are_not_extracted(store: Store) -> None:
    fact = facts.Statistic(span=at(HARBOR, "Cranes"), confidence=0.5, metric="cranes", value=2.0, unit="count")
    add(store, {HARBOR: [fact]})
    for path in (store.folder / "extractions").glob("*.parquet"):
        path.unlink()
    assert store.has("statistics")
    assert store.extracted() == set()


def test_the_same_work_has_the_same_id() -> None:
    one = Extraction("parse-1", "doc-1", "finder", "1", ())
    assert one.extraction_id == Extraction("parse-1", "doc-1", "finder", "1", ()).extraction_id
    others = {Extraction("parse-2", "doc-1", "finder", "1", ()), Extraction("parse-1", "doc-1", "finder", "2", ())}
    assert one.extraction_id not in {other.extraction_id for other in others}


@pytest.mark.parametrize(
    "changed",
    [
        {"document_type": "guide"},
        {"language": "es"},
        {"title": "Another title"},
        {"text_sha256": "0" * 64},
        {"passages": HARBOR.passages[:1]},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_extractors_see_is_in_the_name_of_a_reading(changed: dict[str, object]) -> None:
    assert parse_id(replace(HARBOR, **changed), PARSER) != parse_id(HARBOR, PARSER)  # type: ignore[arg-type]
    assert parse_id(replace(HARBOR, fetched_at=MORNING), PARSER) == parse_id(HARBOR, PARSER)


def test_captures_tell_where_content_is_archived(store: Store) -> None:
    first = capture(HARBOR)
    again = capture(HARBOR, run="run-2", hours=5, warc_file=None, warc_offset=None, outcome="unchanged")
    store.add_captures([first])
    store.add_captures([again])
    assert store.archived() == {HARBOR.content_sha256: ("run-1.warc.gz", 7)}
    store.add_documents([HARBOR], PARSER, {})
    found = store.captured(store.known().values())
    assert found == {HARBOR.document_id: first}


def test_a_copy_is_read_from_the_first_ones_place_in_the_archive(store: Store) -> None:
    copy = replace(HARBOR, document_id="doc_copy", url="https://example.org/copy")
    store.add_captures([capture(HARBOR), capture(copy, hours=1, warc_file=None, warc_offset=None)])
    store.add_documents([HARBOR, copy], PARSER, {})
    found = store.captured(store.known().values())
    assert {key: made.url for key, made in found.items()} == {HARBOR.document_id: HARBOR.url, "doc_copy": copy.url}
    assert all((made.warc_file, made.warc_offset) == ("run-1.warc.gz", 7) for made in found.values())


def test_last_captures_are_those_with_content(store: Store) -> None:
    store.add_captures([capture(HARBOR, etag='"1"')])
    newer = capture(OFFICE, run="run-2", hours=2, url=HARBOR.url, etag='"2"')
    failed = capture(HARBOR, run="run-3", hours=3, content_sha256=None, outcome="failed", error="no answer")
    store.add_captures([newer])
    store.add_captures([failed])
    assert store.last_captures() == {HARBOR.url: newer}


def test_waiting_is_what_was_captured_and_never_read(store: Store) -> None:
    feed = capture(HARBOR, hours=1, url="https://example.org/feed", content_sha256="f" * 64)
    store.add_captures([feed], are_documents=False)
    store.add_captures([capture(HARBOR), capture(OFFICE, hours=2)])
    assert [made.url for made in store.waiting()] == [HARBOR.url, OFFICE.url]
    store.add_documents([HARBOR], PARSER, {})
    assert [made.url for made in store.waiting()] == [OFFICE.url]
    store.add_documents([OFFICE], PARSER, {})
    assert store.waiting() == []


def test_a_copy_waits_though_its_content_was_read_elsewhere(store: Store) -> None:
    copy = replace(HARBOR, document_id="doc_copy", url="https://example.org/copy")
    store.add_captures([capture(HARBOR), capture(copy, hours=1)])
    store.add_documents([HARBOR], PARSER, {})
    assert [made.url for made in store.waiting()] == [copy.url]


def test_runs_since_the_last_that_published(store: Store) -> None:
    def told(run_id: str, exit_code: int | None) -> None:
        made = Store(store.folder, run_id)
        made.add_run(run(run_id))
        made.add_captures([capture(HARBOR, run=run_id), capture(OFFICE, run=run_id, content_sha256=None)])
        if exit_code is not None:
            made.add_run(replace(run(run_id), finished_at=MORNING, exit_code=exit_code))

    assert store.unfinished() == []
    for run_id, exit_code in (("run-1", None), ("run-2", 3), ("run-3", 1), ("run-4", None)):
        told(run_id, exit_code)
    assert Store(store.folder, "run-5").unfinished() == ["run-3", "run-4"]
    assert {url: made.capture_id for url, made in store.made_by(["run-3", "run-4"]).items()} == {
        HARBOR.url: capture(HARBOR, run="run-4").capture_id
    }
    assert store.made_by([]) == {}


def test_what_a_run_met_again(store: Store) -> None:
    store.add_captures([capture(HARBOR), capture(OFFICE, outcome="not_modified")])
    Store(store.folder, "later").add_captures([capture(HARBOR, outcome="unchanged")])
    assert Store(store.folder, "later").met_again() == {(HARBOR.content_sha256, HARBOR.url)}


def test_parts_of_records_are_put_together_and_say_the_same(store: Store) -> None:
    for n in range(5):
        store.add_run(run(f"run-{n}"))
        store.add_captures([capture(HARBOR, run=f"run-{n}", etag=f'"{n}"')], are_documents=n > 0)
        store.add_run(replace(run(f"run-{n}"), finished_at=MORNING, exit_code=0))
    store.add_documents([HARBOR], PARSER, {})

    def said() -> tuple[object, ...]:
        return store.last_captures(), store.last_runs(9), store.recorded(), sorted(store.contents()), store.known()

    before = said()
    store.compact(most=9)
    assert len(list((store.folder / "captures").iterdir())) == 5
    assert len(list((store.folder / "runs").iterdir())) == 1
    store.compact(most=1)
    assert len(list((store.folder / "captures").iterdir())) == 1
    assert said() == before
    store.add_captures([capture(OFFICE, url=HARBOR.url, run="newer")])
    assert store.last_captures()[HARBOR.url].content_sha256 == OFFICE.content_sha256


def test_runs_are_told_newest_first_as_last_recorded(store: Store) -> None:
    store.add_run(run("run-1"))
    store.add_run(replace(run("run-2"), started_at=MORNING + timedelta(days=1)))
    store.add_run(replace(run("run-2"), started_at=MORNING + timedelta(days=1), exit_code=3))
    assert [(known.run_id, known.exit_code) for known in store.last_runs(5)] == [("run-2", 3), ("run-1", None)]
    assert len(store.last_runs(1)) == 1


def test_issues_of_documents_in_earlier_runs(store: Store) -> None:
    def issue(number: int, run_id: str, stage: str, document: str) -> Issue:
        return Issue(f"issue-{number}", run_id, stage, None, document, "torn", "warning", "a page is torn")

    store.add_issues(
        [
            issue(1, "run-1", "parse", "doc-1"),
            issue(2, "run-2", "parse", "doc-1"),
            issue(3, "run-1", "extract", "doc-1"),
            issue(4, "run-1", "parse", "doc-2"),
        ]
    )
    assert store.issues_of(["doc-1"], before="run-2") == [("doc-1", "torn", "warning")]
    assert store.issues_of(["doc-3"], before="run-2") == []


def test_threads_write_side_by_side(store: Store) -> None:
    def work(number: int) -> None:
        for n in range(10):
            made = page(f"Text {number} of a page, part {n}.", f"page-{number}-{n}")
            store.add_captures([capture(made)])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.last_captures()) == 60
    names = [path.name for path in (store.folder / "captures").iterdir()]
    assert len({name.split("-")[0] for name in names}) == 60
    assert not [name for name in names if name.startswith(".")]
