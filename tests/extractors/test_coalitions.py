"""Coalitions, joint letters and statements, and who is in them."""

from __future__ import annotations

import time
from datetime import date

import pytest

from extractors.coalitions import Coalitions
from records.facts import Coalition, CoalitionMember
from tests.support import reading

HEAD = "Union news of the week\n"


def found(text: str) -> tuple[list[Coalition], dict[str, str]]:
    facts = list(Coalitions().extract(reading(HEAD + text, published_on=date(2026, 3, 4))))
    members = {f.organization_name: f.role for f in facts if isinstance(f, CoalitionMember)}
    return [f for f in facts if isinstance(f, Coalition)], members


@pytest.mark.parametrize(
    ("text", "name", "count", "workers"),
    [
        ("More than 45 unions representing 62 million people joined forces. A newly formed coalition named the "
         "Clerks First Alliance began its work.",
         "Clerks First Alliance", 45, 62_000_000),
        ("Organizers from six shops came together as the Robot Watch Committee.", "Robot Watch Committee", None, None),
        ("A coalition of 35 tenant and labor organizations, Workers Against Cameras, launched on "
         "Tuesday.", "Workers Against Cameras", 35, None),
        ("The unions have formed the Drivers First Alliance, a coalition of eight unions with 3 million "
         "members.", "Drivers First Alliance", 8, 3_000_000),
        ("Last night, 31 organizations sent a letter to Mayor Smith about "
         "tools.", "Letter to Mayor Smith", 31, None),
        ("More than 90 groups signed an open letter to Governor Ada "
         "Reed.", "Open letter to Governor Ada Reed", 90, None),
        ("We are ten unions who represent 1.2 million workers.\nThis joint statement on robots in care sets out our "
         "aims.",
         "Joint statement on robots in care", 10, 1_200_000),
        ("The Rail Clerks' Alliance (RCA), representing Unifor, the United Steelworkers, and CUPE, spoke to "
         "Parliament. More than 32,000 workers represented by three large unions want a law.",
         "Rail Clerks' Alliance", 3, 32_000),
        ("A coalition of writers and singers launched the Creators Coalition on Song on Tuesday.",
         "Creators Coalition on Song", None, None),
        ("A coalition of writers and singers launched a new industry group.\nThe Creators Coalition on Song is "
         "here.",
         "Creators Coalition on Song", None, None),
        ("Leaders of five large unions joined forces, announcing the formation of an independent alliance: the Move to "
         "Win Coalition.", "Move to Win Coalition", 5, None),
        ("More than 30 unions and organizations ask for it.\nThis Joint Civil Society Declaration on Gigs was signed "
         "by unions.", "Joint Civil Society Declaration on Gigs", 30, None),
        ("Nurses from eight unions, calling themselves Nurses Acting Together, met.",
         "Nurses Acting Together", 8, None),
        ("BOSTON — Today, the AFL-CIO and 29 labor organizations called on senators to drop it.\nIn a new letter, the "
         "AFL-CIO and labor organizations urge the Senate to do so.", "Letter to the Senate", 29, None),
        ("A group of 40 organizations sent a letter to Congress on April 28, 2026.", "Letter to Congress", 40, None),
        ("A coalition of more than 60 organizations from the labor and civil rights world released the Fair Machines "
         "Charter today.", "Fair Machines Charter", 60, None),
        ("Today 45 unions and community groups unveiled the Slow Robots Pledge.", "Slow Robots Pledge", 45, None),
        ("The Keep It Human Campaign was launched on Monday by a coalition of 30 unions and charities.",
         "Keep It Human Campaign", 30, None),
        ("20+ groups launch a drive for poets\nA broad coalition announced the launch of the Poets First Campaign. "
         "With over 20 members including unions and guilds, it speaks for poets.", "Poets First Campaign", 20, None),
        ("A network of 12 unions kicked off the Stop the Bots campaign in Ottawa.", "Stop the Bots campaign", 12, None),
        ("More than 120 labour and consumer groups have signed the Digital Shifts Declaration.",
         "Digital Shifts Declaration", 120, None),
        ("The Safe Wards Coalition, which was launched today by nine unions, wants a pause.",
         "Safe Wards Coalition", 9, None),
        ("Known as the Fair Screens Alliance, the group of six guilds represents 300,000 performers.",
         "Fair Screens Alliance", 6, 300_000),
        ("Dozens of labor and privacy groups launched Shelves for All, a campaign against scanners.",
         "Shelves for All", None, None),
        ("Amnesty International and the ITUC are among 60 signatories of the Global Pledge on Shift Bots.",
         "Global Pledge on Shift Bots", 60, None),
        ("Fifty-three labor and consumer groups wrote to Congress on Wednesday.", "Letter to Congress", 53, None),
        ("In a joint letter sent Thursday to the European Commission, 41 NGOs and trade unions warned it.",
         "Joint letter to the European Commission", 41, None),
        ("More than 80 groups sign on to a statement opposing the pause.", "Joint statement", 80, None),
    ],
)  # fmt: skip
def test_coalitions(text: str, name: str, count: int | None, workers: int | None) -> None:
    (coalition,), _ = found(text)
    assert (coalition.name, coalition.member_count, coalition.workers_represented) == (name, count, workers)


