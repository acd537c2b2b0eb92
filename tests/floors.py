"""The least that Steward must reach on its own gold: `floors*.json`, held by a test, raised and never lowered.

    python -m tests.floors SET DATA     raises each floor to what the warehouse under DATA reaches on the gold of SET

A set is `samples` (tests/samples, gold in tests/gold) or `dev` (texts and gold in tests/gold/dev). A floor is F1 of a
table, or the share right of an attribute, in thousandths below what is reached. Where the gold itself changes, its hash
does, and the floors are made anew: say in the commit which sentence says otherwise.
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
GOLD = {"samples": HERE / "gold", "dev": HERE / "gold" / "dev"}
FILES = {"samples": HERE / "floors.json", "dev": HERE / "floors_dev.json"}
_LEAST = 5  # facts or attributes judged: fewer are chance


def gold_hash(name: str) -> str:
    """A hash of all gold files of a set."""
    digest = hashlib.sha256()
    for path in sorted(GOLD[name].glob("*.gold.json")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def reached(name: str, data: Path) -> dict[str, float]:
    """What the warehouse under `data` reaches on a set: F1 by table, and the share right by attribute."""
    with open_warehouse(settings(data)) as con:
        result = measure(con, GOLD[name])
    found = {table: tally.f1 for table, tally in result.tables.items() if tally.gold >= _LEAST}
    for (table, field), (right, judged) in result.attributes.items():
        if judged >= _LEAST:
            found[f"{table}.{field}"] = right / judged
    return {key: int(value * 1000) / 1000 for key, value in sorted(found.items())}


def main() -> int:
    """Raises the floors of a set; prints which."""
    name, data = sys.argv[1], Path(sys.argv[2])
    file = FILES[name]
    now = reached(name, data)
    old = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {"gold": "", "floors": {}}
    held = old["floors"] if old["gold"] == gold_hash(name) else {}
    floors = {key: max(value, held.get(key, 0.0)) for key, value in now.items()}
    file.write_text(json.dumps({"gold": gold_hash(name), "floors": floors}, indent=1) + "\n", encoding="utf-8")
    for key, value in floors.items():
        if value > held.get(key, 0.0):
            print(f"{key}: {held.get(key, 0.0):.3f} -> {value:.3f}")
    lower = [key for key, value in now.items() if value < held.get(key, 0.0)]
    print("below its floor: " + ", ".join(lower) if lower else "none is below its floor")
    return int(bool(lower))


if __name__ == "__main__":
    sys.exit(main())
