"""Laws a document tells of, one row each: name, number, jurisdiction, how far it is, who sponsors it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.bills import Law, find_legislation, sentence_at
from extractors.lawstatus import Evidence, evidence, settled, told_day, told_year
from extractors.people import Person, people_in
from extractors.sentences import HEADLINE, Sentence
from records.facts import Fact
from records.facts import Legislation as LegislationFact

__all__ = ["Law", "Legislation", "evidence_by_law", "find_legislation"]

_SPONSOR_VERB = re.compile(
    r"\b(?:re-?)?introduc(?:ed|es|ing|e)\b|\bunveil(?:ed|s|ing)?\b|\b(?:led|leading|leads?)\b|\bfiled\b|\bsponsor(?:ed|s|ing)\b",
    re.I,
)
_SPONSOR_BEFORE = re.compile(
    r"\b(?:(?:introduced|sponsored|authored|led|written|carried|championed|drafted|offered|reintroduced|filed|tabled) (?:\w+ )?by"
    r"|alongside|together with|along with|joined by|with|from)\s(?:[\w.’'-]+\s){0,4}\Z"
)
_COSPONSOR = re.compile(r"\bco-?sponsor", re.IGNORECASE)
_LIST_GLUE = re.compile(
    r"(?:\s?\([^)]*\))?(?:,\s(?:and\s)?|\s(?:and|&)\s)(?:(?:U\.S\.|US|[Ff]ellow|[Cc]olleagues?)\s)?(?:[A-Z][a-z]+\.?\s){0,2}\Z"
)
_SPEAKING = re.compile(r"\b(?:said|says|told|added|applaud\w*|thank\w*|commend\w*)\b")


class Legislation(Extractor):
    """Finds the laws a document names and what it tells of each."""

    name: ClassVar[str] = "legislation"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (LegislationFact,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """A row per law, at the sentence that tells most of it."""
        for name, found in reading.get(evidence_by_law).items():
            mentions = [law for law in reading.get(find_legislation) if law.name == name]
            first = next((law for law in mentions if law.named), mentions[0])
            decided = settled(found)
            if decided is None and _past(reading, first):
                status: str | None = "in_force"
            else:
                status = decided.status if decided else "executive_order" if first.family == "order" else None
            place = _best(reading, mentions, decided)
            yield LegislationFact(
                span=reading.span(place.start, place.end),
                confidence=_confidence(first, decided),
                name=name,
                bill_number=first.bill_number,
                jurisdiction=first.jurisdiction,
                status=status,
                status_on=told_day(reading, decided) if decided and decided.strong and status != "proposed" else None,
                year=first.year or (told_year(decided) if decided else None),
                sponsors=_sponsors(reading, found),
            )


def evidence_by_law(reading: Reading) -> dict[str, list[Evidence]]:
    """What the document's sentences say of each law, by the law's name, in order of first mention."""
    laws = reading.get(find_legislation)
    by_sentence: dict[Sentence, list[Law]] = defaultdict(list)
    for law in laws:
        by_sentence[sentence_at(reading, law.start)].append(law)
    found: dict[str, list[Evidence]] = {law.name: [] for law in laws}
    for sentence, members in by_sentence.items():
        for law in members:
            found[law.name] += evidence(reading, sentence, law, members)
    return found


def _past(reading: Reading, law: Law) -> bool:
    published = reading.document.published_on
    return law.year is not None and law.family is None and law.year < (published.year - 3 if published else 2015)


def _best(reading: Reading, mentions: Sequence[Law], decided: Evidence | None) -> Sentence:
    """The sentence that names the law and tells what decided its status; a headline only where nothing else names it."""

    def weight(law: Law) -> tuple[bool, bool, bool, int]:
        sentence = sentence_at(reading, law.start)
        return (law.named, sentence.region != HEADLINE and sentence.passage.kind != "heading",
                decided is not None and decided.sentence.start == sentence.start, -law.start)  # fmt: skip

    return sentence_at(reading, max(mentions, key=weight).start)


def _confidence(law: Law, decided: Evidence | None) -> float:
    base = 0.9 if law.bill_number or len(law.name.split()) >= 3 else 0.8
    return base if decided and decided.strong else base - 0.1


def _sponsors(reading: Reading, found: Sequence[Evidence]) -> tuple[str, ...]:
    """Who introduced it: the persons before the verb or after "by", in the first sentence that says so."""
    for item in sorted(found, key=lambda e: (e.sentence.region == HEADLINE, e.start)):
        if item.status not in ("introduced", "proposed"):
            continue
        names = _introducers(reading, item)
        if names:
            return names
    return ()


def _introducers(reading: Reading, item: Evidence) -> tuple[str, ...]:
    sentence, law = item.sentence, item.law
    people = people_in(reading, sentence.start, sentence.end)
    verbs = [m for m in _SPONSOR_VERB.finditer(sentence.text)]
    if not verbs or not people:
        return ()
    verb = (
        sentence.start + verbs[-1].start()
        if verbs[-1].start() + sentence.start < law.start
        else sentence.start + verbs[0].start()
    )
    chosen: list[Person] = []
    for person in people:
        before = reading.text[sentence.start : person.start]
        listed = (
            chosen
            and people.index(chosen[-1]) + 1 == people.index(person)
            and _LIST_GLUE.fullmatch(reading.text[chosen[-1].end : person.start])
        )
        subject = person.end <= verb and not _SPEAKING.search(reading.text[person.end : verb])
        if _COSPONSOR.search(before[-60:]):
            continue
        if subject or (person.start > verb and (_SPONSOR_BEFORE.search(before) or listed)):
            chosen.append(person)
    return tuple(dict.fromkeys(person.name for person in chosen))
