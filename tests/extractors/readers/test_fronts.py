"""Dates, bylines and titles at the top of a text."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.readers.blocks import Block
from extractors.readers.fronts import front, publisher_of, title_of
from extractors.readers.fronts_lines import byline, published

DAY = date(2026, 2, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("February 20, 2026", DAY),
        ("Friday, February 20, 2026", DAY),
        ("20 Feb 2026", DAY),
        ("Published 20 February 2026", DAY),
        ("Posted on Feb. 20, 2026 at 9:15 am", DAY),
        ("2026-02-20", DAY),
        ("FOR IMMEDIATE RELEASE, February 20, 2026", DAY),
        ("WASHINGTON, D.C. (February 20, 2026) – The union today asked the agency for rules.", DAY),
        ("Washington, D.C. – 2/20/26… Two members of the House asked for rules this week.", DAY),
        ("20.02.2026", DAY),
        ("PORTVILLE, Va., Feb. 20, 2026 /PRNewswire/ -- A survey of yards finds that most of them use robots.", DAY),
        ("Media Release - February 20, 2026", DAY),
        ("By Ann Lee on Feb 20, 2026 4:00AM", DAY),
        ("By QWF · February 20, 2026", DAY),
        ("Today, 20 February 2026, forty organizations of the coast launched a joint call for rules.", DAY),
        ("Brussels, 20 February 2026", DAY),
        ("Crane Law Review 20 February 2026", DAY),
        ("February 20, 2026 Updated: March 4, 2026", DAY),
        ("Published: February 20, 2026 (4 weeks ago)", DAY),
        ("02/20/2026 | Press release | Distributed by Harbor Wire on 02/20/2026 05:49", DAY),
        ("20-02-2026", DAY),
        ("date 2026-02-20 The crews of the east quay asked for rules.", DAY),
        ("Published 12:30 p.m. ET February 20, 2026", DAY),
        ("Ann Lee • Feb 20, 2026", DAY),
        ("Written by Ann Lee on 20 February 2026", DAY),
        ("February 20, 2026 by Ann Lee", DAY),
        ("2026/02/20", DAY),
        ("Published on: 20 February 2026 Last updated: 5 March 2026", DAY),
        ("News | February 20, 2026", DAY),
        ("(Geneva, 20 February 2026) The council of unions asked the agency for rules on scoring apps.", DAY),
        ("Washington, D.C. | February 20, 2026", DAY),
        ("Submitted by admin on February 20, 2026", DAY),
        ("Embargoed until 00:01 20 February 2026", DAY),
        ("February 20, 2026 Portville, VA", DAY),
        ("3 min read February 20, 2026", DAY),
        ("Media release, Wellington, 20 February 2026", DAY),
        ("Press statement, Friday 20 February 2026", DAY),
        ("Queen's Park, February 20, 2026", DAY),
        ("Hearing: February 20, 2026", None),
        ("Comments due February 20, 2026", None),
        ("February 20, 2026 | 10 a.m. – 4 p.m.", None),
        ("12-07-2023", None),
        ("Strike Vote February 20, 2026 5:00AM", None),
        ("Effective February 20, 2026", None),
        ("Today we look back at February 20, 2026, and at what it taught us.", None),
        ("By the end of the talks on February 20, 2026 no crew had been asked about the new cranes at all.", None),
        ("February 2026", None),
        ("March 23", None),
        ("1/2/2026", None),
        ("On February 20, 2026, the union asked the agency for rules, and it was not the first time.", None),
        ("© 2026 All rights reserved", None),
        ("This Agreement is effective July 1, 2025 through June 30, 2028.", None),
        ("February 31, 2026", None),
        ("The plan was first made public on May 2, 2024 and changed twice", None),
    ],
)
def test_dates_of_publication(text: str, day: date | None) -> None:
    assert published(text) == day


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("By Ann Lee and Bo van Ray", ("Ann Lee", "Bo van Ray")),
        ("by Ann Lee | March 3, 2026", ("Ann Lee",)),
        ("By the end of the year", ()),
        ("By Representatives Lee and Ray", ()),
        ("Bylaws of the local", ()),
    ],
)
def test_bylines(text: str, names: tuple[str, ...]) -> None:
    assert byline(text) == names


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ["Press release", "For Immediate Release", "Dockers ask for rules", "Body text is here."],
            "Dockers ask for rules",
        ),
        (["Dockers ask for rules | Harbor News", "Dockers ask for rules", "Body text."], "Dockers ask for rules"),
        (["Dockers asked for rules on Monday.", "They want an answer."], None),
        (["March 3, 2026", "Dockers ask for rules", "Body text."], "Dockers ask for rules"),
        (["Help / Crane rules", "Crane rules", "Body text."], "Crane rules"),
        (["Stop the cranes.", "Body text is here, and it is long."], "Stop the cranes."),
        (
            ["General news", "Dockers ask the city for rules on cranes", "Body text."],
            "Dockers ask the city for rules on cranes",
        ),
        (["Issue date", "Dockers ask for rules", "Body text."], "Dockers ask for rules"),
        (
            ["Explainer: cranes and law", "What works and what does not: cranes and the law", "Body text."],
            "What works and what does not: cranes and the law",
        ),
        (["Harbor Eater · Link to Article", "Dockers ask for rules", "Body text."], "Dockers ask for rules"),
        (["Crane rules", "How dockers got them", "Body text."], "Crane rules"),
        (
            ["fbpx Skip to main content", "Search News", "Topics", "Crews ask for rules", "Body text."],
            "Crews ask for rules",
        ),
        (["NEWSLETTER", "Share This Article:", "Crews ask for rules", "Body text."], "Crews ask for rules"),
        (
            [
                "FOR IMMEDIATE RELEASE",
                "Media Contact: Ann Lee, Director",
                "ann@qwf.example | 262.555.0101",
                "Crews ask",
                ".",
            ],
            "Crews ask",
        ),
        (["Crane driver", "© Ann Lee via Harbor Pictures", "Crews ask for rules", "Body text."], "Crews ask for rules"),
        (["Image: a crane at dusk", "Crews ask for rules", "Body text."], "Crews ask for rules"),
        (["61.2 F", "Portville", "Crews ask the port for rules", "Body text."], "Crews ask the port for rules"),
        (["Ann Lee - Fotolia", "Crews ask for rules", "Body text."], "Crews ask for rules"),
        (["Report | Ports", "Download PDF", "Crews ask for rules", "Body text."], "Crews ask for rules"),
        (["by: Ann", "Asking for rules in a port is a hard thing.", "It takes months."], None),
        (["SENATOR ANN LEE", "Lee asks for rules", "Body text."], "Lee asks for rules"),
        (["Harbor Working Paper 12", "May 2026", "Cranes at work", "Body text."], "Cranes at work"),
        (
            [
                "PORTVILLE, Va., Feb. 20, 2026 /PRNewswire/ -- A survey of yards finds that three in four now "
                "use robots, and "
                "that most crews heard of it from the machines.",
                "Three in four yards use robots (Harbor Wire)",
                "Body text.",
            ],
            None,
        ),
        (["News about cranes", "How dockers got them", "Body text."], "News about cranes"),
        (["Back to the quay: crews return", "Body text is here."], "Back to the quay: crews return"),
        (["BILL DRAFT OFFICE", "SENATE BILL 7001", "AN ACT Relating to cranes; adding a section."], "SENATE BILL 7001"),
        (["Portville wants rules for A.I.", "By Ann Lee", "Body text that goes on."], "Portville wants rules for A.I."),
        (["Cranes & Yards Blog", "Cranes that drive themselves come to the east quay", "Text."], "Cranes & Yards Blog"),
        (
            ["C&Y Blog", "Cranes that drive themselves come to the east quay", "Text that goes on."],
            "Cranes that drive themselves come to the east quay",
        ),
    ],
)
def test_titles(lines: list[str], title: str | None) -> None:
    assert title_of([Block("paragraph", line) for line in lines]) == title


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (["Cranes at work", "Body text.", "© 2026 Harbor Study Group. All rights reserved."], "Harbor Study Group"),
        (["Cranes at work", "Published by the Harbor Study Group, 2026", "Body text."], "Harbor Study Group"),
        (["PARTNERSHIP ON AI", "Cranes at work", "Body text."], "Partnership on AI"),
        (["Dockers ask for rules | Harbor News", "Dockers ask for rules", "Body text."], "Harbor News"),
        (
            ["HARBOR INSTITUTE", "Cranes at work", "Body text.", "The Harbor Institute studies ports."],
            "Harbor Institute",
        ),
        (["HARBOR INSTITUTE", "Cranes at work", "Body text."], None),
        (["Harbor Eater · Link to Article", "Dockers ask for rules", "Body text."], "Harbor Eater"),
        (["Dockers ask for rules", "By: Harbor Labor Center", "Body text."], "Harbor Labor Center"),
        (["Dockers ask for rules", "Source: Harbor Journal", "Body text."], "Harbor Journal"),
        (["Dockers ask for rules", "Source: a person at the port", "Body text."], None),
        (["Dockers ask for rules", "By Ann Lee", "Body text."], None),
        (["Crane driver", "©Lee via Harborpix.com", "Dockers ask for rules", "Body text."], None),
        (["Cranes at work", "Quay Research Institute", "Working paper 3", "Body text."], "Quay Research Institute"),
        (["Cranes at work", "The Quay Courier, 14 May 2026", "Body text."], "The Quay Courier"),
        (["Cranes at work", "By Ann Lee", "The Quay Herald | March 12, 2026", "Body text."], "The Quay Herald"),
        (["Cranes at work", "Lee Park LLP | Labor & Employment Alert", "Body text."], "Lee Park LLP"),
        (["Cranes at work", "Dockside – the union for crews of the quay", "Body text."], "Dockside"),
        (["Cranes at work", "Union, port reach deal on cranes", "Body text."], None),
        (["Cranes at work", "Quay Guild Logo", "Body text."], None),
        (["Cranes at work", "The book was published by a friend.", "Body text."], None),
        (["Microsoft", "Agreement between Microsoft and the guild", "Body text."], None),
        (["Cranes at work", "© 2026", "All rights reserved"], None),
        (["Dockers walk out - and the port waits", "Body text."], None),
        (["Definitions of a crane", "(c) Any crane or hoist that lifts a load;", "Body text."], None),
        (
            [
                "Crews ratify a contract",
                "News provided by",
                "Quay Crews International",
                "Feb 20, 2026, 9:00 ET",
                "Text.",
            ],
            "Quay Crews International",
        ),
        (
            ["Crews ratify a contract", "News provided by Quay Crews International", "Text that goes on."],
            "Quay Crews International",
        ),
        (
            ["Crews ratify a contract", "PORTVILLE, Feb. 20, 2026 /CNW/ - Text.", "SOURCE Quay Crews International"],
            "Quay Crews International",
        ),
        (["Crews ratify a contract", "KXTR | By Ann Lee", "Text that goes on."], "KXTR"),
        (["Crews ratify a contract", "Quay Public Radio | By Ann Lee and Bo Ray", "Text."], "Quay Public Radio"),
        (["Crews ratify a contract", "Source of power for crews", "Text that goes on."], None),
        (["Crews ratify a contract", "Opinion | By Ann Lee", "Text that goes on."], None),
        (["Crews ratify a contract", "Photo | By Ann Lee via Shutterstock", "Text that goes on."], None),
    ],
)
def test_publishers(lines: list[str], publisher: str | None) -> None:
    blocks = [Block("paragraph", line) for line in lines]
    assert publisher_of(blocks, title_of(blocks)) == publisher


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (["The Quayside Sentinel"], "The Quayside Sentinel"),
        (["By Ann Lee, Staff Writer", "The Quayside Sentinel | March 3, 2031"], "The Quayside Sentinel"),
        (["Opinion", "Ann Lee", "The Lantern, Monday 3 March 2031"], "The Lantern"),
        (["Trabajo y Puerto (English edition)", "Ann Lee"], "Trabajo y Puerto"),
        (["Boatmen of the Lakes Local 16"], "Boatmen of the Lakes Local 16"),
        (["Guild of Ferry Clerks, Research Department", "Third edition"], "Guild of Ferry Clerks"),
        (["Lee Ray LLP | Ports Alert"], "Lee Ray LLP"),
        (["Ports Safety Agency – Mana Wharf", "Media release, 3 March 2031"], "Ports Safety Agency"),
        (["Ancora – the union for people on the water", "Press statement"], "Ancora"),
        (["Centre for Harbour Studies", "Ann Lee and Bo Ray"], "Centre for Harbour Studies"),
        (["Ann Lee", "Centre for Harbour Studies"], None),
        (["Ann Lee and Bo Ray"], None),
        (["Business News | March 3, 2031"], None),
        (["Grand Quay Hotel, March 3, 2031"], None),
        (["Ports University", "Registration closed"], None),
        (["The long wait"], None),
        (["Crews have long asked for it.", "The Quayside Sentinel"], None),
        (["To the Ports Safety Agency", "Dear members,"], None),
        (["Ports Safety Agency", "Dear members,"], None),
        (["between", "Ferry Clerks Union"], None),
        (["Ann Lee", "Freight Report Canada", "February 20, 2026"], "Freight Report Canada"),
    ],
)
def test_publishers_under_the_title(lines: list[str], publisher: str | None) -> None:
    lines = ["Dockers want a say before the cranes come", *lines, "Body text that goes on. And on it goes."]
    blocks = [Block("paragraph", line) for line in lines]
    assert publisher_of(blocks, title_of(blocks)) == publisher


def lines_of(*lines: str) -> list[Block]:
    return [Block("paragraph", line) for line in lines]


HEADLINE = "Clerks at Elm Harbor vote to strike over scheduling software"
BODY = (
    "ELM HARBOR - Clerks voted on Monday to stop work, the Quay Workers' Union said, over software that plans shifts."
)


@pytest.mark.parametrize(
    ("above", "publisher"),
    [
        (("Home  /  Money  /  Work",), None),
        (("Skip to main content", "Home   News   Sports   Obituaries", "BUSINESS"), None),
        (("Join | Log in | Find your branch",), None),
        (("We use cookies on this site  Accept all  Reject",), None),
        (("News › Press Releases", "05.21.2031"), None),
        (("Politics | Labour & Social Affairs",), None),
        (("Quay Workers Press Room",), None),
        (
            ("Harbor Research Center", "Publications   People   Events   Donate", "POLICY BRIEF"),
            "Harbor Research Center",
        ),
        (("Elm Boyce LLP", "Insights | Professionals | Services"), "Elm Boyce LLP"),
        (("Ada Byrne", "Member of Parliament for Elm East", "Home > News > Release"), None),
        (("Elm House Liberals - Rep. Ada Byrne (22nd LD)",), None),
    ],
)
def test_titles_under_ways_through_the_site(above: tuple[str, ...], publisher: str | None) -> None:
    found = front(lines_of(*above, HEADLINE, "March 3, 2031", BODY, BODY))
    assert found.title == HEADLINE
    assert found.published_on == date(2031, 3, 3) or "05.21.2031" in above
    assert found.publisher == publisher


@pytest.mark.parametrize(
    ("under", "publisher"),
    [
        ("By Ann Lee and Bo Ray | Harbor Wire | 3 March 2031 | 3 min", "Harbor Wire"),
        ("By Ann Lee | March 3, 2031 | Comments", None),
        ("By Ann Lee • The Elm Courier • March 3, 2031", "Elm Courier"),
    ],
)
def test_outlets_beside_the_authors(under: str, publisher: str | None) -> None:
    found = front(lines_of(HEADLINE, under, BODY, BODY))
    assert (found.title, found.published_on, found.publisher) == (HEADLINE, date(2031, 3, 3), publisher)


def test_a_section_beside_an_author_is_no_way_above_the_headline() -> None:
    found = front(lines_of(HEADLINE, "The Elm Dispatch", "Business | Moira Landry", "March 3, 2031", BODY))
    assert (found.title, found.publisher) == (HEADLINE, "The Elm Dispatch")


def test_an_outlet_under_two_authors() -> None:
    found = front(
        lines_of(HEADLINE, "Ann Lee and Bo Ray", "Lakeside Courier", "Published 6:02 a.m. ET Feb. 12, 2031", BODY)
    )
    assert found.publisher == "Lakeside Courier"
