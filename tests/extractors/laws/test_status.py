"""How far a law is, from what one sentence says of it; and who brought it in, from the lines around it."""

from __future__ import annotations

import pytest

from extractors.base import run
from extractors.legislation import Legislation
from extractors.positions import Positions
from records.facts import Legislation as LegislationFact
from records.facts import LegislationPosition
from tests.support import reading

STATUS: list[tuple[str, str | None]] = [
    ("Under the Fair Work Act, employers must consult workers.", "in_force"),
    ("The Delta Workers Act would require notice.", "proposed"),
    ("Lawmakers introduced the Delta Workers Act on Monday.", "introduced"),
    ("Gov. Hochul signed the Delta Workers Act in 2023.", "enacted"),
    ("Gov. Newsom vetoed SB 7 last year.", "vetoed"),
    ("The Delta Workers Act passed the Senate on Friday, a day after it cleared the Assembly.", "passed"),
    ("The Delta Workers Act passed the Senate and was sent to the Assembly.", "passed_chamber"),
    ("It moves. Sponsored by Sens. Ann Lee and Bob Ray, the Delta Workers Act would help.", "introduced"),
    ("The Delta Workers Act is pending in the New Jersey Legislature.", "introduced"),
    ("The Delta Workers Bill had its first reading in May.", "introduced"),
    ("The Delta Workers Bill, brought into the Senate in May by an independent, would help.", "introduced"),
    ("It backs the Delta Workers Bill, which Senator Ann Lee published in the autumn.", "introduced"),
    ("Cabinet approved the drafting of a Delta Workers Bill.", "proposed"),
    ("They followed with the Delta Workers Act, signed in December 2022.", "enacted"),
    ("The Delta Workers Act was signed in 2024 and takes effect in 2026.", "enacted"),
    ("The Delta Workers Act 2025 is silent on algorithms.", "in_force"),
    ("The EU AI Act bans emotion recognition at work.", "in_force"),
    ("- Illinois Human Rights Act: bans biased AI in hiring", "in_force"),
    ("- Maryland Facial Recognition Act: bars use in interviews without consent", "in_force"),
    ("The Delta Workers Act, passed in 2019, gives drivers rights.", "passed"),
    ("The Delta Workers Act takes effect in January.", "in_force"),
    ("The Delta Workers Act is pending in the Senate.", "introduced"),
    ("The Delta Workers Bill is making its way through Parliament.", "introduced"),
    ("Unions back the Delta Workers Bill, now at committee stage.", "introduced"),
    ("The TUC drafted the Delta Workers Bill.", "proposed"),
    ("The TUC's Delta Workers Bill would ban this.", "proposed"),
    ("Trump rescinded Executive Order 14110.", "repealed"),
    ("The Delta Workers Act failed in committee.", "failed"),
    ("The House passed the Delta Workers Act.", "passed_chamber"),
    ("Employers covered by the WARN Act must give notice.", "in_force"),
    ("Rights under Title VII and the ADEA apply.", "in_force"),
    ("The Delta Workers Act became law in 2022.", "enacted"),
    ("New York City's Local Law 144 requires audits.", "in_force"),
    ("The GDPR gives workers rights over their data.", "in_force"),
    ("Workers won the Delta Workers Act in 2021, which limits quotas.", None),
    ("The court held that the firm had violated the Delta Privacy Act.", "in_force"),
    ("The Delta Workers Act was enacted in 2018.", "enacted"),
    ("Senator Doe will introduce the Delta Workers Act next week.", "proposed"),
    ("They called on Congress to pass the Delta Workers Act.", "proposed"),
    ("The Delta Workers Act protects drivers.", "in_force"),
    ("Laws such as the Delta Workers Act and the Beta Data Act protect drivers.", "in_force"),
]


def laws(text: str) -> list[LegislationFact]:
    return [fact for fact in run(Legislation, reading(text)) if isinstance(fact, LegislationFact)]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(text: str, status: str | None) -> None:
    assert {law.status for law in laws(text)} == {status}


def test_a_credit_line_under_the_heading_names_the_sponsor() -> None:
    law = laws("# SB 812\nRobot Shift Act\nAuthored by Sen. Dana Whitlock (D-Fresno)\nLimits automated scheduling.")[0]
    assert law.sponsors == ("Dana Whitlock",)


def test_companions_bring_in_the_same_law() -> None:
    text = (
        "Congresswoman Dana Whitlock (D-CA) introduced the Robot Shift Act today. Companion legislation was introduced"
        " in the Senate by Senators Paul Ames and Rosa Vidal.\nThe Robot Shift Act would limit scheduling."
    )
    assert laws(text)[0].sponsors == ("Dana Whitlock", "Paul Ames", "Rosa Vidal")


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        (
            "The Robot Shift Act has the support of the Teamsters and the UAW.",
            {("Teamsters", "support"), ("UAW", "support")},
        ),
        (
            "Supporters of the Robot Shift Act include the Teamsters and UAW.",
            {("Teamsters", "support"), ("UAW", "support")},
        ),
        (
            "Opponents of the Robot Shift Act include CalChamber and TechNet.",
            {("CalChamber", "oppose"), ("TechNet", "oppose")},
        ),
        ("SB 812 is sponsored by the Teamsters.", {("Teamsters", "support")}),
        ("SB 812 was introduced by Sen. Dana Whitlock.", set()),
    ],
)
def test_sides(text: str, stands: set[tuple[str, str]]) -> None:
    found = [f for f in run(Positions, reading(text)) if isinstance(f, LegislationPosition)]
    assert {(f.organization_name, f.position) for f in found} == stands
