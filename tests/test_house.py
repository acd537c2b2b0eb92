"""The house keeps its rules: who may import whom, how long a file may be, nothing of this machine in it."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("records", "sources", "extractors", "warehouse", "flows")
MAY_IMPORT = {
    "records": set(),
    "sources": {"records"},
    "extractors": {"records"},
    "warehouse": {"records"},
    "flows": {"records", "sources", "extractors", "warehouse"},
}
MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
NO_PREFECT = [path for path in MODULES if path.relative_to(ROOT).parts[0] != "flows"]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: import by full name, not relative"
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_arrows_point_down(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    others = {name.split(".")[0] for name in imported(path)} & (set(ROOMS) | {"tests"})
    assert others - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", NO_PREFECT, ids=lambda path: str(path.relative_to(ROOT)))
def test_prefect_lives_in_flows(path: Path) -> None:
    assert not any(name.split(".")[0] == "prefect" for name in imported(path))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_are_short_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module opens with what it is"
    assert text.count("\n") <= 450, "a file of this length usually is two things"


def test_spans_are_made_in_one_place() -> None:
    makers = [path for path in MODULES if re.search(r"\bSpan\(", path.read_text(encoding="utf-8"))]
    assert [path.relative_to(ROOT) for path in makers] == [Path("records/model.py")]


def test_no_address_of_a_registry_and_no_path_of_a_machine() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    pattern = r"--(extra-)?index-url|--find-links|/simple/?\"|files\.python" + r"hosted|/home/[a-z]+/|/root/"
    found = subprocess.run(
        ["git", "grep", "-nIE", "-e", pattern, "--", ".", ":!tests/test_house.py", ":!tests/samples"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""
