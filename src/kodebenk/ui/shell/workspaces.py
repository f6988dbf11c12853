"""Makes the workspaces of the rail when they are first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast, runtime_checkable

from PySide6.QtWidgets import QWidget

from kodebenk.application.correction_preview import CorrectionPreview
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.passage import Passage
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import Workspace

WorkspaceFactory = Callable[[str, OpenProject, ProjectSignals, Appearance, QWidget], Workspace]

_SCREENS = {
    "material": ("kodebenk.ui.material.material_screen", "MaterialScreen"),
    "coding": ("kodebenk.ui.reading.reading_screen", "ReadingScreen"),
    "matrix": ("kodebenk.ui.matrix.matrix_screen", "MatrixScreen"),
    "compare": ("kodebenk.ui.compare.compare_screen", "CompareScreen"),
}


@runtime_checkable
class PassageReader(Protocol):
    """A workspace that shows texts."""

    def show_passage(self, document_id: int, start: int, end: int) -> None:
        """Show a passage, in code points."""

    def show_document(self, document_id: int) -> None:
        """Show a document where it was left."""


@runtime_checkable
class PassageSource(Protocol):
    """A workspace in which words can be selected."""

    def chosen_passage(self) -> Passage | None:
        """Return the selected words, None without a selection."""


@runtime_checkable
class CodeWriter(Protocol):
    """A workspace with the codebook."""

    def edit_code(self, code_id: int) -> None:
        """Let the user write about a code."""


@runtime_checkable
class TextCorrector(Protocol):
    """A workspace in which texts are corrected."""

    def start_correcting(self) -> None:
        """Let the user correct the text on the screen."""

    def review_correction(self, preview: CorrectionPreview) -> None:
        """Show what a corrected file does to a document."""


@runtime_checkable
class DocumentHolder(Protocol):
    """A workspace in which one document is chosen."""

    @property
    def document_id(self) -> int:
        """Return the document, 0 for none."""


@runtime_checkable
class TaskHolder(Protocol):
    """A workspace that shows who codes what."""

    def show_tasks(self) -> None:
        """Show the coding tasks."""


def make_workspace(
    name: str, project: OpenProject, signals: ProjectSignals, appearance: Appearance, parent: QWidget
) -> Workspace:
    """Return the workspace of that name."""
    module, screen = _SCREENS[name]
    return cast(Workspace, getattr(import_module(module), screen)(project, signals, appearance, parent))
