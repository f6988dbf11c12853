"""Adds the respondents whom a source itself tells about, such as the rows of a survey, all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kodebenk.application.import_labels import predict_labels
from kodebenk.application.respondent_actions import ensure_respondent, guess_type
from kodebenk.domain.respondent import Respondent
from kodebenk.importing.imported_document import ColumnUse, ImportedDocument
from kodebenk.storage import respondent_store
from kodebenk.storage.writer import Writer


def respondent_names(read: ImportedDocument) -> tuple[str, ...]:
    """Return what the respondents whom a source tells about are called in a project.

    Without a column of names their labels are mere row numbers, which mean somebody else in every file; the name of
    the file then stands before them.
    """
    labels = tuple(one.label for one in read.respondents)
    if any(column.use is ColumnUse.NAME for column in read.columns):
        return labels
    return tuple(f"{read.path.stem} · {label}" for label in labels)


def add_told_respondents(write: Writer, read: ImportedDocument) -> Mapping[str, int]:
    """Add them with their attributes inside an open change, and return their ids by label in the source.

    The result is that of `ensure_respondent` and `set_attributes` for each, without asking the project for all
    respondents and attributes once for every row.

    Raises:
        RuleBroken: AMBIGUOUS_NAME.
    """
    if not read.respondents:
        return {}
    ids = _add(write, respondent_names(read))
    attributes = _Attributes(write)
    for one, respondent_id in zip(read.respondents, ids, strict=True):
        attributes.set(respondent_id, one.attributes)
    return {one.label: respondent_id for one, respondent_id in zip(read.respondents, ids, strict=True)}


def _add(write: Writer, names: Sequence[str]) -> list[int]:
    known = respondent_store.list_respondents(write.connection)
    labels = predict_labels(known, names)
    ids = {one.label: one.id for one in known}
    spelled = {word for one in known for word in _spellings(one)}
    position = max((one.position for one in known), default=-1)
    found = []
    for name in names:
        label = labels.get(name, "")
        if not label or (label in ids and name.casefold() not in spelled):
            found.append(ensure_respondent(write, name))  # complains, or keeps another spelling
            continue
        if label not in ids:
            position += 1
            cleaned = " ".join(name.split())
            ids[label] = respondent_store.add(write, name=cleaned, label=label, position=position)
            spelled.add(name.casefold())
        found.append(ids[label])
    return found


def _spellings(one: Respondent) -> set[str]:
    return {one.name.casefold(), one.label.casefold(), *(alias.casefold() for alias in one.aliases)}


class _Attributes:
    """The attributes of a project by name; a new one gets the type that its first value shows."""

    def __init__(self, write: Writer) -> None:
        self._write = write
        known = respondent_store.list_attributes(write.connection)
        self._ids = {one.name.casefold(): one.id for one in known}

    def set(self, respondent_id: int, values: Mapping[str, str]) -> None:
        for name, value in values.items():
            cleaned, stripped = " ".join(name.split()), value.strip()
            if stripped:
                respondent_store.set_value(self._write, respondent_id, self._id_of(cleaned, stripped), stripped)

    def _id_of(self, name: str, value: str) -> int:
        folded = name.casefold()
        if folded not in self._ids:
            count = len(self._ids)
            self._ids[folded] = respondent_store.add_attribute(self._write, name, guess_type(value), count)
        return self._ids[folded]
