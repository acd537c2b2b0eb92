"""Entry point of the `steward` command: `python -m flows` is the same."""

from __future__ import annotations

import sys

from flows import api

_FLOWS = ("ingest", "refresh")


def main() -> None:
    """Runs the command line; for a command that runs a flow, Prefect's API starts before anything else is imported."""
    if sys.argv[1:2] and sys.argv[1] in _FLOWS and "--help" not in sys.argv:
        api.begin()
    from flows.cli import app  # noqa: PLC0415 - see above

    try:
        app()
    except SystemExit as ended:
        if api.was_ours():  # it is gone: nothing is left to be said to it, and Python takes half a second to fall apart
            api.leave(ended.code if isinstance(ended.code, int) else int(ended.code is not None))
        raise


if __name__ == "__main__":
    main()
