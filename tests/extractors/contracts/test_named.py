"""Agreements that a text describes: by name, by owner, by section; and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.agreements import Agreements
from extractors.base import run
from records.facts import Agreement
from tests.support import reading

MADE = [
    "Nurses at Mercy Hospital ratified their first contract with the hospital on Tuesday, the Oregon Nurses"
    " Association said.",
    "The IBEW Local 48 contract requires 60 days' notice before new software is used.",
    "The Washington Post Guild's 2023 agreement bans layoffs caused by AI.",
    "Ziff Davis's contract with the NewsGuild says AI may not replace staff.",
    "- Ziff Davis Creators Guild (2024): the contract bars AI from replacing staff writers.",
    "Microsoft signed a neutrality agreement with the Communications Workers of America in 2022.",
    "The Culinary Union won a five-year contract with MGM Resorts in 2023 that gives severance.",
    "In 2024 Unite and Rolls-Royce signed a memorandum of understanding on AI.",
    "Ver.di reached a collective agreement with Deutsche Telekom on AI in 2021.",
    "The SAG-AFTRA Interactive Media Agreement covers voice actors.",
    "Members of SAG-AFTRA approved the Interactive Localization Agreement in 2024.",
    "The ILWU's contract with the Pacific Maritime Association allows automation.",
    "In its contract with Disneyland, Actors' Equity won limits on digital replicas.",
    "Politico breached its union contract with the PEN Guild, an arbitrator ruled.",
    "The CWA and AT&T reached a tentative agreement covering 17,000 workers.",
    "The agreement between Prospect and BT sets up a technology forum.",
    "Business Insider Union members voted to ratify a three-year contract.",
    "The Las Vegas Culinary Union's contract with the casinos gives workers $2,000 for each year worked.",
    "The CWU signed a Technology Agreement with Royal Mail.",
    "UNI Global Union signed a global framework agreement with Teleperformance.",
    "The WGA contract expires in 2026.",
]
NOT_MADE = [
    "The UAW is bargaining for a new contract with Ford.",
    "The company's offer includes a 5% raise, but the union wants a contract with Ford that bans AI.",
    "Microsoft has a $10 million contract with ICE.",
    "OpenAI reached a licensing deal with the Associated Press.",
    "The union wants an agreement with Amazon by June.",
    "The Paris Agreement covers emissions.",
    "The model agreement drafted by the TUC requires consultation.",
    "Contract talks between the WGA and the AMPTP broke down.",
]


def told(text: str) -> list[Agreement]:
    return [fact for fact in run(Agreements, reading(text)) if isinstance(fact, Agreement)]


@pytest.mark.parametrize("text", MADE)
def test_an_agreement_is_told_once(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize("text", NOT_MADE)
def test_talks_wishes_and_other_trades_are_none(text: str) -> None:
    assert told(text) == []


def test_a_section_lends_its_agreement_to_what_it_tells() -> None:
    text = (
        "# Contracts on AI\n# SAG-AFTRA -- Radio Plays Agreement (2022)\n"
        "SAG-AFTRA's agreement requires consent before a voice is cloned.\n"
        "# IATSE -- Stage Crews Contract (2021)\nIATSE members ratified their 2021-2025 agreement."
    )
    found = [(f.name, f.unions, f.year) for f in told(text)]
    assert found == [
        ("Radio Plays Agreement", ("SAG-AFTRA",), 2022),
        ("Stage Crews Contract", ("IATSE",), 2021),
    ]


def test_parties_joined_by_a_slash() -> None:
    text = "# Couriers\n# Parcelo/Prospect Agreement (2020)\nThe 2023 Parcelo2 agreement added rules on algorithms."
    assert {(f.unions, f.employers, f.year) for f in told(text)} == {
        (("Prospect",), ("Parcelo",), 2020),
        (("Prospect",), ("Parcelo",), 2023),
    }


@pytest.mark.parametrize(
    ("text", "unions", "employers"),
    [
        ("The stagehands union has reached a tentative agreement with Velvet Palace. The Stagehands Union Local 26 "
         "met.", ("Stagehands Union Local 26",), ("Velvet Palace",)),
        ("Unifor members in the Borea Clerical bargaining units ratified a new collective agreement with Borea.",
         ("Unifor",), ("Borea",)),
        ("The SAG-AFTRA actors union announced late Monday that a tentative agreement had been reached with a group of "
         "game makers.", ("SAG-AFTRA",), ()),
        ("SAG-AFTRA met. In the 2033 contract reached after a strike, the union secured language on consent.",
         ("SAG-AFTRA",), ()),
        ("The week was long. The New Republic won language that says that robots may help employees.",
         (), ("New Republic",)),
        ("All SAG-AFTRA members at Velvet Palace: Collective Agreement Ratified\nYour committee is pleased to say that "
         "members at Velvet Palace ratified the collective agreement of SAG-AFTRA.",
         ("SAG-AFTRA",), ("Velvet Palace",)),
        ("SAG-AFTRA pushed management to accept strong contract language.", ("SAG-AFTRA",), ()),
    ],
)  # fmt: skip
def test_parties_are_told_around_it(text: str, unions: tuple[str, ...], employers: tuple[str, ...]) -> None:
    (fact,) = told(text)
    assert (fact.unions, fact.employers) == (unions, employers)


def test_a_headline_is_no_name_and_terms_stand_in_what_follows() -> None:
    (fact,) = told(
        "SAG-AFTRA Approves Six-Year Contract\nSAG-AFTRA members approved a six-year contract with Velvet Palace.\n"
        "The new contract goes into effect on October 1, 2031 and runs through September 30, 2037. The current "
        "contract was set to expire on September 15, 2031."
    )
    assert (fact.name, fact.employers) == (None, ("Velvet Palace",))
    assert (fact.effective_on, fact.expires_on) == (date(2031, 10, 1), date(2037, 9, 30))


def test_a_term_counts_back_to_its_first_day() -> None:
    (fact,) = told(
        "SAG-AFTRA members ratified a contract with Velvet Palace.\nThe contract is retroactive to Oct. 1, 2031, when "
        "the prior contract expired, and runs through Sept. 30, 2037."
    )
    assert (fact.effective_on, fact.expires_on) == (date(2031, 10, 1), date(2037, 9, 30))


@pytest.mark.parametrize(
    "text",
    [
        "The union wants a contract with Velvet Palace.",
        "The company signed a supply contract with Velvet Palace.",
        "The mayor reached an agreement with Congress on the budget.",
    ],
)
def test_what_is_no_agreement(text: str) -> None:
    assert told(text) == []
