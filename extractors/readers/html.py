"""Web pages: the main text with its structure, and what the page says of itself.

The main text is found by trafilatura; long legal texts and pages it finds too little on are read whole, without menus
and boxes (`html_blocks`).
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import lxml.html
from lxml import etree

from extractors.readers.blocks import Block, Parsed, Trouble, clean
from extractors.readers.encoding import decode
from extractors.readers.fronts_lines import published
from extractors.readers.html_blocks import tree_blocks
from extractors.readers.html_main import main_blocks
from extractors.readers.html_meta import Meta, meta
from extractors.readers.language import language_of
from extractors.readers.limits import Limits
from extractors.readers.text import cut

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
_NOT_NESTING = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "option",
        "optgroup",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
    ]
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_MARKUP = re.compile(r"<!--|-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]{0,5000}>|<![^<>]{0,500}>")
_LINE_BREAKING = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "tr",
        "td",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "blockquote",
        "pre",
        "hr",
        "dt",
        "dd",
        "header",
        "footer",
        "main",
    ]
)
_SILENT = frozenset(("script", "style", "title", "template", "noscript", "textarea"))


def read_html(data: bytes, limits: Limits, charset: str | None = None) -> Parsed:
    """What a page says. `charset` is the one named in its Content-Type header, None where none is."""
    troubles: list[Trouble] = []
    if len(data) > limits.max_markup:
        troubles.append(
            Trouble(
                "too_large",
                f"The page has {len(data):,} bytes; the first {limits.max_markup:,} were read. "
                "Raise the limit on markup to read all of it.",
            )
        )
        data = data[: limits.max_markup]
    decoded = decode(data, charset)
    troubles.extend(decoded.troubles)
    text = _DECLARATION.sub("", decoded.text.replace("\x00", ""))
    if nesting(text, limits.max_nesting) > limits.max_nesting:
        troubles.append(
            Trouble(
                "too_deep",
                f"The page nests more than {limits.max_nesting} elements; it was read without its structure, "
                "so menus may be in the text. Compare it with its source.",
            )
        )
        blocks, known = _flat(text), None
    else:
        tree = _tree(text)
        known = meta(tree) if tree is not None else None
        blocks = _read(tree, text) if tree is not None else []
    blocks, more = cut(blocks, limits)
    troubles.extend(more)
    if not blocks:
        troubles.append(
            Trouble(
                "no_body",
                "The page holds no text (it may be made by a script, or have no body); save it from a browser "
                "and read that.",
                "error",
            )
        )
    return _parsed(blocks, known, troubles)


def nesting(text: str, enough: int) -> int:
    """How deep elements are nested, counted until it is more than `enough`; elements that close themselves aside."""
    depth = deepest = 0
    for match in _TAG.finditer(text):
        if match.group(2).lower() in _NOT_NESTING or match.group(3).endswith("/"):
            continue
        depth = max(0, depth + (-1 if match.group(1) else 1))
        if depth > deepest:
            deepest = depth
            if deepest > enough:
                break
    return deepest


def _tree(text: str) -> Any:
    if not text.strip():
        return None
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _read(tree: Any, text: str) -> list[Block]:
    """The main text; where none is found all that the tree holds, and what the tree could not hold."""
    return main_blocks(tree) or list(tree_blocks(tree, pruned=False)) or _flat(text)


def _flat(text: str) -> list[Block]:
    """The text between tags, cut where a tag breaks the line; scripts, styles and comments left out."""
    parts: list[str] = []
    at, silent = 0, ""
    for match in _MARKUP.finditer(text):
        if not silent:
            parts.append(text[at : match.start()])
        at = match.end()
        mark, name = match.group(), (match.group(2) or "").lower()
        if silent:
            if mark == "-->" if silent == "<!--" else (match.group(1) and name == silent):
                silent = ""
        elif mark == "<!--" or (name in _SILENT and not match.group(1)):
            silent = mark if mark == "<!--" else name
        elif name in _LINE_BREAKING:
            parts.append("\n\n")
    if not silent:
        parts.append(text[at:])
    pieces = re.split(r"\n[^\S\n]*\n", unescape("".join(parts)))
    return [Block("paragraph", piece) for piece in (clean(part.replace("\n", " ")) for part in pieces) if piece]


def _parsed(blocks: list[Block], known: Meta | None, troubles: list[Trouble]) -> Parsed:
    day = known.published_on if known else None
    if day is None:
        day = next((found for block in blocks[:8] if (found := published(block.text))), None)
    title = (known.title if known else None) or next((b.text for b in blocks[:5] if b.kind == "heading"), None)
    return Parsed(
        blocks=tuple(blocks),
        media_type="text/html",
        status="parsed" if blocks else "empty",
        title=title,
        authors=known.authors if known else (),
        publisher=known.publisher if known else None,
        published_on=day,
        language=language_of(blocks) or (known.language if known else None),
        canonical_url=known.canonical_url if known else None,
        document_type=known.document_type if known else None,
        troubles=tuple(troubles),
    )
