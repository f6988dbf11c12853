"""Fields of the side panels: when they tell, and what they do with what they cannot read."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kodebenk.domain.document import Document, DocumentDetails, SourceKind
from kodebenk.ui.material.document_fields import FIELDS, DetailsForm, fields_for
from kodebenk.ui.material.saving_fields import LabelledField, QuietCombo, SavingLine
from kodebenk.ui.material.written_values import ValueKind


def make_document(kind=SourceKind.PLAN, document_id=1, **details):
    return Document(
        document_id, "g", "Plan", kind, "", 0, 10, 1, "plan.pdf", "ab", "2024", details=DocumentDetails(**details)
    )


@pytest.fixture
def beside(qtbot, appearance):
    """A window with a column for fields, and another field to go to."""
    window = QWidget()
    QVBoxLayout(window)
    window.other = QLineEdit()
    window.layout().addWidget(window.other)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def put(window, field):
    window.layout().addWidget(field)
    field.setFocus()
    return field


def test_that_a_line_tells_once_when_one_leaves_it(beside, qtbot):
    line = put(beside, SavingLine())
    line.show_value("før")
    told = []
    line.written.connect(told.append)
    line.selectAll()
    qtbot.keyClicks(line, "etter")
    assert told == []
    qtbot.keyClick(line, Qt.Key.Key_Return)
    beside.other.setFocus()
    assert told == ["etter"]


def test_that_escape_brings_back_what_was_there_and_then_leaves(beside, qtbot):
    line = put(beside, SavingLine())
    line.show_value("før")
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "før"
    with qtbot.waitSignal(line.left):
        qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_that_what_cannot_be_read_stays_marked_and_is_not_told(beside, qtbot):
    line = SavingLine(ValueKind.DATE)
    field = LabelledField("Date", line)
    put(beside, field)
    line.setFocus()
    told = []
    line.written.connect(told.append)
    qtbot.keyClicks(line, "i fjor")
    beside.other.setFocus()
    assert told == []
    assert line.text() == "i fjor"
    assert line.property("invalid") is True
    assert "Write a date" in line.accessibleDescription()
    line.setText("2023")
    line.save()
    assert told == ["2023"]
    assert not line.property("invalid")


def test_that_a_line_that_is_being_written_is_left_alone_unless_its_value_changed(beside, qtbot):
    line = put(beside, SavingLine())
    line.show_value("før")
    qtbot.keyClicks(line, "x")
    line.show_value("før")
    assert line.text() == "xfør" or line.text() == "førx"
    line.show_value("nytt")
    assert line.text() == "nytt"


def test_that_usual_values_are_shown_and_read_by_their_words(beside):
    line = put(beside, SavingLine())
    line.set_usual({"adopted": "vedtatt"})
    line.show_value("adopted")
    assert line.text() == "vedtatt"
    told = []
    line.written.connect(told.append)
    line.setText("på vei")
    line.save()
    line.setText("Vedtatt")
    line.save()
    assert told == ["på vei", "adopted"]


def test_that_the_wheel_does_not_change_a_choice_without_focus(beside, qtbot):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    combo = QuietCombo()
    combo.addItems(["a", "b"])
    put(beside, combo)
    beside.other.setFocus()
    event = QWheelEvent(
        QPointF(4, 4), QPointF(4, 4), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    combo.wheelEvent(event)
    assert combo.currentIndex() == 0
    assert not event.isAccepted()


def test_that_every_detail_of_a_document_has_a_field():
    assert [spec.name for spec in FIELDS] == list(DocumentDetails.__slots__)


@pytest.mark.parametrize(
    ("kind", "present", "absent"),
    [
        (SourceKind.PLAN, {"issuer", "case_number", "stage"}, {"consent", "recorded", "mode"}),
        (SourceKind.TRANSCRIPT, {"consent", "recorded", "mode", "sequence"}, {"issuer", "case_number", "stage"}),
        (SourceKind.NOTES, {"consent", "validated_on"}, {"recorded", "issuer"}),
    ],
)
def test_that_only_fields_that_fit_the_kind_are_shown(kind, present, absent):
    names = {spec.name for spec in fields_for(make_document(kind))}
    assert present <= names
    assert not absent & names


def test_that_a_field_that_holds_something_is_shown_whatever_the_kind():
    names = {spec.name for spec in fields_for(make_document(SourceKind.PLAN, recorded=False, place="Rådhuset"))}
    assert {"recorded", "place"} <= names


def test_that_every_field_of_the_form_tells_all_details_with_its_own_changed(beside, qtbot):
    form = put(beside, DetailsForm())
    form.show_document(make_document(SourceKind.TRANSCRIPT, 7, place="Rådhuset"))
    told = []
    form.details_written.connect(lambda document_id, details: told.append((document_id, details)))
    minutes = form.field("length_minutes")
    minutes.setText("45")
    minutes.save()
    assert told == [(7, DocumentDetails(place="Rådhuset", length_minutes=45))]


def test_that_what_is_being_written_belongs_to_the_document_it_was_written_for(beside, qtbot):
    form = put(beside, DetailsForm())
    form.show_document(make_document(SourceKind.PLAN, 1))
    told = []
    form.details_written.connect(lambda document_id, details: told.append((document_id, details)))
    form.field("issuer").setText("Lillevik kommune")
    form.show_document(make_document(SourceKind.TRANSCRIPT, 2))
    assert told == [(1, DocumentDetails(issuer="Lillevik kommune"))]
    form.show_document(make_document(SourceKind.PLAN, 3))
    assert form.field("issuer").text() == ""


def test_that_an_unreadable_value_is_not_carried_to_the_next_document(beside):
    form = put(beside, DetailsForm())
    form.show_document(make_document(SourceKind.PLAN, 1))
    form.field("date").setText("i fjor")
    form.show_document(make_document(SourceKind.PLAN, 2))
    assert form.field("date").text() == ""
    assert not form.field("date").property("invalid")


def test_that_dates_in_the_form_follow_the_language(beside):
    before = QLocale()
    QLocale.setDefault(QLocale("nb_NO"))
    try:
        form = put(beside, DetailsForm())
        form.show_document(make_document(SourceKind.PLAN, 1, date="2024-05-12"))
        assert form.field("date").text() == "12.05.2024"
    finally:
        QLocale.setDefault(before)
