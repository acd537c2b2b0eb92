"""The sample scan: a two-page letter of agreement, printed, laid a little askew on the glass, and kept as images."""

import io
import random
import time

import pypdfium2
from PIL import Image, ImageChops
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

MARK = "Sample document written for the Steward project."
DPI = 150
SKEW = (0.35, -0.25)  # degrees
QUALITY = 32
MADE = time.gmtime(1_770_000_000)
TEXT = ParagraphStyle("text", fontName="Courier", fontSize=11.5, leading=17, spaceAfter=10)
TITLE = ParagraphStyle("title", parent=TEXT, fontName="Courier-Bold", alignment=1, spaceAfter=16)
PAGES = (
    (
        "LETTER OF AGREEMENT<br/>REMOTE WORK AND MONITORING",
        "This Letter of Agreement is made between the City of Fernhollow (the City) and the Municipal Clerks "
        "Association, Local 27 (the Association). It is effective January 1, 2026 and expires on December 31, 2027.",
        "1. Employees in the clerical unit may work remotely up to three days a week. The City shall answer a request "
        "within fifteen days.",
        "2. The City shall provide a laptop computer, a headset and the software that remote work requires.",
        "3. The City shall not use webcams, keystroke counters or screen captures to supervise employees at home.",
        "4. The City shall give the Association thirty days' written notice before it installs new monitoring "
        "software.",
        "5. Log-in records shall not be the only basis for discipline.",
    ),
    (
        "Letter of Agreement - Remote Work and Monitoring",
        "6. Data on remote employees shall be deleted after ninety days.",
        "7. A committee of two members from each side shall review all monitoring software twice a year.",
        "8. Employees shall be trained, on paid time, in any system that they must use from home.",
        "9. The City may end a remote work arrangement on two weeks' written notice.",
        "Signed December 4, 2025.",
        "For the City: Harriet Bloom, City Manager",
        "For the Association: Luis Ferrer, President",
        f"{MARK} The city and the association are invented.",
    ),
)


def printed() -> bytes:
    """The letter as an ordinary PDF, before it is scanned."""
    story = []
    for title, *paragraphs in PAGES:
        story += [Paragraph(title, TITLE), *(Paragraph(text, TEXT) for text in paragraphs), PageBreak()]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=letter, topMargin=1.2 * inch, invariant=1).build(story)
    return buffer.getvalue()


def scanned(page: Image.Image, skew: float, seed: int) -> Image.Image:
    """The page as the scanner sees it: turned by `skew` degrees, on greyish paper, with faint noise fixed by `seed`."""
    turned = page.convert("L").rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grey = turned.point([40 + value * 200 // 255 for value in range(256)])
    size = (grey.width // 2, grey.height // 2)
    grain = Image.frombytes("L", size, random.Random(seed).randbytes(size[0] * size[1]))
    return ImageChops.subtract(grey, grain.point([value // 22 for value in range(256)]).resize(grey.size))


def make() -> bytes:
    """The PDF as bytes: two grey images and no text."""
    document = pypdfium2.PdfDocument(printed())
    images = [
        scanned(document[number].render(scale=DPI / 72).to_pil(), skew, number) for number, skew in enumerate(SKEW)
    ]
    buffer = io.BytesIO()
    images[0].save(
        buffer,
        "PDF",
        save_all=True,
        append_images=images[1:],
        resolution=DPI,
        quality=QUALITY,
        title="Letter of Agreement: Remote Work and Monitoring",
        author="Steward project",
        subject=MARK,
        creationDate=MADE,
        modDate=MADE,
    )
    return buffer.getvalue()
