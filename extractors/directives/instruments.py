"""The agreement or law that a provision stands in, or that a sentence tells of."""

from __future__ import annotations

import re

from extractors.agreements import full_text
from extractors.base import Reading
from extractors.contracts.told import find_told
from extractors.directives.force import DEMAND, LEGISLATION, RECOMMENDATION
from extractors.directives.prose import Directive
from extractors.laws.find import find_legislation
from extractors.text.quick import quick
from records.facts import Agreement

# What a law is never told to do: it says must, shall or will.
_ADVICE = re.compile(
    r"^[^.;:]{0,200}?\b(?:should|ought to|(?:is|are) (?:encouraged|advised|urged|recommended) to)\b", re.IGNORECASE
)
_TOLD_LAW = quick(
    r"\b(?:bills?|acts?|laws?|ordinances?|legislation|statutes?|regulations?|directives?|measures?|SB|HB|AB|proposals?"
    r"|would|must|shall|requires?|prohibits?|bans?)\b",
    re.IGNORECASE,
)
_OF_ITSELF = quick(
    r"\bth(?:is|e requirements of this) (?:sub)?(?:section|chapter|act|part|title)\b(?! of the (?:report|guide|paper))",
    re.IGNORECASE,
)
# How a sentence before a list says that its items are what a law would do, or what somebody asks.
_LAW_WOULD = re.compile(
    r"\b(?:bill|act|ordinance|measure|legislation|amendment|statute|directive)\b[^;\n]{0,80}\b(?:would|will|does)\s*:?\s*\Z",
    re.IGNORECASE,
)
_SOMEBODY_ASKS = re.compile(
    r"\b(?:(?:is|are) (?:seeking|asking|calling|demanding|pressing|campaigning)|seeks?|calls? (?:up)?on|demands?|urges?"
    r"|wants?|asks?)\b",
    re.IGNORECASE,
)
# "Firms would have to" is what a bill says; "we must" is a demand; what a guide says is advice.
_WOULD_HAVE_TO = quick(
    r"\bwould (?:also |then |still )?(?:have to|need an?|be (?:required|obliged|barred|empowered|entitled))\b",
    re.IGNORECASE,
)
_WE_MUST = quick(r"\b[Ww]e (?:must|need|want|demand)\b")
_GUIDE_SAYS = quick(
    r"\b(?:guidance|guides?|guidelines|handbook|toolkit|report|code of practice) (?:says?|said|recommends?"
    r"|advises?|adds?)\b"
)
_UNDER_LAW = re.compile(
    r"\W*(?:Already )?[Uu]nder (?:the |an? |most )?[^,;]{2,100}\b"
    r"(?:Acts?|laws?|Directives?|Regulations?|Code|Ordinance|GDPR|statutes?)\b"
    r"[^;]{0,80}, [^;]{2,120}\b(?:must|may|shall|ha(?:s|ve) to|cannot|can|are|is)\b"
)
_ASKS_LAWMAKERS = quick(
    r"\b(?:urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:up)?on|press(?:es|ed|ing)?|ask(?:s|ed|ing)?)"
    r" (?:the |state |federal )?"
    r"(?:Senate|Congress|House|[Ll]awmakers|[Ss]enators|[Gg]overnments?|[Gg]overnor|[Mm]inisters?|Parliament"
    r"|[Ll]egislat(?:ors|ure)|Commission) to\b"
)
_RULES = quick(r"\b(?:shall|must|may|means)\b", re.IGNORECASE)


def name_of_text(reading: Reading) -> str | None:
    """The name of the agreement or law that the document is, None where it gives none."""
    if reading.document.document_type == "agreement":
        return next((agreement.name for agreement in reading.get(full_text)), None)
    laws = [law for law in reading.get(find_legislation) if law.named]
    return laws[0].name if laws else None


def agreement_told(reading: Reading, start: int, end: int) -> Agreement | None:
    """The agreement that the text from `start` to `end` tells of, None where it names none."""
    told = reading.get(find_told)
    return next((a for a in told if a.span.start < end and a.span.end > start), None)


def instrument(directive: Directive) -> str:
    """What a told sentence is, a code of `records.codes.INSTRUMENTS`: by the force it was found by and its words.

    An item that says "should" is no law's, whatever leads its list; a rule that speaks of "this section" is.
    """
    text, lead = directive.text, directive.lead
    if lead and directive.force in (DEMAND, LEGISLATION):
        if _SOMEBODY_ASKS.search(lead) and not _TOLD_LAW.search(text.partition(" right ")[0]):
            return DEMAND
        if _LAW_WOULD.search(lead) and not _SOMEBODY_ASKS.search(lead):
            return LEGISLATION
    if directive.force == LEGISLATION and _ADVICE.match(text) and not _TOLD_LAW.search(text):
        return RECOMMENDATION
    if directive.force == LEGISLATION and _ASKS_LAWMAKERS.search(text):
        return DEMAND
    if directive.force not in (DEMAND, RECOMMENDATION):
        return directive.force
    if _UNDER_LAW.match(text):
        return LEGISLATION
    if not directive.quoted and (_WOULD_HAVE_TO.search(text) or (_OF_ITSELF.search(text) and _RULES.search(text))):
        return directive.force if _SOMEBODY_ASKS.search(text) else LEGISLATION
    if _GUIDE_SAYS.search(text):
        return RECOMMENDATION
    return DEMAND if _WE_MUST.search(text) else directive.force
