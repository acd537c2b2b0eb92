"""Sources, captures, documents, passages, spans, and the rows that tell what a run did."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, ClassVar

from records import codes
from records.columns import Column


class SpanError(ValueError):
    """A span that does not lie in its document's text."""


@dataclass(frozen=True, order=True)
class Span:
    """A slice of one document's text, made only by `Document.span`.

    `start` and `end` are half-open offsets in Unicode code points; `page` is 1-based, None where there are no pages.
    """

    document_id: str
    start: int
    end: int
    page: int | None
    quote: str


@dataclass(frozen=True)
class Passage:
    """One piece of a document's structure, in reading order."""

    table: ClassVar[str] = "passages"

    passage_id: Annotated[str, Column("stable id of the passage")]
    document_id: Annotated[str, Column("the document it belongs to")]
    ordinal: Annotated[int, Column("position in reading order, from 0")]
    kind: Annotated[str, Column("what it is", codes.PASSAGE_KINDS)]
    number: Annotated[str | None, Column("its number as printed (`6`, `XXII`, `B-2`)")]
    heading: Annotated[str | None, Column("its heading without the number")]
    heading_path: Annotated[tuple[str, ...], Column("headings above it, outermost first")]
    page_start: Annotated[int | None, Column("1-based page it starts on; NULL where there are no pages")]
    page_end: Annotated[int | None, Column("1-based page it ends on")]
    char_start: Annotated[int, Column("start in `documents.text`")]
    char_end: Annotated[int, Column("end in `documents.text`, exclusive")]
    text: Annotated[
        str, Column("its part of the document's text; NULL in public snapshots unless rights are full", withheld=True)
    ]


@dataclass(frozen=True)
class Document:
    """One document: what is known of it, its cleaned text, and how the text is divided.

    `page_starts` holds the offset at which each page begins (empty where the format has no pages).
    """

    table: ClassVar[str] = "documents"

    document_id: Annotated[str, Column("stable id: a hash of the content")]
    source_id: Annotated[str | None, Column("the source it came from; NULL for a file or address given by hand")]
    url: Annotated[str, Column("where it was first found; a file: URI for a local file")]
    title: Annotated[str | None, Column("its title")]
    publisher: Annotated[str | None, Column("who published it; NULL where it does not say")]
    authors: Annotated[tuple[str, ...], Column("its authors as named")]
    published_on: Annotated[date | None, Column("day of publication; NULL unless a full date is given")]
    document_type: Annotated[str, Column("what kind of document it is", codes.DOCUMENT_TYPES)]
    language: Annotated[str | None, Column("ISO 639-1 code of its language; only English is searched for facts")]
    fetched_at: Annotated[datetime, Column("when the content was first captured")]
    media_type: Annotated[str | None, Column("media type recognized from the content")]
    content_sha256: Annotated[str, Column("sha256 of the bytes as captured")]
    text_sha256: Annotated[str | None, Column("sha256 of `text` in UTF-8")]
    page_count: Annotated[int | None, Column("number of pages; NULL where the format has none")]
    character_count: Annotated[int, Column("length of `text` in Unicode code points")]
    text: Annotated[str | None, Column("the cleaned text; NULL in public snapshots unless `rights` is full")]
    rights: Annotated[str, Column("how much of the text a public snapshot may carry", codes.RIGHTS)]
    duplicate_of: Annotated[str | None, Column("the first document with the same, or nearly the same, text")] = None
    relevance: Annotated[float | None, Column("0 to 1: how far it is about AI or automation and labor")] = None
    status: Annotated[str, Column("how its reading ended", codes.STATUSES)] = "parsed"
    pages_read: Annotated[int | None, Column("pages whose text was read; NULL where the format has no pages")] = None
    pages_by_ocr: Annotated[int | None, Column("of these, pages that were pictures and were recognized")] = None
    ocr_confidence: Annotated[float | None, Column("mean word confidence of the recognized pages, 0 to 100")] = None
    pages_blank: Annotated[int | None, Column("pages that hold no text of their own")] = None
    pages_unread: Annotated[int | None, Column("pages that hold something that could not be read")] = None
    unread_pages: Annotated[str | None, Column("their numbers (`3, 7-9`); NULL where all were read")] = None
    page_starts: tuple[int, ...] = ()
    passages: tuple[Passage, ...] = field(default=(), repr=False)

    def page_at(self, offset: int) -> int | None:
        """The 1-based page that holds `offset`, None where the format has no pages."""
        if not self.page_starts:
            return None
        page = 0
        low, high = 0, len(self.page_starts)
        while low < high:
            middle = (low + high) // 2
            if self.page_starts[middle] <= offset:
                page, low = middle, middle + 1
            else:
                high = middle
        return page + 1

    def span(self, start: int, end: int) -> Span:
        """The span from `start` to `end`, white space at its ends left out: the one way to make a Span.

        Raises SpanError where the offsets do not lie in the text or hold nothing but white space.
        """
        text = self.text or ""
        if not 0 <= start < end <= len(text):
            raise SpanError(f"{self.document_id}: no span {start} to {end} in a text of {len(text)} characters")
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            raise SpanError(f"{self.document_id}: only white space from {start} to {end}")
        return Span(self.document_id, start, end, self.page_at(start), text[start:end])


