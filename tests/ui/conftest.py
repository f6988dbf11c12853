"""What all tests of windows share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kodebenk.ui.theme import Appearance


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The light appearance, applied; the application is plain again afterwards."""
    made = Appearance("light")
    made.apply(qapp)
    yield made
    made.set_theme("system")
    qapp.setStyleSheet("")
