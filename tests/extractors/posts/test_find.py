"""Posts as phrases: long titles before a comma, shared posts, locals, contact lines and bylines."""

from __future__ import annotations

import time

import pytest

from extractors.affiliations import Affiliations
from extractors.base import run
from extractors.names.people import find_people
from extractors.names.titles import is_plural, singular
from records.facts import Affiliation
from tests.support import reading

Told = tuple[str, str | None, str | None]

NEWS = "# News of the week\nThe port met on Monday, and much was said there about the price of power.\n"
MORE = "The port will meet again next week, and nobody knows what will be said there then."


def _told(text: str) -> list[Told]:
    facts = (fact for fact in run(Affiliations, reading(text)) if isinstance(fact, Affiliation))
    return sorted(((fact.person_name, fact.role, fact.organization_name) for fact in facts), key=str)


def _both(first: str, second: str, role: str, held: str | None) -> list[Told]:
    return [(first, role, held), (second, role, held)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Skills and Training Minister, Priya Nair, opened the meeting.",
            [("Priya Nair", "Skills and Training Minister", None)],
        ),
        ("The Minister for Labour, Dr Thulani Dube, said no.", [("Thulani Dube", "Minister for Labour", None)]),
        (
            "The Parliamentary Secretary for Jobs, Skills and Industry, Ms Helen Grady spoke on a panel.",
            [("Helen Grady", "Parliamentary Secretary for Jobs, Skills and Industry", None)],
        ),
        (
            "Shadow Secretary of State for Work and Pensions, Graham Tull and Digital Economy Minister, Paula Ortiz.",
            [
                ("Graham Tull", "Shadow Secretary of State for Work and Pensions", None),
                ("Paula Ortiz", "Digital Economy Minister", None),
            ],
        ),
        (
            "Minister for Employment and Workplace Relations Amanda Rish said so.",
            [("Amanda Rish", "Minister for Employment and Workplace Relations", None)],
        ),
        (
            "The Assistant Minister to the Prime Minister, Hon Patrick Gore, spoke.",
            [("Patrick Gore", "Assistant Minister to the Prime Minister", None)],
        ),
        (
            "The board named Evan Tull as the city’s first commissioner of artificial intelligence.",
            [("Evan Tull", "commissioner of artificial intelligence", None)],
        ),
        ("Quarry Rail cut jobs. In a memo, CEO Ana Ruiz said so at Quarry Rail.", [("Ana Ruiz", "CEO", None)]),
        ("Microsoft cut jobs. In a memo, CEO Ana Ruiz told staff.", [("Ana Ruiz", "CEO", "Microsoft")]),
        ("Microsoft and Intel cut jobs. In a memo, CEO Ana Ruiz told staff.", [("Ana Ruiz", "CEO", None)]),
        ("At Salesforce, CEO Ana Ruiz cut jobs as Microsoft did.", [("Ana Ruiz", "CEO", "Salesforce")]),
        (
            "Ana Ruiz, Research Fellow, Hulme Institute at Zembla University",
            [("Ana Ruiz", "Research Fellow", "Hulme Institute")],
        ),
        ("Ana Ruiz, Shareholder, Littler Mendelson, P.C.", [("Ana Ruiz", "Shareholder", "Littler Mendelson")]),
        ("Assembly Member Ana Ruiz agreed.", [("Ana Ruiz", "Assembly Member", None)]),
        ("Zembla Attorney-General, Sonya Kemp, agreed.", [("Sonya Kemp", "Zembla Attorney-General", None)]),
        ("The Director-General of the ILO, Gilbert Oyo, left.", [("Gilbert Oyo", "Director-General", "ILO")]),
        ("Quotes attributable to QZU National Secretary, Emeline Foy:", [("Emeline Foy", "National Secretary", "QZU")]),
        (
            "The chair of the Senate Judiciary Committee, Senator Ana Ruiz, tabled it.",
            [("Ana Ruiz", "Senator", None), ("Ana Ruiz", "chair", "Senate Judiciary Committee")],
        ),
        (
            "Deputy Prime Minister, Angela Rowe, and the Chancellor, Rachel Green, met unions.",
            [("Angela Rowe", "Deputy Prime Minister", None), ("Rachel Green", "Chancellor", None)],
        ),
        # the title is of whoever comes after the comma, unless a new clause begins there
        ("The bill was sent to the President, Ana Ruiz said.", []),
        ("The plan was agreed with the Labor Secretary, Ana Ruiz told reporters.", []),
        ("Industry and Innovation, Ana Ruiz said.", []),
        ("Warner and Labor Secretary Ana Ruiz met.", [("Ana Ruiz", "Labor Secretary", None)]),
        ("It quoted Microsoft and Dean Modeck, president of Microsoft.", [("Dean Modeck", "president", "Microsoft")]),
    ],
)
def test_titles_read_as_phrases(text: str, expected: list[Told]) -> None:
    assert _told(text) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Ruiz and Max Stone, co-chairs of the Better Work Alliance, said so.",
            _both("Ana Ruiz", "Max Stone", "co-chair", "Better Work Alliance"),
        ),
        (
            "Ana Ruiz (D-OR), Max Stone and Joan Hill, organizers with the Teamsters, came.",
            [(name, "organizer", "Teamsters") for name in ("Ana Ruiz", "Joan Hill", "Max Stone")],
        ),
        (
            "It was by Ana Ruiz and Max Stone, both professors of law at Cornell University.",
            _both("Ana Ruiz", "Max Stone", "professor", "Cornell University"),
        ),
        ("UAW members Ana Ruiz and Max Stone testified.", _both("Ana Ruiz", "Max Stone", "member", "UAW")),
        ("We met Microsoft engineers Ana Ruiz and Max Stone.", _both("Ana Ruiz", "Max Stone", "engineer", "Microsoft")),
        ("Ministers Ana Ruiz and Max Stone signed.", _both("Ana Ruiz", "Max Stone", "Minister", None)),
        ("Ana Ruiz and Max Stone, friends of the Teamsters, came.", []),
        ("Apple, Google and Microsoft, members of the Better Work Alliance, signed.", []),
    ],
)
def test_shared_posts(text: str, expected: list[Told]) -> None:
    assert _told(text) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "held",
    [
        "Teamsters Joint Council 942",
        "CWA District 99",
        "UAW Region 99A",
        "AFGE Council 938",
        "IAM District Lodge 999",
        "Teamsters Parcel Division",
        "Microsoft Canada",
    ],
)
def test_posts_at_parts_of_organizations(held: str) -> None:
    assert _told(f"Ana Ruiz, president of {held}, said no.") == [("Ana Ruiz", "president", held)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Contact:\n\nAna Ruiz, (555) 555-0100", [("Ana Ruiz", "Contact", None)]),
        ("MEDIA CONTACTS\nAna Ruiz\nruiz@example.org", [("Ana Ruiz", "Media Contact", None)]),
        ("CONTACT: Ana Ruiz\nPhone: 555-0100", [("Ana Ruiz", "Contact", None)]),
        (
            "Press Contact:\nAna Ruiz, Communications Director, Teamsters",
            [("Ana Ruiz", "Communications Director", "Teamsters")],
        ),
        ("Written By\n\nAna Ruiz\n\nPartner\nLondon", [("Ana Ruiz", "Partner", None)]),
        ("Ana Ruiz\nSenior Associate | Hull\n\nWe read it.", [("Ana Ruiz", "Senior Associate", None)]),
        ("Ana Ruiz Partner\n\nWe read it.", [("Ana Ruiz", "Partner", None)]),
        (
            "Sincerely,\n\nAna Ruiz, President\nZembla Dockers Union",
            [("Ana Ruiz", "President", "Zembla Dockers Union")],
        ),
        ("Ana Ruiz\n\nWriters in Zembla fear it.", []),
        ("Contact:\n\nThe office answers at 555-0100.", []),
    ],
)
def test_posts_on_lines_of_their_own(text: str, expected: list[Told]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    ("role", "one", "plural"),
    [
        ("co-directors", "co-director", True),
        ("U.S. Sens.", "U.S. Senator", True),
        ("deputy secretaries", "deputy secretary", True),
        ("director of members' services", "director of members' services", False),
        ("head of news", "head of news", False),
    ],
)
def test_roles_of_several(role: str, one: str, plural: bool) -> None:
    assert singular(role) == one
    assert is_plural(role.split(" of ", maxsplit=1)[0]) == plural


