"""An entry of the lexicon: an organization whose names are known beforehand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A known organization.

    `kind` is a code of `records.codes.ORGANIZATION_KINDS`. `aliases` are other names in use; `risky` are names that are
    also everyday words ("Liberty", "Unite") and count only where the context speaks for the organization.
    """

    name: str
    kind: str | None = None
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    wikidata_id: str | None = None
    risky: frozenset[str] = frozenset()
