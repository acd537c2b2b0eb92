"""What a number in a sentence counts: the noun after it, its unit, and whether it is a figure worth keeping at all.

Ages, group limits, spans that only date, numbers of laws, sections and addresses, times of day, and counts of a
text's parts ("four rules") are no statistics.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.figures.counted import OWN_ITEMS, PEOPLE_WORD
from extractors.text.dates import dates
from extractors.text.numbers import FRACTION, MONEY, MULTIPLE, NUMBER, PERCENT, RATIO, YEAR, Number, numbers
from extractors.text.patterns import any_of
from extractors.text.quick import quick
from extractors.text.tokens import word_set

_ORDINALS = {
    word: n
    for n, word in enumerate(
        ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"], 2
    )
}
_SPANS = {"hour": ("hours", 1), "day": ("days", 1), "week": ("weeks", 1), "month": ("months", 1), "year": ("years", 1)}
_SPANS |= {"decade": ("years", 10), "century": ("years", 100), "centurie": ("years", 100)}
TIME_UNITS = frozenset(unit for unit, _ in _SPANS.values())
_TIME = re.compile(
    r"[\s-]+(?:(?:full|working|business|calendar|consecutive|straight|additional|more)\s+)?"
    r"(?P<unit>hour|day|week|month|year|decade|centur(?:y|ie))s?\b",
    re.IGNORECASE,
)
_STOP = word_set(
    "of in at by for from to with on who that which whose and or but as than per if when while where are"
    " were is was be been being have has had will would could should can may might do does did said says"
    " say not under over into through during after before since until between among across a an the their"
    " its our his her your my this these those it they he she we you there so because about around against"
    " without within upon via"
)
_NOT_PLURAL = re.compile(
    r"(?:.*(?:ss|us|is|[’']s)|has|was|does|news|across|perhaps|always|besides|jr|vs|series|towards?)\Z", re.IGNORECASE
)
_IRREGULAR = word_set("people staff men women children police personnel youth troops faculty media workforce")
_WORD = re.compile(r"\s*(?:,\s)?((?:[A-Z]\.){2,}|[A-Za-z][\w’'&/-]*)")
_REFERRING = re.compile(
    rf"\b(?:{any_of('these those the all both other another first last next past previous final same either')}"
    rf"|{any_of('following remaining any each every my')})\s+\Z",
    re.IGNORECASE,
)
_DATING = re.compile(
    r"\b(?:(?<!would )(?<!will )(?<!could )(?<!to )last|past|next|previous|coming|recent|first|following|final"
    r"|preceding|prior|upcoming|second|third)\s+"
    r"(?:few\s+)?(?:an?\s+)?(?:[\w-]+\s+(?:to|or)\s+)?\Z",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?<![’'])\b(?:"
    + any_of(
        "nos? sections? secs? art articles? pages? pp titles? chapters? ch rules? parts? levels? phases?",
        "items? orders?",
        "versions? vol volumes? issues? rooms? suites? floors? locals? districts? wards? channels? routes?",
        "highways? grades?",
        "interstate flights? steps? tiers? types? class forms? figures? figs? tables? appendix annex",
        "divisions? propositions?",
        "props? res resolutions? directives? h\\.?r s hb sb ab docket cases? numbers? weeks? day quarters?",
        "seasons? ages fortune forbes s&p ftse russell nasdaq",
        "episodes? rounds? top chatgpt gpt windows iphone covid boeing formula stations? usc cfr u\\.s\\.c",
        "c\\.f\\.r boxes box",
        "zip tel phone fax call fy since circa p\\.l public_law pub\\._l schedules? exhibits? lots? engines?",
        "gates? piers?",
    )
    + r")\.?\s*#?|#|§+\s*)\Z",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|over the age of|under the age of|the age of|turned|turning)\s+"
    r"(?:between\s+)?(?:\d+\s?(?:[-–]|to|and)\s?)?\Z",
    re.I,
)
_AGE_AFTER = re.compile(
    r"(?:\s*(?:to|and|[-–])\s*\d+)?[\s-]+(?:year|month)s?[\s-]+(?:olds?|of age)\b"
    r"|\s*(?:,\s)?(?:and|or) (?:older|younger|over|under)\b(?!\s+\d)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?::\d\d)?\s?(?:[ap]\.?m\b|o[’']clock|noon\b|(?:ET|EST|EDT|PT|CT|GMT|BST|CET)\b)|\s?[–-]\s?\d+\s?[ap]\.?m", re.I
)
_ADDRESS = re.compile(
    r"\s+(?:[NSEW]\.?[WE]?\.?\s+)?(?:[A-Z][\w.]*\s+){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Way|Floor|Building|Suite)\b"
)
_ZIP = re.compile(r"\b(?:[A-Z]{2}|[A-Z]\.[A-Z]\.)\s+\Z")
_LIMIT = re.compile(
    r"\b(?:earn(?:ing|s)?|mak(?:ing|es?)|incomes?|salar(?:y|ies)|valued|employ(?:ing|s)?|having|turnover|with)\b"
    r"[^,.;()]{0,20}\b(?:under|over|above|below|(?:less|more|fewer) than|up to|between|at least)\s+\Z",
    re.IGNORECASE,
)
_AGO = re.compile(r"\s+(?:and a half\s+)?(?:ago|earlier|later|or so|from now|prior|old|out of date)\b", re.IGNORECASE)
_MAJORITY = re.compile(
    r"[\s-]+(?:majorit|vote|quorum|of the (?:senate|house|chamber|bargaining unit)\b)", re.IGNORECASE
)
_NOTICE = re.compile(
    r"[’']?\s*(?:(?:advance|prior|written)\s+)*(?:notice|notification|before|prior to|in advance|ahead)\b", re.I
)
_COMPARED = re.compile(
    rf"\s+(?:{any_of('as more higher lower faster greater the that what less larger bigger its their likelier over')}"
    rf"|{any_of('increase growth rate')})\b",
    re.IGNORECASE,
)
_GREW = re.compile(
    r"\b(?:multipl\w+|gr[eo]wn?|grows?|r[io]ses?n?|increas\w+|expand\w+|swell\w*|swollen|jump\w*|surg\w+|climb\w*|soar\w*)"
    r"(?: by)?(?: (?:nearly|almost|about|around|over|more than|some|roughly))?\s+\Z",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s+(?:more|others|additional)\b(?!\s+(?:than|[a-z]+s\b))")
_HALF_OTHERWISE = re.compile(r"\b(?:in|a|and a|by|the other|other|or)\s+\Z", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"\b[A-Z][\w’'-]*\s+\Z")
_SENTENCE_HEAD = re.compile(r"(?:^|[.:;,–—-]\s*|^\w+\s+)\Z")
_YEAR = re.compile(r"(?:19|20)\d\d|40[13]k", re.IGNORECASE)
_NUMBER_WORDS = any_of(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds? thousands? million billion",
    "trillion dozen lakh crore half halves thirds? quarters? fourths? fifths? sixths? sevenths? eighths? ninths?",
    "tenths? twice double triple quadruple",
)
_DIGIT = re.compile(r"\d")
_NUMBERED = quick(rf"\b(?:{_NUMBER_WORDS})\b|fold\b|\bone[\s-](?:day|hour|week|month)\b", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\s+[A-Z]")
_OF_WHOLE = re.compile(
    r"\s+(?:out\s+)?of\s+(?:the|our|its|their|those|these|all)\s+(?:[\w-]+[’']s?\s+)?(?=\d[\d,]*\s)(?:[\d,]+)"
)
_OF_ITS = re.compile(r"\s+of\s+(?:its|their|our|his|her|the \w+[’']s?)(?=\s)")
_REACHES = re.compile(
    r",\s(?:an?|the) (?:number|figure|total|tally|toll)(?: (?:that|which|it))?(?: (?:says?|said|expects?|\w+s))?"
    r" (?:could|may|might|would|will|is (?:expected|set|due) to|has)(?: (?:since|soon|eventually|yet|later))?"
    r" (?:reach|hit|rise to|top|exceed|climb to|grow to|risen to|grown to|swell to)"
    r" (?:(?:as (?:many|much|high) as|about|around|nearly|almost|some|over|more than) )?\Z"
)
_AND_NEXT = re.compile(r"\s(?:and|or)\s")
_OF_THEM = re.compile(r"Of (?:the|our|these|those|all) [^,;.]{0,80},\s(?:only |just |about |some |nearly )?")
_IS_OVER = re.compile(
    r"\s*(?:[.,;:)–—]|\Z)|\s+(?:and|or|but|are|is|were|was|in|across|by|from|to|at|on|during|after|this|last|as"
    r"|since|down|up"
    r"|compared|so|since|year|while|over|under|among)\b(?!\s+[\d.]+\s+(?:million|billion|trillion|thousand)\b)"
)
_OWNER = re.compile(r"[\w.][’']s?\s+(?:own\s+|about\s+|nearly\s+|roughly\s+|some\s+)?\Z")
_NOUN_BEFORE = re.compile(
    r"\b(?P<noun>[A-Za-z]{2,}s|people|staff|[Hh]eadcount|[Mm]embership|[Ww]orkforce|[Ee]mployment|[Ee]nroll?ment"
    r"|[Pp]ayrolls?)\s+"
    r"(?:(?:has|have|had)\s+)?(?:at|to|of|hit|reached|topped|numbered|totall?ed|stood at|stands at|exceeded|surpassed"
    r"|(?:rose|fell|grew|dropped|climbed|jumped|surged|declined|increased|decreased|shrank|swelled|plunged|risen"
    r"|fallen|grown)"
    r"\s+(?:by|from|to))\s+"
    r"(?:(?:an?|estimated|about|roughly|nearly|almost|more than|over|around|some|just|only|approximately)\s+){0,2}\Z"
)
_SINCE_WHEN = re.compile(
    r"\b(?:lowest|highest|biggest|largest|worst|best|first|longest|fastest|slowest|smallest|steepest|only|most"
    r"|fewest|peak|low"
    r"|high)\b[^.;]{0,40}\b(?:in|for)\s+(?:(?:about|nearly|almost|over|more than|at least|the)\s+)*\Z",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    r"(?:\s+(?:in|during|at|as of)\s+[\w ,’']{2,30}?)?(?:,?\s+to|\s?[–—-])\s*(?:(?:about|nearly|more than|over"
    r"|around|roughly|just)\s+)?"
)
_EARLIER = re.compile(
    r"\b(?:up|down) from\s+(?:(?:about|nearly|just|only|roughly)\s+)?\Z|\bcompared (?:to|with)\s+(?:just\s+)?\Z"
    r"|\A\s+(?:down |up )?from\s+(?:(?:about|nearly|over|some)\s+)?\Z"
)
_HALVED = quick(
    r"\b(?:(?:has|have|had|been|was|were|nearly|almost|roughly)\s+halved|(?:cut|reduced|slashed|fell"
    r"|fallen) (?:roughly )?(?:in|by) half)\b"
)
_NTH = re.compile(
    rf"\b(?:enter(?:s|ed|ing)|into|in|on|reached|reaches|began|begins)\s+(?:its|their|the|a)\s+(?:"
    rf"(?P<word>{'|'.join(_ORDINALS)})"
    r"|(?P<digits>\d{1,3})(?:st|nd|rd|th))\s+(?:straight\s+|consecutive\s+)?(?P<unit>day|week|month|year)\b"
)
_STRIKING = quick(
    r"\b(?:strik\w+|walkouts?|stoppages?|lockouts?|pickets?|picketing|occupation|sit-in|protests?)\b", re.I
)
_WITHIN = re.compile(r"\b(?:within|no later than|not later than)\s+\Z", re.IGNORECASE)
_FROM_THEN = re.compile(r"\s+(?:of|after|from|following|before)\b")
_STOPPAGE = re.compile(
    r"[\s-]+(?:long\s+)?(?:strike|walkout|stoppage|work stoppage|lockout|protest|picket|sit-in|boycott)s?\b"
)
_RANGE = re.compile(r"\s?[-–—‑]\s?|\s+to\s+(?:as (?:many|much) as\s+)?")
_MEASURE = re.compile(
    r"[\s-]+(?:square[ -])?(?:pounds?|tons?|tonnes?|feet|foot|miles?|kilomet\w+|met(?:er|re)s?|(?:mega|kilo"
    r"|giga)watts?|acres?"
    r"|degrees?)\b"
)
_WEIGHS = re.compile(r"\bweigh(?:s|ing|ed)?\b[^.;]{0,30}\Z", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[^.;,()%\d]{0,80}\((?:about |around |nearly |roughly |some |or )?")
_COURSE = re.compile(
    r"[\s-]+(?:long\s+)?(?:degrees?|colleges?|universit(?:y|ies)|institutions?|programs?|apprenticeships?"
    r"|workdays?|days?"
    r"|work ?weeks?|weeks?|shifts?|highs?|lows?|peaks?|records?|anniversar(?:y|ies)|veterans?)\b"
)
_WHICHEVER = quick(r"\bwhichever\b", re.IGNORECASE)
_OR_MORE = re.compile(r"\s+or\s+(?:more|fewer|less)\b", re.IGNORECASE)
_GROUP_OF = re.compile(r"\b(?:affecting|with|employing|of|to|involving|by|having)\s+\Z", re.IGNORECASE)
_VERB_NEXT = re.compile(r"\s+(?:have|has|had|are|were|said|say|will|would|believe|think|did|do)\b", re.IGNORECASE)
_SOME = 10  # below it "five of its members" may be a text's own items
_VOTED = re.compile(r"\s+(?:against|in favou?r|opposed|opposing|abstain(?:ed|ing))\b")
_MANY = 100_000  # from which a number without a noun may be of people: "4.7 million hold a second job"
_SCALED = re.compile(r"illion\Z")
_PEOPLE_DO = re.compile(
    r"\s+(?:work(?:s|ed|ing)?|liv(?:e|ed|ing)|hold(?:ing)?|held|lost|lack(?:ed|ing)?|earn(?:ed|ing)?|rely|are|were)\s+"
    r"(?:an?|in|for|on|at|as|their|two|self-employed|employed|unemployed|jobless|without|covered|enrolled|members)\b"
)
_NEAR = 14  # words within which "around 40 have" counts what was counted before
_RATES = re.compile(r"\b(?:every|each|per|once in|since|by|age of)\s+\Z", re.IGNORECASE)
_LISTED = re.compile(r"(?:,|\band)\s+\Z")


@dataclass(frozen=True)
class Figure:
    """A number that means something: offsets in the sentence, value, unit code, and the noun it counts if it has one.

    `kind` is that of the number; `noun_end` is the offset where the counted noun ends.
    """

    start: int
    end: int
    value: float
    unit: str
    kind: str
    noun: str | None
    noun_end: int


def figures(text: str, headline: bool = False) -> tuple[Figure, ...]:
    """The figures of one sentence, in order. In a `headline` every word may be capitalized."""
    found = _told_in_words(text)
    every = numbers(text) if _DIGIT.search(text) or _NUMBERED.search(text) else ()
    if not every:
        return tuple(found)
    days = [(day.start, day.end) for day in dates(text)]
    for index, number in enumerate(every):
        if number.kind == YEAR or any(start < number.end and number.start < end for start, end in days):
            continue
        following = every[index + 1] if index + 1 < len(every) else None
        figure = _figure(text, number, following, found, headline) or _of_range(
            text, number, following, found, headline
        )
        if figure and not any(f.start <= figure.start < f.end for f in found):
            found.append(figure)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _told_in_words(text: str) -> list[Figure]:
    """Figures without a number word: "have been cut in half" (50 per cent), a strike's "third week" (3 weeks)."""
    found = [Figure(m.start(), m.end(), 50.0, "percent", FRACTION, None, m.end()) for m in _HALVED.finditer(text)]
    if _STRIKING.search(text):
        for match in _NTH.finditer(text):
            count = _ORDINALS[match["word"]] if match["word"] else int(match["digits"])
            start, unit = match.start("word") if match["word"] else match.start("digits"), _SPANS[match["unit"]][0]
            found.append(Figure(start, match.end(), float(count), unit, NUMBER, match["unit"], match.end()))
    return found


