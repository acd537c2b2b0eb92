"""The words that tell who is for a law and who against: verbs, lists, headings, praise and blame."""

from __future__ import annotations

import re

from extractors.text.quick import quick

LISTED_BY = quick(
    r"\b(?:(?:ha(?:s|ve|d)|with|won|earned|received|drawn|enjoys) (?:also )?(?:the )?(?:broad |strong |full )?"
    r"(?P<has>support|backing|endorsements?) (?:of|from)|(?:(?P<support>endorsed|supported|backed|championed|applauded"
    r"|praised|welcomed|cheered)|(?P<oppose>opposed"
    r"|criticized|criticised|condemned|slammed|fought))"
    r"\sby)\b(?:\s(?:the following|a (?:broad|wide|diverse)? ?(?:coalition|range|group|number) of|over|more than"
    r"|several|numerous|leading|major|\w+ (?:organizations|groups|unions)))*"
    r"(?:\s(?:organi[sz]ations|groups|unions|stakeholders|associations|companies|labor unions|entities"
    r"|institutions))?(?:,?\s(?:including|such as))?\s?:?\s*"
)
SIDE = quick(
    r"\b(?:(?P<support>[Ss]upporters|[Bb]ackers|[Ee]ndorsers)|(?P<oppose>[Oo]pponents|[Cc]ritics)) of [^.;“”]{3,110}?"
    r"(?:,? (?:including|such as)|\s(?:also )?include) (?:the )?"
)
ATTACHED = quick(r"-(?:(?P<support>supported|backed|endorsed|sponsored|championed)|(?P<oppose>opposed))\b")
BROUGHT_IN = quick(r"\b(?:(?:co-?)?sponsored|introduced|unveiled|drafted|proposed)(?:,? [a-z]+){0,3} by (?:the )?")
LIST_ENDS = re.compile(r"[“”\"]|,?\s(?:because|but|while|although|since|who say|which)\s")
LIST_MARKS = re.compile(r"(?:\s?\([^()]{1,20}\))?(?:,? and (?:the )?|, (?:the )?)?")
BRINGING = ("union", "federation", "ngo", "employer_association", "coalition")
_SUPPORT_VERB = (
    r"(?:endorse[sd]?|support(?:s|ed)?|back(?:s|ed)?"
    r"|(?:co-)?sponsor(?:s|ed|ing)|championed|applauded)(?! by\b)"
    r"|applaud(?:s|ed)?|prais(?:es|ed|e)|welcom(?:es|ed|e)|commend(?:s"
    r"|ed)?|champion(?:s|ed)?|hail(?:s|ed)?"
    r"|celebrate[sd]?|cheer(?:s|ed)?|thank(?:s|ed)?|appreciate[sd]?|advocat(?:es|ed) for|lobb(?:ies|ied) for"
    r"|campaign(?:s|ed) for|push(?:es|ed) for"
    r"|(?:push|press)(?:es|ed|ing)? (?:[\w’.]+\s){1,4}?to (?:pass|support|sign|enact|adopt|advance|approve)"
    r"|rall(?:ies|ied) (?:for|behind)|stands? (?:behind|with)"
    r"|urg(?:e[sd]?|ing) (?:[\w’.]+\s){1,5}?to (?:pass|support|sign"
    r"|enact|adopt|advance|cosponsor|approve|swiftly|quickly)"
    r"|call(?:s|ed|ing)? (?:on|upon) (?:[\w’.]+\s){1,6}?to (?:pass|support|sign|enact|adopt|advance|approve|swiftly"
    r"|quickly)|call(?:s|ed|ing)? for(?! (?:changes?|amendments?|(?:the )?(?:repeal|withdrawal|rejection))\b)"
    r"|(?:is|are|was|were|has been|have been) (?:\w+ly )?(?:supporting|backing|endorsing|lobbying for|pushing for)"
    r"|(?:is|are|was|were|has been|have been|remains?) (?:an?|the|one of the|among the|its) (?:[\w-]+ ){0,3}?"
    r"(?:backers?|supporters?|(?:co-)?sponsors?|proponents?|champions?) of"
    r"|(?:threw|throws|thrown|put|puts) (?:its|their) (?:\w+ ){0,2}?(?:support|weight) behind"
    r"|announc(?:es|ed) (?:its |their )?support for"
    r"|(?:is|are) (?:very |extremely |so )?(?:proud|pleased|honored|delighted|grateful|thrilled|glad|happy"
    r"|excited) (?:to (?:support|endorse|back|stand|see|join|partner|champion)|that|for)"
    r"|(?:gave|gives|lent|offered|voiced|expressed) (?:its |their )?(?:strong )?support (?:for|to)|in support of"
    r"|aimed at passing|(?:publish|releas|unveil|draft|present|launch)(?:es|ed) its (?:own )?(?:new )?"
    r"(?:(?:proposed|draft|model) )?(?=[A-Z])"
)
_OPPOSE_VERB = (
    r"oppos(?:es|ed|e|ing)|reject(?:s|ed)?|condemn(?:s|ed)?|criticiz(?:es|ed|e)|criticis(?:es|ed|e)|slam(?:s|med)?"
    r"|denounc(?:es|ed|e)|fought|fights? against|lobb(?:ies|ied) against|campaign(?:s|ed) against"
    r"|urg(?:e[sd]?|ing) (?:[\w’.]+\s){1,5}?to (?:oppose|reject|veto|vote (?:no|against|down)|repeal|withdraw|scrap"
    r"|rescind|remove|strip|strike|drop|kill|block)"
    r"|call(?:s|ed|ing)? (?:on|upon) (?:[\w’.]+\s){1,6}?to (?:oppose|reject|veto|repeal|withdraw|scrap|rescind|remove"
    r"|strip|strike|drop|block|vote (?:no|against|down))"
    r"|(?:is|are|was|were|has been|have been) (?:\w+ly )?(?:opposing|fighting|lobbying against)"
    r"|(?:is|are|was|were|has been|have been|remains?) (?:an?|the|one of the|among the|its) (?:[\w-]+ ){0,3}?"
    r"(?:opponents?|critics?) of"
    r"|(?:voic(?:es|ed)|express(?:es|ed)|announc(?:es|ed)|stat(?:es|ed)) (?:\w+ ){0,2}?opposition to"
    r"|call(?:s|ed)? for (?:the )?(?:repeal|withdrawal|rejection)|came out against|blast(?:s|ed)?|decr(?:ies|ied)"
    r"|warn(?:s|ed)? against|sued (?:to block|over)"
)
VERB = re.compile(rf"\b(?:(?P<oppose>{_OPPOSE_VERB})|(?P<support>{_SUPPORT_VERB}))\b")
TURNED = re.compile(
    r"\b(?:veto(?:ed|es|ing)?|reject(?:ed|s|ing|ion)?|block(?:ed|s|ing)?|kill(?:ed|s|ing)?|rescind(?:ed|s|ing)?"
    r"|repeal(?:ed|s|ing)?|oppos(?:ed|es|ing)|weaken(?:ed|s|ing)?|gutt(?:ed|ing)|watering down"
    r"|vot(?:ed|es|ing) (?:down|against))\b"
)
STANDS_FOR = re.compile(
    r"\b[Tt]he (?:[\w’'-]+ ){0,2}?(?P<noun>union|federation|guild|confederation|association|group|organi[sz]ation"
    r"|alliance|council|chamber)\s(?:\w+\s){0,3}\Z"
)
NEGATED = re.compile(
    r"\b(?:not|never|n[’']t|no longer|declined to|refus\w+ to|has yet to|would|could|might|may|if|whether"
    r"|to)\s(?:\w+\s)?\Z"
)
LOBBYING = quick(
    r"\b(?:lobb(?:y|ying)|campaign(?:s|ing)?)\b[^;:“”]{0,120}?\b(?:aimed at passing|to pass|for passage"
    r"|to have(?= it\b)|in favou?r of|in support of|aimed at)\b"
)
COALITION_NOUN = re.compile(
    r"\b[Tt]he (?:\w+\s)?(?:coalition|alliance|campaign|partnership|network|committee|taskforce|task force|group)\b"
)
HEADING = re.compile(
    r"\A(?:the\s)?(?:(?:bill|legislation|act)\sis\s)?(?:(?P<support>endorsing organi[sz]ations|endorse(?:ments|d by"
    r"|rs)|support(?:ing organi[sz]ations|ed by|ers)|organi[sz]ations? (?:endorsing|supporting)"
    r"|(?:list of )?(?:supporters|endorsers)"
    r"|organi[sz]ational (?:support|endorsements)|full list of (?:endorsing|supporting|endorsements|supporters))"
    r"|(?P<oppose>oppos(?:ed by|ing organi[sz]ations|ition)))\b[^.]{0,90}:?\Z",
    re.IGNORECASE,
)
SPEECH_SUPPORT = re.compile(
    r"\b(?:support|endorse|applaud|commend|proud|pleased|thank|grateful|appreciate|welcome|praise|important step"
    r"|critical step|vital step|major step|step forward|step toward|urge Congress to pass"
    r"|essential|much-needed|long overdue|will help|would help|helps|ensures?|offers a|provides|strengthens?"
    r"|common-?sense|right (?:approach|direction)|timely|paradigm shift|critical|pragmatic|bipartisan|protects?"
    r"|crucial|game.changer|landmark|historic|breakthrough|momentous|milestone|(?:big|huge|major) win|victory"
    r"|worked (?:hard|alongside|with .{3,80}) to (?:pass|get))\b",
    re.IGNORECASE,
)
SPEECH_OPPOSE = re.compile(
    r"\b(?:oppos(?:e|es|ed|ing|ition)|reject(?:s|ed)?|veto|vote (?:no|against)|(?:dangerous|harmful|disastrous"
    r"|reckless|bad|flawed|cruel|anti-worker) (?:bill|legislation|order|law|measure)"
    r"|attack on|giveaway|power grab|unlawful|illegal|withdraw|scrap)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[“\"]|[.;:]\s|,\s(?:and|but|while|as)\s(?=[a-z])|\b(?:that|because|when|said|says)\s|—")
