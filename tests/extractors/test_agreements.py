"""Parties and terms of agreements, and agreements told of, in sentences made for the purpose."""

from __future__ import annotations

import time
from datetime import date

import pytest

from extractors.agreements import Agreements
from extractors.contracts.sides import cased, sides
from records.facts import Agreement
from tests.support import reading

TERM = "This Agreement takes effect on July 1, 2031 and shall remain in force through June 30, 2034."


def of(text: str, kind: str = "agreement", title: str | None = None) -> list[Agreement]:
    return sorted(Agreements().extract(reading(text, document_type=kind, title=title)), key=lambda fact: fact.span)


CLAUSES = [
    (
        "the Town of Osprey, hereinafter referred to as the “Town,” and the Osprey Ferry Guild, hereinafter the Guild",
        ("Town of Osprey",),
        ("Osprey Ferry Guild",),
    ),
    (
        "Heron County (County) and the Heron County Jail Deputies Association (Association)",
        ("Heron County",),
        ("Heron County Jail Deputies Association",),
    ),
    (
        "the Heron County Board of Commissioners, hereinafter called the COUNTY, and Plover Librarians Union (PLU), "
        "hereinafter called the UNION",
        ("Heron County",),
        ("Plover Librarians Union (PLU)",),
    ),
    (
        "the State of Vermont, acting by and through its Office of Tides (Employer) on behalf of the Bureau of "
        "Lights (Agency), and the Lighthouse Keepers Association, hereinafter the Association",
        ("State of Vermont",),
        ("Lighthouse Keepers Association",),
    ),
    (
        "Sandpiper Freight Company, Inc. and the Sandpiper Drivers Union, Local 88",
        ("Sandpiper Freight Company, Inc",),
        ("Sandpiper Drivers Union, Local 88",),
    ),
    (
        "OSPREY SCHOOL DISTRICT, a public body of Oregon, hereinafter “District”, and OSPREY TEACHERS "
        "ASSOCIATION, hereinafter “Association”",
        ("Osprey School District",),
        ("Osprey Teachers Association",),
    ),
    (
        "the City of Plover, a Vermont municipal corporation (hereinafter the “Employer”), and the Fraternal Order of "
        "Police, Harbor Lodge No. 9 (hereinafter the “Lodge”)",
        ("City of Plover",),
        ("Fraternal Order of Police, Harbor Lodge No. 9",),
    ),
    (
        "designated management representatives of the City of Plover (hereinafter “City”) and the designated "
        "representatives of the Plover Pilots’ Association (“PPA”)",
        ("City of Plover",),
        ("Plover Pilots’ Association",),
    ),
    (
        "the City of Plover the “Employer” and the Plover Patrolmen’s Benevolent Association the “Union”",
        ("City of Plover",),
        ("Plover Patrolmen’s Benevolent Association",),
    ),
    (
        "the Commissioner of Labor Relations on behalf of the City of Plover and the Ferry Captains’ Guild",
        ("City of Plover",),
        ("Ferry Captains’ Guild",),
    ),
    ("WHEREAS, the parties have reached an agreement with employees of the District", (), ()),
    ("the County and the Association", (), ()),
    ("supervisor and employee", (), ()),
]


@pytest.mark.parametrize(("clause", "employers", "unions"), CLAUSES)
def test_sides_of_a_clause(clause: str, employers: tuple[str, ...], unions: tuple[str, ...]) -> None:
    assert sides(clause) == (employers, unions)


def test_a_national_union_is_named_beside_its_local() -> None:
    _, unions = sides(
        "Osprey Light Company (Company) and the International Brotherhood of Electrical Workers, Local 9 (Union)"
    )
    assert unions == (
        "International Brotherhood of Electrical Workers, Local 9",
        "International Brotherhood of Electrical Workers",
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LANE AND HERON COUNTY, OREGON", "Lane and Heron County, Oregon"),
        ("TEAMSTERS LOCAL 9, AFL-CIO", "Teamsters Local 9, AFL-CIO"),
        ("OSPREY FREIGHT, INC.", "Osprey Freight, Inc."),
        ("OLG OSPREY LIGHTHOUSE GUILD (OLG)", "OLG Osprey Lighthouse Guild (OLG)"),
    ],
)
def test_capitals_become_names(name: str, expected: str) -> None:
    assert cased(name) == expected


