"""People named in a document, every mention with the fullest name, role and organization the document gives.

Somebody is recognized by a title or role beside the name, by a given name, or by a verb of saying; later mentions by
the surname alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.base import Reading
from extractors.names.candidates import Candidate, lines
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.organizations import told_name
from extractors.names.rows import SmallWords
from extractors.names.titles import HONORIFICS
from extractors.posts.find import find_posts
from extractors.posts.post import Post

_SAYING = (
    r"(?:said|says|say|told|tells|wrote|writes|added|adds|explained|explains|continued|continues|argued|argues|warned"
    r"|warns|noted|notes|stated|states|concluded|concludes|commented|announced|testified|recalled|remarked|tweeted"
    r"|observed|insisted|urged|called|asked|declared|emphasized|stressed|described|wonders|thinks|believes)"
)
_SAYS = re.compile(rf",? (?:also |then |later )?{_SAYING}\b")
_SAID = re.compile(rf"\b{_SAYING},? $")
_HONORIFIC = re.compile(rf"\b(?:{'|'.join(sorted(HONORIFICS))})\.? $")
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV|MD|Ph\.?D)\.?$")


@dataclass(frozen=True, order=True)
class Person:
    """One mention of a person; `name` is the person's fullest name in the document.

    `role`, `organization` (its name and kind), `party` (D, R, I) and `state` are what the document tells anywhere of
    the person, else None.
    """

    start: int
    end: int
    text: str
    name: str
    role: str | None = None
    organization: str | None = None
    organization_kind: str | None = None
    party: str | None = None
    state: str | None = None


def find_people(reading: Reading) -> tuple[Person, ...]:
    """Mentions of people in reading order, never overlapping."""
    posts = reading.get(find_posts)
    everyone = [candidate for line in reading.get(lines) for candidate in line.candidates]
    titled = {post.person.start for post in posts}
    firsts = {post.person.text for post in posts if not post.person.full}
    small = SmallWords(reading.text)
    sure = [c for c in everyone if c.start in titled or _is_shown(reading.text, c, small) or _first(c) in firsts]
    full = _full_names(sure)
    _add_given(full, small)
    told = _told(posts, full)
    found: list[Person] = []
    for candidate in everyone:
        name = _name(candidate, full)
        if name is None:
            if candidate.start not in titled and not _is_honored(reading.text, candidate):
                continue
            name = " ".join(candidate.text.split())
        post = told.get(name)
        held = post.organization if post else None
        found.append(
            Person(
                candidate.start,
                candidate.end,
                candidate.text,
                name,
                post.role if post else None,
                told_name(reading, held) if held else None,
                held.kind if held else None,
                post.party if post else None,
                post.state if post else None,
            )
        )
    return tuple(found)


def people_in(reading: Reading, start: int, end: int) -> tuple[Person, ...]:
    """The mentions that lie wholly between two offsets."""
    found = reading.get(find_people)
    first = bisect_left(found, start, key=lambda person: person.start)
    last = bisect_left(found, end, key=lambda person: person.start)
    return tuple(person for person in found[first:last] if person.end <= end)


def _is_shown(text: str, candidate: Candidate, small: SmallWords) -> bool:
    """Whether a phrase is a person by its given name, or by a verb of saying or a "Mr." beside it."""
    if not candidate.full:
        return False
    words = candidate.text.split()
    if words[0] in GIVEN_NAMES and len(words) <= 4 and not candidate.row.capitals:
        common = len(words) > 2 and any(len(word) > 2 and word.casefold() in small for word in words[1:])
        if not common:
            return True
    return _is_speaking(text, candidate) or _is_honored(text, candidate)


def _is_speaking(text: str, candidate: Candidate) -> bool:
    before = text[max(0, candidate.start - 14) : candidate.start]
    return _SAYS.match(text, candidate.end) is not None or _SAID.search(before) is not None


def _is_honored(text: str, candidate: Candidate) -> bool:
    return _HONORIFIC.search(text[max(0, candidate.start - 12) : candidate.start]) is not None


def _surname(text: str) -> str:
    return _SUFFIX.sub("", text).split()[-1]


def _full_names(sure: Iterable[Candidate]) -> dict[str, list[str]]:
    """The fullest names by surname: "Jane Doe" and "Jane Q. Doe" are one, Jane and John Doe two."""
    found: dict[str, list[str]] = {}
    for candidate in sure:
        name = " ".join(candidate.text.split())
        if not candidate.full:
            continue
        same = found.setdefault(_surname(name), [])
        twin = next((n for n, other in enumerate(same) if _are_one(other, name)), None)
        if twin is None:
            same.append(name)
        elif len(name) > len(same[twin]):
            same[twin] = name
    return found


def _first(candidate: Candidate) -> str | None:
    return candidate.text.split()[0] if candidate.full else None


def _add_given(full: dict[str, list[str]], small: SmallWords) -> None:
    """Enter the given names that only one person bears, so that "Jane" alone is Jane Doe."""
    bearers: dict[str, set[str]] = {}
    for name in (name for names in full.values() for name in names):
        bearers.setdefault(name.split()[0], set()).add(name)
    for first, names in bearers.items():
        if len(names) == 1 and len(first) > 2 and first not in full and first.casefold() not in small:
            full[first] = list(names)


def _are_one(name: str, other: str) -> bool:
    """Whether names with one surname are one person's: the same given name, and no "Jr." to only one."""
    same = name.split(maxsplit=1)[0] == other.split(maxsplit=1)[0]
    same = same or name.endswith(f" {other}") or other.endswith(f" {name}")
    return same and bool(_SUFFIX.search(name)) == bool(_SUFFIX.search(other))


def _name(candidate: Candidate, full: dict[str, list[str]]) -> str | None:
    """The fullest name of whom a phrase means, None where the document does not show it to be a person."""
    words = candidate.text.split()
    names = full.get(_surname(candidate.text), [])
    if len(words) == 1:
        return names[0] if names else None
    text = " ".join(words)
    if text in names:
        return text
    return next((name for name in names if name.split()[0] == words[0] or name.endswith(f" {text}")), None)


def _told(posts: Sequence[Post], full: dict[str, list[str]]) -> dict[str, Post]:
    """What the document tells first of each person, posts at an organization before others."""
    found: dict[str, Post] = {}
    for post in sorted(posts, key=lambda post: (post.organization is None, post.start)):
        name = _name(post.person, full) or " ".join(post.person.text.split())
        found.setdefault(name, post)
    return found
