"""What format bytes are in, whatever their name says."""

from __future__ import annotations

import io
import json
import posixpath
import re
import zipfile
from urllib.parse import unquote, urlsplit

from extractors.readers.encoding import decode, utf16_without_mark

_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"BZh", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"%!PS", "postscript"),
)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_TAG = re.compile(
    r"<(?:html|head|body|div|p|h[1-6]|ul|ol|li|table|tr|td|a|span|br|article|section|main|nav|header|footer"
    r"|meta|title|script|style|link|pre|b|i|em|strong|center|font)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_FEED_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<\?xml-stylesheet[^>]*>\s*)*(?:<!--.{0,2000}?-->\s*)*(?:<!DOCTYPE.{0,5000}?>\s*)?<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_START = re.compile(r"\s*<\?xml\b")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+")
_CONTROL = frozenset(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B}

EXTENSIONS = {
    "pdf": "pdf",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "docx": "docx",
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "rss": "feed",
    "atom": "feed",
    "json": "json",
    "doc": "doc",
    "xls": "doc",
    "ppt": "doc",
    "xlsx": "xlsx",
    "pptx": "pptx",
    "zip": "zip",
    "rtf": "rtf",
    "png": "image",
    "jpg": "image",
    "jpeg": "image",
    "gif": "image",
    "tif": "image",
    "tiff": "image",
}
MEDIA_TYPES = {
    "application/pdf": "pdf",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/json": "json",
    "application/msword": "doc",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
}
TYPES = {
    "pdf": "application/pdf",
    "html": "text/html",
    "markdown": "text/markdown",
    "text": "text/plain",
    "feed": "application/rss+xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "doc": "application/x-ole-storage",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "rtf": "application/rtf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xml": "application/xml",
}


_BILL_ROOT = re.compile(
    r"\s*<\?xml[^>]{0,300}>\s*(?:<\?[^>]{0,2000}>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^\[>]{0,500}(?:\[[^\]]{0,2000}\])?\s*>\s*)*"
    r"<(?:billStatus|bill|resolution|amendment-doc|engrossedAmendment|pLaw)[\s>]",
    re.DOTALL,
)


def sniff(data: bytes) -> str:
    """The format: empty, pdf, html, docx, feed, text, markdown, gzip, zip, xlsx, pptx, doc, rtf, json, xml, image,
    archive, postscript or binary."""
    if not data.strip(b" \t\r\n\x0c\x00\xef\xbb\xbf"):
        return "empty" if b"\x00" not in data or len(data) < 4 else "binary"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for mark, kind in _MAGIC:
        if data.startswith(mark):
            return kind
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image"
    if _is_binary(data):
        return "binary"
    return _textual(data)


def claimed(url: str, media_type: str | None) -> str | None:
    """The format that the address or the declared media type claims, None where they claim none."""
    extension = posixpath.splitext(unquote(urlsplit(url).path).removesuffix(".gz"))[1].lstrip(".").lower()
    declared = (media_type or "").split(";")[0].strip().lower()
    return (
        EXTENSIONS.get(extension) or MEDIA_TYPES.get(declared) or ("image" if declared.startswith("image/") else None)
    )


def _zipped(data: bytes) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "zip"
    for part, kind in (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx")):
        if part in names:
            return kind
    return "docx" if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names) else "zip"


def _is_binary(data: bytes) -> bool:
    """Whether control characters show that these bytes are no text in any encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_without_mark(data):
        return False
    middle = len(data) // 2
    sample = data[:8192] + data[middle : middle + 4096]
    controls = sum(byte in _CONTROL for byte in sample)
    return sample.count(0) > 0.005 * len(sample) or controls > 0.03 * len(sample)


def _textual(data: bytes) -> str:
    text = decode(data[:20_000]).text
    start = text.lstrip("\ufeff \t\r\n\x00")
    if _FEED_START.match(start):
        return "feed"
    if _BILL_ROOT.match(start):
        return "xml"
    if _HTML_START.match(start) or re.search(r"<html[\s>]", start[:5000], re.IGNORECASE):
        return "html"
    if _XML_START.match(start):
        return "html" if re.search(r"http://www\.w3\.org/1999/xhtml", start) else "xml"
    if start[:1] in "{[" and _is_json(data):
        return "json"
    tags = _HTML_TAG.findall(start)
    if (start[:1] == "<" and tags) or (len(tags) > 0.002 * len(start) and len(set(tags)) >= 5):
        return "html"
    return "markdown" if _FRONT_MATTER.match(start) else "text"


def _is_json(data: bytes) -> bool:
    if len(data) > 5_000_000:
        return bool(re.match(rb"\s*[\[{]\s*(?:[\[{]|\"[^\"]{0,200}\"\s*[:,])", data))
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
