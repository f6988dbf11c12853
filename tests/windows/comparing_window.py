"""What tests of comparing in the real window share."""

from PySide6.QtCore import QCoreApplication

from kodebenk.ui.main_window import MainWindow
from windows.conftest import let_go


def show_project(qtbot, parts, path, coder, size=(1440, 900)):
    """Show a project in the real window; `parts` are appearance, translation, settings and dialogs."""
    appearance, translation, settings, dialogs = parts
    settings.coder_name = coder
    made = MainWindow(appearance, translation, settings, dialogs=dialogs)
    qtbot.addWidget(made, before_close_func=let_go)
    made.resize(*size)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.open_project(path)
    return made


def compare(window, qtbot):
    """Go to the workspace, and wait for what it shows."""
    window.commands.run("compare")
    screen = window.page.current_workspace()
    settle(screen, qtbot)
    return screen


def settle(screen, qtbot):
    """Wait until what is on the screen is true."""
    qtbot.waitUntil(lambda: not (screen.source.is_busy or screen.source.is_stale), timeout=20_000)
    QCoreApplication.processEvents()
