"""Word lists as regular expressions, and a bound on how much text a rule looks at in one go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.text.sentences import Sentence

_LONGEST = 1200  # characters; longer sentences are lists or run-together lines


def any_of(*lists: str) -> str:
    """An alternation of the words of `lists`: separated by spaces, `_` for a space inside one, longest first.

    Words may hold regular expressions without spaces (`report(?:s|ed)`).
    """
    words = {word.replace("_", r"\s+") for listed in lists for word in listed.split()}
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def whole(*lists: str) -> re.Pattern[str]:
    """A pattern for one whole word of `lists`, whatever its case."""
    return re.compile(rf"\b(?:{any_of(*lists)})\b", re.IGNORECASE)


def is_cut_off(sentence: Sentence) -> bool:
    """Whether a passage breaks off with dots, as the teasers of other pages do, before its sentence is over."""
    text = sentence.text
    return text.endswith(("...", "…")) and sentence.end == sentence.passage.char_end and text[:1] not in '“"‘'


def portions(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, or where it is longer than 1,200 characters its parts, cut at white space.

    Rules that look around each of their hits stay linear in the length of a text this way.
    """
    text, at = sentence.text, 0
    while len(text) - at > _LONGEST:
        cut = max(
            text.rfind(" ", at + _LONGEST // 2, at + _LONGEST), text.rfind("\n", at + _LONGEST // 2, at + _LONGEST)
        )
        cut = cut if cut > 0 else at + _LONGEST
        yield replace(sentence, start=sentence.start + at, end=sentence.start + cut, text=text[at:cut])
        at = cut
    if at == 0:
        yield sentence
    elif text[at:].strip():
        yield replace(sentence, start=sentence.start + at, text=text[at:])
