"""People named in a document, with their roles and organizations: first version, by titles before and after names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.base import Reading
from extractors.heads import KINDS
from extractors.names import organizations_in
from extractors.rows import Row as Line, rows as lines
from extractors.phrases import SMALL
from extractors.titles import ROLE_HEADS, TITLE_WORDS
from extractors.tokens import WORD, Token


@dataclass(frozen=True, order=True)
class Person:
    """One mention of a person; `name` is the person's fullest name in the document.

    `role`, `organization` (its name and kind), `party` and `state` are what the document tells anywhere, else None.
    """

    start: int
    end: int
    text: str
    name: str
    role: str | None = None
    organization: str | None = None
    organization_kind: str | None = None
    party: str | None = None
    state: str | None = None


_PARTY = re.compile(r"\s?\((?P<party>[DRI])\s?[-–—]\s?(?P<state>[A-Z][A-Za-z.]{1,5})(?:[-–]\d{1,2}|[-–]At Large)?\)")
_SAID = re.compile(r"(?:said|says|told|wrote|added|explained|continued|argued|warned|noted|stated|concluded)\b")


def find_people(reading: Reading) -> tuple[Person, ...]:
    """Mentions of people in reading order."""
    found: dict[int, Person] = {}
    for line in lines(reading):
        for person in _in_line(reading, line):
            found.setdefault(person.start, person)
    full = {p.name.split()[-1]: p for p in found.values() if " " in p.name}
    for line in lines(reading):
        for token in line.tokens:
            known = full.get(token.text)
            inside = any(p.start <= token.start < p.end for p in found.values())
            if known is not None and not inside:
                found[token.start] = Person(
                    token.start, token.end, token.text, known.name, known.role, known.organization,
                    known.organization_kind, known.party, known.state,
                )  # fmt: skip
    return tuple(sorted(found.values()))


def people_in(reading: Reading, start: int, end: int) -> tuple[Person, ...]:
    """The mentions that lie wholly between two offsets."""
    found = reading.get(find_people)
    first = bisect_left(found, start, key=lambda person: person.start)
    last = bisect_left(found, end, key=lambda person: person.start)
    return tuple(person for person in found[first:last] if person.end <= end)


def _in_line(reading: Reading, line: Line) -> Iterator[Person]:
    row = line.tokens
    at = 0
    while at < len(row):
        end = _name_end(row, at)
        if end:
            person = _person(reading, line, at, end)
            if person is not None:
                yield person
        at = max(end, at + 1)


def _name_end(row: Sequence[Token], at: int) -> int:
    end = at
    while end < len(row) and row[end].shape == WORD and (end == at or (row[end].joined and not row[end - 1].owner)):
        text = row[end].text
        if text in KINDS or text in TITLE_WORDS or text in SMALL or not re.match(r"[A-Z][a-z’'\-]|[A-Z]$", text):
            break
        end += 1
    return end if 1 <= end - at <= 4 else 0


def _person(reading: Reading, line: Line, at: int, end: int) -> Person | None:
    row, text = line.tokens, reading.text
    start, finish = row[at].start, row[end - 1].end
    if organizations_in(reading, start, finish):
        return None
    before = text[max(line.sentence.start, start - 60) : start]
    title = re.search(r"([A-Za-z.\-]+) $", before)
    word = title.group(1) if title else ""
    role = word if word.rstrip(".") in TITLE_WORDS or word.casefold() in ROLE_HEADS else None
    after = re.match(
        r",? (?:a |an |the )?((?:[\w&’'.\-/]+ ){0,5}?[\w\-]+)(?= (?:of|for|at)\b|,|;|\.|$)", text[finish : finish + 120]
    )
    organization = None
    if after and text[finish : finish + 1] == "," and after.group(1).split()[-1].casefold() in ROLE_HEADS:
        role = after.group(1)
        names = organizations_in(reading, finish, min(line.sentence.end, finish + 160))
        organization = names[0] if names else None
    elif role is None and not (end - at > 1 and (_SAID.match(text, finish + 1) or _SAID.search(before[-12:]))):
        return None
    party = _PARTY.match(text, finish)
    name = " ".join(text[start:finish].split())
    return Person(
        start, finish, text[start:finish], name, role, organization.name if organization else None,
        organization.kind if organization else None, party["party"] if party else None, party["state"] if party else None,
    )  # fmt: skip
