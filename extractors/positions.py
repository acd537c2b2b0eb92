"""Which organizations support or oppose which laws: endorsement lists, verbs of support, praise, officers' words.

A person's endorsement is no position; an officer who speaks of the bill for the organization ("we support", praise)
gives the organization's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.laws.endorsements import endorsements
from extractors.laws.find import find_legislation, legislation_in
from extractors.laws.law import Law
from extractors.laws.officers import reported, speeches
from extractors.laws.position_words import (
    ATTACHED,
    BRINGING,
    BROUGHT_IN,
    DOES_NOT,
    EFFORT,
    IMPLIED,
    LIST_MARKS,
    NEGATED,
    OTHER_SIDE,
    TURNED,
    VERB,
)
from extractors.laws.stands import OPPOSE, SUPPORT, Stand, side
from extractors.laws.subjects import joined_in, row_at, subjects
from extractors.names.enumerations import document_name
from extractors.names.organizations import organizations_in
from extractors.text.sentences import BODY, HEADLINE, Sentence, sentences
from records.facts import Fact, LegislationPosition

_AND = re.compile(r"(?:\s?\([^()]{1,30}\))?,?\s?(?:(?:and|or|&)\s)?(?:the\s)?")
_AS_WELL = re.compile(
    r",?\s(?:as\s(?:do|does|did|has|have)|(?:together\s|along\s|jointly\s)?(?:with|alongside))\s(?:the\s)?(?=[A-Z])"
)
_DOES_MORE = re.compile(r"[^.,;]{2,90}?\s[a-z]+ing\b")  # "with A warning that ..."
_NEAR = 6  # sentences within which "on the other side" is said of a stand
_TOLD = 0.8  # confidence of what a text tells; less is gathered from somebody's words


class Positions(Extractor):
    """Finds who supports and who opposes the laws a document names."""

    name: ClassVar[str] = "positions"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (LegislationPosition,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """A row per organization and law, at the plainest sentence that tells it."""
        if reading.document.document_type in ("agreement", "legislation") or not reading.get(find_legislation):
            return
        best: dict[tuple[str, str], Stand] = {}
        for stand in _stands(reading):
            key = (stand.law.name, stand.organization.casefold())
            if key not in best or stand.confidence > best[key].confidence:
                best[key] = stand
        for stand in _without_locals(best.values()):
            yield LegislationPosition(
                span=reading.span(stand.sentence.start, stand.sentence.end),
                confidence=stand.confidence,
                legislation_name=stand.law.name,
                organization_name=stand.organization,
                position=stand.position,
            )


def _without_locals(stands: Iterable[Stand]) -> Iterator[Stand]:
    """The stands without those that only a local's officer speaks where the whole union's own stand is told."""
    told = list(stands)
    for stand in told:
        words = set(stand.organization.casefold().split())
        whole = (set(o.organization.casefold().split()) for o in told if o.law.name == stand.law.name and o != stand)
        spoken = stand.confidence < _TOLD
        if not (spoken and any(other < words for other in whole)):
            yield stand


def _stands(reading: Reading) -> Iterator[Stand]:
    every = [s for s in reading.get(sentences) if s.region in (BODY, HEADLINE)]
    last: tuple[int, Stand] | None = None
    for index, sentence in enumerate(every):
        found = list(_in_sentence(reading, every, index))
        if not found and last and index - last[0] <= _NEAR:
            found = list(_on_other_side(reading, sentence, last[1]))
        last = (index, found[-1]) if found else last
        yield from found
    yield from speeches(reading)


def _in_sentence(reading: Reading, every: Sequence[Sentence], index: int) -> Iterator[Stand]:
    sentence = every[index]
    laws = legislation_in(reading, sentence.start, sentence.end)
    yield from endorsements(reading, every, index, laws)
    yield from _implied(reading, every, index, laws)
    if laws:
        yield from _brought_in(reading, sentence, laws)
        yield from _by_verb(reading, sentence, laws)
        yield from _attached(reading, sentence, laws)
        yield from reported(reading, sentence, laws)


def _on_other_side(reading: Reading, sentence: Sentence, last: Stand) -> Iterator[Stand]:
    """ "On the other side, A and B gathered signatures", "C does not": against who took a side just before."""
    position = OPPOSE if last.position == SUPPORT else SUPPORT
    if denied := DOES_NOT.match(sentence.text):
        for organization in subjects(reading, sentence, denied.start("verb")):
            yield Stand(last.law, organization, position, sentence, 0.8)
    if match := OTHER_SIDE.match(sentence.text):
        for organization in row_at(reading, sentence.start + match.end(), sentence.end):
            yield Stand(last.law, organization, position, sentence, 0.8)


def _also(reading: Reading, sentence: Sentence, at: int) -> list[str]:
    """Who is said to do the same further on: "..., as does the A", "... together with B and C"."""
    found: list[str] = []
    for match in islice(_AS_WELL.finditer(sentence.text, at), 2):
        if not _DOES_MORE.match(sentence.text, match.end()):
            found += row_at(reading, sentence.start + match.end(), sentence.end)
    return found


def _implied(reading: Reading, every: Sequence[Sentence], index: int, laws: Sequence[Law]) -> Iterator[Stand]:
    """ "X asked the governor for a veto", "Y presses for repeal": of the law of this sentence or the one before."""
    sentence = every[index]
    for match in islice(IMPLIED.finditer(sentence.text), 2):
        earlier = every[index - 1] if index else sentence
        near = laws or legislation_in(reading, earlier.start, earlier.end) or _sole_law(reading, sentence)
        if near and not NEGATED.search(sentence.text[max(0, match.start() - 60) : match.start()]):
            position = side(match)
            named = subjects(reading, sentence, match.start())
            for organization in (*named, *(_also(reading, sentence, match.end()) if named else ())):
                yield Stand(near[-1], organization, position, sentence, 0.82)


def _sole_law(reading: Reading, sentence: Sentence) -> Sequence[Law]:
    """The law a document is about where it names no other, once it has been named."""
    laws = reading.get(find_legislation)
    told = [law for law in laws if law.start < sentence.start]
    return told[-1:] if len({law.name for law in laws}) == 1 else ()


def _brought_in(reading: Reading, sentence: Sentence, laws: Sequence[Law]) -> Iterator[Stand]:
    """Organizations that sponsor or bring in a bill: "SB 7, sponsored by A and B"."""
    for match in islice(BROUGHT_IN.finditer(sentence.text), 2):
        meant = [law for law in laws if law.end <= sentence.start + match.start()]
        at = sentence.start + match.end()
        for name in organizations_in(reading, at, sentence.end) if meant else ():
            if name.kind not in BRINGING or not LIST_MARKS.fullmatch(reading.text, at, name.start):
                break
            at = name.end
            yield Stand(meant[-1], document_name(reading, name), SUPPORT, sentence, 0.8)


def _attached(reading: Reading, sentence: Sentence, laws: Sequence[Law]) -> Iterator[Stand]:
    """ "The X-backed Y Act", "the A- and B-sponsored bill"."""
    for match in islice(ATTACHED.finditer(sentence.text), 3):
        after = [law for law in laws if law.start >= sentence.start + match.start()]
        named = organizations_in(reading, max(sentence.start, sentence.start + match.start() - 60), sentence.end)
        for name in named if after else ():
            if name.end in (sentence.start + match.start(), sentence.start + match.end()):
                position = side(match)
                yield Stand(after[0], document_name(reading, name), position, sentence, 0.86)


def _by_verb(reading: Reading, sentence: Sentence, laws: Sequence[Law]) -> Iterator[Stand]:
    """ "A and B both endorse the X Act", "A's president praised the order", "the coalition lobbies for the X Act"."""
    titled = sentence.region == HEADLINE or sentence.passage.kind == "heading"
    text = _in_running_letters(sentence.text) if titled else sentence.text
    for match in (*VERB.finditer(text), *islice(EFFORT.finditer(text), 3)):
        start, end = match.span()
        meant = _objects_of(sentence, laws, end)
        if not meant or NEGATED.search(text[max(0, start - 60) : start]):
            continue
        turned = TURNED.search(text[end : max(end, meant[0].start - sentence.start)])  # "criticized him for vetoing it"
        position = side(match)
        if turned:
            position = OPPOSE if position == SUPPORT else SUPPORT
        acting = _acting(reading, sentence, start, end)
        along = _also(reading, sentence, meant[-1].end - sentence.start) if acting else []
        for organization in (*acting, *along):
            for law in meant:
                yield Stand(law, organization, position, sentence, 0.88)


def _acting(reading: Reading, sentence: Sentence, start: int, end: int) -> list[str]:
    """The subject of the verb from `start` to `end`, and who is named in it as acting along."""
    found = subjects(reading, sentence, start)
    along = joined_in(reading, sentence.start + start, sentence.start + end) if found and end - start > 20 else []
    return [*found, *along]


def _in_running_letters(headline: str) -> str:
    """A headline whose verbs may be capitalized ("X Applauds Introduction of …"), without capitals."""
    lower = headline.lower()
    return lower if len(lower) == len(headline) else headline


def _objects_of(sentence: Sentence, laws: Sequence[Law], verb_end: int) -> list[Law]:
    """The laws a verb speaks of: those named next, or the one before where the object is "it"."""
    at = sentence.start + verb_end
    if re.match(r"\s(?:it|both|them)\b(?!\s(?:to|of|the|bills|measures|[A-Z]\w+)\b)", sentence.text[verb_end:]):
        own = [law for law in laws if law.start == at + 1]  # an "it" that is known to mean a law
        return own or [law for law in reversed(laws) if law.end <= at][:1]
    later = [law for law in laws if law.start >= at]
    if not later or not _object(sentence.text[verb_end : later[0].start - sentence.start]):
        return []
    found = [later[0]]
    for law in later[1:]:
        gap = sentence.text[found[-1].end - sentence.start : law.start - sentence.start]
        if law.start != found[-1].start and not _AND.fullmatch(gap):
            break
        found.append(law)
    return found


def _object(between: str) -> bool:
    """Whether the law is what the verb before it speaks of: no new clause between them."""
    longest = 330 if re.search(r"\bfor \w+ing(?: of)? (?:the )?\Z", between) else 170
    between = re.sub(r"[“\"]\Z", "", between)
    if len(between) > longest or re.search(r"\b(?:in|under|within|by|like|as)\s(?:the\s)?\Z", between):
        return False
    return not re.search(
        r"[;:]\s|[“”\"]|\b(?:because|but|while|although|whereas|said|says|which|against"
        r"|noting|saying|arguing|warning|adding|claiming|citing)\b",
        between,
    )
