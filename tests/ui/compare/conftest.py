"""What tests of comparing share: a coded project, widgets that show it, and the language of numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from ui.compare.settled_project import delete_now, make_coded_project


@pytest.fixture
def coded(tmp_path, copies):
    """A project that three coders have coded."""
    opened = copies.open(make_coded_project, tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def windows(coded):
    """Widgets that are gone before the project is closed."""
    kept = []
    yield kept
    delete_now(kept)


@pytest.fixture(params=["en", "nb"])
def decimal(request):
    """The sign of decimals in a language, which is in use."""
    before = QLocale()
    QLocale.setDefault(QLocale("nb_NO" if request.param == "nb" else "en_GB"))
    yield "," if request.param == "nb" else "."
    QLocale.setDefault(before)
