"""Posts that several people share: "Jane Doe and Max Stone, co-directors of Acme"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.names.candidates import Candidate, Line
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.rows import Name
from extractors.names.titles import is_plural, is_role, singular
from extractors.posts.post import Post, clean_role

_JOINED = re.compile(
    r"(?:, M[EPS]?P| M[EPS]?P)?\.?(?:\s?\([^()]{1,30}\))?(?P<joint>,? (?:and|&) (?:also )?|, )(?:Dr\.? |Prof\.? )?"
)
_OPENING = re.compile(
    r"(?:,? who (?:are|were|serve as|work as)|,| \(| [–—-])"
    r" ?(?:(?:both|all|the|two|three|four|each|currently|former|then|who are|are) )*"
)
_ROLE = re.compile(
    r"(?:[\w’&/-]+ ){0,6}?(?P<head>[\w-]+s)\b(?: general\b)?(?:,? (?:and|&) (?:[\w’-]+ ){0,3}?[\w-]+s\b)?"
)
_AT = re.compile(
    r"(?: (?:in|of|for|on|to) (?!the )[a-z][\w’, -]{2,60}?)?,? (?:at|of|for|with|from|in) (?:the )?(?:\w+-based )?"
    r"(?:(?:union|company|firm|giant|nonprofit|think tank|law firm|startup) )?"
)
_FEWEST, _MOST = 2, 9  # people who share a post


def posts_shared(text: str, line: Line) -> Iterator[Post]:
    """For every list of people in a line that a role in the plural follows, the post of each of them."""
    listed: list[Candidate] = []
    closed = False
    for person in line.candidates:
        between = _JOINED.fullmatch(text, listed[-1].end, person.start) if listed else None
        if between is None:
            listed, closed = [], False
        closed = closed or (between is not None and between["joint"].strip(", ") != "")
        if person.full:
            listed = [*listed[-_MOST:], person]
        if len(listed) >= _FEWEST and closed and any(p.text.split()[0] in GIVEN_NAMES for p in listed):
            yield from _told(text, line, listed)


def _told(text: str, line: Line, people: list[Candidate]) -> Iterator[Post]:
    end = line.row.sentence.end
    opening = _OPENING.match(text, people[-1].end, end)
    if opening is None:
        return
    held = line.starting.get(opening.end())
    at = held.end + len(" ") if held else opening.end()
    told = _ROLE.match(text, at, end)
    if told is None or not is_plural(told["head"]) or not is_role(singular(told["head"])):
        return
    role, finish = clean_role(singular(told.group())), told.end()
    if held is None:
        held = _held(text, line, told.end(), end)
        finish = held.end if held else finish
    for person in people:
        yield Post(person.start, finish, person, role, held)


def _held(text: str, line: Line, start: int, end: int) -> Name | None:
    """The organization that a role is told to be held at: the first that is linked to it."""
    near = line.named(start, min(end, start + 160))
    return next((name for name in near if _AT.fullmatch(text, start, name.start)), None)
