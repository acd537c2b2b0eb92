"""A second opinion enters only where the text bears it out; the endpoint is a server on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from extractors.base import Reading, extractors
from extractors.opinion import Opinion, OpinionError
from records.facts import Fact
from tests.support import document

TEXT = """The harbor went quiet when the scanners came.

Wages at the port sank by a tenth that winter, and nobody wrote it down.

Mara Lind keeps the books of the Pier Hands."""
SANK = "Wages at the port sank by a tenth that winter, and nobody wrote it down."


def statistic(quote: str = SANK, **changes: object) -> dict[str, object]:
    told = {"metric": "Wages at the port", "value": 10, "unit": "percent", "direction": "decrease"} | changes
    return {"table": "statistics", "quote": quote, "fields": told}


class Model:
    """An endpoint that answers what it is told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.content: str = json.dumps({"facts": []})
        self.status = 200
        self.asked: list[dict[str, Any]] = []
        self.headers: list[str | None] = []
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                model.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                model.headers.append(self.headers.get("Authorization"))
                body = json.dumps({"choices": [{"message": {"content": model.content}}]}).encode()
                self.send_response(model.status if self.path == "/v1/chat/completions" else 404)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def say(self, *facts: object) -> None:
        self.content = json.dumps({"facts": facts})


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Model]:
    made = Model()
    monkeypatch.setenv("STEWARD_MODEL_URL", made.url + "/")
    monkeypatch.setenv("STEWARD_MODEL", "small-one")
    monkeypatch.setenv("STEWARD_MODEL_KEY", "hidden-key")
    yield made
    made.server.shutdown()
    made.server.server_close()


def opinions(text: str = TEXT) -> list[Fact]:
    return list(Opinion().extract(Reading(document(text))))


def test_a_proposal_that_the_text_bears_out_is_a_fact(model: Model) -> None:
    model.say(statistic(SANK.replace("port sank", "port\n  sank")))
    (fact,) = opinions()
    assert (fact.table, fact.span.quote, fact.confidence) == ("statistics", SANK, 0.5)
    assert (fact.metric, fact.value, fact.unit, fact.direction) == ("Wages at the port", 10.0, "percent", "decrease")  # type: ignore[attr-defined]
    (asked,) = model.asked
    assert (asked["model"], asked["temperature"], asked["messages"][1]["content"]) == ("small-one", 0, TEXT)
    assert model.headers == ["Bearer hidden-key"]


@pytest.mark.parametrize(
    "proposal",
    [
        statistic("Wages at the port sank by a tenth."),
        statistic(""),
        statistic(metric="pay on the docks"),
        statistic(direction="plunge"),
        statistic(unit="tenths"),
        statistic(value="ten"),
        statistic(value=True),
        {"table": "statistics", "quote": SANK, "fields": {"value": 10}},
        {"table": "rumors", "quote": SANK, "fields": {}},
        {"table": "organization_mentions", "quote": SANK, "fields": {"organization_name": "Pier Hands"}},
        {"table": "statistics", "quote": SANK},
        {"table": "affiliations", "quote": "Mara Lind keeps the books of the Pier Hands.", "fields": {"role": "clerk"}},
        {
            "table": "agreements",
            "quote": SANK,
            "fields": {"unions": ["Pier Hands", "Crane Hands"], "effective_on": "2031-01-01"},
        },
        {"table": "agreements", "quote": SANK, "fields": {"unions": ["Pier Hands"], "effective_on": "that winter"}},
        "nonsense",
    ],
)
def test_a_proposal_that_it_does_not_is_none(proposal: object, model: Model) -> None:
    model.say(proposal)
    assert opinions() == []


def test_what_the_rules_found_is_not_told_twice(model: Model) -> None:
    said = "The survey found that 40 percent of clerks fear for their jobs."
    model.say(statistic(said, metric="clerks", value=40, direction=None))
    assert opinions(said) == []


def test_a_long_text_is_sent_in_parts(model: Model) -> None:
    text = "\n\n".join(f"Paragraph {n} of a long text on cranes. {'It goes on. ' * 30}" for n in range(90))
    opinions(text)
    parts = [asked["messages"][1]["content"] for asked in model.asked]
    assert "".join(parts) == (document(text).text or "")
    assert max(map(len, parts)) <= 12_000


@pytest.mark.parametrize(
    ("status", "content", "says"),
    [
        (500, "{}", "answered 500"),
        (200, "no JSON", "in another form"),
        (200, "[]", "in another form"),
        (200, "{}", "in another form"),
        (307, "{}", "answered 307"),
    ],
)
def test_an_endpoint_that_gives_no_answer_is_told(status: int, content: str, says: str, model: Model) -> None:
    model.status, model.content = status, content
    with pytest.raises(OpinionError, match=says) as told:
        opinions()
    assert "hidden-key" not in str(told.value)


def test_an_endpoint_that_is_gone_is_told(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEWARD_MODEL_URL", "http://127.0.0.1:1/hidden-path")
    with pytest.raises(OpinionError, match="could not be asked") as told:
        opinions()
    assert "hidden-path" not in str(told.value)


def test_it_is_off_unless_an_endpoint_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STEWARD_MODEL_URL", raising=False)
    assert not Opinion.is_on()
    assert Opinion not in extractors()
