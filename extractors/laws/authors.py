"""Who is called author or sponsor of "the bill", and who speaks in a release about one: "Bill sponsor Rep. A said"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.base import Reading
from extractors.laws.law import Law
from extractors.laws.places import sentence_at
from extractors.laws.sponsors import lawmakers, row
from extractors.text.sentences import body_sentences

_KIND = r"(?:(?:lead|chief|main|primary|principal|original)\s)?(?:sponsor|author)s?"
_THE_BILL = r"(?:the|this)\s(?:bill|measure|legislation|proposal)"
_OFFICE = (
    r"(?:(?:state|State|U\.S\.|Democratic|Republican|Assistant|Majority|Minority)\s)?"
    r"(?:(?:Sens?|Reps?|Asm|Senators?|Representatives?|Congress\w+|Assembly\s?\w+|Delegate|Councill?\w*|MPP?|MLA|MSP|TD"
    r"|Del)\b\.?\s)?"
)
_AUTHOR_THEN = re.compile(rf"\b(?:[Bb]ill|[Mm]easure|[Ll]egislation|[Pp]roposal)(?:[’']s)?\s{_KIND},?\s{_OFFICE}\Z")
_TAG = r"(?:\s?\([^()]*\)|,\s[DRI]-[\w.’ ]{2,24})?"
_THEN_AUTHOR = re.compile(
    rf"{_TAG},?\s(?:(?:is|was|are)\s)?(?:{_THE_BILL}[’']s\s{_KIND}|(?:the\s)?{_KIND} of {_THE_BILL}"
    r"|who\s(?:\w+\s)?(?:introduced|authored|sponsored|sponsors|wrote|carries|carried|filed|proposed|tabled|brought)\s"
    rf"{_THE_BILL})\b"
)
_RELEASED = re.compile(
    r"\W*In \w+ (?:\w+\s){0,2}(?:release|statement|announcement)\s(?:unveiling|announcing|introducing|on|about)\s"
    r"(?:the\s)?"
)
_SAY = re.compile(r"[^.;“\"]{0,90}\b(?:said|say|wrote|announced)\b")


def authors_of_the_bill(reading: Reading) -> tuple[str, ...]:
    """The lawmakers called author or sponsor of "the bill"; for texts that are about one bill."""
    for sentence in reading.get(body_sentences):
        if not any(word in sentence.text for word in ("sponsor", "author", " who ")):
            continue
        people = lawmakers(reading, sentence.start, sentence.end)
        for index, person in enumerate(people):
            before = reading.text[max(sentence.start, person.start - 90) : person.start]
            if _AUTHOR_THEN.search(before):
                return tuple(p.name for p in row(reading.text, people[index:], last=False))
            if _THEN_AUTHOR.match(reading.text, person.end):
                return tuple(p.name for p in row(reading.text, people[: index + 1], last=True))
    return ()


def releasing(reading: Reading, mentions: Sequence[Law]) -> tuple[str, ...]:
    """The lawmakers who speak in their release about a law: "In a release on the X Act, Sens. A and B said"."""
    for law in mentions:
        sentence = sentence_at(reading, law.start)
        if not _RELEASED.fullmatch(reading.text, sentence.start, law.start):
            continue
        people = row(reading.text, lawmakers(reading, law.end, sentence.end), last=False)
        if people and _SAY.match(reading.text, people[-1].end, sentence.end):
            return tuple(p.name for p in people)
    return ()
