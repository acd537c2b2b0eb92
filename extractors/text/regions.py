"""What part of a document a passage belongs to: headline, body, teaser, footnote, notes, boilerplate, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.base import Reading
from records.model import Passage

LEAVES = frozenset({"heading", "paragraph", "list_item", "table"})
BODY, HEADLINE, FURNITURE, FOOTNOTE, BOILERPLATE = "body", "headline", "furniture", "footnote", "boilerplate"
TEASER, NOTES = "teaser", "notes"

# Lines of sites that name nobody.
_FURNITURE = re.compile(
    r"[-–—•*#> ]{0,6}(?:share (?:this|on|via|the)\b|follow (?:us|topics|the topics)\b|subscribe\b"
    r"|sign (?:up|in)\b|log ?in\b"
    r"|(?:e-?mail )?newsletters?\b|leave a (?:reply|comment)\b|\d* ?comments?$|advertisement\b"
    r"|sponsored\b|tags?:|topics?:"
    r"|categories:|filed under\b|posted in\b|print(?: this)?$|back to top\b|previous (?:article|post)"
    r"|next (?:article|post)"
    r"|skip to\b|all rights reserved|copyright\b|©|(?:we use |this (?:site|website) uses |accept (?:all )?)?cookies?\b"
    r"|privacy policy\b|terms of (?:use|service)\b|home$|menu$|search$|facebook$|twitter$|linkedin$"
    r"|whatsapp$|instagram$"
    r"|x$|youtube$|copy link\b|click here to\b|listen to this\b|(?:\d+|[a-z]+)[- ]min(?:ute)?s? read$"
    r"|loading\b|donate\b)",
    re.IGNORECASE,
)
# Lines that lead to other texts, and headings over lists of them.
_TEASER = re.compile(
    r"[-–—•*#> ]{0,6}(?:also read|read (?:more|also|next|the full)|related(?: (?:articles?|stories|posts|news|content"
    r"|reading|topics|links|coverage))?|see also|more (?:from|on|stories|news|like this|in)\b|recommended|trending"
    r"|latest (?:news|stories|posts)|most (?:read|popular)|you (?:may|might) also|further reading|(?:top|other) stories"
    r"|don['’]t miss|editors?['’]? picks?|what to read next|keep reading|up next)\b",
    re.IGNORECASE,
)
_TEASER_HEAD = re.compile(rf"(?:{_TEASER.pattern})[\w ,’'&]{{0,40}}:?$", re.IGNORECASE)
_ABOUT = re.compile(r"[-–—•* ]{0,6}(?:About|Background on) (?:[Tt]he |[Uu]s$)?(?:[A-Z][\w&.'’\- ]{1,80})?:?$")
_ABOUT_INLINE = re.compile(r"[-–—•* ]{0,6}About (?:the )?[A-Z][\w&.'’\- ]{1,60}(?::| [-–—]) ?[A-Z]")
_END_MARK = re.compile(
    r"[ *–—-]{0,6}(?:#[ #]{1,10}|-? ?30 ?-?|(?:the )?ends?|\*[ *]{2,10})[ *.–—-]{0,6}$", re.IGNORECASE
)
_NOTES = re.compile(r"[-–—•* ]{0,6}(?:editors?['’]? notes?|notes? (?:to|for) (?:the )?editors?)\b", re.IGNORECASE)
_CONTACT = re.compile(
    r"[-–—•* ]{0,6}(?:(?:media|press|news)(?: office)? (?:contacts?|enquiries|inquiries)"
    r"|contacts?(?: information| details)?:"
    r"|for (?:more|further|additional|press|media) (?:information|inquiries|enquiries|details)\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:press|news|media) (?:release|statement|advisory)s?|for immediate release|immediate release"
    r"|news|blog|opinion"
    r"|report|statement|published|updated|posted|date|by|embargoed|contact|(?:media|press) contact"
    r"|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|\d)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:By )?[A-Z][\w'’.-]+ (?:[A-Z][\w'’.-]* ){0,3}(?:is|are|was) (?:a|an|the|our) (?:[\w,'’-]+ ){0,7}"
    r"(?:reporter|writer|journalist|editor|columnist|correspondent|author|freelancer|contributor|fellow|blogger)\b"
)
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}\.?\s+[A-Z\"“][^.]{2,60},\s|(?:\*{1,3}(?=\S)|[†‡]\s?)\S)")
_REFERENCE = re.compile(
    r"https?://|doi\.org|\bpp?\. ?\d|\bvol\. ?\d|\((?:[A-Z]\w+ [\w ]{0,40}, )?(?:19|20)\d\d\)|\bno\. \d"
    r"|accessed \w+ \d",
    re.IGNORECASE,
)


def leaves(reading: Reading) -> tuple[Passage, ...]:
    """The passages that do not contain others, in reading order; together they hold the whole text once."""
    return tuple(passage for passage in reading.document.passages if passage.kind in LEAVES)


def regions(reading: Reading) -> dict[int, str]:
    """The region of each leaf passage, by ordinal.

    headline: the title line; body: the text; teaser: leads to other texts; footnote: numbered references; notes: what
    follows "ENDS" or "Notes to editors"; boilerplate: "About the …" sections, contacts, author notes and what follows
    "###"; furniture: what sites put around texts, which names nobody.
    """
    passages = reading.get(leaves)
    headline = _headline(passages)
    releases = reading.document.document_type in ("press_release", "news", "other")
    found: dict[int, str] = {}
    section = BODY
    for index, passage in enumerate(passages):
        here = _marked(passage)
        if index == headline:
            here = HEADLINE
        elif index < headline:
            here = here if here == FURNITURE else BODY
        elif here is None:
            here = section if section != TEASER or _is_teased(passage) else BODY
            section = here if section == TEASER else section
            section = BODY if passage.kind == "heading" and not releases and section == BOILERPLATE else section
            here = BODY if passage.kind == "heading" and section == BODY else here
        else:
            section = _next_section(section, here, passage, releases)
        if here == BODY and index >= len(passages) - 4 and _AUTHOR.match(passage.text):
            here = BOILERPLATE
        found[passage.ordinal] = here
    return found


def _headline(passages: Sequence[Passage]) -> int:
    """Index of the title line: the first heading, or the first line of some words that is no sentence; else -1."""
    for index, passage in enumerate(passages[:6]):
        text = passage.text
        if _FURNITURE.match(text) or (_LABEL.match(text) and len(text) < 60):
            continue
        if passage.kind == "heading" or (
            passage.kind == "paragraph" and 20 < len(text) < 220 and text[-1] not in ".!:;,"
        ):
            return index
        if len(text) > 220:
            return -1
    return -1


def _marked(passage: Passage) -> str | None:
    """The region that a passage's own words show, None where they show none."""
    text = passage.text
    if passage.kind == "table":
        return None
    for pattern, region in ((_END_MARK, NOTES), (_NOTES, NOTES), (_ABOUT, BOILERPLATE), (_ABOUT_INLINE, BOILERPLATE)):
        if pattern.match(text):
            return region
    if _CONTACT.match(text):
        return BOILERPLATE
    if _TEASER.match(text) and (_TEASER_HEAD.match(text) or len(text) < 90 or ":" in text[:40] or "•" in text):
        return TEASER
    if _FURNITURE.match(text) and (len(text) < 80 or passage.kind != "paragraph"):
        return FURNITURE
    if _FOOTNOTE.match(text) and _REFERENCE.search(text):
        return FOOTNOTE
    return None


def _next_section(section: str, here: str, passage: Passage, releases: bool) -> str:
    """The region of the passages to come, after one whose own words show `here`."""
    if _END_MARK.match(passage.text):
        return BOILERPLATE if "#" in passage.text or "30" in passage.text else NOTES
    if here == NOTES:
        return NOTES
    if here == BOILERPLATE:
        return BOILERPLATE if _ABOUT.match(passage.text) and (releases or passage.kind == "heading") else section
    if here == TEASER:
        return TEASER if _TEASER_HEAD.match(passage.text) else section
    return section


def _is_teased(passage: Passage) -> bool:
    """Whether a passage under "Related stories" is one of them: short and no sentence."""
    return len(passage.text) < 160 and passage.text[-1:] not in ".:"
