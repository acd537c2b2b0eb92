"""Lines and sentences that lead to a list: "The Act would:", "Key provisions", "Our demands", "Recommendations"."""

from __future__ import annotations

import re

from extractors.directives.force import AGREEMENT, DEMAND, LAW_NOUN, LEGISLATION, RECOMMENDATION, asks
from extractors.text.quick import quick

_CONTRACT_LEADS = quick(
    r"\b(?:contracts?|agreements?|CBA|MOU|deal|pact|memorandum|ratified)\b[^.]{0,160}:$"
    r"|\bwhat (?:the|this|our) (?:contract|agreement|deal) (?:says|does|means|includes|covers)\b"
    r"|\b(?:highlights|gains|wins) (?:of|in|from) (?:the|our) (?:new |tentative )?(?:contract|agreement|deal)\b",
    re.IGNORECASE,
)
_LAW_LEADS = quick(
    rf"\b(?:{LAW_NOUN}|(?-i:Act|Bill))\b[^.;]{{0,200}}:$|\bwhat the law (?:says|requires)\b|\byour (?:legal )?rights\b"
    r"|\b(?:legal (?:rights|protections|requirements|obligations))\b|"
    rf"\b(?:{LAW_NOUN}|(?-i:Act|Bill))\s?:$|"
    rf"\b(?:{LAW_NOUN}|(?-i:Act|Bill))\b[^.;]{{0,60}}\b(?:would|will|shall|does|do)(?: also)?\s?:?$"
    rf"|\b(?:key )?provisions of the (?:bill|act|law|legislation)\b"
    r"|\bwhat (?:the|this) (?:bill|act|law|legislation) (?:does|would do|will do|says)\b",
    re.IGNORECASE,
)
_DEMANDS_LEAD = quick(
    r"\b(?:points of contention|sticking points?|(?:unresolved|outstanding|key) issues)\b[^.]{0,60}:$"
    r"|\b(?:negotiating|bargaining) (?:position|demands|priorities|agenda)\b[^.]{0,40}:$|\bprinciples?\b[^.]{0,60}:$"
    r"|\b(?:demand|call|urge|ask|request|propose)\w*\b[^.]{0,120}:$"
    r"|\b(?:our|key|main|core|the union[’']s|workers[’']|their) (?:demands|asks)\b|\bwe (?:demand"
    r"|call for)\b",
    re.IGNORECASE,
)
_WANTED = quick(r"\b(?:must|should|ought to|needed|needs? to)\b", re.IGNORECASE)
_ADVICE_LEADS = quick(
    r"\b(?:approaches|practices|strategies|recommendations|guidelines|steps|measures|tips|principles outlined)\b"
    r"[^.;]{0,60}\b(?:include|includes|are|following)\s?:$"
    r"|\brecommendations?(?: (?:for|to) [\w ,]{3,60})?:?$|\b(?:what (?:unions|workers|you"
    r"|members) (?:can|should) do|best practices|action steps|next steps)\b",
    re.IGNORECASE,
)


def leads_to(text: str) -> str | None:
    """The instrument whose contents a line promises: "The Act would:", "Key provisions", "Our demands"; else None."""
    text = text.strip()
    if text.endswith("?"):
        return None
    if _ADVICE_LEADS.search(text):
        return RECOMMENDATION
    if asks(text) and _DEMANDS_LEAD.search(text):
        return DEMAND
    if _WANTED.search(text) and (_CONTRACT_LEADS.search(text) or _LAW_LEADS.search(text)):
        return DEMAND
    for pattern, instrument in (
        (_LAW_LEADS, LEGISLATION),
        (_CONTRACT_LEADS, AGREEMENT),
        (_DEMANDS_LEAD, DEMAND),
    ):
        if pattern.search(text):
            return instrument
    return None
