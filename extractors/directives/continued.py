"""Sentences that go on about the one before: about its law ("It would also"), its contract, or what it demands."""

from __future__ import annotations

import re

from extractors.directives.force import NOT_CONTENT, NOT_YET, RULES

_AFTER_LAW = re.compile(
    r"^(?:And |But )?[“\"'‘]*(?:(?:[Ii]t|They|This|These) (?:also |further |then )?(?:do(?:es)? not (?:allow|permit"
    r"|let)|would|will|must|shall|has to"
    r"|have to|may not|cannot|forbids?"
    r"|requires?|prohibits?|includes?|bans?|gives?|creates?|establish(?:es)?|ensures?|aims? to|seeks? to"
    r"|extends?|strengthens?|obliges?|allows?|protects?|limits?|restricts?|applies|covers?)"
    r"|(?:The (?:commission|council|task force|committee|agency|department|secretary|law|measure"
    r"|protections?|rules?|fund"
    r"|program|office|new office)|This (?:commission|council|program)|Protections|Employers"
    r"|Compan(?:y|ies)|Unions|Workers|Employees|There"
    r"|Within \w+ (?:days|months|years)[^,]{0,30}, (?:it|the \w+)|With this (?:bill|law|act))\b"
    r"[^.;]{0,40}?\b(?:also )?(?:would|will|must|shall|has to|have to|may not|cannot|can|forbids?"
    r"|requires?|prohibits?|include|includes|bans?|gives?|creates?|establishes|ensures?"
    r"|are (?:also )?given|are (?:also )?rights))\b",
)
# A sentence whose main verb is "would" goes on about the bill before it, unless it tells what somebody thinks of it.
_WOULD = re.compile(
    r"(?!(?:If|Critics|Opponents|Supporters|Experts|Analysts|Economists|Some|Many)\b)[A-Z](?:(?!\b(?:said|says|told"
    r"|argu\w+|warn\w*|claim\w*|believ\w+|fear\w*|think\w*|thought|he|she|I|we|you|could|might|if|whether)\b)"
    rf"[^.;:!?“”\"]){{2,160}}?\bwould {RULES}"
)
_AFTER_CONTRACT = re.compile(
    r"^[“\"'‘]*(?:(?:And|But|Further|Furthermore|Also|In addition),? )?(?:further,? )?(?:[Ii]t"
    r"|[Tt]hey|[Tt]his|[Tt]hese|[Tt]he|[Oo]ther|[Tt]hose)"
    r" (?:(?:(?:new|tentative|three-year|four-year|final|ratified|latest) )?(?:contracts?|agreements?|clauses?|language"
    r"|provisions?|protections?|deals?|rules?|terms|article) )?"
    r"(?:also |further |then |often |typically |usually |generally |commonly |frequently )*"
    r"(?:states?|says?|requires?|prohibits?|allows?|gives?|guarantees?|includes?|ensures?|bars?|bans?"
    r"|forbids?|obliges?|means? that"
    r"|provides?|protects?|limits?|have similar language)\b"
)
_AFTER_DEMAND = re.compile(
    r"(?:And |But |So )?(?:[Tt]h(?:at|is)|[Ii]t|[Ww]hich) (?:also |really )?means (?!that\b)"
    r"(?:\w+ing\b|(?:an? |the |no |more |better |strong |real |proper )?\w+)"
)


def goes_on(text: str) -> bool:
    """Whether a sentence goes on about the law of the one before: "It would also require", "The commission would"."""
    return _AFTER_LAW.search(text) is not None and not NOT_CONTENT.search(text)


def would(text: str) -> bool:
    """Whether a sentence says what would be, as the text of a bill has it: "The findings would be published"."""
    return _WOULD.match(text) is not None and not NOT_CONTENT.search(text)


def goes_on_contract(text: str) -> bool:
    """Whether a sentence goes on about the contract of the one before: "It states that", "These clauses allow"."""
    return _AFTER_CONTRACT.search(text) is not None and not NOT_YET.search(text)


def goes_on_demand(text: str) -> bool:
    """Whether a sentence spells out the demand of the one before: "That means involving workers"."""
    return _AFTER_DEMAND.match(text) is not None
