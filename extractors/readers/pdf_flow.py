"""From lines in reading order to blocks: paragraphs, headings, list items, tables, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from extractors.readers.blocks import Block, clean_table
from extractors.readers.hyphens import Vocabulary
from extractors.readers.pdf_layout import Line, PageLayout, Region

_TITLE = re.compile(
    r"(?:ARTICLE|Article|APPENDIX|Appendix|EXHIBIT|Exhibit|SCHEDULE|Schedule|ATTACHMENT|Attachment|ADDENDUM|Addendum|ANNEX|Annex"
    r"|CHAPTER|Chapter|PART|Part)\s+(?:[IVXLC]+|\d{1,3}|[A-Z]|[A-Z]-\d{1,2})(?:[.:]|\s*[-–—]|\s+(?=[A-Z(])|$)"
)
_BARE_TITLE = re.compile(r"\S+\s+\S{1,8}")
_SECTION = re.compile(
    r"(?:SECTION|Section|SEC\.|Sec\.|§)\s*\d{1,3}(?:\.\d{1,3})*[A-Za-z]?\s*(?:[.:)]|[-–—]|\s(?=[A-Z])|$)"
)
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?\s+\S|\d{1,3}\.\s+[A-Z]")
_BULLET = re.compile(r"[•●▪■◦○‣⁃∙·►➢✓❖*\uf0b7\uf0a7][\s]+(?=\S)|[-–—]\s+(?=[A-Z])")
_ENUMERATED = re.compile(
    r"(?:\([a-zA-Z0-9]{1,3}\)|\([ivx]{1,5}\)|[a-zA-Z0-9]{1,2}\)|\d{1,2}\.|[a-zA-Z]\.|[ivx]{2,5}\.)\s+\S"
)
_STARTS = (_TITLE, _SECTION, _NUMBERED, _ENUMERATED, _BULLET)
_TERMINAL = re.compile(r"[.!?:;][\"'”’)\]]*\d{0,2}$")
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}|(?:\.\s?){2,3}\s[A-Z\d-]{1,6}$")
_NOTE = re.compile(r"\[?\d{1,3}\]?[.)]?\s*\S|[*†‡§¶]+\s*\S")
_CONTENTS_END = re.compile(r"\S.*?\s(?:[A-Z]-)?\d{1,4}$|\S.*\s[ivxlc]{1,7}$")


@dataclass(frozen=True, slots=True)
class Look:
    """What is usual in the document: font size of the body, whether it is bold, line pitch by font size."""

    size: float
    bold: bool
    pitch: dict[int, float]

    def step(self, size: float) -> float:
        """Usual distance of two lines of that size, in points."""
        return self.pitch.get(round(size), 1.2 * size)


@dataclass(slots=True)
class _Open:
    """A paragraph being collected, and at which of its lines further pages begin: line, page."""

    lines: list[Line]
    region: Region
    page: int
    turns: list[tuple[int, int]] = field(default_factory=list)

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]


@dataclass(slots=True)
class Flow:
    """Collects blocks page by page; `blocks` when all pages are in."""

    look: Look
    vocabulary: Vocabulary
    found: list[tuple[Block, tuple[int, bool, bool] | None]] = field(default_factory=list)
    open: _Open | None = None
    notes: list[Block] = field(default_factory=list)
    contents: bool = False

    def add(self, page: PageLayout) -> None:
        """Takes in the lines of one page."""
        leaders = sum(bool(_LEADERS.search(line.text)) for region in page.regions for line in region.lines)
        self.contents = leaders >= 5
        for region in page.regions:
            body, notes = _parted(region, page, self.look)
            for group in _grouped(body, region):
                if isinstance(group, Line):
                    self._line(group, region, page)
                else:
                    self._close()
                    self.found.append((Block("table", group, page=page.number), None))
            self.notes.extend(self._notes(notes, page.number))

    def blocks(self) -> tuple[Block, ...]:
        """All blocks in order, headings with their level."""
        self._close()
        self._flush()
        styles = sorted({style for _, style in self.found if style}, reverse=True)
        levels = {style: min(6, number) for number, style in enumerate(styles, 1)}
        return tuple(replace(block, level=levels[style]) if style else block for block, style in self.found)

    def _line(self, line: Line, region: Region, page: PageLayout) -> None:
        now = self.open
        if now is not None and (
            _continues(now, line, region, self.look) if now.region is region else _carries_on(now, line)
        ):
            if page.number != (now.turns[-1][1] if now.turns else now.page):
                now.turns.append((len(now.lines), page.number))
            now.lines.append(line)
            now.region = region
            return
        self._close()
        self.open = _Open([line], region, page.number)

    def _close(self) -> None:
        if self.open is not None:
            made = self._block(self.open)
            self.open = None
            self.found.append(made)
        self._flush()

    def _flush(self) -> None:
        self.found.extend((note, None) for note in self.notes)
        self.notes = []

    def _text(self, lines: Sequence[Line]) -> str:
        text = lines[0].text
        for before, line in pairwise(lines):
            text = self.vocabulary.join(text, line.text, cut=before.hyphen)
        return text

    def _block(self, paragraph: _Open) -> tuple[Block, tuple[int, bool, bool] | None]:
        text = self._text(paragraph.lines)
        turns = tuple((page, len(self._text(paragraph.lines[at:]))) for at, page in paragraph.turns)
        style = _heading_style(paragraph, text, self.look)
        if style and not (self.contents and (_TITLE.match(text) or _SECTION.match(text))):
            return Block("heading", text, page=paragraph.page, turns=turns), style
        if bullet := _BULLET.match(text):
            return Block("list_item", text[bullet.end() :], page=paragraph.page, turns=turns), None
        kind = "list_item" if _ENUMERATED.match(text) and not _NUMBERED.match(text) else "paragraph"
        return Block(kind, text, page=paragraph.page, turns=turns), None

    def _notes(self, lines: Sequence[Line], page: int) -> Iterator[Block]:
        group: list[Line] = []
        for line in lines:
            if group and _NOTE.match(line.text) and (_TERMINAL.search(group[-1].text) or line.x0 > group[-1].x0 + 2):
                yield Block("paragraph", self._text(group), page=page)
                group = []
            group.append(line)
        if group:
            yield Block("paragraph", self._text(group), page=page)


def look(pages: Sequence[PageLayout]) -> Look:
    """The document's body style."""
    sizes: Counter[tuple[float, bool]] = Counter()
    steps: dict[int, list[float]] = {}
    for page in pages:
        for region in page.regions:
            for line in region.lines:
                sizes[round(2 * line.size) / 2, line.bold] += len(line.text)
            for a, b in pairwise(region.lines):
                if abs(a.size - b.size) < 0.5 and 0.8 * a.size < b.bottom - a.bottom < 3 * a.size:
                    steps.setdefault(round(a.size), []).append(b.bottom - a.bottom)
    (size, bold), _ = sizes.most_common(1)[0] if sizes else ((10.0, False), 0)
    return Look(size or 10.0, bold, {key: median(values) for key, values in steps.items() if len(values) > 2})


