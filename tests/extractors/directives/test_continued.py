"""Sentences that go on about the one before."""

from __future__ import annotations

import time

import pytest

from extractors.directives import continued


def test_sentences_that_go_on_about_a_law_or_contract() -> None:
    assert continued.goes_on("It would also ban secret scoring.")
    assert continued.goes_on("It does not allow shops to score clerks.")
    assert not continued.goes_on("They argue that robots can do it.")
    assert continued.goes_on_contract("These clauses allow an audit.")
    assert continued.goes_on_contract("They usually require a vote.")
    assert continued.goes_on_contract("The new language bars cameras.")
    assert not continued.goes_on_contract("They were tired.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The figures gathered by the ministry would be printed each spring.", True),
        ("Warehouses that miss the date would then pay back the grant.", True),
        ("A panel of drivers and engineers would review every crash.", True),
        ("In later years, the inspector would visit each depot twice.", True),
        ("Critics said the rule would cost jobs.", False),
        ("Hauliers warn that depots would close.", False),
        ("The plan would cost the county four million.", False),
        ("The vote would be a first for the county.", False),
        ("If it passes, shops would wait.", False),
        ("He would like to see it pass.", False),
        ("The mayor said she would sign it.", False),
    ],
)
def test_what_would_be(text: str, expected: bool) -> None:
    assert continued.would(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That means asking drivers before a camera is put in.", True),
        ("And it means a real voice for nurses.", True),
        ("This also means no secret scores.", True),
        ("The word means little.", False),
    ],
)
def test_demands_spelled_out(text: str, expected: bool) -> None:
    assert continued.goes_on_demand(text) is expected


def test_long_sentences_take_linear_time() -> None:
    began = time.process_time()
    for piece in ("The panel would ", "It means ", "The bill, which "):
        text = piece * (50_000 // len(piece))
        continued.goes_on(text)
        continued.would(text)
        continued.goes_on_demand(text)
    assert time.process_time() - began < 4
