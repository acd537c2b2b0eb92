"""PDFs drawn for tests of their reader."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence

import pypdfium2
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.readers.blocks import Parsed
from extractors.readers.limits import Limits
from extractors.readers.pdf import read_pdf

LETTER = (612.0, 792.0)
WIDTH = 468.0
LIMITS = Limits()

HOURS = (
    "The regular workweek of a dispatcher begins on Monday and has forty hours. The County posts the roster two weeks "
    "ahead, and a change after that needs the consent of the employee. Overtime is shared out evenly among those who "
    "ask for it, and nobody works more than twelve hours in a row."
)
TOOLS = (
    "Before a new program for rosters comes into use, the County shows it to the Union and says what it counts. The "
    "Union may bring an adviser. Results of the program alone are no ground for a warning or a transfer. Records "
    "older than one year are erased."
)


def pdf(*pages: Callable[[Canvas], object], size: tuple[float, float] = LETTER, **known: object) -> bytes:
    """A PDF with one page for each function, which draws it."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1, **known)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def wrapped(canvas: Canvas, text: str, width: float, font: str, size: float) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and canvas.stringWidth(f"{line} {word}", font, size) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def put(
    canvas: Canvas,
    text: str | Sequence[str],
    x: float,
    y: float,
    width: float = WIDTH,
    font: str = "Times-Roman",
    size: float = 11.0,
) -> float:
    """Draws text, wrapped, or the lines given, from baseline y (from the bottom) down; returns the next baseline."""
    canvas.setFont(font, size)
    for line in wrapped(canvas, text, width, font, size) if isinstance(text, str) else text:
        canvas.drawString(x, y, line)
        y -= 1.25 * size
    return y


def page(*paragraphs: str) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        y = 720.0
        for text in paragraphs:
            y = put(canvas, text, 72, y) - 8

    return draw


def read(data: bytes, limits: Limits = LIMITS) -> Parsed:
    return read_pdf(data, limits)


def texts(parsed: Parsed, kind: str | None = None) -> list[str]:
    return [block.text for block in parsed.blocks if kind in (None, block.kind)]


def codes(parsed: Parsed) -> list[str]:
    return [trouble.code for trouble in parsed.troubles]


def picture(lines: Sequence[str]) -> Callable[[Canvas], None]:
    """A page that is a picture of text."""

    def draw(canvas: Canvas) -> None:
        source = pypdfium2.PdfDocument(pdf(lambda c: put(c, lines, 72, 700, font="Helvetica", size=13)))
        image = source[0].render(scale=200 / 72, grayscale=True).to_pil()
        canvas.drawImage(ImageReader(image), 0, 0, *LETTER)

    return draw
