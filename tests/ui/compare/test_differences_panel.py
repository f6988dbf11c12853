"""The decision panel in a window, and what it does to the project."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.application import agreement_report, codebook_actions, coding_actions, consensus_actions, queries
from kodebenk.application.example_project import build_example
from kodebenk.domain.consensus import DecisionChoice, DecisionTag
from kodebenk.errors import Rule
from kodebenk.ui.compare.differences.decision_panel import DecisionPanel
from kodebenk.ui.compare.shown_places import ShownPlace
from kodebenk.ui.theme import Appearance
from kodebenk.ui.translation import Translation
from ui.compare.settled_project import (
    MAIL,
    POLITICIANS,
    STAFF,
    STRONGER,
    TOGETHER,
    WEAKER,
    compare,
    consensus,
    delete_now,
    passage_with,
    place_at,
)


class Desk:
    """A panel with what it told, and the words that are selected in the text."""

    def __init__(self, opened, appearance, windows, report):
        self.opened, self.report, self.selected = opened, report, None
        self.panel = DecisionPanel(opened, appearance)
        windows.append(self.panel)
        self.panel.resize(320, 800)
        self.done, self.many, self.errors, self.nexts = [], [], [], []
        self.panel.done.connect(self.done.append)
        self.panel.done_to_many.connect(self.many.append)
        self.panel.failed.connect(self.errors.append)
        self.panel.next_requested.connect(lambda: self.nexts.append(1))
        self.panel.show()

    def show(self, words):
        self.panel.show_place(place_at(self.opened, self.report, words), self.report, lambda: self.selected)
        return self.panel

    def titles(self):
        return [row.accessibleName() for row in self.panel.form.rows]

    def chosen(self):
        return self.panel.form.chosen


@pytest.fixture
def desk(coded, appearance, windows):
    return Desk(coded, appearance, windows, compare(coded))


def test_that_a_difference_of_codes_offers_who_has_what(desk):
    panel = desk.show(STRONGER)
    assert panel.accessibleName() == "Decision on difference 2"
    assert desk.titles() == [
        "Tillit, AK and MS",
        "Legitimitet, LB",
        "Both codes",
        "None of them",
        "Other passage or codes …",
        "Leave open",
    ]
    assert not panel.save_button.isEnabled()


def test_that_a_boundary_offers_the_extents_and_no_second_name_for_the_same(desk):
    desk.show(MAIL)
    assert desk.titles()[:3] == [f"Medvirkning, AK and MS, “{STAFF}”", "Medvirkning, LB", "Not coded"]
    assert desk.panel.press("U")
    assert desk.chosen().raters == (1,)
    assert desk.panel.press("I")
    assert desk.chosen().raters == (0, 2)


@pytest.mark.parametrize(
    ("words", "key", "expected"),
    [
        (STRONGER, "1", [("Tillit", STRONGER)]),
        (STRONGER, "2", [("Legitimitet", STRONGER)]),
        (STRONGER, "3", [("Tillit", STRONGER)]),
        (STRONGER, "u", [("Legitimitet", STRONGER), ("Tillit", STRONGER)]),
        (STRONGER, "n", []),
        (STRONGER, "d", []),
        (MAIL, "2", [("Medvirkning", MAIL)]),
        (MAIL, "i", [("Medvirkning", STAFF)]),
        (POLITICIANS, "2", []),
        (POLITICIANS, "3", [("Legitimitet", POLITICIANS)]),
        (WEAKER, "u", [("Tillit", WEAKER)]),
    ],
)
def test_that_a_key_and_ctrl_enter_settle_the_place(desk, words, key, expected):
    desk.show(words).setFocus()
    QTest.keyClick(desk.panel, key)
    before = queries.codings(desk.opened)
    QTest.keyClick(desk.panel.form.rows[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (desk.errors, len(desk.done), desk.nexts) == ([], 1, [1])
    assert consensus(desk.opened) == expected
    assert queries.codings(desk.opened) == before
    (decision,) = consensus_actions.decisions(desk.opened)
    assert decision.is_settled is (key != "d")
    desk.opened.undo()
    assert (consensus(desk.opened), consensus_actions.decisions(desk.opened)) == ([], ())


def test_that_reason_tag_and_note_are_kept(desk):
    panel = desk.show(STRONGER)
    form = panel.form
    panel.press("1")
    QTest.keyClicks(form.reason, "Uklart u1")
    form.tag.setCurrentIndex(form.tag.findData("unclear_definition"))
    form.book.click()
    assert form.chosen.raters == (0, 2)
    QTest.keyClicks(form.note, "Ikke personer")
    panel.save_button.click()
    (decision,) = consensus_actions.decisions(desk.opened)
    assert (decision.reason, decision.tag, decision.book_note) == (
        "Uklart u1",
        DecisionTag.UNCLEAR_DEFINITION,
        "Ikke personer",
    )
    assert (decision.choice, decision.coder_id, decision.kind) == (DecisionChoice.ACCEPT, 1, "different_code")


def test_that_a_note_without_words_is_the_reason_and_one_without_either_cannot_be_saved(desk):
    panel = desk.show(STRONGER)
    panel.press("1")
    panel.form.book.click()
    assert not panel.save_button.isEnabled()
    panel.form.reason.setPlainText("Gjelder personer")
    panel.save_button.click()
    assert consensus_actions.decisions(desk.opened)[0].book_note == "Gjelder personer"


def test_that_other_words_and_codes_are_chosen_in_the_text(desk):
    panel = desk.show(STRONGER)
    panel.press("E")
    editor = panel.form.editor
    assert editor.isVisible()
    assert not panel.save_button.isEnabled()
    editor.add_button.click()
    assert editor.hint.text() == "No words of this text are selected."
    desk.selected = passage_with(desk.opened, "der folk hadde vært med.")
    editor.code.setCurrentIndex(editor.code.findText("Forankring"))
    editor.add_button.click()
    editor.code.setCurrentIndex(0)
    editor.add_button.click()
    editor.add_button.click()
    assert len(editor.codings) == 2
    panel.save_button.click()
    assert desk.errors == []
    words = "der folk hadde vært med."
    assert consensus(desk.opened) == [("Forankring", words), ("Tillit", words)]
    desk.show(STRONGER).change_button.click()
    assert len(editor.codings) == 2
    editor.findChild(type(panel.close_button)).click()
    assert len(editor.codings) == 1


def test_that_words_of_another_text_are_not_taken(desk):
    panel = desk.show(STRONGER)
    panel.press("E")
    desk.selected = passage_with(desk.opened, WEAKER)
    panel.form.editor.add_button.click()
    assert panel.form.editor.codings == ()


def test_that_a_settled_place_shows_the_decision_until_it_is_changed(desk):
    panel = desk.show(STRONGER)
    panel.press("2")
    panel.form.reason.setPlainText("Ordningen vurderes")
    panel.save_button.click()
    desk.show(STRONGER)
    assert (panel.form.isVisible(), panel.summary.isVisible(), panel.save_button.isVisible()) == (False, True, False)
    assert panel.summary.what.text() == "Legitimitet, as Lars Berg has it"
    assert panel.summary.reason.text() == "Ordningen vurderes"
    assert not panel.press("1")
    panel.change_button.click()
    assert (desk.chosen().raters, panel.form.reason.toPlainText()) == ((1,), "Ordningen vurderes")
    panel.press("1")
    panel.save_button.click()
    assert consensus(desk.opened) == [("Tillit", STRONGER)]
    assert len(consensus_actions.decisions(desk.opened)) == 1


def test_that_a_decision_is_withdrawn_and_undo_brings_it_back(desk):
    panel = desk.show(STRONGER)
    panel.press("2")
    panel.save_button.click()
    desk.show(STRONGER).withdraw_button.click()
    assert (consensus(desk.opened), consensus_actions.decisions(desk.opened)) == ([], ())
    desk.opened.undo()
    assert consensus(desk.opened) == [("Legitimitet", STRONGER)]


def test_that_a_place_left_open_is_asked_about_again(desk):
    panel = desk.show(STRONGER)
    panel.press("D")
    panel.save_button.click()
    desk.show(STRONGER)
    assert (panel.form.isVisible(), panel.summary.isVisible()) == (True, True)
    assert panel.summary.what.text() == "Talked about and left open"


def test_that_what_is_written_stays_when_the_comparison_is_made_again(desk):
    panel = desk.show(STRONGER)
    panel.press("2")
    panel.form.reason.setPlainText("Ikke ferdig")
    coding_actions.apply_code(
        desk.opened, passage_with(desk.opened, "Ingen ble spurt."), queries.codebook(desk.opened).find("Tillit").id
    )
    desk.report = compare(desk.opened)
    desk.show(STRONGER)
    assert (panel.form.reason.toPlainText(), desk.chosen().raters) == ("Ikke ferdig", (1,))
    desk.show(MAIL)
    assert (panel.form.reason.toPlainText(), desk.chosen()) == ("", None)


def test_that_a_place_that_changed_meanwhile_is_told(desk):
    panel = desk.show(STRONGER)
    panel.press("2")
    (coding,) = [one for one in queries.codings(desk.opened) if one.coder_id == 2 and one.anchor.quote == STRONGER]
    coding_actions.remove_coding(desk.opened, coding.id)
    panel.save_button.click()
    assert [error.rule for error in desk.errors] == [Rule.PLACE_CHANGED]
    assert (desk.done, desk.nexts) == ([], [])


def test_that_letters_can_be_switched_off(desk):
    panel = desk.show(STRONGER)
    panel.letter_keys = False
    panel.setFocus()
    QTest.keyClick(panel, "u")
    assert desk.chosen() is None


def test_that_a_key_moves_the_focus_among_the_choices_only(desk):
    panel = desk.show(STRONGER)
    panel.close_button.setFocus()
    panel.press("2")
    assert panel.close_button.hasFocus()
    panel.form.rows[1].setFocus()
    QTest.keyClick(panel.form.rows[1], "n")
    assert panel.form.rows[3].hasFocus()
    QTest.keyClick(panel.form.rows[3], Qt.Key.Key_Up)
    assert desk.chosen().choice is DecisionChoice.UNION


def test_that_a_coders_comment_is_shown(desk):
    panel = desk.show(STRONGER)
    names = [child.accessibleName() for child in panel.raters.children() if hasattr(child, "accessibleName")]
    assert [name for name in names if name][:3] == [
        "Ane Klev: Tillit",
        "Lars Berg: Legitimitet",
        "Mina Sand: Tillit",
    ]
    assert any(label.text() == "Tvil" for label in panel.raters.findChildren(type(panel.summary.reason)))


def test_that_the_effect_has_the_figures_and_says_which_to_report(desk):
    panel = desk.show(STRONGER)
    assert not panel.effect.isVisible()
    panel.show_effect("Styring/Tillit", 0.64, 0.676)
    effect = panel.effect
    assert effect.isVisible()
    assert [effect.code.text(), effect.before.text(), effect.after.text()] == ["Tillit, α", "0.64", "0.68"]
    assert effect.note.text() == "The figure before is the one to report."
    desk.show(MAIL)
    assert not effect.isVisible()


def test_that_the_effect_on_a_code_with_a_long_name_does_not_widen_the_panel(desk):
    panel = desk.show(STRONGER)
    body = panel._body
    room = body.viewport().width()
    panel.show_effect("Styring/Tillit", 0.64, 0.676)
    panel.effect.show_effect("bevissthet blant ansatte i kommunen om mål og indikatorer i styringen", 0.5823, 0.6234)
    QCoreApplication.processEvents()
    panel.grab()
    assert body.widget().width() == room
    assert panel.effect.code.is_elided()
    assert panel.effect.code.toolTip() == "bevissthet blant ansatte i kommunen om mål og indikatorer i styringen, α"


def test_that_a_quote_has_all_its_lines_when_a_scroll_bar_narrows_it(desk):
    panel = desk.show(STRONGER)
    for letters in range(30, 44):
        words = " ".join(["m" * 3] * letters)
        for height in (2000, 300):
            panel.resize(320, height)
            panel.quote.show_quote(words, "R1:1", "l. 1")
            QCoreApplication.processEvents()
            panel.grab()
            assert panel.quote.height() == panel.quote.heightForWidth(panel.quote.width())


def test_that_ctrl_enter_goes_on_where_the_place_is_settled(desk, qtbot):
    panel = desk.show(STRONGER)
    panel.press("1")
    panel.confirm()
    desk.report = compare(desk.opened)
    desk.show(STRONGER)
    assert panel.next_button.isVisible()
    with qtbot.waitSignal(panel.next_requested):
        panel.confirm()


def test_that_esc_in_the_reason_goes_back_to_the_choices_and_then_closes(desk, qtbot):
    panel = desk.show(STRONGER)
    panel.press("2")
    panel.form.reason.setFocus()
    QTest.keyClick(panel.form.reason, Qt.Key.Key_Escape)
    assert panel.form.rows[1].hasFocus()
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.form.rows[1], Qt.Key.Key_Escape)


def test_that_agreed_places_are_taken_at_once(desk):
    desk.panel.take_agreed(desk.report)
    assert desk.many == ["2 agreed places are in the consensus now"]
    assert len(consensus(desk.opened)) == 2
    desk.panel.take_agreed(desk.report)
    assert desk.done == ["The consensus has all agreed places already"]


def test_that_the_panel_speaks_another_language_at_once(desk, qtbot):
    panel = desk.show(TOGETHER)
    panel.press("N")
    translation = Translation("nb")
    translation.install()
    try:
        qtbot.waitUntil(lambda: panel.save_button.text().strip() == "Lagre vedtak")
        assert panel.accessibleName() == "Vedtak om uenighet 5"
        assert desk.titles() == [
            "Forankring, AK",
            "Ikke kodet, LB og MS",
            "Annen passasje eller kode …",
            "La stå åpen",
        ]
        assert desk.chosen().choice is DecisionChoice.NEITHER
    finally:
        translation.set_language("en")


def test_that_one_coders_passes_are_told_apart(coded, appearance, windows):
    code = queries.codebook(coded).find("Tillit")
    material = agreement_report.read_agreement_material(coded.connection)
    setup = AgreementSetup((Rater("Ane Klev (a)", 1), Rater("Ane Klev (b)", 1)), samples=2)
    report = agreement_report.compare_coders(material, setup)
    place = next(one for one in report.places if one.quote == STRONGER)
    panel = DecisionPanel(coded, appearance)
    windows.append(panel)
    panel.show_place(ShownPlace(0, report.places.index(place), place, None), report, lambda: None)
    assert panel.accessibleName().startswith("Decision on ")
    assert panel.form.rows[0].accessibleName() == f"{code.name}, AK (a) and AK (b)"


def test_that_the_example_can_be_settled_and_undone(tmp_path, appearance):
    opened = build_example(tmp_path / "example.kodebenk")
    coders = [one for one in queries.coders(opened) if one.is_person]
    setup = AgreementSetup(tuple(Rater(one.name, one.id) for one in coders), samples=2)
    report = agreement_report.compare_coders(agreement_report.read_agreement_material(opened.connection), setup)
    place = next(one for one in report.disagreements if one.kind.value == "different_code")
    panel = DecisionPanel(opened, appearance)
    panel.show_place(ShownPlace(1, report.places.index(place), place, None), report, lambda: None)
    originals = queries.codings(opened)
    panel.press("U")
    panel.save_button.click()
    assert len(consensus(opened)) == 2
    assert queries.codings(opened) == originals
    opened.undo()
    assert consensus(opened) == []
    delete_now([panel])
    opened.close()


def test_that_a_code_that_got_another_name_keeps_its_mark(desk):
    book = queries.codebook(desk.opened)
    codebook_actions.rename_code(desk.opened, book.find("Tillit").id, "Tiltro")
    desk.show(STRONGER)
    assert desk.titles()[0] == "Tiltro, AK and MS"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_choice_taken_is_seen_in_both_themes(coded, qapp, windows, theme):
    look = Appearance(theme)
    look.apply(qapp)
    desk = Desk(coded, look, windows, compare(coded))
    desk.show(STRONGER).press("2")
    row = desk.panel.form.rows[1]
    assert row.grab().toImage().pixelColor(row.width() // 2, row.height() - 5).name() == look.theme.soft.name()
    qapp.setStyleSheet("")
