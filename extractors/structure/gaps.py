"""Articles whose number OCR damaged or lost: headings that stand where the chain of articles has a gap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from extractors.readers.blocks import Placed
from extractors.structure.headings import Candidate, is_capital, is_listed, is_title, next_title, tidy
from extractors.structure.numbers import DAMAGED, as_roman, is_roman, number_key, repaired, strokes

_STRAY = re.compile(r"\W{0,3}ARTI(?:C(?:LE?)?)?[A-Z!.]?(?![\w])[ _.:#]*")
_NUMBER = re.compile(rf"(?:{DAMAGED}|\d{{1,3}}|[^\w\s]|[A-Za-z]{{1,6}}(?=\s*$|\s+[-–—]\s))(?![\w])[\s.:,_)*–—-]*")
_DAMAGED = re.compile(DAMAGED)
_LONGEST = 130  # characters of a heading
_MOST_MISSING = 9  # numbers in a row that may be filled in


@dataclass(frozen=True)
class _Stray:
    """A block that opens with ARTICLE and is not in the chain: what stands for its number, and its title."""

    index: int
    printed: str
    title: str | None
    blocks: int


def filled(chain: Sequence[Candidate], placed: Sequence[Placed], text: str, start: int) -> tuple[Candidate, ...]:
    """The chain with the headings that stand in its gaps, numbered by their place.

    `start` is the first block of the body. Headings fill a gap where there are as many of them as numbers
    are missing, or where what is left of a number reads as one that is missing.
    """
    if not chain or sum(len(c.key) == 1 for c in chain) < 0.8 * len(chain):
        return tuple(chain)
    taken = {index for c in chain for index in range(c.index, c.index + c.blocks)}
    found = [stray for stray in _strays(placed, text, start) if stray.index not in taken]
    made: list[Candidate] = []
    low, last = start, 0
    for after in chain:
        missing = range(last + 1, after.key[0])
        if 0 < len(missing) <= _MOST_MISSING:
            between = [stray for stray in found if low <= stray.index < after.index]
            before = made[-1] if made else None
            made += [_candidate(stray, n, after) for stray, n in _paired(between, missing, before)]
        made.append(after)
        low, last = after.index + after.blocks, after.key[0]
    behind = (s for s in found if s.index >= low and s.title and _DAMAGED.fullmatch(s.printed))
    ending = next((s for s in behind if not is_roman(s.printed) and _may_be(s.printed, last + 1, 2)), None)
    return (*made, _candidate(ending, last + 1, chain[-1])) if ending else tuple(made)


def _strays(placed: Sequence[Placed], text: str, start: int) -> Iterator[_Stray]:
    for index in range(start, len(placed)):
        block = placed[index]
        line = text[block.start : min(block.end, block.start + _LONGEST + 1)]
        match = _STRAY.match(line) if block.block.kind != "table" else None
        if match is None or len(line) > _LONGEST or is_listed(line):
            continue
        rest = line[match.end() :]
        number = _NUMBER.match(rest)
        printed = number.group().strip(" .:,_)*–—-") if number else ""
        rest = rest[number.end() :] if number else rest
        if not rest.strip():
            title, blocks = next_title(placed, index, text)
            yield _Stray(index, printed, title, blocks)
        elif is_title(rest) and is_capital(rest):
            yield _Stray(index, printed, tidy(rest), 1)


def _paired(strays: Sequence[_Stray], missing: range, before: Candidate | None) -> list[tuple[_Stray, int]]:
    """Headings with the missing numbers they stand for."""
    times = Counter(stray.title for stray in strays)  # what stands there twice is printed on every page
    fresh = [s for s in strays if times[s.title] == 1 and s.title and (before is None or s.title != before.title)]
    if len(fresh) > len(missing):
        fresh = [stray for stray in fresh if stray.printed]
    if len(fresh) == len(missing) and all(_may_be(s.printed, n) for s, n in zip(fresh, missing, strict=True)):
        return list(zip(fresh, missing, strict=True))
    pairs: list[tuple[_Stray, int]] = []
    for stray in fresh:
        key = number_key(repaired(stray.printed) or stray.printed)
        if key is not None and len(key) == 1 and key[0] in missing and (not pairs or key[0] > pairs[-1][1]):
            pairs.append((stray, key[0]))
    return pairs


def _may_be(printed: str, number: int, apart: int = 3) -> bool:
    """Whether what is printed can be what OCR left of a number."""
    if printed.isdigit():
        return printed in str(number) or (set(printed) == {"1"} and number <= 3)
    if _DAMAGED.fullmatch(printed):
        return Levenshtein.distance(strokes(printed), as_roman(number)) <= apart
    return True


def _candidate(stray: _Stray, number: int, beside: Candidate) -> Candidate:
    printed = as_roman(number) if is_roman(beside.number) else str(number)
    return Candidate(stray.index, printed, (number,), stray.title, 1.0, stray.blocks, capital=True)
