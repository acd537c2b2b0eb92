"""People's posts: a role, at an organization where one is named, before or after the person's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.base import Reading
from extractors.candidates import Candidate, Line, lines
from extractors.given_names import GIVEN_NAMES
from extractors.names import main_union
from extractors.post import Post, is_of_the_union
from extractors.posts_after import posts_after, posts_signed
from extractors.posts_before import posts_before
from extractors.rows import Name
from extractors.titles import PLURALS

_LETTERS = re.compile(r",? (?:(?P<seat>MP|MEP|MSP)|QC|KC|CBE|OBE|MBE)\b(?! (?:for|of)\b)")
_CONTACT = re.compile(r"(?:\w+ )?[Cc]ontact")
_PARTY = re.compile(
    r"\.?\s?\((?P<party>[DRI])(?:em|ep|nd)?\.?(?:\s?[-–—]\s?"
    r"|, )(?P<state>[A-Z][A-Za-z.]{1,5})(?:[-–]\d{1,2}|[-–]At Large)?\)"
    r"|\.?\s?\((?P<seat>[A-Z]{2})[-–]\d{1,2}\)"
)


def find_posts(reading: Reading) -> tuple[Post, ...]:
    """All posts told in a document, in reading order."""
    found: list[Post] = []
    known = reading.get(lines)
    firsts = _first_names(known)
    for index, line in enumerate(known):
        inherited: Post | None = None
        for person in line.candidates:
            before = list(posts_before(reading.text, line, person))
            listed = not before and inherited is not None and _in_list(reading.text, inherited, person)
            if listed and inherited is not None:
                before = [replace(inherited, start=person.start, person=person)]
            inherited = before[0] if listed or (before and _plural(reading.text, before[0])) else None
            found.extend(_posts(reading.text, line, person, before, firsts))
        if index + 1 < len(known):
            found.extend(posts_signed(reading.text, line, known[index + 1]))
    return tuple(_of_the_union(reading, post) for post in found)


def _first_names(known: Sequence[Line]) -> frozenset[str]:
    """The first words of names that may stand for them alone: "Jane" after "Jane Doe"."""
    full = {c.text for line in known for c in line.candidates if c.full and len(c.text.split()) < 4}
    counted = Counter(name.split()[0] for name in full)
    return frozenset(first for first, count in counted.items() if count == 1 and len(first) > 2)


def _of_the_union(reading: Reading, post: Post) -> Post:
    """A post in a union that is not named beside it, at the union the document is about."""
    if post.organization is None and post.role is not None and is_of_the_union(post.role):
        return replace(post, organization=reading.get(main_union))
    return post


def _posts(text: str, line: Line, person: Candidate, before: Sequence[Post], firsts: frozenset[str]) -> Iterator[Post]:
    letters = _LETTERS.match(text, person.end)
    begin = letters.end() if letters else person.end
    party = _PARTY.match(text, begin)
    after = party.end() if party else begin + (text[begin : begin + 2] == ".,")
    state = (party["state"] or party["seat"]) if party else None
    about = {"party": party["party"] if party else None, "state": state}
    known = person.full or bool(before) or person.text in GIVEN_NAMES or person.text in firsts
    later = list(posts_after(text, line, person, after)) if known else []
    if later and before and before[0].role and _CONTACT.fullmatch(before[0].role):
        before = []
    if letters and letters["seat"] and not before and not later:
        later = [Post(person.start, letters.end(), person, letters["seat"], None)]
    for post in before:
        lone = post.organization is None and not later
        at = _organization_after(text, line, after) if lone else None
        end = at.end if at else max(after, post.end) if post.start != person.start else after
        yield replace(post, end=end, organization=at or post.organization, party=about["party"], state=about["state"])
    for post in later:
        yield replace(post, party=about["party"], state=about["state"])


def _plural(text: str, post: Post) -> bool:
    """Whether the title before a name is for several people."""
    title = [word.rstrip(".") for word in text[post.start : post.person.start].split()]
    return any(word in PLURALS and word.endswith("s") for word in title)


def _in_list(text: str, before: Post, person: Candidate) -> bool:
    between = text[before.person.end : person.start]
    return re.fullmatch(r"\.?(?:\s?\([^()]{1,20}\))?(?: of [A-Z][\w‘’' ]{2,20})?,?(?: and)? ", between) is not None


def _organization_after(text: str, line: Line, at: int) -> Name | None:
    """The organization after "President Jane Doe, ", if what is said ends with it."""
    name = line.starting.get(at + 2)
    if name is None or text[at : name.start] != ", ":
        return None
    closes = re.match(r"(?: \([^()]+\))?(?:[;.,)]|$|\n)", text[name.end : name.end + 30])
    return name if closes else None