def _of_range(
    text: str, number: Number, following: Number | None, found: list[Figure], headline: bool
) -> Figure | None:
    """The first figure of a range whose noun follows the second: "900,000 to 1.5 million jobs"."""
    if following is None or number.kind != NUMBER or following.kind != NUMBER or number.value >= following.value:
        return None
    joint = text[number.end : following.start]
    between = joint == " and " and text[: number.start].endswith("between ")
    if not between and not _RANGE.fullmatch(joint):
        return None
    second = _figure(text, following, None, found, headline)
    if second is None or second.unit not in ("count", "people", *TIME_UNITS):
        return None
    return _made(number, second.unit, second.noun)


def _made(number: Number, unit: str, noun: str | None = None, noun_end: int = 0, factor: int = 1) -> Figure:
    value = float(f"{number.value * factor:.12g}")
    return Figure(number.start, number.end, value, unit, number.kind, noun, noun_end or number.end)


def _figure(text: str, number: Number, following: Number | None, before: list[Figure], headline: bool) -> Figure | None:
    end, written = number.end, text[number.start : number.end].casefold()
    lead = text[max(0, number.start - 60) : number.start]
    if _AGE_BEFORE.search(lead) or _AGE_AFTER.match(text, end) or _CLOCK.match(text, end):
        return None
    if _WHICHEVER.search(text):
        return None
    if number.kind in (PERCENT, FRACTION, RATIO):
        return _share(text, number, following)
    if number.kind == MONEY:
        idle = not number.currency or _LIMIT.search(lead) or number.value < 2 or _WEIGHS.search(lead)
        return None if idle else _made(number, str(number.currency))
    if number.kind == MULTIPLE:
        told = re.search(r"\d(?!.*times)|fold", written) or _COMPARED.match(text, end) or _GREW.search(lead)
        return _made(number, "multiple") if told else None
    time = _TIME.match(text, end)
    if time:
        return _span_of_time(text, number, time, lead)
    return _count(text, number, lead, before, headline)


