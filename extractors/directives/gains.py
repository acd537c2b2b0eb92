"""Who gains by a provision of an agreement: whoever holds the right, gets the notice or thing, or is protected."""

from __future__ import annotations

import re

from extractors.directives.modality import main_actor

EMPLOYEE, UNION, EMPLOYER, BOTH = "employee", "union", "employer", "both"

_ACTORS = {"people": EMPLOYEE, "union": UNION, "employer": EMPLOYER, "joint": BOTH}
_DETERMINED = r"(?:both |each |all |any |an? |the |its |their |his |affected |concerned |individual |new |local )*"
_UNION_NAMED = (
    r"(?:union|association|guild|local|federation|(?:chief |shop )?steward|bargaining (?:agent|representative))s?"
)
_PEOPLE_NAMED = (
    r"(?:(?:bargaining unit |unit |regular |displaced |laid[- ]off |union )?(?:employee|worker|member|officer|teacher"
    r"|nurse|driver|performer|writer|player|instructor|operator|deput|firefighter|provider|librarian|clerk|pilot"
    r"|faculty|staff)(?:y|ies|s)?)"
)
_NAMED = rf"{_DETERMINED}(?P<who>(?P<union>{_UNION_NAMED}\b(?! (?:members?|employees?)))|(?P<people>{_PEOPLE_NAMED}\b))"
_RECEIVES = re.compile(
    r"\b(?:notif(?:y|ies|ied|ying)|inform(?:s|ed|ing)?|advis(?:e|es|ed|ing)|t(?:ell|ells|old)"
    r"|consult(?:s|ed|ing)?(?: with)?|meet(?:s|ing)?(?: and \w+)?(?: in good faith)?(?: with)?"
    r"|(?:negotiat|bargain|discuss|confer|agree)\w*(?: [^,.;]{1,60})? with"
    r"|supply|supplies|furnish\w*|give|gives|given|provide[sd]?|offer(?:s|ed)?|afford(?:s|ed)?|grant(?:s|ed)?|send|show|pay"
    r"|pays|paid|train|retrain|reimburse[sd]?|compensate[sd]?|issue[sd]?|equip|allow|permit|available"
    r"|notice|report|access|explanation|copy|copies|information|training|consent of|agreement of|approval of|request of"
    rf"|request by|review by|inspection by)(?: (?:to|for|by|of))? {_NAMED}",
    re.IGNORECASE,
)
_HANDED = re.compile(
    r"\b(?:notice|notif\w+|report|provid\w+|furnish\w*|suppl\w+|given|giv\w+|disclos\w+|copy|copies|sen[dt]|deliver\w*"
    rf"|submit\w*|made available|offer\w*|issu\w+|forward\w*|paid)\b[^.;]{{0,80}}?\bto {_NAMED}",
    re.IGNORECASE,
)
_TOUCHED = re.compile(rf"\b{_NAMED}", re.IGNORECASE)
_BY_EMPLOYER = re.compile(
    r"\bby (?:the |its )?(?:employer|company|county|city|state|agency|district|college|university|department|management"
    r"|hospital|board|league|teams?|supervisors?)\b|\brights? of (?:the )?(?:employer|company|county|city|state"
    r"|management|district|agency|college|university|board|hospital)\b",
    re.IGNORECASE,
)
_FOR_PEOPLE = re.compile(
    r"\b(?:provid|furnish|suppl|pay|paid|reimburs|train|retrain|equip|compensat|protect|safe|ergonomic|privacy)\w*",
    re.IGNORECASE,
)


def beneficiary(text: str, kind: str | None, bearer: str | None) -> str | None:
    """Who gains by a sentence of modality `kind` that binds `bearer`: "employee", "union", "employer" or "both".

    None for definitions and where the words do not tell.
    """
    if kind == "definition" or bearer is None:
        return None
    actor = main_actor(text)
    if kind in ("right", "permission"):
        return _holder(text, actor)
    if bearer == "both":
        return BOTH
    if bearer in (EMPLOYEE, UNION):
        return EMPLOYER
    if bearer != EMPLOYER:
        return None
    if actor in ("people", "union"):  # "employees shall be told": the employer is bound, they gain
        return _ACTORS[actor]
    if given := _RECEIVES.search(text) or _HANDED.search(text):
        return _named(given)
    touched = _TOUCHED.search(text)
    if kind == "prohibition":
        return _named(touched) if touched else EMPLOYEE
    return _named(touched) if touched and _FOR_PEOPLE.search(text) else None


def _holder(text: str, actor: str | None) -> str | None:
    """Who holds a right or may do something: who the sentence is about, else who is to see or get what it tells of."""
    if _BY_EMPLOYER.search(text):
        return EMPLOYER
    if actor in _ACTORS:
        return _ACTORS[actor]
    given = _RECEIVES.search(text) or _HANDED.search(text)
    return _named(given) if given else None


def _named(match: re.Match[str]) -> str:
    return UNION if match["union"] else EMPLOYEE
