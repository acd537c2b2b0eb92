"""What a line at the head of a block may be: the heading of an article, a section, an appendix or a letter.

Everything here looks at one block (and the next, for a title on a line of its own). Whether a candidate is a heading
is decided from the whole document, in `structure_articles`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.readers.blocks import Placed
from extractors.structure.numbers import DAMAGED, UNITS, WORD_NUMBER, Key, number_key, repaired

_NUMBER = (
    rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?(?:-?[A-Z](?![\w])(?:, ?[A-Z](?![\w.]))*)?|[A-Z]-?\d{{1,2}}|[IVXLC]{{1,8}}(?![\w])"
    rf"|(?i:(?:{WORD_NUMBER})(?:[- ](?:{'|'.join(UNITS)}))?)(?![\w])|[A-Z](?![\w]))"
)
_MARKS = r"(?:#{1,6} *|\*{1,2} *|[|•>\"“] *)?"
_GAP = r"[\s.:;,~_*\-–—|\"”“]*"

_ARTICLE = re.compile(
    rf"{_MARKS}(ARTICLE|Article|ART[ÍI]CULO|Art[íi]culo|ART\.|Art\.) *"
    rf"(?:NO\. ?|No\. ?|# ?)?({_NUMBER}|{DAMAGED})(?![\w(/]|[.:]\d)"
)
# what some call their articles: universities, ports and railroads
_CHAPTER = re.compile(
    rf"{_MARKS}(CHAPTER|Chapter|CLAUSE|Clause|RULE|Rule) *(?:NO\. ?|No\. ?|# ?)?({_NUMBER})(?![\w(/]|[.:]\d)"
)
_WITH_COMMA = re.compile(_ARTICLE.pattern + r" ?,(?![A-Z](?!\w))")
_SECTION = re.compile(
    rf"{_MARKS}(SECTION|Section|SEC\.|Sec\.|SEC|§) *"
    r"((?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-Z])(?:-?[A-Z](?!\w))?)(?![\w(/]|:\d)"
)
_NUMBERED = re.compile(rf"{_MARKS}(\d{{1,2}}|[IVXLC]{{1,7}}(?= ?[.)–—-])) ?[.)–—-]? ?(?=[A-Z\"“(])")
_APPENDIX = re.compile(
    rf"{_MARKS}((?i:appendix|schedule|exhibit|attachment|addendum|annex|enclosure|rider|supplement))\b"
    r"[\s\"“”'‘’#\-–—:]{0,4}((?:[A-Z]{1,2}|\d{1,2}|[IVX]{1,5})(?:[-.]?\d{1,2})?(?![\w]))?"
)
_LETTER = re.compile(
    rf"{_MARKS}(?i:(?:side )?(?:letters?|memorand(?:um|a)|memo|statement) of "
    r"(?:agreement|understanding|intent|interpretation|clarification)"
    r"|side ?letters?(?: agreements?)?(?: of agreement)?|letter agreement|supplemental (?:letter|agreement)"
    r"|m\.?o\.?[ua]\.?|l\.?o\.?[au]\.?)\b"
    r"[\s#:.]{0,3}((?:no\. ?|number )?#? ?\d{1,3}[A-Za-z]?(?![\w/]))?"
)
_DECIMAL = re.compile(rf"{_MARKS}(\d{{1,3}}(?:\.\d{{1,3}}){{1,3}})[.:)]?(?=\s+[A-Z\"“(])")
_LETTERED = re.compile(r"\(?([A-Z]|[a-z])[.)](?=\s)")
_COUNTED = re.compile(r"\(?(\d{1,2})[.)](?=\s)")

_LEADERS = re.compile(
    r"\.{3,}|…|(?:\s[.·_]){3,}|·{3,}|_{4,}|([a-z])\1{4,}|\s[a-z.,]*(?:[sce]{9,}|[sec]{5}[a-z]{6,})[a-z.,]*"
)
_PAGE_NUMBER = re.compile(r"(?:\s{2,}|\t|\s+(?i:pages?|pg\.?|p\.) *)[ivxlc\d]{1,4}\s*$|\s+\d{1,3}\s*$")
_SENTENCE_WORDS = re.compile(
    r"\b(?:shall|will|may|must|is|are|was|were|has|have|hereby|agrees?|states?|reads?|provides?|applies|apply|does|do)\b"
)
_REFERENCE_REST = re.compile(
    r"[,;)]|\s*[,;]|\s+(?:[a-z&(]|Section\b|Sec\b|Subsection\b|Paragraph\b|and\b|or\b|of\b|above\b|to\b)"
)
_SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "off", "on", "or", "over",
    "per", "than", "the", "to", "under", "upon", "via", "vs", "with", "within", "without", "&",
})  # fmt: skip
_INNER_SECTION = re.compile(r"[\s.]+(?:SECTION|Section)(?=\s*$|[\s]+[\dIVX]{1,4}\b(?!\s*(?:of|and|shall)\b))")
_STOP = re.compile(r"[.:](?:\s+|$)|\s[-–—]+\s")
_FIELD_ERROR = re.compile(r"\s*Error! (?:Bookmark|Reference source) not (?:defined|found)\.?")  # printed by Word
_TAIL = re.compile(r"(?:[\s.:;,~_*\\|=\-–—#]|(?<![.\w][A-Z])\.)+$")


@dataclass(frozen=True)
class Candidate:
    """A block that may open an article (or a section that stands for one).

    `blocks` is the number of blocks its heading takes; `whole` tells that the heading fills them. `weight` grows with
    how much it looks like a heading; `listed` tells that it looks like a line of a table of contents.
    """

    index: int
    number: str
    key: Key
    title: str | None
    weight: float
    blocks: int = 1
    whole: bool = True
    listed: bool = False
    capital: bool = False


@dataclass(frozen=True)
class Head:
    """The heading of a section, appendix or letter at a block's start."""

    index: int
    kind: str
    number: str | None
    title: str | None
    word: str | None
    blocks: int = 1
    whole: bool = True
    level: int = 2


