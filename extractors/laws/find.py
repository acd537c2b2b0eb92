"""Which law, bill, order or regulation a text means at each place: by name, by number, by acronym, or by "the bill".

Mentions of one law share one name, number, jurisdiction and year, however each is written.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from extractors.base import Reading
from extractors.laws.known import (
    is_in_force,
    known_acronyms,
    known_in_small_letters,
    known_laws,
    law_key,
    only_resembles,
)
from extractors.laws.law import Law
from extractors.laws.names import written_laws
from extractors.laws.numbers import NAME, ORDER, Written
from extractors.laws.places import jurisdiction_of
from extractors.laws.references import references
from extractors.text.sentences import BOILERPLATE, FOOTNOTE, FURNITURE, leaves, regions
from records.model import Passage

_GLUE = re.compile(
    r"(?=[^\n]*(?:[(,–—:-]|\b(?:as|part|called|dubbed|titled|entitled"
    r"|or)\b))(?:\s\([A-Z][\w’'-]+\))?[”\"’]?\s?(?:[(,–—:-]\s?){0,2}"
    r"(?:(?:also|formally|officially|better|commonly|otherwise|often)\s){0,2}"
    r"(?:part of\s|(?:known|referred to)\sas\s|called\s|dubbed\s|titled\s|entitled\s|or\s)?(?:[Tt]he\s"
    r"|an?\s)?(?:bipartisan\s)?[“\"‘(]?"
)
_RENAMED = re.compile(
    r"[”\"’]?,?\s\(?(?:(?:also|formerly|previously|commonly|better|now)\s)+(?:known as|called)\s(?:the\s)?[“\"‘]?"
)
_NICKNAME = re.compile(r",\s[^;“”\"\n]*\b(?:called|known as|dubbed|nicknamed)\s(?:the\s)?[“\"‘]?")
_BESIDE = 700  # characters between a bill's name and its number, at most, where nothing else says they are one
_BEGINS = re.compile(r"(?:[.!?”\"]\s|\n)(?:[\s*•-]*|[Tt]he\s(?:bill|measure|legislation),\s)\Z")
_OTHER_BILL = re.compile(
    r"\b(?:[Aa]nother|[Oo]ther|[Ss]imilar|[Ss]eparate|[Aa]lso|[Mm]eanwhile|[Ll]ike|[Uu]nder|[Aa]nd)\b"
)
_SPELLED = re.compile(r"(?:Senate|House|Assembly|Legislative)\s", re.IGNORECASE)
_CITED = re.compile(r"\bmay be (?:known and )?(?:cited|known) as (?:the )?[“\"‘]?\Z")


def find_legislation(reading: Reading) -> tuple[Law, ...]:
    """All mentions of named or numbered laws in the document's own text, and of "the bill" that means one, in order."""
    written = _written(reading)
    if not written:
        return ()
    groups = _grouped(reading.text, written)
    named: list[Law] = []
    for members in groups:
        name, number = _name_of(members), _number_of(members)
        family = next((w.family for w in members if w.family), None)
        code = jurisdiction_of(reading, members, family)
        year = next((w.year for w in members if w.year), None)
        european = re.search(r"\d{2,4}/\d{1,4}", number or "") if family == "eu" else None
        printed = european.group() if european else _bare(number)  # "2024/2831" of Directive (EU) 2024/2831
        for law in members:
            text = reading.text[law.start : law.end]
            named.append(Law(law.start, law.end, text, name or number or text, printed, code, year, True, family))
    named.sort(key=lambda law: law.start)
    merged = _joined(named)
    return tuple(sorted([*merged, *references(reading, merged)], key=lambda law: law.start))


def legislation_in(reading: Reading, start: int, end: int) -> list[Law]:
    """The mentions of `find_legislation` that begin between two offsets."""
    laws = reading.get(find_legislation)
    starts = reading.get(_starts)
    return list(laws[bisect_left(starts, start) : bisect_left(starts, end)])


def _starts(reading: Reading) -> list[int]:
    return [law.start for law in reading.get(find_legislation)]


def _written(reading: Reading) -> list[Written]:
    found: list[Written] = []
    areas = reading.get(regions)
    for passage in reading.get(leaves):
        if areas[passage.ordinal] not in (FURNITURE, FOOTNOTE, BOILERPLATE):
            here = written_laws(passage.text, passage.char_start)
            found += here
            found += _in_small_letters(passage, here)
    shorts = {w.short for w in found if w.short and re.fullmatch(r"[A-Z][A-Za-z-]{1,11}", w.short)}
    shorts |= {m.group() for m in known_acronyms().finditer(reading.text)}
    if shorts:
        pattern = re.compile(
            rf"(?<![\w.-])(?:{'|'.join(sorted(map(re.escape, shorts), key=len, reverse=True))})(?![\w-])"
        )
        for passage in reading.get(leaves):
            if areas[passage.ordinal] in (FURNITURE, FOOTNOTE, BOILERPLATE):
                continue
            for m in pattern.finditer(passage.text):
                at, to = passage.char_start + m.start(), passage.char_start + m.end()
                if not any(w.start < to and at < w.end for w in found):
                    found.append(Written(at, to, NAME, m.group()))
    return sorted(found, key=lambda w: w.start)


