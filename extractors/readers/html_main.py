"""Which part of a web page is its text.

trafilatura finds it on most pages. Where it leaves out parts that are built like those it found, they are added; of
long legal texts nothing may be lost, so the part of the page that holds them is read whole, menus and boxes aside.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from trafilatura import bare_extraction

from extractors.readers.blocks import Block, clean, clean_table
from extractors.readers.html_blocks import HEADINGS, is_furniture, link_density, tree_blocks

_PROSE = 80
_ITEM = 25  # characters an item has on average, in a list that is text
_MISSED = 0.25
_LARGE, _ELEMENTS = 1_500_000, 60_000
_LEGAL = re.compile(
    r"\b(?:be it enacted|a bill\b|an act\b|collective bargaining agreement|memorandum of (?:agreement"
    r"|understanding)|side letter"
    r"|letter of agreement|this agreement|hereinafter|the parties agree|whereas)", re.IGNORECASE
)  # fmt: skip
_NUMBERED = re.compile(
    r"(?:article|section|sec\.|§|appendix)\s*[\dIVXLCA-Z]{1,6}\b|\([a-z0-9]{1,3}\)\s|\d{1,2}\.\d{1,2}\.?\s",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:also on [\w.-]+\s.{0,200}|got a tip.{0,60}|(?:also )?read (?:more|also|next|the full \w+)\b.{0,120}"
    r"|related(?: \w+)?:.{0,200}|see also:.{0,200}|share this.{0,60}|like this (?:story|article).{0,80}"
    r"|(?:print|email|share|save|order reprints|print article|reprints|advertisement|sponsored|comments?"
    r"|leave a (?:reply|comment)|thank you|loading.{0,10}|close|menu|follow us.{0,80}|back to top)"
    r"|(?:write|email|e-mail|contact|reach)\s.{2,60}\b(?:at|to)\s+\S+@\S+.{0,120}|(?:follow"
    r"|find) \S+(?: \S+){0,3} on (?:twitter|facebook|x|instagram|linkedin).{0,120}"
    r"|copyright (?:©|\(c\)|\d{4}).{0,200}|©.{0,200}|.{0,120}all rights reserved\.?"
    r"|an error (?:has )?occurred.{0,80}|this article has been sent to.{0,40}"
    r"|.{0,60}\bclick(?:ing)? here\b.{0,30}|https?://\S+|(?:sign up|subscribe) (?:for|to)\b.{0,160}"
    r"|tell us what you think.{0,20}|skip to .{0,40}|this copy is for your personal.{0,400})[\s.…:!>»]*",
    re.IGNORECASE,
)


def main_blocks(tree: Any) -> list[Block]:
    """The blocks of the page's own text."""
    body = next(tree.iter("body"), tree)
    good = _good(body)
    large = sum(len(text) for text in good.values()) > _LARGE or sum(1 for _ in tree.iter()) > _ELEMENTS
    if large or _is_legal(good):
        return list(tree_blocks(_holder(body, good, 0.98)))
    found = _extracted(tree)
    if not found:
        return _trimmed(list(tree_blocks(_holder(body, good, 0.9) if good else body)))
    return _trimmed(_with_lists(_completed(found, good), list(tree_blocks(_holder(body, good, 0.9)))))


def _completed(found: list[Block], good: dict[Any, str]) -> list[Block]:
    """What was found, or, where much was left out, all parts of the page that are built like the found ones.

    Sites cut long texts into parts of the same class, between advertisements; sometimes only one part is found.
    """
    said = _squeezed(" ".join(block.text for block in found))
    in_: dict[str, int] = {}
    out: dict[str, int] = {}
    for node, text in good.items():
        built = _built(node)
        if built:
            held = in_ if _squeezed(text)[:60] in said else out
            held[built] = held.get(built, 0) + len(text)
    parts = {
        built
        for built, length in in_.items()
        if out.get(built, 0) > _MISSED * length and length > 0.5 * sum(in_.values())
    }
    if not parts:
        return found
    whole: list[Block] = []
    for parent in dict.fromkeys(node.getparent() for node in good if _built(node) in parts):
        whole.extend(tree_blocks(parent))
    return whole