def is_listed(text: str) -> bool:
    """Whether a line looks like one of a table of contents: leaders, or a page number behind its title."""
    if len(text) > 1_500:
        return False
    return bool(_LEADERS.search(text[:400]) or (len(text) < 250 and "\n" not in text and _PAGE_NUMBER.search(text)))


def is_title(text: str) -> bool:
    """Whether words look like a title: few, capitalized, no verb of a sentence."""
    words = re.findall(r"[^\W\d_][\w'’.]*", text)
    if not words or len(words) > 18 or len(text) > 160 or not re.match(r"[\W_]*[A-Z0-9]", text):
        return False
    if is_capital(text):
        return True
    if _SENTENCE_WORDS.search(text):
        return False
    telling = [word for word in words if word.casefold() not in _SMALL]
    return bool(telling) and sum(word[0].isupper() for word in telling) >= 0.6 * len(telling)


def is_capital(text: str) -> bool:
    """Whether most letters are capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def tidy(title: str) -> str | None:
    """A title without what surrounds it: numbers' separators, leaders, page numbers, unpaired brackets."""
    title = _LEADERS.split(title)[0] if _LEADERS.search(title) else title
    title = re.sub(_GAP, "", title, count=1) if re.match(_GAP, title) else title
    title = re.sub(r"\s+\d{0,3}[\]\[|{}]+$", "", " ".join(title.split()))
    title = _TAIL.sub("", title)
    if re.fullmatch(r"\([^()]+\)", title):
        title = title[1:-1].strip()
    if title.endswith(")") and "(" not in title:
        title = title[:-1].rstrip()
    return title or None


def split_title(rest: str) -> tuple[str | None, bool]:
    """The title that `rest` (what follows a number) begins with, and whether nothing follows it."""
    lines = rest.strip().split("\n")
    first = re.sub(rf"^{_GAP}", "", lines[0])
    if not first and len(lines) > 1:
        title, whole = split_title("\n".join(lines[1:]))
        return title, whole
    if is_title(first) and not _inner_stop(first):
        return tidy(first), len(lines) == 1
    stop = _inner_stop(first)
    if stop is not None and is_title(first[:stop]):
        return tidy(first[:stop]), False
    return None, not first


def _inner_stop(text: str) -> int | None:
    """Where a title ends and a sentence begins on one line."""
    for match in _STOP.finditer(text[:200]):
        rest = text[match.end() :]
        if rest and match.start() > 2 and not re.search(r"\b(?:No|Inc|St|Dr|U\.S)$", text[: match.start()]):
            if match.group().strip() in ("-", "–", "—"):
                if not _SENTENCE_WORDS.search(rest[:200]):
                    continue
            elif is_capital(rest) and is_capital(text[: match.start()]):
                continue
            return match.start()
    return None


def without_section(title: str) -> str:
    """A title without the heading of the first section, where a reader left both in one block."""
    inner = _INNER_SECTION.search(title[:300])
    return title[: inner.start()] if inner else title


