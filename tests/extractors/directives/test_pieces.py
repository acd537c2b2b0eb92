"""Sentences taken apart for judging."""

from __future__ import annotations

import pytest

from extractors.directives.pieces import is_like_item, is_past, is_title, pieces, says_more, section
from extractors.text.sentences import sentences
from tests.support import reading


def cut(text: str) -> list[tuple[str | None, str, bool]]:
    opened = reading(text)
    return [(p.run_in, p.text, p.item) for s in opened.get(sentences) for p in pieces(s, None)]


def test_numbers_and_run_in_headings_are_taken_off() -> None:
    assert cut("1. Form a committee: Meet each month.") == [("Form a committee", "Meet each month.", True)]
    assert cut("- Quiet Rooms Act: no cameras where people rest") == [
        ("Quiet Rooms Act", "no cameras where people rest", True)
    ]
    assert cut("It was simple: no cameras.") == [(None, "It was simple: no cameras.", False)]


def test_a_piece_is_where_it_says() -> None:
    opened = reading("First line.\n- (a) Ask: Who bought the tool?")
    for sentence in opened.get(sentences):
        for piece in pieces(sentence, None):
            assert opened.text[piece.start : piece.end] == piece.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Signed by the governor in May", True),
        ("7% more pay in the first year", True),
        ("No cameras in rest rooms", False),
    ],
)
def test_items_that_tell_of_the_past(text: str, expected: bool) -> None:
    assert is_past(text) is expected


def test_headlines_in_capitals() -> None:
    assert is_title("Council Members Introduce Ordinance Limiting Workplace Cameras")
    assert not is_title("Council members introduced an ordinance that limits cameras.")


def test_what_a_heading_names() -> None:
    assert section("Dockers – Master Contract (2031)") == "agreement"
    assert section("Quiet Rooms Act") == "legislation"
    assert section("Next week") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prohibits cameras in rest rooms", True),
        ("Training for clerks whose work changes;", True),
        ("She said that it was late.", False),
        ("“Cameras off.”", False),
    ],
)
def test_paragraphs_like_items(text: str, expected: bool) -> None:
    (sentence,) = reading(text).get(sentences)
    (piece,) = pieces(sentence, None)
    assert is_like_item(piece) is expected


def test_leads_that_say_something_themselves() -> None:
    assert says_more("The council urged the mayor to keep cameras out of all rest rooms while the talks last:")
    assert not says_more("After a long night of talks in the capital the two sides wrote down that the mill would:")
