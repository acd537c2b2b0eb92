"""What a number in a sentence counts: the noun after it, its unit, and whether it is a figure worth keeping at all.

Ages, group limits, spans that only date, numbers of laws, sections and addresses, times of day, and counts of a
text's own items ("three principles") are no statistics.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.dates import dates
from extractors.numbers import FRACTION, MONEY, MULTIPLE, NUMBER, PERCENT, RATIO, YEAR, Number, numbers

_TIME_UNITS = {"hour": ("hours", 1), "day": ("days", 1), "week": ("weeks", 1), "month": ("months", 1)}
_TIME_UNITS |= {"year": ("years", 1), "decade": ("years", 10), "century": ("years", 100), "centurie": ("years", 100)}
_TIME = re.compile(r"[\s-]+(?:(?:full|working|business|calendar|consecutive|straight|additional|more)\s+)?"
                   r"(?P<unit>hour|day|week|month|year|decade|centur(?:y|ie))s?\b(?P<rest>[’']?)", re.IGNORECASE)  # fmt: skip
_PEOPLE = re.compile(
    r"(?:workers?|employees?|members?|people|persons?|staff(?:ers)?|men|women|children|kids|families|teachers?|nurses?|drivers?|actors?"
    r"|writers?|performers?|journalists?|reporters?|executives?|leaders?|officials?|respondents?|adults?|americans?|britons?|europeans?"
    r"|canadians?|australians?|voters?|students?|engineers?|developers?|artists?|creators?|residents?|patients?|consumers?|customers?"
    r"|users?|veterans?|immigrants?|professionals?|experts?|researchers?|academics?|scientists?|lawmakers?|senators?|representatives?"
    r"|mps|meps|managers?|supervisors?|signatories|participants?|citizens?|seniors?|parents?|police|personnel|apprentices?|trainees?"
    r"|educators?|musicians?|dockworkers?|longshoremen|couriers?|contractors?|freelancers?|jobseekers?|individuals?|youth|girls|boys"
    r"|households?|constituents?|attendees?|strikers?|picketers?|unionists?|delegates?|agents?|technicians?|analysts?|doctors?|physicians?"
    r"|farmers?|ratepayers?|taxpayers?|firefighters?|officers?|soldiers?|troops|inmates|detainees|victims?|survivors?|graduates?|faculty"
    r"|directors?|heads|decision-makers|makers|campaigners?|activists?|organizers?|volunteers?|clients?|babies|infants|hispanics?)\Z",
    re.IGNORECASE,
)
_OWN_ITEMS = re.compile(
    r"(?:things?|ways?|reasons?|steps?|principles?|points?|questions?|examples?|types?|kinds?|categories|sections?|parts?|goals?|pillars?"
    r"|areas?|priorities|topics?|issues?|tips?|lessons?|recommendations?|factors?|aspects?|roles?|options?|sides?|occasions?|themes?|chapters?"
    r"|titles?|pages?|paragraphs?|bullets?|elements?|features?|criteria|objectives?|conditions?|messages?|ideas?|takeaways?|findings?|trends?"
    r"|dimensions?|levels?|stages?|phases?|modules?|objections?|rules?|terms?|scenarios?|approaches|methods?|strategies|tactics|sets?|forms?"
    r"|halves|times|words?|minutes?|seconds?|years?|months?|weeks?|days?|hours?|fronts?|directions?|purposes?|costs?|colleagues|others?|ones"
    r"|bills?|amendments?|provisions?|demands?|concerns?|challenges?|problems?|requirements?|measures?|policies|acts?|laws?|nations? under"
    r"|versions?|copies|generations?|decades?|eyes|hands|words|pieces?|feet|miles?|percent|pounds?|inches|letters?|stars?|ways|cents?)\Z",
    re.IGNORECASE,
)
_STOP = frozenset(
    [
        "of",
        "in",
        "at",
        "by",
        "for",
        "from",
        "to",
        "with",
        "on",
        "who",
        "that",
        "which",
        "whose",
        "and",
        "or",
        "but",
        "as",
        "than",
        "per",
        "if",
        "when",
        "while",
        "where",
        "are",
        "were",
        "is",
        "was",
        "be",
        "been",
        "being",
        "have",
        "has",
        "had",
        "will",
        "would",
        "could",
        "should",
        "can",
        "may",
        "might",
        "do",
        "does",
        "did",
        "said",
        "says",
        "say",
        "not",
        "under",
        "over",
        "into",
        "through",
        "during",
        "after",
        "before",
        "since",
        "until",
        "between",
        "among",
        "across",
        "a",
        "an",
        "the",
        "their",
        "its",
        "our",
        "his",
        "her",
        "your",
        "my",
        "this",
        "these",
        "those",
        "it",
        "they",
        "he",
        "she",
        "we",
        "you",
        "there",
        "so",
        "because",
        "about",
        "around",
        "against",
        "without",
        "within",
        "upon",
        "via",
    ]
)
_NOT_PLURAL = re.compile(
    r"(?:.*(?:ss|us|is|[’']s)|this|has|was|does|news|less|across|perhaps|always|besides|jr|vs|us|series)\Z",
    re.IGNORECASE,
)
_IRREGULAR = frozenset(
    [
        "people",
        "staff",
        "men",
        "women",
        "children",
        "police",
        "personnel",
        "youth",
        "troops",
        "faculty",
        "data",
        "media",
        "workforce",
    ]
)
_WORD = re.compile(r"\s*(?:,\s)?([A-Za-z][\w’'&/-]*)")
_REFERRING = re.compile(
    r"\b(?:these|those|the|all|both|other|another|first|last|next|past|previous|final|same|either|following|remaining|any|each|every)\s+\Z",
    re.I,
)
_DATING = re.compile(
    r"\b(?:(?:in|over|during|for|within|throughout|across|of|than)\s+)?(?:the|these|those|this|his|her|their|its|our)?\s*"
    r"(?:last|past|next|previous|coming|recent|first|following|final|preceding|prior|upcoming|second|third|another|nearly)\s+(?:few\s+)?(?:an?\s+)?\Z",
    re.I,
)
_LABEL = re.compile(
    r"(?:\b(?:no|nos|section|sec|art|article|page|pp|title|chapter|ch|rule|part|level|phase|item|order|version|vol|volume|issue|room|suite"
    r"|floor|local|district|ward|channel|route|highway|interstate|flight|grade|step|tier|type|class|form|figure|fig|table|appendix|annex|division"
    r"|unit|proposition|prop|measure|res|resolution|bill|law|act|regulation|directive|h\.?r|s|hb|sb|ab|hr|a|docket|case|number|week|day|year"
    r"|quarter|season|episode|round|top|chatgpt|gpt|windows|iphone|covid|boeing|formula|station|house|senate|assembly|code|usc|cfr|u\.s\.c|c\.f\.r"
    r"|zip|box|tel|phone|fax|call|fy|since|circa|p\.l|public law|pub\. l|schedule|exhibit|lot|engine|gate|pier|group of|grades|ages)\.?\s*#?|#|§+\s*)\Z",
    re.I,
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|over the age of|under the age of|the age of|turned|turning)\s+(?:\d+\s?[-–]\s?|between\s+)?\Z",
    re.I,
)
_AGE_AFTER = re.compile(
    r"(?:\s*(?:to|and|[-–])\s*\d+)?[\s-]+(?:year|month)s?[\s-]+(?:olds?|of age)\b|\s*(?:,\s)?(?:and|or) (?:older|younger|over|under)\b(?!\s+\d)",
    re.I,
)
_CLOCK = re.compile(
    r"(?::\d\d)?\s?(?:[ap]\.?m\b|o[’']clock|noon\b|(?:ET|EST|EDT|PT|CT|GMT|BST|CET)\b)|\s?[–-]\s?\d+\s?[ap]\.?m", re.I
)
_ADDRESS = re.compile(
    r"\s+(?:[NSEW]\.?[WE]?\.?\s+)?(?:[A-Z][\w.]*\s+){1,3}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Lane|Way|Floor|Building|Suite)\b"
)
_ZIP = re.compile(r"\b(?:[A-Z]{2}|[A-Z]\.[A-Z]\.)\s+\Z")
_LIMIT = re.compile(r"\b(?:earn(?:ing|s)?|mak(?:ing|es?)|incomes?|salar(?:y|ies)|worth|revenues?|valued|employ(?:ing|s)?|with|having|turnover)\b[^,.;()]{0,20}"
                    r"\b(?:under|over|above|below|(?:less|more|fewer) than|up to|between|at least)\s+\Z", re.I)  # fmt: skip
_AGO = re.compile(
    r"\s+(?:and a half\s+)?(?:ago|earlier|later|or so|from now|after|before|prior|old|out of date)\b", re.I
)
_MAJORITY = re.compile(
    r"[\s-]+(?:majorit|vote|quorum|of the (?:senate|house|chamber|bargaining unit|membership)\b)", re.I
)
_NOTICE = re.compile(
    r"[’']?\s*(?:(?:advance|prior|written)\s+)*(?:notice|notification|before|prior to|in advance)\b", re.I
)
_COMPARED = re.compile(
    r"\s+(?:as|more|higher|lower|faster|greater|the|that|what|less|larger|bigger|its|their|likelier|over|increase|growth|rate)\b",
    re.I,
)
_MORE = re.compile(r"\s+(?:more|others|additional)\b(?!\s+(?:than|[a-z]+s\b))")


@dataclass(frozen=True)
class Figure:
    """A number that means something: offsets in the sentence, value, unit code, and the noun it counts where it has one.

    `noun_end` is the offset where the counted noun ends.
    """

    start: int
    end: int
    value: float
    unit: str
    kind: str
    noun: str | None
    noun_end: int


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of one sentence, in order."""
    found: list[Figure] = []
    every = numbers(text)
    days = [(d.start, d.end) for d in dates(text)]
    for index, number in enumerate(every):
        if number.kind == YEAR or any(start < number.end and number.start < end for start, end in days):
            continue
        following = every[index + 1] if index + 1 < len(every) else None
        figure = _figure(text, number, following, found)
        if figure:
            found.append(figure)
    return tuple(found)


