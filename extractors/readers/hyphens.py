"""Words that were cut at the end of a line: joined, unless the hyphen is their own."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_TAIL = re.compile(r"([^\W\d_]+)[-‐‑\u00ad]?$")
_HEAD = re.compile(r"[^\W\d_]+")
# First parts that English joins with a hyphen.
_FIRST_PARTS = (
    "self ex half cross well ill high low long short full part all quasi mid post pre non co anti single third one "
    "two three four five six seven eight nine ten decision worker employee employer human data time cost year day"
)
_HYPHENATED = frozenset(_FIRST_PARTS.split())


class Vocabulary:
    """The words of a document, which decide what becomes of a hyphen at a line's end."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts
        self._plain: set[str] | None = None
        self._compound: set[str] = set()

    def join(self, text: str, following: str, cut: bool) -> str:
        """Two lines as one. `cut`: the first ends with a hyphen that the page shows but its text may leave out."""
        if text.endswith(("/", "—")) and text[-2:-1].isalnum():
            return text + following
        dashed = text.endswith(("-", "‐", "\u00ad"))
        if not (cut or dashed):
            return f"{text} {following}"
        bare = text.rstrip("-‐\u00ad") if dashed else text
        left, right = _TAIL.search(bare[-60:]), _HEAD.match(following)
        if left is None or right is None:
            return f"{bare}-{following}" if following[:1].isalnum() and bare[-1:].isalnum() else f"{text} {following}"
        return bare + ("-" if self._keeps(left.group(1), right.group()) else "") + following

    def _keeps(self, left: str, right: str) -> bool:
        if right[0].isupper() and not left.isupper():
            return True
        if self._plain is None:
            self._plain = set()
            for text in self._texts:
                for word in _WORD.findall(text.casefold()):
                    (self._compound if "-" in word else self._plain).add(word)
        left, right = left.casefold(), right.casefold()
        if f"{left}-{right}" in self._compound:
            return left + right not in self._plain
        if left + right in self._plain:
            return False
        return left in _HYPHENATED and right in self._plain