def _share(text: str, number: Number, following: Number | None) -> Figure | None:
    stated = number.kind in (FRACTION, RATIO) and following is not None and following.kind == PERCENT
    if stated and following and _IN_BRACKETS.fullmatch(text, number.end, following.start):
        return None
    if number.kind == FRACTION:
        if _MAJORITY.match(text, number.end):
            return None
        if text[number.start : number.end].casefold() == "half" and _HALF_OTHERWISE.search(text[: number.start][-14:]):
            return None
    return _made(number, "percent")


def _count(text: str, number: Number, lead: str, before: list[Figure], headline: bool) -> Figure | None:
    start, end = number.start, number.end
    written = text[start:end]
    spelled = not any(character.isdigit() for character in written)
    limit = _LIMIT.search(lead)
    if (
        _LABEL.search(lead)
        or (_OR_MORE.match(text, end) and _GROUP_OF.search(lead))
        or (limit and not limit.group().startswith("with "))
        or _ADDRESS.match(text, end)
    ):
        return None
    if number.value <= 0 or (number.value > 9999 and _ZIP.search(lead)) or _MEASURE.match(text, end):
        return None
    if spelled and number.value <= 10 and (headline or _REFERRING.search(lead)):
        return None
    if not start and not headline and number.value < 100 and _ITEM_NUMBER.match(text):
        return None
    whole = _OF_WHOLE.match(text, end) or (_OF_ITS.match(text, end) if number.value >= _SOME else None)
    noun = _noun(text, whole.end() if whole else end, singular=number.value == 1)
    if noun is None or _IS_OVER.match(text, end):
        return _without_noun(text, number, before)
    word, noun_end = noun
    if limit and PEOPLE_WORD.match(word):
        return None
    people = bool(PEOPLE_WORD.match(word.rsplit("-", 1)[-1]))
    if (OWN_ITEMS.match(word) or _YEAR.fullmatch(written)) and not people and not _is_posts(word, number.value):
        return None
    if spelled and written[0].isupper() and text[end + 1 : end + 2].isupper() and start and not headline:
        return None
    if number.value == 1 and not (before and people and spelled and _LISTED.search(lead)):
        return None
    small_digits = not spelled and number.value < 100 and "," not in written and not written.endswith("+")
    if small_digits and _NAME_BEFORE.search(lead) and not _SENTENCE_HEAD.search(lead[-20:]) and not headline:
        return None
    if small_digits and word[0].isupper() and not people and not headline and start:
        return None
    if spelled and number.value <= 2 and not people:
        return None
    return _made(number, "people" if people else "count", word, noun_end)


