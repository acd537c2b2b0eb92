"""How Prefect is set up before it is imported: quiet, without telemetry, with an API of its own where none is given.

Prefect needs an API server to run a flow. Unless `PREFECT_API_URL` names one, it starts its own while the flow runs.
The background services of that server (schedules, late runs, events) have nothing to do in a single run and are off.
"""

from __future__ import annotations

import os

_ALWAYS = {"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1", "PREFECT_LOGGING_LEVEL": "ERROR"}
_OWN_API = {
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_LATE_RUNS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_CANCELLATION_CLEANUP_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_FOREMAN_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_PAUSE_EXPIRATIONS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}


def prepare() -> None:
    """Sets what the environment does not set itself. To be called before Prefect is first imported."""
    for name, value in (_ALWAYS | ({} if "PREFECT_API_URL" in os.environ else _OWN_API)).items():
        os.environ.setdefault(name, value)
