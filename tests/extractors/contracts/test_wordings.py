"""Parties and terms of agreements of many trades, in clauses and covers worded for the purpose."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.agreements import Agreements
from records.facts import Agreement
from tests.support import reading

BODY = "\n# ARTICLE 1 - RECOGNITION\nThe work is done in shifts.\n# ARTICLE 2 - PAY\nPay is monthly."


def of(text: str) -> Agreement:
    (fact,) = [f for f in Agreements().extract(reading(text, document_type="agreement")) if f.is_full_text]
    return fact


def plain(names: tuple[str, ...]) -> list[str]:
    return [name.replace(".", "").casefold() for name in names]


CLAUSES: list[tuple[str, tuple[str, ...], str]] = [
    (
        "THIS AGREEMENT, made and entered into this 9th day of June, 2031, by and between the GULL "
        'REGIONAL TRANSIT AUTHORITY, hereinafter referred to as the "Authority," and AMALGAMATED TRANSIT '
        'UNION, LOCAL 1987, hereinafter referred to as the "Union," WITNESSETH:',
        ("Gull Regional Transit Authority",),
        "Amalgamated Transit Union, Local 1987",
    ),
    (
        "This Collective Agreement is between The Corporation of the Town of Willow Bay (hereinafter "
        'called "the Employer") of the first part and the Canadian Union of Public Employees and its '
        'Local 4321 (hereinafter called "the Union") of the second part.',
        ("Corporation of the Town of Willow Bay",),
        "Canadian Union of Public Employees and its Local 4321",
    ),
    (
        "This agreement is made on 1 April 2031 between Curlew Dock Services Limited (the Company) and "
        "the Maritime Workers Union (the Union).",
        ("Curlew Dock Services Limited",),
        "Maritime Workers Union",
    ),
    (
        "This Agreement is entered into between Plover Valley Medical Center, a division of Plover Health "
        'System, Inc. ("Hospital" or "Employer"), and the Washington State Nurses Association '
        '("Association").',
        ("Plover Valley Medical Center",),
        "Washington State Nurses Association",
    ),
    (
        "Agreement made as of the 1st day of June 2031, by and between the Osprey Bay Contractors "
        'Association, on behalf of its members (hereinafter "Employers"), and the United Brotherhood of '
        'Carpenters and Joiners of America, Local 808 (hereinafter "Union").',
        ("Osprey Bay Contractors Association",),
        "United Brotherhood of Carpenters and Joiners of America, Local 808",
    ),
    (
        "This Agreement is made between HARBOR MORNING LEDGER COMPANY, publisher of The Morning Ledger "
        "(hereinafter the Publisher), and the HARBOR NEWSGUILD, LOCAL 31999, chartered by The "
        "NewsGuild-CWA (hereinafter the Guild), for itself and on behalf of all employees described in "
        "Article I.",
        ("Harbor Morning Ledger Company",),
        "Harbor Newsguild, Local 31999",
    ),
    (
        "Pursuant to the Public Employment Relations Act, this contract is entered into by Independent "
        "School District No. 877, Tern Lake, Minnesota, hereinafter referred to as the School District, "
        "and Education Minnesota Tern Lake, hereinafter referred to as the exclusive representative.",
        ("Independent School District No. 877, Tern Lake, Minnesota",),
        "Education Minnesota Tern Lake",
    ),
    (
        "This Memorandum of Understanding is made and entered into by and between the City of Sanderling "
        '(hereinafter referred to as "City") and the Sanderling Management Employees Group (hereinafter '
        'referred to as "Group").',
        ("City of Sanderling",),
        "Sanderling Management Employees Group",
    ),
    (
        'The Grand Egret Hotel, LLC, d/b/a Egret Suites (the "Employer") and UNITE HERE Local 77 (the '
        '"Union") hereby agree as follows. This Agreement is between The Grand Egret Hotel, LLC and UNITE '
        "HERE Local 77.",
        ("Grand Egret Hotel, LLC",),
        "UNITE HERE Local 77",
    ),
    (
        "This Agreement is by and between the Port of Sandpiper, a Washington municipal corporation, and "
        "the International Longshore and Warehouse Union, Local 99.",
        ("Port of Sandpiper",),
        "International Longshore and Warehouse Union, Local 99",
    ),
    (
        "THIS AGREEMENT is made between the State of Maine, Judicial Branch, hereafter referred to as "
        '"Judicial Branch", and the Maine State Employees Association, Local 1989, SEIU, hereafter '
        'referred to as "MSEA-SEIU".',
        ("State of Maine, Judicial Branch",),
        "Maine State Employees Association, Local 1989, SEIU",
    ),
    (
        "This contract is made and entered into this 3rd day of May, 2031, by and between KITTIWAKE "
        "FOODS, INC., party of the first part, and UNITED FOOD AND COMMERCIAL WORKERS UNION, LOCAL 555, "
        "party of the second part.",
        ("Kittiwake Foods, Inc",),
        "United Food and Commercial Workers Union, Local 555",
    ),
    (
        "This agreement between the Regents of Heron University and the Heron University Graduate Workers "
        "(HUGW-UAW Local 4488) covers graduate assistants.",
        ("Regents of Heron University",),
        "Heron University Graduate Workers (HUGW-UAW Local 4488) covers graduate assistants",
    ),
    (
        "AGREEMENT between the School Board of Egret County, Florida and the Egret County Classroom "
        "Teachers Association, Inc.",
        ("School Board of Egret County, Florida",),
        "Egret County Classroom Teachers Association, Inc",
    ),
    (
        "THIS AGREEMENT entered into by the County of Bittern, State of Michigan, and the Bittern County "
        "Sheriff, hereinafter jointly referred to as the Employer, and the Police Officers Labor Council, "
        "hereinafter referred to as the Union.",
        ("County of Bittern, State of Michigan", "Bittern County Sheriff"),
        "Police Officers Labor Council",
    ),
    (
        "This Agreement, effective as of May 1, 2031, is between Avocet Telephone Company of the North "
        '("Company") and Communications Workers of America ("Union").',
        ("Avocet Telephone Company of the North",),
        "Communications Workers of America",
    ),
    (
        "The following constitutes an Agreement between the Dunlin Fire Protection District and Dunlin "
        "Professional Fire Fighters, IAFF Local 2112.",
        ("Dunlin Fire Protection District",),
        "Dunlin Professional Fire Fighters, IAFF Local 2112",
    ),
    (
        "This Agreement is made between the Alliance of Northern Film Producers and the Screen Performers Guild.",
        ("Alliance of Northern Film Producers",),
        "Screen Performers Guild",
    ),
    (
        "This Agreement is entered into by and between the Harbor Symphony Association, hereinafter "
        'called the "Association" and the Harbor Musicians Association, Local 6 of the American '
        'Federation of Musicians, hereinafter called the "Union".',
        ("Harbor Symphony Association",),
        "Harbor Musicians Association, Local 6 of the American Federation of Musicians",
    ),
    (
        "Agreement entered into between the Borough of Knot, a municipal corporation in the County of "
        'Wren, New Jersey, hereinafter called the "Borough", and PBA Local 212, hereinafter called the '
        '"PBA".',
        ("Borough of Knot",),
        "PBA Local 212",
    ),
    (
        "This Agreement is between Heron Electric Cooperative, Inc., (hereinafter referred to as the "
        '"Cooperative") and Local Union No. 66 of the International Brotherhood of Electrical Workers '
        '(hereinafter referred to as the "Union").',
        ("Heron Electric Cooperative, Inc",),
        "Local Union No. 66 of the International Brotherhood of Electrical Workers",
    ),
    (
        'THIS COLLECTIVE AGREEMENT BETWEEN: HERON HEIGHTS HOSPITAL (hereinafter called the "Hospital") '
        'AND: ONTARIO NURSES’ ASSOCIATION (hereinafter called the "Association")',
        ("Heron Heights Hospital",),
        "Ontario Nurses’ Association",
    ),
    (
        "This Tentative Agreement is made this 4th day of March 2031 by and between Plover Rail, LLC and "
        "its employees represented by the Brotherhood of Railroad Signalmen.",
        ("Plover Rail, LLC",),
        "Brotherhood of Railroad Signalmen",
    ),
    (
        "This Letter of Agreement is by and between the Oregon Coast Transit District (District) and the "
        "Amalgamated Transit Union, Division 757 (Union).",
        ("Oregon Coast Transit District",),
        "Amalgamated Transit Union, Division 757",
    ),
    (
        'The parties to this Agreement are the Shearwater Aquarium Foundation ("Aquarium") and the '
        'Aquarium Workers United, AFSCME Council 28 ("Union").',
        ("Shearwater Aquarium Foundation",),
        "Aquarium Workers United, AFSCME Council 28",
    ),
    (
        "In accordance with Chapter 20 of the Code, this Agreement is made between Egret Area Education "
        'Agency (hereinafter "Agency") and the Egret Area Education Agency Professional Staff Association '
        '(hereinafter "Association").',
        ("Egret Area Education Agency",),
        "Egret Area Education Agency Professional Staff Association",
    ),
    (
        'This Agreement is between Northern Lights Coffee, Inc. ("NLC" or "Company") and Workers United, '
        'Local 37 ("Union").',
        ("Northern Lights Coffee, Inc",),
        "Workers United, Local 37",
    ),
]

COVERS: list[tuple[str, str, str, date | None, date | None]] = [
    (
        "COLLECTIVE AGREEMENT|BETWEEN|THE CORPORATION OF THE TOWN OF WILLOW BAY|AND|CANADIAN UNION OF "
        "PUBLIC EMPLOYEES, LOCAL 4321|April 1, 2031 to March 31, 2034",
        "Corporation of the Town of Willow Bay",
        "Canadian Union of Public Employees, Local 4321",
        date(2031, 4, 1),
        date(2034, 3, 31),
    ),
    (
        "MASTER LABOR AGREEMENT|between|OSPREY BAY CONTRACTORS ASSOCIATION|and|UNITED BROTHERHOOD OF "
        "CARPENTERS, LOCAL 808|June 1, 2031 – May 31, 2034",
        "Osprey Bay Contractors Association",
        "United Brotherhood of Carpenters, Local 808",
        date(2031, 6, 1),
        date(2034, 5, 31),
    ),
    (
        "AGREEMENT|Between|HERON LAKE BOARD OF EDUCATION|And The|HERON LAKE EDUCATION ASSOCIATION|For the "
        "School Years|2031-2032, 2032-2033 and 2033-2034",
        "Heron Lake Board of Education",
        "Heron Lake Education Association",
        None,
        None,
    ),
    (
        "2031-2034|PROFESSIONAL AGREEMENT|Between the|Plover Unified School District 415|and the|Plover "
        "Teachers Association KNEA-NEA",
        "Plover Unified School District 415",
        "Plover Teachers Association KNEA-NEA",
        None,
        None,
    ),
    (
        "AGREEMENT BETWEEN|THE CURLEW COUNTY HOSPITAL DISTRICT|AND|SERVICE EMPLOYEES INTERNATIONAL UNION "
        "LOCAL 1199NW|October 1, 2031 through September 30, 2034",
        "Curlew County Hospital District",
        "Service Employees International Union Local 1199NW",
        date(2031, 10, 1),
        date(2034, 9, 30),
    ),
    (
        "COLLECTIVE BARGAINING AGREEMENT|by and between|TERN AIRLINES, INC.|and|THE FLIGHT ATTENDANTS|in "
        "the service of|TERN AIRLINES, INC.|as represented by the|ASSOCIATION OF FLIGHT ATTENDANTS-CWA",
        "Tern Airlines, Inc",
        "Association of Flight Attendants-Cwa",
        None,
        None,
    ),
    (
        "CITY OF DUNLIN|AND|DUNLIN FIREFIGHTERS ASSOCIATION|COLLECTIVE BARGAINING AGREEMENT|JULY 1, 2031 "
        "- JUNE 30, 2035",
        "City of Dunlin",
        "Dunlin Firefighters Association",
        date(2031, 7, 1),
        date(2035, 6, 30),
    ),
    (
        "Memorandum of Understanding|County of Bittern|and|Service Employees International Union, Local "
        "521|Supervisory Unit|Effective: July 1, 2031 - June 30, 2034",
        "County of Bittern",
        "Service Employees International Union, Local 521",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    (
        "ENTERPRISE AGREEMENT 2031|Avocet Mining Pty Ltd|and|Miners and Engine Drivers Union",
        "Avocet Mining Pty Ltd",
        "Miners and Engine Drivers Union",
        None,
        None,
    ),
    (
        "WORKING AGREEMENT|BETWEEN|EGRET PAPER MILLS COMPANY|KNOT FALLS, WISCONSIN|AND|UNITED "
        "STEELWORKERS|LOCAL 2-1319|MAY 1, 2031 THROUGH APRIL 30, 2036",
        "Egret Paper Mills Company",
        "United Steelworkers Local 2-1319",
        date(2031, 5, 1),
        date(2036, 4, 30),
    ),
    (
        "Contract|Between|Gannet State University|and|Gannet State University Chapter of the|American "
        "Association of University Professors|2031-2035",
        "Gannet State University",
        "Gannet State University Chapter of the American Association of University Professors",
        None,
        None,
    ),
    (
        "AGREEMENT|COUNTY OF TERN|AND|TERN COUNTY EMPLOYEES UNION, SEIU LOCAL 909|ALPHABETICAL INDEX",
        "County of Tern",
        "Tern County Employees Union, SEIU Local 909",
        None,
        None,
    ),
    (
        "AGREEMENT|between|Heron State University|and|Heron State University Faculty Association|CHAPTER 1|RECOGNITION",
        "Heron State University",
        "Heron State University Faculty Association",
        None,
        None,
    ),
    (
        "ENTERPRISE AGREEMENT|between|Avocet Mining Pty Ltd|and|Miners and Engine Drivers Union|1 RECOGNITION",
        "Avocet Mining Pty Ltd",
        "Miners and Engine Drivers Union",
        None,
        None,
    ),
]

TERMS: list[tuple[str, date | None, date | None]] = [
    (
        "This Agreement shall become effective upon ratification by both parties and shall remain in full "
        "force and effect through June 30, 2034.",
        None,
        date(2034, 6, 30),
    ),
    (
        "The term of this Agreement shall be for a period of three (3) years from July 1, 2031.",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    (
        "This Agreement shall be effective for a period of three years from July 1, 2031 to June 30, "
        "2034, and thereafter shall be considered automatically renewed for successive periods of twelve "
        "months unless notice is given.",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    (
        "This Agreement shall be effective as of the date of signing and remain in effect until midnight, "
        "August 31, 2033.",
        None,
        date(2033, 8, 31),
    ),
    (
        "This Agreement shall remain in effect from 12:01 a.m. on October 1, 2031, to and including 12:00 "
        "midnight on September 30, 2034.",
        date(2031, 10, 1),
        date(2034, 9, 30),
    ),
    (
        "This Agreement shall be binding from April 1, 2031 and shall remain in effect until March 31, "
        "2034 and from year to year thereafter.",
        date(2031, 4, 1),
        date(2034, 3, 31),
    ),
    (
        "The provisions of this Agreement shall be effective July 1, 2031, except as otherwise provided, "
        "and shall continue in full force and effect through June 30, 2034.",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    (
        "This Agreement shall commence on 1 April 2031 and shall continue until 31 March 2033.",
        date(2031, 4, 1),
        date(2033, 3, 31),
    ),
    (
        "This contract will take effect on the first day of September 2031 and terminate on the "
        "thirty-first day of August 2034.",
        date(2031, 9, 1),
        date(2034, 8, 31),
    ),
    (
        "The duration of this Agreement shall be from July 1, 2031, to June 30, 2034.",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    ("This Agreement is in force for two years beginning January 1, 2032.", date(2032, 1, 1), date(2033, 12, 31)),
    (
        "This Agreement shall be in full force and effect for the period commencing January 1, 2032, and "
        "ending December 31, 2034.",
        date(2032, 1, 1),
        date(2034, 12, 31),
    ),
    ("This Agreement shall expire at the close of business on December 31, 2033.", None, date(2033, 12, 31)),
    ("The nominal expiry date of this Agreement is 30 June 2034.", None, date(2034, 6, 30)),
    (
        "This Agreement supersedes the agreement that expired June 30, 2031 and is effective July 1, 2031 "
        "through June 30, 2033.",
        date(2031, 7, 1),
        date(2033, 6, 30),
    ),
    ("Either party may open this Agreement by notice not later than January 15, 2034.", None, None),
    (
        "The parties agree to extend the Agreement, which expires June 30, 2031, through June 30, 2032.",
        None,
        date(2032, 6, 30),
    ),
    ("This Agreement is hereby extended to and including December 31, 2033.", None, date(2033, 12, 31)),
    ("This Agreement shall be effective 7/1/2031 and shall expire 6/30/2034.", date(2031, 7, 1), date(2034, 6, 30)),
    ("This Agreement shall remain in force and effect until replaced by a successor agreement.", None, None),
    (
        "This Agreement shall be effective retroactive to July 1, 2031, and shall terminate at 11:59 p.m. "
        "on June 30, 2034.",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    (
        "This Agreement shall be effective as of the 1st day of January, 2032 and shall remain in full "
        "force and effect until the 31st day of December, 2034.",
        date(2032, 1, 1),
        date(2034, 12, 31),
    ),
    ("This Agreement renews itself for a period of one year from July 1, 2034 unless notice is given.", None, None),
    ("Employees under this Agreement serve on probation for a period of six months from July 1, 2031.", None, None),
]


@pytest.mark.parametrize(("clause", "employers", "union"), CLAUSES)
def test_parties_of_clauses(clause: str, employers: tuple[str, ...], union: str) -> None:
    fact = of(f"# AGREEMENT\n{clause}{BODY}")
    assert (fact.employers, fact.unions[0]) == (employers, union)


@pytest.mark.parametrize("mark", ["# ", ""])
@pytest.mark.parametrize(("cover", "employer", "union", "effective", "expires"), COVERS)
def test_parties_and_term_of_covers(
    cover: str, employer: str, union: str, effective: date | None, expires: date | None, mark: str
) -> None:
    fact = of("\n".join(mark + line for line in cover.split("|")) + BODY)
    assert (plain(fact.employers), plain(fact.unions[:1])) == (plain((employer,)), plain((union,)))
    assert (fact.effective_on, fact.expires_on) == (effective, expires)


@pytest.mark.parametrize(("clause", "effective", "expires"), TERMS)
def test_terms_of_clauses(clause: str, effective: date | None, expires: date | None) -> None:
    fact = of(f"# AGREEMENT\nBetween the parties.\n# ARTICLE 9 - DURATION\n{clause}")
    assert (fact.effective_on, fact.expires_on) == (effective, expires)


def test_the_cover_behind_a_resolution_or_a_letter() -> None:
    cover = (
        "# AGREEMENT\nbetween\n# COUNTY OF BITTERN\nand\n# BITTERN ROAD WORKERS UNION\n# July 1, 2031 to June 30, 2034"
    )
    letter = "# Office of Personnel\nTo: all supervisors\nAttached is the agreement. Please read it with care.\n"
    resolution = (
        "# RESOLUTION NO. 44\nWHEREAS, members have ratified the agreement; the mayor is authorized to sign it.\n"
    )
    for before in (letter, resolution):
        fact = of(before + cover + BODY)
        assert (fact.employers, fact.unions, fact.name) == (
            ("County of Bittern",),
            ("Bittern Road Workers Union",),
            "Agreement",
        )


def test_an_extension_runs_to_the_day_it_extends_to() -> None:
    recital = "WHEREAS, the collective bargaining agreement is effective April 1, 2028 through March 31, 2031; and"
    fact = of(f"# EXTENSION\n{recital}\nThe parties agree that the agreement is extended through September 30, 2031.")
    assert (fact.effective_on, fact.expires_on) == (None, date(2031, 9, 30))


def test_parties_of_the_definitions() -> None:
    means = '"Association" shall mean the Heron Faculty Association.\n"Board" means the Board of Governors of Heron.'
    fact = of(f"# COLLECTIVE AGREEMENT\n# ARTICLE 1 - DEFINITIONS\n{means}")
    assert (fact.employers, fact.unions) == (("Board of Governors of Heron",), ("Heron Faculty Association",))


@pytest.mark.parametrize(
    ("cover", "employer", "union"),
    [
        ("PLOVER DAIRY G.P. and DAIRY UNION, LOCAL 12", "PLOVER DAIRY G.P", "DAIRY UNION, LOCAL 12"),
        ("2031 SCRIPT GUILD -|ALLIANCE OF FILM PRODUCERS", "ALLIANCE OF FILM PRODUCERS", "SCRIPT GUILD"),
        ("between|PLOVER MILLS|and|MILL UNION|LOCAL 12|North Plant", "PLOVER MILLS", "MILL UNION LOCAL 12"),
        ("between|PLOVER MEDICAL CENTER|Knot, Washington|and|NURSES UNION", "PLOVER MEDICAL CENTER", "NURSES UNION"),
    ],
)
def test_covers_with_more_on_them(cover: str, employer: str, union: str) -> None:
    fact = of("# AGREEMENT\n" + "\n".join(cover.split("|")) + "\n# TABLE OF CONTENTS" + BODY)
    assert (plain(fact.employers), plain(fact.unions[:1])) == (plain((employer,)), plain((union,)))


def test_an_article_names_no_agreement() -> None:
    assert of("# HERON COUNTY AND HERON CLERKS UNION\n# Article 1 - Status of Agreement\nIt binds both.").name is None
