"""The kinds of event and the words that tell of them.

A kind has triggers: patterns over one sentence, written with `<8>` for up to eight words between within a clause and
`<LAW>`, `<STUDY>` and the like for lists of words. What is only wished, denied, possible or conditional is left out;
what is merely part of a thing's name ("strike fund", "layoff protections") by each trigger's own exceptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.happening_words import CONTRACT, LABOR, LISTS
from extractors.patterns import any_of
from extractors.quick import Quick, quick

_UNREAL = any_of(
    "would could may might should if unless can cannot shall must never not plan plans planned hopes",
    "intends to_be",
    "threaten(?:s|ed|ing)? avoid avert prevent prepar(?:e|es|ing)_to right_to whether until consider(?:ing|s)?",
    "endors(?:e|es|ed|ing)",
)
_VERB = re.compile(r"\b(?:\w+ed|sen[dt]s?|wrote|led|won|held|met|been|is|are|was|were|on strike|struck|\w+ing)\b")
_LED = re.compile(
    r"\b(?:for|of|about|with|drafted|draft|support(?:ing)?|during|since|after|before|from)\s+(?:an?|the|their|our"
    r"|its)?\s*(?:[\w-]+\s+)?\Z"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+\s+)?\Z")
_IMPERATIVE = re.compile(
    r"\W*(?:Sign|Send|Join|Attend|Host|Launch|File|Vote|Deliver|Publish|Introduce|Sue|Cut|Close|Hold)\b"
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|avoid|avert|prevent|if|unless|without|whether|denied)|n[’']t)\b[^,;]{0,45}\Z", re.IGNORECASE
)
_SUPPOSED = re.compile(rf"(?:\b(?:{_UNREAL})|n[’']t)\b[^,;]{{0,45}}\Z", re.IGNORECASE)
_NAME_WORDS = r"(?:(?:[A-Z0-9][\w’'&.-]*,?|\([^)\s]{2,14}\)|of|on|for|and|to|from|the|in|de)\s+){0,12}?"
_NAME = re.compile(
    rf"\b(?!Act\b|The\b|Today\b)(?:[A-Z][\w’'&-]*\s+){_NAME_WORDS}(?:Act|Summit|Conference|Symposium|Convention"
    rf"|Forum|Bill)\b"
    r"(?:\s+of\s+(?:19|20)\d\d|\s+on\s+(?:[A-Z][\w-]*\s?){1,4})?"
)


_MOST = 6  # events of one kind in one sentence; what has more is a list of words


@dataclass(frozen=True)
class Kind:
    """A kind of event: its triggers, what must stand in the sentence beside them, and what rules them out.

    `once` means that a document tells of one such event unless names or days show that there are several; `early`
    that it counts only where the document opens with it or gives its day: its own news, not an aside. `foreseen` kinds
    count when they are planned or threatened, too.
    """

    code: str
    triggers: tuple[Quick, ...]
    beside: re.Pattern[str] | None = None
    unless: Quick | None = None
    once: bool = False
    early: bool = False
    foreseen: bool = False


@dataclass(frozen=True)
class Trigger:
    """Where in a sentence an event is told, its kind, and its name where the words give one."""

    start: int
    end: int
    kind: Kind
    name: str | None
    verbal: bool = True


def _filled(pattern: str) -> str:
    pattern = re.sub(r"<(\d+)>", r"(?:[^\\s;:]+\\s+){0,\1}?", pattern)
    for name, words in LISTS.items():
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
            r"\b(?:re)?introduction\s+of\s+<10>(?:Act|bill)\b"
            r"|\bannounc\w+\s+the\s+(?:re)?introduction\s+of\s+<12><LAW>\b",
            r"\b(?:unveil(?:ed|s)?|fil(?:ed|es)|put forward|tabled)\s+<8>(?:Act|bill|legislation)\b",
            r"\b<LAW>\s+(?:\([^)]{1,40}\)\s+)?(?:was|were|(?:has|have)\s+(?:\w+\s+)?been|is being)\s+(?:\w+\s+)?"
            r"(?:(?:re)?introduced|filed|tabled|unveiled)\b",
            r"\b(?:re)?introduced\s+(?:as\s+)?(?:S\.|H\.\s?R\.|SB|AB|HB|A\.|Senate Bill|House Bill|Assembly Bill)\s?\d",
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
            r"\benact(?:ed|s)\s+<6>(?:law|Act|legislation|statute|ordinance|ban)\b"
            r"|\bsigned\s+by\s+(?:the\s+)?(?:Gov|President)",
        ),
    ),
    Kind(
        "agreement_reached",
        _any(
            r"\bratif(?:ied|ies|y|ying|ication of)\s+<6>(?:agreement|deal|contract|pact)\b",
            r"(?<!-)(?<!to )\b<AGREED>\s+<9>(?:agreement|deal|contract|pact|settlement|accord|CBA"
            r"|memorandum of understanding)s?\b(?!\s+talks)",
            r"\b(?:agreement|deal|contract|pact)\b[^.;:]{0,60}\bsigned\s+(?:in|on|by|with|last|this|today"
            r"|yesterday|\w+\s+20\d\d)\b",
            r"\bagreed\s+(?:on|to)\s+(?:a|an|the|terms of)\s+<4>(?:contract|deal|agreement|pact|terms)\b",
            r"\b(?:agreement|deal|contract|pact)\s+(?:that\s+)?<7>(?:reached|concluded|ratified|won|struck)\b",
            r"\b(?:agreement|deal|contract|pact|settlement)\s+(?:was|has been|had been)\s+"
            r"(?:reached|ratified|approved|signed)\b",
        ),
        beside=CONTRACT,
    ),
    Kind(
        "vote",
        _any(
            r"\bvot(?:ed|es)\s+<9>(?:to|against|for|in favor of|yes|on)\b(?!\s+ratify)",
            r"\b<CHAMBER>\s+(?:(?:today|yesterday|unanimously|overwhelmingly|has|have|on\s+\w+day)\s+){0,2}"
            r"(?:pass(?:ed|es)|approv(?:ed|es)|advanc(?:ed|es)|adopt(?:ed|s)|reject(?:ed|s)|vot(?:ed|es))\b",
            r"\bpass(?:ed|es)\s+(?:out of\s+)?(?:the\s+)?(?:U\.?S\.?\s+)?(?:House|Senate|Assembly|committee)\b",
            r"\bpass(?:ed|es)\s+(?:both\s+(?:chambers|houses)|the\s+(?:full\s+)?(?:\S+\s+){0,3}?"
            r"(?:House|Senate|Assembly|legislature|parliament|committee|council))\b",
            r"\bballot(?:s|ed|ing)?\s+(?:of\s+)?(?:its|their|the|\d[\d,]*|members|workers|staff|on|over|for)\b"
            r"|\bstrike ballot\b",
            r"\bvoted\s+(?:down|overwhelmingly|unanimously|narrowly|\d)|\bby a (?:vote|margin) of\b"
            r"|\bvote of no[- ]confidence\b",
            r"\b(?:was|were|been)\s+(?:approved|rejected|passed|defeated|adopted|voted)\s+(?:by"
            r"|in)\s+<5>(?:<CHAMBER>|members"
            r"|voters|vote)\b",
            r"\bpassage\s+(?:in|of|by)\s+(?:the\s+)?(?:U\.?S\.?\s+)?(?:House|Senate)\b",
            r"\bstrike[- ]authori[sz]ation vote|\bauthori[sz]ed\s+(?:a|the)\s+strike\b|\bunion (?:election|vote)\b",
        ),
        unless=quick(r"\bratif\w+", re.IGNORECASE),
    ),
    Kind(
        "strike",
        _any(
            r"\bwalk(?:ed|s|ing)?\s+(?:off|out)(?:\s+(?:of|on))?(?:\s+(?:the|their))?(?:\s+jobs?)?\b"
            r"|\bon\s+(?:the\s+)?picket\s+lines?\b|\bhold(?:ing)?\s+the\s+\W?(?:picket\W?\s+)?line\b"
            r"|\bindustrial action\b"
            r"|\bdown(?:ed|ing)\s+tools\b|\bstopp(?:ed|ing)\s+work\b|\b(?:lockout|locked out|sick-?out"
            r"|work-to-rule|sit-in)\b"
            r"|\bpicket(?:ed|ing)\b|\b(?:on|went on) strike\b"
            r"|\b(?:work stoppages?|walkouts?)\b",
            r"(?<!air)(?<!air )(?<!drone )(?<!missile )(?<!military )(?<!three )(?<!no-)(?<!to )(?<!lightning )"
            r"(?<!nuclear )(?<!first )(?<!anti-)\bstrikes?\b(?!\s+(?:a|an|the|down|out|at the|back|when|through"
            r"|funds?|bills?|acts?|ballots?|committee"
            r"|votes?|authori[sz]ation|threat|pay|benefits|are|can|remain|capabilit\w+|group|force|aircraft"
            r"|deadline|me|us|that)\b)",
        ),
        beside=LABOR,
        unless=quick(
            r"\bauthori[sz]\w*\s+(?:a|the)\s+strike|\bauthori[sz]ation\b|\bballot\w*\b|\bvot(?:e|ed|es"
            r"|ing)\s+(?:to|on|for|in favou?r of)\s+(?:\w+\s+){0,2}strike",
            re.IGNORECASE,
        ),
        once=True,
    ),
    Kind(
        "lawsuit",
        _any(
            r"\bfil(?:ed|es|ing)\s+<8>(?:lawsuits?|suit|complaint|charges?|grievances?|appeal|amicus|injunction)\b",
            r"\b(?:sued|sues|suing)\b|\blawsuits?\s+(?:against|filed|brought|challenging|alleging|by)\b",
            r"\b(?:law)?suits?\b[^.;]{0,30}\b(?:alleg|claim|argu|accus|challeng)\w+|\blegal (?:action"
            r"|challenge) against\b",
            r"\b<COURT>\b[^.;]{0,40}\b(?:ruled|ordered|blocked|dismissed|sided|upheld|struck down|granted|denied"
            r"|awarded)\b",
            r"\b(?:NLRB|[Ll]abor [Bb]oard|National Labor Relations Board)\s+(?:has\s+)?(?:ruled|found|issued"
            r"|ordered|sided|charged)\b",
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
            r"\bletter\b[^.;:]{0,90}\b(?:has|have) been\s+(?:sent|signed|published|delivered|released)\b",
            r"\bjoint statement\s+(?:\w+\s+)?(?:made|issued|signed|released|published|from|by|of)\b",
            r"\b(?:open|joint)\s+letter\s+(?:to|from|signed|calling|urging|published|by|asking|demanding)\b",
            r"\b(?:letter|petition)\s+(?:urging|calling (?:on|for)|asking|demanding|addressed to|signed by"
            r"|published|delivered)\b",
            r"\b(?:wrote|written)\s+to\s+(?:the\s+)?(?-i:[A-Z])",
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
            r"\b(?:second|first|third|today[’']s|yesterday[’']s|closed-door|committee|subcommittee|field"
            r"|oversight|public"
            r"|confirmation|congressional|shadow)\s+(?:[\w-]+\s+){0,2}(?:hearing|insight forum)\b",
            r"\b(?:gave|giving|give) (?:oral )?evidence (?:to|before)\b|\b(?:oral )?evidence session\b"
            r"|\btold (?:a|the) (?:[\w-]+\s+){0,4}(?:committee|subcommittee|inquiry|hearing)\b"
            r"|\btestimony (?:before|to) (?:a|the|Congress)\b",
            r"\btestif(?:ied|ies|y)\s+(?:before|at|to)\b|\bhearing\s+(?:titled|entitled|on|in|to examine|examining)\b",
        ),
        once=True,
    ),
    Kind(
        "summit",
        _cased(
            r"\b<GOING>\s+(?:[a-z0-9’'-]+\s+){0,4}?[A-Z0-9][\w’'&-]*\s+(?:(?:[A-Z][\w’'&-]*|of|on|for|and|the"
            r"|in)\s+){0,7}?"
            r"(?:Summit|Conference|Symposium|Convention|Forum)\b(?:\s+on\s+(?:[A-Z][\w-]*\s?){1,4})?",
            r"\b(?:[Tt]he|its|their|this|our|a"
            r"|an)\s+(?:[A-Z][\w]*[’']s\s+)?(?:(?:[A-Z0-9][\w’'&-]*)\s+){1,6}(?:Summit|Symposium)\b",
            r"(?<!press )(?<!news )\b(?:summit|conference|symposium)\s+(?:in|at|on|held|hosted)\b",
        ),
    ),
    Kind(
        "report_release",
        _any(
            r"\b<SHOWN>\s+<9><STUDY>\b(?!\s+(?:that|which)\s+requires)",
            r"\b<STUDY>\s+(?:(?:was|were|has been|is)\s+)?(?:released|published|issued)\s+"
            r"(?:today|yesterday|this|last|on|earlier|in|\w+day)\b",
            r"\bpresent(?:s|ed|ing)?\s+<3>(?:findings|report|results)\b|\b<STUDY>\s+(?:is\s+)?out (?:today"
            r"|this week|now)\b",
            r"\bnew\s+(?:[\w-]+\s+){0,2}?(?:report|research|study|survey|analysis|poll|polling|data|paper|briefing)\s+"
            r"(?:from|by|released|published|shows?|finds?|found|reveals?|suggests?|warns?|out)\b",
            r"\b(?:a|an|the|its|their|\w+[’']s)\s+(?:brand-)?new\s+(?:(?!<LAW>\b)[^\s.;:,]+\s+){0,7}?"
            r"(?:report|study|survey|white paper|analysis|poll)\b(?!\s+(?:due|within|every))",
        ),
    ),
    Kind(
        "report_release",
        _any(
            r"\b(?:monthly|annual|quarterly|latest|weekly)\s+(?:[\w-]+\s+){0,4}?(?:report|survey|index|study|poll"
            r"|tracker)\b"
            r"[^.;]{0,90}\b(?:found|finds|shows?|showed|says|said|recorded|reported|reveals?)\b",
        ),
        early=True,
    ),
    Kind(
        "layoff",
        _any(
            r"\b(?:laid off|lays off|laying off|lay off)\s+(?:off\s+)?(?:[^\s.;,]+\s+){0,5}?(?:\d|workers"
            r"|employees|staff|people|thousands"
            r"|hundreds)",
            r"\b(?:announc(?:ed|es|ing)|confirmed|plans?|planned|round of|rounds of|wave of)\s+"
            r"(?:[^\s.;]+\s+){0,7}?(?:layoffs?|job cuts|redundancies|job losses)\b(?!\s+protection)",
            r"\b(?:cut|cuts|cutting|eliminat(?:e|ed|es|ing)|slash(?:ed|es|ing)?|axe?(?:d|s|ing)?|shed(?:ding|s)?"
            r"|trim(?:med|ming|s)?"
            r"|fir(?:ed|es|ing)|sack(?:ed|s|ing)?|dismiss(?:ed|es|ing)|get(?:ting)? rid of|got rid of"
            r"|let(?:ting)? go(?: of)?"
            r"|reduc(?:ed|es|ing)|remov(?:e|ed|ing))\s+(?:[^\s.;,]+\s+){0,3}?"
            r"(?:\d[\d,.]*|hundreds|thousands|half|dozens)\s+(?:[^\s.;,]+\s+){0,3}?(?:jobs?|positions|roles"
            r"|workers|staff|people"
            r"|employees|posts|civil servants|workforce|journalists|teachers|drivers)\b|\blayoffs at\s+(?-i:[A-Z])",
            r"\b(?:reduc(?:e|ed|es|ing)|cut(?:s|ting)?)\s+<4>(?:headcount|workforce)\b|\bworkforce reductions?\b"
            r"|\bmade redundant\b",
            r"\b(?:lost|losing) their jobs\s+(?:when|after|at|in|to|as)\b|\bclos(?:ed|es"
            r"|ing)\s+(?:[^\s.;,]+\s+){0,3}?(?:plants?|factory"
            r"|factories|studios?|stores?|warehouses?|newsrooms?|bureaus?|branches|call cent(?:er|re)s?|depots?)\b",
        ),
        once=True,
        foreseen=True,
    ),
    Kind(
        "launch",
        _any(
            r"(?<!by )(?<!behind )(?<!of )(?<!for )(?<!before )(?<!when )\b<LAUNCHED>\s+<8><BODY>\b",
            r"\bannounc(?:ed|es|ing)\s+(?:a|an|its|their|new)\s+<5><NEW_BODY>\b",
            r"\b(?:has|have)\s+(?:just\s+|now\s+)?been\s+(?:unveiled|launched|rolled out|set up|formed)\b"
            r"|\b(?:was|were)\s+(?:unveiled|launched|rolled out)\b(?!\s+in\s+(?:19|20)\d\d)",
            r"(?:\b(?:is|are|were|been)|[’']re)\s+forming\s+(?:a|our|their)\s+(?:own\s+)?union\b|\bformed\s+(?:a"
            r"|our|their)\s+"
            r"(?:own\s+)?union\b|\bwent live\b",
            r"\b(?:form(?:ed|ing)|founded|created|established|announced)\s+(?:a|an|the|its|their)\s+<6><JOINT>\b",
            r"\b<ANNOUNCED>\s+(?:the|its|their)\s+(?:[\w-]+\s+)?(?:launch|creation|formation|founding|debut|rollout)\s+"
            r"of\s+<9>(?:<BODY>|[A-Z]\w*\d)",
            r"\brelease of\s+<6>(?:tools?|models?|ChatGPT|GPT\S*|chatbots?|Gemini|Claude|Copilot|[A-Z]\w+[- ]\d)",
            r"\bnewly (?:formed|launched|created|founded)\b",
            r"\bannounc\w+ (?:its|their) (?:existence|formation|launch)\b",
            r"\b(?:join(?:ed|ing)? forces|(?:pulled|come|came|coming|banded) together)\s+(?:as|to form|to launch)\b",
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
            r"\bmet\s+(?:\w+\s+){0,2}?with\s+<5>(?:management|officials|leaders|ministers?|executives|mps|negotiators"
            r"|lawmakers|senators|the company)\b",
            r"\bday of (?:action|solidarity|protest|mourning|resistance)\b|\b(?:project|programme|program"
            r"|course)\s+(?:starting|beginning)\b",
            r"\baudience\b[^.;]{0,80}\bheard\b|\b(?:rallied|protested|demonstrated|marched)\s+(?:outside|at|in|on"
            r"|to|through)\b"
            r"|\b(?:rally|protest|demonstration|vigil|march)\s+(?:outside|in front of)\b",
        ),
        early=True,
    ),
    Kind(
        "other",
        _any(
            r"\bbrought\s+together\s+<8><PEOPLE>\b|\bconvened\s+<5><PEOPLE>\b",
            r"\b(?:attended|ran|completed|joined|engaged? in)\s+<3>(?:sessions|workshops|events|webinars"
            r"|trainings|meetings)\b",
            r"\bat an event\s+(?:[\w-]+\s+){0,3}(?:hosted|organi[sz]ed|held)\b",
            r"\b(?:first|second|third|latest) in a series of \w+\b",
        ),
    ),
)
_TELLING = re.compile(r"\b(?:Introduc|Unveil|Sign|Pass|Announc|Host|Bipartisan Bill)")
# Each kind with all its triggers in one pattern: most sentences hold no word of it.
_CUES = tuple((kind, quick("|".join(trigger.pattern.pattern for trigger in kind.triggers), re.I)) for kind in KINDS)


def kind_of(code: str) -> Kind:
    """The first kind of a code, for events that a text sets out instead of telling them."""
    return next(kind for kind in KINDS if kind.code == code)


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
                unreal = _DENIED if kind.foreseen else _SUPPOSED
                if unreal.search(text[max(0, match.start() - 70) : match.start()]):
                    continue
                if match.start() < 15 and _IMPERATIVE.match(text):
                    continue
                taken.append(match.span())
                if len(taken) > _MOST:
                    break
                told = bool(_VERB.search(match.group())) or not _LED.search(
                    text[max(0, match.start() - 30) : match.start()]
                )
                yield Trigger(match.start(), match.end(), kind, _name(text, kind.code, match), told)


def _name(text: str, code: str, match: re.Match[str]) -> str | None:
    if code not in ("bill_introduced", "law_signed", "summit"):
        return None
    passive = _PASSIVE.search(text[max(0, match.start() - 160) : match.start()])
    if passive:
        before = list(_NAME.finditer(text, max(0, match.start() - 160), match.start()))
        if before and not _TELLING.search(before[-1].group()):
            return " ".join(before[-1].group().split())
    named = _NAME.finditer(text, max(0, match.start() - 120), match.end() + 120)
    found = next((name for name in named if name.end() > match.start() and not _TELLING.search(name.group())), None)
    return " ".join(found.group().split()) if found else None
