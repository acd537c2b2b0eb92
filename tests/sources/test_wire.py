from __future__ import annotations

import gzip
import socket
import struct
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from tests.sources.web import HOST, QUICK, Page, Web, fetching, records


def test_too_large_content(web: Web, tmp_path: Path) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        for _ in range(10_000):
            handler.wfile.write(b"x" * 10_000)

    bomb = gzip.compress(b"\0" * 30_000_000)
    urls = [
        web.put("/declared", Page(b"x" * 200_001)),
        web.put("/endless", endless),
        web.put("/bomb", Page(bomb, headers={"Content-Encoding": "gzip"})),
    ]
    with fetching(tmp_path) as fetcher:
        captures = [fetcher.fetch(url).capture for url in urls]
        exact = fetcher.fetch(web.put("/exact", Page(b"x" * 200_000))).capture
    for capture in captures:
        assert capture.outcome == "failed" and "200000" in (capture.error or ""), capture.error
    assert exact.outcome == "new"
    assert sorted(web.paths()) == ["/bomb", "/declared", "/endless", "/exact"]


def test_slow_servers(web: Web, tmp_path: Path) -> None:
    def trickle(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"x")
            time.sleep(0.05)

    def slow_headers(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for n in range(100):
            handler.wfile.write(f"X-{n}: y\r\n".encode())
            time.sleep(0.05)

    def hang(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.7)

    web.put("/robots.txt", Page(b""))
    began = time.monotonic()
    hasty = replace(QUICK, attempts=1, read_seconds=0.3, total_seconds=0.8)
    with fetching(tmp_path, hasty) as fetcher:
        told = [
            fetcher.fetch(web.put(path, answer)).capture
            for path, answer in (("/trickle", trickle), ("/headers", slow_headers), ("/hang", hang))
        ]
    assert [c.outcome for c in told] == ["failed"] * 3
    assert ["within 0.8 s" in (c.error or "") for c in told] == [True, True, False], [c.error for c in told]
    assert "silent for 0.3 s" in (told[2].error or "")
    assert time.monotonic() - began < 8


def test_broken_answers(web: Web, tmp_path: Path) -> None:
    def short(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"x" * 10)
        handler.close_connection = True

    def reset(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"x" * 10)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.close_connection = True

    def nonsense(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"this is no HTTP\r\n\r\n")
        handler.close_connection = True

    def half_chunk(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"ff\r\nhalf")
        handler.close_connection = True

    packed = gzip.compress(b"some text " * 1000)
    faults = {
        "/short": short,
        "/reset": reset,
        "/nonsense": nonsense,
        "/half-chunk": half_chunk,
        "/half-gzip": Page(packed[:-20], headers={"Content-Encoding": "gzip"}),
        "/bad-gzip": Page(packed[:30] + b"garbage!" + packed[38:], headers={"Content-Encoding": "gzip"}),
    }
    with fetching(tmp_path) as fetcher:
        for path, fault in faults.items():
            capture = fetcher.fetch(web.put(path, fault, Page(b"whole"))).capture
            assert (path, capture.outcome, capture.byte_count) == (path, "new", 5)
        unasked = fetcher.fetch(web.put("/br", Page(b"x", headers={"Content-Encoding": "br"}))).capture
    assert unasked.outcome == "failed" and "'br'" in (unasked.error or "")
    assert [web.paths().count(path) for path in (*faults, "/br")] == [2] * len(faults) + [1]
    assert b"x" * 10 not in [body for *_, body, _headers in records(tmp_path)]


def test_a_dead_port(tmp_path: Path) -> None:
    with socket.socket() as held:
        held.bind((HOST, 0))
        port = held.getsockname()[1]
        with fetching(tmp_path) as fetcher:
            capture = fetcher.fetch(f"http://{HOST}:{port}/page").capture
    assert capture.outcome == "failed" and "robots.txt" in (capture.error or "")
