"""Word files (DOCX): paragraphs, headings, lists and tables in their order, as if all changes were accepted."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from extractors.readers.blocks import Block, Parsed, Trouble, clean, clean_table
from extractors.readers.docx_numbers import Numbers
from extractors.readers.fronts import front
from extractors.readers.headings import is_caps, is_heading
from extractors.readers.language import language_of
from extractors.readers.limits import Limits
from extractors.readers.text import cut

_HEADING = re.compile(r"(?:heading|berschrift|titre)\s*(\d)", re.IGNORECASE)
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_GONE = frozenset(
    {
        qn("w:del"),
        qn("w:moveFrom"),
        qn("w:rPrChange"),
        qn("w:pPrChange"),
        qn("w:footnoteReference"),
        qn("w:instrText"),
        qn("w:delText"),
    }
)
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NO_TITLE = re.compile(r"(?:microsoft word|untitled|document\d*|.*\.docx?)\b.*", re.IGNORECASE)


def read_docx(data: bytes, limits: Limits) -> Parsed:
    """What a Word file says. Insertions are in, deletions out; headers, footers, notes and comments are left out."""
    trouble = _guard(data, limits)
    if trouble:
        return Parsed(media_type=_MEDIA_TYPE, status="failed", troubles=(trouble,))
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:
        broken = Trouble(
            "damaged_docx",
            f"The Word file is damaged ({type(error).__name__}). Open it in Word, save it anew and read that.",
            "error",
        )
        return Parsed(media_type=_MEDIA_TYPE, status="failed", troubles=(broken,))
    blocks, troubles = cut(list(_blocks(document)), limits)
    known = front(blocks)
    core = document.core_properties
    if not blocks:
        troubles = (
            *troubles,
            Trouble(
                "no_text",
                "There is no text in the Word file. It may hold pictures of pages only; run OCR on it.",
                "error",
            ),
        )
    return Parsed(
        blocks=tuple(blocks),
        media_type=_MEDIA_TYPE,
        status="parsed" if blocks else "empty",
        title=known.title or _core_title(core.title),
        authors=known.authors or _people(core.author),
        published_on=known.published_on,
        publisher=known.publisher,
        language=language_of(blocks),
        troubles=troubles,
    )


def _guard(data: bytes, limits: Limits) -> Trouble | None:
    """Why the archive is not opened: it is damaged, encrypted, or expands too far by its word or in fact."""
    too_far = Trouble(
        "expands_too_far",
        f"The Word file expands to more than {limits.max_expanded:,} bytes and was not opened. Check that it "
        f"is what it should be; raise the limit if so.",
        "error",
    )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > limits.max_expanded or len(parts) > 10_000:
                return too_far
            if any(part.flag_bits & 1 for part in parts):
                return Trouble(
                    "encrypted",
                    "The Word file is protected by a password. Remove the password and read it again.",
                    "error",
                )
            size = 0
            for part in parts:
                with archive.open(part) as file:
                    while piece := file.read(1 << 20):
                        size += len(piece)
                        if size > limits.max_expanded:
                            return too_far
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError) as error:
        return Trouble("damaged_docx", f"The Word file is damaged ({error}). Fetch it again.", "error")
    return None


def _blocks(document: Any) -> Iterator[Block]:
    numbers = Numbers(document)
    for node in _children(document.element.body):
        if node.tag == qn("w:p"):
            yield from _paragraph(node, document, numbers)
        elif node.tag == qn("w:tbl"):
            text = clean_table(_rows(node))
            if text:
                yield Block("table", text)


def _children(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order; content controls and insertions are opened."""
    waiting = list(reversed(list(parent)))
    while waiting:
        node = waiting.pop()
        if node.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
            waiting.extend(reversed(list(node)))
        elif node.tag in (qn("w:p"), qn("w:tbl")):
            yield node


def _rows(table: Any) -> Iterator[list[str]]:
    for row in table.iter(qn("w:tr")):
        yield [" ".join(_text(p) for p in cell.iter(qn("w:p"))) for cell in row.findall(qn("w:tc"))]


def _text(paragraph: Any) -> str:
    """The words of a paragraph with its insertions and without its deletions."""
    parts: list[str] = []
    waiting = list(reversed(list(paragraph)))
    while waiting:
        node = waiting.pop()
        if node.tag in _GONE or node.tag == _ALTERNATE:
            continue
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag == qn("w:tab"):
            parts.append("\t")
        elif node.tag in (qn("w:br"), qn("w:cr")):
            parts.append("\n")
        elif node.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        else:
            waiting.extend(reversed(list(node)))
    return "".join(parts)


def _paragraph(node: Any, document: Any, numbers: Numbers) -> Iterator[Block]:
    style = _style(node, document)
    number = numbers.next(node, style)
    text = clean(_text(node))
    if not text:
        return
    name = str(getattr(style, "name", "") or "")
    whole = f"{number} {text}" if number and not text.startswith(number) else text
    heading = _HEADING.search(name)
    if heading or name.lower() == "title":
        yield Block("heading", whole.replace("\n", " "), level=int(heading.group(1)) if heading else 1)
    elif (level := is_heading(whole)) and (is_caps(whole) or _bold(node)):
        yield Block("heading", whole.replace("\n", " "), level=level)
    elif numbers.level(node, style) is not None or name.lower().startswith("list"):
        yield Block("list_item", whole, level=(numbers.level(node, style) or 0) + 1)
    else:
        yield Block("paragraph", whole)


def _style(node: Any, document: Any) -> Any:
    found = node.pPr.pStyle.val if node.pPr is not None and node.pPr.pStyle is not None else None
    return next((style for style in document.styles if style.style_id == found), None) if found else None


def _bold(node: Any) -> bool:
    runs = [run for run in node.iter(qn("w:r")) if "".join(t.text or "" for t in run.iter(qn("w:t"))).strip()]
    return bool(runs) and all(run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in runs)


def _core_title(title: str | None) -> str | None:
    text = clean(title or "").replace("\n", " ")
    return text if text and not _NO_TITLE.fullmatch(text) else None


def _people(author: str | None) -> tuple[str, ...]:
    names = [clean(name) for name in re.split(r"[;,]", author or "")]
    return tuple(name for name in names if len(name.split()) >= 2 and name != "python-docx")
