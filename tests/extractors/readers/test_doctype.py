"""Kinds of documents: written cases, and the shares that must be right on real ones."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from extractors.readers import read
from extractors.readers.blocks import Block
from extractors.readers.doctype import document_type
from extractors.readers.doctype_model import BIAS, chances
from extractors.readers.doctype_traits import traits
from tests.support import SHARED, needs_shared

CASES = {
    "press_release": (
        "FOR IMMEDIATE RELEASE\n\nSenators introduce bill on scheduling programs\n\nWASHINGTON "
        "– Today Senator Ann Lee (D-OR) introduced a bill that makes employers explain their "
        "scheduling programs.\n\n“People deserve an answer,” said Senator Lee.\n\n###"
    ),
    "agreement": (
        "MEMORANDUM OF UNDERSTANDING\n\nThis Memorandum is made between Harbor "
        "County and Harbor Clerks Union, Local 88.\n\nThe parties agree on this:\n\n1. The "
        "Employer shall give sixty days of notice.\n\n2. The Union shall name two members of "
        "the committee.\n\nFor the Union        For the Employer"
    ),
    "legislation": (
        "A BILL\n\nTo require notice of scheduling programs.\n\nBe it enacted by the Senate and "
        "House of Representatives,\n\nSECTION 1. SHORT TITLE.\n\nThis Act may be cited as the "
        "Notice Act.\n\nSEC. 2. NOTICE. An employer shall give notice."
    ),
    "news": (
        "Dockers walk out over cranes\n\nDockers in three ports walked out on Tuesday over "
        "cranes without drivers, according to people who were there.\n\n“They did not ask us,” "
        "said Bo Ray, who has worked there for years.\n\nThe company declined to comment. A "
        "spokesperson for the port said that ships were waiting."
    ),
    "guide": (
        "How to bargain over scheduling programs: a guide for stewards\n\nThis guide goes step "
        "by step through what your union can do.\n\n1. Ask your employer for a list.\n\n2. "
        "Demand the data.\n\nYou should keep a log."
    ),
    "report": (
        "Working with machines: a study of depots\n\nExecutive summary\n\nThis report examines "
        "how depots use programs. We interviewed forty workers.\n\nMethodology\n\nThe "
        "interviews took an hour (Lee et al. 2024).\n\nFindings\n\nRespondents said that routes "
        "changed daily.\n\nConclusion"
    ),
    "other": "Notes from the garden\n\nThe beans are up and the weather has been kind.",
}


LEADS = [
    ("news",
     "PORTVILLE — Union leaders, among them the head of the largest local, on Wednesday urged the governor to act "
     "before robots take over the yards, and warned of a long summer."),
    ("news",
     "PORTVILLE (CNS) - A labor deal was in place that could put loaders back on the job, two sides announced "
     "after a year of talks that had stalled over robots and pay."),
    ("news",
     "Members of Yard Workers United have reached an agreement on a group of temps and on the use of robots. The "
     "workers are in the midst of bargaining their first contract, and temps earn less than the rest of the yard do. "
     "They will hold a meeting in the spring to go over what is in it and to elect the people who bargain next."),
    ("press_release",
     "PORTVILLE, Ore., Aug. 17, 2033 /PRNewswire/ -- Three quarters of adults fear that jobs will go, a "
     "survey of the staffing trade finds, and most of them expect it soon."),
    ("press_release",
     "The Yard Union has today (Monday) launched a new taskforce as it calls for urgent new rules to "
     "safeguard the people who work with robots, and to see that all gain."),
    ("press_release",
     "Today’s vote in the parliament in favour of rules on robots at work sends a clear signal: the time "
     "to act is now. The Yard Confederation calls on the commission to bring forward a law."),
    ("press_release",
     "PORTVILLE/BAYTOWN – Members of the Yard Union have ratified a new four-year agreement with Harbor "
     "Cranes that brings more pay, more secure jobs and a new way to oversee robots."),
    ("press_release",
     "Yard Union head Ann Lee commented on the Lords once more rejecting the Yard Bill\n\n“Enough is "
     "enough, and every one of us knows it. They have had months to read this bill.”"),
    ("other",
     "We want our yard back, and we will have our yard back. Our robots are not our friends, and we know who "
     "bought them. We ask all who work with us to come and tell us what they saw, as we did for our own shift."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), LEADS)
def test_first_lines_tell_reports_from_announcements(kind: str, text: str) -> None:
    parsed = read(text.encode(), url="a.txt")
    assert document_type(parsed.blocks, parsed.title) == kind


@pytest.mark.parametrize("kind", CASES)
def test_written_cases(kind: str) -> None:
    parsed = read(CASES[kind].encode(), url="a.txt")
    assert document_type(parsed.blocks, parsed.title) == kind


BUILT = {
    "an Australian agreement commands by must and will": (
        "agreement",
        "Harbour Trust Enterprise Agreement 2031\n\n1. This Agreement covers the Trust and its employees.\n\n"
        "2. The nominal expiry date of this Agreement is 30 June 2034.\n\n3. The Trust must consult employees on major "
        "change. Employees will be told of it in writing, and may name somebody who speaks for them.\n\n"
        "4. Overtime will be paid at time and a half. The Trust will give a week of notice of a new roster.",
    ),
    "questions and answers make a guide": (
        "guide",
        "Our crane union\n\nFrequently asked questions\n\nWhat is a union?\n\nA union is all of "
        "us.\n\nWho can join?\n\n"
        "All who work on the quay.\n\nWhat does it cost?\n\nNothing before the contract.\n\nWhy now?\n\n"
        "The cranes are new.",
    ),
    "an agency named as source makes news": (
        "news",
        "Crane strike enters third day\n\nLABOR\n\nThe strike at the east quay entered its third day and no talks are "
        "planned. The company has brought in clerks to run the cranes.\n\nSource: Reuters / Harbor Local 5",
    ),
    "an account of what was studied makes a report": (
        "report",
        "Are the crane ratings fair?\n\nWe analyzed the ratings of all crews for two years and present "
        "our findings here."
        "\n\nWhat we looked at\n\nCrews on nights were rated lower. The gap is statistically sound.\n\n"
        "More research is needed.",
    ),
    "a letter with nothing around it is other": (
        "other",
        "A call for crews to be heard\n\nA joint statement by six unions\n\nWe are six unions of the "
        "quay. We ask to be "
        "heard before cranes are bought.",
    ),
    "the same letter with a press contact is a release": (
        "press_release",
        "A call for crews to be heard\n\nPress contact: Ann Lee\n\nA joint statement by six unions\n\nWe "
        "are six unions of "
        "the quay. We ask to be heard before cranes are bought.",
    ),
    "an essay in the first person is other": (
        "other",
        "My years on the crane\n\nI came to the quay when I was twenty, and I have told my children that I would not "
        "leave. I said so to my crew. I think of it when I see the new machines, and I wonder what my work was for.",
    ),
}


@pytest.mark.parametrize("case", BUILT)
def test_build_and_voice(case: str) -> None:
    wanted, text = BUILT[case]
    parsed = read(text.encode(), url="a.txt")
    assert document_type(parsed.blocks, parsed.title) == wanted


TOLD = {
    "a union that welcomes a vote on its own pages": (
        "press_release",
        "Today’s vote in the harbor council for rules on crane programs is a clear signal to the port. The "
        "Quay Workers’ "
        "Federation (QWF) calls on the port to bring forward binding rules this year.\n\nAcross the coast, crews are "
        "already facing the consequences of hasty programs. QWF General Secretary Ann Lee said: “Our members "
        "must be heard "
        "before a program decides who works.”\n\nQWF urges the council to stand with working people.",
    ),
    "a trade paper on the same vote": (
        "news",
        "A dockers’ federation has urged the port of Harborside to adopt rules on crane programs, after the "
        "city council "
        "voted for them on Tuesday.\n\nThe union said in a statement that crews had not been asked about the "
        "programs, which "
        "were introduced last year. A spokesperson for the port said it was reviewing the vote.\n\n“They did "
        "not ask us,” "
        "Bo Ray, who has worked there for nine years, told the Harbor Tribune.",
    ),
    "a company on a wire": (
        "press_release",
        "HARBORSIDE, Ore., March 3, 2026 /PRNewswire/ -- Quay Systems today announced a partnership with "
        "Northport that "
        "brings its scheduling platform to twelve terminals.\n\n“We are delighted to work with Northport,” "
        "said Cy Dow, "
        "chief executive officer of Quay Systems.\n\nAbout Quay Systems\n\nQuay Systems is a leading provider"
        " of software.",
    ),
    "advice to employers": (
        "guide",
        "Scheduling programs are quickly becoming part of daily operations, and regulators pay close "
        "attention. To reduce "
        "risk, employers should consider the following practices:\n\n1. Conduct an assessment – Review any "
        "program that is "
        "used in hiring or discipline.\n\n2. Keep a person in charge – Use the program as a support, not as "
        "the one who "
        "decides.\n\n3. Be open – Inform your employees when a program is used and how they can object.",
    ),
    "the summary of a paper": (
        "report",
        "This paper explores how scheduling programs change the work of crews, and shows that their effects "
        "vary widely "
        "across ports. Using data from forty terminals, we estimate how many tasks are exposed. We find that "
        "clerical tasks "
        "are affected most. The findings suggest that training matters more than speed. Section 2 describes "
        "the data (Lee "
        "and Ray 2024; Dow et al., 2025), and section 3 presents the method.",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_who_speaks_tells_the_kind_where_no_phrase_does(case: str) -> None:
    wanted, text = TOLD[case]
    parsed = read(text.encode(), url="a.txt")
    assert document_type(parsed.blocks, parsed.title) == wanted


PUBLIC = [
    (
        "agreement",
        "RESOLUTION NO. 9-31\n\nA RESOLUTION APPROVING THE MEMORANDUM OF UNDERSTANDING ON PAY OF THE HARBOR PILOTS\n\n"
        "WHEREAS, the City met and conferred with the Pilots; and\n\nWHEREAS, both agree;\n\n1. Pay rises by 2%.",
    ),
    (
        "agreement",
        "CONVENIO COLECTIVO de la empresa Barcos del Norte y el sindicato de prácticos\n\nArtículo 1. Ámbito\n\nEste "
        "convenio obliga a ambos.\n\nArtículo 2. Cámaras\n\nLa empresa avisará antes de ponerlas.\n\n"
        "Artículo 3. Vigencia\n\nRige tres años.",
    ),
    (
        "legislation",
        "HB 77 - Scores of clerks\n\nOriginal Bill\n\nSection 1\n\n1. For the purposes of this section, a score is a "
        "number that a program gives a clerk.\n\n2. A shop that scores clerks must tell them so in writing. A notice "
        "under this section must name the program.\n\n3. A shop may not punish a clerk who asks for a notice under "
        "this section. The department must make a form for the notice.\n\n4. A fine collected by the department under "
        "this section must be paid into the fund. The rights in this section add to those of other laws.",
    ),
    (
        "legislation",
        "HARBOR REVISED STATUTES\nTITLE 4. Ports\n\n§2531. Applicability\n\nA. This Chapter shall apply to pilots "
        "employed by a port.\n\nB. A pilot shall be told the charge before he is asked about it.",
    ),
    (
        "legislation",
        "HB 71 - Watching of pilots\n\nSection 1\n\n1. The following definitions apply throughout this section:\n\n"
        'a. "Pilot" means one who steers a ship for pay.\n\n2. A port must tell each pilot of any camera aboard.',
    ),
    (
        "legislation",
        "Cameras aboard\n\n1. On the effective date of this section a port that has a camera must tell its pilots.\n\n"
        "2. A port that breaks the requirements of this section owes each pilot five hundred dollars a day.",
    ),
    (
        "legislation",
        "Chapter 29: Ports\n\nArticle 14: Pilots, 29-14-1 through 29-14-11\n\n29-14-10. Political activity.\n\n"
        "A. A pilot shall not be prohibited by his employer from engaging in political activity when off duty.",
    ),
]


@pytest.mark.parametrize(("kind", "text"), PUBLIC)
def test_adopted_agreements_and_chapters_of_codes(kind: str, text: str) -> None:
    parsed = read(text.encode(), url="a.txt")
    assert document_type(parsed.blocks, parsed.title) == kind


def test_traits_are_counted_outside_quotes_and_bounded() -> None:
    quoted = [Block("paragraph", "The clerk read it out: “We urge you, we urge you, and we will urge you again.”")]
    assert "word:we" not in traits(quoted, None)
    assert "word:we" in traits([Block("paragraph", "We urge you, we urge you, and we will urge you again.")], None)
    endless = traits([Block("paragraph", "we said today? " * 5_000)] * 3, "Who? " * 50)
    assert endless and all(0 < value <= 2 for value in endless.values())


def test_chances_are_shares_and_unknown_features_count_for_nothing() -> None:
    known = chances({BIAS: 1.0, "cues:guide": 2.5})
    assert sum(known.values()) == pytest.approx(1)
    assert max(known, key=lambda kind: known[kind]) == "guide"
    assert chances({BIAS: 1.0, "cues:guide": 2.5, "never heard of": 9.0}) == known


PAGE = (
    '<html><head><title>Crane crews vote</title><meta property="og:type" content="article">{site}'
    '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Crane crews vote",}}</script></head>'
    "<body><article><h1>Crane crews vote</h1>{label}<p>The crews of the east quay vote on the offer this week, and the "
    "port waits for what they decide.</p><p>Ships are waiting too.</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("site", "label", "wanted"),
    [
        ("Harbor Tribune", "", "news"),
        ("", "", "news"),
        ("Department of Ports", "", None),
        ("Harbor Tribune", "<p>Press release</p>", None),
    ],
)
def test_articles_of_newsrooms_are_news_and_announcements_of_others_not(
    site: str, label: str, wanted: str | None
) -> None:
    named = f'<meta property="og:site_name" content="{site}">' if site else ""
    assert read(PAGE.format(site=named, label=label).encode(), url="a.html").document_type == wanted


@pytest.mark.parametrize(
    "piece", ["“", '"', "Aa, ", "the event ", "we ", "(c) ", "A of ", "said a ", "Aa et al. ", "\n- use "]
)
def test_no_text_takes_long(piece: str) -> None:
    blocks = [Block("paragraph", piece * (200_000 // len(piece)))] * 2
    began = time.monotonic()
    document_type(blocks, None)
    assert time.monotonic() - began < 5


def share(paths: Iterable[Path], kinds: dict[str, str] | str) -> float:
    right = []
    for path in paths:
        wanted = kinds if isinstance(kinds, str) else kinds.get(path.name)
        if wanted:
            parsed = read(path.read_bytes(), url=path.name)
            found = document_type(parsed.blocks, parsed.title, publisher=parsed.publisher, authors=parsed.authors)
            right.append(found == wanted)
    return sum(right) / len(right)


@needs_shared
@pytest.mark.shared
def test_kinds_of_the_gold_documents() -> None:
    held = [json.loads(path.read_text(encoding="utf-8")) for path in (SHARED / "gold").glob("*.gold.json")]
    kinds = {gold["file"]: gold["document"]["document_type"] for gold in held if gold["file"].endswith(".txt")}
    paths = [path for path in SHARED.rglob("*.txt") if path.name in kinds]
    assert share(paths, kinds) >= 0.95


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(("folder", "kind"), [("agreements", "agreement"), ("press-releases", "press_release")])
def test_kinds_of_the_corpus(folder: str, kind: str) -> None:
    assert share(sorted((SHARED / "corpus" / folder).glob("*.txt")), kind) >= 0.95


def test_duties_behind_a_long_index_show_an_agreement() -> None:
    listed, duty = (
        "ARTICLE {}--WAGES AND HOURS OF THE CREWS AT THE EAST QUAY",
        "The port shall tell crew {} in writing.",
    )
    index = [Block("paragraph", listed.format(number)) for number in range(1, 1_400)]
    body = [Block("paragraph", f"{duty.format(number)} It shall keep a copy.") for number in range(1, 1_400)]
    assert document_type([*index, *body], None) == "agreement"
    assert document_type([*index, *index], None) != "agreement"


def test_rules_of_an_office_are_no_agreement() -> None:
    rule = "Each officer shall hand in the form by noon, and the sergeant shall sign it before the shift ends. "
    assert document_type([Block("paragraph", rule * 6) for _ in range(8)], "Transfers") == "other"
