"""The tables of documents and respondents as Qt models, and their order."""

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from kodebenk.application import document_actions, queries, respondent_actions
from kodebenk.domain.document import DocumentDetails, SourceKind
from kodebenk.ui.material.grid_cell import GridRole
from kodebenk.ui.material.grid_order import GridOrder
from kodebenk.ui.material.respondent_model import FIRST_ATTRIBUTE, LABEL_COLUMN, NAME_COLUMN, RespondentModel
from kodebenk.ui.material.source_model import SourceColumn, SourceModel

Accessible = Qt.ItemDataRole.AccessibleTextRole


def texts(model, column):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def row_of(model, text, column):
    return texts(model, column).index(text)


def test_that_the_table_of_documents_is_a_sound_model(small_project, qtmodeltester):
    model = SourceModel(small_project)
    qtmodeltester.check(model)


def test_that_the_table_of_respondents_is_a_sound_model(small_project, qtmodeltester):
    model = RespondentModel(small_project)
    model.add_attribute("Parti")
    qtmodeltester.check(model)


def test_that_an_ordered_table_is_a_sound_model(small_project, qtmodeltester):
    order = GridOrder()
    order.setSourceModel(SourceModel(small_project, order))
    order.sort(SourceColumn.CODINGS)
    qtmodeltester.check(order)


def test_that_a_document_says_who_speaks_how_long_it_is_and_how_much_is_coded(small_project):
    model = SourceModel(small_project)
    row = row_of(model, "intervju.txt", SourceColumn.NAME)
    characters = queries.documents(small_project)[0].characters
    assert model.index(row, SourceColumn.RESPONDENTS).data() == "R1, R2"
    assert model.index(row, SourceColumn.CODINGS).data() == "7"
    assert model.index(row, SourceColumn.CHARACTERS).data(GridRole.SORT) == characters
    assert model.index(row, SourceColumn.NAME).data(Accessible) == "intervju.txt, transcript, 7 codings"


def test_that_unresolved_speakers_are_told_in_words_and_with_an_icon(small_project):
    interview = queries.documents(small_project)[0].id
    respondent_actions.set_speakers(small_project, interview, {"Berit": "unresolved"})
    model = SourceModel(small_project)
    index = model.index(0, SourceColumn.RESPONDENTS)
    assert index.data() == "R2, 1 speaker unresolved"
    assert index.data(GridRole.LOOK).warning == "1 to resolve"
    assert index.data(GridRole.LOOK).warning_icon == "circle-question-mark"


def test_that_a_written_name_is_a_wish_and_the_old_one_stands(small_project, qtbot):
    model = SourceModel(small_project)
    index = model.index(0, SourceColumn.NAME)
    with qtbot.waitSignal(model.rename_requested) as wish:
        model.setData(index, "Samtale 1")
    assert wish.args == [queries.documents(small_project)[0].id, "Samtale 1"]
    assert index.data() == "intervju.txt"


def test_that_a_dropped_row_asks_for_its_new_place(small_project, qtbot):
    model = SourceModel(small_project)
    first, last = (one.id for one in queries.documents(small_project))
    dragged = model.mimeData([model.index(0, 3)])
    with qtbot.waitSignal(model.place_requested) as wish:
        model.dropMimeData(dragged, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    assert wish.args == [first, 1]
    dragged = model.mimeData([model.index(1, 0)])
    with qtbot.waitSignal(model.place_requested) as wish:
        model.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert wish.args == [last, 0]
    with qtbot.assertNotEmitted(model.place_requested):
        model.dropMimeData(dragged, Qt.DropAction.MoveAction, 1, 0, QModelIndex())


def test_that_a_drop_below_the_last_row_of_the_table_is_the_last_place(small_project, qtbot):
    order = GridOrder()
    model = SourceModel(small_project, order)
    order.setSourceModel(model)
    dragged = order.mimeData([order.index(0, 0)])
    with qtbot.waitSignal(model.place_requested) as wish:
        order.dropMimeData(dragged, Qt.DropAction.MoveAction, order.rowCount(), 0, QModelIndex())
    assert wish.args == [queries.documents(small_project)[0].id, 1]


def test_that_sorting_counts_numbers_and_puts_the_unknown_last_in_both_directions(small_project):
    documents = queries.documents(small_project)
    document_actions.edit_document(small_project, documents[1].id, details=DocumentDetails(date="2024-05-12"))
    order = GridOrder()
    order.setSourceModel(SourceModel(small_project, order))
    order.sort(SourceColumn.CODINGS, Qt.SortOrder.AscendingOrder)
    assert texts(order, SourceColumn.CODINGS) == ["3", "7"]
    for direction in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        order.sort(SourceColumn.DATE, direction)
        assert texts(order, SourceColumn.NAME) == ["notater.txt", "intervju.txt"]
    order.sort(-1)
    assert texts(order, SourceColumn.NAME) == ["intervju.txt", "notater.txt"]
    assert order.is_own_order


class Names(QAbstractTableModel):
    """A table of one column."""

    def __init__(self, names):
        super().__init__()
        self.names = names

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self.names)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return self.names[index.row()] if index.isValid() else None


