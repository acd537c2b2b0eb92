"""What a sentence says happened to a law: introduced, passed, signed, vetoed, called for, spoken of as existing.

Evidence stands in the words before the mention (the law is the object: "the House passed the X Act") or after it (the
law is the subject: "the X Act was signed"); what is only wished for or possible counts as proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractors.base import Reading
from extractors.laws.law import Law
from extractors.text.dates import MONTHS, dates
from extractors.text.sentences import Sentence

_RANK = {
    "introduced": 1, "passed_chamber": 2, "passed": 3, "vetoed": 4, "failed": 4, "enacted": 5, "executive_order": 5,
    "in_force": 6, "repealed": 7,
}  # fmt: skip
_CHAMBER = (
    r"(?:U\.?S\.? |[Ss]tate(?:[’']s)? |full |[A-Z][a-z]+ )?(?:House|Legislative (?:Council|Assembly)"
    r"|(?:[Uu]pper|[Ll]ower) (?:[Hh]ouse|[Cc]hamber)|[Ss]enate|[Aa]ssembly|Commons|Lords|[Cc]hamber"
    r"|[Cc]ommittee"
    r"|[Pp]anel|[Ss]ubcommittee"
    r"|City Council|Bundestag)"
)
_WHOLE = (
    r"(?:Congress|Legislature|legislature|Parliament|parliament|[Ll]awmakers|[Ll]egislators|Oireachtas"
    r"|both (?:houses|chambers))"
)
_ADVERBS = (
    r"(?:\s(?:also|just|then|recently|today|unanimously|overwhelmingly|finally|narrowly|officially|has|have"
    r"|had|now|again|jointly|quickly))*"
)
_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (status, re.compile(pattern))
    for status, pattern in (
        ("introduced", r"\b(?:[Rr]e-?)?[Ii]ntroduc(?:ed|es|ing|e)\b|\b(?:[Rr]e-?)?[Ii]ntroduction of\b"
                       r"|\b[Uu]nveil(?:ed|s|ing)?\b"
                       r"|\btabled\b|\bbrought (?:in|forward)\b|\bfile[ds] (?=(?:the|his|her|their|its|new"
                       r"|bipartisan)\b|[“\"]|[A-Z][\w.]*\s?\d"
                       r"|a bill\b)"
                       r"|\bput forward\b"
                       r"|\A\W*(?:[Ss]ponsored|[Aa]uthored|[Ii]ntroduced|[Cc]arried"
                       r"|[Ww]ritten) by [^;]{3,180}, (?:the )?\Z"
                       r"|\bpublished (?=(?:the|its|their|an?)\s[^.;]*Bill\b)"),
        ("vetoed", r"\b[Vv]eto(?:ed|es|ing)\b"),
        ("repealed", r"\b(?:repealed|rescinded|revoked|rescinding|revoking|scrapped|struck down|overturned)\b"),
        ("failed", r"\b(?:rejected|voted down|defeated|blocked)\b(?! by\b)"),
        ("passed_chamber", rf"\b{_CHAMBER}\b{_ADVERBS}\s(?:passed|approved|passes|advanced|advances|approves"
                           rf"|cleared)\b|\b{_CHAMBER}(?:[’']s)? (?:passage|approval) of\b"
         rf"|\bPasses (?:House|Senate)\b|\bpassed (?:by|out of) the {_CHAMBER}"
         r"|\bvot(?:ed|es|ing) (?:to (?:pass|advance|approve)|in favou?r of|yes on)\b"),
        ("passed", rf"\b{_WHOLE}\b{_ADVERBS}\s(?:passed|approved|adopted|passes)\b|\b(?:final"
                   r"|congressional) passage of\b"),
        ("enacted", r"\b[Vv]oters (?:approved|passed|backed)\b|\b[Ss]ign(?:ed|s|ing)\b|\b(?:enacted|enactment of"
                    r"|passed into law|signed into law)\b|[’']s signature (?:on|of)\b"),
        ("passed", r"\b(?:passed|adopted|approved)\b"),
    )
)  # fmt: skip
_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (status, re.compile(pattern))
    for status, pattern in (
        ("repealed", r"\b(?:was|were|been|is|being)\s(?:\w+\s)?(?:repealed|rescinded|revoked|overturned"
                     r"|struck down)\b"),
        ("in_force", r"\b(?:came|comes|entered|enters|went|goes) into (?:immediate )?(?:force|effect|law)\b|\b(?:took"
                     r"|takes) effect\b|\b(?:is|are) (?:already |now )?in (?:force|effect)\b"
                     r"|\A\W{1,4}[Ii]n [Ee]ffect\b"),
        ("vetoed", r"\bvetoed\b"),
        ("failed", r"\b(?:failed|died|was (?:rejected|defeated|voted down|blocked)|expired|fell short)\b"),
        ("enacted", r"\bsigned (?:into law|by)\b|\A,?\s(?:which was\s)?signed\b|\b(?:was|were|been) (?:signed"
        r"|enacted)\b|\b(?:became|become|is now"
                    r"|now) law\b|\b[Rr]oyal [Aa]ssent\b"),
        ("passed_chamber", r"\b(?:passed|cleared|advanced|approved|passes|advances|passing)\b(?:\s(?:out of|by"
                           rf"|through|in|from)|\sin a vote(?: today)? (?:in|of|by))?\s(?:the\s)?{_CHAMBER}"
         r"|\b(?:out of committee|third reading|second reading)\b"),
        ("passed", r"\A\W*(?:\([^)]*\)\W*)?(?:(?:which|that|both|all)\s)?(?:(?:is\s|are\s|will\s)?now\s|next\s)?"
                   r"(?:(?:go(?:es)?|heads?|heading|headed|moves?|on (?:its|their) way)\s(?:(?:now|next|back)\s)?to"
                   r"|await(?:s|ing)?|(?:sits?|is|are)\s(?:now\s)?on)\s(?:the\s)?(?:desk of )?(?:[Gg]ov(?:ernor|\.)"
                   r"|[Pp]resident)"),
        ("passed", rf"\b(?:passed|approved|adopted)\b(?:\sby)?\s(?:the\s)?(?:[A-Z][\w.]+\s)?{_WHOLE}|\A\W*(?:which\s"
                   r"|that\s)?(?:was\s|has\s|had\s|has been\s|were\s)?(?:recently\s|just\s|finally\s)?"
                   r"(?:passed|adopted|approved)\b"),
        ("introduced", rf"\A\W*(?:\([^)]*\)\W*)?(?:(?:that|which) )?(?:was|is|are|were)?\s?"
                       rf"(?:now |currently )?(?:in|before|moving through|going through|making its way through"
                       rf"|passing through|(?:pending|sitting|stuck|stalled|lodged) (?:in|before|with))"
                       rf" (?:the )?"
                       rf"(?:{_CHAMBER}|(?:[A-Z]\w+ ){{0,2}}(?:State )?{_WHOLE}|\d{{4}} )|\b(?:[Cc]ommittee"
                       rf"|[Rr]eport) [Ss]tage\b|\b[Ff]irst [Rr]eading\b"),
        ("introduced", r"\b(?:was|were|been|is being|be|,|\()\s?(?:\w+ly\s)?(?:re-?)?introduced\b"
                       r"|\A\W*(?:re-?)?introduced\b|\A\W*(?:was\s)?brought (?:into|before|to)\b|\bIntroduced by\b"
                       r"|\b(?:sponsored|authored) by\b"),
    )
)  # fmt: skip
_LATER = (
    ("vetoed", re.compile(r"\b(?P<verb>vetoed)\s(?:it|the bill|the measure)\b")),
    ("enacted", re.compile(r"\b(?P<verb>signed)\s(?:it|the bill|the measure)\b")),
    (
        "introduced",
        re.compile(
            r"\A[^;]{0,20}?,?\s(?:which|that)\s[^,;]{3,90}?\s(?P<verb>(?:re-?)?introduced|published|tabled|filed"
            r"|brought (?:in|forward))\b"
        ),
    ),
)
_ONE_CHAMBER = re.compile(r"\b(?:U\.?S\.? )?(?:House|Senate|Assembly|Commons|Lords)\b(?! Bill)")
_BOTH = re.compile(r"\b(?:Congress (?:passed|approved)|both (?:houses|chambers)|House and Senate|Senate and House)\b")
_WISH_BEFORE = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:for|on)|urg(?:es?|ed|ing)|(?:aimed? at|in favou?r of|support(?:s|ed|ing)?(?: for)?"
    r"|lobb(?:y|ying|ied) for) "
    r"(?:the )?(?:pass|enact|adopt|passage|passing)\w*|campaign(?:s|ed|ing)? for|push(?:es|ed|ing)? for|propos(?:ed"
    r"|es|ing|al)|"
    r"fight(?:s|ing)? (?:for|to)|pass(?:ing|age of)?|enact(?:ing)?|adopt(?:ing)?|demand(?:s|ed|ing)?|plans? to"
    r"|intends? to|will introduce|draft(?:ed|ing)?|develop(?:ment of|ing) (?=an? |its |their )|working on (?=an? "
    r"|its |their )|case for|idea of"
    r"|announc(?:ed|es|ing)|pledg(?:ed|es)|promis(?:ed|es)|advance|expected)\b",
    re.IGNORECASE,
)
_EXISTS_BEFORE = re.compile(
    r"\b(?:under|violat\w+|breach\w*|broke|pursuant to|compl(?:y|ies|iance|ying) with|enforc\w+|protected by"
    r"|rights under|required? (?:by|under)"
    r"|amend(?:s|ed|ing|ments? to)?|section|sections|governed by|defined (?:in|by)|in (?:line|accordance"
    r"|violation) (?:with|of)|established (?:by|under|in)"
    r"|authorized (?:by|under|in)|covered by|provisions of|subject to|funded (?:by|through)|thanks to|since"
    r"|implement\w*|prohibited by|requirements of"
    r"|obligations under|alleg\w+|illegal under|part of|codif\w+|within|updat(?:e|es|ed|ing)|strengthen\w*|set out"
    r" (?:in|by)"
    r"|expand(?:s|ed|ing)?|modif\w+|replac(?:e|es|ed|ing)|overhaul\w*|enshrined in|laid down (?:in|by)|contained in"
    r"|outlined in|provided (?:for )?(?:by|in)|granted by|guaranteed by|imposed by|created by|regulated by|bound by"
    r"|such as|existing)\W(?:[^.]{0,60})\Z",
    re.IGNORECASE,
)
_LISTED_LAWS = re.compile(
    r"\b(?:existing|current|violat\w+|breach\w*|under|federal|state|national|privacy|civil rights|anti-discrimination"
    r"|discrimination|labou?r|employment|protection|regulatory|equality|specific)\b[^.()]{0,60}\b(?:laws?|regulations?"
    r"|legislation|statutes?|rules)\s(?:\(|such as\s|like\s|including\s)[^.]{0,200}\Z",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:forthcoming|upcoming|planned|proposed|promised|potential|possible|future|long-awaited|draft|dedicated)\s"
    r"(?:(?:new|federal|state|EU|European|national)\s)?[“\"]?\Z",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:amend(?:s|ed|ing)?|amendments? to|under|violat(?:es?|ed|ing|ions? of)|compl(?:y|ies|iance|ying) with"
    r"|pursuant to|section \w+ of) (?:the )?\Z",
    re.IGNORECASE,
)
_AFTER_PASSAGE = re.compile(
    r"\b(?:despite|since|after|following|with|upon|marks?|celebrat\w+|applaud\w*|statement\b[^.;]{0,60}? on)"
    r"\s(?:the\s)?(?:\w+\s)?(?:passage|enactment)\sof\s(?:the\s)?(?:[\w-]+\s){0,2}\Z",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:can|could|should|must|would|weigh\w*|consider\w*|mull\w*|urg\w+|call(?:s|ed|ing)? on|ask\w*|pledg\w*"
    r"|promis\w*|decid\w+|debat\w+)\b[^.;]{0,90}\Z"
)
_GET = re.compile(
    r"\b(?:to|will|can|must|keep|could|would|should)\s(?:\w+\s){0,3}?(?:get|getting|have|having)\s"
    r"(?:the\s|this\s|my\s|our\s|his\s|her\s)?(?:\w+\s)?[“\"]?\Z"
)
_ON_TO = r"(?<!to )(?<!to the )(?<!in the )(?<!for the )(?<!await the )(?<!awaits the )"
_TWO_CHAMBERS = re.compile(
    rf"\b(?:Assembly|assembly|House|house)\b[^;]{{0,90}}?{_ON_TO}\b(?:Senate|senate)\b"
    rf"|\b(?:Senate|senate)\b[^;]{{0,90}}?{_ON_TO}\b(?:Assembly|assembly|House|house)\b"
)
_UPPER, _LOWER = (
    re.compile(r"\b(?:Senate|senate|Lords)\b"),
    re.compile(r"\b(?:House|house|Assembly|assembly|Commons)\b"),
)
_OF_ITS_CHANGE = re.compile(
    r"\b(?:amendments?|changes?|clauses?|motions?|provisions?|opposition|alternatives?"
    r"|(?:attempts?|efforts?|bids?)(?= to)|[Cc]ommittee stage"
    r"|[Rr]eport stage|reading) (?:to|in|of|on)(?: adopt| pass| enact)?(?: the)? ?\Z"
)
_OWN_BILL = re.compile(r"\b[A-Z][\w&.]+[’']s?\s(?:[a-z]+\s){0,2}\Z")
_WISH_AFTER = re.compile(
    r"\A[^;]{0,60}?\b(?:would|could|should|if (?:passed|enacted|adopted|approved|signed)|seeks? to|aims? to"
    r"|intended to|"
    r"designed to|legislation (?:that|aimed|designed)|will)\b|\A,?\s(?:which|that)\s[^.;]{2,50}?\b(?:intends?|plans?"
    r"|hopes?|is due) to\b|\A\W*(?:proposal|package|currently before|now before"
    r"|pending)"
)
_EXISTS_AFTER = re.compile(
    r"\A\W*(?:\([^)]*\)\W*)?(?:,?\s?which\s)?(?:also\s|already\s|currently\s|now\s)?(?:requires?|prohibits?|bans?"
    r"|bars?|gives?|protects?"
    r"|guarantees?|provides?|applies|covers?|mandates?|allows?|established|created|created|makes|regulates?|sets?"
    r"|grants?|defines?|obliges?|"
    r"entitles?|does not|doesn[’']t|is supposed|imposes?|contains?|includes?|restricts?|limits?|directs?|directed"
    r"|required|barred|banned)\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:would|could|[Ii]f|[Oo]nce|[Uu]ntil|should|must|will|to|when|unless|before|can|may|might|not|never|hopes?"
    r"|need(?:s|ed)?|immediately|swiftly)\s"
    r"(?:(?:be|it|is|has|have|been|not|yet|quickly|again|finally|soon|also|swiftly|and|the)\s){0,3}\Z"
)
_DRAFTING = re.compile(r"\b(?:drafting|preparation|development|outlines?|principles?|plans?) (?:of|for)\b")
_SIGNED = re.compile(r"\b(?:signed|enacted)\b")
_ROW = re.compile(r"\)?\s?(?:\([^()]{1,40}\))?(?:,|,?\s(?:and|&))\s(?:and\s)?(?:the\s)?")
_OF_ONE = re.compile(r"\b(?:was|is|has|its?)\b")
_NOT_YET = re.compile(r"\b(?:takes|goes|comes|enters|will)\b")
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|last (?:Congress|session)|prior|earlier version|11[0-8]th Congress|an earlier)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"\b(?:in|of|since|,)\s(?:(?:early|late|mid)[- ]?)?(?:(?:{MONTHS}"
                   r"|spring|summer|fall|autumn|winter)\s)?(?P<year>(?:19"
                   r"|20)\d\d)\b")  # fmt: skip


@dataclass(frozen=True)
class Evidence:
    """What one sentence says of a law. `strong` tells an event or state stated as fact from a hint.

    `start` and `end` are where the telling words stand in the document.
    """

    status: str
    strong: bool
    start: int
    end: int
    sentence: Sentence
    law: Law

    @property
    def words(self) -> str:
        """The telling words."""
        return self.sentence.text[max(0, self.start - self.sentence.start) : max(0, self.end - self.sentence.start)]


def evidence(reading: Reading, sentence: Sentence, law: Law, others: Sequence[Law]) -> Iterator[Evidence]:
    """What the sentence says of the mention `law`; words beyond the mentions of other laws are not its own."""
    left = max([o.end for o in others if o.end <= law.start and o.name != law.name] + [sentence.start])
    ends, right = _row_of(reading.text, law, others, sentence.end)
    shared = _coordinated(reading.text, left, law.start) if left > sentence.start else False
    before_from = sentence.start if shared else left
    before, after = reading.text[before_from : law.start], reading.text[ends:right]
    about = _About(sentence, law, before[-220:], after[:400], ends)
    told = [*_as_object(about), *_as_subject(about)] or list(_later(about)) or list(_hinted(about))
    yield from told


def _row_of(text: str, law: Law, others: Sequence[Law], end: int) -> tuple[int, int]:
    """Where the words after a law that are its own begin and end: "A (SB 1) and B were signed" tells of A, too."""
    following = sorted((o for o in others if o.start >= law.end and o.name != law.name), key=lambda o: o.start)
    last, right = law.end, end
    for other in following:
        if not _ROW.fullmatch(text, last, other.start):
            right = other.start
            break
        last = max(last, other.end)
    if last > law.end and _OF_ONE.search(text, last, last + 40):
        return law.end, following[0].start
    return last, max(last, right)


@dataclass(frozen=True)
class _About:
    """A mention of a law, and the words of its sentence before and after it that are its own.

    The words after it begin at `ends`, which is past the laws joined to it by "and".
    """

    sentence: Sentence
    law: Law
    before: str
    after: str
    ends: int

    def made(self, status: str, strong: bool, start: int, end: int) -> Evidence:
        """Evidence told by the words from `start` to `end`, counted from the mention's start (below 0) or end."""
        base = self.law.start if start < 0 else self.ends
        if self.law.family == "order" and status in ("enacted", "introduced", "passed", "in_force", "proposed"):
            status, strong = "executive_order", True
        return Evidence(status, strong, base + start, base + end, self.sentence, self.law)

    def fact(self, text: str, at: int, status: str = "") -> bool:
        """Whether the words at `at` are told as fact, not as a wish or, past its introduction, of an earlier bill."""
        earlier = status != "introduced" and _EARLIER.search(text[:220])
        doing = re.match(r"\w+ing\b", text[at : at + 12])  # "weighs signing", "can lead by passing"
        wished = _HYPOTHETICAL.search(text[max(0, at - 60) : at]) or (
            doing and _OPEN.search(text[max(0, at - 120) : at])
        )
        return not wished and not earlier


