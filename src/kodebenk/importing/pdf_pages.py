"""Runs PDF workers side by side and watches them: memory, time, number of pages."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from kodebenk.errors import Cancelled, SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.pdf_process import PdfProcess
from kodebenk.importing.pdf_worker import MOST_CHARACTERS, MOST_LINES
from kodebenk.importing.process_memory import memory_of
from kodebenk.importing.text_cleaning import clean_text

_SECONDS_BETWEEN_LOOKS = 0.1
_SECONDS_BETWEEN_WEIGHINGS = 0.5

_RANGE = 10
"""Pages that a worker is asked for at a time; some 0.2 s of work."""

_PAGES_PER_WORKER = 20
"""A further worker costs 0.2 s to start; so much it must have to do."""


@dataclass(frozen=True, slots=True)
class PdfLimits:
    """What reading a PDF may cost.

    Attributes:
        memory: bytes that a worker may hold.
        seconds: time of a worker for each stretch of pages, and for opening the file.
        stretch: pages in a stretch.
        pages: most pages of a file.
        workers: most processes that read one file; there are never more than the machine has cores.
    """

    memory: int = 1536 * 1024 * 1024
    seconds: float = 60.0
    stretch: int = 20
    pages: int = 5_000
    workers: int = 4


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A printed line; lengths in points, y from the bottom of the page.

    Attributes:
        size: of the type.
        gaps: wide gaps between its words, as (index of the first character after it, its left end, its right end).
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    is_bold: bool
    gaps: tuple[tuple[int, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page with its lines, in any order; lengths in points.

    Attributes:
        label: the file's own page label, empty without one.
        rules: drawn straight lines as (x0, y0, x1, y1), such as the borders of tables.
    """

    label: str
    height: float
    lines: tuple[PdfLine, ...]
    width: float = 0.0
    rules: tuple[tuple[float, float, float, float], ...] = ()


def plain_text(page: PdfPage) -> str:
    """Return the lines of a page from top to bottom."""
    lines = sorted(page.lines, key=lambda line: (-line.y0, line.x0))
    return clean_text("\n".join(line.text.strip() for line in lines))


def read_pages(
    path: Path, options: ReadOptions, limits: PdfLimits, text_of: Callable[[PdfPage], str] = plain_text
) -> tuple[PdfPage, ...]:
    """Return the lines of every page, read in processes of their own that are killed when one breaks a limit.

    A worker is `sys.executable -m …` (pythonw.exe too: its output is a pipe); a frozen program starts itself
    with `--read-pdf`, which its start must hand to `pdf_worker.run_if_asked`. Long files are read by as many workers
    as there are cores; the first page comes first, and `options.first_page` is told its text, which `text_of` makes.

    Raises:
        SourceUnreadable: ENCRYPTED, DAMAGED, TOO_LARGE or TOO_SLOW; `place` is the page where it happened.
        Cancelled: `options.is_cancelled` said so.
    """
    reading = _Reading(path, options, limits, text_of)
    try:
        return reading.run()
    finally:
        reading.end()


