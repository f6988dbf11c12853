"""What every workspace in the rail has in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kodebenk.ui.actions import MenuEntry
from kodebenk.ui.theme import Appearance

if TYPE_CHECKING:  # the database library must not delay the first paint
    from kodebenk.application.open_project import OpenProject
    from kodebenk.ui.project_signals import ProjectSignals


@dataclass(frozen=True, slots=True)
class StatusItem:
    """A piece of the status bar; `icon` is an icon name or empty, `tone` a colour role of the theme."""

    text: str
    icon: str = ""
    tone: str = "ink2"


class Workspace(QWidget):
    """A screen in the rail. It shows and asks; the main window carries its wishes on.

    Attributes:
        letter_keys: whether single letters and digits act here; the user can turn that off.

    Signals:
        done(str): a routine change was made; the sentence goes to the status bar with Undo.
        done_to_many(str): several things changed at once; the sentence becomes a toast with Undo.
        failed(WorkbenchError): something could not be done; the main window tells why.
        passage_requested(document id, start, end): show this passage in the coding workspace (code points).
        code_requested(code id): let the user write about this code in the coding workspace.
        import_requested(): the user wants to add sources.
        action_requested(str): do what this action of `ui/actions.py` stands for.
        status_changed(): `status_left` or `status_right` say something new.
    """

    done = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)
    passage_requested = Signal(int, int, int)
    code_requested = Signal(int)
    import_requested = Signal()
    action_requested = Signal(str)
    status_changed = Signal()

    def __init__(
        self,
        project: OpenProject,
        project_signals: ProjectSignals,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.project = project
        self.project_signals = project_signals
        self.appearance = appearance
        self.letter_keys = True

    def status_left(self) -> Sequence[StatusItem]:
        """What the status bar says at the left, after the undo message."""
        return ()

    def status_right(self) -> Sequence[StatusItem]:
        """What the status bar says at the right."""
        return ()

    def panels(self) -> Sequence[QWidget]:
        """The panels that F6 goes through, in order."""
        return ()

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this workspace and what they do, for F1."""
        return ()

    def menu_actions(self) -> Sequence[MenuEntry]:
        """The entries of this workspace's menu in the menu bar, as they are at this moment."""
        return ()

    def view_choices(self) -> Mapping[str, str]:
        """How things are shown here, by names of its own: what the user finds again next time."""
        return {}

    def take_view_choices(self, choices: Mapping[str, str]) -> None:
        """Show things as they were shown; unknown names and choices are passed by."""

    def start_find(self) -> None:
        """Ctrl+F: let the user look for words here. Workspaces without a text do nothing."""

    def resize_to(self, width: int) -> None:
        """Take the layout for a window of this width: below 1200 px panels fold (UI.md section 3)."""

    def release(self) -> None:
        """Keep what is being written and end background work: the project is about to be closed."""
