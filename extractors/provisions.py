"""Provisions: what must, may or must not happen with technology at work, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.base import Extractor, Reading
from extractors.clauses import Clause, find_clauses
from extractors.directives import find_directives
from extractors.duties import actor, addressee, bearer
from extractors.force import DEMAND, LEGISLATION
from extractors.modality import duty_bearer, modality, notice_days
from extractors.technologies import WEAK, named
from extractors.topics import ranked, weights
from records.facts import Fact, Provision

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
    for clause in reading.get(find_clauses):
        if clause.place.section_id != section:
            inherited, section = (), clause.place.section_id
        whole = f"{clause.lead} {clause.text}" if clause.lead else clause.text
        kind = modality(clause.text) or (modality(clause.lead) if clause.lead else None)
        if clause.lead and kind != "definition":
            kind = modality(whole) or kind
        topics = ranked(weights(clause.text, (*clause.headings[:1], clause.lead)), kind) or inherited or ("other",)
        inherited = topics if topics != ("definition",) else inherited
        yield Provision(
            span=reading.span(clause.start, clause.end),
            confidence=round(min(0.95, 0.45 + 0.5 * clause.score), 2),
            instrument="legislation" if law else "agreement",
            primary_topic=topics[0],
            topics=topics,
            modality=kind or "obligation",
            duty_bearer=duty_bearer(whole if clause.lead else clause.text, kind, public=law),
            notice_days=notice_days(clause.text),
            technologies=_technologies(clause),
            article=clause.place.article,
            section=clause.place.section,
            heading=clause.place.heading,
        )


def _told(reading: Reading) -> Iterator[Provision]:
    for found in reading.get(find_directives):
        kind = modality(found.text) or "obligation"
        weighed = weights(found.text, (found.heading,) if found.heading else ())
        topics = ranked(weighed, kind)
        if not topics:
            if not (found.force == DEMAND and any(t.strength != WEAK for t in found.terms)) or found.quoted:
                continue
            topics = ("other",)
        if kind == "definition":
            continue
        yield Provision(
            span=reading.span(found.start, found.end),
            confidence=round(min(0.95, found.sure * (0.6 + 0.4 * found.touches)), 2),
            instrument=found.force,
            primary_topic=topics[0],
            topics=topics,
            modality=kind,
            actor=actor(reading, found),
            addressee=addressee(found),
            duty_bearer=bearer(found, kind, topics),
            notice_days=notice_days(found.text),
            technologies=named(found.terms, found.text, found.start),
            heading=found.heading,
            instrument_name=found.law.name if found.law and found.force == LEGISLATION else None,
        )


def _technologies(clause: Clause) -> tuple[str, ...]:
    terms = tuple(t for t in clause.terms if t.start >= clause.start)
    return named(terms, clause.text, clause.start)
