"""Who may be speaking: persons, organizations, pronouns and phrases such as "the senator", led back to a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.base import Reading
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.organizations import find_organizations, organizations_in
from extractors.names.people import Person, find_people, people_in
from extractors.names.places import is_place
from extractors.posts.belonging import organizations_of_people
from extractors.text.marks import find_quoted
from extractors.text.patterns import any_of
from extractors.text.sentences import BODY, body_sentences
from extractors.text.tokens import word_set

SAY = any_of(
    "said says say saying added adds adding stated states stating wrote writes write writing written argue",
    "explain insist continued continues concluded concludes explained explains explaining noted notes noting",
    "argued argues arguing warned warns warn warning told tells tell telling asked asks insisted insists",
    "remarked commented comments commenting emphasized emphasised emphasizes stressed stresses declared",
    "declares declaring announced called calls calling described describes describe describing acknowledged",
    "acknowledges acknowledging claimed claims claiming replied responded responds testified tweeted posted",
    "recalled recalls observed observes cautioned cautions conceded admitted admits predicted predicts",
    "reported reports pledged vowed promised demanded lamented criticized criticised agreed countered affirmed",
    "reiterated echoed highlighted underscored branded dubbed labelled labeled denounced condemned reads read",
    "suggested suggests believes joked quipped alleged alleges maintained contends contended asserted asserts",
    "pointed_out points_out went_on begins began ended closed urged urges urging proclaimed characterized",
    "characterised slammed blasted decried touted praised hailed finds found complained objected questioned",
    "confirmed confirms recommended recommends estimated estimates opened shared advised reflected reflects",
    "conclude ruled rules reminded reminds reminding expressed expresses expressing rebutted rebuts rejected rejects",
    "chant chants chanted bellowed bellows shouted shouts yelled yells cried cries muttered",
    "remembers remembered recounts recounted jokes mused muses opined opines boasted boasts bragged brags confided",
    "gushed assures assured reckons reckoned concurred concurs",
    "posits posited underlines underlined speculated speculates echoes",
    "emphasises reiterates hit_out lashed_out fired_back testifies assuring recounting",
    "dismissed dismisses note_that claim_that report_that",
    "(?:will|plans_to|is_expected_to|was_expected_to|is_set_to|is_due_to)_(?:say|tell|state|assert|argue|warn|add"
    "|note|stress|urge|call|announce|claim|highlight)",
    "accused accuses accusing blamed blames pleaded pleads appealed appeals joined_in chimed_in weighed_in summed_up",
    "sums_up summarized summarised cites cited citing quoted quotes quoting mentioned mentions referred_to refers_to",
    "referring_to speaks_of spoke_of spoke speaks talked_about talks_about put_it puts_it summoned hopes hoped feels",
    "felt thinks thought wondered wonders fears feared signaled signalled signals guaranteed guarantees promises",
    "promising vows vowing pledges pledging backed defends defended defending deemed deems considers considered",
    "commends commended commending applauded applauds welcomed welcomes criticizes criticises criticizing criticising",
    "condemns condemning denounces denouncing ridiculed mocked mocks rails railed blasts slams blasting slamming",
    "laments lamenting complains complaining outlines outlined outlining sets_out set_out clarified clarifies",
    "elaborated elaborates exclaimed answered answers answering interjected shot_back hit_back retorted fumed",
    "demands demanding implored implores exhorted invoked invokes advocates advocated advocating calls_for",
    "called_for calling_for espouses seeks sought proposes proposed proposing",
    "paints painted frames",
    "framed framing brands branding dubs dubbing hails hailing touts touting vaunted celebrates celebrated teases",
    "informed informs informing indicated indicates heralded heralds herald relayed relays penned",
    "refused_to_call envisions envisioned foresees foresaw swore",
    "revealed reveals revealing disclosed discloses announces ranted railed preaches preached attributed attributes",
)
PROVIDE = any_of(
    "specifies specified specifying stipulates stipulated provides requires required identifies identified defines",
    "defined promotes promoted markets marketed bills billed rated guarantees guaranteed holds held commits committed",
)
_PERSON_NOUN = any_of(
    "senator congressman congresswoman congressmember representative lawmaker chairman chairwoman chair",
    "president governor mayor minister secretary judge spokesperson spokesman spokeswoman professor researcher",
    "author leader director worker employee analyst executive ranking_member attorney_general lead ceo",
    "whistleblower nurse driver organizer organiser teacher correspondent reporter columnist commentator official",
    "officer manager founder economist attorney lawyer expert advocate activist campaigner union_leader",
    "boss delegate steward engineer writer actor historian arbitrator mediator adjudicator magistrate",
)
_GROUP_NOUN = any_of(
    "groups? lawmakers senators members representatives unions organizations organisations coalition alliance",
    "letter report statement signatories signers advocates workers employees authors researchers",
    "attorneys_general democrats republicans study survey poll complaint lawsuit memo brief resolution",
    "petition article guidance filing paper leaders members_of_congress union company firm agency committee",
    "department federation association guild court board council local organization organisation ministry",
    "institute commission think_tank university newsroom employer companies experts campaigners duo pair",
    "colleagues email e-mail ruling judges",
    "panel regulator watchdog agency charity campaign website blog document documents plaintiffs defendants",
    "officials executives managers drivers teachers nurses writers actors performers engineers staff staffers",
    "spokespeople analysts economists academics petitioners signers authors editors journalists students strikers",
)
REFERENCE = re.compile(
    rf"\b(?:(?P<pronoun>he|she|they|it|I)|(?:the|this|these|those|its|their|our|his|her)\s+(?:(?!(?:of|for|to|in"
    rf"|by|on|with|and)\b)[\w’'-]+\s+){{0,2}}?"
    rf"(?:(?P<person>{_PERSON_NOUN})|(?P<group>{_GROUP_NOUN})))\b(?!['’]s\b|-\w)",
    re.IGNORECASE,
)
_COMMON_ROLES = word_set(
    "worker employee nurse teacher driver judge official whistleblower engineer actor steward attorney lawyer expert"
    " reporter boss delegate officer manager economist historian writer arbitrator mediator adjudicator magistrate"
)
_KINDS_OF_NOUNS = {
    noun: kinds
    for nouns, kinds in (
        ("company firm employer", ("employer",)),
        ("union guild federation local", ("union", "federation")),
        ("coalition alliance groups organizations organisations", ("coalition",)),
        ("university", ("research",)),
        ("agency department ministry regulator", ("government",)),
        ("newsroom", ("media",)),
        ("charity", ("ngo",)),
    )
    for noun in nouns.split()
}
_INITIAL = re.compile(
    r"(?<![\w.&'’-])(?P<name>[A-HJ-Z])(?=,? (?:who|a|an|the|also|then|added|said|says|told|was|is|has)\b)"
)
_NO_NAMES = word_set(
    "Administration Department House Senate Congress Court States United Act Bill Republicans Democrats Republican"
    " Agreement Contract Memorandum Guidelines Order Law Code Guide Principles Handbook Plan Strategy Directive Treaty"
    " Regulation Convention Summit Website Policy Framework Blueprint Study Survey Index Constitution Amendment"
    " Americans American Congressional White Federal National State Commission Committee Report Letter"
)
_CAPITALS = re.compile(r"(?:[A-Z][\w’'-]*\.? ){0,4}[A-Z][\w’'-]+")
_TITLES_BETWEEN = any_of(
    "by former union vice deputy general national regional local senior executive chief policy research",
    "president secretary treasurer director spokes\\w+ officer leader organi[sz]er researcher analyst professor",
    "economist head of for the and chair member author lawyer attorney representative manager advis[eo]r fellow",
    "co-founder founder resident",
)
_SAID_BY = re.compile(
    rf"\b(?i:{SAY})(?:\s+(?:[A-Z\d][\w.’'-]*|{_TITLES_BETWEEN})){{0,7}},?\s+\Z",
)
_SAYS_NEXT = re.compile(
    rf"(?:,?\s*\([^)]{{1,40}}\))?(?:,[^.;:“\"]{{2,160}},)?(?:\s+(?:has|have|had|also|then|later|who|he|she|they"
    rf"|today|further)){{0,3}},?\s+(?:{SAY})\b",
    re.IGNORECASE,
)
ROLE_WORDS = re.compile(
    rf"(?:{_PERSON_NOUN}|rep|sen|reps|sens|congress\w*|mr|mrs|ms|dr|prof|gov|chief|officer|manager|general|vice)\b\.?",
    re.I,
)


_ACCORDING_TO = re.compile(r"\b[Aa]ccording to (?:[\w.’'-]+ ){0,3}\Z")
_RESIDENT = re.compile(r" (?:[a-z][\w-]+ ){1,3}(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})")
_BYLINE = re.compile(r"(?:\A|\n)\W*(?:[Ww]ritten )?[Bb]y:? (?:[A-Z][\w.’'-]+ (?:and )?){0,3}\Z")


_ACTS = re.compile(r",? (?:who |also |then |has |had |have |is |was )?[a-z]")
_OPENED = re.compile(r"(?:\A|[.!?][”\"]? |, )(?:[A-Z][\w.]* )?\Z")


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
    """For each person of the document, the first role and organization that any mention gives."""
    voices: dict[str, Voice] = {}
    for person in reading.get(find_people):
        before = voices.get(person.name)
        role = before.role if before and before.role else person.role
        organization = before.organization if before and before.organization else person.organization
        voices[person.name] = Voice(person.name, role, organization)
    for name, organization in reading.get(organizations_of_people).items():
        voices[name] = replace(voices[name], organization=organization)
    return voices


def given_mentions(reading: Reading) -> tuple[tuple[int, int, Voice], ...]:
    """Where a person told of in full before is called by the given name alone, no other person having that name."""
    known = reading.get(known_people)
    first: dict[str, list[str]] = {}
    for name in known:
        if len(name.split()) > 1 and name.split()[0] in GIVEN_NAMES:
            first.setdefault(name.split()[0], []).append(name)
    sole = {given: names[0] for given, names in first.items() if len(names) == 1}
    if not sole:
        return ()
    taken = {person.start for person in reading.get(find_people)}
    alone = re.compile(rf"(?<![\w’'.-])(?:{'|'.join(map(re.escape, sole))})(?![\w-])(?!\s+[A-Z])")
    return tuple(
        (match.start(), match.end(), known[sole[match.group()]])
        for match in alone.finditer(reading.text)
        if match.start() not in taken
    )


def find_speaking(reading: Reading) -> tuple[tuple[int, Voice], ...]:
    """Where persons stand beside a verb of saying, quoted or not: offset and person. Pronouns are led back to them."""
    text = reading.text
    found = []
    for person in reading.get(find_people):
        said = _SAID_BY.search(text, max(0, person.start - 60), person.start) or _SAYS_NEXT.match(text, person.end)
        if said or _ACCORDING_TO.search(text, max(0, person.start - 40), person.start):
            found.append((person.start, voice_of(reading, person)))
    for start, end, voice in reading.get(given_mentions):
        if _SAID_BY.search(text, max(0, start - 60), start) or _SAYS_NEXT.match(text, end):
            found.append((start, voice))
    for match in _INITIAL.finditer(text):
        if _SAYS_NEXT.match(text, match.end()):
            found.append((match.start(), Voice(match["name"])))
    return tuple(sorted(found, key=lambda pair: pair[0]))


def principal(reading: Reading) -> Voice | None:
    """The person the document is about: the first named in its opening sentences."""
    opening = [s for s in reading.get(body_sentences) if s.region == BODY][:2]
    persons = people_in(reading, opening[0].start, opening[-1].end) if opening else ()
    return voice_of(reading, persons[0]) if persons else None


def candidates(reading: Reading, start: int, end: int, last: Voice | None) -> list[Candidate]:
    """Everything between `start` and `end` that may speak, in order; organizations inside a person's title left out."""
    text = reading.text
    found = [Candidate(p.start, p.end, "person", voice_of(reading, p)) for p in _people(reading, start, end)]
    called = reading.get(given_mentions)
    for at in range(bisect_left(called, start, key=lambda mention: mention[0]), len(called)):
        if called[at][1] > end:
            break
        found.append(Candidate(called[at][0], called[at][1], "person", called[at][2]))
    named = organizations_in(reading, start, end)
    for match in REFERENCE.finditer(text, start, end):
        voice = referred(reading, match, last)
        if voice and not any(name.start < match.end() and match.start() < name.end for name in named):
            kind = "pronoun" if match["pronoun"] else "noun" if match["person"] else "group"
            found.append(Candidate(match.start(), match.end(), kind, voice))
    for match in _INITIAL.finditer(text, start, min(len(text), end + 1)):
        found.append(Candidate(match.start(), match.end(), "person", Voice(match["name"])))
    for name in named:
        found.append(Candidate(name.start, name.end, "organization", Voice(None, None, name.name)))
    return sorted(found, key=lambda c: (c.start, c.end))


