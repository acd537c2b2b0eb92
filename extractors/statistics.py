"""Statistics: figures with what they measure, their unit, direction, period, population and who says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.figures.credits import credited, figures_of, source_of
from extractors.figures.currency import dollars
from extractors.figures.metrics import direction, metric
from extractors.figures.nouns import TIME_UNITS, Figure
from extractors.names.organizations import written_name
from extractors.quotes import Attributed, find_attributed
from extractors.speech.sourcing import reporting
from extractors.speech.voices import Voice
from extractors.text.dates import MONTHS
from extractors.text.numbers import MONEY
from extractors.text.patterns import any_of, is_cut_off, portions
from extractors.text.quick import quick
from extractors.text.sentences import HEADLINE, Sentence, fact_sentences
from records.facts import Fact, Statistic

_YEAR = r"(?:19|20)\d\d"
_SPAN = rf"{_YEAR}\s?[-–/]\s?(?:19|20)?\d\d|{_YEAR}"
_STRETCH = r"(?:[\w-]+\s+){0,2}(?:years?|months?|weeks?|days?|decades?|quarters?)"
_PERIODS = (
    quick(rf"\bfrom\s+({_YEAR}\s+(?:to|through|until)\s+{_YEAR})\b"),
    quick(rf"\bbetween\s+({_YEAR}\s+and\s+{_YEAR})\b"),
    re.compile(
        r"\b(?:in|during|for|over|of|by|since|until|through|as of|at the end of)\s+"
        r"(?:the\s+|early\s+|late\s+|mid-|fiscal\s+year\s+|fiscal\s+|FY\s?)?"
        rf"((?:first|second|third|fourth|last)\s+(?:quarter|half|(?:\w+\s+)?months)(?:\s+of\s+{_YEAR})?"
        rf"|Q[1-4]\s+{_YEAR}"
        rf"|(?:{MONTHS})(?:\s+\d{{1,2}},)?(?:\s+{_YEAR})?\b|(?:{_SPAN})\b)",
        re.IGNORECASE,
    ),
    quick(r"\b(year[- ](?:over|on)[- ]year|month[- ](?:over|on)[- ]month|annually)\b", re.IGNORECASE),
    quick(r"\b((?:per|each|a|every)\s+(?:year|month|week|day|hour))\b(?!\s+(?:ago|later|before))", re.IGNORECASE),
    quick(rf"\b((?:over|in|during|within)\s+the\s+(?:last|past|next|coming|previous)\s+{_STRETCH})\b", re.IGNORECASE),
    quick(r"\b(over\s+(?:\w+\s+)?(?:two|three|four|five|six|seven|eight|ten|\d{1,2})\s+years)\b", re.IGNORECASE),
    quick(r"\b((?:last|this)\s+(?:year|month|quarter|fiscal year))\b", re.IGNORECASE),
)
_SURVEYED = quick(
    rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|new)\s+((?:{MONTHS})(?:\s+{_YEAR})?|{_YEAR})\s+(?:[\w’'-]+\s+){{0,6}}?"
    r"(?i:survey|poll|study|report)\b"
)
_VERBS = any_of(
    "said says? are were is was have had has would will could can may might support(?:s|ed)? believe[sd]?",
    "think want(?:ed)?",
    "reported knew know agree[sd]? who that in by from to for with expect(?:ed)? oppose[sd]?",
    "use[sd]? face feel felt",
    "on as when if now say voted worry fear see saw unsure opposed",
)
_OF_WHOM = re.compile(
    rf"\s*(?:of|among)\s+((?:(?!(?:{_VERBS})\b)(?:(?:[A-Z]\.){{2,}}|[\w’'&/-]+)\s?){{1,7}})", re.IGNORECASE
)
_AMONG = re.compile(r"\b(?:among\s+([^,;()]{3,80})|(those\s[^,;()]{3,80}))\s\(\Z", re.IGNORECASE)
_REACH = 400  # characters before a figure in which its period is looked for
_RANK = {"percent": 0.88, "people": 0.82, "count": 0.72}


class Statistics(Extractor):
    """Finds figures in the sentences of the text's own body."""

    name: ClassVar[str] = "statistics"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (Statistic,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """A row per figure; a figure told twice counts once, where the body tells it.

        None in agreements and laws: their figures are terms.
        """
        if reading.document.document_type in ("agreement", "legislation"):
            return
        seen: list[tuple[float, str, frozenset[str]]] = []
        ordered = sorted(reading.get(fact_sentences), key=lambda s: s.region == HEADLINE)
        for sentence in ordered:
            if sentence.passage.kind == "table" or is_cut_off(sentence):
                continue
            found = (statistic for portion in portions(sentence) for statistic in _of_sentence(reading, portion))
            for statistic in found:
                key = _words(statistic.metric)
                if any(v == statistic.value and u == statistic.unit and _alike(u, key, w) for v, u, w in seen):
                    continue
                seen.append((statistic.value, statistic.unit, key))
                yield statistic


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:5] for word in re.findall(r"[a-z]{4,}", text.casefold()))


