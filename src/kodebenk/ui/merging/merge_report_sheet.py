"""What came in by a merge: numbers, and the codings that somebody should look at."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kodebenk.application.merge_plan import MergedCoding
from kodebenk.ui.components.buttons import plain_button
from kodebenk.ui.components.fact_list import Fact
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.merging.merge_counts import list_added
from kodebenk.ui.merging.merge_outcome import MergeOutcome
from kodebenk.ui.merging.merge_words import reason_words
from kodebenk.ui.number_words import counted
from kodebenk.ui.shell.report_sheet import ReportSheet
from kodebenk.ui.shell.rows import Row
from kodebenk.ui.theme import Appearance


class MergeReportSheet(ReportSheet):
    """Numbers at the top, and a list of codings; a click on one that has a place shows its passage.

    Signals:
        unplaced_requested(): settle the codings that have no place.
    """

    unplaced_requested = Signal()

    def __init__(self, appearance: Appearance, outcome: MergeOutcome, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._outcome = outcome
        self._backup = make_label("", "meta", wrap=True)
        self.settle = plain_button(appearance, "", "unlink")
        self._arrange(below=(self._backup, self.settle))
        self.settle.clicked.connect(self.unplaced_requested)
        self._translate()

    def title(self) -> str:
        return self.tr("Came in from {file}").format(file=self._outcome.file_name)

    def _translate(self) -> None:
        report = self._outcome.report
        self._facts.show_facts(self._list_facts())
        rows = [self._altered_row(one) for one in report.altered] + [self._unplaced_row(one) for one in report.unplaced]
        self.list.setAccessibleName(self.tr("Codings to look at"))
        self._show_rows(rows)
        backup = self.tr("The copy from before the merge is {file}, among the backups.")
        self._backup.setText(backup.format(file=report.backup.name) if report.backup else "")
        self._backup.setVisible(report.backup is not None)
        self.settle.set_text(self.tr("Settle the codings without a place"))
        self.settle.setVisible(bool(report.unplaced) or bool(self._outcome.waiting))
        self._hint.setText(self.tr("Click a coding that has a place to see it in the text."))
        self._hint.setVisible(bool(report.altered))

    def _list_facts(self) -> Iterator[Fact]:
        report = self._outcome.report
        for _, words in list_added(report):
            yield "circle-plus", "ok", words
        if report.completed:
            one, many = self.tr("1 empty field was filled"), self.tr("{count} empty fields were filled")
            yield "pencil", "ok", counted(report.completed, one, many)
        if report.moved:
            one = self.tr("1 coding followed its words into another text")
            many = self.tr("{count} codings followed their words into another text")
            yield "move-horizontal", "ink2", counted(report.moved, one, many)
        if report.altered:
            one = self.tr("1 of them has other words here")
            many = self.tr("{count} of them have other words here")
            yield "triangle-alert", "warn", counted(len(report.altered), one, many)
        if report.unplaced:
            one, many = self.tr("1 coding has no place yet"), self.tr("{count} codings have no place yet")
            yield "unlink", "warn", counted(len(report.unplaced), one, many)
        if self._outcome.waiting:
            one = self.tr("1 coding that was here lost its place in a text that was taken over")
            many = self.tr("{count} codings that were here lost their place in a text that was taken over")
            yield "unlink", "warn", counted(self._outcome.waiting, one, many)
        for coder in report.coders:
            if coder.is_added:
                yield "user-round", "ink2", self.tr("New coder: {name}").format(name=coder.our_name)

    def _altered_row(self, one: MergedCoding) -> Row:
        place, citation = self._outcome.places.get(one.guid, (None, ""))
        asked = self.tr("Coded there: “{quote}”").format(quote=_one_line(one.old_words))
        words = self.tr("“{quote}”").format(quote=_one_line(one.new_words))
        detail = " · ".join(part for part in (one.code, one.coder) if part)
        return Row(place, words, detail, "move-horizontal", citation, asked, note_below=True)

    def _unplaced_row(self, one: MergedCoding) -> Row:
        words = self.tr("“{quote}”").format(quote=_one_line(one.old_words))
        detail = " · ".join((one.code, one.coder, one.document))
        return Row(None, words, detail, "unlink", "", reason_words(one.reason), tone="warn", note_below=True)

    def _open_row(self, key: object) -> None:
        if key is None:
            self.unplaced_requested.emit()
        else:
            super()._open_row(key)


def _one_line(words: str) -> str:
    return " ".join(words.split())
