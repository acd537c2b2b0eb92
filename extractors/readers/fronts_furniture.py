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
    r"|(?:office of |[\w’' ]{3,40} [-–—|] )?(?:u\.?s\.? )?(?:senator|congress(?:wo)?man|representative|rep\.|sen\.)"
    r" (?:[a-z.’'-]+ ){1,3}[a-z.’'-]+(?: \([^)]{2,20}\))?"
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
_MENU = (
    r"home|news|sports?|obituaries|opinions?|business|money|politics|world|local|national|weather|videos?|photos"
    r"|jobs|classifieds|e-?edition|lifestyle|life|culture|arts|tech(?:nology)?|science|health|education|economy"
    r"|about(?: us)?|contact(?: us)?|join(?: us| the union| now)?|log ?in|sign ?in|log ?out|register|donate|search"
    r"|menu|events?|resources|members?(?: area|hub)?|membership|find your (?:branch|local|rep)|campaigns|media"
    r"|publications|research|shop|basket|my account|account|subscribe|newsletters?|press(?: releases?| room)?"
    r"|newsroom|news releases?|media releases?|latest(?: news)?|blogs?|insights|issues|our work|who we are"
    r"|what we do|get involved|careers|services|people|practices|français|english|español"
)
_MENU_ROW = re.compile(rf"(?:(?:{_MENU})(?:\s+|\Z)){{3,}}", re.IGNORECASE)
_MENU_WORD = re.compile(_MENU, re.IGNORECASE)
_COOKIES = re.compile(
    r"(?:.{0,100}\bcookies?\b.{0,160}\b(?:accept|reject|decline|manage|settings|preferences|agree|ok)\b.{0,60}"
    r"|(?:accept|reject|manage)(?: all)? cookies.{0,60})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+[|/›»>·•]\s+|\s*[›»]\s*")
_PART = re.compile(r"[A-Z0-9À-Þ][^.?!:;,“”]{1,39}")
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


def way(text: str) -> bool:
    """Whether a line is a row of ways through the site, the way to the page, or asks about cookies.

    "Home / Money / Work", "Join | Log in | Find your branch", "Home News Sports", "We use cookies Accept Reject".
    """
    if len(text) > 260:
        return False
    if _MENU_ROW.fullmatch(text) or _COOKIES.fullmatch(text):
        return True
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) < 2 or not all(_PART.fullmatch(part) and len(part.split()) <= 5 for part in parts):
        return False
    return any(_MENU_WORD.fullmatch(part) for part in parts)


def credit(text: str) -> bool:
    """Whether a line says whose a picture is."""
    return len(text) <= 160 and bool(_CREDIT.fullmatch(text))
