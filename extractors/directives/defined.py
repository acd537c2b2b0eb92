"""The names that a document gives to a technology: "electronic technology (E-Tech)", “System” means a time clock."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractors.base import Reading
from extractors.directives.technologies import MEDIUM, STRONG, WEAK, Term

_DEFINED = re.compile(
    r"\((?:the |hereinafter |collectively |or "
    r"|referred to as ){0,3}[“\"]?(?P<short>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})[”\"]?\)"
    r"|[“\"](?P<term>[A-Z][\w -]{1,40})[”\"] (?:means|shall mean|is defined|refers)"
)
_ROW_OF_THINGS = re.compile(r"[,:]|\bany of\b")
# A product by its name: "Orion, an electronic scheduling system".
_APPOSED = re.compile(
    r"\b(?P<name>[A-Z][\w-]{2,}(?: [A-Z][\w-]+)?), (?:an?|the|its) (?:[\w/-]+ ){1,4}"
    r"(?:systems?|software|platform|application|tool|technology)\b"
)
# What some agreements consult about: "a major change to production, program, organisation, structure or technology".
_MAJOR_CHANGE = re.compile(r"\bmajor changes?\b[^.;:]{0,120}\btechnolog", re.IGNORECASE)
_TOOL = re.compile(
    r"\b(?:Systems?|Tools?|Software|Platform|App|Application|Program|Equipment|Devices?|Technology"
    r"|Data|Cameras?|Clocks?|Recorders?|Units?)$"
)
_NOT_DEFINING = frozenset({"remote", "recording", "learning", "data"})
# Names of files and offices, not of tools at work: "Crime Records Data System (CRDS)", "Information Systems (IS)".
_OF_RECORDS = re.compile(
    r"(?:database|data ?base|data system|(?:information|records?) (?:system|technolog|management system))\w*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:Union|Employer|Company|County|City|State|Agency|Association|Guild|Employees?|Agreement"
    r"|Parties|Article|Section|College|University|Department|Office|Board|Committee|Act|Section|Days?"
    r"|IT|Member|Teamsters|District|Division|Bureau|Month|Year|Hours?|Notice"
    r"|Appendix|Exhibit|Schedule|Attachment|Addendum|Letter)\b"
    r"|^(?:[A-Z]|[IVX]+|\d+)$|^(?:Inc|USA|U\.S)"
)


def defined_terms(reading: Reading, terms: Sequence[Term]) -> dict[str, str]:
    """Names a document gives to a technology, with their strength: "electronic technology (E-Tech)".

    The definition itself must name a technology: right before the brackets, or early after "means".
    """
    found: dict[str, str] = {}
    telling = [
        t for t in terms if not (t.strength == WEAK or t.family in _NOT_DEFINING or _OF_RECORDS.fullmatch(t.text))
    ]
    starts = [t.start for t in telling]
    for match in _DEFINED.finditer(reading.text):
        name = match["short"] or match["term"]
        if not 1 < len(name) < 40 or _NO_NAME.search(name):
            continue
        low, high = (match.start() - 70, match.start()) if match["short"] else (match.end(), match.end() + 90)
        near = telling[bisect_left(starts, low) : bisect_left(starts, high)]
        if match["term"]:
            near = [t for t in near if not _ROW_OF_THINGS.search(reading.text, match.end(), t.start)]
        if match["short"] and not _TOOL.search(name):
            near = [t for t in near if t.end >= match.start() - 4]
        if near:
            found[name] = STRONG if any(t.strength == STRONG for t in near) else MEDIUM
    for match in _APPOSED.finditer(reading.text):
        near = telling[bisect_left(starts, match.end("name")) : bisect_left(starts, match.end())]
        if near and not _NO_NAME.search(match["name"]):
            found[match["name"]] = STRONG if any(t.strength == STRONG for t in near) else MEDIUM
    if _MAJOR_CHANGE.search(reading.text):
        found["major change"] = MEDIUM
    return found


def pattern_of(defined: dict[str, str]) -> re.Pattern[str] | None:
    """What finds the names a document defined; those without a capital in any letters, and in the plural."""
    if not defined:
        return None
    names = sorted(defined, key=len, reverse=True)
    return re.compile(
        r"\b(?:" + "|".join(f"(?i:{name}s?)" if name.islower() else re.escape(name) for name in names) + r")\b"
    )


def mentions(
    text: str, named: re.Pattern[str] | None, defined: dict[str, str], known: Sequence[Term]
) -> Iterator[Term]:
    """Where `named` finds names of `defined` in `text`, as terms; not where `known` has a strong one already."""
    if named is None:
        return
    taken = {t.start for t in known if t.strength == STRONG}
    for match in named.finditer(text):
        if match.start() not in taken:
            yield Term(match.start(), match.end(), match.group(), defined.get(match.group(), MEDIUM), "defined")
