"""Agreements whose parties a text lists beside them."""

from __future__ import annotations

import time

import pytest

from extractors.agreements import Agreements
from extractors.contracts.lists import find_listed
from records.facts import Agreement
from tests.support import reading

HEAD = "Union news of the week\n"


def told(text: str) -> list[Agreement]:
    return list(Agreements().extract(reading(HEAD + text)))


@pytest.mark.parametrize(
    ("text", "unions", "employers", "year"),
    [
        ("The talks build on a Memorandum of Understanding signed by the Finance Sector Union, Professionals "
         "Australia, and Heron Bank Australia in March.",
         ("Finance Sector Union", "Professionals Australia"), ("Heron Bank Australia",), None),
        ("In May, Heron Foods, Unite and Prospect entered into a framework agreement on scanners.",
         ("Unite", "Prospect"), ("Heron Foods",), None),
        ("The framework agreement, concluded by IG Metall and Osprey Motors in 2023, limits cameras.",
         ("IG Metall",), ("Osprey Motors",), 2023),
        ("The existing collective agreement, which dates from 2019, was signed by Unite and Plover Airways.",
         ("Unite",), ("Plover Airways",), 2019),
        ("Equity balloted members who work under the Equity-Plover agreement of 2021 on scans.",
         ("Equity",), ("Plover",), 2021),
        ("A settlement was brokered between Heron Post and the Transport Workers Union in July.",
         ("Transport Workers Union",), ("Heron Post",), None),
        ("The parties to the Memorandum of Understanding are Heron Cloud Australia and Professionals Australia.",
         ("Professionals Australia",), ("Heron Cloud Australia",), None),
        ("Unifor reached a tentative agreement with game makers. The deal covers Teal Games Inc., Blue Fox Films LLC "
         "and Osprey Sound Inc.", ("Unifor",), ("Teal Games Inc", "Blue Fox Films LLC", "Osprey Sound Inc"), None),
        ("Unionen signs a collective agreement with games company Teal Games", ("Unionen",), ("Teal Games",), None),
        ("In January 2013, Osprey Mobile signed a Global Framework Agreement with UNI Global Union.",
         ("UNI Global Union",), ("Osprey Mobile",), 2013),
        ("The United Auto Workers has announced a tentative agreement to end its strike with Stellantis.",
         ("United Auto Workers",), ("Stellantis",), None),
        ("Unite and Heron Foods have come to terms on a five-year contract.", ("Unite",), ("Heron Foods",), None),
    ],
)  # fmt: skip
def test_parties_listed(text: str, unions: tuple[str, ...], employers: tuple[str, ...], year: int | None) -> None:
    (agreement,) = told(text)
    assert (agreement.unions, agreement.employers, agreement.year) == (unions, employers, year)


@pytest.mark.parametrize(
    "text",
    [
        "Unifor and Heron Foods are still negotiating a new collective agreement.",
        "If Unifor and Heron Foods cannot reach an agreement, workers will strike.",
        "Heron Foods offered Unifor a five-year contract, which the union rejected.",
        "Microsoft and Google signed a partnership agreement worth billions, workers said.",
        "Unions called for an agreement signed by Heron Foods and Unifor.",
        "Heron Games intends to enter into a collective agreement with Unionen.",
        "Talks between Unifor and Heron Foods ended without a deal.",
        "OpenAI struck a deal with Google, worrying Unifor.",
    ],
)
def test_no_agreement_made(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "piece", ["agreement signed by A, B and ", "the deal covers A, ", "A-B agreement, ", "Agreement of A and "]
)
def test_long_repetitions_stay_fast(piece: str) -> None:
    opened = reading(HEAD + piece * (60_000 // len(piece)))
    started = time.perf_counter()
    opened.get(find_listed)
    assert time.perf_counter() - started < 20  # seconds, on a busy machine; quadratic would take minutes
