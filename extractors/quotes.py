"""Quotes: words between one pair of quotation marks that the text gives to a person, an organization or a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.names.organizations import organizations_in, written_name
from extractors.names.people import people_in
from extractors.posts.belonging import speaks_for
from extractors.speech.attribution import after, before, led_in, named_line, says, statement
from extractors.speech.voices import Voice
from extractors.text.marks import Quoted, find_quoted
from extractors.text.patterns import any_of
from extractors.text.sentences import BODY, HEADLINE, leaves, regions
from records.facts import Fact, Quote

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
_NAMING_WORDS = any_of(
    "so-called called known_as named titled entitled termed nicknamed referred_to_as stands_for defined_as coined",
    "chants?_of placards? signs? banners?",
    "headlined theme_of theme panel session workshop slogan_of motto_of headlined word app bill act report book"
    " film paper study article episode podcast song webinar series",
    "the_terms? the_phrases? the_words? the_titles?",
)
_NAMED_BEFORE = re.compile(rf"\b(?:{_NAMING_WORDS})[,:]?\s*(?:the|an?)?\s*\Z", re.IGNORECASE)
_TITLED = re.compile(r"\b(?:en)?titled[,:]?\s*\Z")
_NOT_SPOKEN = re.compile(
    r"\s*(?:(?:the|a) (?:term|phrase|word|name|title)\b"
    r"|means|refers to|is defined|Act\b|Bill\b|clauses?\b|provisions?\b|section\b)"
)
_LETTERS = re.compile(r"[^\W\d_]")
_STOP = re.compile(r"[.!?…][”’\")]?\s+(?=[\"“‘'(]?[A-Z])|[.!?…][”’\")]?\s*\Z")
_REACH = 1500  # characters before a quote in which the sentence that leads in to it is looked for
_STOPPED = re.compile(r"[.!?;:]|\n")
_ITEM = re.compile(r"\(?\d{1,2}[.)]\s|[a-z]\)\s")
_DASHED = re.compile(r"\s*(?:[–—~-]+|\()\s*(?=[A-Z])")


@dataclass(frozen=True)
class Attributed:
    """A quote and who speaks it; `sure` tells how openly the text says so (0 to 1)."""

    quoted: Quoted
    voice: Voice
    sure: float


class Quotes(Extractor):
    """Finds direct speech and attributed phrases."""

    name: ClassVar[str] = "quotes"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (Quote,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """A row per pair of marks; words quoted twice count once, where they are fullest."""
        if reading.document.document_type in ("agreement", "legislation"):
            return
        for found in _fullest(reading, reading.get(find_attributed)):
            span, held = reading.span(found.quoted.start, found.quoted.end), found.voice.organization
            yield Quote(
                span=span,
                confidence=found.sure,
                text=span.quote,
                speaker_name=found.voice.name,
                speaker_role=found.voice.role,
                organization_name=written_name(reading, held) if held else None,
            )


def find_attributed(reading: Reading) -> tuple[Attributed, ...]:
    """Every quote of the document's own text that is given to somebody, repeated ones included."""
    areas = reading.get(regions)
    passages = reading.get(leaves)
    by_leaf: dict[int, list[Quoted]] = {}
    for quoted in reading.get(find_quoted):
        if areas[passages[quoted.leaf].ordinal] in (BODY, HEADLINE):
            by_leaf.setdefault(quoted.leaf, []).append(quoted)
    return tuple(_Speakers(reading, by_leaf).read())


