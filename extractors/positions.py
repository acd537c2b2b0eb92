"""Which organizations support or oppose which laws: endorsement lists, verbs of support, praise, officers' words.

A person's endorsement is no position; an officer who speaks of the bill for the organization ("we support", praise)
gives the organization's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.coalitions import find_coalitions
from extractors.laws.find import find_legislation, legislation_in
from extractors.laws.law import Law
from extractors.laws.places import sentence_at
from extractors.laws.position_words import (
    ATTACHED,
    BRINGING,
    BROUGHT_IN,
    CLAUSE,
    COALITION_NOUN,
    HEADING,
    LIST_ENDS,
    LIST_MARKS,
    LISTED_BY,
    LOBBYING,
    NEGATED,
    SIDE,
    SPEECH_OPPOSE,
    SPEECH_SUPPORT,
    STANDS_FOR,
    TURNED,
    VERB,
)
from extractors.names.enumerations import Listed, document_name, organization_of, organizations_listed
from extractors.names.organizations import Name, find_organizations, organizations_in
from extractors.names.people import Person, people_in
from extractors.quotes import Attributed, find_attributed
from extractors.text.sentences import BODY, HEADLINE, Sentence, sentences
from records.facts import Fact, LegislationPosition

SUPPORT, OPPOSE = "support", "oppose"

_AND = re.compile(r"(?:\s?\([^()]{1,30}\))?,?\s?(?:(?:and|or|&)\s)?(?:the\s)?")
_ADVERBS = re.compile(
    r"(?:\s?\([^()]{1,30}\))?,?(?:\sand\s(?:[\w’'-]+\s){1,4}(?:groups|organi[sz]ations|unions|others|allies))?"
    r"(?:\s(?:\w+ly|have|has|is|are|been|all|both|also|today|jointly))*\s"
)
_SPEAKERS = re.compile(
    r"\b(?:[Rr]epresentatives|[Ll]eaders|[Oo]fficials|[Pp]residents|[Hh]eads)\s(?:from|of|for|with)\s(?:the\s)?"
    r"(?:[A-Z][\w’'&-]*,?\s(?:(?:and|of|the|for)\s){0,2}){0,9}\Z"
)
_KINDS_OF = {"union": ("union",), "guild": ("union",), "federation": ("federation", "union"),
             "confederation": ("federation",), "chamber": ("employer_association",)}  # fmt: skip
_BRINGING_KINDS = ("ngo", "employer_association", "coalition", "union", "federation", "other")
_RECALLED = 1_200  # characters before "the union" in which it is named
_TOLD = 0.8  # confidence of what a text tells; less is gathered from somebody's words
_OFFICIAL = frozenset({"legislature", "government", "media"})


@dataclass(frozen=True)
class Stand:
    """An organization for or against a law, and the sentence that tells it."""

    law: Law
    organization: str
    position: str
    sentence: Sentence
    confidence: float


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
    for index, sentence in enumerate(every):
        laws = legislation_in(reading, sentence.start, sentence.end)
        yield from _listed(reading, every, index, laws)
        if laws:
            yield from _sides(reading, sentence, laws)
            yield from _by_verb(reading, sentence, laws)
            yield from _attached(reading, sentence, laws)
        if law := _headed(reading, sentence):
            yield from _under_heading(reading, every, index, law)
    yield from _spoken(reading)


def _sides(reading: Reading, sentence: Sentence, laws: Sequence[Law]) -> Iterator[Stand]:
    """ "Opponents of the bill include A and B", and organizations that sponsor or bring in a bill."""
    for match in islice(SIDE.finditer(sentence.text), 2):
        meant = [law for law in laws if match.start() < law.start - sentence.start < match.end()]
        for listed in organizations_listed(reading, sentence.start + match.end(), sentence.end) if meant else ():
            yield Stand(meant[-1], listed.name, SUPPORT if match["support"] else OPPOSE, sentence, 0.85)
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
                position = SUPPORT if match["support"] else OPPOSE
                yield Stand(after[0], document_name(reading, name), position, sentence, 0.86)


def _listed(reading: Reading, every: Sequence[Sentence], index: int, laws: Sequence[Law]) -> Iterator[Stand]:
    """ "The bill is endorsed by A; B; and C", also where the list stands in the items that follow."""
    sentence = every[index]
    for match in islice(LISTED_BY.finditer(sentence.text), 3):
        before = [law for law in laws if law.end <= sentence.start + match.start()]
        law = before[-1] if before else _law_meant(reading, sentence)
        if law is None or (
            not before
            and not re.match(r"\W*(?:[Ii]t|[Tt]his|[Tt]he|[Ee]ndorsed|[Ss]upported|[Oo]pposed)\b", sentence.text)
        ):
            continue
        if not before and not re.match(
            r"\W*(?:(?:[Ii]t|[Tt]his)\s(?:is|has)|[Ee]ndorsed|[Ss]upported|[Oo]pposed)\b", sentence.text
        ):
            continue
        position = SUPPORT if match["support"] or match["has"] else OPPOSE
        stop = LIST_ENDS.search(sentence.text, match.end())
        end = sentence.start + stop.start() if stop else sentence.end
        for listed in organizations_listed(reading, sentence.start + match.end(), end):
            yield Stand(law, listed.name, position, sentence, 0.92)
        if not sentence.text[match.end() :].strip():
            yield from _under_heading(reading, every, index, (law, position))


def _law_meant(reading: Reading, sentence: Sentence) -> Law | None:
    before = [law for law in reading.get(find_legislation) if law.start < sentence.start]
    return before[-1] if before else None


def _headed(reading: Reading, sentence: Sentence) -> tuple[Law, str] | None:
    text = sentence.text.strip()
    match = HEADING.match(text) if len(text) < 140 else None
    if not match:
        return None
    own = legislation_in(reading, sentence.start, sentence.end)
    law = own[-1] if own else _law_meant(reading, sentence)
    return (law, SUPPORT if match["support"] else OPPOSE) if law else None


def _under_heading(reading: Reading, every: Sequence[Sentence], index: int, meant: tuple[Law, str]) -> Iterator[Stand]:
    """The organizations of the items or short lines that follow a heading such as "Endorsing organizations:"."""
    law, position = meant
    for item in every[index + 1 : index + 200]:
        text = item.text.strip()
        if len(text) > 400 and ";" not in text and text.count(",") < 5:
            return
        if item.passage.kind == "list_item" or (len(text) < 110 and not re.search(r"[.!?”\"]\Z|[“\"]|:\Z", text)):
            found: Sequence[Listed | None] = [organization_of(reading, item.start, item.end)]
        elif text.count(",") + text.count(";") >= 3 and not re.search(r"[“\"]|\b(?:is|are|would|will|said)\b", text):
            found = organizations_listed(reading, item.start, item.end)
        else:
            return
        for listed in found:
            if listed:
                yield Stand(law, listed.name, position, item, 0.85)


def _by_verb(reading: Reading, sentence: Sentence, laws: Sequence[Law]) -> Iterator[Stand]:
    """ "A and B both endorse the X Act", "A's president praised the order", "the coalition lobbies for the X Act"."""
    text = sentence.text if sentence.region == BODY else _in_running_letters(sentence.text)
    lobbying = LOBBYING.search(text)
    matches: list[tuple[int, int, str]] = [
        (m.start(), m.end(), SUPPORT if m["support"] else OPPOSE) for m in VERB.finditer(text)
    ]
    if lobbying:
        matches.append((lobbying.start(), lobbying.end(), SUPPORT))
    for start, end, position in matches:
        meant = _objects_of(sentence, laws, end)
        if not meant or NEGATED.search(text[max(0, start - 60) : start]):
            continue
        turned = TURNED.search(text[end : max(end, meant[0].start - sentence.start)])  # "criticized him for vetoing it"
        stand = position if not turned else OPPOSE if position == SUPPORT else SUPPORT
        for organization in _subjects(reading, sentence, start):
            for law in meant:
                yield Stand(law, organization, stand, sentence, 0.88)


def _in_running_letters(headline: str) -> str:
    """A headline whose verbs may be capitalized ("X Applauds Introduction of …"), without capitals."""
    lower = headline.lower()
    return lower if len(lower) == len(headline) else headline


def _objects_of(sentence: Sentence, laws: Sequence[Law], verb_end: int) -> list[Law]:
    """The laws a verb speaks of: those named next, or the one before where the object is "it"."""
    at = sentence.start + verb_end
    if re.match(r"\s(?:it|both|them)\b(?!\s(?:to|of|the|bills|measures|[A-Z]\w+)\b)", sentence.text[verb_end:]):
        return [law for law in reversed(laws) if law.end <= at][:1]
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
    if len(between) > 170 or re.search(r"\b(?:in|under|within|by|like|as)\s(?:the\s)?\Z", between):
        return False
    return not re.search(r"[.;:]\s|[“”\"]|\b(?:because|but|while|although|whereas|said|says|which|against)\b", between)


def _subjects(reading: Reading, sentence: Sentence, verb: int) -> list[str]:
    """The organizations that are the subject of the verb at `verb`; a person stands for the organization led."""
    text = sentence.text
    first = max(0, verb - 600)
    cut = [m.end() for m in CLAUSE.finditer(text, first, verb)]
    begin = sentence.start + (cut[-1] if cut else first)
    end = sentence.start + verb
    if begin >= end:
        return []
    listed = re.search(r",\s(?:and|as)\s\Z", text[max(0, begin - sentence.start - 8) : begin - sentence.start])
    if listed and re.match(r"the\s[A-Z]", reading.text[begin : begin + 6]):  # "A, B, and the C support": a list's last
        begin = sentence.start + (cut[-2] if len(cut) > 1 else first)
    people = people_in(reading, begin, end)
    organizations = [
        n
        for n in organizations_in(reading, begin, end)
        if not any(law.start <= n.start < law.end for law in legislation_in(reading, begin, end))
    ]
    if coalition := _coalition(reading, sentence, begin, end):
        return coalition
    if people or listed:
        last = people[-1].end if people else begin
        return _listed_before(reading, organizations, last, end) or _led(reading, people, organizations, end)
    if not organizations:
        return _meant(reading, begin, end)
    return [
        document_name(reading, n)
        for n in organizations
        if n.kind not in _OFFICIAL and not _inside_clause(reading.text, n, begin, end)
    ]


def _listed_before(reading: Reading, organizations: Sequence[Name], start: int, end: int) -> list[str]:
    """The organizations that stand last before the verb, after the persons of the same list: "Rep. Poe, A, and B"."""
    found: list[Name] = []
    until = end
    for name in reversed(organizations):
        gap = reading.text[name.end : until]
        if name.start < start or not (_AND.fullmatch(gap) if found else _ADVERBS.fullmatch(gap)):
            break
        found.append(name)
        until = name.start
    return [document_name(reading, n) for n in reversed(found) if n.kind not in _OFFICIAL]


def _meant(reading: Reading, begin: int, end: int) -> list[str]:
    """The organization that "the union", "the federation" before a verb means: the one of its kind named last."""
    match = STANDS_FOR.search(reading.text, begin, end)
    if not match:
        return []
    kinds = _KINDS_OF.get(match["noun"], _BRINGING_KINDS)
    before = [n for n in organizations_in(reading, max(0, begin - _RECALLED), begin) if n.kind in kinds]
    return [document_name(reading, before[-1])] if before else []


def _led(reading: Reading, people: Sequence[Person], organizations: Sequence[Name], end: int) -> list[str]:
    if not people:
        return []
    person = people[-1]
    if person.party or not person.organization or person.organization_kind in _OFFICIAL:
        return []
    near = [n for n in organizations if n.name == person.organization]
    return [document_name(reading, near[0])] if near and end - person.end < 60 else []


def _coalition(reading: Reading, sentence: Sentence, begin: int, end: int) -> list[str]:
    groups = [g for g in reading.get(find_coalitions) if g.kind == "coalition"]
    text = reading.text[begin : min(end, begin + 60)]
    named = [g.name for g in groups if g.name in text]
    if named:
        return named
    if groups and COALITION_NOUN.search(text):
        before = [g for g in groups if g.start <= sentence.start]
        return [before[-1].name] if before else []
    return []


def _inside_clause(text: str, name: Name, begin: int, end: int) -> bool:
    """Whether the organization only stands in a side clause or as an owner: "members of X", "X's"."""
    before = text[begin : name.start]
    if _SPEAKERS.search(before):
        return False
    if re.search(
        r"\b(?:representatives|leaders|officials|presidents|heads)\s(?:from|of|for|with)\s(?:the\s)?\Z", before
    ):
        return False
    if re.search(
        r"\b(?:which|who|at|of|in|with|to|by|for|against|from|than|represents?|representing|under|on)\s(?:the\s)?\Z",
        before,
    ):
        return True
    return bool(re.match(r"[’']s?\s", text[name.end : end])) or bool(re.search(r"\bwhich\b[^,]*\Z", before))


def _spoken(reading: Reading) -> Iterator[Stand]:
    """Words of an organization's officer about a bill: for it where they praise, against it where they attack."""
    for said in reading.get(find_attributed):
        organization = _speaking_for(reading, said)
        start, end = said.quoted.start, said.quoted.end
        own = legislation_in(reading, start, end)
        if not organization or not own:
            continue
        words = reading.text[start:end]
        opposed, praised = SPEECH_OPPOSE.search(words), SPEECH_SUPPORT.search(words)
        if bool(praised) == bool(opposed):
            continue
        law = own[0]
        sentence = sentence_at(reading, law.start)
        yield Stand(law, organization, SUPPORT if praised else OPPOSE, sentence, 0.7)


def _speaking_for(reading: Reading, said: Attributed) -> str | None:
    """The organization an officer speaks for; None for lawmakers, officials and people without an organization."""
    organization = said.voice.organization
    if not organization:
        return None
    name = next((n for n in reading.get(find_organizations) if n.name == organization), None)
    if (
        name is None
        or name.kind in _OFFICIAL
        or re.search(r"\b(?:[Ss]enator|[Cc]ongress|[Rr]epresentative|[Rr]anking)\b", said.voice.role or "")
    ):
        return None
    return document_name(reading, name)