def _with_lists(found: list[Block], everything: list[Block]) -> list[Block]:
    """What was found, with the lists that stand between found paragraphs and were left out.

    trafilatura drops list items whose text lies in inline elements alone.
    """
    place = {_squeezed(block.text)[:60]: n for n, block in enumerate(found)}
    added: dict[int, list[Block]] = {}
    before: int | None = None
    for is_list, group in groupby(everything, key=lambda block: block.kind == "list_item"):
        run = list(group)
        if not is_list:
            before = place.get(_squeezed(run[-1].text)[:60])
        elif before is not None and not any(_squeezed(item.text)[:60] in place for item in run):
            length = sum(len(item.text) for item in run) / len(run)
            if length >= (_ITEM if found[before].text.endswith(":") else 2 * _ITEM):
                added[before] = run
    if not added:
        return found
    return [block for n, one in enumerate(found) for block in (one, *added.get(n, ()))]


def _built(node: Any) -> str | None:
    """How the element around a paragraph is named, None where it has no name."""
    parent = node.getparent()
    name = parent.get("class") if parent is not None and parent.tag not in ("body", "html") else None
    return f"{parent.tag}.{' '.join(name.split())}" if name and name.strip() else None


def _good(body: Any) -> dict[Any, str]:
    """The paragraphs that read like running text, by element: long, few links, in no menu or box."""
    found: dict[Any, str] = {}
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if (
            not isinstance(node.tag, str)
            or node.tag in ("script", "style", "noscript", "template")
            or is_furniture(node)
        ):
            continue
        if node.tag in ("p", "pre", "blockquote") or (
            node.tag in ("div", "li", "td", "dd") and _own_length(node) >= _PROSE
        ):
            text = clean("".join(node.itertext()))
            if len(text) >= _PROSE and link_density(node) < 0.4:
                found[node] = text
                continue
        waiting.extend(reversed(node))
    return found


def _own_length(node: Any) -> int:
    """How many characters stand directly in an element, or in its inline parts."""
    length = len((node.text or "").strip())
    for child in node:
        length += len((child.tail or "").strip())
    return length


def _holder(body: Any, good: dict[Any, str], share: float) -> Any:
    """The innermost element that holds this share of the running text."""
    held: dict[Any, int] = {}
    total = 0
    for node, text in good.items():
        total += len(text)
        for above in node.iterancestors():
            held[above] = held.get(above, 0) + len(text)
            if above is body:
                break
    fitting = [(node, sum(1 for _ in node.iterancestors())) for node, length in held.items() if length >= share * total]
    return max(fitting, key=lambda pair: pair[1])[0] if fitting else body


def _is_legal(good: dict[Any, str]) -> bool:
    """Whether this is the text of a bill, a law or an agreement: its words, and many numbered parts."""
    text = " ".join(good.values())
    sample = text[:200_000]
    if not _LEGAL.search(sample):
        return False
    numbered = sum(1 for _ in _NUMBERED.finditer(sample))
    return numbered >= 8 and numbered * 1_500 >= len(sample)


def _extracted(tree: Any) -> list[Block]:
    """What trafilatura takes for the text."""
    result = bare_extraction(
        copy.deepcopy(tree), fast=True, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(result, "body", None)
    return [block for block in _blocks(body) if block.text] if body is not None else []


def _blocks(body: Any) -> Iterator[Block]:
    for node in body:
        if node.tag == "table":
            yield Block(
                "table",
                clean_table([[" ".join(cell.itertext()) for cell in row.iter("cell")] for row in node.iter("row")]),
            )
        elif node.tag == "list":
            for item in node.iter("item"):
                yield Block("list_item", _line(item), level=1)
        elif node.tag == "head":
            yield Block("heading", _line(node), level=HEADINGS.get(node.get("rend") or "", 6))
        else:
            yield Block("paragraph", _line(node))
        if node.tail and node.tail.strip():
            yield Block("paragraph", clean(" ".join(node.tail.split())))


def _line(node: Any) -> str:
    return clean(" ".join("".join(node.itertext()).split()))


def _trimmed(found: list[Block]) -> list[Block]:
    """The blocks without lines that belong to the site."""
    return [block for block in found if block.kind == "table" or not _AROUND.fullmatch(block.text)]


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
