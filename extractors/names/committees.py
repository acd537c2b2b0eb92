"""Committees of parliaments that are called by what they deal with, in small letters: "Senate labor committee"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.names.rows import Name, Row

_CALLED = re.compile(
    r"\b(?:[A-Z][\w.]+ ){0,2}(?:Senate|House|Assembly|Commons|Lords|Parliament(?:ary)?|Congressional|Bundestag)"
    r"(?:[’']s)? (?:[a-z][\w-]*,? (?:and )?){1,5}?(?:sub)?committee\b"
)
_VERB = re.compile(r" (?:to|in|on|by|with|of|for|from|at|is|was|has|a|an|the|its|that|who|which|this)\b")


def committees(lines: Sequence[Row]) -> None:
    """Enter these committees among the names of each line, in place of the chamber's own that they begin with."""
    for row in lines:
        if "ommittee" not in row.sentence.text:
            continue
        for match in _CALLED.finditer(row.sentence.text):
            if _VERB.search(match.group()):
                continue
            start, end = row.sentence.start + match.start(), row.sentence.start + match.end()
            first = bisect_left(row.tokens, start, key=lambda token: token.start)
            last = bisect_left(row.tokens, end, key=lambda token: token.start)
            for at in [at for at in row.names if first <= at < last]:
                row.drop(at)
            if row.free(first, last):
                text = match.group()
                row.names[first] = (last, Name(start, end, text, text, "legislature"))
                row.taken.update(range(first, last))
