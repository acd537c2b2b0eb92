"""Which agreements follow one another, which letters and supplements change them, and which are their sisters.

Agreements of the same parties and of the same scope make a series, in the order of their terms. Parties are the same
where the lexicon, their words or an acronym says so, and where the numbers of their locals do not speak against it.
One union can have agreements for many units of one employer. Where several could come before one, or one before
several, the likest text does: of successive agreements in Oregon, two years apart, 60 to 72 of 100 runs of eight words
are the same, of those of sister units 43 at most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from records.ids import fold_name
from records.model import AgreementLink
from warehouse.likeness import Shared, names_alike
from warehouse.resolve import Lexicon, part_of

_LOCAL = re.compile(
    r"\b(?:locals?|lodge|chapter|branch|unit)s?\.?\s+(?:union\s+)?(?:nos?\.?\s*|#\s*)?(\d+[a-z]?)", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/-]\d{1,2}(?:[/-]\d+)?\b")
_SAME = 0.9
_TOLERANCE = timedelta(days=200)  # a successor may begin some months before the old term ends, or long after it
_NEAREST_SISTERS = 5
_SUCCESSIVE = 0.5  # of the runs of words that two texts have
_UNLIKE = 0.15  # of those of the shorter: below it not even the only one of the same parties is the one before

SharedBy = Callable[[str, str], Shared]  # what the texts of two documents share


@dataclass(frozen=True)
class Term:
    """An agreement whose text is at hand: its parties and when it holds. `begins` may be the first day of its year."""

    agreement_id: str
    document_id: str
    name: str | None
    unions: tuple[str, ...]
    employers: tuple[str, ...]
    begins: date | None
    ends: date | None

    @cached_property
    def part(self) -> str:
        """`agreement`, `supplement` or `letter`."""
        return part_of(self.name)

    @property
    def day(self) -> date | None:
        """A day that orders it among others."""
        return self.begins or self.ends

    def follows(self, other: Term) -> bool:
        """Whether its term comes after the other's."""
        if self.begins and other.ends:
            return self.begins > other.ends - _TOLERANCE
        for mine, its in ((self.begins, other.begins), (self.ends, other.ends)):
            if mine and its:
                return mine > its + _TOLERANCE
        return False

    def overlaps(self, other: Term) -> bool:
        """Whether there may be days on which both hold."""
        return not (self.follows(other) or other.follows(self))


