"""From bytes to blocks: one door for every format."""

from __future__ import annotations

from extractors.readers.blocks import Parsed
from extractors.readers.limits import Limits

__all__ = ["Limits", "read"]
_SAFE = Limits()


def read(data: bytes, *, url: str, media_type: str | None = None, limits: Limits = _SAFE) -> Parsed:
    """What the document in `data` says. Never raises: what went wrong is among its troubles.

    `url` and `media_type` (a Content-Type header) are claims about the format; the bytes decide.
    """
    from extractors.readers.door import open_document  # noqa: PLC0415  (the readers take a second to import)

    return open_document(data, url=url, media_type=media_type, limits=limits)
