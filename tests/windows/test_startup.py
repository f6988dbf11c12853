"""Starting: what is imported when, the self-check, and what happens when the program itself fails."""

import json
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QMessageBox

from kodebenk.errors import ProjectFileError, ProjectFileProblem
from kodebenk.ui import startup
from kodebenk.ui.crash_report import CrashReporter, describe_crash

HEAVY = ("docx", "pdfminer", "openpyxl", "xlsxwriter", "alembic", "lxml", "rapidfuzz")

SCRIPT = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kodebenk.ui.startup import Startup

application = QApplication([])
started = Startup(application, None)
before = sorted(sys.modules)

def after_paint():
    QTimer.singleShot(0, finish)

def finish():
    print(json.dumps({"before": before, "after": sorted(sys.modules)}))
    started.window.close()
    application.quit()

started.window.first_painted.connect(lambda: QTimer.singleShot(0, after_paint))
started.window.show()
application.exec()
"""


@pytest.fixture(scope="module")
def modules(tmp_path_factory):
    import os

    home = tmp_path_factory.mktemp("home")
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "en_GB.UTF-8"}
    surroundings |= {name: str(home) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, env=surroundings, timeout=60
    )
    return json.loads(done.stdout.splitlines()[-1])


def test_that_the_welcome_page_needs_no_library_for_files(modules):
    assert [name for name in HEAVY if name in modules["after"]] == []


def test_that_the_database_library_comes_after_the_first_paint(modules):
    assert "sqlalchemy" not in modules["before"]
    assert "sqlalchemy" in modules["after"]


def test_that_the_installed_pyside_keeps_none():
    assert not startup.loses_none()


def test_that_a_pyside_that_loses_none_is_refused_in_a_sentence(monkeypatch, capsys):
    monkeypatch.setattr(startup, "loses_none", lambda: True)
    monkeypatch.setattr(startup.sys, "version_info", (3, 11, 0))
    assert startup.run_window(None) == 1
    assert "PySide6" in capsys.readouterr().err


def _fail(words):
    raise KeyError(words)


@pytest.fixture
def reporter(tmp_path, qapp):
    made = CrashReporter(tmp_path / "log" / "kodebenk.log")
    yield made
    if made.dialog is not None:
        made.dialog.close()


def test_that_a_crash_is_logged_without_its_words_and_told_once(reporter, qtbot, tmp_path, capsys):
    try:
        _fail("Hun sa at rektor løy")
    except KeyError as error:
        reporter.report(type(error), error, error.__traceback__)
        reporter.report(type(error), error, error.__traceback__)
    log = (tmp_path / "log" / "kodebenk.log").read_text("utf-8")
    assert log.count("builtins.KeyError") == 2
    assert "in _fail" in log
    assert "rektor" not in log
    assert "rektor" not in capsys.readouterr().err
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert isinstance(reporter.dialog, QMessageBox)
    assert "kodebenk.log" in reporter.dialog.informativeText()


def test_that_a_file_found_damaged_in_the_middle_of_the_work_is_told_in_its_own_words(reporter, qtbot, tmp_path):
    told = []
    reporter.tell = told.append
    error = ProjectFileError(ProjectFileProblem.DAMAGED, tmp_path / "a.kodebenk")
    reporter.report(type(error), error, None)
    qtbot.waitUntil(lambda: told == [error])
    assert reporter.dialog is None
    assert "ProjectFileError" in (tmp_path / "log" / "kodebenk.log").read_text("utf-8")


def test_that_a_log_that_cannot_be_written_is_no_second_crash(tmp_path, qapp, capsys):
    (tmp_path / "file").write_text("")
    reporter = CrashReporter(tmp_path / "file" / "kodebenk.log")
    reporter._append("words")
    assert not (tmp_path / "file").is_dir()


def test_that_the_places_of_a_crash_are_named_by_file_and_line():
    try:
        _fail("x")
    except KeyError as error:
        text = describe_crash(type(error), error.__traceback__)
    assert "test_startup.py:" in text
    assert "Kodebenk 0." in text


def test_that_the_program_ends_cleanly_with_copied_words_in_the_clipboard(tmp_path):
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "from kodebenk.domain.document import DocumentText, Span, TextStructure\n"
        "from kodebenk.ui.reading.document_view import DocumentView\n"
        "from kodebenk.ui.theme import Appearance\n"
        "application = QApplication([])\n"
        "view = DocumentView(Appearance('light'))\n"
        "view.show_document(DocumentText(1, 'hei på deg', TextStructure((Span(0, 10),), line_starts=(0,))), {})\n"
        "view.selectAll()\n"
        "view.copy()\n"
        "print(QGuiApplication.clipboard().text())\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "hei på deg")
