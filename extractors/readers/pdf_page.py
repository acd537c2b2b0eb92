"""One page of a PDF as words with places, taken from PDFium in bulk; and what else lies on it: rules and pictures.

Coordinates are points with the origin at the top left of the page, turned so that most of its text reads from left to
right: a page lying on its side comes out upright.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from extractors.readers.pdf_segments import Segment, Word, segments_of

_LINE = re.compile(r"\r\n|[\r\n\ufffe\x02]")
_WORD = re.compile(r"\S+")
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b", re.IGNORECASE)
_FORCED_BOLD = 0x40000
_RECT = pdfium.FS_RECTF()  # reused: a word costs two calls, and a page has hundreds
_RECT_REFERENCE = ctypes.byref(_RECT)
_MATRIX = pdfium.FS_MATRIX()
_MATRIX_REFERENCE = ctypes.byref(_MATRIX)
_MAX_OBJECTS = 4000
_MARGINAL = 150  # characters
_MAX_EDGES = 4000


class Edge(NamedTuple):
    """A ruled line: upright or level, `at` its fixed coordinate, from `start` to `end` along the other."""

    upright: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class PageText:
    """What PDFium sees on one page. `pictured` is the share of the page that pictures cover, 0 to 1."""

    segments: tuple[Segment, ...]
    width: float
    height: float
    characters: int
    edges: tuple[Edge, ...] = ()
    pictured: float = 0.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """The page's box in PDF coordinates and the quarter turns (counterclockwise) its text has."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def place(self, x: float, y: float) -> tuple[float, float]:
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x


class _Run(NamedTuple):
    """Character indexes of the words of one line as PDFium breaks lines, with style and direction."""

    words: list[tuple[int, int, str]]
    hyphen: bool
    size: float
    bold: bool
    turns: int


def read_page(page: Any) -> PageText:
    """The words, rules and pictures of an open `PdfPage`. Raises what PDFium raises for a page it cannot load."""
    handle = pdfium.FPDFText_LoadPage(page.raw)
    if not handle:
        raise ValueError("the page has no readable text layer")
    try:
        text, mapped = _text(handle)
        runs = list(_runs(handle, text, mapped))
        turns = _turns(runs)
        frame = _Frame(*_box(page), turns)
        segments = _segments(handle, [run for run in runs if run.turns == turns], frame)
        segments += _aside(handle, [run for run in runs if run.turns != turns], frame)
    finally:
        pdfium.FPDFText_ClosePage(handle)
    edges, pictured = _objects(page.raw, frame)
    width, height = frame.size
    return PageText(segments, width, height, sum(map(len, text.split())), edges, pictured)


def _box(page: Any) -> tuple[float, float, float, float]:
    rect = pdfium.FS_RECTF()
    found = pdfium.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(rect))
    if found and rect.right > rect.left and rect.top > rect.bottom:
        return rect.left, rect.bottom, rect.right, rect.top
    width, height = page.get_size()
    return 0.0, 0.0, width, height


def _text(handle: Any) -> tuple[str, bool]:
    """All text, one Python character per UTF-16 unit, and whether its indexes need mapping to PDFium's."""
    count = pdfium.FPDFText_CountChars(handle)
    if count <= 0:
        return "", False
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(handle, 0, count, buffer)
    raw = bytes(memoryview(buffer).cast("B")[: 2 * max(0, written - 1)])
    text = raw.decode("utf-16-le", "surrogatepass")
    if len(text) * 2 != len(raw):
        text = "".join(map(chr, buffer[: written - 1]))
    return text, written - 1 != count


def _runs(handle: Any, text: str, mapped: bool) -> Iterator[_Run]:
    start = 0
    for match in [*_LINE.finditer(text), None]:
        end = match.start() if match else len(text)
        words = [(m.start() + start, m.end() + start - 1, m.group()) for m in _WORD.finditer(text[start:end])]
        hyphen = match is not None and match.group() in "\ufffe\x02"
        if words:
            if mapped:
                index = pdfium.FPDFText_GetCharIndexFromTextIndex
                words = [(index(handle, a), index(handle, b), word) for a, b, word in words]
            yield _Run(words, hyphen, *_style(handle, words))
        start = match.end() if match else end


def _style(handle: Any, words: Sequence[tuple[int, int, str]]) -> tuple[float, bool, int]:
    index = max(words, key=lambda word: len(word[2]))[0]
    size, turns = _type(handle, index)
    if len(words) > 1 and index != words[-1][0]:
        size = max(size, _type(handle, words[-1][0])[0])  # the first words may be in small capitals
    bold = _is_bold(handle, words[0][0]) and (len(words) == 1 or _is_bold(handle, words[-1][0]))
    return size, bold, turns


def _type(handle: Any, index: int) -> tuple[float, int]:
    """Font size in points and quarter turns of a character."""
    size = pdfium.FPDFText_GetFontSize(handle, index)
    if not pdfium.FPDFText_GetMatrix(handle, index, _MATRIX_REFERENCE):
        return size, 0
    turns = round(math.degrees(math.atan2(_MATRIX.b, _MATRIX.a)) / 90) % 4
    return size * (math.hypot(_MATRIX.c, _MATRIX.d) or 1.0), turns


