"""Words with places, and the pieces of lines they form: split at wide gaps, mended where words were torn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_WIDE = 1.2  # of the font size: a gap that may part columns or cells
_TOUCHING = 0.06  # of the font size: no gap at all
_KERNED = 0.45  # of the usual gap between words: narrow enough for a fragment to belong to its neighbor
_SHORT = "a i an as at be by do go he if in is it me my no of on or so to up us we"
_SHORT_WORDS = frozenset(_SHORT.split())


class Word(NamedTuple):
    """A word and its box."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Words side by side on one line without a wide gap. `hyphen`: the last word is cut at the line's end."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    hyphen: bool = False

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)


def segments_of(lines: Iterable[tuple[list[Word], float, bool, bool]]) -> tuple[Segment, ...]:
    """Segments from lines of (words, font size, bold, cut word at the end)."""
    sized = ((words, _sane(size, words), bold, hyphen) for words, size, bold, hyphen in lines)
    lines = [(_unspaced(words, size), size, bold, hyphen) for words, size, bold, hyphen in sized]
    gaps = [(b.x0 - a.x1) / size for words, size, _, _ in lines for a, b in pairwise(words)]
    usual = median(gaps) if gaps else 0.0
    known = usual > 0.15  # else the font's widths are not to be trusted
    found: list[Segment] = []
    for words, size, bold, hyphen in lines:
        piece: list[Word] = []
        for word in words:
            if piece:
                last = piece[-1]
                gap = word.x0 - last.x1
                level = min(last.bottom, word.bottom) - max(last.top, word.top)
                apart = level < 0.3 * min(last.bottom - last.top, word.bottom - word.top)
                if apart or gap > _WIDE * size or gap < -2 * size:
                    found.append(_segment(piece, size, bold, False))
                    piece = []
                elif known and -0.5 * size < gap < _KERNED * usual * size and _torn(last.text, word.text, gap / size):
                    piece[-1] = Word(last.text + word.text, last.x0, word.x1, last.top, last.bottom)
                    continue
            piece.append(word)
        found.append(_segment(piece, size, bold, hyphen))
    return tuple(found)


def _sane(size: float, words: list[Word]) -> float:
    """The font size, or the height of the words where a damaged font gives none that can be."""
    return size if 1.0 <= size <= 500.0 else min(500.0, max(1.0, *(word.bottom - word.top for word in words)))


def _torn(left: str, right: str, gap: float) -> bool:
    """Whether two pieces are one word: nothing parts them, or little does and one is no word by itself."""
    if not (left[-1].isalpha() and right[0].islower()):
        return False
    return gap < _TOUCHING or any(
        len(piece) <= 2 and piece.isalpha() and piece.casefold() not in _SHORT_WORDS for piece in (left, right)
    )


def _unspaced(words: list[Word], size: float) -> list[Word]:
    """Words of a line whose letters are set apart ("A R T I C L E  7"), put together again."""
    if len(words) < 5 or sum(len(word.text) == 1 for word in words) < 0.8 * len(words):
        return words
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    usual = median(gaps)
    if not 0 < usual < size or not all(word.text.isalnum() for word in words[:4]):
        return words
    joined = [words[0]]
    for word, gap in zip(words[1:], gaps, strict=True):
        last = joined[-1]
        if gap < 1.5 * usual and min(last.bottom, word.bottom) > max(last.top, word.top):
            joined[-1] = Word(last.text + word.text, last.x0, word.x1, last.top, last.bottom)
        else:
            joined.append(word)
    return joined


def _segment(words: list[Word], size: float, bold: bool, hyphen: bool) -> Segment:
    main = max(words, key=lambda word: (min(4, len(word.text)), word.bottom - word.top))
    height = main.bottom - main.top
    top, bottom = (main.top, main.bottom) if height > 0.3 * size else (main.bottom - size, main.bottom)
    return Segment(tuple(words), words[0].x0, max(w.x1 for w in words), top, bottom, bottom, size, bold, hyphen)
