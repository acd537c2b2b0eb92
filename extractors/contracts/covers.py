"""Parties on the cover of an agreement: the names around a line that says "and", before contents and first article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.base import Reading
from extractors.contracts.sides import looks, side_of, split_sides
from extractors.names.jurisdictions import code_of
from extractors.structure.headings import is_listed
from extractors.text.dates import MONTHS
from extractors.text.sentences import leaves

COVER_END = re.compile(
    r"^\s*(?:table of contents|contents|(?:alphabetical |subject )?index|preamble|article\b|section\b|this document"
    r"|signature|(?:subject|re)\s*:|(?:chapter|clause|rule|part) (?:\d|[ivx]+\b|one\b)"
    rf"|1[.)]? +(?!{MONTHS})[A-Z]"
    r"|[\W\dIil]{0,5}\s*(?:parties|background)(?: to (?:the|this) \w+)?\W*$"
    r"|labor relations\b|human resources\b)",
    re.IGNORECASE,
)
_COVER_LINE = re.compile(
    rf"[A-Z#\d-]{{2,12}}-\d{{2,4}}|(?:[A-Z]{{1,4}} ?)?\d{{4}}-\d+.{{0,20}}|(?:for the )?(?:period|term|effective"
    rf"|expires?|upon ratification)\b.*"
    rf"|.*\b(?:{MONTHS})\b.*\b(?:19|20)\d\d.*|page\b.*|document (?:no\b|number|#).{{0,40}}|[\d\W]+"
    r"|reviewed|draft|final|signed(?: copy)?|recitals:?",
    re.IGNORECASE,
)
_DESIGNATION = re.compile(
    r"^(?:local|lodge|district|council|chapter|division|unit|branch)\b"
    r"|\b(?:local|lodge|district|council|chapter|branch)(?: union)?,?(?: no\.?| #)? ?#?\d+[A-Z]?$",
    re.IGNORECASE,
)
PART_OF_NAME = re.compile(
    r"\W*(?:of\b|and\b|&|affiliated|representing|local|lodge|district|council|chapter|division|unit|branch|AFL|CLC|CTW)",
    re.IGNORECASE,
)
_JUNK = re.compile(r"(?:[^\W\d_]{1,2}\b|[\W\d_])+")
_COVER_TITLE = re.compile(
    r"^\s*(?:(?:19|20)\d\d\s*[-–—]\s*(?:19|20)?\d\d\s*)?(?:the\s+)?(?:[\w-]+\s+){0,5}?(?:collective bargaining "
    r"|labor |labour |working |master )?"
    r"(?:agreement|contract|memorandum of (?:agreement"
    r"|understanding)(?: \(\w+\))?)\b(?: of agreement)?(?:\s+(?:19|20)\d\d)?(?:\s+(?:by and )?between)?\s*$",
    re.IGNORECASE,
)
_COVER_START = re.compile(_COVER_TITLE.pattern.removesuffix(r"\s*$") + r"(?:\s*$|(?<=between)\s)", re.IGNORECASE)
_FAR = 90  # leaves within which a cover may stand behind other papers
_COVER = 24


@dataclass(frozen=True)
class Parties:
    """Employers and unions as named, and where the clause that names them stands."""

    employers: tuple[str, ...]
    unions: tuple[str, ...]
    start: int
    end: int


def covers(reading: Reading) -> Iterator[Parties | None]:
    """Parties from the first page, and from a cover that stands behind a resolution or a letter."""
    yield _cover(reading, 0)
    for number, leaf in enumerate(reading.get(leaves)[:_FAR]):
        if number and leaf.kind != "table" and _COVER_START.match(leaf.text) and not is_listed(leaf.text):
            yield _cover(reading, number)
            return


def _cover(reading: Reading, first: int) -> Parties | None:
    """Parties from a cover: the names around a line that says "and", before contents and first article."""
    lines, start, end = cover_lines(reading, first)
    cover = "\n".join(lines)
    between = re.search(r"(?:^|\n|\s)(?:(?:by and )?between|entre)\s+", cover, re.IGNORECASE)
    cover = cover[between.end() :] if between else cover
    cover = "\n".join(line for line in cover.split("\n") if not _COVER_TITLE.match(line))
    pieces = split_sides(cover)
    pieces = pieces if len(pieces) > 1 else _side_by_side(cover.split("\n")) if between else []
    if len(pieces) < 2:
        return None
    again = re.search(
        r"\n[^\n]*\b(?:AGREEMENT|CONTRACT)\b[^\n]*(?:\n|$)|\n\s*(?:by and )?between\b", pieces[1], re.IGNORECASE
    )
    pieces[1] = pieces[1][: again.start()] if again else pieces[1]
    employers: list[str] = []
    unions: list[str] = []
    kinds = [looks(piece) for piece in pieces]
    for piece, kind in zip(pieces, kinds, strict=True):
        alias = None if kind or "union" not in kinds else "Employer"
        side, names = side_of(_without_rest(_without_place(piece), kind).replace("\n", " "), alias)
        (unions if side == "union" else employers).extend(names) if side else None
    return Parties(tuple(employers), tuple(unions), start, end) if employers or unions else None


def _without_place(piece: str) -> str:
    """A name of several lines without a last one that is the place: "EGRET PAPER MILLS", "KNOT FALLS, WISCONSIN"."""
    *lines, last = piece.rstrip().split("\n")
    return "\n".join(lines) if lines and _is_place(last, lines[-1]) else piece


def _is_place(line: str, before: str) -> bool:
    """Whether a line is the place of what the line before names: "KNOT FALLS, WISCONSIN"."""
    place = re.fullmatch(r"\s*[A-Z][\w.’' -]{2,30}, ([A-Z][A-Za-z. ]+?)\s*", line)
    named = place.group(1).strip().title() if place else ""
    state = named == "Washington" or code_of(named)
    goes_on = re.search(r"(?:\b(?:of|and|the|for|between)|,)\s*$", before, re.IGNORECASE)
    return bool(state and before.strip() and not goes_on and not looks(line))


def without_places(text: str) -> str:
    """The text of a clause set in lines with blanks for the lines that are places."""
    lines = text.split("\n")
    named = [line for line in lines if line.strip()]
    places = [line for before, line in pairwise(named) if _is_place(line, before)]
    return "\n".join(" " * len(line) if line in places else line for line in lines)


def _without_rest(piece: str, kind: str | None) -> str:
    """A union's name without lines behind the number of its local that name no part of it, such as the workplace."""
    lines = piece.split("\n")
    for number, line in enumerate(lines[:-1], 1):
        ends = _DESIGNATION.search(line.strip()) and re.search(r"\d[A-Z]?\s*$", line)
        if kind == "union" and ends and not PART_OF_NAME.match(lines[number]) and looks(lines[number]) != "union":
            return "\n".join(lines[:number])
    return piece


