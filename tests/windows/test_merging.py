"""Merging another copy and packing for a coder by the menus, in a real window."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from conftest import CHOSEN, passage_of
from kodebenk.application import (
    codebook_actions,
    coding_actions,
    coding_tasks,
    correction_preview,
    document_actions,
    queries,
    text_correction,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coding import Stance
from kodebenk.domain.project_change import ChangeName
from kodebenk.storage.integrity import data_of
from kodebenk.ui.files.unplaced_sheet import UnplacedSheet
from kodebenk.ui.merging import merge_work
from kodebenk.ui.merging.item_model import word_captions
from kodebenk.ui.merging.merge_report_sheet import MergeReportSheet
from kodebenk.ui.merging.package_sheet import PackageSheet
from kodebenk.ui.merging.section_values import Heading, Item, SectionName
from windows.conftest import ToldDialogs, speak, visible_texts

SAID = "Det begynte med et budsjett som sprakk."
LAST = "Ring meg om noe er uklart."


class CopyDialogs(ToldDialogs):
    """Answers which copy to merge, and where a package shall lie."""

    def choose_other_copy(self, parent, folder):
        self.proposed = folder
        return self.answer

    def choose_package(self, parent, suggestion):
        self.proposed = suggestion
        return self.answer


@pytest.fixture
def dialogs(qapp):
    return CopyDialogs()


@pytest.fixture
def there(lillevik, tmp_path):
    """The path of a copy of the project, which nobody has open."""
    folder = tmp_path / "jonas"
    folder.mkdir()
    return shutil.copy(lillevik, folder / "jonas.kodebenk")


def change_there(path, *steps, coder="Jonas B."):
    with OpenProject.open(path, coder_name=coder) as theirs:
        for step in steps:
            step(theirs)


def code(quote, code_name, **values):
    def step(project):
        code_id = queries.codebook(project).find(code_name).id
        coding_actions.apply_code(project, passage_of(project, 1, quote), code_id, **values)

    return step


def correct(old, new):
    def step(project):
        words = queries.text_of(project, 1).text
        assert old in words
        preview = correction_preview.preview_correction(project, 1, words.replace(old, new))
        text_correction.apply_correction(project, preview)

    return step


def set_stance(coding_id, stance):
    return lambda project: coding_actions.set_stance(project, coding_id, stance)


def choose(window, menu_name, name):
    window.menus.menu(menu_name).aboutToShow.emit()
    action = window.menus.action(name)
    assert action in window.menus.menu(menu_name).actions()
    assert action.isEnabled()
    action.trigger()


def merge_page(window, qtbot, dialogs, path):
    """Choose a copy in the menu and wait for its preview."""
    dialogs.answer = path
    choose(window, "file", "merge_copy")
    page = window.page.merge_page
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
    return page


def show(page, name):
    """Show a section and return its items."""
    page.sections.select(name.value - 1)
    QApplication.processEvents()
    return [one for one in page.panel.list.items_shown.lines if isinstance(one, Item)]


def row_of(page, title):
    lines = page.panel.list.items_shown.lines
    return next(at for at, one in enumerate(lines) if isinstance(one, Item) and one.title == title)


def answer(page, qtbot, row, *, theirs):
    """Click an answer of a row and wait until the preview tells what it does."""
    rows = page.panel.list
    rows.scrollTo(rows.items_shown.index(row))
    QApplication.processEvents()
    point = rows.answer_point(row, theirs=theirs)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.is_busy
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)


def merge(window, qtbot):
    page = window.page.merge_page
    qtbot.mouseClick(page.merge, Qt.MouseButton.LeftButton)
    assert page.merge.text().strip() == "Merging …"
    qtbot.waitUntil(lambda: window.page.merge_page is None, timeout=20_000)


def button_text(page):
    return page.merge.text().strip()


def facts(page):
    return {row.title: row.detail for row in page.sections.rows_shown.rows}


# From the menu to the merge and back


def test_that_a_copy_is_looked_at_merged_and_taken_back(there, project_window, qtbot, dialogs):
    change_there(there, code(SAID, "Tillit", stance=Stance.FOR), lambda one: codebook_actions.add_code(one, "Økonomi"))
    project = project_window.desk.project
    before = data_of(project.connection)
    page = merge_page(project_window, qtbot, dialogs, there)
    assert dialogs.proposed == project.path.parent
    assert "Merge jonas.kodebenk" in visible_texts(page)
    assert any(text.startswith("Coded by Jonas B., last on ") for text in visible_texts(page))
    assert any(text.endswith("Nothing has been changed yet.") for text in visible_texts(page))
    assert any("put among the backups" in text for text in visible_texts(page))
    assert facts(page)["Codings"] == "1 new, 10 known"
    assert [one.title for one in show(page, SectionName.CODES)] == ["Økonomi"]
    assert [one.title for one in show(page, SectionName.CODERS)] == ["Jonas B."]
    assert button_text(page) == "Add 1 coding, 1 code"
    assert data_of(project.connection) == before
    merge(project_window, qtbot)
    assert queries.history(project)[-1].name is ChangeName.MERGE_PROJECT
    assert len(queries.codings(project)) == 11
    assert project_window.toast.message() == "Merged jonas.kodebenk: 1 coding"
    assert "Came in: 1 coding, 1 code." in visible_texts(project_window.page.merged_banner)
    project_window.toast.action_requested.emit()
    assert data_of(project.connection) == before
    assert not project_window.page.merged_banner.isVisible()


def test_that_leaving_changes_nothing_and_escape_lets_go_of_the_rows_first(there, project_window, qtbot, dialogs):
    change_there(there, code(SAID, "Tillit"))
    before = data_of(project_window.desk.project.connection)
    page = merge_page(project_window, qtbot, dialogs, there)
    page.panel.list.setFocus()
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Escape)
    assert page.sections.hasFocus()
    project_window.page.show_workspace("coding")
    project_window.page.show_workspace("material")
    assert project_window.page.current_workspace() is page
    qtbot.keyClick(page.sections, Qt.Key.Key_Escape)
    assert project_window.page.merge_page is None
    assert project_window.page.current_name == "material"
    assert data_of(project_window.desk.project.connection) == before


def test_that_a_copy_without_anything_new_changes_nothing(there, project_window, qtbot, dialogs):
    page = merge_page(project_window, qtbot, dialogs, there)
    before = data_of(project_window.desk.project.connection)
    assert button_text(page) == "Merge: nothing new was found"
    merge(project_window, qtbot)
    assert project_window.status_bar.message() == "There is nothing new in jonas.kodebenk"
    assert not project_window.page.merged_banner.isVisible()
    assert data_of(project_window.desk.project.connection) == before


def test_that_the_project_is_closed_while_a_copy_is_looked_at(there, project_window, qtbot, dialogs):
    merge_page(project_window, qtbot, dialogs, there)
    project_window.close_project()
    assert project_window.page is None


def test_that_closing_the_window_before_the_merge_begins_changes_nothing(
    there, project_window, qtbot, dialogs, tmp_path
):
    change_there(there, code(SAID, "Tillit"))
    page = merge_page(project_window, qtbot, dialogs, there)
    path = project_window.desk.project.path
    qtbot.mouseClick(page.merge, Qt.MouseButton.LeftButton)
    project_window.close_project()
    qtbot.wait(60)
    with OpenProject.open(path, read_only=True) as project:
        assert len(queries.codings(project)) == 10


# Choices


def test_that_a_difference_is_taken_over_by_a_click_and_by_keys(there, project_window, qtbot, dialogs):
    change_there(there, set_stance(1, Stance.MIXED), set_stance(2, Stance.MIXED))
    project = project_window.desk.project
    coding_actions.set_stance(project, 1, Stance.AGAINST)
    coding_actions.set_stance(project, 2, Stance.AGAINST)
    page = merge_page(project_window, qtbot, dialogs, there)
    items = show(page, SectionName.DIFFERENCES)
    assert [(one.title, one.aside, one.choice.ours, one.choice.theirs) for one in items] == [
        ("Styring/Resultatenhet", "Stance", "Against", "Mixed")
    ] * 2
    assert facts(page)["Differences"] == "2 kept, 0 taken over"
    answer(page, qtbot, 1, theirs=True)
    assert facts(page)["Differences"] == "1 kept, 1 taken over"
    assert button_text(page) == "Take over 1 thing"
    rows = page.panel.list
    rows.setFocus()
    rows.select(2)
    for key, taken in ((Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Space, 2)):
        qtbot.keyClick(rows, key)
        qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
        assert facts(page)["Differences"] == f"{2 - taken} kept, {taken} taken over"
        assert rows.currentIndex().row() == 2
    merge(project_window, qtbot)
    assert [queries.coding(project, one).stance for one in (1, 2)] == [Stance.MIXED] * 2
    project_window.undo()
    assert [queries.coding(project, one).stance for one in (1, 2)] == [Stance.AGAINST] * 2


def test_that_all_differences_are_taken_or_kept_at_once(there, project_window, qtbot, dialogs):
    change_there(there, set_stance(1, Stance.MIXED), set_stance(2, Stance.MIXED))
    for one in (1, 2):
        coding_actions.set_stance(project_window.desk.project, one, Stance.AGAINST)
    page = merge_page(project_window, qtbot, dialogs, there)
    show(page, SectionName.DIFFERENCES)
    assert not page.panel.all_ours.isEnabled()
    for button, words in (
        (page.panel.all_theirs, "0 kept, 2 taken over"),
        (page.panel.all_ours, "2 kept, 0 taken over"),
    ):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
        assert facts(page)["Differences"] == words
        assert not button.isEnabled()


def test_that_what_was_deleted_here_comes_back_when_it_is_wanted(there, project_window, qtbot, dialogs):
    project = project_window.desk.project
    guid = queries.coding(project, 1).guid
    coding_actions.remove_coding(project, 1)
    page = merge_page(project_window, qtbot, dialogs, there)
    (item,) = show(page, SectionName.REMOVED)
    assert (item.title, item.aside, item.choice.is_theirs) == ("Styring/Resultatenhet", "Coding", False)
    assert SAID in item.detail
    answer(page, qtbot, 1, theirs=True)
    assert facts(page)["Deleted here"] == "0 stay away, 1 come back"
    assert facts(page)["Codings"] == "1 new, 9 known"
    assert button_text(page) == "Add 1 coding"
    merge(project_window, qtbot)
    assert guid in {one.guid for one in queries.codings(project)}


def test_that_coders_of_one_name_are_two_until_somebody_says_that_they_are_one(there, project_window, qtbot, dialogs):
    change_there(there, code(SAID, "Tillit"))
    project = project_window.desk.project
    coding_actions.add_coder(project, "Jonas B.")
    page = merge_page(project_window, qtbot, dialogs, there)
    (item,) = show(page, SectionName.CODERS)
    assert "Jonas B. (2)" in item.choice.ours
    assert facts(page)["Coders"] == "1 new"
    answer(page, qtbot, 1, theirs=True)
    assert facts(page)["Coders"] == "0 new"
    merge(project_window, qtbot)
    assert [one.name for one in queries.coders(project)] == ["Ane K.", "Jonas B."]


def test_that_a_source_that_is_nearly_the_same_is_joined_when_somebody_says_so(
    there, project_window, qtbot, dialogs, tmp_path
):
    words = " ".join(f"Ord nummer {number} i en lengre fortelling om målene." for number in range(60))
    for name, text in (("her.txt", words), ("der.txt", words.replace("nummer 7 ", "nummer sju "))):
        (tmp_path / name).write_text(text, "utf-8")
    change_there(there, lambda theirs: document_actions.import_files(theirs, [tmp_path / "der.txt"]))
    project = project_window.desk.project
    document_actions.import_files(project, [tmp_path / "her.txt"])
    page = merge_page(project_window, qtbot, dialogs, there)
    show(page, SectionName.SOURCES)
    assert button_text(page) == "Add 1 source"
    row = row_of(page, "der.txt")
    assert "% like “her.txt”" in page.panel.list.items_shown.lines[row].detail
    answer(page, qtbot, row, theirs=True)
    assert facts(page)["Sources"] == "0 new, 3 known"
    titles = [one.title for one in page.panel.list.items_shown.lines if isinstance(one, Heading)]
    assert "Another text in the other copy" in titles
    answer(page, qtbot, row_of(page, "her.txt"), theirs=True)
    assert button_text(page) == "Take over 1 thing"
    merge(project_window, qtbot)
    assert len(queries.documents(project)) == 3
    assert "nummer sju" in queries.text_of(project, queries.find_document(project, "her.txt").id).text


# Texts that differ


@pytest.fixture
def corrected(there, project_window, qtbot, dialogs):
    """The preview of a copy with two new codings whose words were corrected and removed here."""
    change_there(there, code("De ble hørt, men de fikk ikke velge.", "Tillit"), code(LAST, "Tillit"))
    project = project_window.desk.project
    correct("De ble hørt, men", "De ble nok hørt, men")(project)
    correct(f" {LAST}", "")(project)
    return merge_page(project_window, qtbot, dialogs, there)


def test_that_codings_whose_words_are_others_or_gone_are_listed_and_shown(corrected, project_window, qtbot):
    page = corrected
    words = [(one.was, one.now) for one in show(page, SectionName.CODINGS) if one.was]
    assert {word_captions(one) for one in page.panel.list.items_shown.lines if isinstance(one, Item)} == {
        ("Coded there", "Stands here")
    }
    assert words == [
        ("De ble hørt, men de fikk ikke velge.", "De ble nok hørt, men de fikk ikke velge."),
        (LAST, ""),
    ]
    rows = page.panel.list
    rows.setFocus()
    rows.select(row_of(page, "Styring/Tillit"))
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    start = queries.text_of(project_window.desk.project, 1).text.index("De ble nok hørt")
    assert project_window.page.current_name == "coding"
    assert project_window.page.workspace("coding").shown == [(1, start, start + 40)]


def test_that_the_report_leads_to_the_text_and_to_the_codings_without_a_place(corrected, project_window, qtbot):
    merge(project_window, qtbot)
    banner = project_window.page.merged_banner
    said = "Came in: 2 codings. 1 coding should be looked at. 1 coding has no place yet."
    assert said in visible_texts(banner)
    qtbot.mouseClick(banner.show_report, Qt.MouseButton.LeftButton)
    sheet = project_window.sheets.page
    assert isinstance(sheet, MergeReportSheet)
    assert "1 of them has other words here" in visible_texts(sheet)
    sheet.list.setFocus()
    sheet.list.select(0)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    ((document_id, start, end),) = project_window.page.workspace("coding").shown
    text = queries.text_of(project_window.desk.project, document_id).text
    assert text[start:end] == "De ble nok hørt, men de fikk ikke velge."
    qtbot.mouseClick(sheet.settle, Qt.MouseButton.LeftButton)
    assert isinstance(project_window.sheets.page, UnplacedSheet)


def test_that_their_text_can_be_taken_and_the_codings_here_follow(corrected, project_window, qtbot):
    page = corrected
    show(page, SectionName.SOURCES)
    answer(page, qtbot, row_of(page, "intervju.txt"), theirs=True)
    (touched,) = [one for one in show(page, SectionName.CODINGS) if one.was]
    assert touched.title == "Deltakelse/Medvirkning"
    assert word_captions(touched) == ("Coded here", "Stands there")
    index = page.panel.list.items_shown.index(row_of(page, touched.title))
    assert f"Coded here: {touched.was}" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    merge(project_window, qtbot)
    project = project_window.desk.project
    assert LAST in queries.text_of(project, 1).text
    assert {one.anchor.quote for one in queries.codings(project)} >= {LAST, CHOSEN}


# What goes wrong


def test_that_a_file_that_is_no_project_is_refused_and_another_can_be_chosen(
    there, project_window, qtbot, dialogs, tmp_path
):
    (tmp_path / "notat.kodebenk").write_text("Hei", "utf-8")
    page = merge_page(project_window, qtbot, dialogs, tmp_path / "notat.kodebenk")
    assert "notat.kodebenk is not a Kodebenk project." in visible_texts(page.banner)
    assert not page.merge.isEnabled()
    dialogs.answer = project_window.desk.project.path
    qtbot.mouseClick(page.another_file, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
    assert "“lillevik.kodebenk” cannot be merged with itself." in visible_texts(page.banner)
    dialogs.answer = there
    qtbot.mouseClick(page.another_file, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
    assert not page.banner.isVisible()
    assert page.merge.isEnabled()


def test_that_a_change_of_the_project_asks_for_the_preview_again_and_choices_stay(
    there, project_window, qtbot, dialogs
):
    change_there(there, set_stance(1, Stance.MIXED))
    project = project_window.desk.project
    coding_actions.set_stance(project, 1, Stance.AGAINST)
    page = merge_page(project_window, qtbot, dialogs, there)
    show(page, SectionName.DIFFERENCES)
    answer(page, qtbot, 1, theirs=True)
    codebook_actions.add_code(project, "Klima")
    assert "The project changed since the preview was made." in visible_texts(page.banner)
    assert not page.merge.isEnabled()
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
    assert not page.banner.isVisible()
    assert facts(page)["Differences"] == "0 kept, 1 taken over"
    merge(project_window, qtbot)
    assert queries.coding(project, 1).stance is Stance.MIXED


def test_that_reading_a_copy_can_be_stopped_and_tried_again(there, project_window, qtbot, dialogs, monkeypatch):
    import time

    real = merge_work.plan_in_worker

    def slow(path, other, *, is_cancelled, progress, **others):
        progress(1, 4)
        while not is_cancelled():
            time.sleep(0.01)
        return real(path, other, is_cancelled=is_cancelled, progress=progress, **others)

    monkeypatch.setattr(merge_work, "plan_in_worker", slow)
    dialogs.answer = there
    choose(project_window, "file", "merge_copy")
    page = project_window.page.merge_page
    qtbot.waitUntil(lambda: "1 of 4" in visible_texts(page.progress), timeout=5_000)
    (stop,) = (one for one in page.progress.findChildren(QAbstractButton) if one.accessibleName() == "Stop")
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert "Stopped." in visible_texts(page.banner)
    assert not page.is_busy
    monkeypatch.setattr(merge_work, "plan_in_worker", real)
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.merge.isEnabled, timeout=20_000)


def test_that_somebody_who_codes_blind_sees_no_other_copy(there, project_window, qtbot, dialogs):
    change_there(there, code(SAID, "Tillit"))
    coding_tasks.assign(project_window.desk.project, [1], "Ane K.")
    page = merge_page(project_window, qtbot, dialogs, there)
    assert "Ane K. codes this blind and has not finished: intervju.txt." in visible_texts(page.banner)
    assert not page.merge.isEnabled()
    assert SAID not in " ".join(visible_texts(page))


def test_that_an_import_and_a_merge_under_way_take_turns(there, project_window, qtbot, dialogs, tmp_path):
    (tmp_path / "samtale.txt").write_text("Berit: Hei på deg, og takk for sist.", "utf-8")
    page = merge_page(project_window, qtbot, dialogs, there)
    project_window.page.import_files([tmp_path / "samtale.txt"])
    importing = project_window.page.import_page
    assert project_window.page.current_workspace() is importing
    qtbot.mouseClick(importing.cancel, Qt.MouseButton.LeftButton)
    assert project_window.page.current_workspace() is page


# Keys, names, languages


def test_that_keys_go_through_the_panels(there, project_window, qtbot, dialogs):
    change_there(there, code(SAID, "Tillit"))
    page = merge_page(project_window, qtbot, dialogs, there)
    show(page, SectionName.CODINGS)
    assert page.sections.hasFocus()
    qtbot.keyClick(page.sections, Qt.Key.Key_Return)
    assert page.panel.list.hasFocus()
    project_window.page.move_between_panels(1)
    assert QApplication.focusWidget() in (page.cancel, page.merge)
    project_window.page.move_between_panels(-1)
    assert page.panel.isAncestorOf(QApplication.focusWidget())


def test_that_everything_has_a_name_for_screen_readers(there, project_window, qtbot, dialogs):
    change_there(there, set_stance(1, Stance.MIXED))
    coding_actions.set_stance(project_window.desk.project, 1, Stance.AGAINST)
    page = merge_page(project_window, qtbot, dialogs, there)
    show(page, SectionName.DIFFERENCES)
    choose(project_window, "file", "package")
    for shown in (page, project_window.sheets):
        for kind in (QAbstractButton, QComboBox, QLineEdit):
            for widget in shown.findChildren(kind):
                assert not widget.isVisible() or widget.accessibleName(), (widget, widget.parent())
    assert (page.sections.accessibleName(), page.panel.list.accessibleName()) == (
        "What the merge is about",
        "Differences",
    )
    rows = page.panel.list.items_shown
    spoken = rows.data(rows.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Here: Against, In the other copy: Mixed, Here is chosen")


def test_that_page_report_and_package_speak_norwegian(corrected, project_window, qtbot):
    page = corrected
    speak(project_window, "nb")
    assert "Flett inn jonas.kodebenk" in visible_texts(page)
    assert button_text(page) == "Legg til 2 kodinger"
    assert "Kilder" in facts(page)
    choose(project_window, "file", "package")
    assert "Hvem skal kode" in visible_texts(project_window.sheets)
    speak(project_window, "en")
    assert "Who shall code" in visible_texts(project_window.sheets)
    assert button_text(page) == "Add 2 codings"


# Packages


def package_sheet(window):
    choose(window, "file", "package")
    assert isinstance(window.sheets.page, PackageSheet)
    return window.sheets.page


def test_that_a_package_holds_the_chosen_sources_and_nobodys_codings(project_window, qtbot, dialogs, tmp_path):
    sheet = package_sheet(project_window)
    assert not sheet.write.isEnabled()
    qtbot.keyClicks(sheet.coder, "Jonas  B.")
    assert "New here. Another package for this name is for the same person." in visible_texts(sheet)
    assert "Sources: 2 of 2" in visible_texts(sheet)
    sheet.sources.setFocus()
    qtbot.keyClick(sheet.sources, Qt.Key.Key_Space)
    assert "Sources: 1 of 2" in visible_texts(sheet)
    dialogs.answer = tmp_path / "til-jonas.kodebenk"
    qtbot.mouseClick(sheet.write, Qt.MouseButton.LeftButton)
    assert dialogs.proposed.name == "Lillevik for Jonas B..kodebenk"
    banner = project_window.page.written_banner
    qtbot.waitUntil(banner.isVisible, timeout=20_000)
    assert "til-jonas.kodebenk is saved" in visible_texts(banner)
    assert project_window.sheets.page is None
    with OpenProject.open(dialogs.answer) as made:
        assert [one.name for one in queries.documents(made)] == ["notater.txt"]
        assert [one.name for one in queries.coders(made)] == ["Jonas B."]
        assert queries.codings(made) == []
        assert len(queries.codebook(made).codes) == 6


def test_that_all_and_none_of_the_sources_are_chosen_at_once(project_window, qtbot):
    sheet = package_sheet(project_window)
    sheet.coder.setCurrentText("Ane K.")
    assert "A coder of this project. What comes back is theirs." in visible_texts(sheet)
    qtbot.mouseClick(sheet.none, Qt.MouseButton.LeftButton)
    assert sheet.sources.sources.chosen == ()
    assert not sheet.write.isEnabled()
    qtbot.mouseClick(sheet.all, Qt.MouseButton.LeftButton)
    assert len(sheet.sources.sources.chosen) == 2
    assert sheet.write.isEnabled()


def test_that_a_package_in_the_place_of_the_project_is_refused(project_window, qtbot, dialogs):
    sheet = package_sheet(project_window)
    sheet.coder.setCurrentText("Jonas B.")
    project = project_window.desk.project
    before = data_of(project.connection)
    dialogs.answer = project.path
    qtbot.mouseClick(sheet.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(project_window.page.banner.isVisible, timeout=20_000)
    assert any("exists already" in text for text in visible_texts(project_window.page.banner))
    assert project_window.sheets.page is sheet
    assert data_of(project.connection) == before


def test_that_what_was_coded_in_a_package_comes_back(project_window, qtbot, dialogs, tmp_path):
    sheet = package_sheet(project_window)
    sheet.coder.setCurrentText("Jonas B.")
    dialogs.answer = tmp_path / "til-jonas.kodebenk"
    qtbot.mouseClick(sheet.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(project_window.page.written_banner.isVisible, timeout=20_000)
    change_there(dialogs.answer, code(SAID, "Tillit"))
    page = merge_page(project_window, qtbot, dialogs, dialogs.answer)
    assert button_text(page) == "Add 1 coding"
    merge(project_window, qtbot)
    assert [one.name for one in queries.coders(project_window.desk.project)] == ["Ane K.", "Jonas B."]


def test_that_a_coder_with_tasks_gets_the_sources_they_were_given_to_code(project_window, qtbot, dialogs, tmp_path):
    project = project_window.desk.project
    coding_tasks.assign(project, [2], "Kari L.")
    sheet = package_sheet(project_window)
    assert set(sheet.sources.sources.chosen) == {1, 2}
    sheet.coder.setCurrentText("Kari L.")
    assert set(sheet.sources.sources.chosen) == {2}
    dialogs.answer = tmp_path / "til-kari.kodebenk"
    sheet.write.click()
    qtbot.waitUntil(dialogs.answer.exists)
    with OpenProject.open(dialogs.answer, coder_name="Kari L.") as theirs:
        assert [(one.document_id, one.blind) for one in coding_tasks.tasks(theirs)] == [(1, True)]
        assert [one.name for one in queries.documents(theirs)] == [queries.document(project, 2).name]