class Parties:
    """Tells whether two agreements have the same parties."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def same_employer(self, one: Term, other: Term) -> bool:
        """Whether they share an employer."""
        return self._share(one.employers, other.employers)

    def same_union(self, one: Term, other: Term) -> bool:
        """Whether they share a union; where both or either name locals, a local."""
        mine, theirs = (frozenset(_locals(term.unions)) for term in (one, other))
        if mine or theirs:
            return bool(mine & theirs) and self._share(one.unions, other.unions)
        return self._share(one.unions, other.unions)

    def _share(self, one: Sequence[str], other: Sequence[str]) -> bool:
        return any(self._same(a, b) for a in one for b in other)

    def _same(self, one: str, other: str) -> bool:
        if self._root(one) == self._root(other):
            return True
        mine, theirs = set(_NUMBER.findall(one)), set(_NUMBER.findall(other))
        return (mine <= theirs or theirs <= mine) and names_alike(one, other) >= _SAME

    def _root(self, name: str) -> str:
        """The key of a name without its local: which local it is, `same_union` asks."""
        return self._lexicon.key(_LOCAL.sub(" ", name).strip(" ,"))


def _locals(unions: Iterable[str]) -> list[str]:
    return [number.casefold() for union in unions for number in _LOCAL.findall(union)]


def links(terms: Sequence[Term], lexicon: Lexicon, shared: SharedBy) -> list[AgreementLink]:
    """One row per agreement at hand: the series it belongs to, the one before it, the one it changes.

    `series_id` is the id of the earliest agreement of the line. What terms and texts do not settle stays NULL.
    """
    parties = Parties(lexicon)
    ordered = sorted(terms, key=lambda term: (term.day or date.max, term.agreement_id))
    kin = {
        term: [o for o in ordered if o is not term and parties.same_employer(term, o) and parties.same_union(term, o)]
        for term in ordered
    }
    before = _predecessors({term: _latest(term, kin[term]) for term in ordered}, shared)
    rows: dict[str, AgreementLink] = {}
    for term in ordered:
        first = before.get(term)
        rows[term.agreement_id] = AgreementLink(
            agreement_id=term.agreement_id,
            document_id=term.document_id,
            part=term.part,
            series_id=rows[first.agreement_id].series_id if first and first.agreement_id in rows else term.agreement_id,
            predecessor_id=first.agreement_id if first else None,
            amends_id=_amended(term, kin[term]),
        )
    return list(rows.values())


def _latest(term: Term, kin: Sequence[Term]) -> list[Term]:
    """The agreements that may have held right before a term: those of the same scope that ended last."""
    line = [other for other in kin if _same_scope(term, other) and term.follows(other)]
    last = max((other.ends or other.day or date.min for other in line), default=date.min)
    return [other for other in line if last - (other.ends or other.day or date.min) <= _TOLERANCE]


def _predecessors(before: dict[Term, list[Term]], shared: SharedBy) -> dict[Term, Term]:
    """For each term the one before it, the likest pairs first; the only one there is need not be so like.

    Two agreements that hold at the same time do not follow the same one.
    """
    claims = Counter(other.agreement_id for candidates in before.values() for other in candidates)
    pairs: list[tuple[float, str, str, Term, Term]] = []
    for term, candidates in before.items():
        for other in candidates:
            only = len(candidates) == 1 and claims[other.agreement_id] == 1
            both, shorter = shared(term.document_id, other.document_id)
            if both >= _SUCCESSIVE or (only and shorter >= _UNLIKE):
                pairs.append((-both, term.agreement_id, other.agreement_id, term, other))
    found: dict[Term, Term] = {}
    for *_, term, other in sorted(pairs, key=lambda pair: pair[:3]):
        rivals = [rival for rival, its in found.items() if its is other and rival.overlaps(term)]
        if term not in found and not rivals:
            found[term] = other
    return found


def _same_scope(one: Term, other: Term) -> bool:
    if one.part != other.part or one.part == "letter":
        return False
    return one.part == "agreement" or names_alike(_undated(one.name), _undated(other.name)) >= _SAME


def _undated(name: str | None) -> str:
    return fold_name(_DATED.sub(" ", name or ""))


def _amended(term: Term, kin: Sequence[Term]) -> str | None:
    """The agreement that a letter or supplement belongs to: that of its day, or the only one there is."""
    if term.part == "agreement":
        return None
    whole = [other for other in kin if other.part == "agreement"]
    day = term.day
    if day is not None:
        exactly = [other for other in whole if _holds(other, day, timedelta())]
        whole = exactly or [other for other in whole if _holds(other, day, _TOLERANCE)]
    return whole[0].agreement_id if len({other.agreement_id for other in whole}) == 1 else None


def _holds(agreement: Term, day: date, about: timedelta) -> bool:
    first = agreement.begins or day
    last = agreement.ends or day
    return first - about <= day <= last + about


def sisters(terms: Sequence[Term], lexicon: Lexicon) -> list[tuple[Term, Term]]:
    """Pairs of agreements that hold at the same time for one employer, or for one union's members elsewhere in it.

    Supplements are sisters of supplements, agreements of agreements; each has its five nearest in name and day.
    """
    parties = Parties(lexicon)
    pairs: list[tuple[Term, Term]] = []
    for term in terms:
        near = [
            other
            for other in terms
            if other.agreement_id != term.agreement_id
            and other.part == term.part != "letter"
            and term.overlaps(other)
            and parties.same_employer(term, other)
        ]
        near.sort(
            key=lambda other: (-names_alike(term.name or "", other.name or ""), _apart(term, other), other.agreement_id)
        )
        pairs += [(term, other) for other in near[:_NEAREST_SISTERS]]
    return pairs


def _apart(one: Term, other: Term) -> int:
    return abs((one.day - other.day).days) if one.day and other.day else 10_000
