"""Identifiers that stay: hashes of what a thing is, never of where it lies or when it was seen."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LEADING_THE = re.compile(r"^the\s+")
_NOT_WORD = re.compile(r"[^\w$%&+]+")


def sha256_hex(data: bytes) -> str:
    """Hex sha256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def stable_id(prefix: str, *parts: str) -> str:
    """`prefix_` and 16 hex digits of the parts' hash; the same parts give the same id on every machine."""
    return f"{prefix}_{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:16]}"


def document_id(content_sha256: str) -> str:
    """Id of the document with this content."""
    return f"doc_{content_sha256[:16]}"


def copy_id(content_sha256: str, url: str) -> str:
    """Id of a document whose content was found at another address first."""
    return stable_id("doc", content_sha256, url)


def fold_name(name: str) -> str:
    """A name's key: compatibility-normalized, without case, accents, punctuation and a leading "the"."""
    text = name
    if not name.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    text = text.casefold().replace("’", "'").replace("'s ", "s ")
    return _NOT_WORD.sub(" ", _LEADING_THE.sub("", text.strip())).strip()
