"""A file on the import page: how far its reading has come, and what the user said about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from kodebenk.application.document_actions import ImportWish
from kodebenk.application.import_actions import SettledSource, SourceDraft, draft_source, propose_choice
from kodebenk.domain.document import SourceKind
from kodebenk.domain.respondent import Respondent
from kodebenk.errors import WorkbenchError
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background

RESPONDENT_KINDS = frozenset({SourceKind.NOTES, SourceKind.EMAIL, SourceKind.SURVEY, SourceKind.TRANSCRIPT})
"""Kinds of which the whole may belong to one respondent."""


class ReadingState(Enum):
    """How far the reading has come."""

    READING = auto()
    READY = auto()
    FAILED = auto()


@dataclass(eq=False, slots=True)
class PlannedSource:
    """One file. `kind` and `encoding` are what the user chose, None and empty for what the program found."""

    path: Path
    kind: SourceKind | None = None
    encoding: str = ""
    name: str = ""
    respondent: str = ""
    choices: dict[str, str] = field(default_factory=dict)
    state: ReadingState = ReadingState.READING
    draft: SourceDraft | None = None
    error: WorkbenchError | None = None
    same_as: str = ""
    task: BackgroundTask | None = None

    @property
    def is_text(self) -> bool:
        """Whether the file has an encoding that can be chosen."""
        return self.path.suffix.casefold() == ".txt"

    @property
    def shown_kind(self) -> SourceKind | None:
        """Return the kind chosen or found; None while nothing is known."""
        if self.kind is not None:
            return self.kind
        return self.draft.read.kind if self.draft is not None else None

    @property
    def speakers_to_settle(self) -> int:
        if self.draft is None:
            return 0
        return sum(self.choices.get(one.label, "unresolved") == "unresolved" for one in self.draft.speakers)

    def start_reading(self) -> BackgroundTask:
        """Return a task that reads the file as chosen; the caller connects and starts it."""
        self.state, self.error = ReadingState.READING, None
        path, kind, encoding = self.path, self.kind, self.encoding

        def read(token: CancelToken, progress: Progress) -> SourceDraft:
            return draft_source(path, kind=kind, encoding=encoding, is_cancelled=token.is_cancelled, progress=progress)

        self.task = run_in_background(read)
        return self.task

    def take(self, draft: SourceDraft, respondents: Sequence[Respondent], same_as: str) -> None:
        """Keep what was read; choices for speakers who are still there stand."""
        self.draft, self.state, self.same_as = draft, ReadingState.READY, same_as
        proposed = {one.label: propose_choice(one, respondents) for one in draft.speakers}
        self.choices = {label: self.choices.get(label, choice) for label, choice in proposed.items()}

    def fail(self, error: WorkbenchError) -> None:
        """Keep why the file could not be read."""
        self.draft, self.state, self.error = None, ReadingState.FAILED, error

    def settled(self) -> SettledSource:
        """Return the source as it shall be added."""
        assert self.draft is not None
        kind = self.shown_kind
        respondent = self.respondent if kind in RESPONDENT_KINDS else ""
        wish = ImportWish(kind=kind, respondent=respondent, name=self.name)
        choices: Mapping[str, str] = dict(self.choices)
        return SettledSource(self.draft, wish, choices)
