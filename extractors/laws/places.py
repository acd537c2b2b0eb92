"""Whose law it is: from its number, its name, the bodies and places around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from extractors.base import Reading
from extractors.laws.known import known_laws, law_key, only_resembles
from extractors.laws.numbers import Written
from extractors.names.jurisdictions import (
    Place,
    code_of,
    find_places,
    leading,
    leading_state,
    only_place,
    state_of_towns,
)
from extractors.text.quick import quick
from extractors.text.sentences import Sentence, sentences

_STATE_FAMILY = {"LD": "US-ME", "Legislative Document": "US-ME", "LB": "US-NE", "Assembly Bill": None}
_OWNS = re.compile(r"[\s(]{0,3}|[’']s?\s(?:[\w-]+\s){0,3}\(?")
_AMERICAN = re.compile(
    r"\b(?:Reps?\.|Sens?\.|Representatives? [A-Z]|Senators? [A-Z]|Congress\w*|the (?:House|Senate)\b(?! of (?:C|L))"
    r"|Senate [A-Z]\w+ Committee)"
)
_BRITISH = re.compile(r"\b(?:the Commons|the Lords|MPs?\b|peers|(?:Lord|Baroness) [A-Z])")
_WEIGHT = quick(r"\b(?:introduc|unveil|sign|pass|veto|propos|announc)\w*", re.IGNORECASE)


def jurisdiction_of(reading: Reading, members: list[Written], family: str | None) -> str | None:
    """The jurisdiction of a law mentioned as `members`: ISO code, `EU`, several joined by `;`, None where unclear.

    It follows from the numbering, else from a place in the name or before it, else from the lexicon, else from the
    bodies and places of the sentences that tell of it, else from the document's.
    """
    fixed = _by_number(reading, members, family)
    if fixed:
        return fixed
    for law in members:
        for place in filter(
            None, (law.owner, *re.split(r"\s", law.name or "")[:1], " ".join((law.name or "").split()[:2]))
        ):
            if (code := code_of(place)) and place not in ("American", "America", "Congressional"):
                return code
    for law in members:
        for place in re.findall(r"\(([A-Z][A-Za-z ]{3,20})\)", law.name or ""):
            if code := code_of(place):
                return code
    for law in members:
        for name in filter(None, (law.name, law.short)):
            if (known := known_laws().get(law_key(name))) and known[1] and not only_resembles(name, known[0]):
                return known[1]
    found = _from_context(reading, members) or (None if family else _by_offices(reading, members[:12]))
    return found or (None if family else state_of_towns(reading) or only_place(reading))


def _by_number(reading: Reading, members: list[Written], family: str | None) -> str | None:
    if family in ("federal", "eu"):
        return {"federal": "US", "eu": "EU"}[family]
    if family == "canada":
        if any(re.search(r"-\d", w.number or "") for w in members):
            return "CA"  # only bills of the federal parliament have a letter
        return _near_state(reading, members, "CA-") or leading_state(reading, "CA-") or "CA"
    if family == "local":
        return "US-NY"  # only New York numbers local laws so
    if family in ("state", "ballot"):
        number = next(w.number for w in members if w.number)
        prefix = re.sub(r"[\s\d-].*|\sNo\..*", "", number) if number.isupper() else " ".join(number.split()[:2])
        if fixed := _STATE_FAMILY.get(prefix):
            return fixed
        if any(re.search(r"Washington(?:[’']s)?\s$", reading.text[max(0, w.start - 14) : w.start]) for w in members):
            return "US-WA"
        return _near_state(reading, members) or leading_state(reading)
    if family == "order":
        if any(re.search(r"N-\d|\d{4}-\d|\b\d{1,3}-\d\d\b", w.number or "") for w in members):
            return _near_state(reading, members) or leading_state(reading)
        near = _near_state(reading, members[:1])
        text = reading.text[max(0, members[0].start - 120) : members[0].start]
        return near if near and "Gov" in text else "US"
    return None


def _near_state(reading: Reading, members: list[Written], country: str = "US-") -> str | None:
    """The state or province that the sentences of the mentions name most, one that owns the law before all."""
    counts: Counter[str] = Counter()
    for law in members[:12]:
        sentence = sentence_at(reading, law.start)
        for place in reading.get(find_places):
            if sentence.start <= place.start < sentence.end and place.code.startswith(country):
                between = reading.text[place.end : law.start]
                counts[place.code] += 3 if _OWNS.fullmatch(between) else 1
    return counts.most_common(1)[0][0] if counts else None


def sentence_at(reading: Reading, offset: int) -> Sentence:
    """The sentence in which `offset` lies."""
    return reading.get(sentences)[max(0, bisect_right(reading.get(sentence_starts), offset) - 1)]


def sentence_starts(reading: Reading) -> list[int]:
    """Where the sentences of the document start, in order."""
    return [sentence.start for sentence in reading.get(sentences)]


def _from_context(reading: Reading, members: list[Written]) -> str | None:
    """From the bodies and seats in the sentences that tell of it, else in the whole document, else from places."""
    ranked = sorted(members[:12], key=lambda w: not _WEIGHT.search(sentence_at(reading, w.start).text))
    near = []
    for law in ranked[:4]:
        sentence = sentence_at(reading, law.start)
        near.append([p for p in reading.get(find_places) if sentence.start <= p.start < sentence.end])
    for places in near:
        if code := _agreed([p for p in places if p.kind != "place"]):
            return code
    if code := leading(reading):
        return code
    return next((code for places in near if (code := _agreed(places))), None)


def _by_offices(reading: Reading, members: list[Written]) -> str | None:
    """From the offices near it where the document names no place: "Rep.", "the Senate" are the United States'."""
    if any(place.code != "US" for place in reading.get(find_places)):
        return None
    told = [sentence_at(reading, law.start).text for law in members]
    if any(_BRITISH.search(text) for text in told):
        return "GB"
    return "US" if any(_AMERICAN.search(text) for text in told) else None


def _agreed(places: list[Place]) -> str | None:
    for kinds in (("body",), ("seat",), ("body", "seat"), ("place",)):
        codes = {place.code for place in places if place.kind in kinds}
        if len(codes) == 1:
            return codes.pop()
        if codes == {"EU", "US"}:
            return "EU;US"
        states = {code for code in codes if "-" in code}
        if len(states) == 1 and codes - states == {"US"} and kinds != ("place",):
            return "US"
    return None