def _in_small_letters(passage: Passage, found: Sequence[Written]) -> Iterator[Written]:
    """Well-known laws that a passage writes without capitals."""
    if "directive" not in passage.text and " act" not in passage.text and "regulation" not in passage.text:
        return
    for match in known_in_small_letters().finditer(passage.text):
        start, end = passage.char_start + match.start(), passage.char_start + match.end()
        if not any(law.start < end and start < law.end for law in found):
            yield Written(start, end, NAME, known_laws()[law_key(match.group())][0])


class _Groups:
    """Mentions joined into laws: a union–find over their numbers in the document."""

    def __init__(self, written: list[Written]) -> None:
        self._parent = list(range(len(written)))
        self.by_key: dict[str, int] = {}
        for n, law in enumerate(written):
            for key in _keys(law):
                self.join(n, self.by_key.setdefault(key, n))

    def root(self, n: int) -> int:
        """The mention that stands for the group of `n`."""
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n

    def join(self, n: int, m: int) -> None:
        """Makes the groups of `n` and `m` one."""
        self._parent[self.root(n)] = self.root(m)

    def join_shortened(self) -> None:
        """Joins "AI Act" to "EU AI Act" where only one longer name ends so."""
        longer: dict[str, set[int]] = defaultdict(set)
        for key, n in self.by_key.items():
            words = key.split()
            for cut in range(1, len(words) - 1):
                longer[" ".join(words[cut:])].add(n)
        for key, n in self.by_key.items():
            roots = {self.root(m) for m in longer.get(key, ())} - {self.root(n)}
            if len(roots) == 1 and " " in key:
                self.join(n, roots.pop())

    def join_first_and_last(self, written: Sequence[Written]) -> None:
        """Joins "AI Bill" to "Artificial Intelligence (Regulation) Bill", the only one of that beginning and end."""
        long = {law_key(law.name): n for n, law in enumerate(written) if law.name and "(" in law.name}
        for key, n in self.by_key.items():
            words = key.split()
            roots = (
                {
                    self.root(m)
                    for full, m in long.items()
                    if len(words) == 2 and full.split()[0 :: len(full.split()) - 1] == words
                }
                if long
                else set()
            )
            if len(roots) == 1:
                self.join(n, roots.pop())

    def join_variants(self) -> None:
        """Joins names that differ in one word only (see `_variant`)."""
        alike: dict[tuple[str, str], list[tuple[list[str], int]]] = defaultdict(list)
        for key, n in self.by_key.items():
            words = key.split()
            if len(words) >= 4:
                alike[words[0], words[-1]].append((words, n))
        for named in alike.values():
            for (words, n), (others, m) in combinations(named[:50], 2):
                if self.root(n) != self.root(m) and _variant(words, others):
                    self.join(n, m)


def _grouped(text: str, written: list[Written]) -> list[list[Written]]:
    """Mentions of the same law together: by key, acronym, number, the lexicon, and by standing side by side."""
    groups = _Groups(written)
    own_number = next((n for n, law in enumerate(written) if law.number and law.start < 800), None)
    for n, (first, second) in enumerate(pairwise(written)):
        gap = text[first.end : second.start]
        other_form = (first.name is None) != (second.name is None) and len(gap) < 50 and _GLUE.fullmatch(gap)
        nickname = first.number and not first.name and second.name and len(gap) < 120 and _NICKNAME.fullmatch(gap)
        twins = first.family == second.family == "federal" and re.fullmatch(r"\s?/\s?", gap)
        if other_form or nickname or twins or _RENAMED.fullmatch(gap):
            groups.join(n, n + 1)
        cited = second.name and _CITED.search(text[max(0, second.start - 40) : second.start])
        if cited and own_number is not None:
            groups.join(own_number, n + 1)
    groups.join_shortened()
    groups.join_variants()
    groups.join_first_and_last(written)
    _join_the_only_two(groups, text, written)
    return _gathered(written, [groups.root(n) for n in range(len(written))])


def _variant(words: list[str], others: list[str]) -> bool:
    """Whether two names differ only in spacing, one shortened word or one left out."""
    if words[0] != others[0] or words[-1] != others[-1]:
        return False
    if "".join(words) == "".join(others):
        return True
    if len(words) == len(others):
        pairs = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
        return (
            len(pairs) == 1
            and min(map(len, pairs[0])) >= 3
            and abs(len(pairs[0][0]) - len(pairs[0][1])) >= 3
            and (pairs[0][0].startswith(pairs[0][1]) or pairs[0][1].startswith(pairs[0][0]))
        )
    short, long = sorted((words, others), key=len)
    return (
        len(short) >= 4
        and len(long) == len(short) + 1
        and any(long[:k] + long[k + 1 :] == short for k in range(len(long)))
    )


