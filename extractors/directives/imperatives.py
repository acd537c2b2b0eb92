"""Sentences that tell to do something: they begin with a bare verb, after an opening phrase or without."""

from __future__ import annotations

import re

from extractors.text.tokens import word_set

_OPENING = re.compile(
    r"(?:(?:Specifically|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Last(?:ly)?|Finally|Also|Instead(?! of)"
    r"|Then|Next|Always|Therefore|Furthermore|Moreover"
    r"|Most importantly|Above all|Ideally|Where possible|And|But|Please|Consider),?\s+"
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
    r"|Learn more|Find out|See (?:the|our|also|more)|Stay tuned|Check out|Click|Get (?:in touch|the latest"
    r"|started)|Give us|Contact|Follow us|Join (?:us|our)|Share this|Keep (?:in mind|reading)|Note that"
    r"|Remember that)\b"
)
_IMPERATIVES = word_set(
    "accept act add address adopt advocate agree align allow alter analyze apply appoint approve ask"
    " assess assert assign assist avoid "
    "audit award back ban bar bargain block bring build bolster campaign change challenge check clarify close collect "
    "collaborate commit compel compensate conduct confirm consult continue contact coordinate create"
    " curb cut deal decide "
    "define defend delay demand demonstrate deny design designate develop direct disclose discuss"
    " document educate empower "
    "enable enact encourage end enforce engage enhance enshrine ensure equip establish evaluate examine exclude expand "
    "explain explore extend facilitate familiarize fight file find focus follow forbid force"
    " foreground form formulate fortify foster fund gather "
    "get give grant guarantee guard halt harmonize have help hold identify implement impose improve"
    " incentivize include incorporate "
    "increase inform insist integrate introduce invest investigate invite involve issue join keep know launch lay lead "
    "learn let leverage limit link list look maintain make mandate map measure meet mitigate monitor"
    " move narrow negotiate notify "
    "oblige obtain offer oppose organize organise outlaw pass pause pay penalize place plan preserve"
    " press prevent prioritize "
    "prioritise prohibit promote propose protect provide publish pursue push put raise ratify reach"
    " read recognize recognise "
    "reduce refuse regulate reinforce reject remember request require reserve resist respect restrict review revise "
    "safeguard secure seek set share shape show sign specify spell stand start stop strengthen study"
    " submit subsidize support suspend "
    "take talk tax teach tell test tie track train treat uphold update urge use verify vote watch"
    " weigh withhold work write "
    "don don’t don't never do not preclude treat retain recruit shift"
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
