"""The kinds of event and the words that tell of them.

A kind has triggers: patterns over one sentence. What is only wished, denied, possible or conditional is left out by
`supposed`; what is merely a thing's name ("strike fund", "layoff protections") by each kind's own exceptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.patterns import any_of, whole

_GAP = r"(?:[^\s.;:]+\s+){0,%d}?"  # up to so many words between, within a clause
_LAW = r"(?:Acts?|bills?|legislation|resolution|measures?|package)"
_STUDY = any_of("report study survey white_paper paper analysis poll index findings working_paper scorecard toolkit")
_BODY = any_of(
    "coalition alliance campaign initiative program programme task_force commission caucus website hub platform",
    "tools? center centre institute app chatbot models? fund project series portal partnership network committee",
    "working_group association organization organisation union resources assistant agent service framework agenda",
    "newsletter podcast podcasts products? features? movement",
)
_LABOR = whole(
    "workers? union unions unionized employees? staff staffers guild teamsters strikers? labor labour teachers? nurses?",
    "writers? actors? members hollywood drivers? dockworkers? longshore\\w* faculty journalists? newsroom pickets? local",
    "performers? employers? management bargaining picketers? picketing sag-aftra wga cwa uaw seiu afscme wages? contract",
)
_CONTRACT = whole("collective_bargaining union unions guild tentative bargaining workers? ratif\\w+ teamsters wga cwa sag-aftra local")
_SUPPOSED = re.compile(
    rf"\b(?:{any_of('would could may might should if unless can cannot shall must never not plan plans planned hopes intends')}|n[’']t"
    rf"|{any_of('threaten(?:s|ed|ing)? avoid avert prevent prepar(?:e|es|ing)_to right_to whether until consider(?:ing|s)?')})\b[^,;]{{0,45}}\Z",
    re.IGNORECASE,
)
_NAMED = r"(?:(?:[A-Z0-9][\w’'&.-]*|of|on|for|and|the|in|de)\s+){0,8}?"


@dataclass(frozen=True)
class Kind:
    """A kind of event: its triggers, what must stand in the sentence beside them, and what rules them out.

    `once` means that a document tells of one such event unless names or days show that there are several.
    """

    code: str
    triggers: tuple[re.Pattern[str], ...]
    beside: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    supposed: bool = False
    once: bool = False


@dataclass(frozen=True)
class Trigger:
    """Where in a sentence an event is told, its kind's code, and its name where the words give one."""

    start: int
    end: int
    code: str
    name: str | None