@pytest.mark.parametrize(
    "text",
    [
        "The Alliance for Automotive Innovation rejected the offer.",
        "The Athena Coalition endorsed the Fair Hours Act.",
        "Seventeen senators signed a letter to Labor Secretary Ann Lee.",
        "Sens. Ann Lee (D-VT) and Bo Cho (R-UT) sent a letter to OpenAI.",
        "Dozens of Google employees signed an open letter to Ada Reed.",
        "OpenAI mailed a letter to the Food and Drug Administration.",
        "The Fair Hours Act is endorsed by the AFL-CIO, Google and Third Way.",
        "Rep. Ann Lee (D-VT) led a letter to Secretary Bo Cho. The letter was endorsed by the AFL-CIO and Third Way.",
        "Rep. Ann Lee (D-VT) led a bipartisan coalition of members.\nIn the letter to Chair Bo Cho, it urged action.",
        "“It helps,” said Brigit Dale, Health Policy Analyst for Aging Together, a coalition of groups.",
        "The union and the firm met. The two groups issued a joint statement on Monday.",
        "Create a new Public Awareness Campaign on the dangers that road workers face.",
        "We supported your decision to establish a new EPA Council on dust.",
        "The firm works through locally established Making Renewal Councils with companies and partners.",
        "The governor launched a new AI task force on Monday. It will meet in May.",
        "A bipartisan group of 260 state lawmakers sent a letter to members of Congress.",
        "SAG-AFTRA and the National Organization for Women have each written to the governor.",
        "Heron Corp. works with the AFL-CIO, which unites 60 unions, the companies said in a joint statement.",
        "Microsoft and Google launched the Partnership on Cloud Safety.",
        "Two companies announced the formation of the Data Hall Alliance.",
        "The Congressional Labor Caucus unveiled the Workers First Agenda.",
        "The prime minister's coalition government published the Robot Action Plan.",
        "The union launched the Fair Pay Campaign in May.",
        "The union's negotiating committee launched the Contract Campaign at Heron Foods.",
        "The Labor Department launched a Robot Literacy Initiative with unions and employers.",
        "More than 30 countries signed the Osprey Declaration.",
        "More than 500 employees signed the Not For Sale Pledge.",
        "A coalition of voters helped him win the primary.",
        "Unions have praised the Bill of Rights for Robots, which the White House unveiled.",
    ],
)
def test_what_is_no_coalition(text: str) -> None:
    assert found(text) == ([], {})


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("A new coalition called the Clerks First Alliance brings together unions, including the TUC under "
         "president Ada Reed, Fórsa led by Jane Cho, the Directors Guild of America, and Actors' Equity.",
         {"TUC", "Fórsa", "Directors Guild of America", "Actors' Equity"}),
        ("The TUC has today launched a new AI taskforce.\nThe work of the taskforce will be led by the TUC.\nMembers "
         "of that committee will include Tech UK, the University of Oxford, GMB, Community and Prospect.",
         {"TUC", "Tech UK", "University of Oxford", "GMB", "Community", "Prospect"}),
        ("A joint statement on robots was coordinated by the Trade Union Advisory Committee to the OECD (TUAC) and the "
         "International Trade Union Confederation (ITUC) – and unions agreed to it.",
         {"Trade Union Advisory Committee", "International Trade Union Confederation"}),
        ("A new coalition called Songs First began. Among the members are large unions such as AFL-CIO, publishers "
         "like BMI, and trade groups like the Recording Industry Association of America.",
         {"AFL-CIO", "BMI", "Recording Industry Association of America"}),
        ("Today, the AFL-CIO and 29 labor organizations called on senators to drop a rule from the Big Ports Act.\nIn "
         "a new letter, the AFL-CIO and labor organizations urge the Senate to do so.",
         {"AFL-CIO"}),
        ("More than 50 groups, including the AFL-CIO, Color of Change and Public Citizen, sent a joint letter to "
         "Speaker Ann Lee.",
         {"AFL-CIO", "Color of Change", "Public Citizen"}),
        (
            "# Joint letter to Sen. Ann Lee and Sen. Bo Cho on robots\nWe, the undersigned organizations, Public "
            "Citizen, "
            "Amnesty International, and the AFL-CIO, are writing about robots.",
            {"Public Citizen", "Amnesty International", "AFL-CIO"},
        ),
        ("SAG-AFTRA, IATSE, and the Directors Guild of America joined forces under the banner of Humans on Screen.",
         {"SAG-AFTRA", "IATSE", "Directors Guild of America"}),
        ("Members of the new Clerks First Alliance include:\n- the Musicians' Union\n- Society of Authors\n- National "
         "Union of Journalists",
         {"Musicians' Union", "Society of Authors", "National Union of Journalists"}),
        ("The Teamsters, the UAW and CUPE have launched a joint campaign, Hands on the Wheel, on trucks.",
         {"Teamsters", "UAW", "CUPE"}),
        ("Over 40 groups created a new coalition called Shelf Watch. These groups include the tenant-led organizations "
         "Make the Road New York and Common Cause, as well as the digital rights group Fight for the Future.",
         {"Make the Road New York", "Common Cause", "Fight for the Future"}),
        ("More than 40 groups have joined forces to launch Shelf Watch.\nUnited for Respect, a group that has pushed "
         "stores, also is part of the coalition.", {"United for Respect"}),
        ("A joint statement from UNISON, the TUC and Prospect says robots must not lift patients.",
         {"UNISON", "TUC", "Prospect"}),
        ("The TUC has set up a new AI working group, joined by Prospect, the CWU and USDAW.",
         {"Prospect", "CWU", "USDAW"}),
        ("We are three unions.\nThis joint statement on robots in care sets out our aims.\nSigned,\nUnite the "
         "Union\nPublic and Commercial Services Union",
         {"Unite the Union", "Public and Commercial Services Union"}),
    ],
)  # fmt: skip
def test_members(text: str, members: set[str]) -> None:
    assert set(found(text)[1]) == members