def next_title(placed: Sequence[Placed], index: int, text: str, number: Key | None = None) -> tuple[str | None, int]:
    """The title in the block after `index`, and how many blocks the heading then takes.

    With `number`, the title may repeat it with a zero: "ARTICLE IV", "4.0 OVERTIME".
    """
    if index + 1 >= len(placed):
        return None, 1
    block = placed[index + 1].block
    line = text[placed[index + 1].start : placed[index + 1].end]
    if number is not None and len(number) == 1:
        line = re.sub(rf"^{number[0]}\.0{{1,2}}\.? +(?=[A-Z])", "", line)
    line = line if opens(line) else without_section(line)
    if block.kind == "table" or opens(line) or is_listed(line) or len(line) > 160 or "\n" in line:
        return None, 1
    plain = number is not None and len(line) < 80 and line[-1] not in ".:,;"
    bracketed = re.fullmatch(r"\(.{3,80}\)\.?", line)
    headed = is_capital(line) or block.kind == "heading" or plain or bracketed
    if is_title(line) and headed and not re.match(r"[-–—\s]*\d+[-–—\s]*$", line):
        return tidy(line), 2
    return None, 1


def opens(line: str) -> bool:
    """Whether a line begins like a numbered heading of any kind, so that it is no title of the line before."""
    return bool(
        _ARTICLE.match(line) or _CHAPTER.match(line) or _SECTION.match(line) or _APPENDIX.match(line)
        or _LETTERED.match(line) or _COUNTED.match(line) or _DECIMAL.match(line)
    )  # fmt: skip


def article_candidates(placed: Sequence[Placed], text: str) -> list[Candidate]:
    """Blocks that begin with the word Article and a number and are no plain cross-reference.

    "ARTICLE 8, VACATION" is a heading where no other block opens article 8; else it is printed on every page.
    """
    found = _candidates(placed, text, _ARTICLE, 2)
    times = Counter(c.key for c in found if not c.listed)
    return [c for c in found if times[c.key] < 2 or not _WITH_COMMA.match(text, placed[c.index].start)]


def chapter_candidates(placed: Sequence[Placed], text: str) -> list[Candidate]:
    """The same for the words Chapter, Clause and Rule."""
    return [c for c in _candidates(placed, text, _CHAPTER, 2) if c.title]


def section_candidates(placed: Sequence[Placed], text: str) -> list[Candidate]:
    """The same for the word Section: some agreements number their articles so."""
    return [c for c in _candidates(placed, text, _SECTION, 2) if c.title]


def numbered_candidates(placed: Sequence[Placed], text: str) -> list[Candidate]:
    """Blocks that begin with a bare number and a title."""
    found = []
    for candidate in _candidates(placed, text, _NUMBERED, 1):
        block = placed[candidate.index]
        line = text[block.start : block.end]
        if candidate.title and (
            candidate.listed or is_capital(candidate.title) or (candidate.whole and len(line) < 90)
        ):
            found.append(candidate)
    return found


def _candidates(placed: Sequence[Placed], text: str, pattern: re.Pattern[str], group: int) -> list[Candidate]:
    found: list[Candidate] = []
    for index, block in enumerate(placed):
        if block.block.kind == "table":
            continue
        line = text[block.start : min(block.end, block.start + 1500)]
        match = pattern.match(line)
        if match is None:
            continue
        number = repaired(match.group(group)) or match.group(group)
        key = number_key(number)
        rest = line[match.end() :]
        rest = _FIELD_ERROR.sub("", without_section(rest))
        if key is None or max(key) > 400 or (group == 2 and is_reference(match.group(1), rest)):
            continue
        listed = is_listed(rest)
        title, whole = split_title(rest)
        blocks = 1
        if listed:
            title = tidy(_PAGE_NUMBER.sub("", rest.split("\n")[0]))
        elif title is None and whole:
            title, blocks = next_title(placed, index, text, key)
        elif title is None and not re.match(r"\s*[.:–—-]\s*[A-Z\"“(]", rest):
            continue
        capital = is_capital(match.group(1)) if group == 2 else is_capital(title or "")
        weight = 1.0 + (1.5 if title and blocks == 1 else 1.0 if title else 0) + 0.5 * capital
        weight += 0.5 * (block.block.kind == "heading") + (0.3 if title and is_capital(title) else 0)
        found.append(Candidate(index, number, key, title, weight, blocks, whole or blocks > 1, listed, capital))
    return found


def is_reference(word: str, rest: str) -> bool:
    """Whether what follows the number goes on as a sentence does; scans have "ARTICLE 2, PURPOSE" for "ARTICLE 2."."""
    if _REFERENCE_REST.match(rest) is None:
        return False
    title = re.match(r", ?([^\n]{3,120})", rest)
    return not (title and is_capital(word) and is_capital(title.group(1)) and is_title(title.group(1)))