def _as_object(about: _About) -> Iterator[Evidence]:
    size, found = len(about.before), False
    for name, pattern in _BEFORE:
        if name == "passed" and found:
            continue
        near = [m for m in pattern.finditer(about.before) if _near(about.before[m.end() :])]
        for match in near[-1:]:
            drafted = _DRAFTING.search(about.before, match.end())
            real = not drafted and about.fact(about.before, match.start(), name)
            found = True
            status = _which_chamber(about.sentence) if name == "passed" else name
            yield about.made(status if real else "proposed", real, match.start() - size, match.end() - size)


def _which_chamber(sentence: Sentence) -> str:
    """What a plain "passed" tells: of one chamber where only one is named, else of the whole legislature."""
    text = sentence.text[:600]
    return "passed_chamber" if _ONE_CHAMBER.search(text) and not _BOTH.search(text) else "passed"


def _as_subject(about: _About) -> Iterator[Evidence]:
    after = about.after[:160]
    for status, pattern in _AFTER:
        match = pattern.search(after)
        if match and status == "in_force" and _NOT_YET.search(match.group()) and _SIGNED.search(after):
            continue  # "was signed in May and takes effect in 2027"
        if match and status == "failed" and _OF_ITS_CHANGE.search(about.before[-60:]):
            continue
        if match and not re.search(r"[.;]\s(?!it\b)", after[: match.start()]):
            real = about.fact(after, match.start(), status) and not _GET.search(about.before[-60:])
            both = status == "passed_chamber" and _TWO_CHAMBERS.search(after)
            told = "passed" if both else status
            yield about.made(told if real else "proposed", real, match.start(), match.end())
            return