def test_the_agreement_that_a_document_is() -> None:
    text = f"""# COLLECTIVE BARGAINING AGREEMENT
    This Agreement is made this spring by and between Heron County, Oregon, hereinafter the County, and the Heron \
County Library Workers Union, hereinafter the Union, to settle wages. It covers about 140 library employees.
    # ARTICLE 1 - RECOGNITION
    The County bargains with the Union alone.
    # ARTICLE 2 - DURATION
    {TERM}"""
    (fact,) = of(text)
    assert fact.is_full_text
    assert fact.employers == ("Heron County, Oregon",)
    assert fact.unions == ("Heron County Library Workers Union",)
    assert (fact.effective_on, fact.expires_on, fact.year) == (date(2031, 7, 1), date(2034, 6, 30), 2031)
    assert fact.jurisdiction == "US-OR"
    assert fact.workers_covered == 140
    assert fact.name == "Collective Bargaining Agreement"
    assert fact.span.quote.startswith("Heron County, Oregon")


TERMS = [
    (TERM, date(2031, 7, 1), date(2034, 6, 30)),
    (
        "This Agreement becomes effective once ratified and expires on June 30, 2033.",
        None,
        date(2033, 6, 30),
    ),
    (
        "This Agreement shall be in full force from August 1, 2031 to and including July 31, 2036 and shall run on, "
        "year by year, unless notice is served before May 1, 2036.",
        date(2031, 8, 1),
        date(2036, 7, 31),
    ),
    ("The term of this Agreement is from 1 May 2031 until 30 April 2033.", date(2031, 5, 1), date(2033, 4, 30)),
    ("This contract shall stay in force through the 31st day of May 2037.", None, date(2037, 5, 31)),
    (
        "This Agreement is effective July I, 2031 and shall expire June 30, 2032.",
        date(2031, 7, 1),
        date(2032, 6, 30),
    ),
    (
        "This Side Letter adds to the harbor's contract. It takes effect on April 1, 2031 and ends on March 31, 2034.",
        date(2031, 4, 1),
        date(2034, 3, 31),
    ),
    (
        "This Agreement shall be in effect from and after December 14, 2031, until 11:59 p.m., December 21, 2034.",
        date(2031, 12, 14),
        date(2034, 12, 21),
    ),
    (
        "This Contract takes effect at 12:01 a.m., May 1, 2031 and ends at 12:00 midnight April 30, 2033.",
        date(2031, 5, 1),
        date(2033, 4, 30),
    ),
    ('This Agreement shall be in force until the 30" day of September, 2034.', None, date(2034, 9, 30)),
    (
        "This MOU shall be in effect as of the first day of January 2032 through the thirty-first day of May 2035.",
        date(2032, 1, 1),
        date(2035, 5, 31),
    ),
    (
        "This MOU starts on July 1, 2031 and will expire in the pay period, which includes June 30, 2034.",
        None,
        date(2034, 6, 30),
    ),
    ("This MOU shall in no event become effective prior to February 1, 2031.", None, None),
    ("If no contract is signed, a raise under this Agreement becomes effective on July 1, 2031.", None, None),
    (
        "This Agreement is effective May 1, 2031. It shall expire on April 30, 2034.",
        date(2031, 5, 1),
        date(2034, 4, 30),
    ),
    ("The previous Agreement expired on June 30, 2030.", None, None),
    ("Effective July 1, 2032, wages under this Agreement rise by two percent.", None, None),
    ("This Agreement shall be renewed each year after July 1, 2033.", None, None),
]


@pytest.mark.parametrize(("sentence", "effective", "expires"), TERMS)
def test_terms(sentence: str, effective: date | None, expires: date | None) -> None:
    (fact,) = of(f"# AGREEMENT\nBetween the parties.\n# ARTICLE 9 - DURATION\n{sentence}")
    assert (fact.effective_on, fact.expires_on) == (effective, expires)


def test_a_day_that_a_page_break_splits() -> None:
    text = "This Agreement is effective January 1, 2031 through December\n\n31, 2033 and then from year to year."
    (fact,) = of(f"# AGREEMENT\n\nBetween the parties.\n\n# ARTICLE 9 - DURATION\n\n{text}")
    assert (fact.effective_on, fact.expires_on) == (date(2031, 1, 1), date(2033, 12, 31))


def test_the_cover_goes_before_a_clause_on_an_earlier_agreement() -> None:
    clause = (
        "Except as changed here, the agreement in effect from July 1, 2028 to June 30, 2029 shall remain in effect."
    )
    (fact,) = of(f"# AGREEMENT\n\n# July 1, 2029 to June 30, 2033\n\n# ARTICLE 9 - TERM\n\n{clause}")
    assert (fact.effective_on, fact.expires_on) == (date(2029, 7, 1), date(2033, 6, 30))


