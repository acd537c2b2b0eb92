"""HTTP exchanges as WARC records, without what nobody else should read."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from urllib.parse import urlsplit

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sources.addresses import hide
from sources.archive import Archive, Original, warc_date, writer
from sources.wire import Answer

_PRIVATE = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "set-cookie2"})
_CHANGED = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_ADDRESSES = frozenset({"location", "content-location"})
_PROFILES = "http://netpreserve.org/warc/1.0/revisit/"


def write_response(archive: Archive, answer: Answer, about: Mapping[str, str]) -> tuple[str, int]:
    """Archives request and response; returns the file's name and the offset of the response.

    `about` are headers of the record itself.
    """
    made = writer()
    return archive.write(_request(made, answer), _response(made, answer, about))


def write_revisit(archive: Archive, answer: Answer, original: Original, about: Mapping[str, str]) -> None:
    """Archives request and answer, the content being that of a record already archived (or the answer a 304)."""
    made = writer()
    profile = "server-not-modified" if answer.status == 304 else "identical-payload-digest"
    headers = {
        **about,
        "WARC-Date": warc_date(answer.asked_at),
        "WARC-Profile": _PROFILES + profile,
        "WARC-Refers-To": original.record_id,
        "WARC-Refers-To-Target-URI": original.url,
        "WARC-Refers-To-Date": original.date,
    }
    if original.payload_digest:
        headers["WARC-Payload-Digest"] = original.payload_digest
    revisit = made.create_warc_record(
        answer.url, "revisit", http_headers=_http_headers(answer), warc_headers_dict=headers
    )
    archive.write(_request(made, answer), revisit)


def _request(writer: WARCWriter, answer: Answer) -> ArcWarcRecord:
    parts = urlsplit(answer.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = [("Host", parts.netloc), *answer.request_headers]
    kept = [(name, value) for name, value in headers if name.lower() not in _PRIVATE]
    return writer.create_warc_record(
        answer.url,
        "request",
        http_headers=StatusAndHeaders(f"GET {path} HTTP/1.1", kept, is_http_request=True),
        warc_headers_dict={"WARC-Date": warc_date(answer.asked_at)},
    )


def _response(writer: WARCWriter, answer: Answer, about: Mapping[str, str]) -> ArcWarcRecord:
    return writer.create_warc_record(
        answer.url,
        "response",
        payload=BytesIO(answer.body),
        length=len(answer.body),
        http_headers=_http_headers(answer),
        warc_headers_dict={**about, "WARC-Date": warc_date(answer.asked_at)},
    )


def _http_headers(answer: Answer) -> StatusAndHeaders:
    """The response's headers. The body is kept decoded, so headers on its encoding are kept under another name."""
    kept = []
    for name, value in answer.headers:
        if name.lower() in _CHANGED:
            kept.append((f"X-Archive-Orig-{name}", value))
        elif name.lower() not in _PRIVATE:
            kept.append((name, hide(value) if name.lower() in _ADDRESSES else value))
    if answer.status != 304:
        kept.append(("Content-Length", str(len(answer.body))))
    return StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), kept, protocol="HTTP/1.1")
