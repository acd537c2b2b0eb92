"""Who says so: the person, organization or group to whom a text gives words or figures.

A `Voice` is found beside a quote (after it, before it), and in a sentence with figures ("according to …", "a survey
by …"). Persons and organizations are those of `people` and `names`; pronouns and phrases such as "the senator" or "the
groups" are led back to who was named before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.base import Reading
from extractors.names import Name, find_organizations, organizations_in
from extractors.people import Person, find_people, people_in
from extractors.sentences import BODY, body_sentences, split

SAY = (
    r"said|says|say|saying|added|adds|adding|stated|states|stating|wrote|writes|write|writing|written|argue|explain|insist|continued|continues|concluded"
    r"|concludes|explained|explains|explaining|noted|notes|noting|argued|argues|arguing|warned|warns|warn|warning|told|tells|tell"
    r"|telling|asked|asks|insisted|insists|remarked|commented|comments|commenting|emphasized|emphasised|emphasizes"
    r"|stressed|stresses|declared|declares|declaring|announced|called|calls|calling|described|describes|describe|describing"
    r"|acknowledged|acknowledges|acknowledging|claimed|claims|claiming|replied|responded|responds|testified|tweeted|posted"
    r"|recalled|recalls|observed|observes|cautioned|cautions|conceded|admitted|admits|predicted|predicts|reported|reports"
    r"|pledged|vowed|promised|demanded|lamented|criticized|criticised|agreed|countered|affirmed|reiterated|echoed|highlighted"
    r"|underscored|branded|dubbed|labelled|labeled|denounced|condemned|reads|read|suggested|suggests|believes|joked|quipped"
    r"|alleged|alleges|maintained|contends|contended|asserted|asserts|pointed out|points out|went on|begins|began|ended|closed"
    r"|urged|urges|urging|proclaimed|characterized|characterised|slammed|blasted|decried|touted|praised|hailed|finds|found"
    r"|complained|objected|questioned|confirmed|confirms|recommended|recommends|estimated|estimates|opened|shared|advised|reflected|reflects"
)
_SAYING = re.compile(rf"\b(?:{SAY})\b", re.IGNORECASE)
_NAMING = re.compile(
    r"(?:call|describ|dub|brand|label|slam|blast|decri|denounc|condemn|tout|prais|hail|character)\w*\Z", re.I
)
_AFTER_VERB = re.compile(
    rf"[\s,.)\]*_–—-]*(?:(?:as|and|is how|are how)\s+)?(?:(?:has|have|had|also|later|previously|further|then)\s+)*(?:{SAY})\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"[\s,.*_)\]–—-]*")
_PERSON_NOUN = (
    r"senator|congressman|congresswoman|congressmember|representative|lawmaker|chairman|chairwoman|chair|president|governor"
    r"|mayor|minister|secretary|judge|spokesperson|spokesman|spokeswoman|professor|researcher|author|leader|director|worker"
    r"|employee|analyst|executive|ranking member|attorney general|lead|ceo|whistleblower|nurse|driver|organizer|teacher"
)
_GROUP_NOUN = (
    r"groups?|lawmakers|senators|members|representatives|unions|organizations|organisations|coalition|alliance|letter|report"
    r"|statement|signatories|signers|advocates|workers|employees|authors|researchers|attorneys general|democrats|republicans"
    r"|study|survey|poll|complaint|lawsuit|memo|brief|resolution|petition|article|guidance|filing|paper|leaders|members of congress"
    r"|union|company|firm|agency|committee|department|federation|association|guild|court|board|council|local|organization|organisation"
    r"|ministry|institute|commission|think tank|university|newsroom|employer|companies|experts|campaigners|duo|pair|colleagues"
)
_REFERENCE = re.compile(
    rf"\b(?:(?P<pronoun>he|she|they|it|I)|(?:the|this|these|those|its|their|our)\s+(?:[\w’'-]+\s+){{0,2}}?"
    rf"(?:(?P<person>{_PERSON_NOUN})|(?P<group>{_GROUP_NOUN})))\b(?!['’]s\b)",
    re.IGNORECASE,
)
_UNION_NOUN = {"union", "guild", "federation", "local"}
_COALITION_NOUN = {"coalition", "alliance", "groups", "organizations", "organisations"}
_INITIAL = re.compile(
    r"(?<![\w.&'’-])(?P<name>[A-HJ-Z])(?=,? (?:who|a|an|the|also|then|added|said|says|told|was|is|has)\b)"
)
_CAPITALS = re.compile(r"(?:[A-Z][\w’'-]*\.? ){0,4}[A-Z][\w’'-]+")
_SAID_BY = re.compile(rf"\b(?:{SAY})(?:\s+(?:[A-Z][\w.’'-]*|by|former)){{0,5}},?\s+\Z", re.IGNORECASE)
_SAYS_NEXT = re.compile(
    rf"(?:,?\s*\([^)]{{1,40}}\))?(?:,[^.;:“\"]{{2,160}},)?(?:\s+(?:has|have|had|also|then|later|who|he|she|they|today|further)){{0,3}}\s+(?:{SAY})\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"\W*(?:on|about|regarding|asked about|when asked about)\s", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(?:statement|letter|excerpts?|text|remarks|testimony|speech|post|tweet)\b")
_STATEMENT = re.compile(
    r"\b(?:issued|released|made|gave|offered|shared|delivered)\s+(?:the\s*|this\s+|a\s+)(?:(?:following|below|joint)\s*)*"
    r"(?:statements?|remarks|comments?)\b|\bthe\s*following\s*(?:statements?|remarks|comments?)\b"
)
_ROLE_WORDS = re.compile(
    rf"(?:{_PERSON_NOUN}|rep|sen|reps|sens|congress\w*|mr|mrs|ms|dr|prof|gov|chief|officer|manager|general|vice)\b\.?",
    re.I,
)
_OBJECT = re.compile(
    r"\b(?:to|of|by|with|from|against|for|about|between|urging|urged|asking|on|at|in|and)\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){0,5}\Z"
)
_STOP_BETWEEN = re.compile(r"\b(?:to|about|against|on|before|after|during|that|who|which|when|as|while|because|if)\b")
_ACCORDING = re.compile(
    r"\b(?:according to|per|as reported by|reported by|data from|figures from|estimates? (?:by|from)|research (?:by|from))\s+",
    re.I,
)
_STUDY_BY = re.compile(
    r"\b(?:surveys?|polls?|stud(?:y|ies)|reports?|research|analys[ei]s|forecasts?|briefs?|papers?|data|estimates?|figures|polling)\b"
    r"[^.;:]{0,80}?\b(?:by|from|of|commissioned by|conducted by)\s+",
    re.I,
)
_STUDY = re.compile(
    r"\s*(?:\([^)]{1,20}\))?(?:['’]s)?\s+(?:[\w-]+\s+){0,6}?(?:survey|poll|study|report|analysis|research|forecast|index|data|figures|brief|paper|review)\b",
    re.I,
)
_FIGURING = re.compile(
    r"\b(?:said|says|found|finds|estimate[sd]?|predict(?:s|ed)|project(?:s|ed)|forecast(?:s|ed)?|report(?:s|ed)|show(?:s|ed)|reveal(?:s|ed)"
    r"|calculate[sd]|expects?|expected|announced|claim(?:s|ed)|warn(?:s|ed)|note[sd]|confirmed|told|stated|concluded|argue[sd]|wrote)\b",
    re.I,
)


@dataclass(frozen=True)
class Voice:
    """Who speaks: a person with role and organization, or an organization alone, or (all None) a nameless group."""

    name: str | None = None
    role: str | None = None
    organization: str | None = None

    @property
    def label(self) -> str | None:
        """The person's name, or the organization's where no person is named."""
        return self.name or self.organization


@dataclass(frozen=True)
class Candidate:
    """A mention that may be the subject of a verb of saying; `kind` is person, organization, pronoun, noun or group."""

    start: int
    end: int
    kind: str
    voice: Voice


def known_people(reading: Reading) -> dict[str, Voice]:
    """For each person of the document the fullest that is said of them: role and organization of their first mention."""
    voices: dict[str, Voice] = {}
    for person in reading.get(find_people):
        before = voices.get(person.name)
        role = before.role if before and before.role else person.role
        organization = before.organization if before and before.organization else person.organization
        voices[person.name] = Voice(person.name, role, organization)
    return voices


def find_speaking(reading: Reading) -> tuple[tuple[int, Voice], ...]:
    """Where persons stand beside a verb of saying, quoted or not: offset and person. Pronouns are led back to them."""
    text = reading.text
    found = []
    for person in reading.get(find_people):
        if _SAID_BY.search(text, max(0, person.start - 60), person.start) or _SAYS_NEXT.match(text, person.end):
            found.append((person.start, _voice(reading, person)))
    for match in _INITIAL.finditer(text):
        if _SAYS_NEXT.match(text, match.end()):
            found.append((match.start(), Voice(match["name"])))
    return tuple(sorted(found, key=lambda pair: pair[0]))


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
        verb_end = verb.end()
        following = _SAYING.match(text, verb_end)
        return None if following is None else last
    if not finished:
        return None
    return _leading(reading, start, end, last)


def _following(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The subject that follows its verb."""
    text = reading.text
    reference = _REFERENCE.match(text, _OPEN.match(text, start, end).end())  # type: ignore[union-attr]
    persons = people_in(reading, start, min(end, start + 260))
    person = next((p for p in persons if not _STOP_BETWEEN.search(text, start, p.start)), None)
    if (
        reference
        and reference.end() <= end
        and not (person and person.start < reference.end() + 40 and "," in text[reference.end() : person.start])
    ):
        return _referred(reading, reference, last)
    if person:
        return _voice(reading, person)
    offset = start + len(text[start:end]) - len(text[start:end].lstrip())
    named = [o for o in organizations_in(reading, start, end) if o.start <= offset + 5]
    if named:
        return Voice(None, None, named[0].name)
    return _unknown(reading, offset, end)


