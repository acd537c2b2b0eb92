"""Content encodings undone within a bound, so that a few bytes cannot become gigabytes."""

from __future__ import annotations

import zlib

_GZIP = b"\x1f\x8b"
KNOWN = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})


class DecodingError(ValueError):
    """Content that cannot be decoded."""


class TooLargeError(ValueError):
    """Content that is larger than allowed once decoded."""


class Decoder:
    """Decodes a body piece by piece.

    `encoding` is the Content-Encoding header. Content declared as compressed that does not look it is passed through,
    as browsers and archives do. Raises DecodingError for encodings Steward does not ask for.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        self._encoding = encoding.strip().lower()
        if self._encoding not in KNOWN:
            raise DecodingError(f"the content is encoded as {encoding!r}, which was not asked for")
        self._limit = limit
        self._count = 0
        self._start = b""
        self._begun = False
        self._inflate: zlib._Decompress | None = None

    def feed(self, data: bytes) -> bytes:
        """What the next piece decodes to. Raises TooLargeError past the limit, DecodingError for damage."""
        if not self._begun:
            self._start += data
            if len(self._start) < len(_GZIP):
                return b""
            data, self._start = self._start, b""
            self._begin(data)
        return self._inflated(data) if self._inflate is not None else self._counted(data)

    def finish(self) -> bytes:
        """The rest. Raises DecodingError where the content stops in the middle."""
        rest = b"" if self._begun else self._counted(self._start)
        if self._inflate is not None and not self._inflate.eof:
            raise DecodingError("the compressed content stops in the middle")
        return rest

    def _begin(self, data: bytes) -> None:
        self._begun = True
        if self._encoding in ("gzip", "x-gzip") and data.startswith(_GZIP):
            self._inflate = zlib.decompressobj(31)
        elif self._encoding == "deflate":
            is_zlib = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            self._inflate = zlib.decompressobj(15 if is_zlib else -15)

    def _inflated(self, data: bytes) -> bytes:
        pieces = []
        while data and self._inflate is not None:
            if self._inflate.eof:
                if not data.startswith(_GZIP):
                    break
                self._inflate = zlib.decompressobj(31)
            try:
                pieces.append(self._counted(self._inflate.decompress(data, self._limit - self._count + 1)))
            except zlib.error as error:
                raise DecodingError(f"the compressed content is damaged ({error})") from error
            data = self._inflate.unconsumed_tail or self._inflate.unused_data
        return b"".join(pieces)

    def _counted(self, data: bytes) -> bytes:
        self._count += len(data)
        if self._count > self._limit:
            raise TooLargeError(f"the content is larger than {self._limit} bytes")
        return data


def gunzipped(data: bytes, limit: int) -> bytes:
    """The content of a gzip file, or the bytes themselves where they are none. Raises as Decoder does."""
    if not data.startswith(_GZIP):
        return data
    decoder = Decoder("gzip", limit)
    return decoder.feed(data) + decoder.finish()
