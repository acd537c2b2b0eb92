"""Capitalised phrases that are names of organizations by their head word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.gazetteer import Known
from extractors.heads import KINDS, NEEDS_MORE, OPEN, WEAK
from extractors.titles import TITLE_WORDS
from extractors.tokens import CONNECTOR, WORD, Token, word_set

_LONGEST = 16
_INTO = word_set("of for on to in against de du des del for")
_JOINS_AND = word_set(
    "Committee Subcommittee Foundation Association Administration Council Union Department Agency Commission Institute"
    " Bureau Federation Alliance Society Authority Ministry Center Centre Office Board Workers School College"
    " Confederation Partnership Services"
)
_LISTS = word_set("Committee Subcommittee")
SMALL = word_set(
    "The A An This That These Those In On At For From By As When While And But Or Our Their His Her Its My Your Former"
    " Today Yesterday Last Both Under After Before With Since If Although Though Not No Also Then Many"
    " Most Some Several"
    " All Every Each Such Other Another More Meanwhile Here There Where Which Who What How Why To Of Yes We They It He"
    " She I You Is Are Was Were Has Have Had Will Would Can Could Should May Might Must Do Does Did About Across"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
    " September October November December However Like Among During Within Through Over Because Between Per Via"
    " Only Even Just Still Yet Now Once Until Unless Whether Despite According Thanks Read See Dear Join Support"
)
_GENERIC = word_set(
    "Labor Labour Trade New First Second Third National Regional State Local Joint Special Other Big"
    " Full Early Public Your"
    " Senior Junior Executive Bargaining Negotiating Safety Steering Review Union Company Employer Central Main"
)


@dataclass(frozen=True)
class Phrase:
    """A name: tokens `first` to `last` (exclusive) of a sentence, and the head word that makes it one."""

    first: int
    last: int
    head: str


def phrases(line: Sequence[Token], known: Sequence[Known], headline: bool = False) -> list[Phrase]:
    """The names that a sentence's tokens form by head words, in order, never overlapping."""
    starts = {k.first for k in known if not k.risky}
    found: list[Phrase] = []
    limit = len(line)
    for at in range(len(line) - 1, -1, -1):
        token = line[at]
        if at >= limit or token.shape != WORD or token.text not in KINDS:
            continue
        phrase = _grown(line, at, limit, starts)
        if phrase is not None and not (headline and phrase.head in WEAK):
            found.append(phrase)
            limit = phrase.first
    return found[::-1]


def _grown(line: Sequence[Token], at: int, limit: int, starts: set[int]) -> Phrase | None:
    head = line[at].text
    last = _right(line, at, limit, starts)
    first = _trimmed(line, _left(line, at, starts), at)
    if last - first > _LONGEST or (head in NEEDS_MORE and last == at + 1 and not _amalgam(line, first, at)):
        return None
    words = [t.text for t in line[first:last] if t.shape == WORD]
    special = [w for w in words if w not in KINDS and w not in _GENERIC and w not in TITLE_WORDS and not w.isdigit()]
    if not special and not (head == "Local" and last > at + 1 and first < at):
        return None
    return Phrase(first, last, head)


def _amalgam(line: Sequence[Token], first: int, at: int) -> bool:
    return at > first and line[first].text in ("United", "Amalgamated", "Allied", "Communications", "Communication")


def _left(line: Sequence[Token], at: int, starts: set[int]) -> int:
    """The first token of the phrase whose head is `at`."""
    first = at
    while first > 0 and line[first].joined:
        before = line[first - 1]
        if before.shape == WORD and _may_own(before) and before.text not in TITLE_WORDS:
            first -= 1
        elif before.text in ("and", "&") and _may_join(line, first, at, starts):
            first = _segment_start(line, first - 2)
        else:
            break
    return first


def _may_own(token: Token) -> bool:
    """A word with an apostrophe-s opens a new phrase, but for plurals and a few set ones ("Children's Fund")."""
    return not token.owner or token.text.endswith("s") or token.text in ("Women", "Men", "Children", "People", "King")


def _may_join(line: Sequence[Token], first: int, at: int, starts: set[int]) -> bool:
    """Whether the words before "and" belong to the name: "Security and Technology Center"."""
    end = first - 2
    if end < 0 or line[end].shape != WORD or not line[end + 1].joined or line[end].owner:
        return False
    begin = _segment_start(line, end)
    segment = [t.text for t in line[begin : end + 1]]
    plain = not any(word in KINDS or word in TITLE_WORDS or word in SMALL for word in segment)
    return line[at].text in _JOINS_AND and plain and end - begin < 3 and not starts & set(range(begin, end + 1))


def _segment_start(line: Sequence[Token], end: int) -> int:
    while end > 0 and line[end].joined and line[end - 1].shape == WORD and not line[end - 1].owner:
        end -= 1
    return end


def _trimmed(line: Sequence[Token], first: int, at: int) -> int:
    """The first token without small words and titles before the name proper."""
    while first < at and (line[first].text in SMALL or line[first].text in TITLE_WORDS):
        first += 1
    return first


def _right(line: Sequence[Token], at: int, limit: int, starts: set[int]) -> int:
    """The token after the phrase whose head is `at`."""
    head, last = line[at].text, at + 1
    if head in ("Local", "Lodge", "District", "Lodges"):
        last += last < limit and line[last].joined and line[last].text in ("Union", "No")
        return last + (last < limit and line[last].joined and line[last].text[:1].isdigit())
    if head not in OPEN or line[at].owner:
        return last
    while last < limit and line[last].joined and not line[last - 1].owner:
        step = _into(line, last, limit) if line[last].shape == CONNECTOR else 0
        if not step and last > at + 1:
            step = _and(line, at, last, limit, starts)
        if not step:
            break
        last = step
    return last


def _into(line: Sequence[Token], at: int, limit: int) -> int:
    """The end of "of the Treasury" from `at`, 0 where nothing such follows."""
    if line[at].text not in _INTO:
        return 0
    at += 1
    if at < limit and line[at].joined and line[at].text in ("the", "de", "la"):
        at += 1
    return _words_end(line, at, limit)


def _words_end(line: Sequence[Token], at: int, limit: int) -> int:
    """The end of the run of capitalised words from `at`, 0 where there is none."""
    end = at
    while end < limit and line[end].shape == WORD and line[end].joined and line[end].text not in SMALL:
        if end > at and (line[end - 1].owner or line[end].text in TITLE_WORDS):
            break
        end += 1
    return end if end > at else 0


def _and(line: Sequence[Token], head: int, at: int, limit: int, starts: set[int]) -> int:
    """The end of "and Technology Policy" from `at`, 0 where what follows is no part of the name."""
    step = at
    if line[at].text == "," and line[head].text in _LISTS and at + 1 < limit:
        step += 1
    if line[step].text in ("and", "&") and step + 1 < limit:
        step += 1
    elif step == at:
        return 0
    if line[head].text not in _JOINS_AND or step in starts:
        return 0
    end = _words_end(line, step, limit)
    if not end or any(t.text in KINDS or t.text in TITLE_WORDS for t in line[step:end]):
        return 0
    return end


def split_names(line: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, for lists of names."""
    at = 0
    while at < len(line):
        end = _words_end(line, at, len(line)) if line[at].shape == WORD else 0
        if end:
            yield at, end
        at = max(end, at + 1)
