"""What an agreement calls itself: its title, a line of its cover, or the first words of its preamble."""

from __future__ import annotations

import re

from extractors.base import Reading
from extractors.contracts.parties import find_parties
from extractors.contracts.sides import cased
from extractors.structure.headings import is_capital, is_listed
from extractors.text.sentences import leaves

_NAME = re.compile(
    r"\b(?:agreement|contract|memorandum|supplement|letter of|mou|moa|loa|cba"
    r"|(?:convenio|contrato|acuerdo) (?:colectivo|de negociaci[óo]n)|memorando de)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(  # a sentence, a letter's line or an article about an agreement
    r"\b(?:whereas|shall|will|is|are|was|were|has|have|hereby|attached|resolved|be|incorporates?|authorized"
    r"|adopt(?:s|ing)?|approv(?:es|ing)|requisition|date of issue|welcomes?)\b|^\W*(?:subject|re|to|from)\s*:"
    r"|^\W*(?:\d+: )?resolution\b|^\W*(?:article|section|chapter)\s+\w"
    r"|^\W*(?:terms?|scope|duration|purpose) of\b|^\W*parties to\b",
    re.IGNORECASE,
)
_NAME_END = re.compile(
    r"\s+(?:(?:by and )?between\b|entre\b|table of contents|index\b).*$|\s*[|•].*$", re.IGNORECASE | re.DOTALL
)
_PHRASE = re.compile(
    r"(?:(?:collective|bargaining|labou?r|working|master|employment|successor|tentative|meet (?:and|&) confer) )*"
    r"(?:agreement|contract)\b|memorandum(?: of)? (?:understanding|agreement)\b"
    r"|letters? of (?:agreement|understanding)\b"
    r"|(?:convenio|contrato|acuerdo) (?:colectivo|de negociaci[óo]n)\b|memorando de (?:acuerdo|entendimiento)\b",
    re.IGNORECASE,
)
# what stands before a name that is no part of it: stamps of offices, labels of forms, debris of a scanned seal
_STAMP = re.compile(
    r"\b(?:legal coun\w*|reviewed|received|original|city (?:secretary|clerk)|recorded|filed|document|type of \w+)\b",
    re.IGNORECASE,
)
_DEBRIS = re.compile(
    r"[\\{}|~_©®*<>=!%]|^[a-z]|\b(?!St\b|Mt\b|Dr\b)[BCDFGHJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,2}\b"
    r"|(?<![’'])\b(?!of|and|the|for|in|on|at|to|by|or|an?\b)[a-z]{1,2}\b"
)
_SCRATCH = re.compile(r"[\\{}|~_©®*<>=]")
_CONTRACT_NUMBER = re.compile(r"\bcontract no\b[\s.:#]*", re.IGNORECASE)
_DAMAGED = re.compile(r"\b\w*andum of ?(?P<what>understanding|agreement)", re.IGNORECASE)
_INDEXED = re.compile(r"\d[.\d]*,(?! (?:19|20)\d\d)")  # numbers of articles in an index of subjects
_LETTER = re.compile(r"\W*(?:(?:side )?letters?|l\.?o\.?[au])\b", re.IGNORECASE)
_MEMORANDUM = re.compile(r"\W*(?:memorand\w+|m\.?o\.?[ua])\b", re.IGNORECASE)
_SAYS = re.compile(rf"\bthis\s+((?:[\w-]+\s+){{0,2}}?(?:{_PHRASE.pattern}))[^.;:]{{0,120}}$", re.IGNORECASE)
_COVER, _FIRST = 12, 60  # leaves
_ARTICLED = 5  # articles that make a whole agreement, with letters behind it
_SHORT = re.compile(r"\W*(?:m\.?o\.?[ua]|l\.?o\.?[au]|cba)\W*", re.IGNORECASE)


def find_name(reading: Reading) -> str | None:
    """The title, the first line that says agreement, contract or memorandum, or what the preamble calls it."""
    articles = [passage.char_start for passage in reading.document.passages if passage.kind == "article"]
    whole = len(articles) >= _ARTICLED
    body = articles[0] if whole else len(reading.text)
    lines = [reading.document.title or ""]
    for number, leaf in enumerate(reading.get(leaves)[:_FIRST]):
        letter = whole and _LETTER.match(leaf.text)
        behind = leaf.char_start > body and _MEMORANDUM.match(leaf.text)
        if not letter and not behind and (number < _COVER or leaf.kind == "heading"):
            lines.append(leaf.text)
    return next((name for name in map(_named, lines) if name), None) or _preamble(reading)


def _named(line: str) -> str | None:
    """The name that a line of a cover is, None where it is none."""
    name = _CONTRACT_NUMBER.sub("", _NAME_END.sub("", " ".join(line.split())))
    told = _TOLD.search(name)
    damaged = _DAMAGED.search(name)
    if damaged and not _PHRASE.match(name, damaged.start()):
        name = f"Memorandum of {damaged['what'].capitalize()}{name[damaged.end() :]}"
    phrase = _PHRASE.search(name)
    if phrase and _SCRATCH.search(name, phrase.end()):
        name = name[: phrase.end()]
    if phrase and (_STAMP.search(name[: phrase.start()]) or _DEBRIS.search(name[: phrase.start()])):
        name = name[phrase.start() :]
    name = name.strip(" .,:;–—-|")
    if len(line) >= 200 or is_listed(line) or len(name) >= 160 or told or _SHORT.fullmatch(name):
        return None
    if not _NAME.search(name) or len(_INDEXED.findall(name)) > 1:
        return None
    return cased(name) if is_capital(name) else name


def _preamble(reading: Reading) -> str | None:
    """What the clause that names the parties calls the agreement."""
    parties = reading.get(find_parties)
    says = _SAYS.search(reading.text, max(0, parties.start - 200), parties.start) if parties else None
    if says is None:
        return None
    name = " ".join(says.group(1).split())
    return cased(name) if is_capital(name) else name[:1].upper() + name[1:]
