"""Organizations that laws name in a way of their own: the committee a bill went to, a department in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.names.heads import kind_of
from extractors.names.rows import Name, Row
from extractors.text.tokens import word_set

_REFERRED = re.compile(
    r"\b[Rr]eferred\s+to\s+(?:the\s+)?(?P<name>Committee\s+on\s+[A-Z][\w’'-]+(?:(?:,?\s+(?:and|&)|,)?\s+[A-Z][\w’'-]+){0,8})"
)
_DEFINED_AS = re.compile(
    r"\bmeans\s+the\s+(?P<name>(?:[a-z]+\s+)?(?:department|bureau|division|ministry)\s+of(?:\s+[a-z]+){1,5})(?=[.;,]|\s+established)"
)
_LINKING = word_set("of and for the on in &")


def named_in_bills(text: str, lines: Sequence[Row]) -> Iterator[Name]:
    """The names in the text of a law that `lines` do not hold yet; small letters get capitals in `name`."""
    taken = [(name.start, name.end) for row in lines for _, name in row.names.values()]
    for pattern in (_REFERRED, _DEFINED_AS):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if any(first < end and start < last for first, last in taken):
                continue
            words = " ".join(text[start:end].split())
            name = " ".join(word if word in _LINKING else word[0].upper() + word[1:] for word in words.split())
            yield Name(start, end, words, name, kind_of(name, name.split()[0]))
