"""A document's text as regions and sentences, with offsets.

Sentences are cut inside leaf passages (headings, paragraphs, list items), never across them. A sentence knows its
region: what stands in a teaser, an author box or a footnote is read by fewer extractors than what stands in the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.base import Reading
from records.model import Passage

LEAVES = frozenset({"heading", "paragraph", "list_item", "table"})
BODY, HEADLINE, FURNITURE, FOOTNOTE, BOILERPLATE = "body", "headline", "furniture", "footnote", "boilerplate"

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "rev",
        "hon",
        "gov",
        "lt",
        "col",
        "gen",
        "sgt",
        "capt",
        "cmdr",
        "adm",
        "maj",
        "sen",
        "sens",
        "rep",
        "reps",
        "del",
        "pres",
        "supt",
        "st",
        "ste",
        "jr",
        "sr",
        "no",
        "nos",
        "art",
        "sec",
        "secs",
        "ch",
        "vol",
        "vols",
        "pp",
        "p",
        "fig",
        "figs",
        "eq",
        "ed",
        "eds",
        "et",
        "al",
        "vs",
        "v",
        "inc",
        "ltd",
        "co",
        "corp",
        "cos",
        "llc",
        "dept",
        "div",
        "est",
        "approx",
        "ca",
        "cf",
        "viz",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "ave",
        "blvd",
        "rd",
        "bldg",
        "apt",
        "fed",
        "assn",
        "assoc",
        "univ",
        "intl",
        "natl",
        "gov'n",
        "ass'n",
        "dist",
        "ala",
        "ariz",
        "ark",
        "calif",
        "colo",
        "conn",
        "fla",
        "ill",
        "ind",
        "kan",
        "ky",
        "mass",
        "md",
        "mich",
        "minn",
        "miss",
        "mo",
        "mont",
        "neb",
        "nev",
        "okla",
        "ore",
        "pa",
        "tenn",
        "tex",
        "va",
        "vt",
        "wash",
        "wis",
        "wyo",
    ]
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\[\d+\]|\d{1,2}(?=\s))?\s+(?=[\"'“‘«(\[]*[A-Z0-9À-ÖØ-Þ€$£•\-–—*])")
_WORD_BEFORE = re.compile(r"([\w'’.]+)$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?|[A-Z]")
_FURNITURE = re.compile(
    r"(?:also read|read (?:more|also|next|the full)|related(?: (?:articles?|stories|posts|news|content|reading))?|see also|more (?:from|on|stories|news|like this)"
    r"|share (?:this|on|via)|follow us|subscribe|sign up|newsletter|leave a (?:reply|comment)|comments?|advertisement|sponsored"
    r"|recommended|trending|most (?:read|popular)|you (?:may|might) also like|tags?|topics?|categories|filed under|print this|back to top"
    r"|previous (?:article|post)|next (?:article|post)|skip to|all rights reserved|copyright|©|cookie|privacy policy|terms of (?:use|service))\b",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"[-–—•* ]*(?:(?:about|background on) (?:the )?[A-Z][\w&.'’\- ]{1,80}:?$|(?:#\s*){2,}|-\s*30\s*-|(?i:ends?$|notes? to editors?|media contacts?|press contacts?|contact:|for more information))"
)
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}\.?\s+[A-Z\"“][^.]{2,60},\s|[*†‡]\s?\S)")
_REFERENCE_SIGN = re.compile(
    r"https?://|doi\.org|\bpp?\. ?\d|\bvol\. ?\d|\((?:[A-Z][\w ]+, )?(?:19|20)\d\d\)|\bno\. \d|accessed \w+ \d",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """A sentence: `text` is exactly the document's text from `start` to `end`."""

    start: int
    end: int
    text: str
    passage: Passage
    region: str


def leaves(reading: Reading) -> tuple[Passage, ...]:
    """The passages that do not contain others, in reading order; together they hold the whole text once."""
    return tuple(passage for passage in reading.document.passages if passage.kind in LEAVES)


def regions(reading: Reading) -> dict[int, str]:
    """The region of each leaf passage, by ordinal.

    The headline is the first heading (or the first line that is no sentence); furniture is what sites put around
    texts; boilerplate is what follows "About the …", "Notes to editors" or "###" to the end.
    """
    found: dict[int, str] = {}
    boilerplate = False
    passages = reading.get(leaves)
    body_seen = 0
    for index, passage in enumerate(passages):
        text = passage.text
        if _FURNITURE.match(text) and (len(text) < 60 or ":" in text[:40] or "•" in text):
            region = FURNITURE
        elif index and body_seen > 2 and passage.kind != "table" and _BOILERPLATE.match(text):
            boilerplate = reading.document.document_type in ("press_release", "news", "other")
            region = BOILERPLATE if boilerplate else BODY
        elif boilerplate:
            region = BOILERPLATE
        elif index == 0 and (passage.kind == "heading" or (len(text) < 200 and text[-1:] not in ".!?")):
            region = HEADLINE
        elif _FOOTNOTE.match(text) and _REFERENCE_SIGN.search(text):
            region = FOOTNOTE
        else:
            region = BODY
            body_seen += 1
        found[passage.ordinal] = region
    return found


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
    """The sentences that the document itself says: body and headline."""
    return tuple(s for s in reading.get(sentences) if s.region in (BODY, HEADLINE))


def split(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in `text`; abbreviations, initials and numbers do not end one."""
    start = 0
    for match in _END.finditer(text):
        if _ends(text, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] != "." or mark.startswith(".."):
        return True
    if re.match(r"\.[\"'”’»)\]]", mark):
        return True
    before = _WORD_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    if before is None:
        return True
    word = before.group(1)
    following = text[match.end() : match.end() + 30]
    if word.casefold().lstrip("'’") in _ABBREVIATIONS:
        return word.casefold() == "no" and not following[:1].isdigit()
    if "." in word and _INITIALS.fullmatch(word):
        return (
            bool(
                re.match(
                    r"(?:The|This|That|These|It|In|But|And|We|They|He|She|A|An|At|On|For|As|If|When|After|[“\"])\b",
                    following,
                )
            )
            or following[:1] in '“"'
        )
    if len(word) == 1 and word.isupper() and word != "I":
        return False
    if word.isdigit() and len(word) < 4 and match.start() - len(word) <= 1:
        return False  # the number of a list item
    return True


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
