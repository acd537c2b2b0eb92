"""Who is in a joint statement or coalition, wherever its makers stand."""

from __future__ import annotations

import pytest

from extractors.base import run
from extractors.coalitions import Coalitions
from records.facts import CoalitionMember
from tests.support import reading

THREE = {"Prospect", "Equity", "GMB"}


@pytest.mark.parametrize(
    "text",
    [
        "In a joint statement on Tuesday, Prospect, Equity and the GMB called on ministers to act.",
        "A joint statement by Prospect, Equity and the GMB urged ministers to act.",
        "The joint statement was signed by Prospect, Equity and the GMB.",
        "Three unions signed a joint statement on AI.\nWe are three unions representing 700,000 workers.\n"
        "- Prospect\n- Equity\n- GMB",
        "In an open letter to ministers, Prospect, Equity and the GMB warned that jobs would go.",
        "In a letter to the business secretary, Jo Hill, the unions – Prospect, Equity and the GMB – wrote that "
        "jobs would go.",
        "Prospect and more than 40 groups sent a letter to ministers. The letter was signed by Equity and the GMB.",
        "Prospect and dozens of other unions sent a letter to ministers. The signatories include Equity and the GMB.",
    ],
)
def test_members(text: str) -> None:
    found = run(Coalitions, reading(text))
    assert {fact.organization_name for fact in found if isinstance(fact, CoalitionMember)} == THREE


@pytest.mark.parametrize(
    "text",
    [
        "More than 50 academics signed an open letter to the prime minister.",
        "Senators Whitlock and Ames sent a joint letter to Amazon.",
    ],
)
def test_individuals_make_no_coalition(text: str) -> None:
    assert run(Coalitions, reading(text)) == []
