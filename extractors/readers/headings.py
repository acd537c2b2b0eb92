"""What a heading looks like where nothing but its words tells."""

from __future__ import annotations

import re

_NAMED = (
    r"(?:ARTICLE|Article|CHAPTER|Chapter|PART|TITLE|APPENDIX|Appendix|EXHIBIT|Exhibit|SCHEDULE|Schedule"
    r"|ADDENDUM|Addendum"
    r"|ATTACHMENT|Attachment)\s+(?:[IVXLC]{1,7}|\d{1,3}(?:\.\d{1,3})?|[A-Z]{1,2}(?:-\d{1,2})?|ONE|TWO|THREE"
    r"|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)(?!\w)"
)
ARTICLE_NUMBER = re.compile(_NAMED)
ARTICLE = re.compile(_NAMED + r"\s*[.:,–—-]*\s*[^a-z]?[^.;]{0,120}")
SECTION = re.compile(
    r"(?:SECTION|Section|SEC\.|Sec\.|§)\s*(?:\d{1,4}(?:[.-]\d{1,3}){0,3}|[A-Z]|[IVXLC]{1,6})(?![\w])\s*[.:,)–—-]*"
)
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|[A-Z][.)]|[IVXLC]{1,6}[.)]|\([a-zA-Z0-9]{1,3}\))\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "de",
        "del",
        "et",
        "for",
        "from",
        "if",
        "in",
        "into",
        "la",
        "le",
        "nor",
        "of",
        "off",
        "on",
        "onto",
        "or",
        "over",
        "per",
        "the",
        "to",
        "und",
        "up",
        "via",
        "vs",
        "with",
        "y",
    ]
)
_DATE_LIKE = re.compile(
    r"(?:\w+,?\s+)?(?:\w{3,9}\.?\s+\d{1,2}|\d{1,2}\s+\w{3,9}),?\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
)
_BYLINE = re.compile(r"(?:By|by|BY) [A-Z]\w+ [A-Z]")
_RULE = re.compile(r"[\W_]+")
_ENDINGS = (".", ";", ",", ":", "…", "-")
_CONTACT = re.compile(
    r"(?:contact|media|press|phone|tel|email|e-mail|by|from|to|cc|re|date|dated|subject|published|updated|posted)\b",
    re.IGNORECASE,
)


def is_caps(text: str) -> bool:
    """Whether the text is in capitals: three letters or more, hardly one of them small."""
    letters = [character for character in text if character.isalpha()]
    small = sum(character.islower() for character in letters)
    return len(letters) >= 3 and small <= 0.1 * len(letters)


def is_title_like(text: str) -> bool:
    """Whether the words that carry meaning mostly begin with a capital, as in a title."""
    words = [word for word in _WORD.findall(text) if word.lower() not in _SMALL]
    if not words or len(words) > 14:
        return False
    return bool(sum(word[0].isupper() for word in words) >= 0.75 * len(words))


def is_heading(text: str, *, marks: int = 0, lines: int = 1, wrapped: bool = True) -> int:
    """The level of a heading with this text, 0 where it is none.

    `marks` is the number of number signs before it, `lines` on how many lines it stood, `wrapped` whether the text
    around is broken at a margin (then a short line may also be the last of a paragraph, so more is asked for).
    """
    if len(text) > 160 or _RULE.fullmatch(text) or _DATE_LIKE.fullmatch(text) or _BYLINE.match(text):
        return 0
    if marks and len(text) <= 150:
        return marks if marks < 3 or not wrapped else (2 if ARTICLE.fullmatch(text) else 3)
    if ARTICLE.fullmatch(text) and (is_caps(text) or is_title_like(text)) and not text.endswith(_ENDINGS[1:3]):
        return 2
    rest = _without_number(text)
    if not rest or (rest[0] in "\"“‘'([{" and not wrapped and len(rest) > 90):
        return 0
    numbered = rest != text
    bare = rest[:-1] if numbered and rest.endswith((".", ":")) else rest
    if bare.endswith(_ENDINGS) or "  " in bare or (_CONTACT.match(bare) and ":" in bare):
        return 0
    if is_caps(bare) and len(bare) <= 120 and lines <= 6:
        return 3 if numbered else 2
    if SECTION.match(text) and len(bare) <= 80 and lines <= 2 and is_title_like(bare):
        return 3
    if wrapped:
        return (
            6
            if len(bare) <= 80
            and lines <= 2
            and is_title_like(bare)
            and len(_WORD.findall(bare)) <= 10
            and not numbered_only(bare)
            else 0
        )
    return (
        6
        if len(bare) <= 100
        and lines == 1
        and (bare[0].isupper() or bare[0].isdigit() or bare[0] in "“‘\"'")
        and _shortish(bare)
        else 0
    )


def numbered_only(text: str) -> bool:
    """Whether there is nothing but figures and signs in the text."""
    return not _WORD.search(text)


def _shortish(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= 15 and not numbered_only(text) and not text.endswith(("!”", ".”", '."', "?”"))


def _without_number(text: str) -> str:
    section = SECTION.match(text)
    if section:
        return text[section.end() :].strip()
    number = _NUMBER.match(text)
    return text[number.end() :].strip() if number else text
