"""The sample collective agreement: cover, contents with leaders, articles, wage table, side letter, signatures."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
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
from reportlab.platypus.tableofcontents import TableOfContents

SOURCE = Path(__file__).with_name("agreement-text.txt")
MARK = "Sample document written for the Steward project."
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=12, leading=17.5, spaceAfter=9)
HEAD = ParagraphStyle(
    "head", parent=BODY, fontName="Times-Bold", alignment=TA_CENTER, spaceBefore=14, spaceAfter=10, keepWithNext=1
)
CENTER = ParagraphStyle("center", parent=BODY, alignment=TA_CENTER)
COVER = ParagraphStyle("cover", parent=CENTER, fontName="Times-Bold", fontSize=20, leading=30)
CONTENTS = ParagraphStyle("contents", parent=BODY, fontSize=11, leading=17, spaceAfter=0)
CLASSIFICATIONS = (
    ("Office Assistant", 19.40),
    ("Permit Technician", 24.15),
    ("Animal Services Officer", 25.30),
    ("Road Maintenance Worker", 26.05),
    ("Equipment Operator", 28.60),
    ("Appraiser", 30.25),
    ("Parole Officer", 33.90),
    ("Systems Analyst", 36.75),
)
STEPS = "ABCDE"


class AgreementTemplate(BaseDocTemplate):
    """A document that reports its headings to the table of contents."""

    def afterFlowable(self, flowable: Flowable) -> None:
        if isinstance(flowable, Paragraph) and flowable.style.name == "head":
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))


def wage_table() -> Table:
    """The salary schedule with ruled cells: each step is 4% above the one before, in dollars an hour."""
    rows = [["Classification", *(f"Step {step}" for step in STEPS)]]
    rows += [[name, *(f"${rate * 1.04**step:.2f}" for step in range(len(STEPS)))] for name, rate in CLASSIFICATIONS]
    style = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
            ("FONTNAME", (0, 0), (-1, -1), "Times-Roman"),
            ("FONTNAME", (0, 0), (-1, 0), "Times-Bold"),
            ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ]
    )
    return Table(rows, colWidths=[2.2 * inch] + [0.82 * inch] * len(STEPS), style=style, spaceBefore=6, spaceAfter=14)


def signatures() -> Iterator[Flowable]:
    """The signature page."""
    yield PageBreak()
    yield Paragraph("SIGNATURES", HEAD)
    yield Paragraph(
        "In witness whereof the parties have signed this Agreement at Alder Falls, Oregon, on June 18, 2025.", BODY
    )
    line = "_" * 30
    cells = [
        ["FOR THE COUNTY:", "FOR THE UNION:"],
        [line, line],
        ["Marguerite Stroud", "Delbert Nakai"],
        ["Chair, Board of Commissioners", "President, Local 482"],
        [line, line],
        ["Owen Prather", "Yolanda Birch"],
        ["County Administrator", "Chief Negotiator"],
    ]
    heights = [40, 60, 18, 18, 60, 18, 18]
    style = TableStyle([("FONTNAME", (0, 0), (-1, -1), "Times-Roman"), ("VALIGN", (0, 0), (-1, -1), "BOTTOM")])
    yield Table(cells, colWidths=[3.1 * inch] * 2, rowHeights=heights, style=style)
    yield Spacer(1, 40)
    yield Paragraph(f"<i>{MARK} The county, the union and the signatories are invented.</i>", CENTER)


def body(lines: list[str]) -> Iterator[Flowable]:
    """The flowables of the text: `@article N|TITLE`, `@appendix NAME|TITLE`, `@table`, `@plain TEXT`, numbered text."""
    for line in lines:
        if line.startswith("@article"):
            number, title = line.removeprefix("@article ").split("|")
            yield Paragraph(f"ARTICLE {number} – {title}", HEAD)
        elif line.startswith("@appendix"):
            name, title = line.removeprefix("@appendix ").split("|")
            yield PageBreak()
            yield Paragraph(f"{name} – {title}", HEAD)
        elif line == "@preamble":
            yield Paragraph("PREAMBLE", HEAD)
        elif line == "@table":
            yield wage_table()
        else:
            yield Paragraph(re.sub(r"^(\d+\.\d+|Section \d+\.)", r"<b>\1</b>", line.removeprefix("@plain ")), BODY)


def running(canvas: Canvas, document: Any) -> None:
    """Running header and page number of a text page."""
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(1.1 * inch, letter[1] - 0.62 * inch, "Tamarack County and Local 482")
    canvas.drawRightString(letter[0] - 1.1 * inch, letter[1] - 0.62 * inch, "Collective Bargaining Agreement 2025–2028")
    canvas.line(1.1 * inch, letter[1] - 0.68 * inch, letter[0] - 1.1 * inch, letter[1] - 0.68 * inch)
    canvas.setFont("Times-Roman", 10)
    canvas.drawCentredString(letter[0] / 2, 0.6 * inch, f"Page {document.page}")


def cover() -> Iterator[Flowable]:
    """The cover page."""
    yield Spacer(1, 1.5 * inch)
    for text in ("COLLECTIVE BARGAINING AGREEMENT", "between", "TAMARACK COUNTY, OREGON", "and"):
        yield Paragraph(text, COVER if text.isupper() else CENTER)
        yield Spacer(1, 12)
    yield Paragraph("FEDERATION OF COUNTY WORKERS, LOCAL 482", COVER)
    yield Spacer(1, 0.9 * inch)
    yield Paragraph("July 1, 2025 – June 30, 2028", CENTER)
    yield Spacer(1, 1.2 * inch)
    yield Paragraph(f"<i>{MARK}</i>", CENTER)


def make() -> bytes:
    """The PDF as bytes; the same source gives the same bytes."""
    buffer = io.BytesIO()
    document = AgreementTemplate(
        buffer,
        pagesize=letter,
        title="Collective Bargaining Agreement between Tamarack County and Local 482",
        author="Steward project",
        subject=MARK,
        keywords="sample",
        creator="Steward project",
        invariant=1,
    )
    frame = Frame(1.1 * inch, 0.9 * inch, letter[0] - 2.2 * inch, letter[1] - 1.8 * inch, id="text")
    document.addPageTemplates(
        [PageTemplate("cover", [frame]), PageTemplate("text", [frame], onPage=running, pagesize=letter)]
    )
    contents = TableOfContents(dotsMinLevel=0, levelStyles=[CONTENTS])
    story = [
        *cover(),
        NextPageTemplate("text"),
        PageBreak(),
        Paragraph("TABLE OF CONTENTS", CENTER),
        contents,
        PageBreak(),
        *body(SOURCE.read_text(encoding="utf-8").splitlines()),
        *signatures(),
    ]
    document.multiBuild(story)
    return buffer.getvalue()
