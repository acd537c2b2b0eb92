"""What a figure measures, in the words of its sentence, and which way it moves."""

from __future__ import annotations

import re

from extractors.figures.nouns import TIME_UNITS, Figure
from extractors.text.numbers import MONEY
from extractors.text.patterns import any_of, whole

RISE = whole(
    "rose rises? risen rising increas(?:e|es|ed|ing) grew grow(?:n|s|ing)? growth surg(?:e|es|ed|ing)",
    "jump(?:s|ed|ing)?",
    "climb(?:s|ed|ing)? soar(?:s|ed|ing)? up(?!\\s+to\\b) gain(?:s|ed) higher hikes? hiked added balloon(?:s|ed)?",
    "expand(?:s|ed)? doubl(?:e|es|ed|ing) tripl(?:e|es|ed|ing) skyrocket(?:s|ed|ing)? spik(?:e|es|ed) above",
)
FALL = whole(
    "fell falls? fallen falling drop(?:s|ped|ping)? declin(?:e|es|ed|ing) decreas(?:e|es|ed|ing) down",
    "cuts? cutting shrank",
    "shrunk reduc(?:e|es|ed|ing|tions?) lost loses? losing lower(?:ed|ing)? fewer plung(?:e|es|ed)",
    "plummet(?:s|ed)? below",
    "slump(?:s|ed)? eliminat(?:e|es|ed|ing) slash(?:e|es|ed)",
)
LEVEL = re.compile(r"\b(?:remain(?:s|ed)?|unchanged|flat|steady|stagnant|stands? at|stood at|hover(?:s|ed)?)\b", re.I)
_BOUNDARY = re.compile(
    r"[;:()“”\"]|,(?!\d)|\s[–—]\s?|—"
    r"|\b(?:while|whereas|but|although|with only|compared (?:with|to)|up from|down from)\b",
    re.I,
)
_HEDGES = any_of(
    "nearly almost about around roughly over more_than some at_least up_to an_estimated approximately",
    "as_many_as just",
    "fewer_than less_than only another a_total_of close_to than",
)
_LEADING = re.compile(
    rf"(?:[\s,.;:–—$-]|(?:and|or|but|that|of|with|which|who|also|to|by|is|are|was|were|{_HEDGES})\b)+", re.IGNORECASE
)
_DANGLING = any_of(
    "and or by of to the a an from with is was are were at in on for has have had its their our his her",
    "would will could",
    "should may might expected projected set estimated be designed seeking",
)
_FINITE = whole("are is were was have has had will would could should can may might showed shows found said says")
_COMPARING = re.compile(r"\s+than\s+(?:the|a|an|its|their|last|in)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:up|down) from\s+(?:(?:about|nearly|just|over|only)\s+)?\Z|\bcompared (?:with|to)\s+(?:just\s+|only\s+)?\Z",
    re.I,
)
_ENDING = re.compile(rf"(?:{_DANGLING}|{_HEDGES}|which|who|that|more|less|fewer|least|many|between)", re.IGNORECASE)
_CONTENT_CLAUSE = re.compile(
    r"\b(?:said|says?|found|finds|predict(?:ed|s)|estimate[sd]?|project(?:ed|s)|reported|show(?:ed|s)?|indicated"
    r"|revealed"
    r"|warned|announced|turns out)\s+(?:that\s+)?",
    re.IGNORECASE,
)
_CHANGE_NOUN = re.compile(
    r"[\s-]*(?:increase|raise|rise|cut|decrease|reduction|drop|decline|boost|jump|gain|hike)s?\b", re.I
)
_FROM_TO = re.compile(
    r"[^,;.()]{0,40}\b(?:to|and|or)\s+(?:(?:more than|about|nearly|over|almost|roughly)\s+)?\Z|\s?[–-]\s?\Z"
)
_PARTICIPLE = re.compile(
    r"\s+(?:representing|covering|employing|serving|totaling|totalling|including|involving|worth)\Z", re.I
)
_MARKS = " ,.;:(–—-"
_LONGEST = 110
_PIECES = 5  # clauses after a figure in which its metric is looked for


def metric(text: str, found: tuple[Figure, ...], index: int) -> str:
    """What the figure `found[index]` of the sentence `text` measures: its subject before a change, else what follows.

    The second of a range or from–to has the metric of the first where its own clause says nothing.
    """
    left = found[index - 1].end if index else 0
    bare = found[index].noun is not None and found[index].noun_end == found[index].end
    if bare and index + 1 < len(found) and _linked(text, found, index + 1):
        return _own(text, found, index + 1)
    if index and _EARLIER.search(text[left : found[index].start]):
        return _own(text, found, index - 1)
    if index and _linked(text, found, index):
        first = _lead(text, found[index - 1], found[index - 2].end if index > 1 else 0)
        right = found[index + 1].start if index + 1 < len(found) else len(text)
        if change_at(first) is not None or not _useful(_follow(text, found[index], right)):
            return _own(text, found, index - 1)
    return _own(text, found, index)


def _own(text: str, found: tuple[Figure, ...], index: int) -> str:
    """The metric that the words around the figure itself give."""
    figure = found[index]
    left = found[index - 1].end if index else 0
    right = found[index + 1].start if index + 1 < len(found) else len(text)
    lead, follow = _lead(text, figure, left), _follow(text, figure, right)
    for words in _choices(text, figure, lead, follow):
        tidy = _tidy(words)
        if _useful(tidy):
            return tidy
    return _further(text, found, index) or _tidy(text) or text.strip()


