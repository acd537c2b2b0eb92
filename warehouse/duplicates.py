"""Which documents say the same: MinHash signatures of five-word shingles, compared within LSH bands.

Two texts are the same where most of the whole is and the opening is: a joint release at two offices differs in the
order of names; the next statement on the same matter repeats the old one below an opening of its own.

Method: Broder, "On the resemblance and containment of documents" (1997), with the datasketch library. The thresholds
were set by eye on pairs of real releases.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

import numpy as np

from records.model import Document

_WORD = re.compile(r"\w+")
PERMUTATIONS = 128
SCHEME = "affine32"  # part of what a stored signature means
SHINGLE = 5
LIKENESS = 0.75
OPENING = 250  # words
OPENING_PERMUTATIONS = 64
OPENING_SHINGLE = 3
OPENING_LIKENESS = 0.4
SHORTEST = 40  # words: shorter texts are the same only when equal


@dataclass(frozen=True)
class Candidate:
    """What is needed to compare a document: its text's hash and signature, when it came, and from where."""

    document_id: str
    text_sha256: str | None
    fetched_at: datetime
    signature: tuple[int, ...]
    published_on: date | None = None
    url: str = ""

    @property
    def order(self) -> tuple[date, date, str, str]:
        """What makes a document the first: the day it came; on one day, what chance does not change."""
        return self.fetched_at.date(), self.published_on or date.max, self.url, self.document_id


def signature(document: Document) -> tuple[int, ...]:
    """The MinHash signatures of a document's text and of its opening, one after the other.

    Empty where only an equal text is the same. That is so for texts of fewer than `SHORTEST` words, and for agreements
    and laws: the next agreement of the same parties, or the next version of a bill, differs in few words and is
    another document.
    """
    words = [] if document.document_type in ("agreement", "legislation") else _WORD.findall(document.text or "")
    if len(words) < SHORTEST:
        return ()
    words = [word.casefold() for word in words]
    whole = _sketch(words, SHINGLE, PERMUTATIONS)
    return whole + _sketch(words[:OPENING], OPENING_SHINGLE, OPENING_PERMUTATIONS)


@cache
def _library() -> Any:
    """datasketch, imported when it is first needed: it brings SciPy, and a run without news compares nothing."""
    return importlib.import_module("datasketch")


def _sketch(words: Sequence[str], size: int, permutations: int) -> tuple[int, ...]:
    shingles = {" ".join(words[n : n + size]).encode() for n in range(len(words) - size + 1)}
    made = _library().MinHash(num_perm=permutations, scheme=SCHEME)
    made.update_batch(list(shingles))
    return tuple(int(value) for value in made.hashvalues)


def duplicates(candidates: Iterable[Candidate]) -> dict[str, str]:
    """Document id of a copy → id of the first document (as `order` has it) with the same or nearly the same text."""
    ordered = sorted(candidates, key=lambda c: c.order)
    first_of_text: dict[str, str] = {}
    index = _library().MinHashLSH(threshold=LIKENESS, num_perm=PERMUTATIONS, weights=(0.2, 0.8))  # few missed
    originals: dict[str, Sequence[int]] = {}
    found: dict[str, str] = {}
    for candidate in ordered:
        if not candidate.text_sha256:
            continue
        same = first_of_text.get(candidate.text_sha256) or _nearest(index, originals, candidate)
        if same:
            found[candidate.document_id] = same
        else:
            first_of_text[candidate.text_sha256] = candidate.document_id
            if _comparable(candidate):
                originals[candidate.document_id] = candidate.signature
                index.insert(candidate.document_id, _minhash(candidate.signature))
    return found


def _comparable(candidate: Candidate) -> bool:
    """Whether there is a signature, and one of this scheme: an older one says nothing."""
    return len(candidate.signature) == PERMUTATIONS + OPENING_PERMUTATIONS


def _nearest(index: Any, originals: dict[str, Sequence[int]], candidate: Candidate) -> str | None:
    if not _comparable(candidate):
        return None
    likenesses = {
        key: likeness
        for key in index.query(_minhash(candidate.signature))
        if (likeness := _alike(originals[key], candidate.signature)) is not None
    }
    return max(likenesses, key=lambda key: (likenesses[key], key), default=None)


def _alike(one: Sequence[int], other: Sequence[int]) -> float | None:
    """The share of the text that is the same in both, None where it is too little, or the openings differ."""
    same = [a == b for a, b in zip(one, other, strict=True)]
    whole, opening = sum(same[:PERMUTATIONS]) / PERMUTATIONS, sum(same[PERMUTATIONS:]) / OPENING_PERMUTATIONS
    return whole if whole >= LIKENESS and opening >= OPENING_LIKENESS else None


def _minhash(values: Sequence[int]) -> Any:
    whole = np.array(values[:PERMUTATIONS], dtype=np.uint32)
    return _library().MinHash(num_perm=PERMUTATIONS, hashvalues=whole, scheme=SCHEME)