@dataclass(frozen=True)
class Issue:
    """What went wrong or was not understood, in words for a person."""

    table: ClassVar[str] = "issues"

    issue_id: Annotated[str, Column("id of the row")]
    run_id: Annotated[str | None, Column("the run that noticed it")]
    stage: Annotated[str, Column("where on a document's way it happened", codes.STAGES)]
    source_id: Annotated[str | None, Column("the source concerned")]
    document_id: Annotated[str | None, Column("the document concerned; NULL where there is none")]
    code: Annotated[str, Column("short name of the kind of issue")]
    severity: Annotated[str, Column("how bad it is", codes.SEVERITIES)]
    message: Annotated[str, Column("what happened, to which document, what to do")]


@dataclass(frozen=True)
class Capture:
    """One attempt to get something from an address."""

    table: ClassVar[str] = "captures"

    capture_id: Annotated[str, Column("id of the attempt")]
    source_id: Annotated[str | None, Column("the source it was made for")]
    url: Annotated[str, Column("the address asked for")]
    final_url: Annotated[str | None, Column("the address that answered, after redirects")]
    fetched_at: Annotated[datetime, Column("when")]
    http_status: Annotated[int | None, Column("HTTP status; NULL for files and where no answer came")]
    media_type: Annotated[str | None, Column("media type as declared")]
    byte_count: Annotated[int | None, Column("bytes of content after decoding", type="BIGINT")]
    content_sha256: Annotated[str | None, Column("sha256 of the content")]
    etag: Annotated[str | None, Column("ETag header")]
    last_modified: Annotated[str | None, Column("Last-Modified header")]
    warc_file: Annotated[str | None, Column("file under `archive/` that holds the response")]
    warc_offset: Annotated[int | None, Column("offset of its record in that file", type="BIGINT")]
    outcome: Annotated[str, Column("what came of it", codes.OUTCOMES)]
    error: Annotated[str | None, Column("what went wrong, in words")]


@dataclass(frozen=True)
class Source:
    """Where documents come from, as the catalogue tells it."""

    table: ClassVar[str] = "sources"

    source_id: Annotated[str, Column("id: the catalogue file's name")]
    title: Annotated[str, Column("name of the source")]
    publisher: Annotated[str | None, Column("who publishes there")]
    document_type: Annotated[str | None, Column("kind of document it mostly brings", codes.DOCUMENT_TYPES)]
    homepage: Annotated[str | None, Column("its home page")]
    discovery: Annotated[str, Column("how its documents are found: feed, sitemap, index, folder, or the API's name")]
    address: Annotated[str, Column("the feed, sitemap, page, API or folder that is read")]
    rights: Annotated[str, Column("how much of its text a public snapshot may carry", codes.RIGHTS)] = "quote"
    rights_basis: Annotated[str | None, Column("licence or statement the rights rest on")] = None
    licence: Annotated[str | None, Column("licence its documents are under; NULL where none is stated")] = None
    language: Annotated[str | None, Column("main language, ISO 639-1")] = None
    country: Annotated[str | None, Column("country, ISO 3166 alpha-2, or EU")] = None
    cadence_hours: Annotated[int | None, Column("how often it is worth asking, in hours")] = None
    delay_seconds: Annotated[float | None, Column("least pause between two requests to its server")] = None
    silence_days: Annotated[int | None, Column("longest silence that is normal, in days")] = None
    expect_min: Annotated[int | None, Column("fewest documents a reading should find")] = None
    expect_max: Annotated[int | None, Column("most documents a reading should bring")] = None
    selector: Annotated[str | None, Column("CSS selector of the items or links of an index page")] = None
    next_selector: Annotated[str | None, Column("CSS selector of the link to the next index page")] = None
    page_limit: Annotated[int | None, Column("most pages of an index or API read in one refresh")] = None
    query: Annotated[str | None, Column("what an API is asked for")] = None
    follow: Annotated[str | None, Column("CSS selector of links in its pages that are followed, one step")] = None
    keep_pages: Annotated[bool, Column("whether pages that lead to documents are documents themselves")] = True
    include: Annotated[tuple[str, ...], Column("regular expressions; an address must match one if there are any")] = ()
    exclude: Annotated[tuple[str, ...], Column("regular expressions; an address that matches one is left out")] = ()
    titles: Annotated[tuple[str, ...], Column("regular expressions; a title must match one if there are any")] = ()
    contact: Annotated[str | None, Column("whom to write to about the source")] = None
    key: Annotated[str | None, Column("environment variable with the access key it needs")] = None
    notes: Annotated[str | None, Column("what else a maintainer should know")] = None


