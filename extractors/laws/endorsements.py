"""Lists of who is for a law and who against: "endorsed by A; B; C", "opponents include A", items under a heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from extractors.base import Reading
from extractors.laws.find import find_legislation, legislation_in
from extractors.laws.known import is_settled
from extractors.laws.law import Law
from extractors.laws.position_words import HEADING, LIST_ENDS, LISTED_BY, OPENING, SIGNED_IN, SPEAKING
from extractors.laws.stands import OPPOSE, SUPPORT, Stand, side
from extractors.names.enumerations import Listed, organization_of, organizations_listed
from extractors.text.quick import quick
from extractors.text.sentences import Sentence

_OFTEN = 4  # times as often as the law named last
_STARTS_SO = re.compile(
    r"\W*(?:(?:[Ii]t|[Tt]his)\s(?:is|was|has|also|earned)|(?:[Bb]oth|[Aa]lso\s)?[Ee]ndorsed|[Ss]upported|[Bb]acked"
    r"|[Oo]pposed)\b"
)
_COALITION_FOR = quick(
    r"\b(?:coalition|alliance)\b[^.;:]{0,60}?\s(?:(?P<oppose>in opposition to|oppos(?:ing|ed to|es)|against|fighting)"
    r"|(?P<support>in (?:support|favou?r) of|support(?:ing|s)|backing|behind))\s(?:the\s)?"
)
_COALITION_LISTS = quick(
    r"\b[Tt]he (?:[\w-]+ ){0,2}(?:coalition|alliance)(?:[’']s members)?(?: also| now)? (?:includes?|comprises"
    r"|consists of|is made up of|brings together|counts)\b:?\s"
)
_PROSE = re.compile(r"[“\"]|\b(?:is|are|would|will|said)\b")
_ENDED = re.compile(r"[.!?”\"]\Z|[“\"]|:\Z")


def endorsements(reading: Reading, every: Sequence[Sentence], index: int, laws: Sequence[Law]) -> Iterator[Stand]:
    """The stands of the lists that the sentence `every[index]`, which names `laws`, holds or opens."""
    sentence = every[index]
    yield from _listed_by(reading, every, index, laws)
    yield from _in_coalition(reading, every, index)
    text = sentence.text
    openings = (pattern.finditer(text) for pattern in (OPENING, SPEAKING, SIGNED_IN))
    for match in (match for found in openings for match in islice(found, 2)):
        inside = [law for law in laws if match.start() <= law.start - sentence.start < match.end()]
        law = inside[-1] if inside else law_meant(reading, sentence, laws)
        if law is None:
            continue
        position = side(match)
        stop = LIST_ENDS.search(text, match.end())
        for listed in organizations_listed(
            reading, sentence.start + match.end(), sentence.start + stop.start() if stop else sentence.end
        ):
            yield Stand(law, listed.name, position, sentence, 0.87)
        if not text[match.end() :].strip():
            yield from _below(reading, every, index, law, position)
    heading = HEADING.match(text.strip()) if len(text.strip()) < 140 else None
    headed = law_meant(reading, sentence, laws) if heading else None
    if heading and headed:
        yield from _below(reading, every, index, headed, side(heading))


def _in_coalition(reading: Reading, every: Sequence[Sentence], index: int) -> Iterator[Stand]:
    """ "A coalition is forming against the X Act. … The coalition includes A, B": who is in it shares its side."""
    sentence = every[index]
    listing = _COALITION_LISTS.search(sentence.text)
    told = None
    for earlier in reversed(every[max(0, index - 12) : index + 1]) if listing else ():
        told = told or _COALITION_FOR.search(earlier.text)
        if told is None:
            continue
        at = earlier.start + told.end()
        law = next((law for law in legislation_in(reading, at, earlier.end) if law.start - at < 40), None)
        if law and listing:
            for listed in organizations_listed(reading, sentence.start + listing.end(), sentence.end):
                yield Stand(law, listed.name, side(told), sentence, 0.84)
        return


def law_meant(reading: Reading, sentence: Sentence, laws: Sequence[Law]) -> Law | None:
    """The law that a list without one of its own is about: the sentence's last, else the one named last before.

    Of those named before, a law in force is none, nor is one named in passing beside the bill the text is about.
    """
    if laws:
        return laws[-1]
    before = [law for law in reading.get(find_legislation) if law.start < sentence.start]
    open_ = [law for law in before if not is_settled(law.name, law.year)] or before
    often = Counter(law.name for law in open_)
    central = [law for law in open_ if often[law.name] >= _OFTEN * often[open_[-1].name]]
    return (central or open_)[-1] if open_ else None


def _listed_by(reading: Reading, every: Sequence[Sentence], index: int, laws: Sequence[Law]) -> Iterator[Stand]:
    """ "The bill is endorsed by A; B; and C", also where the list stands in the items that follow."""
    sentence = every[index]
    for match in islice(LISTED_BY.finditer(sentence.text), 3):
        before = [law for law in laws if law.end <= sentence.start + match.start()]
        law = before[-1] if before else None
        if law is None and _STARTS_SO.match(sentence.text):
            law = laws[0] if laws else law_meant(reading, sentence, ())
        if law is None:
            continue
        position = OPPOSE if match["oppose"] or match["against"] else SUPPORT
        stop = LIST_ENDS.search(sentence.text, match.end())
        end = sentence.start + stop.start() if stop else sentence.end
        for listed in organizations_listed(reading, sentence.start + match.end(), end):
            yield Stand(law, listed.name, position, sentence, 0.92)
        if not sentence.text[match.end() :].strip():
            yield from _below(reading, every, index, law, position)


def _below(reading: Reading, every: Sequence[Sentence], index: int, law: Law, position: str) -> Iterator[Stand]:
    """The organizations of the items or short lines that follow a heading such as "Endorsing organizations:"."""
    for item in every[index + 1 : index + 200]:
        text = item.text.strip()
        if len(text) > 400 and ";" not in text and text.count(",") < 5:
            return
        if item.passage.kind == "list_item" or (len(text) < 110 and not _ENDED.search(text)):
            found: Sequence[Listed | None] = [organization_of(reading, item.start, item.end)]
        elif text.count(",") + text.count(";") >= 3 and not _PROSE.search(text):
            found = organizations_listed(reading, item.start, item.end)
        else:
            return
        for listed in found:
            if listed:
                yield Stand(law, listed.name, position, item, 0.85)
