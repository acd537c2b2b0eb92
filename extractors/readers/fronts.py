"""What a text says of itself at its top and its end: title, date, authors, publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from extractors.readers.blocks import Block, clean
from extractors.readers.fronts_furniture import credit, furniture, way
from extractors.readers.fronts_lines import BARS, BYLINE, DATE, LONG_LINE, NAME, byline, published
from extractors.readers.fronts_outlet import is_paper, known_name, outlet
from extractors.readers.fronts_wire import station, wired
from records.ids import fold_name

_DATED = re.compile(rf"(?:{DATE.pattern})\s*\|", re.IGNORECASE)  # "12/04/2023 | News release | …"
_GENRE = re.compile(
    r"(?:explainer|analysis|opinion|comment|interview|fact ?sheet|q ?& ?a|feature|blog):", re.IGNORECASE
)
_SECTION = re.compile(r"\b(?:blog|news|newsroom|newsletter|insights?|updates?|press|publications?|events?)\Z", re.I)
_PRESS_ROOM = re.compile(
    r"(?:[\w’'&.-]+ ){0,4}(?:press ?room|news ?room|media (?:room|cent(?:er|re))|press (?:office|releases?|statements?)"
    r"|(?:news|media) releases?|latest news)",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?P<name>[A-Z][\w’'&.-]*(?: [\w’'&.-]+){0,5}?)\s*[·|•–—]\s*(?:link to|read|view|see|via|original|full)\b.{0,40}",
    re.I,
)
_SOURCE = re.compile(r"(?:original )?source:\s+(?P<name>[A-Z][\w’'&.-]*(?: [\w’'&.-]+){0,5})", re.IGNORECASE)
_NEWSROOM = re.compile(
    r"\b(?:journal|times|news|post|tribune|herald|guardian|gazette|chronicle|magazine|review)\b", re.I
)
SKIP = re.compile(
    r"skip to (?:main |the )?(?:content|navigation|search)|(?:toggle|open|close) (?:navigation|menu)", re.IGNORECASE
)
_NEAR_TOP = 8
_HEADS = 6  # words of a line above it, at most: a longer one is the headline
_MASTHEAD = 6  # blocks at the top among which a way through the site stands
_WORDS = (2, 4)  # a single word, or a list item of so few, is a rubric or a way through the site
_BODY = re.compile(
    r"\b(?:institute|cent(?:er|re)|council|union|federation|foundation|network|association|university|lab(?:oratory)?"
    r"|congress|commission|alliance|coalition|society|trust)\b",
    re.IGNORECASE,
)
_BILL = re.compile(
    r"(?:(?:engrossed|enrolled|substitute|second|third|amended|proposed) ){0,4}(?:(?:house|senate|assembly)"
    r" (?:joint |concurrent )?(?:bill|resolution|file)|[hs]\. ?(?:r|j|con|res)?\.?(?: ?res\.)?|(?:a|s|h)b|l\.?d\.?)\s*"
    r"(?:no\.?\s*)?\d{1,6}(?:[-–]\w+)?",
    re.IGNORECASE,
)
_ENACTS = re.compile(r"\bbe it (?:enacted|resolved)\b|\bdo(?:es)? enact as follows\b|^\s*an act\b", re.IGNORECASE)
_PUBLISHED_BY = re.compile(
    r"(?:first |jointly )?(?:published|issued|produced) by:?\s+(?P<name>[^|\n]{2,120}?)"
    r"(?:[|.,(\n]|\s(?:on|in|at|©)\s|$)",
    re.I,
)
_COPYRIGHT = re.compile(
    r"(?:copyright(?:\s*(?:©|\(c\)))?|©|\(c\)(?=\s*(?:19|20)\d\d))\s*"
    r"(?:(?:19|20)\d\d(?:\s*[-–—,]\s*(?:19|20)\d\d)?)?,?\s*(?:by\s+)?"
    r"(?P<name>[A-Z][^|\n©.]{1,100}?)(?:,?\s+(?:19|20)\d\d\b.{0,120}"
    r"|[.|]?\s*all rights reserved.{0,120}"
    r"|\s*[.|].{0,120})?$",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?P<title>[^|\n]{8,180}?)\s+(?P<mark>[|–—-])\s+(?P<name>[A-Z][^|\n–—]{1,60})")


_OUTLET = re.compile(r"(?:The )?[A-Z][\w’'&.-]+(?: [A-Z][\w’'&.-]+){0,4}")
_GATHERING = re.compile(
    r"\b(?:summit|conference|convention|symposium|forum|workshop|webinar|seminar|training|course|town hall|rally"
    r"|teach-in|day of action|roundtable)\b",
    re.IGNORECASE,
)
_ATTEND = re.compile(
    r"(?:registration|register|rsvp|tickets?|(?:tentative |draft )?agenda|programme|speakers|add to calendar"
    r"|(?:when|where|venue|location|schedule):)(?!\w)(?!.{60})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Front:
    """Title, day of publication, authors and publisher, each None or empty where the text does not say."""

    title: str | None = None
    published_on: date | None = None
    authors: tuple[str, ...] = field(default=())
    publisher: str | None = None


def front(blocks: Sequence[Block], *, dated: bool = True) -> Front:
    """What the first blocks say. `dated` is False for documents whose first dates are terms, not publication."""
    above, blocks = _parted(blocks)
    top = blocks[:_NEAR_TOP]
    day = next((found for block in top if (found := published(block.text))), None) if dated else None
    title = title_of(blocks)
    if day and _GATHERING.search(title or "") and any(_ATTEND.match(clean(block.text)) for block in blocks[:40]):
        day = None  # the day on which people meet
    authors = next((names for block in top if (names := byline(block.text))), ())
    publisher = publisher_of(blocks, title) or next(filter(None, (_heads(block) for block in above)), None)
    return Front(title, day, authors, publisher)


def _heads(block: Block) -> str | None:
    """The publisher that a line above the way through the site names."""
    return outlet(clean(block.text), official=True)


def _parted(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """What stands above the last way through the site near the top, a masthead, and what stands below it."""
    ways = [n for n, block in enumerate(blocks[:_MASTHEAD]) if _leads_on(clean(block.text))]
    ways = [n for n in ways if all(len(block.text.split()) <= _HEADS for block in blocks[:n] if not way(block.text))]
    return (blocks[: ways[-1]], blocks[ways[-1] + 1 :]) if ways else ((), blocks)


def _leads_on(text: str) -> bool:
    return way(text) or SKIP.fullmatch(text) is not None


def title_of(blocks: Sequence[Block]) -> str | None:
    """The first block that reads as a title and has a text under it; a first line that is a sentence is none."""
    top = [block for block in blocks[:_NEAR_TOP] if block.kind != "table"]
    marked = next((block for block in top if block.kind == "heading" and block.level == 1), None)
    if marked:
        return _titled(marked.text)
    if cover := _cover(blocks):
        return cover
    bill = next((clean(block.text) for block in top[:5] if _BILL.fullmatch(clean(block.text))), None)
    if bill and any(_ENACTS.search(block.text[:600]) for block in blocks[:40]):
        return bill
    for index, block in enumerate(top):
        text = clean(block.text)
        if _passed_over(top, index, text) or (index == 0 and _masthead(blocks)):
            continue
        if published(text):
            if len(text) > LONG_LINE:
                return None
            continue
        slogan = index == 0 and text.endswith(".") and 2 <= len(text.split()) <= 4
        if block.kind not in ("heading", "paragraph") or not (slogan or reads_as_title(text)):
            return None
        return _titled(next((b.text for b in top if b is not block and _repeats(b.text, text)), text))
    return None


def _passed_over(top: Sequence[Block], index: int, text: str) -> bool:
    """Whether a line above the headline is none: furniture, a byline, a dated label, a rubric, a picture's caption."""
    if furniture(text) or _leads_on(text) or _CREDITED.fullmatch(text) or byline(text) or _DATED.match(text):
        return True
    caption = index + 1 < len(top) and credit(clean(top[index + 1].text))
    return caption or len(text.split()) < _WORDS[top[index].kind == "list_item"] or (index == 0 and _rubric(top))


