"""Who says that a figure is so: the source a sentence cites, or the subject of its verb of finding or asking."""

from __future__ import annotations

import re

from extractors.base import Reading
from extractors.names.organizations import organizations_in
from extractors.posts.belonging import named_at
from extractors.speech.attribution import ACCORDING, source_after
from extractors.speech.subjects import owner, subject
from extractors.speech.voices import Voice, unknown
from extractors.text.patterns import any_of

_OWNS_STUDY = re.compile(
    r"\b(?P<who>[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,4})['’]s?\s+(?:[\w-]+\s+){0,5}?"
    r"(?:survey|poll|study|reports?|analysis|forecast|index|figures|data|tally|tracker|estimates?)\b"
)
_SURVEYED = re.compile(r"\b(?:surveyed|polled|interviewed|analy[sz]ed)\s")
_HAS_SURVEYED = re.compile(
    r"(?:The\s+)?(?P<who>[A-Z][\w&.-]+(?:\s(?:(?:of|for|and|the)\s)*[A-Z][\w&.-]+){1,5})\s+"
    r"(?:surveyed|polled|interviewed|analy[sz]ed|estimates?|estimated|found|reports|reported|projects|projected"
    r"|calculated)\s"
)
_STUDY_NOUN = re.compile(
    rf"\b(?:{any_of('surveys? polls? study studies reports? research analys[ei]s forecasts? briefs? papers? data')}"
    rf"|{any_of('estimates? figures polling')})\b[^.;:]{{0,80}}",
    re.IGNORECASE,
)
_DONE = r"(?:conducted|carried out|undertaken|fielded|done|run)"
_FIRM = (
    r"(?:(?:the|polling|research|market|opinion|independent|firm|company|agency|group|pollsters?) ){0,4}(?=(?-i:[A-Z]))"
)
_CONDUCTED = re.compile(
    rf"\b(?:surveys?|poll(?:s|ing)?|research|study|questionnaire|monitor)\b[^.;]{{0,60}}\b{_DONE}(?: \w+)? by {_FIRM}"
    rf"|\b{_DONE} by {_FIRM}(?=[^.;]{{0,120}}\b(?:on behalf|survey|poll|study|research))",
    re.IGNORECASE,
)
# A survey, count or model of the text's own publisher.
_OURS = re.compile(
    r"\b[Oo]ur (?:own )?(?:[\w-]+ ){0,3}?(?:surveys?|poll|model|count|analysis|data|research|study|figures|estimates?"
    r"|records|tally|findings)\b|\bby our (?:network|organi[sz]ation|union|members|researchers|team)\b"
)
_TOLD = (
    r"(?:said|says|found|finds|reported|reports|estimated|estimates?|show(?:s|ed)?|suggest(?:s|ed)?|reckons?"
    r"|calculate[sd]?|announced|predict(?:s|ed)|warn(?:s|ed)|noted|reveal(?:s|ed)?|indicate[sd]?|confirm(?:s|ed))"
)
# ", the guild said in a report." at a sentence's end.
_TOLD_LAST = re.compile(
    rf",\s(?P<who>(?:the\s)?[^,;:“”\"]{{2,80}}?)\s(?P<verb>{_TOLD})"
    rf"(?:\s(?:in|on|at|last|this|today|earlier|yesterday)\b[^;:]{{0,90}})?[.”\"]*\s*\Z"
)
_SAID_LAST = re.compile(r",\s(?:said|says|reported|reports|added|noted)\s+(?=(?:the\s)?[A-Z])")
_GATHERED = re.compile(
    r"\b(?:compiled|collected|collated|gathered|published|released|obtained|recorded|tallied|counted|analy[sz]ed)"
    r"\sby\s+(?:the\s+)?(?=[A-Z])"
)
# "figures from X show", "researchers at X estimate".
_FROM_WHOM = re.compile(
    rf"\b(?i:figures|numbers|data|statistics|estimates|evidence|analysis|modelling|research|records|researchers"
    rf"|economists|analysts|academics|experts|scholars|scientists|statisticians|academics)\s(?:from|at|by|of|with)\s"
    rf"(?:the\s)?(?=[A-Z])(?=[^;:.]{{3,90}}?\s{_TOLD}\b)"
)
_BY = re.compile(r"\b(?:by|from)\s+(?:the\s+)?(?=[A-Z])")
_STUDY = re.compile(
    r"\s*(?:\([^)]{1,20}\))?(?:['’]s)?\s+(?:(?!(?:to|for|as|that|which)\s)[\w-]+\s+){0,6}?(?:survey|poll|study|report"
    r"|analysis|forecast|index"
    r"|figures|brief|paper)\b",
    re.I,
)
_PAID = re.compile(r"[$€£]\s?[\d.,]+\+?(?: (?:m|b|tr)illion)?(?: [\w-]+){0,3} (?:for|to) (?:the )?\Z")
_REACH = 400  # characters before a figure in which a verb of reporting is looked for
_FIGURING = re.compile(
    r"\b(?:said|says|found|finds|estimate[sd]?|predict(?:s|ed)|project(?:s|ed)|forecast(?:s|ed)?|report(?:s|ed)"
    r"|show(?:s|ed|ing)|reveal(?:s|ed|ing)|claiming|finding|estimating|predicting|projecting|forecasting|warning"
    r"|calculate[sd]|record(?:s|ed)|count(?:s|ed)|tallied|logged|track(?:s|ed)|put|puts|believes?|thinks?|fears?"
    r"|hopes?|(?:asks?|asked|asking|calls?|called|calling|push(?:es|ed|ing)?)\s+for|seek(?:s|ing)?|sought"
    r"|demand(?:s|ed|ing)?|wants?|wanted|propos(?:es|ed|ing)|offer(?:s|ed|ing)|pledge[sd]|promise[sd]|vow(?:s"
    r"|ed)|aims? to|plans? to|planned to|intends? to|expects?|expected|announced|claim(?:s|ed)|warn(?:s|ed)"
    r"|note[sd]|confirmed|told|stated|concluded|argue[sd]|wrote)\b",
    re.I,
)


