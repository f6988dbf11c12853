from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QWidget

from kodebenk.ui import translation

_TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO" sourcelanguage="en">
<context><name>Toast</name><message><source>Undo</source><translation>Angre</translation></message></context>
</TS>
"""


@pytest.fixture
def norwegian_file(tmp_path, monkeypatch):
    """A compiled translation with one text, found instead of the shipped one."""
    source, compiled = tmp_path / "kodebenk_nb.ts", tmp_path / "kodebenk_nb.qm"
    source.write_text(_TS, encoding="utf-8")
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    if not lrelease.exists():
        pytest.skip("PySide6's translation tools are not installed")
    subprocess.run([lrelease, str(source), "-qm", str(compiled)], check=True, capture_output=True)

    def find(relative):
        path = tmp_path / relative.removeprefix("translations/")
        if not path.exists():
            raise FileNotFoundError(relative)
        return path

    monkeypatch.setattr(translation, "find_resource", find)
    return compiled


@pytest.fixture
def switched(qapp):
    """A translation; afterwards English is back."""
    before = QLocale()
    made = translation.Translation("en")
    yield made
    made._exchange([])
    QLocale.setDefault(before)


class _Hearing(QWidget):
    def __init__(self):
        super().__init__()
        self.heard = 0

    def changeEvent(self, event):
        super().changeEvent(event)
        self.heard += event.type() == QEvent.Type.LanguageChange


def _undo():
    return QCoreApplication.translate("Toast", "Undo")


def test_that_norwegian_and_back_changes_texts_and_numbers(qtbot, norwegian_file, switched):
    with qtbot.waitSignal(switched.language_changed):
        switched.set_language("nb")
    assert _undo() == "Angre"
    assert QLocale().toString(0.5, "f", 1) == "0,5"
    switched.set_language("en")
    assert _undo() == "Undo"
    assert QLocale().toString(0.5, "f", 1) == "0.5"


def test_that_widgets_hear_of_another_language(qtbot, norwegian_file, switched):
    widget = _Hearing()
    qtbot.addWidget(widget)
    switched.set_language("nb")
    QCoreApplication.sendPostedEvents()
    assert widget.heard >= 1


def test_that_a_missing_translation_leaves_the_language_as_it_was(norwegian_file, switched):
    norwegian_file.unlink()
    with pytest.raises(FileNotFoundError):
        switched.set_language("nb")
    assert switched.language == "en"
    assert QLocale().name() == "en_GB"


def test_that_a_damaged_translation_is_refused(norwegian_file, switched):
    norwegian_file.write_bytes(b"not a translation")
    with pytest.raises(translation.TranslationUnreadable) as caught:
        switched.set_language("nb")
    assert caught.value.path == norwegian_file


@pytest.mark.parametrize(
    ("system", "language"), [("nb_NO", "nb"), ("nn_NO", "nb"), ("se_NO", "nb"), ("en_US", "en"), ("de_DE", "en")]
)
def test_that_the_system_language_decides_between_bokmal_and_english(monkeypatch, switched, system, language):
    monkeypatch.setattr(translation.QLocale, "system", staticmethod(lambda: QLocale(system)))
    assert translation.Translation("system").language == language