def test_conveners_and_signatories() -> None:
    text = (
        "The open letter to Minister Ada Reed was coordinated by the Trades Union Congress and the Open Rights Group. "
        "It was signed by 120 organisations, including Amnesty International and Privacy International."
    )
    _, members = found(text)
    assert members["Trades Union Congress"] == members["Open Rights Group"] == "convener"


def test_day_and_place() -> None:
    text = "Eight unions today formed the Drivers First Alliance, a coalition of unions, at a rally in Chicago."
    (coalition,), _ = found(text)
    assert (coalition.announced_on, coalition.place) == (date(2026, 3, 4), "Chicago")


@pytest.mark.parametrize(
    "piece",
    ["coalition of ", "Alliance, ", "A and the B, ", "letter to A B, ", "including the X and ", "12 new unions "],
)
def test_long_repetitions_stay_fast(piece: str) -> None:
    opened = reading(HEAD + piece * (60_000 // len(piece)))
    started = time.perf_counter()
    list(Coalitions().extract(opened))
    assert time.perf_counter() - started < 20  # seconds, on a busy machine; quadratic would take minutes


def test_a_block_of_persons_gives_no_members() -> None:
    text = (
        "Fifty groups formed a new coalition called the Clerks First Alliance.\nSincerely,\nAda Espada\nAlma Adder"
        "\nChris Houle\nJean Dahl"
    )
    assert found(text)[1] == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A new alliance, Workers Before Robots, was launched at Elm Hall on Monday.", "Workers Before Robots"),
        ("Unions launched a new coalition, Fair Code Now, on Monday. It brings together 23 unions.", "Fair Code Now"),
        ("The newly formed network, Quays for People, aims at rules for cranes.", "Quays for People"),
    ],
)
def test_names_beside_a_new_coalition(text: str, name: str) -> None:
    assert [f.name for f in Coalitions().extract(reading(text)) if isinstance(f, Coalition)] == [name]


def test_a_collective_among_the_members_is_not_the_coalition() -> None:
    text = (
        "A new alliance, Workers Before Robots, was launched at Elm Hall. Founding members include the Quay Workers' "
        "Union, Data Rights Elm, and the Couriers' Collective, a group of food couriers in Elm."
    )
    found = list(Coalitions().extract(reading(text)))
    assert {f.name for f in found if isinstance(f, Coalition)} == {"Workers Before Robots"}
    assert "Couriers' Collective" in {f.organization_name for f in found if isinstance(f, CoalitionMember)}
