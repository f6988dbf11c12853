"""What the window asks of the dialogs of the system."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from kodebenk.ui.shell.file_dialogs import FileDialogs


@pytest.fixture
def asked(monkeypatch):
    """Answers for the static functions of QFileDialog, and what they were asked."""
    record = {"answer": "", "many": []}

    def one(parent, title, start, filters):
        record.update(title=title, start=start, filters=filters)
        return record["answer"], filters

    def many(parent, title, start, filters):
        record.update(title=title, start=start, filters=filters)
        return record["many"], filters

    monkeypatch.setattr(QFileDialog, "getOpenFileName", one)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", one)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", many)
    return record


def test_that_letting_go_of_a_dialog_chooses_nothing(qapp, asked):
    dialogs = FileDialogs()
    assert dialogs.choose_project(None, Path("/x")) is None
    assert dialogs.choose_copy(None, Path("/x/kopi.kodebenk")) is None
    assert dialogs.choose_sources(None, Path("/x"), [".txt"]) == []


def test_that_a_new_project_gets_its_ending(qapp, asked):
    dialogs = FileDialogs()
    asked["answer"] = "/x/Mål 2.0"
    assert dialogs.choose_new_project(None, Path("/x/Mål.kodebenk")) == Path("/x/Mål 2.0.kodebenk")
    assert asked["start"] == str(Path("/x/Mål.kodebenk"))
    asked["answer"] = "/x/Mål.KODEBENK"
    assert dialogs.choose_copy(None, Path("/x/k.kodebenk")) == Path("/x/Mål.KODEBENK")


def test_that_sources_are_offered_by_their_endings(qapp, asked):
    asked["many"] = ["/x/a.docx", "/x/b.txt"]
    chosen = FileDialogs().choose_sources(None, Path("/x"), [".docx", ".txt"])
    assert chosen == [Path("/x/a.docx"), Path("/x/b.txt")]
    assert "*.docx *.txt" in asked["filters"]


def test_that_projects_are_offered_by_their_ending(qapp, asked):
    asked["answer"] = "/x/a.kodebenk"
    assert FileDialogs().choose_project(None, Path("/x")) == Path("/x/a.kodebenk")
    assert "*.kodebenk" in asked["filters"]


def test_that_an_export_gets_the_ending_of_the_format_chosen(qapp, asked, tmp_path):
    asked["answer"] = str(tmp_path / "Mål 2.0")
    chosen = FileDialogs().choose_export(None, "Eksporter", tmp_path / "Mål 2.0", [".docx", ".csv"])
    assert chosen == tmp_path / "Mål 2.0.docx"
    assert asked["filters"] == "Word (*.docx);;CSV (*.csv)"
    asked["answer"] = str(tmp_path / "Mål.CSV")
    assert FileDialogs().choose_export(None, "Eksporter", tmp_path / "Mål", [".docx", ".csv"]) == tmp_path / "Mål.CSV"


def test_that_a_file_that_is_there_is_never_chosen_unless_the_dialog_saw_its_whole_name(monkeypatch, qapp, tmp_path):
    (tmp_path / "kodebok.csv").write_text("er her", "utf-8")
    shown = []

    def answer(parent, title, start, filters):
        shown.append(Path(start).name)
        return str(tmp_path / "kodebok") if len(shown) == 1 else start, "CSV (*.csv)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    chosen = FileDialogs().choose_export(None, "Eksporter", tmp_path / "kodebok", [".docx", ".csv"])
    assert chosen == tmp_path / "kodebok.csv"
    assert shown == ["kodebok", "kodebok.csv"]


def test_that_tables_are_offered_by_their_endings(qapp, asked):
    asked["answer"] = "/x/a.csv"
    assert FileDialogs().choose_table(None, "Hent", Path("/x"), [".csv", ".xlsx"]) == Path("/x/a.csv")
    assert "*.csv *.xlsx" in asked["filters"]
    assert asked["title"] == "Hent"
