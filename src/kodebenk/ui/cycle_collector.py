"""Python's collector of cyclic garbage, run on the thread of the windows and between events only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_PAUSE_MS = 1_000


class CycleCollector(QObject):
    """Collects in pauses what Python would otherwise collect wherever it happens to allocate.

    WORKAROUND(PySide6 6.x): Python begins a collection in whatever thread and function fills the youngest generation.
    Widgets of a closed window are such garbage. Destroyed in a worker, or while another widget paints, they take the
    window that is open with them: a segmentation fault. What has no cycles goes at once, as always.

    The generations and their thresholds are Python's own. The recipe is that of calibre (Kovid Goyal, 2012).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take over from Python's own collector, until `stop`."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def collect(self) -> None:
        """Collect the generations that are full."""
        full = 0
        for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True):
            if count <= threshold:
                break
            full += 1
        if full:
            gc.collect(full - 1)
