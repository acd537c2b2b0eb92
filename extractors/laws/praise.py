"""Statements gathered for a law: "What they are saying", "The Act has received support from …:", then quote on quote.

Who is quoted there speaks for the law, however the words themselves turn.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from extractors.base import Reading
from extractors.laws.find import find_legislation, legislation_in
from extractors.laws.law import Law
from extractors.text.quick import quick
from extractors.text.sentences import BODY, HEADLINE, Sentence, sentences

_GATHERED = quick(
    r"\b(?:[Ww]hat (?:[Aa]re )?(?:[Tt]hey|others|people|(?:some of )?(?:these|our|the) (?:[a-z-]+ )?[a-z]+s|[a-z-]+s)"
    r"(?: (?:[Aa]re|have been)|[’']re) [Ss]aying\b|[Ww]hat [Aa]re [Tt]hey [Ss]aying\b|WHAT THEY(?: ARE|[’']RE) SAYING"
    r"|(?:[Ss]tatements?|[Qq]uotes|[Ll]etters|[Vv]oices|[Ww]ords) (?:of|in) [Ss]upport\b"
    r"|(?:[Ss]upport|[Pp]raise|[Ee]ndorsements) (?:is |are |has been |keeps? )?(?:flooding|pouring|coming|rolling) in\b"
    r"|(?:has|have) (?:also )?(?:received|earned|garnered|drawn|won|gained) (?:[a-z-]+ ){0,3}"
    r"(?:support|praise|endorsements) from [^.“”]{3,90}[:;.]?\Z)"
)
_AGAINST = re.compile(
    r"\b(?:oppos\w+|critics?|against|slam\w*|harm\w*|danger\w*|condemn\w*|reject\w*|disastrous|veto\w*|concerns?)\b",
    re.I,
)
_CLOSED = re.compile(
    r"(?:Background|About\b|###|To (?:read|view|learn)|Read (?:the|more)|(?:The )?(?:[Ff]ull )?(?:[Bb]ill )?[Tt]ext of"
    r"|Full text|A (?:one-pager|fact sheet|summary)|For (?:more|further) information)"
)
_OPENING = 1_500  # characters in which a page names what it is about


@dataclass(frozen=True)
class Gathered:
    """What stands from `start` to `end` are words spoken for `law`."""

    law: Law
    start: int
    end: int


def gathered_praise(reading: Reading) -> Gathered | None:
    """The part of a text in which statements for a law are gathered, None where there is none."""
    own = [s for s in reading.get(sentences) if s.region in (BODY, HEADLINE)]
    for index, sentence in enumerate(own):
        cue = _GATHERED.search(sentence.text) if len(sentence.text) < 400 else None
        if cue is None or _AGAINST.search(sentence.text) or (own and _AGAINST.search(own[0].text)):
            continue
        law = _law(reading, own, index)
        if law is None:
            continue
        closed = next((s for s in own[index + 1 :] if s.start > sentence.end and _CLOSED.match(s.text)), None)
        return Gathered(law, sentence.end, closed.start if closed else len(reading.text))
    return None


def _law(reading: Reading, own: list[Sentence], index: int) -> Law | None:
    """The law that the words of support are for: the one the page opens with and speaks of most, or the lead names."""
    counted = Counter(law.name for law in reading.get(find_legislation))
    opening = legislation_in(reading, 0, own[index].end + _OPENING)
    if not opening:
        return None
    before = own[index - 1].start if index else own[index].start
    near = legislation_in(reading, before, own[index].end)
    law = near[-1] if near else max(opening, key=lambda law: counted[law.name])
    return law if counted[law.name] * 2 >= counted.total() else None
