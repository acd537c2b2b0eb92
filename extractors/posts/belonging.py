"""Where people belong: the organization a document gives for a person, wherever and however it says so.

`extractors.names.people` reads posts that are told in full. Here are the looser ways: "X's Jane Doe", "Jane Doe (X)",
"Jane Doe from X", "X leader Jane Doe", "Jane Doe, head of policy, X", also for organizations that no list holds.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.base import Reading
from extractors.names.heads import KINDS
from extractors.names.organizations import find_organizations, organizations_in
from extractors.names.people import Person, find_people
from extractors.names.places import is_group, is_place
from extractors.names.titles import HONORIFICS, ROLE_HEADS, TITLE_MODIFIERS, TITLE_WORDS
from extractors.text.tokens import word_set

_REACH = 150  # characters on either side of a name
_LAWMAKER = re.compile(
    r"\b(?:senator|sens?|representative|reps?|congress\w+|mps?|meps?|msp|lawmaker|governor|gov|assembly\w+|mayor"
    r"|(?:majority|minority|democratic|republican|house|senate) (?:leader|whip|speaker)"
    r"|delegate|councill?or|minister|president-elect)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"(?<![A-Z])[.!?](?=\s|\Z)|[;:“”\"\n]")
_FROM = re.compile(r",?\s+(?:from|of|at|with|for)\s+(?:the\s+)?")
_BRACKET = re.compile(r"\s*\((?:the\s+)?(?=[A-Z0-9])")
_POST = re.compile(
    r"(?:,\s+|\s+)(?P<role>(?:an?\s+|the\s+|its\s+)?(?:[\w’'&/-]+[\s,]+){0,9}?[\w’'-]+),?\s+(?:of|at|for|with"
    r"|from|in)\s+"
    r"(?:the\s+)?(?=[A-Z0-9])"
)
_SEGMENTS = re.compile(r"(?:,\s+(?:the\s+)?[A-Z](?:[^,;.]|(?<=[A-Z])\.){0,70}){1,2},\s+(?:the\s+)?")
_BEFORE_ROLE = re.compile(
    r"(?P<name>(?:[A-Z][\w&-]*\s){0,4}?[A-Z0-9][\w&-]*)(?:['’]s?)?\s+(?P<role>(?:[\w’'/-]+,?\s+){1,5})\Z"
)
_ELSEWHERE = re.compile(r",\s+(?:to|in|by|on|during|before|after|outside)\b")
_OWNER = re.compile(r"['’]s?\s+\Z")
_RUN = re.compile(r"[A-Z0-9][\w&.’-]*(?:\s(?:(?:of|for|and|the|&|in)\s)*[A-Z0-9][\w&’-]*){0,5}")
_OWNED = re.compile(r"['’]s?\s+")
_NO_ORGANIZATION = word_set(
    "January February March April May June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday The This That AI Today Dear MP MPs MEP Act Bill Article Chapter"
)
_SPOKEN_FOR = word_set(
    "spokesperson spokesman spokeswoman officer official leader secretary director organiser organizer president chief"
)


def organizations_of_people(reading: Reading) -> dict[str, str]:
    """For each person of the document, by full name, the organization it first gives for them; lawmakers have none."""
    found: dict[str, str] = {}
    barred: set[str] = set()
    everyone = reading.get(find_people)
    for person in everyone:
        if person.party or (person.role and _LAWMAKER.search(person.role)):
            barred.add(person.name)
    for person in everyone:
        if person.name in barred or person.name in found:
            continue
        name = _part_of(reading, person) if person.organization else _after(reading, person) or _before(reading, person)
        if name:
            found[person.name] = name
    return found


def speaks_for(role: str | None) -> bool:
    """Whether a role without an organization is held in the one spoken of: "a spokesperson", "the pensions officer"."""
    return bool(role) and str(role).split()[-1].casefold() in _SPOKEN_FOR


def named_at(reading: Reading, start: int, end: int) -> str | None:
    """The organization whose name starts at `start`: a known one, else the run of capitalised words that stands there.

    Of "X's Y" it is Y.
    """
    text = reading.text
    known = next((o for o in organizations_in(reading, start, min(end, start + 120)) if o.start <= start + 4), None)
    if known:
        owned = _OWNED.match(text, known.end, end)
        further = (
            named_at(reading, owned.end(), end) if owned and text[owned.end() : owned.end() + 1].isupper() else None
        )
        return further or known.name
    run = _RUN.match(text, start, end)
    return _plausible(reading, run.group()) if run else None


def _plausible(reading: Reading, run: str) -> str | None:
    run = re.sub(r"['’]s?\Z", "", run.rstrip(".,"))
    words = run.split()
    small = ("of", "for", "and", "the", "&", "in")
    while words and words[-1] in small:
        words.pop()
    if not words or not re.search(r"[A-Za-z]", run) or words[0] in _NO_ORGANIZATION or words[-1] in _NO_ORGANIZATION:
        return None
    lone = len(words) == 1 and words[0] in KINDS
    if lone or is_place(words) or is_group(words) or all(word in TITLE_WORDS for word in words):
        return None
    return _spelled_out(reading, " ".join(words))


def _spelled_out(reading: Reading, name: str) -> str:
    """The full name of an acronym that an organization of the document has or begins with."""
    if not (name.isupper() and 3 <= len(name) <= 6):
        return name
    return reading.get(_by_initials).get(name, name)


def _by_initials(reading: Reading) -> dict[str, str]:
    """The document's organizations by acronym, and by each beginning of their initials of three letters or more."""
    found: dict[str, str] = {}
    for known in reading.get(find_organizations):
        initials = "".join(word[0] for word in known.name.split() if word[0].isupper())
        starts = {initials[:n] for n in range(3, len(initials) + 1)} if " " in known.name else set()
        for short in starts | ({known.acronym} if known.acronym else set()):
            found.setdefault(short, known.name)
    return found


