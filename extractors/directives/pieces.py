"""Sentences and cells of tables taken apart for judging: number, run-in heading, whether they are items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.directives.force import AGREEMENT, LEGISLATION, ought
from extractors.directives.imperatives import is_imperative
from extractors.text.sentences import Sentence, split

_NUMBER = re.compile(r"(?:[•▪◦●*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_NEW_ITEM = re.compile(r"\n\s*(?=(?:[•▪◦●*–—-]|\(?\d{1,2}[.)])\s)")
_RUN_IN = re.compile(r"(?P<head>[A-Z“\"'‘][\w“”\"'‘’/&,() -]{2,70}?):\s+(?=[A-Z“\"])")
_LAW_RUN_IN = re.compile(r"(?P<head>[A-Z][\w“”’'/&,(). -]{2,70}?):\s+(?=[a-z])")
_LABEL = re.compile(
    r"(?:Workers|Unions|Employers|Companies|Governments|Policymakers|Lawmakers|Developers|Investors"
    r"|Organizers|Members|Stewards|Locals)"
    r"(?:,? (?:and|or|&)?\s?[a-z-]+){0,4} (?=[A-Z][a-z]+ [a-z])"
)
_CONTRACT_HEAD = re.compile(r"\b(?:Agreement|Contract|CBA|MOU|Memorandum|contract language|Pact|Side Letter)s?\b")
_LAW_HEAD = re.compile(
    r"\b(?:[A-Z][\w’'-]* (?:Act|Bill|Law|Directive|Regulation|Order|Ordinance)|Legislation|[SHA]\.?B\.? ?\d+|GDPR|CCPA"
    r"|BIPA|NLRA|Local Law \d+|Title VII|Article \d+|H\.R\. ?\d+)\b"
)
_PAST = re.compile(
    r"^(?:(?:A |The )?(?:[Rr]eintroduction|[Ss]igned|[Pp]assed|[Rr]atified|[Aa]pproved|[Vv]etoed|[Ii]ntroduced"
    r"|[Ee]ndorsed"
    r"|[Aa]uthored|[Ss]ponsored|[Cc]o-?sponsored|[Ss]ources?|[Aa]s of|[Ss]ee|[Rr]ead|[Cc]lick|[Ff]or more|[Ss]upported"
    r"|[Ll]ed) |https?:)|\b(?:endorsed by|was (?:introduced|vetoed|passed|signed)|said|says|told)\b"
    r"|^[\d.]+(?:%| ?per ?cent)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|said|says|will|would|can|could|did|does|do|plans?|believes?|remains?|came|went"
    r"|made|took|got|I|we|he|she|they|it|there)\b",
    re.IGNORECASE,
)
_THIRD = re.compile(r"[A-Z][a-z]+s\b(?! (?:and|or|of|in|at|are|is|were|will|would|can|have|who|that)\b)")
_HANGS = re.compile(
    r"\bfollowing\b|\b(?:to|that|would|will|shall|should|must|by|on|for|of|in|with|includ(?:e|es|ed|ing)|are|is"
    r"|as|require[sd]?"
    r"|provisions?|measures?|demands?|principles?|protections?|steps?|ways?|things|terms|recommendations|information on"
    r"|position|rights|agreement|contract|deal|bill|act|amptp|approval|\d+%|below)(?: \([^)]*\))?\s*:$",
    re.IGNORECASE,
)
_SAYS = 14  # words of a sentence that leads to a list and says something by itself
_ITEM = 60  # words of a paragraph that can be an item of a list


@dataclass(frozen=True)
class Piece:
    """A sentence, or a cell of a table, ready to be judged."""

    start: int
    end: int
    text: str
    run_in: str | None
    heading: str | None
    item: bool
    opens: bool
    passage: int
    alone: bool


def pieces(sentence: Sentence, heading: str | None) -> Iterator[Piece]:
    """What is judged of a sentence under `heading`: itself without number and run-in heading, or the cells of a row."""
    if sentence.passage.kind == "table" or "\t" in sentence.text:
        yield from _cells(sentence, heading)
        return
    at = 0
    for line in [*_NEW_ITEM.finditer(sentence.text), None]:
        end = line.start() if line else len(sentence.text)
        yield _piece(sentence, at, end, heading)
        at = line.end() if line else end


def _piece(sentence: Sentence, at: int, to: int, heading: str | None) -> Piece:
    """The part of a sentence from `at` to `to`: all of it, or an item of a list that runs through it."""
    text, start = sentence.text[at:to].rstrip(), sentence.start + at
    item, end = sentence.passage.kind == "list_item", start + len(text)
    if (number := _NUMBER.match(text)) and number.end() < len(text):
        start, text, item = start + number.end(), text[number.end() :], True
    run_in = _RUN_IN.match(text)
    head = None
    if run_in is None and (run_in := _LAW_RUN_IN.match(text)) and not _LAW_HEAD.search(run_in["head"]):
        run_in = None
    if run_in and len(run_in["head"].split()) <= 8 and not ought(run_in["head"]):
        head = run_in["head"]
        start, text = start + run_in.end(), text[run_in.end() :]
    label = _LABEL.match(text)
    if label and is_imperative(text[label.end() :]):  # the first cell of a table's row, run into the second
        head = label.group().strip()
        start, text = start + label.end(), text[label.end() :]
    return Piece(
        start,
        end,
        text,
        head,
        heading,
        item,
        sentence.start == sentence.passage.char_start,
        sentence.passage.ordinal,
        sentence.end + 1 >= sentence.passage.char_end and sentence.start == sentence.passage.char_start,
    )


def _cells(sentence: Sentence, heading: str | None) -> Iterator[Piece]:
    for cell in re.finditer(r"(?:(?!</?p>)[^\t])+", sentence.text):
        for start, end in split(cell.group()):
            at = sentence.start + cell.start() + start
            text = cell.group()[start:end]
            if len(text.split()) >= 5 and text[-1] in ".;>0123456789":
                yield Piece(at, at + len(text), text, None, heading, True, True, sentence.passage.ordinal, False)


def section(heading: str) -> str | None:
    """The instrument that a heading, or a line like one, names: a contract or a law; else None."""
    if _CONTRACT_HEAD.search(heading):
        return AGREEMENT
    return LEGISLATION if _LAW_HEAD.search(heading) else None


def is_past(text: str) -> bool:
    """Whether an item of a list tells of votes, sources or figures, and not of what a text says."""
    return _PAST.search(text) is not None


def is_title(text: str) -> bool:
    """Whether a sentence is a headline in capitals, reprinted in the body: "Members Introduce Bill to Limit AI"."""
    words = [word for word in text.split() if len(word) > 3]
    return text[-1].isalnum() and len(words) > 4 and all(word[:1].isupper() or not word[:1].isalpha() for word in words)


def is_line(sentence: Sentence) -> bool:
    """Whether a sentence is a short line without a full stop that stands alone, like a heading."""
    text = sentence.text
    return len(text) < 80 and text[-1] not in '.!?;:,”"' and text == sentence.passage.text.strip()


def is_like_item(piece: Piece) -> bool:
    """Whether a paragraph after a sentence with a colon can be an item of its list."""
    text = piece.text
    if not piece.alone or piece.run_in or text[:1] in "“\"'‘[" or len(text.split()) > _ITEM:
        return False
    return text.rstrip().endswith((";", "; and")) or bool(_THIRD.match(text)) or not _FINITE.search(text[:90])


def says_more(text: str) -> bool:
    """Whether a sentence that leads to a list or a speech says by itself what these only detail."""
    return len(text.split()) > _SAYS and _HANGS.search(text) is None
