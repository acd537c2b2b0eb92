"""Numbers as texts write them: digits, spelled-out words, scales, money, per cent, fractions and ratios.

`numbers` reads one stretch of text. What a number means (how many of what) is for the extractors to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.text.quick import quick

NUMBER, PERCENT, MONEY, FRACTION, RATIO, MULTIPLE, YEAR = (
    "number",
    "percent",
    "money",
    "fraction",
    "ratio",
    "multiple",
    "year",
)

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * (n + 2) for n, word in enumerate(_TENS)}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
}
_SHORT = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mm": 1_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "t": 1_000_000_000_000,
}
_PARTS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
_SIGNS |= {"A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "R$": "BRL", "HK$": "HKD"}
_CODES = {"USD", "EUR", "GBP", "JPY", "CAD", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK", "INR", "CNY", "KRW", "BRL"}
_NAMES = {"dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "rupee": "INR"}

_WORDS = "|".join(sorted([*_SMALL, *_SCALES], key=len, reverse=True))
_SCALE = r"hundred|thousand|lakh|million|crore|billion|trillion|dozen"
_SCALE_WORD = re.compile(rf"\b(?:{_SCALE})\b", re.IGNORECASE)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,3}(?:[.\u202f\u00a0’']\d{3}){2,}|\d{1,15}(?:[.,]\d{1,4})?"
_WRITTEN = quick(
    rf"(?=[A-Z\d\s$€£¥₹])(?P<sign>(?:US|AU?|CA?|NZ|HK|R)?\$|[€£¥₹]|\b(?:{'|'.join(sorted(_CODES))})\s)?\s?"
    rf"(?<![\w.,:/\\#@&=_^])(?<![A-Za-z][-–‑])(?P<digits>{_DIGITS})(?P<plus>\+)?"
    rf"(?:(?:\s|-)?(?P<scale>(?i:{_SCALE})s?)\b|(?P<short>[kKmMbBtT][nNmM]?)\b|(?(sign)\s(?P<apart>[MB]n?)\b|(?!)))?"
    r"(?P<tail>\+|-plus\b|\s?%|\s?percent(?:age points?)?\b|\s(?:per\s?cent|percentage points?|pct)\b|\s?[€£]"
    r"|x\b|[-\s]?fold\b)?"
)
_SPELLED = quick(
    rf"\b(?:(?:half an?|an?)\s+(?:{_SCALE})|(?:{'|'.join(sorted(_SMALL, key=len, reverse=True))}))"
    rf"(?:(?:\s+and\s+|[\s-]+)(?:{_WORDS}))*(?:\b|(?=fold\b))"
    r"(?P<tail>\s(?:percent(?:age points?)?|per\s?cent|percentage points?)\b|[-\s]?fold\b)?",
    re.IGNORECASE,
)
_PART_WORDS = "half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_FRACTION = quick(
    rf"\b(?:(?P<top>one|two|three|four|five|six|seven|eight|nine)[\s-]+(?P<part>(?:{_PART_WORDS})s?|halves)\b"
    rf"|a\s+(?P<single>third|quarter|fifth|tenth)\b(?=\s*\(|\s+(?:of|said|say|says|are|were|was|have|had|report"
    rf"|believe|want)\b)"
    r"|(?P<half>half)\b(?=\s*\(|[,.;]|\s+(?:of|the|said|say|says|are|were|was|have|had|its|their|our|all|report"
    r"|believe|want)\b))",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"\b(?P<part>\d{{1,4}}|(?:{'|'.join(_UNITS[1:])}))\s+(?P<word>out of(?: every)?|in|of every|in every)\s+"
    rf"(?P<whole>\d{{1,4}}|(?:{'|'.join([*_UNITS[2:], *_TENS])}|a hundred))\b"
    r"(?![,.]?\d|\s?%|\s+(?:percent|per cent|million|billion))",
    re.IGNORECASE,
)
_TIMES = quick(r"\b(?P<word>twice|double|triple|quadruple)\b|\b(?P<many>\d{1,4}(?:\.\d)?|[a-z]{3,9})\s+times\b", re.I)
_TIMES_WORDS = {"twice": 2, "double": 2, "triple": 3, "quadruple": 4}
_MONEY_AFTER = re.compile(
    rf"\s(?:(?:US|Canadian|Australian)\s)?(?:(dollar|euro|pound|yen|rupee)(?:s\b|\b(?!\s[a-z]))|({'|'.join(_CODES)})\b)"
)
_BOUND = re.compile(
    r"\b(?:(?P<low>more than|over|at least|above|upwards of|in excess of|no fewer than|no less than|exceeding|topping"
    r"|as many as half)|(?P<high>up to|at most|less than|fewer than|under|below|no more than|as many as|as much as)"
    r"|(?P<about>about|around|roughly|approximately|nearly|almost|some|close to|an estimated|estimated|circa))"
    r"\s+(?:an?\s+|the\s+|its\s+|roughly\s+)?$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:[-–—‑]|\bto\b|\band\b|\bor\b)\s*\Z")
_HYPHENED_CODE = re.compile(r"\d{1,6}(?:-\d{1,6}){2,9}|(?<!\d)\d{3}-\d{4}(?!\d)")
_LONGER_CODE = re.compile(r"[:/]\d|-\d{2,4}-\d|\.\d")
_YEAR_NOUN = re.compile(r"\s+[a-z]+(?:ers|ies|ees|ists|ons|ions|ople|obs|bers|als|nts)\b")


@dataclass(frozen=True)
class Number:
    """A number in a text: `text[start:end]` holds it with its sign, scale and unit (`$16 billion`, `40%`).

    `value` is written out (3.2 million is 3200000). `kind` is number, percent, money, fraction and ratio (value in
    per cent: a third is 33.3, nine in ten is 90), multiple (`threefold` is 3) or year (a bare 1900 to 2099).
    `currency` is the ISO code of money. `bound` is at_least, at_most, about or None.
    """

    start: int
    end: int
    value: float
    kind: str
    currency: str | None = None
    bound: str | None = None


def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of `text` in order, none overlapping; digits inside names (`GPT-4`, `COVID-19`) are none."""
    found: list[Number] = []
    taken: set[int] = set()
    for reader in (_ratios, _fractions, _multiples, _spelled, _written):
        more = [number for number in reader(text) if number.start not in taken and number.end - 1 not in taken]
        found += more
        for number in more:
            taken.update(range(number.start, number.end))
    found.sort(key=lambda number: number.start)
    return tuple(_bounded(text, number) for number in _shared_units(text, found))


