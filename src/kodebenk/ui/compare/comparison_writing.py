"""Makes the changes of the comparison workspace, and says what was done or why it could not be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.application import coding_tasks, comparison_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import WorkbenchError
from kodebenk.ui.compare.setup.comparison_choice import ComparisonChoice


class ComparisonWriting(QObject):
    """Saved comparisons, rounds, whether coefficients are shown, and whether decisions need a reason.

    Signals:
        done(str), failed(WorkbenchError): as those of a workspace.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, project: OpenProject, choice: ComparisonChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._choice = choice

    def save(self, name: str, report: AgreementReport) -> bool:
        """Keep the comparison on the screen; return whether that was done."""
        kept = self._attempt(lambda: self._choice.save(name, report.setup))
        if kept:
            self.done.emit(self.tr("Kept the comparison “{name}”").format(name=" ".join(name.split())))
        return kept

    @Slot(str)
    def rename(self, name: str) -> None:
        """Give the comparison that was opened another name."""
        saved = self._choice.saved
        if saved is not None:
            self._attempt(lambda: comparison_actions.rename_comparison(self._project, saved.id, name))

    @Slot()
    def delete(self) -> None:
        """Forget the comparison that was opened; what it compared stays on the screen."""
        saved = self._choice.saved
        if saved is not None and self._attempt(lambda: comparison_actions.delete_comparison(self._project, saved.id)):
            self.done.emit(self.tr("Deleted the comparison “{name}”").format(name=saved.name))

    @Slot(bool)
    def show_statistics(self, shown: bool) -> None:
        """Show coefficients in this project, or do without."""
        self._attempt(lambda: comparison_actions.show_statistics(self._project, shown))

    @Slot(bool)
    def require_reason(self, needed: bool) -> None:
        """Let decisions in this project need a reason, or not."""
        self._attempt(lambda: comparison_actions.require_reason(self._project, needed))

    @Slot()
    def start_round(self) -> None:
        """Begin another round of coding."""
        if self._attempt(lambda: coding_tasks.start_round(self._project)):
            number = coding_tasks.current_round(self._project)
            self.done.emit(self.tr("Round {number} has begun; new codings belong to it").format(number=number))

    def _attempt(self, step: Callable[[], object]) -> bool:
        try:
            step()
        except WorkbenchError as error:
            self.failed.emit(error)
            return False
        return True