def _alike(unit: str, a: frozenset[str], b: frozenset[str]) -> bool:
    return unit in TIME_UNITS or not a or not b or len(a & b) >= 0.34 * min(len(a), len(b))


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Statistic]:
    text = sentence.text
    found = figures_of(reading, sentence)
    source = source_of(reading, sentence) if found else None
    for index, figure in enumerate(found):
        right = found[index + 1].start if index + 1 < len(found) else len(text)
        yield Statistic(
            span=reading.span(sentence.start, sentence.end),
            confidence=_RANK.get(figure.unit, 0.88 if figure.kind == MONEY else 0.65),
            metric=metric(text, found, index),
            value=figure.value,
            unit=_unit(reading, sentence, figure),
            direction=direction(text, found, index),
            period=_period(text, figure, right),
            population=_population(text, figure, right),
            attributed_to=_said(reading, sentence, sentence.start + figure.start, source),
        )


def _unit(reading: Reading, sentence: Sentence, figure: Figure) -> str:
    """The unit of a figure; a "$" that no letters mark is that of the document's country."""
    bare = figure.kind == MONEY and figure.unit == "USD" and sentence.text[figure.start] == "$"
    return reading.get(dollars) if bare else figure.unit


def _period(text: str, figure: Figure, right: int) -> str | None:
    """The period a figure holds for: the first named after it and before the next figure, else the last before it."""
    after = [m for pattern in _PERIODS for m in pattern.finditer(text, figure.end, max(right, figure.end))]
    if after:
        return " ".join(min(after, key=lambda m: m.start())[1].split())
    before = [
        m for pattern in _PERIODS[:4] for m in pattern.finditer(text, max(0, figure.start - _REACH), figure.start)
    ]
    if before:
        return " ".join(max(before, key=lambda m: m.start())[1].split())
    surveyed = _SURVEYED.search(text)
    return surveyed[1] if surveyed else None


def _population(text: str, figure: Figure, right: int) -> str | None:
    """Of whom a share is stated: "of US respondents"; None for other figures."""
    if figure.unit != "percent":
        return None
    closed = text[figure.end : figure.end + 1] == ")"
    match = _OF_WHOM.match(text, min(figure.end + closed, right), right)
    if match:
        return match[1].strip().removesuffix(" and") or None
    among = _AMONG.search(text[: text.rfind("(", 0, figure.start) + 1]) if closed else None
    return among[1] or among[2] if among else None


def _said(reading: Reading, sentence: Sentence, at: int, source: Voice | None) -> str | None:
    """Who says so: the speaker whose words hold the figure, else the sentence's source, else who reports it."""
    spoken = reading.get(_spoken)
    before = bisect_right(spoken, at, key=lambda found: found.quoted.start)
    if before and at < spoken[before - 1].quoted.end:
        voice: Voice | None = spoken[before - 1].voice
    else:
        voice = source or reporting(reading, sentence.start, at) or reading.get(credited).get(sentence.start)
    return written_name(reading, voice.label) if voice and voice.label else None


def _spoken(reading: Reading) -> list[Attributed]:
    return sorted(reading.get(find_attributed), key=lambda found: found.quoted.start)
