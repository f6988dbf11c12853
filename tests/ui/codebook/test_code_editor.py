import pytest
from PySide6.QtCore import Qt

from kodebenk.domain.codebook import Code, CodeOrigin
from kodebenk.ui.codebook.code_editor import CodeEditor

CODE = Code(7, "g", 1, 0, "Tillit", 8, key="7", definition="Om noen stoler på noe.", synonyms=("tiltro",))


@pytest.fixture
def editor(qtbot, appearance):
    made = CodeEditor(appearance)
    qtbot.addWidget(made)
    made.resize(312, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.wishes = []
    made.edit_requested.connect(lambda code_id, values: made.wishes.append((code_id, values)))
    made.show_code(CODE, is_heading=False)
    yield made
    made.hide()


def test_that_a_code_is_shown_without_a_wish(editor):
    assert editor.words["definition"].toPlainText() == CODE.definition
    assert editor.synonyms.text() == "tiltro"
    editor.save()
    assert editor.wishes == []


def test_that_words_are_saved_on_leaving_the_field(qtbot, editor):
    field = editor.words["use_not"]
    field.setFocus()
    qtbot.keyClicks(field, "bare håp")
    editor.name.setFocus()
    assert editor.wishes == [(7, {"use_not": "bare håp"})]


def test_that_synonyms_are_split_at_commas(qtbot, editor):
    editor.synonyms.setFocus()
    editor.synonyms.setText("tiltro,  tro på ; tiltro")
    qtbot.keyClick(editor.synonyms, Qt.Key.Key_Return)
    assert editor.wishes == [(7, {"synonyms": ("tiltro", "tro på")})]


def test_that_mark_key_and_origin_are_saved_at_once(qtbot, editor):
    qtbot.mouseClick(editor.slot_picker.button(11), Qt.MouseButton.LeftButton)
    editor.key.setCurrentIndex(0)
    editor.key.activated.emit(0)
    origin = editor.origin.findData(CodeOrigin.IN_VIVO.value)
    editor.origin.setCurrentIndex(origin)
    editor.origin.activated.emit(origin)
    assert [values for _, values in editor.wishes] == [{"slot": 11}, {"key": ""}, {"origin": CodeOrigin.IN_VIVO}]


def test_that_words_for_one_code_are_saved_before_another_is_shown(qtbot, editor):
    field = editor.words["memo"]
    field.setFocus()
    qtbot.keyClicks(field, "husk")
    editor.show_code(Code(8, "h", 1, 1, "Frykt", 3), is_heading=False)
    assert editor.wishes == [(7, {"memo": "husk"})]
    assert field.toPlainText() == ""


def test_that_a_heading_has_neither_mark_nor_key(editor):
    editor.show_code(Code(1, "t", None, 0, "Styring", 1), is_heading=True)
    assert not editor.slot_picker.isVisible()
    assert not editor.key.isVisible()


def test_that_every_field_has_an_accessible_name(editor):
    assert all(widget.accessibleName() for widget in editor._widgets().values())
