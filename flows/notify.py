"""Tells an operator how a run ended: a command that gets the report on its standard input, or a web hook.

`STEWARD_NOTIFY` names it: an address (http or https) is sent the report by POST, anything else is a command line that
is run without a shell. `STEWARD_NOTIFY_ON` says when: `trouble` (the default: exit codes other than 0) or `always`.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import urllib.parse
from collections.abc import Mapping
from typing import Any

import requests

WHEN = ("trouble", "always")
_SECONDS = 20


class NotifyError(RuntimeError):
    """The operator could not be told; the message says why."""


def notify(report: Mapping[str, Any]) -> str | None:
    """Tells of a run's report where that is asked for; returns who was told, None where nobody is to be.

    Raises NotifyError where the command fails or the hook does not answer with a status below 400.
    """
    target = os.environ.get("STEWARD_NOTIFY", "").strip()
    when = os.environ.get("STEWARD_NOTIFY_ON", "").strip() or "trouble"
    if not target or (when != "always" and report.get("exit_code") == 0):
        return None
    text = json.dumps(report, default=str, ensure_ascii=False)
    if urllib.parse.urlsplit(target).scheme in ("http", "https"):
        return _post(target, text)
    return _run(target, text)


def _post(address: str, text: str) -> str:
    host = urllib.parse.urlsplit(address).hostname or "the hook"
    try:
        answer = requests.post(
            address, data=text.encode(), headers={"Content-Type": "application/json"}, timeout=_SECONDS
        )
    except requests.RequestException as error:  # its text would show the address, which may hold a key
        raise NotifyError(f"the hook at {host} could not be told: {type(error).__name__}") from None
    if answer.status_code >= 400:
        raise NotifyError(f"the hook at {host} answered {answer.status_code}")
    return host


def _run(line: str, text: str) -> str:
    try:
        command = shlex.split(line)
        done = subprocess.run(command, input=text, text=True, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, ValueError, IndexError, subprocess.TimeoutExpired) as error:
        raise NotifyError(f"the command of STEWARD_NOTIFY could not be run: {error}") from error
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise NotifyError(f"{command[0]} ended with {done.returncode}: {last}")
    return command[0]
