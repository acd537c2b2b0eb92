"""Who says so: the person, organization or group to whom a text gives words or figures.

The speaker is found beside a quote (after it, before it, on a line of its own), the source of a figure in its
sentence ("according to …", "a survey by …").
"""

from __future__ import annotations

import re

from extractors.base import Reading
from extractors.names import organizations_in
from extractors.patterns import any_of
from extractors.people import people_in
from extractors.sentences import split
from extractors.voices import (
    REFERENCE,
    ROLE_WORDS,
    SAY,
    Candidate,
    Voice,
    candidates,
    principal,
    referred,
    unknown,
    voice_of,
)

_SAYING = re.compile(rf"\b(?:{SAY})\b", re.IGNORECASE)
_NAMING = re.compile(
    r"(?:call|describ|dub|brand|label|slam|blast|decri|denounc|condemn|tout|prais|hail|character)\w*\Z", re.I
)
_AFTER_VERB = re.compile(
    r"[\s,.)\]*_–—-]*(?:(?:as|and|is how|are how)\s+)?(?:(?:has|have|had|also|later|previously|further|then)\s+){0,3}"
    rf"(?:{SAY})\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"[\s,.*_)\]–—-]*")
_TOPIC = re.compile(r"\W*(?:on|about|regarding|asked about|when asked about)\s", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(?:statement|letter|excerpts?|text|remarks|testimony|speech|post|tweet)\b")
_STATEMENT = re.compile(
    r"\b(?:issued|released|made|gave|offered|shared|delivered)\s+(?:the\s*|this\s+|a\s+)(?:(?:following|below|joint)\s*)*"
    r"(?:statements?|remarks|comments?)\b|\bthe\s*following\s*(?:statements?|remarks|comments?)\b"
)
_OBJECT = re.compile(
    r"\b(?:to|of|by|with|from|against|for|about|between|urging|urged|asking|on|at|in|and)\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){0,5}\Z"
)
_APPOSED = re.compile(r"\s?\(|,\s(?:an?|the|which|who|whose|led|based)\b")
_UNNAMED = re.compile(r"\W*(?:an?|one|another|some|many|several|two|three)\s+[a-z]", re.IGNORECASE)
_ACCORDED = re.compile(r"[\s,]*according to\s+", re.IGNORECASE)
_JOINED = re.compile(r"\band\s+(?:the\s+)?\Z")
_STOP_BETWEEN = re.compile(r"\b(?:to|about|against|on|before|after|during|that|who|which|when|as|while|because|if)\b")
_ACCORDING = re.compile(
    r"\b(?:according to|per|as reported by|reported by|data from|figures from|estimates? (?:by|from)"
    r"|research (?:by|from))\s+",
    re.I,
)
_STUDY_NOUN = re.compile(
    rf"\b(?:{any_of('surveys? polls? study studies reports? research analys[ei]s forecasts? briefs? papers? data')}"
    rf"|{any_of('estimates? figures polling')})\b[^.;:]{{0,80}}",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|from)\s+(?:the\s+)?(?=[A-Z])")
_STUDY = re.compile(
    r"\s*(?:\([^)]{1,20}\))?(?:['’]s)?\s+(?:[\w-]+\s+){0,6}?(?:survey|poll|study|report|analysis|forecast|index|figures|brief|paper)\b",
    re.I,
)
_REACH = 400  # characters before a figure in which a verb of reporting is looked for
_FIGURING = re.compile(
    r"\b(?:said|says|found|finds|estimate[sd]?|predict(?:s|ed)|project(?:s|ed)|forecast(?:s|ed)?|report(?:s|ed)|show(?:s|ed)|reveal(?:s|ed)"
    r"|calculate[sd]|expects?|expected|announced|claim(?:s|ed)|warn(?:s|ed)|note[sd]|confirmed|told|stated|concluded|argue[sd]|wrote)\b",
    re.I,
)


def after(reading: Reading, start: int, end: int, last: Voice | None, finished: bool) -> Voice | None:
    """The speaker named in the words after a quote (`start` to `end`): "said X, president of Y" or "X said".

    `finished` tells that the quoted words end as speech does; only then may the subject come before the verb.
    """
    text = reading.text
    first = next(split(text[start:end]), None)
    if first is None:
        return None
    end = start + first[1]
    verb = _AFTER_VERB.match(text, start, end)
    if verb:
        found = _following(reading, verb.end(), end, last)
        if found:
            return found
        return Voice() if finished and _UNNAMED.match(text, verb.end(), end) else None
    according = _ACCORDED.match(text, start, end)
    if according:
        return _source_after(reading, according.end(), end)
    if not finished:
        return None
    return _leading(reading, start, end, last)


def _following(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The subject that follows its verb."""
    text = reading.text
    reference = REFERENCE.match(text, _OPEN.match(text, start, end).end())  # type: ignore[union-attr]
    persons = people_in(reading, start, min(end, start + 260))
    person = next((p for p in persons if not _STOP_BETWEEN.search(text, start, p.start)), None)
    if (
        reference
        and reference.end() <= end
        and not (person and person.start < reference.end() + 40 and "," in text[reference.end() : person.start])
    ):
        return referred(reading, reference, last)
    if person:
        return voice_of(reading, person)
    offset = start + len(text[start:end]) - len(text[start:end].lstrip())
    named = [o for o in organizations_in(reading, start, end) if o.start <= offset + 5]
    if named:
        return Voice(None, None, named[0].name)
    return unknown(reading, offset, end)


def _leading(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The subject that stands right after the quote, before its verb."""
    text = reading.text
    opening = _OPEN.match(text, start, end)
    at = opening.end() if opening else start
    verb = _SAYING.search(text, at, min(end, at + 200))
    if verb is None or verb.start() == at:
        return None
    for candidate in candidates(reading, at, verb.start(), last):
        gap = text[at : candidate.start]
        if candidate.kind != "person" and gap.strip():
            continue
        if gap.strip() and not gap[0].isupper():
            continue
        between = text[candidate.end : verb.start()]
        if candidate.kind == "person" or len(between.split()) <= 4 or between.startswith((",", " (")):
            return candidate.voice
    if text[at : at + 1].isupper() and len(text[at : verb.start()].split()) <= 4:
        return unknown(reading, at, verb.start())
    return None


def before(reading: Reading, start: int, end: int, last: Voice | None, words: int, speech: bool) -> Voice | None:
    """The speaker named in the words before a quote, of the sentence that leads into it.

    `words` is the length of the quote, `speech` whether it is a sentence of its own.
    """
    text = reading.text
    pieces = list(split(text[start:end]))
    if not pieces:
        return None
    start, tail = start + pieces[-1][0], text[end - 1 : end]
    according = list(_ACCORDING.finditer(text, start, end))
    if according:
        source = _source_after(reading, according[-1].end(), end)
        if source and len(text[according[-1].end() : end].split()) < 25:
            return source
    stripped = text[start:end].rstrip()
    verbs = list(_SAYING.finditer(text, start, end))
    for verb in reversed(verbs):
        between = text[verb.end() : start + len(stripped)]
        if not _close(between, words, speech, stripped.endswith(":")):
            break
        found = _subject(reading, start, verb.start(), last, naming=bool(_NAMING.match(verb.group())))
        if found:
            return found
    if stripped.endswith(":"):
        named = _introduced(reading, start, start + len(stripped), last)
        return named or (Voice() if speech and verbs and _UNNAMED.match(text, start) else None)
    if (
        re.search(r"\b(?:message|words|slogan|motto|statement|demand|argument|view)\b[^.]{0,60}\Z", stripped)
        and tail.isspace()
    ):
        names = organizations_in(reading, start, end)
        return Voice(None, None, names[-1].name) if names else None
    return None


def _close(between: str, words: int, speech: bool, colon: bool) -> bool:
    count = len(between.split())
    if colon:
        return True
    if speech and between.rstrip().endswith((",", "that", "saying")):
        return count <= 14
    if words <= 3:
        return count <= 6 and "," not in between.rstrip(" ,")
    return count <= (18 if words >= 5 else 9)


def _subject(reading: Reading, start: int, end: int, last: Voice | None, naming: bool = False) -> Voice | None:
    """The subject of a verb that starts at `end`: the nearest mention that is not the object of a preposition.

    A person goes before organizations; several organizations joined by "and" are a nameless group. With `naming`
    (verbs as "called" or "described") an organization must stand close to the verb.
    """
    text = reading.text
    found = candidates(reading, start, end, last)
    free = [c for c in found if not _OBJECT.search(text, max(start, c.start - 90), c.start)]
    persons = [c for c in free if c.kind in ("person", "pronoun", "noun")]
    if persons:
        return persons[-1].voice
    if not free:
        return _unknown_subject(reading, start, end)
    chosen = _beside(text, free, end)
    if chosen.kind == "organization":
        if naming and len(text[chosen.end : end].split()) > 30:
            return None
        if chosen is not free[0] and _JOINED.search(text, max(start, chosen.start - 8), chosen.start):
            return Voice()
    return chosen.voice


def _beside(text: str, free: list[Candidate], verb: int) -> Candidate:
    """Of organizations and groups the one right before the verb, else the one an apposition follows, else the first."""
    for candidate in reversed(free):
        between = text[candidate.end : verb]
        if len(between.split()) <= 3 and "," not in between:
            return candidate
    return next((c for c in free if _APPOSED.match(text, c.end)), free[0])


def _unknown_subject(reading: Reading, start: int, end: int) -> Voice | None:
    match = re.search(r"((?:[A-Z][\w’'-]+ ){1,3})\Z", reading.text[start:end])
    if not match or start + match.start() == start:
        return None
    return unknown(reading, start + match.start(), end)


def _introduced(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """Who is named in words that end with a colon: "Jane Doe, CEO of X:", "Local 9:", "On the new bill:"."""
    text = reading.text
    if _TOPIC.match(text, start, end):
        return last or principal(reading)
    for person in candidates(reading, start, end, last):
        if person.kind == "person" and len(text[start : person.start].split()) <= 6:
            return person.voice
    named = organizations_in(reading, start, end)
    if named and len(text[start : named[0].start].split()) <= 2 and len(text[named[0].end : end].split()) <= 3:
        return Voice(None, None, named[0].name)
    reference = REFERENCE.search(text, start, end)
    if reference and _DOCUMENT.search(text, start, end):
        return referred(reading, reference, last)
    line = text[start:end].strip(" :➡️>*-–—•")
    if 1 < len(line.split()) <= 9 and all(word[:1].isupper() or len(word) < 4 for word in line.split()):
        return Voice(None, None, line)
    return None


def statement(reading: Reading, start: int, end: int) -> Voice | None:
    """Who "released the following statement" in the sentences from `start` to `end`, None where nobody did."""
    match = _STATEMENT.search(reading.text, start, end)
    if match is None:
        return None
    persons = people_in(reading, start, match.start())
    if persons:
        return voice_of(reading, persons[0])
    named = organizations_in(reading, start, match.start())
    return Voice(None, None, named[0].name) if named else None


def named_line(reading: Reading, start: int, end: int) -> Voice | None:
    """The speaker of a line that is nothing but a name and what the person is ("— Ana Ruiz, president of Local 9")."""
    text = reading.text[start:end]
    if len(text) > 200 or not text.strip() or (_SAYING.search(text) and not text.rstrip().endswith(":")):
        return None
    persons, named = people_in(reading, start, end), organizations_in(reading, start, end)
    if persons and not re.search(r"\b[a-z]{4,}", ROLE_WORDS.sub("", reading.text[start : persons[0].start])):
        return voice_of(reading, persons[0])
    if (
        named
        and len(reading.text[start : named[0].start].split()) <= 1
        and len(text[named[0].end - start :].split()) <= 3
    ):
        return Voice(None, None, named[0].name)
    return None


def cited(reading: Reading, start: int, end: int) -> Voice | None:
    """Whom the sentence from `start` to `end` names as its source: "according to X", "a survey by X", "the X poll"."""
    text = reading.text
    for match in _ACCORDING.finditer(text, start, end):
        found = _source_after(reading, match.end(), end)
        if found:
            return found
    named = organizations_in(reading, start, end)
    for match in _STUDY_NOUN.finditer(text, start, end):
        for by in _BY.finditer(text, match.start(), match.end()):
            name = next((n for n in named if by.end() - 5 <= n.start <= by.end()), None)
            found = Voice(None, None, name.name) if name else None
            if found is None and by.group().startswith("by"):
                found = unknown(reading, by.end(), end)
            if found:
                return found
    studying = next((name for name in named if _STUDY.match(text, name.end, end)), None)
    return Voice(None, None, studying.name) if studying else None


def reporting(reading: Reading, start: int, at: int) -> Voice | None:
    """The subject of a verb of finding, foreseeing or saying that leads to a figure at `at`, None without one."""
    for verb in _FIGURING.finditer(reading.text, max(start, at - _REACH), at):
        found = _subject(reading, start, verb.start(), None)
        if found and found.label:
            return found
    return None


def _source_after(reading: Reading, start: int, end: int) -> Voice | None:
    """The first person or organization named within reach of "according to"."""
    reach = min(end, start + 110)
    persons, named = people_in(reading, start, reach), organizations_in(reading, start, reach)
    if persons and (not named or persons[0].start <= named[0].start or persons[0].start - start < 25):
        return voice_of(reading, persons[0])
    return Voice(None, None, named[0].name) if named else None
