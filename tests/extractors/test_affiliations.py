"""Who holds which post: each sentence with its person, role and organization."""

from __future__ import annotations

import pytest

from extractors.affiliations import Affiliations
from extractors.base import run
from records.facts import Affiliation
from tests.support import reading

Post = tuple[str, str | None, str | None]

TOLD: list[tuple[str, list[Post]]] = [
    (
        "“It is unfair,” said Maria Keller, who works as a picker at Zalvo, a parcel firm.",
        [("Maria Keller", "picker", "Zalvo")],
    ),
    ("Oxfam's Peter Lang said the plan was weak.", [("Peter Lang", None, "Oxfam")]),
    ("The GMB's Laura Finch called for action.", [("Laura Finch", None, "GMB")]),
    ("Laura Finch of the GMB called for action.", [("Laura Finch", None, "GMB")]),
    ("Laura Finch (Unison) opened the session.", [("Laura Finch", None, "Unison")]),
    ("Laura Finch (general secretary, Unison) opened the session.", [("Laura Finch", "general secretary", "Unison")]),
    ("Laura Finch, from Unite, opened the session.", [("Laura Finch", None, "Unite")]),
    ("Laura Finch, of the Resolution Foundation, said pay fell.", [("Laura Finch", None, "Resolution Foundation")]),
    ("Laura Finch, who works for Amazon in Leeds, joined the strike.", [("Laura Finch", None, "Amazon")]),
    (
        "Laura Finch, a warehouse worker at Amazon in Leeds, joined the strike.",
        [("Laura Finch", "warehouse worker", "Amazon")],
    ),
    (
        "Laura Finch, a member of the Communications Workers of America, testified.",
        [("Laura Finch", "member", "Communications Workers of America")],
    ),
    (
        "Laura Finch, a nurse at Kaiser Permanente and a member of SEIU, testified.",
        [("Laura Finch", "nurse", "Kaiser Permanente"), ("Laura Finch", "member", "SEIU")],
    ),
    (
        "Laura Finch, an Amazon driver and Teamsters member, testified.",
        [("Laura Finch", "driver", "Amazon"), ("Laura Finch", "member", "Teamsters")],
    ),
    (
        "Laura Finch, co-founder and CEO of Brightloom, disagreed.",
        [("Laura Finch", "co-founder and CEO", "Brightloom")],
    ),
    ("Laura Finch, Labour MP for Leeds North, disagreed.", [("Laura Finch", "Labour MP for Leeds North", None)]),
    ("Laura Finch, the Labour MP for Leeds North, disagreed.", [("Laura Finch", "Labour MP for Leeds North", None)]),
    ("Labour MP Laura Finch disagreed.", [("Laura Finch", "Labour MP", None)]),
    (
        "Laura Finch MP, shadow minister for employment rights, disagreed.",
        [("Laura Finch", "shadow minister for employment rights", None)],
    ),
    ("Culture secretary Laura Finch disagreed.", [("Laura Finch", "Culture secretary", None)]),
    ("Unite general secretary Sharon Graham welcomed it.", [("Sharon Graham", "general secretary", "Unite")]),
    ("TUC head of policy Laura Finch welcomed it.", [("Laura Finch", "head of policy", "TUC")]),
    ("Former Google engineer Laura Finch welcomed it.", [("Laura Finch", "engineer", "Google")]),
    ("Laura Finch, a former Google engineer, welcomed it.", [("Laura Finch", "engineer", "Google")]),
    ("A spokesperson for Verdi, Laura Finch, welcomed it.", [("Laura Finch", "spokesperson", "Verdi")]),
    (
        "Laura Finch, a spokeswoman for the Department of Labor, declined to comment.",
        [("Laura Finch", "spokeswoman", "Department of Labor")],
    ),
    ("Laura Finch is a reporter at the Boston Globe.", [("Laura Finch", "reporter", "Boston Globe")]),
    ("Laura Finch is general secretary of the NEU.", [("Laura Finch", "general secretary", "NEU")]),
    ("Laura Finch has been president of CWA Local 1180 since 2019.", [("Laura Finch", "president", "CWA Local 1180")]),
    ("Laura Finch, a Starbucks barista, was fired.", [("Laura Finch", "barista", "Starbucks")]),
    ("Starbucks barista Laura Finch was fired.", [("Laura Finch", "barista", "Starbucks")]),
    (
        "- Laura Finch, Head of Research, Ada Lovelace Institute",
        [("Laura Finch", "Head of Research", "Ada Lovelace Institute")],
    ),
    (
        "- Laura Finch - Head of Research, Ada Lovelace Institute",
        [("Laura Finch", "Head of Research", "Ada Lovelace Institute")],
    ),
    ("- Laura Finch – Ada Lovelace Institute", [("Laura Finch", None, "Ada Lovelace Institute")]),
    ("- Laura Finch, Ada Lovelace Institute", [("Laura Finch", None, "Ada Lovelace Institute")]),
    ("- Prof. Laura Finch, University of Leeds", [("Laura Finch", None, "University of Leeds")]),
    ("- Laura Finch: organiser, Prospect", [("Laura Finch", "organiser", "Prospect")]),
    (
        "“Enough is enough.” — Laura Finch, Vice President, Writers Guild of America West",
        [("Laura Finch", "Vice President", "Writers Guild of America West")],
    ),
    (
        "“Enough is enough.” — Laura Finch, President, Oregon Federation of Nurses, AFL-CIO",
        [("Laura Finch", "President", "Oregon Federation of Nurses")],
    ),
    ("Pensions officer Laura Finch said so.", [("Laura Finch", "Pensions officer", None)]),
    ("Unit Chair Laura Finch said so.", [("Laura Finch", "Unit Chair", None)]),
    ("Shop steward Laura Finch said so.", [("Laura Finch", "Shop steward", None)]),
    ("Senate Republican Whip Laura Finch (R-WY) said so.", [("Laura Finch", "Senate Republican Whip", None)]),
    (
        "Congresswoman Laura Finch (D-NY) said so. Rep. Finch has done this before.",
        [("Laura Finch", "Congresswoman", None)],
    ),
    ("Photo by Laura Finch | Chicago Teachers Union", []),
    ("Laura Finch, Chief People Officer at IBM, spoke.", [("Laura Finch", "Chief People Officer", "IBM")]),
    (
        "Laura Finch, U.S. Public Policy Lead, Microsoft, spoke.",
        [("Laura Finch", "U.S. Public Policy Lead", "Microsoft")],
    ),
    (
        "“We agree,” said Laura Finch, Government Relations, Workday.",
        [("Laura Finch", "Government Relations", "Workday")],
    ),
    ("Laura Finch, who represents workers at Unite, spoke.", [("Laura Finch", None, "Unite")]),
    (
        "Laura Finch, a professor of law at Cornell University, spoke.",
        [("Laura Finch", "professor of law", "Cornell University")],
    ),
    (
        "Laura Finch, secretary-treasurer of the Nevada State AFL-CIO, spoke.",
        [("Laura Finch", "secretary-treasurer", "Nevada State AFL-CIO")],
    ),
    ("The union's president, Laura Finch, spoke for UNITE HERE.", [("Laura Finch", "president", None)]),
    ("SAG-AFTRA Chief Negotiator Laura Finch spoke.", [("Laura Finch", "Chief Negotiator", "SAG-AFTRA")]),
    (
        "Laura Finch, Assembly member for the 12th district, spoke.",
        [("Laura Finch", "Assembly member for the 12th district", None)],
    ),
    (
        "Laura Finch, a software engineer at Alphabet and member of the Alphabet Workers Union, spoke.",
        [("Laura Finch", "software engineer", "Alphabet"), ("Laura Finch", "member", "Alphabet Workers Union")],
    ),
    ("Actor Laura Finch spoke.", [("Laura Finch", "Actor", None)]),
    ("Laura Finch, an actor and voice artist, spoke.", [("Laura Finch", "actor and voice artist", None)]),
    ("Laura Finch, who is a translator, spoke.", [("Laura Finch", "translator", None)]),
    ("Contact: Laura Finch, Communications Director, 555-0100", [("Laura Finch", "Communications Director", None)]),
    (
        "Joan Peters, who leads the Retail Workers Alliance, said talks continue.",
        [("Joan Peters", "leader", "Retail Workers Alliance")],
    ),
    ("Laura Finch, who was struck by a member of the crowd, recovered.", []),
]


def posts(text: str) -> list[Post]:
    found = run(Affiliations, reading(text))
    return [(f.person_name, f.role, f.organization_name) for f in found if isinstance(f, Affiliation)]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[text for text, _ in TOLD])
def test_posts(text: str, told: list[Post]) -> None:
    assert sorted(posts(text), key=str) == sorted(told, key=str)


def test_a_first_name_alone_is_the_only_person_who_bears_it() -> None:
    text = "The hearing began with Odalys Marsh. Odalys, an Amazon packer and GMB member, wept."
    assert sorted(posts(text), key=str) == [("Odalys Marsh", "member", "GMB"), ("Odalys Marsh", "packer", "Amazon")]


def test_the_title_of_the_fullest_naming_is_kept() -> None:
    text = "Reps. Finch and Doyle agree.\nCongresswoman Laura Finch (D-NY) spoke; Rep. Finch left early."
    assert ("Laura Finch", "Congresswoman", None) in posts(text)
