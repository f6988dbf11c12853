"""One PDF worker as its parent sees it: what it was asked, how long it may take, how it is ended."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from kodebenk.importing.pdf_worker import WORKER_ARGUMENT

_WORKER = "kodebenk.importing.pdf_worker"


class PdfProcess:
    """A worker that has a file open and reads the pages it is asked for.

    Its messages go, as (worker, message), to the queue; an empty message says that it has ended.

    Attributes:
        place: the page it is at, counted from 0; None while it opens the file.
        pages: how many it has read.
        is_busy: whether it was asked for something that it has not answered in full.
    """

    def __init__(
        self,
        path: Path,
        messages: SimpleQueue[tuple[PdfProcess, dict[str, Any]]],
        *,
        memory: int,
        most_pages: int,
        seconds: float,
    ) -> None:
        """Start it.

        Args:
            path: the PDF.
            messages: the queue.
            memory: bytes of address space that it may have, where the system can limit it.
            most_pages: pages after which it gives up.
            seconds: time for opening the file, and for each stretch that `allow_more_time` begins.
        """
        self.place: int | None = None
        self.pages = 0
        self.is_busy = True  # it opens the file
        self._messages = messages
        self._seconds = seconds
        self._process = _start(path, memory, most_pages)
        self._forwarder = threading.Thread(target=self._forward, daemon=True)
        self._forwarder.start()
        self.allow_more_time()

    @property
    def id(self) -> int:
        """The number that the system knows it by."""
        return self._process.pid

    @property
    def is_late(self) -> bool:
        """Whether its time is up."""
        return self.is_busy and time.monotonic() > self._deadline

    def allow_more_time(self) -> None:
        """Begin a new stretch."""
        self._deadline = time.monotonic() + self._seconds

    def ask(self, start: int, stop: int) -> None:
        """Ask for the pages `[start, stop)`, counted from 0 and after all that it was asked for before."""
        self.place = start
        assert self._process.stdin is not None
        with suppress(OSError):  # it has ended, as its empty message tells
            self._process.stdin.write(f"{start} {stop}\n".encode("ascii"))
            self._process.stdin.flush()

    def was_killed(self) -> bool:
        """Tell whether the system ended it, which for a worker means that memory ran out."""
        return self._process.wait() == -getattr(signal, "SIGKILL", 9)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def clear_away(self) -> None:
        """Wait until nothing is left of it; after `kill`."""
        self._forwarder.join()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(OSError):
            self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def _forward(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith(b"\n"):  # else it was ended while it wrote
                self._messages.put((self, json.loads(line)))
        self._messages.put((self, {}))


def _start(path: Path, memory: int, most_pages: int) -> subprocess.Popen[bytes]:
    frozen = getattr(sys, "frozen", False)
    # -P: a module lying beside the user's files must not be taken for one of ours.
    command = [sys.executable, WORKER_ARGUMENT] if frozen else [sys.executable, "-P", "-m", _WORKER]
    return subprocess.Popen(
        [*command, str(path.resolve()), str(memory), str(most_pages)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _environment() -> dict[str, str]:
    """Return an environment in which the worker finds this package where this process found it."""
    package_parent = str(Path(__file__).resolve().parents[2])
    inherited = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (package_parent, inherited)))}
