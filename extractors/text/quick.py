"""Patterns that first look for a word any match must hold: most sentences have none, and are done with at once.

`re` tries a pattern of many alternatives from every character of a text. Whether "ratif", "approv" or "vote" is in the
text at all is known in a hundredth of that time. `quick` takes what `re.compile` takes, works such words out from the
pattern itself (as in Cox, "Regular Expression Matching with a Trigram Index", 2012), and finds exactly the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache, reduce
from itertools import count
from operator import or_
from typing import Any, NamedTuple

from extractors.text.tokens import word_set

try:
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # a Python whose `re` is built otherwise: the same matches, only slower
    _parser = None

_MOST = 200  # words of a set; a pattern that needs more is tried everywhere
_LAST = 1 << 62
_START, _END = 4, 3  # letters of a word's beginning and end
_EDGE, _DIGIT, _GAP = "\0", "\1", "\2"
_ZERO_WIDTH = frozenset({"ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_COMMON = word_set(
    "the and that for with from this have are was will not has its all they but our any been who more by of to in a an"
    " is it on as or at be i s t"
)
_WORDS = re.compile(r"\w+")
_RUNS = re.compile(r"\w+|\W+")
_RUN = re.compile(r"\0?\w+\0?")
_NO_WORD = re.compile(r"[^\w\0]")
_WORD = re.compile(r"\w")
_WHOLE = re.compile(r"(?<=\0)\w+(?=\0)")
_BEGINNING = re.compile(rf"\0\w{{{_START}}}")
_ENDING = re.compile(rf"\w{{{_END}}}\0$")
_SOME_DIGIT = re.compile(r"\d")
_EDGES = re.compile(r"(?<=\w)\x02+|\x02+(?=\w)|(?<=\w)(?=[^\w\x00\x02])|(?<=[^\w\x00\x02])(?=\w)")
_numbers = count()
_within: dict[str, list[tuple[str, int]]] = defaultdict(list)
"""By key: words that lie within one word of a text, each with its bit."""
_across: dict[str, int] = defaultdict(int)
"""By key, or by a mark that is no part of words: the bits of words that hold such marks."""
_Words = frozenset[str]
_NOTHING: _Words = frozenset({""})


class _Part(NamedTuple):
    """Of a part of a pattern: all that it matches, if this is little; and words one of which is in each match."""

    exact: _Words | None
    inside: _Words | None


class Quick:
    """A compiled pattern that knows words (in lower case) one of which stands in every match.

    Each pattern has two bits: one for a text with a word that holds such a word, one for a text with a part of words
    that go on over several. A word's bits are worked out once, so a text is looked through once for all patterns, and
    most are turned away by a single comparison.
    """

    __slots__ = ("_bits", "_flags", "_inside", "_keys", "_known", "_pattern", "_source", "_sure", "_words")

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source, self._flags = source, flags
        self._pattern: re.Pattern[str] | None = None
        self._known: bool | None = None
        """Whether there are such words; None before anybody asked, as most processes never ask most patterns."""
        self._words: dict[str, tuple[str, ...]] = {}
        """What goes on over several words, by one that a text must have for it; its bit tells no more than that."""
        self._keys: frozenset[str] = frozenset()
        self._inside: tuple[str, ...] = ()
        """What has no whole word in it."""
        self._sure = self._bits = 0

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern as `re` compiles it."""
        if self._pattern is None:
            self._pattern = re.compile(self._source, self._flags)
        return self._pattern

    def _learn(self) -> bool:
        words = needed(self.pattern)
        self._known = bool(words)
        if words:
            number = 2 * next(_numbers)
            self._sure, some = 1 << number, 2 << number
            self._bits = self._sure | some
            across: dict[str, list[str]] = defaultdict(list)
            for word in words:
                key = _key(word)
                if word == _DIGIT or _RUN.fullmatch(word):
                    _within[key].append((word, self._sure))
                else:
                    across[key].append(word)
                    _across[key or next(filter(_NO_WORD.match, word))] |= some
            self._inside = tuple(word for key, found in across.items() if not _RUN.fullmatch(key) for word in found)
            self._words = {key: tuple(found) for key, found in across.items() if _RUN.fullmatch(key)}
            self._keys = frozenset(self._words)
            _bits_of.cache_clear()
            _looked_through.cache_clear()
        return self._known

    def may(self, text: str) -> bool:
        """Whether `text` holds one of the words, so that a match is possible."""
        known = self._known
        if not (self._learn() if known is None else known):
            return True
        seen = _looked_through(text)
        if not (bits := seen.bits & self._bits):
            return False
        if bits & self._sure:
            return True
        for key in self._keys & seen.words:
            for word in self._words[key]:
                if word in seen.marked:
                    return True
        for word in self._inside:  # noqa: SIM110 (twice as fast as any(), and this is where the time goes)
            if word in seen.marked:
                return True
        return False

    def bits(self) -> int:
        """The bits one of which any text has that the pattern matches; 0 where no such are known."""
        if self._known is None:
            self._learn()
        return self._bits

    def search(self, text: str, start: int = 0, end: int = _LAST) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.pattern.search(text, start, end) if self.may(text) else None

    def match(self, text: str, start: int = 0, end: int = _LAST) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.pattern.match(text, start, end) if self.may(text) else None

    def finditer(self, text: str, start: int = 0, end: int = _LAST) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.pattern.finditer(text, start, end) if self.may(text) else iter(())