def _choices(text: str, figure: Figure, lead: str, follow: str) -> list[str]:
    change = change_at(lead)
    if figure.unit in ("count", "people"):
        own = _PARTICIPLE.sub("", _until_verb(follow)) if text[figure.end : figure.noun_end].strip() else ""
        noun = figure.noun or ""
        if noun.casefold() in lead.casefold():
            return [own, lead if change is None else lead[:change], noun]
        return [own, f"{lead} {noun}", noun]
    if _CHANGE_NOUN.match(follow):
        return [f"{follow}" if len(follow.split()) > 2 else "", f"{lead} {follow}", lead]
    if change is not None and _useful(_tidy(lead[:change])):
        return [lead[:change]]
    if text[figure.end : figure.end + 1] == ")":
        beyond = re.split(r"[,;(]", text[figure.end + 1 : figure.end + 200])[0]
        return [beyond if len(beyond.split()) > 2 and beyond[:1] == " " else lead, lead]
    if figure.unit == "percent":
        return [follow, lead]
    if figure.unit in TIME_UNITS:
        return [lead if len(lead.split()) > 2 else "", follow[figure.noun_end - figure.end :]]
    if figure.kind == MONEY:
        return [f"{lead} {follow}" if len(lead.split()) < 8 else lead, follow]
    return [lead, follow]


def _until_verb(words: str) -> str:
    """The noun phrase alone where it has two words or more, else all the words."""
    verb = _FINITE.search(words)
    return words[: verb.start()] if verb and len(words[: verb.start()].split()) > 1 else words


def _useful(words: str) -> bool:
    return (
        len(re.findall(r"[^\W\d_]{3,}", words)) >= 1
        and len(words.split()) >= 1
        and not words.casefold().startswith("he ")
    )


def _linked(text: str, found: tuple[Figure, ...], index: int) -> bool:
    """Whether a figure is the second of a range or a from–to."""
    first, second = found[index - 1], found[index]
    return first.unit == second.unit and bool(_FROM_TO.fullmatch(text[first.end : second.start]))


def _lead(text: str, figure: Figure, left: int) -> str:
    start = left
    for match in _BOUNDARY.finditer(text, left, figure.start):
        start = match.end() if match.end() < figure.start - 1 else start
    lead = text[start : figure.start]
    said = list(_CONTENT_CLAUSE.finditer(lead))
    return lead[said[-1].end() :] if said else lead


def _follow(text: str, figure: Figure, right: int) -> str:
    stop = _BOUNDARY.search(text, figure.end, right)
    return text[figure.end : stop.start() if stop else right]


def _further(text: str, found: tuple[Figure, ...], index: int) -> str | None:
    """The next clause without figures: "$6 million, $2 million more, for training" measures the training."""
    at = found[index].noun_end
    for piece in re.split(r"[,;—]", text[at:], maxsplit=_PIECES)[:_PIECES]:
        end = at + len(piece)
        if _useful(_tidy(piece)) and not any(f.start < end and f.end > at for f in found):
            return _tidy(piece)
        at = end + 1
    return None


def change_at(lead: str) -> int | None:
    """Where in the words before a figure the word of change stands, None where there is none near it."""
    matches = [m for m in (*RISE.finditer(lead), *FALL.finditer(lead)) if not _COMPARING.match(lead, m.end())]
    if not matches:
        return None
    last = max(matches, key=lambda match: match.start())
    return last.start() if len(lead[last.end() :].split()) <= 8 else None


def _tidy(words: str) -> str:
    words = " ".join(words.split())
    found = _LEADING.match(words)
    kept = (words[found.end() :] if found else words).split(" ")
    while kept and (not kept[-1].strip(_MARKS) or _ENDING.fullmatch(kept[-1].strip(_MARKS))):
        kept.pop()
    words = " ".join(kept).rstrip(_MARKS)
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]


def direction(text: str, found: tuple[Figure, ...], index: int) -> str | None:
    """`increase`, `decrease` or `level` where a word for it stands close to the figure, else None."""
    figure = found[index]
    left = found[index - 1].end if index else 0
    right = found[index + 1].start if index + 1 < len(found) else len(text)
    before, beyond = text[left : figure.start], text[figure.end : min(right, figure.end + 60)]
    if turn := re.match(r"[^.;]{0,60}?,?\s*\b(up|down) from\b", text[figure.end : figure.end + 60]):
        return "increase" if turn[1] == "up" else "decrease"
    if re.search(r"\b(?:up|down) from\s+(?:\w+\s+)?\Z", before):
        return None
    share = figure.unit in ("percent", "multiple") or figure.kind == MONEY
    near = " ".join(_lead(text, figure, left).split()[-6 if share else -3 :])
    if index and _linked(text, found, index):
        near = " ".join(text[: found[index - 1].start].split()[-6:])
    after = " ".join(re.split(r"[,;(]", beyond)[0].split()[:2]) if share else ""
    for code, pattern in (("increase", RISE), ("decrease", FALL), ("level", LEVEL)):
        told = any(not _COMPARING.match(near, m.end()) for m in pattern.finditer(near))
        if told or (code != "level" and pattern.match(after.lstrip("- "))):
            return code
    return None
