"""How long an agreement runs: the first and last day that its duration clause or its cover states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors.base import Reading
from extractors.structure.headings import is_listed
from extractors.structure.numbers import UNITS, number_key
from extractors.text.dates import MONTHS, dates
from extractors.text.sentences import LEAVES, split
from records.model import Passage

_CLOCK = r"(?:\d{1,2}(?::\d\d)?\s?(?:[ap]\.?\s?m\.?|o['’]clock)|\d{1,2}:\d\d|midnight|noon)"
_PAY_PERIOD = r"in the pay period,? (?:which|that) includes"
_UNTIL = re.compile(
    r"(?:\b(?:through|thru|until|till|(?<!active )(?<!actively )to"
    r"|expir(?:es?|y|ing|ation)|terminat(?:es?|ed|ing|ion)|ends?|ending|including"
    r"|up to|concluding|hasta|al|expirará|vence(?:rá)?|terminará)\b|[-–—])"
    r"[\s:,’'\"]*(?:(?:and|on|at|or|about|of|the|including|date|day|upon|automatically|to|its|until|through"
    r"|is|shall be|close of business|this (?:agreement|contract)|el|día"
    rf"|{_PAY_PERIOD}|{_CLOCK})[\s:,]+){{0,6}}$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:desde|del?|vigor|a partir del?|efectivo"
    r"|effective|from|commenc(?:es?|ing)|beginning|begins?|as of|starting|period|term|effect|of force"
    r"|retroactive(?:ly)? to)\b[\s:,]*"
    r"(?:(?:el|día|and|on|at|the|as|of|from|after|is|shall be|date|day|for|to|july|retroactive(?:ly)?"
    r"|this (?:agreement|contract)"
    rf"|{_CLOCK})[\s:,]+){{0,5}}$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:made and )?entered into (?:on |as of |effective )?$", re.IGNORECASE
)  # no "this 5th day of": signed
_SUBJECT = re.compile(
    r"\b(?:este|presente|dicho) (?:convenio|contrato|acuerdo|memorando)\b|\b(?:this|the|said|these)\s+"
    r"(?:(?!initial|original|first|second|previous|prior|former|predecessor)[\w-]+\s+){0,3}(?:agreement|contract|memorandum|mou|moa|moua|loa|supplement"
    r"|extension)s?\b|\bagrees? (?:to|on|as) (?:the )?follow(?:s|ing)\b|\bthis\s+(?:[\w-]+\s+){0,2}letter\b",
    re.IGNORECASE,
)
_IT = re.compile(r"It\s+(?:is|takes?|shall|will|becomes?|expires?|remains?|runs?|has)\b")
_LASTING = re.compile(
    r"\b(?:vigente|vigencia|vigor|expirará|vence(?:rá)?|terminará"
    r"|full force|in effect|in force|effective|expir\w+|terminat\w+|ends?|term of|duration|becomes?"
    r"|takes? effect|remain|commenc\w+|continues? (?:in|until|through|to)|period"
    r"|(?:is|be|are|been|agree to)(?: hereby)? extend(?:ed)?)\b",
    re.IGNORECASE,
)
_COVER_RANGE = re.compile(
    r"\b(?:period|term|effective|through|thru|expir\w+|until|to|ends?|ending)\b|[-–—]", re.IGNORECASE
)
_COVER_LAST = re.compile(r"\b(?:expires?|expiration(?: date)?|through|until)\b[\s:on]*$", re.IGNORECASE)
_UPON = re.compile(
    r"\b(?:execution|ratification|signing|signature|adoption)\W+(?:to|until|thru|[-–—])\W*$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:grievance|wage|salar(?:y|ies)|step|increase|raise|cola|cost of living|premium"
    r"|insurance|plan year|probation\w*"
    r"|employees? (?:shall|will|hired)"
    r"|previous|prior|predecessor|expired|notice|notif\w+|written request|reopen\w*|open(?:ed|er|ing)?"
    r"|negotiations (?:shall|will)|currently in effect)\b",
    re.IGNORECASE,
)
_PRIOR = re.compile(r"\b(?:prior|previous|subsequent|earlier than|pursuant)(?: to)?[\s\w:.,]{0,24}$", re.IGNORECASE)
# another agreement and its days, told in a sentence on this one: "applies to the CBA in effect through June 30, 2031"
_ANOTHER = re.compile(
    r"\b(?:collective bargaining agreements?|CBAs?|labor (?:agreement|contract)|bargaining agreement|(?<!this )MOU)\W*"
    r"(?:\([^()]{1,40}\)\W*)?(?:between [^.;]{3,80}? )?"
    r"(?:(?:that|which) (?:is|are|was) )?(?:currently |presently )?"
    r"(?:in effect|effective|covering|dated|(?:that|which) expire[sd]?|for the (?:period|term|years))\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:through|thru|to|until|[-–—])\s*", re.IGNORECASE)
_BETWEEN = 30  # characters between what another agreement is called and its first day
_NEW_LAST = re.compile(r"\bnew expiration date\b", re.IGNORECASE)
_NEW_DAY = re.compile(r"\bextended (?:to|through|until)\b|\bnew expiration date\b", re.IGNORECASE)
_RECITAL = re.compile(r"\W*whereas\b", re.IGNORECASE)
_EXTENDS = re.compile(r"\bextend(?:ed|s)?\b|\bextension\b", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?:period|term|duration|for)\s+(?:of\s+)?(?P<count>\w+)\s*(?:\(\d{1,2}\)\s*)?[-\s]"
    r"(?:(?:full|contract|calendar|consecutive)\s+)?(?P<unit>year|month)s?\b",
    re.IGNORECASE,
)
_RENEWAL = re.compile(r"\b(?:renew\w*|year to year|year-to-year|thereafter)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(20\d\d|19\d\d)\s*[-–—/]\s*((?:20|19)?\d\d)\b")
_MONTH_TAILS = "|".join(month[1:] for month in MONTHS.split("|") if len(month) > 3)
_OCR_FIRST = re.compile(rf"\b({MONTHS})(\s+)[IlJ](?=,?\s+(?:19|20)\d\d)", re.IGNORECASE)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
_DAY_OF = {word: str(n) for n, word in enumerate(_ORDINALS, 1)}
_ORDINAL_DAY = re.compile(
    rf"\b(?P<word>(?:twenty|thirty)[- ]\w+|[a-z]{{5,11}})(?: \(\w+\))?(?= day of (?:{MONTHS}))", re.IGNORECASE
)
_SPACED_MONTH = re.compile(rf"\b([JFMASOND]) (?=({_MONTH_TAILS})\b)", re.IGNORECASE)
_OCR_ORDINAL = re.compile(r"\b(\d{1,2})\s?[^\w\s.,;:()/-]{1,2}(?=\s+day of\b)")  # 30" day of June
_SPANISH_MONTHS = dict(
    zip(
        ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
         "noviembre", "diciembre"),
        MONTHS.split("|"), strict=True,
    )
)  # fmt: skip
_SPANISH_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})[º°]? de (?P<month>{'|'.join(_SPANISH_MONTHS)})(?:,? del?|,) (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MONTH_LAST, _DAY_FIRST = re.compile(rf"\b(?:{MONTHS})$"), re.compile(r"\d{1,2}, ?(?:19|20)\d\d\b")
_DAY_TWICE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th) day of (?=(?:{MONTHS}) \d{{1,2}},)", re.IGNORECASE)
_DURATION = re.compile(r"\b(?:duration|term|termination|effective date|life of agreement|renewal)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:whereas|currently|is|are|was|were|shall|will|has|have|filed|alleging|agrees?"
    r"|supersedes?)\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"\W*(?:through|thru|to|until)\W*", re.IGNORECASE)
_COVER = 24
_ENOUGH = 3.0
_LEAST_FIRST = 2.0  # for a sentence with a first day only
_WITHIN = 6_000
_NEAR = 1_500  # characters


@dataclass(frozen=True)
class Term:
    """First and last day of an agreement as stated, years of a title ("2025-2027"), and where they stand."""

    effective_on: date | None
    expires_on: date | None
    year: int | None
    start: int
    end: int
    weight: float = 0.0


def find_term(reading: Reading) -> Term | None:
    """The term of the agreement that a document is, None where nothing states it.

    The duration clause goes before the cover, the agreement's own body before letters and appendices bound with it;
    a day that the clause leaves to ratification is taken from the cover if that ends on the same day.
    """
    cover = _cover(reading)
    found = sorted(_clauses(reading), key=lambda term: (-term.weight, term.start))
    clause = next((term for term in found if term.expires_on or term.weight > _LEAST_FIRST), None)
    year = _title_years(reading)
    if clause is None:
        term = cover
    elif cover and cover.expires_on == clause.expires_on and clause.effective_on is None:
        term = replace(clause, effective_on=cover.effective_on)
    elif cover and cover.expires_on and _yields(clause, cover):
        term = cover
    elif clause.effective_on is None:
        term = replace(clause, effective_on=_beside(clause, found))
    else:
        term = clause
    if term is None:
        return Term(None, None, year, 0, 0) if year else None
    own = term.effective_on.year if term.effective_on else year
    return replace(term, year=own)


def _beside(clause: Term, found: list[Term]) -> date | None:
    """The first day that a sentence near the one with the last day states, where just one does."""
    near = [t for t in found if t.expires_on is None and abs(t.start - clause.start) < _NEAR and t.effective_on]
    first = near[0].effective_on if len(near) == 1 else None
    return first if first and clause.expires_on and first < clause.expires_on else None


def _yields(clause: Term, cover: Term) -> bool:
    """Whether the cover knows better: the clause is weak, lacks the last day, or tells of a term before."""
    if clause.weight < _ENOUGH or clause.expires_on is None:
        return True
    return cover.effective_on is not None and clause.expires_on <= cover.effective_on


def _clauses(reading: Reading) -> Iterator[Term]:
    """Sentences that say how long the agreement runs, weighed."""
    attached: list[Passage] = []
    article: Passage | None = None
    passages = reading.document.passages
    articled = any(p.kind == "article" for p in passages)
    for number, passage in enumerate(passages):
        if passage.kind in ("appendix", "side_letter"):
            attached.append(passage)
        elif passage.kind == "article":
            article = passage
        if passage.kind not in LEAVES or passage.kind == "table" or not re.search(r"(?:19|20)\d\d", passage.text):
            continue
        inside = any(p.char_start <= passage.char_start < p.char_end for p in attached[-2:])
        heading = article.heading if article and passage.char_start < article.char_end else ""
        before = ""
        broken = _MONTH_LAST.search(passage.text) and _DAY_FIRST.match(
            "".join(p.text for p in passages[number + 1 :][:1])
        )
        for start, end in split(passage.text):
            sentence = passage.text[start:end] + (f" {broken.group()}" if broken and end == len(passage.text) else "")
            term = _sentence(sentence, passage.char_start + start, referred=bool(_SUBJECT.search(before)))
            before = sentence
            if term is None:
                continue
            weight = term.weight + 2.0 * bool(_DURATION.search(heading or "")) - (4.0 if inside and articled else 0.0)
            if weight > 1.0:
                yield replace(term, weight=weight)


def _sentence(sentence: str, offset: int, referred: bool = False) -> Term | None:
    """The term that a sentence states; `referred` tells that "it" in it is the agreement of the sentence before."""
    text = _legible(sentence)
    subject = _SUBJECT.search(text) or (_IT.match(text) if referred else None)
    if len(text) > 1_500 or is_listed(text) or not subject or not _LASTING.search(text):
        return None
    effective, expires = _days(_without_other(text, subject.end()))
    if effective is None and expires is None:
        return None
    if expires is None and re.match(r"\W*effective\b", text, re.IGNORECASE):
        return None
    weight = 1.5 * (expires is not None) + 1.0 * (effective is not None) + 1.0 * (subject.start() < 120)
    weight += 1.0 * bool(
        re.search(
            r"vigen(?:te|cia)|en vigor"
            r"|full force|in (?:effect|force)|shall (?:be(?:come)? )?effective|becomes? effective|expires?\b|terminat",
            text,
            re.IGNORECASE,
        )
    )
    weight -= 1.5 * bool(_OTHER.search(text[: subject.start()] + text[subject.end() : subject.end() + 160]))
    weight -= 2.0 * bool(_RECITAL.match(text))
    weight += 2.0 * bool(expires and _NEW_DAY.search(text))
    if expires is None and subject.start() > 30 and _OTHER.search(text, subject.end()):
        return None
    return Term(effective, expires, None, offset, offset + len(sentence), weight)


def _without_other(text: str, start: int) -> str:
    """The text with blanks for another agreement, told of behind `start`, and for its days."""
    other = _ANOTHER.search(text, start)
    if other is None:
        return text
    end = other.end()
    for mention in dates(text):
        if mention.start < other.end():
            continue
        between = text[end : mention.start]
        if len(between) > _BETWEEN or (end > other.end() and not _RANGE.fullmatch(between)):
            break
        end = mention.end
    return text[: other.start()] + " " * (end - other.start()) + text[end:]


def _legible(text: str) -> str:
    """The text with days in figures: "July I, 2031", `30" day of June` and "the thirty-first day of May" are read."""
    text = _SPANISH_DAY.sub(lambda m: f"{m['day']} {_SPANISH_MONTHS[m['month'].casefold()]} {m['year']}", text)
    text = _SPACED_MONTH.sub(r"\1", text)
    text = _OCR_ORDINAL.sub(r"\1th", _OCR_FIRST.sub(r"\1\g<2>1", text))
    return _ORDINAL_DAY.sub(lambda m: _DAY_OF.get(m["word"].casefold().replace(" ", "-"), m.group()), text)


def _days(text: str) -> tuple[date | None, date | None]:
    """The first and the last day of a term that a sentence states."""
    effective = expires = made = None
    extended, new = _EXTENDS.search(text), _NEW_LAST.search(text)
    text = _DAY_TWICE.sub(lambda match: " " * len(match.group()), text)
    for mention in dates(text):
        if mention.day is None:
            continue
        before = text[max(0, mention.start - 70) : mention.start]
        made = made or (mention.day if _MADE.search(before) else None)
        if expires is None and new and mention.start > new.end():
            expires = mention.day
        elif _UNTIL.search(before) and not _PRIOR.search(before) and not _RENEWAL.search(before):
            expires = mention.day if extended else expires or mention.day
        elif expires is None and _FROM.search(before) and not _RENEWAL.search(before):
            effective = effective or mention.day
    if expires and effective is None and made and made < expires:
        effective = made
    if effective and expires and expires <= effective:
        return effective, None
    if effective and expires is None and not extended:
        expires = _last_day(effective, text)
    return effective, expires


def _last_day(first: date, text: str) -> date | None:
    """The last day of "a period of three (3) years from July 1", None where no length is told or it is a renewal's."""
    length = _LENGTH.search(text)
    if length is None or _RENEWAL.search(text[: length.start()]) or _OTHER.search(text[: length.start()]):
        return None
    word = length["count"].casefold()
    key = number_key(word) if word.isdigit() or word in UNITS else None
    if key is None or key[0] > 99:
        return None
    months = first.month - 1 + key[0] * (12 if length["unit"].casefold() == "year" else 1)
    year, month = first.year + months // 12, months % 12 + 1
    try:
        return date(year, month, first.day) - timedelta(days=1)
    except ValueError:  # no such day in that month
        return None