def _later(about: _About) -> Iterator[Evidence]:
    """What a relative clause or a later "it" tells: "which Senator X introduced", "who vetoed it"."""
    for status, pattern in _LATER:
        match = pattern.search(about.after)
        if match and about.fact(about.after, match.start("verb")):
            yield about.made(status, True, match.start("verb"), match.end())
            return


def _hinted(about: _About) -> Iterator[Evidence]:
    before, after = about.before, about.after
    if re.search(r"\b[Uu]nder (?:the )?\Z", before) and not re.search(r"\bwould\b", after[:90]):
        yield about.made("in_force", False, 0, 0)
        return
    if _AFTER_PASSAGE.search(before[-140:]):
        yield about.made("passed", True, 0, 0)
        return
    if _TO_COME.search(before[-60:]):
        yield about.made("proposed", True, 0, 0)
        return
    if _CHANGED.search(before[-60:]) and _is_law(about.law):
        yield about.made("in_force", False, 0, 0)
        return
    wished = _WISH_BEFORE.search(before[-110:]) is not None
    if about.law.name.endswith("Bill") and _OF_ITS_CHANGE.search(before[-60:]):
        yield about.made("introduced", False, 0, 0)
        return
    if about.law.name.endswith("Bill") and _OWN_BILL.search(before[-60:]):
        yield about.made("proposed", False, 0, 0)
        return
    if not wished and _is_law(about.law) and _LISTED_LAWS.search(before):
        yield about.made("in_force", False, 0, 0)
        return
    if wished or _WISH_AFTER.search(after[:90]):
        yield about.made("proposed", wished, 0, 0)
    elif re.search(r"\b(?:an?)\s(?:[\w-]+\s){0,3}\Z", before[-50:]) and _is_law(about.law):
        yield about.made("proposed", False, 0, 0)
    elif _EXISTS_BEFORE.search(before[-90:]) or (_is_law(about.law) and _EXISTS_AFTER.search(after[:60])):
        yield about.made("in_force", False, 0, 0)


