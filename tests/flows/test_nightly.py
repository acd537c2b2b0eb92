"""The nightly refresh as an operator has it: scheduled by a real Prefect server, and told of when all is not well."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.api import _free_port
from tests.conftest import ROOT, Ended
from tests.flows.test_refresh import Site, catalogue

PREFECT = Path(sys.executable).with_name("prefect")
LOOPBACK = {"STEWARD_ALLOW_HOSTS": "127.0.0.1", "STEWARD_DELAY": "0"}
PATIENCE = 240  # seconds: the machine may be busy


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


@contextmanager
def running(*command: str | Path, env: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, which ends with the block."""
    made = subprocess.Popen(
        [*map(str, command)],
        env=dict(env),
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield made
    finally:
        with suppress(ProcessLookupError):
            os.killpg(made.pid, signal.SIGTERM)
        try:
            made.wait(timeout=20)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(made.pid, signal.SIGKILL)
            made.wait(timeout=20)


def until(what: Callable[[], Any]) -> Any:
    """The first true answer, asked for again and again."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError):
            if answer := what():
                return answer
        time.sleep(0.2)
    raise AssertionError("it did not come")


def asked(api: str, path: str, body: object = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{api}{path}", data=data, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read())


@contextmanager
def prefect_server(home: Path) -> Iterator[tuple[dict[str, str], subprocess.Popen[bytes]]]:
    """A Prefect server on loopback with its scheduler, and the environment in which commands talk to it."""
    port = _free_port()
    api = f"http://127.0.0.1:{port}/api"
    env = {
        **os.environ,
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "5",
        "PYTHONPATH": str(ROOT),
        "PATH": f"{PREFECT.parent}{os.pathsep}{os.environ['PATH']}",
    }
    with running(PREFECT, "server", "start", "--host", "127.0.0.1", "--port", str(port), "--no-ui", env=env) as server:
        until(lambda: asked(api, "/health"))
        yield {**env, "PREFECT_API_URL": api}, server


def prefect(env: Mapping[str, str], *arguments: str | Path) -> None:
    command = [str(PREFECT), "--no-prompt", *map(str, arguments)]
    done = subprocess.run(
        command, env=dict(env), cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def told(data: Path, sql: str) -> list[tuple[Any, ...]]:
    con = duckdb.connect(str(data / "warehouse.duckdb"), read_only=True)
    try:
        return con.execute(sql).fetchall()
    finally:
        con.close()


def test_a_scheduled_refresh_runs_and_reports(site: Site, tmp_path: Path) -> None:
    folder, data = catalogue(tmp_path / "catalogue", site.base), tmp_path / "data"
    with prefect_server(tmp_path / "prefect") as (env, _):
        api = env["PREFECT_API_URL"]
        prefect(env, "work-pool", "create", "--type", "process", "steward")
        prefect(env, "deploy", "--name", "nightly", "--interval", "20", "--param", f"catalogue={folder}")
        worker = {**env, **LOOPBACK, "STEWARD_DATA": str(data)}
        with running(PREFECT, "worker", "start", "--pool", "steward", "--limit", "1", env=worker):
            ended = {"flow_runs": {"state": {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}}}}
            run, *_ = until(lambda: asked(api, "/flow_runs/filter", ended))
        assert (run["state_name"], run["auto_scheduled"]) == ("PublishedWithFailures", True)
        (report,) = asked(api, "/artifacts/latest/filter", {})
        tasks = asked(api, "/task_runs/filter", {})
    assert report["key"] == "steward-refresh"
    assert "| gone | failed | 0 | 0 |" in report["data"]
    assert "| works-daily | ok | 3 | 2 |" in report["data"]
    assert {"gone", "works-daily", "build, check, publish"} <= {task["name"].rsplit("-", 1)[0] for task in tasks} | {
        task["name"] for task in tasks
    }
    assert told(data, "select source_id, outcome, new, disallowed, is_stale from source_runs order by 1") == [
        ("gone", "failed", 0, 0, True),
        ("works-daily", "ok", 2, 1, False),
    ]


class Waiting(Site):
    """A site that answers for its first story only when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.let = threading.Event(), threading.Event()

    def answer(self, path: str) -> tuple[bytes | None, str]:
        if path == "/story-1":
            self.reached.set()
            self.let.wait(PATIENCE)
        return super().answer(path)


def test_a_server_that_goes_away_does_not_take_the_run_with_it(steward: Callable[..., Ended], tmp_path: Path) -> None:
    site, data = Waiting(), tmp_path / "data"
    folder = catalogue(tmp_path / "catalogue", site.base)
    ended: list[Ended] = []
    with prefect_server(tmp_path / "prefect") as (env, server):
        known = {"PREFECT_API_URL": env["PREFECT_API_URL"], **LOOPBACK}
        run = threading.Thread(
            target=lambda: ended.append(steward("refresh", "--catalogue", folder, "--data", data, env=known))
        )
        run.start()
        assert site.reached.wait(PATIENCE)
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(timeout=20)
        site.let.set()
        run.join(PATIENCE)
    site.server.shutdown()
    site.server.server_close()
    assert ended[0].code == 3, ended[0].err  # as without Prefect: one source is gone
    assert "Prefect's API" in ended[0].err
    assert "could not be reached" in ended[0].err
    assert told(data, "select count(*) from documents") == [(2,)]
    (report,) = (data / "reports").glob("*.json")
    assert "not complete" in json.loads(report.read_text())["untold"]


def test_a_refresh_says_how_each_source_fared(site: Site, steward: Callable[..., Ended], tmp_path: Path) -> None:
    folder, data = catalogue(tmp_path / "catalogue", site.base), tmp_path / "data"
    heard = tmp_path / "heard.json"
    hook = f"{sys.executable} -c 'import sys; open(sys.argv[1], \"w\").write(sys.stdin.read())' {heard}"
    first = steward(
        "refresh", "--catalogue", folder, "--data", data, env={**LOOPBACK, "STEWARD_NOTIFY": hook}, timeout=PATIENCE
    )
    assert first.code == 3, first.err
    assert "gone         failed" in first.out
    report = json.loads(heard.read_text())
    assert (report["exit_code"], report["kind"], report["failure"]) == (3, "refresh", None)
    assert {row["source_id"]: row["outcome"] for row in report["sources"]} == {"gone": "failed", "works-daily": "ok"}
    (file,) = (data / "reports").glob("*.json")
    assert json.loads(file.read_text()) == report
    health = told(data, "select source_id, outcome, is_stale, documents, new from source_health order by 1")
    assert health == [("gone", "failed", True, 0, 0), ("works-daily", "ok", False, 2, 2)]
    assert "source gone: failed; last answer never" in steward("status", "--data", data).out

    site.stories = []
    site.answer = lambda path: (None, "")  # type: ignore[method-assign]
    again = steward("refresh", "--catalogue", folder, "--data", data, env={**LOOPBACK, "STEWARD_NOTIFY": "false"})
    assert again.code == 3
    assert "nobody was notified: false ended with 1" in again.err
    health = told(data, "select source_id, outcome, is_stale, documents from source_health order by 1")
    assert health == [("gone", "failed", True, 0), ("works-daily", "failed", True, 2)]
    assert "source works-daily: failed, stale" in steward("status", "--data", data).out


def test_a_web_hook_is_sent_the_report(steward: Callable[..., Ended], tmp_path: Path) -> None:
    got: list[dict[str, Any]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(500 if len(got) > 1 else 204)
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    hook = f"http://127.0.0.1:{server.server_address[1]}/secret-key"
    env = {"STEWARD_NOTIFY": hook, "STEWARD_NOTIFY_ON": "always"}
    (tmp_path / "note.txt").write_text("The union said on Monday that it wants a say in software.")
    first = steward("ingest", tmp_path / "note.txt", "--data", tmp_path / "data", env=env)
    assert (first.code, got[0]["exit_code"], got[0]["documents_new"]) == (0, 0, 1)
    second = steward("ingest", tmp_path / "note.txt", "--data", tmp_path / "data", env=env)
    assert second.code == 0
    assert "the hook at 127.0.0.1 answered 500" in second.err
    assert "secret-key" not in second.err
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("age", "code", "says"),
    [
        ("36h", 0, ""),
        ("1d", 0, ""),
        ("0m", 1, "the last refresh that published ended"),
        ("soon", 2, "--max-age is 'soon'; it must be a number with m, h or d, such as 36h"),
    ],
)
def test_a_watchdog_is_told_by_the_exit_code(
    age: str, code: int, says: str, refreshed: Path, steward: Callable[..., Ended]
) -> None:
    ended = steward("status", "--data", refreshed, "--max-age", age)
    assert (ended.code, says in ended.err) == (code, True)


def test_a_watchdog_is_told_where_nothing_was_ever_refreshed(steward: Callable[..., Ended], tmp_path: Path) -> None:
    ended = steward("status", "--data", tmp_path, "--max-age", "36h")
    assert (ended.code, "no refresh has ever published" in ended.err) == (1, True)


@pytest.fixture(scope="module")
def refreshed(steward: Callable[..., Ended], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one refresh, of a source that is a folder."""
    home = tmp_path_factory.mktemp("refreshed")
    (home / "inbox").mkdir()
    (home / "inbox" / "note.txt").write_text("The union said on Monday that it wants a say in software.")
    (home / "catalogue").mkdir()
    (home / "catalogue" / "inbox.yaml").write_text(
        f"title: Inbox\npublisher: Us\nhomepage: https://us.example/\nrights: quote\nrights_basis: ours\nlanguage: en\n"
        f"country: US\ncontact: nobody\ndocument_type: news\ndiscovery:\n  kind: folder\n  address: {home / 'inbox'}\n"
    )
    ended = steward("refresh", "--catalogue", home / "catalogue", "--data", home / "data")
    assert ended.code == 0, ended.err
    return home / "data"
