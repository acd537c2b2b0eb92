"""Posts told with a possessive: "its president, Jane Doe", "Jane Doe, their lawyer", "the chamber's head, Jane Doe"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.base import Reading
from extractors.names.candidates import Candidate, Line
from extractors.names.organizations import find_organizations, organizations_in
from extractors.names.rows import Name
from extractors.names.titles import is_plural, is_role
from extractors.posts.post import Post, clean_role
from extractors.posts.theirs import meant

_ROLE = r"(?P<role>(?!(?:to|a|an|the|that|of|and|in|on|for|with|by|from)\b)(?:[\w&-]+ ){0,7}?[\w-]+)"
_TITLE = (
    r"(?P<role>(?:(?:national|general|vice|deputy|assistant|senior|chief|executive|policy|research|regional|bargaining"
    r"|communications|legislative|political|press|managing|associate|campaign|organi[sz]ing|legal|staff|lead|board"
    r"|interim|acting|former) ){0,3}(?:president|secretary|director|officer|co-chair|chair|chair(?:man|woman|person)"
    r"|spokes(?:person|man|woman)|treasurer|secretary-treasurer|leader|head|organi[sz]er|economist|counsel|lawyer"
    r"|attorney|analyst|advis[eo]r|researcher|coordinator|manager|steward|rep|representative|delegate|executive"
    r"|convenor|member))"
)
_BEFORE = re.compile(
    rf"(?:\b(?P<its>[Ii]ts|[Tt]heir) |\b(?P<noun>(?:[Tt]he|[Tt]hat) \w+)[’']s? "
    rf"|(?P<who>(?:[A-Z][\w&.’-]*|\d+)(?: (?:[A-Z][\w&.-]*|\d+|of|for|and))*)[’']s? ){_ROLE}(?P<comma>,?) \Z"
)
_ADJUNCT = re.compile(
    r"(?:\A|[^\w’'-])(?P<noun>[Uu]nion|[Ll]ocal|[Gg]uild|[Ff]ederation|[Aa]lliance|[Cc]oalition|[Aa]ssociation"
    rf"|[Cc]hamber|[Cc]ompany) {_TITLE} \Z"
)
_ACRONYM = re.compile(rf"(?:\A|[^\w’'-])(?P<acronym>[A-Z][A-Z&/-]+[A-Z]) {_TITLE} \Z")
_AFTER = re.compile(
    r", (?P<its>its|their) (?P<role>(?:[\w&’'-]+ ){0,8}?[\w’'-]+)"
    r"(?=[,.;:]| (?:said|says|who|told|and|wrote|called|warned|added)\b)"
)
_REACH = 110  # characters before a name in which such a title can begin
_NO_SUBJECT = ("government", "legislature", "media")
_SENTENCE = 400  # characters of the sentence before
_ENDS = re.compile(r"[.!?][”\"]?\s+(?=[A-Z“\"])|\n")


def possessed(reading: Reading, line: Line, person: Candidate) -> Post | None:
    """The post that a possessive before or after a person's full name tells, None where it leads to no organization."""
    if not person.full:
        return None
    begin = line.row.sentence.start
    before = reading.text[max(begin, person.start - _REACH) : person.start]
    at = person.start - len(before)
    if told := _BEFORE.search(before):
        role = clean_role(told["role"])
        plain = told["comma"] or role[:1].islower()
        held = _held(reading, line, told, at) if plain and is_role(role) and not is_plural(role) else None
        if held:
            return Post(at + told.start("role"), person.end, person, role, held)
    for pattern in (_ADJUNCT, _ACRONYM):
        if told := pattern.search(before):
            name = told.groupdict().get("acronym")
            held = _called(reading, name) if name else meant(reading, told["noun"], at + told.start("noun"))
            if held:
                return Post(at + told.start("role"), person.end, person, clean_role(told["role"]), held)
    later = _AFTER.match(reading.text, person.end, line.row.sentence.end)
    if later and is_role(later["role"]) and (held := _antecedent(reading, line, person.start)):
        return Post(person.start, later.end(), person, clean_role(later["role"]), held)
    return None


def _held(reading: Reading, line: Line, told: re.Match[str], at: int) -> Name | None:
    if told["its"]:
        return _antecedent(reading, line, at + told.start("its"))
    if told["noun"]:
        return meant(reading, told["noun"].split()[1], at + told.start("noun"))
    return _called(reading, told["who"])


def _called(reading: Reading, name: str) -> Name | None:
    """The only organization of the text with this acronym, or whose name begins so."""
    named = {o.name: o for o in reading.get(find_organizations) if o.acronym == name or o.name.startswith(f"{name} ")}
    return next(iter(named.values())) if len(named) == 1 else None


def _antecedent(reading: Reading, line: Line, at: int) -> Name | None:
    """What "its" means: the first organization of its sentence before it, else the first of the sentence before."""
    start = line.row.sentence.start
    if found := _speaking(organizations_in(reading, start, at)):
        return found
    every = reading.get(find_organizations)
    low, high = (bisect_left(every, at, key=lambda name: name.start) for at in (start - 2 * _SENTENCE, start))
    near = [name for name in every[low:high] if start - name.end < _SENTENCE]
    last = [name for name in near if not _ENDS.search(reading.text, name.end, start - 1)]
    return _speaking(last)


def _speaking(named: Sequence[Name]) -> Name | None:
    return next((name for name in named if name.kind not in _NO_SUBJECT), named[0] if named else None)
