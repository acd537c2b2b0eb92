"""The vocabulary of technology at work, and its false friends."""

from __future__ import annotations

import csv
import time

import pytest

from extractors import lexicon
from extractors.directives.technologies import named, technologies

DATA = lexicon.FOLDER / "technology"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The depot uses telematics.", [("telematics", "strong")]),
        ("No GPS-based tracking.", [("GPS", "strong"), ("tracking", "weak")]),
        ("A.I. and AI are the same.", [("A.I.", "strong"), ("AI", "strong")]),
        ("Body‑worn cameras and body-worn camera", [("Body‑worn cameras", "strong"), ("body-worn camera", "strong")]),
        ("an automated decision-making system", [("automated decision-making system", "strong")]),
        ("two new time clocks", [("time clocks", "medium")]),
        ("the equipment", [("equipment", "weak")]),
        ("artificial\nintelligence", [("artificial\nintelligence", "strong")]),
    ],
)
def test_terms_are_found_with_their_strength(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(term.text, term.strength) for term in technologies(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "It shall be automatically renewed.",
        "an automated external defibrillator",
        "a biometric screening",
        "emotional intelligence",
        "the technical classification",
        "he said that airs, details and aisles differ",
        "medical surveillance of exposed staff",
    ],
)
def test_false_friends_are_no_technology(text: str) -> None:
    assert [term for term in technologies(text) if term.strength != "weak"] == []


def test_offsets_are_those_of_the_text() -> None:
    text = "İn İzmir the drones fly; ﬁrst GPS."  # letters that grow when lowered
    assert [text[t.start : t.end] for t in technologies(text)] == ["drones", "GPS"]


def test_names_take_their_noun_along_and_come_once() -> None:
    text = "AI, AI systems and ai systems; automated decision"
    assert named(technologies(text), text) == ("AI", "AI systems", "automated decision")


def test_weak_terms_name_only_beside_no_other() -> None:
    text = "the equipment and the telematics"
    assert named(technologies(text), text) == ("telematics",)
    assert named(technologies("the equipment"), "the equipment") == ("equipment",)


def test_a_long_text_takes_linear_time() -> None:
    text = "automated automatic artificial intelligence general on-line " * 4000
    began = time.process_time()
    technologies(text)
    assert time.process_time() - began < 2


@pytest.mark.parametrize("name", ["terms.csv", "traps.csv", "cues.csv"])
def test_data_have_no_double_rows_and_no_empty_cells(name: str) -> None:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert all(len(row) == len(rows[0]) and all(cell.strip() for cell in row) for row in rows)
    keys = [row[0] if name != "cues.csv" else tuple(row) for row in rows]
    assert len(keys) == len(set(keys))
