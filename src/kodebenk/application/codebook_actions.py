"""What a user can do to the codebook. Each function is one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import seen_of, sight_of
from kodebenk.domain.codebook import Code, Codebook, split_path
from kodebenk.domain.matrix import ColumnKey
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import codebook_store, coding_store, comparison_store, guide_store, matrix_store
from kodebenk.storage.writer import Writer

EDITABLE = frozenset(
    {"name_other", "slot", "key", "definition", "use_when", "use_not", "example", "synonyms", "origin", "memo"}
)


def add_code(project: OpenProject, name: str, parent_id: int | None = None, **values: Any) -> int:
    """Add a code below another, or a theme, and return its id. It takes the least used slot.

    Args:
        project: the open project.
        name: of the code.
        parent_id: the code above; None for a theme.
        **values: other fields of `Code` named in EDITABLE.

    Raises:
        RuleBroken: NAME_EMPTY, NAME_TAKEN, VALUE_NOT_ALLOWED.
    """
    cleaned = queries.codebook(project).check_name(name, parent_id)
    with project.change(ChangeName.ADD_CODE, code=cleaned) as write:
        return create_code(write, codebook_store.read_codebook(write.connection), cleaned, parent_id, **values)


def create_code(writer: Writer, book: Codebook, name: str, parent_id: int | None, **values: Any) -> int:
    """Insert a code at the end of its siblings, inside a change that is open."""
    cleaned = book.check_name(name, parent_id)
    siblings = book.children_of(parent_id)
    position = siblings[-1].position + 1 if siblings else 0
    slot = values.pop("slot", None) or book.free_slot()
    key = values.pop("key", "")
    if key:
        _free_key(writer, book, key)
    return codebook_store.add(
        writer, parent_id=parent_id, position=position, name=cleaned, slot=slot, key=key, **values
    )


def ensure_path(writer: Writer, path: str) -> int:
    """Return the id of the code that a path or a unique name means, making what is missing inside an open change.

    Raises:
        RuleBroken: AMBIGUOUS_NAME, NAME_EMPTY.
    """
    book = codebook_store.read_codebook(writer.connection)
    try:
        return book.find(path).id
    except RuleBroken as error:
        if error.rule is not Rule.NOT_FOUND:
            raise
    return _ensure_exact_path(writer, path)


def rename_code(project: OpenProject, code_id: int, name: str) -> None:
    """Rename a code. Raises RuleBroken NAME_EMPTY, NAME_TAKEN, VALUE_NOT_ALLOWED."""
    code = _code(project, code_id)
    cleaned = queries.codebook(project).check_name(name, code.parent_id, ignore_id=code_id)
    with project.change(ChangeName.RENAME_CODE, code=code.name, to=cleaned) as write:
        codebook_store.update(write, code_id, name=cleaned)


def edit_code(project: OpenProject, code_id: int, **values: Any) -> None:
    """Set fields named in EDITABLE. A key that another code has moves here.

    Raises:
        RuleBroken: VALUE_NOT_ALLOWED for a key that is no digit from 1 to 9.
    """
    assert set(values) <= EDITABLE, values
    code = _code(project, code_id)
    with project.change(ChangeName.EDIT_CODE, code=code.name) as write:
        if values.get("key"):
            _free_key(write, queries.codebook(project), values["key"], keep=code_id)
        codebook_store.update(write, code_id, **values)


def _free_key(writer: Writer, book: Codebook, key: str, keep: int | None = None) -> None:
    if key not in "123456789" or len(key) != 1:
        raise RuleBroken(Rule.VALUE_NOT_ALLOWED, kind="key", value=key, allowed=["1–9"])
    for other in book.codes:
        if other.key == key and other.id != keep:
            codebook_store.update(writer, other.id, key="")


def move_code(project: OpenProject, code_id: int, parent_id: int | None, position: int | None = None) -> None:
    """Put a code below another (None: make it a theme), before the sibling at `position`, or last.

    Raises:
        RuleBroken: CODE_BELOW_ITSELF, NAME_TAKEN.
    """
    book = queries.codebook(project)
    book.check_move(code_id, parent_id)
    code = _code(project, code_id)
    siblings = [one.id for one in book.children_of(parent_id) if one.id != code_id]
    at = len(siblings) if position is None else _place_among(book, code_id, parent_id, position)
    siblings.insert(at, code_id)
    with project.change(ChangeName.MOVE_CODE, code=code.name) as write:
        codebook_store.update(write, code_id, parent_id=parent_id)
        for index, sibling_id in enumerate(siblings):
            codebook_store.update(write, sibling_id, position=index)


def _place_among(book: Codebook, code_id: int, parent_id: int | None, position: int) -> int:
    """Turn a place among the siblings as shown into one among those that stay."""
    shown = [one.id for one in book.children_of(parent_id)]
    before = sum(one == code_id for one in shown[:position])
    return max(0, min(position, len(shown)) - before)


def merge_codes(project: OpenProject, code_id: int, into_id: int) -> None:
    """Give every coding, cell and child of a code to another and delete it; doubles fall together.

    Raises:
        RuleBroken: MERGE_WITH_ITSELF, CODE_BELOW_ITSELF when the other lies below it.
    """
    book = queries.codebook(project)
    code, into = _code(project, code_id), _code(project, into_id)
    if code_id == into_id:
        raise RuleBroken(Rule.MERGE_WITH_ITSELF, name=code.name)
    if code_id in {one.id for one in book.lineage(into_id)}:
        raise RuleBroken(Rule.CODE_BELOW_ITSELF, name=into.name)
    with project.change(ChangeName.MERGE_CODES, code=code.name, into=into.name) as write:
        _merge_codings(write, code_id, into_id)
        _merge_cells(write, code_id, into_id)
        _adopt_children(write, book, code_id, into_id)
        guide_store.repoint_themes(write, code_id, into_id)
        comparison_store.repoint_codes(write, {code_id: into_id})
        _join_words(write, code, into)
        codebook_store.delete(write, code_id)


def _merge_codings(write: Writer, code_id: int, into_id: int) -> None:
    there = {
        (one.passage, one.coder_id, one.round): one.id
        for one in coding_store.list_codings(write.connection, code_ids=[into_id], with_unplaced=True)
    }
    for one in coding_store.list_codings(write.connection, code_ids=[code_id], with_unplaced=True):
        same = there.get((one.passage, one.coder_id, one.round))
        if same is not None and not (one.comment or one.condensation or one.stance):
            comparison_store.repoint_coding(write, one.id, same)
            coding_store.delete(write, one.id)
        else:
            coding_store.update(write, one.id, code_id=into_id)


def _merge_cells(write: Writer, code_id: int, into_id: int) -> None:
    cells = matrix_store.read_cells(write.connection)
    for key, cell in cells.items():
        if key.column.code_id != code_id:
            continue
        target = replace(key, column=ColumnKey(into_id))
        joined = matrix_store.join_cells(cells.get(target), replace(cell, key=target))
        matrix_store.write_cell(write, joined)
    matrix_store.forget_cells(write, column_key=ColumnKey(code_id))
    for (column, kind), words in matrix_store.read_synthesis(write.connection).items():
        if column.code_id == code_id:
            known = matrix_store.read_synthesis(write.connection).get((ColumnKey(into_id), kind), "")
            matrix_store.write_synthesis(write, ColumnKey(into_id), kind, f"{known} {words}".strip())
    matrix_store.forget_synthesis(write, ColumnKey(code_id))


def _adopt_children(write: Writer, book: Codebook, code_id: int, into_id: int) -> None:
    taken = {one.name.casefold() for one in book.children_of(into_id)}
    position = len(taken)
    for child in book.children_of(code_id):
        name = child.name
        while name.casefold() in taken:
            name += " (2)"
        taken.add(name.casefold())
        codebook_store.update(write, child.id, parent_id=into_id, position=position, name=name)
        position += 1


def _join_words(write: Writer, code: Code, into: Code) -> None:
    """Keep what the vanishing code said: its name becomes a synonym, its definition and memo are appended."""
    synonyms = tuple(dict.fromkeys((*into.synonyms, code.name, *code.synonyms)))
    values: dict[str, Any] = {"synonyms": synonyms}
    for field in ("definition", "use_when", "use_not", "example", "memo"):
        own, other = getattr(into, field), getattr(code, field)
        if other and other not in own:
            values[field] = f"{own}\n{other}".strip()
    codebook_store.update(write, into.id, **values)


def delete_code(project: OpenProject, code_id: int) -> int:
    """Delete a code with all below it, their codings and cells; return how many codings went that may be seen.

    Undo brings all back.
    """
    book = queries.codebook(project)
    code = _code(project, code_id)
    doomed = [code, *book.below(code_id)]
    with project.change(ChangeName.DELETE_CODE, code=code.name) as write:
        codings = coding_store.list_codings(write.connection, code_ids=[one.id for one in doomed], with_unplaced=True)
        for one in codings:
            coding_store.delete(write, one.id)
        comparison_store.repoint_codes(write, {one.id: None for one in doomed})
        for each in reversed(doomed):
            matrix_store.forget_cells(write, column_key=ColumnKey(each.id))
            matrix_store.forget_synthesis(write, ColumnKey(each.id))
            guide_store.repoint_themes(write, each.id, None)
            codebook_store.delete(write, each.id)
    return len(seen_of(sight_of(project), codings))


def import_codes(project: OpenProject, rows: Sequence[tuple[str, dict[str, Any]]]) -> list[int]:
    """Add or complete codes from `(path, fields)` in one step and return their ids, in order.

    Fields that a known code already has are overwritten only by words, never by nothing.
    """
    ids = []
    with project.change(ChangeName.IMPORT_CODES, count=str(len(rows))) as write:
        for path, values in rows:
            code_id = _ensure_exact_path(write, path, values.get("guid", ""))
            given = {name: value for name, value in values.items() if value not in ("", None, ()) and name != "guid"}
            if given.get("key"):
                _free_key(write, codebook_store.read_codebook(write.connection), given["key"], keep=code_id)
            if given:
                codebook_store.update(write, code_id, **given)
            ids.append(code_id)
    return ids


def _ensure_exact_path(writer: Writer, path: str, guid: str = "") -> int:
    """Return the id of the code at a path; one that is added takes the GUID, where it is free."""
    parent_id: int | None = None
    names = split_path(path)
    if not names:
        raise RuleBroken(Rule.NAME_EMPTY, kind="code")
    for index, name in enumerate(names, start=1):
        book = codebook_store.read_codebook(writer.connection)
        known = [one for one in book.children_of(parent_id) if one.name.casefold() == name.casefold()]
        taken = {one.guid for one in book.codes}
        own = {"guid": guid} if guid and index == len(names) and guid not in taken else {}
        parent_id = known[0].id if known else create_code(writer, book, name, parent_id, **own)
    assert parent_id is not None
    return parent_id


def _code(project: OpenProject, code_id: int) -> Code:
    found = queries.codebook(project).by_id.get(code_id)
    if found is None:
        raise RuleBroken(Rule.NOT_FOUND, kind="code", name=str(code_id))
    return found