def test_a_cover_gives_parties_and_term() -> None:
    text = """# COLLECTIVE BARGAINING AGREEMENT
    between
    # HERON COUNTY, OREGON
    and
    # HERON DISPATCHERS ASSOCIATION
    # July 1, 2031 – June 30, 2033
    # TABLE OF CONTENTS
    ARTICLE 1 - PAY ............ 3"""
    (fact,) = of(text)
    assert fact.employers == ("Heron County, Oregon",)
    assert fact.unions == ("Heron Dispatchers Association",)
    assert (fact.effective_on, fact.expires_on) == (date(2031, 7, 1), date(2033, 6, 30))


def test_a_cover_may_end_its_name_in_a_number_and_hold_a_note() -> None:
    text = """# LABOR AGREEMENT
    between
    # HERON COUNTY, OREGON
    and
    # DISPATCHERS UNION, LOCAL 61
    Printed by the county in a union shop with vegetable ink.
    # ARTICLE 1 - RECOGNITION
    1.1 The County recognizes the Union as the representative of the dispatchers."""
    (fact,) = of(text)
    assert (fact.unions, fact.employers) == (("Dispatchers Union, Local 61",), ("Heron County, Oregon",))


COVERS = [
    (
        ["# AGREEMENT", "Between", "# THE CITY OF PLOVER", "Harbor Lodge #9, Fraternal Order of Police", "1 May 2031"],
        "City of Plover",
        "Harbor Lodge #9, Fraternal Order of Police",
    ),
    (
        ["# LABOR AGREEMENT", "# CITY OF PLOVER AND PLOVER POLICE ASSOCIATION July 1, 2031 to June 30, 2034"],
        "City of Plover",
        "Plover Police Association",
    ),
    (
        ["# MEMORANDUM OF UNDERSTANDING CITY OF PLOVER AND", "# PLOVER POLICE GUILD FOR FISCAL YEARS 2031-34"],
        "City of Plover",
        "Plover Police Guild",
    ),
    (
        ["# AGREEMENT", "between", "# CITY OF PLOVER", "-and -", "# PLOVER CLERKS UNION"],
        "City of Plover",
        "Plover Clerks Union",
    ),
    (
        [
            "# CONTRACT",
            "Heron College (the “College”) recognizes the Union of Heron Cooks as the exclusive agent of cooks.",
        ],
        "Heron College",
        "Union of Heron Cooks",
    ),
    (
        ["# MEMORANDUM", "Plover Pilots Association and representatives of the City of Plover have met and conferred."],
        "City of Plover",
        "Plover Pilots Association",
    ),
    (
        ["# THIS AGREEMENT", "is made by and between the Town of Plover (Town) and the Plover Clerks Union (Union)."],
        "Town of Plover",
        "Plover Clerks Union",
    ),
]


@pytest.mark.parametrize(("lines", "employer", "union"), COVERS)
def test_parties_of_covers_and_recognitions(lines: list[str], employer: str, union: str) -> None:
    text = "\n\n".join(
        [*lines, "# TABLE OF CONTENTS", "# ARTICLE 1 - DUES", "Dues are paid to the other side each month."]
    )
    (fact,) = of(text)
    assert (fact.employers, fact.unions) == ((employer,), (union,))


def test_the_city_an_agreement_speaks_of_most_is_its_employer() -> None:
    said = " ".join(f"The City of Plover pays item {n}." for n in range(4))
    (fact,) = of(f"# AGREEMENT\n\n# ARTICLE 1 - PAY\n\n{said} The City of Heron does not.")
    assert fact.employers == ("City of Plover",)
    (fact,) = of(f"# AGREEMENT\n\n# ARTICLE 1 - PAY\n\nThe City of Plover pays. {said.replace('Plover', 'Heron')}")
    assert fact.employers == ("City of Heron",)
    (fact,) = of("# AGREEMENT\n\n# ARTICLE 1 - PAY\n\nThe City of Plover pays.")
    assert fact.employers == ()


def test_years_of_a_title_give_only_the_year() -> None:
    (fact,) = of("# 2031-2034 AGREEMENT\nHeron County and the crew have agreed.")
    assert (fact.year, fact.effective_on, fact.expires_on) == (2031, None, None)