@pytest.mark.parametrize(
    "unit", ["Ana Ruiz and Max Stone, ", "Minister for Jobs, Skills and ", "and the Minister, Ana Ruiz, "]
)
def test_long_sentences_take_no_longer_than_short_ones(unit: str) -> None:
    opened = reading(unit * (100_000 // len(unit)))
    began = time.process_time()
    opened.get(find_people)
    assert time.process_time() - began < 5.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Harborlight Council: “Ports wait.” — Ted Marsh, CEO",
            [("Ted Marsh", "CEO", "Harborlight Council")],
        ),
        (
            "Harborlight Council (HC)\n“Ports wait for nobody.” — Ted Marsh, Director of Policy",
            [("Ted Marsh", "Director of Policy", "Harborlight Council")],
        ),
        (
            "Harborlight Action President and CEO Mary Stone: “Ports wait for nobody, as they say here.”",
            [("Mary Stone", "President and CEO", "Harborlight Action")],
        ),
        (
            "Harborlight Council Senior Vice President, Policy and Outreach Mary Stone: “Ports wait for nobody in "
            "these waters.”",
            [("Mary Stone", "Senior Vice President, Policy and Outreach", "Harborlight Council")],
        ),
        (
            "The Harborlight Council (HC), represented by Director Mary Stone, disagreed.",
            [("Mary Stone", "Director", "Harborlight Council")],
        ),
        (
            "The Harborlight Council chairman and CEO Mary Stone disagreed.",
            [("Mary Stone", "chairman and CEO", "Harborlight Council")],
        ),
        ("They wrote to the business secretary, Peter Dunn, again.", [("Peter Dunn", "business secretary", None)]),
        (
            "“Enough,” said Lisa Hill, executive vice president of Harborlight Council.",
            [("Lisa Hill", "executive vice president", "Harborlight Council")],
        ),
        (
            "The Harborlight Nurses Union met. Lorna Hill, who leads the union, agreed.",
            [("Lorna Hill", "leader", "Harborlight Nurses Union")],
        ),
        (
            "The Harborlight Business Alliance met. A spokesperson for the alliance, Greg Dunn, agreed.",
            [("Greg Dunn", "spokesperson", "Harborlight Business Alliance")],
        ),
        (
            "The Harborlight Nurses Association met the UAW. “Enough,” said Lorna Hill, the association’s president.",
            [("Lorna Hill", "president", "Harborlight Nurses Association")],
        ),
        (
            "Prospect has a plan. Our deputy general secretary, Lorna Hill, said: “Nobody wants this.”",
            [("Lorna Hill", "deputy general secretary", "Prospect")],
        ),
        ("Lorna Hill, who leads the hike, agreed.", []),
        ("The plan of MEP Gualtieri passed.", [("Gualtieri", "MEP", None)]),
        (
            "“Enough,” said Ari Matten, Founder & CEO Rewiring America.",
            [("Ari Matten", "Founder & CEO", "Rewiring America")],
        ),
        (
            "“Enough,” said the founder and CEO of Harbaxo Mary Stone.",
            [("Mary Stone", "CEO", "Harbaxo")],
        ),
    ],
)
def test_titles_beside_speeches_and_leaders(text: str, expected: list[Told]) -> None:
    assert _told(f"{NEWS}{text}\n{MORE}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "HB 90, by Majority Leader Cecilia Hall, is a plan to require a trained pilot on ferries.",
        "They burn Renewable Diesel, which even our Governor doubts.",
        "Jo Hill, D-South Los Angeles, spoke.",
        "They met a branch secretary, Peter Dunn left, and others.",
    ],
)
def test_words_near_names_that_are_no_posts(text: str) -> None:
    told = _told(f"{NEWS}{text}\n{MORE}")
    assert all(role in (None, "Majority Leader", "branch secretary") and name != "Angeles" for name, role, _ in told)
