"""Which candidates are the articles of an agreement's body: decided by sequence, not line by line.

A table of contents, running heads, cross-references and appended agreements all repeat the headings of articles. The
body's articles are the best rising chain of numbers: each number once, few gaps, headings that look like each other.
The table of contents then tells which numbers are missing and what their titles are.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.readers.blocks import Placed
from extractors.structure_headings import (
    Candidate,
    Key,
    article_candidates,
    is_title,
    numbered_candidates,
    section_candidates,
    tidy,
)

_CLOSE = 260  # characters between two lines of a table of contents, at most
_RUN = 4  # lines that make a table of contents
_GAP_PRICE, _GAP_MOST = 0.35, 5.0
_STYLE = 0.7


def articles(placed: Sequence[Placed], text: str) -> tuple[Candidate, ...]:
    """The headings of the body's articles, in order; empty where the document has none."""
    for family, least in ((article_candidates, 3), (numbered_candidates, 5), (section_candidates, 5)):
        candidates = family(placed, text)
        listed, body = _contents(candidates, placed)
        found = _chain(body)
        if found:
            found = _chain(_styled(body, found))
        if len(found) >= least and _whole(found):
            return _completed(found, listed, placed, text)
    return ()


def _contents(candidates: list[Candidate], placed: Sequence[Placed]) -> tuple[list[Candidate], list[Candidate]]:
    """Candidates split into lines of a table of contents and the rest."""
    later = Counter(c.key for c in candidates if not c.listed)
    listed: list[Candidate] = []
    body: list[Candidate] = []
    run: list[Candidate] = []

    def close() -> None:
        again = sum(later[c.key] > (0 if c.listed else 1) for c in run)
        dense = len(run) >= _RUN and again >= 0.5 * len(run)
        for c in run:
            (listed if c.listed or dense else body).append(c)
        run.clear()

    for candidate in candidates:
        if run:
            before = run[-1]
            between = placed[candidate.index].start - placed[before.index].start
            if between > _CLOSE + len(before.title or "") or not before.key < candidate.key:
                close()
        run.append(candidate)
    close()
    return listed, body


def _chain(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The rising chain with the highest sum of weights, less a price for missing numbers; earliest of equals."""
    links: list[tuple[Candidate, int | None]] = []
    scores: dict[Key, tuple[float, int]] = {}
    for candidate in candidates:
        score, previous = candidate.weight - _price((0,), candidate.key), None
        for key, (value, link) in scores.items():
            if key < candidate.key:
                total = value + candidate.weight - _price(key, candidate.key)
                if total > score + 1e-9:
                    score, previous = total, link
        links.append((candidate, previous))
        if candidate.key not in scores or score > scores[candidate.key][0] + 1e-9:
            scores[candidate.key] = (score, len(links) - 1)
    if not scores:
        return ()
    at: int | None = max(scores.values(), key=lambda entry: (entry[0], -entry[1]))[1]
    chain: list[Candidate] = []
    while at is not None:
        candidate, at = links[at]
        chain.append(candidate)
    return tuple(reversed(chain))


def _price(before: Key, after: Key) -> float:
    """What the step from one number to another costs: nothing for the next number."""
    if len(before) == len(after) == 1:
        return min(_GAP_PRICE * (after[0] - before[0] - 1), _GAP_MOST)
    if before[:-1] == after[:-1]:
        return min(_GAP_PRICE * (after[-1] - before[-1] - 1), _GAP_MOST)
    if len(after) > len(before) and after[: len(before)] == before:
        return 0.0
    return min(_GAP_PRICE * abs(after[0] - before[0] - 1), _GAP_MOST)


def _styled(candidates: Sequence[Candidate], chain: Sequence[Candidate]) -> list[Candidate]:
    """Candidates weighed anew: those that look like most of the chain gain."""
    capital = sum(c.capital for c in chain) * 2 >= len(chain)
    titled = Counter((bool(c.title), c.blocks) for c in chain).most_common(1)[0][0]
    return [
        replace(
            c,
            weight=c.weight
            + (_STYLE if c.capital == capital else -_STYLE)
            + (_STYLE if (bool(c.title), c.blocks) == titled else 0),
        )
        for c in candidates
    ]


def _whole(chain: Sequence[Candidate]) -> bool:
    """Whether a chain numbers a document, rather than the articles of another one that a letter changes."""
    missing = chain[0].key[0] - 1
    for before, after in pairwise(chain):
        missing += max(0, after.key[0] - before.key[0] - 1)
    return missing <= 0.5 * len(chain) + 1


def _completed(
    chain: tuple[Candidate, ...], listed: Sequence[Candidate], placed: Sequence[Placed], text: str
) -> tuple[Candidate, ...]:
    """The chain with articles whose heading is damaged, found by the title that the table of contents gives."""
    titles = {c.key: c for c in listed if c.title}
    known = {c.key for c in chain}
    found = list(chain)
    for key, line in titles.items():
        if key in known or len(key) != len(chain[0].key):
            continue
        after = next((n for n, c in enumerate(found) if c.key > key), len(found))
        low = found[after - 1].index + 1 if after else 0
        high = found[after].index if after < len(found) else min(len(placed), low + 400)
        index = _titled(line.title or "", placed[low:high], text) if after else None
        if index is not None:
            found.insert(after, replace(line, index=low + index, listed=False, blocks=1, whole=True))
    return tuple(found)


def _titled(title: str, placed: Sequence[Placed], text: str) -> int | None:
    wanted = _letters(title)
    for index, block in enumerate(placed):
        line = text[block.start : block.end]
        if len(line) > len(title) + 25 or len(wanted) < 4 or not is_title(line):
            continue
        letters = _letters(tidy(line) or "")
        if abs(len(letters) - len(wanted)) < 12 and difflib.SequenceMatcher(None, wanted, letters).ratio() >= 0.85:
            return index
    return None


def _letters(title: str) -> str:
    return re.sub(r"[^a-z]", "", re.sub(r"^\W*(?:article|section)\W*\w+", "", title.casefold()))
