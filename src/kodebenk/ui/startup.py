"""Composition root of the window: application, language, looks, main window, and then the project."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from kodebenk import __version__
from kodebenk.ui.components.focus_ring import FocusFollower
from kodebenk.ui.crash_report import CrashReporter
from kodebenk.ui.cycle_collector import CycleCollector
from kodebenk.ui.icons import logo_icon
from kodebenk.ui.main_window import MainWindow
from kodebenk.ui.settings import Settings, own_folder
from kodebenk.ui.theme import Appearance
from kodebenk.ui.translation import Translation

_PROBES = 100
_LOST_AT_LEAST = 50
_FIRST_SAFE_PYTHON = (3, 12)


def run_window(project: Path | None) -> int:
    """Show the window, on a project if one is given, until the user closes it.

    Returns:
        0, or 1 where the installed PySide6 would crash.
    """
    if sys.version_info < _FIRST_SAFE_PYTHON and loses_none():
        sys.stderr.write(
            "kodebenk: the installed PySide6 would crash on this Python. "
            "Install PySide6-Essentials below 6.12, or Python 3.12 or later.\n"
        )
        return 1
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    started = Startup(application, project)
    started.collector.start()
    started.window.show()
    try:
        return application.exec()
    finally:
        started.collector.stop()


def loses_none() -> bool:
    """Tell whether calls that return nothing each lose a reference to None, until the interpreter crashes.

    WORKAROUND(PySide6 6.12): PYSIDE-3474, with Python before 3.12.
    """
    probe = QObject()
    before = sys.getrefcount(None)
    for _ in range(_PROBES):
        probe.blockSignals(False)
        probe.setObjectName("")
    return before - sys.getrefcount(None) > _LOST_AT_LEAST


class Startup(QObject):
    """Builds the window at once and opens the project after the first paint.

    Attributes:
        window: not yet shown.
    """

    def __init__(self, application: QApplication, project: Path | None) -> None:
        super().__init__(application)
        application.setApplicationName("kodebenk")
        application.setApplicationDisplayName("Kodebenk")
        application.setApplicationVersion(__version__)
        application.setDesktopFileName("kodebenk")
        application.setWindowIcon(logo_icon())
        self._project = project
        settings = Settings()
        self.translation = Translation(settings.language, self)
        self.translation.install()
        self.appearance = Appearance(settings.theme, settings.scale, self)
        self.appearance.apply(application)
        self.crashes = CrashReporter(own_folder() / "kodebenk.log", self)
        self.crashes.install()
        self.focus = FocusFollower(self.appearance, application)
        self.collector = CycleCollector(self)
        self.window = MainWindow(self.appearance, self.translation, settings)
        self.crashes.window = self.window
        self.crashes.tell = self.window.tell
        self.window.first_painted.connect(self._on_first_painted)

    @Slot()
    def _on_first_painted(self) -> None:
        QTimer.singleShot(0, self._after_first_paint)

    @Slot()
    def _after_first_paint(self) -> None:
        desk = self.window.desk  # brings the database along, while the user looks at the page
        # What was imported stays: a full collection need not look at it again. In the middle of opening a large
        # document it cost 40 of 145 ms.
        gc.freeze()
        if self._project is not None and desk.is_empty:
            self.window.open_project(self._project)
