"""What a told sentence does where it says so in plain words or as an item of a list, without a verb of law.

"No redundancies until 2027" forbids, "mood detection is off the table" does, too; "paid time off to learn the system"
gives a right, and so does "you can object".
"""

from __future__ import annotations

import re

from extractors.text.quick import quick

_PEOPLE = (
    r"(?:workers?|employees?|members?|people|persons?|staff|agents|drivers|nurses|teachers|performers|candidates|applicants"
    r"|unions?|representatives|works councils?)"
)
_FORBIDS = (
    quick(
        r"\bmak(?:e|es|ing) it (?:unlawful|illegal|a crime|an offen[cs]e)\b|\boff the table\b|\bplay no (?:part|role)\b"
    ),
    quick(r"\b(?:is|it) an? (?:\w+ ){0,3}violation (?:of [^,;]{2,60} )?(?:for|to)\b"),
    quick(r"^\W*[Nn]o (?!later|less|more|fewer|matter|doubt|wonder)\w+ [^.;]{3,200}\Z"),
    quick(r"\A(?!.*\b(?:is|are|was|were|has|have)\b.{0,20}not to be)[^.;]{3,80}\bnot to be \w+(?:ed|en|t)\b"),
    quick(r"^\W*(?:[Tt]he [\w ]{2,40} )?(?:[Pp]rotects?|[Ss]hields?) (?:[\w’']+ ){1,4}?(?:from|against)\b"),
    quick(
        r"\b(?:would|will) (?:stop|keep|prevent|block|bar) [^.;,]{3,60} from \w+ing\b|\bbe denied to\b|\bkeeps out\b"
    ),
    quick(
        r"\b(?:that|which) (?:would )?(?:prohibits?|bans?|bars?|outlaws?|forbids?"
        r"|(?:restricts?|constrains?|limits?) (?:what|how|when|where))\b"
    ),
    quick(r"\b(?:provides?|says?|states?) that [^.;,]{3,80}\b(?:may|shall|will|must|can) not\b"),
)
_GIVES = (
    quick(r"^\W*(?:[Pp]aid )?(?:[Tt]ime off|[Aa]ccess|[Rr]elease time|[Ll]eave) (?:for|to)\b"),
    quick(rf"^\W*[Gg]uarantee(?:s|d)? (?:each |every |all |any |the )?{_PEOPLE}\b", re.IGNORECASE),
    quick(rf"\bso that (?:the )?{_PEOPLE} can\b", re.IGNORECASE),
    quick(
        r"\b[Yy]ou (?:can|may|will be able to|have the right to)"
        r" (?:object|ask|appeal|refuse|challenge|request|take|see|correct)"
    ),
    quick(
        rf"\b{_PEOPLE}\b[^.;]{{0,60}}\b(?:should|must) (?:be (?:able|empowered|entitled)|share in|see the)\b",
        re.IGNORECASE,
    ),
    quick(rf"\b{_PEOPLE}\b[^.;]{{0,40}}\b(?:should|must) have (?:the|a) (?:fair )?chance\b", re.IGNORECASE),
)
_LETS = quick(rf"\b(?:lets?|allows?|entitled?s?|empowers?|enables?) (?:either party|{_PEOPLE}) ", re.IGNORECASE)
_OWES = quick(
    r"\b(?:must|shall|requir\w+|mandat\w+|obliges?|ha(?:s|ve) to)\b", re.IGNORECASE
)  # what comes first counts


def plain_act(text: str) -> str | None:
    """A code of modality, "prohibition" or "right", None where the sentence does neither in plain words."""
    if any(pattern.search(text) for pattern in _FORBIDS):
        return "prohibition"
    if any(pattern.search(text) for pattern in _GIVES):
        return "right"
    lets = _LETS.search(text)
    return "right" if lets and not _OWES.search(text, 0, lets.start()) else None
