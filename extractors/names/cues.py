"""What the words around a capitalised phrase tell: that it is an organization, and of what kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.lexicon import lookup
from extractors.names.given_names import GIVEN_NAMES, starts_like_a_person
from extractors.names.heads import GENERIC, KINDS
from extractors.names.phrases import SMALL
from extractors.names.places import is_group, is_place
from extractors.names.titles import TITLE_WORDS
from extractors.text.quick import quick
from extractors.text.tokens import WORD, Token, word_set

# Nouns that stand directly before an organization's name, or after it as "a … company", and its kind.
_NOUNS = {
    "union": "union unions local guild",
    "federation": "federation confederation",
    "employer": "company companies firm firms vendor startup start-up maker giant giants retailer manufacturer provider"
    " contractor chain employer studio studios developer platform subsidiary affiliate insurer conglomerate"
    " corporation fund airline automaker carmaker chipmaker consultancy specialist specialists supplier operator"
    " supermarket bank brand business publisher-owner joint-venture lab outsourcer carrier shipper brewer",
    "research": "university college institute pollster",
    "media": "newspaper magazine publisher newsroom outlet broadcaster website",
    "ngo": "charity nonprofit non-profit watchdog group organization organisation foundation association",
    "coalition": "coalition alliance",
    "government": "agency regulator department ministry watchdog",
}
NOUN_KINDS = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()} | {"think tank": "research"}
_NOUN = "|".join(sorted(map(re.escape, NOUN_KINDS), key=len, reverse=True))
_STAFF = (
    "employees|workers|staff|staffers|engineers|reporters|journalists|drivers|executives|managers|writers|editors"
    "|nurses|baristas|unions?|management|researchers"
)
_BEFORE = quick(
    rf"\b(?:(?P<noun>{_NOUN})[,:]? (?:(?:called|named|known as|such as|like|including|is) )?(?:the )?"
    rf"|(?P<staff>{_STAFF}|workers organi[sz]ed) (?:at|for|with|of) (?:the )?"
    r"|(?:editor|reporter|analyst|engineer|manager|fellow|professor|researcher|economist|scientist|organizer|director"
    r"|executive|counsel|lecturer|writer|lawyer|attorney|partner|associate|shareholder|specialist|head|president|strategist|employee|worker|driver"
    r"|[Ee]ditor|[Rr]eporter|Analyst|Engineer|Manager|Fellow|Professor|Researcher|Economist|Scientist|Organizer"
    r"|Director|Counsel|Attorney|Partner|Lecturer|Executive|Specialist) (?:at|with) (?:the )?"
    r"|(?:founder|[Oo]rganizer|[Cc]o-?founder|Founder|CEO|CTO|CFO|chief executive|owner|spokesperson"
    r"|spokesman|spokeswoman"
    r"|executive director|general secretary|Executive Director|General Secretary|[Gg]eneral [Mm]anager"
    r"|[Mm]anaging [Dd]irector|[Cc]hairman|[Cc]hairwoman|[Cc]hief [A-Za-z]+ [Oo]fficer"
    r"|(?<![Vv]ice )[Pp]resident(?= (?:of|at) ))"
    r" (?:of|at|for) (?:the )?"
    r"|(?:Director|President|VP|Head|Manager) of (?:[A-Z][\w&-]+ (?:and )?){1,4}(?:of|at|for) (?:the )?"
    r"|(?P<site>told|reported by|according to) (?:the )?(?=[A-Z][\w-]+\.(?:com|org|net|co\.uk)\b)"
    r"|(?P<survey>[Ss]urvey|[Pp]oll|[Pp]olling|[Ss]tudy|[Rr]eport|to reporting|[Rr]esearch|[Aa]nalysis|conducted"
    r"|commissioned|carried out)"
    r" (?:of (?:[\w,]+ ){1,8})?by (?:the )?(?=[A-Z]))(?=[A-Z0-9a-z])"
)
_AFTER = re.compile(
    rf"(?:['’]s?)? (?:(?P<staff>{_STAFF}|workforce|warehouses?|shareholders|spokesperson|spokesman|spokeswoman"
    r"|CEO|founder|co-founder)|(?P<survey>survey|poll))\b"
    r"|(?:['’]s?)? (?:(?:national|regional|deputy|assistant|interim|acting|senior|former|associate|vice|state) ){0,3}"
    r"(?:chief [a-z]+ officer|chief executive|managing director|executive director|general secretary"
    r"|(?:national|assistant|deputy|regional|branch) secretary|(?:policy|communications|research|media|campaigns?)"
    r" (?:director|manager|officer|lead|head)|vice president|general counsel|general manager) (?=[A-Z][a-z]+ [A-Z])"
    rf"|,(?: which is)? (?:a|an|the|one of the) (?:[\w’'-]+ ){{0,5}}?(?P<noun>{_NOUN})\b(?![-’'])"
)
_IN_A_PLACE = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Oo]utside|[Aa]round|[Aa]cross) $")
_NO_NAMES = word_set(
    "AI AGI HR IT QA GPS PC TV CEO CFO CTO PDF LLM LLMs GPT ML API APIs DEI PPE UBI GDP R&D CBA CBAs MOU NDA RFI RFP ID"
    " VR AR IP KPI KPIs PR GIG FAQ ESG H-1B COVID COVID-19 STEM K-12 Internet Web Bill Act Title Section Article HERE"
    " PDT PST EST EDT ET PT AM PM Jr Sr W-2 Black Latino Latinx Asian Gen Zoom Big Tech Uber-style"
    " Generative Artificial"
    " Intelligence Machine Learning Robot Robots Automation Federal Gig Delivery Warehouse Unionized Nonunion Non-union"
    " Thousands Hundreds Dozens Contract Frontline Essential Immigrant Young Women Men Older Remote Tech Digital Social"
    " Civil Human Industry Market Society World Government State Program Programme Christmas Thanksgiving English"
    " Spanish Bible Constitution Earth God Republic Kingdom"
    " AL AK AZ AR CA CO CT DC FL GA HI IA IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI"
    " SC SD TN TX UT VA VT WA WI WV WY ON BC NSW VIC QLD"
)


_BEFORE_PLACES = word_set("San Santa Saint St Port Fort Los Mount Mt Lake Camp")
# Parts of organizations, not organizations.
_SUBUNITS = word_set("Initiative Program Programme Division Team Unit Practice Project Department Group Section")
_NUMBER = re.compile(r"\d[\d.,:/]*(?:st|nd|rd|th|k|m|bn|am|pm|s|h)?(?:-.*)?$", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?")
_LONGEST = 12  # words of a name


@dataclass(frozen=True)
class Cued:
    """A phrase the context takes for an organization: tokens `first` to `last` (exclusive), and its kind if told."""

    first: int
    last: int
    kind: str | None


# "the Harbour and Dock Workers union", the last word without a capital.
_UNION_AFTER = re.compile(
    r" union\b(?! (?:members?|workers?|busting|drive|election|contract|leaders?|organi[sz]ing|vote)\b)"
)


def _known_union(text: str, row: Sequence[Token], first: int, last: int) -> int | None:
    """The first token of the name that a known union has before a small "union", None where it is none."""
    begin = first
    for _ in range(2):
        if lookup(f"{text[row[begin].start : row[last - 1].end]} Union"):
            return begin
        if begin < 2 or row[begin - 1].text not in ("and", "&", "of") or not row[begin].joined:
            return None
        begin = run_start(row, begin - 2)
    return begin if lookup(f"{text[row[begin].start : row[last - 1].end]} Union") else None


def cued(text: str, row: Sequence[Token], start: int, end: int) -> Iterator[Cued]:
    """Phrases of the sentence from `start` to `end` that its words take for organizations."""
    if not row:
        return
    starts = [token.start for token in row]
    for match in _BEFORE.pattern.finditer(text, start, end) if _BEFORE.may(text[start:end]) else ():
        first = bisect_left(starts, match.end())
        if first < len(row) and row[first].start == match.end() and row[first].shape == WORD:
            last = _without_bearer(row, first, further(row, run_end(row, first)))
            if row[last - 1].text not in _SUBUNITS and text[row[last - 1].end : row[last - 1].end + 1] not in (
                "+",
                "@",
            ):
                yield Cued(first, last, _kind(match))
    for last in range(1, len(row) + 1):
        token = row[last - 1]
        if token.shape != WORD or (last < len(row) and row[last].shape == WORD and row[last].joined):
            continue
        after = _AFTER.match(text, token.end, end) if text[token.end : token.end + 1] not in "+@" else None
        if after is not None:
            first = run_start(row, last - 1)
            union = _known_union(text, row, first, last) if _UNION_AFTER.match(text, token.end, end) else None
            if union is not None:
                yield Cued(union, last, "union")
                continue
            while first < last - 1 and row[first].text in _NO_NAMES:
                first += 1
            if after["noun"] and _IN_A_PLACE.search(text, max(start, row[first].start - 9), row[first].start):
                continue
            yield Cued(first, last, _kind(after))


def _without_bearer(row: Sequence[Token], first: int, last: int) -> int:
    """The end of a company's name that its officer's runs into: "CEO of Acme Jane Doe"."""
    given = last - first > 2 and row[last - 2].text in GIVEN_NAMES
    named = given and row[last - 3].text not in _BEFORE_PLACES and row[last - 1].text not in KINDS
    return last - 2 if named else last


def further(row: Sequence[Token], end: int) -> int:
    """The end of a name that goes on with "to …", "of …", "for …" from `end`."""
    limit = min(len(row), end + _LONGEST)
    while end + 1 < limit and row[end].joined and row[end + 1].joined and not row[end - 1].owner:
        links = row[end].text in ("to", "of", "for") or (row[end].text == "and" and row[end - 2].text in ("of", "for"))
        start = end + 2 if row[end + 1].text == "the" else end + 1
        if not links or start >= len(row) or row[start].shape != WORD or not row[start].joined:
            break
        further = run_end(row, start)
        if further <= start:
            break
        end = further
    return end


def _kind(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("noun"):
        return NOUN_KINDS.get(match["noun"])
    if groups.get("staff"):
        return "employer"
    if groups.get("site"):
        return "media"
    return "research" if groups.get("survey") else None


def run_end(row: Sequence[Token], first: int) -> int:
    """The end of the run of capitalised words from `first`, titles and small words left out."""
    end, limit = first, min(len(row), first + _LONGEST)
    while end < limit and (end == first or (row[end].joined and not row[end - 1].owner)):
        paired = row[end].text == "&" and first < end < limit - 1 and row[end + 1].joined and row[end + 1].shape == WORD
        if not paired and (row[end].shape != WORD or row[end].text in SMALL or row[end].text in TITLE_WORDS):
            break
        end += 1
    return end


def run_start(row: Sequence[Token], last: int) -> int:
    """The start of the run of capitalised words that ends with token `last`."""
    first, floor = last, max(0, last - _LONGEST)
    while first > floor and row[first].joined and row[first - 1].shape == WORD and not row[first - 1].owner:
        if row[first - 1].text in SMALL or row[first - 1].text in TITLE_WORDS:
            break
        first -= 1
    return first


def may_name(words: list[str]) -> bool:
    """Whether these words can be the name of an unknown organization at all."""
    if not words or len(words) > 5 or words[0] in SMALL or words[0] in TITLE_WORDS or words[-1] in TITLE_WORDS:
        return False
    if len(words) == 1 and _DOTTED.fullmatch(words[0]):
        return False
    if any(part in SMALL for word in words for part in word.split("-")):
        return False
    telling = [w for w in words if w not in _NO_NAMES and w not in GENERIC and w not in KINDS and not _NUMBER.match(w)]
    firm = words[-1] == "PC" and "&" in words
    if not telling or all(len(w) < 2 for w in telling) or (words[-1] in _NO_NAMES - {"AI"} and not firm):
        return False
    return not is_place(words) and not is_group(words) and not starts_like_a_person(words)