def _cover(reading: Reading) -> Term | None:
    """A range of days, or a day of expiry, on the cover."""
    held = [p for p in reading.document.passages if p.kind in LEAVES and p.char_start < _WITHIN][:_COVER]
    for number, leaf in enumerate(held):
        if is_listed(leaf.text) or leaf.kind == "table" or len(leaf.text) > 400:
            continue
        following = held[number + 1] if number + 1 < len(held) else leaf
        end = following.char_end if len(following.text) < 120 else leaf.char_end
        if _BARE.fullmatch(following.text) and number + 2 < len(held):
            end = held[number + 2].char_end
        text = _legible(reading.text[leaf.char_start : end]).replace("\n", " ")
        days = [mention for mention in dates(text) if mention.day]
        if not days or days[0].start > len(leaf.text):
            continue
        named = re.search(r"\bterm(?: of (?:(?:the|this) )?agreement)?:? ?$", text[: days[0].start], re.IGNORECASE)
        if (len(text[: days[0].start].split()) > 12 and not named) or _SENTENCE.search(text[: days[0].start]):
            continue
        subject = _SUBJECT.search(text)
        if subject and _ANOTHER.search(text, subject.end()):
            continue
        first = days[0].day
        before = text[max(0, days[0].start - 40) : days[0].start]
        if (
            len(days) > 1
            and _COVER_RANGE.search(text[days[0].end : days[1].start])
            and not _SENTENCE.search(text[days[0].end : days[1].start])
            and days[1].start - days[0].end < 40
        ):
            if first and days[1].day and first < days[1].day:
                return Term(first, days[1].day, None, leaf.char_start, leaf.char_start + days[1].end, 2.0)
        elif _COVER_LAST.search(before) or _UPON.search(before):
            return Term(None, first, None, leaf.char_start, leaf.char_start + days[0].end, 2.0)
    return None


def _title_years(reading: Reading) -> int | None:
    """The first year of a range of years in the title or on the cover ("2025-2027")."""
    leaves = [p.text for p in reading.document.passages if p.kind in LEAVES and p.char_start < _WITHIN][:_COVER]
    for line in [reading.document.title or "", *leaves]:
        match = _YEARS.search(line) if len(line) < 200 and not is_listed(line) else None
        if match and 1 <= int(match.group(1)[:2] + match.group(2)[-2:]) - int(match.group(1)) <= 10:
            return int(match.group(1))
    return None
