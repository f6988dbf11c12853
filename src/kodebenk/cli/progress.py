"""Tells on a terminal how far long work has come; files and pipes get nothing."""

from __future__ import annotations

import sys
from pathlib import Path

from kodebenk.cli.output import cut


class Progress:
    """One line on stderr that is written over and over, and wiped at the end."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._number = 0
        self._name = ""
        self._shown = sys.stderr.isatty()

    def start(self, path: Path) -> None:
        """Say that the next file is being read."""
        self._number += 1
        self._name = path.name
        self._show("")

    def part(self, done: int, of: int) -> None:
        """Say how much of the file is read, such as pages."""
        self._show(f" {done}/{of}")

    def finish(self) -> None:
        """Wipe the line."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _show(self, part: str) -> None:
        if self._shown:
            sys.stderr.write(f"\r\x1b[K{self._number}/{self._total} {cut(self._name, 50)}{part}")
            sys.stderr.flush()
