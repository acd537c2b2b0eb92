"""People and their posts: before the name, after it, in lists, contact lines and signatures."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.affiliations import Affiliations
from extractors.base import run
from extractors.names.people import find_people, people_in
from extractors.posts.post import told_role
from records.facts import Affiliation
from tests.support import reading

Told = tuple[str, str | None, str | None]


def _told(text: str) -> list[Told]:
    facts = (fact for fact in run(Affiliations, reading(text)) if isinstance(fact, Affiliation))
    return [(fact.person_name, fact.role, fact.organization_name) for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # before the name
        ("Microsoft President Ana Ruiz came.", [("Ana Ruiz", "President", "Microsoft")]),
        ("The Teamsters under president Ana Ruiz agreed.", [("Ana Ruiz", "president", "Teamsters")]),
        (
            "The Zembla Dockers Union, chaired by deputy treasurer Ana Ruiz, agreed.",
            [("Ana Ruiz", "deputy treasurer", "Zembla Dockers Union")],
        ),
        ("Gartner analyst Ana Ruiz wrote it.", [("Ana Ruiz", "analyst", "Gartner")]),
        (
            "UNISON Deputy Research Director Ana Ruiz said no.",
            [("Ana Ruiz", "Deputy Research Director", "UNISON")],
        ),
        (
            "Chief Legal Advisor for Privacy International Ana Ruiz said no.",
            [("Ana Ruiz", "Chief Legal Advisor", "Privacy International")],
        ),
        (
            "Teamsters Local 9999 steward and Google night driver, Ana Ruiz, spoke.",
            [("Ana Ruiz", "steward", "Teamsters Local 9999"), ("Ana Ruiz", "night driver", "Google")],
        ),
        ("President Ana Q. Ruiz, Cornell University; they came.", [("Ana Q. Ruiz", "President", "Cornell University")]),
        ("Prime Minister Ana Ruiz left.", [("Ana Ruiz", "Prime Minister", None)]),
        # lawmakers
        (
            "U.S. Sens. Ana Q. Ruiz (D-VA) and Max Stone (R-SD) wrote it.",
            [("Ana Q. Ruiz", "U.S. Senator", None), ("Max Stone", "U.S. Senator", None)],
        ),
        (
            "Reps. Ana Ruiz (CA-12), Max Stone (TX-3), and Joan Hill (NY-1) agreed.",
            [(name, "Representative", None) for name in ("Ana Ruiz", "Max Stone", "Joan Hill")],
        ),
        (
            "U.S. Senators Ana Ruiz of Oregon and Max Stone of Ohio agreed.",
            [("Ana Ruiz", "U.S. Senator", None), ("Max Stone", "U.S. Senator", None)],
        ),
        (
            "Sen. Ana Ruiz (I-Maine), Chair of the Senate Judiciary Committee, spoke.",
            [("Ana Ruiz", "Senator", None), ("Ana Ruiz", "Chair", "Senate Judiciary Committee")],
        ),
        # after the name
        (
            "Ana Ruiz, Field Coordinator of Fairwork and Senior Scholar at the Brookings Institution, said so.",
            [("Ana Ruiz", "Field Coordinator", "Fairwork"), ("Ana Ruiz", "Senior Scholar", "Brookings Institution")],
        ),
        (
            "It works, said Ana Ruiz, head of training and safety at Swedish union Unionen.",
            [("Ana Ruiz", "head of training and safety", "Unionen")],
        ),
        (
            "“Yes,” said Ana Ruiz, Associate Director of Plant Safety, Google.",
            [("Ana Ruiz", "Associate Director of Plant Safety", "Google")],
        ),
        ("Ana Ruiz, a CWA member, agreed.", [("Ana Ruiz", "member", "CWA")]),
        ("Ana Ruiz, Director, Safety Office, AFL-CIO", [("Ana Ruiz", "Director, Safety Office", "AFL-CIO")]),
        ("Ana Ruiz, Jr., General Counsel, Microsoft", [("Ana Ruiz, Jr", "General Counsel", "Microsoft")]),
        ("Ana Ruiz is president of the Zembla Dockers Union.", [("Ana Ruiz", "president", "Zembla Dockers Union")]),
        ("Ana Ruiz, a nurse who works nights, agreed.", [("Ana Ruiz", "nurse", None)]),
        ("Dr Ana Ruiz from Cornell University helped.", [("Ana Ruiz", None, "Cornell University")]),
        # degrees, ages, and officers of several words
        ("“No,” said Ana Ruiz, RN, chief steward at Microsoft.", [("Ana Ruiz", "chief steward", "Microsoft")]),
        ("“No,” said Ana Ruiz, RN and a president of the Teamsters.", [("Ana Ruiz", "president", "Teamsters")]),
        ("Ana Ruiz, a 37-year-old night nurse, left.", [("Ana Ruiz", "night nurse", None)]),
        ("Ana Ruiz, chief member affairs officer, left.", [("Ana Ruiz", "chief member affairs officer", None)]),
        ("Then chief product officer Ana Ruiz left.", [("Ana Ruiz", "chief product officer", None)]),
        (
            "The national director and chief negotiator Ana Ruiz left.",
            [("Ana Ruiz", "national director and chief negotiator", None)],
        ),
        # a comma between the title and the name
        ("Microsoft General Counsel, Ana Ruiz, said no.", [("Ana Ruiz", "General Counsel", "Microsoft")]),
        ("As a member of the Teamsters bargaining team, Ana Ruiz spoke.", [("Ana Ruiz", "member", "Teamsters")]),
        # the organization is spoken of, and named before
        ("Teamsters struck. It’s new, said Ana Ruiz, the union’s steward.", [("Ana Ruiz", "steward", "Teamsters")]),
        ("Microsoft met the company’s president, Ana Ruiz.", [("Ana Ruiz", "president", "Microsoft")]),
        # committees of committees, districts, names at the edge of a list
        (
            "Rep. Ana Ruiz of Ohio’s Second District, a member of the Senate Judiciary Committee, agreed.",
            [("Ana Ruiz", "Representative", None), ("Ana Ruiz", "member", "Senate Judiciary Committee")],
        ),
        (
            "U.S. Senator Ana Ruiz (D-Minn.), Max Stone (D-Mass.) and Joan Hill (R-Pa.) agreed.",
            [(name, "U.S. Senator", None) for name in ("Ana Ruiz", "Max Stone", "Joan Hill")],
        ),
        ("Microsoft President Braxton Winston II came.", [("Braxton Winston II", "President", "Microsoft")]),
        ("Joan Hill of the U.S.-based Microsoft agreed.", [("Joan Hill", None, "Microsoft")]),
        ("Oren Quillfeather – painter and Microsoft Director – moved it.", [
            ("Oren Quillfeather", "painter", None), ("Oren Quillfeather", "Director", "Microsoft"),
        ]),
        # an organization no list knows, shown by the role held there
        ("Ana Ruiz, head of mail at Quillon Anywhere, told us.", [("Ana Ruiz", "head of mail", "Quillon Anywhere")]),
        ("Ana Ruiz, QXM’s Vice President of Parcels, left.", [("Ana Ruiz", "Vice President of Parcels", "QXM")]),
        ("Ana Ruiz, a clerk at parcels company Quillon, left.", [("Ana Ruiz", "clerk", "Quillon")]),
        # somebody whose name is also a party's
        ("President Trump left. The Trump administration stayed.", [("Trump", "President", None)]),
        ("Reuters Editor-in-Chief Ana Ruiz left.", [("Ana Ruiz", "Editor-in-Chief", "Reuters")]),
        ("Agence France-Presse (AFP) critic Ana Ruiz left.", [("Ana Ruiz", "critic", "Agence France-Presse")]),
        ("Ana Ruiz, White House Reporter, Reuters", [("Ana Ruiz", "White House Reporter", "Reuters")]),
        ("Ana Ruiz, a fired clerk, spoke to a crowd in front of Microsoft.", [("Ana Ruiz", "fired clerk", None)]),
        ("A talk at Microsoft, and he met its director, Ana Ruiz.", [("Ana Ruiz", "director", "Microsoft")]),
        ("It was told by Ana Ruiz, deputy general secretary of Microsoft, that it works.", [
            ("Ana Ruiz", "deputy general secretary", "Microsoft"),
        ]),
        (
            "Microsoft CEO Ana Ruiz left. Ana Ruiz, chief executive officer of Microsoft, left.",
            [("Ana Ruiz", "chief executive officer", "Microsoft")],
        ),
        ("Ana Ruiz, head of policy from the trade union GMB; Max left.", [("Ana Ruiz", "head of policy", "GMB")]),
        ("Ana Ruiz, Minister of State affirmed it.", [("Ana Ruiz", "Minister of State", None)]),
        # a party and a city without brackets
        (
            "Assemblymembers Ana Ruiz, D-South Quay, and Max Stone, D-Los Angeles, wrote it.",
            [("Ana Ruiz", "Assemblymember", None), ("Max Stone", "Assemblymember", None)],
        ),
        # the organization before the comma is another's
        ("In an essay for Microsoft’s, historian Ana Ruiz wrote it.", [("Ana Ruiz", "historian", None)]),
        # lines
        ("By Ana Ruiz, Brookings Institution.", [("Ana Ruiz", None, "Brookings Institution")]),
        ("The Honorable Ana Ruiz\nInspector General\nU.S. Department of Labor", [
            ("Ana Ruiz", "Inspector General", "U.S. Department of Labor"),
        ]),
        ("Press Contact: Ana Ruiz", [("Ana Ruiz", "Press Contact", None)]),
        ("Ana Ruiz\nChief Steward, Teamsters", [("Ana Ruiz", "Chief Steward", "Teamsters")]),
        (
            "Ana Ruiz Senior Advisor to the Brookings Institution",
            [("Ana Ruiz", "Senior Advisor", "Brookings Institution")],
        ),
    ],
)  # fmt: skip
def test_posts(text: str, expected: list[Told]) -> None:
    assert sorted(_told(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "The Executive Order on robots stands.",
        "The Chief Climate Advisor wrote it.",
        "Data Rights and Privacy matter.",
        "On Tuesday, Ana Ruiz met Max Stone.",
        "Ana Ruiz, who left, met Congress.",
        "The members of the union met in San Jose.",
        "Ana Ruiz, lead author of the report, left.",
        "Ana Ruiz, is leaving the room.",
        "He lives in North Quillmouth, said the officer.",
        "It killed four fellow Palestinians.",
        "Ana Ruiz: I’m a researcher who works there.",
        "Somebody gave me Pell Grants, some low-interest student loans.",
        "The 2024 award for Economics went to nobody.",
    ],
)
def test_no_posts(text: str) -> None:
    assert _told(text) == []


def test_a_title_belongs_to_the_name_it_stands_before() -> None:
    told = _told("Senator Ana Ruiz, and Congresswoman Joan Hill of Ohio wrote it.")
    assert set(told) == {("Ana Ruiz", "Senator", None), ("Joan Hill", "Congresswoman", None)}


def test_the_same_post_told_again_is_one_row() -> None:
    text = "U.S. Sen. Ana Ruiz spoke. Senator Ruiz left. Microsoft CEO Max Stone agreed. CEO Stone left."
    assert set(_told(text)) == {("Ana Ruiz", "U.S. Senator", None), ("Max Stone", "CEO", "Microsoft")}


def test_a_steward_is_of_the_union_the_document_is_about() -> None:
    text = "The Quillon Guild struck. Ana Ruiz, a shop steward at the plant, spoke for the Quillon Guild."
    assert _told(text) == [("Ana Ruiz", "shop steward", "Quillon Guild")]


def test_the_evidence_is_the_words_that_tell() -> None:
    opened = reading("Today Ana Ruiz, a director of Microsoft, left.")
    (fact,) = run(Affiliations, opened)
    assert fact.span.quote == "Ana Ruiz, a director of Microsoft"


def test_surnames_stand_for_the_fullest_name() -> None:
    text = "Ana Ruiz spoke. “No,” said Ruiz. Then Ana Q. Ruiz, president of Microsoft, left. Ruiz's car broke."
    people = reading(text).get(find_people)
    assert [person.text for person in people] == ["Ana Ruiz", "Ruiz", "Ana Q. Ruiz", "Ruiz"]
    assert {person.name for person in people} == {"Ana Q. Ruiz"}
    assert {person.organization for person in people} == {"Microsoft"}
    assert {person.organization_kind for person in people} == {"employer"}


def test_party_and_state() -> None:
    people = reading("Sen. Ana Ruiz (D-OR) met Rep. Max Stone (TX-03). Ruiz left.").get(find_people)
    assert [(p.name, p.party, p.state) for p in people] == [
        ("Ana Ruiz", "D", "OR"),
        ("Max Stone", None, "TX"),
        ("Ana Ruiz", "D", "OR"),
    ]


def test_speakers_without_titles() -> None:
    people = reading("“It was us,” said Iolana Quist. Zorin Vale told us more.").get(find_people)
    assert [person.name for person in people] == ["Iolana Quist", "Zorin Vale"]


def test_names_that_are_titles_too() -> None:
    assert [p.name for p in reading("Representative Madeleine Dean agreed.").get(find_people)] == ["Madeleine Dean"]


@pytest.mark.parametrize(
    "text",
    [
        "The Taylor Act passed in San Francisco.",
        "Silicon Valley is a place.",
        "Martin Luther King Street is long.",
        "Black Workers and American Workers met.",
    ],
)
def test_no_people(text: str) -> None:
    assert reading(text).get(find_people) == ()


def test_people_in_slices() -> None:
    opened = reading("Ana Ruiz came. Max Stone left.")
    assert [p.name for p in people_in(opened, 0, 14)] == ["Ana Ruiz"]
    assert [p.name for p in people_in(opened, 14, 40)] == ["Max Stone"]


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("president of the board", "president of the board"),
        ("nurse working nights", "nurse"),
        ("Senator Doe won", ""),
        ("Director, Technology Institute", "Director, Technology Institute"),
        ("Senior Deputy U.K. Chief Safety Officer", "Senior Deputy U.K. Chief Safety Officer"),
        ("the best day", ""),
    ],
)
def test_told_role(phrase: str, role: str) -> None:
    assert told_role(phrase) == role


WORDS = [
    "Ana",
    "Ruiz",
    ",",
    "president",
    "of",
    "Microsoft",
    "and",
    "Sen.",
    "(D-OR)",
    "Sens.",
    "Stone",
    ";",
    "said",
    "director",
    "at",
    "the",
    "Jr.",
    "member",
    "CWA",
    ".",
    "”",
    "led",
    "by",
    "general",
    "secretary",
    "Dr",
    "Press",
    "Contact:",
    "Chair",
]


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    )
)
@settings(max_examples=150, deadline=None)
def test_mentions_are_exact_sorted_and_apart(words: list[str]) -> None:
    opened = reading(" ".join(words).strip() or "x")
    end = 0
    for person in opened.get(find_people):
        assert person.start >= end
        assert opened.text[person.start : person.end] == person.text
        end = person.end
    for fact in run(Affiliations, opened):
        assert opened.text[fact.span.start : fact.span.end] == fact.span.quote


@pytest.mark.parametrize("unit", ["Ana Ruiz, president of Microsoft, ", "Sens. Ruiz and ", "a senior analyst ", "Dr. "])
def test_long_sentences_take_no_longer_than_short_ones(unit: str) -> None:
    opened = reading(unit * (100_000 // len(unit)))
    began = time.process_time()
    opened.get(find_people)
    assert time.process_time() - began < 5.0