def _figure(text: str, number: Number, following: Number | None, before: list[Figure]) -> Figure | None:
    start, end = number.start, number.end
    lead = text[max(0, start - 60) : start]
    if _AGE_BEFORE.search(lead) or _AGE_AFTER.match(text, end) or _CLOCK.match(text, end):
        return None
    if number.kind in (PERCENT, FRACTION, RATIO):
        return _share(text, number, following)
    if number.kind == MONEY:
        if not number.currency or _LIMIT.search(lead):
            return None
        return Figure(start, end, number.value, number.currency, number.kind, None, end)
    if number.kind == MULTIPLE:
        if not re.search(r"\d|fold", text[start:end]) and not _COMPARED.match(text, end):
            return None
        if text[start:end].endswith("times") and not _COMPARED.match(text, end):
            return None
        return Figure(start, end, number.value, "multiple", number.kind, None, end)
    return _count(text, number, lead, before)


def _share(text: str, number: Number, following: Number | None) -> Figure | None:
    if number.kind == FRACTION:
        stated = (
            following
            and following.kind == PERCENT
            and "(" in text[number.end : following.start]
            and following.start - number.end < 8
        )
        if stated or _MAJORITY.match(text, number.end):
            return None
        if text[number.start : number.end].casefold() == "half" and re.search(
            r"\b(?:a|and a|the other|other)\s+\Z", text[: number.start][-14:]
        ):
            return None
    return Figure(number.start, number.end, number.value, "percent", number.kind, None, number.end)