def attachment(placed: Sequence[Placed], index: int, text: str) -> Head | None:
    """The appendix or letter that a block opens, or None: a line of its own that is a title, not a sentence."""
    block = placed[index]
    line = text[block.start : min(block.end, block.start + 400)]
    first = line.split("\n")[0]
    if block.block.kind == "table" or len(first) > 200 or is_listed(line):
        return None
    match, kind = _LETTER.match(first), "side_letter"
    if match is None:
        match, kind = _APPENDIX.match(first), "appendix"
    if match is None:
        return None
    word = match.group(1) if kind == "appendix" else match.group()
    rest = first[match.end() :]
    shouted = is_capital(word or "") or block.block.kind == "heading"
    if not shouted or _REFERENCE_REST.match(rest) or (rest.strip() and not is_title(re.sub(rf"^{_GAP}", "", rest))):
        return None
    if kind == "appendix":
        number, title = match.group(2), tidy(rest)
        if number is None and title and not re.match(r"\s*[-–—:]|\s*$", rest) and not is_capital(first):
            return None
        heading = title
    else:
        number = (match.group(1) or "").strip("# ") or None
        heading = tidy(re.sub(rf"^{_MARKS}", "", first))
    blocks = 1
    if heading is None:
        heading, blocks = next_title(placed, index, text)
    return Head(index, kind, number, heading, (word or "").strip("# ").capitalize(), blocks, "\n" not in line, 1)


def inner_section(placed: Sequence[Placed], index: int, text: str) -> Head | None:
    """The section whose heading a reader left in the same block as the heading of its article, or None."""
    line = text[placed[index].start : min(placed[index].end, placed[index].start + 400)]
    inner = _INNER_SECTION.search(line)
    if inner is None:
        return None
    match = _SECTION.match(line[inner.end() - len("section") :])
    if match is None:
        return None
    title, _ = split_title(line[inner.end() - len("section") + match.end() :])
    return Head(index, "section", match.group(2), title, "Section", 1, False)


def section_head(placed: Sequence[Placed], index: int, text: str) -> Head | None:
    """The section that a block opens with the word Section, or None."""
    rest, match = _opening(placed, index, text, _SECTION)
    if match is None or _REFERENCE_REST.match(rest) or is_listed(rest):
        return None
    if rest.strip() and not re.match(r"\s*[.:)\-–—~]|\s+[A-Z\"“(]|\s*\n", rest):
        return None
    title, whole = split_title(rest)
    blocks = 1
    if title is None and _is_plain_title(rest):
        title, whole = tidy(rest), True
    elif title is None and whole:
        title, blocks = next_title(placed, index, text)
    return Head(index, "section", match.group(2), title, "Section", blocks, whole or blocks > 1)


def _is_plain_title(rest: str) -> bool:
    """Whether what follows "Section 2." is a title in small letters: a few words, no verb, nothing behind it."""
    words = re.sub(_GAP, "", rest, count=1).rstrip(" .:").split()
    return 0 < len(words) <= 7 and words[0][0].isupper() and "\n" not in rest and not _SENTENCE_WORDS.search(rest)


def decimal_head(placed: Sequence[Placed], index: int, text: str) -> Head | None:
    """The section that a block opens with a decimal number (`4.2 Notice`), or None."""
    return _bare(placed, index, text, _DECIMAL, 3)


def lettered_head(placed: Sequence[Placed], index: int, text: str) -> Head | None:
    """The paragraph that a block opens with a letter (`A.`, `(a)`), or None."""
    return _bare(placed, index, text, _LETTERED, 2)


def counted_head(placed: Sequence[Placed], index: int, text: str) -> Head | None:
    """The paragraph that a block opens with a number (`1.`, `1)`), or None."""
    return _bare(placed, index, text, _COUNTED, 2)


def _bare(placed: Sequence[Placed], index: int, text: str, pattern: re.Pattern[str], level: int) -> Head | None:
    rest, match = _opening(placed, index, text, pattern)
    if match is None or is_listed(rest):
        return None
    title, whole = split_title(rest)
    return Head(index, "section", match.group(1), title, None, 1, whole and title is not None, level)


def _opening(
    placed: Sequence[Placed], index: int, text: str, pattern: re.Pattern[str]
) -> tuple[str, re.Match[str] | None]:
    block = placed[index]
    if block.block.kind == "table":
        return "", None
    line = text[block.start : min(block.end, block.start + 400)]
    match = pattern.match(line)
    return line[match.end() :] if match else "", match
