"""The words that tell who is for a law and who against: verbs, lists, headings, praise and blame."""

from __future__ import annotations

import re

from extractors.text.quick import quick

_GROUPS = (
    r"(?:groups?|organi[sz]ations?|unions?|stakeholders|associations?|companies|entities|institutions|advocates|allies"
    r"|leaders|partners|federations?|nonprofits)"
)
LISTED_BY = quick(
    r"\b(?:(?:ha(?:s|ve|d)|with|won|earned|received|drawn|drew|draws|enjoys|gained|gaining|garnered|garnering|secured"
    r"|attracted|attracting|drawing|winning|boasts) (?:also )?(?:the |\w+ )?"
    r"(?:broad |strong |full |wide |public |early |widespread |bipartisan )?"
    r"(?P<has>support|backing|endorsements?|praise) (?:of|from)"
    r"|(?:faces?|faced|drew|draws|drawn|met|meets|met with|despite|over|amid|following|after|given|sparked"
    r"|prompted) (?:the )?(?:fierce "
    r"|strong |stiff |heavy |intense |broad )?"
    r"(?P<against>opposition|objections|criticism|pushback|resistance) (?:of|from|by)"
    r"|(?:(?P<support>[Ee]ndorsed|[Ss]upported|[Bb]acked|championed|applauded|praised|welcomed|cheered)"
    r"|(?P<oppose>[Oo]pposed|criticized|criticised|condemned|slammed|fought))"
    r"\sby)\b(?:\s(?:the following|an? (?:broad|wide|diverse|growing)? ?(?:coalition|range|group|number|array"
    r"|list) of|over|more than|the likes of|stakeholders such as"
    rf"|several|numerous|leading|major|other|both|labor|civil rights|\w+ {_GROUPS}))*"
    rf"(?:\s(?:and [\w-]+ )?{_GROUPS})?(?:,?\s(?:including|such as|like))?\s?:?\s*"
)
OPENING = quick(
    rf"\b(?:(?P<support>[Ss]upporters|[Bb]ackers|[Ee]ndorsers|[Pp]roponents|[Ee]ndorsements"
    rf"|(?:[Ss]upporting|[Ee]ndorsing|[Bb]acking) (?:[\w-]+ )?{_GROUPS}"
    rf"|(?:[Gg]roups|[Oo]rgani[sz]ations|[Uu]nions|[Tt]hose|[Aa]ssociations|[Ss]takeholders) (?:that |which |who )?"
    r"(?:(?:have )?endorsed|(?:support|endors|back)ing|support|back|endorse|in (?:favou?r|support)(?= of)|behind))"
    rf"|(?P<oppose>[Oo]pponents|[Cc]ritics|[Oo]pposing (?:[\w-]+ )?{_GROUPS}"
    r"|(?:[Gg]roups|[Oo]rgani[sz]ations|[Uu]nions|[Tt]hose|[Aa]ssociations) (?:that |which |who )?"
    r"(?:oppos(?:e|ed|ing)|opposed to|fighting|against)))\b"
    r"(?:(?:\s(?:of|to))?\s(?:it|(?:the|this)\s[^;“”]{2,60}?|[A-Z][^;“”]{2,90}?))?"
    r"(?:,? (?:including|such as)|\s(?:also |so far )?(?:include[sd]?|are|were)|\s?:)(?:\s(?:the )?(?:following"
    r"|both))?\s?:?\s*(?:the )?"
)
SPEAKING = quick(
    r"\b(?:[Ss]peaking|[Tt]estifying|[Ll]ining up|[Aa]mong those|[Tt]hose|[Ss]igned up|[Oo]n record|[Gg]roups)\s"
    r"(?:to speak\s|testifying\s|speaking\s)?(?:in\s)?"
    r"(?:(?P<support>favou?r|support|backing|behind)|(?P<oppose>opposition|opposing|against))"
    r"(?:\s(?:of|to))?(?:\s(?:it|the\s(?:bill|measure|act|legislation)|[A-Z][\w .’'-]{1,60}?))?"
    r",?\s(?:were|was|are|included?|came)\s(?:the\s)?(?=[A-Z])"
)
# How a legislature's record lists who signed in at a hearing.
SIGNED_IN = quick(
    r"\b(?:[Ss]igned (?:in|up)|[Tt]estified|[Tt]estifying|[Rr]egistered|[Oo]n record|[Ss]peaking|[Ll]obbying) (?:as )?"
    r"(?:(?P<support>(?i:pro|in (?:support|favou?r)|for|supporting))|(?P<oppose>(?i:con|in opposition|against|opposed"
    r"|opposing)))(?: (?:at|of|to|on|before) [^:;]{2,60})?:\s*(?:the )?"
)
# "The Chamber does not.", of what somebody was just said to support.
DOES_NOT = re.compile(r"[^.;:“”\"]{3,120}?(?P<verb>\s(?:does|do|did|would|will) not)(?=[.,;]|\Z)")
OTHER_SIDE = re.compile(
    r"(?:On|Lined up on|Lining up on) the (?:other|opposing|opposite) side(?: of the (?:debate|fight|issue))?,\s"
    r"(?:the\s)?"
)
ATTACHED = quick(r"-(?:(?P<support>supported|backed|endorsed|sponsored|championed)|(?P<oppose>opposed))\b")
BROUGHT_IN = quick(
    r"\b(?:(?:co-?)?sponsored|introduced|unveiled|drafted|proposed|written|(?:co-)?produced|developed"
    r"|published)(?:,? [a-z]+){0,3} by (?:the )?"
)
LIST_ENDS = re.compile(
    r";\s(?:(?:and|but|while)\s)?(?:the\s)?[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,5}\s"
    r"(?:[a-z]{3,}ed|has|have|had|is|are|was|were|will|would|says|took)\b"
    r"|[“”\"]|,?\s(?:because|but|while|although|since|who say|which|whose)\s"
)
LIST_MARKS = re.compile(r"(?:\s?\([^()]{1,20}\))?(?:,? and (?:the )?|, (?:the )?)?")
BRINGING = ("union", "federation", "ngo", "employer_association", "coalition")
_THEM = r"(?:[\w’.,-]+\s)"
_ADOPT = (
    r"(?:pass|support|sign|enact|adopt|advance|approve|cosponsor|co-sponsor|back|vote (?:for|yes on)|swiftly|quickly)"
)
_DROP = r"(?:oppose|reject|veto|vote (?:no|against|down)|repeal|withdraw|scrap|rescind|drop|kill|block|not sign)"
_SUPPORT_VERB = (
    r"(?:endorse[sd]?|support(?:s|ed)?|back(?:s|ed)?"
    r"|(?:co-)?sponsor(?:s|ed|ing)|championed|applauded)(?! by\b)"
    r"|applaud(?:s|ed)?|defend(?:s|ed)|prais(?:es|ed|e)|welcom(?:es|ed|e)|commend(?:s"
    r"|ed)?|champion(?:s|ed)?|hail(?:s|ed)?"
    r"|celebrate[sd]?|cheer(?:s|ed)?|thank(?:s|ed)?|appreciate[sd]?|advocat(?:es|ed) for|lobb(?:ies|ied) for"
    r"|campaign(?:s|ed) for|push(?:es|ed) for"
    rf"|(?:push|press|ask|implor|encourag|lobb)(?:es|ed|ing|ied|ying)? {_THEM}{{1,6}}?to {_ADOPT}"
    r"|rall(?:ies|ied) (?:for|behind)|stands? (?:behind|with)|(?:is|are|was|were) (?:\w+ly )?(?:behind|in favou?r of)"
    rf"|urg(?:e[sd]?|ing) {_THEM}{{1,8}}?to {_ADOPT}"
    rf"|call(?:s|ed|ing)? (?:on|upon) {_THEM}{{1,8}}?to {_ADOPT}"
    r"|(?:urge[sd]?|demand(?:s|ed)?|press(?:es|ed)? for) (?:the )?(?:\w+ )?(?:passage|enactment|adoption|approval) of"
    r"|(?:testif(?:ies|ied)|spoke|speaks|came out) in (?:support|favou?r) of"
    r"|call(?:s|ed|ing)? for(?! (?:changes?|amendments?|(?:the )?(?:repeal|withdrawal|rejection))\b)"
    r"|(?:is|are|was|were|has been|have been) (?:\w+ly )?(?:supporting|backing|endorsing|lobbying for|pushing for)"
    r"|(?:is|are|was|were|has been|have been|remains?) (?:an?|the|one of the|among the|its) (?:[\w-]+ ){0,3}?"
    r"(?:backers?|supporters?|(?:co-)?sponsors?|proponents?|champions?) of"
    r"|(?:threw|throws|thrown|put|puts) (?:its|their) (?:\w+ ){0,2}?(?:support|weight) behind"
    r"|announc(?:es|ed) (?:its |their )?support for"
    r"|(?:is|are) (?:very |extremely |so )?(?:proud|pleased|honored|delighted|grateful|thrilled|glad|happy"
    r"|excited) (?:to (?:support|endorse|back|stand|see|join|partner|champion)|that|for)"
    r"|(?:gave|gives|lent|offered|voiced|expressed|signal(?:l?ed|s)|pledged) (?:its |their )?(?:strong |full )?"
    r"support (?:for|to|of)|in support of"
    r"|aimed at passing|(?:publish|releas|unveil|draft|present|launch)(?:es|ed) its (?:own )?(?:new )?"
    r"(?:(?:proposed|draft|model) )?(?=[A-Z])"
)
_OPPOSE_VERB = (
    r"oppos(?:es|ed|e|ing)|reject(?:s|ed)?|condemn(?:s|ed)?|criticiz(?:es|ed|e)|criticis(?:es|ed|e)|slam(?:s|med)?"
    r"|denounc(?:es|ed|e)|fought|fights? against|lobb(?:ies|ied) against|campaign(?:s|ed) against"
    rf"|(?:urg(?:e[sd]?|ing)|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?) {_THEM}{{1,8}}?to {_DROP}"
    rf"|call(?:s|ed|ing)? (?:on|upon) {_THEM}{{1,8}}?to {_DROP}"
    r"|(?:urg|ask|beg|implor)(?:es|e|ed|ing) (?:[\w’.]+\s){1,4}?not to (?:sign|pass|approve|adopt)"
    r"|(?:urge[sd]?|call(?:s|ed)? for|demand(?:s|ed)?|want(?:s|ed)?|seeks?|sought) an? veto of"
    r"|(?:is|are|was|were|has been|have been) (?:\w+ly )?(?:opposing|fighting(?! (?:for|to)\b)|lobbying against)"
    r"|(?:is|are|was|were|has been|have been|remains?) (?:an?|the|one of the|among the|its) (?:[\w-]+ ){0,3}?"
    r"(?:opponents?|critics?) of"
    r"|(?:voic(?:es|ed)|express(?:es|ed)|announc(?:es|ed)|stat(?:es|ed)) (?:\w+ ){0,2}?opposition to"
    r"|call(?:s|ed)? for (?:the )?(?:repeal|withdrawal|rejection)|blast(?:s|ed)?|decr(?:ies|ied)"
    r"|(?:c[ao]me out|comes out|warn(?:s|ed)?|argue[sd]?|testif(?:ies|ied|y|ying)|spoke(?: out)?|speaks out"
    r"|protest(?:s|ed)?|rall(?:ies|ied)|march(?:es|ed)|lined up) against"
    r"|(?:sued|suing|sues|filed (?:a |an )?(?:\w+ )?(?:law)?suits?|went to court) (?:to (?:block|stop|overturn|halt"
    r"|strike down|invalidate)|over|against|challenging)"
    r"|(?:is|are|was|were|remains?|stands?) (?:\w+ly )?(?:opposed to|against)"
    rf"|(?:will|would|vow(?:s|ed) to|pledg(?:es|ed) to|promis(?:es|ed) to|plans to|threaten(?:s"
    rf"|ed) to) (?:fight(?! (?:for|to)\b)|oppose|challenge)"
    r"|(?:cannot|can[’']t|could not|will not|won[’']t|refus(?:es|ed) to|unable to) (?:support|back|endorse)"
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
IMPLIED = quick(
    r"\b(?:call(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|lobb(?:ies|ied|ying)|campaign(?:s|ed|ing)?"
    r"|ask(?:s|ed|ing)?"
    r"|urg(?:es|ed|e|ing)|demand(?:s|ed|ing)?|want(?:s|ed)?|sought"
    r"|seeks?)\s(?:(?!not\b)[\w’'.]+\s){0,5}?(?:for\s)?(?:an?\s|its\s|the\s)?"
    r"(?:swift\s|quick\s|full\s|outright\s)?(?:(?P<support>passage|enactment|(?:yes|aye)\svote"
    r"|it\s(?:passed|signed|enacted|adopted))|(?P<oppose>veto|repeal|withdrawal|no\svote|it\s(?:vetoed|killed|scrapped"
    r"|withdrawn|rejected|repealed|shelved)))"
    r"(?=[.,;]|\s(?:and|but|because|as|while)\b|\Z)"
    r"|\bjoin(?:s|ed)?\s(?:in\s)?(?:the\s)?(?:(?P<praise>praise|applause|cheers)|(?P<blame>criticism|protests?))\b"
    r"|\b(?:(?P<hail>welcom|hail|prais|applaud|back|support|cheer)(?:ed|s|es)?"
    r"|(?:reject|oppos|criticis|criticiz|condemn|slamm?|regrett?|denounc|blast)(?:ed|s|es)?)"
    r"\sthe\s(?:text|vote|deal|compromise|outcome|draft|proposal|plan|file|package)"
    r"(?=[.,;]|\s(?:and|but|because|as|while|on|in)\b|\Z)"
    r"|\b(?:c[ao]me|comes|spoke|testified|lined\sup)\s(?:out\s)?(?:(?P<favor>in\s(?:favou?r|support))"
    r"|in\sopposition|against)(?=[.,;]|\Z)"
)
NEGATED = re.compile(
    r"\b(?:not|never|n[’']t|no longer|declined to|refus\w+ to|has yet to|would|could|might|may|if|whether"
    r"|to)\s(?:\w+\s)?\Z"
)
_STRIVES = (
    r"(?:work(?:s|ed|ing)?|fight(?:s|ing)?|fought|organi[sz](?:es|ed|ing)|campaign(?:s|ed|ing)?|push(?:es|ed|ing)?"
    r"|lobb(?:ies|ied|y|ying)|mobili[sz](?:es|ed|ing)|rall(?:ies|ied|y|ying)|partner(?:s|ed|ing)?|team(?:s|ed|ing)? up"
    r"|join(?:s|ed|ing)?|march(?:es|ed)|gather(?:s|ed)|help(?:s|ed)|trie[sd]|hopes|is trying"
    r"|led (?:the|a) (?:\w+ ){0,2}(?:fight|push|effort|campaign|coalition|charge))"
)
EFFORT = quick(
    rf"\b{_STRIVES}\b[^;:“”]{{0,220}}?\b(?:(?P<support>aimed at passing|for passage(?: of)?|in favou?r of"
    rf"|in support of|aimed at"
    r"|(?:to|and) (?:help |demand |secure |win |ensure |urge |see |have(?= it\b))?(?:(?:passage|approval|adoption"
    r"|enactment) of|pass|enact"
    r"|advance|approve|support|have(?= it\b)|get))|(?P<oppose>to (?:block|kill|stop|defeat|oppose|repeal|scuttle"
    r"|derail|overturn)))\b"
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
PRAISE = re.compile(
    r"\b(?:support|endorse|applaud|commend|proud|pleased|thank|grateful|appreciate|welcome|praise|urge (?:Congress"
    r"|lawmakers"
    r"|\w+ (?:members|leaders)) to pass|(?:important|critical|vital|major|historic|bold|huge|big|significant|crucial"
    r"|necessary"
    r"|essential|meaningful|welcome) step"
    r"|step (?:forward|toward|in the right)|much-needed|long[ -]overdue|right (?:approach|direction)|game.changer"
    r"|landmark|historic"
    r"|breakthrough|momentous|milestone|(?:big|huge|major) win|victory|paradigm shift"
    r"|worked (?:hard|alongside|with .{3,80}) to (?:pass|get))\b",
    re.IGNORECASE,
)
WARM = re.compile(
    r"\b(?:will help|would help|helps|ensures?|offers a|provides|strengthens?|common-?sense|timely|critical|crucial"
    r"|essential"
    r"|pragmatic|bipartisan|protects?|will finally|urgently needed|time to pass|must pass|should pass"
    r"|needs? to pass)\b",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"\b(?:oppos(?:e|es|ed|ing|ition)|reject(?:s|ed)?|veto|vote (?:no|against)|(?:dangerous|harmful|disastrous"
    r"|reckless|bad|flawed|cruel|anti-worker|misguided|overbroad|unworkable) (?:bill|legislation|order|law|measure"
    r"|proposal|policy)"
    r"|attack on|giveaway|gift to|power grab|unlawful|illegal|withdraw|scrap|job[- ]killer|cost driver|overreach"
    r"|unworkable"
    r"|one-size-fits-all|solution in search of|wrong approach|(?:deeply|very|extremely) (?:concerned|disappointed)"
    r"|disappointing"
    r"|misguided|burdensome|slap in the face|step back(?:ward)?s?)\b",
    re.IGNORECASE,
)
GOOD = re.compile(
    r"(?<!not )(?<!fail to )(?<!fails to )(?<!n’t )\b(?:protects?|prevents?|stops?|curbs?|reduces?|combats?|tackles?"
    r"|enables?|help(?:s|ing)?|strengthens?|improves?|empowers?"
    r"|ensures?|safeguards?|guarantees?|restores?"
    r"|saves?|benefits?|(?:gives?|giving) (?:\w+ )?(?:workers|employees|people|families|artists|performers|drivers"
    r"|nurses|unions)"
    r"|make sure|levels? the playing|step (?:forward|toward|in the right)|needed|essential|crucial|vital|critical"
    r"|overdue|breakthrough"
    r"|landmark|historic|victory|common-?sense|balanced?|holds? (?:\w+ )?(?:companies|employers|corporations)|fair)\b",
    re.IGNORECASE,
)
BAD = re.compile(
    r"\b(?:burden\w*|harm(?:s|ful)?|damag(?:e|es|ing)|hurts?|stifl\w+|costly"
    r"|cost (?:jobs|employers|businesses|consumers)|kill(?:s|ing)?|drives? up|rais(?:es?|ing) (?:costs|prices)"
    r"|fall behind|set back|hamper\w*|hinder\w*|impede\w*|inhibit\w*|deter\b|discourag\w+|push \w+ out|undermin\w+"
    r"|weaken\w*|threaten\w*|too (?:far|broad|vague)|overreach\w*|unworkable|unnecessar\w+|one-size"
    r"|overly|flawed|guts?|chill(?:s|ing)?"
    r"|jeopardi[sz]\w+|devastat\w+|disast\w+|dangerous|cruel|betray\w*|attack on|giveaway|gift to|confus\w+|patchwork"
    r"|flood of lawsuits|at risk|fails? (?:to|workers)|cost driver|solution in search|strips? (?:\w+ )?(?:workers"
    r"|employees|away)|slow(?:s|ing)? innovation)\b",
    re.IGNORECASE,
)
JUDGED = quick(
    r"\b(?:call(?:s|ed|ing)?|label(?:s|ed|led)?|describ(?:es|ed|ing)|dubb?(?:s|ed)|brand(?:s|ed)|deem(?:s|ed))\s"
)
SAID = quick(
    r"\b(?:said|says|say|argu(?:es|ed|e|ing)|contend(?:s|ed)?|warn(?:s|ed)?|believe[sd]?|claim(?:s|ed)?|maintain(?:s"
    r"|ed)?"
    r"|stated|complain(?:s|ed)?|noting|saying|arguing|warning|adding|claiming)\s"
)
THANKS = re.compile(
    r"\b(?:thank|applaud|commend|grateful to|appreciate|salute)s?\b[^.]{0,80}?\bfor (?:\w+ ){0,2}?"
    r"(?:re-?introduc\w+|introduc\w+|sponsor\w+|championing|spearheading|authoring|carrying)\b"
)
LED = re.compile(
    r"\b(?:thank|applaud|commend|grateful to|appreciate|salute)s?\b[^.]{0,80}?(?:\bfor (?:\w+ ){0,2}?|[’']s (?:\w+ )?)"
    r"(?:leadership|efforts?)\b"
)
CLAUSE = re.compile(
    r"[“\"]|[;:]\s|,\s(?:and|as)\s(?=[a-z])|,\s(?:but|while|whereas)\s|\b(?:that|because|when|said|says)\s|—"
)
