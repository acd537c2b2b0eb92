"""Events: what happened or will happen, of which kind, when, where and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.happenings.calendars import dated_above, letter_news, listed
from extractors.happenings.find import Trigger, kind_of, triggers
from extractors.names.organizations import organizations_in
from extractors.text.dates import MONTHS, DateMention, dates, first_day
from extractors.text.marks import find_quoted
from extractors.text.patterns import is_cut_off, portions
from extractors.text.sentences import HEADLINE, Sentence, body_sentences
from extractors.text.tokens import word_set
from records.facts import Event, Fact

_PLACE = re.compile(
    r"\b(?:in|at)\s+(?P<place>(?:the\s+)?(?:(?:St|Ft|Mt)\.\s|[A-Z][\w’'-]+[ ,]{0,2}|D\.C\.|of\s){1,5})(?<![ ,])"
)
_NO_PLACE = re.compile(
    rf"(?:{MONTHS}|Congress|AI|Monday"
    r"|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday|Act|Summit|Conference|Forum|Convention|FY\d*|House|Senate|English|Spring|Summer|Fall|Winter)\b"
    r"|.*\b(?:Review|Workers|Ceremony|Transactions|Meet-?up|Technology|Program(?:me)?|Journal|Report|Statement|Letter|Law"
    r"|Session|Meeting|Plan|Bill|Appropriations|Services|Affairs|Security|Health|Education|Intelligence|Science|Medicare"
    r"|Medicaid|Advantage|Awards?|Week|Day|Committee|Court|Agenda|Challenge|Initiative)\Z|Medicare\b"
)
_OPENING_SENTENCES = 6
_LEAD_SENTENCES = 3  # of those that end as sentences do
_MONTH = rf"(?:{MONTHS})"
_WHEN = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight|(?:last|this|next) (?:week"
    rf"|month|weekend|night)|[Ii]n {_MONTH}\b|{_MONTH}\s+(?:\d|20\d\d)|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH})"
)
_ONCE_BEFORE = re.compile(
    r"\blast (?:went|struck|walked|time)\b|\bprevious(?:ly)?\b|\bearlier\b|\byears ago\b"
    r"|\b[Tt]he (?:19|20)\d\d\b[^.;]{0,40}\b(?:strike|walkout|layoffs|lawsuit|agreement|contract)\b"
)
_MANY = re.compile(
    r"\b(?:companies|corporations|employers|firms|businesses|industries|bosses|executives"
    r"|CEOs)\b",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]heir) (?:(?:newly|recently|just|now)[- ](?=ratif|reach|sign|approv)"
    r"|(?:\w+ )?(?=(?:agreement|deal|contract) (?:was|came)\b))"
)
# Days that a stretch of time begins or ends with, and deadlines.
_STRETCH = re.compile(r"\b(?:[Bb]etween (?:[\w, ]{4,30} and )?|(?:by|until|through|no later than) (?:\w+day, )?)\Z")
_DATELINE = re.compile(r"\s*\)?\s*(?:/[^/\n]{2,24}/\s*)?(?:[–—]|--?\s)")  # a day that dates the text, not what it tells
# The day on which something is said of what is to come: "announced today that the panel will".
_SAID = re.compile(r"\b(?:announced|said|told|confirmed|warned|promised|pledged)\s+(?:\w+\s+)?\Z")
_LATELY = re.compile(r"\b(?:recently|already|previously|earlier)\s+(?:\w+\s+)?\Z")
_SAYS = re.compile(r"\s+(?:announced|said|told|confirmed)\b[^.;]{0,60}\bwill\b|,?\s+that\b[^.;]{0,80}\bwill\b")
# A letter or report that tells of itself came out when the text did.
_ITSELF = re.compile(
    r"\b(?:we|I)\b[^.;]{0,120}\b(?:write|am writing|are writing)\b|\bmay I contact you\b"
    r"|\bthis (?:report|paper|study|brief|working paper|policy brief)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:second|another|further|third|new|next)\s+(?:[\w-]+\s+)?(?:strike|stoppage|walkout|lawsuit|suit|hearing)\b",
    re.I,
)
_SOME_BILL = re.compile(r"\b(?:introduc\w*|unveil\w*|filed|tabled|put forward)\s+(?:a|an|another|two|several)\s")
_LAWMAKER = re.compile(
    r"\b(?:Sens?\.|Reps?\.|Senators?|Representatives?|Congress(?:wo)?man|Assembly\w+|MPP?|TD)"
    r"\s+(?:[A-Z][\w’'.-]+\s+)*?([A-Z][\w’'-]+)(?=,|\s\(|\s[a-z])"
)
_RELATIVE = re.compile(r",\s+(?:which|that|who)\s+(?:was|were|has been|is|are)?\s*(?:\w+ly\s+)?\Z")
_PROTEST = re.compile(r"\b(?:protest|rall(?:y|i)|march|demonstrat|picket|vigil)")
_COUNTED = re.compile(
    r"(?:%|\bper ?cent\b)[^.;]{0,60}\b(?:voted|ballots?|yes|in favou?r)\b|\bvotes? (?:was|were|of|to)\b"
)
_RATIFIED = re.compile(r"\bratifie[ds]\b|\bvot(?:es|ed)\b|\bapprove[ds]\b")
_TENTATIVE = re.compile(r"\btentative\b[^.;]{0,60}\breach|\breach[^.;]{0,60}\btentative\b")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_ACTOR = re.compile(r"(?P<actor>(?:[A-Z][\w&.’'-]*\s){1,4})(?:(?:is|are|was|has|have|also|recently|will|had)\s){0,2}\Z")
_BY_ACTOR = frozenset(["layoff", "lawsuit", "agreement_reached", "report_release"])
_AFTER_PLACE = re.compile(
    r"[,.;:)]|\s*[–—-]|\s*(?:on|for|with|to|this|last|and|during|today|where|by|from|as|that|who|after|before)\b|\s*\Z"
)
_TERMS = re.compile(r"[A-Z][\w’'-]{2,}")
_OPENING = word_set(
    "The This That These Those In On At And But For With After Before Today Last While When It Its Senator Sen"
    " Rep Sens Reps"
)


@dataclass(frozen=True)
class Told:
    """One telling of an event in one sentence."""

    sentence: Sentence
    trigger: Trigger
    start: int
    end: int
    day: date | None
    dated: bool
    organizations: tuple[str, ...]
    actor: str | None = None
    past: bool = False
    number: int = 0
    unions: tuple[str, ...] = ()


class Events(Extractor):
    """Finds events in the text's own sentences, not in what people are quoted as saying."""

    name: ClassVar[str] = "events"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (Event,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """A row per event; an event told again (in the headline, a summary or later) counts once."""
        if reading.document.document_type in ("agreement", "legislation"):
            return
        told_of = list(_tellings(reading))
        for told in _distinct([*told_of, *_set_out(reading, told_of)]):
            yield Event(
                span=reading.span(told.start, told.end),
                confidence=0.6 if told.trigger.kind.code in ("other", "launch", "summit") else 0.75,
                kind=told.trigger.kind.code,
                name=None if told.sentence.region == HEADLINE else told.trigger.name,
                occurred_on=told.day,
                place=_place(reading, told),
                organizations=told.organizations,
            )


def _tellings(reading: Reading) -> Iterator[Told]:
    quoted = [(q.start, q.end) for q in reading.get(find_quoted) if q.words(reading.text) >= 6]
    latest = _latest_year(reading)
    told_in = ((n, p) for n, s in enumerate(reading.get(body_sentences)) for p in portions(s))
    lines = 0  # headlines, captions and the like, which are no sentences
    for number, sentence in told_in:
        lines += not _is_closed(sentence)
        if sentence.passage.kind == "table" or is_cut_off(sentence):
            continue
        found = sorted(
            (
                trigger
                for trigger in triggers(sentence.text)
                if not any(a <= sentence.start + trigger.start < b for a, b in quoted)
            ),
            key=lambda trigger: trigger.start,
        )
        found = [t for n, t in enumerate(found) if not _goes_on_in(sentence.text, t, found[:n])]
        for index, trigger in enumerate(found):
            start, end = _clause(sentence, found, index)
            day = _day(reading, sentence, trigger, start, end) or _day_above(reading, sentence)
            if day is None and _ITSELF.search(sentence.text, max(0, trigger.start - 10), trigger.end):
                day = reading.document.published_on
            if trigger.kind.early and number > _OPENING_SENTENCES and not _WHEN.search(sentence.text, start, end):
                continue
            if trigger.kind.leading and number >= _LEAD_SENTENCES + lines:
                continue
            if trigger.kind.code == "summit" and _is_organization(reading, sentence, trigger):
                continue
            named = organizations_in(reading, sentence.start + start, sentence.start + end)
            names = dict.fromkeys(o.name for o in named)
            years = [int(year) for year in _YEARS.findall(sentence.text)]
            past = bool(years) and (max(years) <= latest - 2 or bool(_ONCE_BEFORE.search(sentence.text)))
            dated = bool(dates(sentence.text[start:end]))
            yield Told(
                sentence,
                trigger,
                sentence.start + start,
                sentence.start + end,
                day,
                dated,
                tuple(names),
                _actor(sentence, trigger),
                past,
                number,
                tuple(o.name for o in named if o.kind == "union"),
            )


def _goes_on_in(text: str, trigger: Trigger, before: list[Trigger]) -> bool:
    """Whether a relative clause only says more of an event told before it ("…, which was launched in May")."""
    same = any(other.kind.code == trigger.kind.code for other in before)
    return same and _RELATIVE.search(text[max(0, trigger.start - 30) : trigger.start]) is not None


def _latest_year(reading: Reading) -> int:
    """The year of publication, else the last year the text names."""
    if reading.document.published_on:
        return reading.document.published_on.year
    return max((int(year) for year in _YEARS.findall(reading.text)), default=0)


def _actor(sentence: Sentence, trigger: Trigger) -> str | None:
    """The capitalised name right before the words that tell of an event."""
    found = _ACTOR.search(sentence.text[max(0, trigger.start - 60) : trigger.start])
    return found["actor"].strip() if found else None


def _is_organization(reading: Reading, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a conference is but the name of an organization."""
    end = sentence.start + trigger.end
    named = organizations_in(reading, sentence.start, end + 60)
    return any(o.start < end - 1 < o.end and "ummit" not in o.text for o in named)


def _clause(sentence: Sentence, found: list[Trigger], index: int) -> tuple[int, int]:
    """The whole sentence, or the part of it that tells of this event where it tells of several."""
    text, trigger = sentence.text, found[index]
    start, end = 0, len(text)
    for other in found:
        if other.kind.code != trigger.kind.code:
            continue
        if other.end <= trigger.start:
            cut = max(text.rfind(mark, other.end, trigger.start) for mark in (", ", "; ", " and ", " while "))
            start = max(start, cut + 1 if cut >= 0 else other.end)
        elif other.start >= trigger.end:
            cut = min(
                (
                    at
                    for mark in (", ", "; ", " and ", " while ")
                    if (at := text.find(mark, trigger.end, other.start)) >= 0
                ),
                default=other.start,
            )
            end = min(end, cut)
    return start, max(end, trigger.end)


def _day_above(reading: Reading, sentence: Sentence) -> date | None:
    above = dated_above(reading, sentence)
    day = first_day(above) if above else None
    return None if day == reading.document.published_on else day  # the line that dates the text itself


def _set_out(reading: Reading, told: list[Told]) -> Iterator[Told]:
    """Events of a calendar, and the letter that a release is about where no sentence says that one was sent."""
    by_start = {sentence.passage.char_start: sentence for sentence in reading.get(body_sentences)}
    taken = {t.sentence.passage.char_start for t in told}
    for start, end, passage, line in listed(reading):
        sentence = by_start.get(passage.char_start)
        day = first_day(line, reading.document.published_on)
        if day is not None and day == reading.document.published_on:
            continue  # who wrote the text, and when
        if sentence and passage.char_start not in taken:
            trigger = Trigger(0, end - start, kind_of("other"), reading.text[start:end])
            yield Told(sentence, trigger, start, end, day, True, ())
    news = None if any(t.trigger.kind.code == "letter" and not _is_heading(t) for t in told) else letter_news(reading)
    if news:
        sentence, match = news
        trigger = Trigger(match.start(), match.end(), kind_of("letter"), None)
        named = dict.fromkeys(o.name for o in organizations_in(reading, sentence.start, sentence.end))
        day = _day(reading, sentence, trigger, 0, len(sentence.text))
        yield Told(sentence, trigger, sentence.start, sentence.end, day, day is not None, tuple(named))


def _day(reading: Reading, sentence: Sentence, trigger: Trigger, start: int, end: int) -> date | None:
    """The day of the clause nearest to the trigger; None where that is no full date, or no date is told."""
    known = [d for d in dates(sentence.text, reading.document.published_on) if start <= d.start < end]
    known = [d for d in known if not _STRETCH.search(sentence.text[: d.start]) and not _is_saying(sentence.text, d)]
    if len(known) > 1 and _DATELINE.match(sentence.text, known[0].end):
        known = known[1:]
    if not known:
        return None
    nearest = min(known, key=lambda d: min(abs(d.start - trigger.end), abs(trigger.start - d.end)))
    if nearest.relative and _LATELY.search(sentence.text[max(0, trigger.start - 30) : trigger.start]):
        return None  # "today announced funds of the act recently signed into law"
    said_twice = (d.day for d in known if d.day and 0 <= nearest.start - d.end <= 3)  # "today (Nov. 18)"
    return nearest.day or next(said_twice, None)


def _is_saying(text: str, day: DateMention) -> bool:
    """Whether a day is only the one on which what is to come is told of."""
    said = _SAID.search(text[: day.start]) and "will" in text[day.end : day.end + 120]
    return day.relative and bool(said or _SAYS.match(text, day.end))


def _place(reading: Reading, told: Told) -> str | None:
    text = reading.text
    taken = [(o.start, o.end) for o in organizations_in(reading, told.start, told.end)]
    for match in _PLACE.finditer(text, max(told.start, told.sentence.start + told.trigger.start - 60), told.end):
        at = match.start("place")
        place = match["place"].strip(" ,").removeprefix("the ")
        if (
            _NO_PLACE.search(place)
            or not _AFTER_PLACE.match(text, match.end())
            or any(a <= at < b or a <= at + 4 < b for a, b in taken)
            or place.casefold() == "of"
        ):
            continue
        return place.removesuffix(" of")
    return None


def _distinct(tellings: list[Told]) -> list[Told]:
    """One telling per event: headlines only where the text does not say it, repeated ones dropped."""
    ordered = sorted((t for t in tellings if not _is_of_many(t)), key=lambda t: (_is_heading(t), t.start))
    kept: list[Told] = []
    for told in ordered:
        same = [k for k in kept if k.trigger.kind.code == told.trigger.kind.code]
        repeated = next((k for k in same if _same(k, told)), None)
        if repeated is None:
            kept.append(told)
        elif (_is_fuller(told, repeated) and not _is_heading(told)) or (
            told.dated and not repeated.dated and told.sentence.region != HEADLINE and told.trigger.name
        ):
            kept[kept.index(repeated)] = told
    return kept


def _is_fuller(told: Told, before: Told) -> bool:
    """Whether a telling says what happened where the one before only names it or sums it up in a line."""
    summed_up = told.trigger.kind.code == "launch" and _is_full(told) and not _is_full(before)
    return summed_up or (told.trigger.verbal and not before.trigger.verbal)


def _is_full(told: Told) -> bool:
    """Whether a telling is a sentence, and no line under the headline that only sums it up."""
    return _is_closed(told.sentence)


def _is_closed(sentence: Sentence) -> bool:
    return sentence.text.rstrip()[-1:] in tuple('.!?”"’)')


def _thing(told: Told) -> str:
    """The last word of what tells of an event: what was launched."""
    return told.sentence.text[told.trigger.start : told.trigger.end].split()[-1].casefold()


def _before(told: Told) -> str:
    return told.sentence.text[max(0, told.trigger.start - 40) : told.trigger.end]


def _is_of_many(told: Told) -> bool:
    """Whether layoffs are only those of companies in general."""
    if told.trigger.kind.code != "layoff" or told.organizations:
        return False
    return _MANY.search(told.sentence.text[: told.trigger.end]) is not None


def _same(first: Told, second: Told) -> bool:
    """Whether two tellings of one kind are of one event."""
    code = first.trigger.kind.code
    if first.day and second.day and first.day != second.day:
        return False
    if _is_heading(second) or (code == "agreement_reached" and _TOLD_BEFORE.search(_before(second))):
        return True
    if (code == "agreement_reached" and _other_stage(first, second)) or _another_bill(first, second):
        return False
    companions = ("ompanion" in first.sentence.text, "ompanion" in second.sentence.text)
    if code == "bill_introduced" and companions == (False, True):
        return False
    if _other_year(first, second) or _other_actor(first, second) or _ANOTHER.search(second.sentence.text):
        return False
    a, b = first.trigger.name, second.trigger.name
    if a and b:
        return _terms(a) & _terms(b) >= min(_terms(a), _terms(b), key=len)
    if first.sentence.start == second.sentence.start and code != "other":
        return first.end > second.start and second.end > first.start
    if code == "agreement_reached" and not (second.organizations or second.actor) and not second.day:
        return True
    if first.trigger.kind.once or (code in ("bill_introduced", "law_signed") and not b):
        return True
    if _goes_on(code, first, second):
        return True
    if code in ("report_release", "other", "launch") and first.day and first.day == second.day:
        return True
    if code == "report_release" and set(first.organizations) & set(second.organizations):
        return True
    left, right = _terms(first.sentence.text), _terms(second.sentence.text)
    return min(len(left), len(right)) > 1 and len(left & right) >= 0.5 * min(len(left), len(right))


def _another_bill(first: Told, second: Told) -> bool:
    """Whether "a bill" that other lawmakers are named with is no more of the one told before it."""
    if (
        second.trigger.kind.code != "bill_introduced"
        or second.trigger.name
        or not _SOME_BILL.search(second.sentence.text[second.trigger.start :])
    ):
        return False
    a, b = (set(_LAWMAKER.findall(told.sentence.text)) for told in (first, second))
    return bool(a and b) and not a & b


def _goes_on(code: str, first: Told, second: Told) -> bool:
    """Whether the second telling only goes on about the first: a vote's result, the same campaign, the same protest."""
    if code == "vote":
        if 0 < second.number - first.number <= _OPENING_SENTENCES and _COUNTED.search(second.sentence.text):
            return True
        return not (second.day or second.organizations or _terms(second.sentence.text))
    if code == "launch":
        near = abs(first.number - second.number) <= _OPENING_SENTENCES
        return near and not _is_full(first) and _thing(first) == _thing(second)
    if code != "other":
        return False
    if abs(first.number - second.number) <= 2 and first.sentence.passage.kind != "list_item":
        return True
    protests = _PROTEST.search(first.sentence.text) and _PROTEST.search(second.sentence.text)
    return bool(protests) and not (first.day and second.day)


def _other_stage(first: Told, second: Told) -> bool:
    """Whether one telling is of members who ratify an agreement and the other of the tentative one before it."""
    a, b = (_RATIFIED.search(_telling(t)) is not None for t in (first, second))
    return a != b and all(_RATIFIED.search(_telling(t)) or _TENTATIVE.search(_telling(t)) for t in (first, second))


def _telling(told: Told) -> str:
    return told.sentence.text[max(0, told.trigger.start - 30) : told.trigger.end + 30]


def _is_heading(told: Told) -> bool:
    listed_title = told.trigger.kind.code == "other" and bool(told.trigger.name)
    return told.sentence.region == HEADLINE or (told.sentence.passage.kind == "heading" and not listed_title)


def _other_year(first: Told, second: Told) -> bool:
    """Whether tellings name different years, or one of them an earlier time ("the 2007 strike", "last struck in")."""
    a, b = (set(_YEARS.findall(told.sentence.text)) for told in (first, second))
    if a and b:
        return not a & b
    return second.past and not a and first.start < second.start


def _other_actor(first: Told, second: Told) -> bool:
    """Whether two layoffs, suits, agreements or reports are of different parties, two strikes of different unions."""
    if first.trigger.kind.code == "strike":
        return bool(first.unions and second.unions) and not set(first.unions) & set(second.unions)
    if first.trigger.kind.code not in _BY_ACTOR:
        return False
    a, b = (set(told.organizations) | ({told.actor} if told.actor else set()) for told in (first, second))
    return bool(a and b) and not _terms(" ".join(a)) & _terms(" ".join(b))


def _terms(text: str) -> set[str]:
    return {word for word in _TERMS.findall(text) if word not in _OPENING}
