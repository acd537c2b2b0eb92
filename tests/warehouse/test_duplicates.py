"""The same text under two addresses is one; another text of the same kind is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from extractors.readers.html import read_html
from extractors.readers.limits import Limits
from records.ids import sha256_hex
from tests.support import SAMPLES, document
from warehouse.duplicates import Candidate, duplicates, signature

WORDS = [f"{a}{b}" for a in ("work", "rule", "tool", "wage", "shift") for b in "abcdefghijklmnopqrstuvwxyz"]
TEXT = " ".join(WORDS)
MORNING = datetime(2026, 1, 1, tzinfo=UTC)


def candidate(name: str, text: str, days: int, kind: str = "news") -> Candidate:
    made = document(text, document_type=kind)
    return Candidate(name, sha256_hex(text.encode()), MORNING + timedelta(days=days), signature(made))


def test_equal_texts_point_to_the_first() -> None:
    found = duplicates([candidate("b", TEXT, 2), candidate("a", TEXT, 1), candidate("c", TEXT, 3)])
    assert found == {"b": "a", "c": "a"}


def test_on_one_day_the_hour_is_chance_and_the_day_of_publication_counts() -> None:
    late, early = candidate("a", TEXT, 1), candidate("b", TEXT, 1)
    late = replace(late, published_on=date(2026, 1, 2), url="https://a.example/")
    early = replace(early, published_on=date(2026, 1, 1), url="https://b.example/")
    for hours in (-2, 2):
        assert duplicates([late, replace(early, fetched_at=late.fetched_at + timedelta(hours=hours * 0.5 + 2))]) == {
            "a": "b"
        }
    unknown = replace(early, published_on=None)
    assert duplicates([late, unknown]) == {"b": "a"}
    assert duplicates([replace(late, published_on=None), unknown]) == {"b": "a"}


def test_a_reprint_with_another_first_line_is_the_same() -> None:
    reprint = "For immediate release today\n" + TEXT
    assert duplicates([candidate("a", TEXT, 1), candidate("b", reprint, 2)]) == {"b": "a"}


def test_half_the_text_is_another_document() -> None:
    other = " ".join([*WORDS[:65], *(f"x{word}" for word in WORDS[65:])])
    assert duplicates([candidate("a", TEXT, 1), candidate("b", other, 2)]) == {}


def test_the_next_agreement_of_the_same_parties_is_another() -> None:
    later = TEXT + " until 2028"
    pair = [candidate("a", TEXT, 1, "agreement"), candidate("b", later, 2, "agreement")]
    assert duplicates(pair) == {}


def test_documents_without_text_are_no_copies_of_each_other() -> None:
    empty = replace(candidate("a", TEXT, 1), text_sha256=None, signature=())
    assert duplicates([empty, replace(empty, document_id="b")]) == {}


SPEECH = " ".join(f"{a}{b}" for a in ("port", "crane", "ship", "rope") for b in WORDS)


def test_a_joint_release_with_the_names_in_another_order_is_the_same() -> None:
    ours = f"Lee, Ray ask for crane rules. Today Senators Ann Lee and Bo Ray wrote to the port. {SPEECH}"
    theirs = f"Ray, Lee ask for crane rules. Senators Bo Ray and Ann Lee wrote to the port today. {SPEECH}"
    assert duplicates([candidate("a", ours, 1), candidate("b", theirs, 2)]) == {"b": "a"}


def test_the_next_statement_that_repeats_the_list_of_the_last_is_another() -> None:
    earlier = " ".join(f"old{n}" for n in range(220)) + " " + " ".join([SPEECH, SPEECH.upper()[::-1], SPEECH[::-1]])
    later = " ".join(f"new{n}" for n in range(220)) + earlier[earlier.index(" port") :]
    assert duplicates([candidate("a", earlier, 1), candidate("b", later, 2)]) == {}


def test_a_signature_of_an_older_scheme_says_nothing() -> None:
    old = replace(candidate("a", TEXT, 1), signature=tuple(range(64)))
    assert duplicates([old, candidate("b", TEXT + " more", 2)]) == {}


def test_a_release_and_its_copy_on_another_site() -> None:
    read = [(name, (SAMPLES / name).read_bytes()) for name in ("release-bill.html", "news-copy.html")]
    made = []
    for days, (name, data) in enumerate(read):
        text = "\n".join(block.text for block in read_html(data, Limits()).blocks)
        made.append(candidate(name, text, days, "press_release"))
    assert duplicates(made) == {"news-copy.html": "release-bill.html"}