def _is_law(law: Law) -> bool:
    """Whether the present tense tells of a law in force; what a numbered bill does is told in the present tense too."""
    return law.family not in ("federal", "state") and not law.name.endswith("Bill")


def _near(between: str) -> bool:
    """Whether nothing but a noun phrase lies between the verb and the law."""
    return len(between) < 130 and not re.search(
        r"[;:]\s|\b(?:which|because|while|although|after|before|to (?:amend|repeal|implement|block|codify))\b", between
    )


def _coordinated(text: str, left: int, start: int) -> bool:
    return bool(
        re.fullmatch(r"[”\"’)]?[,;]?\s?(?:and\s|&\s|or\s)?(?:the\s)?(?:[A-Z][\w.]*\s){0,2}[“\"]?", text[left:start])
    )


def settled(found: Iterable[Evidence]) -> Evidence | None:
    """The evidence that decides a law's status: the furthest event told as fact, else a call for it, else a hint."""
    ranked = sorted(found, key=lambda e: e.sentence.start)
    strong = [e for e in ranked if e.strong and e.status in _RANK]
    if strong:
        signed = any(e.status == "enacted" for e in strong)
        told = [e for e in strong if not (signed and e.status == "in_force" and _NOT_YET.search(e.words))]
        furthest = max(told, key=lambda e: (_RANK[e.status], -e.start))
        return (
            replace(furthest, status="passed") if furthest.status == "passed_chamber" and _by_both(strong) else furthest
        )
    wished = [e for e in ranked if e.strong and e.law.family != "eu"]  # what the Union has numbered is no proposal
    existing = [e for e in ranked if e.status == "in_force"]
    if wished and len(wished) >= len(existing):
        return wished[0]
    possible = [e for e in ranked if e.status == "proposed"]
    if possible and (len(possible) > len(existing) or existing[0].start > possible[0].start):
        return possible[0]
    return existing[0] if existing else ranked[0] if ranked else None