def _is_bold(handle: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(96)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(handle, index, name, 96, ctypes.byref(flags))
    return bool(flags.value & _FORCED_BOLD) or _BOLD.search(name.value.decode("latin-1")) is not None


def _turns(runs: Iterable[_Run]) -> int:
    weights: Counter[int] = Counter()
    for run in runs:
        weights[run.turns] += sum(len(word[2]) for word in run.words)
    return max(weights, key=lambda turns: (weights[turns], -turns)) if weights else 0


def _aside(handle: Any, runs: Sequence[_Run], frame: _Frame) -> tuple[Segment, ...]:
    """Text in other directions, such as a table set sideways, placed below the page; marks in the margin are not."""
    found: list[Segment] = []
    below = frame.size[1]
    for turns in sorted({run.turns for run in runs}):
        turned = [run for run in runs if run.turns == turns]
        if sum(len(word[2]) for run in turned for word in run.words) < _MARGINAL:
            continue
        other = replace(frame, turns=turns)
        for segment in _segments(handle, turned, other):
            words = tuple(word._replace(top=word.top + below, bottom=word.bottom + below) for word in segment.words)
            top, bottom = segment.top + below, segment.bottom + below
            found.append(replace(segment, words=words, top=top, bottom=bottom, baseline=segment.baseline + below))
        below += other.size[1]
    return tuple(found)


def _segments(handle: Any, runs: Iterable[_Run], frame: _Frame) -> tuple[Segment, ...]:
    place = _placed if frame.turns else _placed_upright
    width, height = frame.size
    lines: list[tuple[_Run, list[Word]]] = []
    for run in runs:
        words = []
        for first, last, text in run.words:
            x0, x1, top, bottom = place(handle, first, last, frame)
            if x1 > 0 and x0 < width and bottom > 0 and top < height:
                words.append(Word(text, x0, x1, top, bottom))
        if words:
            lines.append((run, words))
    return segments_of((words, run.size, run.bold, run.hyphen) for run, words in lines)


def _placed_upright(handle: Any, first: int, last: int, frame: _Frame) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of the word from character `first` to `last` on a page that is not turned."""
    pdfium.FPDFText_GetLooseCharBox(handle, first, _RECT_REFERENCE)
    x0, x1, top, bottom = _RECT.left, _RECT.right, _RECT.top, _RECT.bottom
    if last != first:
        pdfium.FPDFText_GetLooseCharBox(handle, last, _RECT_REFERENCE)
        left, right = _RECT.left, _RECT.right
        x0 = left if left < x0 else x0
        x1 = right if right > x1 else x1
    return x0 - frame.left, x1 - frame.left, frame.top - top, frame.top - bottom


def _placed(handle: Any, first: int, last: int, frame: _Frame) -> tuple[float, float, float, float]:
    """The same on a page that is turned."""
    corners = []
    for index in (first, last):
        pdfium.FPDFText_GetLooseCharBox(handle, index, _RECT_REFERENCE)
        corners += [frame.place(_RECT.left, _RECT.top), frame.place(_RECT.right, _RECT.bottom)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), max(across), min(down), max(down)


def _objects(page: Any, frame: _Frame) -> tuple[tuple[Edge, ...], float]:
    """The ruled lines of the page, and the share of it that pictures cover."""
    edges: list[Edge] = []
    area = 0.0
    width, height = frame.size
    bounds = [ctypes.c_float() for _ in range(4)]
    references = [ctypes.byref(value) for value in bounds]
    for thing, kind in _walk(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE and pdfium.FPDFPageObj_GetBounds(thing, *references):
            left, bottom, right, top = (value.value for value in bounds)
            (ax, ay), (bx, by) = frame.place(left, top), frame.place(right, bottom)
            ax, bx = sorted((min(max(ax, 0), width), min(max(bx, 0), width)))
            ay, by = sorted((min(max(ay, 0), height), min(max(by, 0), height)))
            area += (bx - ax) * (by - ay)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and len(edges) < _MAX_EDGES:
            edges.extend(_edges(thing, frame))
    return tuple(edges), min(1.0, area / (width * height)) if width and height else 0.0


def _walk(page: Any) -> Iterator[tuple[Any, int]]:
    """Objects of the page and of forms drawn on it (one level: deeper ones move their coordinates again)."""
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            for inner in range(min(pdfium.FPDFFormObj_CountObjects(thing), _MAX_OBJECTS)):
                child = pdfium.FPDFFormObj_GetObject(thing, inner)
                yield child, pdfium.FPDFPageObj_GetType(child)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            yield thing, kind


def _edges(path: Any, frame: _Frame) -> Iterator[Edge]:
    """The level and upright strokes of a path, in page coordinates."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    first: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(path), 400)):
        part = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(part, ctypes.byref(x), ctypes.byref(y))
        point = frame.place(
            matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f
        )
        kind = pdfium.FPDFPathSegment_GetType(part)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last:
            yield from _edge(last, point)
            if first and pdfium.FPDFPathSegment_GetClose(part):
                yield from _edge(point, first)
        last = point


def _edge(a: tuple[float, float], b: tuple[float, float]) -> Iterator[Edge]:
    across, down = abs(a[0] - b[0]), abs(a[1] - b[1])
    if across > 4 and down < 1.5:
        yield Edge(False, (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0]))
    elif down > 4 and across < 1.5:
        yield Edge(True, (a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1]))
