"""Technologies at work as texts name them: a vocabulary with false friends, both data in `lexicon/technology`.

A term is strong where it means technology at work by itself (`telematics`), medium where it does so in a sentence that
asks something of it (`time clock`), weak where only the context tells (`equipment`). A term inside a false friend
("automatically renewed") is none.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from extractors import lexicon
from extractors.base import Reading

STRONG, MEDIUM, WEAK = "strong", "medium", "weak"

_FOLDER = lexicon.FOLDER / "technology"
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_KEY = 3  # characters that pick the terms to try at a word
_AFTER = r"(?!\w)"
# What a noun phrase may begin with before its term, and end with after it, and still be one technology.
_TAIL = re.compile(
    r"[ \-‑](?:systems?|tools?|technolog(?:y|ies)|software|equipment|devices?|programs?|platforms?"
    r"|models?|applications?|data"
    r"|cameras?|recordings?|vehicles?|decisions?|warnings?|processes|recommendations?|sensors?|records)(?!\w)"
)


@dataclass(frozen=True)
class Term:
    """A technology named from `start` to `end`."""

    start: int
    end: int
    text: str
    strength: str
    family: str


def find_technologies(reading: Reading) -> tuple[Term, ...]:
    """Every technology the document names, in order, false friends and acronyms that it spells out otherwise left out.

    "Army Instructor (AI)" makes every AI of the document an instructor.
    """
    found = reading.get(_find_all)
    others = reading.get(find_other_acronyms)
    return tuple(term for term in found if term.text.rstrip("s") not in others) if others else found


def _find_all(reading: Reading) -> tuple[Term, ...]:
    return technologies(reading.text)


def find_other_acronyms(reading: Reading) -> frozenset[str]:
    """The acronyms of technologies that the document spells out otherwise."""
    written = {term.text.rstrip("s") for term in reading.get(_find_all)}
    acronyms = {text for text in written if _ACRONYM.fullmatch(text)}
    return frozenset(acronym for acronym in acronyms if _is_spelled_otherwise(acronym, reading.text))


def _is_spelled_otherwise(acronym: str, text: str) -> bool:
    """Whether the words before the acronym, where it is brought in, begin with its letters and name no technology."""
    words = r"[\s-]+(?:(?:and|of|the|for|to|in|&)\s+){0,2}".join(rf"{letter}[\w’'-]*" for letter in acronym)
    spelled = re.compile(rf"\b{words}\s*,?\s*[(“\"]{{1,2}}(?:[A-Z]{{2,5}} )?{acronym}s?\b", re.IGNORECASE)
    phrases = [match.group() for match in spelled.finditer(text)]
    named = [term for phrase in phrases for term in technologies(phrase[: phrase.upper().rfind(acronym)])]
    return bool(phrases) and all(term.strength == WEAK for term in named)


def technologies(text: str) -> tuple[Term, ...]:
    """The technologies that `text` names, longest term at each place, false friends left out."""
    lower = _lower(text)
    index, opening = _index(), _opening()
    found: list[Term] = []
    reached = 0
    for start in _starts().finditer(lower):
        at = start.start()
        if at < reached:
            continue
        key = _key(lower, at)
        if opening[key].match(lower, at) is None:
            continue
        best = _longest(index[key], lower, text, at)
        if best is None:
            continue
        end, strength, family = best
        reached = end
        if strength != "trap":
            found.append(Term(at, end, text[at:end], strength, family))
    return tuple(found)


def named(terms: tuple[Term, ...], text: str, offset: int = 0) -> tuple[str, ...]:
    """The technologies of a sentence as it names them, weak ones only beside no other; each once.

    `text` is what the terms' offsets, less `offset`, lie in: "automated decision" takes its "system" along.
    """
    chosen = [t for t in terms if t.strength != WEAK] or [t for t in terms if t.family == "general"][:2]
    names: dict[str, str] = {}
    for term in chosen:
        end = term.end - offset
        tail = _TAIL.match(text, end)
        name = text[term.start - offset : tail.end() if tail and term.strength != WEAK else end]
        names.setdefault(" ".join(name.casefold().split()), " ".join(name.split()))
    return tuple(names.values())


def _longest(tries: list[tuple[str, str, str]], lower: str, text: str, at: int) -> tuple[int, str, str] | None:
    best: tuple[int, str, str] | None = None
    for term, strength, family in tries:
        match = _compiled(term).match(lower, at)
        if match and (best is None or match.end() > best[0]) and not _miscased(term, family, text[at : match.end()]):
            best = (match.end(), strength, family)
    return best


def _miscased(term: str, family: str, written: str) -> bool:
    """Whether an acronym is not written as one: "ai" inside an address, "RTLs" for more than one RTL."""
    if term.isupper() and term.endswith("S") and len(written) == len(term) and written.endswith("s"):
        return not written.islower()
    return len(written) <= 4 and " " not in written and written.islower() and family in _ACRONYM_FAMILIES


_ACRONYM_FAMILIES = frozenset({"ai", "automation", "location", "camera", "system", "terminal", "timekeeping"})


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow when lowered
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower


@cache
def _index() -> dict[str, list[tuple[str, str, str]]]:
    """Terms and false friends by the first letters of their first word."""
    index: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in _rows("terms.csv"):
        _enter(index, row["term"], row["strength"], row["family"])
    for row in _rows("traps.csv"):
        _enter(index, row["phrase"], "trap", row["why"])
    return dict(index)


def _enter(index: dict[str, list[tuple[str, str, str]]], term: str, strength: str, family: str) -> None:
    if not term[:1].isalpha():
        raise ValueError(f"the technology term {term!r} does not begin with a letter; correct it in lexicon/technology")
    index[_key(term.lower(), 0)].append((term, strength, family))


def _key(lower: str, at: int) -> str:
    """Three characters from `at`, what is no letter or digit as a space: "E-Tech" and "e tech" have one key."""
    key = lower[at : at + _KEY].ljust(_KEY)
    return key if key.isalnum() else "".join(c if c.isalnum() else " " for c in key)


@cache
def _starts() -> re.Pattern[str]:
    """Where a word begins with the key of some term."""
    rests: dict[str, list[str]] = defaultdict(list)
    for key in sorted(_index()):
        rests[key[0]].append("".join(r"(?:[\W_]|\Z)" if c == " " else re.escape(c) for c in key[1:]))
    keys = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return re.compile(rf"(?<![^\W\d_])(?=[^\W\d_])(?={'|'.join(keys)})")


@cache
def _opening() -> dict[str, re.Pattern[str]]:
    """By the key of a word: all terms that begin so in one pattern; whether any stands there is known at once."""
    return {key: re.compile("|".join(_pattern(term) for term, _, _ in tries)) for key, tries in _index().items()}


@cache
def _compiled(term: str) -> re.Pattern[str]:
    """A term as a pattern, made when first needed."""
    return re.compile(_pattern(term))


def _pattern(term: str) -> str:
    """The pattern of a term: space and hyphen alike, a final plural, `*` for any ending."""
    words = re.split(r"[ \-‑]", term.lower())
    made = r"(?:[ \-‑–\n]|- | -)".join(_word(word) for word in words)
    if not term.endswith("*") and words[-1].isalpha() and len(words[-1]) > 1:
        made += r"(?:s|es)?"
    return made + _AFTER


def _word(word: str) -> str:
    return re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "")


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
