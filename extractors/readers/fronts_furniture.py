"""Lines above a headline that are no headline: rubrics, ways through a site, contacts, credits, bare months."""

from __future__ import annotations

import re

_RUBRIC = (
    r"for (?:immediate )?release|immediate release|press releases?|news(?: releases?| room)?|newsroom"
    r"|media (?:release|advisory|statement)|statements?|blog|opinion|reports?|articles?|topics|newsletter"
    r"|(?:report|blog|news|opinion|analysis|brief(?:ing)?|fact ?sheet|commentary|publication|statement)s?\s*\|.{0,40}"
    r"|embargoed.{0,60}|note to editors|nota de prensa|comunicado|for the media"
    r"|(?:issue|publication|published|release) date|date published.{0,20}"
    r"|(?:general|latest|union|member|industry|campaign|company|breaking|press|local|national) (?:news|updates?)"
    r"|(?:office of )?(?:u\.?s\.? )?(?:senator|congress(?:wo)?man|representative) (?:[a-z.’'-]+ ){1,3}[a-z.’'-]+"
)
_WAYS = (
    r"home|menu|share|print|search(?: \w+)?|back|close|toggle .{0,30}|.{0,8}skip to .{0,30}"
    r"|back to (?:the )?\w+(?: \w+){0,2}|sign up\b.{0,40}"
    r"|get .{0,40}\b(?:inbox|newsletter|updates)\b.{0,20}|subscribe\b.{0,40}|follow us.{0,40}|share this.{0,30}"
    r"|presented by .{0,40}|printable version|link to (?:article|source|original)"
    r"|read (?:the )?(?:full )?(?:article|story)|\d+ min(?:ute)?s? read|listen to .{0,40}"
    r"|download (?:the |a |full )*(?:pdf|report|app|article|here)"
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_SERIES = r"(?:working paper|policy brief|discussion paper|research paper|issue brief)s?(?: series)?"
_LINE = re.compile(
    rf"\W*(?:{_RUBRIC}|{_WAYS}|(?:media|press|news)?\s*contacts?\b.{{0,120}})\W*"
    rf"|{_MONTH}\s*/?\s*(?:19|20)\d\d|.{{0,40}}\b{_SERIES} (?:no\.? ?)?\d+"
    r"|by(?::?\s+\w+(?: \w+){0,2})?|for (?:media|press) (?:inquiries|enquiries)\b.{0,250}",
    re.IGNORECASE,
)
_LETTERS = 3  # fewer letters than this are a figure, a temperature, a mark
_CONTACT = re.compile(r"\S@\S|\[email|\b\d{3}[-.) ]{1,2}\d{3}[-. ]\d{4}\b|^(?:https?://|www\.)\S+$", re.IGNORECASE)
_CREDIT = re.compile(
    r"\W*(?:(?:photo|image|picture|illustration|source|credit|graphic|video)s?"
    r"(?: (?:by|via|courtesy|credit|source))?\s*:"
    r"|photo(?:graph)? (?:by|via|courtesy)\b|(?:©|\(c\)) ?\S+.{0,40}\bvia\b).{0,120}"
    r"|.{0,80}\b(?:getty images?|shutterstock|istock|unsplash|alamy|adobe stock|canva|fotolia|dreamstime|depositphotos"
    r"|freepik|pexels|pixabay|ap photo)\b.{0,20}",
    re.IGNORECASE,
)


def furniture(text: str) -> bool:
    """Whether a line is a rubric, a way through the site, a contact, a credit, a bare month, a number of a series."""
    if sum(character.isalpha() for character in text[:100]) < _LETTERS:
        return True
    return bool(_LINE.fullmatch(text) or (len(text) <= 160 and _CONTACT.search(text)) or credit(text))


def credit(text: str) -> bool:
    """Whether a line says whose a picture is."""
    return len(text) <= 160 and bool(_CREDIT.fullmatch(text))
