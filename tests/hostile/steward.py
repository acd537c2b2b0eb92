"""The `steward` command with the names of the hostile web leading to this machine: `python -m tests.hostile.steward`.

With `STEWARD_TEST_CLOCK`, the command's clock is that many seconds off.
"""

from __future__ import annotations

import importlib
import os
import socket
import sys
from datetime import datetime, timedelta, tzinfo
from typing import Any

from flows import api
from flows.__main__ import main

_resolve = socket.getaddrinfo
_DOMAIN = "hostile.test"


def getaddrinfo(host: Any, port: Any, *args: Any, **more: Any) -> Any:
    """The system's answer, but this machine for a host of ours."""
    return _resolve("127.0.0.1" if str(host).endswith(_DOMAIN) else host, port, *args, **more)


class Clock:
    """`datetime` as our modules use it, its `now` off by some seconds."""

    def __init__(self, seconds: float) -> None:
        self._off = timedelta(seconds=seconds)

    def now(self, tz: tzinfo | None = None) -> datetime:
        return datetime.now(tz) + self._off

    def __call__(self, *parts: Any, **more: Any) -> datetime:
        return datetime(*parts, **more)

    def __getattr__(self, name: str) -> Any:
        return getattr(datetime, name)


def shift(seconds: float) -> None:
    """Sets the clock of our modules off by so much."""
    api.begin()
    importlib.import_module("flows.cli")
    importlib.import_module("flows.pipeline")
    for name, module in sys.modules.items():
        if name.partition(".")[0] in ("flows", "sources", "warehouse") and hasattr(module, "datetime"):
            module.datetime = Clock(seconds)  # type: ignore[attr-defined]


if __name__ == "__main__":
    socket.getaddrinfo = getaddrinfo
    sys.argv[0] = "steward"
    if os.environ.get("STEWARD_TEST_CLOCK") and sys.argv[1] == "refresh":
        shift(float(os.environ["STEWARD_TEST_CLOCK"]))
    main()
