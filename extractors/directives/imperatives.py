"""Sentences that tell to do something: they begin with a bare verb, after an opening phrase or without."""

from __future__ import annotations

import re

from extractors.text.tokens import word_set

_OPENING = re.compile(
    r"(?:(?:Specifically|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Last(?:ly)?|Finally|Also|Instead(?! of)"
    r"|Then|Next|Always|Therefore|Furthermore|Moreover"
    r"|Most importantly|Above all|Ideally|Where possible|And|But|Please),?\s+"
    r"|(?:[Ii]f|When|Where|Before|After|Instead of|Rather than|In|To|As|For|With|Once|Until|Whenever|During|At|By)\s"
    r"[^.;:]{3,220}?,\s+(?:then\s+)?)"
)
_AFTER_CONDITION = re.compile(r"(?:If|When|Where|Once|Before|After) (?:you|your|an?|the|any|it|there|management)\b")
_COMMA_VERB = re.compile(
    r", (?:then |please |immediately )?(?P<verb>[a-z]+) (?=(?:an?|the|your|our|their|all|any|that|it|them|this"
    r"|these|out"
    r"|with|for|whether|what|how|management)\b)"
)
_AFTER_NOUN = word_set(
    "is are was were has of have by and or will would should must can may highlights highlights: findings findings:"
    " results results: shows show finds find says found"
)
_IDIOM = re.compile(
    r"\W*(?:Let(?:[’']s| us) (?:not|be|face|look|see|start|begin|say|take a|break|dive)|Imagine"
    r"|Consider (?:this|the case|that)|Think of|Take (?:the|for)|Look (?:at|no)|Read (?:more|the|on|our)"
    r"|Learn more|Find out(?! (?:who|whether|what|which|how|if|where)\b)|See (?:the|our|also|more)|Stay tuned"
    r"|Check out|Click|Get (?:in touch|the latest"
    r"|started)|Give us|Contact|Follow us|Join (?:us|our)|Share this|Keep (?:in mind|reading)|Note that"
    r"|Remember that)\b"
)
_IMPERATIVES = word_set(
    "abandon abolish accept acknowledge act add address adopt advocate agree align allocate allow alter analyze "
    "anticipate apply appoint approve arrange articulate ask assert assess assign assist attend audit avoid award "
    "back ban bar bargain block bolster bring budget build calculate campaign cease certify challenge change "
    "check choose circulate cite clarify close codify collaborate collect combine commit communicate compare "
    "compel compensate compile complete conduct confine confirm consider consult contact continue convene coordinate "
    "create curb cut deal debate decide declare decline dedicate defend define delay delegate delete demand "
    "demonstrate deny deploy describe design designate detect deter determine develop devise direct disable "
    "disclose discourage discuss distribute divert do document don don't don’t educate elevate eliminate embed "
    "embrace emphasize employ empower enable enact encourage end endorse enforce engage enhance enlist enroll "
    "enshrine ensure equip erase escalate establish evaluate examine exclude exempt expand explain explore expose "
    "extend facilitate familiarize favor fight file find flag focus follow forbid force foreground forgo form "
    "formalize formulate fortify foster frame freeze fund gather generate get give govern grant guarantee guard guide "
    "halt handle harmonize have help hire hold identify implement impose improve incentivize include incorporate "
    "increase inform insist inspect install institute institutionalize integrate interview introduce invest "
    "investigate invite involve issue join keep know label launch lay lead learn legislate let leverage limit "
    "link list lock log look lower maintain make mandate map maximize measure meet minimize mitigate mobilize "
    "modernize modify monitor move name narrow negotiate never normalize not notify oblige obtain offer oppose "
    "organise organize outlaw oversee pass pause pay penalize pilot place plan pledge preclude prepare preserve "
    "press prevent prioritise prioritize procure prohibit promise promote propose protect provide publish "
    "purchase pursue push put question raise ratify reach read reaffirm reassess recognise recognize reconsider "
    "record recruit redesign redirect redistribute reduce reevaluate refrain refuse register regulate reinforce "
    "reinvest reject rely remain remember remove renegotiate renew repeal replace report request require rescind "
    "reserve resist reskill resolve respect respond restore restrict retain retrain reverse review revise revoke "
    "reward safeguard sanction schedule scrutinize secure seek select send separate set shape share shift show "
    "sign simplify solicit specify spell sponsor stand standardize start stop strengthen study subject submit "
    "subsidize supervise support suspend sustain tailor take talk target tax teach tell test tie tighten trace "
    "track train translate treat unionize update upgrade uphold upskill urge use validate verify vote warn watch "
    "weigh widen withdraw withhold work write"
)
_FIRST_WORD = re.compile(
    r"(?:Actively |Proactively |Immediately |Collectively |Regularly |Better |Jointly |Clearly "
    r"|Always |Never |Explicitly )?(?P<verb>[A-Za-z]+(?:[’']t)?)\b(?P<next>\s+\S+)?"
)


def is_imperative(text: str) -> bool:
    """Whether a sentence tells to do something: it begins with a bare verb, after an opening phrase or without."""
    text = text.lstrip("“\"'‘")
    if _IDIOM.match(text):
        return False
    if _AFTER_CONDITION.match(text) and any(v["verb"] in _IMPERATIVES for v in _COMMA_VERB.finditer(text[:400])):
        return True
    for attempt in range(3):
        first = _FIRST_WORD.match(text)
        verb = first["verb"] if first else ""
        if first and (verb if attempt else verb.casefold()) in _IMPERATIVES and (attempt or text[0].isupper()):
            return (first["next"] or "").strip().casefold() not in _AFTER_NOUN
        opening = _OPENING.match(text)
        if opening is None or opening.end() >= len(text):
            return False
        text = text[opening.end() :]
    return False
