"""robots.txt as RFC 9309 has it: what a host lets us ask for, and how slowly."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from protego import Protego

from sources.addresses import ForbiddenError, Guard, origin
from sources.wire import Answer, NoAnswerError

AGENT = "Steward"
HEAD_BYTES = 512_000
REDIRECTS = 5
Get = Callable[[str], Answer]


@dataclass(frozen=True)
class Rules:
    """What an origin's robots.txt says. `trouble` tells why it could not be had: then nothing may be asked.

    `is_down` says that no server answered at all, so nothing was forbidden either.
    """

    parsed: Protego | None = None
    trouble: str | None = None
    is_down: bool = False

    def allow(self, url: str) -> bool:
        """Whether the address may be asked for."""
        if self.trouble:
            return False
        return self.parsed is None or bool(self.parsed.can_fetch(url, AGENT))

    @property
    def delay(self) -> float:
        """Seconds to wait between requests; 0 where nothing is said."""
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(AGENT)
        by_rate = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(float(self.parsed.crawl_delay(AGENT) or 0.0), by_rate)


class Robots:
    """The rules of every origin asked so far, each fetched once per run. May be shared by threads."""

    def __init__(self, get: Get, guard: Guard) -> None:
        self._get = get
        self._guard = guard
        self._rules: dict[str, Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def rules(self, url: str) -> Rules:
        """The rules for an address."""
        place = origin(url)
        with self._lock:
            lock = self._locks.setdefault(place, threading.Lock())
        with lock:
            if place not in self._rules:
                self._rules[place] = self._fetched(f"{place}/robots.txt")
            return self._rules[place]

    def _fetched(self, url: str) -> Rules:
        at = url
        try:
            for _ in range(REDIRECTS + 1):
                answer = self._get(at)
                target = answer.header("Location")
                if answer.status not in (301, 302, 303, 307, 308) or not target:
                    return _judged(answer, url)
                at = self._guard.clean(urljoin(at, target))
        except NoAnswerError as error:
            return Rules(trouble=f"{url} could not be had ({error})", is_down=True)
        except ForbiddenError as error:
            return Rules(trouble=f"{url} could not be had ({error})")
        return Rules()


def _judged(answer: Answer, url: str) -> Rules:
    if answer.status == 200:
        return Rules(Protego.parse(answer.body.decode("utf-8-sig", "replace")))
    if answer.status == 429 or answer.status >= 500:
        return Rules(trouble=f"{url} answered {answer.status}, which means to stay away for now")
    return Rules()
