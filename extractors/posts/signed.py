"""Posts told on lines of their own: under a signature or byline, or over a name as the label of a contact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.names.candidates import Candidate, Line
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.rows import Name
from extractors.names.titles import TITLE_MODIFIERS, TITLE_WORDS, is_role
from extractors.posts.after import posts_told
from extractors.posts.before import contact_role
from extractors.posts.post import Post

_HONORED = re.compile(r"^(?:The )?(?:Honorable|Hon\.|Mr\.|Ms\.|Mrs\.|Dr\.) ")
_LABEL = re.compile(
    r"(?:For (?:more|further) information,? )?(?P<role>(?i:(?:(?:press|media|news|communications) )?contacts?"
    r"|(?:press|media) (?:enquiries|inquiries)))(?: [Ii]nformation| details)?:?"
)
_TITLE_LINE = re.compile(r"[A-Z][\w-]*(?:,? (?:(?:of|and|for|&|/) )*[A-Z][\w-]*){0,5}")
_LONGEST = 120  # characters of the line that tells the role


def posts_signed(text: str, line: Line, following: Sequence[Line]) -> Iterator[Post]:
    """A name on a line of its own, the role on the next of the `following`, the organization there or on a third."""
    sentence, after = line.row.sentence, following[0].row.sentence
    label = _LABEL.fullmatch(sentence.text.strip())
    if label:
        yield from _contacts(following[0], contact_role(label["role"]))
        return
    people = [c for c in line.candidates if c.full]
    if len(people) != 1 or len(after.text) > _LONGEST or after.text[-1] in ".!?”":
        return
    name, _, title = _HONORED.sub("", sentence.text).strip(" ,–—-*•").partition(", ")
    if name != people[0].text:
        return
    if title and is_role(title) and len(title) < _LONGEST:
        held = _alone(following[0])
        if held:
            yield from (replace(post, organization=held) for post in _titled(text, line, people[0], name))
        return
    if title or any(c.full and c.text.split()[0] in GIVEN_NAMES for c in following[0].candidates):
        return
    end = _title_end(text, following[0], people[0])
    if not end:
        return
    held = _alone(following[1]) if len(following) > 1 else None
    for post in posts_told(text, following[0], people[0], after.start, end):
        yield replace(post, organization=held) if held and post.organization is None else post


def _contacts(below: Line, role: str) -> Iterator[Post]:
    """The person whom the line under a label begins with."""
    person = next(iter(below.candidates), None)
    sentence = below.row.sentence
    if person and person.full and person.start == sentence.start and not is_role(sentence.text[len(person.text) :]):
        yield Post(person.start, person.end, person, role, None)


def _titled(text: str, line: Line, person: Candidate, name: str) -> Iterator[Post]:
    """The post that a line tells in full, name, comma and title, where it names no organization."""
    at = text.find(name, line.row.sentence.start) + len(f"{name}, ")
    posts = list(posts_told(text, line, person, at))
    yield from posts if len(posts) == 1 and posts[0].organization is None else ()


def _title_end(text: str, line: Line, person: Candidate) -> int:
    """Where the title ends that a line under a name begins with, 0 where it begins with none."""
    sentence = line.row.sentence
    word = re.match(r"[A-Z][\w-]+", sentence.text)
    if word and (word.group() in TITLE_WORDS or word.group() in TITLE_MODIFIERS):
        bar = text.find("|", sentence.start, sentence.end)
        return bar if bar > 0 else sentence.end
    title = _TITLE_LINE.match(text, sentence.start, sentence.end)
    alone = title is not None and not text[title.end() : sentence.end].split("|", maxsplit=1)[0].strip()
    known = person.text.split()[0] in GIVEN_NAMES
    return title.end() if title and alone and known and is_role(title.group().split()[-1]) else 0


def _alone(line: Line) -> Name | None:
    """The organization that is all a line says."""
    held = line.organizations[0] if len(line.organizations) == 1 else None
    return held if held and line.row.sentence.text.strip(" ,.") in (held.text, f"The {held.text}") else None
