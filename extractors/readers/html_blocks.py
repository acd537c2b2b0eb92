"""An HTML tree to blocks, all of it or what is left when menus and the like are taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from extractors.readers.blocks import Block, clean, clean_table
from extractors.readers.layout import blocks
from extractors.readers.lines import lines

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BREAKING = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
    ]
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "select",
        "button",
        "input",
        "textarea",
        "map",
        "img",
        "picture",
        "source",
        "track",
        "param",
        "link",
        "meta",
        "base",
        "title",
        "applet",
    ]
)
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "dialog", "form", "menu"})
_FURNITURE = re.compile(
    r"(?:^|[-_ ])(?:nav(?:bar|igation)?|menus?|breadcrumbs?|cookies?|consent|gdpr|banner|share|sharing|social"
    r"|sharedaddy|follow"
    r"|related|recommend(?:ed|ations)?|more-(?:news|stories|posts)|newsletter|subscribe|subscription|signup"
    r"|sign-up|promo(?:tion)?|advert(?:isement)?|ads?|sponsor(?:ed)?"
    r"|comments?|respond|disqus|sidebar|footer|masthead|site-header|toolbar|topbar|skip(?:-link|link)?"
    r"|pagination|pager|tags?|tag-list|author-(?:box|bio|info)|about-author"
    r"|byline-bio|popup|modal|paywall|print|widget|search|login|outbrain|taboola|screen-reader-text"
    r"|visually-hidden|sr-only|hidden)(?:$|[-_ ])",
    re.IGNORECASE,
)


def tree_blocks(root: Any, *, pruned: bool = True) -> Iterator[Block]:
    """The blocks of an lxml tree in order; with `pruned` without menus, boxes of links, forms and hidden parts."""
    yield from _Walk(pruned).blocks(root)


class _Walk:
    """One walk over a tree, without recursion: text is gathered until an element breaks the line."""

    def __init__(self, pruned: bool) -> None:
        self.pruned = pruned
        self.held: list[str] = []
        self.kind, self.level = "paragraph", 0
        self.made: list[Block] = []
        self.lists: list[tuple[str, int]] = []

    def blocks(self, root: Any) -> list[Block]:
        """The blocks under `root`."""
        waiting: list[tuple[Any, bool]] = [(root, False)]
        while waiting:
            node, closing = waiting.pop()
            if closing:
                self._close(node)
                continue
            if not isinstance(node.tag, str) or node.tag in _SILENT or (self.pruned and is_furniture(node)):
                self._tail(node, root)
                continue
            if node.tag == "table" and is_data_table(node):
                self._flush()
                self._table(node)
                self._tail(node, root)
                continue
            if node.tag == "pre" and "\n" in (node.text_content() or ""):
                self._flush()
                self._pre(node)
                self._tail(node, root)
                continue
            self._open(node)
            self.held.append(node.text or "")
            waiting.append((node, True))
            waiting.extend((child, False) for child in reversed(node))
            if node is root:
                continue
        self._flush()
        return self.made

    def _open(self, node: Any) -> None:
        tag = node.tag
        if tag == "br":
            self.held.append("\n")
        elif tag in HEADINGS:
            self._flush()
            self.kind, self.level = "heading", HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self._flush()
            self.lists.append((tag, 0))
        elif tag in ("li", "dd"):
            self._flush()
            self.kind, self.level = "list_item", max(1, len(self.lists))
        elif tag in ("td", "th"):
            self.held.append(" ")
        elif tag in _BREAKING and (self.kind == "heading" or "".join(self.held).strip()):
            self._flush()

    def _close(self, node: Any) -> None:
        tag = node.tag
        if tag in ("ul", "ol") and self.lists:
            self._flush()
            self.lists.pop()
        elif tag in _BREAKING and tag not in ("br", "td", "th"):
            self._flush()
        self.held.append(node.tail or "")

    def _tail(self, node: Any, root: Any) -> None:
        if node is not root:
            self.held.append(node.tail or "")

    def _flush(self) -> None:
        pieces = "".join("\n" if piece == "\n" else re.sub(r"\s+", " ", piece) for piece in self.held)
        self.held = []
        kind, level, self.kind, self.level = self.kind, self.level, "paragraph", 0
        for part in re.split(r"(?:\s*\n){2,}\s*", pieces):
            text = clean(part)
            if kind == "heading":
                text = text.replace("\n", " ")
            if text:
                self.made.append(Block(kind, text, level=level))

    def _table(self, node: Any) -> None:
        rows = [[" ".join(cell.itertext()) for cell in row if cell.tag in ("td", "th")] for row in node.iter("tr")]
        text = clean_table(rows)
        if text:
            self.made.append(Block("table", text))

    def _pre(self, node: Any) -> None:
        found = lines(node.text_content().replace("\f", "\n"), 1)[0]
        self.made.extend(Block(block.kind, block.text, block.level) for block in blocks(found))


def is_data_table(node: Any) -> bool:
    """Whether a table holds data: two rows of two cells or more with short texts, no tables inside it."""
    if sum(1 for _ in node.iter("table")) > 1:
        return False
    rows: list[list[Any]] = [[cell for cell in row if cell.tag in ("td", "th")] for row in node.iter("tr")]
    wide = [row for row in rows if len(row) > 1]
    inner = (part for row in wide for cell in row for part in cell.iter("h1", "h2", "article", "section"))
    return len(wide) >= 2 and next(inner, None) is None


def is_furniture(node: Any) -> bool:
    """Whether an element is a menu, box of links, form or another part that sites put around their texts."""
    tag = node.tag
    if tag in ("html", "body", "main", "article"):
        return False
    if tag in _FURNITURE_TAGS:
        return not _holds_text(node) if tag == "form" else True
    if node.get("hidden") is not None or node.get("aria-hidden") == "true" or node.get("role") in _ROLES:
        return True
    style = (node.get("style") or "").replace(" ", "").lower()
    if "display:none" in style:
        return True
    named = f"{node.get('class') or ''} {node.get('id') or ''}"
    if (
        tag in ("div", "section", "ul", "ol", "span", "p", "header")
        and len(named) < 300
        and _FURNITURE.search(named)
        and not _holds_text(node)
    ):
        return True
    return tag in ("div", "ul", "ol", "section", "p") and _only_links(node)


_ROLES = frozenset(
    {"navigation", "banner", "search", "complementary", "contentinfo", "dialog", "alert", "menu", "menubar"}
)


def _holds_text(node: Any) -> bool:
    """Whether an element with a suspicious name holds running text all the same: long paragraphs, few of it links."""
    text = sum(len(clean(" ".join(p.itertext()))) for p in node.iter("p"))
    return text > 1_500 and link_density(node) < 0.3


def link_density(node: Any) -> float:
    """Which share of an element's letters stands in links."""
    linked = sum(len(part.strip()) for link in node.iter("a") for part in link.itertext())
    if not linked:
        return 0.0
    return linked / sum(len(part.strip()) for part in node.itertext())


def _only_links(node: Any) -> bool:
    links = sum(1 for _ in node.iter("a"))
    return links >= 3 and link_density(node) > 0.75
