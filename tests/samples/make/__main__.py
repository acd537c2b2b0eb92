"""Write the made samples beside this package: `python -m tests.samples.make [FOLDER]`."""

import sys
from pathlib import Path

from tests.samples.make import agreement, bill, report, scan, side_letter

MAKERS = {
    "bill.txt": bill.make,
    "cba.pdf": agreement.make,
    "report.pdf": report.make,
    "scan.pdf": scan.make,
    "side-letter.docx": side_letter.make,
}


def make_all(folder: Path) -> list[Path]:
    """Write every made sample into `folder`; the same inputs give the same bytes. Returns the paths written."""
    written = []
    for name, maker in MAKERS.items():
        path = folder / name
        path.write_bytes(maker())
        written.append(path)
    return written


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent
    for path in make_all(target):
        print(f"{path.name}: {path.stat().st_size:,} bytes")
