"""The subject of a verb of saying: the person, organization or document that speaks in a sentence."""

from __future__ import annotations

import re

from extractors.base import Reading
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.organizations import find_organizations, organizations_in
from extractors.names.titles import is_role
from extractors.posts.belonging import named_at
from extractors.speech.voices import Candidate, Voice, candidates, unknown

_OBJECT = re.compile(
    r"\b(?:to|of|by|with|from|against|for|about|between|urging|urged|asking|on|at|in"
    r"|and)\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){0,5}\Z"
)
# A contract speaks for nobody: "the Acme agreement states that …".
_CONTRACT = re.compile(r"\b(?:contract|agreement|CBA|clause|policy|memorandum|handbook|terms)\b")
_APPOSED = re.compile(r"\s?\(|,\s(?:an?|the|which|who|whose|led|based)\b")
_JOINED = re.compile(r"\band\s+(?:the\s+)?\Z")
_ITS_DOCUMENT = re.compile(
    r"(?P<who>[A-Z][\w&.-]*(?:\s(?:(?:of|for|and|the|&)\s)?[A-Z][\w&.-]*){0,5})['’]s?\s+(?:[\w-]+\s+){0,4}?"
    r"(?:reports?|survey|poll|study|letter|statement|data|figures|analysis|research|brief|paper|website|filing|memo"
    r"|announcement|tally|count|index)\s+(?:(?:also|has|have|then|further)\s+)?\Z"
)
_NAME_BEFORE = re.compile(
    r"(?:\b(?P<spoken>(?i:spokes\w+|representatives?|officials?|executives?|lawyers?|attorneys?"
    r"|managers?)\s+(?:for|at|of"
    r"|from|with)\s+(?:the\s+)?)|\b(?P<led>(?:of|by|with|from|against|about|between|to|in|on|at|under"
    r"|for)\s+(?:the\s+)?))?"
    r"(?P<name>(?:[A-Z][\w’'&-]+ (?:(?:for|of|and|the) ){0,2}){0,5}[A-Z][\w’'&-]+)\s+\Z"
)
_MADE_BY = re.compile(r"\s+(?:[a-z]+\s+){0,2}(?:by|from|of)\s+(?:the\s+)?(?=[A-Z])")
_BEFORE_VERB = re.compile(r"(,?)\s(?:[A-Z][\w’'-]+ ){1,4}\Z")


def subject(reading: Reading, start: int, end: int, last: Voice | None, naming: bool = False) -> Voice | None:
    """The subject of a verb that starts at `end`: the nearest mention that is not the object of a preposition.

    A person goes before organizations; several organizations joined by "and" are a nameless group. With `naming`
    (verbs as "called" or "described") an organization must stand close to the verb.
    """
    text = reading.text
    owned = _ITS_DOCUMENT.search(text, max(start, end - 160), end)
    if owned and (speaker := owner(reading, owned.start("who"), owned.end("who"))):
        return speaker
    found = candidates(reading, start, end, last)
    free = [c for c in found if not _is_object(reading, start, c.start)]
    if any(c.kind != "pronoun" for c in free):
        free = [c for c in free if text[c.start : c.end].casefold() != "it"]
    persons = [c for c in free if c.kind in ("person", "pronoun", "noun")]
    if persons:
        return persons[-1].voice
    if not free:
        return _unknown_subject(reading, start, end)
    if not any(text[c.end : end].strip() == "" for c in free) and (person := _new_person(reading, free, start, end)):
        return person
    chosen = _beside(text, free, end)
    if _CONTRACT.search(text, chosen.end, end):
        return None
    if chosen.kind == "organization":
        if naming and len(text[chosen.end : end].split()) > 30:
            return None
        if chosen is not free[0] and _JOINED.search(text, max(start, chosen.start - 8), chosen.start):
            return Voice()
    if chosen.kind == "group" and not chosen.voice.label:
        made = _MADE_BY.match(text, chosen.end, end)
        name = named_at(reading, made.end(), end) if made else None
        return Voice(None, None, name) if name else chosen.voice
    return chosen.voice


def _is_object(reading: Reading, start: int, at: int) -> bool:
    """Whether a preposition leads to what stands at `at`; one inside an organization's name does not count."""
    led = _OBJECT.search(reading.text, max(start, at - 90), at)
    if led is None or (led.group().startswith("and ") and is_role(led.group()[4:])):
        return False
    return not any(o.start < led.start() < o.end for o in organizations_in(reading, start, at))


def owner(reading: Reading, start: int, end: int) -> Voice | None:
    """The organization, or the person, that "X's report" names; a short form leads to the full name."""
    named = next((o for o in organizations_in(reading, start, end) if o.start <= start + 4), None)
    if named:
        return Voice(None, None, named.name)
    name = reading.text[start:end].removeprefix("The ")
    full = reading.get(_by_first_word).get(name.split()[0]) if name else None
    return Voice(None, None, full) if full and full.startswith(name) else None


def _by_first_word(reading: Reading) -> dict[str, str]:
    found: dict[str, str] = {}
    for organization in reading.get(find_organizations):
        found.setdefault(organization.name.split()[0].rstrip(","), organization.name)
    return found


def _beside(text: str, free: list[Candidate], verb: int) -> Candidate:
    """Of organizations and groups the one right before the verb, else the one an apposition follows, else the first."""
    for candidate in reversed(free):
        between = text[candidate.end : verb]
        if len(between.split()) <= 3 and "," not in between:
            return candidate
    return next((c for c in free if _APPOSED.match(text, c.end)), free[0])


def _unknown_subject(reading: Reading, start: int, end: int) -> Voice | None:
    """Who is named right before a verb by a name that is in no list: a person, or an organization spoken for."""
    text = reading.text
    match = _NAME_BEFORE.search(text[max(start, end - 120) : end])
    if not match:
        return None
    at = max(start, end - 120) + match.start("name")
    words = match["name"].split()
    given = next((n for n, word in enumerate(words[:-1]) if word in GIVEN_NAMES), None)
    if given is None and (match["spoken"] or re.search(r"\s(?:of|for)\s", match["name"])):
        name = named_at(reading, at, end)
        return Voice(None, None, name) if name else None
    if (match["led"] and not given) or (at == start and len(words) < 2):
        return None
    skipped = sum(len(word) + 1 for word in words[: given or 0])
    return unknown(reading, at + skipped, end)


def _new_person(reading: Reading, found: list[Candidate], start: int, end: int) -> Voice | None:
    """A person told by the given name alone right before a verb: "X policy manager Ana Ruiz said", "…, Ruiz said"."""
    run = _BEFORE_VERB.search(reading.text[max(start, end - 60) : end])
    if not run or any(c.kind == "organization" and c.end > end - len(run.group()) for c in found):
        return None
    words = run.group().strip(" ,").split()
    given = next((n for n, word in enumerate(words[:-1]) if word in GIVEN_NAMES), None)
    if given is None and not (len(words) == 1 and run.group(1) == ","):
        return None
    voice = _unknown_subject(reading, start, end)
    if voice is None or voice.organization or given is None:
        return voice
    employer = next((c.voice.organization for c in found if c.kind == "organization" and c.start - start <= 5), None)
    return Voice(voice.name, voice.role, employer)
