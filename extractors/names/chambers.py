"""Whose Parliament, Senate and House a text means: those of Westminster or Congress, or others."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.names.rows import Name

_CHAMBERS = frozenset(("US Senate", "US House of Representatives"))
_STATE_BEFORE = re.compile(r"\b[Ss]tate(?:[’']s)? \Z")
_FEDERAL = re.compile(
    r"\b(?:Congress(?:man|woman|men|women|ional)?|(?:U\.?S\.?|United States|American) (?:Senat\w+|House|Rep\w*)"
    r"|Capitol Hill|White House|President (?:Trump|Biden|Obama)|[Ff]ederal|Washington, D\.?C)\b"
    r"|\([DRI][-–][A-Z][A-Za-z.]{1,5}(?:[-–]\d+)?\)"
)
_ELSEWHERE = re.compile(
    r"\b(?:(?:[AHS]B|LD|Assembly Bill|House Bill|Senate Bill) ?\d|[Ss]tate (?:lawmakers?|legislat\w+|senators?)"
    r"|[Ss]tatehouse|Legislature|Assembly(?:member|man|woman)?\b|MPs?\b|Parliament|Labor (?:senators?|government))"
)

_BRITISH = re.compile(
    r"\b(?:UK|Britain|British|Westminster|Commons|Lords|London|England|Scot\w+|Wales|Welsh|Whitehall|TUC|Downing)\b"
)
_EUROPEAN = re.compile(r"\b(?:European (?:Commission|Union|Council|Parliament)|Brussels|MEPs?|EU)\b")


def is_european(text: str) -> bool:
    """Whether "Parliament" in a text is the European one: it speaks of the Union, and of nothing British."""
    return _EUROPEAN.search(text) is not None and _BRITISH.search(text) is None


def as_meant(name: Name, european: bool) -> Name:
    """A name, "Parliament" as the European one where a text is about the Union."""
    short = european and name.name == "UK Parliament" and name.text == "Parliament"
    return replace(name, name="European Parliament") if short else name


def is_elsewhere(text: str) -> bool:
    """Whether a text tells of a state's legislature or another country's, and nothing of Congress."""
    return _ELSEWHERE.search(text) is not None and _FEDERAL.search(text) is None


def is_of_a_state(text: str, name: Name, elsewhere: bool) -> bool:
    """Whether "the Senate" is not that of Congress: "the state Senate", or the text is about an `elsewhere`."""
    if name.name not in _CHAMBERS or name.text not in ("Senate", "House"):
        return False
    return elsewhere or _STATE_BEFORE.search(text, max(0, name.start - 8), name.start) is not None