class _Reading:
    """The reading of one file: which pages have come, which were asked of whom, where the file ends."""

    def __init__(self, path: Path, options: ReadOptions, limits: PdfLimits, text_of: Callable[[PdfPage], str]) -> None:
        self._path = path
        self._options = options
        self._text_of = text_of
        self._limits = limits
        self._messages: SimpleQueue[tuple[PdfProcess, dict[str, Any]]] = SimpleQueue()
        self._workers: list[PdfProcess] = []
        self._pages: dict[int, PdfPage] = {}
        self._claimed = 0
        self._asked = 0
        self._end: int | None = None
        self._lines = 0
        self._characters = 0
        self._weighed = time.monotonic()

    def run(self) -> tuple[PdfPage, ...]:
        self._start_worker()
        while self._end is None or len(self._pages) < self._end:
            if not any(worker.is_busy for worker in self._workers):
                raise self._unreadable(SourceProblem.DAMAGED, detail="the file changed while it was read")
            self._take(*self._next_message())
        if not self._pages:
            raise self._unreadable(SourceProblem.DAMAGED, detail="no pages")
        return tuple(self._pages[number] for number in range(self._end))

    def end(self) -> None:
        for worker in self._workers:
            worker.kill()
        for worker in self._workers:
            worker.clear_away()

    def _start_worker(self) -> None:
        limits = self._limits
        worker = PdfProcess(
            self._path, self._messages, memory=limits.memory, most_pages=limits.pages, seconds=limits.seconds
        )
        self._workers.append(worker)

    def _take(self, worker: PdfProcess, message: dict[str, Any]) -> None:
        if "problem" in message:
            raise self._unreadable(SourceProblem(message["problem"]), worker, detail=message["detail"])
        if "pages" in message:
            self._begin(worker, message["pages"])
        elif "number" in message:
            self._take_page(worker, message)
        elif "reached" in message:
            self._ask_for_more(worker)
        elif "end" in message:
            worker.is_busy = False
            self._end = message["end"]
        elif worker.was_killed():
            raise self._unreadable(SourceProblem.TOO_LARGE, worker, detail="the PDF reader was killed")
        else:
            raise self._unreadable(SourceProblem.DAMAGED, worker, detail="the PDF reader stopped")

    def _begin(self, worker: PdfProcess, claimed: int) -> None:
        if worker is self._workers[0]:
            self._claimed = claimed
            most = min(self._limits.workers, _count_cores())
            for _ in range(1, min(most, claimed // _PAGES_PER_WORKER)):
                self._start_worker()
        worker.allow_more_time()
        self._ask_for_more(worker)

    def _ask_for_more(self, worker: PdfProcess) -> None:
        """Ask for the next pages; whether there are any, only the worker that looks for them knows."""
        if self._end is not None:
            worker.is_busy = False
            return
        worker.ask(self._asked, self._asked + _RANGE)
        self._asked += _RANGE

    def _take_page(self, worker: PdfProcess, message: dict[str, Any]) -> None:
        page = page_of(message)
        number = message["number"]
        self._pages[number] = page
        worker.place = number + 1
        worker.pages += 1
        if worker.pages % self._limits.stretch == 0:
            worker.allow_more_time()
        self._lines += len(page.lines)
        self._characters += sum(len(line.text) for line in page.lines)
        if self._lines > MOST_LINES or self._characters > MOST_CHARACTERS:
            raise self._unreadable(SourceProblem.TOO_LARGE, worker, detail=f"{self._lines} lines")
        if number == 0:
            self._tell_first_page(page)
        self._options.progress(len(self._pages), max(self._claimed, len(self._pages)))

    def _tell_first_page(self, page: PdfPage) -> None:
        text = self._text_of(page)
        if text:
            self._options.first_page(text)

    def _next_message(self) -> tuple[PdfProcess, dict[str, Any]]:
        while True:
            if self._options.is_cancelled():
                raise Cancelled
            self._check_limits()
            try:
                return self._messages.get(timeout=_SECONDS_BETWEEN_LOOKS)
            except Empty:
                continue

    def _check_limits(self) -> None:
        for worker in self._workers:
            if worker.is_late:
                raise self._unreadable(SourceProblem.TOO_SLOW, worker)
        # Where the system itself holds the worker to its limit, it never comes this far.
        if time.monotonic() > self._weighed + _SECONDS_BETWEEN_WEIGHINGS:
            self._weighed = time.monotonic()
            for worker in self._workers:
                if memory_of(worker.id) > self._limits.memory:
                    raise self._unreadable(SourceProblem.TOO_LARGE, worker, detail="memory")

    def _unreadable(
        self, problem: SourceProblem, worker: PdfProcess | None = None, *, detail: str = ""
    ) -> SourceUnreadable:
        place = f"page {worker.place + 1}" if worker and worker.place is not None else ""
        return SourceUnreadable(problem, self._path, place=place, detail=detail)


def _count_cores() -> int:
    """Return the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def page_of(message: dict[str, Any]) -> PdfPage:
    """Return the page of a worker's message."""
    lines = tuple(PdfLine(**{**line, "gaps": tuple(map(tuple, line["gaps"]))}) for line in message["lines"])
    rules = tuple(map(tuple, message["rules"]))
    return PdfPage(message["label"], message["height"], lines, message["width"], rules)
