"""Coalitions, joint letters and joint statements: organizations acting together, how many they are, and which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.groups.find import (
    COALITION,
    JOINED,
    SIGNING,
    Group,
    counted,
    find_coalitions,
    membership,
    represented,
    tells_of,
)
from extractors.groups.members import members
from extractors.text.dates import MONTHS, dates
from extractors.text.sentences import BODY, HEADLINE, Sentence, sentences
from records.facts import Coalition as CoalitionFact
from records.facts import CoalitionMember, Fact

__all__ = ["COALITION", "Coalitions", "Group", "find_coalitions"]

_PLACE = re.compile(
    rf"\b(?:in|from)\s(?P<place>(?!(?:{MONTHS}"
    r"|AI|Congress|English|Parliament|Tech|Monday|Artificial"
    r"|Big)\b)[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){0,2}(?:,\s(?:D\.C\.|DC|[A-Z][a-z]+))?)(?=[,.;]|\s(?:with|on|to|this"
    r"|and|last|today|where|by)\b|\Z)"
)
_LAUNCHING = re.compile(r"\b(?:announc|launch|form|found|unveil|establish|creat|introduc|gather|conven)\w*", re.I)


class Coalitions(Extractor):
    """Finds coalitions and joint letters, and the organizations in them."""

    name: ClassVar[str] = "coalitions"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (CoalitionFact, CoalitionMember)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """A row per coalition at the sentence that names it, and a row per member at the place that lists it."""
        groups = reading.get(find_coalitions)
        for group in groups:
            telling = _telling(reading, group, groups)
            yield CoalitionFact(
                span=reading.span(group.sentence.start, group.sentence.end),
                confidence=0.85 if group.kind == COALITION else 0.8,
                name=group.name,
                announced_on=_announced(reading, telling),
                place=_place(group),
                member_count=_member_count(group, telling),
                workers_represented=next((n for s in telling if (n := represented(s)) is not None), None),
            )
            for listed, role, sentence in members(reading, group, groups):
                yield CoalitionMember(
                    span=reading.span(sentence.start, sentence.end), confidence=0.8,
                    coalition_name=group.name, organization_name=listed.name, role=role,
                )  # fmt: skip


def _member_count(group: Group, telling: Sequence[Sentence]) -> int | None:
    """How many are in it, as the first sentence says that counts organizations, or the members of a coalition."""
    for sentence in telling:
        number = counted(sentence)
        if number is None and group.kind == COALITION:
            number = membership(sentence)
        if number is not None:
            return number
    return None


def _telling(reading: Reading, group: Group, groups: Sequence[Group]) -> list[Sentence]:
    """The sentences that tell of the group: the naming one, those that name or mean it, the lead, the headline."""
    own = [s for s in reading.get(sentences) if s.region == BODY and tells_of(s, group, groups)]
    headlines = [s for s in reading.get(sentences) if s.region == HEADLINE and JOINED.search(s.text)]
    lead = [s for s in reading.get(sentences) if s.region in (BODY, HEADLINE)][:4]
    joined = [s for s in lead if JOINED.search(s.text)]
    return list(dict.fromkeys([group.sentence, *own, *joined, *headlines, *(lead if len(groups) == 1 else [])]))


def _announced(reading: Reading, telling: Sequence[Sentence]) -> date | None:
    for sentence in telling[:3]:
        if _LAUNCHING.search(sentence.text) or SIGNING.search(sentence.text) or JOINED.search(sentence.text):
            for mention in dates(sentence.text, reading.document.published_on):
                if mention.day:
                    return mention.day
    return None


def _place(group: Group) -> str | None:
    if group.kind != COALITION or not _LAUNCHING.search(group.sentence.text):
        return None
    match = _PLACE.search(group.sentence.text, group.end - group.sentence.start)
    return match["place"].rstrip(".") if match else None
