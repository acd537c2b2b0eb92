"""Access keys on their way to a server: sent, and written down nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, quote_plus, urlencode, urlsplit, urlunsplit

_LEAST = 6  # characters; what is shorter is no key, and hiding it would change texts at random
_HIDDEN = "[key]"


@dataclass(frozen=True)
class Secret:
    """An access key as headers or query parameters: sent, and written down nowhere."""

    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    parameters: Mapping[str, str] = field(default_factory=dict, repr=False)

    def sent(self, url: str) -> str:
        """The address with the parameters: only for the connection itself."""
        if not self.parameters:
            return url
        parts = urlsplit(url)
        query = "&".join(part for part in (parts.query, urlencode(self.parameters)) if part)
        return urlunsplit(parts._replace(query=query))

    def left_out(self, url: str) -> str:
        """The address without the parameters, where a server sends them back."""
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
        if not any(name in self.parameters for name, _ in pairs):
            return url
        kept = [(name, value) for name, value in pairs if name not in self.parameters]
        return urlunsplit(parts._replace(query=urlencode(kept)))

    def hide(self, text: str) -> str:
        """The text with the key's value blotted out."""
        for value in self._forms():
            text = text.replace(value, _HIDDEN)
        return text

    def hide_bytes(self, body: bytes) -> bytes:
        """The content with the key's value blotted out: some servers repeat what they were asked."""
        for value in self._forms():
            body = body.replace(value.encode(), _HIDDEN.encode())
        return body

    def _forms(self) -> list[str]:
        values = [v for v in (*self.headers.values(), *self.parameters.values()) if len(v) >= _LEAST]
        return list(dict.fromkeys(form for value in values for form in (value, quote(value, ""), quote_plus(value))))


NO_SECRET = Secret()
