"""Organizations called by the last words of their names: "Local 12", "the Energy Committee", "The Times"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.names.rows import Name

_TAIL = re.compile(r"(?:Local|Lodge|Branch|Chapter|District|Region|Joint Council|Council)(?: Union)?(?: No\.?)? \d\w*")
_COMMITTEE = re.compile(r"(?:[\w’'-]+,? (?:(?:and|&|on) )?){1,6}(?:Sub)?[Cc]ommittee")


def shortened(found: Sequence[Name]) -> dict[str, str]:
    """For names that are only the end of one other name of the document: that name."""
    ends: dict[str, set[str]] = {}
    for name in found:
        for end in _ends(name):
            ends.setdefault(end, set()).add(name.name)
    return {end: full.pop() for end, full in ends.items() if len(full) == 1}


def _ends(name: Name) -> Iterator[str]:
    """How an organization may be called for short: newspapers by the last word, locals by number, committees."""
    words = name.name.split()
    if name.kind == "media" and len(words) > 1:
        yield words[-1]
    of = name.name.find(" of ")
    if name.kind == "employer_association" and of > 0 and len(words) > 3 and " " in name.name[:of]:
        yield name.name[:of]
    if name.kind in ("union", "federation", "legislature"):
        for at in range(1, len(words) - 1):
            end = " ".join(words[at:])
            if _TAIL.fullmatch(end) or _COMMITTEE.fullmatch(end):
                yield end
