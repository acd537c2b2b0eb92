"""Markdown to blocks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from markdown_it import MarkdownIt
from markdown_it.token import Token

from extractors.readers.blocks import Block, Parsed, clean, clean_table
from extractors.readers.fronts import front
from extractors.readers.fronts_lines import DATE, as_date
from extractors.readers.language import language_of
from extractors.readers.limits import Limits
from extractors.readers.text import cut, read_text

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_-]+):[ \t]*(.*)")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_LISTS = {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}
_LARGEST = 5_000_000


def read_markdown(text: str, limits: Limits) -> Parsed:
    """What a Markdown text says; a header of `key: value` lines gives title, author, date and publisher."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fields, body = _fields(text)
    if len(body) > _LARGEST:
        return replace(read_text(body, limits), media_type="text/markdown")
    blocks, troubles = cut(_blocks(MarkdownIt("commonmark").enable("table").parse(body)), limits)
    known = front(blocks)
    authors = tuple(
        name
        for part in re.split(r",|;|\band\b", fields.get("author") or fields.get("authors") or "")
        if (name := part.strip(" []\"'"))
    )
    return Parsed(
        blocks=tuple(blocks),
        media_type="text/markdown",
        status="parsed" if blocks else "empty",
        title=fields.get("title") or known.title,
        authors=authors or known.authors,
        publisher=fields.get("publisher") or known.publisher,
        published_on=_day(fields.get("date") or fields.get("published") or "") or known.published_on,
        language=language_of(blocks) or (fields.get("lang") or fields.get("language") or "")[:2].lower() or None,
        troubles=troubles,
    )


def _fields(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text.lstrip("\ufeff\n"))
    if match is None:
        return {}, text
    found = {}
    for line in match.group(1).split("\n"):
        field = _FIELD.fullmatch(line)
        if field and field.group(2).strip():
            found[field.group(1).lower()] = field.group(2).strip().strip("\"'")
    return found, text.lstrip("\ufeff\n")[match.end() :]


def _day(value: str) -> date | None:
    match = DATE.search(value)
    return as_date(match) if match else None


def _blocks(tokens: list[Token]) -> list[Block]:
    """The blocks that markdown-it's tokens make: they come flat, each element opened and closed."""
    made: list[Block] = []
    depth = 0
    kind, level, lead = "paragraph", 0, ""
    rows: list[list[str]] | None = None
    for token in tokens:
        depth += _LISTS.get(token.type, 0)
        if token.type == "heading_open":
            kind, level = "heading", int(token.tag[1])
        elif token.type == "list_item_open":
            kind, level, lead = "list_item", depth, f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "table_open":
            rows = []
        elif token.type == "tr_open" and rows is not None:
            rows.append([])
        elif token.type == "table_close":
            made.append(Block("table", clean_table(rows or [])))
            rows = None
        elif rows and token.type == "inline":
            rows[-1].append(_inline(token))
        elif text := _text(token):
            made.append(Block(kind, lead + text, level=level))
            kind, level, lead = "paragraph", 0, ""
    return [block for block in made if block.text.strip()]


def _text(token: Token) -> str:
    """The words of a token, empty for one that only opens or closes."""
    if token.type == "inline":
        return _inline(token)
    if token.type in ("fence", "code_block"):
        return clean(token.content)
    return clean(_TAG.sub(" ", token.content)) if token.type == "html_block" else ""


def _inline(token: Token) -> str:
    """The words of a paragraph; pictures and tags left out, a soft line break is a space."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
    return clean("".join(parts))
