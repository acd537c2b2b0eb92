"""What the hostile web holds and what goes wrong in it: a pure function of its size, the address, and the attempt.

Hosts are `h000.hostile.test`, `h001.hostile.test` …; each lists documents in a feed, a sitemap or an index page.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import io
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reportlab.pdfgen.canvas import Canvas

DOMAIN = "hostile.test"
FAULTS = (
    "429",
    "429 wait",
    "503",
    "503 wait",
    "slow headers",
    "hang in body",
    "reset in body",
    "wrong length",
    "truncated gzip",
    "500",
)
TRAPS = {
    "/trap/bomb": "fails",
    "/trap/endless": "fails",
    "/trap/loop": "fails",
    "/trap/to-private": "refused",
    "/trap/to-loopback": "refused",
    "/trap/to-file": "refused",
    "/trap/wrong-type": "comes",
    "/trap/wrong-charset": "comes",
    "/trap/slow-body": "comes",
}
"""Addresses that are listed beside the documents of some hosts, and what becomes of them."""
_FIRST_DAY = datetime(2026, 6, 1, 8, tzinfo=UTC)
_UNIONS = ("Harbor Workers Union", "County Clerks Association", "Valley Transit Union", "Mill Hands Federation")


@dataclass(frozen=True)
class Answer:
    """What a server answers when nothing goes wrong."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Plan:
    """A web of some size. `failing` is the share of requests that fail."""

    hosts: int
    documents: int
    failing: float = 0.2
    is_hostile: bool = True

    def name(self, host: int) -> str:
        """The host's name."""
        return f"h{host:03}.{DOMAIN}"

    def stays_away(self, host: int) -> bool:
        """Whether the host's robots.txt answers 503, always: nothing may be asked for."""
        return self.is_hostile and host % 25 == 5

    def delay(self, host: int) -> float:
        """The crawl-delay it asks for."""
        return 0.3 if self.is_hostile and host % 10 == 6 else 0.0

    def paths(self, host: int) -> list[str]:
        """The documents it lists, the ones that robots.txt forbids among them, traps aside."""
        made = [f"/doc/{n}" + (".pdf" if n == 1 and host % 10 == 0 else "") for n in range(self.documents)]
        if self.forbids(host):
            made[-1] = f"/private/{self.documents - 1}"
        return made

    def traps(self, host: int) -> list[str]:
        """The traps it lists."""
        return list(TRAPS) if self.is_hostile and host % 40 == 1 else []

    def forbids(self, host: int) -> bool:
        """Whether robots.txt forbids /private/."""
        return self.is_hostile and host % 10 == 3

    def changes(self, host: int) -> bool:
        """Whether robots.txt forbids /doc/ from the second night on."""
        return self.is_hostile and host % 25 == 9

    def allowed(self) -> set[tuple[str, str]]:
        """(host, path) of every document that may be had."""
        return {
            (self.name(host), path)
            for host in range(self.hosts)
            if not self.stays_away(host)
            for path in self.paths(host)
            if not path.startswith("/private/")
        }

    def fault(self, host: str, path: str, attempt: int) -> str | None:
        """What goes wrong at an attempt, from 0; robots.txt has its own ways."""
        if path == "/robots.txt" or path.startswith("/trap/"):
            return None
        digest = hashlib.sha256(f"{host} {path} {attempt}".encode()).digest()
        if int.from_bytes(digest[:4], "big") >= self.failing * 2**32:
            return None
        return FAULTS[digest[4] % len(FAULTS)]

    def answer(self, name: str, path: str, night: int, port: int) -> Answer:
        """What is at an address."""
        host = int(name[1:4])
        if path == "/robots.txt":
            return self._robots(host, night)
        if path in self.paths(host):
            return self._document(host, path)
        if path in ("/feed", "/sitemap.xml", "/sitemap.xml.gz", "/list", "/list2"):
            return _listing(self, host, path, port)
        if path.startswith("/trap/"):
            return _trap(path, name, port)
        return Answer(404, b"nothing here")

    def _robots(self, host: int, night: int) -> Answer:
        if self.stays_away(host):
            return Answer(503, b"broken")
        lines = ["User-agent: *"]
        lines += ["Disallow: /private/"] * self.forbids(host)
        lines += ["Disallow: /doc/"] * (self.changes(host) and night > 1)
        lines += [f"Crawl-delay: {self.delay(host)}"] * (self.delay(host) > 0)
        return Answer(200, "\n".join(lines).encode(), (("Content-Type", "text/plain"),))

    def _document(self, host: int, path: str) -> Answer:
        if path.endswith(".pdf"):
            return Answer(200, _pdf(host), (("Content-Type", "application/pdf"), ("ETag", f'"pdf-{host}"')))
        number = int(path.rpartition("/")[2])
        body = page(-1 if self.is_hostile and number % 12 == 3 else host, number)
        kind = ("Content-Type", "text/html; charset=utf-8")
        tag = hashlib.sha256(body).hexdigest()[:12]
        ways = ((("ETag", f'"{tag}"'),), (("Last-Modified", "Mon, 01 Jun 2026 08:00:00 GMT"),), ())
        return Answer(200, body, (kind, *ways[host % 3]))


