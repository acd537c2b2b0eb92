"""The sample side letter on AI between a newspaper and its guild, as DOCX."""

import io
import zipfile
from datetime import datetime

from docx import Document

MARK = "Sample document written for the Steward project."
SIGNED = datetime(2026, 3, 16, 9, 0, 0)
ZIP_TIME = (2026, 3, 16, 9, 0, 0)
RULES = (
    "The Company shall not lay off a Guild member because a generative AI system can do part of the member’s work.",
    "A human editor shall review and approve all AI-assisted content before it is published.",
    "The Company shall not publish an article, a photograph or a cartoon that was produced by AI alone.",
    "No Guild member shall be required to use a generative AI tool in reporting or writing.",
    "The Company shall label every item in which AI was used to a substantial degree.",
    "A member’s voice, likeness or byline shall not be replicated by AI without the member’s written consent.",
    "The Company shall not license the members’ work for the training of AI models unless it shares the proceeds "
    "with them.",
)
STEPS = (
    ("Step", "Time limit", "Who acts"),
    ("Notice of a new AI tool", "45 days before its first use", "Company"),
    ("Request to bargain over its effects", "10 days after the notice", "Guild"),
    ("Meeting of the Joint AI Committee", "20 days after the notice", "Both parties"),
)


def same_zip(data: bytes) -> bytes:
    """The same archive with one fixed time on every member, so that two builds agree byte for byte."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()


def make() -> bytes:
    """The DOCX as bytes."""
    document = Document()
    core = document.core_properties
    core.title = "Side Letter on Artificial Intelligence"
    core.author = core.last_modified_by = "Steward project"
    core.subject = core.comments = MARK
    core.created = core.modified = SIGNED
    document.sections[0].header.paragraphs[0].text = "Harbor Tribune and Harbor News Guild"
    document.sections[0].footer.paragraphs[0].text = "Side Letter on Artificial Intelligence"
    document.add_heading("Side Letter on Artificial Intelligence", level=0)
    document.add_paragraph(
        "This Side Letter supplements the collective bargaining agreement between the Harbor Tribune Company (the "
        "“Company”) and the Harbor News Guild, Local 38 (the “Guild”). It takes effect on April 1, 2026 and expires "
        "on March 31, 2029."
    )
    document.add_heading("Definitions", level=1)
    document.add_paragraph(
        "“Generative AI” means software that produces text, images, audio or video in response to a prompt. It does "
        "not include spelling checkers, transcription services or search within the archive."
    )
    document.add_heading("Protections", level=1)
    document.add_paragraph("The parties agree on the following rules:")
    for rule in RULES:
        document.add_paragraph(rule, style="List Number")
    document.add_heading("Notice and committee", level=1)
    document.add_paragraph(
        "The Company shall notify the Guild in writing at least 45 days before it brings a new AI tool into the "
        "newsroom. A Joint AI Committee of two members from each side shall meet every two months and may recommend "
        "changes to this Side Letter."
    )
    table = document.add_table(rows=0, cols=3)
    table.style = "Table Grid"
    for row in STEPS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_heading("Training and disputes", level=1)
    document.add_paragraph(
        "Members who are assigned to work with an AI tool shall be trained on paid time. Any dispute over this Side "
        "Letter may be submitted to arbitration under Article 21 of the agreement."
    )
    document.add_paragraph("Signed at Port Wendell on March 16, 2026.")
    document.add_paragraph("For the Company: Sylvia Marchetti, Publisher")
    document.add_paragraph("For the Guild: Andre Whitlock, Unit Chair")
    document.add_paragraph(f"{MARK} The newspaper, the guild and the signatories are invented.")
    out = io.BytesIO()
    document.save(out)
    return same_zip(out.getvalue())
