"""Which candidates are the articles of an agreement's body: decided by sequence, not line by line.

A table of contents, running heads, cross-references and appended agreements all repeat the headings of articles. The
body's articles are the best rising chain of numbers: each number once, few gaps, headings that look like each other.
The table of contents then tells which numbers are missing and what their titles are.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.readers.blocks import Placed
from extractors.structure.gaps import filled
from extractors.structure.headings import (
    Candidate,
    article_candidates,
    chapter_candidates,
    is_capital,
    is_listed,
    is_title,
    numbered_candidates,
    opens,
    section_candidates,
    split_title,
    tidy,
    without_section,
)
from extractors.structure.numbers import Key, as_roman, is_roman

_CLOSE = 260  # characters between two lines of a table of contents, at most
_RUN = 4  # lines that make a table of contents
_GAP_PRICE, _GAP_MOST = 0.35, 5.0
_STYLE = 0.7
_LEAST_WORDED, _LEAST, _MOST_LISTED = 3, 5, 0.6
_LONG = 12
_BRIEF = 0.3  # length of an entry of the table of contents, sections included, against that of an article
_AHEAD = 400  # blocks behind the last article in which a further one is looked for
_BEFORE_TITLE = re.compile(r"^\W*(?:(?:article|section)\W+\w{1,8}\b|\d{1,3}\b|[ivxl]{1,7}\.)[\s.:)–—-]*", re.IGNORECASE)


def articles(placed: Sequence[Placed], text: str, *, worded: bool = False) -> tuple[Candidate, ...]:
    """The headings of the body's articles, in order; empty where the document has none.

    With `worded`, only headings with the word Article count (laws). Else, where there are none, the articles are those
    that the table of contents lists, its chapters, or what is numbered `1. RECOGNITION` or `SECTION 1 RECOGNITION`.
    """
    found, listed = _family(article_candidates(placed, text), placed)
    if len(found) >= _LEAST_WORDED and _whole(found):
        return _completed(filled(found, placed, text, _body(found, listed)), listed, placed, text)
    if worded:
        return ()
    found = _by_contents(listed, placed, text)
    if found:
        return found
    found, listed = _family(chapter_candidates(placed, text), placed)
    if len(found) >= _LEAST and _whole(found):
        return _completed(found, listed, placed, text)
    families = [_family(kind(placed, text), placed) for kind in (numbered_candidates, section_candidates)]
    long = [family for family in families if len(family[0]) >= _LEAST]
    sound = [family for family in long if _whole(family[0]) or _mostly(family[0])]
    if sound:
        found, listed = max(sound, key=lambda family: _held(family[0], placed))
        return _completed(found, listed, placed, text)
    return _by_contents(_unnumbered(placed, text), placed, text)


def _held(chain: Sequence[Candidate], placed: Sequence[Placed]) -> int:
    """How much text stands between the first and the last heading of a chain, in thousands of characters."""
    return (placed[chain[-1].index].start - placed[chain[0].index].start) // 1_000


def _family(candidates: list[Candidate], placed: Sequence[Placed]) -> tuple[tuple[Candidate, ...], list[Candidate]]:
    """The best chain of a kind of headings, and those that the table of contents lists."""
    listed, body = _contents(candidates, placed)
    front = _front(body, placed)
    listed, body = [*listed, *body[:front]], body[front:]
    found = _chain(body)
    return (_chain(_styled(body, found)) if found else ()), listed


def _by_contents(listed: Sequence[Candidate], placed: Sequence[Placed], text: str) -> tuple[Candidate, ...]:
    """The articles of the table of contents, found in the body by their titles: most of them, or none."""
    wanted = {_letters(line.title): line for line in listed if line.title and len(_letters(line.title)) >= 4}
    if len(wanted) < _LEAST:
        return ()
    start = max(line.index for line in listed if line.index < listed[0].index + 12 * len(listed)) + 1
    found = []
    for index in range(start, len(placed)):
        block = placed[index]
        line = _bare(text[block.start : min(block.end, block.start + 300)])
        known = (
            wanted.get(_letters(line))
            if len(line) < 200 and (is_capital(line) or block.block.kind == "heading")
            else None
        )
        if known is not None and not is_listed(text[block.start : block.end]):
            found.append(replace(known, index=index, title=tidy(line), listed=False, weight=2.0, blocks=1, whole=True))
    chain = _chain(found)
    return chain if len(chain) >= max(_LEAST, _MOST_LISTED * len(wanted)) else ()


def _unnumbered(placed: Sequence[Placed], text: str) -> list[Candidate]:
    """The lines of a table of contents without numbers, numbered as they stand."""
    found: list[Candidate] = []
    for index, block in enumerate(placed):
        line = text[block.start : block.end]
        title = tidy(line) if len(line) < 250 and is_listed(line) and not opens(line) else None
        if title and is_title(title):
            title = re.sub(r"[\s.]+\d{1,3}$", "", title)
            found.append(Candidate(index, "", (len(found) + 1,), title, 1.0, listed=True))
    return found


def skipped(placed: Sequence[Placed], text: str) -> tuple[int, ...]:
    """Numbers from 1 to the last article's that no article has, where articles are numbered in one row."""
    chain = articles(placed, text)
    if len(chain) < _LEAST or any(len(c.key) > 1 for c in chain) or not chain[0].number:
        return ()
    known = {c.key[0] for c in chain}
    return tuple(n for n in range(1, chain[-1].key[0]) if n not in known)


