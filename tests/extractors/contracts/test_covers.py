"""Parties and terms on covers of many trades, worded for the purpose."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extractors.contracts.wordings import BODY, of, plain

COVERS: list[tuple[str, str, str, date | None, date | None]] = [
    (
        "CONVENIO COLECTIVO|entre|GARZA ALIMENTOS, S.A.|y|SINDICATO DE TRABAJADORES DE GARZA, LOCAL 5|Hasta 2034",
        "Garza Alimentos, S.A",
        "Sindicato De Trabajadores De Garza, Local 5",
        None,
        None,
    ),
    (
        "AGREEMENT|between|LA CROSSE FERRY COMPANY|and|EL PASO CLERKS UNION|Signed copy",
        "La Crosse Ferry Company",
        "El Paso Clerks Union",
        None,
        None,
    ),
    (
        "Memorandum of Understanding|Between|Plover County (‘County’)|And|Plover County Wardens’ Association "
        "(PCWA)|I. Parties|Here follows who they are.",
        "Plover County",
        "Plover County Wardens’ Association (PCWA)",
        None,
        None,
    ),
    (
        "between|DOT THE DEPARTMENT OF TIDES|on behalf of the OFFICE OF BUOYS|and|HNA HERON NURSES ASSOCIATION "
        "CONTACT INFORMATION:|Heron Nurses Association|12 Creek Road",
        "Department of Tides",
        "Heron Nurses Association",
        None,
        None,
    ),
    (
        "AGREEMENT|between|HERON|THE CITY OF HERON, KANSAS|and|WARDENS UNION LODGE #5|DATE EFFECTIVE: DECEMBER 26, "
        "2031|DATE ENDING: DECEMBER 24, 2032",
        "City of Heron, Kansas",
        "Wardens Union Lodge #5",
        date(2031, 12, 26),
        date(2032, 12, 24),
    ),
    (
        "AGREEMENT|between|Plover County, Oregon and|Plover County Clerks Union|Local 88-5, CWU AFL-CIO"
        "|2031 - 2034|LABOR RELATIONS 5 Creek Road",
        "Plover County, Oregon",
        "Plover County Clerks Union Local 88-5, CWU AFL-CIO",
        None,
        None,
    ),
    (
        "MEMORANDUM OF UNDERSTANDING BETWEEN THE PLOVER CLERKS ASSOCIATION AND PLOVER COUNTY|Document No. 2031-741"
        "|The Plover Clerks Association and Plover County change Article 13 of their agreement.",
        "Plover County",
        "Plover Clerks Association",
        None,
        None,
    ),
    (
        "AGREEMENT|Between the|PLOVER PILOTS ASSOCIATION|and the|CITY OF PLOVER|N OVEMBER 11, 2031|Through"
        "|J UNE 30, 2034",
        "City of Plover",
        "Plover Pilots Association",
        date(2031, 11, 11),
        date(2034, 6, 30),
    ),
    (
        "COLLECTIVE AGREEMENT|Between|PLOVER COUNTY|And|PLOVER CLERKS UNION|Upon Execution to June 30, 2034",
        "Plover County",
        "Plover Clerks Union",
        None,
        date(2034, 6, 30),
    ),
    (
        "AGREEMENT|BETWEEN|THE CITY OF PLOVER|AND|THE PLOVER PILOTS ASSOCIATION|Term of contract begins May 1, 2031 "
        "and ends April 30, 2034",
        "City of Plover",
        "Plover Pilots Association",
        date(2031, 5, 1),
        date(2034, 4, 30),
    ),
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


@pytest.mark.parametrize("mark", ["# ", ""])
@pytest.mark.parametrize(("cover", "employer", "union", "effective", "expires"), COVERS)
def test_parties_and_term_of_covers(
    cover: str, employer: str, union: str, effective: date | None, expires: date | None, mark: str
) -> None:
    fact = of("\n".join(mark + line for line in cover.split("|")) + BODY)
    assert (plain(fact.employers), plain(fact.unions[:1])) == (plain((employer,)), plain((union,)))
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
