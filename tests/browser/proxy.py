"""A line between a browser and a server that a test can cut or slow down: a small TCP proxy on the loopback address."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress

CHUNK = 65536


class Line:
    """Forwards connections to a port until it is cut; mended, it takes new ones. Use as a context manager."""

    def __init__(self, target: int) -> None:
        self.target, self.whole = target, True
        self.delay = 0.0  # s that each piece waits
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Line:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()
        self._listener.close()

    def cut(self) -> None:
        """End every connection, and from now on each new one at once."""
        self.whole = False
        for each in list(self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self._open.clear()

    def mend(self) -> None:
        """Let new connections through."""
        self.whole = True

    def _accept(self) -> None:
        with suppress(OSError):  # the listener was closed
            while True:
                client, _ = self._listener.accept()
                if not self.whole:
                    client.close()
                    continue
                try:
                    server = socket.create_connection(("127.0.0.1", self.target))
                except OSError:
                    client.close()
                    continue
                self._open |= {client, server}
                for one, other in ((client, server), (server, client)):
                    threading.Thread(target=self._forward, args=(one, other), daemon=True).start()

    def _forward(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(CHUNK):
                time.sleep(self.delay)
                other.sendall(data)
        with suppress(OSError):
            other.shutdown(socket.SHUT_WR)