def _rubric(top: Sequence[Block]) -> bool:
    """Whether the first line is only the rubric of the headline under it ("Union news", "Explainer: AI and law")."""
    if len(top) < 3 or not reads_as_title(clean(top[1].text)):
        return False
    first = clean(top[0].text)
    short = (len(first.split()) <= 2 and (top[0].kind != "heading" or _SECTION.search(first))) or (
        len(first.split()) <= 6 and (_GENRE.match(first) or _PRESS_ROOM.fullmatch(first))
    )
    return bool(short) and len(clean(top[1].text).split()) >= 6


def _repeats(headline: str, title: str) -> bool:
    """Whether a page's title is its headline with the site's name behind it, or the way to the page before it."""
    if len(headline) > 15 and title.startswith(headline):
        return True
    return (
        len(headline) > 8 and bool(re.search(r"[/›»>]\s*$", title.removesuffix(headline))) and title.endswith(headline)
    )


_AGREED = re.compile(r"\b(?:agreement|contract|memorandum|letter of understanding)\b", re.IGNORECASE)
_PARTIES = re.compile(rf"{_AGREED.pattern}|\b(?:bargaining unit|side ?letter|the parties)\b", re.IGNORECASE)
_COVER_END = re.compile(r"table of contents|contents|preamble|article\s|section\s|\d", re.IGNORECASE)


