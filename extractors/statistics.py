"""Statistics: figures with what they measure, their unit, direction, period, population and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from extractors.attribution import source
from extractors.base import Extractor, Reading
from extractors.figures import Figure, figures
from extractors.numbers import MONEY
from extractors.quotes import find_attributed
from extractors.sentences import Sentence, body_sentences
from records.facts import Fact, Statistic

_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_PERIOD = re.compile(
    r"\b(?:from\s+(?P<from>(?:19|20)\d\d\s+(?:to|through|until)\s+(?:19|20)\d\d)|between\s+(?P<between>(?:19|20)\d\d\s+and\s+(?:19|20)\d\d)"
    r"|(?:in|during|for|over|of|by|since|until|through|as of|at the end of)\s+(?:the\s+|early\s+|late\s+|mid-|fiscal\s+year\s+|fiscal\s+)?"
    r"(?P<quarter>(?:(?:first|second|third|fourth|last)\s+(?:quarter|half|months?)(?:\s+of\s+(?:19|20)\d\d)?|Q[1-4]\s+(?:19|20)\d\d)"
    rf"|(?:{_MONTH})(?:\s+\d{{1,2}},)?(?:\s+(?:19|20)\d\d)?\b|(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?\b)"
    r"|(?P<rate>year[- ](?:over|on)[- ]year|month[- ](?:over|on)[- ]month|annually|(?:per|each|a|every)\s+(?:year|month|week|day|hour)|last\s+(?:year|month|week|quarter)"
    r"|this\s+(?:year|month|week|quarter)|yesterday|today|(?:over|in|during|within)\s+the\s+(?:last|past|next|coming|previous)\s+(?:[\w-]+\s+){0,2}(?:years?|months?|weeks?|days?|decades?|quarter)))",
    re.IGNORECASE,
)
_SURVEYED = re.compile(
    rf"\b(?:an?|the|its)\s+(?P<when>(?:{_MONTH})(?:\s+(?:19|20)\d\d)?|(?:19|20)\d\d)\s+(?:[\w’'-]+\s+){{0,6}}?(?:survey|poll|study|report)\b"
)
_RISE = re.compile(
    r"\b(?:rose|rise[sn]?|rising|increas(?:e[sd]?|ing)|gr[eo]w(?:n|s|ing)?|surg(?:e[sd]?|ing)|jump(?:s|ed)?|climb(?:s|ed|ing)?|soar(?:s|ed)?|up"
    r"|gain(?:s|ed)|rais(?:e[sd]?|ing)|higher|hike[sd]?|growth|added|expand(?:s|ed)?|doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|increments?)\b",
    re.I,
)
_FALL = re.compile(
    r"\b(?:fell|falls?|fallen|falling|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|down|cut(?:s|ting)?|shr[au]nk|reduc(?:e[sd]?|ing|tions?)"
    r"|lost|lose[s]?|losing|lower(?:ed|ing)?|fewer|plung(?:e[sd]?)|plummet(?:s|ed)?|slump(?:s|ed)?|sav(?:e[sd]?|ings?)|eliminat(?:e[sd]?|ing)|slash(?:e[sd])?)\b", re.I
)  # fmt: skip
_LEVEL = re.compile(
    r"\b(?:remain(?:s|ed)?|unchanged|flat|steady|stable|stagnant|stands? at|stood at|hover(?:s|ed)?)\b", re.I
)
_BOUNDARY = re.compile(
    r"[;:()“”\"]|,(?!\d)|\s[–—]\s?|—|\b(?:while|whereas|but|although|with only|compared (?:with|to)|up from|down from|and (?=\d))\b",
    re.I,
)
_CONNECTOR = re.compile(
    r"^(?:[\s,.;:–—-]|(?:and|or|but|that|of|the|said|says|with|only|which|who|also|found|shows?|showed|indicated|nearly|almost|about|around|roughly|over|more than|some"
    r"|at least|up to|an estimated|approximately|as many as|just|fewer than|less than|to|by|than)\b(?!\w))+",
    re.I,
)
_TRAILING = re.compile(r"(?:[\s,.;:(–—-]|\b(?:and|or|by|of|to|the|a|an|nearly|almost|about|around|roughly|over|more than|some|at least|up to|an estimated|approximately|from|only"
                       r"|another|as many as|just|fewer than|less than|with|is|was|are|were|at)\b)+\Z", re.I)  # fmt: skip
_THAT = re.compile(
    r"\b(?:said|says|found|finds|predicted|predicts|estimate[sd]?|projected|reported|showed|shows|show|indicated|revealed|warned|announced|according to [^,]{2,60},)\s+(?:that\s+)?",
    re.I,
)
_LONGEST = 110


class Statistics(Extractor):
    """Finds figures in the sentences of the text's own body."""

    name: ClassVar[str] = "statistics"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (Statistic,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """A row per figure; the same figure told twice counts once. None in agreements and laws: their figures are terms."""
        if reading.document.document_type in ("agreement", "legislation"):
            return
        seen: list[tuple[float, str, frozenset[str]]] = []
        for sentence in reading.get(body_sentences):
            if sentence.passage.kind == "table":
                continue
            for statistic in _of_sentence(reading, sentence):
                key = _words(statistic.metric)
                if any(v == statistic.value and u == statistic.unit and _alike(key, w) for v, u, w in seen):
                    continue
                seen.append((statistic.value, statistic.unit, key))
                yield statistic


def _words(metric: str) -> frozenset[str]:
    return frozenset(w[:5] for w in re.findall(r"[a-z]{4,}", metric.casefold()))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or len(a & b) >= 0.34 * min(len(a), len(b))


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Statistic]:
    text = sentence.text
    found = figures(text)
    for index, figure in enumerate(found):
        left = found[index - 1].end if index else 0
        right = found[index + 1].start if index + 1 < len(found) else len(text)
        start, end = _clause(text, figure, left, right)
        at = sentence.start + figure.start
        yield Statistic(
            span=reading.span(sentence.start, sentence.end),
            confidence=_confidence(figure),
            metric=_metric(text, figure, left, right),
            value=figure.value,
            unit=figure.unit,
            direction=_direction(text, figure, start, end),
            period=_period(text, figure, right),
            population=_population(text, figure, right),
            attributed_to=_attributed(reading, sentence, at),
        )


