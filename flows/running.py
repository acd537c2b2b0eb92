"""Runs a flow with Prefect's API at hand, and gives its report whatever becomes of Prefect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flows.api import prefect_api
from flows.progress import Reporter
from flows.report import Report


def run(flow: Callable[[Any, Reporter], object], reporter: Reporter) -> Report:
    """Calls `flow` with the module `flows.pipeline` and the reporter; returns how the run ended.

    Raises what stops the run. An error of Prefect's after the run's own end (it could not be told, or was told of
    failure and raises it) is none of the run's.
    """
    try:
        with prefect_api() as pipeline:
            flow(pipeline, reporter)
    except Exception:
        if reporter.report is None:
            raise
    if reporter.report is None:
        raise RuntimeError("the run ended without a report; see Prefect's log")
    return reporter.report
