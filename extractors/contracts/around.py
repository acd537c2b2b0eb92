"""What stands around the telling of an agreement: the employer after "with", who "the union" is, and the term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractors.base import Reading
from extractors.contracts.named import written
from extractors.names.organizations import Name, find_organizations, organizations_in
from extractors.text.dates import MONTHS, DateMention, dates
from extractors.text.sentences import body_sentences

_MADE_WITH = re.compile(
    r"\b(?:agreements?|contracts?|deals?|pacts?|settlements?|extension|CBA|MOU)\b(?:(?!\b(?:with"
    r"|at)\b)[^,;:.]){0,60}\b(?:with|at)\s"
    r"(?:the\s|its\s|their\s)?(?:(?:employers?[’']?|management at|company|firm|operator|association|group"
    r"|giant|carrier|chain)\s){0,3}"
    r"(?P<name>[A-Z][\w’'&-]*(?:\.[a-z]{2,3}\b)?(?:\s(?:(?:of|and|for|the|&)\s)?[A-Z][\w’'&-]*){0,6})"
)
_WORKING_AT = re.compile(
    r"\b(?:members|workers|employees|staff|nurses|journalists|writers)"
    r"(?:\s(?:of|with|in)\s(?:the\s)?[A-Z][\w’'&-]*(?:\s[A-Z0-9][\w’'&-]*){0,4})?\sat\s(?:the\s)?"
    r"(?P<name>[A-Z][\w’'&-]*(?:\s(?:(?:of|and|for|the|&)\s)?[A-Z][\w’'&-]*){0,5})"
)
_NO_EMPLOYER = re.compile(
    rf"(?:Congress|AI|Artificial|{MONTHS}"
    r"|\w+day|American|President|Mayor|Gov|Governor|Local|Union|Guild|Europe|Canada|Mexico|China|Japan)\b"
)
_UNION_NOUN = re.compile(r"\s(?:[a-z]+\s)?(?:trade\s)?union\b")  # "with the Swedish trade union …"
_THE_UNION = re.compile(
    r"\b(?:[Tt]he|[Tt]heir|[Oo]ur|[Ii]ts|[Tt]he\s\w+[’']s?)\s(?:(?P<trade>[a-z]+(?:[’']s?)?)\s)?(?:union"
    r"|guild|local|members)\b"
    r"|\b(?:[Uu]nion|[Gg]uild)\smembers\b"
)
_FROM = re.compile(
    r"\b(?:effective|takes?\seffect|kicks?\sin|into\seffect|in\seffect|from|begins?|beginning|starting"
    r"|retroactive\sto|as\sof)\W{0,3}(?:on\s|from\s)?\Z"
)
_UNTIL = re.compile(
    r"(?:(?<!retroactive )\b(?:to|through|until|till|expir(?:es?|ing)|ends?|ending|runs\sthrough)"
    r"\W{0,3}(?:on\s|the\s)?|[-–—]\s?)\Z"
)
_OF_THE_DEAL = re.compile(
    r"\b(?:contract|agreement|deal|pact|extension|CBA|terms)\b|\bIt\s(?:runs|expires|takes|is\seffective)\b"
)
_OTHER_TERM = re.compile(
    r"\b(?:current|previous|prior|old|existing|expired|last|former|earlier)\s(?:[\w-]+\s){0,2}"
    r"(?:contract|agreement|deal|pact)\b|\b(?:set|due)\sto\sexpire\b|\bhad\sexpired\b"
)


@dataclass(frozen=True)
class ToldTerm:
    """First and last day that a sentence, which starts at `start`, gives for an agreement."""

    start: int
    effective_on: date | None
    expires_on: date | None


def employer_after_with(reading: Reading, start: int, end: int) -> str | None:
    """The employer of "a contract with X" or "members at X" between two offsets, known by a list or not."""
    match = _MADE_WITH.search(reading.text, start, end) or _WORKING_AT.search(reading.text, start, end)
    if match is None or _NO_EMPLOYER.match(match["name"]) or _UNION_NOUN.match(reading.text, match.end()):
        return None
    at = match.start("name")
    known = next((n for n in organizations_in(reading, max(start, at - 4), end) if n.start <= at < n.end), None)
    if known is not None:
        return None if known.kind in ("union", "federation", "legislature") else written(known)
    return re.sub(r"(?:[’']s.*|\s(?:of|and|for|the|&))+$", "", match["name"]) or None


def union_meant(reading: Reading, start: int, end: int) -> Name | None:
    """The union that "the union", "the actors’ union", "union members" between two offsets means, None if unclear."""
    match = _THE_UNION.search(reading.text, start, end)
    if match is None:
        return None
    every = [n for n in reading.get(find_organizations) if n.kind == "union"]
    trade = re.sub(r"[’']?s?$", "", match["trade"] or "")
    fitting = [n for n in every if len(trade) > 3 and trade in n.name.casefold()]
    before = [n for n in every if n.start < match.start()]
    if fitting:
        return fitting[0]
    if before:
        return before[-1]
    return every[0] if len({n.name for n in every}) == 1 else None


def told_terms(reading: Reading) -> tuple[ToldTerm, ...]:
    """The terms that sentences give for an agreement made: "effective May 1, 2031 to April 30, 2035"."""
    return tuple(_terms(reading))


def _terms(reading: Reading) -> Iterator[ToldTerm]:
    for sentence in reading.get(body_sentences):
        text = sentence.text[:1_500]
        if not re.search(r"(?:19|20)\d\d", text) or not _OF_THE_DEAL.search(text):
            continue
        days = [m for m in dates(text, None) if m.day and not m.relative]
        first = _day(text, days, _FROM)
        last = _day(text, days, _UNTIL)
        if (first or last) and not (first and last and last < first):
            yield ToldTerm(sentence.start, first, last)


def _day(text: str, days: list[DateMention], cue: re.Pattern[str]) -> date | None:
    """The first day that a cue stands before, in a clause that does not speak of an earlier agreement."""
    for mention in days:
        before = text[max(0, mention.start - 90) : mention.start]
        if cue.search(before[-30:]) and not _OTHER_TERM.search(before.rsplit(", ", 1)[-1]):
            return mention.day
    return None
