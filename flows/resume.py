"""Going on where a killed run stopped: what it captured is found again and not asked for a second time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flows.work import Work
from sources.recovery import Content, Damage, recover, warc_files

RESUME = timedelta(hours=12)
"""For how long what a killed run captured counts as what is there now."""


def resume(work: Work) -> None:
    """Puts into the store what the archive holds of killed runs and the store does not, and readies the run to go on.

    A killed run wrote what it captured into the archive at once, and told the store of it in batches.
    """
    killed = work.store.unfinished()
    if killed:
        count = restore(work, [path for run_id in killed for path in warc_files(work.settings.archive, run_id)])
        now = datetime.now(UTC)
        made = work.store.made_by([*killed, work.run_id])
        work.resumed = {url: capture for url, capture in made.items() if abs(now - capture.fetched_at) < RESUME}
        message = (
            f"{len(killed)} runs before this one did not end or could not publish; {len(work.resumed)} captures of "
            f"theirs are taken up, {count} of them from the archive alone"
        )
        work.note("fetch", "resumed", "info", message)
    work.held = work.store.archived()
    work.earlier = work.store.last_captures()


def restore(work: Work, paths: Iterable[Path]) -> int:
    """Puts captures into the store that only the archive knows of; returns how many."""
    recorded = work.store.recorded()
    contents = {(file, offset): Content((file, offset), n, sha) for file, offset, n, sha in work.store.contents()}
    count = 0
    for path in paths:
        for found in recover(path, lambda url, at: (url, int(at.timestamp())) in recorded, contents):
            if isinstance(found, Damage):
                work.note("fetch", "archive_damaged", "warning", found.message)
            else:
                work.keep(found, is_restored=True)
                count += 1
    work.settle()
    return count
