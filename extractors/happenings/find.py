"""The kinds of event and the words that tell of them.

A kind has triggers (`lexicon/event/triggers.csv`): patterns over one sentence, written with `<8>` for up to eight words
between within a clause and `<LAW>`, `<STUDY>` and the like for lists of words. What is only wished, denied, possible or
conditional is left out; what is merely part of a thing's name ("strike fund", "layoff protections") by each trigger's
own exceptions.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors import lexicon
from extractors.happenings.words import CONTRACT, LABOR, LISTS
from extractors.text.dates import MONTHS
from extractors.text.patterns import any_of
from extractors.text.quick import Quick, Several, quick

_FILE = lexicon.FOLDER / "event" / "triggers.csv"
_UNREAL = any_of(
    "would could (?-i:may) might should if unless can cannot shall must never not hopes to_be",
    "threaten(?:s|ed|ing)? avoid(?:s|ed|ing)? avert(?:s|ed|ing)? prevent(?:s|ed|ing)? prepar(?:e|es|ing)_to",
    "excited_to wants?_to fighting_to ready_to hoping_to trying_to aims?_to in_order_to",
    "right_to entitled_to ought only_where only_when only_after whether until consider(?:ing|s)? requires? needs?",
    "th(?:ink|inking|ought)_about await(?:s|ing)? (?:great|good|proud|happy|eager|important|time)_to",
    "endors(?:e|es|ed|ing) recommend(?:s|ed|ing)?",
)
_VERB = re.compile(r"\b(?:\w+ed|sen[dt]s?|wrote|led|won|held|met|been|is|are|was|were|on strike|struck|\w+ing)\b")
_LED = re.compile(
    r"\b(?:for|of|about|with|drafted|draft|support(?:ing)?|during|since|after|before|from)\s+(?:an?|the|their|our"
    r"|its)?\s*(?:[\w-]+\s+)?\Z"
)
_PROPOSING = re.compile(r"\b(?:introduc|unveil|put(?:s|ting)? for|tabled|filed|propos)", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+\s+)?\Z")
_TOLD_TO = re.compile(
    r"\b(?:urg|ask|call|invit|encourag|want|press|push|direct|remind|allow|help|hop|collaborat|work"
    r"|seek|vow|pledg|promis)\w*\b[^,;]{0,60}"
    r"\b(?:to|in)\s+(?:(?:also|then)\s+)?\Z",
    re.IGNORECASE,
)
# What is planned happens where its day is set.
_PLANNED = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|expect(?:s|ed)?|due|set|scheduled|announced plans)\b[^,;]{0,45}\Z",
    re.IGNORECASE,
)
_SET = re.compile(
    rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:{MONTHS}) \d|\b\d{{1,2}} (?:{MONTHS})\b"
    r"|\b(?:tomorrow|tonight|(?:this|next) (?:week|month|spring|summer|autumn|fall|winter))\b"
)
# A study of another time that is only drawn on; cuts there are none of.
_CITED = re.compile(
    r"\b(?:according to|citing|cites|cited|with|as|in|from)\s+(?:an?|the|one)?\s*(?:[\w.’'-]+\s+){0,4}\Z", re.IGNORECASE
)
# What else was published meanwhile: "with the ministry recently publishing its paper", "While the office has issued".
_MEANWHILE = re.compile(
    r"\bwith\s+(?:[\w’'-]+\s+){1,6}\Z|\A\W*(?:While|Although|Though|Even though)\b[^,;]*\Z", re.IGNORECASE
)
_FUNDED = re.compile(
    r"(?:[$£€]\s?[\d.,]+\s?(?:[mb]illion|thousand)?|\bfund(?:s|ing)?|\bmoney|\bgrants?) (?:is |will go )?"
    r"(?:for|to|towards?)\s+(?:[\w-]+\s+){0,4}\Z",
    re.IGNORECASE,
)
# Who has a contract, and who will not have it.
_HOLDERS = re.compile(r"\b(?:who|which|that)\s+(?:(?:have|had|has)\s+)?(?:already\s+)?\Z")
_AGAINST = re.compile(r"\bvot(?:e|es|ed|ing)\s+(?:against|no (?:on|to))\s+\Z")
_PAST = re.compile(r"\b(?:last (?!week)|earlier|in (?:19|20)\d\d)\b", re.IGNORECASE)
_NONE = re.compile(r"\bno\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_NEXT_VERB = re.compile(r"\b(?:and|but)\s+(?:will|has|have|had|is|was|were|then)\b")  # where a denial before it ends
_GERUND = re.compile(r"\W*[A-Z]\w+ing\b[^,]*\Z")
_CONDITIONAL = re.compile(r"\W*(?:If|Unless|Should|Were)\b")
_ASKED = re.compile(r"[\W\d]*(?:How|What|Did|Does|Do|Has|Have|Is|Are|Will|When|Who|Why|Which|Please)\b[^?]*\?\W*\Z")
# Strikes that are but an example; lost jobs that tell who somebody is.
_SUCH_AS = re.compile(r"\bsuch as (?:[\w’'-]+\s+){0,4}\Z")
_WHO = re.compile(r"\bwho\s+(?:\w+\s+){0,4}\Z")
_IMPERATIVE = re.compile(
    r"\W*(?:Sign|Send|Join|Attend|Host|Launch|File|Vote|Deliver|Publish|Introduce|Sue|Cut|Close|Hold)\b"
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|avoid|avert|averts|averted|averting|prevent|if|unless|without|whether|denied|could|(?-i:may)|might"
    r"|revers(?:e|es|ed|ing)|scrap(?:s|ped)?|abandon(?:s|ed)?|rescind(?:s|ed)?|cancel(?:s|led|ed)?"
    r"|instead of|rather than)|n[’']t)\b[^,;]{0,45}\Z",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    rf"(?:\b(?:{_UNREAL})|n[’']t)\b[^,;]{{0,45}}\Z|\b(?:once|until|as soon as)\b[^,;]{{0,68}}\Z", re.IGNORECASE
)
_NAME_WORDS = r"(?:(?:[A-Z0-9][\w’'&.-]*,?|\([^)\s]{2,14}\)|of|on|for|and|to|from|the|in|de)\s+){0,12}?"
_NO_NAME = re.compile(r"(?:Assembly|Senate|House|The) Bill\Z")
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
    count when they are planned or threatened, too. A `leading` kind counts only where the document begins with it.
    """

    code: str
    triggers: tuple[Quick, ...]
    beside: re.Pattern[str] | None = None
    unless: Quick | None = None
    once: bool = False
    early: bool = False
    leading: bool = False
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


