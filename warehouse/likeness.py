"""How alike two names, two quotes or two whole texts are; names and quotes as found facts pair with gold facts."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "ʻ": "'", "\u00ad": "", "\u0002": ""}
)
_SMALL = frozenset(["the", "of", "and", "for", "a", "inc", "llc", "ltd", "corp", "company", "co", "on", "in", "to"])
_WORDS = re.compile(r"[a-z0-9$%]+")
_WORD = re.compile(r"\w+")
_RUN = 8  # words: what two contracts share by chance is shorter
_PRIME = 1_099_511_628_211
_QUOTE_LENGTH = 100  # words: a short quote inside one no longer than this is as good as the same


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Text without case, with plain quotation marks and dashes, white space runs as one space."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(_PLAIN)).strip().lower()


@lru_cache(maxsize=200_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text; a hyphen at a line's end does not part one."""
    return tuple(_WORDS.findall(fold(text).replace("- ", "")))


@lru_cache(maxsize=200_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others."""
    return tuple(word for word in words(name) if word not in _SMALL)


@lru_cache(maxsize=200_000)
def _bag(text: str) -> Counter[str]:
    return Counter(words(text))


def quotes_alike(one: str, other: str) -> float:
    """Token F1 of two quotes; 0.95 of the share of a short quote that lies in a longer one, where that is higher."""
    left, right = _bag(one), _bag(other)
    shorter, longer = sorted((left.total(), right.total()))
    if not shorter:
        return 0.0
    common = (left & right).total()
    if not common:
        return 0.0
    inside = 0.95 * common / shorter if shorter >= 3 and longer <= _QUOTE_LENGTH and common >= 0.9 * shorter else 0.0
    return max(2 * common / (shorter + longer), inside)


@lru_cache(maxsize=500_000)
def names_alike(one: str, other: str) -> float:
    """1 for the same name or its acronym, 0.9 where one holds all words of the other, else their string similarity."""
    left, right = name_words(one), name_words(other)
    if not left or not right:
        return float(bool(fold(one)) and fold(one) == fold(other))
    if left == right or "".join(left) == "".join(right):
        return 1.0
    for short, full in ((left, right), (right, left)):
        if len(short) == 1 < len(full) and short[0] == "".join(word[0] for word in full):
            return 1.0
        if len(short) >= 2 and set(short) <= set(full):
            return 0.9
    return difflib.SequenceMatcher(None, " ".join(left), " ".join(right)).ratio()


def runs(whole: str) -> npt.NDArray[np.uint64]:
    """The runs of eight words of a text as hashes, each once, in order of size; they hold within one process."""
    codes = np.array([hash(word) for word in _WORD.findall(whole.casefold())], dtype=np.int64).astype(np.uint64)
    count = max(0, len(codes) - _RUN + 1)
    hashed = np.zeros(count, dtype=np.uint64)
    for n in range(_RUN):
        hashed += codes[n : n + count] * np.uint64(pow(_PRIME, n, 2**64))
    return np.unique(hashed)


class Shared(NamedTuple):
    """What two texts share of their runs of words: of all that both have (Jaccard), and of those of the shorter."""

    of_both: float
    of_shorter: float


def shared(one: npt.NDArray[np.uint64], other: npt.NDArray[np.uint64]) -> Shared:
    """What two texts share, by their `runs`."""
    common = len(np.intersect1d(one, other, assume_unique=True))
    if not common:
        return Shared(0.0, 0.0)
    return Shared(common / (len(one) + len(other) - common), common / min(len(one), len(other)))


def text(value: Any) -> str:
    """A value as text; NULL is the empty text."""
    return "" if value is None else str(value)