def _any(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _cased(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


KINDS = (
    Kind(
        "bill_introduced",
        _any(
            rf"\b(?:re)?introduc(?:ed|es|ing|e)\b\s+{_GAP % 14}(?<!Model )\b{_LAW}\b",
            rf"\b(?:re)?introduction\s+of\s+{_GAP % 10}{_LAW}\b",
            rf"\b(?:unveil(?:ed|s)?|fil(?:ed|es)|put forward|tabled)\s+{_GAP % 8}(?:Act|bill|legislation)\b",
            rf"\b{_LAW}\s+(?:was|were|has been|is being)\s+(?:re)?introduced\b",
        ),
    ),
    Kind(
        "law_signed",
        _any(
            rf"\bsign(?:ed|s|ing)\s+{_GAP % 14}into law\b",
            rf"\b(?:sign(?:ed|s|ing)|issu(?:ed|es|ing))\s+{_GAP % 5}(?:executive order|order\b(?! of)|proclamation)",
            rf"\bsign(?:ed|s)\s+{_GAP % 6}(?:Act|bill|law|legislation)\b",
            r"\b(?:was|were|been|be|being)\s+(?:signed into law|enacted)\b|\bbec(?:ame|omes)\s+law\b",
        ),
    ),
    Kind(
        "agreement_reached",
        _any(
            rf"\bratif(?:ied|ies|y|ying|ication of)\s+{_GAP % 6}(?:agreement|deal|contract|pact)\b",
            rf"\b(?:reach(?:ed|es)|w[io]ns?|won|secured|signed|struck|strikes|clinched|inked|hammered out|settled)\s+{_GAP % 6}"
            r"(?:agreement|deal|contract|pact|settlement|accord)s?\b(?!\s+talks)",
            r"\b(?:agreement|deal|contract|pact|settlement)\s+(?:was|has been|had been)\s+(?:reached|ratified|approved|signed)\b",
        ),
        beside=_CONTRACT,
    ),
    Kind(
        "vote",
        _any(
            rf"\b(?:vot(?:ed|es))\s+{_GAP % 9}(?:to|against|for|in favor of|yes|on)\b(?!\s+ratify)",
            rf"\b(?:House|Senate|Assembly|Parliament|committee|council|chamber|legislature|subcommittee)\s+(?:(?:today|yesterday|unanimously|overwhelmingly"
            rf"|has|have|on\s+\w+day)\s+){{0,2}}(?:pass(?:ed|es)|approv(?:ed|es)|advanc(?:ed|es)|adopt(?:ed|s)|reject(?:ed|s)|vot(?:ed|es))\b",
            r"\bpass(?:ed|es)\s+(?:out of\s+)?(?:the\s+)?(?:U\.?S\.?\s+)?(?:House|Senate|Assembly|committee)\b",
            r"\bpassage\s+(?:in|of|by)\s+(?:the\s+)?(?:U\.?S\.?\s+)?(?:House|Senate)\b",
            r"\b(?:strike[- ]authori[sz]ation vote|authori[sz]ed\s+(?:a|the)\s+strike|union (?:election|vote))\b",
        ),
        unless=re.compile(r"\bratif\w+", re.IGNORECASE),
    ),
    Kind(
        "strike",
        _any(
            r"\b(?:walk(?:ed|s|ing)?\s+(?:off|out)(?:\s+(?:of|on))?(?:\s+(?:the|their))?(?:\s+jobs?)?|on\s+(?:the\s+)?picket\s+lines?|picket(?:ed|ing)|on strike"
            r"|work stoppages?|walkouts?|went on strike)\b",
            r"(?<!air)(?<!air )(?<!drone )(?<!missile )(?<!military )(?<!three )(?<!no-)(?<!to )(?<!lightning )(?<!nuclear )(?<!first )(?<!anti-)\bstrikes?\b"
            r"(?!\s+(?:a|an|the|down|out|at the|back|when|through|fund|funds|vote|votes|authori[sz]ation|threat|pay|benefits|capabilit\w+|group|force|aircraft|deadline|me|us|that)\b)",
        ),
        beside=_LABOR,
        unless=re.compile(r"\bauthori[sz]\w*\s+(?:a|the)\s+strike|\bauthori[sz]ation\b", re.IGNORECASE),
        once=True,
    ),
    Kind(
        "lawsuit",
        _any(
            rf"\bfil(?:ed|es|ing)\s+{_GAP % 8}(?:lawsuits?|suit|complaint|charges?|grievances?|appeal|amicus|injunction)\b",
            r"\b(?:sued|sues|suing)\b|\blawsuits?\s+(?:against|filed|brought|challenging|alleging|by)\b|\bclass[- ]action\b",
            r"\bunfair labou?r practice (?:charges?|complaint)\b",
            r"\b(?:judge|court|arbitrator|tribunal|jury)\s+(?:has\s+)?(?:ruled|ordered|blocked|dismissed|found|held|struck|awarded|upheld|sided)\b",
        ),
        once=True,
    ),
    Kind(
        "letter",
        _any(
            rf"\b(?:sent|send|sends|sending|wrote|writes|sign|signed|signs|led|leads|deliver(?:ed|s)|penned|issued|publish(?:ed|es)|co-?signed)\s+{_GAP % 9}"
            r"(?:letters?|petition|joint statement)\b(?!\s+(?:of intent|grade|agreement))",
            r"\bin\s+(?:a|an|the|their|his|her|its)\s+(?:[\w-]+\s+){0,3}letter(?:s)?\s*(?:,|to\b|sent\b|addressed\b|signed\b|led\b)",
            r"\bletter\s+(?:was|has been|is)\s+(?:sent|signed|coordinated|addressed|led|released)\b",
        ),
        once=True,
    ),
    Kind(
        "hearing",
        _any(
            rf"\b(?:at|during|in|following|after|before|held|holds?|hold|opened|opens|chaired|led|leads|convened?|convenes|attended)\s+{_GAP % 10}(?:hearing|insight forum)\b"
            r"(?!\s+(?:from|about|that|how|the|these|directly|aids?|loss))",
            r"\b(?:second|first|third|today[’']s|yesterday[’']s|closed-door|committee|subcommittee|field|oversight|public|confirmation|congressional|shadow)\s+"
            r"(?:[\w-]+\s+){0,2}(?:hearing|insight forum)\b",
            r"\btestif(?:ied|ies|y)\s+(?:before|at|to)\b|\bhearing\s+(?:titled|entitled|on|to examine|examining)\b",
        ),
        once=True,
    ),
    Kind(
        "summit",
        _cased(
            rf"(?:\b[A-Z][\w’'&-]*\s+)(?:(?:[A-Z][\w’'&-]*|of|on|for|and|the|in)\s+){{0,7}}?(?:Summit|Conference|Symposium|Convention|Forum)\b(?:\s+on\s+(?:[A-Z][\w-]*\s?)+)?",
            r"\b(?:summit|conference|symposium)\s+(?:in|at|on|held|hosted)\b",
        ),
        unless=None,
    ),
    Kind(
        "report_release",
        _any(
            rf"\b(?:releas(?:ed|es|ing)|publish(?:ed|es|ing)|unveil(?:ed|s|ing)?|issued|launched|put out)\s+{_GAP % 9}(?:{_STUDY})\b(?!\s+(?:that|which)\s+requires)",
            rf"\b(?:{_STUDY})\s+(?:{any_of('was were has_been is')}\s+)?(?:released|published|issued)\b(?!\s+by\s+\w+\s+in)",
            rf"\b(?:a|an|the|its|their|[A-Z][\w’']*[’']s)\s+(?:brand-)?new\s+(?:(?!{_LAW}\b)[^\s.;:,]+\s+){{0,7}}?(?:report|study|survey|white paper|analysis|poll)\b(?!\s+(?:due|within|every))",
        ),
    ),
    Kind(
        "layoff",
        _any(
            r"\b(?:laid off|lays off|laying off)\s+(?:[^\s.;,]+\s+){0,5}?(?:\d|workers|employees|staff|people|thousands|hundreds)",
            r"\b(?:announc(?:ed|es|ing)|confirmed|plans?|planned|round of|rounds of|wave of|mass)\s+(?:[^\s.;]+\s+){0,7}?(?:layoffs?|job cuts|redundancies|job losses)\b(?!\s+protection)",
            r"\b(?:cut|cuts|cutting|eliminat(?:ed|es|ing)|slash(?:ed|es|ing)|axed|shed)\s+(?:[^\s.;,]+\s+){0,3}?(?:\d[\d,]*|hundreds|thousands|half)\s+(?:[^\s.;,]+\s+){0,3}?(?:jobs|positions|roles|workers|staff|employees)\b",
            r"\blayoffs at\s+[A-Z]",
        ),
        once=True,
    ),
    Kind(
        "launch",
        _any(
            rf"\b(?:launch(?:ed|es|ing)?|kick(?:ed|s)\s+off|unveil(?:ed|s|ing)|roll(?:ed|s|ing)\s+out|debut(?:ed|s)|form(?:ed|s|ing)|founded|establish(?:ed|es)|creat(?:ed|es))\s+"
            rf"{_GAP % 8}(?:{_BODY})\b",
            rf"\b(?:launch|creation|formation|founding|debut|rollout)\s+of\s+{_GAP % 9}(?:{_BODY}|[A-Z]\w*\d)",
            rf"\brelease of\s+{_GAP % 6}(?:tools?|models?|ChatGPT|GPT\S*|chatbots?|Gemini|Claude|Copilot|[A-Z]\w+[- ]\d)",
            r"\bnewly (?:formed|launched|created|founded)\b|\bannounc\w+ (?:its|their) (?:existence|formation|launch)\b",
            r"\b(?:join(?:ed|ing)? forces|(?:pulled|come|came|coming|banded) together)\s+(?:as|to form|to launch|to create)\b",
            r"\b(?:started to put together|put together)\s+(?:[^\s.;]+\s+){0,3}?(?:resources|website|toolkit|campaign)\b",
        ),
        unless=re.compile(r"\b(?:founded|established|created|formed) in (?:19|20)\d\d\b", re.IGNORECASE),
    ),
    Kind(
        "other",
        _any(
            rf"\b(?:held|hosts?|hosted|convened|convenes|organi[sz]ed|attended|attends|led|leads|joined|joins|spoke at|keynoted|took part in|participated in|kicked off)\s+{_GAP % 10}"
            r"(?:listening session|round-?table|workshops?|webinar|rally|press conference|town hall|meeting|briefing|tour|event|ceremony|vigil|march|demonstration|protest|visit"
            r"|training session|panel|fireside chat|discussion)\b",
            r"\bat an event\s+(?:[\w-]+\s+){0,3}(?:hosted|organi[sz]ed|held)\b|\b(?:first|second|third|latest) in a series of \w+\b",
            rf"\b(?:toured|visited)\s+(?:the\s+)?[A-Z]|\bdelivered\s+{_GAP % 4}(?:remarks|speech|address|keynote)\b",
            rf"\blaunch(?:ed|es|ing)?\s+{_GAP % 5}(?:inquiry|investigation|probe)\b",
        ),
    ),
)
_NAME = re.compile(rf"\b(?:[A-Z][\w’'&-]*\s+){_NAMED}(?:Act|Summit|Conference|Symposium|Convention|Forum|Bill)\b(?:\s+of\s+(?:19|20)\d\d|\s+on\s+(?:[A-Z][\w-]*\s?){{1,4}})?")
_ORGANIZATIONAL = re.compile(r"\b(?:World Economic|Economic Policy|Policy)\s+Forum\Z|\b(?:Leadership|Labou?r Relations)\s+Conference\Z")


def triggers(text: str) -> Iterator[Trigger]:
    """The events that one sentence tells of, in the order of `KINDS`; one per kind and stretch of words."""
    for kind in KINDS:
        if kind.beside and not kind.beside.search(text):
            continue
        taken: list[tuple[int, int]] = []
        for pattern in kind.triggers:
            for match in pattern.finditer(text):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                if kind.unless and kind.unless.search(text):
                    continue
                if _SUPPOSED.search(text[max(0, match.start() - 70) : match.start()]):
                    continue
                taken.append(match.span())
                yield Trigger(match.start(), match.end(), kind.code, _name(text, kind.code, match))


def _name(text: str, code: str, match: re.Match[str]) -> str | None:
    if code not in ("bill_introduced", "law_signed", "summit"):
        return None
    for found in _NAME.finditer(text, max(0, match.start() - 5)):
        if found.start() <= match.end() + 90:
            return " ".join(found.group().split())
    return None
