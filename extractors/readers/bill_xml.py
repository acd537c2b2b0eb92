"""Bills of the United States Congress in XML: their status (BILLSTATUS) and their text (bill DTD and USLM)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import lxml.html
from lxml import etree

from extractors.readers.bill_json import chamber_of, congress_name
from extractors.readers.bill_record import BillRecord, day, federal_number, parsed, steps
from extractors.readers.blocks import Block, Parsed, Trouble, clean
from extractors.readers.limits import Limits
from extractors.readers.text import cut

_MEDIA_TYPE = "application/xml"
_TEXTS = frozenset({"bill", "resolution", "amendment-doc", "engrossedAmendment", "pLaw"})
_LARGE = frozenset({"title", "subtitle", "division", "part", "subpart", "chapter", "subchapter", "section"})
_SMALL = frozenset(
    {"subsection", "paragraph", "subparagraph", "clause", "subclause", "item", "subitem", "quoted-block", "level"}
)
_NUMBERS = frozenset({"enum", "num"})
_HEADINGS = frozenset({"header", "heading"})
_SILENT = frozenset(
    {
        "metadata",
        "meta",
        "toc",
        "endorsement",
        "attestation",
        "distribution-code",
        "distributionCode",
        "slugLine",
        "page",
    }
)
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_QUOTED = frozenset({"quote", "quotedText"})
_FRONT = frozenset(
    {
        "congress", "session", "legis-num", "current-chamber", "action-date", "action-desc", "legis-type",
        "official-title", "enacting-formula", "associated-doc", "currentChamber", "date", "actionDescription",
        "docTitle", "officialTitle", "enactingFormula",
    }
)  # fmt: skip


def read_bill_xml(data: bytes, limits: Limits) -> Parsed | None:
    """A bill's status or text as a document; None where the XML is neither. No entity is expanded, nothing loaded."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data[: limits.max_markup], parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    fault = parser.error_log[0].message if len(parser.error_log) else None
    told = f"The XML is broken ({fault}); what could be read of it was. Fetch it again, or tell its publisher."
    troubles = (Trouble("broken_xml", told),) if fault else ()
    name = _name(root)
    if name == "billStatus":
        record = _status(root)
        found = parsed(record, _MEDIA_TYPE) if record else None
    elif name in _TEXTS:
        found = _bill(root, limits)
    else:
        found = None
    return None if found is None else replace(found, troubles=(*found.troubles, *troubles))


# --- status


def _status(root: etree._Element) -> BillRecord | None:
    bill = root.find("bill")
    if bill is None:
        return None
    number = _value(bill, "number") or _value(bill, "billNumber")
    kind = _value(bill, "type") or _value(bill, "billType")
    if not number or not kind:
        return None
    actions = [item for item in bill.findall("actions/item") if _value(item, "text")]
    summary = next(iter(_summaries(bill)), None)
    return BillRecord(
        number=federal_number(kind, number),
        jurisdiction="US",
        title=_value(bill, "title"),
        session=congress_name(_value(bill, "congress")),
        introduced_on=day(_value(bill, "introducedDate")),
        sponsors=tuple(name for item in bill.findall("sponsors/item") if (name := _value(item, "fullName"))),
        steps=steps(
            (_value(item, "actionDate"), chamber_of(_value(item, "sourceSystem/name")), _value(item, "text"))
            for item in reversed(actions)
        ),
        summaries=_plain(summary) if summary is not None else (),
    )


def _summaries(bill: etree._Element) -> list[etree._Element]:
    """The summaries of the bill's versions, the newest first."""
    found = bill.findall("summaries/summary") or bill.findall("summaries/billSummaries/item")
    return sorted(found, key=lambda item: _value(item, "actionDate") or "", reverse=True)


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find(path)
    return " ".join("".join(str(part) for part in found.itertext()).split()) or None if found is not None else None