def _is_posts(word: str, value: float) -> bool:
    return value >= 10 and word.casefold() in ("roles", "positions")


def _without_noun(text: str, number: Number, before: list[Figure]) -> Figure | None:
    """A count whose noun stands elsewhere: "12 more", "the second union's 300", "job losses at roughly 5,000"."""
    start, end = number.start, number.end
    shared = before[-1] if before else None
    if shared and shared.noun and (_MORE.match(text, end) or _OF_THEM.fullmatch(text, 0, start)):
        return _made(number, shared.unit, shared.noun)
    counted = next((figure for figure in reversed(before) if figure.unit in ("count", "people")), None)
    near = counted is not None and text[counted.noun_end : start].count(" ") <= _NEAR
    if counted and near and number.value >= 3 and _VERB_NEXT.match(text, end):
        return _made(number, counted.unit, counted.noun)
    if counted and counted.noun in ("votes", "lawmakers", "members", "senators", "MEPs") and _VOTED.match(text, end):
        return _made(number, counted.unit, counted.noun)
    if number.value >= _MANY and _SCALED.search(text, start, end) and _PEOPLE_DO.match(text, end):
        return _made(number, "people", "people")
    if counted and number.value >= 3 and _OWNER.search(text[max(0, start - 40) : start]) and _IS_OVER.match(text, end):
        return _made(number, counted.unit, counted.noun)
    joint = text[shared.end : start] if shared else ""
    if (
        shared
        and shared is counted
        and shared.kind == number.kind
        and (_ONWARD.fullmatch(joint) or _EARLIER.search(joint))
    ):
        return _made(number, shared.unit, shared.noun)
    if counted and _REACHES.search(text[max(0, start - 90) : start]):
        return _made(number, counted.unit, counted.noun)
    told = _NOUN_BEFORE.search(text[max(0, start - 60) : start])
    if told and number.value >= 20 and _IS_OVER.match(text, end):
        people = bool(PEOPLE_WORD.match(told["noun"]))
        return None if OWN_ITEMS.match(told["noun"]) else _made(number, "people" if people else "count", told["noun"])
    return None


