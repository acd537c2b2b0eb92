"""Who says so: the person, organization or group to whom a text gives words or figures.

The speaker is found beside a quote (after it, before it, on a line of its own), the source of a figure in its
sentence ("according to …", "a survey by …").
"""

from __future__ import annotations

import re

from extractors.base import Reading
from extractors.belonging import named_at
from extractors.given_names import GIVEN_NAMES
from extractors.names import find_organizations, organizations_in
from extractors.patterns import any_of
from extractors.people import people_in
from extractors.sentences import split
from extractors.voices import (
    PROVIDE,
    REFERENCE,
    ROLE_WORDS,
    SAY,
    Candidate,
    Voice,
    candidates,
    principal,
    referred,
    unknown,
    voice_of,
)

_SAYING = re.compile(rf"\b(?:{SAY}|{PROVIDE})\b", re.IGNORECASE)
_NAMING = re.compile(
    r"(?:call|describ|dub|brand|label|slam|blast|decri|denounc|condemn|tout|prais|hail|character)\w*\Z", re.I
)
_AFTER_VERB = re.compile(
    r"[\s,.)\]*_–—-]*(?:(?:as|and|is how|are how)\s+)?(?:(?:has|have|had|also|later|previously|further|then)\s+){0,3}"
    rf"(?:{SAY})\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"[\s,.*_)\]–—-]*")
