"""Events that texts set out rather than tell: lists of dates with their titles, timelines, and a letter's own news."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.base import Reading
from extractors.text.dates import dates
from extractors.text.sentences import BODY, HEADLINE, Sentence, body_sentences, leaves, regions
from records.model import Passage

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_WHEN = re.compile(
    rf"\W{{0,3}}(?:(?:When|Date|Time):?\s*)?(?:{_WEEKDAY}\b[.,]?\s*(?:the\s+)?(?:{_MONTH}\b|\d{{1,2}})"
    rf"|{_MONTH}\.?\s+\d{{1,2}}\b|\d{{1,2}}/\d{{1,2}}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b)[^.!?]{{0,80}}"
)
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d|\.\d\d)?\s?(?:[ap]\.?m\b|[AP]\.?M\b)|\b\d{1,2}:\d\d\b|\b(?:noon|midday)\b")
_LONGEST_TITLE = 14  # words
_LETTER_LED = re.compile(
    r"\b(?:leads?|led|send|sends|sent|sign|signs|signed|pens?|penned|writes?|wrote|issues?"
    r"|joins?)\b[^.;:]{0,60}\bletters?\b"
    r"|\bletters?\s+(?:to|urging|calling|asking|backing|demanding|pressing|on|from)\b",
    re.IGNORECASE,
)
_CALLED_ON = re.compile(
    r"\b(?:called (?:on|upon|for)|urg(?:ed|ing|es)|press(?:ed|ing)|demand(?:ed|ing)|ask(?:ed|ing)|implored|warned"
    r"|requested|pushed)\b"
)
_OPENING = 3  # sentences in which a release gives its news


def listed(reading: Reading) -> Iterator[tuple[int, int, Passage, str]]:
    """Titles followed by a line that gives day and hour, as event lists have: offsets, passage, line of the day."""
    areas, passages = reading.get(regions), reading.get(leaves)
    for index, passage in enumerate(passages):
        if areas[passage.ordinal] not in (BODY, HEADLINE) or passage.kind == "table" or not index:
            continue  # the first line is the document's own title, and what follows it its date
        lines = passage.text.split("\n")
        if len(lines) > 1 and _is_title(lines[0]) and _is_time(lines[1]):
            yield passage.char_start, passage.char_start + len(lines[0].rstrip()), passage, lines[1]
        elif len(lines) == 1 and index + 1 < len(passages) and _is_title(passage.text):
            following = passages[index + 1].text.split("\n")[0]
            if _is_time(following):
                yield passage.char_start, passage.char_start + len(passage.text.rstrip()), passage, following


def _is_title(line: str) -> bool:
    words = line.split()
    return 2 <= len(words) <= _LONGEST_TITLE and line.rstrip()[-1:] not in ".;," and not _WHEN.match(line)


def _is_time(line: str) -> bool:
    return len(line) < 160 and _WHEN.match(line) is not None and _CLOCK.search(line) is not None


def dated_above(reading: Reading, sentence: Sentence) -> str | None:
    """A line that is nothing but a full date in the two lines before a paragraph, as timelines have it."""
    passages = reading.get(leaves)
    at = reading.get(_places).get(sentence.passage.char_start)
    if at is None:
        return None
    for before in passages[max(0, at - 2) : at]:
        line = before.text.strip()
        found = dates(line) if len(line) <= 30 else ()
        if len(found) == 1 and found[0].day and len(found[0].text) >= len(line) - 3:
            return line
    return None


def _places(reading: Reading) -> dict[int, int]:
    return {passage.char_start: index for index, passage in enumerate(reading.get(leaves))}


def letter_news(reading: Reading) -> tuple[Sentence, re.Match[str]] | None:
    """The sentence in which a release that its headline says is about a letter tells whom the letter calls on."""
    sentences = reading.get(body_sentences)
    if not any(s.region == HEADLINE and _LETTER_LED.search(s.text) for s in sentences[:4]):
        return None
    opening = [s for s in sentences if s.region == BODY and len(s.text.split()) > 12][:_OPENING]
    for sentence in opening:
        match = _CALLED_ON.search(sentence.text)
        if match:
            return sentence, match
    return None
