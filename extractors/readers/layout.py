"""Lines of a text to blocks: which lines make a paragraph, a heading, a list item, a table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from extractors.readers.blocks import Block, clean_table
from extractors.readers.headings import ARTICLE, ARTICLE_NUMBER, SECTION, is_caps, is_heading, is_title_like
from extractors.readers.lines import Line, margin
from extractors.readers.tables import cells, table_runs, toc_lines

BULLET = re.compile(r"(?:[•▪◦●○■□►▸➢❖✓·‣⁃∙]|[-–—*o](?=\s))\s*(?=\S)")
MARKER = re.compile(
    r"(?:\((?:[a-z]{1,3}|[A-Z]{1,2}|\d{1,3}|[ivxlIVXL]{1,6})\)|(?:[A-Za-z]|\d{1,3}|[ivxIVX]{1,5})[.)](?!\d)"
    r"|\d{1,3}(?:\.\d{1,3}){1,3}[.)]?)(?=\s|$)"
)
_STOP = re.compile(r"[.!?:;…]+[\"'”’»)\]*_\d]*$")
_NEXT_ITEM = re.compile(r"[;,:]\s*(?:and|or|and/or)$", re.IGNORECASE)
_NUMBER_WORD = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty"
    r"|ninety|hundred|thousand|half|percent|third|quarter|first|second|fourth|fifth)$", re.IGNORECASE
)  # fmt: skip
_REFERENCE = re.compile(
    r"(?:articles?|sections?|appendix|exhibit|schedule|step|steps|letter|paragraph|and|or|of|in|to|under|with"
    r"|by|per|through|the)$",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"([A-Za-z]+)-$")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_QUOTED = re.compile(r"(?:>\s?)+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,300})\]\(([^()\s]{0,500})\)")
_TAG = re.compile(r"</?(?:p|b|i|em|strong|br|span|div|u)\s*/?>", re.IGNORECASE)
_REFERS = re.compile(
    r"\s*(?:[,;)]|(?:of|and|or|above|below|shall|is|are|may|in|to|for|through|herein|as|will|has|have|does"
    r"|applies|on|by|which|that|, )\b|\.$)"
)
# scans have "ARTICLE Ill" and "ARTICLE 2, DUES"
_SHOUTED = re.compile(r"ARTI(?:CLE|C)?[.!]?\s+(?:\S{1,8}$|[\dIVXLC]{1,8}\s*,\s*[A-Z])")
_LONG = 180


def blocks(found: Sequence[Line]) -> list[Block]:
    """The blocks that `found` make, in their order."""
    vocabulary = _vocabulary(found)
    wrapped = is_wrapped(found)
    made: list[Block] = []
    contents = toc_lines(found)
    for group in _groups(found, wrapped, contents):
        if group[0] in contents:
            made.append(Block("paragraph", unmarked(found[group[0]].text), page=found[group[0]].page))
        else:
            made.extend(_block([found[index] for index in group], vocabulary, wrapped))
    return made


def _vocabulary(found: Sequence[Line]) -> frozenset[str]:
    """The words of the text, halves of words broken at the end of a line left out."""
    words: set[str] = set()
    broken = False
    for line in found:
        held = _WORD.findall(line.text.lower())
        ends_broken = line.text.endswith("-")
        words.update(held[int(broken) : len(held) - int(ends_broken)])
        broken = ends_broken
    return frozenset(words)


def is_wrapped(found: Sequence[Line]) -> bool:
    """Whether lines are broken at a margin, so that several make a paragraph."""
    long = sum(len(line.text) > _LONG for line in found)
    return long <= 0.05 * len(found)


def _groups(found: Sequence[Line], wrapped: bool, contents: Collection[int]) -> Iterator[list[int]]:
    """Indexes of lines that belong together, in order. Lines of a table of contents are kept one by one."""
    tables = table_runs(found, contents) if wrapped else {}
    margins = {page: margin(list(held)) for page, held in groupby(found, key=lambda line: line.page)}
    group: list[int] = []
    for index, line in enumerate(found):
        if group and index not in contents and group[-1] not in contents:
            table, above = tables.get(index), tables.get(group[-1])
            lines = [found[held] for held in group[-6:]]
            together = table == above if table is not None or above is not None else None
            if together or (together is None and _continues(lines, line, margins[lines[-1].page], wrapped, len(group))):
                group.append(index)
                continue
        if group:
            yield group
        group = [index]
    if group:
        yield group


def _continues(group: list[Line], line: Line, right: int, wrapped: bool, size: int) -> bool:
    """Whether `line` goes on with what the group of `size` lines says, of which the last few are given."""
    before = group[-1]
    stopped = bool(_STOP.search(before.text[-40:]))
    small = line.text[0].islower()
    if line.marks or BULLET.match(line.text):
        return False
    if not wrapped:
        shouted = is_caps(before.text) and is_caps(line.text) and len(group) < 6
        same = small or (shouted and not group[0].marks and not opens_block(line.text))
        return line.gap == 0 and not stopped and same and len(before.text) < _LONG
    first_word = line.text.split(" ", 1)[0]
    full = before.end + 1 + len(first_word) >= right - 1 or len(before.text) > 100
    full = full or (not stopped and before.end >= 0.85 * right and not is_title_like(before.text))
    apart = (
        stopped
        or not full
        or _NEXT_ITEM.search(before.text[-40:])
        or line.indent != before.indent
        or is_caps(line.text)
    )
    if apart and opens_block(line.text) and not _counts_on(before.text, line.text):
        return False
    heading = size <= 3 and _heading_so_far(group)
    if heading and not (line.gap == 0 and _same_heading(group, line)):
        return bool(small and full and not is_caps(before.text) and line.gap < 2)
    if heading:
        return True
    if line.top:
        return not stopped and not _looks_heading(line) and (small or full)
    if line.gap:
        return (
            not stopped
            and small
            and (full or line.gap == 1)
            and bool(before.text[-1:].isalnum() or before.text[-1] in ",-–'’)")
        )
    if full:
        return not (stopped and line.indent > before.indent + 1)
    return not stopped and (small or line.text[0].isdigit()) and line.indent <= before.indent + 8


def opens_block(text: str) -> bool:
    """Whether a line with this text may begin an article, a section or an item."""
    if MARKER.match(text) or (_SHOUTED.match(text) and is_caps(text[:5]) and not re.search("[a-z]{4}", text)):
        return True
    match = SECTION.match(text) or ARTICLE_NUMBER.match(text)
    return bool(match) and not _REFERS.match(text[match.end() :] if match else "")


def _counts_on(before: str, text: str) -> bool:
    """Whether what looks like the number of an item belongs to the sentence: "forty / (40) hours", "Section / 7 of"."""
    if _NUMBER_WORD.search(before[-40:]) and re.match(r"\(?\d", text):
        return True
    return bool(_REFERENCE.search(before[-40:])) and not is_caps(text)


def _heading_so_far(group: list[Line]) -> bool:
    text = " ".join(line.text for line in group)
    return (
        is_caps(text)
        or bool(ARTICLE.fullmatch(text))
        or (len(text) < 90 and bool(group[0].marks))
        or (len(group) == 1 and _lone(group))
    )


def _lone(group: list[Line]) -> bool:
    return len(group[0].text) < 60 and is_title_like(group[0].text) and not _STOP.search(group[0].text[-40:])


def _same_heading(group: list[Line], line: Line) -> bool:
    """Whether a heading goes on in the next line: both in capitals and centered, or broken off at the margin."""
    if ARTICLE.match(line.text) or opens_block(line.text):
        return False
    if is_caps(group[-1].text) and is_caps(line.text):
        return len(group) < 6
    return bool(group[0].marks) and line.text[0].islower()


def _looks_heading(line: Line) -> bool:
    return is_caps(line.text) or bool(ARTICLE.match(line.text))


def _block(group: list[Line], vocabulary: frozenset[str], wrapped: bool) -> Iterator[Block]:
    page = group[0].page
    if wrapped and len(group) > 1 and all(len(cells(line)) > 1 for line in group[:3]) and _tabular(group):
        yield Block("table", clean_table([cells(line) for line in group]), page=page)
        return
    text = unmarked(_joined([line.text for line in group], vocabulary))
    if not text:
        return
    turns = tuple(_turns(group, vocabulary))
    bullet = BULLET.match(text)
    if bullet and len(text) > bullet.end():
        yield Block("list_item", text[bullet.end() :], page=page, turns=turns)
    elif level := is_heading(text, marks=group[0].marks, lines=len(group), wrapped=wrapped):
        yield Block("heading", text, level=level, page=page, turns=turns)
    elif MARKER.match(text) and not SECTION.match(text):
        yield Block("list_item", text, page=page, turns=turns)
    else:
        yield Block("paragraph", text, page=page, turns=turns)


def _turns(group: Sequence[Line], vocabulary: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The pages that begin inside a block, each with the number of characters from there to its end."""
    for index in range(1, len(group)):
        page = group[index].page
        if page is not None and page != group[index - 1].page:
            yield page, len(unmarked(_joined([line.text for line in group[index:]], vocabulary)))