def _cover(blocks: Sequence[Block]) -> str | None:
    """The title on the cover of an agreement: its short lines up to the first text, read as one."""
    parts: list[str] = []
    first = blocks[0].page if blocks else None
    if first is None:
        return None
    for block in blocks[:14]:
        text = clean(block.text).replace("\n", " ")
        if block.page != first or len(text) > 150 or (parts and _COVER_END.match(text)) or block.kind == "table":
            break
        if sum(character.isalpha() for character in text) > 2:
            parts.append(text)
        if sum(map(len, parts)) > 160:
            break
    while parts and parts[-1].lower() in ("and", "between", "by and between", "by"):
        parts.pop()
    whole = " ".join(dict.fromkeys(parts))
    return whole if _AGREED.search(whole) and len(whole.split()) > 1 else None


def publisher_of(blocks: Sequence[Block], title: str | None) -> str | None:
    """Who publishes a text, where it says so.

    In this order: a line "Published by …" or a line of copyright at its top or end; a masthead, the name of a known
    organization alone on the first line, above the title; the site's name behind the title ("… | Harbor News"); a line
    that names an outlet or a body between the title and the text.
    """
    edges = [*blocks[:_NEAR_TOP], *blocks[-_NEAR_TOP:]]
    for pattern in (_PUBLISHED_BY, _COPYRIGHT):
        for block in edges:
            match = pattern.match(clean(block.text)) if len(block.text) < 250 else None
            if match and (name := _publishing(match["name"])):
                return name
    for block in edges[:_NEAR_TOP]:
        text = clean(block.text)
        if credited := _CREDITED.fullmatch(text) if len(text) < 120 else None:
            return _publishing(credited["name"])
        if name := _beside_authors(text):
            return name
        source = _SOURCE.fullmatch(text)
        if source and (known_name(source["name"]) or _NEWSROOM.search(source["name"])):
            return _publishing(source["name"])
        if (named := BYLINE.fullmatch(text.strip())) and len(text) < 120 and _BODY.search(named["names"]):
            return _publishing(named["names"])
    if sent := wired(edges) or station(edges[:_NEAR_TOP]):
        return _publishing(sent)
    masthead = None if fold_name(title or "") == fold_name(blocks[0].text if blocks else "") else _masthead(blocks)
    return masthead or _suffix(blocks) or _under_title(blocks, title)


def _beside_authors(text: str) -> str | None:
    """The outlet that a byline names behind a bar: "By Ann Lee | Harbor Wire | 5 June 2031"."""
    parts = [part.strip() for part in BARS.split(text)]
    if len(text) > LONG_LINE or len(parts) < 3 or not byline(parts[0]) or not any(map(published, parts[1:])):
        return None
    second = parts[1]
    return _publishing(second) if _OUTLET.fullmatch(second) and not (published(second) or furniture(second)) else None


