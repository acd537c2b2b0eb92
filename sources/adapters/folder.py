"""A folder on this machine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from sources import files
from sources.adapters.base import Adapter
from sources.asking import Asking
from sources.listing import Notice


class Folder(Adapter):
    """The files of a folder and those in it; without `expect_max` all of them."""

    kind: ClassVar[str] = "folder"

    def notices(self, asking: Asking) -> Iterable[Notice]:
        """The files in the order of their names, with the time of their last change."""
        found: list[Notice] = []
        for item in files.walk([Path(asking.source.address)]):
            if isinstance(item, files.Problem):
                asking.problem(item.code, item.message, item.severity)
            else:
                found.append(Notice(item.absolute().as_uri(), changed_at=_changed_at(item)))
        many, limit = len(asking.wanted(found)), asking.source.expect_max
        if limit is not None and many > limit:
            message = f"{many} files, of which the {limit} changed last are taken"
            asking.problem("more_than_expected", message, "warning")
        return found


def _changed_at(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None