def _plain(summary: etree._Element) -> tuple[str, ...]:
    """The paragraphs of a summary, which is HTML within the XML."""
    html = _value(summary, "text") or _value(summary, "cdata/text") or ""
    try:
        tree = lxml.html.fragment_fromstring(html, create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return (clean(re.sub(r"<[^<>]{0,2000}>", " ", html)),)
    parts = tree.xpath(".//p | .//li") or [tree]
    return tuple(words for part in parts if (words := clean(" ".join(map(str, part.itertext()))).replace("\n", " ")))


# --- text


def _bill(root: etree._Element, limits: Limits) -> Parsed:
    blocks, more = cut([block for block in _blocks(root) if clean(block.text)], limits)
    dated = next(iter(_named(root, "action-date", "date")), None)
    stamp = (dated.get("date") or "") if dated is not None else ""
    on = day(f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}" if re.fullmatch(r"\d{8}", stamp) else stamp)
    number = _first(root, "legis-num") or next(map(_printed, _named(root, "docNumber")), None)
    short = _first(root, "short-title", "shortTitle")
    title = short or _first(root, "official-title", "officialTitle")
    named = ": ".join(part for part in (number, title) if part)
    return Parsed(
        blocks=tuple(blocks),
        media_type=_MEDIA_TYPE,
        status="parsed" if blocks else "empty",
        title=named or None,
        published_on=on,
        language="en",
        document_type="legislation",
        troubles=tuple(more),
    )


def _blocks(element: etree._Element) -> Iterator[Block]:
    """The text in reading order: fronts and sections with headings, each smaller part a paragraph with its number."""
    for part in element:
        name = _name(part)
        if not name or name in _SILENT or etree.QName(part).namespace == _DUBLIN_CORE:
            continue
        if name == "docNumber":
            yield Block("paragraph", _printed(part))
        elif name in _FRONT:
            yield Block("paragraph", _words(part) or "")
        elif name in _LARGE and (_own(part, _NUMBERS) or _own(part, _HEADINGS)):
            yield Block("heading", _headed(part), level=2 if name == "section" else 1)
            yield from _blocks(part)
        elif name in _SMALL:
            yield from _small(part)
        elif name in _NUMBERS or name in _HEADINGS:
            continue
        elif any(_name(child) in _LARGE | _SMALL | _FRONT for child in part.iter() if child is not part):
            yield from _blocks(part)
        else:
            yield Block("paragraph", _words(part) or "")


def _printed(number: etree._Element) -> str:
    """`S. 3874` of a number in USLM, whose kind stands before it."""
    kind = next((_words(beside) for beside in number.itersiblings(preceding=True) if _name(beside) == "type"), None)
    return " ".join(word for word in (kind, _words(number)) if word)


def _headed(part: etree._Element) -> str:
    """`SEC. 2. DEFINITIONS.` as it is printed."""
    number, heading = _own(part, _NUMBERS), _own(part, _HEADINGS)
    if _name(part) == "section" and number[:1].isdigit():
        number = f"{'SECTION' if number.rstrip('.') == '1' else 'SEC.'} {number}"
    heading = heading.upper() if _name(part) == "section" else heading
    whole = " ".join(word for word in (number, heading) if word)
    return whole if whole.endswith(".") else f"{whole}."


def _small(part: etree._Element) -> Iterator[Block]:
    """A subsection or less: its number, heading and opening words in one paragraph, then what it holds."""
    number, heading = _own(part, _NUMBERS), _own(part, _HEADINGS)
    opening = [number, f"{heading}.—" if heading and not heading.endswith((".", "—")) else heading]
    rest: list[etree._Element] = []
    for child in part:
        name = _name(child)
        if name in _NUMBERS | _HEADINGS | _SILENT or not name:
            continue
        if not rest and name in ("text", "content", "chapeau"):
            opening.append(_words(child) or "")
        else:
            rest.append(child)
    lead = " ".join(word for word in opening if word).replace(".— ", ".—")
    if lead:
        yield Block("paragraph", lead)
    for child in rest:
        name = _name(child)
        if name in _SMALL:
            yield from _small(child)
        elif name in _LARGE:
            yield Block("paragraph", _headed(child))
            yield from _blocks(child)
        else:
            yield Block("paragraph", _words(child) or "")


def _own(part: etree._Element, names: frozenset[str]) -> str:
    """The words of the part's own number or heading."""
    return next((_words(child) or "" for child in part if _name(child) in names), "")


def _words(element: etree._Element | None) -> str | None:
    """All words of an element on one line, quoted terms between quotation marks."""
    if element is None:
        return None
    return " ".join("".join(_pieces(element)).split()) or None


def _pieces(element: etree._Element) -> Iterator[str]:
    name = _name(element)
    if name in _QUOTED:
        yield "“"
    yield str(element.text or "") if name else ""
    for child in element:
        if _name(child) not in _SILENT:
            yield from _pieces(child)
        yield str(child.tail or "")
    if name in _QUOTED:
        yield "”"


def _named(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of these names in the text itself."""
    for element in root:
        if _name(element) in names:
            yield element
        elif _name(element) not in _SILENT:
            yield from _named(element, *names)


def _first(root: etree._Element, *names: str) -> str | None:
    return next((words for name in names for found in _named(root, name) if (words := _words(found))), None)


def _name(element: etree._Element) -> str:
    """The tag without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
