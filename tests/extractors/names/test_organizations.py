"""Names of organizations: known ones, phrases with a head word, cues, lists, acronyms; and what is none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.names.heads import kind_of
from extractors.names.organizations import find_organizations, organizations_in, stands_for, written_name
from tests.support import reading


def _names(text: str, **known: object) -> list[str]:
    return [name.text for name in reading(text, **known).get(find_organizations)]


def _kinds(text: str) -> dict[str, str | None]:
    return {name.text: name.kind for name in reading(text).get(find_organizations)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # head words
        ("They wrote to the Harbor Pilots Guild of Oregon.", ["Harbor Pilots Guild of Oregon"]),
        ("Staff of the Institute for Fair Robots met.", ["Institute for Fair Robots"]),
        ("He spoke to the Ministry of Ports and Fisheries.", ["Ministry of Ports and Fisheries"]),
        ("The Ports and Fisheries Commission agreed.", ["Ports and Fisheries Commission"]),
        ("The Office of the Attorney General wrote back.", ["Office of the Attorney General"]),
        ("A letter from the Zenith Workers Union came.", ["Zenith Workers Union"]),
        ("It was the Coalition for Safe Cranes that sued.", ["Coalition for Safe Cranes"]),
        ("Ask the Maple County Sheriff's Department.", ["Maple County Sheriff's Department"]),
        ("Yesterday Quillon Robotics Inc. shut its plant.", ["Quillon Robotics Inc"]),
        ("The University of Zembla and the College of Quay agreed.", ["University of Zembla", "College of Quay"]),
        ("The National Harbor Directors Association met.", ["National Harbor Directors Association"]),
        (
            "It went to the House Ports, Ferries, and Canals Committee.",
            ["House Ports, Ferries, and Canals Committee"],
        ),
        ("The Department of Ports, Ferries and Canals agreed.", ["Department of Ports, Ferries and Canals"]),
        ("The Quillon Foundation paid for the study.", ["Quillon Foundation"]),
        (
            "The Quay Forest Service met the Zembla Geological Survey.",
            ["Quay Forest Service", "Zembla Geological Survey"],
        ),
        ("Ask the Zembla Army Corps of Engineers.", ["Zembla Army Corps of Engineers"]),
        ("The House Crane Task Force reported.", ["House Crane Task Force"]),
        (
            "The Zembla County Public Schools met the Board of Quay Commissioners.",
            [
                "Zembla County Public Schools",
                "Board of Quay Commissioners",
            ],
        ),
        ("Max of Quillon Research & Associates Inc. left.", ["Quillon Research & Associates Inc"]),
        ("It came from the Quillon Law Consultancy.", ["Quillon Law Consultancy"]),
        ("The industriAll Europe and ver.di stewards met.", ["industriAll Europe", "ver.di"]),
        # locals
        ("Teamsters Local 9999 and Zembla Lodge No. 12 struck.", ["Teamsters Local 9999", "Zembla Lodge No. 12"]),
        # cues
        ("It hit employees at Quillon hard.", ["Quillon"]),
        ("The survey by Brandish Hulme found fear.", ["Brandish Hulme"]),
        ("The software vendor Quillon sold it.", ["Quillon"]),
        ("She is an analyst at Quillon.", ["Quillon"]),
        ("We saw Quillon's warehouse workers walk out.", ["Quillon"]),
        ("In May Quillon, a logistics company, agreed.", ["Quillon"]),
        ("She is Executive Director of Roads to Anywhere.", ["Roads to Anywhere"]),
        ("Quarry Rail chief people officer Ana Ruiz agreed.", ["Quarry Rail"]),
        ("He is a partner at Whitlow & Dunn PC in Toronto.", ["Whitlow & Dunn PC"]),
        ("The firm Baker & Brill LLP wrote it.", ["Baker & Brill LLP"]),
        ("Staff at the pension fund Quillon Super won.", ["Quillon Super"]),
        ("She told Quarrytown.com that it is new.", ["Quarrytown.com"]),
        ("OAKLAND (AP) — Actors voted.", ["AP"]),
        ("The Council Of Zembla Singers met.", ["Council Of Zembla Singers"]),
        (
            "Service Employees International Union (SEIU) Local 999 met.",
            ["Service Employees International Union (SEIU) Local 999"],
        ),
        (
            "The Organisation for Economic Co-operation and Development found it.",
            ["Organisation for Economic Co-operation and Development"],
        ),
        ("HUD planned to use it.", ["HUD"]),
        ("Ana Ruiz, Vice President of Payroll Technologies at Workday, left.", ["Workday"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert _names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Union and the Company want the Committee to meet.",
        "The No Robot Foremen Act passed.",
        "The Harbor Commission Reform Act of 2024 would set up a Harbor Commission.",
        "American workers and Chinese companies compete.",
        "Many employees of the state fear it.",
        "Warehouse workers walked out in New York, Oregon and Washington, D.C.",
        "Each Joint Labor-Management Committee has six members.",
        "Democratic staff met Republican staff.",
        "He was seen at Gate 4 by AI workers.",
        "It was posted on Twitter and on Facebook.",
        "On Monday, President Ruiz spoke in the Bay Area.",
        "We hit our target and can unite.",
        "Target the problem first. Unite behind it.",
        "She is Vice President of Quantum Matters.",
        "Senate Bill 951 passed.",
        "Casino workers strike on the Las Vegas Strip, the culinary union says.",
        "She organizes with drivers in Blaine, MN.",
        "They launched News, Not Slop, a campaign against it.",
        "An Economic Reform Roundtable follows.",
        "Only the Tuesday-Saturday drivers came.",
        "In Quay Springs, Iowa, the militant union won.",
        "The British brand Me+Em sold it.",
        "Kate Target said no.",
        "Ana Siemens said no.",
        "The AI‑enabled tools are new.",
        "Amended IN Assembly in April.",
        "The contract sets up a Joint Committee on Artificial Intelligence, to review it.",
        "The pact has an “Algorithm Commission” made up of both sides.",
        "The Clean Utility Target (CUT) is new. Under the CUT all win.",
    ],
)
def test_no_organization(text: str) -> None:
    assert _names(text) == []


def test_acronym_given_with_a_name_stands_for_it() -> None:
    text = "The Alliance of Zembla Dockers (AZD) met. Later AZD voted. The AZD's chair left."
    found = reading(text).get(find_organizations)
    assert [name.text for name in found] == ["Alliance of Zembla Dockers", "AZD", "AZD", "AZD"]
    assert {name.name for name in found} == {"Alliance of Zembla Dockers"}
    assert {name.acronym for name in found} == {"AZD"}


def test_acronym_before_its_name() -> None:
    found = reading("AZD (Alliance of Zembla Dockers) met. AZD voted.").get(find_organizations)
    assert {name.name for name in found} == {"Alliance of Zembla Dockers"}


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("AZD", "Alliance of Zembla Dockers", True),
        ("NIST", "National Institute of Standards and Technology", True),
        ("AI", "Harbor Robots", False),
        ("PARTNERS", "Alliance of Zembla Dockers", False),
        ("A", "Alliance of Zembla Dockers", False),
    ],
)
def test_stands_for(short: str, name: str, expected: bool) -> None:
    assert stands_for(short, name) is expected


def test_known_names_bear_their_full_name_and_kind() -> None:
    found = reading("CWA and Microsoft signed; Communications Workers of America cheered.").get(find_organizations)
    assert [(name.text, name.kind) for name in found] == [
        ("CWA", "union"),
        ("Microsoft", "employer"),
        ("Communications Workers of America", "union"),
    ]
    assert found[0].name == found[2].name


def test_risky_names_need_context() -> None:
    assert _names("The union Prospect asked its members. Pakes spoke for Prospect.") == ["Prospect", "Prospect"]
    assert _names("The prospect of robots scares many. Prospect by prospect they fell.") == []


def test_lists_of_organizations_hold_organizations() -> None:
    text = "The letter was signed by the AFL-CIO, Quillon Watch, Microsoft, and Amnesty International."
    assert "Quillon Watch" in _names(text)
    assert "Ana Ruiz" not in _names("It was signed by the AFL-CIO, Ana Ruiz, and Microsoft.")


def test_lines_of_names() -> None:
    text = """They signed:
- AFL-CIO
- Teamsters
- Zembla Rising
- Amnesty International
- Privacy International
"""
    assert "Zembla Rising" in _names(text)


def test_the_words_around_tell_the_kind() -> None:
    assert _kinds("A new coalition called the Quillon Harbor Alliance met.")["Quillon Harbor Alliance"] == "coalition"
    assert _kinds("It hit employees at Quillon.")["Quillon"] == "employer"
    assert _kinds("The think tank Quillon wrote it.")["Quillon"] == "research"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Zembla Nurses Association", "union"),
        ("Zembla Federation of Labor", "federation"),
        ("Quillon Holdings", "employer"),
        ("Harbor Manufacturers Association", "employer_association"),
        ("Zembla Labor Relations Board", "government"),
        ("City of Zembla", "government"),
        ("Senate Ports Committee", "legislature"),
        ("Zembla City Council", "legislature"),
        ("University of Zembla", "research"),
        ("Zembla Herald", "media"),
        ("Coalition for Safe Cranes", "coalition"),
        ("Quillon", None),
    ],
)
def test_kind_of(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


def test_headlines_give_strong_and_known_names_only() -> None:
    text = "# Dockers Urge Congress: Put Crane Safety First In Port Law\nThe groups met. They talked."
    assert _names(text) == ["Congress"]


def test_shouted_lines_give_no_acronyms() -> None:
    assert _names("# LEADER RUIZ NOW ON THE AIR WITH US AND THE NEA\nNothing else. Nothing.") == []


def test_organizations_in_slices() -> None:
    opened = reading("Microsoft agreed. Google refused.")
    cut = opened.text.index("Google")
    assert [n.text for n in organizations_in(opened, 0, cut)] == ["Microsoft"]
    assert [n.text for n in organizations_in(opened, cut, len(opened.text))] == ["Google"]
    assert organizations_in(opened, cut + 1, len(opened.text)) == ()


WORDS = [
    "The",
    "the",
    "Union",
    "union",
    "of",
    "for",
    "and",
    "&",
    ",",
    ";",
    "(",
    ")",
    "AFL-CIO",
    "Workers",
    "Local",
    "12",
    "Quillon",
    "Act",
    "Microsoft's",
    "(CWA)",
    "said",
    "at",
    "employees",
    "Department",
    "“",
    "”",
    ".",
    "Inc.",
    "Ruiz",
    "Senate",
    "Committee",
    "on",
    "•",
    "company",
]


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    )
)
@settings(max_examples=150, deadline=None)
def test_mentions_are_exact_sorted_and_apart(words: list[str]) -> None:
    opened = reading(" ".join(words) or "x")
    end = 0
    for name in opened.get(find_organizations):
        assert name.start >= end
        assert opened.text[name.start : name.end] == name.text
        assert name.name
        end = name.end


@pytest.mark.parametrize(
    "unit", ["Union of ", "Smith and ", "CWA, Quillon; ", "Act ", "Senate Committee on Ports, ", "(A"]
)
def test_long_sentences_take_no_longer_than_short_ones(unit: str) -> None:
    opened = reading(unit * (100_000 // len(unit)))
    began = time.process_time()
    opened.get(find_organizations)
    assert time.process_time() - began < 5.0


@pytest.mark.parametrize("kind", ["agreement", "legislation"])
def test_defined_terms_of_contracts_are_no_organizations(kind: str) -> None:
    text = """Article 19 Drug Testing