def _span_of_time(text: str, number: Number, time: re.Match[str], lead: str) -> Figure | None:
    unit, factor = _SPANS[time["unit"].casefold()]
    rest = text[time.end() : time.end() + 40]
    if "-" in text[number.end : time.end()] and _COURSE.match(rest):
        return None
    if _AGO.match(rest) or _DATING.search(lead) or _NOTICE.match(rest) or re.match(r"[\s-]old\b", rest):
        return None
    if unit in ("hours", "days") and _WITHIN.search(lead) and _FROM_THEN.match(rest):
        return None
    if (number.value == 1 and not _STOPPAGE.match(rest)) or _RATES.search(lead) or _SINCE_WHEN.search(lead):
        return None
    return _made(number, unit, time["unit"], time.end(), factor)


def _noun(text: str, at: int, singular: bool) -> tuple[str, int] | None:
    """The counted noun after a number: the first plural within six words, no verb or preposition between."""
    for told in range(6):
        match = _WORD.match(text, at)
        if told and match and (joined := _AND_NEXT.match(text, at)):  # "film and television studios"
            match = _WORD.match(text, joined.end())
        if match is None or match[1].casefold() in _STOP:
            return None
        word, at = match[1], match.end()
        if word.endswith(("’s", "'s")) and not PEOPLE_WORD.match(word[:-2]):
            return None
        plain = word.removesuffix("’").removesuffix("'")
        last = plain.rsplit("-", 1)[-1].casefold()
        if singular and PEOPLE_WORD.match(last):
            return last, at
        capital = plain[0].isupper() and told and (text[at : at + 2].strip()[:1].islower())
        if capital and (next_word := _WORD.match(text, at)) and PEOPLE_WORD.match(next_word[1]):
            continue  # "Iron Roads drivers"
        if last in _IRREGULAR or (last.endswith("s") and len(last) > 3 and not _NOT_PLURAL.match(last)):
            following = _WORD.match(text, at)
            if following and following[1].casefold() in _IRREGULAR and text[at : at + 1] == " ":
                return following[1], following.end()
            return plain, at
    return None
