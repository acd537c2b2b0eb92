"""What a line at the top of a text says by its form: the day of publication, the names of the authors."""

from __future__ import annotations

import re
from datetime import date

from extractors.readers.fronts_outlet import MONTH

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = rf"(?P<month{{0}}>{MONTH})\.?"
DATE = re.compile(
    rf"\b{_MONTH.format(1)}\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year1>(?:19|20)\d\d)\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH.format(2)},?\s+(?P<year2>(?:19|20)\d\d)\b"
    r"|\b(?P<year3>(?:19|20)\d\d)[/-](?P<month3>\d\d)[/-](?P<day3>\d\d)(?!\d)"
    r"|\b(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<year4>(?:19|20)?\d\d)\b",
    re.IGNORECASE,
)
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"(?:\d{1,2}[:.]?\d\d\s*(?:hrs|[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}\b)?,?\s*(?:on\s+)?)?"
_LABEL = re.compile(
    r"\W*(?:(?:(?:article )?published|posted|released?|issued|created|date|dated|(?:publication|release|issue) date"
    r"|submitted by \w+|for immediate release|immediate release|press release|embargo(?:ed)?(?: until)?"
    r"|(?:news|media) release|(?:press |media )?statement|first published|last published|\d+ min(?:ute)?s? read"
    r"|(?:news|blog|opinion|analysis|commentary|articles?|features?|insights?|updates?)(?=\s*[|·•/:–—-]))\b"
    r"[\s:|,·•/–—-]*(?:on\b|at\b)?[:\s]*){0,3}" + _CLOCK + _DAY,
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s|,•·–—-]*(?:(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5}T?)?)?[\s"
    r"|•·–—-]*(?:\d+ min(?:ute)?s?(?: read)?)?[\s|•·,–—-]*(?:\(?\d+ \w+ ago\)?)?"
    r"(?:(?:last )?(?:updated|modified|edited)\b.{0,60}|\|\s*(?:press|news|media) release\b.{0,80}"
    r"|(?:by|in)\s+(?-i:[A-Z])[^\n.]{2,50})?\W*",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[^!?:;]{0,60}?[\s,(–—-]*")
_TODAY = re.compile(r"today,?\s*\(?", re.IGNORECASE)
_BYLINED = re.compile(
    r"(?:(?:written|published|posted|submitted)\s+)?by:?\s+[^\n]{2,60}?(?:\s+(?:on|at)|\s*[·•|,–—-])?\s+",
    re.IGNORECASE,
)
_NAMED = re.compile(  # "Brussels, 3 March 2026", "Ann Lee • 3 March 2026"
    r"[A-ZÀ-Þ](?:[^\W\d.]|[’'])*\.?(?:,? (?:D\.C\.|[A-ZÀ-Þ](?:[^\W\d.]|[’'])*\.?)){0,3},?\s*"
    r"(?:[|·•–—-]\s*|(?<=[\s,])|\s)\s*"
)
_PLACED = re.compile(  # "March 3, 2026 Portville, VA"
    r"\s+[A-ZÀ-Þ][\w.’-]+(?: [A-ZÀ-Þ][\w.’-]+){0,2},\s*(?:D\.?C\.?|[A-Z][A-Za-z.]{1,12})\W*"
)
_HAPPENS = re.compile(
    r"\b(?:vote|meeting|conference|summit|rally|hearing|events?|strike|deadline|effective|expires?|through|until|from|to"
    r"|since|updated|modified|adopted|signed|amended|revised|approved|act|order|agreement|contract|born)\b",
    re.IGNORECASE,
)
_DASH = re.compile(r"\)?\s*(?:[-–—:…]|\.\.\.|\(|//|/\s?[A-Z])")
_AMERICAN = re.compile(r"D\.?C\.?|WASHINGTON|Washington|,\s*[A-Z][a-z.A-Z]{1,5}\b|U\.S\.")
BYLINE = re.compile(r"(?:written\s+)?by:?\s+(?P<names>[^|•\n]{3,90}?)\s*(?:[|•·–—].*)?", re.IGNORECASE)
NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s+(?:de|van|von|der|la|le|bin|al|di|da|[A-Z][\w.'’-]*)){1,4}")
_OFFICE = re.compile(r"(?:representatives?|senators?|sens?|reps?|mr|ms|the)\b\.?", re.IGNORECASE)
BARS = re.compile(r"\s+[|•·]\s+")
LONG_LINE = 120  # characters from which a line with a date is the text's beginning, not a dateline alone


def published(text: str) -> date | None:
    """The full date a line or dateline gives: alone, after "Published", "Today", a place or a byline, before a dash."""
    parts = BARS.split(text) if len(text) <= LONG_LINE else []
    if len(parts) > 2 and (days := [day for part in parts if (day := published(part.strip()))]):
        return days[0]
    head = text[:200]
    match = DATE.search(head)
    if match is None or (len(text) > 120 and match.start() > 80):
        return None
    before, after = head[: match.start()], head[match.end() :]
    american = bool(_AMERICAN.search(before))
    if _LABEL.fullmatch(before) and (
        _AFTER.fullmatch(after) or _DASH.match(after) or re.search("release|published|posted|issued", before, re.I)
    ):
        return as_date(match, american=american)
    if (_TODAY.fullmatch(before) and after[:1] in ",) ") or re.fullmatch(r"date\s+", before):
        return as_date(match, american=american)
    alone = bool(_AFTER.fullmatch(after)) or (not before and bool(_PLACED.fullmatch(after)))
    if alone and not before.strip():
        return as_date(match, american=american)
    label = _LABEL.match(before)
    if alone and label and label.group().strip() and _NAMED.fullmatch(before[label.end() :] + " "):
        return as_date(match, american=american)
    if before.startswith("(") and after.startswith(")") and _NAMED.fullmatch(before[1:]):
        return as_date(match, american=american)
    if alone and (_BYLINED.fullmatch(before) or (_NAMED.fullmatch(before) and not _HAPPENS.search(before))):
        return as_date(match, american=american)
    caps = sum(c.isupper() for c in before) or american
    if caps and _DATELINE.fullmatch(before) and len(before.split()) <= 8 and _DASH.match(after):
        return as_date(match, american=american)
    return None


def as_date(match: re.Match[str], *, american: bool = False) -> date | None:
    """The day a match of DATE names; of 1/2/26 only where the order of day and month is certain."""
    held = match.groupdict()
    if held["a"]:
        first, second = int(held["a"]), int(held["b"])
        if first > 12 or (second <= 12 and first != second and not american):
            if not (first > 12 >= second):
                return None
            first, second = second, first
        year = int(held["year4"])
        return _day(year + 2000 if year < 100 else year, first, second)
    if held["year3"]:
        return _day(int(held["year3"]), int(held["month3"]), int(held["day3"]))
    which = "1" if held["year1"] else "2"
    return _day(int(held["year" + which]), _MONTHS[held["month" + which].lower()], int(held["day" + which]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def byline(text: str) -> tuple[str, ...]:
    """The names in "By Ann Lee and Bo Ray", none where the line says more than names."""
    if len(text) > 120:
        return ()
    match = BYLINE.fullmatch(text.strip())
    if match is None:
        return ()
    named = match.group("names")
    day = DATE.search(named)
    named = named[: day.start()] if day else named
    parts = [part.strip(" ,.") for part in re.split(r",|;|&|\band\b", named)]
    names = tuple(part for part in parts if NAME.fullmatch(part) and not _OFFICE.match(part))
    return names if len(names) == len([part for part in parts if part]) else names[:1]
