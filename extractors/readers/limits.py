"""How much a reader takes on before it stops: safe defaults, all of them settings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds for reading one document.

    Readers themselves hold the bounds on size, text, pages, nesting and expansion; time and memory are held by the
    process that runs a reader, since no reader can stop itself.
    """

    max_bytes: int = 50_000_000
    """Largest file that is opened, in bytes."""
    max_markup: int = 10_000_000
    """How much of an HTML page is read, in bytes; the rest is left out and said so."""
    max_text: int = 10_000_000
    """How much text of a document is kept, in characters (Unicode code points)."""
    max_pages: int = 1_500
    """How many pages are read, from the first."""
    max_nesting: int = 240
    """How deep elements of an HTML page may be nested before it is read without its structure."""
    max_expanded: int = 200_000_000
    """How far a compressed file may expand, in bytes, all its parts together."""
    max_seconds: int = 120
    """Longest time for one document, in seconds."""
    max_memory: int = 2_000_000_000
    """Most memory for one document, in bytes."""
