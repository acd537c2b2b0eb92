"""Days as texts write them: full dates, and words that are clearly relative to the day of publication.

Only a full date is a day: "March 2026" or "1 November" alone has none (`day` is None for a day without its year).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.text.quick import quick

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
"""The alternatives of a pattern."""
_MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december")  # fmt: skip
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    rf"(?P<month>{MONTHS}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+(?:the\s+)?)?"
_ABSOLUTE = (
    quick(rf"\b{_WEEKDAY}{_MONTH}\s{{1,3}}{_DAY}\b(?:,?(?:\s{{1,3}}of)?\s{{1,3}}(?P<year>(?:19|20)\d\d)\b)?(?!\s?[,.]?\d(?!\d?:\d\d))"),
    quick(rf"\b{_WEEKDAY}{_DAY}(?:\s{{1,3}}day)?(?:\s{{1,3}}of)?\s{{1,3}}{_MONTH}\b(?:,?\s{{1,3}}(?P<year>(?:19|20)\d\d)\b)?"),
    re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d|-\d)"),
)  # fmt: skip
_SLASHED = quick(r"(?<![\d/])(?P<first>[0-3]?\d)/(?P<second>[0-3]?\d)/(?P<year>(?:(?:19|20)\d\d|\d\d))(?![\d/])")
_RELATIVE = re.compile(
    r"\b(?P<word>today|yesterday|tomorrow|this\s+morning|this\s+afternoon|this\s+evening|tonight|earlier\s+today|last\s+night)\b"
    rf"|\b(?P<which>(?:on|last|next|this(?:\s+past)?|late|early)\s+)(?P<weekday>{'|'.join(_DAY_NAMES)})\b(?!\s*,?\s*(?:\d|[A-Z][a-z]+\.?\s\d))"
    rf"|(?<![-\w])(?P<bare>(?-i:{'|'.join(_DAY_NAMES).title()}))\b(?![-’'/])(?!\s*,?\s*(?:\d|[A-Z][a-z]+\.?\s\d))",
    re.IGNORECASE,
)
# Weekdays that are no one day, or only part of a name: "every Friday", "from Monday to Friday", "Black Friday".
_NO_DAY = re.compile(
    r"\b(?:every|each|an?|any|of|or|and|by|until|through|to|from|between|Black|Cyber|Good|Super|Ash|Giving|Tip|Throwback"
    r"|Bloody|Fridays? for|[Mm]ost|[Ss]ome)\s+\Z|\(\Z"
)
_NO_DAY_AFTER = re.compile(r"\s+(?:through|to|until|and|or)\s+(?:\w+day|\d)|\s+(?:Night|Morning|Group|Club)\b")
_TO_COME = re.compile(
    r"\b(?:will|set to|scheduled|plan(?:s|ned|ning)? to|expected to|going to|upcoming|beginning|starting)\b"
    r"[^.,;]{0,60}\Z"
)
_GENERIC_TODAY = re.compile(r"[’']s?\b|\s+(?:more|than|are|is|we|many|most|as|remains?|still)\b", re.IGNORECASE)
_OFFSETS = {"yesterday": -1, "last night": -1, "tomorrow": 1}


@dataclass(frozen=True)
class DateMention:
    """A day named in a text: `text` is what stands from `start` to `end`; `day` is None where its year is unknown.

    `relative` is true where the day was worked out from the day of publication ("yesterday", "on Monday").
    """

    start: int
    end: int
    day: date | None
    text: str
    relative: bool = False


def dates(text: str, reference: date | None = None) -> tuple[DateMention, ...]:
    """The days `text` names, in order. `reference` is the day of publication that relative words are resolved against.

    A bare weekday ("on Monday") is the last such day up to `reference`, after "will" or the like the first from it on,
    with "next" the first after it. Relative words are left out where there is no reference. Slashed dates are read
    month first unless that is impossible.
    """
    found: list[DateMention] = []
    for pattern in _ABSOLUTE:
        for match in pattern.finditer(text):
            found += _mention(match, _month(match["month"]), int(match["day"]), match["year"])
    for match in _SLASHED.finditer(text):
        month, day = int(match["first"]), int(match["second"])
        if month > 12:
            month, day = day, month
        year = match["year"] if len(match["year"]) == 4 else "20" + match["year"]
        found += _mention(match, month, day, year)
    if reference:
        found += _relative(text, reference)
    return _without_overlap(found)


def first_day(text: str, reference: date | None = None) -> date | None:
    """The first day of `text` whose year is known, None where there is none."""
    return next((mention.day for mention in dates(text, reference) if mention.day), None)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(n for n, name in enumerate(_MONTH_NAMES, 1) if name.startswith(word.casefold().rstrip(".")[:3]))


def _mention(match: re.Match[str], month: int, day: int, year: str | None) -> list[DateMention]:
    try:
        made = date(int(year) if year else 2000, month, day)
    except ValueError:
        return []
    return [DateMention(match.start(), match.end(), made if year else None, match.group())]


def _relative(text: str, reference: date) -> list[DateMention]:
    found = []
    for match in _RELATIVE.finditer(text):
        if name := match["weekday"] or match["bare"]:
            before, which = text[max(0, match.start() - 100) : match.start()], (match["which"] or "").casefold()
            if not which and (_NO_DAY.search(before) or _NO_DAY_AFTER.match(text, match.end())):
                continue
            weekday = _DAY_NAMES.index(name.casefold())
            if which.startswith("next"):
                shift = (weekday - reference.weekday() - 1) % 7 + 1
            elif not which.startswith("last") and _TO_COME.search(before):
                shift = (weekday - reference.weekday()) % 7
            elif which.startswith("last"):
                shift = -((reference.weekday() - weekday - 1) % 7 + 1)
            else:
                shift = -((reference.weekday() - weekday) % 7)
        else:
            word = re.sub(r"\s+", " ", match["word"].casefold())
            if word == "today" and _GENERIC_TODAY.match(text, match.end()):
                continue
            shift = _OFFSETS.get(word, 0)
        day = reference + timedelta(days=shift)
        found.append(DateMention(match.start(), match.end(), day, match.group(), relative=True))
    return found


def _without_overlap(found: list[DateMention]) -> tuple[DateMention, ...]:
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda m: (m.start, m.day is None, -m.end)):
        if kept and mention.start < kept[-1].end:
            if kept[-1].day is None and mention.day is not None:
                kept[-1] = mention
            continue
        kept.append(mention)
    return tuple(kept)