_TOPIC = re.compile(r"\W*(?:on|about|regarding|asked about|when asked about)\s", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(?:statement|letter|excerpts?|text|remarks|testimony|speech|post|tweet)\b")
_STATEMENT = re.compile(
    r"\b(?:issued|released|made|gave|offered|shared|delivered)\s+(?:the\s*|this\s+|a\s+)(?:(?:following|below|joint)\s*)*"
    r"(?:statements?|remarks|comments?)\b|\bthe\s*following\s*(?:statements?|remarks|comments?)\b"
)
_OBJECT = re.compile(
    r"\b(?:to|of|by|with|from|against|for|about|between|urging|urged|asking|on|at|in|and)\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){0,5}\Z"
)
_APPOSED = re.compile(r"\s?\(|,\s(?:an?|the|which|who|whose|led|based)\b")
_UNNAMED = re.compile(r"\W*(?:an?|one|another|some|many|several|two|three)\s+[a-z]", re.IGNORECASE)
_ACCORDED = re.compile(r"[\s,]*according to\s+", re.IGNORECASE)
_JOINED = re.compile(r"\band\s+(?:the\s+)?\Z")
_STOP_BETWEEN = re.compile(r"\b(?:to|about|against|on|before|after|during|that|who|which|when|as|while|because|if)\b")
_ACCORDING = re.compile(
    r"\b(?:according to|per|as reported by|reported by|data from|figures from|estimates? (?:by|from)"
    r"|research (?:by|from))\s+",
    re.I,
)
_CLAIM = any_of(
    "observations? remarks? comments? words claims? assertions? arguments? views? belief statements? testimony calls?",
    "promises? pledges? warnings? descriptions? criticisms? contention questions? responses? answers? reply replies",
    "letters? op-ed posts? tweets? messages? vow motto slogan mantra predictions? suggestions? admissions? concerns?",
    "complaints? phrase quip conclusions? findings? demands? appeals? proposals? declaration insistence plea rhetoric",
    "refrain speech interview press_release report memo website advice maxim dictum definition",
)
_CLAIMED = re.compile(
    r"(?P<who>[A-Z][\w&.-]*(?:\s(?:(?:of|for|and|the|&)\s)?[A-Z][\w&.-]*){0,5})['’]s?\s+(?:[\w-]+\s+){0,4}?"
    rf"(?:{_CLAIM})\b[^.;:“”\"]{{0,40}}[\s,:]*\Z"
)
_FOR_ONE = re.compile(r"(?:For|To)\s+(?=[A-Z])|In the words of\s+|As\s+(?=[A-Z])|(?:From|In) (?:the )?(?=[A-Z])")
_ITS_DOCUMENT = re.compile(
    r"(?P<who>[A-Z][\w&.-]*(?:\s(?:(?:of|for|and|the|&)\s)?[A-Z][\w&.-]*){0,5})['’]s?\s+(?:[\w-]+\s+){0,4}?"
    r"(?:reports?|survey|poll|study|letter|statement|data|figures|analysis|research|brief|paper|website|filing|memo"
    r"|announcement|tally|count|index)\s+(?:(?:also|has|have|then|further)\s+)?\Z"
)
_ONE_SAID = re.compile(
    r"[\s,]*(?:an?|one|another|some|many|several|two|three|most|other)\s+(?:[a-z][\w’'-]*\s+){1,5}?"
    rf"(?:(?:who|in|from|at)\s+[^.;“”\"]{{3,80}}?\s)?(?:{SAY})\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\s*(?:\Z|[.,;:—–)]|(?:in|on|at|during|after|before|to|of|about|when|as|while|following|upon|with|from|via|by"
    r"|today|yesterday|this|last|recently|later|earlier|recalling|adding|citing|referring|noting)\b)"
)
_NAME_BEFORE = re.compile(
    r"(?:\b(?P<spoken>(?i:spokes\w+|representatives?|officials?|executives?|lawyers?|attorneys?|managers?)\s+(?:for|at|of"
    r"|from|with)\s+(?:the\s+)?)|\b(?P<led>(?:of|by|with|from|against|about|between|to|in|on|at|under|for)\s+(?:the\s+)?))?"
    r"(?P<name>(?:[A-Z][\w’'&-]+ (?:(?:for|of|and|the) ){0,2}){0,5}[A-Z][\w’'&-]+)\s+\Z"
)
_OWNS_STUDY = re.compile(
    r"\b(?P<who>[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,4})['’]s?\s+(?:[\w-]+\s+){0,5}?"
    r"(?:survey|poll|study|reports?|analysis|forecast|index|figures|data|tally|tracker|estimates?)\b"
)
_SURVEYED = re.compile(r"\b(?:surveyed|polled|interviewed|analy[sz]ed)\s")
_HAS_SURVEYED = re.compile(
    r"(?:The\s+)?(?P<who>[A-Z][\w&.-]+(?:\s(?:(?:of|for|and|the)\s)*[A-Z][\w&.-]+){1,5})\s+"
    r"(?:surveyed|polled|interviewed|analy[sz]ed|estimates?|estimated|found|reports|reported|projects|projected|calculated)\s"
)
_MADE_BY = re.compile(r"\s+(?:[a-z]+\s+){0,2}(?:by|from|of)\s+(?:the\s+)?(?=[A-Z])")
_BEFORE_VERB = re.compile(r"(,?)\s(?:[A-Z][\w’'-]+ ){1,4}\Z")
_STUDY_NOUN = re.compile(
    rf"\b(?:{any_of('surveys? polls? study studies reports? research analys[ei]s forecasts? briefs? papers? data')}"
    rf"|{any_of('estimates? figures polling')})\b[^.;:]{{0,80}}",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|from)\s+(?:the\s+)?(?=[A-Z])")
_STUDY = re.compile(
    r"\s*(?:\([^)]{1,20}\))?(?:['’]s)?\s+(?:[\w-]+\s+){0,6}?(?:survey|poll|study|report|analysis|forecast|index|figures|brief|paper)\b",
    re.I,
)
_REACH = 400  # characters before a figure in which a verb of reporting is looked for
_FIGURING = re.compile(
    r"\b(?:said|says|found|finds|estimate[sd]?|predict(?:s|ed)|project(?:s|ed)|forecast(?:s|ed)?|report(?:s|ed)|show(?:s|ed)|reveal(?:s|ed)"
    r"|calculate[sd]|record(?:s|ed)|count(?:s|ed)|tallied|logged|track(?:s|ed)|put|puts|believes?|thinks?|fears?|hopes?|(?:asks?|asked|asking|calls?|called|calling|push(?:es|ed|ing)?)\s+for|seek(?:s|ing)?|sought|demand(?:s|ed|ing)?|wants?|wanted|propos(?:es|ed|ing)|offer(?:s|ed|ing)|pledge[sd]?|promise[sd]?|vow(?:s|ed)|aims?|plans?|intends?|expects?|expected|announced|claim(?:s|ed)|warn(?:s|ed)|note[sd]|confirmed|told|stated|concluded|argue[sd]|wrote)\b",
    re.I,
)


def after(reading: Reading, start: int, end: int, last: Voice | None, finished: bool) -> Voice | None:
    """The speaker named in the words after a quote (`start` to `end`): "said X, president of Y" or "X said".

    `finished` tells that the quoted words end as speech does; only then may the subject come before the verb.
    """
    text = reading.text
    first = next(split(text[start:end]), None)
    if first is None:
        return None
    end = start + first[1]
    verb = _AFTER_VERB.match(text, start, end)
    if verb:
        found = _following(reading, verb.end(), end, last)
        if found:
            return found
        return Voice() if finished and _UNNAMED.match(text, verb.end(), end) else None
    if finished and _ONE_SAID.match(text, start, end):
        return Voice()
    according = _ACCORDED.match(text, start, end)
    if according:
        return _source_after(reading, according.end(), end)
    if finished and (found := _leading(reading, start, end, last)):
        return found
    return _closing(reading, start, end, last)


def _closing(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The speaker named last in the sentence in which a quoted phrase stands: "… of it, she added."."""
    text = reading.text
    stop = start + len(text[start:end].rstrip(" .\n"))
    comma = max(text.rfind(",", start, stop), text.rfind("—", start, stop), text.rfind("–", start, stop))
    if comma < start or stop - comma > 120 or any(mark in text[start:stop] for mark in "“”\""):
        return None
    verb = _SAYING.search(text, comma, stop)
    if verb is None or not _BARE.match(text, verb.end(), end):
        return None
    if len(text[comma + 1 : verb.start()].split()) == 0:
        return _following(reading, verb.end(), end, last)
    return _leading(reading, comma, end, last)


def _following(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The subject that follows its verb."""
    text = reading.text
    reference = REFERENCE.match(text, _OPEN.match(text, start, end).end())  # type: ignore[union-attr]
    persons = people_in(reading, start, min(end, start + 260))
    person = next((p for p in persons if not _STOP_BETWEEN.search(text, start, p.start)), None)
    if (
        reference
        and reference.end() <= end
        and not (person and person.start < reference.end() + 40 and "," in text[reference.end() : person.start])
    ):
        return referred(reading, reference, last)
    if person:
        return voice_of(reading, person)
    offset = start + len(text[start:end]) - len(text[start:end].lstrip())
    named = [o for o in organizations_in(reading, start, end) if o.start <= offset + 5]
    if named:
        return Voice(None, None, named[0].name)
    return unknown(reading, offset, end)


def _leading(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The subject that stands right after the quote, before its verb."""
    text = reading.text
    opening = _OPEN.match(text, start, end)
    at = opening.end() if opening else start
    verb = _SAYING.search(text, at, min(end, at + 200))
    if verb is None or verb.start() == at:
        return None
    if text[start - 2 : start - 1] in (".", "!", "?") and not _BARE.match(text, verb.end(), end):
        return None
    for candidate in candidates(reading, at, verb.start(), last):
        gap = text[at : candidate.start]
        if candidate.kind != "person" and gap.strip():
            continue
        if gap.strip() and not gap[0].isupper():
            continue
        between = text[candidate.end : verb.start()]
        if candidate.kind == "person" or len(between.split()) <= 4 or between.startswith((",", " (")):
            return candidate.voice
    if text[at : at + 1].isupper() and len(text[at : verb.start()].split()) <= 4:
        return unknown(reading, at, verb.start())
    return None


def before(reading: Reading, start: int, end: int, last: Voice | None, words: int, speech: bool) -> Voice | None:
    """The speaker named in the words before a quote, of the sentence that leads into it.

    `words` is the length of the quote, `speech` whether it is a sentence of its own.
    """
    text = reading.text
    pieces = list(split(text[start:end]))
    if not pieces:
        return None
    start, tail = start + pieces[-1][0], text[end - 1 : end]
    according = list(_ACCORDING.finditer(text, start, end))
    if according:
        source = _source_after(reading, according[-1].end(), end)
        if source and len(text[according[-1].end() : end].split()) < 25:
            return source
    claimed = _CLAIMED.search(text[start:end])
    if claimed and (found := _called(reading, start + claimed.start("who"), start + claimed.end("who"))):
        return found
    stripped = text[start:end].rstrip()
    verbs = list(_SAYING.finditer(text, start, end))
    for verb in reversed(verbs):
        between = text[verb.end() : start + len(stripped)]
        if not _close(between, words, speech, stripped.endswith(":")):
            break
        found = _subject(reading, start, verb.start(), last, naming=bool(_NAMING.match(verb.group())))
        if found:
            return found
    if stripped.endswith(":"):
        named = _introduced(reading, start, start + len(stripped), last)
        return named or (Voice() if speech and verbs and _UNNAMED.match(text, start) else None)
    one = _FOR_ONE.match(text, start, end)
    if one and words >= 4 and (found := _called(reading, one.end(), min(end, one.end() + 60))):
        return found
    if (
        re.search(r"\b(?:message|words|slogan|motto|statement|demand|argument|view)\b[^.]{0,60}\Z", stripped)
        and tail.isspace()
    ):
        names = organizations_in(reading, start, end)
        return Voice(None, None, names[-1].name) if names else None
    return None


def _close(between: str, words: int, speech: bool, colon: bool) -> bool:
    count = len(between.split())
    if colon:
        return True
    if speech and between.rstrip().endswith((",", "that", "saying")):
        return count <= 14
    if words <= 3:
        return count <= 6 and "," not in between.rstrip(" ,")
    return count <= (30 if words >= 8 else 18 if words >= 5 else 9)


def _called(reading: Reading, start: int, end: int) -> Voice | None:
    """The person or organization whose name starts at `start`, also a name that is in no list."""
    person = next((c for c in candidates(reading, start, end, None) if c.start <= start + 4), None)
    if person and person.kind in ("person", "organization"):
        return person.voice
    voice = owner(reading, start, end) or unknown(reading, start, end)
    if voice is None or voice.organization:
        return voice
    lead = reading.text[max(0, start - 3) : start]
    at = start - len(lead) + len(lead.rstrip(" s").rstrip("’'")) if re.search(r"['’]s? \Z", lead) else -1
    employer = next((o.name for o in organizations_in(reading, max(0, start - 80), start) if o.end == at), None)
    return Voice(voice.name, voice.role, employer)


def led_in(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The subject of a verb of saying in the sentence before a quote, the last one between `start` and `end`."""
    text = reading.text
    pieces = list(split(text[start:end]))
    if not pieces:
        return None
    begin = start + pieces[-1][0]
    for verb in _SAYING.finditer(text, begin, end):
        found = _subject(reading, begin, verb.start(), last)
        if found and found.label:
            return found
    return None


def _subject(reading: Reading, start: int, end: int, last: Voice | None, naming: bool = False) -> Voice | None:
    """The subject of a verb that starts at `end`: the nearest mention that is not the object of a preposition.

    A person goes before organizations; several organizations joined by "and" are a nameless group. With `naming`
    (verbs as "called" or "described") an organization must stand close to the verb.
    """
    text = reading.text
    owned = _ITS_DOCUMENT.search(text, max(start, end - 160), end)
    if owned and (speaker := owner(reading, owned.start("who"), owned.end("who"))):
        return speaker
    found = candidates(reading, start, end, last)
    free = [c for c in found if not _is_object(reading, start, c.start)]
    persons = [c for c in free if c.kind in ("person", "pronoun", "noun")]
    if persons:
        return persons[-1].voice
    if not free:
        return _unknown_subject(reading, start, end)
    if not any(text[c.end : end].strip() == "" for c in free) and (person := _new_person(reading, free, start, end)):
        return person
    chosen = _beside(text, free, end)
    if chosen.kind == "organization":
        if naming and len(text[chosen.end : end].split()) > 30:
            return None
        if chosen is not free[0] and _JOINED.search(text, max(start, chosen.start - 8), chosen.start):
            return Voice()
    if chosen.kind == "group" and not chosen.voice.label:
        made = _MADE_BY.match(text, chosen.end, end)
        name = named_at(reading, made.end(), end) if made else None
        return Voice(None, None, name) if name else chosen.voice
    return chosen.voice


def _is_object(reading: Reading, start: int, at: int) -> bool:
    """Whether a preposition leads to what stands at `at`; one inside an organization's name does not count."""
    led = _OBJECT.search(reading.text, max(start, at - 90), at)
    if led is None:
        return False
    return not any(o.start < led.start() < o.end for o in organizations_in(reading, start, at))


def owner(reading: Reading, start: int, end: int) -> Voice | None:
    """The organization, or the person, that "X's report" names; a short form leads to the full name."""
    named = next((o for o in organizations_in(reading, start, end) if o.start <= start + 4), None)
    if named:
        return Voice(None, None, named.name)
    name = reading.text[start:end].removeprefix("The ")
    full = next((o.name for o in reading.get(find_organizations) if o.name.startswith(name)), None)
    return Voice(None, None, full) if full else None


def _beside(text: str, free: list[Candidate], verb: int) -> Candidate:
    """Of organizations and groups the one right before the verb, else the one an apposition follows, else the first."""
    for candidate in reversed(free):
        between = text[candidate.end : verb]
        if len(between.split()) <= 3 and "," not in between:
            return candidate
    return next((c for c in free if _APPOSED.match(text, c.end)), free[0])


def _unknown_subject(reading: Reading, start: int, end: int) -> Voice | None:
    """Who is named right before a verb by a name that is in no list: a person, or an organization spoken for."""
    text = reading.text
    match = _NAME_BEFORE.search(text[max(start, end - 120) : end])
    if not match:
        return None
    at = max(start, end - 120) + match.start("name")
    words = match["name"].split()
    given = next((n for n, word in enumerate(words[:-1]) if word in GIVEN_NAMES), None)
    if given is None and (match["spoken"] or re.search(r"\s(?:of|for)\s", match["name"])):
        name = named_at(reading, at, end)
        return Voice(None, None, name) if name else None
    if (match["led"] and not given) or (at == start and len(words) < 2):
        return None
    skipped = sum(len(word) + 1 for word in words[: given or 0])
    return unknown(reading, at + skipped, end)


def _new_person(reading: Reading, found: list[Candidate], start: int, end: int) -> Voice | None:
    """A person told by the given name alone right before a verb: "X policy manager Ana Ruiz said", "…, Ruiz said"."""
    run = _BEFORE_VERB.search(reading.text[max(start, end - 60) : end])
    if not run or any(c.kind == "organization" and c.end > end - len(run.group()) for c in found):
        return None
    words = run.group().strip(" ,").split()
    given = next((n for n, word in enumerate(words[:-1]) if word in GIVEN_NAMES), None)
    if given is None and not (len(words) == 1 and run.group(1) == ","):
        return None
    voice = _unknown_subject(reading, start, end)
    if voice is None or voice.organization or given is None:
        return voice
    employer = next((c.voice.organization for c in found if c.kind == "organization" and c.start - start <= 5), None)
    return Voice(voice.name, voice.role, employer)


def _introduced(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """Who is named in words that end with a colon: "Jane Doe, CEO of X:", "Local 9:", "On the new bill:"."""
    text = reading.text
    if _TOPIC.match(text, start, end):
        return last or principal(reading)
    for person in candidates(reading, start, end, last):
        if person.kind == "person" and len(text[start : person.start].split()) <= 6:
            return person.voice
    named = organizations_in(reading, start, end)
    if named and len(text[start : named[0].start].split()) <= 2 and len(text[named[0].end : end].split()) <= 3:
        return Voice(None, None, named[0].name)
    reference = REFERENCE.search(text, start, end)
    if reference and _DOCUMENT.search(text, start, end):
        return referred(reading, reference, last)
    line = text[start:end].strip(" :➡️>*-–—•")
    if 1 < len(line.split()) <= 9 and all(word[:1].isupper() or len(word) < 4 for word in line.split()):
        return Voice(None, None, line)
    return None


def statement(reading: Reading, start: int, end: int) -> Voice | None:
    """Who "released the following statement" in the sentences from `start` to `end`, None where nobody did."""
    match = _STATEMENT.search(reading.text, start, end)
    if match is None:
        return None
    persons = people_in(reading, start, match.start())
    if persons:
        return voice_of(reading, persons[0])
    named = organizations_in(reading, start, match.start())
    return Voice(None, None, named[0].name) if named else None


def named_line(reading: Reading, start: int, end: int) -> Voice | None:
    """The speaker of a line that is nothing but a name and what the person is ("— Ana Ruiz, president of Local 9")."""
    text = reading.text[start:end]
    if len(text) > 200 or not text.strip() or (_SAYING.search(text) and not text.rstrip().endswith(":")):
        return None
    persons, named = people_in(reading, start, end), organizations_in(reading, start, end)
    if persons and not re.search(r"\b[a-z]{4,}", ROLE_WORDS.sub("", reading.text[start : persons[0].start])):
        return voice_of(reading, persons[0])
    if (
        named
        and len(reading.text[start : named[0].start].split()) <= 1
        and len(text[named[0].end - start :].split()) <= 3
    ):
        return Voice(None, None, named[0].name)
    return None


def cited(reading: Reading, start: int, end: int) -> Voice | None:
    """Whom the sentence from `start` to `end` names as its source: "according to X", "a survey by X", "the X poll"."""
    text = reading.text
    for match in _ACCORDING.finditer(text, start, end):
        found = _source_after(reading, match.end(), end)
        if found:
            return found
    asked = _SURVEYED.search(text, start, end)
    if asked and (found := _subject(reading, start, asked.start(), None)) and found.organization:
        return found
    asked = _HAS_SURVEYED.match(text, start, end)
    if asked and (name := named_at(reading, asked.start("who"), asked.end("who"))):
        return Voice(None, None, name)
    named = organizations_in(reading, start, end)
    for match in _STUDY_NOUN.finditer(text, start, end):
        for by in _BY.finditer(text, match.start(), match.end()):
            name = next((n for n in named if by.end() - 5 <= n.start <= by.end()), None)
            found = Voice(None, None, name.name) if name else None
            if found is None and by.group().startswith("by"):
                found = unknown(reading, by.end(), end)
            if found:
                return found
    studying = next((name for name in named if _STUDY.match(text, name.end, end)), None)
    if studying:
        return Voice(None, None, studying.name)
    owned = _OWNS_STUDY.search(text, start, end)
    return owner(reading, owned.start("who"), owned.end("who")) if owned else None


def reporting(reading: Reading, start: int, at: int) -> Voice | None:
    """The subject of a verb of finding, foreseeing or saying that leads to a figure at `at`, None without one."""
    for verb in _FIGURING.finditer(reading.text, max(start, at - _REACH), at):
        found = _subject(reading, start, verb.start(), None)
        if found and found.label:
            return found
    return None


def _source_after(reading: Reading, start: int, end: int) -> Voice | None:
    """The first person or organization named within reach of "according to"."""
    reach = min(end, start + 110)
    persons, named = people_in(reading, start, reach), organizations_in(reading, start, reach)
    if persons and (not named or persons[0].start <= named[0].start or persons[0].start - start < 25):
        return voice_of(reading, persons[0])
    return Voice(None, None, named[0].name) if named else None
