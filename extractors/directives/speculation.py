"""Sentences without force: what can be, what was found or counted, questions, and what a text says of itself."""

from __future__ import annotations

import re

from extractors.directives.force import ASKS, OUGHT, WITH_LAW, WON
from extractors.directives.imperatives import is_imperative
from extractors.text.quick import quick

_COUNTS = quick(
    r"\bper ?cent\b|\d%|\b[Oo]f the \d+\b|\b\d+ (?:in|out of) (?:\d+|ten|five)\b"
    r"|\b(?:two-thirds|three-quarters|majority|half|a third|a quarter) of (?:\w+ )?(?:leaders|respondents"
    r"|workers|employees|managers|employers|companies|americans|voters|adults)\b"
)
_SHARE = re.compile(
    r"\W*(?:(?:Only|Just|About|Nearly|Almost|Some|More than|Over|Roughly|Fully|[\w’' ,]{3,40}, (?:only|just|about"
    r"|nearly)?) ?)?"
    r"(?:\d[\d.]* ?(?:percent|per cent|%)|(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of) (?:\d+"
    r"|two|three"
    r"|four|five|six|seven|eight|nine|ten|twenty)|(?:an? |two |three )?(?:fifths?|thirds?|quarters?|half"
    r"|fourths?)) (?:of )?"
    r"(?:\w+ ){0,3}?(?:unions|contracts|agreements|CBAs|employers|companies|firms|workers|members|respondents"
    r"|locals)\b",
    re.IGNORECASE,
)
# A share that somebody should get, in a sentence that tells of no answers.
_OWED = re.compile(
    r"\A(?!.*\b(?:sa(?:y|id|ys)|think|believ\w+|want|agree\w*|support\w*|favou?r|survey\w*|polls?|found|respondents|of"
    r" (?:workers|employees|members|adults|voters))\b)[^%]{0,120}\b(?:should|must) (?:be|get|receive|keep|have|pay)\b",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(
    r"(?:[^.;]{3,200}, )?(?-i:[Tt]his) (?:section|chapter|report|page|guide|article|paper|toolkit) (?:highlights?"
    r"|examin\w+"
    r"|describ\w+|explor\w+|outlin\w+|looks? at|details?|discuss\w*|summari[sz]\w+|explains?|focus\w*|sets? out"
    r"|presents?)\b"
    r"|The (?:goal|aim|purpose|objective) of (?:this|the) (?:report|guide|paper|article|toolkit|brief|study"
    r"|webinar) is\b|"
    r"(?:This|The|These|Our|Each|In this) (?:\w+ ){0,2}?(?:section|chapter"
    r"|report|page|guide|inventory|post|article|blog|paper|brief|toolkit|series|webinar|list|table"
    r"|provisions vary)\b,?(?:\s\w+){0,3}?\s(?:highlights?|examin\w+|describ\w+|explor\w+|outlin\w+|looks?"
    r"|covers?|includes?|provides?|features?|details?|discuss\w*|summari[sz]\w+|explains?|offers?"
    r"|in specificity|focus\w*|shows?|answers?|is organi[sz]ed)\b",
    re.IGNORECASE,
)
_CAN = quick(
    r"\b(?<!so )(?<!so that )(?:[Uu]nions?|[Ww]orkers|[Ll]abor|[Tt]hey|[Ww]e|[Yy]ou|[Ii]t|[Pp]rograms?"
    r"|[Ll]eaders) can\b(?! (?:not|only)|(?<=[Yy]ou can) (?:also |still )?(?:object|refuse|appeal|contest|challenge"
    r"|complain|opt out|request)\b)"
)
_SPECULATES = quick(
    r"\b(?<!that )(?<!which )(?:would|could|might|may) (?:\w+ly |also |then )?(?:alter|add|lead|result|mean"
    r"|cause|affect"
    r"|lose|cost)\b(?! from)"
    r"|\b(?:think(?:s|ing)?|thought|guess\w*|assum\w+) [^.;]{0,20}must be\b|\?\s*[”\"]?$|\bsurvey(?:s"
    r"|ed)?\b(?! other)(?!.{0,140}\b(?:that|underscores?|highlights?) (?:we|the) (?:\w+ )?need\b)|\bpoll(?:s"
    r"|ed)?\b|\brespondents\b"
    r"|\bcould (?:also |well )?(?:set|serve|become|shape|influence|inspire|provide|offer|help|pave|open)\b"
    r"|\b(?:push|drive|calls?|campaign|demands?|fight) for\b[^.;,]{0,60}? (?:underscores?|reflects?|comes? (?:amid|as"
    r"|after"
    r"|at)"
    r"|follows?|highlights?|signals?|gain(?:s|ed) (?:momentum|steam)|(?:is|are) (?:growing|gaining))\b"
    r"|^\W?If (?:an?|the|no|these|those|such) (?:\w+ )?(?:agreement|deal|talks|negotiations|contract)\b"
    r"|\bask(?:s|ed|ing)?\b[^;]{0,110}\bwhether (?:they|it|he|she|members|workers) would\b"
    r"|\b(?:do|does|did)(?: not|n[’']t) (?:specify|say|name|explain|spell out|address|mention) (?:what|which|who"
    r"|how|whether|when)\b"
    r"|\bthis refers to\b|^Note that\b|\bis the (?:process|concept|practice|use) of\b|\bshould (?:not be (?:confused"
    r"|surprising)|come as no surprise)"
    r"|\bit should be noted|\bmust (?:have (?:been|had)|be (?:noted|said|true|remembered))\b"
    r"|\bshould have (?:been|\w+ed|seen|known|done|gone|come|taken|made|had)\b|\bhave to wonder"
    r"|(?<!should)n[’']t have to\b"
    r"|\bnot (?:have|need) to\b|\b(?:do|does|did)(?: not|n[’']t) (?:just |only |really |even )?need\b"
    r"|\bshould be possible\b"
    r"|\bas needed\b"
    r"|\b(?:hopes?|hoping|plans?) (?:it|this|that|to)\b[^.;]{0,40}\bneed\b|\bscenarios?\b|\bhas had to\b"
    r"|\bwhether\b[^.;]{0,80}\bshould\b"
)


def speculates(text: str, *, counted: bool = True) -> bool:
    """Whether a sentence only says what can be, what somebody found, or asks a question.

    With `counted` false a share of something does not make it a finding: a contract may hold one.
    """
    if (
        _SPECULATES.search(text)
        or _SHARE.match(text)
        or _ABOUT_ITSELF.match(text)
        or (counted and _COUNTS.search(text) and not _OWED.search(text))
    ):
        return True
    can = _CAN.search(text)
    if can is None or is_imperative(text):
        return False
    before = text[: can.start()]
    return not (OUGHT.search(before) or ASKS.search(before) or WITH_LAW.search(before) or WON.search(before))
