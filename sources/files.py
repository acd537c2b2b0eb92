"""Local files and folders as a source: what is there, in a fixed order, and what stands in the way."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """Why a path gives no document, or a doubtful one. `code` names the kind, `severity` is info, warning or error."""

    path: Path
    code: str
    message: str
    severity: str = "error"


def walk(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    """Every file under the paths, each once, folders in the order of their names, hidden files left out.

    A symbolic link to a folder already entered is a loop and is reported, not followed.
    """
    entered: set[Path] = set()
    given: set[Path] = set()
    names: dict[str, Path] = {}
    for path in paths:
        for found in _under(path, entered):
            if isinstance(found, Problem):
                yield found
                continue
            real = found.resolve()
            if real in given:
                continue
            given.add(real)
            other = names.setdefault(found.name, found)
            if other is not found:
                message = f"{found} has the same file name as {other}; both were read, their addresses tell them apart"
                yield Problem(found, "same_name", message, "warning")
            yield found


def _under(path: Path, entered: set[Path]) -> Iterator[Path | Problem]:
    try:
        if path.is_dir():
            real = path.resolve()
            if real in entered:
                if path.is_symlink():
                    yield Problem(
                        path,
                        "directory_loop",
                        f"{path} leads back to {real}, which was read already; not followed",
                        "warning",
                    )
                return
            entered.add(real)
            for child in sorted(path.iterdir()):
                if not child.name.startswith("."):
                    yield from _under(child, entered)
        elif path.is_file():
            yield path
        elif path.exists():
            yield Problem(path, "not_a_file", f"{path} is no regular file or folder; left out")
        else:
            yield Problem(path, "missing_path", f"{path} does not exist; check the spelling")
    except OSError as error:
        yield Problem(path, "unreadable", f"{path} cannot be opened: {error.strerror}; check its permissions")


@dataclass(frozen=True)
class Content:
    """A file's bytes (None where it is larger than allowed), their hash and number, and the type its name suggests."""

    body: bytes | None
    sha256: str
    byte_count: int
    media_type: str | None


def load(path: Path, max_bytes: int) -> Content | Problem:
    """Reads a file; one larger than `max_bytes` is hashed but not kept."""
    media_type = mimetypes.guess_type(path.name)[0]
    try:
        size = path.stat().st_size
        if size <= max_bytes:
            body = path.read_bytes()
            return Content(body, hashlib.sha256(body).hexdigest(), len(body), media_type)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
        return Content(None, digest.hexdigest(), size, media_type)
    except OSError as error:
        return Problem(path, "unreadable", f"{path} cannot be read: {error.strerror}; check its permissions")
