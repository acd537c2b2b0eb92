"""Which documents say the same: MinHash signatures of five-word shingles, compared within LSH bands.

Method: Broder, "On the resemblance and containment of documents" (1997), with the datasketch library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from datasketch import MinHash, MinHashLSH

from records.model import Document

_WORD = re.compile(r"\w+")
PERMUTATIONS = 64
SCHEME = "affine32"  # part of what a stored signature means
SHINGLE = 5
LIKENESS = 0.8
SHORTEST = 40  # words: shorter texts are the same only when equal


@dataclass(frozen=True)
class Candidate:
    """What is needed to compare a document: its text's hash and signature, and when it came."""

    document_id: str
    text_sha256: str | None
    fetched_at: datetime
    signature: tuple[int, ...]


def signature(document: Document) -> tuple[int, ...]:
    """The MinHash signature of a document's text; empty where only an equal text is the same.

    That is so for texts of fewer than `SHORTEST` words, and for agreements and laws: the next agreement of the same
    parties, or the next version of a bill, differs in few words and is another document.
    """
    words = [] if document.document_type in ("agreement", "legislation") else _WORD.findall(document.text or "")
    if len(words) < SHORTEST:
        return ()
    words = [word.casefold() for word in words]
    shingles = {" ".join(words[n : n + SHINGLE]).encode() for n in range(len(words) - SHINGLE + 1)}
    made = MinHash(num_perm=PERMUTATIONS, scheme=SCHEME)
    made.update_batch(list(shingles))
    return tuple(int(value) for value in made.hashvalues)


def duplicates(candidates: Iterable[Candidate]) -> dict[str, str]:
    """Document id of a copy → id of the first document (by capture, then id) with the same or nearly the same text."""
    ordered = sorted(candidates, key=lambda c: (c.fetched_at, c.document_id))
    first_of_text: dict[str, str] = {}
    index = MinHashLSH(threshold=LIKENESS, num_perm=PERMUTATIONS)
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
            if candidate.signature:
                originals[candidate.document_id] = candidate.signature
                index.insert(candidate.document_id, _minhash(candidate.signature))
    return found


def _nearest(index: MinHashLSH, originals: dict[str, Sequence[int]], candidate: Candidate) -> str | None:
    if not candidate.signature:
        return None
    likenesses = {
        key: sum(a == b for a, b in zip(originals[key], candidate.signature, strict=True)) / PERMUTATIONS
        for key in index.query(_minhash(candidate.signature))
    }
    best = max(likenesses, key=lambda key: (likenesses[key], key), default=None)
    return best if best is not None and likenesses[best] >= LIKENESS else None


def _minhash(values: Sequence[int]) -> MinHash:
    return MinHash(num_perm=PERMUTATIONS, hashvalues=np.array(values, dtype=np.uint32), scheme=SCHEME)
