"""The Prefect API a run talks to. Without `PREFECT_API_URL` Steward starts one beside itself, for the time of the run.

Prefect can start one itself, but first imports the whole server into the process that wants to run a flow, and then
again into the server's: six seconds. Started here, the server comes up while the flow's own modules are imported.
It ends when the run does, even a killed one: it watches a pipe that only the run holds open.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import NoReturn

# what goes wrong is said by the command in words, and with STEWARD_DEBUG in full: Prefect's log would print it again
_ALWAYS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_CLIENT_MAX_RETRIES": "3",  # some 15 seconds; then the run goes on without the API
}
_IDLE = ("SCHEDULER", "LATE_RUNS", "TRIGGERS", "CANCELLATION_CLEANUP", "FOREMAN", "PAUSE_EXPIRATIONS", "REPOSSESSOR")
_SERVER = {
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT__SERVER_WEBSERVER_ONLY": "1",
    "PREFECT_SERVER_UI_ENABLED": "false",
    **{f"PREFECT_SERVER_SERVICES_{name}_ENABLED": "false" for name in _IDLE},
}
_PATIENCE = 180.0  # seconds: the first start on a machine makes Prefect's database, and the machine may be busy
_PAUSE = 0.05
_FAREWELL = 2.0  # seconds for the server to write down what it was told last


class ApiError(RuntimeError):
    """Prefect's API did not start."""


@dataclass(frozen=True)
class _Server:
    """Our server's process and the port it listens on."""

    process: subprocess.Popen[bytes]
    port: int


_begun: list[_Server] = []
_ours = False


def begin() -> None:
    """Starts the server, unless `PREFECT_API_URL` names another; done first, all imports of the run go on beside it."""
    global _ours  # noqa: PLW0603 - there is one API for one process
    for name, value in _ALWAYS.items():
        os.environ.setdefault(name, value)
    if _begun or os.environ.get("PREFECT_API_URL"):
        return
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "flows.api", str(port)],
        env={**os.environ, **_SERVER},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{port}/api"
    _spare_proxies()
    _begun.append(_Server(process, port))
    _ours = True


@contextlib.contextmanager
def prefect_api() -> Iterator[ModuleType]:
    """The module `flows.pipeline`, ready to run flows against the API. To be entered before Prefect is first imported.

    Raises ApiError where the API does not answer within three minutes.
    """
    begin()
    try:
        pipeline = importlib.import_module("flows.pipeline")
        pipeline.prepare()
        if not _begun:
            yield pipeline
            return
        _wait_for(_begun[0])
        with pipeline.without_heartbeat():
            yield pipeline
    finally:
        _end()


def was_ours() -> bool:
    """Whether Steward started the API of this run itself: then nobody looks at it afterwards."""
    return _ours


def _end() -> None:
    while _begun:
        server = _begun.pop()
        os.environ.pop("PREFECT_API_URL", None)
        server.process.terminate()
        try:
            server.process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            server.process.kill()
            server.process.wait()


def _spare_proxies() -> None:
    """Keeps what is said to this machine from being sent to a proxy."""
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = ",".join(part for part in (os.environ.get(name), "127.0.0.1,localhost") if part)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(server: _Server) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.process.poll() is None:
        with (
            contextlib.suppress(urllib.error.URLError, OSError),
            urllib.request.urlopen(f"http://127.0.0.1:{server.port}/api/health", timeout=5) as answer,
        ):
            if answer.status == 200:
                return
        time.sleep(_PAUSE)
    raise ApiError(
        "Prefect's API did not start; try `prefect server start` to see why, or name a running one with PREFECT_API_URL"
    )


def _serve(port: int) -> None:
    """The server's process: ends as soon as standard input does."""
    threading.Thread(target=_leave_with_the_run, daemon=True).start()
    import uvicorn  # noqa: PLC0415 - only the server's process needs it

    app = "prefect.server.api.server:create_app"
    uvicorn.run(app, factory=True, host="127.0.0.1", port=port, log_level="critical")


def _leave_with_the_run() -> None:
    sys.stdin.read()
    os._exit(0)


def leave(code: int) -> NoReturn:
    """Ends this process at once with an exit code: what libraries would still do at its end is left undone."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
