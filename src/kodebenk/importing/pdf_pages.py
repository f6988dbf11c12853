"""Runs the PDF worker and watches it: memory, time, number of pages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any

from kodebenk.errors import Cancelled, SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.pdf_worker import WORKER_ARGUMENT

_WORKER = "kodebenk.importing.pdf_worker"
_SECONDS_BETWEEN_LOOKS = 0.1


@dataclass(frozen=True, slots=True)
class PdfLimits:
    """What reading a PDF may cost.

    Attributes:
        memory: bytes of address space of the worker (where the system can limit it).
        seconds: time for each stretch of pages, and for finding the first page.
        stretch: pages in a stretch.
        pages: most pages of a file.
    """

    memory: int = 1536 * 1024 * 1024
    seconds: float = 60.0
    stretch: int = 20
    pages: int = 5_000


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A printed line; lengths in points, y from the bottom of the page."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    is_bold: bool


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page; `label` is the file's own page label, empty without one. Lines stand in reading order."""

    label: str
    height: float
    lines: tuple[PdfLine, ...]


def read_pages(path: Path, options: ReadOptions, limits: PdfLimits) -> tuple[PdfPage, ...]:
    """Return the lines of every page, read in a process of its own that is killed when it breaks a limit.

    The worker is `sys.executable -m …` (pythonw.exe too: its output is a pipe); a frozen program starts itself
    with `--read-pdf`, which its start must hand to `pdf_worker.run_if_asked`. Where the system cannot limit memory
    (Windows, macOS) only time and pages are limited.

    Raises:
        SourceUnreadable: ENCRYPTED, DAMAGED, TOO_LARGE or TOO_SLOW; `place` is the page where it happened.
        Cancelled: `options.is_cancelled` said so.
    """
    messages: SimpleQueue[bytes] = SimpleQueue()
    with _start(path, limits) as worker:
        forwarder = threading.Thread(target=_forward, args=(worker.stdout, messages), daemon=True)
        forwarder.start()
        try:
            return _collect(path, messages, options, limits)
        finally:
            worker.kill()
            forwarder.join()


def _start(path: Path, limits: PdfLimits) -> subprocess.Popen[bytes]:
    frozen = getattr(sys, "frozen", False)
    # -P: a module lying beside the user's files must not be taken for one of ours.
    command = [sys.executable, WORKER_ARGUMENT] if frozen else [sys.executable, "-P", "-m", _WORKER]
    return subprocess.Popen(
        [*command, str(path.resolve()), str(limits.memory), str(limits.pages)],
        stdin=subprocess.DEVNULL,
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


def _collect(path: Path, messages: SimpleQueue[bytes], options: ReadOptions, limits: PdfLimits) -> tuple[PdfPage, ...]:
    pages: list[PdfPage] = []
    count = 0
    place = ""
    deadline = time.monotonic() + limits.seconds
    while True:
        message = _next_message(path, messages, options, deadline, place)
        if "problem" in message:
            raise SourceUnreadable(SourceProblem(message["problem"]), path, place=place, detail=message["detail"])
        if "done" in message:
            return tuple(pages)
        if "pages" in message:
            count = message["pages"]
        else:
            pages.append(_page(message))
            options.progress(len(pages), max(count, len(pages)))
            if len(pages) % limits.stretch == 0:
                deadline = time.monotonic() + limits.seconds
        place = f"page {len(pages) + 1}"


def _forward(output: IO[bytes], messages: SimpleQueue[bytes]) -> None:
    """Put every line into the queue, and an empty one when the worker has ended."""
    for line in output:
        messages.put(line)
    messages.put(b"")


def _next_message(
    path: Path, messages: SimpleQueue[bytes], options: ReadOptions, deadline: float, place: str
) -> dict[str, Any]:
    while True:
        if options.is_cancelled():
            raise Cancelled
        if time.monotonic() > deadline:
            raise SourceUnreadable(SourceProblem.TOO_SLOW, path, place=place)
        try:
            line = messages.get(timeout=_SECONDS_BETWEEN_LOOKS)
        except Empty:
            continue
        if not line:
            raise SourceUnreadable(SourceProblem.DAMAGED, path, place=place, detail="the PDF reader stopped")
        message: dict[str, Any] = json.loads(line)
        return message


def _page(message: dict[str, Any]) -> PdfPage:
    lines = tuple(PdfLine(**line) for line in message["lines"])
    return PdfPage(message["label"], message["height"], lines)
