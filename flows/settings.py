"""Settings, each with a safe default and an environment variable `STEWARD_<NAME>`."""

from __future__ import annotations

import math
import os
import re
from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path

from extractors.readers.limits import Limits

PREFIX = "STEWARD_"


class SettingError(ValueError):
    """A setting that cannot be understood."""


@dataclass(frozen=True)
class Settings:
    """How a run works. `data` is the folder it works under; `workers` the processes that read and search documents."""

    data: Path
    workers: int = field(default_factory=lambda: max(1, os.cpu_count() or 1))
    batch: int = 200
    """Documents that one Prefect task reads or searches; what a kill can lose at most."""
    delay_seconds: float = 1.0
    """Pause between two requests to a host; robots.txt can only make it longer."""
    connect_seconds: float = 10.0
    """Longest time for a connection to come about."""
    read_seconds: float = 30.0
    """Longest silence within an answer."""
    total_seconds: float = 120.0
    """Longest time for one answer."""
    patience_seconds: float = 60.0
    """Longest pause that a host may ask for; one that asks for more is left alone for the rest of the run."""
    source_seconds: float = 10_800.0
    """Longest time for one source in one refresh; what it has beyond that waits for the next."""
    limits: Limits = field(default_factory=Limits)

    @property
    def warehouse(self) -> Path:
        """The DuckDB file."""
        return self.data / "warehouse.duckdb"

    @property
    def snapshots(self) -> Path:
        """The folder of published snapshots."""
        return self.data / "snapshots"

    @property
    def archive(self) -> Path:
        """The folder of WARC files."""
        return self.data / "archive"

    @property
    def store(self) -> Path:
        """The folder of Parquet parts."""
        return self.data / "store"


def settings(data: Path | None = None) -> Settings:
    """Settings from the environment, `data` going before `STEWARD_DATA`; the default folder is `data` here.

    Raises SettingError for a number that is none.
    """
    folder = data or Path(os.environ.get(PREFIX + "DATA") or "data")
    bounds = {f.name: _number(f.name, f.default) for f in fields(Limits) if isinstance(f.default, int)}
    known = {name: _number(name, None) for name in ("workers", "batch")}
    given = {name: value for name, value in known.items() if value}
    return Settings(
        data=folder.absolute(),
        delay_seconds=_seconds("delay", 1.0),
        connect_seconds=_seconds("connect", 10.0),
        read_seconds=_seconds("read", 30.0),
        total_seconds=_seconds("total", 120.0),
        patience_seconds=_seconds("patience", 60.0),
        source_seconds=_seconds("source_seconds", 10_800.0),
        limits=Limits(**bounds),
        **given,
    )


_AGE = re.compile(r"(\d+(?:\.\d+)?)\s*(m|h|d)", re.IGNORECASE)
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def age(text: str) -> timedelta:
    """A length of time from `90m`, `36h` or `2d`. Raises SettingError for anything else."""
    match = _AGE.fullmatch(text.strip())
    if match is None:
        raise SettingError(f"{text!r}; it must be a number with m, h or d, such as 36h")
    return timedelta(**{_UNITS[match.group(2).lower()]: float(match.group(1))})


def _seconds(name: str, default: float) -> float:
    text = os.environ.get(PREFIX + name.upper(), str(default))
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < math.inf:
        raise SettingError(f"{PREFIX}{name.upper()} is {text!r}; it must be a number of seconds")
    return value


def _number(name: str, default: int | None) -> int:
    text = os.environ.get(PREFIX + name.upper())
    if text is None:
        return default or 0
    try:
        value = int(text.replace("_", ""))
    except ValueError:
        value = 0
    if value < 1:
        raise SettingError(f"{PREFIX}{name.upper()} is {text!r}; it must be a whole number above 0")
    return value
