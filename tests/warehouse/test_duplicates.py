"""The same text under two addresses is one; another text of the same kind is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from records.ids import sha256_hex
from tests.support import document
from warehouse.duplicates import Candidate, duplicates, signature

WORDS = [f"{a}{b}" for a in ("work", "rule", "tool", "wage", "shift") for b in "abcdefghijklmnopqrstuvwxyz"]
TEXT = " ".join(WORDS)
MORNING = datetime(2026, 1, 1, tzinfo=UTC)


def candidate(name: str, text: str, hours: int, kind: str = "news") -> Candidate:
    made = document(text, document_type=kind)
    return Candidate(name, sha256_hex(text.encode()), MORNING + timedelta(hours=hours), signature(made))


def test_equal_texts_point_to_the_first() -> None:
    found = duplicates([candidate("b", TEXT, 2), candidate("a", TEXT, 1), candidate("c", TEXT, 3)])
    assert found == {"b": "a", "c": "a"}


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