def _people(reading: Reading, start: int, end: int) -> Iterator[Person]:
    """People between two offsets, without capitalised titles of documents taken for a person."""
    people = people_in(reading, start, end)
    return (p for p in people if p.name.split()[0] in GIVEN_NAMES or p.name.rsplit(" ", 1)[-1] not in _NO_NAMES)


def unknown(reading: Reading, start: int, end: int) -> Voice | None:
    """A capitalized name that nobody recognized as a person, as it stands; its surname may lead to a known one."""
    match = _CAPITALS.match(reading.text, start, end)
    if not match:
        return None
    words = [w for w in match.group().split() if not ROLE_WORDS.fullmatch(w)]
    if not words or words[0].casefold() in ("the", "in", "on", "at", "this", "that", "but", "and", "a"):
        return None
    if words[-1] in _NO_NAMES or words[0] in _NO_NAMES:
        return None
    if is_place(words):
        resident = _RESIDENT.match(reading.text, match.end(), end)
        return Voice(resident["name"]) if resident else None
    name = " ".join(words)
    for known, voice in reading.get(known_people).items():
        if set(words) <= set(known.split()):
            return voice
    return Voice(name)


def voice_of(reading: Reading, person: Person) -> Voice:
    known = reading.get(known_people).get(person.name, Voice(person.name))
    return Voice(person.name, person.role or known.role, known.organization or person.organization)