def _parted(region: Region, page: PageLayout, look: Look) -> tuple[Sequence[Line], Sequence[Line]]:
    """The region's lines, and the footnotes at its end."""
    start = len(region.lines)
    while start and not region.lines[start - 1].table and region.lines[start - 1].size <= 0.92 * look.size:
        start -= 1
    while start < len(region.lines) and not (
        _NOTE.match(region.lines[start].text) and region.lines[start].top > 0.4 * page.height
    ):
        start += 1
    return region.lines[:start], region.lines[start:]


def _grouped(lines: Sequence[Line], region: Region) -> Iterator[Line | str]:
    """Lines one by one, and runs of lines that form a table as its text."""
    index = 0
    while index < len(lines):
        if lines[index].table:
            yield clean_table(lines[index].table)
            index += 1
            continue
        end = _table_end(lines, index, region)
        if end:
            yield clean_table(_aligned(lines[index:end]))
            index = end
        else:
            yield lines[index]
            index += 1


def _columns(line: Line) -> int:
    cells = len(line.cells)
    if cells > 1 and (_ENUMERATED.match(line.cells[0].text + " x") or _BULLET.match(line.cells[0].text + " X")):
        cells -= 1
    if cells > 1 and (_TITLE.match(line.text) or _SECTION.match(line.text)):
        cells -= 1
    return cells if not _LEADERS.search(line.text) else 1


