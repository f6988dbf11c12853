"""Undo and redo over everything: random actions, compared table by table, with the file closed in between."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from conftest import make_small_project
from kodebenk.application import (
    codebook_actions,
    coding_actions,
    correction_preview,
    document_actions,
    guide_actions,
    guide_files,
    guide_queries,
    guide_search,
    matrix_actions,
    matrix_report,
    project_check,
    queries,
    respondent_actions,
    text_correction,
    unplaced_actions,
    voice_actions,
)
from kodebenk.application.coding_import import import_codings
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coding import Stance
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.matrix import CellState, ColumnKey, MatrixSpec, RowKind, SynthesisKind
from kodebenk.domain.passage import Passage
from kodebenk.domain.voice import VoiceKind
from kodebenk.errors import RuleBroken
from kodebenk.storage import voice_store
from kodebenk.storage.integrity import data_of

GUIDE = """theme,question
Styring,Hvordan begynte arbeidet med målene?
Tillit,Hvordan kom målene til?
Mål,Ble de ansatte spurt?
"""


def correct(project, document_id, text):
    text_correction.apply_correction(project, correction_preview.preview_correction(project, document_id, text))


NUMBERS = st.integers(0, 10_000)
WORDS = st.sampled_from(["Tillit", "Mål", "Læring", "Ærlighet", "a/b", "", "  ", "Medvirkning", "😀 glad"])
PEOPLE = st.lists(NUMBERS, max_size=3)


class HistoryMachine(RuleBasedStateMachine):
    """Every step remembers the whole data before it; undo and redo must bring exactly that back."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = make_small_project(Path(self.folder.name))
        self.guide = Path(self.folder.name) / "guide.csv"
        self.guide.write_text(GUIDE, "utf-8")
        self.before = []  # data before each change that stands
        self.after = []  # data after each change that was undone
        self.floor = len(queries.history(self.project))

    def teardown(self):
        while self.before:
            self.undo()
        while self.after:
            self.redo()
        assert project_check.check_project(self.project).ok
        self.project.close()
        self.folder.cleanup()

    def data(self):
        return data_of(self.project.connection)

    def act(self, action, *args, **kwargs):
        before, count = self.data(), len(queries.history(self.project))
        try:
            action(self.project, *args, **kwargs)
        except RuleBroken:
            assert self.data() == before
            return
        if len(queries.history(self.project)) > count:
            self.before.append(before)
            self.after.clear()
        else:
            assert self.data() == before

    def pick(self, values, number):
        return values[number % len(values)] if values else None

    def code_id(self, number):
        found = self.pick(queries.codebook(self.project).codes, number)
        return found.id if found else None

    def coding_id(self, number):
        found = self.pick(queries.codings(self.project), number)
        return found.id if found else None

    def document_id(self, number):
        found = self.pick(queries.documents(self.project), number)
        return found.id if found else None

    def matrix(self, number):
        matrix = matrix_report.build(self.project, MatrixSpec(rows=RowKind.BOTH))
        if not matrix.rows or not matrix.columns:
            return None
        row, column = number % len(matrix.rows), number % len(matrix.columns)
        return matrix.rows[row], matrix.columns[column].key, matrix.cell(row, column)

    @rule(document=NUMBERS, start=NUMBERS, length=st.integers(0, 80), code=NUMBERS, stance=st.sampled_from(Stance))
    def apply_code(self, document, start, length, code, stance):
        document_id, code_id = self.document_id(document), self.code_id(code)
        if document_id and code_id:
            start %= 700
            self.act(coding_actions.apply_code, Passage(document_id, start, start + length), code_id, stance=stance)

    @rule(coding=NUMBERS, start=NUMBERS, length=st.integers(1, 50))
    def resize(self, coding, start, length):
        if coding_id := self.coding_id(coding):
            self.act(coding_actions.resize_coding, coding_id, start % 700, start % 700 + length)

    @rule(document=NUMBERS, at=NUMBERS, length=st.integers(0, 200), words=WORDS)
    def correct_text(self, document, at, length, words):
        if document_id := self.document_id(document):
            text = queries.text_of(self.project, document_id).text
            start = at % (len(text) + 1)
            self.act(correct, document_id, text[:start] + words + text[start + length :])

    @rule(number=NUMBERS, start=NUMBERS, length=st.integers(1, 50))
    def place_unplaced(self, number, start, length):
        if waiting := self.pick(unplaced_actions.list_waiting(self.project), number):
            self.act(unplaced_actions.place, waiting, start % 700, start % 700 + length)

    @rule(number=NUMBERS)
    def remove_unplaced(self, number):
        if waiting := self.pick(unplaced_actions.list_waiting(self.project), number):
            self.act(unplaced_actions.remove, waiting)

    @rule()
    def place_certain(self):
        self.act(unplaced_actions.place_certain)

    def voice_id(self, number):
        found = self.pick(voice_store.list_voices(self.project.connection), number)
        return found.id if found else None

    def respondent_ids(self, numbers):
        people = [one.id for one in queries.respondents(self.project)]
        return [self.pick(people, number) for number in numbers if people]

    @rule(document=NUMBERS, start=NUMBERS, length=st.integers(0, 80), kind=st.sampled_from(VoiceKind), who=PEOPLE)
    def mark_voice(self, document, start, length, kind, who):
        if document_id := self.document_id(document):
            passage = Passage(document_id, start % 700, start % 700 + length)
            self.act(voice_actions.mark_voice, passage, kind, respondent_ids=self.respondent_ids(who))

    @rule(
        voice=NUMBERS,
        start=NUMBERS,
        length=st.integers(0, 80),
        kind=st.sampled_from(VoiceKind),
        who=PEOPLE,
        words=WORDS,
    )
    def edit_voice(self, voice, start, length, kind, who, words):
        if voice_id := self.voice_id(voice):
            people = self.respondent_ids(who)
            ends = (start % 700, start % 700 + length)
            self.act(voice_actions.edit_voice, voice_id, *ends, kind, speaker=words, respondent_ids=people)

    @rule(voice=NUMBERS)
    def remove_voice(self, voice):
        if voice_id := self.voice_id(voice):
            self.act(voice_actions.remove_voice, voice_id)

    @rule(coding=NUMBERS, code=NUMBERS)
    def recode(self, coding, code):
        if (coding_id := self.coding_id(coding)) and (code_id := self.code_id(code)):
            self.act(coding_actions.recode, coding_id, code_id)

    @rule(coding=NUMBERS, at=st.integers(0, 60))
    def split(self, coding, at):
        if coding_id := self.coding_id(coding):
            start = queries.coding(self.project, coding_id).passage.start
            self.act(coding_actions.split_coding, coding_id, start + at)

    @rule(coding=NUMBERS, words=WORDS)
    def comment(self, coding, words):
        if coding_id := self.coding_id(coding):
            self.act(coding_actions.edit_coding, coding_id, comment=words, condensation=words.upper())

    @rule(coding=NUMBERS, who=st.one_of(st.none(), st.lists(NUMBERS, max_size=2)))
    def attribute(self, coding, who):
        people = [one.id for one in queries.respondents(self.project)]
        if coding_id := self.coding_id(coding):
            chosen = None if who is None else sorted({self.pick(people, number) for number in who if people})
            self.act(coding_actions.attribute_coding, coding_id, chosen)

    @rule(coding=NUMBERS)
    def remove(self, coding):
        if coding_id := self.coding_id(coding):
            self.act(coding_actions.remove_coding, coding_id)

    @rule(name=WORDS, parent=st.one_of(st.none(), NUMBERS), key=st.sampled_from(["", "1", "7"]))
    def add_code(self, name, parent, key):
        parent_id = None if parent is None else self.code_id(parent)
        self.act(codebook_actions.add_code, name, parent_id, key=key)

    @rule(code=NUMBERS, name=WORDS)
    def rename_code(self, code, name):
        if code_id := self.code_id(code):
            self.act(codebook_actions.rename_code, code_id, name)

    @rule(code=NUMBERS, key=st.sampled_from(["", "1", "2", "9"]), words=WORDS)
    def edit_code(self, code, key, words):
        if code_id := self.code_id(code):
            self.act(codebook_actions.edit_code, code_id, key=key, definition=words, synonyms=(words,))

    @rule(code=NUMBERS, parent=st.one_of(st.none(), NUMBERS), position=st.integers(0, 4))
    def move_code(self, code, parent, position):
        if code_id := self.code_id(code):
            parent_id = None if parent is None else self.code_id(parent)
            self.act(codebook_actions.move_code, code_id, parent_id, position)

    @rule(code=NUMBERS, into=NUMBERS)
    def merge_codes(self, code, into):
        if (code_id := self.code_id(code)) and (into_id := self.code_id(into)):
            self.act(codebook_actions.merge_codes, code_id, into_id)

    @rule(code=NUMBERS)
    def delete_code(self, code):
        if code_id := self.code_id(code):
            self.act(codebook_actions.delete_code, code_id)

    @rule(document=NUMBERS)
    def delete_document(self, document):
        if document_id := self.document_id(document):
            self.act(document_actions.delete_document, document_id)

    @rule()
    def import_document(self):
        self.act(document_actions.import_files, [Path(self.folder.name) / "intervju.txt"])

    @rule(document=NUMBERS, who=st.sampled_from(["interviewer", "none", "unresolved", "Ny Person", "Tove Strand"]))
    def set_speaker(self, document, who):
        document_id = self.document_id(document)
        speakers = queries.text_of(self.project, document_id).speakers if document_id else ()
        if speakers:
            self.act(respondent_actions.set_speakers, document_id, {speakers[0].label: who})

    @rule(one=NUMBERS, into=NUMBERS)
    def merge_respondents(self, one, into):
        people = [person.id for person in queries.respondents(self.project)]
        if people:
            self.act(respondent_actions.merge_respondents, self.pick(people, one), self.pick(people, into))

    @rule(one=NUMBERS, value=WORDS)
    def edit_respondent(self, one, value):
        people = [person.id for person in queries.respondents(self.project)]
        if people:
            who = self.pick(people, one)
            self.act(respondent_actions.edit_respondent, who, attributes={"Parti": value, "group": "A"})

    @rule(place=NUMBERS, words=WORDS)
    def write_cell(self, place, words):
        if found := self.matrix(place):
            row, key, cell = found
            citation = cell.quotes[0].citation if cell.quotes else "R9:9"
            self.act(matrix_actions.write_summary, row, key, cell, f"{words}. [{citation}]")

    @rule(place=NUMBERS, state=st.sampled_from([None, CellState.NOT_ASKED, CellState.NOT_APPLICABLE]))
    def set_state(self, place, state):
        if found := self.matrix(place):
            row, key, _ = found
            self.act(matrix_actions.set_cell_state, row, key, state, "grunn")

    @rule(code=NUMBERS, words=WORDS, kind=st.sampled_from(SynthesisKind))
    def write_synthesis(self, code, words, kind):
        if code_id := self.code_id(code):
            self.act(matrix_actions.write_synthesis, ColumnKey(code_id), kind, words)

    @rule(code=WORDS)
    def import_rows(self, code):
        rows = [
            {"document": "intervju.txt", "quote": "Bare hyggelig.", "code": code, "respondent": "Kari Ny", "group": "X"}
        ]
        self.act(import_codings, rows)

    @rule(group=st.sampled_from(["", "ledere"]))
    def import_guide(self, group):
        self.act(guide_files.import_guide_file, self.guide, target_group=group)

    @rule(status=st.sampled_from(PlaceStatus), place=NUMBERS)
    def settle_place(self, status, place):
        if found := self.pick(guide_queries.places(self.project), place):
            self.act(guide_actions.settle, {found.id: status})

    @rule()
    def find_questions(self):
        self.act(guide_search.search_and_store)

    @rule(guide=NUMBERS, words=WORDS, delete=st.booleans())
    def change_guide(self, guide, words, delete):
        if found := self.pick(guide_queries.guides(self.project), guide):
            self.act(guide_actions.make_theme_codes, found.id)
            self.act(guide_actions.add_question, found.id, words)
            if delete:
                self.act(guide_actions.delete_guide, found.id)

    @precondition(lambda self: self.before)
    @rule()
    def undo(self):
        now = self.data()
        self.project.undo()
        assert self.data() == self.before.pop()
        self.after.append(now)

    @precondition(lambda self: self.after)
    @rule()
    def redo(self):
        now = self.data()
        self.project.redo()
        assert self.data() == self.after.pop()
        self.before.append(now)

    @rule()
    def reopen(self):
        before, path = self.data(), self.project.path
        self.project.close()
        self.project = OpenProject.open(path)
        assert self.data() == before

    @invariant()
    def references_hold(self):
        broken = self.project.connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        assert broken == []


HistoryMachine.TestCase.settings = settings(max_examples=12, stateful_step_count=40, deadline=None)
TestHistory = HistoryMachine.TestCase
