import pytest

from kodebenk import __version__
from kodebenk.storage import tables
from kodebenk.storage.integrity import data_of
from kodebenk.storage.project_file import ProjectFile
from kodebenk.storage.writer import Writer


@pytest.fixture
def file(tmp_path):
    opened = ProjectFile.create(tmp_path / "p.kodebenk", __version__)
    yield opened
    opened.close()


def add_document(writer, text="tekst", guid="a"):
    document_id = writer.insert(
        tables.document, guid=guid, name="D", kind="plan", position=0, imported_at="2026-01-01T00:00:00Z"
    )
    writer.insert(tables.document_text, document_id=document_id, characters=len(text), text=text, structure="{}")
    return document_id


def kept_values(file):
    return file.connection.execute(tables.kept_value.select()).fetchall()


def test_that_every_row_is_recorded_before_and_after(file):
    with file.transaction():
        writer = Writer(file.connection)
        coder_id = writer.insert(tables.coder, guid="g", name="Ane")
        writer.update(tables.coder, coder_id, name="Ane K.")
        writer.delete(tables.coder, coder_id)
    steps = [(change.before, change.after) for change in writer.row_changes]
    ane = {"id": 1, "guid": "g", "name": "Ane", "kind": "person"}
    ane_k = ane | {"name": "Ane K."}
    assert steps == [(None, ane), (ane, ane_k), (ane_k, None)]


def test_that_an_update_that_alters_nothing_is_not_recorded(file):
    with file.transaction():
        writer = Writer(file.connection)
        coder_id = writer.insert(tables.coder, guid="g", name="Ane")
        assert not writer.update(tables.coder, coder_id, name="Ane")
    assert len(writer.row_changes) == 1


def test_that_missing_columns_are_recorded_with_their_defaults(file):
    with file.transaction():
        writer = Writer(file.connection)
        document_id = add_document(writer)
    recorded = writer.row_changes[0].after
    stored = file.connection.execute(tables.document.select()).mappings().one()
    assert recorded == dict(stored)
    assert recorded["id"] == document_id


def test_that_an_unknown_column_is_a_mistake_of_ours(file):
    with pytest.raises(KeyError), file.transaction():
        Writer(file.connection).insert(tables.coder, guid="g", name="Ane", age=4)


def test_that_a_large_value_is_named_in_the_record_and_comes_back_after_undo_and_redo(file):
    text = "å" * 100_000
    before = data_of(file.connection)
    with file.transaction():
        writer = Writer(file.connection)
        add_document(writer, text)
    with_document = data_of(file.connection)
    assert kept_values(file) == []
    assert all(len(str(change.after)) < 1_000 for change in writer.row_changes)
    changes = writer.row_changes
    with file.transaction():
        Writer(file.connection).replay([change.inverse for change in reversed(changes)])
    assert data_of(file.connection) == before
    assert len(kept_values(file)) == 2
    with file.transaction():
        Writer(file.connection).replay(changes)
    assert data_of(file.connection) == with_document


def test_that_an_update_of_a_large_value_can_be_taken_back(file):
    with file.transaction():
        add_document(Writer(file.connection), "gammel")
    before = data_of(file.connection)
    with file.transaction():
        writer = Writer(file.connection)
        writer.update(tables.document_text, 1, text="ny tekst", characters=8)
    after = data_of(file.connection)
    with file.transaction():
        Writer(file.connection).replay([change.inverse for change in reversed(writer.row_changes)])
    assert data_of(file.connection) == before
    with file.transaction():
        Writer(file.connection).replay(writer.row_changes)
    assert data_of(file.connection) == after


def test_that_a_parent_with_children_cannot_be_deleted_unseen(file):
    from kodebenk.errors import ProjectFileError

    with file.transaction():
        document_id = add_document(Writer(file.connection))
    before = data_of(file.connection)
    with pytest.raises(Exception, match="FOREIGN KEY") as caught, file.transaction():
        Writer(file.connection).delete(tables.document, document_id)
    assert not isinstance(caught.value, ProjectFileError)
    assert data_of(file.connection) == before


def test_that_no_table_has_a_cascade_or_a_trigger(file):
    triggers = file.connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").scalar()
    cascades = [
        key for table in tables.metadata.sorted_tables for key in table.foreign_keys if key.ondelete or key.onupdate
    ]
    assert triggers == 0
    assert cascades == []
