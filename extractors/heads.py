"""Words that make a capitalised phrase the name of an organization, and what kind of organization they make it."""

from __future__ import annotations

import re

from extractors.tokens import word_set

# Names that go on: "Department of …", "Institute for …", "Committee on …".
_OPEN = {
    "government": "Department Dept Ministry Office Bureau Administration Agency Authority Commission"
    " Board Court Division"
    " Directorate Secretariat Inspectorate Comptroller",
    "legislature": "Committee Subcommittee Parliament Assembly Legislature House Senate",
    "research": "University Institute Institution Institut Center Centre College School Academy Universidad Université"
    " Laboratory Laboratories Universität Observatory",
    "union": "Union Unions Guild Brotherhood Teamsters Workers Syndicat Sindicato Employees",
    "federation": "Federation Confederation Confédération",
    "ngo": "Association Alliance Council Society League Foundation Fund Network Partnership Campaign Campaigns"
    " Initiative Project Americans Citizens Consumers Lawyers Students Mothers Friends Forum Trust Collective"
    " Movement Consortium Congress Conference Action",
    "coalition": "Coalition",
    "employer": "Bank Hospital Hospitals",
}
# Names that end here.
_CLOSED = {
    "government": "Police Commissioner Treasury Navy Army Reserve",
    "legislature": "Caucus Representatives",
    "research": "Lab Labs Polytechnic",
    "union": "Local Unite",
    "ngo": "Rights Watch Justice Advocates",
    "employer": "Inc Incorporated Corp Corporation LLC LLP Ltd Limited plc PLC Company Co Technologies Technology"
    " Studios Studio Group Holdings Systems Industries Airlines Airways Motors Pharmaceuticals Solutions Partners"
    " Ventures Capital Interconnection Entertainment Games Pictures Communications Consulting Railway Railroad GmbH"
    " AG SA Software Brands Enterprises Services Stores Health",
    "media": "Times Post News Herald Tribune Gazette Chronicle Observer Telegraph Examiner Globe Inquirer Journal"
    " Courier Dispatch Sentinel Magazine Newspaper Radio Television Broadcasting Press Daily Weekly Dealer Bee Sun",
    "employer_association": "Roundtable Chamber",
}
KINDS = {word: kind for table in (_OPEN, _CLOSED) for kind, words in table.items() for word in words.split()}
OPEN = frozenset(word for words in _OPEN.values() for word in words.split())

# Heads too weak to stand on without a second sign; never taken from a headline.
WEAK = word_set(
    "Workers Employees Rights Watch Justice Action Services Health Technology Group Project Press Daily Weekly Sun"
    " Company Local Communications Forum Initiative Congress Conference Campaign Campaigns House Court Board Capital"
    " Partners Systems Movement Students Mothers Friends Citizens Consumers Americans Lawyers Trust Division Games"
    " Pictures Software Stores Brands Advocates Collective Radio Television Office Union Unions Journal Globe Bee"
    " Post Solutions Partnership Co Limited Commissioner Police Reserve School Authority Network Fund Entertainment"
    " Unite Consulting Observer Dispatch Army Navy Treasury SA AG Studio Studios Center Centre Agency"
)
# Heads that name an organization only when the name goes on after them: "Americans for …", "Workers of …".
NEEDS_MORE = word_set("Workers Employees Americans Citizens Consumers Lawyers Students Mothers Friends Action")

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"\b(?:Local|Lodge)(?: Union)?(?: No\.?)? \d", "union"),
        (r"\b(?:Federation of (?:Labou?r|Trade|Unions)|Trades? Unions? (?:Con|Fed)|Labou?r (?:Council"
         r"|Federation|Congress)"
         r"|Building Trades|Trades? (?:and|&) Labou?r|Trades? Council|TUC\b|AFL-CIO$)", "federation"),
        (r"\b(?:Labor Relations|Employment Relations) (?:Board|Commission|Authority|Agency)\b", "government"),
        (r"\bSub-?[Cc]ommittee|\b(?:Senate|House|Assembly|Select|Joint|Parliamentary|Commons)\b.*\bCommittee\b"
         r"|\bCommittee on\b|\b(?:Appropriations|Judiciary|Ways and Means"
         r"|Energy and Commerce)\b.*\bCommittee\b", "legislature"),
        (r"\bHouse of (?:Commons|Lords|Representatives|Delegates|Assembly)\b|\b(?:City|County|Town|Borough) Council$"
         r"|\bBoard of (?:Supervisors|Commissioners|Aldermen)\b|\b(?:General|National|State|Legislative) Assembly\b"
         r"|\bCaucus\b", "legislature"),
        (r"\b(?:Chamber of Commerce|Manufacturers|Producers|Employers|Retailers?|Retail Federation|Publishers"
         r"|Business(?:es)? (?:Council|Roundtable|Association|Alliance|Federation|Coalition)|Industr(?:y"
         r"|ies) (?:Association"
         r"|Council|Alliance|Federation|Coalition|Group)|Bankers|Restaurant Association|Trade Association|Trucking"
         r"|Hospital Association|Contractors|Software Alliance|Farm Bureau|Realtors|Builders Association)\b",
         "employer_association"),
        (r"\b(?:Teachers|Nurses|Firefighters|Fire ?Fighters|Deputies|Officers|Troopers|Pilots|Machinists|Attendants"
         r"|Workers?|Employees|Musicians|Educators?|Professors|Players|Journalists|Staff|Engineers|Carriers|Teamsters"
         r"|Longshore\w*|Electricians|Writers|Actors|Drivers|Guild|Union|Unions)['’]?"
         r" (?:\w+ )?(?:Association|Union|Guild|Federation|United|Organization|Alliance of|Brotherhood)\b", "union"),
        (r"\b(?:Workers|Employees) (?:of|United|International)\b|\bBrotherhood of\b|\bUnion of\b", "union"),
        (r"\b(?:Supreme|District|Circuit|Appeals|High|Labou?r|Superior) Court\b|\bCourt of\b"
         r"|\b(?:City|County|State|Town|Borough|Commonwealth) of\b|\b(?:Police|Fire|Sheriff['’]?s?) Department\b"
         r"|\b(?:City|County) and County\b|\bSchool (?:Board|District)\b|\bAttorney General\b", "government"),
        (r"\b(?:School of|Law School|Business School|Medical School|Research Cent|Think Tank"
         r"|Policy Institute)\b", "research"),
    )
)  # fmt: skip


def kind_of(name: str, head: str | None = None) -> str | None:
    """The kind of organization a name shows, None where it shows none. `head` is its head word if known."""
    for pattern, kind in _RULES:
        if pattern.search(name):
            return kind
    if head is not None and head in KINDS:
        return KINDS[head]
    for word in reversed(re.findall(r"[^\W_]+", name)):
        if word in KINDS:
            return KINDS[word]
    return None