def lacking(placed: Sequence[Placed], text: str) -> tuple[Candidate, ...]:
    """Articles that the table of contents lists and the body does not have."""
    chain = articles(placed, text)
    if not chain or not chain[0].number:
        return ()
    known = {c.key for c in chain}
    listed, _ = _contents(article_candidates(placed, text), placed)
    depth = len(chain[0].key)
    return tuple({c.key: c for c in listed if c.key not in known and len(c.key) == depth and c.title}.values())


def _contents(candidates: list[Candidate], placed: Sequence[Placed]) -> tuple[list[Candidate], list[Candidate]]:
    """Candidates split into lines of a table of contents and the rest."""
    later = Counter(c.key for c in candidates if not c.listed)
    listed: list[Candidate] = []
    body: list[Candidate] = []
    run: list[Candidate] = []

    def close() -> None:
        again = sum(later[c.key] > (0 if c.listed else 1) for c in run)
        dense = len(run) >= _RUN and again >= 0.5 * len(run)
        for c in run:
            (listed if c.listed or dense else body).append(c)
        run.clear()

    for candidate in candidates:
        if run:
            before = run[-1]
            between = placed[candidate.index].start - placed[before.index].start
            if between > _CLOSE + len(before.title or "") or not before.key < candidate.key:
                close()
        run.append(candidate)
    close()
    return listed, body


def _front(body: Sequence[Candidate], placed: Sequence[Placed]) -> int:
    """How many of the first candidates are a table of contents with sections in it: the body has them again, longer."""
    keys = [c.key for c in body]
    again = next((n for n, key in enumerate(keys) if n >= _RUN and key <= min(keys[:_RUN])), len(keys))
    front, rest = body[:again], body[again:]
    if len({c.key for c in front} & {c.key for c in rest}) < max(_RUN, 0.6 * len({c.key for c in front})):
        return 0
    lengths = [(placed[part[-1].index].start - placed[part[0].index].start) / len(part) for part in (front, rest)]
    return again if lengths[0] < _BRIEF * lengths[1] else 0