def referred(reading: Reading, match: re.Match[str], last: Voice | None) -> Voice | None:
    """Whom a pronoun or a phrase such as "the senator" or "the union" means."""
    if match["pronoun"]:
        word = match["pronoun"].casefold()
        if word == "i":
            return None
        if word == "it":
            return _it(reading, match.start(), last)
        if word == "they":
            return _initials_before(reading, match.start()) or (last if last and not last.name else Voice())
        return _person_before(reading, match.start(), last) or Voice()
    if match["person"]:
        return _holder_before(reading, match["person"], match.start(), last) or Voice()
    kinds = _KINDS_OF_NOUNS.get(match["group"].casefold(), ())
    earlier = [name for name in reading.get(find_organizations) if name.kind in kinds] if kinds else []
    at = bisect_left(earlier, match.start(), key=lambda name: name.start)
    return Voice(None, None, earlier[at - 1].name if at else None)


def _it(reading: Reading, at: int, last: Voice | None) -> Voice:
    """What "it" means: the organization that spoke last, or the only one its paragraph has named before."""
    if last and not last.name and last.organization:
        return Voice(None, None, last.organization)
    named = {name.name for name in organizations_in(reading, reading.text.rfind("\n", 0, at) + 1, at)}
    return Voice(None, None, named.pop() if len(named) == 1 else None)


