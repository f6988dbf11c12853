"""Shows the material workspace of a project as in a main window of some size."""

from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kodebenk.ui.material.material_screen import MaterialScreen
from kodebenk.ui.project_signals import ProjectSignals


class Heard:
    """What the screen told the main window."""

    def __init__(self, screen):
        self.done, self.many, self.errors, self.passages = [], [], [], []
        screen.done.connect(self.done.append)
        screen.done_to_many.connect(self.many.append)
        screen.failed.connect(self.errors.append)
        screen.passage_requested.connect(lambda *passage: self.passages.append(passage))


@contextmanager
def workspaces_of(appearance, qtbot):
    """Give a function that shows the workspace of a project; its windows are gone before the project is closed."""
    shown = []

    def show(project, width=1440, height=900):
        signals = ProjectSignals(project)
        screen = MaterialScreen(project, signals, appearance)
        screen.heard = Heard(screen)
        shown.append((screen, signals))
        screen.resize(width - 84, height - 72)
        screen.resize_to(width)
        screen.show()
        qtbot.waitExposed(screen)
        screen.activateWindow()
        QApplication.processEvents()
        return screen

    yield show
    for screen, signals in shown:
        signals.end()
        screen.close()
        screen.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