def _chain(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The rising chain with the highest sum of weights, less a price for missing numbers; earliest of equals."""
    links: list[tuple[Candidate, int | None]] = []
    scores: dict[Key, tuple[float, int]] = {}
    for candidate in candidates:
        score, previous = candidate.weight - _price((0,), candidate.key), None
        for key, (value, link) in scores.items():
            if key < candidate.key:
                total = value + candidate.weight - _price(key, candidate.key)
                if total > score + 1e-9:
                    score, previous = total, link
        links.append((candidate, previous))
        if candidate.key not in scores or score > scores[candidate.key][0] + 1e-9:
            scores[candidate.key] = (score, len(links) - 1)
    if not scores:
        return ()
    at: int | None = max(scores.values(), key=lambda entry: (entry[0], -entry[1]))[1]
    chain: list[Candidate] = []
    while at is not None:
        candidate, at = links[at]
        chain.append(candidate)
    return tuple(reversed(chain))


def _price(before: Key, after: Key) -> float:
    """What the step from one number to another costs: nothing for the next number."""
    if len(before) == len(after) == 1:
        return min(_GAP_PRICE * (after[0] - before[0] - 1), _GAP_MOST)
    if before[:-1] == after[:-1]:
        return min(_GAP_PRICE * (after[-1] - before[-1] - 1), _GAP_MOST)
    if len(after) > len(before) and after[: len(before)] == before:
        return 0.0
    return min(_GAP_PRICE * abs(after[0] - before[0] - 1), _GAP_MOST)


def _styled(candidates: Sequence[Candidate], chain: Sequence[Candidate]) -> list[Candidate]:
    """Candidates weighed anew: those that look like most of the chain gain."""
    capital = sum(c.capital for c in chain) * 2 >= len(chain)
    titled = Counter((bool(c.title), c.blocks) for c in chain).most_common(1)[0][0]
    return [
        replace(
            c,
            weight=c.weight
            + (_STYLE if c.capital == capital else -_STYLE)
            + (_STYLE if (bool(c.title), c.blocks) == titled else 0),
        )
        for c in candidates
    ]


def _whole(chain: Sequence[Candidate]) -> bool:
    """Whether a chain numbers a document, rather than the articles of another one that a letter changes."""
    missing = chain[0].key[0] - 1
    for before, after in pairwise(chain):
        missing += max(0, after.key[0] - before.key[0] - 1)
    return missing <= 0.5 * len(chain) + 1


def _mostly(chain: Sequence[Candidate]) -> bool:
    """Whether a long row of titles in capitals numbers a scan of which up to every second number is lost."""
    shouted = sum(c.capital for c in chain)
    return len(chain) >= _LONG and shouted >= 0.8 * len(chain) and chain[-1].key[0] <= 2 * len(chain)


def _alike(chain: Sequence[Candidate]) -> list[Candidate]:
    """The chain with an `I` among Arabic numbers as 1, and the other way round: scans mix them up."""
    digits = sum(c.number.isdigit() for c in chain) > 0.8 * len(chain)
    romans = sum(is_roman(c.number) for c in chain) > 0.8 * len(chain)
    made = list(chain)
    for index, c in enumerate(chain):
        if digits and is_roman(c.number):
            made[index] = replace(c, number=str(c.key[0]))
        elif romans and c.number.isdigit() and len(c.key) == 1:
            made[index] = replace(c, number=as_roman(c.key[0]))
    return made


def _body(chain: Sequence[Candidate], listed: Sequence[Candidate]) -> int:
    """The block behind the last line of the table of contents that comes before the first article."""
    return max((c.index + 1 for c in listed if c.index < chain[0].index), default=0)


def _completed(
    chain: tuple[Candidate, ...], listed: Sequence[Candidate], placed: Sequence[Placed], text: str
) -> tuple[Candidate, ...]:
    """The chain with articles whose heading is damaged, found by the title that the table of contents gives."""
    titles = {c.key: c for c in listed if c.title}
    known = {c.key for c in chain}
    found = [c if c.title or c.key not in titles else replace(c, title=titles[c.key].title) for c in _alike(chain)]
    before = _body(chain, listed) - 1
    for key, line in sorted(titles.items()):
        if key in known or len(key) != len(chain[0].key):
            continue
        after = next((n for n, c in enumerate(found) if c.key > key), len(found))
        low = found[after - 1].index + 1 if after else max(1, before + 1)
        high = found[after].index if after < len(found) else min(len(placed), low + _AHEAD)
        index = _titled(line.title or "", placed[low:high], text)
        if index is not None:
            block = placed[low + index]
            title, whole = split_title(_bare(text[block.start : block.end]))
            found.insert(after, replace(line, index=low + index, title=title, listed=False, blocks=1, whole=whole))
    return tuple(found)


def _titled(title: str, placed: Sequence[Placed], text: str) -> int | None:
    """The block that says `title`, or begins with a long one and goes on in capitals."""
    wanted = _letters(title)
    for index, block in enumerate(placed):
        line = _bare(text[block.start : min(block.end, block.start + 300)])
        if len(line) > len(title) + 90 or len(wanted) < 4 or not is_title(line):
            continue
        letters = _letters(line)
        if len(wanted) >= 12 and is_capital(line) and letters.startswith(wanted):
            return index
        if is_capital(line) and letters.endswith(wanted) and len(letters) < len(wanted) + 10:
            return index
        if abs(len(letters) - len(wanted)) < 12 and difflib.SequenceMatcher(None, wanted, letters).ratio() >= 0.85:
            return index
    return None


def _bare(line: str) -> str:
    """A heading without what stands for its number, and without the section that begins behind it."""
    return _BEFORE_TITLE.sub("", without_section(line))


def _letters(title: str) -> str:
    return re.sub(r"[^a-z]", "", title.casefold())