TOLD = [
    ("Nurses at Costco ratified a contract with the Teamsters.", ("Teamsters",), ("Costco",)),
    ("A deal the Teamsters negotiated with Costco holds.", ("Teamsters",), ("Costco",)),
    ("Members of the Communications Workers of America reached a tentative agreement with Verizon.",
     ("Communications Workers of America",), ("Verizon",)),
    ("The contract that the Communications Workers of America concluded with Verizon in 2031 bars spying.",
     ("Communications Workers of America",), ("Verizon",)),
    ("The Writers Guild of America won a rule in 2031 against machine drafts.", ("Writers Guild of America",), ()),
    ("The Animation Guild, after a long strike, won a deal on scripts.", ("Animation Guild",), ()),
    ("The union reached a tentative deal with the Federation of Quay and Barge Producers on Oct. 3.",
     (), ("Federation of Quay and Barge Producers",)),
    ("A new contract was ratified by members of the Ferry Crew Union Locals 7-A and 7-B.", ("Ferry Crew Union",), ()),
    ("Our members at Plover Magazine reached a contract deal with management.", (), ("Plover Magazine",)),
    ("The Ferry Writers Guild won AI limits for members in May as part of contract talks with the port.",
     ("Ferry Writers Guild",), ()),
    ("He said that under the union’s contract with Lakeline, staff keep their desks.", (), ("Lakeline",)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "unions", "employers"), TOLD)
def test_agreements_told_of(sentence: str, unions: tuple[str, ...], employers: tuple[str, ...]) -> None:
    (fact,) = of(f"The week in labor was long and full.\n{sentence}", "news")
    assert not fact.is_full_text
    assert fact.unions == unions
    assert fact.employers == employers


@pytest.mark.parametrize(
    "sentence",
    [
        "The Teamsters are still negotiating a contract with UPS.",
        "The Teamsters hope to reach a deal with UPS by spring.",
        "UPS offered the Teamsters a contract without cameras.",
        "The Teamsters called on UPS to sign an agreement on cameras.",
        "Without a deal, the Teamsters would strike at UPS.",
        "Verizon signed a supply agreement with Ericsson.",
        "Members of the Teamsters voted down a tentative agreement with UPS.",
        "The Ferry Crew Union has been renegotiating its Barge Agreement with those firms since 2031.",
    ],
)
def test_no_agreement_yet(sentence: str) -> None:
    assert of(f"The week in labor was long and full.\n{sentence}", "news") == []


def test_an_agreement_told_of_twice_counts_once() -> None:
    text = """# Teamsters ratify contract at UPS
    Members of the Teamsters ratified a contract with UPS on Friday.
    The contract the Teamsters negotiated with UPS covers 300,000 workers."""
    (fact,) = of(text, "news")
    assert fact.unions == ("Teamsters",)
    assert fact.employers == ("UPS",)


@pytest.mark.parametrize(
    "words", ["contract ", "ratified the deal ", "between the County and ", "hereinafter (the ", "AND THE UNION "]
)
def test_hostile_repetition_takes_no_long_time(words: str) -> None:
    text = words * (100_000 // len(words))
    once = time.monotonic()
    of("This Agreement is made between " + text)
    of(text, "news")
    assert time.monotonic() - once < 15


def test_a_cover_with_local_numbers_and_no_preamble() -> None:
    text = """# COLLECTIVE BARGAINING AGREEMENT
    between
    # CITY OF PLOVER
    and
    # INTERNATIONAL ASSOCIATION OF MACHINISTS AND AEROSPACE WORKERS
    District 70
    Local 12
    # TABLE OF CONTENTS"""
    (fact,) = of(text)
    assert fact.employers == ("City of Plover",)
    assert fact.unions[0] == "International Association of Machinists and Aerospace Workers District 70 Local 12"


def test_clauses_about_other_agreements_name_no_parties() -> None:
    text = """# AGREEMENT
    Shifts may be traded by agreement between a deckhand and the supervisor of the Harbor Office.
    A written agreement between the President of the Guild and the Director of Tides settles the rest."""
    (fact,) = of(text)
    assert (fact.unions, fact.employers) == ((), ())


def test_halves_of_one_agreement_are_one() -> None:
    (row,) = of(
        "Crews ratify contract with Plover Transit\n\nA new contract was ratified by members of the Ferry Crew Union.",
        "news",
    )
    assert (row.unions, row.employers) == (("Ferry Crew Union",), ("Plover Transit",))


def test_whose_strike_a_deal_ends_are_its_employers() -> None:
    (row,) = of(
        "The Ferry Crew Union reached a tentative contract in May.\n\nIf crews accept it, the deal will end the strike"
        " against Plover Lines Inc., Heron Barges LLC and Osprey Ferries Inc.",
        "news",
    )
    assert [name.removesuffix(".") for name in row.employers] == [
        "Plover Lines Inc",
        "Heron Barges LLC",
        "Osprey Ferries Inc",
    ]
