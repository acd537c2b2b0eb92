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
    text = directive.text
    if directive.force == LEGISLATION and _ADVICE.match(text) and not _TOLD_LAW.search(text):
        return RECOMMENDATION
    if directive.force in (DEMAND, RECOMMENDATION) and not directive.quoted:
        return LEGISLATION if _OF_ITSELF.search(text) and _RULES.search(text) else directive.force
    return directive.force