def _initials_before(reading: Reading, at: int) -> Voice | None:
    """The last person of one letter ("J, a driver") within reach before `at`."""
    found = list(_INITIAL.finditer(reading.text, max(0, at - 200), at))
    return Voice(found[-1]["name"]) if found else None


def _holder_before(reading: Reading, noun: str, at: int, last: Voice | None) -> Voice | None:
    """Whom "the senator" or "the spokesperson" means: the last speaker of that role, for common roles nobody known."""
    noun = noun.casefold()
    if noun.startswith("spokes"):
        return last if last else Voice()
    stem = "congress representative" if noun.startswith(("congress", "representative")) else noun
    speaking = reading.get(find_speaking)
    earlier = bisect_left(speaking, at, key=lambda pair: pair[0])
    for _, voice in reversed(speaking[max(0, earlier - 8) : earlier]):
        if voice.role and any(part in voice.role.casefold() for part in stem.split()):
            return voice
    if noun in _COMMON_ROLES:
        return Voice()
    return _person_before(reading, at, last)


def _own_people(reading: Reading) -> tuple[Person, ...]:
    """The people whom the text itself names, those named inside quotes left out."""
    quoted = reading.get(find_quoted)
    starts = [quote.outer_start for quote in quoted]

    def is_own(person: Person) -> bool:
        before = bisect_right(starts, person.start) - 1
        return before < 0 or quoted[before].outer_end <= person.start

    return tuple(person for person in reading.get(find_people) if is_own(person))


def _is_subject(text: str, person: Person, begin: int) -> bool:
    """Whether a person named in a paragraph is who a sentence of the text's own is about: it opens with the name."""
    before = text[begin : person.start]
    if sum(before.count(mark) for mark in '“”"') % 2 or not _ACTS.match(text, person.end):
        return False
    return _OPENED.search(before[-60:]) is not None


def _person_before(reading: Reading, at: int, last: Voice | None = None) -> Voice | None:
    speaking = reading.get(find_speaking)
    earlier = bisect_left(speaking, at, key=lambda pair: pair[0])
    begin = reading.text.rfind("\n", 0, at) + 1
    if not earlier or speaking[earlier - 1][0] < begin:
        subjects = [p for p in people_in(reading, begin, at) if _is_subject(reading.text, p, begin)]
        if subjects:
            return voice_of(reading, subjects[-1])
    if earlier:
        return speaking[earlier - 1][1]
    if last and last.name:
        return last
    people = reading.get(_own_people)
    previous = bisect_left(people, at, key=lambda person: person.start)
    if not previous or _BYLINE.search(
        reading.text, max(0, people[previous - 1].start - 20), people[previous - 1].start
    ):
        return None
    return voice_of(reading, people[previous - 1])
