"""Whether a name that is also an everyday word ("Unite", "Target") stands for the organization here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.names.gazetteer import Known
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.heads import GENERIC
from extractors.names.rows import SmallWords
from extractors.text.tokens import WORD, Token, word_set

# Chambers that are meant whenever they bear a capital.
# Sites where things are posted; meant as companies only where a word says so.
_PLATFORMS = word_set(
    "Facebook Twitter Instagram YouTube TikTok LinkedIn WhatsApp X Snapchat Reddit Threads Zoom Slack"
)
# Everyday acronyms and the state codes that some organizations share.
_NEVER = word_set(
    "CEO CFO CTO COO HR IT PR AI EA PM AM VP TV PC OK VA LA MA PA CA GA MD DE IN OR ME HI ID AND FAS WHO ICE JUSTICE"
)
_CHAMBERS = word_set("Congress Senate Parliament")
_CUE_BEFORE = re.compile(
    r"\b(?:at|by|joined|unions?|company|giants?|firm|group|charity|maker|employer|owner|retailer|startup"
    r"|magazine|newspaper"
    r"|platform|organi[sz]ation|(?:employees|workers|members|staff) (?:of|at|for)|on behalf of|parent|website|including"
    r"|such as|like|against|told|outlet|affiliate|owned by|sued|CEO of|president of) (?:the )?$"
)
_CUE_AFTER = re.compile(
    r"(?:['’]s?)? (?:(?:national|regional|executive|general|chief|senior|deputy|assistant|policy|research|press|safety"
    r"|area|district|branch|political|shop|negotiating|head of) ){0,3}(?:said|says|told|workers?|employees?"
    r"|members?|staff|union|unions|general secretary"
    r"|announced|argued|warned"
    r"|reported|estimated|called|spokes\w+|CEO|chief executive|executives?|president|Inc|Ltd|plc|Corp|officials"
    r"|management|representatives?|organi[sz]ers?|warehouses?|drivers?|engineers?|shareholders|secretary|leaders?|boss(?:es)?"
    r"|deputy|officers?|stewards?|branch|local|strikers?|strikes?|picket|contracts?|negotiators?|chief|director|analysts?"
    r"|economists?|reporters?|correspondents?|agreements?|bargaining|baristas?|nurses?|teachers?)\b"
)
_SPEAKS = re.compile(r" (?:said|says|announced|warned|argued)\b")
_COMPANY = re.compile(
    r"\b(?:at|company|giants?|parent|owner|firm|employees of|workers at|CEOs? of|owned by|sued|including) $"
)
_THE_BEFORE = re.compile(r"\b(?:[Tt]he|U\.S\.|US) $")
_NAMED_BEFORE = re.compile(
    r"(?:[A-Z][a-z’'-]+ |\A[a-z ]*)\((?:[^()]{0,24}, )?(?:the )?$|\A[^()]*\b(?:secretary|president|chair"
    r"|officer|organiser|organizer|member|director|lead), $"
)
_IMMIGRATION = re.compile(r"\b(?:[Ii]mmigra|[Dd]eport|[Bb]order [Pp]atrol|Homeland Security)")
_CUTTING = re.compile(
    r" (?:cutting|cuts?|closing|trimming|reducing|laying|laid|fired|firing|hired|hiring|employs|plans|agreed|sued"
    r"|owns|pays)\b"
    r"|['’]s? (?:[\w-]+ )?(?:polic(?:y|ies)|layoffs?|headcount|owner|parent|algorithms?|moderators?|decision"
    r"|offices?)\b"
)
_COUNTED = re.compile(r"['’]s? [\d.,]+ (?:million )?(?:\w+ )?(?:members|workers|employees|,|are)|['’]s? \d[\d,]+\b")
_UNION_ACTS = re.compile(
    r" (?:signed|reached|won|ratified|negotiated|agreed|voted|backs?|backed|supports?|supported|endorse[sd]?"
    r"|condemn(?:s|ed)"
    r"|welcome[sd]|urge[sd]|represents?|secured|demand(?:s|ed)|launched|published|filed|sued|opposes?|opposed|wants|has|have"
    r"|plans|called|calls|and [A-Z])\b"
)
_DATELINE = re.compile(r"\) ?[—–-]")
_RULES = re.compile(
    r"(?:['’]s? (?=[a-z“])| (?:has|had|have|will|would|plans?|planned|issued|proposed|ordered|ruled|released|filed|sued"
    r"|must|should|did|does|requires?|required|asked|and the union)\b)"
)
_VALUES = re.compile(r",? (?:and|&) (?:Inclusion|Diversity)|, Inclusion")
_BILL_NEXT = re.compile(r" (?:(?:Joint|Concurrent) )?(?:Bills?|Resolutions?|File)\b")
_NUMBERED = re.compile(r"\d(?:st|nd|rd|th) $")


def believed(text: str, row: Sequence[Token], known: Known, initial: bool, capitals: bool, plain: SmallWords) -> bool:
    """Whether the sentence takes a risky name for an organization.

    `initial`: it is the first word of what is said; `capitals`: the line is a title, all its words have capitals;
    `plain`: the words that the document also writes without a capital.
    """
    first, last = row[known.first], row[known.last - 1]
    before, after = text[max(0, first.start - 28) : first.start], text[last.end : last.end + 28]
    if is_surname(row, known):
        return False
    if known.written == "ICE" and _IMMIGRATION.search(text) and first.text == "ICE":
        return True
    if known.written in _NEVER:
        return known.written == first.text and _SPEAKS.match(after) is not None
    if known.written in _PLATFORMS:
        acts = _CUE_AFTER.match(after) is not None or _CUTTING.match(after) is not None
        return acts or _COMPANY.search(before) is not None
    if known.written in _CHAMBERS:
        return (
            not _NUMBERED.search(before)
            and not _BILL_NEXT.match(after)
            and (capitals or not _beside(row, known, before_only=True))
        )
    if known.written in ("House", "Commons", "Lords"):
        return not capitals and bool(_THE_BEFORE.search(before)) and not _beside(row, known)
    if _CUE_AFTER.match(after) and not (capitals and initial):
        return True
    shown = _shown(known, before, after, capitals)
    if shown is not None:
        return shown
    if capitals or initial:
        return False
    if _CUE_BEFORE.search(before):
        return not _beside(row, known, after_only=True)
    if known.last - known.first > 1:
        return True
    if known.acronym:
        return bool(_THE_BEFORE.search(before)) and not _beside(row, known)
    generic = known.written in GENERIC
    return not generic and not _beside(row, known) and known.written.casefold() not in plain


def is_surname(row: Sequence[Token], known: Known) -> bool:
    """Whether a single word stands right after a given name: "Kate Target"."""
    before = row[known.first - 1] if known.first and known.last - known.first == 1 else None
    return before is not None and row[known.first].joined and not before.owner and before.text in GIVEN_NAMES


def _shown(known: Known, before: str, after: str, capitals: bool) -> bool | None:
    """What the words around a name show wherever it stands; None where they show nothing."""
    if _COUNTED.match(after) and known.entry.kind in ("union", "federation", "employer"):
        return True
    if known.entry.kind == "media" and before.endswith("(") and _DATELINE.match(after):
        return True
    if known.entry.kind == "government" and known.acronym and _RULES.match(after) and not capitals:
        return True
    if known.entry.kind in ("union", "federation") and _UNION_ACTS.match(after) and not capitals:
        return True
    if known.written == "Equity" and _VALUES.match(after):
        return False
    return True if _NAMED_BEFORE.search(before) and after[:1] == ")" else None


def _beside(row: Sequence[Token], known: Known, before_only: bool = False, after_only: bool = False) -> bool:
    """Whether another capitalised word stands directly beside the name, so that it may be part of a longer one."""
    left = known.first > 0 and row[known.first].joined and row[known.first - 1].shape == WORD
    left = (
        left
        and not row[known.first - 1].text.isdigit()
        and not row[known.first - 1].owner
        and row[known.first - 1].text not in ("U.S", "US", "UK", "State")
    )
    right = known.last < len(row) and row[known.last].joined and row[known.last].shape == WORD
    right = right and not row[known.last - 1].owner
    return (left and not after_only) or (right and not before_only)
