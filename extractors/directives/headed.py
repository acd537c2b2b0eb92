"""Sentences that stand under a heading on technology: whether they go on about it, or about pay, leave or injuries.

A section called "Remote Work" or "Time Clocks" also says what holds for everybody. A sentence there that names no
technology counts where it refers to the matter ("such requests", "this Section", "the notice"), takes up a word of the
heading, or speaks of the place or the record that the heading is on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractors.directives.technologies import technologies
from extractors.text.tokens import word_set

_MATTER = (
    r"(?:requests?|arrangements?|(?-i:agreements?)\b|assignments?|denials?|rescissions?|appeals?|pilots?|programs?"
    r"|systems?|devices?|equipment|software|technolog\w+|methods?|changes?|implementation|introduction|data|information"
    r"|recordings?|footage|images?|logs?|entries|entry|edits?|corrections?|alterations?|messages?|passwords?"
    r"|notice|notification|experts?|issues?|matters?|disputes?|disagreements?|committee|panel|task force|working group"
    r"|meetings?|discussions?|consultations?|negotiations|decisions?|determinations?|explanation|evaluation|review"
    r"|test(?:s|ing)?|trial|use|usage|monitoring|surveillance|tracking|investigations?|violations?|misuse"
    r"|training|courses?|retraining|displacement|lay-?offs?|effects?|impacts?"
    r"|article|section|paragraph|subsection|policy|policies|procedures?|letter|memorandum|appendix)\b"
)
_POINTS = re.compile(rf"(?:\b(?:such|this|these|those|said)\s+(?:(?!of\b)[\w’'-]+\s+)?|^\W*){_MATTER}", re.IGNORECASE)
_REFERS = re.compile(
    r"\b(?:the|any|all|an?|no|each|individual|requested|approved|unresolved|their|its|if)\s+"
    rf"(?:(?!work\b|state\b|above\b)[\w’'-]+\s+){{0,2}}?{_MATTER}",
    re.IGNORECASE,
)
# What follows for people where work changes, and who is told.
_CONSEQUENCE = re.compile(
    r"\b(?:displac\w+|lay-?offs?|laid[ -]off|severance|(?:re)?train\w*|reassign\w*|transfer\w*|recall\w*|bump\w*"
    r"|vacanc\w+|classifications?|rates?|redundan\w+|attrition|re-?deploy\w*|jobs?|positions?|qualif\w+"
    r"|early retirement|union|association|guild)\b",
    re.IGNORECASE,
)
_CHANGES = frozenset({"change", "automation", "automated", "equipment", "ai"})
_TAKES_UP = re.compile(
    r"\b(?:alternate|alternative|home|central|remote|off-?site) (?:work ?)?(?:site|space|place|location|station)s?\b"
    r"|\bwork(?:place|space|station)s? (?:at|in) (?:the |their )?homes?\b|\bpunch\w*"
    r"|\bclock(?:s|ed|ing)? (?:in|out|on|off)\b|\btime ?cards?\b|\brecords? of (?:the|their) time\b"
    r"|\bswip\w+|\bbadg\w+|\bdownload\w*|\bergonomic\w*"
    r"|\bconnectivity\b|\bvirtual\w*|\b(?:dis)?abled\b|\bdeactivat\w+|\bdisplac\w+|\bretrain\w*|\bautomat\w+"
    r"|\belectronic\w*|\bonline\b|\bdigital\w*|\bcomputer\w*|\bequipment\b|\bdevices?\b|\bsoftware\b|\bfilm\w*"
    r"|\bview(?:ed|ing)? (?:the|any|their)\b|\bparties\b",
    re.IGNORECASE,
)
# What holds for everybody, under whatever heading: it needs more than a word like "the request" to be on technology.
_OTHER = re.compile(
    r"\bhours (?:of work|worked)\b|\bwork hours\b|\bwork schedules?\b|\bovertime\b"
    r"|\b(?:sick|paid|annual) leave\b|\bvacation\b|\bcompensatory time\b|\bleave without pay\b|\bholidays?\b"
    r"|\binjur\w+|\b(?:personal|state|company) property\b|\bjury\b|\bweather\b|\bseniority\b|\bmileage\b|\bmeals?\b"
    r"|\brest periods?\b|\bprobation\w*"
    r"|\bfringe\b|\bbenefits?\b|\bretire\w*|\bwages, hours\b|\bshift differential\b|\bpay ?checks?\b|\bpay ?days?\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")
_STEM = 6
_COMMON = word_set(
    "work workin employ emplo person genera provis time times hours hour sectio articl agreem other others right rights"
    " policy polici state county city union compan public with from record new newly operat job jobs use used pay"
)


def speaks_of(text: str, headings: Sequence[str]) -> bool:
    """Whether a sentence under `headings` on technology, of which it names none, is on their matter all the same."""
    if _POINTS.search(text) or (_CONSEQUENCE.search(text) and any(_is_on_change(heading) for heading in headings)):
        return True
    if _OTHER.search(text):
        return False
    return _REFERS.search(text) is not None or _TAKES_UP.search(text) is not None or bool(_stems(text) & _of(headings))


@cache
def _is_on_change(heading: str) -> bool:
    return any(term.family in _CHANGES for term in technologies(heading))


def _of(headings: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*(_heading_stems(heading) for heading in headings))


@cache
def _heading_stems(heading: str) -> frozenset[str]:
    return _stems(heading)


def _stems(text: str) -> frozenset[str]:
    """The first letters of the words that tell one subject from another."""
    stems = {word[:_STEM] for word in _WORD.findall(text.lower())}
    return frozenset(stems - _COMMON)
