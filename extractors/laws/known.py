"""Well-known laws by name, alias and number, with their jurisdiction: `lexicon/law/laws.csv`."""

from __future__ import annotations

import csv
import re
from functools import cache

from extractors import lexicon

_TABLE = lexicon.FOLDER / "law" / "laws.csv"

_LONG_AGO = 2016  # a law of a year before it is no bill that a text is about


@cache
def known_laws() -> dict[str, tuple[str, str | None]]:
    """Name and jurisdiction of well-known laws by the key of each name, acronym and number they go by."""
    found: dict[str, tuple[str, str | None]] = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in (row["name"], *filter(None, row["aliases"].split(";"))):
                found.setdefault(law_key(name), (row["name"], row["jurisdiction"] or None))
    return found


@cache
def known_acronyms() -> re.Pattern[str]:
    """The acronyms of well-known laws that are plain enough to be believed without their full name (`GDPR`, `NLRA`)."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        aliases = [a for row in csv.DictReader(file) for a in (row["name"], *row["aliases"].split(";"))]
    names = [a for a in aliases if re.fullmatch(r"[A-Z]{4,}|Title [IVX]+", a)]
    return re.compile(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})\b")


@cache
def _in_force() -> dict[str, str]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["status"] == "in_force"]
    return {
        law_key(name): row["jurisdiction"]
        for row in rows
        for name in (row["name"], *filter(None, row["aliases"].split(";")))
    }


def is_in_force(name: str, jurisdiction: str | None = None) -> bool:
    """Whether a name is that of a law known to be in force; of laws still open or new nothing is said.

    A law of the same name of another `jurisdiction` is another law.
    """
    known = _in_force().get(law_key(name))
    return known is not None and (not known or not jurisdiction or known == jurisdiction)


def is_settled(name: str, year: int | None = None) -> bool:
    """Whether a law can be none that words such as "the bill" mean: one in force, a code, one of long ago."""
    return is_in_force(name) or name.endswith(" Code") or (year is not None and year < _LONG_AGO)


@cache
def known_in_small_letters() -> re.Pattern[str]:
    """The longer names of well-known laws as texts write them without capitals ("the platform work directive")."""
    names = {row[0].casefold() for row in known_laws().values() if len(row[0].split()) >= 3 and row[0].isascii()}
    names = {name for name in names if re.search(r"(?:directive|regulation|act)$", name)}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b")


def law_key(name: str) -> str:
    """A name's key: without case, year, article, "artificial intelligence" as "ai", punctuation as spaces."""
    text = re.sub(r",? (?:of )?(?:19|20)\d\d$", "", name.strip())
    text = re.sub(r"\bartificial intelligence\b", "ai", text.casefold().replace("&", " and "))
    text = re.sub(r"[’'‘]", "", text)
    return re.sub(r"^the ", "", re.sub(r"[^\w]+", " ", text).strip())


def only_resembles(name: str, known: str) -> bool:
    """Whether an acronym ("DATA Act") only looks like a known law's plain word ("Data Act")."""
    first, plain = name.split(maxsplit=1)[0], known.split(maxsplit=1)[0]
    return first.isupper() and first.casefold() == plain.casefold() and first != plain