class Several:
    """Many patterns asked of one text: those that need be tried are known at once, mostly none."""

    __slots__ = ("_anywhere", "_bits", "_numbers", "_patterns")

    def __init__(self, patterns: Iterable[Quick]) -> None:
        self._patterns = tuple(patterns)
        self._anywhere: list[int] = []
        self._numbers: dict[int, int] | None = None  # of a pattern, by the place of its bits; None before it is asked
        self._bits = 0

    def may(self, text: str) -> bool:
        """Whether one of the patterns may match `text`."""
        if self._numbers is None:
            self._learn()
        return bool(self._anywhere or _looked_through(text).bits & self._bits)

    def likely(self, text: str) -> list[int]:
        """The numbers, in order, of the patterns that may match `text`."""
        numbers = self._learn() if self._numbers is None else self._numbers
        bits = _looked_through(text).bits & self._bits
        if not bits:
            return self._anywhere
        found = set(self._anywhere)
        while bits:
            place = bits.bit_length()
            found.add(numbers[place])
            bits ^= 1 << (place - 1)
        return sorted(found)

    def those(self, text: str) -> Iterator[Quick]:
        """The patterns, in order, that may match `text`."""
        return map(self._patterns.__getitem__, self.likely(text))

    def _learn(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for number, pattern in enumerate(self._patterns):
            bits = pattern.bits()
            self._bits |= bits
            if bits:
                found[bits.bit_length()] = found[bits.bit_length() - 1] = number
            else:
                self._anywhere.append(number)
        self._numbers = found
        return found


def quick(pattern: str, flags: int = 0) -> Quick:
    """The pattern, compiled when it is first used; see the module."""
    return Quick(pattern, flags)


class _Seen:
    """What patterns ask of a text: its words in lower case, the bits of all that it holds."""

    __slots__ = ("_marked", "_text", "bits", "words")

    def __init__(self, text: str) -> None:
        self._text = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()
        self._marked: str | None = None
        self.words = frozenset(_WORDS.findall(self._text))
        self.bits = reduce(or_, map(_bits_of, self.words), 0)
        for mark in _across.keys() & set(self._text):
            self.bits |= _across[mark]

    @property
    def marked(self) -> str:
        """The text with the edges of its words marked; made when first asked for."""
        if self._marked is None:
            self._marked = f"{_EDGE}{_EDGE.join(_RUNS.findall(self._text))}{_EDGE}"
        return self._marked


@lru_cache(maxsize=2048)
def _looked_through(text: str) -> _Seen:
    return _Seen(text)


@lru_cache(maxsize=1 << 16)
def _bits_of(word: str) -> int:
    """The bits of all patterns that have a part within a word of a text, or one over several with it among them."""
    marked = f"{_EDGE}{word}{_EDGE}{_DIGIT if _SOME_DIGIT.search(word) else ''}"
    keys = {"", word, marked[: 1 + _START], marked.rstrip(_DIGIT)[-1 - _END :], _DIGIT}
    bits = 0
    for key in keys:
        bits |= _across.get(key, 0)
        for part, bit in _within.get(key, ()):
            if part in marked:
                bits |= bit
    return bits


def _key(word: str) -> str:
    """What a text that holds a word has among its keys: the longest whole word in it, its beginning or end; else ""."""
    if word == _DIGIT:
        return word
    whole: list[str] = _WHOLE.findall(word)
    if whole:
        return max(whole, key=len)
    part = _BEGINNING.match(word) or _ENDING.search(word)
    return part.group() if part else ""


def needed(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Words in lower case, edges marked, one of which every match of a pattern holds; empty where none are known."""
    if _parser is None:
        return ()
    part = _in_a_row(_parser.parse(pattern.pattern, pattern.flags))
    words = _best([part.inside, part.exact]) or frozenset()
    lasting = (word for word in words if not any(other != word and other in word for other in words))
    return tuple(sorted(lasting, key=lambda word: (len(word), word)))


def _in_a_row(items: Iterable[tuple[Any, Any]], before: str = "", after: str = "") -> _Part:
    """The part that parts in a row make up: words go on from one to the next while there are few ways to go on.

    `before` and `after` are the edges of words the row stands between, if it does.
    """
    run = frozenset({before})
    candidates: list[_Words | None] = []
    whole = True
    row = [(str(kind), value) for kind, value in items]
    for (kind, value), following in zip(row, [*row, ("", None)][1:], strict=True):
        ends = {word[-1:] for word in run}
        edge = ends.pop() if ends in ({_EDGE}, {_GAP}) else ""
        if _is_gap(kind, value) or (edge == _GAP and _is_spaced(kind, value)):
            whole = False
            candidates.append(frozenset(_joined(word, _GAP) for word in run))
            run = frozenset({_GAP})
            continue
        part = _part(kind, value, edge, _edge_of(*following) if following[0] else after)
        candidates.append(part.inside)
        if part.exact is not None and len(run) * len(part.exact) <= _MOST:
            run = frozenset(_joined(one, other) for one in run for other in part.exact)
        else:
            whole = False
            candidates.append(run)
            run = part.exact or _NOTHING
    run = frozenset(_joined(word, after) for word in run)
    candidates.append(run)
    return _Part(run if whole else None, _best(candidates))


def _edge_of(kind: str, value: Any) -> str:
    """What a part shows to be at its beginning: the edge of a word, or a gap, which is one if a word stands there."""
    if kind == "AT" and str(value) == "AT_BOUNDARY":
        return _EDGE
    return _GAP if _is_gap(kind, value) else ""


def _is_gap(kind: str, value: Any) -> bool:
    """Whether a part matches white space, or marks that are no part of words, at least once."""
    if kind in _REPEATS:
        return bool(value[0]) and len(value[2]) == 1 and _is_gap(str(value[2][0][0]), value[2][0][1])
    return kind == "IN" and all(_is_no_word(str(k), v) for k, v in value)


def _is_no_word(kind: str, value: Any) -> bool:
    return str(value) == "CATEGORY_SPACE" or (kind == "LITERAL" and not _WORD.match(chr(value)))


def _is_spaced(kind: str, value: Any) -> bool:
    """Whether a part, if it is there at all, ends in a gap: words of any number."""
    if kind not in _REPEATS or value[0]:
        return False
    inside = value[2]
    while len(inside) == 1 and str(inside[0][0]) == "SUBPATTERN":
        inside = inside[0][1][3]
    return bool(inside) and _is_gap(str(inside[-1][0]), inside[-1][1])


def _joined(before: str, after: str) -> str:
    return before + (after[1:] if after[:1] in (_EDGE, _GAP) and before[-1:] == after[:1] else after)


def _part(kind: str, value: Any, before: str, after: str) -> _Part:
    """One part of a pattern, as the parser of `re` gives it."""
    if kind == "LITERAL":
        return _Part(frozenset({chr(value).lower()}), None)
    if kind == "AT":
        return _Part(frozenset({_edge_of(kind, value)}), None)
    if kind in _ZERO_WIDTH:
        return _Part(_NOTHING, None)
    if kind == "IN":
        return _characters([(str(member), what) for member, what in value])
    if kind == "SUBPATTERN":
        return _in_a_row(value[3], before, after)
    if kind == "ATOMIC_GROUP":
        return _in_a_row(value, before, after)
    if kind == "BRANCH":
        return reduce(_either, (_in_a_row(one, before, after) for one in value[1]))
    if kind in _REPEATS:
        least, most, repeated = value
        if most != 1:
            return _Part(None, _best(_in_a_row(repeated)) if least else None)
        part = _in_a_row(repeated, before, after)
        return part if least else _Part(part.exact | _NOTHING if part.exact is not None else None, None)
    return _Part(None, None)


def _characters(members: list[tuple[str, Any]]) -> _Part:
    """A set of characters: each of a few, or some digit."""
    if all(kind == "LITERAL" for kind, _ in members) and len(members) <= 4:
        return _Part(frozenset(chr(value).lower() for _, value in members), None)
    digits = all(str(value) in ("CATEGORY_DIGIT", "(48, 57)", "(49, 57)") for _, value in members)
    return _Part(None, frozenset({_DIGIT}) if digits else None)


def _either(one: _Part, other: _Part) -> _Part:
    exact = one.exact | other.exact if one.exact is not None and other.exact is not None else None
    first, second = _best(one), _best(other)
    inside = first | second if first is not None and second is not None else None
    few = inside if inside is not None and len(inside) <= _MOST else None
    return _Part(exact if exact is not None and len(exact) <= _MOST else None, few)


def _best(candidates: Iterable[_Words | None]) -> _Words | None:
    """The words least likely to be met by chance, edges inside them marked; None where no set will do."""
    usable = [frozenset(map(_edged, words)) for words in candidates if words and _told(words)]
    return min(usable, key=lambda words: (sum(map(_likelihood, words)), sorted(words)), default=None)


def _told(words: _Words) -> bool:
    return all(word.strip(_EDGE + _GAP) for word in words)


@cache
def _edged(word: str) -> str:
    return word if word == _DIGIT else _EDGES.sub(_EDGE, word).replace(_GAP, "")


@cache
def _likelihood(word: str) -> float:
    """What it costs to look for a word: about how often a sentence has it, and more where it is sought everywhere."""
    bare = word.replace(_EDGE, "").strip()
    if word == _DIGIT or bare in _COMMON or not bare:
        return 0.3
    return 6.0 ** -(len(word) - 1) + (0.001 if _key(word) else 0.02)
