"""Which part of a web page is its text."""

from __future__ import annotations

import copy
from typing import Any

from trafilatura import bare_extraction

from extractors.readers.blocks import Block, clean, clean_table
from extractors.readers.html_blocks import HEADINGS, tree_blocks


def main_blocks(tree: Any, title: str | None) -> list[Block]:
    """The blocks of the page's own text."""
    found = extracted(tree)
    return found or list(tree_blocks(tree))


def extracted(tree: Any) -> list[Block]:
    """What trafilatura takes for the text."""
    result = bare_extraction(copy.deepcopy(tree), include_comments=False, include_tables=True, include_formatting=True, with_metadata=False)
    body = getattr(result, "body", None)
    return list(_blocks(body)) if body is not None else []


def _blocks(body: Any) -> list[Block]:
    made: list[Block] = []
    for node in body:
        text = clean(" ".join("".join(node.itertext()).split()))
        if node.tag == "table":
            rows = [[" ".join(cell.itertext()) for cell in row] for row in node]
            table = clean_table(rows)
            if table:
                made.append(Block("table", table))
        elif node.tag == "list":
            for item in node.iter("item"):
                made.append(Block("list_item", clean(" ".join("".join(item.itertext()).split())), level=1))
        elif node.tag == "head":
            made.append(Block("heading", text, level=HEADINGS.get(node.get("rend") or "", 6)))
        elif text:
            made.append(Block("paragraph", text))
    return [block for block in made if block.text]
