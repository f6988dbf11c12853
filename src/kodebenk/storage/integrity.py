"""Named checks of a project file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Connection, Table, select

from kodebenk.domain.passage import anchor_of
from kodebenk.storage import codebook_store, coding_store, document_store
from kodebenk.storage.tables import DATA_TABLES, document, document_text, question_place, source_file, turn, voice
from kodebenk.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be.

    Attributes:
        kind: name of the check that found it; the key of its sentence.
        fields: what the sentence needs.
        repairable: `repair` can mend it without losing anything.
    """

    kind: str
    fields: dict[str, str] = field(default_factory=dict)
    repairable: bool = False


def find_problems(connection: Connection) -> list[Problem]:
    """Run every check and return what they found."""
    return [problem for check in CHECKS for problem in check(connection)]


def check_file(connection: Connection) -> Iterator[Problem]:
    """SQLite's own check of pages and indexes."""
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if found != "ok":
            yield Problem("file_damaged", {"detail": str(found)})


def check_references(connection: Connection) -> Iterator[Problem]:
    """Every reference leads to a row."""
    for table, row_id, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem("reference_broken", {"table": str(table), "row": str(row_id), "to": str(parent)})


def check_texts(connection: Connection) -> Iterator[Problem]:
    """Every document has its text, and the counts beside it are true."""
    query = select(document.c.id, document.c.name, document_text.c.characters, document_text.c.text).outerjoin(
        document_text, document_text.c.document_id == document.c.id
    )
    for row in connection.execute(query):
        if row.text is None:
            yield Problem("text_missing", {"document": row.name})
        elif row.characters != len(row.text):
            yield Problem("text_length", {"document": row.name}, repairable=True)


def check_structure(connection: Connection) -> Iterator[Problem]:
    """Paragraphs, pages, turns and cells lie inside their text, in order."""
    query = select(document_text.c.document_id, document_text.c.characters, document_text.c.structure)
    for row in connection.execute(query):
        structure = json.loads(row.structure)
        ranges = [part[-2:] for part in structure["cells"]] + [part[:2] for part in structure["paragraphs"]]
        turns = select(turn.c.start, turn.c.end).where(turn.c.document_id == row.document_id)
        ranges += [list(one) for one in connection.execute(turns)]
        if any(not 0 <= start <= end <= row.characters for start, end in ranges):
            yield Problem("structure_outside_text", {"document": str(row.document_id)})


def check_originals(connection: Connection) -> Iterator[Problem]:
    """The kept original files are what was imported."""
    import hashlib

    query = select(source_file.c.file_name, source_file.c.sha256, source_file.c.content)
    for row in connection.execute(query):
        if hashlib.sha256(row.content).hexdigest() != row.sha256:
            yield Problem("original_changed", {"file": row.file_name})


def check_quotes(connection: Connection) -> Iterator[Problem]:
    """Every coding's quote stands where the coding says; those that are listed as unplaced are left out."""
    words: dict[int, str] = {}
    for one in coding_store.list_codings(connection):
        passage = one.passage
        if passage.document_id not in words:
            words[passage.document_id] = document_store.read_words(connection, passage.document_id)
        text = words[passage.document_id]
        if text[passage.start : passage.end] != one.anchor.quote:
            yield Problem("quote_not_in_place", {"coding": str(one.id), "document": str(passage.document_id)})
        elif anchor_of(text, passage.start, passage.end) != one.anchor:
            yield Problem("context_changed", {"coding": str(one.id)}, repairable=True)


def check_voices(connection: Connection) -> Iterator[Problem]:
    """Voices hold the words that they were set on; those that are listed as unplaced are left out."""
    for fields in _displaced(connection, voice, voice.c.unplaced == ""):
        yield Problem("voice_not_in_place", fields)


def check_question_places(connection: Connection) -> Iterator[Problem]:
    """Places of questions hold the words that they were set on."""
    for fields in _displaced(connection, question_place):
        yield Problem("question_not_in_place", fields)


def _displaced(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> Iterator[dict[str, str]]:
    words: dict[int, str] = {}
    columns = table.c
    query = select(columns.id, columns.document_id, columns.start, columns.end, columns.quote)
    for row in connection.execute(query.where(*conditions).order_by(columns.id)).all():
        if row.document_id not in words:
            words[row.document_id] = document_store.read_words(connection, row.document_id)
        if words[row.document_id][row.start : row.end] != row.quote:
            yield {"number": str(row.id), "document": str(row.document_id)}


def check_code_tree(connection: Connection) -> Iterator[Problem]:
    """Nobody stands below itself, and siblings have names of their own."""
    book = codebook_store.read_codebook(connection)
    reached = {code.id for code, _ in book.in_order()}
    for code in book.codes:
        if code.id not in reached:
            yield Problem("code_unreachable", {"code": code.name}, repairable=True)


CHECKS: tuple[Callable[[Connection], Iterator[Problem]], ...] = (
    check_file,
    check_references,
    check_texts,
    check_structure,
    check_originals,
    check_quotes,
    check_voices,
    check_question_places,
    check_code_tree,
)


def repair(writer: Writer) -> int:
    """Mend what can be mended without losing anything, inside an open change; return how many rows."""
    mended = 0
    connection = writer.connection
    rows = connection.execute(select(document_text.c.id, document_text.c.characters, document_text.c.text)).all()
    for row in rows:
        mended += writer.update(document_text, row.id, characters=len(row.text))
    words: dict[int, str] = {}
    for one in coding_store.list_codings(connection):
        passage = one.passage
        if passage.document_id not in words:
            words[passage.document_id] = document_store.read_words(connection, passage.document_id)
        anchor = anchor_of(words[passage.document_id], passage.start, passage.end)
        if anchor.quote == one.anchor.quote:
            mended += coding_store.move(writer, one.id, passage.start, passage.end, anchor)
    book = codebook_store.read_codebook(connection)
    reached = {code.id for code, _ in book.in_order()}
    for code in book.codes:
        if code.id not in reached:
            mended += codebook_store.update(writer, code.id, parent_id=None)
    return mended


def data_of(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all data tables, for comparing two states of a project."""
    return {
        table.name: [tuple(row) for row in connection.execute(select(table).order_by(table.c.id))]
        for table in DATA_TABLES
    }
