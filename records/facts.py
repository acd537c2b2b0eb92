"""The fact types. A class is a table; a field is a column; the span opens each row with its evidence.

Extractors fill everything but the ids: those are given by `warehouse.resolve`, the same id for the same name in
every document.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar

from records import codes
from records.columns import Column
from records.model import Span


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What every fact has: where it stands and how sure we are (0 to 1)."""

    table: ClassVar[str]

    span: Span
    confidence: float


@dataclass(frozen=True, kw_only=True)
class OrganizationMention(Fact):
    """A document names an organization."""

    table: ClassVar[str] = "organization_mentions"

    organization_name: Annotated[str, Column("name as resolved in the document (an acronym's full name where given)")]
    organization_id: Annotated[str | None, Column("the organization")] = None
    kind: Annotated[str | None, Column("what the document shows it to be", codes.ORGANIZATION_KINDS)] = None
    acronym: Annotated[str | None, Column("acronym the document gives with the name")] = None


@dataclass(frozen=True, kw_only=True)
class Affiliation(Fact):
    """A person has a role, at an organization where one is named."""

    table: ClassVar[str] = "affiliations"

    person_name: Annotated[str, Column("the person's fullest name in the document")]
    role: Annotated[str | None, Column("role or title as stated; NULL where only the organization is told")] = None
    organization_name: Annotated[str | None, Column("organization the text gives")] = None
    organization_id: Annotated[str | None, Column("the organization")] = None
    person_id: Annotated[str | None, Column("the person")] = None


@dataclass(frozen=True, kw_only=True)
class Coalition(Fact):
    """Organizations acting together under a name, or by a joint letter or statement."""

    table: ClassVar[str] = "coalitions"

    name: Annotated[str, Column("name of the coalition, or of the letter it acts by")]
    announced_on: Annotated[date | None, Column("day it was announced")] = None
    place: Annotated[str | None, Column("where it was announced")] = None
    member_count: Annotated[int | None, Column("number of member organizations as stated (more than N is N)")] = None
    workers_represented: Annotated[int | None, Column("workers its members represent, as stated", type="BIGINT")] = None
    coalition_id: Annotated[str | None, Column("the coalition")] = None


@dataclass(frozen=True, kw_only=True)
class CoalitionMember(Fact):
    """An organization belongs to a coalition or signed its letter."""

    table: ClassVar[str] = "coalition_members"

    coalition_name: Annotated[str, Column("the coalition's name")]
    organization_name: Annotated[str, Column("the organization's name")]
    role: Annotated[str, Column("in what part", codes.MEMBER_ROLES)] = "member"
    coalition_id: Annotated[str | None, Column("the coalition")] = None
    organization_id: Annotated[str | None, Column("the organization")] = None


@dataclass(frozen=True, kw_only=True)
class Legislation(Fact):
    """A document tells of a bill, act, order or regulation, proposed ones included."""

    table: ClassVar[str] = "legislation"

    name: Annotated[str, Column("its name, or its number where it has no name")]
    bill_number: Annotated[str | None, Column("number as printed (`S. 2419`, `AB 1018`)")] = None
    jurisdiction: Annotated[str | None, Column("ISO code (`US`, `US-CA`, `EU`, `GB`); several separated by `;`")] = None
    status: Annotated[str | None, Column("how far it is, as told", codes.LEGISLATION_STATUSES)] = None
    status_on: Annotated[date | None, Column("day it came to be so")] = None
    year: Annotated[int | None, Column("year in its name or of its introduction, as stated")] = None
    sponsors: Annotated[tuple[str, ...], Column("names of its sponsors as stated")] = ()
    legislation_id: Annotated[str | None, Column("the piece of legislation")] = None


@dataclass(frozen=True, kw_only=True)
class LegislationEvent(Fact):
    """A step on a bill's way, as the record of a legislature's database tells it."""

    table: ClassVar[str] = "legislation_events"

    legislation_name: Annotated[str, Column("name of the legislation, or its number where it has no name")]
    kind: Annotated[str, Column("what kind of step", codes.LEGISLATION_EVENTS)]
    happened: Annotated[str, Column("what happened, in the record's words")]
    occurred_on: Annotated[date, Column("its day")]
    chamber: Annotated[str | None, Column("chamber or body it happened in, as recorded")] = None
    learned_at: Annotated[datetime | None, Column("when a document that tells of this step was first captured")] = None
    legislation_id: Annotated[str | None, Column("the piece of legislation")] = None


@dataclass(frozen=True, kw_only=True)
class LegislationPosition(Fact):
    """An organization supports or opposes legislation."""

    table: ClassVar[str] = "legislation_positions"

    legislation_name: Annotated[str, Column("name of the legislation")]
    organization_name: Annotated[str, Column("name of the organization")]
    position: Annotated[str, Column("for or against", codes.POSITIONS)]
    legislation_id: Annotated[str | None, Column("the piece of legislation")] = None
    organization_id: Annotated[str | None, Column("the organization")] = None