def cited(reading: Reading, start: int, end: int) -> Voice | None:
    """Whom the sentence from `start` to `end` names as its source: "according to X", "a survey by X", "the X poll"."""
    return next((found for way in _WAYS if (found := way(reading, start, end))), None)


def _conducted(reading: Reading, start: int, end: int) -> Voice | None:
    return _after(reading, _CONDUCTED, start, end)


def _ours(reading: Reading, start: int, end: int) -> Voice | None:
    publisher = reading.document.publisher
    return Voice(None, None, publisher) if publisher and _OURS.search(reading.text, start, end) else None


def _according(reading: Reading, start: int, end: int) -> Voice | None:
    sources = (source_after(reading, match.end(), end) for match in ACCORDING.finditer(reading.text, start, end))
    return next(filter(None, sources), None)


def _gathered(reading: Reading, start: int, end: int) -> Voice | None:
    return _after(reading, _GATHERED, start, end) or _after(reading, _FROM_WHOM, start, end)


def _after(reading: Reading, pattern: re.Pattern[str], start: int, end: int) -> Voice | None:
    """Who is named after what a pattern finds, a name that is in no list included."""
    for match in pattern.finditer(reading.text, start, end):
        found = source_after(reading, match.end(), end) or unknown(reading, match.end(), end)
        if found:
            return found
    return None


def _surveyed(reading: Reading, start: int, end: int) -> Voice | None:
    asked = _SURVEYED.search(reading.text, start, end)
    if asked and (found := subject(reading, start, asked.start(), None)) and found.organization:
        return found
    asked = _HAS_SURVEYED.match(reading.text, start, end)
    name = named_at(reading, asked.start("who"), asked.end("who")) if asked else None
    return Voice(None, None, name) if name else None


def _study_by(reading: Reading, start: int, end: int) -> Voice | None:
    text, named = reading.text, organizations_in(reading, start, end)
    for match in _STUDY_NOUN.finditer(text, start, end):
        for by in _BY.finditer(text, match.start(), match.end()):
            known = next((n for n in named if by.end() - 5 <= n.start <= by.end()), None)
            found = Voice(None, None, known.name) if known else None
            if found is None and by.group().startswith("by"):
                found = unknown(reading, by.end(), end)
            if found:
                return found
    return None


def _study_of(reading: Reading, start: int, end: int) -> Voice | None:
    text = reading.text
    for name in organizations_in(reading, start, end):
        if _STUDY.match(text, name.end, end) and not _is_paid(text, name.start):
            return Voice(None, None, name.name)
    owned = _OWNS_STUDY.search(text, start, end)
    return owner(reading, owned.start("who"), owned.end("who")) if owned else None


def _is_paid(text: str, at: int) -> bool:
    """Whether the organization at an offset gets money: "$3 million to the Army Corps"."""
    return _PAID.search(text, max(0, at - 80), at) is not None


def _told_last(reading: Reading, start: int, end: int) -> Voice | None:
    """Whom the end of a sentence gives as its source: "…, the guild said in May.", "…, said Ada Byrne, its head."."""
    sentence = reading.text[start:end]
    if last := _TOLD_LAST.search(sentence):
        who, verb = start + last.start("who"), start + last.start("verb")
        found = subject(reading, who, verb, None)
        if found is None:
            led = last["who"].startswith("the ")
            name = named_at(reading, who + 4, verb) if led else None
            found = Voice(None, None, name) if name else unknown(reading, who + 4 * led, end)
        if found and found.label:
            return found
    said = next(iter(_SAID_LAST.finditer(sentence)), None)
    return source_after(reading, start + said.end(), end) if said else None


_WAYS = (_conducted, _ours, _according, _told_last, _gathered, _surveyed, _study_by, _study_of)


def reporting(reading: Reading, start: int, at: int) -> Voice | None:
    """The subject of a verb of finding, foreseeing or saying that leads to a figure at `at`, None without one."""
    for verb in _FIGURING.finditer(reading.text, max(start, at - _REACH), at):
        found = subject(reading, start, verb.start(), None)
        if found and found.label and not found.label[0].isdigit():
            return found
    return None
