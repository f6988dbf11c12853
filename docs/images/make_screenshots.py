"""Takes the pictures of `docs/images/` from the real window on the example project.

Run: `python docs/images/make_screenshots.py [FOLDER] [--language nb|en]`. Works without a screen.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from component_gallery import main as draw_gallery
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kodebenk.application import queries
from kodebenk.application.example_project import build_example
from kodebenk.domain.matrix import CellKey
from kodebenk.ui.startup import Startup

LARGE = (1440, 900)
SMALL = (1100, 700)


class Camera:
    """A real window on the example project, and pictures of it."""

    def __init__(self, target: Path, language: str) -> None:
        self.target = target
        self._language = language
        self._application = QApplication.instance() or QApplication([])
        self._folder = tempfile.TemporaryDirectory()
        self._project = Path(self._folder.name) / "Målarbeid i tre kommuner.kodebenk"
        build_example(self._project).close()

    @contextmanager
    def window(self, theme: str, size: tuple[int, int], *, welcome: bool = False) -> Iterator[QWidget]:
        """Start the program, as a user would, and close it again."""
        started = Startup(self._application, None if welcome else self._project)
        window = started.window
        window.looks.use_language(self._language)
        started.appearance.set_theme(theme)
        window.resize(*size)
        window.show()
        self.settle()
        yield window
        window.close()
        started.appearance.set_theme("light")
        self.settle()

    def settle(self) -> None:
        """Let everything that is on its way arrive."""
        for _ in range(8):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QTest.qWait(40)

    def take(self, window: QWidget, name: str) -> None:
        """Save what the window shows."""
        self.settle()
        path = self.target / f"{name}.png"
        window.grab().save(str(path))
        print(path)

    def press(
        self, window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
        self.settle()


def show_coding(camera: Camera, window: QWidget) -> None:
    """Go to turn 13 of the joint interview and choose the coding there."""
    camera.press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    screen = window.page.current_workspace()
    project = window.desk.project
    chosen = next(one for one in queries.codings(project) if one.comment.startswith("Skiller mellom"))
    first = next(one for one in queries.codings(project) if one.anchor.quote.startswith("ingen kunne fortelle"))
    screen.show_passage(chosen.passage.document_id, first.passage.start, first.passage.end)
    camera.settle()
    screen.select_coding(chosen.id)
    camera.settle()


def open_palette(camera: Camera, window: QWidget) -> None:
    """Select a sentence in turn 14 and type into the quick-code palette."""
    screen = window.page.current_workspace()
    project = window.desk.project
    text = queries.text_of(project, screen.document_id).text
    quote = "De målene lever fremdeles, fordi folk kjenner dem igjen som sine egne."
    start = text.index(quote)
    screen.select_coding(None)
    screen.view.select_passage(start, start + len(quote))
    screen.view.setFocus()
    camera.settle()
    camera.press(window, Qt.Key.Key_K)
    for letter in "fork":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    camera.settle()


def choose_stale_cell(camera: Camera, window: QWidget) -> None:
    """Put the focus on R1 × Medvirkning, which has new codings."""
    project = window.desk.project
    code = queries.codebook(project).find("Medvirkning/Medvirkning")
    view = window.page.current_workspace().view
    view.select(CellKey(code.id, respondent_id=queries.respondents(project)[0].id))
    view.focus_grid()
    camera.settle()


def main() -> None:
    """Take every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent)
    parser.add_argument("--language", choices=("nb", "en"), default="nb")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as private:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = private
        take_all(Camera(given.folder, given.language))
    draw_gallery(given.folder)


def take_all(camera: Camera) -> None:
    """Take the pictures of the window."""
    for theme, mark in (("light", ""), ("dark", "-dark")):
        with camera.window(theme, LARGE) as window:
            show_coding(camera, window)
            camera.take(window, f"coding{mark}")
            if not mark:
                open_palette(camera, window)
                camera.take(window, "quick-code")
                camera.press(window, Qt.Key.Key_Escape)
            camera.press(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
            choose_stale_cell(camera, window)
            camera.take(window, f"matrix{mark}")
            camera.press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
            camera.take(window, f"material{mark}")
        with camera.window(theme, SMALL) as window:
            show_coding(camera, window)
            camera.take(window, f"coding-1100x700{mark}")
            camera.press(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
            camera.take(window, f"matrix-1100x700{mark}")
        with camera.window(theme, LARGE, welcome=True) as window:
            camera.take(window, f"welcome{mark}")


if __name__ == "__main__":
    main()
