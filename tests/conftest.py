"""Fixtures: the sample documents ingested once by the real command, and the command itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import SAMPLES

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of every command: Prefect at home in a folder of the session, two workers."""
    home = tmp_path_factory.mktemp("prefect")
    return {**os.environ, "PREFECT_HOME": str(home), "STEWARD_WORKERS": "2", "COLUMNS": "200"}


@pytest.fixture(scope="session")
def steward(environment: dict[str, str]) -> Callable[..., Ended]:
    """Runs `steward` with these arguments; `env` adds to the environment, `cwd` is the folder it runs in."""

    def run(*arguments: str | Path, env: dict[str, str] | None = None, cwd: Path = ROOT, timeout: int = 300) -> Ended:
        command = [sys.executable, "-m", "flows", *map(str, arguments)]
        known = {**environment, "PYTHONPATH": str(ROOT), **(env or {})}
        done = subprocess.run(command, capture_output=True, text=True, env=known, cwd=cwd, timeout=timeout, check=False)
        return Ended(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """The sample documents."""
    return sorted(
        path
        for path in SAMPLES.iterdir()
        if path.suffix in (".html", ".xml", ".pdf", ".txt", ".docx", ".md") and path.name != "README.md"
    )


@pytest.fixture(scope="session")
def ingested(steward: Callable[..., Ended], samples: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds all samples, ingested by the real command. Not to be changed by a test."""
    data = tmp_path_factory.mktemp("samples") / "data"
    ended = steward("ingest", *samples, "--data", data)
    assert ended.code in (0, 3), ended.err
    return data
