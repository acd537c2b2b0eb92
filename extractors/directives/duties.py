"""Who asks whom, and who is bound, by a sentence that asks, advises or tells of a law or contract."""

from __future__ import annotations

import re

from extractors.base import Reading
from extractors.directives.acts import bound_by_demand, bound_by_law
from extractors.directives.force import AGREEMENT, DEMAND, LEGISLATION, POLICY, RECOMMENDATION
from extractors.directives.instruments import agreement_told
from extractors.directives.modality import duty_bearer
from extractors.directives.prose import Directive
from extractors.names.organizations import organizations_in
from extractors.names.people import people_in
from extractors.quotes import find_attributed
from extractors.text.tokens import word_set

_GOVERNMENT = re.compile(
    r"\b(?:Congress|[Gg]overnments?|[Rr]egulators?|[Ll]awmakers?|[Pp]olicy-?makers?|[Mm]inisters?"
    r"|Senate|Parliament|White House|Prime Minister|President|[Ll]egislat(?:ors?|ures?)"
    r"|[Aa]dministration|Secretary|States|[Ff]ederal|AI polic(?:y|ies)"
    r"|[Pp]ublic polic(?:y|ies)|[Pp]ublic agencies|America|the nation|our (?:country|workforce)"
    r"|[Cc]ommission|[Cc]ouncil|[Tt]ask [Ff]orce|[Cc]ommittee|Department|[Rr]ules|regulation"
    r"|[Ll]egislation|Leader|tax credit|Chair)\b"
)
_BY_CONTRACT = re.compile(
    r"^\W*(?:Negotiate|Require|Prohibit|Block|Ban|Limit|Push for|Secure|Insist|Guarantee|Bar|Restrict"
    r"|Ensure|Make|Oblige|Mandate|Establish limits|Demand|Include|Forbid|Provide|Protect|Keep|Give"
    r"|Preserve|Prevent|Stop)\b"
)
_DEMANDING = re.compile(r"\b(?:call|urg|demand|want|ask|push|press|insist|argu|advocat|seek|propos|say|said)\w*")
_ADDRESSED = re.compile(
    r"\b(?:urg(?:e|es|ed|ing)|(?:call(?:s|ed|ing)?|a call) (?:up)?on|ask(?:s|ed|ing)?|press(?:es|ed"
    r"|ing)?|tell(?:s|ing)?|to)\s+(?:on )?(?P<who>(?:the |our )?(?:[A-Z][\w.’'-]*(?: (?:of|and"
    r"|the) (?=[A-Z]))?\s?){1,6}|employers|lawmakers|regulators|governments?|policymakers|companies)"
)
# A public body as the subject of the duty or the power.
_PUBLIC_ACTS = re.compile(
    r"\W*(?:\w+ly,? |First, |Second, |Third, )?"
    r"(?:(?:The|Any|Each|All|We \w+ (?:suggest|recommend|propose) that(?: the)?) )?"
    r"(?:[\w’'-]+ ){0,3}?(?:mayor|governor|attorneys? general|commissioners?|ministers?|secretary|inspectorates?"
    r"|inspectors"
    r"|(?<!human resources )departments?|commissions?|agency|agencies|regulators?|member states|governments?"
    r"|Executive|Congress|Parliament|[Cc]ouncil|Labou?r Code|tax code)(?: alone)?"
    r" (?:then |also )?"
    r"(?:may|can|would|will|shall|must|should|ought to|needs? to|is advised to|is to|are to|has to|extend)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the )?\Z")  # who tells of it, not whose it is
_BOTH = re.compile(r"\b(?:either (?:party|side)|both (?:parties|sides)|the parties|social partners)\b", re.IGNORECASE)
_UNIONS_DO = re.compile(r"\b(?:[Uu]nions?|[Ll]ocals|[Ss]tewards)\b(?=[^.;]{0,40}\b(?:must|should|need)\b)")
# What only an employer can do, even where a government is asked to see to it.
_AT_WORK = word_set(
    "human_oversight monitoring_limits discipline_limits explanation_contest audit pace_quotas advance_notice"
    " bargaining_unit_work likeness_consent transfer_recall joint_committee equipment_costs wage_protection"
)
_TO_EMPLOYERS = re.compile(r"\b(?:employers|businesses|HR (?:teams|leaders|departments))\b", re.IGNORECASE)
_LAW_FIRM = re.compile(r"\b(?:LLP|PLLC|P\.C\.)\Z")
_OF_GOVERNMENT = frozenset({"public_incentives", "training", "automation_tax"})