class _Speakers:
    """Goes through the text once and keeps who spoke last."""

    def __init__(self, reading: Reading, by_leaf: dict[int, list[Quoted]]) -> None:
        self.reading = reading
        self.passages = reading.get(leaves)
        self.by_leaf = by_leaf
        self.last: Voice | None = None
        self.flowing: int | None = None  # the leaf whose end was the last speaker's own words
        self.waiting: list[Quoted] = []  # paragraphs of a speech whose speaker is named at its end

    def read(self) -> Iterator[Attributed]:
        for leaf, quotes in sorted(self.by_leaf.items()):
            yield from self._paragraph(leaf, quotes)

    def _paragraph(self, leaf: int, quotes: list[Quoted]) -> Iterator[Attributed]:
        passage = self.passages[leaf]
        spoken: Voice | None = None
        for number, quoted in enumerate(quotes):
            gap_start = quotes[number - 1].outer_end if number else passage.char_start
            gap_end = quotes[number + 1].outer_start if number + 1 < len(quotes) else passage.char_end
            if not quoted.carried:
                self.waiting = []
            found = self._voice(leaf, quoted, gap_start, gap_end, spoken)
            final = number == len(quotes) - 1
            runs_on = not quoted.closed or self._runs_to_end(passage.char_end, quoted, final)
            self.flowing = leaf if found and runs_on else None
            if found is None:
                if not quoted.closed:
                    self.waiting.append(quoted)
                continue
            voice, sure = self._at_home(leaf, quoted, found[0]), found[1]
            spoken = self.last = voice
            if quoted.words(self.reading.text) >= 2:
                yield Attributed(quoted, voice, sure)
            if quoted.closed:
                yield from (Attributed(earlier, voice, 0.88) for earlier in self.waiting)
                self.waiting = []

    def _runs_to_end(self, end: int, quoted: Quoted, final: bool) -> bool:
        rest = self.reading.text[quoted.outer_end : end]
        return final and len(rest) < 220 and len(re.findall(r"[.!?]\s+[A-Z]", rest)) < 2

    def _voice(
        self, leaf: int, quoted: Quoted, gap_start: int, gap_end: int, spoken: Voice | None
    ) -> tuple[Voice, float] | None:
        reading, text = self.reading, self.reading.text
        words = quoted.words(text)
        inside = text[quoted.start : quoted.end].strip()
        finished = inside.rstrip("’'”\"")[-1:] in tuple(",.!?…—-–") or text[
            quoted.outer_end : quoted.outer_end + 1
        ] in tuple(",.")
        speech = words >= 3 and inside[:1].upper() == inside[:1] and (finished or not quoted.closed)
        if quoted.carried:
            found = after(reading, quoted.outer_end, gap_end, self.last, finished) if quoted.closed else None
            if found:
                return found, 0.93
            return (self.last, 0.9) if self.last and self.flowing is not None else None
        lead = text[gap_start : quoted.outer_start]
        if _is_term(inside, words, lead, text[quoted.outer_end : quoted.outer_end + 40]):
            return None
        found = after(reading, quoted.outer_end, gap_end, self.last, finished)
        if found:
            return found, 0.95 if speech else 0.85
        halved = finished and lead.rstrip().endswith(",")
        if spoken and (speech or halved) and self._interrupted(lead):
            return spoken, 0.93
        if spoken and not speech and words >= 2 and self._goes_on(gap_start, quoted.outer_start):
            return spoken, 0.75
        if quoted.single and not speech and words < 5:
            return None
        found = before(reading, gap_start, quoted.outer_start, spoken or self.last, words, speech)
        if found:
            return self._signed(quoted, gap_end, found) if speech else found, 0.9 if speech else 0.75
        if not speech:
            return self._in_passing(leaf, quoted, words, inside)
        found = self._by_line(leaf, quoted, lead, gap_end)
        if found:
            return found, 0.85
        if spoken and len(lead) < 300:
            return spoken, 0.7
        if not lead.strip(" >*-–—•") and self.flowing is not None and self._follows(leaf) and self.last:
            return self.last, 0.8
        return self._in_passing(leaf, quoted, words, inside) or self._unnamed(leaf, quoted, words, finished)

    def _signed(self, quoted: Quoted, gap_end: int, voice: Voice) -> Voice:
        """The voice of an organization by the person who signs for it: "Acme: “…” — Jane Doe, President"."""
        dashed = None if voice.name else _DASHED.match(self.reading.text, quoted.outer_end, gap_end)
        person = named_line(self.reading, dashed.end(), gap_end) if dashed else None
        if person is None or not person.name:
            return voice
        return replace(person, organization=voice.organization or person.organization)

    def _in_passing(self, leaf: int, quoted: Quoted, words: int, inside: str) -> tuple[Voice, float] | None:
        """The speaker of the sentence before, for words long enough to be somebody's; or of the list's lead."""
        start = max(self.passages[leaf].char_start, quoted.outer_start - _REACH)
        if words >= (5 if quoted.single else 2) and (found := self._of_list(leaf)):
            return found, 0.65
        if quoted.single or words < 5 or not _LETTERS.search(inside[:1]):
            return None
        sentence = start + max(
            (m.end() for m in _STOP.finditer(self.reading.text[start : quoted.outer_start])), default=0
        )
        if sentence == start:
            return None
        found = led_in(self.reading, start, sentence, self.last)
        return (found, 0.65) if found else None

    def _of_list(self, leaf: int) -> Voice | None:
        """Who says what a list holds: "Jane Doe says three things are needed:"."""
        at = leaf
        while at > max(0, leaf - 12) and (self.passages[at].kind == "list_item" or _ITEM.match(self.passages[at].text)):
            at -= 1
        head = self.passages[at]
        if at == leaf or not head.text.rstrip().endswith(":"):
            return None
        return led_in(self.reading, head.char_start, head.char_end, self.last)

    def _unnamed(self, leaf: int, quoted: Quoted, words: int, finished: bool) -> tuple[Voice, float] | None:
        """A speech that fills its paragraph is somebody's, though the text may not name them."""
        passage = self.passages[leaf]
        alone = len(passage.text.strip()) <= quoted.outer_end - quoted.outer_start + 4
        led = leaf > 0 and self.passages[leaf - 1].text.rstrip().endswith(":")
        told = alone and finished and passage.kind == "paragraph" and words >= (15 if led else 40)
        return (Voice(), 0.55) if told else None

    def _at_home(self, leaf: int, quoted: Quoted, voice: Voice) -> Voice:
        """The voice of an officer or spokesperson, at the organization that the sentence before lets speak."""
        if not voice.name or voice.organization or not speaks_for(voice.role):
            return voice
        start = max(self.passages[leaf].char_start, quoted.outer_start - _REACH)
        stops = [m.end() + start for m in _STOP.finditer(self.reading.text[start : quoted.outer_start])]
        before_that = led_in(self.reading, start, stops[-1], None) if stops else None
        if before_that and not before_that.name:
            return replace(voice, organization=before_that.organization)
        return voice

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether the sentence of the quote before goes on to the next one, and nobody else is named in between."""
        between = self.reading.text[start:end]
        if len(between.split()) > 14 or _STOPPED.search(between) or people_in(self.reading, start, end):
            return False
        return not (organizations_in(self.reading, start, end) and says(between))

    def _interrupted(self, lead: str) -> bool:
        """Whether what stands between two quotes is no more than the attribution of the first."""
        return len(lead) < 260 and len(re.findall(r"[a-z)][.!?]\s+[A-Z]", lead.rstrip())) == 0

    def _follows(self, leaf: int) -> bool:
        """Whether the paragraph comes right after the one in which the last speaker ended, headings not between."""
        if self.flowing is None or self.passages[leaf].kind == "heading":
            return False
        return not any(_LETTERS.search(p.text) for p in self.passages[self.flowing + 1 : leaf])

    def _by_line(self, leaf: int, quoted: Quoted, lead: str, gap_end: int) -> Voice | None:
        """The speaker from a line of its own: before a paragraph of speech (with colon or name), or after it."""
        reading, text = self.reading, self.reading.text
        dashed = _DASHED.match(text, quoted.outer_end, gap_end)
        if dashed and (found := named_line(reading, dashed.end(), gap_end)):
            over = self.passages[leaf - 1] if leaf and not lead.strip(" >*-–—•") else None
            heading = named_line(reading, over.char_start, over.char_end) if over else None
            return replace(found, organization=heading.organization) if heading and not heading.name else found
        if lead.strip(" >*-–—•"):
            return None
        following = self.passages[leaf + 1] if leaf + 1 < len(self.passages) else None
        if following and not text[quoted.outer_end : gap_end].strip() and following.kind != "heading":
            dashed = _DASHED.match(text, following.char_start, following.char_end)
            if dashed and (found := named_line(reading, dashed.end(), following.char_end)):
                return found
            listed = following.kind == "list_item" and self.passages[leaf].kind == "paragraph"
            if listed and (found := named_line(reading, following.char_start, following.char_end)):
                return found
        previous = self.passages[leaf - 1] if leaf else None
        if previous is None:
            return None
        if found := statement(reading, previous.char_start, previous.char_end):
            return found
        if previous.text.rstrip().endswith(":"):
            return before(reading, previous.char_start, previous.char_end, self.last, 9, speech=True)
        alone = not text[quoted.outer_end : gap_end].strip(" .") and previous.kind == "paragraph"
        if alone and leaf - 1 not in self.by_leaf and previous.text.rstrip().endswith("."):
            told = led_in(reading, previous.char_start, previous.char_end, None)
            return told if told and told.name else None
        if leaf - 1 not in self.by_leaf and previous.text.rstrip()[-1:] not in ".!?":
            return named_line(reading, previous.char_start, previous.char_end)
        return None


def _is_term(inside: str, words: int, lead: str, follow: str) -> bool:
    """Whether marks set off a term, a title or a doubtful word rather than somebody's words."""
    if _NAMED_BEFORE.search(lead[-60:]) and words <= 12 and inside[-1:] not in ".!?":
        return True
    if _TITLED.search(lead[-30:]) and words <= 40:
        return True
    if words <= 6 and _NOT_SPOKEN.match(follow):
        return True
    tokens = re.findall(r"[A-Za-z][\w’'-]*", inside)
    content = [t for t in tokens if t.casefold() not in _SMALL_WORDS]
    titled = len(content) >= 2 and all(t[0].isupper() for t in content)
    return titled and words <= 12 and inside[-1:] not in "!?"


def _key(text: str) -> str:
    return " " + " ".join(_WORD.findall(text.casefold().replace("’", "'"))) + " "


def _fullest(reading: Reading, found: Iterable[Attributed]) -> list[Attributed]:
    """The quotes whose words stand in no other quote; of equal ones the surest."""
    keyed = [(_key(reading.text[a.quoted.start : a.quoted.end]), a) for a in found]
    keyed.sort(key=lambda pair: (-len(pair[0]), -pair[1].sure, pair[1].quoted.start))
    kept: list[Attributed] = []
    whole = ""
    for key, attributed in keyed:
        if key in whole:
            continue
        whole += "|" + key
        kept.append(attributed)
    return kept
