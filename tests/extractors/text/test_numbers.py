"""Numbers as texts write them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.numbers import number_word, numbers, spelled_value

CASES = [
    ("about 40 unions that speak for 90 million workers", [("40", 40, "number"), ("90 million", 90e6, "number")]),
    ("from $7 billion in 2022 to $61 billi"
     "on", [("$7 billion", 7e9, "money"), ("2022", 2022, "year"), ("$61 billion", 61e9, "money")]),
    ("24 out of 25 nurses", [("24 out of 25", 96, "ratio")]),
    ("nine in ten drivers", [("nine in ten", 90, "ratio")]),
    ("nearly a third (32%) of staff", [("a third", 33.3, "fraction"), ("32%", 32, "percent")]),
    ("two-fifths of them", [("two-fifths", 40, "fraction")]),
    ("half of adults", [("half", 50, "fraction")]),
    ("the second half of the year", []),
    ("half an hour", []),
    ("20+ groups", [("20+", 20, "number")]),
    ("one hundred and forty million", [("one hundred and forty million", 140e6, "number")]),
    ("one million and three million", [("one million", 1e6, "number"), ("three million", 3e6, "number")]),
    ("between five and six hours", [("five", 5, "number"), ("six", 6, "number")]),
    ("one thousand and two hundred", [("one thousand and two hundred", 1200, "number")]),
    ("twenty-four locals and two dozen councils", [("twenty-four", 24, "number"), ("two dozen", 24, "number")]),
    ("half a million jobs", [("half a million", 500_000, "number")]),
    ("5 Million € for training", [("5 Million €", 5e6, "money")]),
    ("€200 million", [("€200 million", 200e6, "money")]),
    ("US$5.5 billion", [("US$5.5 billion", 5.5e9, "money")]),
    ("£5m and $16bn", [("£5m", 5e6, "money"), ("$16bn", 16e9, "money")]),
    ("three million dollars", [("three million dollars", 3e6, "money")]),
    ("20 to 30 percent", [("20", 20, "percent"), ("30 percent", 30, "percent")]),
    ("between 20 and 30 per cent", [("20", 20, "percent"), ("30 per cent", 30, "percent")]),
    ("$10–15 million", [("$10", 10e6, "money"), ("15 million", 15e6, "money")]),
    ("3–5%", [("3", 3, "percent"), ("5%", 5, "percent")]),
    ("1,234,567 or 1.234.567", [("1,234,567", 1234567, "number"), ("1.234.567", 1234567, "number")]),
    ("threefold and 3x", [("threefold", 3, "multiple"), ("3x", 3, "multiple")]),
    ("twice as many as before", [("twice", 2, "multiple")]),
    ("10 times more likely", [("10 times", 10, "multiple")]),
    ("GPT-4.5 and COVID-19", []),
    ("open 24/7 from 5:30, call 555-123-4567", []),
    ("2000 workers in 2000", [("2000", 2000, "number"), ("2000", 2000, "year")]),
    ("hundreds of jobs", []),
    ("a 3-year deal", [("3", 3, "number")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_values_and_kinds(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(text[n.start : n.end], n.value, n.kind) for n in numbers(text)] == expected


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 70 unions", "at_least"), ("over 70 unions", "at_least"), ("70+ unions", "at_least"),
        ("up to 70 unions", "at_most"), ("fewer than 70 unions", "at_most"), ("nearly 70 unions", "about"),
        ("an estimated 70 unions", "about"), ("70 unions", None), ("the 150-plus unions", "at_least"),
    ],
)  # fmt: skip
def test_bounds(text: str, bound: str | None) -> None:
    assert [n.bound for n in numbers(text)] == [bound]


def test_currencies() -> None:
    found = numbers("$5, €6, £7, CA$8, USD 9 million and ten million euros")
    assert [n.currency for n in found] == ["USD", "EUR", "GBP", "CAD", "USD", "EUR"]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [("two dozen", 24), ("half a million", 5e5), ("ninety-nine", 99), ("unions", None)],
)
def test_spelled_value(phrase: str, value: float | None) -> None:
    assert spelled_value(phrase) == value


def test_number_word() -> None:
    assert (number_word("Twelve"), number_word("1,200"), number_word("dozen")) == (12, 1200, None)


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_read_back(value: int) -> None:
    found = numbers(f"about {value:,} people")
    assert [n.value for n in found] == [value]


@given(st.text(alphabet="0123456789 ,.$%-–abcxon inthird", max_size=60))
def test_spans_are_ordered_and_never_overlap(text: str) -> None:
    found = numbers(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("piece", ["1", "1,111", "one ", "one-", "a half ", "$ ", "5 to ", "and and ", "US"])
def test_long_repetitions_stay_fast(piece: str) -> None:
    started = time.perf_counter()
    numbers(piece * (200_000 // len(piece)))
    assert time.perf_counter() - started < 15  # seconds, on a busy machine; quadratic would take minutes