def number_word(word: str) -> int | None:
    """The value of one number word or string of digits (`twelve`, `24`), None where it is neither."""
    lowered = word.casefold().replace(",", "")
    return int(lowered) if lowered.isdecimal() else _SMALL.get(lowered)


def spelled_value(phrase: str) -> float | None:
    """The value of number words (`one hundred and forty million`, `two dozen`, `half a million`), None where none."""
    words = re.findall(r"[a-z]+", phrase.casefold())
    factor = 1.0
    if words[:2] == ["half", "a"]:
        factor, words = 0.5, words[2:]
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in ("a", "an"):
            current = 1
        elif word in _SMALL:
            current, seen = current + _SMALL[word], True
        elif word in _SCALES:
            scale = _SCALES[word]
            seen = True
            if scale in (12, 100):
                current = max(current, 1) * scale
            else:
                total, current = total + max(current, 1) * scale, 0
    return factor * (total + current) if seen else None


def _digits(written: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
        return float(written.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:[.\u202f\u00a0’']\d{3}){2,}", written):
        return float(re.sub(r"\D", "", written))
    return float(written.replace(",", "."))


def _written(text: str) -> list[Number]:
    found = []
    codes = {at for match in _HYPHENED_CODE.finditer(text) for at in range(*match.span())}
    for match in _WRITTEN.finditer(text):
        start, end = match.start(), match.end()
        if match.start("digits") in codes:
            continue
        start += len(match.group()) - len(match.group().lstrip())
        short, tail = match["short"] or match["apart"], (match["tail"] or "").strip()
        if text[end : end + 1].isalnum() or _LONGER_CODE.match(text, end):
            continue
        if short and not match["sign"] and not short.islower():
            continue
        value = _digits(match["digits"])
        if match["scale"]:
            value *= _SCALES[match["scale"].casefold().removesuffix("s")]
        elif short:
            value *= _SHORT.get(short.casefold(), 1)
        after = _MONEY_AFTER.match(text, end)
        sign = (match["sign"] or "").strip()
        if sign or tail in ("€", "£") or after:
            currency = _SIGNS.get(sign or tail) or (sign if sign in _CODES else None)
            if after and not currency:
                currency = _NAMES.get(after[1]) if after[1] else after[2]
            found.append(Number(start, after.end() if after else end, value, MONEY, currency))
        else:
            bound = "at_least" if match["plus"] or tail in ("+", "-plus") else None
            found.append(Number(start, end, value, _kind(text, match, tail), bound=bound))
    return found


def _kind(text: str, match: re.Match[str], tail: str) -> str:
    if tail.startswith(("%", "p")):
        return PERCENT
    if tail == "x" or tail.endswith("fold"):
        return MULTIPLE
    year = re.fullmatch(r"(?:19|20)\d\d", match["digits"]) and not match["scale"] and not match["short"] and not tail
    if year and not match["plus"] and not _YEAR_NOUN.match(text, match.end()):
        return YEAR
    return NUMBER


def _is_one_number(phrase: str) -> bool:
    """Whether the words around an "and" are one number ("one hundred and forty"), not two ("five and six")."""
    before, _, after = phrase.casefold().rpartition(" and ")
    scale = _SCALES.get(re.split(r"[\s-]", before)[-1], 0)
    small = spelled_value(re.split(_SCALE_WORD, after)[0] if scale == 100 else after)
    return not before or (small is not None and small < scale)


def _spelled(text: str) -> list[Number]:
    found = []
    for match in _SPELLED.finditer(text):
        if not _is_one_number(" ".join(match.group().removesuffix(match["tail"] or "").split())):
            first = text.rindex("and", match.start(), match.end())
            found += [
                replace(n, start=n.start + at, end=n.end + at)
                for at, part in ((match.start(), text[match.start() : first]), (first, text[first : match.end()]))
                for n in _spelled(part)
            ]
            continue
        value = spelled_value(match.group().removesuffix(match["tail"] or ""))
        if value is None:
            continue
        tail = (match["tail"] or "").strip().casefold()
        kind = PERCENT if tail.startswith("per") else MULTIPLE if tail.endswith("fold") else NUMBER
        after = _MONEY_AFTER.match(text, match.end())
        if after and kind == NUMBER:
            found.append(Number(match.start(), after.end(), value, MONEY, _NAMES.get(after[1]) or after[2]))
        else:
            found.append(Number(match.start(), match.end(), value, kind))
    return found


def _fractions(text: str) -> list[Number]:
    found = []
    for match in _FRACTION.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()].casefold()
        if match["half"] and before.endswith(("first ", "second ", "latter ", "other ")):
            continue
        part = (match["part"] or match["single"] or match["half"]).casefold().removesuffix("s")
        top = _SMALL[match["top"].casefold()] if match["top"] else 1
        if top < _PARTS[part]:
            found.append(Number(match.start(), match.end(), round(100 * top / _PARTS[part], 1), FRACTION))
    return found


def _ratios(text: str) -> list[Number]:
    found = []
    for match in _RATIO.finditer(text):
        part = number_word(match["part"])
        whole = 100 if match["whole"].casefold() == "a hundred" else number_word(match["whole"])
        if part is None or whole is None or not 0 < part <= whole:
            continue
        plain = match["word"].casefold() == "in"
        if plain and (whole not in (3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000) or part == whole):
            continue
        if text[max(0, match.start() - 1) : match.start()] in tuple("0123456789.,$€£"):
            continue
        found.append(Number(match.start(), match.end(), round(100 * part / whole, 1), RATIO))
    return found


def _multiples(text: str) -> list[Number]:
    found = []
    for match in _TIMES.finditer(text):
        if match["word"]:
            value: float | None = _TIMES_WORDS[match["word"].casefold()]
        else:
            value = float(match["many"]) if match["many"][0].isdigit() else number_word(match["many"])
        if value:
            found.append(Number(match.start(), match.end(), float(value), MULTIPLE))
    return found


def _shared_units(text: str, found: list[Number]) -> list[Number]:
    """Ranges share the unit and the scale of their second number: `20 to 30 percent`, `$10–15 million`."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        joint = text[first.end : second.start]
        if len(joint) > 8 or not _JOINT.match(joint) or first.kind not in (NUMBER, MONEY):
            continue
        between = text[max(0, first.start - 9) : first.start].casefold().endswith("between ")
        if re.search(r"\b(?:and|or)\b", joint) and not between:
            continue
        if second.kind == PERCENT and first.kind == NUMBER and first.value <= second.value:
            shared[index] = replace(first, kind=PERCENT)
            continue
        scale = _SCALE_WORD.search(text, second.start, second.end)
        own = re.search(r"[A-Za-z]", text[first.start : first.end].removeprefix("US"))
        if scale and not own and first.value < 1000:
            first = replace(first, value=first.value * _SCALES[scale.group().casefold()])
        kind = MONEY if MONEY in (first.kind, second.kind) else first.kind
        currency = first.currency or second.currency
        shared[index] = replace(first, kind=kind, currency=currency)
        if second.kind == NUMBER:
            shared[index + 1] = replace(second, kind=kind, currency=currency)
    return shared


def _bounded(text: str, number: Number) -> Number:
    match = _BOUND.search(text[max(0, number.start - 30) : number.start])
    if not match:
        return number
    return replace(number, bound="at_least" if match["low"] else "at_most" if match["high"] else "about")
