"""Capitalised phrases that are names of organizations by their head word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.names.gazetteer import Known
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.heads import GENERIC, KINDS, NEEDED, NEEDS_MORE, OPEN, TWO_OF_GENERIC, WEAK
from extractors.names.places import PARTIES, is_group, is_place
from extractors.names.titles import TITLE_WORDS
from extractors.text.tokens import CONNECTOR, WORD, Token, word_set

_LONGEST = 18
_INTO = word_set("of for on to in against de du des del and")
_JOINS_AND = word_set(
    "Committee Subcommittee Foundation Association Administration Council Union Department Agency Commission Institute"
    " Bureau Federation Alliance Society Authority Ministry Center Centre Office Board Workers School College Dept"
    " Confederation Partnership Directorate Brotherhood Guild Organization Organisation"
)
_OFFICERS = word_set("Directors Governors Commissioners Mayors Presidents Ministers Managers Officers Attorneys Chiefs")
_OWNERS = word_set("Women Men Children People King Queen Sheriff Governor Mayor Veteran Worker Teacher Nurse Driver")
_LISTS = word_set("Committee Subcommittee")
_JOINS_LEFT = _JOINS_AND - word_set("College School Center Centre Office Workers Guild Brotherhood")
_OFFICES = word_set("Office Commission Board Department Agency Authority City County District")
_FIRMS = word_set("Inc Ltd LLP LLC Corp Co Company Limited plc PLC")
_TO_ACT = word_set("Campaign Coalition Committee Alliance Movement Partnership Network Council")
_OF_ONLY = word_set("City County Commonwealth University College Hospital Bank Parliament Assembly Legislature Court")
_SERIES = word_set(
    "Association Federation Brotherhood Bureau Department Ministry Council Commission Committee Office Secretariat"
    " Directorate"
)
# After these a name is that of a building, not of who meets there: "Eastport Assembly Plant".
_PLANTS = word_set("Complex Plant Line Plants Lines Building Hall Hotel Street Avenue Transactions Proceedings")
_WITH_NUMBER = word_set("Local Lodge")
SMALL = word_set(
    "The A An This That These Those In On At For From By As When While And But Or Our Their His Her Its My Your Former"
    " Today Yesterday Last Both Under After Before With Since If Although Though Not No Also Then Many Most Some Such"
    " Several All Every Each Other Another More Meanwhile Here There Where Which Who What How Why To Of Yes We They It"
    " He She I You Is Are Was Were Has Have Had Will Would Can Could Should Might Must Do Does Did About Across"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
    " September October November December However Like Among During Within Through Over Because Between Per Via"
    " Only Even Just Still Yet Now Once Until Unless Whether Despite According Thanks Read See Dear Join So Mon Tue Wed"
    " Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec AM PM Interim Acting Related Latest Toured "
    "Another IN"
    " Later Earlier Recently Separately Additionally Similarly Finally Soon Previously Overall Currently"
    " Neither Either Nor Instead SOURCE Source Beyond Besides Alongside Amid Against Around"
    " Behind Below Above Throughout Under Upon Without Outside Inside Near Asked Speaking Founded Based Together"
)


@dataclass(frozen=True)
class Phrase:
    """A name: tokens `first` to `last` (exclusive) of a sentence, and the head word that makes it one."""

    first: int
    last: int
    head: str


def phrases(line: Sequence[Token], known: Sequence[Known], headline: bool = False) -> list[Phrase]:
    """The names that a sentence's tokens form by head words, in order, never overlapping.

    `headline` tells that all words bear capitals, so that only strong heads make names.
    """
    starts = {k.first for k in known if not k.risky and k.entry.kind != "legislature"}
    found: list[Phrase] = []
    done = 0
    for at, token in enumerate(line):
        if at < done or token.shape != WORD or token.text not in KINDS:
            continue
        phrase = _grown(line, _last_head(line, at), done, starts, headline)
        if phrase is not None:
            found.append(phrase)
            done = phrase.last
    return found


def _last_head(line: Sequence[Token], at: int) -> int:
    """The last head in the run of capitals that `at` opens: "University Digital Economy Lab"."""
    end, last = at + 1, at
    while (
        end < min(len(line), at + _LONGEST) and line[end].shape == WORD and line[end].joined and not line[end - 1].owner
    ):
        if line[end].text in TITLE_WORDS or line[end].text in SMALL:
            break
        counts = line[end].text in KINDS and line[at].text not in _WITH_NUMBER
        counts = counts and not (line[last].text in ("Guild", "Guilds") and line[end].text in WEAK)
        last = end if counts and _may_head(line, end) else last
        end += 1
    return last


def _may_head(line: Sequence[Token], at: int) -> bool:
    """Whether the head words that need another before them have it: "Trades Union Congress", "Law Project"."""
    needed = NEEDED.get(line[at].text)
    return needed is None or (at > 0 and line[at].joined and line[at - 1].text in needed)


def _grown(line: Sequence[Token], at: int, done: int, starts: set[int], headline: bool) -> Phrase | None:
    head = line[at].text
    last = _right(line, at, starts)
    first = _trimmed(line, max(_left(line, at, starts), done), at)
    goes_on = last > at + 1
    numbered = head in _WITH_NUMBER and last > at + 1
    if last - first > _LONGEST or (headline and head in WEAK and not numbered):
        return None
    if last < len(line) and line[last].joined and line[last].text in _PLANTS and not line[last - 1].owner:
        return None
    if head in NEEDS_MORE and not goes_on and not _amalgam(line, first, at):
        return None
    if not _may_head(line, at):
        return None
    if head in _WITH_NUMBER:
        return Phrase(first, last, head) if goes_on else None
    words = [t.text for t in line[first:last] if t.shape == WORD]
    special = [w for w in words if w not in KINDS and not _is_generic(w) and w not in TITLE_WORDS and not w.isdigit()]
    rich = goes_on or head in TWO_OF_GENERIC
    if not special and not (rich and len([w for w in words if w not in KINDS]) > 1):
        return None
    if head == "Administration" and line[at - 1].text in PARTIES:
        return None
    if (is_group(words[:-1]) and head in WEAK and not goes_on) or is_place(words):
        return None
    district = head == "School" and last == at + 1 < len(line) and line[last].joined and line[last].text == "District"
    return Phrase(first, last + district, head)


def _is_generic(word: str) -> bool:
    """Whether a word, or each part of one with hyphens, makes no name: "Union-Management"."""
    return word in GENERIC or ("-" in word and all(part in GENERIC or part in KINDS for part in word.split("-")))


def _amalgam(line: Sequence[Token], first: int, at: int) -> bool:
    named = line[first].text in ("United", "Amalgamated", "Allied", "Communications", "Communication", "International")
    return at > first and named


def _left(line: Sequence[Token], at: int, starts: set[int]) -> int:
    """The first token of the phrase whose head is `at`."""
    first = at
    if line[at].text in _LISTS and at > 2 and line[at - 1].text == ")" and line[at - 3].text == "(":
        first = at - 3  # … and Pensions (HELP) Committee
        if not (line[first].joined and line[first - 1].shape == WORD):
            return at
        first -= 1
    while first > max(0, at - _LONGEST) and line[first].joined:
        before = line[first - 1]
        if before.shape == WORD and _may_own(before) and (before.owner or _may_stand(before.text)):
            first -= 1
        elif before.text in ("and", "&", ",") and _may_join(line, first, at, starts):
            skipped = 2 if before.text == "," or line[first - 2].text != "," else 3
            first = _segment_start(line, first - skipped)
        else:
            break
    return first


def _may_stand(word: str) -> bool:
    """Titles and small words are no part of names, but for officers in the plural ("Governors Association")."""
    return word in _OFFICERS or (word not in TITLE_WORDS and word not in SMALL)


def _may_own(token: Token) -> bool:
    """A word with an apostrophe-s opens a new phrase, but for plurals and a few set ones ("Children's Fund")."""
    return not token.owner or token.text.endswith("s") or token.text in _OWNERS


def _may_join(line: Sequence[Token], first: int, at: int, starts: set[int]) -> bool:
    """Whether the words before "and" (or, for committees, a comma) belong to the name."""
    head, mark, end = line[at].text, line[first - 1].text, first - 2
    lists = head in _LISTS
    paired = line[first].text in ("Associates", "Sons", "Co", "Company", "Partners", head) or head == "LLP"
    if mark == "&" and head in _FIRMS and paired:
        return end >= 0 and line[end].shape == WORD and line[end + 1].joined and not line[end].owner
    if head not in _JOINS_LEFT or (mark == "," and not (lists and _closed_by_and(line, first, at))):
        return False
    if lists and end > 0 and mark != "," and line[end].text == ",":
        end -= 1
    if end < 0 or line[end].shape != WORD or not line[end + 1].joined or line[end].owner:
        return False
    begin = _segment_start(line, end)
    segment = [t.text for t in line[begin : end + 1]]
    plain = not any(word in TITLE_WORDS or word in SMALL or word in KINDS for word in segment)
    if segment[0] in GIVEN_NAMES or line[first].text in ("U.S", "US", "UK", "National", "Federal"):
        return False
    return plain and end - begin < 4 and not starts & set(range(begin, end + 1)) and not is_place(segment)


def _closed_by_and(line: Sequence[Token], first: int, at: int) -> bool:
    return any(token.text in ("and", "&") for token in line[first:at])


def _segment_start(line: Sequence[Token], end: int) -> int:
    floor = max(0, end - _LONGEST)
    while end > floor and line[end].joined and line[end - 1].shape == WORD and not line[end - 1].owner:
        if line[end - 1].text in TITLE_WORDS or line[end - 1].text in SMALL:
            break
        end -= 1
    return end


def _trimmed(line: Sequence[Token], first: int, at: int) -> int:
    """The first token without small words and titles before the name proper."""
    while first < at and (
        line[first].text.isdigit()
        or len(line[first].text) == 1
        or line[first].shape != WORD
        or not _may_stand(line[first].text)
    ):
        first += 1
    return first


def _right(line: Sequence[Token], at: int, starts: set[int]) -> int:
    """The token after the phrase whose head is `at`."""
    head, last, limit = line[at].text, at + 1, min(len(line), at + _LONGEST)
    if head in _WITH_NUMBER and not line[at].owner:
        last += last < limit and line[last].joined and line[last].text == "Union"
        last += last < limit and line[last].joined and line[last].text == "No"
        numbered = last < limit and line[last].joined and line[last].text[:1].isdigit()
        return last + 1 if numbered else at + 1
    if head not in OPEN or (line[at].owner and not line[at].text.endswith("s")):
        return last
    while last < limit and line[last].joined and not line[last - 1].owner:
        step = (
            _into(line, last, head, last > at + 1) if line[last].shape == CONNECTOR and line[last].text != "and" else 0
        )
        if not step and last > at + 1:
            step = _and(line, at, last, starts)
        if not step:
            break
        last = step
    return last


def _into(line: Sequence[Token], at: int, head: str, further: bool) -> int:
    """The end of "of the Treasury" from `at`, 0 where nothing such follows; `further`: the name already went on."""
    word = line[at].text
    allowed = word in _INTO
    if word == "at":
        allowed = head == "University"
    elif word == "to":
        allowed = head in _TO_ACT
    elif word == "in":
        allowed = further
    elif word == "for" and head in _OFFICES:
        allowed = not further
    elif word not in ("of", "de", "du", "des", "del"):
        allowed = allowed and (head not in _OF_ONLY)
    if not allowed:
        return 0
    at += 1
    if at < len(line) and line[at].joined and line[at].text in ("the", "de", "la", "an"):
        at += 1
    return _words_end(line, at, head)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _words_end(line: Sequence[Token], at: int, head: str) -> int:
    """The end of the run of capitalised words from `at`, 0 where there is none."""
    end = at
    while (
        end < min(len(line), at + _LONGEST)
        and line[end].shape == WORD
        and line[end].joined
        and line[end].text not in SMALL
    ):
        stops = (end == at and _is_year(line[end].text)) or (
            end > at
            and (
                line[end - 1].owner
                or (line[end].text in TITLE_WORDS and line[end].text not in _OFFICERS)
                or line[end].text.isdigit()
            )
        )
        if stops and head != "Office":
            break
        end += 1
    return end if end > at else 0


def _series_ends(line: Sequence[Token], at: int, starts: set[int]) -> bool:
    """Whether the comma at `at` stands in a series of subjects: ", Innovation and Technology"."""
    for _ in range(3):
        end = _words_end(line, at + 1, "")
        if not end or at + 1 in starts or line[at + 1].text in GIVEN_NAMES or line[end - 1].text in KINDS:
            return False
        if end + 1 >= len(line) or not line[end].joined:
            return False
        if line[end].text in ("and", "&"):
            last = _words_end(line, end + 1, "")
            return bool(last) and end + 1 not in starts and line[last - 1].text not in KINDS
        if line[end].text != ",":
            return False
        at = end
        if line[at + 1].text == "and":
            last = _words_end(line, at + 2, "")
            return bool(last) and at + 2 not in starts and line[last - 1].text not in KINDS
    return False


def _and(line: Sequence[Token], head: int, at: int, starts: set[int]) -> int:
    """The end of "and Technology Policy" from `at`, 0 where what follows is no part of the name."""
    step, word = at, line[head].text
    if line[at].text == "," and (word in _LISTS or (word in _SERIES and _series_ends(line, at, starts))):
        step += 1
    if step < len(line) and line[step].text in ("and", "&"):
        step += 1
    if step == at or step >= len(line) or word not in _JOINS_AND or step in starts:
        return 0
    end = _words_end(line, step, word)
    if not end or line[end - 1].text in KINDS or line[step].text in TITLE_WORDS:
        return 0
    return end