The Employer and the Zembla Nurses Guild set up a Safety Review Committee. The safety review committee meets.
See Article 19. The Bulletin Board is for the Guild. Each bulletin board is open. Microsoft is no party.
"""
    assert _names(text, document_type=kind) == ["Zembla Nurses Guild", "Microsoft"]


def test_laws_name_committees_and_departments() -> None:
    text = """Read twice and referred to the Committee on Harbors, Rail, and Roads
(2) "Department" means the department of labor and industries.
"""
    found = reading(text, document_type="legislation").get(find_organizations)
    assert [(name.name, name.kind) for name in found] == [
        ("Committee on Harbors, Rail, and Roads", "legislature"),
        ("Department of Labor and Industries", "government"),
    ]


def test_written_names_are_the_longest_that_a_text_writes() -> None:
    told = reading("The Organisation for Economic Co-operation and Development met. CWA came, and so did Zembla Inc.")
    names = [written_name(told, name.name) for name in told.get(find_organizations)]
    assert names == [
        "Organisation for Economic Co-operation and Development",
        "Communications Workers of America",
        "Zembla Inc",
    ]


def test_a_cited_article_is_no_organization() -> None:
    assert _names("They broke Article 19 of the covenant.") == []
    assert _names("Amnesty International, Article 19 and Access Now signed.") == [
        "Amnesty International",
        "Article 19",
        "Access Now",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # parts called in small letters, or for short once told in full
        ("It told the Senate social affairs committee that pay fell.", {"Senate social affairs committee"}),
        ("It told the House of its work in committee.", {"US House of Representatives"}),
        ("Ana met UAW Local 9999. Later Local 9999 agreed.", {"UAW Local 9999"}),
        (
            "The Zembla State Senate Ports Committee met. It asked the Ports Committee.",
            {"Zembla State Senate Ports Committee"},
        ),
        # parts with a number, divisions, subsidiaries
        ("They asked Teamsters Joint Council 942.", {"Teamsters Joint Council 942"}),
        ("They asked Microsoft Canada.", {"Microsoft Canada"}),
        ("They met at Microsoft Canada Day.", {"Microsoft"}),
        # Parliament is the European one in a text about the Union
        ("Brussels agreed, and Parliament voted on it.", {"European Parliament"}),
        ("Whitehall tabled it, and Parliament will vote on a law from Brussels.", {"UK Parliament"}),
        # a state's chambers are not those of Congress
        ("The bill goes to the state Senate, said a senator in Congress.", {"US Congress"}),
        ("HB 1990 passed the House, and the Senate votes on it next.", set()),
        ("State lawmakers met, and the Senate voted.", set()),
        ("Sen. Ann Poe (D-MA) said HB 1990 is no matter for the Senate.", {"US Senate"}),
        # names that go on
        ("They asked the Bureau of Mines, Water and Harbors about it.", {"Bureau of Mines, Water and Harbors"}),
        ("Pupils of the Harlow School District met.", {"Harlow School District"}),
        ("It appeared in Maritime Society Transactions.", set()),
        ("Spending on Commerce, Justice, and Science grew.", set()),
        # none of them an organization
        ("They met in Canberra’s Parliament House.", set()),
        ("They launched the People’s Action Plan.", set()),
        ("I am a partner in our Disputes Services Group.", set()),
    ],
)
def test_parts_of_organizations(text: str, expected: set[str]) -> None:
    assert {name.name for name in reading(text).get(find_organizations)} == expected
