"""How a record class declares its columns: `Annotated[type, Column("what it means")]`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """Marks a field as a column of the dataset.

    `doc` is the sentence in the data dictionary. `codes` closes the vocabulary (None: open). `type` names the DuckDB
    type where the Python type does not settle it (BIGINT beside INTEGER). `withheld` says that a public snapshot may
    hold NULL where the record never does.
    """

    doc: str
    codes: Mapping[str, str] | None = None
    type: str | None = None
    withheld: bool = False
