"""Hosts as Steward treats them: one request at a time, a pause after each, and none at all where one asks for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from sources.addresses import Guard
from sources.wire import FetchLimits, Line


class Host:
    """One host: its session, its pause, and why it is left alone, if it is. May be shared by threads."""

    def __init__(self, name: str, guard: Guard, limits: FetchLimits, user_agent: str) -> None:
        self.name = name
        self.line = Line(guard, limits, user_agent)
        self.rest: str | None = None
        self._limits = limits
        self._delay = limits.delay_seconds
        self._lock = threading.Lock()
        self._ended = -limits.patience_seconds
        self._not_before = 0.0
        self._strikes = 0

    @contextmanager
    def turn(self) -> Iterator[Line]:
        """Waits until the host may be asked; the pause begins when the caller has its answer."""
        with self._lock:
            if (pause := max(self._not_before, self._ended + self._delay) - time.monotonic()) > 0:
                time.sleep(pause)
            try:
                yield self.line
            finally:
                self._ended = time.monotonic()

    def slow_down(self, delay: float) -> None:
        """Takes a crawl-delay, in seconds; one longer than our patience means to leave the host alone."""
        if delay > self._limits.patience_seconds:
            self.rest = f"{self.name} wants {delay:g} s between requests, longer than this run waits"
        self._delay = max(self._delay, delay)

    def hold(self, seconds: float) -> None:
        """Puts the next request off; longer than our patience means to leave the host alone."""
        if seconds > self._limits.patience_seconds:
            self.rest = f"{self.name} asked to be left alone for {seconds:.0f} s, longer than this run waits"
        self._not_before = max(self._not_before, time.monotonic() + seconds)

    def answered(self, *, well: bool) -> None:
        """Counts addresses that got no answer; too many one after the other mean to leave the host alone."""
        self._strikes = 0 if well else self._strikes + 1
        if self._strikes >= self._limits.strikes:
            self.rest = f"{self.name} did not answer {self._strikes} times in a row"


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Seconds a Retry-After header asks to wait, from seconds or a date; None where it says nothing usable."""
    text = (value or "").strip()
    if text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
