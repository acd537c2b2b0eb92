"""`python -m flows.calibrate GOLD_DIR DATA`: the map from raw confidence to the share of right rows, measured anew.

DATA is a folder ingested with STEWARD_CALIBRATION=off from the documents of GOLD_DIR, which no rule was written for.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from extractors.calibration import FILE, fit
from flows.ask import open_warehouse
from flows.settings import settings
from warehouse.measure import measure

_LEAST = 15  # rows a table needs for a map of its own


def main() -> None:
    """Measures and writes the map."""
    judged: dict[str, list[tuple[float, bool]]] = {}
    for gold, data in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        with open_warehouse(settings(Path(data))) as con:
            for table, rows in measure(con, Path(gold)).sureness.items():
                judged.setdefault(table, []).extend(rows)
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("table", "raw", "calibrated", "rows"))
        for table, rows in sorted(judged.items()):
            if len(rows) >= _LEAST:
                writer.writerows((table, *point) for point in fit(rows))
    print(f"wrote {FILE.name}: {', '.join(table for table, rows in sorted(judged.items()) if len(rows) >= _LEAST)}")


if __name__ == "__main__":
    main()
