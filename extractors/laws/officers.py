"""What an organization says of a law, by itself or through an officer: praise is support, an attack opposition.

A speech counts where it speaks of the law, or thanks the lawmakers of the only law the document is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.base import Reading
from extractors.laws.find import find_legislation, legislation_in
from extractors.laws.known import is_in_force
from extractors.laws.law import Law
from extractors.laws.places import sentence_at
from extractors.laws.position_words import BAD, BLAME, GOOD, JUDGED, LED, PRAISE, SAID, THANKS, WARM
from extractors.laws.praise import gathered_praise
from extractors.laws.stands import OFFICIAL, OPPOSE, SUPPORT, Stand
from extractors.laws.subjects import subjects
from extractors.names.enumerations import document_name
from extractors.names.organizations import Name, as_written, find_organizations
from extractors.quotes import Attributed, find_attributed
from extractors.text.sentences import Sentence

_UP_TO = re.compile(r"(?:that\s)?(?:(?:the|its|a)\s)?(?:(?:proposed|new|bipartisan)\s)?[“\"‘]?")
_BRINGS_IN = re.compile(
    r"\b(?:(?:re-?)?introduc\w*|unveil\w*|lead\w*|announc\w*)\b[^.]{0,80}\b(?:act|bill|legislation)\b", re.IGNORECASE
)
_OPENING = 900  # characters in which a press release names what it is about
_LAWMAKER = re.compile(r"\b(?:[Ss]enator|[Cc]ongress|[Rr]epresentative|[Rr]anking|[Aa]ssembly|MP|MEP)\b")


def speeches(reading: Reading) -> Iterator[Stand]:
    """The stands that officers' words in quotation marks tell."""
    about = _only_law(reading)
    praise = reading.get(gathered_praise)
    for said in reading.get(find_attributed):
        start, end = said.quoted.start, said.quoted.end
        if praise and praise.start <= start < praise.end:
            if organization := _quoted_for(reading, said):
                yield Stand(praise.law, organization, SUPPORT, sentence_at(reading, start), 0.8)
            continue
        own = _open_laws(reading, legislation_in(reading, start, end), about)
        if not own and about is None:
            continue
        organization = _speaking_for(reading, said)
        if not organization:
            continue
        words = reading.text[start:end]
        if own:
            position = next((p for law in own if (p := _attitude(words, law.end - start))), None)
            if position:
                yield Stand(own[0], organization, position, sentence_at(reading, own[0].start), 0.7)
        elif about and _thanks(reading, words) and not BLAME.search(words):
            yield Stand(about, organization, SUPPORT, sentence_at(reading, start), 0.65)


def _thanks(reading: Reading, words: str) -> bool:
    """Whether words thank lawmakers for a bill, or, in a text that brings one in, for their leadership."""
    if THANKS.search(words):
        return True
    return LED.search(words) is not None and _BRINGS_IN.search(reading.text, 0, _OPENING) is not None


def _open_laws(reading: Reading, laws: Sequence[Law], about: Law | None) -> list[Law]:
    """The laws a speech takes a side on: the one the text is about first; laws in force are what they change."""
    held = {law.name for law in reading.get(find_legislation) if is_in_force(law.name, law.jurisdiction)}
    sided = [law for law in laws if law.name not in held] or list(laws)
    first = about.name if about else None
    return sorted(sided, key=lambda law: law.name != first)


def reported(reading: Reading, sentence: Sentence, laws: Sequence[Law]) -> Iterator[Stand]:
    """ "X called the bill a step forward", "X's president said the bill would protect workers"."""
    for pattern, words_after in ((JUDGED, 110), (SAID, 90)):
        for match in pattern.finditer(sentence.text):
            law = _named_next(reading, laws, sentence.start + match.end())
            if law is None:
                continue
            after = sentence.text[law.end - sentence.start :][:words_after]
            position = _attitude(after, 0) if pattern is JUDGED else _predicted(after)
            for organization in subjects(reading, sentence, match.start()) if position else ():
                yield Stand(law, organization, position or SUPPORT, sentence, 0.75)


def _named_next(reading: Reading, laws: Sequence[Law], at: int) -> Law | None:
    """The law named right at an offset: "that the proposed X Act"."""
    later = next((law for law in laws if law.start >= at), None)
    return later if later and _UP_TO.fullmatch(reading.text, at, later.start) else None


def _attitude(words: str, law_end: int) -> str | None:
    """The side that words take of a law whose mention ends at `law_end`; None where they take none or both."""
    praised, blamed = PRAISE.search(words), BLAME.search(words)
    if bool(praised) != bool(blamed):
        return SUPPORT if praised else OPPOSE
    predicted = _predicted(words[law_end : law_end + 110])
    if predicted or praised:
        return predicted
    return SUPPORT if WARM.search(words) else None


def _predicted(after: str) -> str | None:
    """What is said to come of a law by the words after it."""
    good, bad = GOOD.search(after), BAD.search(after)
    if good and bad:
        return SUPPORT if good.start() < bad.start() else OPPOSE
    return SUPPORT if good else OPPOSE if bad else None


def _only_law(reading: Reading) -> Law | None:
    """The law that a press release opens with and of which it speaks nearly alone."""
    if reading.document.document_type != "press_release":
        return None
    laws = reading.get(find_legislation)
    ranked = Counter(law.name for law in laws).most_common(1)
    if not ranked or ranked[0][1] < 3 or ranked[0][1] * 3 < len(laws) * 2:
        return None
    first = next(law for law in laws if law.name == ranked[0][0])
    return first if first.start < _OPENING and not is_in_force(first.name, first.jurisdiction) else None


def _speaking_for(reading: Reading, said: Attributed) -> str | None:
    """The organization an officer speaks for; None for lawmakers, officials and people without an organization."""
    name = _organization_of(reading, said)
    return document_name(reading, name) if name and name.kind not in OFFICIAL else None


def _quoted_for(reading: Reading, said: Attributed) -> str | None:
    """The organization that is quoted among those who praise a law: agencies and laboratories, too, no lawmakers."""
    name = _organization_of(reading, said)
    if name is None:
        return None if _LAWMAKER.search(said.voice.role or "") else said.voice.organization
    return document_name(reading, name) if name.kind not in ("legislature", "media") else None


def _organization_of(reading: Reading, said: Attributed) -> Name | None:
    """The organization of who speaks, None where it is a lawmaker or none is told."""
    organization = said.voice.organization
    if not organization or _LAWMAKER.search(said.voice.role or ""):
        return None
    found = reading.get(find_organizations)
    return next((n for n in found if organization in (n.name, n.text) or as_written(n) == organization), None)
