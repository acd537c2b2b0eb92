"""Bills over a small API on loopback: record, text and history come in, night after night; the key stays out."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import duckdb
import pytest

from tests.conftest import Ended

KEY = "open-sesame-4711"
STEPS = [
    {
        "date": "2026-01-07",
        "description": "Introduced In Senate - Assigned to Labor",
        "organization": {"name": "Senate"},
    },
    {"date": "2026-11-12", "description": "Third Reading Passed - No Amendments", "organization": {"name": "Senate"}},
]
TEXT = """<html lang="en"><head><title>SB 9919</title></head><body><h1>SB 9919</h1><p>AN ACT relating to machines.</p>
<p>SECTION 1. This act may be cited as the Machines That Hire Act.</p>
<p>SECTION 2. An employer shall have an automated hiring system audited once a year by an independent auditor.</p>
<p>SECTION 3. An employer shall give applicants 30 days of notice before it uses an automated hiring system.</p>
</body></html>"""


class Api:
    """An API with one bill that moves on, and a legislature's site with its text."""

    def __init__(self) -> None:
        self.steps = 1
        self.asked: list[tuple[str, str | None]] = []
        api = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                api.asked.append((self.path, self.headers.get("X-Api-Key")))
                body, kind = api.answer(self.path)
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        self.base = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, path: str) -> tuple[bytes, str]:
        parts = urlsplit(path)
        bill = {
            "id": "ocd-bill/1", "identifier": "SB9919", "title": "Machines That Hire Act", "session": "2026",
            "jurisdiction": {"id": "ocd-jurisdiction/country:us/state:co/government", "name": "Colorado"},
            "updated_at": "2026-11-12T00:00:00+00:00", "first_action_date": "2026-01-07",
        }  # fmt: skip
        if parts.path == "/bills" and dict(parse_qsl(parts.query))["q"] == "machines":
            return json.dumps(
                {"results": [bill], "pagination": {"page": 1, "max_page": 1}}
            ).encode(), "application/json"
        if parts.path == "/bills/ocd-bill/1":
            links = [{"media_type": "text/html", "url": f"http://localhost:{self.port}/sb9919.html"}]
            versions = [{"date": "2026-01-07", "note": "Introduced", "links": links}]
            whole = bill | {"actions": STEPS[: self.steps], "versions": versions}
            return json.dumps(whole).encode(), "application/json"
        return (TEXT.encode(), "text/html") if parts.path == "/sb9919.html" else (b"", "text/plain")


@pytest.fixture
def api() -> Iterator[Api]:
    made = Api()
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_a_bill_and_its_history(api: Api, steward: Callable[..., Ended], tmp_path: Path) -> None:
    folder, data = tmp_path / "catalogue", tmp_path / "data"
    folder.mkdir()
    (folder / "colorado.yaml").write_text(
        f"title: Colorado\ndocument_type: legislation\nrights: full\nrights_basis: a test\nkey: TEST_BILLS_KEY\n"
        f"discovery:\n  kind: open_states\n  address: {api.base}/bills?jurisdiction=co\n  query: machines\n"
    )
    env = {"STEWARD_ALLOW_HOSTS": "127.0.0.1,localhost", "STEWARD_DELAY": "0"}

    def night(**more: str) -> Ended:
        return steward("refresh", "--catalogue", folder, "--data", data, env=env | more)

    without = night()
    assert without.code == 3 and "set TEST_BILLS_KEY" in without.err
    assert api.asked == []
    outputs = [night(TEST_BILLS_KEY=KEY)]
    api.steps = 2
    outputs.append(night(TEST_BILLS_KEY=KEY))
    assert [ended.code for ended in outputs] == [0, 0], outputs[-1].err
    with duckdb.connect(str(data / "warehouse.duckdb"), read_only=True) as con:
        told = con.execute("select code from issues where source_id = 'colorado'").fetchall()
        assert told == [("no_key",)]
        tracked = con.execute(
            "select name, bill_number, jurisdiction, status, last_step_on::varchar, history from legislation_tracker"
        ).fetchall()
        assert tracked == [
            (
                "Machines That Hire Act",
                "SB 9919",
                "US-CO",
                "passed_chamber",
                "2026-11-12",
                [f"{step['date']} {step['description']}" for step in STEPS],
            )
        ]
        learned = con.execute(
            "select kind, count(*) over (), learned_at from legislation_history order by occurred_on"
        ).fetchall()
        assert [(row[0], row[1]) for row in learned] == [("introduced", 2), ("passed_chamber", 2)]
        assert learned[0][2] < learned[1][2]
        laws = con.execute(
            "select count(distinct legislation_id), count(distinct document_id) from legislation"
        ).fetchone()
        assert laws == (1, 3)
        provisions = con.execute("select distinct instrument_name from provisions").fetchall()
        assert provisions == [("Machines That Hire Act",)]
    keyed = {path for path, key in api.asked if key == KEY}
    assert keyed == {path for path, _ in api.asked if path.startswith("/bills")}
    told_of = "".join(ended.out + ended.err for ended in outputs)
    assert KEY not in told_of
    for path in data.rglob("*"):
        if path.is_file():
            assert KEY.encode() not in path.read_bytes(), path
