"""The least that Steward must reach on the bundled gold: `floors.json`, held by a test, raised and never lowered.

    python -m tests.floors DATA     raises each floor to what the warehouse under DATA reaches on tests/gold

A floor is F1 of a table, or the share right of an attribute, in thousandths below what is reached. Where the gold
itself changes, its hash does, and the floors are made anew: say in the commit which sentence says otherwise.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from flows.ask import open_warehouse
from flows.settings import settings
from warehouse.measure import measure

HERE = Path(__file__).parent
FILE = HERE / "floors.json"
GOLD = HERE / "gold"
_LEAST = 5  # facts or attributes judged: fewer are chance


def gold_hash() -> str:
    """A hash of all gold files."""
    digest = hashlib.sha256()
    for path in sorted(GOLD.glob("*.gold.json")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def reached(data: Path) -> dict[str, float]:
    """What the warehouse under `data` reaches: F1 by table, and the share right by attribute."""
    with open_warehouse(settings(data)) as con:
        result = measure(con, GOLD)
    found = {table: tally.f1 for table, tally in result.tables.items() if tally.gold >= _LEAST}
    for (table, name), (right, judged) in result.attributes.items():
        if judged >= _LEAST:
            found[f"{table}.{name}"] = right / judged
    return {name: int(value * 1000) / 1000 for name, value in sorted(found.items())}


def main() -> int:
    """Raises the floors; prints which."""
    now = reached(Path(sys.argv[1]))
    old = json.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {"gold": "", "floors": {}}
    held = old["floors"] if old["gold"] == gold_hash() else {}
    floors = {name: max(value, held.get(name, 0.0)) for name, value in now.items()}
    FILE.write_text(json.dumps({"gold": gold_hash(), "floors": floors}, indent=1) + "\n", encoding="utf-8")
    for name, value in floors.items():
        if value > held.get(name, 0.0):
            print(f"{name}: {held.get(name, 0.0):.3f} -> {value:.3f}")
    lower = [name for name, value in now.items() if value < held.get(name, 0.0)]
    print("below its floor: " + ", ".join(lower) if lower else "none is below its floor")
    return int(bool(lower))


if __name__ == "__main__":
    sys.exit(main())
