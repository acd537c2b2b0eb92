"""Sentences without force."""

from __future__ import annotations

import time

import pytest

from extractors.directives.speculation import speculates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unions can bargain over tools.", True),
        ("Is it time?", True),
        ("In a survey, half wanted a ban.", True),
        ("It would lead to losses.", True),
        ("Unions must train members so that they can read data.", False),
        ("You can object to being scored.", False),
        ("You can read the scores here.", True),
        ("Only a fifth of contracts have language on robots.", True),
        ("One in five unions has won a clause on robots.", True),
        ("The contract says that half of the drivers keep their routes.", False),
        ("While it is long, this chapter describes how clerks won a clause.", True),
        ("The aim of this guide is to tell stewards what they need to bargain over.", True),
        ("The clause could set the tone for other ports.", True),
        ("You don't just need to wait for it.", True),
        ("The fight for rules on scoring comes amid a budget gap.", True),
        ("Those let go should get half of their pay for a year.", False),
        ("In all, 60% of clerks agree that shops should pay more.", True),
        ("Note that the rule requires much more.", True),
        ("It should come as no surprise that shops like it.", True),
    ],
)
def test_speculation(text: str, expected: bool) -> None:
    assert speculates(text) is expected


def test_long_sentences_take_linear_time() -> None:
    began = time.perf_counter()
    for piece in ("unions can ", "If a deal ", "one in five ", "this section which ", "whether it is "):
        speculates(piece * (50_000 // len(piece)))
    assert time.perf_counter() - began < 4
