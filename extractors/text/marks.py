"""What stands between quotation marks: pairing of marks that are nested, mixed, missing or left open on purpose.

Only the outermost pair counts. A paragraph that leaves its mark open and is followed by one that opens with a mark
is one speech in several pieces; so is a speech whose middle paragraphs carry no marks at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.base import Reading
from extractors.text.quick import quick
from extractors.text.sentences import leaves
from records.model import Passage

_DOUBLE = re.compile("[\"“”„‟«»＂]|''|``")
_SINGLE = quick("(?<![\\w’'])[‘'](?=[\\w\\[(£$€…])")
_SINGLE_END = re.compile("(?<=[\\w.,!?…)\\]%])['’](?![\\w])")
_SENTENCE_OVER = re.compile(r"[.!?…]\s\Z")
_BEGINS = re.compile(r"[A-Z0-9(\[£$€]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MARKS = "\"“”„‟«»＂'‘’`"
_LONGEST_SPEECH = 12  # paragraphs that one speech without marks in its middle may run over


@dataclass(frozen=True)
class Quoted:
    """Words between marks: `start` to `end` lie inside them, `outer_start` to `outer_end` hold them too.

    `leaf` is the index of the passage among the leaves. `opened` and `closed` tell whether the mark is there;
    `carried` that the words continue a speech left open in an earlier paragraph.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    leaf: int
    opened: bool = True
    closed: bool = True
    carried: bool = False
    single: bool = False

    def words(self, text: str) -> int:
        """How many words stand between the marks."""
        return len(_WORD.findall(text[self.start : self.end]))


def find_quoted(reading: Reading) -> tuple[Quoted, ...]:
    """Everything between quotation marks, outermost pairs only, in order of the text."""
    passages = reading.get(leaves)
    found: list[Quoted] = []
    open_before = False
    plain: list[int] = []  # paragraphs without marks since a speech was left open
    for index, passage in enumerate(passages):
        if passage.kind == "table":
            continue
        pieces = list(_pairs(passage, index))
        first = pieces[0] if pieces else None
        if open_before and first is None:
            plain.append(index)
            if len(plain) > _LONGEST_SPEECH:
                open_before, plain = False, []
            continue
        if open_before and first is not None:
            if not first.opened:
                found.extend(_whole(passages[i], i) for i in plain)
            if not first.opened or (first.outer_start == _indent(passage) and not plain):
                pieces[0] = _as_carried(first)
        found.extend(piece for piece in pieces if piece.opened or piece.carried or _is_speech(reading.text, piece))
        open_before, plain = bool(pieces) and not pieces[-1].closed, []
    return tuple(found)


def _indent(passage: Passage) -> int:
    """Offset of the passage's first mark or letter, list signs and block-quote signs skipped."""
    text = passage.text
    return passage.char_start + len(text) - len(text.lstrip(" \t\n>*•·–—-"))


def _whole(passage: Passage, index: int) -> Quoted:
    start, end = passage.char_start, passage.char_end
    return Quoted(start, end, start, end, index, opened=False, closed=False, carried=True)


def _as_carried(piece: Quoted) -> Quoted:
    return Quoted(
        piece.start, piece.end, piece.outer_start, piece.outer_end, piece.leaf, piece.opened, piece.closed, True
    )


def _is_speech(text: str, piece: Quoted) -> bool:
    """Whether words whose opening mark is missing end as direct speech does."""
    return text[piece.end - 1] in ",.!?…" and piece.words(text) >= 5


def _pairs(passage: Passage, index: int) -> Iterator[Quoted]:
    """The outermost pairs of one passage; the first may lack its opening mark, the last its closing one."""
    text, base = passage.text, passage.char_start
    depth, opened_at, inner, done = 0, 0, 0, 0
    seen, carried = False, False
    for match in _DOUBLE.finditer(text):
        opens = _opens(text, match, depth)
        if opens is None:
            continue
        if opens:
            if depth == 1 and _resumes(text, match, inner):
                end = base + match.start() - 1
                yield Quoted(base + inner, end, base + opened_at, end, index, closed=False, carried=carried)
                opened_at, inner, carried = match.start(), match.end(), True
                continue
            if depth == 0:
                yield from _singles(text, done, match.start(), base, index)
                opened_at, inner, carried = match.start(), match.end(), False
            depth += 1
            continue
        if depth == 0:
            if not seen and match.start() > 0:
                yield Quoted(base, base + match.start(), base, base + match.end(), index, opened=False)
                done = match.end()
            seen = True
            continue
        depth -= 1
        if depth == 0:
            if text[inner : match.start()].strip():
                yield Quoted(
                    base + inner, base + match.start(), base + opened_at, base + match.end(), index, carried=carried
                )
            done, seen = match.end(), True
    if depth:
        end = len(text.rstrip(_MARKS + " \n"))
        if end > inner:
            yield Quoted(
                base + inner, base + end, base + opened_at, base + len(text), index, closed=False, carried=carried
            )
    else:
        yield from _singles(text, done, len(text), base, index)


def _resumes(text: str, match: re.Match[str], inner: int) -> bool:
    """Whether an opening mark inside a speech starts its next paragraph, as where line breaks are lost."""
    return (
        match.start() > inner + 1
        and bool(_SENTENCE_OVER.search(text, max(0, match.start() - 3), match.start()))
        and bool(_BEGINS.match(text, match.end()))
    )


def _opens(text: str, match: re.Match[str], depth: int) -> bool | None:
    """True for an opening mark, False for a closing one, None for a sign of inches, seconds or nothing."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    free_before = not before or before.isspace() or before in "([{—–-/‘'>*_"
    free_after = not after or after.isspace() or after in ".,;:!?)]}—–-/’'*_"
    mark = match.group()
    if mark in "“„‟«``" and mark != '"':
        return not (depth and not free_before and free_after)
    if mark in "”»":
        return free_before and not free_after and depth == 0
    if before.isdigit() and depth == 0:
        return None
    if free_before and not free_after:
        return True
    if free_after and not free_before:
        return False
    return depth == 0


def _singles(text: str, start: int, end: int, base: int, index: int) -> Iterator[Quoted]:
    """Pairs of single marks in a stretch without double ones; apostrophes are none."""
    at = start
    while (opening := _SINGLE.search(text, at, end)) is not None:
        close = None
        for candidate in _SINGLE_END.finditer(text, opening.end(), min(end, opening.end() + 1500)):
            close = close or candidate
            if text[candidate.start() - 1] in ",.!?":
                close = candidate
                break
            following = text[candidate.end() : candidate.end() + 1]
            if following in ",.;:!?)" or not following:
                close = candidate
                break
        if close is None:
            at = opening.end()
            continue
        yield Quoted(
            base + opening.end(), base + close.start(), base + opening.start(), base + close.end(), index, single=True
        )
        at = close.end()
