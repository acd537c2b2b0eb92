"""The phrases that tell kinds of documents apart, each with its weight."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Cue:
    """A pattern, where it is looked for (title, top, end, whole, or lines: at the start of a block), and its weight."""

    kind: str
    where: str
    weight: float
    pattern: re.Pattern[str]


def _cue(kind: str, where: str, weight: float, pattern: str, *, case: bool = False) -> Cue:
    return Cue(kind, where, weight, re.compile(pattern, 0 if case else re.IGNORECASE))


_OFFICE = (
    r"(?:sens?(?:ators?)?|reps?(?:resentatives?)?|congress(?:man|woman|members?)|governor|gov|attorney general"
    r"|mayor|ministers?|secretary|president|chair(?:man|woman)?|ranking members?|leader|delegate|commissioner)"
)
CUES = (
    # agreements
    _cue(  # in Spanish, both together
        "agreement",
        "top",
        1.5,
        r"\b(?:convenio|contrato|acuerdo) colectivo\b|\bmemorando de (?:acuerdo|entendimiento)\b"
        r"|\b(?:contrato|convenio|acuerdo) entre\b.{0,160}\b(?:sindicato|uni[oó]n|local)\b",
    ),
    _cue("agreement", "lines", 1, r"^\W*(?:art[íi]culo|cl[áa]usula|secci[óo]n)\s+(?:[\dIVX]{1,5}|\w+)\W"),
    _cue(  # adopted as an annex to a resolution or ordinance
        "agreement",
        "top",
        6,
        r"^\W*(?:an? )?(?:resolution|ordinance)[\s\S]{0,160}?\b(?:approv|adopt|ratif|accept)\w+\b[\s\S]{0,60}?"
        r"\b(?:memorandum\s+of\s+(?:understanding|agreement)|(?:bargaining|labor|working)\s+agreement)\b",
    ),
    _cue("agreement", "whole", 5, r"\bthis (?:enterprise )?agreement\b.{0,8000}\bnominal(?:ly)? expir"),
    _cue("agreement", "top", 3, r"\b(?:collective bargaining|labou?r|master|collective|basic|working)\s+agreement\b"),
    _cue(
        "agreement",
        "title",
        3,
        r"\b(?:agreement|contract|side ?letter|cba)\b.{0,80}(?:20\d\d|between|local\s*\d|union|association)"
        r"|\bmemorandum of (?:agreement|understanding)\b|\bletter of (?:agreement|understanding)\b"
        r"|\bside letter\b|collective bargaining agreement",
    ),
    _cue(
        "agreement",
        "top",
        2,
        r"\b(?:memorandum of (?:agreement|understanding)|letter of (?:agreement|understanding)|side ?letter)\b",
    ),
    _cue(
        "agreement",
        "top",
        3,
        r"(?:made and )?entered into (?:by|between|as of|this|on)\b|\bthis (?:agreement|contract|memorandum"
        r"|letter of agreement|side letter)\b.{0,60}\b(?:is|by and between|between|shall)\b",
    ),
    _cue(
        "agreement",
        "lines",
        2,
        r"^(?:#+ )?article\s+(?:\d+|[ivxlc]+)\b.{0,80}(?:recognition|grievance|hours|wages|seniority|union"
        r"|vacation|holidays|discipline|leave|management rights|no.strike)",
    ),
    _cue(
        "agreement",
        "whole",
        2,
        r"\bbargaining unit\b.{0,20000}\b(?:the (?:employer|company|county|city|district|agency|state"
        r"|university|hospital))\s+(?:shall|agrees|will)\b",
    ),
    _cue(
        "agreement",
        "whole",
        2,
        r"\b(?:parties|union|association|employer|company) (?:hereby )?agrees?\b.{0,20000}\bshall\b",
    ),
    _cue(
        "agreement",
        "end",
        2,
        r"\bin witness whereof\b|\bfor the (?:union|association|employer|company|county|city|state"
        r"|agency)\b\s*:?|\bsignatures?\b.{0,80}date",
    ),
    # bills and laws
    _cue(
        "legislation",
        "top",
        5,
        r"\bbe it enacted\b|\bbe it resolved by\b|\bthe people of the state of .{3,30} (?:do enact"
        r"|represented)\b|\bdo(?:es)? enact as follows\b|\bhave adopted this (?:regulation|directive)\b",
    ),
    _cue("legislation", "whole", 3, r"\bbe it enacted by\b"),
    _cue(
        "legislation",
        "lines",
        3,
        r"^(?:an act|a bill|a resolution|a joint resolution|house bill|senate bill|assembly bill"
        r"|executive order)\b(?!.{0,80}\b(?:would|will|was|that|introduced)\b)",
    ),
    _cue(
        "legislation",
        "lines",
        2,
        r"^(?:new section\.? )?(?:section|sec\.)\s*1\.?\s*(?:\.|—|-)?\s*(?:short title|this act|purpose"
        r"|findings|definitions)",
    ),
    _cue("legislation", "lines", 2, r"^\(?[a-z]?\)?\s*short title\b|^this act may be cited as\b"),
    _cue(
        "legislation",
        "whole",
        2,
        r"\bthis (?:act|chapter|title|section|subdivision)\b.{0,80}\bmay be (?:cited|known)\b"
        r"|\bby the authority vested in me\b",
    ),
    _cue(
        "legislation",
        "title",
        3,
        r"^(?:[hs]\.?\s?(?:r|j|con|res)?\.?\s?\d{1,5}|[as]b\s?\d{1,5}|(?:house|senate|assembly) bill \d+"
        r"|executive order \d+|regulation \(eu\)|directive \(eu\))\b",
    ),
    _cue(
        "legislation",
        "top",
        2,
        r"\b\d{2,3}(?:th|st|nd|rd) congress\b.{0,40}\b(?:1st|2d|2nd|first|second) session\b"
        r"|\bregular session\b.{0,200}\breferred to\b",
    ),
    _cue(  # a chapter of a code
        "legislation",
        "top",
        5,
        r"\b(?:revised|annotated|published|general) (?:statutes|laws)\b|\bcode annotated\b"
        r"|^\W*(?:chapter|title|article) \d{1,4}[.:]? [^\n]{3,120}\n+(?:\W*(?:chapter|article|part) \d[^\n]*\n+)?"
        r"[^\n]{0,40}(?:\d{1,4}[.-]\d{1,4}|§ ?\d)|\bsections? \d{2,4}\.\d{2,4}[\d.,– -]*, ?[a-z]\.s\.",
    ),
    _cue(  # a section of a bill or code that stands alone, without the formula that enacts it
        "legislation",
        "whole",
        4,
        r"\bdefinitions? (?:in this section )?appl(?:y|ies) (?:throughout|in|to|for purposes of) this"
        r" (?:section|chapter|act|part|title|subdivision)\b"
        r"|\b(?:commissioner|department|attorney general|secretary|director) (?:may|shall|must) (?:\w+ )?(?:adopt"
        r"|promulgate|make) (?:\w+ )?(?:rules|regulations)\b.{0,60}\bthis (?:section|chapter|act|part|title)\b",
    ),
    _cue(
        "legislation",
        "whole",
        4,
        r"\b(?:effective date of|a violation of) this (?:section|chapter|act|part|title)\b.{0,4000}"
        r"\b(?:requirements of|required (?:by|under)|in violation of|violat\w+ (?:of )?|for (?:the )?purposes of)"
        r" this (?:section|chapter|act|part|title)\b",
    ),
    # an organization's own announcements
    _cue(
        "press_release",
        "top",
        5,
        r"\b(?:for )?immediate release\b|\bpress release\b|\bnews release\b|\bmedia release\b"
        r"|\bnota de prensa\b|\bcomunicado de prensa\b|\bembargoed until\b",
    ),
    _cue(
        "press_release",
        "top",
        2,
        r"\b(?:press|media|news)\s+contacts?\s*:|^contact\s*:|\bmedia (?:advisory|statement)\b",
    ),
    _cue("press_release", "whole", 3, r"\bnotes? to editors?\b|\bnotas? para (?:los )?editores\b"),
    _cue("press_release", "end", 3, r"(?:^|\n)\s*(?:#\s?#\s?#|-\s*30\s*-|ends)\s*(?:\n|$)|#\s?#\s?#"),
    _cue(
        "press_release",
        "end",
        2,
        r"(?:^|\n)(?:[-•*] )?about (?:the )?[A-Z][\w&.,'’\- ]{1,60}:?\s*\n|\b(?:media|press) (?:contact"
        r"|inquiries|enquiries|office)\b",
    ),
    _cue(  # an organization's own news in the present
        "press_release",
        "top",
        4,
        r"\b(?:is|are) today (?:launching|publishing|releasing|announcing|unveiling|calling|writing|asking)\b",
    ),
    _cue("press_release", "title", 1.25, rf"\b{_OFFICE}\b"),
    _cue(
        "press_release",
        "title",
        1.25,
        r"\b(?:introduces?|announces?|applauds?|urges?|statement|unveils?|highlights?|secure[sd]?|joins?|leads?"
        r"|calls? (?:on|for|out)|champions|slams|condemns?|demands?|reintroduces?|welcomes?|launch(?:es)?|responds?"
        r"|readout|icymi|op-?ed|votes?|celebrates?|recognizes?|delivers?|anuncia|presenta|piden?)\b",
    ),
    _cue(
        "press_release",
        "title",
        1.5,
        r"^(?:news|release|icymi|watch|what (?:they are|are they) saying|video|breaking|readout"
        r"|statement|open letter|joint (?:statement|letter)"
        r"|letter)\b|\b(?:statement|letter|remarks|testimony)\b",
    ),
    _cue(
        "press_release",
        "top",
        2,
        rf"\b(?:today|this week|yesterday|on (?:mon|tues|wednes|thurs|fri)day|last week|this morning"
        rf"|recently)\b,?.{{0,80}}\b{_OFFICE}\b|\b{_OFFICE}\b.{{0,200}}\b(?:today|this week|yesterday"
        rf"|on (?:mon|tues|wednes|thurs|fri)day|recently|issued|released|announced|introduced|sent|wrote"
        rf"|joined|led|statement)\b",
    ),
    _cue(
        "press_release",
        "top",
        1.5,
        r"\b(?:u\.?s\.?|united states)\s+(?:senator|representative|rep\.|sen\.|congress)"
        r"|\((?:[DRI])-[A-Z][\w.-]{1,8}\)|\([A-Z]{2}-\d{1,2}\)|\([DRI]\)",
    ),
    _cue(
        "press_release",
        "top",
        3,
        r"\bopen letter\b|\bjoint (?:statement|letter)\b|\bwe,? the undersigned\b|\bdear (?:prime minister"
        r"|president|secretary|senators?|members|mr\.?|ms\.?|leader|speaker|chair|director|commissioner"
        r"|colleagues?|minister|governor)\b",
    ),
    _cue(
        "press_release",
        "whole",
        1.5,
        r"\b(?:full|complete) text of the (?:bill|letter|resolution|legislation)\b|\b(?:click|available|found"
        r"|read|viewed?) (?:here|\[?here)\b|\bthe (?:full )?(?:letter|bill|legislation) (?:can be|is"
        r"|was) (?:found|available|read|endorsed|cosponsored|co-led)\b|\bfull letter\b",
    ),
    # reports
    _cue(
        "report",
        "top",
        3,
        r"\b(?:executive summary|abstract|key findings|table of contents|white paper|working paper"
        r"|policy brief|research brief|technical report|this (?:report|study|paper|brief) (?:examines|explores"
        r"|presents|finds|looks|analy[sz]es|summari[sz]es|draws|reviews|describes|shows))\b",
    ),
    _cue(
        "report",
        "top",
        2,
        r"\b(?:a new report from|stakeholder-specific summary|summary of the report|research project"
        r"|in the first in a series|are investigating|we (?:surveyed|interviewed)|based on (?:interviews"
        r"|a survey|a study))\b",
    ),
    _cue(
        "report",
        "title",
        3,
        r"\b(?:report|study|survey|white paper|working paper|brief|findings|insights|investigating|analysis"
        r"|outlook|index|state of (?:the )?\w+)\b",
    ),
    _cue(
        "report",
        "lines",
        1.5,
        r"^(?:\d+\.?\s*)?(?:introduction|methodology|methods|findings|key findings|conclusions?"
        r"|recommendations|references|bibliography|acknowledg(?:e)?ments|literature review|discussion"
        r"|appendix [a-z\d])\.?$",
    ),
    _cue(
        "report",
        "whole",
        2,
        r"\bet al\.|\b(?:workshops?|focus groups?|interviewees?|respondents|case stud(?:y|ies)"
        r"|methodology)\b.{0,8000}\b(?:findings|participants|researchers?|said|research)\b",
    ),
    _cue("report", "lines", 1.5, r"^\d{1,3}\.? [A-Z][^.]{3,60}, [\"“].{10,200}(?:19|20)\d\d"),
    # guides
    _cue(
        "guide",
        "title",
        4,
        r"\b(?:guide|toolkit|how[- ]to|handbook|checklist|tips|steps?|playbook|primer|faq|frequently asked"
        r"|explainer|resources?|template|model (?:contract )?language|negotiating|bargaining over|what (?:you"
        r"|workers|unions) (?:need to|should|can))\b",
    ),
    _cue(
        "guide",
        "whole",
        2.5,
        r"\b(?:step[- ]by[- ]step|this (?:guide|toolkit|handbook|checklist|primer))\b",
    ),
    _cue("guide", "whole", 1.5, r"\b(?:best practices|common mistakes|(?:advanced |top )?tips|check ?list)\b"),
    _cue(
        "guide",
        "whole",
        1.5,
        r"\b(?:your (?:union|workplace|employer|contract|members|co-?workers|bargaining committee"
        r"|job))\b.{0,3000}\b(?:you (?:can|should|may|need|must|don’t|don't)|your)\b",
    ),
    _cue(
        "guide",
        "lines",
        1.5,
        r"^(?:\d+[.)]\s*)?(?:ask|demand|negotiate|request|insist|establish|form|build|push|require|start|make"
        r"|find|talk|propose|bargain|avoid|consider|define|leverage|use|check|seek)\b(?! (?:for"
        r"|of) the (?:first|last))",
    ),
    _cue(  # law firms and consultants to those they advise
        "guide",
        "title",
        4,
        r"\b(?:employers|businesses|companies|hr|workers|unions|locals|members) (?:need to|should|must|can)"
        r" (?:know|do|prepare|consider)\b|\bemployers beware\b|\bcompliance\b|\bkey takeaways\b|\bbest practices\b",
    ),
    _cue("guide", "top", 4, r"(?:^|\n)[^\n]{3,50}(?:\bLLP|\bPLLC|\bL\.?L\.?P\.|\bP\.C\.)\s*(?:\n|$)"),
    _cue(
        "guide",
        "whole",
        3,
        r"\bemployers?\b.{0,60}\b(?:should (?:consider|review|begin|ensure|be)|may (?:wish|want)|must|need to|will need"
        r"|are (?:advised|encouraged|required))\b.{0,6000}\b(?:counsel|vendors?|penalt(?:y|ies)|compl(?:y|iance)|audit"
        r"|risk)\b",
    ),
    # the press
    _cue(
        "news",
        "whole",
        2,
        r"\b(?:told (?:reporters|the \w+|[A-Z]\w+)|in an interview"
        r"|did not (?:immediately )?respond to (?:a )?requests? for comment|declined to comment"
        r"|a spokes(?:person|man|woman)(?: for)?|according to (?:a (?:report|person|source)|people|reporting"
        r"|sources|analysts)|analysts (?:described|said|expect)|sources? (?:said|familiar)|reported by)\b",
    ),
    _cue(
        "news",
        "top",
        5,
        r"\((?:AP|Reuters|AFP|CNN|UPI|Bloomberg|CBS\b[^)]{0,20}|NBC\b[^)]{0,20}|WSVN|KDKA)\)",
        case=True,
    ),
    _cue(
        "news",
        "whole",
        1.5,
        r"\b(?:reportedly|reports? (?:that|claims|said)|(?:has|have) been reported|(?:a"
        r"|the) report(?:ed)? (?:by|from|in) (?:the )?[A-Z]\w+|officials (?:say|said)|police (?:say|said)"
        r"|experts (?:say|said)|critics (?:say|said))\b",
    ),
    _cue("news", "whole", 1, r"\baccording to\b"),
    _cue(
        "news",
        "whole",
        1.5,
        r"[”\"]\s*(?:says|said|explains?|added|adds|told)\s+[A-Z]\w+|\b(?:says|said) [A-Z]\w+ [A-Z]\w+,",
    ),
    _cue(
        "news",
        "lines",
        1.5,
        r"^(?:also read|related (?:topics|articles|stories)|read more|follow topics|sign up for|advertisement"
        r"|recommended)\b|\breporting by\b|^by [A-Z][a-z]+ [A-Z][a-z]+",
    ),
    _cue(
        "news",
        "whole",
        1.5,
        r"\b(?:shares (?:fell|rose|dropped)|investors|market|stocks?|launched (?:today|on)|last week"
        r"|earlier this (?:week|month|year)|this month|on (?:mon|tues|wednes|thurs|fri|satur"
        r"|sun)day)\b.{0,6000}\b(?:said|says|told|announced|according to)\b",
    ),
)