def _by_both(found: Iterable[Evidence]) -> bool:
    """Whether the events told are the passage by one chamber and by the other."""
    words = [e.words for e in found if e.status == "passed_chamber"]
    return any(map(_UPPER.search, words)) and any(map(_LOWER.search, words))


def told_day(reading: Reading, found: Evidence) -> date | None:
    """The full date the sentence gives for what happened, None where it gives none near the telling words."""
    begin, end = _window(found)
    mentions = dates(reading.text[begin:end], reading.document.published_on)
    near = [m for m in mentions if m.day and _distance(found, begin + m.start, begin + m.end) < 130]
    near.sort(key=lambda m: _distance(found, begin + m.start, begin + m.end))
    return near[0].day if near else None


def told_year(found: Evidence) -> int | None:
    """The year the sentence gives for what happened ("in October 2023 ... issued")."""
    begin, end = _window(found)
    text = found.sentence.text[begin - found.sentence.start : end - found.sentence.start]
    years = [(m, int(m["year"])) for m in _YEAR.finditer(text)]
    if not years or not (found.strong and found.status in _RANK):
        return None
    years.sort(key=lambda pair: _distance(found, begin + pair[0].start(), begin + pair[0].end()))
    return years[0][1]


def _window(found: Evidence) -> tuple[int, int]:
    """The part of the sentence that is near the telling words."""
    return max(found.sentence.start, found.start - 400), min(found.sentence.end, found.end + 400)


def _distance(found: Evidence, start: int, end: int) -> int:
    return max(found.start - end, start - found.end, 0)
