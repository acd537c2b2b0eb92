"""Whether a sentence rules on a technology that it names, or only names it: as a means, a place, a subject of study.

A clause is on technology where technology is what it rules on: it is brought in, provided, paid for, used or not used,
watched, learnt, bargained over, or jobs and pay follow from it. "Absences are reported through the automated system"
names a means, "a degree in educational technology" a subject of study.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.directives.technologies import Term

_REACH = 110  # characters before and behind a term in which what governs it stands
_WORDS = r"(?:(?!through |via )[\w’'/&.-]+,? |\([^()]{1,30}\) |[“\"”]){0,8}?"
_RULING = (
    r"introduc\w+|install\w*|implement\w*|adopt\w*|deploy\w*|acquir\w+|purchas\w+|buy(?:s|ing)?|leas(?:e|es|ing)"
    r"|provid\w+|furnish\w*|suppl(?:y|ies|ied|ying)|issu(?:e|es|ed|ing)|equip\w*|pa(?:y|ys|id|ying)(?: for)?"
    r"|reimburs\w*|us(?:e|es|ed|ing)|utili[sz]\w+|operat\w+|wear\w*|carr(?:y|ies|ying)|activat\w*|deactivat\w*"
    r"|disabl\w*|turn\w* (?:on|off)|punch\w*|swip\w*|access(?:ed|es|ing)?|view\w*|review\w*|inspect\w*|search\w*"
    r"|download\w*|releas\w*|disclos\w*|collect\w*|gather\w*|stor(?:e|es|ed|ing)|retain\w*|keep\w*|kept|maintain\w*"
    r"|eras\w+|destroy\w*|delet\w*|alter\w*|falsif\w+|tamper\w*(?: with)?|protect\w*|safeguard\w*|own\w*"
    r"|copyright\w*|licen[sc]\w*|sell\w*|sold|shar(?:e|es|ed|ing)"
    r"|monitor\w*|track\w*|record(?:s|ed|ing)?|surveil\w*|measur\w*|audit\w*|test(?:s|ed|ing)?|evaluat\w*"
    r"|chang(?:e|es|ed|ing)|replac\w*|upgrad\w*|convert\w*|moderni[sz]\w*|develop\w*|design\w*|program\w*|select\w*"
    r"|limit\w*|prohibit\w*|permit\w*|allow\w*|requir\w*|restrict\w*|ban(?:s|ned)?|forbid\w*|request\w*|offer\w*"
    r"|assign\w*|approv\w*|deny|denie[sd]|rescind\w*|discontinu\w*|terminat\w*|suspend\w*|end(?:s|ed)?"
    r"|learn\w*|train\w*(?: (?:in|on|for|with))?|teach\w*|deliver\w*|perform\w*|work\w*|discuss\w*|bargain\w*"
    r"|negotiat\w*|establish\w*|creat\w*|set(?:s|ting)?(?: up)?|plac(?:e|es|ed|ing)|transmit\w*|publish\w*|post\w*"
    r"|determin\w*|fund(?:s|ed|ing)?|resort(?:s|ing)? to|abide by|comply with|sign(?:s|ed)?"
    r"|produc\w*|replicat\w*|simulat\w*|edit\w*|draft\w*"
    r"|employ(?:s|ing)?|(?:shall|will|must) be|(?:is|be) no|any new"
)
_PEOPLE = r"(?:employees?|workers?|members?|unit members?|teachers?|operators?|drivers?)"
_OBJECT = re.compile(
    rf"\b(?:{_RULING})\s+(?:to (?:the )?{_PEOPLE} )?{_WORDS}$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"\b(?:because|due to|result\w*|consequence|caus\w+|affect\w*|aris\w+|reason of|in connection|relat\w+|concern\w*"
    r"|regarding|associated|in the event|subject to|replac\w+|displac\w+|eliminat\w+|reduc\w+|impacts?|effects?)\b"
    rf"[^.;:]{{0,25}}?\s{_WORDS}$",
    re.IGNORECASE,
)
_ON_IT = re.compile(
    r"\b(?:use|usage|utilization|introduction|installation|implementation|adoption|deployment|operation|purchase"
    r"|acquisition|cost|costs|price|expense|fee|review|viewing|privacy|confidentiality|security|accuracy|ownership"
    r"|rights?|copyright|development|delivery|design|training|instruction|courses?|classes|notice|information|access|placement"
    r"|location|removal|loss|misuse|falsification|failure|malfunction|control|policy|policies|rules?|guidelines|committee"
    r"|advances?|changes?|improvements?|developments?|innovations?|form|type|types|kinds?)"
    rf"(?:(?:/| and | or )\w+){{0,2}} (?:of|in|on|with|to|from|for|about|over|regarding)\s+{_WORDS}$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:[ -][\w’'/-]+){0,5}?(?:,? (?:and|or|and/or) [\w-]+(?: [\w-]+){0,2})?,? "
    r"(?:shall|will|must|may|should|can(?:not)?|means|includes?|(?:is|are|has been|have been) (?:not )?"
    r"(?:install|us|introduc|implement|provid|suppli|requir|prohibit|permitt|allow|record|plac|need|own|paid|pa)\w*"
    r"|(?:installed|used|provided|issued|introduced|owned|supplied|furnished|required)"
    r"|(?:\w+ly )?(?:alters?|changes?|replac\w+|displac\w+|affects?|eliminat\w+|reduc\w+|makes|made|results?"
    r"|causes?|comes?|came|arrives?))\b"
    r"|[^.;]{0,90}\bmanned by\b",
    re.IGNORECASE,
)
_WITH_IT = re.compile(
    r"(?:[ -][\w-]+)?[ -](?:training|committee|policy|policies|agreements?|arrangements?|requests?|footage|recordings?"
    r"|stipends?|allowances?|reimbursements?|costs?|fees?|privacy|assignments?|programs?|operators?|employees?|workers?"
    r"|jurisdiction|work)\b",
    re.IGNORECASE,
)
_BY_IT = re.compile(rf"\b(?:via|through|by)\s+(?:the |an? |any )?(?:use|means|way) of\s+{_WORDS}$", re.IGNORECASE)
_HALT = re.compile(r"[.;:](?=\s)|\b(?:that|which|who|where)\b")


def is_governed(text: str, start: int, terms: Iterable[Term]) -> bool:
    """Whether any of `terms`, in a sentence `text` that begins at `start` of the document, is what it rules on."""
    return any(_governs(text, term.start - start, term.end - start) for term in terms)


def _governs(text: str, begin: int, end: int) -> bool:
    before = text[max(0, begin - _REACH) : max(0, begin)]
    cut = max((match.end() for match in _HALT.finditer(before)), default=0)
    before, behind = before[cut:], text[end : end + _REACH]
    if _BY_IT.search(before):
        return False
    if any(pattern.search(before) for pattern in (_OBJECT, _FOLLOWS, _ON_IT)):
        return True
    return _SUBJECT.match(behind) is not None or _WITH_IT.match(behind) is not None
