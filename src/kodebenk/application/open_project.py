"""The project that is open: changes, undo, redo, and who is told of them."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar, cast

from kodebenk import __version__
from kodebenk.application.seen_changes import can_be_undone, ended_blindness, is_seen
from kodebenk.application.sight import SIGHT_TABLES
from kodebenk.domain.project_change import ChangeName, ProjectChange, RecordedChange
from kodebenk.errors import ProjectFileError, Rule, RuleBroken
from kodebenk.storage import coder_store, coding_store, document_store, history_store, property_store
from kodebenk.storage.backups import BackupKeeper
from kodebenk.storage.project_file import ProjectFile
from kodebenk.storage.reader import ReadConnection
from kodebenk.storage.row_change import RowChange
from kodebenk.storage.writer import Writer

_Value = TypeVar("_Value")
Subscriber = Callable[[ProjectChange], None]

_SEEN_THROUGH_SIGHT: Mapping[str, frozenset[int]] = dict.fromkeys(
    (*SIGHT_TABLES, "coding", "coding_respondent", "matrix_cell", "synthesis", "document", "comparison", "decision"),
    frozenset(),
)
"""Tables of which more or less is seen when sight changes, though no row of theirs did."""


class OpenProject:
    """A project file that is open, used from one thread only."""

    def __init__(self, file: ProjectFile, coder_name: str = "") -> None:
        self._file = file
        self._owner = threading.get_ident()
        self._subscribers: list[Subscriber] = []
        self._kept: dict[Hashable, tuple[frozenset[str], object]] = {}
        self._backups = BackupKeeper(file.path)
        self._writing = False
        self._reader_name = coder_name
        self._coder_name = coder_name or self._first_coder()

    @classmethod
    def create(cls, path: Path, *, title: str, coder_name: str) -> OpenProject:
        """Make an empty project with one coder and open it. Raises ProjectFileError."""
        project = cls(ProjectFile.create(path, __version__), coder_name)
        with project.change(ChangeName.CREATE_PROJECT, title=title) as write:
            property_store.set_value(write, "title", title)
            coder_store.add(write, coder_name)
        return project

    @classmethod
    def open(cls, path: Path, *, coder_name: str = "", read_only: bool = False) -> OpenProject:
        """Open a project. Raises ProjectFileError.

        Without a name changes carry that of the first coder, and nothing is seen of what anybody codes blind.
        """
        return cls(ProjectFile.open(path, __version__, read_only=read_only), coder_name)

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def read_only(self) -> bool:
        return self._file.read_only

    @property
    def coder_name(self) -> str:
        """Who is working; changes and new codings carry this name."""
        return self._coder_name

    @property
    def reader_name(self) -> str:
        """Whose eyes see what is read (`sight`); empty when nobody said who works."""
        return self._reader_name

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody said who works."""
        return not self._reader_name

    def work_as(self, coder_name: str) -> None:
        """Go on as another coder, who need not be one of the project yet.

        What they may see can be another matter, so subscribers are told that everything which shows codings changed;
        it is no change of the project, and leaves no trace in it.
        """
        self._assert_owner()
        self._coder_name = self._reader_name = coder_name
        everything = frozenset(one.id for one in document_store.list_documents(self.connection))
        self._tell(ProjectChange(ChangeName.ADD_CODER, 0, {"coder": coder_name}, _SEEN_THROUGH_SIGHT, everything))

    @property
    def connection(self) -> ReadConnection:
        """The connection for reading, on the owner's thread."""
        self._assert_owner()
        return self._file.connection

    @property
    def title(self) -> str:
        return self.kept("title", {"project_property"}, lambda: property_store.get_value(self.connection, "title"))

    @contextmanager
    def change(self, name: ChangeName, **details: str) -> Iterator[Writer]:
        """Open one change: everything written inside is committed as a whole and is one step of undo.

        A change that alters nothing leaves no trace. `details` are names for the history, not for the program.

        Raises:
            RuleBroken: READ_ONLY.
            ProjectFileError: the file could not be written; nothing changed.
        """
        self._assert_writable()
        self._writing = True
        try:
            with self._file.transaction():
                writer = Writer(self._file.connection)
                yield writer
                change_id = 0
                if writer.row_changes:
                    change_id = history_store.record(
                        writer.connection, name, self.coder_name, details, writer.row_changes
                    )
        finally:
            self._writing = False
        if writer.row_changes:
            self._announce(self._report(name, change_id, details, writer.row_changes))

    @contextmanager
    def aside(self) -> Iterator[ReadConnection]:
        """Open a transaction for what is neither data nor history, such as drafts; nobody is told of it.

        Raises:
            RuleBroken: READ_ONLY.
            ProjectFileError: the file could not be written; nothing changed.
        """
        self._assert_writable()
        with self._file.transaction():
            yield self._file.connection

    def undo(self) -> ProjectChange:
        """Take the last change back. Raises RuleBroken NOTHING_TO_UNDO."""
        recorded = self.next_to_undo()
        if recorded is None:
            raise RuleBroken(Rule.NOTHING_TO_UNDO)
        return self._replay(recorded, undo=True)

    def redo(self) -> ProjectChange:
        """Make the change again that was undone last. Raises RuleBroken NOTHING_TO_REDO."""
        recorded = self.next_to_redo()
        if recorded is None:
            raise RuleBroken(Rule.NOTHING_TO_REDO)
        return self._replay(recorded, undo=False)

    def next_to_undo(self) -> RecordedChange | None:
        """Return the last change that stands, if it can be taken back.

        It cannot where it touched what is hidden from the one who works. Changes that ended somebody's blindness are
        passed over: what was seen then cannot be unseen, and what was done before can still be undone.
        """
        for recorded in history_store.standing(self.connection):
            if not ended_blindness(self, recorded):
                return recorded if can_be_undone(self, recorded) else None
        return None

    def undoes_last(self) -> bool:
        """Tell whether `undo` would take back the very last change that stands."""
        last = next(history_store.standing(self.connection), None)
        return last is not None and not ended_blindness(self, last) and can_be_undone(self, last)

    def next_to_redo(self) -> RecordedChange | None:
        """Return the first change that was taken back, if the one who works may see what it touched."""
        recorded = history_store.next_to_redo(self.connection)
        return recorded if recorded and is_seen(self, recorded) else None

    def _replay(self, recorded: RecordedChange, *, undo: bool) -> ProjectChange:
        self._assert_writable()
        rows = history_store.rows_of(self._file.connection, recorded.id)
        with self._file.transaction():
            writer = Writer(self._file.connection)
            writer.replay([row.inverse for row in reversed(rows)] if undo else rows)
            history_store.mark(writer.connection, recorded.id, undone=undo)
        change = self._report(recorded.name, recorded.id, dict(recorded.details), rows, undone=undo, redone=not undo)
        self._announce(change)
        return change

    def _report(
        self,
        name: ChangeName,
        change_id: int,
        details: dict[str, str],
        rows: list[RowChange],
        *,
        undone: bool = False,
        redone: bool = False,
    ) -> ProjectChange:
        touched: dict[str, set[int]] = defaultdict(set)
        documents: set[int] = set()
        for row in rows:
            touched[row.table].add(row.row_id)
            documents |= row.document_ids()
        attributed = {(row.after or row.before or {})["coding_id"] for row in rows if row.table == "coding_respondent"}
        if attributed:
            named = coding_store.list_codings(self._file.connection, coding_ids=sorted(attributed), with_unplaced=True)
            documents |= {one.passage.document_id for one in named}
        frozen = {table: frozenset(ids) for table, ids in touched.items()}
        if frozen.keys() & SIGHT_TABLES:
            frozen = dict(_SEEN_THROUGH_SIGHT) | frozen
        return ProjectChange(name, change_id, details, frozen, frozenset(documents), undone, redone)

    def _announce(self, change: ProjectChange) -> None:
        self._backups.changed()
        self._tell(change)

    def _tell(self, change: ProjectChange) -> None:
        self._kept = {key: held for key, held in self._kept.items() if not held[0] & change.rows.keys()}
        for subscriber in tuple(self._subscribers):
            subscriber(change)

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Have a function called once after every committed change, undo and redo; returns how to end that."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def kept(self, key: Hashable, tables: set[str], read: Callable[[], _Value]) -> _Value:
        """Return what `read` gives, read again only after one of the tables changed."""
        self._assert_owner()
        if self._writing:  # rows of an open change may not be remembered
            return read()
        if key not in self._kept:
            self._kept[key] = (frozenset(tables), read())
        return cast(_Value, self._kept[key][1])

    @property
    def backup_failure(self) -> ProjectFileError | None:
        """Why the last automatic backup could not be made, or None."""
        return self._backups.failure

    def save_copy(self, target: Path) -> None:
        """Write the project as it stands to another file. Raises ProjectFileError."""
        self._assert_owner()
        self._file.save_copy(target)

    def close(self) -> None:
        """Close the file; it is one single file afterwards."""
        self._assert_owner()
        self._backups.finish()
        self._subscribers.clear()
        self._file.close()

    def __enter__(self) -> OpenProject:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _first_coder(self) -> str:
        coders = coder_store.list_coders(self._file.connection)
        return coders[0].name if coders else ""

    def _assert_owner(self) -> None:
        assert threading.get_ident() == self._owner, "a project is used from the thread that opened it"

    def _assert_writable(self) -> None:
        self._assert_owner()
        assert not self._writing, "a change within a change"
        if self.read_only:
            raise RuleBroken(Rule.READ_ONLY, path=str(self.path))