def _unknown(reading: Reading, start: int, end: int) -> Voice | None:
    """A capitalized name that nobody recognized as a person, as it stands; its surname may lead to a known one."""
    match = _CAPITALS.match(reading.text, start, end)
    if not match:
        return None
    words = [w for w in match.group().split() if not _ROLE_WORDS.fullmatch(w)]
    if not words or words[0].casefold() in ("the", "in", "on", "at", "this", "that", "but", "and", "a"):
        return None
    name = " ".join(words)
    for known, voice in reading.get(known_people).items():
        if set(words) <= set(known.split()):
            return voice
    return Voice(name)


def _leading(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The subject that stands right after the quote, before its verb."""
    text = reading.text
    opening = _OPEN.match(text, start, end)
    at = opening.end() if opening else start
    verb = _SAYING.search(text, at, min(end, at + 200))
    if verb is None or verb.start() == at:
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
        return _unknown(reading, at, verb.start())
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
    stripped = text[start:end].rstrip()
    verbs = [m for m in _SAYING.finditer(text, start, end)]
    for verb in reversed(verbs):
        between = text[verb.end() : start + len(stripped)]
        if not _close(between, words, speech, stripped.endswith(":")):
            break
        found = _subject(reading, start, verb.start(), last, naming=bool(_NAMING.match(verb.group())))
        if found:
            return found
    if stripped.endswith(":"):
        return _introduced(reading, start, start + len(stripped), last)
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
    return count <= (18 if words >= 5 else 9)


def _subject(reading: Reading, start: int, end: int, last: Voice | None, naming: bool = False) -> Voice | None:
    """The subject of a verb that starts at `end`: the nearest mention that is not the object of a preposition."""
    text = reading.text
    found = candidates(reading, start, end, last)
    free = [c for c in found if not _OBJECT.search(text, max(start, c.start - 90), c.start)]
    persons = [c for c in free if c.kind in ("person", "pronoun", "noun", "group")]
    for pool in (persons, free):
        if pool:
            chosen = pool[-1]
            if naming and chosen.kind == "organization" and len(text[chosen.end : end].split()) > 8:
                return None
            if chosen.kind == "organization":
                chosen = pool[0]
            return chosen.voice
    return _unknown_subject(reading, start, end)


def _unknown_subject(reading: Reading, start: int, end: int) -> Voice | None:
    match = re.search(r"((?:[A-Z][\w’'-]+ ){1,3})\Z", reading.text[start:end])
    if not match or start + match.start() == start:
        return None
    return _unknown(reading, start + match.start(), end)


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
    reference = _REFERENCE.search(text, start, end)
    if reference and _DOCUMENT.search(text, start, end):
        return _referred(reading, reference, last)
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
        return _voice(reading, persons[0])
    named = organizations_in(reading, start, match.start())
    return Voice(None, None, named[0].name) if named else None


def principal(reading: Reading) -> Voice | None:
    """The person the document is about: the first named in its opening sentences."""
    opening = [s for s in reading.get(body_sentences) if s.region == BODY][:2]
    persons = people_in(reading, opening[0].start, opening[-1].end) if opening else ()
    return _voice(reading, persons[0]) if persons else None


def candidates(reading: Reading, start: int, end: int, last: Voice | None) -> list[Candidate]:
    """Everything between `start` and `end` that may speak, in order; organizations inside a person's title left out."""
    text = reading.text
    found = [Candidate(p.start, p.end, "person", _voice(reading, p)) for p in people_in(reading, start, end)]
    for match in _REFERENCE.finditer(text, start, end):
        voice = _referred(reading, match, last)
        if voice:
            kind = "pronoun" if match["pronoun"] else "noun" if match["person"] else "group"
            found.append(Candidate(match.start(), match.end(), kind, voice))
    for match in _INITIAL.finditer(text, start, min(len(text), end + 1)):
        found.append(Candidate(match.start(), match.end(), "person", Voice(match["name"])))
    for name in organizations_in(reading, start, end):
        found.append(Candidate(name.start, name.end, "organization", Voice(None, None, name.name)))
    return sorted(found, key=lambda c: (c.start, c.end))


def _voice(reading: Reading, person: Person) -> Voice:
    known = reading.get(known_people).get(person.name, Voice(person.name))
    return Voice(person.name, person.role or known.role, person.organization or known.organization)


def _referred(reading: Reading, match: re.Match[str], last: Voice | None) -> Voice | None:
    """Whom a pronoun or a phrase such as "the senator" or "the union" means."""
    if match["pronoun"]:
        word = match["pronoun"].casefold()
        if word == "i":
            return None
        if word == "it":
            return Voice(None, None, last.organization) if last and not last.name and last.organization else None
        if word == "they":
            return _initials_before(reading, match.start()) or (last if last and not last.name else Voice())
        return _person_before(reading, match.start(), last)
    if match["person"]:
        return _person_before(reading, match.start(), last)
    noun = match["group"].casefold()
    kinds = ("union", "federation") if noun in _UNION_NOUN else ("coalition",) if noun in _COALITION_NOUN else ()
    named: Name | None = None
    for name in reading.get(find_organizations):
        if name.start >= match.start():
            break
        if name.kind in kinds:
            named = name
    return Voice(None, None, named.name if named else None)


def _initials_before(reading: Reading, at: int) -> Voice | None:
    """The last person of one letter ("J, a driver") within reach before `at`."""
    found = list(_INITIAL.finditer(reading.text, max(0, at - 200), at))
    return Voice(found[-1]["name"]) if found else None


def _person_before(reading: Reading, at: int, last: Voice | None = None) -> Voice | None:
    speaking = [voice for start, voice in reading.get(find_speaking) if start < at]
    if speaking:
        return speaking[-1]
    if last and last.name:
        return last
    previous = [p for p in reading.get(find_people) if p.start < at]
    return _voice(reading, previous[-1]) if previous else None


def named_line(reading: Reading, start: int, end: int) -> Voice | None:
    """The speaker of a line that is nothing but a name and what the person is ("— Ana Ruiz, president of Local 9")."""
    text = reading.text[start:end]
    if len(text) > 200 or not text.strip() or (_SAYING.search(text) and not text.rstrip().endswith(":")):
        return None
    persons, named = people_in(reading, start, end), organizations_in(reading, start, end)
    if persons and not re.search(r"\b[a-z]{4,}", _ROLE_WORDS.sub("", reading.text[start : persons[0].start])):
        return _voice(reading, persons[0])
    if named and len(reading.text[start : named[0].start].split()) <= 1 and len(text[named[0].end - start :].split()) <= 3:
        return Voice(None, None, named[0].name)
    return None


def source(reading: Reading, start: int, end: int, at: int) -> Voice | None:
    """Who vouches for a figure at offset `at` of the sentence `start` to `end`; None where the text itself does."""
    text = reading.text
    for match in _ACCORDING.finditer(text, start, end):
        found = _source_after(reading, match.end(), end)
        if found:
            return found
    named = organizations_in(reading, start, end)
    for match in _STUDY_BY.finditer(text, start, end):
        for name in named:
            if match.end() <= name.start <= match.end() + 12:
                return Voice(None, None, name.name)
    for name in named:
        if _STUDY.match(text, name.end, end):
            return Voice(None, None, name.name)
    for verb in _FIGURING.finditer(text, start, at):
        found = _subject(reading, start, verb.start(), None)
        if found and found.label:
            return found
    return None


def _source_after(reading: Reading, start: int, end: int) -> Voice | None:
    """The first person or organization named within reach of "according to"."""
    reach = min(end, start + 110)
    persons, named = people_in(reading, start, reach), organizations_in(reading, start, reach)
    if persons and (not named or persons[0].start <= named[0].start or persons[0].start - start < 25):
        return _voice(reading, persons[0])
    return Voice(None, None, named[0].name) if named else None
