"""Opens a document: finds its format, calls the reader for it, and turns whatever happens into an answer."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from dataclasses import replace
from email.message import Message

from extractors.readers.blocks import Parsed, Trouble
from extractors.readers.encoding import decode
from extractors.readers.limits import Limits
from extractors.readers.sniff import TYPES, claimed, sniff

_NAMES = {
    "doc": ("an old Word, Excel or PowerPoint file", "Save it as DOCX or PDF and read that."),
    "xlsx": ("an Excel workbook", "Save the sheet as text or PDF and read that."),
    "pptx": ("a PowerPoint presentation", "Save it as PDF and read that."),
    "zip": ("a ZIP archive", "Unpack it and read the files in it."),
    "archive": ("a compressed archive", "Unpack it and read the files in it."),
    "image": ("a picture", "Turn it into a PDF with a text layer (OCR) and read that."),
    "json": ("JSON data", "If it describes documents, add their source to the catalogue instead."),
    "rtf": ("a rich text (RTF) file", "Save it as DOCX or PDF and read that."),
    "xml": ("XML data", "Get the same document as HTML, PDF or text and read that."),
    "postscript": ("a PostScript file", "Turn it into a PDF and read that."),
    "binary": ("a binary file of an unknown format", "Check that the address or file is the right one."),
}
_WORDS = {
    "pdf": "PDF",
    "html": "an HTML page",
    "docx": "a Word (DOCX) file",
    "text": "plain text",
    "markdown": "Markdown text",
    "feed": "a feed",
}
_ALIKE = ({"text", "markdown"}, {"html", "text_html"}, {"zip", "docx"}, {"feed", "xml"})


def open_document(data: bytes, *, url: str, media_type: str | None, limits: Limits) -> Parsed:
    """See `extractors.readers.read`."""
    try:
        return _opened(data, url, media_type, limits)
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as error:
        trouble = Trouble(
            "reader_failed",
            f"The document could not be read: {type(error).__name__}: {str(error)[:200]}. "
            "It may be damaged; open it in its own program, or report it with this message.",
            "error",
        )
        return Parsed(status="failed", troubles=(trouble,))


def _opened(data: bytes, url: str, media_type: str | None, limits: Limits) -> Parsed:
    kind = sniff(data)
    if kind == "gzip":
        inner = _unzipped(data, limits)
        if isinstance(inner, Trouble):
            return Parsed(media_type="application/gzip", status="failed", troubles=(inner,))
        data, kind = inner, sniff(inner)
    if kind == "empty":
        trouble = Trouble("empty_file", "The file is empty: there is nothing in it to read. Fetch it again.", "error")
        return Parsed(status="empty", troubles=(trouble,))
    expected = claimed(url, media_type)
    if kind == "text" and expected in ("html", "markdown"):
        kind = "markdown" if expected == "markdown" else kind
    if kind in ("json", "xml"):
        found = _bill(kind, data, limits)
        if found is not None:
            return found
    if kind in _NAMES:
        what, advice = _NAMES[kind]
        trouble = Trouble("unsupported_format", f"This is {what}, which is not read. {advice}", "error")
        return Parsed(media_type=TYPES.get(kind), status="unsupported", troubles=(trouble,))
    if len(data) > limits.max_bytes and kind in ("pdf", "docx"):
        return Parsed(media_type=TYPES[kind], status="failed", troubles=(_too_large(data, limits),))
    parsed = _read(kind, data, media_type, limits)
    mistaken = _mistaken(expected, kind)
    return replace(parsed, troubles=(mistaken, *parsed.troubles)) if mistaken else parsed


def _bill(kind: str, data: bytes, limits: Limits) -> Parsed | None:
    """A bill's record or text in a form for machines; None where this is something else."""
    from extractors.readers.bill_json import enclosed, read_bill_json  # noqa: PLC0415
    from extractors.readers.bill_xml import read_bill_xml  # noqa: PLC0415

    if kind == "xml":
        return read_bill_xml(data, limits)
    if len(data) > limits.max_markup:
        return None
    inside = enclosed(data)
    if inside is not None and sniff(inside[0]) != "json":
        return replace(_opened(inside[0], "", inside[1], limits), document_type="legislation")
    return read_bill_json(data)


def _read(kind: str, data: bytes, media_type: str | None, limits: Limits) -> Parsed:
    """Calls the reader; each is imported when it is first needed."""
    if kind == "pdf":
        from extractors.readers.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(data, limits)
    if kind == "html":
        from extractors.readers.html import read_html  # noqa: PLC0415

        return read_html(data, limits, _charset(media_type))
    if kind == "docx":
        from extractors.readers.docx import read_docx  # noqa: PLC0415

        return read_docx(data, limits)
    if kind == "feed":
        from extractors.readers.feed import read_feed  # noqa: PLC0415

        return read_feed(data, limits)
    return _text(kind, data, media_type, limits)


def _text(kind: str, data: bytes, media_type: str | None, limits: Limits) -> Parsed:
    from extractors.readers.markdown import read_markdown  # noqa: PLC0415
    from extractors.readers.text import read_text  # noqa: PLC0415

    troubles: tuple[Trouble, ...] = ()
    if len(data) > limits.max_bytes:
        troubles = (_too_large(data, limits),)
        data = data[: limits.max_bytes]
    decoded = decode(data, _charset(media_type))
    reader: Callable[[str, Limits], Parsed] = read_markdown if kind == "markdown" else read_text
    parsed = reader(decoded.text, limits)
    if parsed.status == "empty":
        troubles += (
            Trouble(
                "no_text", "There is no text in the file. Fetch it again, or check that it is the right one.", "error"
            ),
        )
    return replace(parsed, troubles=troubles + decoded.troubles + parsed.troubles)


def _unzipped(data: bytes, limits: Limits) -> bytes | Trouble:
    """What is in a gzip file, or why it is not opened."""
    pieces: list[bytes] = []
    size = 0
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            while piece := file.read(1 << 20):
                size += len(piece)
                if size > limits.max_expanded:
                    return Trouble(
                        "expands_too_far",
                        f"The compressed file expands to more than {limits.max_expanded:,} bytes and was not "
                        f"opened. "
                        "Check that it is what it should be; raise the limit if so.",
                        "error",
                    )
                pieces.append(piece)
    except (OSError, EOFError, zlib.error) as error:
        return Trouble("damaged_archive", f"The compressed file is damaged ({error}). Fetch it again.", "error")
    return b"".join(pieces)


def _charset(media_type: str | None) -> str | None:
    if not media_type or "charset" not in media_type.lower():
        return None
    message = Message()
    message["content-type"] = media_type.replace("\n", " ").replace("\r", " ")
    value = message.get_param("charset")
    return value if isinstance(value, str) else None


def _mistaken(expected: str | None, kind: str) -> Trouble | None:
    if expected is None or expected == kind or any({expected, kind} <= alike for alike in _ALIKE):
        return None
    claims = _WORDS.get(expected) or _NAMES.get(expected, (expected, ""))[0]
    return Trouble(
        "wrong_extension",
        f"By its name or declared type this is {claims}, but it is {_WORDS[kind]} and was read as that.",
    )


def _too_large(data: bytes, limits: Limits) -> Trouble:
    return Trouble(
        "too_large",
        f"The file has {len(data):,} bytes, more than the {limits.max_bytes:,} that are read. Raise the limit, "
        f"or split the document.",
        "error",
    )
