"""PDF: text with its structure from the text layer, by OCR where a page is a picture or its text is garbage."""

from __future__ import annotations

import os
import re
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.readers import ocr
from extractors.readers.blocks import Parsed, Trouble
from extractors.readers.coverage import Coverage, is_garbled, named
from extractors.readers.fronts import publisher_of
from extractors.readers.hyphens import Vocabulary
from extractors.readers.limits import Limits
from extractors.readers.pdf_flow import Flow, look
from extractors.readers.pdf_front import authors_of, date_of, title_of
from extractors.readers.pdf_furniture import without_furniture
from extractors.readers.pdf_layout import PageLayout, arrange
from extractors.readers.pdf_page import PageText, read_page
from extractors.readers.pdf_second import read_pages

MEDIA_TYPE = "application/pdf"
_ONE_AT_A_TIME = threading.Lock()  # PDFium knows no threads
_SECONDS_A_PAGE = 4  # what tesseract takes for a full page on one core, from above
_STARTXREF = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF")
_XREF = re.compile(rb"\s*(?:xref|\d+\s+\d+\s+obj)")


@dataclass
class _Pages:
    """What has been read of a file, and which of its pages (1-based) made trouble."""

    layouts: dict[int, PageLayout] = field(default_factory=dict)
    characters: int = 0
    unreadable: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)
    recognized: dict[int, float] = field(default_factory=dict)
    second: list[int] = field(default_factory=list)
    cut_after: int | None = None


@dataclass(frozen=True)
class _Waiting:
    """A page that tesseract is at work on, and what its text layer holds."""

    number: int
    text: PageText
    recognized: Future[ocr.Recognized | None]


def read_pdf(data: bytes, limits: Limits) -> Parsed:
    """The document in a PDF's bytes. Never raises: what goes wrong is in `troubles`, as sentences.

    Pages after `limits.max_pages` or `limits.max_text` characters are left out; so many pages go through OCR as
    `limits.max_seconds` allows.
    """
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            return _unopened(data, error.err_code)
        except Exception as error:  # a reader must not take the run down, whatever the library raises
            return _failed("damaged_pdf", f"The PDF could not be opened ({type(error).__name__}). Get the file again.")
        try:
            return _read(document, data, limits)
        except Exception as error:
            return _failed("damaged_pdf", f"Reading the PDF broke off ({type(error).__name__}). Get the file again.")
        finally:
            document.close()


def _unopened(data: bytes, code: int | None) -> Parsed:
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return _failed(
            "password_protected", "The PDF is protected by a password. Save a copy without one and read that."
        )
    if b"%PDF-" not in data[:1024]:
        return _failed("damaged_pdf", "The file does not begin as a PDF does: another format, or incomplete.")
    return _failed("damaged_pdf", "The PDF is damaged or incomplete and could not be repaired. Get the file again.")


def _failed(code: str, message: str, page_count: int | None = None) -> Parsed:
    trouble = Trouble(code, message, "error")
    return Parsed(media_type=MEDIA_TYPE, status="failed", page_count=page_count, troubles=(trouble,))


def _read(document: Any, data: bytes, limits: Limits) -> Parsed:
    count = len(document)
    pages = _pages(document, min(count, limits.max_pages), limits)
    _second_opinion(data, pages)
    layouts = without_furniture([pages.layouts[number] for number in sorted(pages.layouts)])
    texts = [line.text for page in layouts for region in page.regions for line in region.lines]
    flow = Flow(look(layouts), Vocabulary(texts))
    for layout in layouts:
        flow.add(layout)
    blocks = flow.blocks()
    known = document.get_metadata_dict()
    title = title_of(known.get("Title", ""), blocks)
    return Parsed(
        blocks=blocks,
        media_type=MEDIA_TYPE,
        status=_status(bool(blocks), pages),
        title=title,
        authors=authors_of(known.get("Author", ""), blocks),
        publisher=publisher_of(blocks, title),
        published_on=date_of(blocks),
        page_count=count,
        coverage=_coverage(pages, count, limits),
        troubles=tuple(_troubles(pages, count, limits, data)),
    )


def _pages(document: Any, count: int, limits: Limits) -> _Pages:
    pages = _Pages()
    budget = limits.max_seconds // _SECONDS_A_PAGE if ocr.available() else 0
    workers = max(1, min(4, os.cpu_count() or 1))
    with ThreadPoolExecutor(workers) as pool:
        waiting: deque[_Waiting] = deque()
        for number in range(1, count + 1):
            try:
                page = document[number - 1]
                try:
                    text = read_page(page)
                    picture = ocr.draw(page) if budget and _needs_ocr(text) else None
                finally:
                    page.close()
                if picture is not None:
                    budget -= 1
                    waiting.append(_Waiting(number, text, pool.submit(ocr.recognize, picture)))
                    if len(waiting) > workers:
                        _finish(waiting.popleft(), pages)
                    continue
                _take(number, text, pages)
            except Exception:  # one bad page must not cost the others
                pages.unreadable.append(number)
            if pages.characters > limits.max_text:
                pages.cut_after = number
                break
        while waiting:
            _finish(waiting.popleft(), pages)
    return pages


