"""How legislatures number their bills and executives their orders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.dates import MONTHS
from extractors.text.quick import quick

NAME, NUMBER, ORDER = "name", "number", "order"

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|(?:No|St|Sr|Jr)\.|[\w&]+(?:[’'‘ʻ‑/.-][\w&]+)*[’']?|[^\w\s]")
CONNECTORS = frozenset(
    str.split(
        "of for and the in to on from by with against or an a at as its their our & into through under over not who "
        "it be "
        "is "
        "via without upon no more your my that this all"
    )
)
_EU = quick(
    r"\b(?:(?:Council|Commission|Delegated|Implementing)\s)?(?:Directive|Regulation"
    r"|Decision)\s(?:\(E[UC]\)\s)?(?:No\.?\s)?"
    r"(?P<code>\d{2,4}/\d{1,4})(?:/E[UC]C?)?(?!\d)"
)
_BILLS = quick(
    r"(?=[A-Z])(?<![\w.$/-])(?:"
    r"(?P<federal>S\.\s?(?:(?:J\.|Con\.)?\s?Res\.\s?)?\d{1,4}(?!-[A-Z]\b)|H\.\s?R\.\s?\d{1,5}|HR\s\d{1,5}"
    r"|H\.\s?(?:J\.\s?"
    r"|Con\.\s?)?Res\.\s?\d{1,4})"
    r"|(?P<state>(?:SB|AB|HB|HF|SF|LD|LB|HD|SD|SJR|HJR|ACR|SCR|AJR|SSB|SHB|ESHB|ESSB"
    r"|HCR)\s?-?\s?(?:\d\d[A-Z]?-\d{3,4}|\d{1,5})"
    r"|(?:S\.\s?B\.|A\.\s?B\.|H\.\s?B\.)\s?(?:No\.\s?)?(?:\d\d[A-Z]?-\d{3,4}|\d{1,5})"
    r"|(?:Senate|House|Assembly|SENATE|HOUSE|ASSEMBLY)\s(?:Bill|BILL|File|Joint Resolution)\s"
    r"(?:\((?:[SHA]\.?[BF]\.?)\)\s)?(?:No\.\s?)?(?:\d\d[A-Z]?-\d{3,4}|[ASH]?\d{1,5}(?:-?[A-Z](?!\w))?)"
    r"|(?:(?<=\()|(?<=/)|(?<=[Bb]ill\s))[AS]\d{4,5}(?:-?[A-Z])?"
    r"|[AS]\.?\s?\d{3,5}(?:-?[A-Z])?\s?/\s?[AS]\.?\s?\d{3,5}(?:-?[A-Z])?|A\.\s?\d{3,5}(?:-?[A-Z])?|S\.\s?\d{3,5}-[A-Z]"
    r"|H\.\s?\d{2,4}|[AS]\.0\d{4}(?:-?[A-Z])?|[AS]\d{4,5}(?:-?[A-Z])?(?=[,;.)\s]))"
    r"|(?P<local>(?:NYC\s|New York City(?:[’']s)?\s)?Local Law\s(?:No\.\s?)?\d{1,3}(?:\sof\s\d{4})?"
    r"|(?:NYC|New York City)\sLaw\s(?:No\.\s?)?\d{1,3}"
    r"|Int\.\s(?:No\.\s)?\d{2,4}(?:-[A-Z])?)"
    r"|(?P<ballot>(?:Proposition|Prop\.?|Ballot Measure|Initiative|Referendum|Question)\s\d{1,4}\b)"
    r"|(?P<canada>Bill\s[CSM]?-?\d{1,3}\b|(?<=[Qq]uebec[’']s\s)Law\s\d{1,3}|(?<=[Qq]uébec[’']s\s)Law\s\d{1,3})"
    r"|(?P<legislative>Legislative Document\s\d{1,5})"
    r")(?![\w%]|[.,]\d|-\d)"
)
_LEGISLATIVE = re.compile(r"\b(?:[Bb]ills?|Senate|Assembly|[Ll]egislat\w+|Act)\b")
_ORDER = quick(
    r"(?:(?P<numbered>\b(?:(?:Executive|EXECUTIVE|executive)\s(?:Order|ORDER|order)"
    r"|E\.?O\.?)\s(?:\(E\.?O\.?\)\s)?(?:No\.?\s)?(?:N-\d{1,3}-\d{2}|\d{4}-\d{1,3}|\d{1,3}-\d{2}|1\d{4})\b)"
    r"|\b(?:Executive|executive)\s(?:Order|order)s?\s(?=(?:on|for|to|regarding)\s(?:the\s)?[A-Z]))"
)
_ON = quick(
    rf"\b(?P<owner>EU|European|E\.U\.)?\s?(?P<name>(?:Directive|Regulation)\son\s(?!\d|(?:{MONTHS}"
    r"|\w+day)\b)(?:(?!(?:that|which|who|would|should|will|is|was"
    r"|were|are|has|have|had|must|so|because|to|by|with|could|can|may|as|when|after|before|if|calls?|called|within"
    r"|through"
    r"|but|while|strengthens|addresses|aims|requires|gives|protects|bans|sets|applies|makes|marks|brings|introduces"
    r"|needs"
    r"|enters|comes|came)\b|and\s(?:the|to|calls?)\b|in\sorder\b)[\w’'-]+(?:\s|\b)){1,12})"
)
_TITLED = re.compile(
    r"(?:,|:)?\s(?:(?:titled|entitled|called|on|named|known as"
    r"|dubbed)\s,?)?[“\"](?P<title>[A-Z][^”\"\n]{8,160})[,.]?[”\"]"
)
_ORDER_WORD = quick(r"\b(?:[Ee]xecutive\s[Oo]rder|[Pp]residential\s[Mm]emorandum)\b")


@dataclass(frozen=True)
class Written:
    """A law as written at one place: `name` without year and acronym, or `number`; `kind` is name, number or order.

    `family` tells whose numbering it is: federal, state, local, ballot, canada, eu, order, or None for names.
    `owner` is the word that owned it ("Colorado" of "Colorado's AI Act"), `short` the acronym given with the name,
    `led` the name led by the acronym that stands in it ("LIFT AI Act" of "Learning in Full Time (LIFT) AI Act").
    """

    start: int
    end: int
    kind: str
    name: str | None = None
    number: str | None = None
    family: str | None = None
    year: int | None = None
    year_text: str = ""
    short: str | None = None
    led: str | None = None
    owner: str | None = None


def numbers_in(text: str) -> Iterator[Written]:
    """The numbers of bills, directives, local laws and ballot measures."""
    for match in _EU.finditer(text):
        year = re.search(r"(?:19|20)\d\d", match["code"])
        yield Written(
            match.start(), match.end(), NUMBER, number=match.group(), family="eu", year=int(year[0]) if year else None
        )
    for match in _BILLS.finditer(text):
        family = match.lastgroup
        if re.match(r"[AS]\d", match.group()) and not _LEGISLATIVE.search(text):
            continue  # "A3000" is a road or a product
        if (
            family == "canada"
            and re.fullmatch(r"Bill\s\d{1,2}", match.group())
            and re.match(r"\s(?:million|billion)", text[match.end() : match.end() + 9])
        ):
            continue
        yield Written(match.start(), match.end(), NUMBER, number=match.group(), family=family)


def orders_in(text: str) -> Iterator[Written]:
    """Orders of an executive, by number, by title in quotation marks, or by what they are "on"."""
    last = 0
    for match in _ORDER.finditer(text):
        if match.start() < last:
            continue
        if match["numbered"]:
            titled = _TITLED.match(text, match.end())
            last = titled.end() if titled else match.end()
            yield Written(
                match.start(), last, ORDER, titled["title"].rstrip(",.") if titled else None, match["numbered"], "order"
            )
        else:
            last = forward(text, match.end())
            name = re.sub(r"^executive order", "Executive Order", text[match.start() : last])
            yield Written(match.start(), last, ORDER, name, family="order")
    for match in _ORDER_WORD.finditer(text):
        titled = _TITLED.match(text, match.end())
        if titled and match.start() >= last:
            last = titled.end()
            yield Written(match.start(), last, ORDER, titled["title"].rstrip(",."), family="order")


def directives_in(text: str) -> Iterator[Written]:
    """Directives and regulations of the Union that go by what they are on: "a Directive on AI at work"."""
    for match in _ON.finditer(text):
        name = re.sub(r"(?:\s(?:and|or|of|in|on|at|for|the|a))+$", "", match["name"].strip())
        if len(name.split()) > 2:
            start = match.start("name")
            yield Written(start, start + len(name), NAME, name, owner=match["owner"] and "EU")


def forward(text: str, start: int) -> int:
    """The end of a title that runs on over capitalised words, connecting words and commas of a list."""
    end = start
    waiting_comma = False
    for match in TOKEN.finditer(text, start, start + 240):
        word = match.group()
        if word == ",":
            waiting_comma = True
        elif word[0].isupper() or word[0].isdigit():
            rest = text[match.end() : match.end() + 60]
            if (
                waiting_comma
                and not re.match(r"(?:,|\s(?:and|&)\b|\s[A-Z][\w-]*(?:,|\s(?:and|&)\b))", rest)
                and "and" not in text[end : match.start()]
            ):
                break
            waiting_comma, end = False, match.end()
        elif word not in CONNECTORS:
            break
    return end
