"""Sentences prepared for the search for names: their tokens, and which of them are already part of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.base import Reading
from extractors.text.sentences import FURNITURE, HEADLINE, Sentence, sentences
from extractors.text.tokens import Token, tokens

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_PLAIN = re.compile(r"\w+")
_CAPITALS = re.compile(r"[A-Z]{2,}")
_QUOTES = " \n\t\"'“”‘’«([*•–—-▪◦#>"


@dataclass(frozen=True, order=True)
class Name:
    """One mention of an organization: `text` as written from `start` to `end`, `name` its fullest name.

    `kind` is a code of `records.codes.ORGANIZATION_KINDS`, None where unknown; `acronym` None where none is known.
    """

    start: int
    end: int
    text: str
    name: str
    kind: str | None = None
    acronym: str | None = None


@dataclass
class Row:
    """A sentence, its tokens, whether it is all in capitals like a title, and the names found in it so far.

    `names` has for the first token of each name the token after it and the name.
    """

    sentence: Sentence
    tokens: list[Token]
    capitals: bool
    shouting: bool
    names: dict[int, tuple[int, Name]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def free(self, first: int, last: int) -> bool:
        """Whether no name holds any of the tokens `first` to `last` (exclusive)."""
        return self.taken.isdisjoint(range(first, last))

    def take(self, first: int, last: int, name: str | None, kind: str | None, acronym: str | None = None) -> None:
        """Note a name of the tokens `first` to `last`; where no other name is given it is as written."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        text = self.sentence.text[start - self.sentence.start : end - self.sentence.start]
        self.names[first] = (last, Name(start, end, text, name or " ".join(text.split()), kind, acronym))
        self.taken.update(range(first, last))

    def drop(self, first: int) -> None:
        """Take back the name that begins at token `first`."""
        last, _ = self.names.pop(first)
        self.taken.difference_update(range(first, last))

    def words(self, first: int, last: int) -> list[str]:
        """The texts of the tokens `first` to `last`."""
        return [token.text for token in self.tokens[first:last]]

    def initial(self, at: int) -> bool:
        """Whether token `at` opens the sentence or what is said in it."""
        offset = self.tokens[at].start - self.sentence.start
        before = self.sentence.text[max(0, offset - 40) : offset]
        return not before.strip(_QUOTES) or before.rstrip(" ")[-1:] in ':“"‘•' or before.endswith((" '", "\n'"))


class SmallWords:
    """The words that a text also writes without a capital, looked up when asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None
        self._others: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(_PLAIN.findall(self._text))
        if _PLAIN.fullmatch(word):
            return word in self._words
        if word not in self._others:
            self._others[word] = re.search(rf"\b{re.escape(word)}\b", self._text) is not None
        return self._others[word]


def rows(reading: Reading) -> tuple[Row, ...]:
    """The sentences that can name somebody, all but the furniture of sites. Made anew: finders write into them."""
    return tuple(Row(*parts) for parts in reading.get(_prepared))


def _prepared(reading: Reading) -> tuple[tuple[Sentence, list[Token], bool, bool], ...]:
    return tuple(
        (
            sentence,
            tokens(reading.text, sentence.start, sentence.end),
            _titled(sentence),
            _shouted(sentence.text),
        )
        for sentence in reading.get(sentences)
        if sentence.region != FURNITURE
    )


def _titled(sentence: Sentence) -> bool:
    """Whether the words of a line bear capitals because it is a title."""
    if sentence.passage.kind != "heading" and sentence.region != HEADLINE:
        if len(sentence.text) > 160 or sentence.text[-1] in '.!?”",' or sentence.passage.kind == "list_item":
            return False
        if "," in sentence.text or sentence.passage.kind == "table":
            return False
    words = _LONG_WORD.findall(sentence.text)
    return len(words) > 3 and sum(word[0].isupper() for word in words) * 4 > len(words) * 3


def _shouted(text: str) -> bool:
    """Whether a line is written in capital letters throughout."""
    if len(_CAPITALS.findall(text)) < 3:
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 12 and sum(c.isupper() for c in letters) * 10 > len(letters) * 7