def _second_opinion(data: bytes, pages: _Pages) -> None:
    """Takes in what the other library makes of pages that could not be read, or were garbage."""
    doubtful = sorted({*pages.unreadable, *pages.garbled})
    if not doubtful:
        return
    for number, text in read_pages(data, doubtful).items():
        if not _is_garbled(text):
            pages.unreadable = [n for n in pages.unreadable if n != number]
            pages.garbled = [n for n in pages.garbled if n != number]
            pages.characters += text.characters
            pages.layouts[number] = arrange(text, number)
            pages.second.append(number)


def _take(number: int, text: PageText, pages: _Pages) -> None:
    """Takes in a page as its text layer has it."""
    if _is_picture(text):
        pages.pictures.append(number)
    elif _is_garbled(text):
        pages.garbled.append(number)
        text = PageText((), text.width, text.height, 0)
    pages.characters += text.characters
    pages.layouts[number] = arrange(text, number)


def _finish(waiting: _Waiting, pages: _Pages) -> None:
    """Takes in a page that was recognized; one in which nothing was found stays as its text layer has it."""
    try:
        found = waiting.recognized.result()
        if found is not None:
            pages.recognized[waiting.number] = found.confidence
            pages.layouts[waiting.number] = arrange(found.page, waiting.number)
        elif _is_picture(waiting.text):
            pages.layouts[waiting.number] = arrange(waiting.text, waiting.number)  # a picture without words
        else:
            _take(waiting.number, waiting.text, pages)
    except Exception:
        pages.unreadable.append(waiting.number)


def _needs_ocr(text: PageText) -> bool:
    return _is_picture(text) or _is_garbled(text)


def _is_picture(text: PageText) -> bool:
    return (text.characters < 30 and text.pictured > 0.3) or (text.characters < 150 and text.pictured > 0.6)


def _is_garbled(text: PageText) -> bool:
    return is_garbled("".join(segment.text for segment in text.segments))


def _status(has_text: bool, pages: _Pages) -> str:
    if has_text:
        return "parsed"
    if pages.pictures or pages.garbled:
        return "needs_ocr"
    return "failed" if pages.unreadable else "empty"


def _coverage(pages: _Pages, count: int, limits: Limits) -> Coverage:
    end = min(count, limits.max_pages, pages.cut_after or count)
    unread = {*pages.pictures, *pages.garbled, *pages.unreadable, *range(end + 1, count + 1)}
    sure = sum(pages.recognized.values()) / len(pages.recognized) if pages.recognized else None
    return Coverage(len(pages.recognized), sure, tuple(sorted(unread)))


def _troubles(pages: _Pages, count: int, limits: Limits, data: bytes) -> Iterator[Trouble]:
    if count == 0:
        yield Trouble("no_pages", "The PDF has no pages.")
    elif not (pages.characters or pages.recognized or pages.pictures or pages.garbled or pages.unreadable):
        yield Trouble("no_text", "The PDF's pages hold neither text nor pictures. Check that it is the right file.")
    if _is_damaged(data):
        message = "The PDF's cross-reference table is missing or wrong; it was rebuilt, and parts may be lost."
        yield Trouble("damaged_pdf", message)
    if count > limits.max_pages:
        message = f"The PDF has {count:,} pages; the first {limits.max_pages:,} were read. Raise max_pages to read all."
        yield Trouble("too_many_pages", message)
    if pages.cut_after:
        message = (
            f"The text is longer than {limits.max_text:,} characters; reading stopped after page {pages.cut_after}."
        )
        yield Trouble("text_cut", message)
    if pages.unreadable:
        yield Trouble("page_unreadable", f"Could not be read and left out: {named(sorted(pages.unreadable))}.")
    if pages.second:
        yield Trouble("second_reader", f"Read by pdfplumber, PDFium could not: {named(pages.second)}.", "info")
    if pages.recognized:
        mean = sum(pages.recognized.values()) / len(pages.recognized)
        yield Trouble(
            "ocr_used",
            f"Read by OCR: {named(list(pages.recognized))}; mean word confidence {mean:.0f} of 100.",
            "info",
        )
    if pages.garbled:
        message = f"The text layer is unreadable and was left out; OCR is needed: {named(pages.garbled)}."
        yield Trouble("text_garbled", message)
    if pages.pictures:
        yield Trouble("pages_need_ocr", f"Pictures without text, not read; OCR is needed: {named(pages.pictures)}.")


def _is_damaged(data: bytes) -> bool:
    """Whether the file's end does not lead to its cross-reference table."""
    found = _STARTXREF.findall(data[-2048:])
    if not found:
        return True
    start = max(0, data[:1024].find(b"%PDF-"))
    offset = int(found[-1])
    return not any(_XREF.match(data[place : place + 40]) for place in (offset, offset + start))
