"""How a text is built and who speaks in it: what tells kinds of documents apart where no phrase does.

Counted outside quotation marks, since a release quotes its senator's "we" and a study its workers' "I".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.readers.blocks import Block

_QUOTED = re.compile(r"“[^”“\n]{0,1500}(?:”|$)|(?<!\w)\"[^\"\n]{0,1500}(?:\"|$)", re.MULTILINE)
_WE = re.compile(r"\b(?:we|our|ours|us|we[’'](?:re|ve|ll))\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|[Mm]yself)\b(?!\.)")
_YOU = re.compile(r"\b(?:you|your|yours|you[’'](?:re|ve|ll))\b", re.IGNORECASE)
_HASHTAG = re.compile(r"(?:^|\s)#[A-Za-z]\w+")
_DATELINE = re.compile(
    r"\[?\(?(?P<place>(?:[A-ZÀ-Þ]{3,}|[A-ZÀ-Þ][\w.’'-]+)(?:[ ,/]+(?:[A-ZÀ-Þ][\w.’'-]*|de|of|the)){0,4})\]?\)?[,.]?\s*"
    r"(?:\(?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}/\d{1,2}/\d{2,4})\)?)?\s*"
    r"(?P<dash>[–—]|--?\s|//|…)"
)
_PLACE = re.compile(r"[A-ZÀ-Þ]{4,}|[^,]+,\s*[A-Z]")
_SOURCE = re.compile(r"(?:sources?|further reading|references?)\s*:\s*\S", re.IGNORECASE)
_AGENCY = re.compile(
    r"\b(?:reuters|associated press|bloomberg|afp|upi|cnbc|crain|politico|axios|new york times)\b", re.I
)
_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[ivx]{1,4}\.|part \w+[:.]?|section \d+[:.]?)\s+[A-Z]", re.IGNORECASE
)
_STUDIED = re.compile(
    r"\b(?:we (?:found|analy[sz]ed|looked at|examined|compared|interviewed|surveyed|reviewed|requested data)"
    r"|what (?:did )?we (?:find|found|looked at|learned)|our (?:findings|analysis|research|methodology|survey)"
    r"|(?:key |main )?(?:findings|learnings|lessons)\b|research (?:compiled|conducted|prepared|carried out)"
    r"|statistically|sample size|(?:phase|stage) (?:\d|one|two|three)\b|pilot (?:project|study)"
    r"|(?:action learning|research) project|case stud(?:y|ies)|participants|respondents|interviewees"
    r"|evaluation of|literature|evidence (?:base|shows|suggests))",
    re.IGNORECASE,
)
_GATHERED = re.compile(
    r"\b(?:the (?:event|workshop|roundtable|seminar|symposium|panel|session)s? (?:heard|kicked off|began|opened"
    r"|explored|discussed|concluded|highlighted|closed|was|were)|aim of the (?:event|workshop|roundtable|project)"
    r"|(?:gave|heard|with) (?:testimony|evidence) from|audience of|attendees)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:labou?r|business|politics|world|us|uk|europe|technology|tech|economy|news|national|local|markets?|work|money)"
    r"(?: (?:&|and) \w+)?",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"\b(?:issue|edition|vol(?:ume)?\.?|no\.?)\s*#?\d+\b|\b(?:newsletter|round-?up|digest)\b", re.IGNORECASE
)
_QUESTIONS = re.compile(
    r"frequently asked|common questions|questions (?:and|&) answers|\bFAQs?\b|\bQ\s?&\s?A\b", re.IGNORECASE
)
_LONG = 80


@dataclass(frozen=True)
class Shape:
    """What is counted; shares are per 1,000 words outside quotation marks."""

    words: int
    we: float
    i: float
    you: float
    hashtags: int
    dateline: bool
    questions: int
    asked: bool
    numbered: int
    sources: int
    agency: bool
    studied: int
    gathered: int
    section: bool
    issue: bool


def shape(blocks: Sequence[Block], title: str | None) -> Shape:
    """What the first blocks of a text (at most some 60,000 characters) show of its build."""
    texts = [block.text for block in _sample(blocks)]
    spoken = _QUOTED.sub(" ", "\n".join(texts))
    words = max(1, len(spoken.split()))
    headings = [text for text in texts[1:] if len(text) <= _LONG and not text.endswith((".", ",", ";", ":"))]
    tail = " ".join(texts[-3:])[-300:]
    return Shape(
        words=words,
        we=1_000 * len(_WE.findall(spoken)) / words,
        i=1_000 * len(_I.findall(spoken)) / words,
        you=1_000 * len(_YOU.findall(spoken)) / words,
        hashtags=len(_HASHTAG.findall(spoken)),
        dateline=any(_dateline(text) for text in texts[:10] if text != title),
        questions=sum(text.endswith("?") for text in headings),
        asked=any(_QUESTIONS.search(text) for text in headings),
        numbered=sum(bool(_NUMBERED.match(text)) for text in headings),
        sources=sum(bool(_SOURCE.match(text)) for text in texts),
        agency=bool(re.search(r"\bsources?\s*:", tail, re.IGNORECASE) and _AGENCY.search(tail)),
        studied=len({found.lower() for found in _STUDIED.findall(spoken)}),
        gathered=len(_GATHERED.findall(spoken)),
        section=any(_SECTION.fullmatch(text) for text in texts[:3]),
        issue=bool(_ISSUE.search(title or (texts[0] if texts else ""))),
    )


def _dateline(text: str) -> bool:
    """Whether a paragraph begins with a place and a dash; before a mere hyphen the place must look like one."""
    match = _DATELINE.match(text) if len(text) > _LONG else None
    return bool(match and (not match["dash"].startswith("-") or _PLACE.match(match["place"])))


def weights(seen: Shape) -> Mapping[str, float]:
    """What the build of a text adds to each kind."""
    return {
        "report": (
            (2.5 if seen.sources >= 3 else 0)
            + (2 if seen.studied >= 3 else 1 if seen.studied == 2 else 0)
            + (2 if seen.gathered >= 2 else 0)
            + (0.5 if seen.numbered >= 2 else 0)
        ),
        "guide": (
            (3 if seen.questions >= 4 and seen.asked else 1.5 if seen.questions >= 6 or seen.asked else 0)
            + (2 if seen.you >= 12 and seen.you > 2 * max(seen.we, seen.i) else 0)
        ),
        "news": (3 if seen.agency else 0) + (1.5 if seen.section else 0) + (2 if seen.issue else 0),
        "press_release": 2.5 if seen.dateline else 0,
    }


def _sample(blocks: Sequence[Block]) -> list[Block]:
    kept, length = [], 0
    for block in blocks:
        kept.append(block)
        length += len(block.text)
        if length > 60_000:
            break
    return kept
