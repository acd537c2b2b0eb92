"""Laws a document tells of, one row each: name, number, jurisdiction, how far it is, who sponsors it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.bill_records import recorded_laws
from extractors.laws.authors import authors_of_the_bill, releasing
from extractors.laws.find import find_legislation
from extractors.laws.known import is_in_force
from extractors.laws.law import Law
from extractors.laws.places import sentence_at
from extractors.laws.sponsors import bracketed, companions, cosponsors, credited, own_sponsors, sponsors
from extractors.laws.status import Evidence, evidence, settled, told_day, told_year
from extractors.text.sentences import HEADLINE, Sentence
from records.facts import Fact
from records.facts import Legislation as LegislationFact

__all__ = ["Law", "Legislation", "evidence_by_law", "find_legislation"]


_AS_INTRODUCED = re.compile(
    r"introduced the following|[Pp]refiled|[Rr]ead (?:the )?first time|read twice and ordered printed|^A BILL$",
    re.MULTILINE,
)
_NEAR = 3_000  # characters around a law in which others of its sentence count


class Legislation(Extractor):
    """Finds the laws a document names and what it tells of each."""

    name: ClassVar[str] = "legislation"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (LegislationFact,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """A row per law, at the sentence that tells most of it."""
        own = _own_law(reading)
        recorded = reading.get(recorded_laws)
        for name, found in reading.get(evidence_by_law).items():
            if name in recorded:
                continue  # `bill_records` tells of it
            mentions = [law for law in reading.get(find_legislation) if law.name == name]
            first = next((law for law in mentions if law.named), mentions[0])
            decided = settled(found)
            told = None if name == own else decided
            status = "introduced" if name == own else _status(reading, first, decided)
            place = _best(reading, mentions, decided)
            yield LegislationFact(
                span=reading.span(place.start, place.end),
                confidence=_confidence(first, decided),
                name=name,
                bill_number=first.bill_number,
                jurisdiction=first.jurisdiction,
                status=status,
                status_on=told_day(reading, told) if told and told.strong and status != "proposed" else None,
                year=first.year or (told_year(told) if told else None),
                sponsors=_sponsors(reading, found, mentions, name == own),
            )


def _sponsors(reading: Reading, found: Sequence[Evidence], mentions: Sequence[Law], own: bool) -> tuple[str, ...]:
    """Who brought a law in, as its own front, the tellings, a credit line or brackets name them; companions' too."""
    named = (own_sponsors(reading.text) if own else ()) or sponsors(reading, found, mentions)
    named = named or credited(reading, mentions) or bracketed(reading, mentions) or releasing(reading, mentions)
    laws = reading.get(find_legislation)
    main = 2 * len(mentions) > len(laws) and not own
    named = named or (authors_of_the_bill(reading) if main else ()) or cosponsors(reading, mentions)
    return tuple(dict.fromkeys((*named, *companions(reading)))) if named and main else named


def evidence_by_law(reading: Reading) -> dict[str, list[Evidence]]:
    """What the document's sentences say of each law, by the law's name, in order of first mention."""
    laws = reading.get(find_legislation)
    by_sentence: dict[Sentence, list[Law]] = defaultdict(list)
    for law in laws:
        by_sentence[sentence_at(reading, law.start)].append(law)
    found: dict[str, list[Evidence]] = {law.name: [] for law in laws}
    for sentence, members in by_sentence.items():
        for law in members:
            first = bisect_left(members, law.start - _NEAR, key=lambda other: other.start)
            last = bisect_left(members, law.start + _NEAR, key=lambda other: other.start)
            found[law.name] += evidence(reading, sentence, law, members[first:last])
    return found


def _own_law(reading: Reading) -> str | None:
    """The name of the bill that the document is the text of, None where it is no bill as introduced."""
    if reading.document.document_type != "legislation" or not _AS_INTRODUCED.search(reading.text[:4000]):
        return None
    return next((law.name for law in reading.get(find_legislation) if law.named and law.start < 2000), None)


def _status(reading: Reading, law: Law, decided: Evidence | None) -> str | None:
    if decided is None:
        if law.family == "order":
            return "executive_order"
        return "in_force" if _past(reading, law) or _stands(law) or _dated_act(law) else None
    if decided.status == "proposed" and (is_in_force(law.name, law.jurisdiction) or _past(reading, law)):
        return "in_force"  # what is asked for is its renewal, its reach or its change
    if decided.status == "passed" and law.jurisdiction == "EU":
        return "enacted"  # what the Union has adopted is law
    if decided.status == "passed":
        year, published = told_year(decided), reading.document.published_on
        if year and year < (published.year if published else 2023) - 5:
            return "in_force"  # "passed in 1996": a law of long standing
    return decided.status


def _stands(law: Law) -> bool:
    """Whether a law of which nothing more is told is known to be in force; a city's Local Law always is."""
    return is_in_force(law.name, law.jurisdiction) or bool(re.match(r"Local Law \d", law.bill_number or law.name))


def _dated_act(law: Law) -> bool:
    """Whether a law bears a year as parliaments give it to acts, not to bills: "Employment Rights Act 2025"."""
    return re.search(r"\bAct,? (?:19|20)\d\d$", law.name) is not None


def _past(reading: Reading, law: Law) -> bool:
    published = reading.document.published_on
    return law.year is not None and law.family is None and law.year < (published.year - 3 if published else 2015)


def _best(reading: Reading, mentions: Sequence[Law], decided: Evidence | None) -> Sentence:
    """The sentence that names the law and tells what decided its status; a headline only where nothing else does."""

    def weight(law: Law) -> tuple[bool, bool, bool, int]:
        sentence = sentence_at(reading, law.start)
        return (law.named, sentence.region != HEADLINE and sentence.passage.kind != "heading",
                decided is not None and decided.sentence.start == sentence.start, -law.start)  # fmt: skip

    return sentence_at(reading, max(mentions, key=weight).start)


def _confidence(law: Law, decided: Evidence | None) -> float:
    base = 0.9 if law.bill_number or len(law.name.split()) >= 3 else 0.8
    return base if decided and decided.strong else base - 0.1
