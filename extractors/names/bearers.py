"""Unknown organizations shown by a person's title: "Jane Doe, Director, Acme", "Acme CEO Jane Doe"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractors.names.cues import Cued, further, run_end
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.places import is_place
from extractors.names.titles import HONORIFICS, TITLE_MODIFIERS, TITLE_WORDS, is_function, is_role
from extractors.text.tokens import WORD, Token, word_set

_NAME = r"[A-Z][\w’'-]+\.?(?: [A-Z][\w’'-]*\.?){1,3}(?:, (?:Jr|Sr)\.)?"
_NAMED_FIRST = re.compile(
    rf"{_NAME}[,:] (?P<role>[A-Za-z][^,;:()“”\"]{{2,90}}(?:, [A-Z][^,;:()“”\"]{{2,60}})?), (?:the )?(?=\w)"
)
_ROLE_AT = re.compile(rf"{_NAME}, (?P<role>[A-Za-z][^,;:()“”\"]{{2,90}}?) (?:at|with) (?:the )?(?=[A-Z0-9])")
_OWNER_NEXT = re.compile(rf"{_NAME}, (?=[A-Z0-9])")
_ITS_ROLE = re.compile(r"['’]s? (?P<role>[A-Za-z][^,;:.()“”\"]{2,60})")
_TITLED_FIRST = re.compile(rf"(?P<role>[A-Z][a-z-]+) {_NAME}, (?:the )?(?=[A-Z0-9])")
# Titles that are an organization's own, so that what stands before them is one.
_OWN = word_set("CEO CTO CFO COO CIO Founder Co-Founder Spokesperson Spokesman Spokeswoman Economist Analyst Organizer")
_OF_COMPANIES = word_set("CEO CTO CFO COO CIO")
_TITLES = TITLE_WORDS | TITLE_MODIFIERS
_SPEAKS_NEXT = re.compile(r":\s?[“\"]")
_SMALL = word_set("of for the and & on")
# Words that may open a title, yet end the name of a house as well: "Acme International Director Jane Doe".
_OF_NAMES = word_set("International Group Public National Global")
_LONGEST_LEAD = 26  # tokens before the colon
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{2,9}")
_NO_ACRONYMS = word_set("GOP CEO CFO CTO COO USA LGBTQ NASDAQ NYSE COVID EVP SVP MLB DEI STEM")


def held_at(text: str, row: Sequence[Token], start: int, end: int) -> Iterator[Cued]:
    """Phrases of the sentence from `start` to `end` that hold somebody's title, as `cues.cued` gives them."""
    yield from _leading(text, row)
    if not row or "," not in text[start:end]:
        yield from _before_titles(row)
        return
    starts = [token.start for token in row]
    for pattern in (_NAMED_FIRST, _TITLED_FIRST):
        for match in pattern.finditer(text, start, end):
            first = bisect_left(starts, match.end())
            if first >= len(row) or row[first].start != match.end() or row[first].shape != WORD:
                continue
            if (is_role(match["role"]) or is_function(match["role"])) and match["role"] not in HONORIFICS:
                last = further(row, run_end(row, first))
                if _closes(text, row[last - 1].end, end):
                    yield Cued(first, last, None)
    for match in _ROLE_AT.finditer(text, start, end):
        first = bisect_left(starts, match.end())
        if first < len(row) and row[first].start == match.end() and row[first].shape == WORD and is_role(match["role"]):
            last = run_end(row, first)
            if text[row[last - 1].end : row[last - 1].end + 1] in (",", ".", ";", ")", ""):
                yield Cued(first, last, None)
    for match in _OWNER_NEXT.finditer(text, start, end):
        first = bisect_left(starts, match.end())
        if first < len(row) and row[first].start == match.end() and row[first].shape == WORD:
            last = run_end(row, first)
            owns = _ITS_ROLE.match(text, row[last - 1].end) if last > first and row[last - 1].owner else None
            if owns and is_role(" ".join(owns["role"].split()[:5])):
                yield Cued(first, last, None)
    yield from _before_titles(row)


def _leading(text: str, row: Sequence[Token]) -> Iterator[Cued]:
    """The organization that opens a line of speech: "Harbor Power Action President and CEO Jane Doe: “…"."""
    colon = next(
        (
            n
            for n, token in enumerate(row[:_LONGEST_LEAD])
            if token.text == ":" and _SPEAKS_NEXT.match(text, token.start)
        ),
        0,
    )
    first = 1 if colon and row[0].text == "The" else 0
    at = next((n for n in range(first + 1, colon) if row[n].text in TITLE_WORDS), 0)
    if not at or not any(token.text in GIVEN_NAMES for token in row[max(at + 1, colon - 4) : colon - 1]):
        return
    while at - 1 > first and row[at - 1].text in TITLE_MODIFIERS:
        if row[at - 1].text in _OF_NAMES and at - 2 == first and not _ACRONYM.fullmatch(row[first].text):
            break
        at -= 1
    plain = all(t.joined or n == first for n, t in enumerate(row[first:at], first))
    if plain and all(t.shape == WORD or t.text in _SMALL for t in row[first:at]) and not row[at - 1].owner:
        yield Cued(first, at, None)


def _closes(text: str, at: int, end: int) -> bool:
    """Whether what is said of a person ends at `at`."""
    return not text[at:end].strip(" .\n") or text[at] in ';.)”"' or text[at : at + 2] == " ("


def _before_titles(row: Sequence[Token]) -> Iterator[Cued]:
    """An acronym before a title and a name, or any name before a title that only organizations give."""
    for at, token in enumerate(row):
        if at + 2 >= len(row) or token.shape != WORD or token.owner or not row[at + 1].joined:
            continue
        if token.text in _TITLES or token.text in _NO_ACRONYMS:
            continue
        last = at + 1
        while last < min(len(row), at + 6) and row[last].joined and row[last].text in _TITLES:
            last += 1
        titles = [word.text for word in row[at + 1 : last]]
        comma = last < len(row) and row[last].text == ","
        bearer = last + 1 if comma else last
        named = bearer < len(row) and row[bearer].joined and row[bearer].text in GIVEN_NAMES
        named = named or (comma and len(titles) > 1 and _is_name(row[bearer : bearer + 2]))
        shows = _ACRONYM.fullmatch(token.text) is not None or (titles and titles[0] in _OWN)
        shows = shows or (titles[-2:] == ["General", "Secretary"] and not is_place([token.text]))
        if named and shows and any(word in TITLE_WORDS for word in titles):
            yield Cued(at, at + 1, "employer" if titles[0] in _OF_COMPANIES else None)


def _is_name(words: Sequence[Token]) -> bool:
    """Whether two tokens look like a given name and a surname."""
    plain = all(t.shape == WORD and t.joined and t.text.istitle() and t.text not in _TITLES for t in words)
    return plain and len(words) == 2
