"""Organizations named in a document: known ones, and unknown ones recognized by how they are written.

A name is known from the lexicon, or it is a capitalised phrase with a head word ("Alliance for …", "… Guild"), or an
acronym that the document gives with a name. Every mention carries the fullest name of its organization.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.base import Reading
from extractors.gazetteer import Known, known_names
from extractors.heads import kind_of
from extractors.lexicon import lookup
from extractors.phrases import Phrase, phrases
from extractors.sentences import FURNITURE, HEADLINE, Sentence, sentences
from extractors.tokens import Token, tokens
from records.ids import fold_name


@dataclass(frozen=True, order=True)
class Name:
    """One mention: `text` is as written from `start` to `end`, `name` the organization's fullest name.

    `kind` is a code of `records.codes.ORGANIZATION_KINDS`, None where unknown; `acronym` None where none is known.
    """

    start: int
    end: int
    text: str
    name: str
    kind: str | None = None
    acronym: str | None = None


@dataclass(frozen=True)
class Line:
    """A sentence and its tokens."""

    sentence: Sentence
    tokens: list[Token]


def lines(reading: Reading) -> tuple[Line, ...]:
    """The sentences that can name somebody: all but the furniture of sites."""
    return tuple(
        Line(sentence, tokens(reading.text, sentence.start, sentence.end))
        for sentence in reading.get(sentences)
        if sentence.region != FURNITURE
    )


def find_organizations(reading: Reading) -> tuple[Name, ...]:
    """Mentions of organizations in reading order, never overlapping."""
    found: list[Name] = []
    for line in reading.get(lines):
        found.extend(_in_line(reading.text, line))
    found = _without_laws(reading.text, found)
    defined = _defined(reading.text, found)
    found.extend(_acronym_mentions(reading, found, defined))
    return tuple(_resolved(sorted(found)))


def organizations_in(reading: Reading, start: int, end: int) -> tuple[Name, ...]:
    """The mentions that lie wholly between two offsets."""
    found = reading.get(find_organizations)
    first = bisect_left(found, start, key=lambda name: name.start)
    last = bisect_left(found, end, key=lambda name: name.start)
    return tuple(name for name in found[first:last] if name.end <= end)


def _in_line(text: str, line: Line) -> Iterator[Name]:
    known = list(known_names(line.tokens))
    taken = {at for k in known for at in range(k.first, k.last)}
    headline = line.sentence.region == HEADLINE
    built = [p for p in phrases(line.tokens, known, headline) if not _tiled(p, known)]
    covered = {at for p in built for at in range(p.first, p.last)}
    for phrase in built:
        yield _name(text, line.tokens, phrase.first, phrase.last, kind_of_phrase(text, line.tokens, phrase))
    for k in known:
        if not covered & set(range(k.first, k.last)) and not (k.risky and not _believed(text, line, k, taken)):
            made = _name(text, line.tokens, k.first, k.last, k.entry.kind)
            yield replace(made, name=k.entry.name, acronym=k.entry.acronym)


def _tiled(phrase: Phrase, known: Sequence[Known]) -> bool:
    """Whether a phrase is nothing but known names side by side, the last of several words or the same as the phrase."""
    inside = [k for k in known if k.first >= phrase.first and k.last <= phrase.last]
    if not inside or inside[-1].last != phrase.last:
        return False
    return inside[0].first == phrase.first and (len(inside) == 1 or inside[-1].last - inside[-1].first > 1)


def kind_of_phrase(text: str, line: Sequence[Token], phrase: Phrase) -> str | None:
    """The kind its words show."""
    return kind_of(text[line[phrase.first].start : line[phrase.last - 1].end], phrase.head)


def _name(text: str, line: Sequence[Token], first: int, last: int, kind: str | None) -> Name:
    start, end = line[first].start, line[last - 1].end
    written = text[start:end]
    return Name(start, end, written, " ".join(written.split()), kind)


def _believed(text: str, line: Line, known: Known, taken: set[int]) -> bool:
    """Whether the context takes a risky name for an organization."""
    row, first, last = line.tokens, known.first, known.last
    before = text[max(line.sentence.start, row[first].start - 24) : row[first].start]
    after = text[row[last - 1].end : row[last - 1].end + 24]
    if _CUE_BEFORE.search(before) or _CUE_AFTER.match(after):
        return True
    left = first >= 2 and row[first - 1].text in (",", "and", "&", "/") and first - 2 in taken
    right = last + 1 < len(row) and row[last].text in (",", "and", "&", "/") and last + 1 in taken
    return left or right


_CUE_BEFORE = re.compile(
    r"\b(?:at|by|with|joined?|union|unions|company|giant|firm|group|charity|maker|employer|owner|retailer|startup"
    r"|magazine|platform|organi[sz]ation|employees of|workers of|behalf of|members of) $"
)
_CUE_AFTER = re.compile(
    r"['’]s? |,? (?:said|says|told|has|which|workers|employees|members|staff|union|general secretary|announced|argued"
    r"|warned|reported|estimated|called|spokes\w+|CEO|chief|president|did|will|plans|Inc|Ltd|plc|Corp)\b"
)
_LAW_AFTER = re.compile(
    r"['’]?s?\s(?:[A-Z]\w+ ){0,2}(?:Act|Bill|Agreement|Plan|Report|Rule|Order|Summit|Award|Awards|Treaty|Directive"
    r"|Amendment|Resolution|Challenge|Law|Contract|Package|Protocol)\b"
)
_DEFINITION = re.compile(r"\s?\(\s?[“\"]?(?:the )?[“\"]?(?P<short>[A-Z][A-Za-z0-9&.\-]{1,14})[”\"]?\)")
_EXPANSION = re.compile(r"[A-Z][A-Za-z0-9&.\-]{1,14}(?= \($)")


def _without_laws(text: str, found: Sequence[Name]) -> list[Name]:
    """The names but those that are parts of the name of a law, agreement or event, wherever they stand."""
    laws = {name.name for name in found if _LAW_AFTER.match(text, name.end) and lookup(name.text) is None}
    return [name for name in found if name.name not in laws]


def _defined(text: str, found: Sequence[Name]) -> dict[str, Name]:
    """Acronyms that the document gives with a name: "Full Name (FN)"."""
    defined: dict[str, Name] = {}
    for name in found:
        match = _DEFINITION.match(text, name.end)
        if match and stands_for(match["short"], name.text):
            defined.setdefault(match["short"], replace(name, acronym=match["short"]))
        before = _EXPANSION.search(text, max(0, name.start - 18), name.start)
        if before and stands_for(before.group(), name.text):
            defined.setdefault(before.group(), replace(name, acronym=before.group()))
    return defined


def stands_for(short: str, name: str) -> bool:
    """Whether `short` can be the acronym of `name`: its capitals come in the name in that order, from the first."""
    letters = [c.casefold() for c in short if c.isalnum() and not c.islower()]
    words = re.findall(r"[^\W_]+", name.casefold())
    if len(letters) < 2 or len(words) < 2 or letters[0] not in (words[0][0], words[1][0]):
        return False
    rest = iter("".join(words))
    return all(letter in rest for letter in letters)


def _acronym_mentions(reading: Reading, found: Sequence[Name], defined: dict[str, Name]) -> Iterator[Name]:
    taken = {name.start for name in found}
    for line in reading.get(lines) if defined else ():
        for token in line.tokens:
            full = defined.get(token.text)
            if full is not None and token.start not in taken and not _inside(found, token.start):
                yield replace(full, start=token.start, end=token.end, text=token.text)


def _inside(found: Sequence[Name], offset: int) -> bool:
    return any(name.start <= offset < name.end for name in found)


def _resolved(found: Sequence[Name]) -> Iterator[Name]:
    """The mentions without overlaps, each with its organization's fullest name, kind and acronym."""
    best: dict[str, Name] = {}
    for name in found:
        entry = lookup(name.name)
        if entry is not None:
            best[fold_name(name.name)] = replace(
                name, name=entry.name, kind=entry.kind or name.kind, acronym=entry.acronym
            )
        elif name.acronym:
            best.setdefault(fold_name(name.name), name)
    last = -1
    for name in found:
        if name.start < last:
            continue
        last = name.end
        full = best.get(fold_name(name.name), name)
        yield replace(name, name=full.name, kind=full.kind or name.kind, acronym=full.acronym or name.acronym)