def _under_title(blocks: Sequence[Block], title: str | None) -> str | None:
    """An outlet, body or firm alone on a line under the title, before the text begins.

    Beneath a person's name it is an outlet only: a body there is where the author works. None for agreements, bills.
    """
    top = [clean(block.text) for block in blocks[: 2 * _NEAR_TOP]]
    at = next((n for n, text in enumerate(top[:_NEAR_TOP]) if title and fold_name(text) == fold_name(title)), None)
    if at is None or title is None or _CONTRACT_TITLE.search(title) or any(map(_SIGNED.match, top)):
        return None
    official = not any(len(text) < LONG_LINE and text.startswith(("Dear ", "To ", "TO ")) for text in top)
    person = False
    for line in "\n".join(top[at + 1 : at + 5]).split("\n")[:4]:
        name = outlet(line, official=official)
        if name and (not person or is_paper(name)):
            return re.sub(r"^the (?=[A-Z])", "The ", name)
        if name or not (
            _NAMES.fullmatch(line) or byline(line) or published(line) or furniture(line) or _BY.match(line)
        ):
            return None
        person = person or bool(_NAMES.fullmatch(line) or _BY.match(line))
    return None


_BY = re.compile(r"[Bb]y:?\s[^.]{2,80}\Z")
_NAMES = re.compile(rf"{NAME.pattern}(?:(?:,|,? and|,? &) {NAME.pattern}){{0,3}}")
_CONTRACT_TITLE = re.compile(
    r"\A(?:\S+ ){0,7}(?:agreement|contract|memorandum|bill|act|directive|regulation)\b"
    r"(?:[\s\d–-]*|.{0,30}20\d\d.{0,6})\Z",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:by and )?between\b.{0,80}\Z|and\Z|this agreement\b|an act\b", re.IGNORECASE)
_NO_PUBLISHER = re.compile(r"^all rights|^by\b|\bvia\b|\b(?:getty|shutterstock|istock|unsplash|alamy)\b", re.IGNORECASE)


def _publishing(name: str) -> str | None:
    name = re.sub(r"^the (?=[A-Z])", "", name.strip(" .,;"), flags=re.IGNORECASE)
    words = name.split()
    if not 1 <= len(words) <= 12 or not name[0].isupper() or _NO_PUBLISHER.search(name):
        return None
    known = known_name(name)
    return known if known and (name.isupper() or fold_name(known) == fold_name(name)) else name


def _masthead(blocks: Sequence[Block]) -> str | None:
    """An organization named alone on the first line, where the next line reads as a title.

    It is known to the lexicon, or named by its full name again at the end of the text. None for agreements, whose
    first line names a party.
    """
    if len(blocks) < 3 or blocks[0].kind == "table" or not reads_as_title(clean(blocks[1].text)):
        return None
    text = clean(blocks[0].text)
    both = re.fullmatch(r"([A-Z]\S+) [-–—|:] (.{8,80})", text)  # "QWF - Quay Workers' Federation"
    if both and (known := known_name(both[1]) or known_name(both[2])):
        return known
    if len(text) > 90 or any(_PARTIES.search(b.text[:1_000]) for b in blocks[:20]):
        return None
    if not _BODY.search(text):
        return known_name(text)
    end = "\n".join(block.text for block in blocks[2:][-_NEAR_TOP:])
    again = re.search(rf"\b{re.escape(text)}\b", end, re.IGNORECASE)
    return known_name(text) or (again.group() if again else None)


def _suffix(blocks: Sequence[Block]) -> str | None:
    """The site's name in a page's title copied with its text: behind a bar, or a dash where it is a known name."""
    text = clean(blocks[0].text) if blocks else ""
    match = _SITE.fullmatch(text) if len(text) < 250 and "\n" not in text else None
    if match is None:
        return None
    name = match["name"].strip()
    return known_name(name) or (name if match["mark"] == "|" and len(match["title"].split()) >= 3 else None)


_ABBREVIATED = re.compile(r"\b(?:A\.I|U\.S|U\.K|U\.N|E\.U|D\.C|N\.Y|N\.J|L\.A)\.\Z")


def reads_as_title(text: str) -> bool:
    """Whether a line of its own can be a title: not long, no sentence closed by a full stop."""
    closed = text.rstrip("\"'”’)").endswith((".", ",", ";", ":")) and not _ABBREVIATED.search(text)
    return 3 <= len(text) <= 250 and not closed and len(text.split()) >= 2


def _titled(text: str) -> str | None:
    return clean(text).replace("\n", " ") or None