def test_that_names_stand_in_norwegian_order_with_numbers_as_numbers():
    order = GridOrder()
    model = Names(["Åse", "R10", "Ærlig", "R2", "Øyvind", "zakarias", "Ola"])
    order.setSourceModel(model)
    order.sort(0)
    assert texts(order, 0) == ["Ola", "R2", "R10", "zakarias", "Ærlig", "Øyvind", "Åse"]


def test_that_the_filter_wants_every_word_anywhere_in_the_row(small_project):
    order = GridOrder()
    order.setSourceModel(RespondentModel(small_project, order))
    order.set_words("ledelse REKTOR")
    assert texts(order, LABEL_COLUMN) == ["R2"]
    assert not order.is_own_order
    order.set_words("")
    assert texts(order, LABEL_COLUMN) == ["R1", "R2", "R3"]


def test_that_respondents_have_a_column_for_every_attribute_and_counts_at_the_end(small_project):
    model = RespondentModel(small_project)
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert titles == ["Label", "Name", "Group", "Rolle", "Kommune", "Documents", "Codings"]
    assert [model.index(0, column).data() for column in range(7)] == [
        *("R1", "Berit Lie", "Ledelse", "Kommunedirektør", "Lillevik", "1", "4")
    ]
    assert model.index(0, LABEL_COLUMN).data(Accessible) == "R1, Berit Lie, 1 document, 4 codings"


def test_that_a_new_attribute_is_an_empty_column_until_somebody_has_a_value(small_project):
    model = RespondentModel(small_project)
    column = model.add_attribute("Parti")
    assert column == FIRST_ATTRIBUTE + 3
    assert set(texts(model, column)) == {""}
    one = queries.respondents(small_project)[0]
    respondent_actions.edit_respondent(small_project, one.id, attributes={"Parti": "Ap"})
    model.read_again()
    assert texts(model, column) == ["Ap", "", ""]
    small_project.undo()
    model.read_again()
    assert set(texts(model, column)) == {""}
    assert model.add_attribute("rolle") == FIRST_ATTRIBUTE + 1


def test_that_values_of_an_attribute_are_offered_once_each(small_project):
    model = RespondentModel(small_project)
    assert model.index(0, FIRST_ATTRIBUTE).data(GridRole.SUGGESTIONS) == ["Ledelse", "Ansatte"]
    assert model.index(0, NAME_COLUMN).data(GridRole.SUGGESTIONS) == []


def test_that_numbers_and_dates_of_attributes_are_sorted_as_such(small_project):
    people = queries.respondents(small_project)
    for one, years, day in zip(people, ("9", "11", ""), ("2024-02-01", "2023-12-01", ""), strict=True):
        respondent_actions.edit_respondent(small_project, one.id, attributes={"År": years, "Ansatt": day})
    model = RespondentModel(small_project)
    order = GridOrder()
    order.setSourceModel(model)
    for name, expected in (("År", ["R1", "R2", "R3"]), ("Ansatt", ["R2", "R1", "R3"])):
        order.sort(FIRST_ATTRIBUTE + model.attributes.index(name))
        assert texts(order, LABEL_COLUMN) == expected


def test_that_a_date_written_in_a_cell_is_asked_for_as_iso(small_project, qtbot):
    one = queries.respondents(small_project)[0]
    respondent_actions.edit_respondent(small_project, one.id, attributes={"Ansatt": "2024-02-01"})
    model = RespondentModel(small_project)
    index = model.index(0, FIRST_ATTRIBUTE + model.attributes.index("Ansatt"))
    with qtbot.waitSignal(model.attribute_written) as wish:
        model.setData(index, "3.4.2022")
    assert wish.args == [one.id, "Ansatt", "2022-04-03"]


@pytest.mark.parametrize("kind", list(SourceKind))
def test_that_every_kind_has_an_icon_and_a_name(small_project, kind):
    document = queries.documents(small_project)[0]
    document_actions.edit_document(small_project, document.id, kind=kind)
    model = SourceModel(small_project)
    assert model.index(0, SourceColumn.KIND).data()
    assert model.index(0, SourceColumn.NAME).data(GridRole.LOOK).icon