@functools.lru_cache(maxsize=4_000)
def page(host: int, number: int) -> bytes:
    """An article of some 2,000 bytes with facts in it; host -1 is a wire service that many print."""
    union, percent = _UNIONS[(host + number) % 4], 20 + (host * 7 + number) % 70
    days, members = 30 + number % 90, 1_000 + 13 * host + number
    town = f"Port {host + 1}-{number}" if host >= 0 else f"the coast, report {number}"
    return f"""<html lang="en"><head><title>{union} asks for notice in {town}</title></head><body>
<nav><a href="/">Home</a> <a href="/about">About</a></nav><article><h1>{union} asks for notice in {town}</h1>
<p>The {union} said on Monday that the employers of {town} must give {days} days of notice before they bring in
artificial intelligence, and that every dismissal which an algorithm proposes shall be reviewed by a human being.</p>
<p>“We want a person to decide in {town}, not a machine,” said Mara Lind, president of the {union}.</p>
<p>A survey of {members} workers in {town} found that {percent} percent use automated scheduling at work, and that few
of them had been asked before it came. The union represents {members} workers and has asked for a committee on
technology that meets every month and reads the contracts for new software before they are signed.</p>
<p>It called on Congress to require that workers be trained on paid time, and that nobody be laid off because of a
machine for {12 + number % 24} months. The employers of {town} did not answer by the evening.</p>
</article><footer>All about work, from {town}</footer></body></html>""".encode()


@functools.cache
def _pdf(host: int) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for line, text in enumerate(
        (
            f"A report on the machines of Port {host + 1}",
            "The Harbor Workers Union found that 41 percent of its members work beside automated equipment.",
            "Unions should demand that workers be trained before artificial intelligence changes their jobs.",
        )
    ):
        canvas.drawString(72, 720 - 30 * line, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def kind(host: int) -> str:
    """How the host's documents are found: feed, sitemap or index."""
    return ("feed", "feed", "sitemap", "index")[host % 4]


def address(host: int) -> str:
    """The path of the host's listing."""
    plain = {"feed": "/feed", "sitemap": "/sitemap.xml", "index": "/list"}[kind(host)]
    return "/sitemap.xml.gz" if host % 8 == 2 else plain


def _listing(plan: Plan, host: int, path: str, port: int) -> Answer:
    urls = [f"http://{plan.name(host)}:{port}{p}" for p in (*plan.traps(host), *plan.paths(host))]
    if kind(host) == "feed":
        made = _atom(urls) if host % 4 else _rss(plan, host, urls)
        return Answer(200, made, (("Content-Type", "application/xml"), ("ETag", f'"feed-{len(made)}"')))
    if kind(host) == "sitemap":
        places = "".join(f"<url><loc>{u}</loc><lastmod>{_day(n):%Y-%m-%d}</lastmod></url>" for n, u in enumerate(urls))
        made = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'.encode()
        return Answer(200, gzip.compress(made, mtime=0) if path.endswith(".gz") else made)
    half = len(urls) // 2
    part, onward = (urls[:half], '<a class="next" href="/list2">more</a>') if path == "/list" else (urls[half:], "")
    items = "".join(f'<li><a class="doc" href="{url}">A page</a></li>' for url in part)
    return Answer(200, f"<html><body><ul>{items}</ul>{onward}</body></html>".encode())


def _day(number: int) -> datetime:
    """The day of a document; one is of a future that nobody should believe."""
    return datetime(2099, 1, 1, tzinfo=UTC) if number == 2 else _FIRST_DAY - timedelta(days=number)


def _rss(plan: Plan, host: int, urls: list[str]) -> bytes:
    items = "".join(
        f"<item><title>Page {n}</title><link>{u}</link><pubDate>{_day(n):%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
        for n, u in enumerate(urls)
    )
    if plan.is_hostile and host % 40 == 8:  # huge: far more than anyone expects, all of it old
        old = f"<pubDate>{_FIRST_DAY - timedelta(days=2_000):%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
        base = urls[0].rpartition("/")[0]
        items += "".join(f"<item><link>{base}/old-{n}</link>{old}</item>" for n in range(3_000))
    if plan.is_hostile and host % 20 == 4:  # not well-formed, all of its items readable
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News &nbsp; all</title>{items}'.encode()
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()


def _atom(urls: list[str]) -> bytes:
    entries = "".join(
        f'<entry><title>Page {n}</title><id>{u}</id><link href="{u}"/><updated>{_day(n):%Y-%m-%dT%H:%M:%SZ}</updated>'
        "</entry>"
        for n, u in enumerate(urls)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>{entries}</feed>'.encode()


@functools.cache
def bomb() -> bytes:
    """A hundred megabytes of nothing in a hundred kilobytes."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()


def _trap(path: str, name: str, port: int) -> Answer:
    html = page(-1, 7)
    return {
        "/trap/bomb": Answer(200, b"", (("Content-Encoding", "gzip"),)),
        "/trap/loop": Answer(302, b"", (("Location", f"http://{name}:{port}/trap/loop2"),)),
        "/trap/loop2": Answer(302, b"", (("Location", f"http://{name}:{port}/trap/loop"),)),
        "/trap/to-private": Answer(302, b"", (("Location", "http://10.0.0.1/inner"),)),
        "/trap/to-loopback": Answer(302, b"", (("Location", f"http://127.0.0.1:{port}/inner"),)),
        "/trap/to-file": Answer(302, b"", (("Location", "file:///etc/hostname"),)),
        "/trap/wrong-type": Answer(200, html, (("Content-Type", "image/png"),)),
        "/trap/wrong-charset": Answer(
            200, html.decode().encode("cp1252"), (("Content-Type", "text/html; charset=utf-16"),)
        ),
        "/trap/slow-body": Answer(200, html, (("Content-Type", "text/html"),)),
    }.get(path, Answer())
