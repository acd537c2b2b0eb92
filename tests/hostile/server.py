"""The hostile web's server, a process of its own: all hosts on one port of 127.0.0.1, told apart by their names.

`python -m tests.hostile.server HOSTS DOCUMENTS FAILING HOSTILE` prints its port and ends with its standard input. It
writes down every request; `GET /log` of the host `control` gives the list, `/night/N` tells it that night N has come:
from the second on, nothing goes wrong and nothing is new. Both that and `/clear` begin the list anew.
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.hostile.plan import Answer, Plan, bomb

_HANG = 20.0  # seconds


class Server:
    """Answers as the plan has it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.port = 0
        self.night = 1
        self.attempts = Counter[tuple[str, str]]()
        self.log: list[tuple[str, str, float, float, int, str | None, bool]] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                began = time.monotonic()
                path = head[0].split(" ")[1]
                headers = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
                name = headers.get("host", "").partition(":")[0]
                if name == "control":
                    self._control(path, writer)
                elif not await self._answer(name, path, headers, began, reader, writer):
                    break
                await writer.drain()
        writer.close()

    def _control(self, path: str, writer: asyncio.StreamWriter) -> None:
        body = b"{}"
        if path == "/log":
            body = json.dumps(self.log).encode()
        elif path.startswith("/night/"):
            self.night = int(path.rpartition("/")[2])
        if path != "/log":
            self.log.clear()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)

    async def _answer(
        self,
        name: str,
        path: str,
        headers: dict[str, str],
        began: float,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> bool:
        """Answers, and says whether the connection is still good."""
        attempt = self.attempts[name, path]
        self.attempts[name, path] += 1
        fault = self.plan.fault(name, path, attempt) if self.night == 1 else None
        answer = self.plan.answer(name, path, self.night, self.port)
        known = dict(answer.headers)
        since, match = headers.get("if-modified-since"), headers.get("if-none-match")
        is_same = answer.status == 200 and (
            (match is not None and match == known.get("ETag", "").lower())
            or (since is not None and since == known.get("Last-Modified", "").lower())
        )
        entry = len(self.log)
        self.log.append((name, path, began, began, 0, fault, is_same))
        status, is_good, ended = await self._sent(path, answer, fault, is_same, reader, writer)
        if entry < len(self.log):
            self.log[entry] = (name, path, began, ended, status, fault, is_same)
        return is_good

    async def _sent(
        self,
        path: str,
        answer: Answer,
        fault: str | None,
        is_same: bool,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> tuple[int, bool, float]:
        """Sends the answer; returns its status, whether the connection is good, and the time before its last piece."""
        now = time.monotonic()
        if fault and fault[:3].isdigit():
            soon = format_datetime(datetime.now(UTC) + timedelta(seconds=1), usegmt=True)
            wait = {"429 wait": "Retry-After: 1\r\n", "503 wait": f"Retry-After: {soon}\r\n"}.get(fault, "")
            writer.write(f"HTTP/1.1 {fault[:3]} Trouble\r\n{wait}Content-Length: 4\r\n\r\noops".encode())
            return int(fault[:3]), True, now
        if fault == "slow headers":
            await _left(reader)
            return 0, False, time.monotonic()
        if is_same and fault is None:
            writer.write(b"HTTP/1.1 304 Not Modified\r\n\r\n")
            return 304, True, now
        if path in ("/trap/bomb", "/trap/endless", "/trap/slow-body"):
            return await self._slowly(path, answer, writer)
        length = len(answer.body) * 2 if fault == "wrong length" else len(answer.body)
        encoding = "Content-Encoding: gzip\r\n" if fault == "truncated gzip" else ""
        lines = "".join(f"{key}: {value}\r\n" for key, value in answer.headers)
        head = f"HTTP/1.1 {answer.status} OK\r\n{lines}{encoding}Content-Length: {length}\r\n\r\n".encode()
        if fault is None:
            writer.write(head + answer.body)
            return answer.status, True, now
        if fault == "truncated gzip":
            short = gzip.compress(answer.body)[:-20]
            writer.write(head.replace(b"%d" % length, b"%d" % len(short)) + short)
            return answer.status, True, now
        writer.write(head + answer.body[: len(answer.body) // 2])
        await writer.drain()
        if fault == "hang in body":
            await _left(reader)
        elif fault == "reset in body":
            writer.transport.abort()
        return answer.status, False, time.monotonic() if fault == "hang in body" else now

    async def _slowly(self, path: str, answer: Answer, writer: asyncio.StreamWriter) -> tuple[int, bool, float]:
        if path == "/trap/slow-body":
            writer.write(f"HTTP/1.1 200 OK\r\nContent-Length: {len(answer.body)}\r\n\r\n".encode())
            for at in range(0, len(answer.body), 400):
                await asyncio.sleep(0.05)
                now = time.monotonic()
                writer.write(answer.body[at : at + 400])
            return 200, True, now
        gzipped = "Content-Encoding: gzip\r\n" if path == "/trap/bomb" else ""
        writer.write(f"HTTP/1.1 200 OK\r\n{gzipped}Connection: close\r\n\r\n".encode())
        with contextlib.suppress(ConnectionError):
            for _ in range(1 if gzipped else 2_000):
                writer.write(bomb() if gzipped else b"and on " * 10_000)
                await writer.drain()
        return 200, False, time.monotonic()


async def _left(reader: asyncio.StreamReader) -> None:
    """Waits until the client goes away, or long enough."""
    until = time.monotonic() + _HANG
    while time.monotonic() < until and not reader.at_eof():
        await asyncio.sleep(0.02)


async def _main(plan: Plan) -> None:
    made = Server(plan)
    bomb()  # made before the first request: it takes a second, in which nothing else would be answered
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0, limit=65_536, backlog=1_000)
    made.port = server.sockets[0].getsockname()[1]
    print(made.port, flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    hosts, documents, failing, hostile = sys.argv[1:]
    asyncio.run(_main(Plan(int(hosts), int(documents), float(failing), hostile == "True")))