def _both(line: str) -> bool:
    """Whether a line names both sides, whatever else it says."""
    return len(split_sides(line)) > 1


def _side_by_side(lines: Sequence[str]) -> list[str]:
    """Two names that stand under "between" without an "and": the lines up to the first of the other side, and on."""
    for number in range(1, len(lines)):
        sides_of = looks(" ".join(lines[:number])), looks(lines[number])
        if None not in sides_of and sides_of[0] != sides_of[1]:
            return ["\n".join(lines[:number]), "\n".join(lines[number:])]
    return []


def cover_lines(reading: Reading, first: int) -> tuple[list[str], int, int]:
    """The lines of the cover from leaf `first` on that may name parties, and where they stand."""
    lines: list[str] = []
    held = reading.get(leaves)[first : first + _COVER]
    start = end = held[0].char_start if held and first else 0
    for leaf in held:
        text = leaf.text.strip()
        stop = re.search(r"\s*\b(?:ALPHABETICAL |SUBJECT )?(?:TABLE OF CONTENTS|INDEX)\b|\bRecitals\b", text)
        sentence = leaf.kind != "heading" and len(text) > 90 and text[-1:] in ".;:"
        listed = is_listed(text) and not _DESIGNATION.search(text)
        if COVER_END.match(text) or listed or sentence or len(text) > 260 or leaf.kind == "table":
            break
        lines += (text[: stop.start()] if stop else text).split("\n")
        end = leaf.char_end
        if stop:
            break
    kept = [line for line in lines if line.strip() and not _is_told(line)]
    kept = [line for line in kept if not _COVER_LINE.fullmatch(line.strip()) or _both(line)]
    return (
        [line for line in kept if line.strip().casefold() in ("and", "&", "y") or not _JUNK.fullmatch(line)],
        start,
        end,
    )


def _is_told(line: str) -> bool:
    """Whether a line of a cover is a sentence about the document, such as a printer's note, and no name."""
    words = line.split()
    return line.rstrip().endswith(".") and len(words) > 3 and sum(word[0].islower() for word in words) > len(words) / 2
