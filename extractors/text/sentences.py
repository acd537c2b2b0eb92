"""A document's text as regions and sentences, with offsets.

Sentences are cut inside leaf passages (headings, paragraphs, list items), never across them. A sentence knows its
region (see `extractors.text.regions`): what stands in a teaser, an author box or a footnote is read by fewer extractors
than what stands in the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.base import Reading
from extractors.text.regions import (
    BODY,
    BOILERPLATE,
    FOOTNOTE,
    FURNITURE,
    HEADLINE,
    LEAVES,
    NOTES,
    TEASER,
    leaves,
    regions,
)
from extractors.text.tokens import word_set
from records.model import Passage

__all__ = [
    "BODY",
    "BOILERPLATE",
    "FOOTNOTE",
    "FURNITURE",
    "HEADLINE",
    "LEAVES",
    "NOTES",
    "TEASER",
    "Sentence",
    "body_sentences",
    "fact_sentences",
    "leaves",
    "regions",
    "sentences",
    "split",
]

# A name or a number always follows these.
_NEVER_LAST = word_set(
    "Mr Mrs Ms Mx Dr Prof Rev Hon Gov Lt Col Gen Sgt Capt Cmdr Adm Maj Sen Sens Rep Reps Asm Pres Supt St"
    " Ste Messrs Fr Msgr"
    " vs v cf viz al approx ca e.g i.e Insp Atty"
)
# These stand before a number; elsewhere they are words.
_BEFORE_NUMBER = word_set(
    "no nos art arts sec secs ch chs vol vols pp p fig figs eq par para paras app cl reg regs s ss"
)
# These may stand inside a sentence and at its end; the word that follows decides.
_MAY_BE_LAST = word_set(
    "Inc Ltd Co Corp Cos LLC Dept Div Est Jr Sr Esq Bros Assn Assoc Univ Intl Natl Dist Ave Blvd Rd Bldg Apt Fed Bldgs"
    " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif"
    " Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn"
    " Tenn Tex Va Vt Wash"
    " Wis Wyo etc et ed eds Ed Eds Ph.D a.m p.m A.M P.M"
)
_STARTERS = word_set(
    "The This That These Those It Its In But And We They He She A An At On For As If When After Our Their There His Her"
    " However Today Since While With By Under To Or So No Not Now What Who Why How Some Many Most All Both You I Also"
    " Last Yesterday Meanwhile Because From Among Although Despite During Before Here Such More"
)
# A mark and what may stand behind it; a pattern that opens with a set of characters is sought far faster than others.
_AT_MARK = (
    r"[.!?…](?<![.!?…][.!?…])[.!?…]*+[\"'”’»)\]]{0,3}(?:\[\d{1,3}\]|(?<!\d\.)\d{1,2}(?=\s))?\s++"
    r"(?=[\"'“‘«(\[]{0,3}(?:[A-Z0-9À-ÖØ-Þ€$£•▪\-–—*]|[a-z]{1,5}[A-Z]))"
)
_PLAIN_END = re.compile(_AT_MARK)
_END = re.compile(rf"{_AT_MARK}|(?<!\s)\s++(?=[•▪◦‣●]\s)|(?<!\n)\n++(?=[\"'“‘«(\[]{{0,3}}[A-Z0-9À-ÖØ-Þ•▪\-–—*])")
_OTHER_ENDS = re.compile(r"[\n•▪◦‣●]")
_WORD_BEFORE = re.compile(r"[\w'’.]+$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?|[A-Z]")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[]*([A-Z][\w’']*)")
_UNFINISHED = re.compile(r"(?:,|\b(?:a|an|the|of|and|or|to|for|in|on|at|by|with|from|that|&))$", re.IGNORECASE)
_SHORT_LINE = 60  # characters; a longer line that ends without a mark goes on in the next


@dataclass(frozen=True)
class Sentence:
    """A sentence: `text` is exactly the document's text from `start` to `end`."""

    start: int
    end: int
    text: str
    passage: Passage
    region: str


def sentences(reading: Reading) -> tuple[Sentence, ...]:
    """All sentences of the document in order, tables row by row."""
    found: list[Sentence] = []
    areas = reading.get(regions)
    for passage in reading.get(leaves):
        pieces = _rows(passage.text) if passage.kind == "table" else split(passage.text)
        for start, end in pieces:
            at, to = passage.char_start + start, passage.char_start + end
            found.append(Sentence(at, to, reading.text[at:to], passage, areas[passage.ordinal]))
    return tuple(found)


def body_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences that the document itself says: headline, body, and notes to editors."""
    return tuple(s for s in reading.get(sentences) if s.region in (BODY, HEADLINE, NOTES))


def fact_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Body sentences and what organizations say of themselves ("About the …"): figures there are facts as well."""
    return tuple(s for s in reading.get(sentences) if s.region in (BODY, HEADLINE, NOTES, BOILERPLATE))


def split(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in `text`; abbreviations, initials and numbers do not end one."""
    start = 0
    ends = _END if _OTHER_ENDS.search(text) else _PLAIN_END
    for match in ends.finditer(text):
        if _ends(text, start, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark.isspace():
        return "\n" not in mark or _line_ends(text, start, match.start())
    if mark[0] != "." or mark.startswith("..") or not mark[1:2].isspace():
        return True
    before = _WORD_BEFORE.search(text, max(start, match.start() - 30), match.start())
    return before is None or _word_ends(before.group().lstrip("'’"), text, match)


def _line_ends(text: str, start: int, end: int) -> bool:
    """Whether a line break is the end of what is said: a short line that does not hang in the air."""
    line = text[max(start, text.rfind("\n", start, end) + 1, end - _SHORT_LINE - 1) : end]
    return len(line) <= _SHORT_LINE and not _UNFINISHED.search(line)


def _word_ends(word: str, text: str, match: re.Match[str]) -> bool:
    """Whether a full stop after `word` ends the sentence."""
    following = text[match.end() : match.end() + 30]
    if word in _NEVER_LAST or word.casefold() in ("e.g", "i.e"):
        return False
    if word.casefold() in _BEFORE_NUMBER and not (len(word) == 1 and word.isupper()):
        return not (following[:1].isdigit() or re.match(r"[IVXLC]+\b|[A-Z]\b(?! \w)", following))
    if word in _MAY_BE_LAST or ("." in word and _INITIALS.fullmatch(word)):
        after = _WORD_AFTER.match(following)
        return following[:1] in '“"' or (after is not None and after.group(1) in _STARTERS)
    if len(word) == 1 and word.isupper() and word != "I":
        return _is_option(text, match.start())
    return not (word.isdigit() and len(word) < 4 and match.start() - len(word) <= 1)  # a list item's number


def _is_option(text: str, at: int) -> bool:
    """Whether the one letter before `at` ends a phrase like "Appendix A", "Plan B", "Vitamin D"."""
    before = re.search(r"([A-Za-z]+) [A-Z]$", text[max(0, at - 24) : at])
    return before is not None and before.group(1).casefold() in (
        "appendix", "schedule", "exhibit", "plan", "part", "option", "tier", "category", "class", "section", "step",
        "group", "attachment", "table", "grade", "range", "article", "vitamin",
    )  # fmt: skip


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _rows(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield from _trimmed(text, start, start + len(line))
        start += len(line) + 1
