"""Provisions: what must, may or must not happen with technology at work, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.base import Extractor, Reading
from extractors.directives.acts import grants, licence, overrules, plain
from extractors.directives.clauses import Clause, find_clauses
from extractors.directives.duties import actor, addressee, advises_employers, bearer
from extractors.directives.force import AGREEMENT, DEMAND, LEGISLATION, POLICY, RECOMMENDATION
from extractors.directives.gains import beneficiary
from extractors.directives.instruments import instrument, name_of_text
from extractors.directives.modality import duty_bearer, modality, notice_days
from extractors.directives.plain_acts import plain_act
from extractors.directives.prose import Directive, find_directives
from extractors.directives.technologies import WEAK, named, technologies
from extractors.directives.topics import core, likely, ranked, weights
from extractors.text.tokens import word_set
from records.facts import Fact, Provision

_MODAL = re.compile(r"\b(?:shall|will|must|may|should|have the (?:right|option)|means)\b", re.IGNORECASE)
_GENERAL = word_set(
    "wage_protection health_safety remedies organizing_rights job_security transfer_recall equipment_costs"
    " public_incentives"
)
_EMPLOYER = re.compile(
    r"\b(?:employers?|compan(?:y|ies)|management|managers|operators?|ports?|studios?"
    r"|publishers?)\b",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"\b(?:systems?|tools?|software|programs?(?! of)|products?|pilots?|log-?ins?|logs?|source code|algorithms?"
    r"|machines?"
    r"|computers?|data|screens?|cameras?|scores?|apps?|clocks?|sensors?)\b",
    re.IGNORECASE,
)
_GRANT = re.compile(r"\W{0,2}[$€£]\d")  # an item that begins with a sum: a list of grants
_BESIDE = re.compile(r"(?:Beyond|Besides|Aside from|Apart from|In addition to|Other than)\b")
_OF_DEALS = word_set("consultation_bargaining organizing_rights")  # what any news of a contract speaks of
_ABOUT_IT = 0.6  # touch of a sentence that stands beside another on a law about technology
_AHEAD = 1.5  # what days of notice weigh for the topic beside the words
_USED = frozenset({"ai", "automation", "automated", "change", "learning"})
_TOPIC_OF = {
    "camera": "monitoring_limits",
    "location": "monitoring_limits",
    "surveillance": "monitoring_limits",
    "watching": "monitoring_limits",
    "recording": "monitoring_limits",
    "biometric": "monitoring_limits",
    "replica": "likeness_consent",
    "data": "data_rights",
    "remote": "equipment_costs",
    "device": "equipment_costs",
    "phone": "equipment_costs",
    "screen": "health_safety",
}
_ANNOUNCED = re.compile(
    r"\b(?:reach|ratif|sign|approv|conclud|sett?l|ink|land)\w*\b[^.;]{0,60}\b(?:agreement"
    r"|deal|contract|pact)\b",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(r"\b(?:does|do|would|will) not [^.;:]{2,60}? but (?=\w+s\b|would\b|does\b)")
_DEFINES = re.compile(
    r"\b(?:[Bb]ill|Act|[Ll]aw|[Oo]rdinance|[Dd]irective|[Rr]egulation|[Aa]mendment|[Ll]egislation|[Mm]easure|[Ii]t)"
    r"(?: (?:also|would|further|broadly|narrowly))* defines?\b"
)
TEXTS = frozenset({"agreement", "legislation"})


class Provisions(Extractor):
    """Sentences and clauses with directive force about AI, automation, monitoring or data at work."""

    name = "provisions"
    version = "1"
    tables = (Provision,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """The provisions of an agreement's or law's own text, or of a text that tells of such."""
        if reading.document.language not in (None, "en"):
            return
        if reading.document.document_type in TEXTS:
            yield from _of_text(reading)
        else:
            yield from _told(reading)


def _of_text(reading: Reading) -> Iterator[Provision]:
    law = reading.document.document_type == "legislation"
    inherited: tuple[str, ...] = ()
    section = None
    name = name_of_text(reading) if reading.get(find_clauses) else None
    for clause in reading.get(find_clauses):
        if clause.place.section_id != section:
            inherited, section = (), clause.place.section_id
        whole = _joined(clause.lead, clause.text)
        own = modality(clause.text) if not clause.lead or _MODAL.search(clause.text) else None
        kind = own or modality(whole)
        days = notice_days(clause.text)
        topics = _topics(clause, kind, inherited, law, ahead=days is not None)
        inherited = topics if topics != ("definition",) else inherited
        bound = duty_bearer(clause.text if own else whole, kind, public=law)
        yield Provision(
            span=reading.span(clause.start, clause.end),
            confidence=round(min(0.95, 0.45 + 0.5 * clause.score), 2),
            instrument="legislation" if law else "agreement",
            primary_topic=topics[0],
            topics=topics,
            modality=kind or "obligation",
            duty_bearer=bound,
            beneficiary=None if law else beneficiary(clause.text if own else whole, kind, bound),
            notice_days=days,
            technologies=_technologies(clause),
            article=clause.place.article,
            section=clause.place.section,
            heading=clause.place.heading,
            instrument_name=name,
        )


def _joined(lead: str, item: str) -> str:
    """A list item read on from the sentence that leads to it: "The Town will: Not use" is "The Town will not use"."""
    return f"{lead.rstrip(' :—–-')} {item[:1].lower()}{item[1:]}" if lead else item


def _topics(
    clause: Clause, kind: str | None, before: tuple[str, ...], law: bool, *, ahead: bool = False
) -> tuple[str, ...]:
    """Topics by the clause's own words, else those of the clause before in its section, else by what stands over it.

    Where none of these tells, the technology itself does: a rule on cameras limits monitoring. `ahead` is true where
    days of notice are told.
    """
    own = weights(clause.text, told=law)
    around = weights(clause.text, (*clause.headings[:1], clause.lead), told=law)
    if not law:
        own, around = _agreed(own), _agreed(around)
    for weighed in (own, around):
        if ahead:
            weighed["advance_notice"] = weighed.get("advance_notice", 0.0) + _AHEAD
    if likely(clause.text, own, kind, told=law):
        return likely(clause.text, around, kind, told=law)
    return before or likely(clause.text, around, kind, told=law) or _by_technology(clause, kind)


def _by_technology(clause: Clause, kind: str | None) -> tuple[str, ...]:
    """The topic that rules on a technology most often have, where a clause says nothing by which to know better."""
    families = [term.family for term in clause.terms if term.strength != WEAK]
    if kind == "prohibition" and any(family in _USED for family in families):
        return ("use_restriction",)
    return next(((_TOPIC_OF[family],) for family in families if family in _TOPIC_OF), ("other",))


def _agreed(weighed: dict[str, float]) -> dict[str, float]:
    """Topics that an agreement can have: what governments do is none."""
    return {topic: weight for topic, weight in weighed.items() if topic not in ("public_incentives", "automation_tax")}


def _told(reading: Reading) -> Iterator[Provision]:
    listed: tuple[str, tuple[str, ...]] = ("", ())  # the sentence that leads the list, and the topics of its last item
    for directive in reading.get(find_directives):
        found = replace(directive, force=instrument(directive))
        kind = told_modality(found)
        own = _told_weights(found, found.text)
        short = core(found.text)
        topics = ranked(own if short == found.text else _told_weights(found, short), kind)
        if not topics:
            headed = _told_weights(found, found.text, (found.heading,)) if found.heading else own
            topics = ranked(headed, kind)
        if not topics and found.lead:
            topics = ranked(weights(found.lead, told=True), kind)
        if not topics and found.lead and found.force == LEGISLATION and found.lead == listed[0]:
            topics = listed[1]
        if not _tells(found, topics):
            continue
        topics = _likely(found, own, kind) or topics or ("other",)
        if kind == "definition":
            topics = ("definition", *(topic for topic in topics if topic not in ("definition", "other")))
        if overrules(found.text):
            topics = ("other", *topics[:2])
        listed = (found.lead, topics)
        yield Provision(
            span=reading.span(found.start, found.end),
            confidence=round(min(0.95, found.sure * (0.6 + 0.4 * found.touches)), 2),
            instrument=found.force,
            primary_topic=topics[0],
            topics=topics,
            modality=kind,
            actor=actor(reading, found),
            addressee=addressee(found),
            duty_bearer=bearer(found, kind, topics, to_employers=reading.get(advises_employers)),
            notice_days=notice_days(found.text),
            technologies=named(found.terms, found.text, found.start),
            heading=found.heading,
            instrument_name=found.law.name if found.law and found.force == LEGISLATION else None,
        )


def told_modality(found: Directive) -> str:
    """What a told sentence does: by the verb that governs its parties, else by its own modal verbs."""
    asked = found.force in (DEMAND, RECOMMENDATION)
    if found.force == LEGISLATION and _DEFINES.search(found.text):
        return "definition"
    if kind := licence(found.text, found.force) or plain_act(found.text):
        return kind
    kind = modality(plain(_NOT_BUT.sub("", found.text)), defines=False)
    if asked and kind in ("right", "permission") and not grants(found.text):
        return "obligation"  # what could be, beside what is asked
    return kind or "obligation"


def _told_weights(found: Directive, text: str, headings: tuple[str, ...] = ()) -> dict[str, float]:
    weighed = weights(text, headings, told=True)
    if not _EMPLOYER.search(text):
        weighed.pop("management_rights", None)
    return _agreed(weighed) if found.force == AGREEMENT else weighed


def _likely(found: Directive, own: dict[str, float], kind: str) -> tuple[str, ...]:
    """The topics of a told sentence by all its words, those of the sentence that leads its list where it tells none.

    `own` are the weights that its cues give.
    """
    topics = likely(found.text, own, kind, told=True)
    if topics or not found.lead:
        return topics
    led = f"{found.lead} {found.text}"
    return likely(led, _told_weights(found, led), kind, told=True)


def _tells(found: Directive, topics: tuple[str, ...]) -> bool:
    """Whether what is asked is on technology: pay, safety or jobs alone count only where the sentence names one."""
    names = any(t.strength != WEAK for t in found.terms)
    if (found.force == POLICY or _GRANT.match(found.text)) and not names:
        return False
    if not topics and found.force == AGREEMENT and _ANNOUNCED.search(found.text):
        return False
    if not topics:
        tool = names or (found.force in (DEMAND, RECOMMENDATION) and _TOOL.search(found.text) is not None)
        return tool and found.force != POLICY and (found.force in (LEGISLATION, AGREEMENT) or not found.quoted)
    paid = "wage_protection" in topics  # residuals and the like
    deals = _OF_DEALS | {"authorship_credit"} if paid else _OF_DEALS
    general = all(topic in _GENERAL or (found.force == AGREEMENT and topic in deals) for topic in topics)
    led = found.lead and (found.force != AGREEMENT or any(t.strength != WEAK for t in technologies(found.lead)))
    led = led and not _BESIDE.match(found.lead)
    ruled = found.force == LEGISLATION and found.touches > _ABOUT_IT and "public_incentives" not in topics
    return names or not general or bool(led) or ruled or found.force == RECOMMENDATION


def _technologies(clause: Clause) -> tuple[str, ...]:
    terms = tuple(t for t in clause.terms if t.start >= clause.start)
    return named(terms, clause.text, clause.start)