def _count(text: str, number: Number, lead: str, before: list[Figure]) -> Figure | None:
    start, end = number.start, number.end
    spelled = not any(c.isdigit() for c in text[start:end])
    time = _TIME.match(text, end)
    if time and number.kind == NUMBER:
        return _span_of_time(text, number, time, lead)
    if (
        _LABEL.search(lead)
        or _LIMIT.search(lead)
        or _ADDRESS.match(text, end)
        or (_ZIP.search(lead) and number.value > 9999)
    ):
        return None
    if number.value <= 0 or (spelled and number.value <= 10 and _REFERRING.search(lead)):
        return None
    noun = _noun(text, end, singular=number.value == 1)
    if noun is None:
        if before and before[-1].noun and _MORE.match(text, end):
            last = before[-1]
            return Figure(start, end, number.value, last.unit, NUMBER, last.noun, end)
        return None
    word, noun_end = noun
    people = bool(_PEOPLE.match(word))
    if _OWN_ITEMS.match(word):
        return None
    if number.value == 1 and not (
        before and people and text[start:end].casefold() == "one" and re.search(r"(?:,|\band)\s+\Z", lead)
    ):
        return None
    if (
        not spelled
        and number.value < 100
        and "," not in text[start:end]
        and re.search(r"\b[A-Z][\w’'-]*\s+\Z", lead)
        and not re.search(r"[.:;,–—-]\s*\Z|^\w+\s+\Z", text[:start])
        and text[end : end + 1] not in "+"
    ):
        return None
    if spelled and number.value <= 2 and not people:
        return None
    return Figure(start, end, number.value, "people" if people else "count", NUMBER, word, noun_end)


def _span_of_time(text: str, number: Number, time: re.Match[str], lead: str) -> Figure | None:
    unit, factor = _TIME_UNITS[time["unit"].casefold().replace("century", "century")]
    end = time.end("unit")
    rest = text[time.end() :]
    rest = rest.removeprefix("s") if text[end : end + 1] != "s" else rest
    if _AGO.match(rest) or _DATING.search(lead) or _NOTICE.match(rest) or re.match(r"[\s-]old\b", rest):
        return None
    if number.value == 1 or re.search(r"\b(?:every|each|per|once in|since|by|age of)\s+\Z", lead, re.I):
        return None
    return Figure(number.start, time.end(), number.value * factor, unit, NUMBER, time["unit"], time.end())


def _noun(text: str, at: int, singular: bool) -> tuple[str, int] | None:
    """The counted noun after a number: the first plural within six words, no verb or preposition between."""
    for _ in range(6):
        match = _WORD.match(text, at)
        if match is None or match[1].casefold() in _STOP:
            return None
        word, at = match[1], match.end()
        plain = word.removesuffix("’").removesuffix("'")
        last = plain.rsplit("-", 1)[-1].casefold()
        if singular and _PEOPLE.match(last):
            return last, at
        if last in _IRREGULAR or (last.endswith("s") and len(last) > 3 and not _NOT_PLURAL.match(last)):
            following = _WORD.match(text, at)
            if following and following[1].casefold() in _IRREGULAR and text[at : at + 1] == " ":
                return following[1], following.end()
            return plain, at
    return None
