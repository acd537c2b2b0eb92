"""How the technology language of two agreements differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.redlines import Clause, compare, squeezed, worded

NOTICE = "The Port shall notify the Union ninety (90) days before a crane is automated."
SHORTER = "The Port shall notify the Union thirty (30) days before a crane is automated."
CAMERAS = "No camera shall be placed in a break room."
TRAINING = "Training on new equipment is paid time."


def clause(quote: str, **known: str) -> Clause:
    return Clause(quote[:12], quote, **known)  # type: ignore[arg-type]


def changes(ours: list[str], theirs: list[str], our_text: str = "", their_text: str = "") -> list[tuple[str, str]]:
    found = compare(
        [clause(q) for q in ours],
        [clause(q) for q in theirs],
        squeezed(our_text or " ".join(ours)),
        squeezed(their_text or " ".join(theirs)),
    )
    return [(row.change, row.redline) for row in found]


def test_each_clause_is_told_once() -> None:
    assert changes([NOTICE, CAMERAS], [TRAINING, SHORTER]) == [
        (
            "changed",
            "The Port shall notify the Union [-thirty (30)-] {+ninety (90)+} days before a crane is automated.",
        ),
        ("added", "{+No camera shall be placed in a break room.+}"),
        ("dropped", "[-Training on new equipment is paid time.-]"),
    ]


@pytest.mark.parametrize("other", [CAMERAS, CAMERAS.upper(), "No camera shall be\nplaced in a break-room"])
def test_hyphens_case_and_lines_are_no_change(other: str) -> None:
    assert [change for change, _ in changes([CAMERAS], [other])] == ["same"]


def test_words_that_stand_in_the_other_text_were_not_added_or_dropped() -> None:
    whole = f"Article 1. {CAMERAS} {TRAINING}"
    assert changes([CAMERAS], [], their_text=whole) == [("same", CAMERAS)]
    assert changes([], [TRAINING], our_text=whole) == [("same", TRAINING)]


def test_clauses_that_share_only_the_words_of_every_contract_are_two() -> None:
    one, other = "The Employer shall pay each employee for tools.", "The Employer shall tell each employee of cameras."
    assert [change for change, _ in changes([one], [other])] == ["added", "dropped"]


def test_the_same_heading_helps_a_pair() -> None:
    one, other = "Scanners that count bags must be announced everywhere.", "Scanners that weigh bags require a warning."
    plain = compare([clause(one)], [clause(other)], squeezed(one), squeezed(other))
    headed = [clause(q, heading="Scanners") for q in (one, other)]
    placed = compare(headed[:1], headed[1:], squeezed(one), squeezed(other))
    assert ([row.change for row in plain], [row.change for row in placed]) == (["added", "dropped"], ["changed"])


def test_a_counterpart_is_taken_once() -> None:
    assert [change for change, _ in changes([NOTICE, NOTICE], [NOTICE], their_text=NOTICE)] == ["same", "same"]
    assert [change for change, _ in changes([NOTICE, SHORTER], [NOTICE])] == ["same", "added"]


WORDS = st.lists(
    st.sampled_from(["the", "port", "shall", "not", "use", "a", "camera", "unless", "told"]), max_size=12
).map(" ".join)


@given(WORDS, WORDS)
def test_pieces_give_back_both_texts(old: str, new: str) -> None:
    pieces = list(worded(old, new))
    assert " ".join("".join(text for kind, text in pieces if kind != "went").split()) == new
    assert " ".join("".join(text for kind, text in pieces if kind != "came").split()) == old
