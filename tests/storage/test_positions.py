import pytest
from sqlalchemy import select

from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.project_change import ChangeName
from kodebenk.storage import guide_store, integrity, position_store, tables
from kodebenk.storage.integrity import data_of


@pytest.fixture
def asked(small_project):
    """A project with one question that is put at 10–20 and at 30–40 of the interview."""
    with small_project.change(ChangeName.IMPORT_GUIDE, guide="Guide") as write:
        guide_id = guide_store.add_guide(write, name="Guide", target_group="", version="")
        question = guide_store.add_question(write, guide_id, theme_id=None, position=0, number="", text="Hva nå?")
        for start in (10, 30):
            guide_store.add_place(
                write,
                question_id=question,
                document_id=1,
                start=start,
                end=start + 10,
                score=100.0,
                status=PlaceStatus.CONFIRMED,
                quote="x",
            )
    return small_project


def places(project):
    return {one.id: (one.start, one.end, one.quote) for one in guide_store.list_places(project.connection)}


def test_that_places_of_a_question_can_exchange_their_positions_and_undo_brings_them_back(asked):
    before = data_of(asked.connection)
    first, second = places(asked)
    with asked.change(ChangeName.EDIT_TEXT, document="intervju.txt") as write:
        lost = position_store.move_questions(write, {first: (30, 40, "a"), second: (10, 20, "b")}, beyond=1000)
    assert lost == 0
    assert places(asked) == {first: (30, 40, "a"), second: (10, 20, "b")}
    asked.undo()
    assert data_of(asked.connection) == before


def test_that_places_of_a_question_that_fall_together_become_one(asked):
    first, second = places(asked)
    with asked.change(ChangeName.EDIT_TEXT, document="intervju.txt") as write:
        lost = position_store.move_questions(write, {first: (5, 9, "a"), second: (5, 9, "a")}, beyond=1000)
    assert (lost, places(asked)) == (1, {first: (5, 9, "a")})


def test_that_marks_which_do_not_hold_their_words_are_found(asked):
    found = [*integrity.check_voices(asked.connection), *integrity.check_question_places(asked.connection)]
    assert [one.kind for one in found] == ["question_not_in_place"] * 2
    with asked.change(ChangeName.MARK_VOICE, place="R1:1") as write:
        voice_id = write.insert(
            tables.voice, guid="a", document_id=1, start=1, end=2, kind="nested", speaker="et barn", quote="xyz"
        )
    assert [one.kind for one in integrity.check_voices(asked.connection)].count("voice_not_in_place") == 1
    with asked.change(ChangeName.EDIT_TEXT, document="intervju.txt") as write:
        position_store.move_voices(write, {}, {voice_id: "not_found"})
    assert [one.kind for one in integrity.check_voices(asked.connection)].count("voice_not_in_place") == 0


def test_that_many_rows_are_set_at_once_and_only_those_that_differ_are_recorded(small_project):
    rows = small_project.connection.execute(select(tables.coding.c.id, tables.coding.c.comment)).all()
    before = data_of(small_project.connection)
    values = {row.id: {"comment": "ny" if row.id % 2 else ""} for row in rows}
    with small_project.change(ChangeName.EDIT_CODING, code="", place="") as write:
        assert write.update_many(tables.coding, values) == len([one for one in values if one % 2])
        assert len(write.row_changes) == len([one for one in values if one % 2])
    after = dict(small_project.connection.execute(select(tables.coding.c.id, tables.coding.c.comment)).all())
    assert after == {row_id: one["comment"] for row_id, one in values.items()}
    small_project.undo()
    assert data_of(small_project.connection) == before


def test_that_setting_no_rows_or_the_same_values_leaves_no_trace(small_project):
    count = len(integrity.data_of(small_project.connection)["coding"])
    with small_project.change(ChangeName.EDIT_CODING, code="", place="") as write:
        assert write.update_many(tables.coding, {}) == 0
        assert write.update_many(tables.coding, {number: {"comment": ""} for number in range(1, count + 1)}) == 0
        assert write.row_changes == []