def _join_the_only_two(groups: _Groups, text: str, written: list[Written]) -> None:
    """Joins a name and a number that stand in sentences next to each other, where the text has no other new law.

    "The senator announced the X Act. Senate Bill 9 would …": one bill. Laws long in force do not count.
    """
    by_root: dict[int, list[Written]] = defaultdict(list)
    for n, law in enumerate(written):
        by_root[groups.root(n)].append(law)
    new = [
        (root, laws)
        for root, laws in by_root.items()
        if not any(law.name and is_in_force(law.name) for law in laws) and laws[0].kind != ORDER
    ]
    named = [(root, laws) for root, laws in new if not any(law.number for law in laws)]
    numbered = [(root, laws) for root, laws in new if not any(law.name for law in laws)]
    if len(named) != 1 or len(numbered) != 1 or len(new) != 2:
        return
    (one, name), (other, number) = named[0], numbered[0]
    first, second = sorted((name[0], number[0]), key=lambda law: law.start)
    gap = text[first.end : second.start]
    bill = re.search(r"(?:Act|ACT|Bill)$", name[0].name or "") and number[0].family in ("state", "federal", "canada")
    if bill and len(gap) < _BESIDE and _BEGINS.search(gap) and not _OTHER_BILL.search(gap[-60:]):
        groups.join(one, other)


def _gathered(written: list[Written], roots: list[int]) -> list[list[Written]]:
    groups: dict[int, list[Written]] = defaultdict(list)
    for law, number in zip(written, roots, strict=True):
        groups[number].append(law)
    return list(groups.values())


def _keys(law: Written) -> Iterable[str]:
    names = [law.name, law.number, law.short, law.led]
    for name in filter(None, names):
        key = law_key(name) if name != law.number else re.sub(r"[^a-z0-9/]", "", _plain_number(name).casefold())
        yield key
        known = known_laws().get(key) or known_laws().get(law_key(name))
        if known and not only_resembles(name, known[0]):
            yield "=" + known[0]
    for part in re.split(r"\s?/\s?", law.number or "") if law.family == "state" else ():
        yield re.sub(r"[^a-z0-9]", "", part.casefold())
        if session := re.fullmatch(r"(\D+)\d\d[A-Z]?-0*(\d+)", _plain_number(part)):
            yield re.sub(r"[^a-z0-9]", "", (session[1] + session[2]).casefold())  # SB 24-205 is Senate Bill 205


def _plain_number(number: str) -> str:
    number = re.sub(
        r"(?i)Senate Bill", "SB", re.sub(r"(?i)House Bill", "HB", re.sub(r"(?i)Assembly Bill", "AB", number))
    )
    number = re.sub(r"(?:NYC|New York City(?:[’']s)?) (?:Local )?Law", "Local Law", number)
    number = re.sub(r"(?i)executive order|e\.?o\.?(?=\s)", "EO", number)
    return re.sub(r"\bNo\.?\s?|\((?:EU|EC|EO|SB|HB|AB|S\.B\.|H\.B\.|A\.B\.)\)", "", number)


def _name_of(members: list[Written]) -> str | None:
    """The fullest name: the longest that is no bare acronym, with its year where one mention gives it."""
    named = [w for w in members if w.name]
    if not named:
        return None
    best = max(named, key=lambda w: (len((w.name or "").split()) > 1, len(w.name or ""), -w.start))
    name = best.name or ""
    if re.fullmatch(r"[A-Z]{2,}", name) and law_key(name) in known_laws():
        return known_laws()[law_key(name)][0]
    years = [w.year_text for w in (best, *named) if w.year_text and (w is best or w.year_text.startswith(" of"))]
    return name + years[0] if years and not re.search(r"(?:19|20)\d\d$", name) else name


def _bare(number: str | None) -> str | None:
    """A number in the letters it gives itself ("Senate Bill (SB) 24-205") and without the city before it."""
    if number is None:
        return None
    number = re.sub(r"^(?:NYC|New York City(?:[’']s)?) (?:Local )?Law", "Local Law", number)
    return re.sub(r"(?:Senate|House|Assembly)\s(?:Bill|File)\s\(([SHA]\.?[BF]\.?)\)", r"\1", number)


def _number_of(members: list[Written]) -> str | None:
    numbers = [w.number for w in members if w.number]
    if not numbers:
        return None
    return min(numbers, key=lambda number: (_SPELLED.match(number) is not None, numbers.index(number)))


def _joined(named: list[Law]) -> list[Law]:
    """Mentions of one law in a row (name and its number in brackets) as one."""
    merged: list[Law] = []
    for law in named:
        if merged and law.name == merged[-1].name and law.start - merged[-1].end <= 3:
            merged[-1] = replace(merged[-1], end=law.end)
        else:
            merged.append(law)
    return merged
