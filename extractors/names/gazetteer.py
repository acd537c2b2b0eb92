"""Known names in a text: the lexicon as a trie of words, walked once from every capitalised word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extractors.lexicon import entries
from extractors.text.tokens import MARK, Token, tokens
from records.ids import fold_name
from records.lexicon import Entry

_LETTER = re.compile(r"[^\W_]")


@dataclass
class Node:
    """A step of the trie: the words that may follow, and the name that may end here."""

    next: dict[str, Node] = field(default_factory=dict)
    entry: Entry | None = None
    written: str = ""
    acronym: bool = False


@dataclass(frozen=True)
class Known:
    """A lexicon name found: tokens `first` to `last` (exclusive) of a sentence; `written` as the lexicon has it."""

    first: int
    last: int
    entry: Entry
    written: str
    risky: bool
    acronym: bool


@lru_cache(maxsize=1 << 16)
def _key(text: str) -> str:
    return "and" if text == "&" else fold_name(text) or text


def _is_acronym(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return " " not in name and 1 < len(letters) <= 8 and sum(c.isupper() for c in letters) * 2 > len(letters)


@cache
def trie() -> Node:
    """The trie of all names, acronyms and aliases; where two entries share one, the first entry keeps it."""
    root = Node()
    for full in (True, False):
        for entry in entries():
            names = (entry.name,) if full else tuple(n for n in (entry.acronym, *entry.aliases) if n)
            for name in names:
                _add(root, name, entry)
    return root


def _without(name: str, parts: Sequence[Token]) -> str:
    """What of a name its tokens leave over, an apostrophe-s aside."""
    rest = list(name)
    for part in parts:
        end = part.end + 2 if part.owner and name[part.end + 1 : part.end + 2] == "s" else part.end
        rest[part.start : end] = " " * (end - part.start)
    return "".join(rest)


def _add(root: Node, name: str, entry: Entry) -> None:
    node = root
    parts = tokens(name, 0, len(name))
    if not parts or _LETTER.search(_without(name, parts)):
        return  # a name with small words other than connecting ones is not found by this trie
    for part in parts:
        node = node.next.setdefault(_owner_key(part), Node())
    if node.entry is None:
        node.entry, node.written, node.acronym = entry, name, _is_acronym(name)


def known_names(line: Sequence[Token]) -> Iterator[Known]:
    """The longest lexicon names in a sentence's tokens, left to right, never overlapping."""
    root = trie()
    at = 0
    while at < len(line):
        found = _longest(root, line, at) if line[at].shape != MARK else None
        if found is None:
            at += 1
        else:
            yield found
            at = found.last


def _longest(root: Node, line: Sequence[Token], at: int) -> Known | None:
    node: Node | None = root
    best: Known | None = None
    end = at
    while node is not None and end < len(line) and (end == at or line[end].joined):
        for key in (_key(line[end].text), _owner_key(line[end])):
            here = node.next.get(key)
            if here is not None and here.entry is not None and _written_so(here, line, at, end + 1):
                risky = here.written in here.entry.risky or (end == at and _is_press_case(line[at].text, here.written))
                best = Known(at, end + 1, here.entry, here.written, risky, here.acronym)
        node = node.next.get(_owner_key(line[end]))
        end += 1
    return best


def _owner_key(token: Token) -> str:
    """The word's key when the name goes on after it: "King's" and "Kings" are the same."""
    return _key(token.text) + "s" if token.owner and not token.text.endswith("s") else _key(token.text)


def _is_press_case(text: str, written: str) -> bool:
    """Whether an acronym is written as the press does: said as a word ("Nasuwt"), or with small letters ("IFoW")."""
    if not written.isupper() or text == written or text.upper() != written:
        return False
    return (len(text) > 4 and text == written.capitalize()) or (len(text) > 3 and sum(c.isupper() for c in text) > 1)


def _written_so(node: Node, line: Sequence[Token], first: int, last: int) -> bool:
    """Acronyms and single words as the lexicon writes them; longer names with capitals."""
    if last - first > 1:
        return line[first].text[0].isupper() or not node.written[0].isupper()
    text = line[first].text
    return (
        text == node.written
        or _is_press_case(text, node.written)
        or (not node.acronym and len(text) > 4 and text == node.written.upper())
    )