def _confidence(figure: Figure) -> float:
    if figure.unit == "percent" or figure.kind == MONEY:
        return 0.88
    if figure.unit == "people":
        return 0.82
    return 0.72 if figure.unit == "count" else 0.6


def _clause(text: str, figure: Figure, left: int, right: int) -> tuple[int, int]:
    """The clause around a figure: from the boundary before it to the one after it, other figures left out."""
    start = left
    for match in _BOUNDARY.finditer(text, left, figure.start):
        start = match.end()
    stop = _BOUNDARY.search(text, figure.end, right)
    return start, stop.start() if stop else right


def _metric(text: str, figure: Figure, left: int, right: int) -> str:
    """What is measured, in the sentence's words: the subject before a change, else the words that follow the figure."""
    start, end = _clause(text, figure, left, right)
    lead = text[start : figure.start]
    that = list(_THAT.finditer(lead))
    if that:
        lead = lead[that[-1].end() :]
    follow = text[figure.end : end]
    change = _change_before(lead)
    if figure.unit in ("count", "people"):
        chosen = (
            follow
            if figure.noun_end > figure.end - 1 and figure.noun and text[figure.end : figure.noun_end].strip()
            else f"{lead} {figure.noun}"
        )
    elif change is not None and lead[:change].strip():
        chosen = lead[:change]
    elif re.match(r"\s*(?:of|in)\b", follow) or (
        figure.unit == "percent" and len(follow.split()) >= 2 and not text[figure.end : figure.end + 1] == ")"
    ):
        chosen = follow
    elif len(lead.split()) >= 2:
        chosen = f"{lead} {follow}" if figure.kind == MONEY and len(lead.split()) < 6 else lead
    else:
        chosen = follow if len(follow.split()) >= 2 else text[max(0, left) : figure.start]
    cleaned = _TRAILING.sub("", _CONNECTOR.sub("", chosen.strip()))
    if not cleaned.strip():
        cleaned = _TRAILING.sub("", _CONNECTOR.sub("", f"{text[: figure.start]}"[-_LONGEST:].strip())) or text.strip()
    return _short(" ".join(cleaned.split()))


