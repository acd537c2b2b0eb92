"""Agreements told of by what was settled, or where they hold."""

from __future__ import annotations

import pytest

from extractors.contracts.settled import find_settled
from tests.support import reading

_UNION = "The Harbour Clerks Union has members in many ports. "


@pytest.mark.parametrize(
    ("text", "unions", "employers", "year"),
    [
        (
            "The Harbour Clerks Union and the insurer Quayside agreed in 2031 that no score may be kept for a month.",
            ["Harbour Clerks Union"], ["Quayside"], 2031,
        ),
        (
            "After long talks with the Harbour Clerks Union, Quayside agreed last May to switch off the cameras.",
            ["Harbour Clerks Union"], ["Quayside"], None,
        ),
        (
            "Following pressure from the Harbour Clerks Union, Quayside has agreed that staff will be told.",
            ["Harbour Clerks Union"], ["Quayside"], None,
        ),
        ("At the Quayside Public Library in Ohio, the 2031 contract guarantees a person at the desk.",
         [], ["Quayside Public Library"], 2031),
        ("At Quayside, a collective agreement bars the use of scores.", [], ["Quayside"], None),
        ("A works agreement at the Bremen broker Quayside Kontor gives the council a key.",
         [], ["Quayside Kontor"], None),
        ("One company agreement with the courier firm Quayside, signed in May, caps the daily rounds.",
         [], ["Quayside"], None),
        ("Last spring, nurses at Quayside Clinic settled for a contract clause on alarms.",
         [], ["Quayside Clinic"], None),
        ("Cleaners at the hotel chain Quayside won new contract language on robots.", [], ["Quayside"], None),
        ("Quayside’s deal with the union, signed in May, provides that no voice may be cloned.",
         ["Harbour Clerks Union"], ["Quayside"], None),
        ("Clerks won new limits on cameras in a contract agreement Wednesday with the port firm Quayside.",
         [], ["Quayside"], None),
        ("Quayside’s union secured a tentative agreement on scores.", [], ["Quayside"], None),
        ("At Quayside, the national agreement sets up a committee.", [], ["Quayside"], None),
        ("Staff with the fund Quayside have secured a set of new protections. The new enterprise agreement has them.",
         [], ["Quayside"], None),
        ("A provision in the Harbour Clerks Union contract bars it.", ["Harbour Clerks Union"], [], None),
        ("So does a Harbour Clerks Union agreement that binds all the piers.", ["Harbour Clerks Union"], [], None),
    ],
)  # fmt: skip
def test_told_by_what_was_settled(text: str, unions: list[str], employers: list[str], year: int | None) -> None:
    (found,) = find_settled(reading(_UNION + text))
    assert (list(found.unions), list(found.employers), found.year) == (unions, employers, year)


@pytest.mark.parametrize(
    "text",
    [
        "The bank’s lawyers say that it has breached its enterprise agreement by cutting the jobs.",
        "Their collective agreement ran out in June.",
        "Under the current collective agreement, clerks are told of new machines.",
    ],
)
def test_the_agreement_of_whom_a_document_is_about(text: str) -> None:
    about = "The Harbour Clerks Union met Quayside Inc. The Harbour Clerks Union asked Quayside Inc. for more. "
    (found,) = find_settled(reading(about + text))
    assert (found.unions, found.employers) == (("Harbour Clerks Union",), ("Quayside Inc",))


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Clerks Union and the insurer Quayside agreed to meet again in May.",
        "The Harbour Clerks Union and the insurer Quayside agreed that the software was bad.",
        "The Harbour Clerks Union and the insurer Quayside have not agreed that staff will be told.",
        "At Quayside, the draft contract is still on the table.",
        "At Quayside, the new contract with a supplier ended.",
        "The union wants a clause in the Harbour Clerks Union contract that bars it.",
        "A works agreement at the broker Quayside would give the council a key.",
        "Staff with the fund Quayside have secured a set of new protections. They went home.",
        "Clerks could have won new limits in a contract with Quayside.",
        "If nurses at Quayside Clinic won a contract clause, others would follow.",
        "Their collective agreement ran out in June.",
    ],
)
def test_no_agreement_is_told_of(text: str) -> None:
    assert find_settled(reading(_UNION + text)) == ()