@dataclass(frozen=True)
class Run:
    """What one run of the pipeline did."""

    table: ClassVar[str] = "runs"

    run_id: Annotated[str, Column("id of the run")]
    kind: Annotated[str, Column("ingest or refresh")]
    started_at: Annotated[datetime, Column("when it began")]
    finished_at: Annotated[datetime | None, Column("when it ended")]
    exit_code: Annotated[int | None, Column("0 well, 1 not published, 2 wrong usage, 3 published with failures")]
    snapshot_id: Annotated[str | None, Column("the snapshot that was current when it ended")]
    documents_seen: Annotated[int, Column("documents and addresses looked at")]
    documents_new: Annotated[int, Column("contents not seen before")]
    documents_parsed: Annotated[int, Column("documents read in this run")]
    documents_extracted: Annotated[int, Column("documents searched for facts in this run")]
    issues: Annotated[int, Column("issues noticed, information aside")]


@dataclass(frozen=True)
class SourceRun:
    """How one source fared in one run."""

    table: ClassVar[str] = "source_runs"

    run_id: Annotated[str, Column("the run")]
    source_id: Annotated[str, Column("the source")]
    outcome: Annotated[str, Column("how it went", codes.SOURCE_OUTCOMES)]
    seen: Annotated[int, Column("documents it offered that were asked for")]
    new: Annotated[int, Column("with content not seen before")]
    unchanged: Annotated[int, Column("with the same content as before, or a 304")]
    failed: Annotated[int, Column("without a usable answer")]
    disallowed: Annotated[int, Column("that robots.txt or policy forbids")]
    is_stale: Annotated[bool, Column("true where its rows in the warehouse could not be brought up to date")]
    why: Annotated[str | None, Column("what was wrong, in words")]


@dataclass(frozen=True)
class Organization:
    """One organization, whatever documents call it."""

    table: ClassVar[str] = "organizations"

    organization_id: Annotated[str, Column("stable id: a hash of the name's key")]
    name: Annotated[str, Column("its name")]
    kind: Annotated[str | None, Column("what it is", codes.ORGANIZATION_KINDS)]
    acronym: Annotated[str | None, Column("its acronym")]
    aliases: Annotated[tuple[str, ...], Column("other names documents or the lexicon use")]
    country: Annotated[str | None, Column("country, ISO 3166 alpha-2, or EU")]
    parent_organization_id: Annotated[str | None, Column("the organization it belongs to")]
    wikidata_id: Annotated[str | None, Column("Wikidata item")]


@dataclass(frozen=True)
class AgreementLink:
    """How an agreement whose text is at hand stands to the others: its line, the one before it, the one it changes."""

    table: ClassVar[str] = "agreement_links"

    agreement_id: Annotated[str, Column("the agreement")]
    document_id: Annotated[str, Column("the document that is its text")]
    part: Annotated[str, Column("what it is", codes.AGREEMENT_PARTS)]
    series_id: Annotated[str, Column("the line of successive agreements of the same parties: its earliest one's id")]
    predecessor_id: Annotated[str | None, Column("the agreement before it in that line")]
    amends_id: Annotated[str | None, Column("the agreement that this letter or supplement belongs to")]


@dataclass(frozen=True)
class ClauseComparison:
    """A clause on technology against its counterpart in the agreement before, or in a sister agreement."""

    table: ClassVar[str] = "clause_comparisons"

    agreement_id: Annotated[str, Column("the agreement")]
    against_id: Annotated[str, Column("the agreement it is held against")]
    relation: Annotated[str, Column("what the other one is to it", codes.AGREEMENT_RELATIONS)]
    change: Annotated[str, Column("what became of the clause", codes.CLAUSE_CHANGES)]
    fact_id: Annotated[str | None, Column("the clause in the agreement; NULL where it was dropped")]
    against_fact_id: Annotated[
        str | None, Column("the clause in the other; NULL where it was added, or is no fact there")
    ]
    likeness: Annotated[float, Column("0 to 1: how many of their words the two share")]
    redline: Annotated[str, Column("the clause; `[-words-]` stand only in the other, `{+words+}` only in this one")]


@dataclass(frozen=True)
class Change:
    """A fact that a snapshot added, removed or changed against the one before."""

    table: ClassVar[str] = "changes"

    snapshot_id: Annotated[str, Column("the snapshot that brought the change")]
    table_name: Annotated[str, Column("the fact's table")]
    fact_id: Annotated[str, Column("the fact")]
    change: Annotated[str, Column("what happened to it", codes.CHANGES)]
    cause: Annotated[str, Column("why", codes.CAUSES)]


@dataclass(frozen=True)
class Quality:
    """Precision and recall of one table on a gold set."""

    table: ClassVar[str] = "quality"

    gold_set: Annotated[str, Column("name of the gold set")]
    measured_at: Annotated[datetime, Column("when")]
    table_name: Annotated[str, Column("the table measured")]
    measure: Annotated[str, Column("`facts`, or the attribute judged on the right facts")]
    gold: Annotated[int, Column("facts in the gold set, or attributes judged")]
    found: Annotated[int, Column("facts found")]
    correct: Annotated[int, Column("facts found that are in the gold set, or attributes right")]
    precision: Annotated[float | None, Column("share of the found that is right")]
    recall: Annotated[float | None, Column("share of the gold that is found")]
    f1: Annotated[float | None, Column("harmonic mean of the two; for attributes, the share right")]
