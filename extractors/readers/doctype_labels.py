"""What a text says outright of its kind: a label at its top, a salutation, a call to sign, the hours of a programme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.blocks import Block

_TOP = 8  # blocks in which a text says what it is
_LONGEST = 80  # characters of a label
_NEWS = 40  # words from which a paragraph is a text of its own
_HOURS = 3  # lines that begin with an hour, from which a text is a programme
_LABELS = (
    (
        "press_release",
        r"(?:for immediate release|immediate release|(?:press|news|media) (?:release|statement|advisory)s?)\b"
        r"(?:\s*[|:/,–—•-].*)?|.{0,40}[|/•]\s*(?:press|news|media) releases?",
    ),
    (
        "other",
        r"(?:opinion|op-?ed|commentary|editorial|guest (?:column|essay|post)|letters? to the editor|speech)\b.{0,20}",
    ),
    (
        "guide",
        r"(?:.{2,50}\s[|/•–—-]\s)?(?:client|legal|law|compliance|employment law|labou?r (?:and|&) employment)"
        r" (?:alerts?|updates?"
        r"|insights?|bulletins?|advisory)|(?:fact ?sheet|toolkit|how-to guide|explainer)s? for"
        r" (?:workers|members|employers)",
    ),
    ("report", r"(?:working paper|policy brief|issue brief|research (?:report|brief)|white ?paper)s?\b.{0,30}"),
)
_LABEL = tuple((kind, re.compile(rf"\W*(?:{pattern})\W*", re.IGNORECASE)) for kind, pattern in _LABELS)
_DEAR = re.compile(
    r"\W*dear\b.{2,120}?[,:.!]?\W*|\W*(?:brothers|comrades|sisters)(?:,? (?:and |& )?\w+){0,4}[,:!]\W*", re.I
)
_PUBLISHED = re.compile(
    r"\b(?:press|media|news) (?:release|contacts?)\b|\bimmediate release\b|\bnotes? to editors?\b", re.I
)
_OPEN = re.compile(r"\W*(?:open|joint) (?:letter|statement)\b", re.IGNORECASE)  # given out to be read by all
_SIGN = re.compile(
    r"\badd your (?:name|voice|signature)\b|\bsign (?:the|this|our) (?:petition|open letter|pledge)\b"
    r"|\bthe petition to .{3,80} reads\b|\bpetition (?:statement|to:)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\W*from\s*:", re.IGNORECASE)
_ON_AGREEMENT = re.compile(
    r"\W*(?:re|subject|regarding)\s*:.{0,120}\b(?:agreements?|contracts?|CBAs?|MOUs?)\b", re.IGNORECASE
)
_MEMO_LONGEST = 1_500  # words of a memo that tells of an agreement; more, and the agreement is bound with it
_HOUR = re.compile(
    r"\W*\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?\b|(?:–|—|-|to)\s?\d{1,2}[:.]\d\d)|\W*\d{1,2}:\d\d\b", re.I
)
_RELEASED = re.compile(
    r"(?-i:(?:NEWS|RELEASE|STATEMENT|PRESS RELEASE|MEDIA ADVISORY|READOUT)\s?:)|"
    r"^fact ?sheet:.{3,200}?\b(?:announc|unveil|releas|launch|takes?|issu|sign|deliver|secur|propos)\w*\b",
    re.IGNORECASE,
)


# A release as a wire gives it out: the wire's name in the dateline, or who it is from in a line of its own.
_WIRED = re.compile(
    r".{0,90}?(?:/\s?(?:PR\s?Newswire|CNW|EIN Presswire|PRWEB|Business Wire)[^/\n]{0,24}/"
    r"|\((?:GLOBE NEWSWIRE|BUSINESS WIRE|PR ?NEWSWIRE)\))|news provided by\b.{0,80}\Z",
    re.IGNORECASE,
)


def told_kind(blocks: Sequence[Block], title: str | None, publisher: str | None = None) -> str | None:
    """The kind a text calls itself, or that its salutation, call to sign or programme shows; None where none does.

    A letter that a known publisher gives out is no letter but its news.
    """
    top = [block.text.strip() for block in blocks[:_TOP]]
    for text in top:
        for kind, label in _LABEL if len(text) <= _LONGEST else ():
            if text != title and label.fullmatch(text):
                return kind
    if (
        not publisher
        and not (title and _OPEN.match(title))
        and _is_letter(top)
        and not any(_PUBLISHED.search(block.text) for block in (*blocks[:_TOP], *blocks[-_TOP:]))
    ):
        return "other"
    if any(_WIRED.match(text) for text in top) or (title and _RELEASED.match(title)):
        return "press_release"
    if memo_on_agreement([block.text for block in blocks]):
        return "other"
    if any(_SIGN.search(text) for text in top) or sum(bool(_HOUR.match(block.text)) for block in blocks) >= _HOURS:
        return "other"
    return None


def memo_on_agreement(texts: Sequence[str]) -> bool:
    """Whether a text is an office's memo on an agreement ("From: … Re: Contract changes") and no agreement itself."""
    top = [line for text in texts[:_TOP] for line in text.split("\n")]
    headed = any(_FROM.match(line) for line in top) and any(_ON_AGREEMENT.match(line) for line in top)
    return headed and sum(len(text.split()) for text in texts) <= _MEMO_LONGEST


def _is_letter(top: Sequence[str]) -> bool:
    """Whether a salutation stands above the first paragraph."""
    for text in top:
        if _DEAR.fullmatch(text):
            return True
        if len(text.split()) >= _NEWS:
            return False
    return False