@dataclass(frozen=True, kw_only=True)
class Agreement(Fact):
    """A collective agreement the document is, or one that it tells of."""

    table: ClassVar[str] = "agreements"

    name: Annotated[str | None, Column("its name or title")] = None
    unions: Annotated[tuple[str, ...], Column("unions that are party to it")] = ()
    employers: Annotated[tuple[str, ...], Column("employers that are party to it")] = ()
    effective_on: Annotated[date | None, Column("first day")] = None
    expires_on: Annotated[date | None, Column("last day")] = None
    year: Annotated[int | None, Column("year it was made, as stated")] = None
    jurisdiction: Annotated[str | None, Column("ISO code of country or state")] = None
    workers_covered: Annotated[int | None, Column("workers it covers, as stated", type="BIGINT")] = None
    is_full_text: Annotated[bool, Column("true where the document is the agreement itself")] = False
    agreement_id: Annotated[str | None, Column("the agreement")] = None


@dataclass(frozen=True, kw_only=True)
class Provision(Fact):
    """One sentence or clause on what must, may or must not happen with technology at work."""

    table: ClassVar[str] = "provisions"

    instrument: Annotated[str, Column("what kind of text makes it", codes.INSTRUMENTS)]
    primary_topic: Annotated[str, Column("its main topic", codes.TOPICS)]
    topics: Annotated[tuple[str, ...], Column("all its topics, the main one first", codes.TOPICS)]
    modality: Annotated[str | None, Column("must, must not, may, is entitled, means", codes.MODALITIES)] = None
    actor: Annotated[str | None, Column("who says or makes it")] = None
    addressee: Annotated[str | None, Column("whom it is addressed to")] = None
    duty_bearer: Annotated[str | None, Column("who is bound", codes.DUTY_BEARERS)] = None
    beneficiary: Annotated[str | None, Column("who gains: employee, union, employer, both")] = None
    notice_days: Annotated[int | None, Column("days of notice (a month is 30, a week 7)")] = None
    technologies: Annotated[tuple[str, ...], Column("technologies as named")] = ()
    article: Annotated[str | None, Column("number of the article it stands in")] = None
    section: Annotated[str | None, Column("number of the section it stands in")] = None
    heading: Annotated[str | None, Column("nearest heading above it")] = None
    instrument_name: Annotated[str | None, Column("name of the agreement or legislation it stands in")] = None
    instrument_id: Annotated[str | None, Column("the agreement or legislation it stands in")] = None


@dataclass(frozen=True, kw_only=True)
class Statistic(Fact):
    """A figure with a meaning."""

    table: ClassVar[str] = "statistics"

    metric: Annotated[str, Column("what is measured, in the sentence's words")]
    value: Annotated[float, Column("the number written out (140 million is 140000000)")]
    unit: Annotated[str, Column("percent, count, people, a span of time, multiple, or an ISO currency code")]
    direction: Annotated[str | None, Column("rise, fall or level", codes.DIRECTIONS)] = None
    period: Annotated[str | None, Column("period it holds for, as stated")] = None
    population: Annotated[str | None, Column("of whom or what")] = None
    attributed_to: Annotated[str | None, Column("who says so, as stated")] = None


@dataclass(frozen=True, kw_only=True)
class Quote(Fact):
    """Words between quotation marks that the text gives to somebody."""

    table: ClassVar[str] = "quotes"

    text: Annotated[str, Column("the words between the marks")]
    speaker_name: Annotated[str | None, Column("who said it; NULL for a letter or report")] = None
    speaker_role: Annotated[str | None, Column("the speaker's role as stated")] = None
    organization_name: Annotated[str | None, Column("the speaker's organization, or the one that speaks")] = None
    person_id: Annotated[str | None, Column("the person")] = None
    organization_id: Annotated[str | None, Column("the organization")] = None


@dataclass(frozen=True, kw_only=True)
class Event(Fact):
    """Something that happened or will happen on a day."""

    table: ClassVar[str] = "events"

    kind: Annotated[str, Column("what kind of event", codes.EVENT_KINDS)]
    name: Annotated[str | None, Column("its name")] = None
    occurred_on: Annotated[date | None, Column("its day; NULL unless the full date is known")] = None
    place: Annotated[str | None, Column("where")] = None
    organizations: Annotated[tuple[str, ...], Column("organizations taking part")] = ()


FACT_TYPES: tuple[type[Fact], ...] = (
    OrganizationMention,
    Affiliation,
    Coalition,
    CoalitionMember,
    Legislation,
    LegislationEvent,
    LegislationPosition,
    Agreement,
    Provision,
    Statistic,
    Quote,
    Event,
)
