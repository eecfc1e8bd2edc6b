"""Real servers on this machine for the channels: one that takes POSTs, one that speaks SMTP."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer


@dataclass
class Taken:
    """What a server was given."""

    port: int = 0
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    recipients: list[list[str]] = field(default_factory=list)
    status: int = 204


@contextmanager
def web() -> Iterator[Taken]:
    taken = Taken()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            taken.headers.append(dict(self.headers))
            self.send_response(taken.status)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    taken.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield taken
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def mail() -> Iterator[Taken]:
    """As much of RFC 5321 as takes a message; no TLS, no login."""
    taken = Taken()
    loop = asyncio.new_event_loop()
    ready, stop = threading.Event(), asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def say(line: str) -> None:
            writer.write(line.encode() + b"\r\n")
            await writer.drain()

        await say("220 test")
        recipients: list[str] = []
        while line := await reader.readline():
            word = line.split(b":")[0].strip().upper()
            if word.startswith((b"EHLO", b"HELO")):
                await say("250 test")
            elif word.startswith(b"RCPT"):
                recipients.append(line.decode().partition("<")[2].partition(">")[0])
                await say("250 ok")
            elif word == b"DATA":
                await say("354 go on")
                data = b""
                while (part := await reader.readline()) != b".\r\n":
                    data += part[1:] if part.startswith(b"..") else part
                taken.bodies.append(data)
                taken.recipients.append(recipients)
                recipients = []
                await say("250 ok")
            elif word == b"QUIT":
                await say("221 bye")
                break
            else:
                await say("250 ok")
        writer.close()

    async def serve() -> None:
        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        taken.port = server.sockets[0].getsockname()[1]
        ready.set()
        async with server:
            await stop.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield taken
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
        loop.close()