def _tabular(group: list[Line]) -> bool:
    return sum(len(cells(line)) > 1 for line in group) >= 0.8 * len(group)


def _joined(texts: Sequence[str], vocabulary: frozenset[str]) -> str:
    """Lines as one text; a word broken at the end of a line is made whole."""
    parts = [texts[0]]
    for text in texts[1:]:
        last = parts[-1]
        broken = _HYPHEN.search(last[-60:]) if last.endswith("-") else None
        if broken and text[0].islower():
            parts[-1] = last[: -len(broken.group())]
            parts.append(_mended(broken.group(1), text, vocabulary))
        else:
            tight = last.endswith(("-", "–", "—", "/")) and not last.endswith((" -", " –", " —"))
            parts.append(text if tight else " " + text)
    return "".join(parts)


def _mended(head: str, text: str, vocabulary: frozenset[str]) -> str:
    match = _WORD.match(text)
    tail = match.group().split("-")[0] if match else ""
    one, two = (head + tail).lower(), f"{head}-{tail}".lower()
    hyphen = one not in vocabulary and (two in vocabulary or {head.lower(), tail} <= vocabulary)
    return head + ("-" if hyphen else "") + text


def unmarked(text: str) -> str:
    """Text without the marks of Markdown and stray tags: emphasis, quotation, links."""
    quoted = _QUOTED.match(text)
    if quoted:
        text = text[quoted.end() :]
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "**" in text or "__" in text:
        text = _EMPHASIS.sub(r"\2", text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    return text.strip()
