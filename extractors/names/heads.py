"""Words that make a capitalised phrase the name of an organization, and what kind of organization they make it."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.text.tokens import word_set

# Names that go on: "Department of …", "Institute for …", "Committee on …".
_OPEN = {
    "government": "Department Dept Ministry Office Bureau Administration Agency Authority Commission Board Court"
    " Directorate Secretariat Inspectorate City County Commonwealth Service Corps Force",
    "legislature": "Subcommittee Parliament Assembly Legislature",
    "research": "University Institute Institution Institut Center Centre College School Academy Universidad Université"
    " Laboratory Universität Observatory",
    "union": "Union Unions Guild Brotherhood Teamsters Workers Syndicat Sindicato Employees Steelworkers Machinists",
    "federation": "Federation Confederation Confédération Congress",
    "ngo": "Association Council Society League Foundation Fund Network Campaign Americans Citizens"
    " Consumers Lawyers Students Mothers Friends Forum Trust Collective Movement Consortium Alliance Partnership"
    " Committee Organization Organisation",
    "coalition": "Coalition Taskforce",
    "employer": "Bank Hospital Hospitals",
}
# Names that end here.
_CLOSED = {
    "government": "Police Survey System Schools",
    "legislature": "Caucus",
    "ngo": "Project Endowment Endowments",
    "research": "Lab Labs Polytechnic Laboratories",
    "union": "Local Lodge",
    "other": "LLP",
    "employer": "Inc Incorporated Corp Corporation LLC Ltd Limited plc PLC Co Technologies Studios Group"
    " Holdings Industries Airlines Airways Motors Pharmaceuticals Ventures Entertainment"
    " Railway Railroad GmbH Enterprises Bancorp Labs Robotics Company Manufacturing Automotive Software Aerospace"
    " Semiconductor Semiconductors Logistics Supermarkets Resorts Hotels Freight Telecom Healthcare Electronics"
    " Terminals Solutions Consulting Consultancy Consultants Analytics Solicitors",
    "media": "Times Post News Herald Tribune Gazette Chronicle Telegraph Examiner Inquirer Journal Courier Sentinel"
    " Magazine Broadcasting",
    "employer_association": "Roundtable",
}
KINDS = {word: kind for table in (_OPEN, _CLOSED) for kind, words in table.items() for word in words.split()}
OPEN = frozenset(word for words in _OPEN.values() for word in words.split())

# Heads too weak to make a name of a phrase in capitals throughout (a headline).
WEAK = word_set(
    "Workers Employees Office Court Board Partners Systems Solutions Group Project Company Local Forum"
    " Campaign Movement"
    " Students Mothers Friends Citizens Consumers Americans Lawyers Trust Games Pictures Collective School Authority"
    " Network Fund Entertainment Center Centre Agency Union Unions Journal Post News Times Co Limited"
    " Police City County"
    " Partnership Council Committee Commission Administration Labs Lab Logistics Foods Electric Robotics Hospitals"
    " Hospital Organization Organisation Manufacturing Automotive Software Aerospace Semiconductor Semiconductors"
    " Supermarkets Resorts Hotels Freight Telecom Healthcare Electronics Service System Consulting Consultants"
    " Analytics Technologies"
)
# Heads that name an organization only where the name goes on after them: "Americans for …", "City of …".
NEEDS_MORE = word_set(
    "Workers Employees Americans Citizens Consumers Lawyers Students Mothers Friends City County Commonwealth Campaign"
    " Forum Movement"
)
# Words before a head that do not yet make a name: "Joint Committee", "AI Council", "Safety Board".
GENERIC = word_set(
    "Labor Labour Trade New First Second Third National Regional State Local Joint Special Other Big Full Early Public"
    " Your Senior Junior Executive Bargaining Negotiating Safety Steering Review Union Company Employer Central Main AI"
    " Technology Technological Management Labor-Management Labour-Management Health Ethics Innovation Artificial"
    " Intelligence Digital Data Training Advisory Oversight Governance Policy Research Working Community"
    " Economic Social"
    " Political Professional Federal Workers Employee Worker Staff Student Human Resources Finance Legal Service"
    " Medical General Governing City County Board Office Department Center Call Distribution Grievance Arbitration"
    " Standing Sub Emergency Retirement Pension Insurance Welfare Legislative Education Apprenticeship Classification"
    " Control News Help Support Contact Training Media Press Workforce Member Business Industry Private Nonprofit Good"
    " Bad Great Best One Two Small Large Major Global International U.S US UK U.K American European Security Trust"
    " Advanced Smart Modern Domestic Open Source Enterprise Online Video Mobile Cloud Management Custom Free"
    " System Mental"
    " Affordable Accessible Universal Rural Luxury Budget Consumer Defense Commercial Green Clean Electric Automated"
    " Contract Employment Project Group Bargaining Hearing Fair Evaluation Selection Hiring Personnel Task"
)
# Heads that make a name only with one of these words before them: "Trades Union Congress", "Geological Survey".
NEEDED = {
    "Congress": word_set("Union Unions Labour Labor Trade Trades Workers"),
    "Project": word_set(
        "Law Oversight Studies Justice Accountability Rights Workers Worker Policy Legal Defense Defence Innocence"
        " Research Reporting Media Sentencing Advancement Litigation Futures"
    ),
    "Service": word_set(
        "Park Parks Wildlife Forest Marshals Health Postal Secret Weather Mediation Conciliation Revenue Research Ocean"
        " Inspection Conservation Police Ambulance Fire Prosecution Court Courts Immigration Fisheries Extension"
    ),
    "Survey": word_set("Geological"),
    "Corps": word_set("Army Marine Peace Job Engineer"),
    "Force": word_set("Task"),
    "System": word_set("University Health Healthcare Hospital School Medical Reserve Transit College"),
    "Schools": word_set("Public City County Community"),
    "Roundtable": word_set("Business Retail CEO Industry Employers Executives Executive Services Energy"),
}
TWO_OF_GENERIC = word_set("University Federation Confederation Brotherhood Guild Congress Institute")

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"\b(?:Local|Lodge)(?: Union)?(?: No\.?)? \d", "union"),
        (
            r"\bFederation of (?:Labou?r|Trade|Unions|\w+ Unions)|Trades? Unions? (?:Con|Fed)|Trade Union Council"
            r"|Labou?r (?:Council|Federation|Congress)|Building Trades|Trades? (?:and|&) Labou?r|Trades? Council"
            r"|\bTUC\b|AFL-CIO$",
            "federation",
        ),
        (r"\b(?:Labor|Employment|Labour) Relations (?:Board|Commission|Authority|Agency)\b", "government"),
        (
            r"\bSub-?[Cc]ommittee|\b(?:Senate|House|Assembly|Select|Joint|Parliamentary|Commons)\b.*\bCommittee\b"
            r"|\bCommittee on\b|\b(?:Appropriations|Judiciary|Ways and Means|Commerce|Finance|Intelligence|Oversight"
            r"|Armed Services|Foreign Relations|Foreign Affairs|Rules|Homeland Security|HELP|Financial Services"
            r"|Resources"
            r"|Agriculture|Industrial Strategy|Business and Trade|Pensions|Public Accounts"
            r"|Small Business|Veterans|Workforce|Infrastructure|Science|Budget|Banking|Environment|Aging"
            r"|Health|Education|Ethics|Taxation|Housing|Government Affairs)\b.{0,40}\bCommittee\b",
            "legislature",
        ),
        (
            r"\bHouse of (?:Commons|Lords|Representatives|Delegates|Assembly)\b|\b(?:City|County|Town|Borough) Council$"
            r"|\bBoard of (?:Supervisors|Commissioners|Aldermen)\b|\b(?:General|National|State|Legislative) Assembly\b"
            r"|\bCaucus\b|\bAll[- ]Party Parliamentary Group\b"
            r"|\b(?:House|Senate|Congressional)\b.*\bTask Force\b",
            "legislature",
        ),
        (
            r"\b(?:Chambers? of Commerce|Manufacturers|Producers|Employers|Retailers?|Retail Federation|Publishers"
            r"|Bankers|Restaurant Association|Trade Association|Trucking|Hospital Association|Contractors|Realtors"
            r"|Software Alliance|Farm Bureau|Builders Association|Exporters|Distributors|Broadcasters)\b"
            r"|\b(?:Business(?:es)?|Industr(?:y|ies)) (?:Council|Roundtable|Association|Alliance|Federation|Coalition"
            r"|Group)\b",
            "employer_association",
        ),
        (
            r"\b(?:Teachers|Nurses|Firefighters|Fire ?Fighters|Deputies|Officers|Troopers|Pilots|Machinists"
            r"|Attendants|Workers?|Employees|Musicians|Educators?|Professors|Players|Journalists|Staff|Engineers"
            r"|Carriers|Teamsters|Longshore\w*|Electricians|Writers|Actors|Drivers|Guild|Union|Unions)['’]?"
            r" (?:\w+ )?(?:Association|Union|Guild|Federation|United|Organi[sz]ation|Brotherhood)\b",
            "union",
        ),
        (r"\b(?:Workers|Employees) (?:of|United|International)\b|\bBrotherhood of\b|\bUnion of\b", "union"),
        (r"\b(?:Association|Federation|Alliance) of \w+ (?:Employees|Workers|Teachers|Nurses)\b", "union"),
        (
            r"\bAdvisory (?:Council|Committee|Board)\b"
            r"|\b(?:Supreme|District|Circuit|Appeals|High|Labou?r|Superior) Court\b|\bCourt of\b"
            r"|\b(?:City|County|State|Town|Borough|Commonwealth) of\b|\bAttorney General\b"
            r"|\b(?:Police|Fire|Sheriff['’]?s?) Department\b|\bSchool (?:Board|District)\b",
            "government",
        ),
        (r"\bCredit Union\b", "employer"),
        (
            r"\b(?:Geophysical|Astronomical|Geological|Mathematical|Chemical|Conservation|Telecommunication|Postal|Cycling"
            r"|Broadcasting|Rugby|Football|Skating|Scientific|Liberties|Students[’']?|Student|Inter-Parliamentary)"
            r" Union\b",
            "ngo",
        ),
        (r"\b(?:Health(?:care)?|Hospital|Medical) System\b", "employer"),
        (r"\b(?:University|College) System\b", "research"),
        (r"\b(?:School of|Law School|Business School|Medical School|Think Tank|Policy Institute)\b", "research"),
    )
)


@lru_cache(maxsize=1 << 12)
def kind_of(name: str, head: str | None = None) -> str | None:
    """The kind of organization a name shows, None where it shows none. `head` is its head word if known."""
    for pattern, kind in _RULES:
        if pattern.search(name):
            return kind
    if head == "Group":
        return None
    if head is not None and head in KINDS:
        return KINDS[head]
    words: list[str] = re.findall(r"[^\W_]+", name)
    return next((KINDS[word] for word in reversed(words) if word in KINDS), None)
