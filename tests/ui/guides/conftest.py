"""A small project with a guide, and the page of that guide."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kodebenk.application import guide_files, guide_queries
from kodebenk.ui.guides.guide_view import GuideView
from kodebenk.ui.project_signals import ProjectSignals

GUIDE = """Intervjuguide
Målgruppe: ledere
Versjon 1

Deltakelse

1. Hvordan begynte arbeidet med målene?
2. Ble de ansatte spurt?

Tillit til tallene

3. Hva betyr det for tilliten?
4. Hva har konsulentene bidratt med?
"""


@pytest.fixture
def guided_project(small_project, tmp_path):
    """The small project with a guide of two themes and four questions, found but not confirmed."""
    (tmp_path / "guide.txt").write_text(GUIDE, "utf-8")
    guide_files.import_guide_file(small_project, tmp_path / "guide.txt")
    return small_project


@pytest.fixture
def guide(guided_project):
    return guide_queries.guides(guided_project)[0]


class Heard:
    """What the view told its screen."""

    def __init__(self, view):
        self.done, self.many, self.errors, self.passages, self.actions = [], [], [], [], []
        view.done.connect(self.done.append)
        view.done_to_many.connect(self.many.append)
        view.failed.connect(self.errors.append)
        view.action_requested.connect(self.actions.append)
        view.passage_requested.connect(lambda *passage: self.passages.append(passage))


@pytest.fixture
def make_view(appearance, qtbot):
    """Show the guides of a project; the view is gone before the project is closed."""
    shown = []

    def make(project, width=1300):
        signals = ProjectSignals(project)
        view = GuideView(project, appearance)
        signals.changed.connect(view.follow)
        view.heard = Heard(view)
        shown.append((view, signals))
        view.resize(width, 780)
        view.set_narrow(narrow=width < 1100)
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        QApplication.processEvents()
        return view

    yield make
    for view, signals in shown:
        signals.end()
        view.close()
        view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def view(guided_project, make_view):
    """The table of guides."""
    return make_view(guided_project)


@pytest.fixture
def page(view, guide):
    """The page of the guide."""
    view.show_guide(guide.id)
    QApplication.processEvents()
    return view.page
