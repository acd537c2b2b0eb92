"""The floors of quality hold, and were never lowered."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import Ended
from tests.floors import FILES, GOLD, gold_hash, reached

ROOT = FILES["samples"].parent.parent


def below(name: str, data: Path) -> dict[str, float | None]:
    """What is reached where that is less than its floor."""
    now = reached(name, data)
    floors: dict[str, float] = json.loads(FILES[name].read_text(encoding="utf-8"))["floors"]
    return {key: now.get(key) for key, floor in floors.items() if now.get(key, 0.0) < floor}


def test_the_samples_reach_their_floors(ingested: Path) -> None:
    """`scan.pdf` can be read only where OCR is installed, so without it the floors are not held."""
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed: the facts of scan.pdf are missing")
    assert below("samples", ingested) == {}


def test_the_dev_split_reaches_its_floors(steward: Callable[..., Ended], tmp_path: Path) -> None:
    ended = steward("ingest", *sorted(GOLD["dev"].glob("*.txt")), "--data", tmp_path)
    assert ended.code in (0, 3), ended.err
    assert below("dev", tmp_path) == {}


@pytest.mark.parametrize("name", FILES)
def test_the_floors_belong_to_this_gold(name: str) -> None:
    held = json.loads(FILES[name].read_text(encoding="utf-8"))["gold"]
    assert held == gold_hash(name), f"run: python -m tests.floors {name} DATA"


@pytest.mark.parametrize("name", FILES)
def test_floors_only_go_up(name: str) -> None:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("no history here")
    path = FILES[name].relative_to(ROOT).as_posix()
    log = ["git", "log", "--format=%H", "--", path]
    commits = subprocess.run(log, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    texts = [FILES[name].read_text(encoding="utf-8")]
    for commit in commits:
        shown = subprocess.run(
            ["git", "show", f"{commit}:{path}"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        texts += [shown.stdout] if shown.returncode == 0 else []
    versions = [json.loads(text) for text in texts]  # newest first
    for newer, older in pairwise(versions):
        if newer["gold"] == older["gold"]:
            fallen = [key for key, floor in older["floors"].items() if newer["floors"].get(key, 0.0) < floor]
            assert fallen == []
