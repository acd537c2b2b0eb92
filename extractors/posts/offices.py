"""Titles of several words before a name, read as a phrase: "Minister for Jobs, Skills and Industry, Dr Jane Doe".

A title is a head ("Minister"), the words before it ("Industry and Innovation"), and what it is of or for
("of State for Work and Pensions"); a comma may stand between it and the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.names.candidates import Candidate, Line
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.phrases import SMALL
from extractors.names.rows import Name
from extractors.names.titles import HONORIFICS, TITLE_MODIFIERS, TITLE_WORDS, singular
from extractors.posts.post import CHAMBER, Post, clean_role, may_bear
from extractors.text.tokens import CONNECTOR, WORD, word_set

_LONGEST = 20  # tokens of a title
_REACH = 300  # characters before a name in which its title can begin
_HEADS = TITLE_WORDS - HONORIFICS - word_set("Vice Deputy Assistant Associate Prime Ranking Chief")
# Heads before which stands what they are for or where, in any words: "Skills and Training Minister".
_OF_STATE = word_set(
    "Minister Ministers Secretary Commissioner Governor Gov Premier Ambassador Treasurer Senator Senators MP MPs MEP"
    " MEPs MSP MLA Attorney-General Chancellor Mayor"
)
# What ministers are for, where two are joined: "Skills and Training Minister", but not "Doe and Labor Secretary".
_PORTFOLIOS = word_set(
    "Jobs Skills Training Industry Industries Innovation Science Technology Digital Economy Economic Employment Work"
    " Workplace Relations Labour Labor Trade Business Education Higher Universities Health Energy Climate Environment"
    " Housing Transport Finance Women Youth Families Social Services Security Justice Culture Arts Sport Media"
    " Communications Infrastructure Agriculture Fisheries Development Indigenous Affairs Small Home Homeland Interior"
    " Defence Pensions Welfare Tourism Migration Immigration Citizenship Equalities Equality Enterprise Research"
    " Resources Planning Productivity Competition Cities Local Communities Tax Investment Growth Net Zero"
)
_OF_PARTIES = word_set("MP MPs MEP MEPs MSP MLA Senator Senators")
_AND = frozenset(["and", "&"])
_OF = word_set("of for to on")
_SAID = re.compile(r" (?:said|says|told|wrote|added|warned|argued|noted|explained|writes)\b")
_CLOSED = re.compile(r"(?:,? M[EPS]?P)?(?:[,;:)]|\.?\s*\Z|\.\s| and\b)")
_APART = re.compile(r"(?:\A|[“”\"‘:—–•]|,[”\"]) ?(?:(?:The|And|But|As|Former|Our|While|Then) )?\Z")
_ARTICLE = re.compile(r"(?:['’]s?|\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]n?)) ?$")


def offices_before(text: str, line: Line, person: Candidate) -> Iterator[Post]:
    """The post that a title before a person tells, with the organization before it or at its end; at most one."""
    row, at = line.row, person.first
    while at > 0 and row.tokens[at].joined and row.tokens[at - 1].text in HONORIFICS:
        at -= 1
    comma = at > 0 and row.tokens[at].joined and row.tokens[at - 1].text == ","
    last = at - 1 if comma else at
    if last < 1 or not row.tokens[last].joined or not (person.full if comma else may_bear(line, person)):
        return
    held, end = _held_last(text, line, last)
    floor = _floor(line, person, last)
    words = row.words(floor, end)
    first = next((n for n in range(floor, end) if _is_title(words[n - floor :])), end)
    if first == end:
        return
    begin = row.tokens[first].start
    before = None if held else _owner(text, line, begin)
    if comma and not _is_apposed(text, line, person, first, end, before):
        return
    role = clean_role(singular(text[begin : row.tokens[end - 1].end]))
    yield Post(before.start if before else begin, person.end, person, role, held or before)


def _floor(line: Line, person: Candidate, last: int) -> int:
    """The first token that can be of the title: after the person or organization before, joined to what follows."""
    row = line.row
    held = [n for n in line.named(person.start - _REACH, row.tokens[last - 1].end - 1) if not _is_titular(n)]
    after = held[-1].end if held else row.sentence.start
    others = line.people(person.start - _REACH, person.start)
    named = (c.last for c in others if c.last <= last and c.text.split()[0] in GIVEN_NAMES)
    first, floor = last, max(0, last - _LONGEST, *named)
    while first > floor and (first == last or row.tokens[first].joined):
        token = row.tokens[first - 1]
        if token.start < after or token.owner or not (token.shape == WORD or token.text in (*_AND, *_OF, "the", ",")):
            break
        first -= 1
    return first


def _held_last(text: str, line: Line, last: int) -> tuple[Name | None, int]:
    """The organization that ends a title ("Director of Acme"), and the token after the title proper."""
    row = line.row
    held = line.ending.get(row.tokens[last - 1].end)
    if held is None or _is_titular(held):
        return None, last
    link = re.search(r" (?:of|for|at) (?:[Tt]he )?$", text[max(0, held.start - 12) : held.start])
    first = last - 1
    while first > 0 and row.tokens[first - 1].start >= held.start:
        first -= 1
    while first > 0 and row.tokens[first - 1].shape == CONNECTOR:
        first -= 1
    return (held, first) if link and first > 0 else (None, last)


def _is_titular(name: Name) -> bool:
    """Whether what was taken for an organization is part of a title: "Labor Commissioner", "Senate"."""
    return name.text.split()[-1] in _HEADS or CHAMBER.fullmatch(name.text) is not None


def _owner(text: str, line: Line, begin: int) -> Name | None:
    """The organization right before a title: "ACTU Assistant Secretary", "Acme's Chief Executive Officer"."""
    for gap in (1, 3, 2):
        name = line.ending.get(begin - gap)
        if name and text[name.end : begin] in (" ", "’s ", "'s ", "’ ", "' "):
            return name
    return None


def _is_apposed(text: str, line: Line, person: Candidate, first: int, end: int, held: Name | None) -> bool:
    """Whether the name after a title and comma is its bearer, not the subject of what comes next."""
    begin = held.start if held else line.row.tokens[first].start
    lead = text[max(line.row.sentence.start, begin - 40) : begin]
    opens = _APART.search(lead) is not None or lead.endswith(" and ")
    if opens and (end - first > 1 or held or lead.endswith(("The ", "Our "))):
        return True
    if _SAID.match(text, person.end) or not _CLOSED.match(text, person.end, person.end + 30):
        return False
    return end - first > 1 or held is not None or _ARTICLE.search(lead) is not None


def _is_title(words: Sequence[str]) -> bool:
    """Whether all the words form one title."""
    if not words or not _is_capital(words[0]) or words[0] in SMALL or words[-1] in (",", *_AND, *_OF, "the"):
        return False
    at = _head(words)
    if at is None:
        return False
    at += 1
    while at < len(words):
        step = _next_part(words, at)
        if step is None:
            return False
        at = step
    return True


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _head(words: Sequence[str]) -> int | None:
    """Where the head of a title stands: after words that may come before it, at the last of several heads."""
    at = next((n for n, word in enumerate(words) if word in _HEADS), None)
    if at is None:
        return None
    before = words[:at]
    if any(word in (*_OF, "the", ",") for word in before):
        return None
    while at + 1 < len(words) and words[at + 1] in _HEADS:
        at += 1
    known = all(word in TITLE_WORDS or word in TITLE_MODIFIERS or word in _AND for word in before)
    if not known and not _is_portfolio(before, words[at]):
        return None
    if words[at] == "Executive" and (not at or words[at - 1] != "Chief"):
        return None
    return at


def _is_portfolio(before: Sequence[str], head: str) -> bool:
    """Whether any words before the head of an office of state may tell what it is for: no officer of a union."""
    if head not in _OF_STATE or len(before) > 6 or before[-1] in ("General", "National", "Assistant", "Press"):
        return False
    if any(word in _AND for word in before) and not set(before) <= _PORTFOLIOS | TITLE_MODIFIERS | _AND:
        return False
    if before[-1] in _AND:
        return False
    return head in _OF_PARTIES or not any(word.isupper() and word not in TITLE_MODIFIERS for word in before)


def _next_part(words: Sequence[str], at: int) -> int | None:
    """The end of a part that follows a head: another title ("and CEO"), or what it is of ("for Jobs and Skills")."""
    if words[at] in _AND:
        at += 1
        head = next((n for n in range(at, len(words)) if words[n] in _HEADS), None)
        plain = head is not None and all(w in TITLE_WORDS or w in TITLE_MODIFIERS for w in words[at:head])
        return head + 1 if plain and head is not None else None
    if words[at] not in _OF:
        return None
    end = _run(words, at + 1)
    while end is not None and end < len(words) and (words[end] == "," or words[end] in _AND):
        if words[end] == "," and not any(word in _AND for word in words[end:]):
            return None
        if words[end] in _AND and any(word in _HEADS for word in words[end + 1 : end + 5]):
            return end
        both = words[end] == "," and words[end + 1] in _AND
        end = _run(words, end + 1 + both)
    return end


def _run(words: Sequence[str], at: int) -> int | None:
    """The end of a run of capitalised words after an article or none; None where there is none."""
    if at < len(words) and words[at] == "the":
        at += 1
    end = at
    while end < len(words) and _is_capital(words[end]):
        end += 1
    return end if end > at else None