def _short(metric: str) -> str:
    if len(metric) <= _LONGEST:
        return metric
    return metric[:_LONGEST].rsplit(" ", 1)[0]


def _change_before(lead: str) -> int | None:
    """Where in the words before a figure the verb of change stands, None where there is none near it."""
    matches = [*_RISE.finditer(lead), *_FALL.finditer(lead)]
    if not matches:
        return None
    last = max(matches, key=lambda m: m.start())
    return last.start() if len(lead[last.end() :].split()) <= 8 else None


def _direction(text: str, figure: Figure, start: int, end: int) -> str | None:
    """Rise, fall or level, where a word for it stands close to the figure."""
    lead, follow = text[start : figure.start], text[figure.end : min(end, figure.end + 40)]
    near = " ".join(lead.split()[-6:])
    if figure.unit in ("count", "people", "hours", "days", "weeks", "months", "years") and figure.kind != MONEY:
        near = " ".join(lead.split()[-3:])
    beyond = text[figure.end : figure.end + 60]
    if re.search(r"\b(?:,\s*)?up from\b", beyond):
        return "increase"
    if re.search(r"\b(?:,\s*)?down from\b", beyond):
        return "decrease"
    if re.search(r"\b(?:up|down) from\s+\Z", lead[-12:]):
        return None
    for code, pattern in (("increase", _RISE), ("decrease", _FALL), ("level", _LEVEL)):
        if pattern.search(near):
            return code
    after = " ".join(follow.split()[:2])
    if figure.unit in ("percent", "multiple") or figure.kind == MONEY:
        for code, pattern in (("increase", _RISE), ("decrease", _FALL)):
            if pattern.search(after):
                return code
        if re.match(r"\s*more\b(?!\s+likely)", follow):
            return "increase"
    return None


def _period(text: str, figure: Figure, right: int) -> str | None:
    """The period a figure holds for: the first named after it and before the next figure, else the last before it."""
    match = _PERIOD.search(text, figure.end, max(right, figure.end))
    if match is None:
        before = list(_PERIOD.finditer(text, 0, figure.start))
        match = before[-1] if before else _SURVEYED.search(text)
    if match is None:
        return None
    stated = next((value for value in match.groups() if value), None)
    return " ".join((stated or match.group()).split())


_OF_WHOM = re.compile(
    r"\s*\)?\s*(?:of|among)\s+(?P<who>(?:(?!\b(?:said|says?|are|were|is|was|have|had|has|would|will|could|can|may|support(?:s|ed)?|believe[sd]?|think|want(?:ed)?|report(?:s|ed)?"
    r"|knew|know|agree[sd]?|who|that|in|by|from|to|for|with|expect(?:ed)?|oppose[sd]?|use[sd]?|face|feel|felt)\b)[\w’'&/-]+\s?){1,7})",
    re.I,
)


def _population(text: str, figure: Figure, right: int) -> str | None:
    if figure.unit != "percent":
        return None
    match = _OF_WHOM.match(text, figure.end, right)
    if match:
        return match["who"].strip() or None
    if text[figure.end : figure.end + 1] == ")":
        among = re.search(r"\b(?:among|those|workers|people|employees)\b[^,;(]{3,80}\(\Z", text[: figure.start])
        return among.group().rstrip(" (") if among else None
    return None


def _attributed(reading: Reading, sentence: Sentence, at: int) -> str | None:
    for found in reading.get(find_attributed):
        if found.quoted.start <= at < found.quoted.end:
            return found.voice.label
    voice = source(reading, sentence.start, sentence.end, at)
    return voice.label if voice else None
