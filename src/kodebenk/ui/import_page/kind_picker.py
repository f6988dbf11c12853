"""Chooses the kind of a source: the four usual ones beside each other, the others in a menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from kodebenk.domain.document import SourceKind
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.material_list.kind_words import kind_name
from kodebenk.ui.theme import Appearance

_USUAL = (SourceKind.TRANSCRIPT, SourceKind.NOTES, SourceKind.PLAN, SourceKind.EMAIL)
_OTHERS = tuple(kind for kind in SourceKind if kind not in _USUAL)
_MORE = "more"


def short_kind_name(kind: SourceKind) -> str:
    """Return what a kind is called where there is little room, beginning with a capital."""
    translate = QCoreApplication.translate
    short = {
        SourceKind.TRANSCRIPT: translate("ImportKinds", "Interview"),
        SourceKind.NOTES: translate("ImportKinds", "Notes"),
        SourceKind.PLAN: translate("ImportKinds", "Plan"),
        SourceKind.EMAIL: translate("ImportKinds", "E-mail"),
        SourceKind.SURVEY: translate("ImportKinds", "Survey"),
        SourceKind.FIELDNOTES: translate("ImportKinds", "Field notes"),
    }
    name = short.get(kind) or kind_name(kind)
    return name[:1].upper() + name[1:]


class KindPicker(QWidget):
    """A segment for each usual kind, and one that opens a menu of the others.

    Signals:
        picked(str): the value of the kind that the user chose.
    """

    picked = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: SourceKind | None = None
        self.segments = SegmentedControl(appearance, "", ())
        self.menu = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)
        self.segments.picked.connect(self._on_picked)
        self.menu.triggered.connect(self._on_triggered)
        self._translate()

    def show_kind(self, kind: SourceKind | None) -> None:
        """Show the kind of a source; None while it is not known."""
        if kind != self._kind:
            self._kind = kind
            self._fill()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.segments.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self.menu.clear()
        for kind in _OTHERS:
            action = QAction(short_kind_name(kind), self.menu)
            action.setData(kind.value)
            self.menu.addAction(action)
        self._fill()

    def _fill(self) -> None:
        other = self._kind if self._kind in _OTHERS else None
        more = short_kind_name(other) if other is not None else self.tr("More")
        usual = [Segment(kind.value, short_kind_name(kind)) for kind in _USUAL]
        value = _MORE if other is not None else (self._kind.value if self._kind is not None else "")
        had_focus = self.segments.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.segments.set_segments([*usual, Segment(_MORE, more, "chevron-down")], value)
        self.segments.button(_MORE).setToolTip(self.tr("Other kinds"))
        if had_focus and value:
            self.segments.button(value).setFocus()

    @Slot(str)
    def _on_picked(self, value: str) -> None:
        if value != _MORE:
            self.picked.emit(value)
            return
        button = self.segments.button(_MORE)
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        shown = self._kind.value if self._kind in _USUAL and self._kind is not None else _MORE
        self.segments.set_value(shown if self._kind is not None else "")

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.picked.emit(str(action.data()))
