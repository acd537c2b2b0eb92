"""One run at a time per data folder: a lock that the operating system releases when its holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class BusyError(RuntimeError):
    """Another run holds the data folder."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the folder for this process. Raises BusyError where another run holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / ".lock"
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            holder = file.read().strip() or "another process"
            raise BusyError(f"{folder} is in use by process {holder}; wait until that run has ended") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
