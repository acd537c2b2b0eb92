"""Words that mean a law named elsewhere: "the bill", "both measures", "it", and "a bill" named only in what follows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.base import Reading
from extractors.laws.known import is_settled
from extractors.laws.law import Law
from extractors.laws.places import sentence_at, sentence_starts
from extractors.text.quick import quick
from extractors.text.sentences import BOILERPLATE, FOOTNOTE, FURNITURE, HEADLINE, leaves, regions, sentences
from records.model import Passage

_ADJECTIVE = (
    r"(?:bipartisan|bicameral|new|proposed|landmark|historic|sweeping|comprehensive|common-?sense|important|executive"
    r"|draft|final|federal|state|crucial|critical|vital|timely|same|Senate|House|Assembly|companion|measure’s|key"
    r"|innovative|groundbreaking|narrow|straightforward|pending)"
)
_REFERENCE = re.compile(
    rf"\b(?P<determiner>[Tt]he|[Tt]his|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur"
    rf"|[Mm]y)\s(?P<adjectives>(?:{_ADJECTIVE},?\s){{0,3}})"
    r"(?P<noun>bill|legislation|Act|act|measure|(?<=[Tt]his )law|(?<=new )law"
    r"|(?:(?<=block the )|(?<=overturn the )|(?<=oppose the )|(?<=opposes the )|(?<=opposed the )|(?<=support the )"
    r"|(?<=supports the )|(?<=supported the )|(?<=challenge the )|(?<=challenged the )|(?<=challenging the )"
    r"|(?<=praised the )|(?<=welcomed the )|(?<=criticized the )|(?<=criticised the ))law|[Oo]rder|directive"
    r"|regulation|Bill"
    r"|Directive|Regulation|Order|statute|ordinance)\b"
    r"(?!\s(?:of|to\sbe|as\sa\swhole|school|firm|enforcement|and\sorder)\b|[’']s\s(?:sponsors?\b)?(?=\Z))"
)
_PLURAL = quick(
    rf"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth|[Tt]heir)\s(?:of\sthese\s)?(?P<count>two|three|four|five)?\s?"
    rf"(?:{_ADJECTIVE},?\s){{0,3}}(?P<noun>bills|measures|laws)\b(?!\s(?:of|that|which)\b)"
)
_MANY = {"two": 2, "three": 3, "four": 4, "five": 5}
_IT = re.compile(
    r"(?:If\s(?=it\b))?(?P<noun>[Ii]t)\s(?=(?:(?:has|had|was|is|also|now|then|has\sbeen|later|recently|unanimously"
    r"|easily)\s)*"
    r"(?:passed|cleared|signed|introduced|reintroduced|vetoed|approved|advanced|enacted|failed|died|stalled|heads"
    r"|headed|goes|awaits|awaiting|sponsored|co-?sponsored|backed|supported|endorsed|opposed|pending|takes?\seffect"
    r"|took\seffect|went\sinto|goes\sinto|becomes?\slaw|became\slaw|would)\b)"
)
_OBJECT_IT = quick(
    r"\b(?:back(?:s|ed)?|support(?:s|ed)?|endors(?:es|ed|e)|oppos(?:es|ed|e)|welcom(?:es|ed|e)|prais(?:es|ed|e)|fought"
    r"|reject(?:s|ed)?|criticiz(?:es|ed|e)|criticis(?:es|ed|e)|condemn(?:s|ed)?|signed|vetoed"
    r"|(?:c[ao]me|comes|spoke|speaks|testif\w+)\s(?:out\s)?(?:against|for|behind|in favou?r of)"
    r"|(?:campaign|lobb|push|press|fought|rall)\w*\s(?:for|against|behind)|(?:is|are|was|were)\s(?:(?:also|firmly|still|strongly|now)\s)?(?:against|behind|for"
    r"|in\sfavou?r\sof|opposed\sto))"
    r"\s(?P<noun>it)(?=[.,;]|\sto\sthe\slast\b|\s(?:and|but|because|as|while|into|too|until|from|since|strongly)\b)"
)
_VERB = (
    r"(?:(?:re-?)?introduc(?:ed|es|ing)|unveil(?:ed|s|ing)?|fil(?:ed|es|ing)|announc(?:ed|es|ing)|sign(?:ed|s|ing)?"
    r"|veto(?:ed|es|ing)|pass(?:ed|es|ing)|approv(?:ed|es|ing)|advanc(?:ed|es|ing)|reject(?:ed|s|ing)|enact(?:ed|s|ing)"
    r"|(?:co-?)?sponsor(?:ed|s|ing)|back(?:ed|ing|s)?|endors(?:ed|es|ing|e)|oppos(?:ed|es|ing|e)"
    r"|support(?:ed|s|ing)?|applaud(?:ed|s)?|prais(?:ed|es|e)|welcom(?:ed|es|e))"
)
_INDEFINITE = quick(
    rf"\b(?P<verb>{_VERB})\s(?:(?!(?:the|this|these|both)\b)[\w’',-]+\s){{0,6}}?"
    r"(?P<noun>legislation|(?<!legislation and )bills?|measures?|(?<!into )laws?|act"
    r"|(?:(?<=bipartisan )|(?<=legislative ))proposal)\b"
    r"(?!\s(?:called|named|titled|known)|[’'])"
)
_TOLD_AFTER = quick(
    r"\b(?:[Aa]n?|[Tt]wo|[Tt]hree|[Nn]ew|[A-Z][\w.]+[’']s?)\s(?:(?:[\w-]+,?)\s){0,4}?(?P<noun>legislation|bills?|measures?"
    r"|laws?)"
    r"(?=,?\s(?:(?:which|that)\s)?(?:(?:was|were|has\sbeen|have\sbeen|is|are)\s)?(?:just\s|recently\s)?"
    r"(?:signed|vetoed|passed|introduced|approved|backed|sponsored|supported)\b)"
)
_ONE_OF = re.compile(r"\W*The (?:first|second|third|fourth|other|latter)\b,?[^.;]{0,40}\Z")
_NEAR = 500  # characters before "the bill" in which the law it means is named
_FAR = 3_000  # characters that hold any law's whole name
_AHEAD = 900  # characters after "a bill" in which it gets its name
_LIST = 2_500  # characters after "a package of bills" in which they are named
_STILL_OPEN = ("bill", "legislation", "measure")  # words for what is no law yet
_STILL = 4  # sentences after one on the only law of a text in which "it" is still that law
_MOST = 6  # laws that "the bills" may mean


def references(reading: Reading, named: list[Law]) -> list[Law]:
    """ "The bill", "this legislation", "the order": the law named last nearby, else the one the document is about."""
    if not named:
        return []
    meant = _Meant(named)
    areas = reading.get(regions)
    told = {law.name: law.start for law in reversed(named) if sentence_at(reading, law.start).region != HEADLINE}
    found: list[Law] = []
    for passage in reading.get(leaves):
        if areas[passage.ordinal] in (FURNITURE, FOOTNOTE, BOILERPLATE):
            continue
        for match in _REFERENCE.finditer(passage.text):
            start, end = passage.char_start + match.start(), passage.char_start + match.end()
            if any(start < law.end for law in _before(named, end)):
                continue
            law = meant.by(start, match)
            if law:
                found.append(_meaning(reading, law, start, end))
        found += _several(reading, passage, named)
        found += _announced(reading, passage, named, told)
    return [*found, *_pronouns(reading, [*named, *found])]


def _meaning(reading: Reading, law: Law, start: int, end: int) -> Law:
    return replace(law, start=start, end=end, text=reading.text[start:end], named=False)


def _several(reading: Reading, passage: Passage, named: list[Law]) -> Iterator[Law]:
    """ "Both bills", "the two measures": the bills named last before, as many as are counted."""
    for match in _PLURAL.finditer(passage.text):
        start, end = passage.char_start + match.start(), passage.char_start + match.end()
        earlier = {law.name: law for law in _between(named, start - _LIST, start) if _open(law)}
        names = sorted(earlier, key=lambda name: -earlier[name].start)
        count = _MANY.get(match["count"] or "") or (2 if match.group().casefold().startswith("both") else len(names))
        if 2 <= count <= min(_MOST, len(names)):
            yield from (_meaning(reading, earlier[name], start, end) for name in names[:count])


def _open(law: Law) -> bool:
    """Whether a law is one that legislatures deal with: not an order, not a directive of the Union."""
    return law.family in (None, "state", "federal", "canada", "ballot")


def _between(laws: Sequence[Law], start: int, end: int) -> Sequence[Law]:
    """Of laws in order of their start those that begin between two offsets."""
    first = bisect_left(laws, start, key=lambda law: law.start)
    return laws[first : bisect_left(laws, end, lo=first, key=lambda law: law.start)]


def _announced(reading: Reading, passage: Passage, named: list[Law], told: dict[str, int]) -> Iterator[Law]:
    """ "Introduced bipartisan legislation to ...", "vetoed a bill", "signed two bills": named only in what follows.

    `told` holds where the body first names each law.
    """
    for pattern in (_INDEFINITE, _TOLD_AFTER):
        for match in pattern.finditer(passage.text):
            start, end = passage.char_start + match.start("noun"), passage.char_start + match.end("noun")
            sentence = sentence_at(reading, start)
            if _between(named, sentence.start, sentence.end):
                continue
            if match["noun"].endswith("s"):
                later = _listed_later(reading, named, start, told)
                yield from (_meaning(reading, law, start, end) for law in later)
                continue
            first = bisect_right(named, start, key=lambda law: law.start)
            law = named[first] if first < len(named) and named[first].start - start < _AHEAD else None
            brought = re.match(r"(?:re-?)?introd|unveil|fil|announc", match.group())
            if law and told.get(law.name, law.start) > start and (brought or _soon(reading, start, law)):
                yield _meaning(reading, law, start, end)


def _soon(reading: Reading, start: int, law: Law) -> bool:
    """Whether a law is named within three sentences."""
    starts = reading.get(sentence_starts)
    return bisect_right(starts, law.start) - bisect_right(starts, start) <= 3


def _listed_later(reading: Reading, named: list[Law], start: int, told: dict[str, int]) -> list[Law]:
    """The bills that "two bills" at `start` means: those of one numbering first named in what follows."""
    later = [law for law in _between(named, start, start + _LIST) if _open(law)]
    first = {law.name: law for law in reversed(later) if told.get(law.name, law.start) > start}
    counted = {law.name for law in first.values() if _is_counted(reading, law)}
    meant = [law for law in first.values() if law.family or law.name in counted]
    return meant if (len(meant) >= 2 or counted) and len(meant) <= _MOST else []


def _is_counted(reading: Reading, law: Law) -> bool:
    """Whether a law is named as one of several told of before: "The first bill, the Fair Hours Act"."""
    return _ONE_OF.match(reading.text[sentence_at(reading, law.start).start : law.start]) is not None


def _pronouns(reading: Reading, laws: list[Law]) -> Iterator[Law]:
    """ "It passed the Senate": the only law that the sentence before tells of, by name or again as "it".

    Where the document tells of one law only, who "backs it" may stand some sentences further on.
    """
    told: dict[int, set[str]] = defaultdict(set)
    by_name = {law.name: law for law in laws}
    every, starts = reading.get(sentences), reading.get(sentence_starts)
    for law in laws:
        if not is_settled(law.name, law.year):
            told[bisect_right(starts, law.start) - 1].add(law.name)
    if not told:
        return
    sole = len({name for names in told.values() for name in names}) == 1
    last, names = -_STILL - 1, set[str]()
    for index in range(min(told), min(len(every), max(told) + 12 * _STILL)):
        if index in told:
            last, names = index, told[index]
            continue
        if index - last > (_STILL if sole else 1) or len(names) != 1:
            continue
        text = every[index].text
        if match := (_IT.match(text) if index == last + 1 else None) or _OBJECT_IT.search(text[:300]):
            at = every[index].start + match.start("noun")
            yield _meaning(reading, by_name[next(iter(names))], at, at + 2)
            last = index


def _central(named: list[Law]) -> Law:
    counts = Counter(law.name for law in named)
    return max(named, key=lambda law: (counts[law.name], -law.start))


def _before(laws: Sequence[Law], at: int) -> Sequence[Law]:
    """Of laws in order of their start those that begin shortly before an offset."""
    return _between(laws, at - _FAR, at)


class _Meant:
    """Tells which of the laws named in a document words like "the bill" mean; the laws in order of their start."""

    def __init__(self, named: list[Law]) -> None:
        self._named = named
        self._central = _central(named)
        self._orders = any(law.family == "order" for law in named)
        self._pools: dict[tuple[bool, str], tuple[list[Law], bool]] = {}

    def _pool(self, wants: bool, noun: str) -> tuple[list[Law], bool]:
        """The laws of a kind, and whether the document's central law is of it."""
        if (wants, noun) not in self._pools:
            pool = [law for law in self._named if (law.family == "order") == wants]
            if noun in _STILL_OPEN:
                pool = [law for law in pool if not is_settled(law.name, law.year)] or pool
            elif noun:
                pool = [law for law in pool if noun in law.name.casefold() or law.family == "eu"]
            self._pools[wants, noun] = (pool, any(law.name == self._central.name for law in pool))
        return self._pools[wants, noun]

    def by(self, start: int, match: re.Match[str]) -> Law | None:
        """The law that the words at `start` mean."""
        noun = match["noun"].casefold()
        wants = noun == "order" or "executive" in match["adjectives"]
        if noun == "order" and "executive" not in match["adjectives"] and not self._orders:
            return None
        pool, holds_central = self._pool(wants, noun if noun in ("directive", "regulation", *_STILL_OPEN) else "")
        if not pool:
            return None
        near = [law for law in _before(pool, start + 1) if start - _NEAR <= law.end <= start]
        if near:
            in_reach = [law for law in near if law.name == self._central.name]
            return near[-1] if not in_reach or start - near[-1].end < 200 else in_reach[-1]
        if holds_central:
            return self._central
        before = bisect_left(pool, start, key=lambda law: law.start)
        return pool[before - 1] if before else pool[0]
