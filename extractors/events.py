"""Events: what happened or will happen, of which kind, when, where and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.dates import dates
from extractors.happenings import KINDS, Trigger, triggers
from extractors.marks import find_quoted
from extractors.names import organizations_in
from extractors.patterns import is_cut_off, portions
from extractors.sentences import HEADLINE, Sentence, body_sentences
from extractors.tokens import word_set
from records.facts import Event, Fact

_ONCE = frozenset(kind.code for kind in KINDS if kind.once)
_PLACE = re.compile(
    r"\b(?:in|at)\s+(?P<place>(?:the\s+)?(?:(?:St|Ft|Mt)\.\s|[A-Z][\w’'-]+[ ,]{0,2}|D\.C\.|of\s){1,5})(?<![ ,])"
)
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Congress|AI|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday|Act|Summit|Conference|Forum|Convention|FY\d*|House|Senate|English|Spring|Summer|Fall|Winter)\b"
)
_OPENING_SENTENCES = 6
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


class Events(Extractor):
    """Finds events in the text's own sentences, not in what people are quoted as saying."""

    name: ClassVar[str] = "events"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (Event,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """A row per event; an event told again (in the headline, a summary or later) counts once."""
        if reading.document.document_type in ("agreement", "legislation"):
            return
        for told in _distinct(list(_tellings(reading))):
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
    told_in = ((n, p) for n, s in enumerate(reading.get(body_sentences)) for p in portions(s))
    for number, sentence in told_in:
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
        for index, trigger in enumerate(found):
            start, end = _clause(sentence, found, index)
            day = _day(reading, sentence, trigger, start, end)
            if trigger.kind.early and number > _OPENING_SENTENCES and day is None:
                continue
            names = dict.fromkeys(
                o.name for o in organizations_in(reading, sentence.start + start, sentence.start + end)
            )
            dated = bool(dates(sentence.text[start:end]))
            yield Told(sentence, trigger, sentence.start + start, sentence.start + end, day, dated, tuple(names))


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


def _day(reading: Reading, sentence: Sentence, trigger: Trigger, start: int, end: int) -> date | None:
    """The day of the clause nearest to the trigger; None where no full date is told."""
    known = [d for d in dates(sentence.text, reading.document.published_on) if d.day and start <= d.start < end]
    if not known:
        return None
    return min(known, key=lambda d: min(abs(d.start - trigger.end), abs(trigger.start - d.end))).day


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
    ordered = sorted(tellings, key=lambda t: (t.sentence.region == HEADLINE, t.start))
    kept: list[Told] = []
    for told in ordered:
        same = [k for k in kept if k.trigger.kind.code == told.trigger.kind.code]
        repeated = next((k for k in same if _same(k, told)), None)
        if repeated is None:
            kept.append(told)
        elif told.dated and not repeated.dated and told.sentence.region != HEADLINE and told.trigger.name:
            kept[kept.index(repeated)] = told
    return kept


def _same(first: Told, second: Told) -> bool:
    """Whether two tellings of one kind are of one event."""
    code = first.trigger.kind.code
    if first.day and second.day and first.day != second.day:
        return False
    if second.sentence.region == HEADLINE:
        return True
    a, b = first.trigger.name, second.trigger.name
    if a and b:
        return _terms(a) & _terms(b) >= min(_terms(a), _terms(b), key=len)
    if first.sentence.start == second.sentence.start:
        return first.end > second.start and second.end > first.start
    if first.trigger.kind.once or (code in ("bill_introduced", "law_signed") and not b):
        return True
    if code in ("report_release", "other", "launch") and first.day and first.day == second.day:
        return True
    if code == "report_release" and set(first.organizations) & set(second.organizations):
        return True
    left, right = _terms(first.sentence.text), _terms(second.sentence.text)
    return min(len(left), len(right)) > 1 and len(left & right) >= 0.5 * min(len(left), len(right))


def _terms(text: str) -> set[str]:
    return {word for word in _TERMS.findall(text) if word not in _OPENING}
