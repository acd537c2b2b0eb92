"""Word lists as regular expressions."""

from __future__ import annotations

import re


def any_of(*lists: str) -> str:
    """An alternation of the words of `lists`: separated by spaces, `_` for a space inside one, longest first.

    Words may hold regular expressions without spaces (`report(?:s|ed)`).
    """
    words = {word.replace("_", r"\s+") for listed in lists for word in listed.split()}
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def whole(*lists: str) -> re.Pattern[str]:
    """A pattern for one whole word of `lists`, whatever its case."""
    return re.compile(rf"\b(?:{any_of(*lists)})\b", re.IGNORECASE)