_AMONG_STATES = quick(
    r"\b(?-i:Directive|Regulation|EU Council|Council of the EU|trilogue)\b|\btrade (?:deal"
    r"|agreement)\b",
    re.IGNORECASE,
)
_STRIKE_VOTE = quick(
    r"\bauthori[sz]\w*\s+(?:a|the)\s+(?:strike|walkout)|\bauthori[sz]ation\b|\bballot\w*\b|\bvot(?:e|ed|es|ing)\s+"
    r"(?:[^\s.;,]+\s+){0,4}?(?:to|on|for|in favou?r of)\s+(?:[\w-]+\s+){0,3}(?:strike|walk ?out|industrial action)"
    r"|\b(?:approv|back|support|endors)\w*\s+(?:[\w-]+\s+){0,2}(?:strike|industrial) action",
    re.IGNORECASE,
)
_RATIFIED = quick(
    r"(?<!recommend )(?<!recommending )\bratif\w+|\bvot(?:ed|es|e)\s+(?:[^\s.;:]+\s+){0,5}?(?:accept|approve|adopt|back"
    r"|endorse|for|in favou?r of)\s+(?:[^\s.;:]+\s+){0,8}?(?:agreement|deal|contract|pact|settlement)\b"
    r"|\b(?:agreement|deal|contract|pact)\s+(?:was|were|has been)\s+(?:\w+ly\s+)?approved\b"
    r"|\bvoted\s+[“\"]?yes[”\"]?\s+(?:on|to|for)\s+(?:\w+\s+){0,3}(?:agreement|deal|contract|pact)\b",
    re.IGNORECASE,
)
_BY_MANY = quick(
    r"\b(?:\d+|dozens of|several|many|some|most|all|other|more than \w+|over \w+|a number of|\w+teen|twenty)\s+"
    r"(?:\w+\s+)?(?:states|countries|cities|jurisdictions|legislatures)\b[^.;]{0,40}\b(?:introduc|enact|pass"
    r"|adopt|propos)",
    re.IGNORECASE,
)
_IN_GENERAL = quick(
    r"(?:%|\bper ?cent|\b\d+ in (?:\d+|ten|five|four|three)) (?:of )?(?:(?:the|all|US|U\.S\.|surveyed|large) )*"
    r"(?:companies|employers|respondents|business(?:es)?|leaders|managers|executives|firms|organi[sz]ations)\b"
    r"|\b(?:over|in|during) the (?:past|last|next|coming) (?:[\w-]+ ){1,4}(?:years|decades?)\b|\bsince (?:19"
    r"|20)\d\d\b",
    re.IGNORECASE,
)
_BY_TEXT = (
    r"|\b(?:agreement|contract|deal|bill|act|law|legislation|order|directive|measure)\b[^.;,]{0,30}"
    r"\b(?:establish|creat|form|launch|set up)"
)
_LONG_AGO = quick(r"\b(?:founded|established|created|formed) in (?:19|20)\d\d\b" + _BY_TEXT, re.IGNORECASE)


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of event with their triggers; where words tell of two, the earlier kind comes first."""
    read = _triggers()
    return (
        Kind("bill_introduced", read["bill_introduced", "any"], unless=_BY_MANY),
        Kind("bill_introduced", read["bill_introduced", "lead"], leading=True),
        Kind("law_signed", read["law_signed", "any"], unless=_BY_MANY),
        Kind("agreement_reached", read["agreement_reached", "any"], beside=CONTRACT, unless=_AMONG_STATES),
        Kind("agreement_reached", read["agreement_reached", "lead"], beside=CONTRACT, leading=True),
        Kind("vote", read["vote", "any"], unless=_RATIFIED),
        Kind("vote", read["vote", "sure"]),
        Kind("strike", read["strike", "sure"], unless=_STRIKE_VOTE, once=True),
        Kind("strike", read["strike", "any"], beside=LABOR, unless=_STRIKE_VOTE, once=True),
        Kind("lawsuit", read["lawsuit", "any"], once=True),
        Kind("letter", read["letter", "any"], once=True),
        Kind("hearing", read["hearing", "any"], once=True),
        Kind("summit", read["summit", "any"]),
        Kind("report_release", read["report_release", "any"]),
        Kind("report_release", read["report_release", "early"], early=True),
        Kind("report_release", read["report_release", "lead"], leading=True),
        Kind("layoff", read["layoff", "any"], unless=_IN_GENERAL, once=True, foreseen=True),
        Kind("launch", read["launch", "any"], unless=_LONG_AGO),
        Kind("launch", read["launch", "early"], early=True),
        Kind("other", read["other", "early"], early=True),
        Kind("other", read["other", "any"]),
    )


@cache
def _triggers() -> dict[tuple[str, str], tuple[Quick, ...]]:
    """The patterns of `lexicon/event/triggers.csv` by kind and by where they count."""
    read: dict[tuple[str, str], list[Quick]] = defaultdict(list)
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            flags = re.NOFLAG if row["cased"] == "yes" else re.IGNORECASE
            read[row["kind"], row["where"]].append(quick(_filled(row["pattern"]), flags))
    return {key: tuple(patterns) for key, patterns in read.items()}


@cache
def _cues() -> tuple[tuple[Kind, ...], Several]:
    """The kinds, and all their triggers in one pattern each: most sentences hold no word of any."""
    every = kinds()
    return every, Several(quick("|".join(t.pattern.pattern for t in kind.triggers), re.I) for kind in every)


_TELLING = re.compile(r"\b(?:Introduc|Unveil|Sign|Pass|Announc|Host|Bipartisan Bill)")


def kind_of(code: str) -> Kind:
    """The first kind of a code, for events that a text sets out instead of telling them."""
    return next(kind for kind in kinds() if kind.code == code)


def triggers(text: str) -> Iterator[Trigger]:
    """The events that one sentence tells of, in the order of `kinds`; one per kind and stretch of words."""
    proposed: list[tuple[int, int]] = []  # where a bill or report is told of: no launch of something else
    every, cues = _cues()
    for kind in map(every.__getitem__, cues.likely(text)):
        if (kind.beside and not kind.beside.search(text)) or (kind.unless and kind.unless.search(text)):
            continue
        taken: list[tuple[int, int]] = []
        for pattern in kind.triggers:
            for match in pattern.finditer(text):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                if _is_unreal(text, kind, match):
                    continue
                if kind.code == "launch" and any(
                    match.start() < end and start < match.end() for start, end in proposed
                ):
                    continue
                if kind.code in ("bill_introduced", "report_release"):
                    proposed.append(match.span())
                taken.append(match.span())
                if len(taken) > _MOST:
                    break
                told = bool(_VERB.search(match.group())) or not _LED.search(
                    text[max(0, match.start() - 30) : match.start()]
                )
                yield Trigger(match.start(), match.end(), kind, _name(text, kind.code, match), told)


def _is_unreal(text: str, kind: Kind, match: re.Match[str]) -> bool:
    """Whether what is told is wished, denied, conditional, asked of others, or only an example."""
    within = match.end() - len(match.group().split()[-1]) if kind.code == "hearing" else match.start()
    if kind.code == "bill_introduced" and (proposing := _PROPOSING.search(match.group())):
        within = match.start() + proposing.start()
    before = text[max(0, match.start() - 80) : within]
    before = before[max((verb.start() for verb in _NEXT_VERB.finditer(before)), default=0) :]
    if (_DENIED if kind.foreseen else _SUPPOSED).search(before[-70:]):
        return True
    if match.start() < 15 and (_IMPERATIVE.match(text) or (match.start() < 3 and _GERUND.match(text))):
        return True
    if kind.code in ("layoff", "strike") and (_SUCH_AS.search(before) or (kind.foreseen and _WHO.search(before))):
        return True
    if _ASKED.match(text):
        return True
    if kind.foreseen:
        return _NONE.search(before) is not None
    if kind.code == "agreement_reached" and (_HOLDERS.search(before) or _AGAINST.search(before)):
        return True
    if kind.code == "report_release" and (
        (_MEANWHILE.search(text[: match.start()]) and not _SET.search(text)) or _FUNDED.search(before)
    ):
        return True
    if kind.code == "report_release" and _CITED.search(before) and _PAST.search(text, match.start(), match.end() + 12):
        return True
    unsettled = _PLANNED.search(before) and not _SET.search(text)
    return bool(unsettled or _CONDITIONAL.match(text) or _TOLD_TO.search(before))


def _name(text: str, code: str, match: re.Match[str]) -> str | None:
    if code not in ("bill_introduced", "law_signed", "summit"):
        return None
    passive = _PASSIVE.search(text[max(0, match.start() - 160) : match.start()])
    if passive:
        before = list(_NAME.finditer(text, max(0, match.start() - 160), match.start()))
        if before and not _TELLING.search(before[-1].group()):
            return " ".join(before[-1].group().split())
    named = _NAME.finditer(text, max(0, match.start() - 120), match.end() + 120)
    fit = (n for n in named if n.end() > match.start() and not _NO_NAME.match(n.group()))
    found = next((name for name in fit if not _TELLING.search(name.group())), None)
    return " ".join(found.group().split()) if found else None
