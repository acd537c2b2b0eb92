"""How the technology language of one agreement differs from another's: clause by clause, and word by word.

Clauses are paired one to one, the likest first, by Dice's coefficient of their longer words: sentences of one contract
share the small words and "the employer shall" whatever they are about. A clause whose very words stand in the other
agreement, found there as a fact or not, is the same: a miss of the extractor must not look like a change of the
contract.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from warehouse.likeness import fold, words

_ALIKE = 0.5  # pairs below it are two clauses, not one that changed
_SAME_PLACE = 0.1  # what the same heading adds
_SMALL = 3  # letters: words no longer than this say nothing of what a clause is about
_EVERYWHERE = frozenset(
    ["shall", "will", "employer", "employers", "employee", "employees", "company", "union", "agreement"]
)
_NOT_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Clause:
    """A clause on technology: its fact, its words, and where it stands."""

    fact_id: str
    quote: str
    article: str | None = None
    section: str | None = None
    heading: str | None = None
    page: int | None = None

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words that tell what it is about."""
        return frozenset(word for word in words(self.quote) if len(word) > _SMALL and word not in _EVERYWHERE)

    @cached_property
    def letters(self) -> str:
        """Its letters and digits alone: what remains equal through hyphens, marks and spacing of another scan."""
        return squeezed(self.quote)


@dataclass(frozen=True)
class Comparison:
    """One clause against the other agreement. `ours` is None where it was dropped, `theirs` where it was added.

    `change` is same, changed, added or dropped; `likeness` 0 to 1. A clause whose words the other text holds, though
    not as a fact, is the same without a counterpart.
    """

    change: str
    ours: Clause | None
    theirs: Clause | None
    likeness: float

    @property
    def redline(self) -> str:
        """The clause with what went as `[-…-]` and what came as `{+…+}`, as wdiff writes it."""
        return "".join(_MARKS[kind].format(text) for kind, text in self.pieces())

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The clause in pieces, each `kept`, `came` or `went`, with the space that follows it."""
        if self.ours is None or self.theirs is None:
            kind = {"added": "came", "dropped": "went"}.get(self.change, "kept")
            clause = self.ours or self.theirs
            yield kind, " ".join(clause.quote.split()) if clause else ""
            return
        yield from worded(self.theirs.quote, self.ours.quote)


_MARKS = {"kept": "{}", "came": "{{+{}+}}", "went": "[-{}-]"}


def squeezed(text: str) -> str:
    """The letters and digits of a text, without case."""
    return _NOT_LETTER.sub("", fold(text))


def compare(ours: Sequence[Clause], theirs: Sequence[Clause], our_text: str, their_text: str) -> list[Comparison]:
    """Every clause of both agreements once: ours in their order, then the dropped ones in theirs.

    `our_text` and `their_text` are the whole texts, squeezed.
    """
    pairs = _pairs(ours, theirs)
    found = []
    for n, clause in enumerate(ours):
        if n in pairs:
            other, likeness = pairs[n]
            same = clause.letters == theirs[other].letters
            found.append(Comparison("same" if same else "changed", clause, theirs[other], 1.0 if same else likeness))
        else:
            stands = clause.letters in their_text
            found.append(Comparison("same" if stands else "added", clause, None, float(stands)))
    taken = {other for other, _ in pairs.values()}
    for m, clause in enumerate(theirs):
        if m not in taken:
            stands = clause.letters in our_text
            found.append(Comparison("same" if stands else "dropped", None, clause, float(stands)))
    return found


def _pairs(ours: Sequence[Clause], theirs: Sequence[Clause]) -> dict[int, tuple[int, float]]:
    """For clauses of ours that have one: the counterpart and how alike the two are."""
    ranked = []
    for n, clause in enumerate(ours):
        for m, other in enumerate(theirs):
            alike = 1.0 if clause.letters == other.letters else _dice(clause.telling, other.telling)
            place = _SAME_PLACE if clause.heading and fold(clause.heading) == fold(other.heading or "") else 0.0
            if alike + place >= _ALIKE:
                ranked.append((alike + place, alike, n, m))
    ranked.sort(key=lambda row: (-row[0], row[2], row[3]))
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for _, alike, n, m in ranked:
        if n not in pairs and m not in taken:
            pairs[n] = (m, round(alike, 3))
            taken.add(m)
    return pairs


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def worded(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The words of two texts as pieces (`kept`, `went`, `came`); kept words are the new text's."""
    before, after = old.split(), new.split()
    matcher = difflib.SequenceMatcher(None, [_word(w) for w in before], [_word(w) for w in after], autojunk=False)
    pieces: list[tuple[str, str]] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(("kept", " ".join(after[c:d])))
        else:
            pieces += [("went", " ".join(before[a:b]))] if b > a else []
            pieces += [("came", " ".join(after[c:d]))] if d > c else []
    for n, (name, text) in enumerate(pieces):
        if n:
            yield "kept", " "
        yield name, text


def _word(word: str) -> str:
    return squeezed(word) or word
