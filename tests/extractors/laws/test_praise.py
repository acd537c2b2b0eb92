"""Pages on which statements for a law are gathered, and coalitions that take a side."""

from __future__ import annotations

import pytest

from extractors.positions import Positions
from records.facts import LegislationPosition
from tests.support import reading


def stands(text: str, document_type: str = "press_release") -> set[tuple[str, str, str]]:
    found = Positions().extract(reading(text, document_type=document_type))
    return {(f.organization_name, f.position, f.legislation_name) for f in found if isinstance(f, LegislationPosition)}


MORE = "The port will meet again next week, and nobody knows what will be said there then."
SAYING = """# What They Are Saying: Tidal Power Act
Rep. Ann Poe (D-OR) brought in the Tidal Power Act on Monday.
"""


@pytest.mark.parametrize(
    ("speech", "organization"),
    [
        ("Coastal Builders Association: “Ports need cheaper power, and rules from another age stand in the way.”",
         "Coastal Builders Association"),
        ("➡️ Harborlight Supply: “Our crews pay too much.” — Ted Marsh, CEO", "Harborlight Supply"),
        ("Seawall Action CEO Mary Stone: “Demand for power is rising, and ships wait for nobody.”", "Seawall Action"),
        ("Bluewater International Director of Public Policy Mary Stone: “Ships wait for nobody.”",
         "Bluewater International"),
        ("IBEW International President Mary Stone: “Ships wait for nobody, and so do we.”", "IBEW"),
        ("Coastal Builders Association Senior Vice President, Policy and Outreach Mary Stone: “Ships wait for nobody.”",
         "Coastal Builders Association"),
    ],
)  # fmt: skip
def test_who_is_quoted_under_such_a_heading_is_for_the_law(speech: str, organization: str) -> None:
    assert (organization, "support", "Tidal Power Act") in stands(
        f"{SAYING}{speech}\nThe port will meet again next week, and nobody knows what will be said there then."
    )


@pytest.mark.parametrize(
    "lead",
    [
        "The Tidal Power Act has received broad support from industry leaders.",
        "The Tidal Power Act received the following statements of support:",
        "Support is pouring in for the Tidal Power Act.",
        "The Tidal Power Act is new. Here’s what they’re saying:",
        "The Tidal Power Act is new. Here is what some of these groups are saying about the bill.",
    ],
)
def test_leads_of_gathered_praise(lead: str) -> None:
    text = f"# A bill for ports\n{lead}\nCoastal Builders Association: “Ports wait for nobody, and crews neither.”"
    assert stands(text) == {("Coastal Builders Association", "support", "Tidal Power Act")}


@pytest.mark.parametrize(
    "text",
    [
        "# A bill for ports\nCritics have statements of support from nobody for the Tidal Power Act.\n"
        "Coastal Builders Association: “Ports wait for nobody, and crews neither.”",
        "# A visit\nSen. Ann Poe (D-OR) toured a clinic after passing the Tidal Power Act, the Fair Hours Act and the "
        "Safe Docks Act.\nCheck out what they’re saying:\nCoastal Builders Association: “The roof leaks on us.”",
        "# A bill for ports\nThe Tidal Power Act is new. What is he saying about it?\n"
        "Coastal Builders Association: “Ports wait for nobody, and crews neither.”",
        f"{SAYING}Background:\nCoastal Builders Association: “Ports wait for nobody, and crews neither.”",
        f"{SAYING}Senator Jo Hill (R-ID): “Ports wait for nobody, and crews neither.”",
    ],
)
def test_other_speeches_take_no_side(text: str) -> None:
    assert stands(text) == set()


def test_a_law_in_force_is_what_the_new_one_changes() -> None:
    text = (
        "# Rep. Poe Introduces Tidal Power Act\nThe Tidal Power Act is new. The Tidal Power Act would amend rules.\n"
        "“Builders support Clean Air Act reforms, and the Tidal Power Act is a step forward,” said Ted Marsh, "
        "president of the Coastal Builders Association."
    )
    assert stands(text) == {("Coastal Builders Association", "support", "Tidal Power Act")}


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("We thank Senator Poe for her bipartisan leadership.", {"Coastal Builders Association"}),
        ("We appreciate Senator Poe’s steady leadership on power.", {"Coastal Builders Association"}),
        ("We applaud Senator Poe for introducing it.", {"Coastal Builders Association"}),
        ("We thank Senator Poe for a good talk.", set()),
        ("We thank Senator Poe for her leadership, but it is a giveaway.", set()),
    ],
)
def test_thanks_in_a_release_that_brings_in_a_bill(words: str, sides: set[str]) -> None:
    text = (
        "# Poe Introduces Tidal Power Act\nThe Tidal Power Act is new. The Tidal Power Act would help ports. It is the "
        f"Tidal Power Act.\n“{words}” said Ted Marsh, president of the Coastal Builders Association."
    )
    assert {organization for organization, *_ in stands(text)} == sides


@pytest.mark.parametrize(
    ("told", "position"),
    [
        ("A broad coalition is forming in opposition to HB 1990.", "oppose"),
        ("A coalition of shops fighting HB 1990 met.", "oppose"),
        ("A wide coalition in support of HB 1990 met.", "support"),
        ("An alliance backing HB 1990 met.", "support"),
    ],
)
def test_who_is_in_a_coalition_shares_its_side(told: str, position: str) -> None:
    text = f"# News\n{told} Nothing else is known. The coalition includes Lakeside Grocers Association and TechNet."
    text = text.replace("The coalition", "The alliance") if "alliance" in told else text
    assert stands(text, "news") == {
        ("Lakeside Grocers Association", position, "HB 1990"),
        ("TechNet", position, "HB 1990"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "# News\nA coalition met about HB 1990. The coalition includes TechNet.",
        "# News\nA coalition opposes cuts. HB 1990 is new. The coalition includes TechNet.",
    ],
)
def test_a_coalition_without_a_side_gives_none(text: str) -> None:
    assert stands(text, "news") == set()


@pytest.mark.parametrize(
    ("text", "organization", "position"),
    [
        ("The Fair Hours Act is gaining support from stakeholders such as Google.", "Google", "support"),
        ("The Fair Hours Act has drawn support from the likes of Google.", "Google", "support"),
        ("The Fair Hours Act is new. Guilds and the UAW had voiced their support of the bill.", "UAW", "support"),
        ("Ada Reed, president of the UAW, defended the Fair Hours Act.", "UAW", "support"),
        ("TechNet is cautious. Jo Hill, an aide, wrote that the group opposes the Fair Hours Act.", "TechNet",
         "oppose"),
        ("In a letter to ministers, TechNet warned the Fair Hours Act would have damaging effects.", "TechNet",
         "oppose"),
    ],
)  # fmt: skip
def test_more_ways_to_take_a_side(text: str, organization: str, position: str) -> None:
    assert stands(f"# News\n{text}", "news") == {(organization, position, "Fair Hours Act")}
