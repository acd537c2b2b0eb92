"""How much of a document was read: which of its pages were not, and whether a text layer is what the page shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SAMPLE = 20_000  # characters
_VOWELS = re.compile(r"[aeiouyAEIOUY]")
_LETTERS = re.compile(r"[A-Za-z]")
_STRANGE = re.compile(
    "[\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf6ff\uf900-\ufaff\U000f0000-\U0010ffff\u200b-\u200f\u2060-\u2064\ufeff]"
)
# UTF-8 read as Windows-1252 ("â€™", "Ã©"), and letters shifted by a font without a map ("7KLV $JUHHPHQW")
_MISREAD = re.compile("[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u2018-\u203a\u20ac\u2122]|\u00e2\u20ac")
_SHIFTED = re.compile(r"(?<![A-Za-z])(?:WKH|DQG|RI|VKDOO|HPSOR\\HH|$JUHHPHQW|7KH|WR|EH|RU)(?![A-Za-z])")
_SHIFTED_LEAST = 0.04  # share of words; in English these are one word in five


@dataclass(frozen=True)
class Coverage:
    """What was read otherwise than from the text layer, and what was not: `unread` holds page numbers, from 1.

    `confidence` is the mean word confidence of the `recognized` pages, 0 to 100; None where there are none.
    """

    recognized: int = 0
    confidence: float | None = None
    unread: tuple[int, ...] = ()


def ranges(numbers: Sequence[int], most: int | None = None) -> str:
    """`1-4, 9`; with `most`, no more ranges than that."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    parts = [str(a) if a == b else f"{a}-{b}" for a, b in found[:most]]
    return ", ".join(parts) + (" and more" if most is not None and len(found) > most else "")


def named(numbers: Sequence[int]) -> str:
    """`page 3` or `pages 1-4, 9`, at most twenty ranges."""
    return f"{'page' if len(numbers) == 1 else 'pages'} {ranges(numbers, 20)}"


def is_garbled(text: str) -> bool:
    """Whether text is not what the page shows: unmapped or invisible characters, letters that form no language."""
    sample = text[:_SAMPLE]
    if len(sample) < 100:
        return False
    if len(_STRANGE.findall(sample)) > 0.15 * len(sample) or len(_MISREAD.findall(sample)) > 0.03 * len(sample):
        return True
    if len(_SHIFTED.findall(sample)) > _SHIFTED_LEAST * len(sample.split()):
        return True
    letters = len(_LETTERS.findall(sample))
    return letters > max(200, 0.4 * len(sample)) and len(_VOWELS.findall(sample)) < 0.22 * letters
