"""Kinds of directive sentence by their words: what a law does, a contract holds, what is asked, advised, promised."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.text.quick import Several, quick

LEGISLATION, AGREEMENT, DEMAND, RECOMMENDATION, POLICY = (
    "legislation",
    "agreement",
    "demand",
    "recommendation",
    "policy",
)

LAW_NOUN = (
    r"(?:bills?|legislation|(?-i:Act)|(?<=\bthe )act|(?<=\bthis )act|law|laws|measures?|directive|regulations?"
    r"|rules?|ordinance|statute"
    r"|proposal|tax credit|executive order|order|amendment|resolution|framework law)"
)
_DOES = (
    r"(?:requir\w+|prohibit\w*|ban(?:s|ning|ned)?|bar(?:s|ring|red)?|forbid\w*|mandat\w+|creat\w+"
    r"|establish\w*|giv(?:e|es|ing)|provid\w+|ensur\w+|protect\w*|guarantee\w*|limit\w*|restrict\w*"
    r"|direct(?:s|ed|ing)?|allow\w*|prevent\w*|bring\w*|incentiv\w+"
    r"|help\w*|support\w*|strengthen\w*|impos\w+|introduc(?:e|es) (?:a|an|new)|tax(?:es|ing)?|curb\w*"
    r"|mak(?:e|es) (?:sure|it|employers|compan\w+|firms|platforms)|let(?:s|ting)?|stop\w*|safeguard\w*|combat\w*"
    r"|mitigat\w+|oblig\w+|compel\w*|hold\w*"
    r"|expand\w*|fund\w*|authoriz\w+|regulat\w+|set(?:s|ting)?|tackl\w+"
    r"|address\w*|equip\w*|prepar\w+|train\w*|study\w*|studies|assess\w*|develop\w*|publish\w*"
    r"|deliver\w*|extend\w*|codif\w+|enshrin\w+|grant\w*|entitl\w+|ask(?:s)?|call(?:s)? for|includ\w+"
    r"|contain\w*|keep\w*|put\w*|launch\w*|evaluat\w+|examin\w+|improv\w+|promot\w+|invest\w*"
    r"|empower\w*|enabl\w+|apply|applies|penaliz\w+|offer\w*|increas\w+|updat\w+|convene\w*|seek\w*"
    r"|outlaw\w*|amend\w*|classif\w+|caps?|criminali[sz]\w+|permit\w*|notif\w+|close[sd]?|closing|rais(?:e|es"
    r"|ing)|deems?"
    r"|treats?|subjects?|restor\w+|reforms?|rein(?:s|ing)? in|block\w*|task(?:s|ed|ing)?|orders?|lays? out"
    r"|spells? out"
    r"|(?:states?|says?|specif(?:y|ies)|stipulates?) that (?=[^.;]{1,80}\b(?:must|shall|may|cannot|ha(?:s|ve) to)\b)"
    r"|preserv\w*|defend\w*|exempt\w*|spares?|prioriti[sz]\w+|disclos\w+|crack\w* down"
    r"|appropriat\w+|designat\w+|instruct\w*"
    r"|reaffirm\w*|force[sd]?|forcing|phase\w*|make workers|makes employers|pauses?|halts?|coordinat\w+"
    r"|outlines?|governs?|extends?"
    r"|aims?|targets?|takes?|builds?|modernize\w*|ends?|clarif\w+|defin\w+|means)"
)
# What follows "would" where it tells what a law rules, and not how it fares, what it costs, or what is thought of it.
RULES = (
    r"(?:also |then |further |only |first |in turn |later |better |finally )*(?!\w+ly (?:harm|hurt|affect|impact)|not\b"
    r"|be (?:\w+ly )?(?:an?|the|good|bad|heard|hard|easy|difficult|able|affected|impacted|hurt|harmed|in|up|on|among"
    r"|considered|debated|voted|introduced|reintroduced|signed|vetoed|effective|enforced|sent|taken up|named|known"
    r"|enough|too|more|so|one|important|critical|devastating|disastrous)\b"
    r"|have (?:been|had|an?|no|little|to (?:wait|pass|be))\b|(?:like|love|hate|prefer|rather|hope|say|argue|agree|seem"
    r"|mean|cost|lead|result|cause|lose|go|come|head|hurt|harm|kill|stifle|slow|chill|become|mark|take|make (?:history"
    r"|sense|a)|welcome|affect|impact|pass|fail|benefit|face|need|get|do|die|expire|sunset|move|advance|return"
    r"|jeopardize|undermine|threaten|destroy|devastate|never|continue|remain|likely|probably|almost|cut|drive|eliminate"
    r"|save|not|join|still)\b)[a-z]{2,}\b"
)
_LAW_DOES = quick(
    rf"\b(?:(?:the|th(?:is|at|ese|ose)|our|their|his|her|my|its|a|an|new|proposed|bipartisan|landmark|state"
    rf"|federal|such) (?:(?!for\b)[\w’'“”\"-]+ ){{0,5}}?{LAW_NOUN}|(?-i:[A-Z][\w’')-]* (?:Act|Bill|Law"
    rf"|Directive|Regulations?|Order|Code)(?: (?:of )?\d{{4}})?)|(?:[SH]\.?R?\.?|SB|AB|HB"
    rf"|(?:Assembly|Senate|House) Bill) ?\d{{1,5}})\b(?:\s?\([^)]{{1,60}}\))?"
    r"(?:,[^,.;]{3,80},|, (?:which (?:goes|took|takes|applies|was|is|has|will)|effective|called|known as|authored"
    r"|introduced|sponsored|signed|titled|dubbed) [^;]{3,120}?,)?"
    rf",?(?: (?:which|that|also|now|further|specifically"
    rf"|then),?(?: among other things,)?)? (?:(?:would|will|shall|must|does|could|should"
    rf"|(?:is|are|was|were) (?:also |partly )?(?:designed|intended|meant|aimed|expected)(?: to| at)?"
    rf"|has|have|already|currently|expressly|no longer|aims? to|seeks? to|aimed at|designed to|intended to|also|now"
    rf"|further|specifically|and|helps?"
    rf"|works?) )*(?:to )?(?:not [^.;:]{{2,60}}? but (?:also |would |does )?)?(?:better |fully |otherwise |\w+ly )?"
    rf"[“\"'‘]?(?P<does>{_DOES})\b",
    re.IGNORECASE,
)
_LAW_WOULD = quick(
    rf"\b(?:(?:the|th(?:is|at|ese)|an?|our|his|her|my|its|new|bipartisan|draft) (?:[\w’'-]+ ){{0,3}}?{LAW_NOUN}"
    rf"|(?-i:[A-Z][\w’'-]* (?:Act|Bill|Law|Ordinance))|(?:[SH]\.?R?\.?|SB|AB|HB) ?\d{{1,5}})"
    r"(?: (?:produced|introduced|drafted|written|sponsored|authored|proposed|backed|filed|published|unveiled"
    r"|announced|under"
    r"|by|from|in|on|being) [^.;:]{3,140}?)?(?:,? which|,? that)?"
    rf" (?:would|will|aims? to|seeks? to) {RULES}",
    re.IGNORECASE,
)
# "The bill translates", "This Act also covers": what a law does, and not how it fares.
_LAW_VERBS = quick(
    r"[“\"]?(?:The|This|That|His|Her|Their|Our) (?:draft |proposed |new |bipartisan |bicameral |EU |European |final "
    r"|state )*"
    r"(?:[Bb]ill|Act|Directive|Regulation|[Ll]egislation|[Oo]rdinance|[Mm]easure)(?: ?[–—-] ?[^–—.;]{3,120}[–—-])?"
    r" (?:also |further |\w+ly )*(?!(?:is|was|has|does|faces|heads|comes|goes|remains|needs|draws|benefits|represents"
    r"|marks"
    r"|follows|builds|awaits|reflects|responds|seems|appears|shows|demonstrates|raises|leaves|lacks|fails|cites|names"
    r"|moves"
    r"|advances|enters|enjoys|stems|passes|wins|gets|costs|risks|threatens|hurts|harms|still|always|perhaps|this"
    r"|across|as"
    r"|states|sponsors|supporters|backers|opponents|becomes|takes|falls|stops short|sits|says|carries|boasts|poses"
    r"|undermines"
    r"|ignores|misses|jeopardizes|weakens|erodes|guts|strips)\b)[a-z]{2,}[^s\W]s\b(?! (?:to|of) (?:pass|law)\b)"
)
_LAW_FOR = quick(
    rf"\b(?:{LAW_NOUN}|(?-i:Act|Bill))(?: of \d{{4}})?,?(?:\s\([^)]{{1,60}}\),?)?(?: (?:bipartisan"
    rf"|bicameral|new|landmark) (?:legislation|bill|measure),?)? (?:that (?:would|will|seeks to"
    rf"|aims to)|which (?:would|will)|to|designed to|aimed at|intended to"
    rf"|meant to) (?:\w+ly )?(?P<does>{_DOES})\b"
    r"|\bintroduc\w+ (?:a |an |the )?(?:new |bipartisan |bicameral )*(?:legislation|bills?"
    r"|measures?)\b[^.]{0,140}?\bto (?P<does2>\w+)",
    re.IGNORECASE,
)
_DIRECTS = re.compile(
    r"\b(?:would|will|shall|must|should|may|cannot|can[’']t|ha(?:s|ve) to|needs? to|requir(?:e|es|ed|ing)"
    r"|prohibits?|bans?"
    r"|bars?|ensures?|provides?|establish(?:es)?|creates?|includes?|allows?|protects?|guarantees?|limits?"
    r"|gives?|rights?|(?:allowed|permitted|obliged|entitled|free) to"
    r"|agreed|applies|apply|covers?|means)\b"
)
_PASS_IT = re.compile(
    r"\b(?:pass(?:age|ing)?|support(?:ing)?|enact(?:ment|ing)?|adopt(?:ion|ing)?|approv(?:e"
    r"|al|ing)|back(?:ing)?|sign(?:ing)?|cosponsor)\b"
)
_INTRODUCED = re.compile(r"\b(?:re)?introduc(?:ed|es|ing)\b|\bunveil\w*\b|\bpassed\b|\benacted\b", re.IGNORECASE)
_LAW_WHICH = quick(
    rf"\b(?:{LAW_NOUN}|(?-i:Act|Bill|Law)|(?-i:[SHA]B|Assembly Bill|Senate Bill"
    rf"|House Bill) ?\d{{1,5}})\b[^.;]{{1,110}}?,? (?:that|which)"
    rf" (?:(?:would|will|does|shall|must|also|have) )*(?P<does>{_DOES})\b",
    re.IGNORECASE,
)
_WHICH_WOULD = re.compile(r",? (?:which|that) would (?:have )?(?:also )?[a-z]")
_UNDER_LAW = quick(
    rf"\bunder (?:the|this|that|his|her|their|our|new|a|an|existing"
    rf"|current)? ?(?:[\w’'-]+ ){{0,4}}?(?:{LAW_NOUN}|(?-i:Act|SB ?\d+|AB ?\d+|Directive"
    rf"|Regulation))\b|\bUnder (?-i:[SHA]B ?\d+|[A-Z][\w ’'&-]{{2,60}} (?:Act|Law|Directive))",
    re.IGNORECASE,
)
_LAW_MODAL = re.compile(
    r"\b(?:would|will|shall|must|may not|cannot|is to|are to|has to|have to|can|is prohibited"
    r"|are prohibited|required|requires|can be|may be)\b",
    re.IGNORECASE,
)
_THEN_DOES = re.compile(
    r",?(?:\s\([^)]{1,60}\))?,?(?: (?:an? |the )?(?:[\w-]+ )?(?:bill|legislation|measure),?)?(?: (?:which|that"
    r"|also|now),?(?: among other things,)?)?"
    rf" (?:(?:(?:would|will|shall|must|does|could|should|also|now|further|aims? to|seeks? to) )*{_DOES}\b"
    rf"|would {RULES})"
)
WITH_LAW = quick(rf"\b(?:With|Through) (?:this|our|the|my) (?:\w+ )?{LAW_NOUN}\b", re.IGNORECASE)
NOT_CONTENT = quick(
    r"\b(?:step (?:toward|forward)|is endorsed|are endorsed|endorse[sd]?|cosponsor\w*|was introduced"
    r"|commends?|grateful|look(?:s|ing)? forward|full text|proven|approach to|critics|opponents|passed (?:the"
    r"|by)|signed into law|vetoed"
    r"|takes effect|(?:laws?|legislation|regulations?|rules) (?:(?:is|are) (?:failing|inadequate)|fails? to"
    r"|falls? short)"
    r"|read the bill|lack(?:s|ed|ing)?\b"
    r"|proud to|thank\w*|applaud\w*|pleased)\b",
    re.IGNORECASE,
)
_CONTRACT_DOES = quick(
    r"(?<!bipartisan )(?<!general )(?<!broad )(?<!widespread )\b(?:(?:contract|agreement|deal|pact|cba)s?"
    r"|clauses?|provisions?|contract language|memorandum"
    r"|settlement|side letter"
    r"|accords?)\b(?! (?:negotiations?|talks|fight|campaign|workers?))[^.;]{0,160}?(?<!not )\b(?:includ(?:es?|ed|ing)"
    r"|requir(?:es?|ed|ing)|prohibit\w*|giv(?:es?|ing)|gave|guarantee\w*|contain\w*|protect\w*"
    r"|ban(?:s|ned)|bar(?:s|red)"
    r"|limit(?:s|ed)|restrict\w*|constrain\w*|ensur\w+|allow\w*|mak(?:es?) (?:the|it)|establish\w*|oblig\w+"
    r"|provid(?:es?|ed|ing)|forbid\w*|sets? (?:limits|rules|out)|grant\w*|secure[sd]?|stipulat\w+|specif(?:y|ies)"
    r"|call(?:s|ed)? for|commit\w*|address\w*|feature\w*|preserv\w*|expands?|locks? in|continues? to|retain\w*"
    r"|accomplish\w*|achiev\w*|deliver\w*|cover(?:s|ed|ing)?"
    r"|mandat\w+|defin(?:es|ed|ing)"
    r"|govern\w*|assert\w*"
    r"|(?:say|says|said|state|states|stated|stating) that)\b"
    r"|\b(?:another|a) (?:common )?(?:contractual|contract) (?:provision|clause)\b",
    re.IGNORECASE,
)
WON = quick(
    r"\b(?:won|secured|(?<!without )(?:successfully )?negotiated|gained|bargained|reached|obtained|achieved|ratified"
    r"|codif(?:y|ied|ying)|enshrined)\b[^.;]{0,140}?\b(?:deals?|contracts?|agreements?|rules?|rights?|protections?"
    r"|clauses?|language|provisions?|guardrails?|limits?|restrictions?|commitments?|ban|guarantees?"
    r"|safeguards?|that AI)\b",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:how to|can|could|may|might|would|should|must|need to|to|are|is|been|still|currently|by"
    r"|in the midst of) (?:\w+ly )?(?:negotiat|win|secur|bargain|codif|enshrin|gain|achiev|reach|obtain|ensur"
    r"|includ)\w*"
    r"|\$\d|\b(?:billion|million)(?:-dollar)? (?:contract|deal)|\bwithout a contract\b"
    r"|\bnot have an? |\b(?:refus\w+|declin\w+|hesitant|reluctant|unwilling|fail\w*) to (?:sign|agree|accept|include"
    r"|negotiate)\b|\bexpir\w+|\btentative\b(?=[^.]{0,200}\bno\b)"
    r"|\bproposed contract"
    r"|\bif ratified",
    re.IGNORECASE,
)
_UNWILLING = quick(
    r"\b(?:refus\w+|declin\w+|hesitant|reluctant|unwilling|loath|fail(?:s|ed|ing)?) to (?:\w+ly )?(?:sign|agree|accept"
    r"|include|negotiate|bargain|commit)\b"
    r"|\b(?:resist|oppos|reject|balk)\w* (?:at )?(?:[\w-]+ ){0,3}?(?:clauses?|terms|language|provisions|demands)\b"
)
_OF_LAW = re.compile(
    rf"\b(?:provisions?|language|terms|clauses?)\b(?:, (?:a )?part|, included| detailed| contained| included"
    rf"| buried| tucked)?"
    rf" (?:of|in|into) (?:the|this|that|a) (?:[\w-]+ ){{0,3}}?{LAW_NOUN}\b",
    re.IGNORECASE,
)
_DEALS = re.compile(r"\b(?:contract|agreement|deal|pact|cba|memorandum|settlement|accord)s?\b", re.IGNORECASE)
_SHOWS = re.compile(
    r"\b(?:demonstrat\w+|prov(?:es|en|ed) that|shows? (?:that|how|what)|reflects|sets? (?:a|an"
    r"|the) (?:new )?(?:precedent"
    r"|standard|bar|example)|testament|possible to|sends? a|could|might)\b"
)
_POLICY = quick(
    r"\b(?:compan\w+|employers?|management|guidelines?|polic(?:y|ies)|firms?|we"
    r"|(?-i:[A-Z]\w+)) (?:[\w’']+ ){0,4}?(?:(?:has |have )?(?:pledged|promised|committed|vowed|undertaken"
    r"|undertook|offered|agreed)(?:(?<!agreed)(?: in writing)? that|(?: not)? to (?!an? |the |our |its |their ))"
    r"|will not (?:use"
    r"|replace|lay)|won[’']t (?:use"
    r"|replace)"
    r"|bans? (?:employees|staff|workers|the use)|prohibits? (?:employees|staff|the use)"
    r"|requires? (?:employees|staff|workers|human))\b"
    r"|\bwe[’']re not using \[?AI|\b(?:offered|proposed|introduced"
    r"|unveiled) (?:an? )?(?:\w+ ){0,2}(?:policy|guidelines?|rules) (?:that|which|under which"
    r"|requiring|banning|barring)\b",
    re.IGNORECASE,
)
_WITH_UNION = re.compile(
    r"\b(?:unions?|guild|bargain\w*|members|workers[’'] representatives|works council"
    r"|ratif\w+|strikes?)\b"
)
_TEXTS = quick(
    rf"\b(?:contracts?|agreements?|pact|deal|CBA|clauses?|settlement|accord|memorandum|{LAW_NOUN})\b", re.IGNORECASE
)
ASKS = quick(
    r"\b(?:measures|rules|reforms|proposals?|plans?|changes|agreements) (?:proposed|sought|demanded|backed"
    r"|called for) by "
    r"(?:the )?(?:[\w-]+ ){0,4}?(?:unions?|federation|coalition|guild|workers|(?-i:[A-Z]{3,}))\b|"
    r"\b(?:(?:call|calls|called|calling|calls grow(?:ing)?)\s+(?:\w+ly )?(?:for|on|upon)\b"
    r"|urg(?:e|es|ed|ing)\b|(?<![-‑])demand(?:s|ed|ing)?\b(?! for (?:skilled|qualified|talent"
    r"|more skilled))(?= [“\"‘']?(?:that|an?|the|for|to|its|their|our|politicians|lawmakers|governments?|more|greater"
    r"|better|safe|human|fair|strong|real"
    r"|stronger|answers|transparency|protections?|limits|recurring|full|public|companies|employers"
    r"|congress|immediate)\b)"
    r"(?! for (?:labor|labour|workers|AI|skills))|wants?\b|wanted\b"
    r"|ask(?:s|ed|ing)?\b(?= (?:for|that|to|the|its|their|all|every|elected|our|us|you|employers?|compan\w+"
    r"|lawmakers|regulators|(?-i:[A-Z])))"
    r"|push(?:es|ed|ing)? for\b|press(?:es|ed|ing)? (?:for|congress|the)\b|insist(?:s|ed|ing)?\b"
    r"|push(?:es|ed|ing)? (?:[\w’'-]+ ){1,4}to\b|argu(?:e|es|ed|ing) (?:that )?[^.]{0,160}\b(?:should|must"
    r"|need)\b|advocat(?:e|es|ed|ing) for\b"
    r"|seek(?:s|ing)? (?:protections?|limits?|language|guardrails|to (?:limit|ban|restrict|protect|enshrine))"
    r"|(?<!One )(?<!one )(?<!the )(?-i:fight(?:s|ing)? (?:for|to))\b|in contention\b|trying to enshrine\b"
    r"|request(?:s|ed"
    r"|ing)? (?:safeguards|protections?|that|a ban|limits|guarantees)\b|petition(?:s|ed|ing)?\b"
    r"|lobb(?:y|ies|ied|ying) for\b|(?:push|drive|campaign|bid) for (?:[\w-]+ ){0,3}(?:regulations?|laws?"
    r"|legislation|rules|protections|limits|safeguards)\b"
    r"|(?:is|are) bargaining for\b|proposed? that\b|would like (?:to see\b|(?:the |its |their "
    r"|\w+ )(?:\w+ ){0,3}to (?!know|see|thank|hear|say|add|be able|believe|think|forget))|pressing\b|a call (?:on|for"
    r"|to)\b|implor\w+"
    r"|\binvit(?:e|es|ed) (?:all |every |the )?(?:\w+ )?(?:employers|compan\w+|governments?|lawmakers|congress"
    r"|platforms) to\b"
    r"|appeal(?:s|ed|ing)? (?:to|for)\b|take back control\b|organize to\b"
    r"|(?<!what they )(?<!what we )(?<!respect they )deserve\b)",
    re.IGNORECASE,
)
_WANT_TO_SAY = re.compile(
    r"want(?:s|ed)? to (?:outline|capture|say|share|talk|thank|discuss|hear|know|understand|learn|tell|show"
    r"|express|start"
    r"|begin|note|point|acknowledge|emphasi[sz]e|see how)\b"
)
_EMPLOYERS_WANT = re.compile(
    r"(?<!to )(?<!to the )(?<!on )(?<!on the )(?<!with the )(?<!against )(?<!against the )(?<!from the )"
    r"\b(?:[Ee]mployers?|[Cc]ompan(?:y|ies)|[Mm]anagement|[Bb]osses|[Ss]tudios?|CEOs?|[Ee]xecutives?|[Cc]orporations?"
    r"|[Pp]ublishers?|Big Tech)\b[^.;:,]{0,70} \Z"
)
_SHOULD_ASK = re.compile(
    r"\b(?:should|must|needs? to|ought to|ha(?:s|ve) to) (?:\w+ly |also |first )?(?:demand|ask|insist"
    r"|push|press|call|advocate|urge|seek|request)\b",
    re.IGNORECASE,
)
_ADVISES = quick(
    r"\b(?:(?<!would )recommend(?:s|ed|ing|ation)?\b|(?<!I )(?<!who )advis(?:e|es|ed|ing)\b"
    r"|(?<!studies )(?<!study )(?<!research )(?<!data )(?<!findings )"
    r"(?<!evidence )(?<!results )(?<!surveys )(?<!numbers )suggest(?:s|ed)? that\b"
    r"|emphasi[sz]e[ds]? that\b[^.]{0,300}\b(?:need|should|must)\b|best practices? (?:is|are|include|would)\b"
    r""
    r"|(?<!to )(?<!these )encourage[sd]? (?:[\w’-]+ ){0,3}?(?:employers?|compan\w+|workers?|unions?|members"
    r"|everyone|every"
    r"|you|lawmakers|congress|governments?|all|agencies|policymakers|developers|organi[sz]ations|staff|readers|people"
    r"|businesses|states)\b|\b(?:is|are) (?:encouraged|reminded|advised) to\b"
    r"|should consider\b)",
    re.IGNORECASE,
)
OUGHT = quick(
    r"\b(?:must(?:n[’']t)?|should(?:n[’']t)?|ought to|(?<!the )(?<!The )(?<!any )(?<!future )(?<!\ba )(?<!\bno )(?:need"
    r"|needs) (?:to\b|(?!for\b|of\b"
    r"|\w+ed\b)\w+)|ha(?:s|ve) to|(?:is|are) (?:therefore |thus |also |especially |very |vitally |equally "
    r"|so )?(?:essential|critical|vital|imperative|crucial"
    r"|important)(?: \w+ \w+(?: \w+){0,3})? (?:that|to)|be (?:especially |also )?important for"
    r"|require that|(?:[Tt]h(?:is|at)|[Ii]t) (?:also )?means (?:\w+ly )?(?:ensuring|making sure|guaranteeing|giving"
    r"|involving"
    r"|protecting|investing|requiring|banning|providing|negotiating|putting|securing|establishing|strengthening)"
    r"|(?:we|We|I) have (?:an?|the) (?:\w+ )?(?:obligation|duty|responsibility) to|this means \w+ing"
    r"|^No (?:\w+ ){1,4}(?:may|should)|(?:action|rules?|protections?"
    r"|legislation|regulation|safeguards|guardrails) (?:is|are) (?:urgently )?needed|it is time to"
    r"|it[’']s time to"
    r"|(?:^|(?<=[.“\"] ))[Ll]et[’']s (?!look|examine|explore|start|see|face|talk|take|try|be|say|break|dive)"
    r"|cannot be|can[’']t be|(?:can|may) only\b|have (?:a|the) right to"
    r"|will (?:also )?need)\b"
)
_THEY_NEED = re.compile(
    r"\b(?:skills|tools|training|support|resources|knowledge|information|help|rights|technology|money|workers"
    r"|protection"
    r"|education) (?:that (?:[\w-]+ ){1,6}?|(?:they|workers|students|people|we|you) )"
    r"(?:(?:would |will |may )?need|should have)\b"
)
_VAGUE = quick(
    r"\b(?:must act|need(?:s)? to act|act now)\b(?! (?:now )?to (?:\w+ly )?(?:protect|limit|ban|regulate|ensure"
    r"|prevent|require|stop"
    r"|guarantee|curb|give))|\b(?:left behind|left out|lead the world|needs a re-?think"
    r"|goal of|priced in|must intervene|must decide"
    r"|(?:what|all) (?:we|they|workers) need\b|needs? (?:a )?change\b(?! (?:in|to))|take action\b(?! (?:to|on"
    r"|against))|join (?:in )?(?:an effort|forces|together)|step up\b"
    r"|do more\b(?! to)|stand with (?:workers|us|labor)\b(?! (?:on|to))|stand(?:s)? ready|heed\w*"
    r"|needs? to (?:have (?:an?|the) (?:\w+ )?(?:understanding|conversation|debate|discussion)|understand)"
    r"|have to be (?:\w+ly )?(?:competent|ready|prepared|vigilant|clear|honest|realistic|aware|bold|smart)"
    r"|(?:must|needs? to|ha(?:s|ve) to) (?:meet|navigate|grapple with|contend with|weigh) (?:several|many|various"
    r"|a number of"
    r"|a host of|a range of|key|different|difficult|new|growing|complex|these)"
    r"|remain(?:s)? to be seen|tackle these)\b",
    re.IGNORECASE,
)
_PRAISES = quick(
    r"\b(?:I|[Ww]e) (?:commend|applaud|thank|salute|congratulate)\b|\bwho (?:deserve|want|ask)s?\b"
    r"|\b(?:any|every|those|each) (?:\w+ )?(?:that|who|which) wants?\b"
    r"|\bfight(?:ing)? (?:for its passage|to make it law|to pass)\b|\bhas had to\b|\b(?:day|week) of (?:action"
    r"|solidarity)\b"
    r"|\bto take action\b(?! (?:to|on|against))"
    r"|\bpicket line\b|\bto comment\b|\b(?:is|are|was|were|been) asked\b(?! to)"
)
_NOT_ASKED = re.compile(
    r"\b(?:rights? to|not|never|no|refus\w+|without|in|the|our|their|high|consumer|market|for|employees|they"
    r"|increas(?:ed|ing)|growing"
    r"|rising|strong|robust|surging|weak|by|global|soaring"
    r"|bosses) $"
    r"|\b(?:enabl\w+|allow\w*|help\w*|empower\w*|equip\w*|skills|opportunit\w+|able|ability|capacity|how)"
    r" (?:[\w’'-]+ ){0,8}$",
    re.IGNORECASE,
)
_LAW_WANTED = quick(
    r"\b(?:on|for|toward|towards) (?:more|new|future|further) (?:\w+ )?(?:laws|bills|rules|regulations)\b|"
    rf"\b(?:recommend|propos|seek|advocat|demand|urg|favou?r|pursu)\w* (?:[\w’-]+ )?(?:stronger|new|tougher"
    rf"|stricter|better"
    rf"|binding|comprehensive|national|clear|strict|robust) (?:[\w’-]+ ){{0,5}}?(?:{LAW_NOUN})\b|"
    rf"\b(?:without|lack of|absence of) (?:[\w-]+ ){{0,3}}?(?:{LAW_NOUN})\b|"
    rf"\b(?:must|should|need to) (?:ensure|make sure|see)\b[^.;]{{0,30}} (?:{LAW_NOUN})\b|"
    rf"\b(?:need|needs|needed|want|wants|time for|must (?:pass|enact|adopt|introduce)|should (?:pass|enact|adopt"
    rf"|introduce"
    rf"|be))\b(?: \w+){{0,4}} (?:{LAW_NOUN})\b"
    rf"|\b(?:{LAW_NOUN}|(?-i:Act|Bill)) (?:(?:on|for|of) [^,.;]{{3,70}} )?(?:\w+ )?(?:must|should|needs? to"
    rf"|ought to)\b",
    re.IGNORECASE,
)
_NOW_MUST = quick(r"^(?:Employers|Companies) must now\b")


_TELLS = Several(
    (
        *(_POLICY, _CONTRACT_DOES, WON, _LAW_DOES, _LAW_FOR, _LAW_WHICH, _LAW_WOULD, _LAW_VERBS),
        *(_UNDER_LAW, WITH_LAW, _NOW_MUST),
    )
)


@lru_cache(maxsize=64)
def told(text: str, law_end: int | None = None) -> str | None:
    """Whether a sentence tells what an employer's policy, a contract or a law says: the instrument, else None.

    `law_end` is where in `text` the name of a law ends, where it names one.
    """
    if law_end is None and not _TELLS.may(text):
        return None
    asks = ASKS.search(text)
    if (
        law_end is not None
        and not (asks and asks.end() < law_end and not _PASS_IT.search(text, asks.start(), law_end))
        and not _LAW_WANTED.search(text)
        and _THEN_DOES.match(text, law_end)
        and not NOT_CONTENT.search(text)
    ):
        return LEGISLATION
    policy = _POLICY.search(text) if asks is None else None
    if policy and not _TEXTS.search(policy.group()):
        agreed = "agreed" in policy.group() and _WITH_UNION.search(text)
        return AGREEMENT if agreed else POLICY
    contract = _CONTRACT_DOES.search(text) or WON.search(text)
    if contract and _OF_LAW.search(text) and not _DEALS.search(contract.group()):
        contract = None
    if contract and not NOT_YET.search(text[: contract.end()]) and not _SHOWS.search(contract.group()):
        before = text[: contract.start()]
        if not _LAW_DOES.search(before) and not ASKS.search(before):
            return AGREEMENT
    bare = NOT_CONTENT.search(text) and not (_LAW_FOR.search(text) or _WHICH_WOULD.search(text))
    if _LAW_WANTED.search(text) or bare:
        return None
    content = _LAW_DOES.search(text) or _LAW_FOR.search(text) or _LAW_WHICH.search(text) or _LAW_WOULD.search(text)
    content = content or _LAW_VERBS.match(text)
    advised = _ADVISES.search(text)
    if content and advised and advised.start() < content.start() and not _INTRODUCED.search(text):
        return None
    if content and (asks is None or asks.start() >= content.start() or _INTRODUCED.search(text)):
        return LEGISLATION
    by_law = _UNDER_LAW.search(text) or WITH_LAW.search(text)
    return LEGISLATION if _NOW_MUST.search(text) or (by_law and _LAW_MODAL.search(text)) else None


def directs(text: str) -> bool:
    """Whether a later sentence of a list's item still says what must, may or must not be."""
    return _DIRECTS.search(text) is not None


def asks(text: str) -> bool:
    """Whether somebody demands something; what employers want is no demand."""
    match = ASKS.search(text)
    if match and (_EMPLOYERS_WANT.search(text[: match.start()][-100:]) or _WANT_TO_SAY.match(text, match.start())):
        return False
    return match is not None and not _PRAISES.search(text) and not _NOT_ASKED.search(text[: match.start()][-60:])


def should_ask(text: str) -> bool:
    """Whether a sentence says that somebody should demand something: advice, no demand."""
    return _SHOULD_ASK.search(text) is not None


def advises(text: str) -> bool:
    """Whether somebody recommends something."""
    return _ADVISES.search(text) is not None


@lru_cache(maxsize=64)
def ought(text: str) -> bool:
    """Whether a sentence says what must or should be, and what that is."""
    return OUGHT.search(_THEY_NEED.sub("", text)) is not None and not _VAGUE.search(text)


def wants_law(text: str) -> bool:
    """Whether a law is only wished for: "recommended stronger legislation", "a law must"."""
    return _LAW_WANTED.search(text) is not None


def unwilling(text: str) -> bool:
    """Whether somebody will not agree to a contract's terms: "are reluctant to accept", "refused to sign"."""
    return _UNWILLING.search(text) is not None
