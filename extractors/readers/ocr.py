"""Pages that are pictures, read by tesseract where it is installed.

Set STEWARD_OCR to `off` to do without, or to tesseract's language codes (`eng+spa`) to read other languages.
"""

from __future__ import annotations

import io
import math
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from extractors.readers.pdf_page import PageText
from extractors.readers.pdf_segments import Word, segments_of

SECONDS_PER_PAGE = 60
_DPI = 300
_MAX_PIXELS = 25_000_000
_DOUBTFUL = 55.0
_NOISE = 40.0
_SPECKS = "_|=~'`‘’.,:;°\\/"  # what dirt at the edge of a line is read as
_ROTATE = re.compile(r"^Rotate: (90|180|270)$", re.MULTILINE)


@dataclass(frozen=True)
class Recognized:
    """A page's words, and how sure tesseract is of them on average, 0 to 100."""

    page: PageText
    confidence: float


def available() -> bool:
    """Whether pages can be recognized here."""
    return os.environ.get("STEWARD_OCR", "").casefold() != "off" and shutil.which("tesseract") is not None


@dataclass(frozen=True)
class Picture:
    """A page drawn in grey, `scale` dots to the point."""

    image: Any
    scale: float


def draw(page: Any) -> Picture:
    """An open `PdfPage` drawn at 300 dots per inch, a large one with at most 25 million dots in all."""
    width, height = page.get_size()
    scale = min(_DPI / 72, math.sqrt(_MAX_PIXELS / max(1.0, width * height)))
    return Picture(page.render(scale=scale, grayscale=True).to_pil().convert("L"), scale)


def recognize(picture: Picture) -> Recognized | None:
    """The text of a picture, turned upright; None if there is none or tesseract fails or takes over a minute.

    Waits for another process, so several may run at a time, in threads.
    """
    image, scale = picture.image, picture.scale
    found = _read(image, scale)
    if found is None or found.confidence < _DOUBTFUL:
        turned = _ROTATE.search(_tesseract(image, scale, "--psm", "0"))
        if turned:
            image = image.rotate(-int(turned.group(1)), expand=True)
            found = max((found, _read(image, scale)), key=lambda one: one.confidence if one else -1.0)
    return found if found and found.page.segments else None


def _read(image: Any, scale: float) -> Recognized | None:
    rows = _rows(_tesseract(image, scale, "-l", _languages(), "--psm", "3", output="tsv"))
    lines = list(_lines(rows, scale))
    if not lines:
        return None
    usual = median(size for _, size, _ in lines)
    sized = ((words, usual if 0.75 * usual < size < 1.3 * usual else size) for words, size, _ in lines)
    segments = segments_of((_level(words, size), size, False, False) for words, size in sized)
    sure = [confidence for _, _, confidences in lines for confidence in confidences]
    characters = sum(len(word.text) for words, _, _ in lines for word in words)
    if _is_sideways(word for words, _, _ in lines for word in words):
        return Recognized(PageText((), 0.0, 0.0, 0), 0.0)
    page = PageText(segments, image.width / scale, image.height / scale, characters, (), 1.0)
    return Recognized(page, round(sum(sure) / len(sure), 1))


def _is_sideways(words: Iterable[Word]) -> bool:
    """Whether longer words are taller than wide: tesseract reads such lines, but in no useful order."""
    longer = [word for word in words if len(word.text) > 3]
    return sum(word.bottom - word.top > word.x1 - word.x0 for word in longer) > 0.5 * len(longer)


def _languages() -> str:
    chosen = os.environ.get("STEWARD_OCR", "")
    return chosen if re.fullmatch(r"[A-Za-z_]{3,12}(?:\+[A-Za-z_]{3,12})*", chosen) else "eng"


def _tesseract(image: Any, scale: float, *options: str, output: str = "") -> str:
    """What tesseract writes about the image, the empty text if it fails. One thread: the same words every time."""
    picture = io.BytesIO()
    image.save(picture, "PPM")
    command = ["tesseract", "stdin", "stdout", "--dpi", str(round(72 * scale)), *options, *([output] if output else [])]
    try:
        done = subprocess.run(
            command,
            input=picture.getvalue(),
            capture_output=True,
            timeout=SECONDS_PER_PAGE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _rows(table: str) -> Iterator[tuple[tuple[str, ...], Word, float]]:
    """Line, word in pixels and confidence of each word of tesseract's table."""
    for row in table.split("\n")[1:]:
        fields = row.split("\t")
        if len(fields) != 12 or fields[0] != "5" or not fields[11].strip():
            continue
        x, y, width, height = map(int, fields[6:10])
        confidence = float(fields[10])
        if confidence < 20 and not any(map(str.isalnum, fields[11])):
            continue
        text = fields[11].strip().replace("—-", "—")
        yield tuple(fields[1:5]), Word(text, x, x + width, y, y + height), confidence


def _lines(
    rows: Iterable[tuple[tuple[str, ...], Word, float]], scale: float
) -> Iterator[tuple[list[Word], float, list[float]]]:
    """Words in points, type size and confidences of each line."""
    lines: dict[tuple[str, ...], list[tuple[Word, float]]] = {}
    for key, word, confidence in rows:
        lines.setdefault(key, []).append((word, confidence))
    for line in map(_without_specks, lines.values()):
        words = [Word(w.text, w.x0 / scale, w.x1 / scale, w.top / scale, w.bottom / scale) for w, _ in line]
        sure = [confidence for _, confidence in line]
        if words and (height := _height(words)) > 0 and sum(sure) / len(sure) >= _NOISE:
            yield words, height, sure


def _without_specks(line: list[tuple[Word, float]]) -> list[tuple[Word, float]]:
    """The line without dirt at its ends: words of such signs alone, and a stroke before the first word."""
    start, end = 0, len(line)
    while start < end and not line[start][0].text.strip(_SPECKS):
        start += 1
    while end > start and not line[end - 1][0].text.strip(_SPECKS):
        end -= 1
    kept = line[start:end]
    if kept and kept[0][0].text[0] in "_|=~":
        word, sure = kept[0]
        kept[0] = word._replace(text=word.text.lstrip(_SPECKS)), sure
    return kept


def _height(words: list[Word]) -> float:
    """The height of a line's type in its own unit: of the tallest word but one, as dirt and slant make lines taller."""
    heights = sorted(word.bottom - word.top for word in words if len(word.text) > 2)
    if len(heights) < 4:
        return max(word.bottom for word in words) - min(word.top for word in words)
    return heights[-2]


def _level(words: list[Word], size: float) -> list[Word]:
    """Words with one height, as type has: letters with and without descenders would lie on different lines."""
    middle = (min(word.top for word in words) + max(word.bottom for word in words)) / 2
    return [Word(word.text, word.x0, word.x1, middle - size / 2, middle + size / 2) for word in words]