def _table_end(lines: Sequence[Line], start: int, region: Region) -> int | None:
    """End of the run of table rows that begins at `start`: three or more with pieces that stand under one another."""
    if _columns(lines[start]) < 2:
        return None
    end, last = start + 1, start
    while end < len(lines) and end - last <= 2 and not lines[end].table:
        if _columns(lines[end]) >= 2 and _under(lines[last], lines[end]):
            last = end
        elif lines[end].x1 - lines[end].x0 > 0.6 * (region.x1 - region.x0):
            break
        end += 1
    rows = [line for line in lines[start : last + 1] if _columns(line) >= 2]
    if len(rows) < 3 or _contents(rows):
        return None
    under = lines[last].cells[1].x0 - 3
    while last + 1 < len(lines) and lines[last + 1].x0 > under and lines[last + 1].text[:1].islower():
        last += 1
    return last + 1


def _under(above: Line, below: Line) -> bool:
    return any(
        abs(a.x0 - b.x0) < 4 or abs(a.x1 - b.x1) < 4 or abs(a.x0 + a.x1 - b.x0 - b.x1) < 8
        for a in above.cells[1:]
        for b in below.cells[1:]
    )


def _contents(rows: Sequence[Line]) -> bool:
    """Lines of a table of contents: each ends with a page number, none smaller than the one before."""
    ends = [line.cells[-1].text for line in rows]
    named = sum(any(pattern.match(line.text) for pattern in _STARTS[:3]) for line in rows)
    numbers = [int(end) for end in ends if end.isdigit()]
    growing = len(numbers) > 0.8 * len(ends) and numbers == sorted(numbers)
    return growing and (named > 0.3 * len(rows) or len(set(numbers)) > 8)


def _aligned(lines: Sequence[Line]) -> list[list[str]]:
    """Cells of each line in columns: a cell belongs to the column whose span it overlaps most."""
    spans: list[list[float]] = []
    cells = (cell for line in lines if _columns(line) >= 2 for cell in line.cells)
    for cell in sorted(cells, key=lambda cell: cell.x1 - cell.x0):
        for span in spans:
            if min(span[1], cell.x1) - max(span[0], cell.x0) > 0:
                break
        else:
            spans.append([cell.x0, cell.x1])
    spans.sort()
    rows = []
    for line in lines:
        row = [""] * len(spans)
        for cell in line.cells:
            covered = [n for n, span in enumerate(spans) if span[0] < cell.x1 and span[1] > cell.x0]
            pieces = cell.words if len(covered) > 1 else (cell.words[0]._replace(text=cell.text, x1=cell.x1),)
            for piece in pieces:
                best = _nearest(spans, piece.x0, piece.x1)
                row[best] = f"{row[best]} {piece.text}".strip()
        rows.append(row)
    return rows


def _nearest(spans: Sequence[Sequence[float]], x0: float, x1: float) -> int:
    return max(range(len(spans)), key=lambda n: min(spans[n][1], x1) - max(spans[n][0], x0))


def _starts(text: str) -> bool:
    return any(pattern.match(text) for pattern in _STARTS)


def _full(line: Line, following: Line, region: Region) -> bool:
    """Whether `line` ended because the next word had no room."""
    return line.x1 + 0.2 * line.size + following.first_width > region.x1 - 0.01 * (region.x1 - region.x0)


def _centred(line: Line, region: Region) -> bool:
    left, right = line.x0 - region.x0, region.x1 - line.x1
    return left > 0.06 * (region.x1 - region.x0) and abs(left - right) < 0.04 * (region.x1 - region.x0) + 2


def _continues(now: _Open, line: Line, region: Region, look: Look) -> bool:
    """Whether `line` goes on with the open paragraph of the same column."""
    last = now.last
    full = _full(last, line, region)
    drop = (line.bottom - last.bottom) / max(look.step(last.size), 0.9 * last.size)
    resized = abs(line.size - last.size) > 0.12 * max(line.size, last.size)
    if drop < 0 or (resized and not (full and drop <= 1.3 and line.text[0].islower())):
        return False
    if drop > 1.35:
        return drop < 2.4 and _runs_on(last, line)
    if last.hyphen:
        return True
    if _parted_cells(last) or _parted_cells(line) or _begins(now, line, full):
        return False
    headed = last.text.isupper() and not line.text.isupper() and not line.text[0].islower()
    if line.bold != last.bold and (not full or drop > 1.1 or headed):
        return False
    ended = bool(_TERMINAL.search(last.text))
    if (_centred(line, region) and _centred(last, region)) or _stacked(last, line) or (line.bold and not look.bold):
        return last.bold == line.bold and last.text.isupper() == line.text.isupper() and not ended
    shift = line.x0 - last.x0
    if shift > 0.8 * line.size:
        return len(now.lines) == 1 and full and (_starts(last.text) or not ended)
    if shift < -0.8 * line.size and len(now.lines) > 1:
        return full and not ended
    width = region.x1 - region.x0
    if full or ended or last.text.isupper():
        return full
    room = region.x1 - last.x1 - line.first_width
    return last.x1 - region.x0 > 0.6 * width and (line.text[0].islower() or room < 0.12 * width)


