"""Which language a text is in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from extractors.readers.blocks import Block

_LANGUAGES = (
    "en", "es", "fr", "de", "it", "pt", "nl", "da", "sv", "no", "fi", "pl", "cs", "hu", "ro", "el", "tr", "ru", "uk",
    "ja", "ko", "zh", "ar", "he", "vi", "tl", "ca", "cy", "ga", "id", "hi",
)  # fmt: skip
_ENOUGH = 60
_SAMPLE = 4_000
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "for",
        "is",
        "that",
        "on",
        "with",
        "as",
        "by",
        "are",
        "be",
        "this",
        "from",
        "at",
        "or",
        "an",
        "it",
        "shall",
        "was",
        "will",
        "have",
        "not",
        "which",
    ]
)


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, None where it has too few letters to tell.

    Judged by py3langid on a sample from beginning and middle, in small letters, since it takes capitals for another
    language; a text with the small words of English in it is English whatever names it is full of.
    """
    sample = _sample(text)
    if sum(character.isalpha() for character in sample) < _ENOUGH:
        return None
    words = sample.casefold().split()
    if words and sum(word in _ENGLISH for word in words) / len(words) > 0.2:
        return "en"
    return str(_identifier().classify(sample.casefold())[0])


def language_of(blocks: Iterable[Block]) -> str | None:
    """The language of what the blocks say; paragraphs and list items count before tables and headings."""
    held = list(blocks)
    prose = " ".join(block.text for block in held if block.kind in ("paragraph", "list_item"))
    found = language(prose)
    return found or language(" ".join(block.text for block in held))


def _sample(text: str) -> str:
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + " " + text[middle : middle + _SAMPLE]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  (its model takes a second to load)

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LANGUAGES))
    return identifier