def _has_role(words: str) -> bool:
    return any(word.strip(",").casefold() in ROLE_HEADS for word in words.split())


def _after(reading: Reading, person: Person) -> str | None:
    text = reading.text
    end = min(len(text), person.end + _REACH)
    parted = _PARTED.search(text, person.end, end)
    end = parted.start() if parted else end
    bracket = _BRACKET.match(text, person.end, end)
    if bracket and (closing := text.find(")", bracket.end(), end)) > 0 and "," not in text[bracket.end() : closing]:
        return named_at(reading, bracket.end(), closing)
    post = _POST.match(text, person.end, end)
    employed = (
        post and _has_role(post["role"]) and not (_LAWMAKER.search(post["role"]) or _ELSEWHERE.search(post["role"]))
    )
    if post and employed and (name := named_at(reading, post.end(), end)):
        return name
    straight = _FROM.match(text, person.end, end)
    if straight:
        known = [o for o in organizations_in(reading, straight.end(), end) if o.start == straight.end()]
        return named_at(reading, known[0].start, end) if known else None
    segments = next(
        (o for o in organizations_in(reading, person.end, end) if _SEGMENTS.fullmatch(text, person.end, o.start)), None
    )
    return segments.name if segments else None


def _part_of(reading: Reading, person: Person) -> str | None:
    """Of "director at X's Y" Y, where X alone was read as the person's organization; of "president, X, Y" X."""
    if person.role and "," in person.role:
        last = person.role.rsplit(", ", 1)[1]
        inside = next((o for o in reading.get(find_organizations) if o.text == last), None)
        if inside:
            return inside.name
    named = organizations_in(reading, person.end, min(len(reading.text), person.end + _REACH))
    for owner, part in pairwise(named):
        if person.organization in (owner.name, owner.text) and _OWNED.fullmatch(reading.text, owner.end, part.start):
            return part.name
    return None


def _before(reading: Reading, person: Person) -> str | None:
    text = reading.text
    start = max(0, person.start - _REACH)
    parted = [match.end() for match in _PARTED.finditer(text, start, person.start)]
    start = parted[-1] if parted else start
    for name in reversed(organizations_in(reading, start, person.start)):
        between = text[name.end : person.start]
        if _OWNER.fullmatch(between) or (_has_role(between) and len(between.split()) <= 7 and "," not in between):
            return None if _LAWMAKER.search(between) else name.name
        break
    found = _BEFORE_ROLE.search(text[start : person.start])
    if not found or _LAWMAKER.search(found["role"]) or not _has_role(found["role"]):
        return None
    roles = [word.strip(",") for word in found["role"].split()]
    if any(not _role_word(word) for word in roles):
        return None
    words = found["name"].split()
    while words and (words[-1] in TITLE_WORDS or words[-1] in TITLE_MODIFIERS or words[-1] in HONORIFICS):
        words.pop()
    while words and (words[0] in TITLE_MODIFIERS or words[0] in _NO_ORGANIZATION):
        words.pop(0)
    if not words or (len(words) == 1 and len(words[0]) < 2):
        return None
    starts = found.start("name") + start
    opens = not text[:starts].strip() or text[:starts].rstrip()[-1:] in ".!?\n"
    owner = text[found.end("name") + start : found.end("name") + start + 1] in ("'", "’")
    return (
        None
        if opens and len(words) == 1 and not words[0].isupper() and not owner
        else _plausible(reading, " ".join(words))
    )


def _role_word(word: str) -> bool:
    return word.casefold() in ROLE_HEADS or word in TITLE_WORDS or word in TITLE_MODIFIERS or word.islower()
