"""Who gives a text out, by a line of a news wire ("News provided by", "SOURCE") or the outlet before a byline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.blocks import Block, clean
from extractors.readers.fronts_outlet import is_paper

_PROVIDED = re.compile(r"news provided by:?\s*(?P<name>[A-Z][^\n]{2,90})?", re.IGNORECASE)
_SOURCE = re.compile(r"SOURCE:?\s+(?P<name>[A-Z][^\n]{2,90})")
_STATION = re.compile(  # "KXTR | By Ann Lee", "Quay Public Radio | By Bo Ray, Cy Orr"
    r"(?P<name>[A-Z][\w’'&.-]*(?: [\w’'&.-]+){0,5}?)\s*[|•·]\s*[Bb]y:? (?P<names>[A-Z][\w.’'-]+ [A-Z][^|\n]{1,80})"
)
_OUTLET = re.compile(r"[A-Z]{3,6}(?:[ -][\w.]+)?|.*\b(?:Radio|Media|Television|TV|Broadcasting|Network)\b.*")
_LONGEST = 120  # characters of such a line


def wired(edges: Sequence[Block]) -> str | None:
    """From whom a wire has a release, as the first or last lines of a text say; None where none does."""
    lines = [clean(line) for block in edges for line in block.text.split("\n")]
    for index, line in enumerate(lines):
        if len(line) > _LONGEST:
            continue
        if provided := _PROVIDED.fullmatch(line):
            return provided["name"] or next((after for after in lines[index + 1 : index + 2] if after), None)
        if source := _SOURCE.fullmatch(line):
            return source["name"]
    return None


def station(top: Sequence[Block]) -> str | None:
    """The outlet that stands before a byline in one of the first lines; None where none does."""
    lines = (clean(block.text) for block in top)
    found = next((match for line in lines if len(line) < _LONGEST and (match := _STATION.fullmatch(line))), None)
    return found["name"] if found and (_OUTLET.fullmatch(found["name"]) or is_paper(found["name"])) else None
