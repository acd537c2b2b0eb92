"""The kinds of event and the words that tell of them.

A kind has triggers: patterns over one sentence, written with `<8>` for up to eight words between within a clause and
`<LAW>`, `<STUDY>` and the like for lists of words. What is only wished, denied, possible or conditional is left out;
what is merely part of a thing's name ("strike fund", "layoff protections") by each trigger's own exceptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.patterns import any_of, whole
from extractors.quick import Quick, quick

_LISTS = {
    "LAW": "Acts? bills? legislation resolution measures? package",
    "STUDY": "report study survey white_paper paper analysis poll index findings working_paper scorecard toolkit",
    "JOINT": "coalition alliance task_force commission caucus network working_group partnership committee",
    "BODY": "coalition alliance campaign initiative program programme task_force commission caucus website hub platform"
    " tools? center centre institute app chatbot models? fund project series portal partnership network committee"
    " agenda working_group association organization organisation union resources assistant agent service framework"
    " movement newsletter podcasts? products? features?",
    "CHAMBER": "House Senate Assembly Parliament committee council chamber legislature subcommittee",
    "GATHERING": "listening_session round-?table workshops? webinar rally press_conference town_hall meeting briefing"
    " tour event ceremony vigil march demonstration protest visit training_session panel fireside_chat discussion",
    "HELD": "held hosts? hosted convened convenes organi[sz]ed attended attends led leads joined joins spoke_at"
    " keynoted took_part_in participated_in kicked_off",
    "SENT": "sent send sends sending wrote writes sign signed signs led leads leading delivered delivers penned issued"
    " published publishes co-?signed signing",
    "AT_HEARING": "at during in following after before held holds? hold opened opens chaired led leads convened?"
    " convenes attended",
    "LAUNCHED": "launch(?:ed|es|ing)? kick(?:ed|s)_off unveil(?:ed|s|ing) roll(?:ed|s|ing)_out debut(?:ed|s)",
    "SHOWN": "releas(?:ed|es|ing) publish(?:ed|es|ing) unveil(?:ed|s|ing)? issued launched put_out",
    "AGREED": "reach(?:ed|es) w[io]ns? won secured signed struck strikes clinched inked hammered_out settled",
    "ANNOUNCED": "announc(?:ed|es|ing) celebrat(?:ed|es|ing) mark(?:ed|s|ing) following since before after",
    "GOING": "[Aa]t [Dd]uring ahead_of attend(?:s|ed|ing)? hosts? hosted hosting convened? convenes held opened opening"
    " address(?:ed|ing) keynoted joined joining launched organi[sz]ed participat(?:ed|ing)_in announced of to_the"
    " annual [Aa]fter [Bb]efore",
    "COURT": "judge court arbitrator tribunal jury",
    "RULED": "ruled ordered blocked dismissed found held struck awarded upheld sided",
}
_LABOR = whole(
    "workers? union unions unionized employees? staff staffers guild teamsters strikers? labor labour",
    "teachers? nurses?",
    "writers? actors? members hollywood drivers? dockworkers? longshore\\w* faculty journalists? newsroom",
    "pickets? local",
    "performers? employers? management bargaining picketers? picketing sag-aftra wga cwa uaw seiu afscme",
    "wages? contract",
)
_CONTRACT = whole(
    "collective_bargaining union unions guild tentative bargaining workers? ratif\\w+ teamsters wga cwa sag-aftra local"
)
_UNREAL = any_of(
    "would could may might should if unless can cannot shall must never not plan plans planned hopes",
    "intends to_be",
    "threaten(?:s|ed|ing)? avoid avert prevent prepar(?:e|es|ing)_to right_to whether until consider(?:ing|s)?",
    "endors(?:e|es|ed|ing)",
)
_SUPPOSED = re.compile(rf"(?:\b(?:{_UNREAL})|n[’']t)\b[^,;]{{0,45}}\Z", re.IGNORECASE)
_NAME_WORDS = r"(?:(?:[A-Z0-9][\w’'&.-]*,?|\([^)\s]{2,14}\)|of|on|for|and|to|from|the|in|de)\s+){0,12}?"
_NAME = re.compile(
    rf"\b(?!Act\b|The\b|Today\b)(?:[A-Z][\w’'&-]*\s+){_NAME_WORDS}(?:Act|Summit|Conference|Symposium|Convention|Forum|Bill)\b"
    r"(?:\s+of\s+(?:19|20)\d\d|\s+on\s+(?:[A-Z][\w-]*\s?){1,4})?"
)


_MOST = 6  # events of one kind in one sentence; what has more is a list of words


@dataclass(frozen=True)
class Kind:
    """A kind of event: its triggers, what must stand in the sentence beside them, and what rules them out.

    `once` means that a document tells of one such event unless names or days show that there are several; `early`
    that it counts only where the document opens with it or gives its day: its own news, not an aside.
    """

    code: str
    triggers: tuple[Quick, ...]
    beside: re.Pattern[str] | None = None
    unless: Quick | None = None
    once: bool = False
    early: bool = False


@dataclass(frozen=True)
class Trigger:
    """Where in a sentence an event is told, its kind, and its name where the words give one."""

    start: int
    end: int
    kind: Kind
    name: str | None


def _filled(pattern: str) -> str:
    pattern = re.sub(r"<(\d+)>", r"(?:[^\\s;:]+\\s+){0,\1}?", pattern)
    for name, words in _LISTS.items():
        pattern = pattern.replace(f"<{name}>", f"(?:{any_of(words)})")
    return pattern


def _any(*patterns: str) -> tuple[Quick, ...]:
    return tuple(quick(_filled(pattern), re.IGNORECASE) for pattern in patterns)


def _cased(*patterns: str) -> tuple[Quick, ...]:
    return tuple(quick(_filled(pattern)) for pattern in patterns)


KINDS = (
    Kind(
        "bill_introduced",
        _any(
            r"\b(?:re)?introduc(?:ed|es|ing|e)\b\s+<14>(?<!Model )\b<LAW>\b",
            r"\b(?:re)?introduction\s+of\s+<10><LAW>\b",
            r"\b(?:unveil(?:ed|s)?|fil(?:ed|es)|put forward|tabled)\s+<8>(?:Act|bill|legislation)\b",
            r"\b<LAW>\s+(?:was|were|has been|is being)\s+(?:re)?introduced\b",
            r"\b(?:Act|bill|legislation)\b[^;]{0,40}?,?\s+(?:which|that)\s+<12>(?:re)?introduced\b",
        ),
    ),
    Kind(
        "law_signed",
        _any(
            r"\bsign(?:ed|s|ing)\s+<14>into law\b",
            r"\b(?:sign(?:ed|s|ing)|issu(?:ed|es|ing))\s+<5>(?:executive order|order\b(?! of)|proclamation)",
            r"\bsign(?:ed|s)\s+<6>(?:Act|bill|law|legislation)\b",
            r"\b(?:was|were|been|being)\s+(?:signed into law|enacted)\b|\bbec(?:ame|omes)\s+law\b",
        ),
    ),
    Kind(
        "agreement_reached",
        _any(
            r"\bratif(?:ied|ies|y|ying|ication of)\s+<6>(?:agreement|deal|contract|pact)\b",
            r"(?<!-)\b<AGREED>\s+<6>(?:agreement|deal|contract|pact|settlement|accord)s?\b(?!\s+talks)",
            r"\b(?:agreement|deal|contract|pact)\s+(?:that\s+)?<7>(?:reached|concluded|ratified|won|struck)\b",
            r"\b(?:agreement|deal|contract|pact|settlement)\s+(?:was|has been|had been)\s+"
            r"(?:reached|ratified|approved|signed)\b",
        ),
        beside=_CONTRACT,
    ),
    Kind(
        "vote",
        _any(
            r"\bvot(?:ed|es)\s+<9>(?:to|against|for|in favor of|yes|on)\b(?!\s+ratify)",
            r"\b<CHAMBER>\s+(?:(?:today|yesterday|unanimously|overwhelmingly|has|have|on\s+\w+day)\s+){0,2}"
            r"(?:pass(?:ed|es)|approv(?:ed|es)|advanc(?:ed|es)|adopt(?:ed|s)|reject(?:ed|s)|vot(?:ed|es))\b",
            r"\bpass(?:ed|es)\s+(?:out of\s+)?(?:the\s+)?(?:U\.?S\.?\s+)?(?:House|Senate|Assembly|committee)\b",
            r"\bpassage\s+(?:in|of|by)\s+(?:the\s+)?(?:U\.?S\.?\s+)?(?:House|Senate)\b",
            r"\bstrike[- ]authori[sz]ation vote|\bauthori[sz]ed\s+(?:a|the)\s+strike\b|\bunion (?:election|vote)\b",
        ),
        unless=quick(r"\bratif\w+", re.IGNORECASE),
    ),
    Kind(
        "strike",
        _any(
            r"\bwalk(?:ed|s|ing)?\s+(?:off|out)(?:\s+(?:of|on))?(?:\s+(?:the|their))?(?:\s+jobs?)?\b"
            r"|\bon\s+(?:the\s+)?picket\s+lines?\b|\bpicket(?:ed|ing)\b|\b(?:on|went on) strike\b"
            r"|\b(?:work stoppages?|walkouts?)\b",
            r"(?<!air)(?<!air )(?<!drone )(?<!missile )(?<!military )(?<!three )(?<!no-)(?<!to )(?<!lightning )"
            r"(?<!nuclear )(?<!first )(?<!anti-)\bstrikes?\b(?!\s+(?:a|an|the|down|out|at the|back|when|through|funds?"
            r"|votes?|authori[sz]ation|threat|pay|benefits|capabilit\w+|group|force|aircraft|deadline|me|us|that)\b)",
        ),
        beside=_LABOR,
        unless=quick(r"\bauthori[sz]\w*\s+(?:a|the)\s+strike|\bauthori[sz]ation\b", re.IGNORECASE),
        once=True,
    ),
    Kind(
        "lawsuit",
        _any(
            r"\bfil(?:ed|es|ing)\s+<8>(?:lawsuits?|suit|complaint|charges?|grievances?|appeal|amicus|injunction)\b",
            r"\b(?:sued|sues|suing)\b|\blawsuits?\s+(?:against|filed|brought|challenging|alleging|by)\b",
            r"\bclass[- ]action\b|\bunfair labou?r practice (?:charges?|complaint)\b",
            r"\b<COURT>\s+(?:has\s+)?<RULED>\b",
        ),
        once=True,
    ),
    Kind(
        "letter",
        _any(
            r"\b<SENT>\s+<9>(?:letters?|petition|joint statement)\b(?!\s+(?:of intent|grade|agreement))",
            r"\bin\s+(?:a|an|the|their|his|her|its)\s+(?:[\w-]+\s+){0,3}letters?\s*(?:,|to\b|sent\b|addressed\b"
            r"|signed\b|led\b)",
            r"\bwe\s+(?:write|are writing)\s+(?:to|as|with|in|on)\b",
            r"\bletter\s+(?:was|has been|is)\s+(?:sent|signed|coordinated|addressed|led|released)\b",
        ),
        once=True,
    ),
    Kind(
        "hearing",
        _any(
            r"\b<AT_HEARING>\s+<10>(?:hearing|insight forum)\b"
            r"(?!\s+(?:from|about|that|how|the|these|directly|aids?|loss))",
            r"\b(?:second|first|third|today[’']s|yesterday[’']s|closed-door|committee|subcommittee|field|oversight|public"
            r"|confirmation|congressional|shadow)\s+(?:[\w-]+\s+){0,2}(?:hearing|insight forum)\b",
            r"\btestif(?:ied|ies|y)\s+(?:before|at|to)\b|\bhearing\s+(?:titled|entitled|on|in|to examine|examining)\b",
        ),
        once=True,
    ),
    Kind(
        "summit",
        _cased(
            r"\b<GOING>\s+(?:[a-z0-9’'-]+\s+){0,4}?[A-Z0-9][\w’'&-]*\s+(?:(?:[A-Z][\w’'&-]*|of|on|for|and|the|in)\s+){0,7}?"
            r"(?:Summit|Conference|Symposium|Convention|Forum)\b(?:\s+on\s+(?:[A-Z][\w-]*\s?){1,4})?",
            r"(?<!press )(?<!news )\b(?:summit|conference|symposium)\s+(?:in|at|on|held|hosted)\b",
        ),
    ),
    Kind(
        "report_release",
        _any(
            r"\b<SHOWN>\s+<9><STUDY>\b(?!\s+(?:that|which)\s+requires)",
            r"\b<STUDY>\s+(?:(?:was|were|has been|is)\s+)?(?:released|published|issued)\s+"
            r"(?:today|yesterday|this|last|on)\b",
            r"\b(?:a|an|the|its|their|\w+[’']s)\s+(?:brand-)?new\s+(?:(?!<LAW>\b)[^\s.;:,]+\s+){0,7}?"
            r"(?:report|study|survey|white paper|analysis|poll)\b(?!\s+(?:due|within|every))",
        ),
    ),
    Kind(
        "layoff",
        _any(
            r"\b(?:laid off|lays off|laying off)\s+(?:[^\s.;,]+\s+){0,5}?(?:\d|workers|employees|staff|people|thousands"
            r"|hundreds)",
            r"\b(?:announc(?:ed|es|ing)|confirmed|plans?|planned|round of|rounds of|wave of)\s+"
            r"(?:[^\s.;]+\s+){0,7}?(?:layoffs?|job cuts|redundancies|job losses)\b(?!\s+protection)",
            r"\b(?:cut|cuts|cutting|eliminat(?:ed|es|ing)|slash(?:ed|es|ing)|axed|shed)\s+(?:[^\s.;,]+\s+){0,3}?"
            r"(?:\d[\d,]*|hundreds|thousands|half)\s+(?:[^\s.;,]+\s+){0,3}?(?:jobs|positions|roles|workers|staff"
            r"|employees)\b|\blayoffs at\s+[A-Z]",
        ),
        once=True,
    ),
    Kind(
        "launch",
        _any(
            r"\b<LAUNCHED>\s+<8><BODY>\b",
            r"\b(?:form(?:ed|ing)|founded|created|established|announced)\s+(?:a|an|the|its|their)\s+<6><JOINT>\b",
            r"\b<ANNOUNCED>\s+(?:the|its|their)\s+(?:[\w-]+\s+)?(?:launch|creation|formation|founding|debut|rollout)\s+"
            r"of\s+<9>(?:<BODY>|[A-Z]\w*\d)",
            r"\brelease of\s+<6>(?:tools?|models?|ChatGPT|GPT\S*|chatbots?|Gemini|Claude|Copilot|[A-Z]\w+[- ]\d)",
            r"\bnewly (?:formed|launched|created|founded)\b",
            r"\bannounc\w+ (?:its|their) (?:existence|formation|launch)\b",
            r"\b(?:join(?:ed|ing)? forces|(?:pulled|come|came|coming|banded) together)\s+(?:as|to form|to launch"
            r"|to create)\b",
            r"\bput together\s+(?:[^\s.;]+\s+){0,3}?(?:resources|website|toolkit|campaign)\b",
        ),
        unless=quick(r"\b(?:founded|established|created|formed) in (?:19|20)\d\d\b", re.IGNORECASE),
    ),
    Kind(
        "other",
        _any(
            r"\b<HELD>\s+<10><GATHERING>\b",
            r"\b(?:toured|visited)\s+(?:the\s+)?[A-Z]|\bdelivered\s+<4>(?:remarks|speech|address|keynote)\b",
            r"\blaunch(?:ed|es|ing)?\s+<5>(?:inquiry|investigation|probe)\b",
        ),
        early=True,
    ),
    Kind(
        "other",
        _any(
            r"\bat an event\s+(?:[\w-]+\s+){0,3}(?:hosted|organi[sz]ed|held)\b",
            r"\b(?:first|second|third|latest) in a series of \w+\b",
        ),
    ),
)
_TELLING = re.compile(r"\b(?:Introduc|Unveil|Sign|Pass|Announc|Host|Bipartisan Bill)")
# Each kind with all its triggers in one pattern: most sentences hold no word of it.
_CUES = tuple((kind, quick("|".join(trigger.pattern.pattern for trigger in kind.triggers), re.I)) for kind in KINDS)


def triggers(text: str) -> Iterator[Trigger]:
    """The events that one sentence tells of, in the order of `KINDS`; one per kind and stretch of words."""
    for kind, cues in _CUES:
        if not cues.may(text):
            continue
        if (kind.beside and not kind.beside.search(text)) or (kind.unless and kind.unless.search(text)):
            continue
        taken: list[tuple[int, int]] = []
        for pattern in kind.triggers:
            for match in pattern.finditer(text):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                if _SUPPOSED.search(text[max(0, match.start() - 70) : match.start()]):
                    continue
                taken.append(match.span())
                if len(taken) > _MOST:
                    break
                yield Trigger(match.start(), match.end(), kind, _name(text, kind.code, match))


def _name(text: str, code: str, match: re.Match[str]) -> str | None:
    if code not in ("bill_introduced", "law_signed", "summit"):
        return None
    named = _NAME.finditer(text, max(0, match.start() - 120), match.end() + 120)
    found = next((name for name in named if name.end() > match.start() and not _TELLING.search(name.group())), None)
    return " ".join(found.group().split()) if found else None
