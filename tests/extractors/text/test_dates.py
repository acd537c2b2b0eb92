"""Days as texts write them."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.dates import dates, first_day

PUBLISHED = date(2026, 3, 4)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on February 20, 2026", [date(2026, 2, 20)]),
        ("Nov. 3, 2025.", [date(2025, 11, 3)]),
        ("1 November 2023", [date(2023, 11, 1)]),
        ("the 3rd of May 2024", [date(2024, 5, 3)]),
        ("this 5th day of June 2025", [date(2025, 6, 5)]),
        ("JANUARY 15, 2026 — Today", [date(2026, 1, 15), PUBLISHED]),
        ("updated 2026-02-20", [date(2026, 2, 20)]),
        ("2/20/26", [date(2026, 2, 20)]),
        ("31/12/2025", [date(2025, 12, 31)]),
        ("Monday, March 2, 2026", [date(2026, 3, 2)]),
        ("on 1 and 2 November", [None]),
        ("Tuesday 31st October", [None]),
        ("in May 2026", []),
        ("February 30, 2026", []),
        ("they may 5 times", []),
        ("version 2026-02-20-1", []),
        ("today", [PUBLISHED]),
        ("yesterday", [date(2026, 3, 3)]),
        ("on Monday", [date(2026, 3, 2)]),
        ("last Wednesday", [date(2026, 2, 25)]),
        ("next Tuesday", [date(2026, 3, 10)]),
        ("The clerks walked out Monday over rosters", [date(2026, 3, 2)]),
        ("said Wednesday morning", [PUBLISHED]),
        ("The board will vote on Tuesday", [date(2026, 3, 10)]),
        ("Two members will unveil the bill Thursday", [date(2026, 3, 5)]),
        ("The depot opens every Friday", []),
        ("open Monday through Friday", []),
        ("sales on Black Friday", []),
        ("Monday's vote", []),
        ("on Tuesday, Feb. 3", [None]),
        ("today's workers", []),
        ("Today, more than ever, today more unions", [PUBLISHED]),
    ],
)
def test_days(text: str, expected: list[date | None]) -> None:
    assert [mention.day for mention in dates(text, PUBLISHED)] == expected


def test_relative_words_need_a_reference() -> None:
    assert dates("yesterday, on Monday and today") == ()


def test_what_was_worked_out_says_so() -> None:
    assert [mention.relative for mention in dates("on Monday and May 5, 2025", PUBLISHED)] == [True, False]


def test_first_day_skips_days_without_a_year() -> None:
    assert first_day("on 3 May, and again on 4 May 2025") == date(2025, 5, 4)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_any_day_reads_back_in_every_form(day: date) -> None:
    for written in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        (mention,) = dates(f"It was {written} here")
        assert mention.day == day
        assert mention.text == written


@pytest.mark.parametrize("piece", ["May ", "1 ", "1/", "Monday ", " ", "2026-", "1st of "])
def test_long_repetitions_stay_fast(piece: str) -> None:
    started = time.perf_counter()
    dates(piece * (200_000 // len(piece)), PUBLISHED)
    assert time.perf_counter() - started < 15  # seconds, on a busy machine; quadratic would take minutes