def _runs_on(last: Line, line: Line) -> bool:
    """Whether a sentence goes on across a gap that is wider than between lines."""
    return (
        line.text[0].islower()
        and last.bold == line.bold
        and abs(last.x0 - line.x0) < line.size
        and last.text[-1].isalpha()
        and not _parted_cells(last)
        and not _starts(line.text)
        and not _stacked(last, line)
    )


def _stacked(above: Line, below: Line) -> bool:
    """Two lines of different length set about the same middle."""
    return abs(above.x0 + above.x1 - below.x0 - below.x1) < below.size and abs(above.x0 - below.x0) > below.size


def _begins(now: _Open, line: Line, full: bool) -> bool:
    """Whether the words at hand make `line` the start of something new. `full`: the line before had no room left."""
    last = now.last.text
    ended = bool(_TERMINAL.search(last))
    if _LEADERS.search(last):
        return True
    if _LEADERS.search(line.text) and not full:
        return _starts(line.text) or line.x0 - now.last.x0 < 2 * line.size
    if _TITLE.match(now.first.text):
        alone = len(now.lines) == 1 and not full
        if alone or _BARE_TITLE.fullmatch(now.first.text) or (last.isupper() and not line.text.isupper()):
            return True
    if _TITLE.match(line.text) and (ended or not full or line.bold != now.last.bold):
        return True
    if last.isupper() and _starts(line.text):
        return True
    if not full and line.text.split()[:2] == last.split()[:2]:
        return True  # rows of one kind: "Effective July 1, 2026 ...", "Effective July 1, 2027 ..."
    return _starts(line.text) and (ended or not full or last.endswith((",", " and", " or")))


def _parted_cells(line: Line) -> bool:
    """Whether a gap too wide for a sentence runs through the line."""
    return any(b.x0 - a.x1 > 3 * line.size for a, b in pairwise(line.cells)) and _columns(line) > 1


def _carries_on(now: _Open, line: Line) -> bool:
    """Whether the first line of a column or page goes on with the paragraph that the one before left open."""
    last = now.last
    if last.hyphen and line.text[0].isalpha():
        return True
    if abs(line.size - last.size) > 0.12 * max(line.size, last.size) or line.bold != last.bold:
        return False
    if _TERMINAL.search(last.text) or _LEADERS.search(last.text) or (_starts(line.text) and not line.text[0].islower()):
        return False
    if last.text.isupper() or line.text.isupper():
        return False
    return line.text[0].islower() or line.text[0] in '(“"$' or line.text[0].isdigit() or _full(last, line, now.region)


def _heading_style(paragraph: _Open, text: str, look: Look) -> tuple[int, bool, bool] | None:
    """The style by which a paragraph is a heading (size, capitals, bold), None if it is none."""
    letters = sum(map(str.isalpha, text))
    first = paragraph.first
    if len(paragraph.lines) > 4 or len(text) > 200 or letters < 3 or letters < 0.5 * len(text) or _LEADERS.search(text):
        return None
    if _BULLET.match(text) or text[-1] in ",;" or text[0].islower():
        return None
    upper = text.isupper()
    big = first.size >= 1.12 * look.size
    bold = all(line.bold for line in paragraph.lines) and not look.bold
    named = bool(_TITLE.match(text) or _SECTION.match(text))
    sentence = text[-1] == "." and len(text) > 60 - 30 * (not named)
    title = bool(_TITLE.match(text)) and len(text) < 120 and not sentence
    centred = all(_centred(line, paragraph.region) for line in paragraph.lines) and text[-1] not in ".:?"
    if sentence and not upper and first.size < 1.35 * look.size:
        return None
    if _CONTENTS_END.fullmatch(text) and not (big or bold or title):
        return None
    capitals = upper and letters >= 4 and len(text) < 150
    if big or bold or title or capitals or (centred and len(text) < 90 and text.istitle()):
        return round(first.size), upper, bold
    return None
