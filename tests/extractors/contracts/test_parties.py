"""Who made an agreement, in clauses of many trades worded for the purpose."""

from __future__ import annotations

import pytest

from tests.extractors.contracts.wordings import BODY, of

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
    (
        'The parties to this Memorandum of Agreement (hereafter referred to as "MOA") are Plover County, Oregon, '
        '(hereinafter referred to as "County"), and Plover County Deputies Association, (hereinafter referred to as '
        '"PCDA").',
        ("Plover County, Oregon",),
        "Plover County Deputies Association",
    ),
    (
        'Plover County, hereinafter referred to as "the County," and the Plover County Prosecutors’ Association, '
        'hereinafter referred to as "PCPA", agree to the following change of Article 9 of the labor agreement '
        "between the County and PCPA, dated May 3, 2030.",
        ("Plover County",),
        "Plover County Prosecutors’ Association",
    ),
    (
        "This Agreement is made between the Department of Tides, on behalf of the State of Oregon, and the Heron "
        "Clerks Union.",
        ("State of Oregon",),
        "Heron Clerks Union",
    ),
    (
        "This Agreement is made between the Osprey Contractors Association, on behalf of its members, and the Heron "
        "Clerks Union.",
        ("Osprey Contractors Association",),
        "Heron Clerks Union",
    ),
    (
        "Este contrato se celebra entre el Condado de Garza (en adelante, el “Condado”) y la Unión de Enfermeras de la "
        "Costa, Local 12 (en adelante, la “Unión”).",
        ("Condado de Garza",),
        "Unión de Enfermeras de la Costa, Local 12",
    ),
    (
        "Plover County (“County”) and the Wardens Federation of Plover (“Union”) are parties to a collective "
        "bargaining agreement in effect through June 30, 2032.",
        ("Plover County",),
        "Wardens Federation of Plover",
    ),
    (
        "This Memorandum of Understanding (“MOU”) is entered into by and between Plover County (the “County”) and the "
        "Plover County District Attorneys’ Association (“PDAA”).",
        ("Plover County",),
        "Plover County District Attorneys’ Association",
    ),
    (
        "This Agreement is made between the Port Clerks Union Local 9 (Union) and the State of Oregon (Employer) "
        "acting by and through the Department of Tides (Department) on behalf of the following Agencies: Board of "
        "Ferries, Board of Piers (the Piers), and the Commission of Buoys (the Buoys).",
        ("State of Oregon",),
        "Port Clerks Union Local 9",
    ),
    (
        "THIS MEMORANDUM, made this 9th of May, 2031, BY AND BETWEEN Authorized Management Representatives "
        "(hereinafter referred to as “Management”) of the County of Heron (hereinafter referred to as “County”) AND "
        "Heron Peace Officers Association (hereinafter referred to as “Association”).",
        ("County of Heron",),
        "Heron Peace Officers Association",
    ),
    (
        "MEMORANDUM made this 1st day of May, 2031 by and between the undersigned Pilots’ Benevolent Association of "
        "the City of Heron, Inc. (the “Union”); and the City of Heron (the “City”).",
        ("City of Heron",),
        "Pilots’ Benevolent Association of the City of Heron, Inc",
    ),
    (
        "This agreement is made by the City of Heron, hereinafter referred to as the Employer! and The Heron "
        "Consolidated Lodge No. 5-30 of the Fraternal Order of Wardens, hereinafter referred to as the F.O.W.",
        ("City of Heron",),
        "Heron Consolidated Lodge No. 5-30 of the Fraternal Order of Wardens",
    ),
    (
        "This Agreement is between the Heron Urban County Government (hereinafter the “HUCG”), and Old Creek "
        "Fraternal Order of Wardens Lodge No.\n83, Inc. (hereinafter “FOW”).",
        ("Heron Urban County Government",),
        "Old Creek Fraternal Order of Wardens Lodge No. 83, Inc",
    ),
]


@pytest.mark.parametrize(("clause", "employers", "union"), CLAUSES)
def test_parties_of_clauses(clause: str, employers: tuple[str, ...], union: str) -> None:
    fact = of(f"# AGREEMENT\n{clause}{BODY}")
    assert (fact.employers, fact.unions[0]) == (employers, union)


def test_parties_of_the_definitions() -> None:
    means = '"Association" shall mean the Heron Faculty Association.\n"Board" means the Board of Governors of Heron.'
    fact = of(f"# COLLECTIVE AGREEMENT\n# ARTICLE 1 - DEFINITIONS\n{means}")
    assert (fact.employers, fact.unions) == (("Board of Governors of Heron",), ("Heron Faculty Association",))


def test_an_article_names_no_agreement() -> None:
    assert of("# HERON COUNTY AND HERON CLERKS UNION\n# Article 1 - Status of Agreement\nIt binds both.").name is None


def test_a_list_of_known_unions_is_several() -> None:
    clause = "This Agreement is made between Heron Borough Council and UNISON, GMB and Unite the Union."
    assert of(f"# AGREEMENT\n{clause}{BODY}").unions == ("UNISON", "GMB", "Unite the Union")


@pytest.mark.parametrize(
    "union",
    [
        "United Food and Commercial Workers Union, Local 77",
        "International Association of Machinists and Aerospace Workers, District Lodge 24",
        "Clerks, Porters and Wardens Union",
        "American Federation of State, County and Municipal Employees, Local 12",
    ],
)
def test_an_and_within_the_name_of_one_union(union: str) -> None:
    assert of(f"# AGREEMENT\nThis Agreement is made between Heron County and the {union}.{BODY}").unions[0] == union


@pytest.mark.parametrize(
    ("employer", "where"),
    [
        ("Board of Wardens of Kansas City, Missouri", "US-MO"),
        ("City of Nevada, Iowa", "US-IA"),
        ("State of Oregon", "US-OR"),
        ("Heron County, Ohio", "US-OH"),
    ],
)
def test_the_state_of_an_employer(employer: str, where: str | None) -> None:
    text = f"# AGREEMENT\nThis Agreement is made between the {employer} and the Heron Clerks Union.{BODY}"
    assert of(text).jurisdiction == where


def test_a_role_and_an_acronym_are_no_employer() -> None:
    assert of(f"# MEMORANDUM\nIt changes the agreement between the County and PCPA, dated May 3.{BODY}").employers == ()


def test_the_local_of_the_cover_is_added_to_the_council_of_the_preamble() -> None:
    cover = "between\nSTATE OF OREGON\nand\nAFSCME LOCAL 8112, AMERICAN FEDERATION OF STATE, COUNTY, AND"
    cover += " MUNICIPAL EMPLOYEES"
    clause = "This Agreement is made between the State of Oregon (Employer) and AFSCME Council 75 (Union)."
    whole = "American Federation of State, County and Municipal Employees"
    assert of(f"{cover}\n\n# ARTICLE 1 - PREAMBLE\n{clause}{BODY}").unions == (
        "AFSCME Local 8112", "AFSCME Council 75", whole,
    )  # fmt: skip


def test_a_local_of_the_preamble_stays() -> None:
    cover = "between\nSTATE OF OREGON\nand\nAFSCME LOCAL 8112"
    clause = "This Agreement is made between the State of Oregon (Employer) and AFSCME Local 77 (Union)."
    assert of(f"{cover}\n\n# ARTICLE 1 - PREAMBLE\n{clause}{BODY}").unions[0] == "AFSCME Local 77"
