"""Which country, state or union a stretch of text speaks of, from the places and bodies it names.

The names are data: `lexicon/law/jurisdictions.csv` with the columns name, code (ISO 3166, or EU) and kind (`place`,
`seat` for a capital or head of government that stands for its government, `body` for a legislature or authority).
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache

from extractors import lexicon
from extractors.base import Reading

_TABLE = lexicon.FOLDER / "law" / "jurisdictions.csv"
_STATES = {
    "AL": "Ala", "AK": "Alaska", "AZ": "Ariz", "AR": "Ark", "CA": "Calif", "CO": "Colo", "CT": "Conn", "DE": "Del",
    "FL": "Fla", "GA": "Ga", "HI": "Hawaii", "ID": "Idaho", "IL": "Ill", "IN": "Ind", "IA": "Iowa", "KS": "Kan",
    "KY": "Ky", "LA": "La", "ME": "Maine", "MD": "Md", "MA": "Mass", "MI": "Mich", "MN": "Minn", "MS": "Miss",
    "MO": "Mo", "MT": "Mont", "NE": "Neb", "NV": "Nev", "NH": "N.H", "NJ": "N.J", "NM": "N.M", "NY": "N.Y",
    "NC": "N.C", "ND": "N.D", "OH": "Ohio", "OK": "Okla", "OR": "Ore", "PA": "Pa", "RI": "R.I", "SC": "S.C",
    "SD": "S.D", "TN": "Tenn", "TX": "Tex", "UT": "Utah", "VT": "Vt", "VA": "Va", "WA": "Wash", "WV": "W.Va",
    "WI": "Wis", "WY": "Wyo",
}  # fmt: skip
STATE_CODES = "|".join(_STATES)
_ABBREVIATED = "|".join(re.escape(a) for pair in _STATES.items() for a in pair)
MEMBER = re.compile(
    rf"\((?:[RDI]|DFL|GOP)\s?[-–]\s?(?:{_ABBREVIATED})\.?(?:[-–]\d{{1,2}})?\)|\((?:{'|'.join(_STATES)})-\d{{1,2}}\)"
)
_FULL_NAMES = (
    "California Colorado Florida Georgia Illinois Indiana Kansas Kentucky Louisiana Maryland Massachusetts Michigan"
    " Minnesota Missouri Montana Nebraska Nevada Oregon Pennsylvania Tennessee Texas Vermont Virginia Washington"
    " Wisconsin Wyoming Alabama Arizona Arkansas Connecticut Delaware Mississippi Oklahoma"
)
# As agencies write it, without brackets: "Sen. Ann Lee, D-Va.,".
_WRITTEN = "|".join(map(re.escape, sorted({*_STATES.values(), *_FULL_NAMES.split()}, reverse=True)))
_AGENCY_MEMBER = re.compile(rf",\s[RDI]-(?:{_WRITTEN})\b\.?(?=[,.;]|\s[a-z])")
_TOWN_MEMBER = re.compile(rf"\([RD]\s?[-–]\s?(?!(?:{_ABBREVIATED})\b)[A-Z][a-z]+(?:\s[A-Z][a-z]+){{0,2}}\)")

_BODY_AFTER = re.compile(
    r"(?:[’']s?)?\s(?:[Ss]tate\s)?(?:Legislature|legislature|General Assembly|Senate|Assembly|House|Parliament"
    r"|[Ll]awmakers|[Ll]egislators|Gov\.|Governor"
    r"|Labor Federation|Department|Senator|Sen\.|Assembly(?:member|man|woman)|government|bill|law|legislation|AB|SB"
    r"|HB)\b"
)
_BODY_BEFORE = re.compile(r"\b(?:[Gg]overnor of|[Ll]egislature of|in the)\s(?:the\s)?\Z")


@dataclass(frozen=True)
class Place:
    """A place or body named in a text, with its jurisdiction's code."""

    start: int
    end: int
    code: str
    kind: str


@cache
def _names() -> dict[str, tuple[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["name"]: (row["code"], row["kind"]) for row in csv.DictReader(file)}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    first = "".join(sorted({re.escape(name[0]) for name in names}))  # a look at one letter spares most places the list
    return re.compile(rf"(?=[{first}])(?<![\w.])(?:{'|'.join(re.escape(name) for name in names)})(?![\w])")


def find_places(reading: Reading) -> tuple[Place, ...]:
    """The places, seats and bodies of government the document names, in order; a party tag such as (D-VA) is a body."""
    known = _names()
    found = []
    for match in _pattern().finditer(reading.text):
        code, kind = known[match.group()]
        if kind == "place" and code != "US" and _acts(reading.text, match):
            kind = "body"
        found.append(Place(match.start(), match.end(), code, kind))
    members = (*MEMBER.finditer(reading.text), *_AGENCY_MEMBER.finditer(reading.text))
    found += [Place(m.start(), m.end(), "US", "body") for m in members]
    return tuple(sorted(found, key=lambda place: place.start))


def _acts(text: str, match: re.Match[str]) -> bool:
    """Whether the place stands for its government: "the Ohio Senate", "Governor of Maine", "New York lawmakers"."""
    return bool(
        _BODY_AFTER.match(text, match.end()) or _BODY_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
    )


def places_in(reading: Reading, start: int, end: int) -> list[Place]:
    """The places of `find_places` that begin between two offsets."""
    found = reading.get(find_places)
    first = bisect_left(found, start, key=lambda place: place.start)
    last = bisect_left(found, end, lo=first, key=lambda place: place.start)
    return list(found[first:last])


def code_of(name: str) -> str | None:
    """The code of a place by its name, None where the table does not hold it."""
    return _names().get(name, (None, None))[0]


def leading_state(reading: Reading, country: str = "US-") -> str | None:
    """The US state (the province, of another `country`) most named, None where two are named about equally or none."""
    counts = Counter(place.code for place in reading.get(find_places) if place.code.startswith(country))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return ranked[0][0]


def state_of_towns(reading: Reading) -> str | None:
    """The state most named where lawmakers have towns for seats ("(D-Racine)"), as those of states do; else None."""
    if not _TOWN_MEMBER.search(reading.text):
        return None
    return leading_state(reading)


def only_place(reading: Reading) -> str | None:
    """The one country or state that a document names at all, a state before its country; None where it names two."""
    codes = {place.code for place in reading.get(find_places)}
    states = {code for code in codes if "-" in code}
    if len(states) == 1 and codes - states <= {next(iter(states)).split("-")[0]}:
        return next(iter(states))
    return next(iter(codes)) if len(codes) == 1 else None


def leading(reading: Reading) -> str | None:
    """The jurisdiction whose bodies and seats of government the document names most, None where none leads."""
    weights = {"body": 3, "seat": 2}
    counts: Counter[str] = Counter()
    for place in reading.get(find_places):
        counts[place.code] += weights.get(place.kind, 0)
    ranked = counts.most_common(2)
    if not ranked or not ranked[0][1] or (len(ranked) > 1 and ranked[1][1] * 1.5 > ranked[0][1]):
        return None
    return ranked[0][0]
