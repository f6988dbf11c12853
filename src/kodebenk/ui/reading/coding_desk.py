"""Carries out what the coding workspace is asked to do, and says in a sentence what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.application import (
    codebook_actions,
    coding_actions,
    document_actions,
    new_code_actions,
    queries,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import CodeOrigin
from kodebenk.domain.coding import CodingKind, EvidenceGrade, Stance
from kodebenk.domain.passage import Passage
from kodebenk.errors import WorkbenchError
from kodebenk.ui.material_list.document_model import percent
from kodebenk.ui.reading.coding_words import stance_word


class CodingDesk(QObject):
    """The border between the widgets of the workspace and the actions of the application.

    Signals:
        done(str): a routine change was made.
        done_to_many(str): several things changed at once.
        failed(WorkbenchError): nothing was changed.
    """

    done = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._recent: list[int] = []

    @property
    def recent(self) -> Sequence[int]:
        """Return the ids of the codes used last, the last one first."""
        return self._recent

    def remember(self, code_ids: Sequence[int]) -> None:
        """Take these codes as used before those known, if nothing was coded yet."""
        if not self._recent:
            self.begin_with(code_ids)

    def begin_with(self, code_ids: Sequence[int]) -> None:
        """Take these codes for the ones used last, as when somebody else takes over."""
        self._recent = list(code_ids)

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except WorkbenchError as error:
            self.failed.emit(error)

    def _used(self, code_id: int) -> None:
        self._recent = [code_id, *(known for known in self._recent if known != code_id)]

    def _cite(self, passage: Passage) -> str:
        return queries.cite_passage(self._project, passage.document_id, passage.start, passage.end)

    def _name(self, code_id: int) -> str:
        code = queries.codebook(self._project).by_id.get(code_id)
        return code.name if code is not None else ""

    # Codings

    def code(self, passage: Passage, code_id: int, stance: str = "") -> int:
        """Code a passage and return the id of the coding, 0 if that could not be done."""
        coding_id = 0
        with self._reporting():
            wanted = Stance(stance) if stance else None
            coding_id = coding_actions.apply_code(self._project, passage, code_id, stance=wanted)
            self._used(code_id)
            self.done.emit(self._coded_words(self._name(code_id), passage))
        return coding_id

    def _coded_words(self, code: str, passage: Passage) -> str:
        return self.tr("Coded “{code}” at {place}").format(code=code, place=self._cite(passage))

    def code_with_new(
        self, passage: Passage, name: str, parent_id: int | None, stance: str = "", *, in_vivo: bool = False
    ) -> int:
        """Make a code, code a passage with it and return the id of the coding, 0 if that could not be done.

        A code of that name in the same place is used as it is.
        """
        book = queries.codebook(self._project)
        folded = " ".join(name.split()).casefold()
        known = [code for code in book.children_of(parent_id) if code.name.casefold() == folded]
        if known:
            return self.code(passage, known[0].id, stance)
        coding_id = 0
        with self._reporting():
            made = new_code_actions.code_with_new(
                self._project,
                passage,
                name,
                parent_id,
                stance=Stance(stance) if stance else None,
                origin=CodeOrigin.IN_VIVO if in_vivo else CodeOrigin.INDUCTIVE,
            )
            coding_id = made.coding_id
            self._used(made.code_id)
            words = self.tr("New code “{code}”, coded at {place}")
            self.done.emit(words.format(code=self._name(made.code_id), place=self._cite(passage)))
        return coding_id

    def remove(self, coding_id: int) -> None:
        with self._reporting():
            one = queries.coding(self._project, coding_id)
            coding_actions.remove_coding(self._project, coding_id)
            words = self.tr("Removed “{code}” at {place}")
            self.done.emit(words.format(code=self._name(one.code_id), place=self._cite(one.passage)))

    @Slot(int, int, int)
    def resize(self, coding_id: int, start: int, end: int) -> None:
        with self._reporting():
            coding_actions.resize_coding(self._project, coding_id, start, end)
            one = queries.coding(self._project, coding_id)
            words = self.tr("Changed the ends of “{code}” at {place}")
            self.done.emit(words.format(code=self._name(one.code_id), place=self._cite(one.passage)))

    @Slot(int, int)
    def recode(self, coding_id: int, code_id: int) -> None:
        with self._reporting():
            coding_actions.recode(self._project, coding_id, code_id)
            one = queries.coding(self._project, coding_id)
            self._used(code_id)
            words = self.tr("Recoded to “{code}” at {place}")
            self.done.emit(words.format(code=self._name(code_id), place=self._cite(one.passage)))

    def split(self, coding_id: int, at: int) -> None:
        with self._reporting():
            one = queries.coding(self._project, coding_id)
            coding_actions.split_coding(self._project, coding_id, at)
            words = self.tr("Split “{code}” at {place}")
            self.done.emit(words.format(code=self._name(one.code_id), place=self._cite(one.passage)))

    @Slot(int, str)
    def set_stance(self, coding_id: int, stance: str) -> None:
        with self._reporting():
            wanted = Stance(stance) if stance else None
            coding_actions.set_stance(self._project, coding_id, wanted)
            self.done.emit(self.tr("Stance: {stance}").format(stance=stance_word(wanted)))

    @Slot(int, str)
    def write_comment(self, coding_id: int, text: str) -> None:
        with self._reporting():
            coding_actions.edit_coding(self._project, coding_id, comment=text.strip())
            self.done.emit(self.tr("Saved the comment"))

    @Slot(int, str)
    def write_condensation(self, coding_id: int, text: str) -> None:
        with self._reporting():
            coding_actions.edit_coding(self._project, coding_id, condensation=text.strip())
            self.done.emit(self.tr("Saved the condensation"))

    @Slot(int, object)
    def set_kind(self, coding_id: int, kind: CodingKind) -> None:
        with self._reporting():
            coding_actions.edit_coding(self._project, coding_id, kind=kind)
            self.done.emit(self.tr("Changed the kind of the coding"))

    @Slot(int, object)
    def set_evidence(self, coding_id: int, evidence: EvidenceGrade) -> None:
        with self._reporting():
            coding_actions.edit_coding(self._project, coding_id, evidence=evidence)
            self.done.emit(self.tr("Changed the evidence of the coding"))

    @Slot(int, object)
    def attribute(self, coding_id: int, respondent_ids: Sequence[int] | None) -> None:
        with self._reporting():
            coding_actions.attribute_coding(self._project, coding_id, respondent_ids)
            self.done.emit(self.tr("Changed whose words these are"))

    def code_hits(self, passages: Sequence[Passage], code_id: int) -> None:
        with self._reporting():
            made = len(coding_actions.code_hits(self._project, passages, code_id))
            self._used(code_id)
            one = self.tr("Coded 1 passage with “{code}”")
            many = self.tr("Coded {count} passages with “{code}”")
            self.done_to_many.emit((one if made == 1 else many).format(count=made, code=self._name(code_id)))

    # Codebook

    def add_code(self, name: str, parent_id: int) -> int:
        """Add a code, or with 0 a theme, and return its id, 0 if that could not be done."""
        code_id = 0
        with self._reporting():
            key = queries.codebook(self._project).free_key() if parent_id else ""
            code_id = codebook_actions.add_code(self._project, name, parent_id or None, key=key)
            self.done.emit(self.tr("New code “{code}”").format(code=self._name(code_id)))
        return code_id

    @Slot(int, str)
    def rename_code(self, code_id: int, name: str) -> None:
        with self._reporting():
            codebook_actions.rename_code(self._project, code_id, name)
            self.done.emit(self.tr("Renamed the code to “{code}”").format(code=self._name(code_id)))

    @Slot(int, dict)
    def edit_code(self, code_id: int, values: dict[str, Any]) -> None:
        with self._reporting():
            codebook_actions.edit_code(self._project, code_id, **values)
            self.done.emit(self.tr("Changed the code “{code}”").format(code=self._name(code_id)))

    @Slot(int, int, int)
    def move_code(self, code_id: int, parent_id: int, position: int) -> None:
        with self._reporting():
            place = position if position >= 0 else None
            codebook_actions.move_code(self._project, code_id, parent_id or None, place)
            self.done.emit(self.tr("Moved “{code}”").format(code=self._name(code_id)))

    def merge_codes(self, code_id: int, into_id: int) -> bool:
        """Merge a code into another; return whether that was done."""
        with self._reporting():
            name = self._name(code_id)
            codebook_actions.merge_codes(self._project, code_id, into_id)
            words = self.tr("Merged “{code}” into “{into}”")
            self.done_to_many.emit(words.format(code=name, into=self._name(into_id)))
            return True
        return False

    @Slot(int)
    def delete_code(self, code_id: int) -> None:
        with self._reporting():
            name = self._name(code_id)
            count = codebook_actions.delete_code(self._project, code_id)
            self._recent = [known for known in self._recent if known != code_id]
            self._tell_deleted(name, count)

    def _tell_deleted(self, name: str, codings: int) -> None:
        if codings == 0:
            self.done.emit(self.tr("Deleted “{name}”").format(name=name))
        elif codings == 1:
            self.done_to_many.emit(self.tr("Deleted “{name}” with 1 coding").format(name=name))
        else:
            words = self.tr("Deleted “{name}” with {count} codings")
            self.done_to_many.emit(words.format(name=name, count=codings))

    # Documents

    @Slot(int, str)
    def rename_document(self, document_id: int, name: str) -> None:
        with self._reporting():
            document_actions.rename_document(self._project, document_id, name)
            self.done.emit(self.tr("Renamed the document"))

    @Slot(int, float)
    def set_progress(self, document_id: int, share: float) -> None:
        with self._reporting():
            document_actions.set_progress(self._project, document_id, share)
            name = queries.document(self._project, document_id).name
            if share >= 1:
                words = self.tr("{document} is finished").format(document=name)
            else:
                words = self.tr("{document}: {share} read").format(document=name, share=percent(share))
            self.done.emit(words)

    @Slot(int, int)
    def move_document(self, document_id: int, step: int) -> None:
        """Move a document up (−1) or down (1) among those of its kind."""
        documents = queries.documents(self._project)
        one = queries.document(self._project, document_id)
        order = [other.id for other in documents]
        same = [other.id for other in documents if other.kind is one.kind]
        place = same.index(document_id) + step
        if 0 <= place < len(same):
            with self._reporting():
                document_actions.move_document(self._project, document_id, order.index(same[place]))
                self.done.emit(self.tr("Moved {document}").format(document=one.name))

    @Slot(int)
    def delete_document(self, document_id: int) -> None:
        with self._reporting():
            name = queries.document(self._project, document_id).name
            self._tell_deleted(name, document_actions.delete_document(self._project, document_id))
