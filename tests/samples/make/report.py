"""The sample report: title page, two columns, running header, footnotes, hyphenated line ends, fi and fl ligatures."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

SOURCE = Path(__file__).with_name("report-text.txt")
MARK = "Sample document written for the Steward project."
TITLE = "Who Checks the Machine?"
SUBTITLE = "Algorithmic Management and Bargaining in Three Industries"
MARGIN, GAP, NOTE_HEIGHT = 56, 20, 60  # points
SOFT_HYPHEN = "\u00ad"
ENDING = re.compile(r"(?<=[a-z]{4})(?=(?:tions?|ments?|ness|ings?|ities|ity|able)\b)")
FOOTNOTE = re.compile(r"\[([^\]]+)\]")

for _face, _file in (("Text", "Vera.ttf"), ("Text-Bold", "VeraBd.ttf"), ("Text-Italic", "VeraIt.ttf")):
    pdfmetrics.registerFont(TTFont(_face, _file))

BODY = ParagraphStyle(
    "body",
    fontName="Text",
    fontSize=9.6,
    leading=15.6,
    spaceAfter=8,
    alignment=TA_JUSTIFY,
    embeddedHyphenation=1,
)
HEAD = ParagraphStyle(
    "head", fontName="Text-Bold", fontSize=13, leading=17, spaceBefore=12, spaceAfter=7, keepWithNext=1
)
SUBHEAD = ParagraphStyle("subhead", parent=HEAD, fontSize=10, leading=14, spaceBefore=7, spaceAfter=4)
BULLET = ParagraphStyle("bullet", parent=BODY, leftIndent=12, bulletIndent=2)
COVER = ParagraphStyle("cover", fontName="Text", fontSize=12, leading=18, spaceAfter=10)
COVER_TITLE = ParagraphStyle("cover-title", parent=COVER, fontName="Text-Bold", fontSize=28, leading=36)


def ligatures(text: str) -> str:
    """The text with the single characters that print uses for fi and fl."""
    return text.replace("fi", "\ufb01").replace("fl", "\ufb02")


def set_words(text: str) -> str:
    """The text as a typesetter has it: break points within long words, and ligatures."""
    return ligatures(ENDING.sub(SOFT_HYPHEN, text))


class Report(BaseDocTemplate):
    """A two-column document whose footnotes stand at the foot of the page of their reference."""

    def __init__(self, buffer: io.BytesIO) -> None:
        width, height = A4
        super().__init__(
            buffer,
            pagesize=A4,
            title=f"{TITLE} {SUBTITLE}",
            author="Rowan Achterberg; Lina Mbeki",
            subject=MARK,
            creator="Steward project",
            invariant=1,
        )
        self.notes: dict[int, list[str]] = defaultdict(list)
        column = (width - 2 * MARGIN - GAP) / 2
        bottom, tall = MARGIN + NOTE_HEIGHT, height - 2 * MARGIN - NOTE_HEIGHT - 12
        frames = [Frame(MARGIN + i * (column + GAP), bottom, column, tall, 0, 0, 0, 0) for i in range(2)]
        title_frame = Frame(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)
        self.addPageTemplates(
            [PageTemplate("title", [title_frame]), PageTemplate("text", frames, self.before, self.after)]
        )

    def before(self, canvas: Any, _document: Any) -> None:
        """Running header and page number."""
        width, height = A4
        canvas.setFont("Text-Italic", 7.5)
        canvas.drawString(MARGIN, height - 42, f"{TITLE} {SUBTITLE}")
        canvas.drawRightString(width - MARGIN, height - 42, "Cascadia Institute")
        canvas.line(MARGIN, height - 47, width - MARGIN, height - 47)
        canvas.setFont("Text", 8)
        canvas.drawCentredString(width / 2, 30, str(canvas.getPageNumber()))
        canvas.setNamedCB("footnote", self.keep_note)

    def keep_note(self, canvas: Canvas, _kind: str, label: str) -> None:
        """Remember a footnote for the foot of the page that is being set."""
        self.notes[canvas.getPageNumber()].append(label)

    def after(self, canvas: Canvas, _document: Any) -> None:
        """The footnotes of the page, under a short rule."""
        notes = self.notes[canvas.getPageNumber()]
        if notes:
            top = MARGIN + NOTE_HEIGHT - 12
            canvas.line(MARGIN, top, MARGIN + 90, top)
            canvas.setFont("Text", 7)
            for row, note in enumerate(notes, 1):
                canvas.drawString(MARGIN, top - 11 * row, ligatures(note))


def shares() -> Table:
    """The table of findings by industry."""
    rows = [
        ["Industry", "Respondents", "Pace set by software"],
        ["Warehouses", "1,204", "70%"],
        ["Call centers", "982", "52%"],
        ["Hospitals", "1,026", "38%"],
    ]
    style = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), "Text"),
            ("FONTNAME", (0, 0), (-1, 0), "Text-Bold"),
            ("FONTSIZE", (0, 0), (-1, -1), 7.5),
            ("LINEABOVE", (0, 0), (-1, 0), 1, "black"),
            ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black"),
            ("LINEBELOW", (0, -1), (-1, -1), 1, "black"),
            ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ]
    )
    return Table(rows, style=style, spaceBefore=4, spaceAfter=10)


def body(lines: list[str]) -> Iterator[Flowable]:
    """The flowables of the text: `# ` and `## ` headings, `* ` bullets, paragraphs; `[...]` is a footnote."""
    count = 0

    def refer(note: str) -> str:
        nonlocal count
        count += 1
        return f'<super size="6">{count}</super><onDraw name="footnote" label="{count} {note}"/>'

    for line in lines:
        marker, _, rest = line.partition(" ")
        if marker == "#":
            yield Paragraph(rest, HEAD)
        elif marker == "##":
            yield Paragraph(rest, SUBHEAD)
        elif marker == "*":
            yield Paragraph(set_words(rest), BULLET, bulletText="•")
        else:
            parts = FOOTNOTE.split(line)  # text, note, text, ...
            yield Paragraph("".join(refer(part) if i % 2 else set_words(part) for i, part in enumerate(parts)), BODY)
        if line == "## 3.1 The pace":
            yield shares()


def cover() -> Iterator[Flowable]:
    """The title page."""
    yield Spacer(1, 120)
    yield Paragraph("CASCADIA INSTITUTE FOR WORK AND TECHNOLOGY", COVER)
    yield Spacer(1, 60)
    yield Paragraph(TITLE, COVER_TITLE)
    yield Paragraph(SUBTITLE, ParagraphStyle("subtitle", parent=COVER, fontSize=16, leading=24))
    yield Spacer(1, 40)
    yield Paragraph("Rowan Achterberg and Lina Mbeki", COVER)
    yield Paragraph("May 19, 2026", COVER)
    yield Spacer(1, 180)
    yield Paragraph(MARK, COVER)


def make() -> bytes:
    """The PDF as bytes; the same source gives the same bytes."""
    buffer = io.BytesIO()
    text = SOURCE.read_text(encoding="utf-8").splitlines()
    Report(buffer).build([*cover(), NextPageTemplate("text"), PageBreak(), *body(text)])
    return buffer.getvalue()
