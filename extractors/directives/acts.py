"""What a told sentence wants done, and by whom: the act inside "urged X to", "the bill would", "calls for", "must".

News and releases wrap a rule in the telling of it. Whom "would require employers to" binds, or "employers would be
required to", "urged the governor to", "a law must", is known by the verb that governs the party and by its voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.directives.force import AGREEMENT, LEGISLATION, POLICY
from extractors.text.quick import quick

_GOVERNMENT = (
    r"(?-i:House|Senate|Congress|Parliament|Commission|Assembly|Council|Gov\.|Sens?\.|Reps?\.|Sec\.|MPs|MEPs"
    r"|White House|Downing Street|Whitehall|Westminster|Brussels|Ottawa|Canberra|Holyrood|Leader [A-Z]|EU|UK"
    r"|U\.?S\.?)"
    r"|congress\w*|governments?|governors?|parliaments?|senators?|senate|lawmakers|legislators?|legislatures?"
    r"|policy-?makers?|regulators?"
    r"|politicians|representatives|ministers?|ministry|mayors?|presidents?|chancellor|secretary|states?(?! that\b)"
    r"|cities"
    r"|countries|municipalit\w+|authorit\w+|agenc(?:y|ies)|administration|commission(?:er)?s?|department|committees?"
    r"|councils?|courts?|federal government|member states|provinces?|premiers?"
)
_EMPLOYER = (
    r"employers?|compan(?:y|ies)|boss(?:es)?|business(?:es)?|corporations?|firms?|platforms?|studios?|producers?"
    r"|publishers?|management|managers?|executives|broadcasters?|newsrooms?|hospitals?|universit\w+|contractors?"
    r"|organi[sz]ations|broadcasters|retailers?|warehouses?|carriers|operators|recruiters|landlords|industry|giants"
    r"|employment agencies|deployers?|(?:private|public)[- ](?:and (?:private|public)[- ])?sector"
)
_DEVELOPER = (
    r"(?:AI |model |software |technology |tech )?(?:developers?|vendors?)|(?:big )?tech (?:compan\w+|firms|giants)"
    r"|(?:AI|artificial intelligence|generative AI) (?:compan\w+|firms?|labs|makers|providers)|model (?:makers"
    r"|owners)"
)
_UNION = r"(?:trade |labou?r )?(?:unions?|union movement|movement)|(?-i:TUC|locals|stewards)|bargaining committees?"
_PEOPLE = (
    r"(?!workers?[’'] )(?:workers?|employees?|staff|nurses|teachers|educators|drivers|riders|couriers|creators?"
    r"|songwriters|artists|performers"
    r"|actors|writers"
    r"|authors|musicians|journalists|applicants|candidates|job-?seekers|people|individuals|consumers|patients"
    r"|unions?|members|owners|rights[- ]?holders|copyright holders|americans|families|citizens|anyone|them|students"
    r"|residents|professionals|freelancers|representatives)"
)
_PARTY = (
    rf"(?:(?P<developer>\b(?:{_DEVELOPER}))|(?P<employer>\b(?:{_EMPLOYER}))|(?P<government>(?<!\w)(?:{_GOVERNMENT}))"
    rf"|(?P<union>\b(?:{_UNION})))(?!\w|[’']|-)"
)
_NEXT = (
    r"(?:(?!(?:of|on|in|from|to|over|against|for|with|by|about|as|when|where|who|how|what"
    r"|whether)\b)[\w.,’'&-]+ ){0,5}?"
)
_BINDS = quick(
    r"\b(?:requir(?:e|es|ed|ing)|oblig(?:e|es|ed|ing|at\w+)|compel(?:s|led|ling)?|forc(?:e|es|ed|ing)"
    r"|mak(?:e|es|ing)(?= \w+ (?:\w+ )?(?:disclose|bargain|consult|pay|tell|report|prove|retrain))"
    r"|prohibit(?:s|ed|ing)?|tax(?:es|ing)?(?= (?:on )?\w)|ban(?:s|ned|ning)?|bar(?:s|red|ring)?|forbid(?:s|ding)?"
    r"|(?:prevent|block|stop|restrict)(?:s|ed|ping|ing)?(?= (?:[\w-]+ ){1,4}from)|hold(?:s"
    r"|ing)?(?= [\w ]{1,40}accountable)"
    rf"|mandat(?:e|es|ed|ing) that|(?:requirements?|obligations?|prohibitions?|duty|rules|limits) (?:for"
    rf"|on)) {_NEXT}{_PARTY}",
    re.IGNORECASE,
)
_BOUND = quick(
    rf"{_PARTY}(?: (?:who|that|which|with|using|of|in) [^,.;]{{2,60}}?| engaging [^,.;]{{2,40}}?)?,?"
    r" (?:(?:would|will|shall|must|should|could|may|might|also|now|then|only|first|not|be|to|is|are|were|have"
    r"|had|has)"
    r" ){0,5}"
    r"(?:be (?:\w+ly )?(?:required|obliged|obligated|forced|compelled|barred|banned|prohibited|forbidden|made|told"
    r"|subject|liable|fined|responsible|accountable|allowed|permitted)|(?:have|need|ha[ds]) to\b|must\b|should\b"
    r"|shall\b|ought to\b|may not\b|cannot\b|can[’']t\b|(?:are|is) (?:now |also )?(?:required|obliged|barred|banned"
    r"|prohibited|forbidden))",
    re.IGNORECASE,
)
_ASKED = quick(
    r"\b(?:urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:up)?on|a call (?:up)?on|ask(?:s|ed|ing)?|press(?:es|ed|ing)?"
    r"|push(?:es|ed|ing)?|implor\w+|beg(?:s|ged|ging)?|lobb(?:y|ies|ied|ying)|petition(?:s|ed|ing)?|(?:writ(?:es"
    r"|ten|ing)|wrote) to"
    r"|appeal(?:s|ed|ing)? to|want(?:s|ed)?|tell(?:s|ing)?|told|encourag(?:e|es|ed|ing)|invit(?:e|es|ed|ing)"
    r"|challeng(?:e|es|ed|ing)|(?-i:demand(?:s|ed|ing)?)(?: that)?|insist(?:s|ed|ing)?(?: that)?|calls? for"
    rf"|recommend(?:s|ed|ing)?(?: that)?|direct(?:s|ed|ing)?) {_NEXT}{_PARTY}",
    re.IGNORECASE,
)
# What only a lawmaker can give: where this is asked for, the government is to act.
_LAWFUL = (
    r"(?:laws?|legislation|legislative|regulat(?:ion|ions|ory)|statut\w+|directives?|bills?|moratori\w+|act"
    r"|tax(?:es|ation)?"
    r"|framework|rulebook|guardrails|oversight body|authority|public (?:investment|funding|inquiry)|national \w+"
    r"|funding|federal \w+|investments?|(?:new |next )?generation of rights|(?:new )?(?:employment|data|digital"
    r"|legal|workers[’']) rights|(?:new|clear|strict(?:er)?|tough(?:er)?|strong(?:er)?) rules"
    r"|industrial strategy|policy)"
)
_WANTS_LAW = quick(
    r"\b(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?|push(?:es|ed|ing)? for|press(?:es|ed|ing)? for"
    r"|advocat\w+ (?:for )?"
    r"|campaign\w* for|pursu(?:e|es|ed|ing)|seek(?:s|ing)?|want(?:s|ed)?|need(?:s|ed)?|recommend(?:s|ed|ing)?"
    r"|lobb\w+ for"
    r"|support(?:s|ed|ing)?|back(?:s|ed|ing)?|urg(?:e|es|ed|ing)|fight\w* for|propos(?:e|es|ed|ing)|request(?:s"
    r"|ed|ing)?)"
    rf" (?:[\w’'“”\"-]+,? ){{0,8}}?{_LAWFUL}\b",
    re.IGNORECASE,
)
_LAW_MUST = quick(
    rf"\b{_LAWFUL}(?: \w+){{0,3}} (?:must|should|needs? to|ha(?:s|ve) to|ought to)\b"
    r"|\b(?:the nation|our country|america|britain|canada|australia|europe|the economy|(?:america[’']s"
    r"|the nation[’']s"
    r"|american|our|the|canada[’']s|australia[’']s) work-?(?:force|ers)) (?:\w+ )?(?:must|should|needs? to)\b"
    r"|\b(?:we|it[’']s time|it is time|let[’']s|let us) (?:\w+ )?(?:must|should|need|needs|ought|have)? ?(?:to )?"
    r"(?:\w+ )?(?:act|pass|enact|legislat\w+|regulat\w+|invest|protect|equip|prepare|establish|support|ensure"
    r"|make sure"
    r"|help|train|modernize|update|strengthen|continue|put|guarantee|create|give|build|hold|set|ban|stop|demand)\b",
    re.IGNORECASE,
)
# What a law makes that only public bodies run.
_PUBLIC_WORK = quick(
    r"\b(?:creat|establish|set(?:s|ting)? up|launch|fund|expand|increas|invest|authori[sz]|provid|task|form|conven"
    r"|support|codif|strengthen|bring|boost|appropriat|award)(?:e|es|ed|ing|s)?\b[^.;]{0,70}?\b(?:commissions?"
    r"|task forces?|divisions?|bureaus?|programs?"
    r"|programmes?|grants?|funds?|funding|investments?|office|advisory|tax credits?|research|studies|study"
    r"|scholarships?|partnerships?|forum|pilot|workforce development|training|apprenticeships|policymakers"
    r"|(?:reporting |data |national |federal |voluntary )(?:systems?|frameworks?|registr(?:y|ies)|databases?|council)"
    r"|working groups?|access to AI)\b"
    r"|\bpublished (?:[\w ]{0,20})?(?:by|on) the (?:[\w’']+ ){0,4}(?:department|bureau|agency|office|website)\b"
    r"|\b(?:the|a|such) (?:\w+ ){0,3}(?:commission|secretary|department|task force|agency|office|comptroller general"
    r"|institute|bureau|attorney general|commissioner) (?:\w+ )?(?:would|will|must|shall|is to|has to)\b"
    r"|\bdirects? the \w+|\btax credits?\b|\bWIOA\b|\bpolicymakers\b",
    re.IGNORECASE,
)
_OVERRULES = quick(
    r"\b(?:preempt|pre-empt|overrul|overrid|overturn|nullif|ban|bar|block|stop|prevent|prohibit|halt|invalidat"
    r"|wip)\w*"
    r"(?: \w+){0,5} (?:states?|state-level|local governments?|local laws?|cities|municipalities|provinces"
    r"|regulators)\b"
    r"|\bmoratorium on (?:\w+ ){0,3}(?:state|local|AI) (?:\w+ ){0,3}(?:laws?|regulation|rules)\b",
    re.IGNORECASE,
)
_UNDO = quick(
    r"\b(?:reject|remove|oppose|strike|vote (?:against|down|no)|withdraw|repeal|scrap|strip|drop|kill|block|defeat"
    r"|rescind|abandon|veto|reverse|delete)(?:s|ed|ing)?(?: \w+)?"
    r" (?:an?|the|this|that|any|its|their|such|all) (?:[\w’'-]+ ){0,5}?(?:provisions?|proposals?|moratorium"
    r"|bills?|ban|preemption|pre-emption|amendments?|measures?|clauses?|language|legislation|order|plans?|attempts?"
    r"|efforts?|exception|exemption)\b",
    re.IGNORECASE,
)
_NOT_TO = quick(
    r"\b(?:urg|ask|call|press|warn|tell|implor|beg|push|want)\w*\b[^.;,]{0,60}? not to\b|\bto (?:refrain from|stop"
    r"|cease|desist from|end the|halt) |\b(?:demand|insist|ask|plead)\w* that (?:[\w’-]+ ){1,5}(?:never"
    r"|not) (?!only)",
    re.IGNORECASE,
)
_LETS = quick(
    r"\b(?:allow|enabl|permit|empower|entitl|let|authori[sz]|giv|grant|afford|offer|guarantee)(?:s|e|es|ed|ing|ting)?"
    rf" (?:(?!not\b)[\w’'-]+,? ){{0,5}}?(?:(?P<people>{_PEOPLE})|(?P<firms>{_EMPLOYER}))\b"
    r"(?:,? (?:including|such as) [^,]{2,60},| and (?:the )?\w+| or \w+)?"
    r" (?=to\b|(?:\w+ )?(?:access|control|rights?|power|authority|permission|immunity|notice of the right)\b"
    r"|(?:an?|the|more|new|greater) (?:\w+ ){0,4}?(?:way|tool|rights?|say|voice|means|path|option|choice|power"
    r"|remed\w+)\b)",
    re.IGNORECASE,
)
_LET = quick(
    rf"\blet(?:s|ting)? (?:[\w’'-]+ ){{0,3}}?(?:(?P<people>{_PEOPLE})|(?P<firms>{_EMPLOYER}))\b", re.IGNORECASE
)
_WAY_FOR = quick(
    rf"\b(?:mechanism|process|procedure|path(?:way)?|way|avenue|means|route|rights?|remed(?:y|ies)) (?:for|of"
    rf"|by which)"
    rf" (?:\w+ ){{0,3}}?{_PEOPLE} (?:not )?(?:to|can|could)\b"
    r"|\b(?:private right of action|right to (?:sue|know|refuse|appeal|contest|opt out|disconnect|request"
    r"|an? human))\b"
    r"|\b(?:creat|establish|enshrin|introduc|includ|win|won|ha[sd]|have|gain|giv|grant|secur|there (?:should"
    r"|must) be)\w*"
    r" (?:\w+ ){0,5}?rights? (?:to|not|of)\b|\bentitled to\b|\bfreedom from\b",
    re.IGNORECASE,
)
_KEEPS_RIGHT = quick(
    r"\b(?:protect|safeguard|uphold|respect|violat|infring|undermin|defend|fortif|strengthen|preserv|erod"
    r"|threaten)\w*"
    r"[^.;]{0,50}\brights?\b",
    re.IGNORECASE,
)
_RIGHT = quick(r"\bright(?:s)? (?:to|of|for|not)\b|\bentitled\b|\bfreedom from\b|\bhave a say\b", re.IGNORECASE)
_AGREED_TO = quick(
    r"\b(?:agree[sd]?|commit(?:s|ted)|promise[sd]?|pledge[sd]?|vow(?:s|ed)|undert(?:akes?"
    r"|ook)) (?P<not>not )?to (?!be |an? |the |its |their )\w"
)
_GOES_ON = quick(
    rf"\b(?:{_EMPLOYER}) (?:will|can|may|are (?:free|able|allowed) to) (?:still |freely )?(?:continue to "
    rf"|keep )us(?:e|ing)\b"
    rf"|\b(?:{_EMPLOYER}) (?:are|remain) free to\b",
    re.IGNORECASE,
)
_ILLEGAL = quick(r"\b(?:illegal|unlawful|a crime|an offen[cs]e) (?:for [^,.;]{3,60} )?to\b", re.IGNORECASE)
_MUST_NOT_BE = quick(
    r"\b(?:must|should|shall)(?: not|n[’']t| never) be (?:allowed|permitted|used|deployed)\b", re.IGNORECASE
)
# A purpose or a result: a negation in it is not that of the sentence.
_PURPOSE = re.compile(
    r",? (?:(?:in order )?to (?:help )?(?:ensure|make sure|guarantee)|ensuring|so(?: that)?(?= (?:that "
    r"|the )?\w+)|making sure"
    r"|and warn\w*|arguing|warning|saying)\b(?=[^.;]{0,80}(?:\bnot\b|n[’']t\b|\bno\b|\bnever\b|\bcould\b|\bcan\b"
    r"|\bmay\b))"
    r"[^.;]*"
)
_MODAL_AHEAD = re.compile(r"\b(?:must|should|shall|need|would|will|require\w*)\b", re.IGNORECASE)
_TRAINS_MODELS = quick(
    r"\b(?:AI|model) training\b(?!,| (?:programs?|for|opportunit\w+|and)\b)|\bAI records\b|\btraining (?:data"
    r"|records|sets?|materials? used)\b|\bused to train\b"
    r"|\b(?:generative AI|AI) models?\b|\bcopyright(?:ed)?\b",
    re.IGNORECASE,
)


def licence(text: str, force: str) -> str | None:
    """What a told sentence does where its verb or frame tells: a code of modality, None where others must say.

    What a law or contract holds may let employers do something; a demand seldom does.
    """
    law = force in (LEGISLATION, AGREEMENT)
    if force in (AGREEMENT, POLICY) and (agreed := _AGREED_TO.search(text)):
        return "prohibition" if agreed["not"] else "obligation"
    if force == AGREEMENT and _GOES_ON.search(text):
        return "permission"
    if _UNDO.search(text) and not law:
        return "obligation"
    if not law and _MUST_NOT_BE.search(text):
        return "prohibition"
    if law and (_OVERRULES.search(text) or _ILLEGAL.search(text)):
        return "prohibition"
    if _NOT_TO.search(text) and not law:
        return "prohibition"
    lets = _LETS.search(text) or _LET.search(text)
    if lets:
        before = text[max(0, lets.start() - 24) : lets.start()]
        if re.search(r"\b(?:not|n[’']t|never|that|which|who)\b[^,;]{0,16}\Z", before) and not law:
            return None
        return "right" if lets["people"] else ("permission" if law else None)
    way = _WAY_FOR.search(text)
    return "right" if way and not _KEEPS_RIGHT.search(text[: way.end()]) else None


def overrules(text: str) -> bool:
    """Whether a rule is on what states and towns may rule, and not on work itself."""
    return _OVERRULES.search(text) is not None


def grants(text: str) -> bool:
    """Whether a sentence speaks of a right as such, and not only of what somebody can do or could suffer."""
    return _RIGHT.search(text) is not None and not _KEEPS_RIGHT.search(text)


def plain(text: str) -> str:
    """A sentence without the purpose or result at its end whose negation or "could" is not that of the rule."""
    short = _PURPOSE.sub("", text)
    return short if _MODAL_AHEAD.search(short) else text


def bound_by_law(text: str) -> str | None:
    """Whom what a law holds binds, by its own words: a code of bearer, None where they do not tell."""
    if _OVERRULES.search(text):
        return "government"
    party = _party(_BINDS.finditer(text)) or _party(_BOUND.finditer(text))
    if party in ("employer", "developer"):
        return party
    if _TRAINS_MODELS.search(text) and not re.search(r"\bemployers?\b|\bworkplaces?\b", text):
        return "developer"
    if party == "government" or _PUBLIC_WORK.search(text):
        return "government"
    return None


def bound_by_demand(text: str) -> str | None:
    """Whom a demand or an advice binds, by its own words: a code of bearer, None where they do not tell."""
    asked = _party(_ASKED.finditer(text))
    if _UNDO.search(text) and asked in (None, "government"):
        return "government"
    party = _party(_BINDS.finditer(text))
    if party in ("employer", "developer"):
        return party
    if asked:
        return asked
    bound = _party(_BOUND.finditer(text))
    if bound:
        return bound
    if _LAW_MUST.search(text) or _WANTS_LAW.search(text):
        return "government"
    return party


def _party(found: Iterable[re.Match[str]]) -> str | None:
    for match in found:
        return match.lastgroup
    return None
