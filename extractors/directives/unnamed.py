"""Technology at work that no term of the vocabulary names: told by what is done with it.

People are watched by a machine, whatever it is called; machinery and methods are new, or are told of before they come;
vehicles run without a driver; messages need no answer after work.
"""

from __future__ import annotations

import re

from extractors.text.quick import quick

_WATCHES = quick(
    r"\b(?:(?:monitor|track|surveil|listen|film)\w*|observ(?:e|es|ed|ing)\b"
    r"|(?<!of )record(?:ed|ing)?(?! (?:of|on (?:the|an?|his|her|their))\b)|(?:over)?hears?"
    r"|(?:over)?heard)\b[^.;]{0,80}\b(?:employees?|workers?|members?"
    r"|teachers?|drivers?|operators?|officers?|nurses?|movements?|location|whereabouts|off-duty|calls?|conversations?"
    r"|productivity|class ?rooms?|work areas?|meetings|activit(?:y|ies)|usage|content|said)\b",
    re.IGNORECASE,
)
_LISTENED = quick(
    r"\b(?:calls?|conversations?|keystrokes|phones?|phone lines|radio (?:traffic|channels?))\b"
    r"[^.;]{0,60}\b(?:monitored|recorded|listened to|logged)\b",
    re.IGNORECASE,
)
_BY_MACHINE = quick(
    r"\b(?:electronic\w*|computer\w*|phones?|telephones?|devices?|intercoms?|networks?|e-?mails?|internet|online"
    r"|digital\w*|transmitted|stored|software|audio|video|public address|loudspeakers?|trackers?|badges?|scanners?)\b",
    re.IGNORECASE,
)
_THINGS = (
    r"(?:machinery|machines?|equipment(?! (?:polic|allowance|list))|aircraft(?: types?)?|locomotives?"
    r"|rolling stock|presses|tooling|apparatus"
    r"|devices?|technolog\w+"
    r"|(?:production|printing|manufacturing|work|operating|mechanical|electronic|computer\w*|automat\w+|control|data"
    r"|information) (?:process(?:es)?|techniques?|methods?|systems?))"
)
_BETWEEN = r"(?:(?!which\b|that\b|the\b|is\b|are\b|who\b|when\b|their\b)[\w-]+,? ){0,3}?"
_CHANGED = r"(?:new|improved|modern|newer|changed|different|better)"
_NEW = quick(
    rf"\b{_CHANGED}(?:,? (?:and|or)? ?{_CHANGED})? {_BETWEEN}{_THINGS}\b"
    rf"|\bchanges? (?:in|of|to) (?:the )?{_BETWEEN}{_THINGS}\b",
    re.IGNORECASE,
)
# What makes new equipment a matter of this agreement: that it comes, and what follows for people.
_COMES = quick(
    r"\b(?:introduc\w+|install\w+|acqui\w+|purchas\w+|brought in(?:to)?|put in(?:to)? (?:use|operation|service)"
    r"|come into use|plac(?:e|es|ed|ing) (?:[\w ]{0,30})?in(?:to)? (?:\w+ )?service|implement\w*|convert\w*|displac\w+"
    r"|replac\w+|reduc\w+|eliminat\w+|laid off|lay-?offs?|retrain\w*"
    r"|train(?:ed|ing)?|familiari[sz]e\w*|job standards?|manning|crew sizes?|classifications?|rates? of pay|bargain"
    r"|negotiat\w+|jurisdiction|notif\w+|advance notice|discuss\w*)\b",
    re.IGNORECASE,
)
_BEFORE = quick(
    r"\b(?:prior to|before|in advance of|notice of|notif\w+ [^.;]{0,40}of)\b[^.;]{0,30}"
    rf"\b(?:install\w+|introduc\w+|purchas\w+|acquisition|implement\w+)\b[^.;]{{0,60}}\b{_THINGS}\b",
    re.IGNORECASE,
)
# What an officer wears and carries is equipment, and no technology.
_GEAR = quick(
    r"\b(?:uniforms?|clothing|garments?|boots|helmets?|weapons?|firearms?|ammunition|listed equipment)\b", re.IGNORECASE
)
_PRIVATE = quick(
    r"\bprivacy\b[^.;]{0,90}\b(?:electronic|e-?mails?|computer\w*|network|phones?)\b"
    r"|\b(?:e-?mails?|computers?|networks?)\b[^.;]{0,60}\b(?:expectation of|right to) (?:\w+ )?privacy\b"
    r"|\b(?:electronic|e-?mails?|computer\w*|network) (?:\w+ ){0,3}(?:is|are|shall be|remain) "
    r"(?:not |neither )?(?:private|confidential)\b"
    r"|\brights? to (?:\w+ and )?(?:access|monitor|control|inspect|search|read)\b[^.;]{0,60}"
    r"\b(?:e-?mails?|computers?|networks?|electronic)\b",
    re.IGNORECASE,
)
_NO_DRIVER = quick(
    r"\b(?:run|runs|operat\w+|trains?|buses|vehicles?|trucks?|ships?|cranes?|trams?)\b[^.;]{0,30}\bwithout (?:an?|any) "
    r"(?:\w+ )?(?:operator|driver|crew|engineer|conductor|human)\b",
    re.IGNORECASE,
)
# Who gets a computer to work with, and not what a computer prints.
_COMPUTER = (
    r"(?:computers?(?!-|[’']s? | (?:print|runs?\b|lists?|generated|programs?|disks?|systems?|lab|science|operators?"
    r"|skills|training|class|error|records?|files?|help))|laptops?|tablets?|smart ?phones?|internet access)\b"
)
_WORKERS = r"(?:employees?|members?|nurses?|officers?|teachers?|educators?|staff|attorneys?|providers?|instructors?)"
_SUPPLIED = quick(
    r"\b(?:shall|will|agrees? to) (?:\w+ )?(?:provide|furnish|supply|issue|make available)"
    rf" (?:[\w-]+,? ){{0,5}}?{_COMPUTER}"
    rf"|\b{_WORKERS} (?:(?!not\b)[\w’',-]+ ){{0,6}}?(?:shall|will|must|agrees? that|has|have)\b[^.;]{{0,20}}"
    rf"\b(?:access to|be provided|be issued|be furnished|be given|has|have) (?:[\w’',()/-]+ ){{0,10}}?{_COMPUTER}"
    rf"|\bequipment (?:[\w-]+ ){{0,5}}(?:shall|will) include (?:[\w-]+ ){{0,3}}{_COMPUTER}",
    re.IGNORECASE,
)
_DRAWN = quick(
    r"\b(?:select|choose|chosen|draw|pick)\w*\b[^.;]{0,60}\bby (?:the |an? )?computers?\b(?! (?:print|list))"
    r"|\bcomputer (?:shall|will) (?:\w+ly )?(?:select|choose|draw|pick)\b",
    re.IGNORECASE,
)
_NO_ANSWER = quick(
    r"\b(?:need not|not (?:be )?(?:required|expected|obliged)|no (?:obligation|duty))\b[^.;]{0,40}"
    r"\b(?:answer|respond|reply|check|read|monitor)\w*\b[^.;]{0,30}\b(?:messages?|e-?mails?|texts?)\b",
    re.IGNORECASE,
)


def tells_of_technology(text: str) -> bool:
    """Whether a sentence is on technology at work by what it says is done, without a term that names one."""
    if _WATCHES.search(text) and _BY_MACHINE.search(text):
        return True
    if _GEAR.search(text) is None and (_BEFORE.search(text) or (_NEW.search(text) and _COMES.search(text))):
        return True
    return any(
        pattern.search(text) is not None for pattern in (_LISTENED, _PRIVATE, _NO_DRIVER, _NO_ANSWER, _SUPPLIED, _DRAWN)
    )
