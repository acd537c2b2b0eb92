"""Who holds which post: people's roles, and the organizations they hold them at."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.base import Extractor, Reading
from extractors.names.organizations import told_name
from extractors.names.people import find_people
from extractors.posts.find import find_posts
from extractors.posts.post import Post
from records.facts import Affiliation, Fact

_SAME = {
    "representative": "congress",
    "congressman": "congress",
    "congresswoman": "congress",
    "rep": "congress",
    "congressmember": "congress",
    "senate": "senator",
}
_EMPTY = frozenset(["u", "s", "us", "the", "of", "a", "and", "united", "states", "uk"])


class Affiliations(Extractor):
    """One row for each post of each person, told as fully as the document tells it."""

    name = "affiliations"
    version = "1"
    tables = (Affiliation,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """The posts of a document; a post told again in fewer words is left out."""
        names = {person.start: person.name for person in reading.get(find_people)}
        told: dict[str, list[tuple[Affiliation, frozenset[str]]]] = {}
        for post in sorted(reading.get(find_posts), key=lambda post: not post.person.full):
            if post.person.start not in names:
                continue
            fact = _fact(reading, post, names[post.person.start])
            _note(told.setdefault(fact.person_name, []), fact)
        for facts in told.values():
            yield from (fact for fact, _ in facts)


def _fact(reading: Reading, post: Post, person: str) -> Affiliation:
    held = told_name(reading, post.organization) if post.organization else None
    return Affiliation(
        span=reading.span(min(post.start, post.person.start), max(post.end, post.person.end)),
        confidence=0.85 if held else 0.75,
        person_name=person,
        role=post.role,
        organization_name=held,
    )


def _note(before: list[tuple[Affiliation, frozenset[str]]], fact: Affiliation) -> None:
    """Add a post to a person's, unless it is one of them told in fewer words; drop those it tells more fully."""
    words = _words(fact.role or "")
    for other, told in before:
        alike = words == told and (len(fact.role or "") <= len(other.role or "") or "congress" in words)
        if (words < told or alike) and _is_held_at(fact.organization_name, other.organization_name):
            return
    before[:] = [
        (other, told)
        for other, told in before
        if not (told <= words and _is_held_at(other.organization_name, fact.organization_name))
    ]
    before.append((fact, words))


def _is_held_at(held: str | None, other: str | None) -> bool:
    """Whether a post told at `held` can be the one told at `other`: unsaid, or the same but for an apostrophe-s."""
    return held is None or held == other or (other is not None and _bare(held) == _bare(other))


def _bare(name: str) -> str:
    return name.replace("’", "'").replace("'s", "").casefold()


def _words(role: str) -> frozenset[str]:
    """The telling words of a role, synonyms as one."""
    plain = role.casefold().replace(".", " ").replace(",", " ").replace("-", " ")
    words = plain.replace("chief executive officer", "ceo").replace("chief executive", "ceo").split()
    return frozenset(_SAME.get(word, word) for word in words) - _EMPTY