def advises_employers(reading: Reading) -> bool:
    """Whether a text is written for employers: its title names them, or a law firm gives it out."""
    document = reading.document
    return bool(_TO_EMPLOYERS.search(document.title or "") or _LAW_FIRM.search(document.publisher or ""))


def bearer(
    directive: Directive, kind: str | None, topics: tuple[str, ...], *, to_employers: bool = False
) -> str | None:
    """Who is bound: a code of `records.codes.DUTY_BEARERS`, None where neither the words nor the form tell.

    `to_employers`: whether the text advises employers, so that its imperatives bind them.
    """
    text = directive.text
    if kind == "definition":
        return None
    if directive.force == AGREEMENT and _BOTH.search(text):
        return "both"
    if directive.force in (AGREEMENT, POLICY):
        return "employer"
    told = bound_by_demand(text)
    if _PUBLIC_ACTS.match(text) and told != "employer":
        return "government"
    if directive.force == LEGISLATION:
        public = topics[:1] and topics[0] in _OF_GOVERNMENT
        return bound_by_law(text) or ("government" if public else "employer")
    if told == "employer":
        return told
    if directive.lead and _GOVERNMENT.search(directive.lead):
        return "employer" if topics[:1] and topics[0] in _AT_WORK and not _GOVERNMENT.search(text) else "government"
    if directive.force == RECOMMENDATION:
        plainly = told in ("developer", "government") and not directive.imperative
        return told if plainly else _advised(directive, kind, to_employers)
    if told:
        return told
    verb = _DEMANDING.search(text)  # who asks stands before it
    return "government" if _GOVERNMENT.search(text, verb.end() if verb else 0) else "employer"


def _advised(directive: Directive, kind: str | None, to_employers: bool) -> str | None:
    text = directive.text
    if directive.imperative:
        if directive.heading and re.match(r"\W*workers\b", directive.heading, re.IGNORECASE):
            return "employee"
        if re.search(r"\byour (?:union|members|local|bargaining)\b", directive.text + directive.lead):
            return "union"
        return "employer" if to_employers or _BY_CONTRACT.match(text) else "union"
    if _UNIONS_DO.search(text):
        return "union"
    if re.search(
        r"\b(?:[Cc]ongress|[Ss]tates|[Gg]overnments?|[Pp]ublic agencies|[Ll]awmakers"
        r"|[Pp]olicymakers)\b[^.;]{0,30}\b(?:should|must|need)\b",
        text,
    ):
        return "government"
    return duty_bearer(text, kind)


def actor(reading: Reading, directive: Directive) -> str | None:
    """Who asks, advises or agreed: the speaker of a quote, else the name before the verb, None where none is given."""
    for found in reading.get(find_attributed):
        if found.quoted.start < directive.end and found.quoted.end > directive.start:
            return found.voice.name or found.voice.organization
    if directive.force == LEGISLATION:
        return None
    told = agreement_told(reading, directive.start, directive.end) if directive.force == AGREEMENT else None
    if told is not None and told.unions:
        return told.unions[0]
    verb = _DEMANDING.search(directive.text)
    limit = directive.start + (verb.start() if verb else len(directive.text))
    people = people_in(reading, directive.start, limit)
    named = organizations_in(reading, directive.start, limit)
    names = [name for name in named if not _ACCORDING.search(reading.text, max(0, name.start - 20), name.start)]
    if directive.force == DEMAND and people and (not names or people[0].start <= names[0].start):
        return people[0].name
    if names:
        return names[0].name
    publisher = reading.document.publisher
    return publisher if directive.force == RECOMMENDATION and not directive.quoted else None


def addressee(directive: Directive) -> str | None:
    """Whom a demand or an advice names as the one who should act, None where it names none."""
    if directive.force not in (DEMAND, RECOMMENDATION):
        return None
    match = _ADDRESSED.search(directive.text) or _ADDRESSED.search(directive.lead)
    return match["who"].strip() if match else None
