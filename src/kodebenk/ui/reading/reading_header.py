"""The head of the reading column: which document, which codings are shown, text size, find."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from kodebenk.domain.codebook import Codebook
from kodebenk.domain.coder import Coder
from kodebenk.domain.document import Document
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.fonts import scaled
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.material_list.document_model import percent
from kodebenk.ui.material_list.kind_words import KIND_ICONS, kind_name, page_count
from kodebenk.ui.reading.coding_words import day_words
from kodebenk.ui.tasks.task_badge import TaskBadge
from kodebenk.ui.theme import Appearance, Theme

ALL = "all"
MINE = "mine"
MARKED = "marked"
_THEME = "theme:"
_CODER = "coder:"
_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_HEIGHT = 44


class ReadingHeader(QFrame):
    """Title and facts at the left, choices at the right.

    Signals:
        picker_requested(): The list of documents is wanted under the picker (narrow windows).
        codes_picked(str): Codings of which codes are shown: `all`, `marked` or `theme:` and an id.
        coders_picked(str): Codings by whom: `all`, `mine` or `coder:` and an id.
        find_requested(): Find words in the text.
        correct_requested(): Correct the text.
    """

    picker_requested = Signal()
    codes_picked = Signal(str)
    coders_picked = Signal(str)
    find_requested = Signal()
    correct_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self._appearance = appearance
        self._document: Document | None = None
        self._book = Codebook()
        self._coders: Sequence[Coder] = ()
        self._compact = False
        self._correcting = False
        self._title = ElidedLabel("", "title")
        self._facts = ElidedLabel("", "meta")
        self.picker = PickButton(appearance, "", "files")
        self.task = TaskBadge(appearance)
        self.codes = PickButton(appearance)
        self.coders = PickButton(appearance)
        self.size_button = IconButton(appearance, "a-large-small", "", icon_size=18)
        self.find_button = IconButton(appearance, "search", "")
        self.correct_button = IconButton(appearance, "pencil", "")
        self._size_menu = QMenu(self)
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _arrange(self) -> None:
        self.setMinimumHeight(scaled(_HEIGHT))
        self.picker.hide()
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 10, 6)
        row.setSpacing(6)
        row.addWidget(self.picker)
        row.addWidget(self._title)
        row.addSpacing(4)
        row.addWidget(self._facts, 1)
        self._space = QWidget()
        row.addWidget(self._space, 1)
        self._space.hide()
        for widget in (self.task, self.codes, self.coders, self.size_button, self.correct_button, self.find_button):
            row.addWidget(widget)

    def _connect_signals(self) -> None:
        self.picker.clicked.connect(self.picker_requested)
        self.codes.picked.connect(self.codes_picked)
        self.coders.picked.connect(self.coders_picked)
        self.size_button.clicked.connect(self._on_size_clicked)
        self.find_button.clicked.connect(self.find_requested)
        self.correct_button.clicked.connect(self.correct_requested)
        self._size_menu.triggered.connect(self._on_size_picked)

    def show_document(self, document: Document | None) -> None:
        """Show name and facts of a document."""
        self._document = document
        self._title.set_text(document.name if document is not None else "")
        self._facts.set_text(self._fact_words(document) if document is not None else "")
        self.picker.set_value_text(document.name if document is not None else self.tr("Documents"))
        self.picker.set_mark(partial(_draw_kind, KIND_ICONS[document.kind]) if document is not None else None)
        self._enable()

    def set_correcting(self, correcting: bool) -> None:
        """Offer only what makes sense while the text is corrected."""
        self._correcting = correcting
        self._enable()

    def _enable(self) -> None:
        can_act = self._document is not None and not self._correcting
        for widget in (self.find_button, self.correct_button, self.codes, self.coders):
            widget.setEnabled(can_act)

    def _fact_words(self, document: Document) -> str:
        parts = (day_words(document.details.date), kind_name(document.kind), page_count(document.pages))
        return " · ".join(part for part in parts if part)

    def set_codes(self, book: Codebook) -> None:
        """Offer the themes of a codebook."""
        self._book = book
        self._fill_codes()

    def set_coders(self, coders: Sequence[Coder]) -> None:
        """Offer these coders."""
        self._coders = coders
        self._fill_coders()

    def set_compact(self, compact: bool) -> None:
        """Show the picker of documents instead of the title."""
        self._compact = compact
        self.picker.setVisible(compact)
        self._title.setVisible(not compact)
        self._facts.setVisible(not compact)
        self._space.setVisible(compact)
        self.task.set_compact(compact)
        self._row.setContentsMargins(12 if compact else 18, 6, 10, 6)

    def shown_code_ids(self, marked: int | None) -> frozenset[int] | None:
        """Return the codes whose codings are shown, None for all; `marked` is the code current in the tree."""
        key = self.codes.key
        if key == MARKED:
            return frozenset() if marked is None else self._with_below(marked)
        return self._with_below(int(key.removeprefix(_THEME))) if key.startswith(_THEME) else None

    def shown_coder_ids(self, own_id: int | None) -> frozenset[int] | None:
        """Return the coders whose codings are shown, None for all; `own_id` is the one who works."""
        key = self.coders.key
        if key == MINE:
            return None if own_id is None else frozenset({own_id})
        return frozenset({int(key.removeprefix(_CODER))}) if key.startswith(_CODER) else None

    def show_everybody(self) -> None:
        """Let the codings of all coders be shown."""
        self.coders.set_key(ALL)

    def _with_below(self, code_id: int) -> frozenset[int]:
        return frozenset({code_id, *(code.id for code in self._book.below(code_id))})

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.codes.set_caption(self.tr("Codes"))
        self.coders.set_caption(self.tr("Coded by"))
        self.size_button.set_name(self.tr("Text size"))
        self.find_button.set_name(self.tr("Find in the text"), "Ctrl+F")
        self.correct_button.set_name(self.tr("Correct the text"), "Ctrl+R")
        self._fill_codes()
        self._fill_coders()
        self.show_document(self._document)

    def _fill_codes(self) -> None:
        choices = [(ALL, self.tr("all")), (MARKED, self.tr("the one marked in the codebook"))]
        choices += [(f"{_THEME}{theme.id}", theme.name) for theme in self._book.themes]
        _offer(self.codes, choices, ALL)

    def _fill_coders(self) -> None:
        choices = [(MINE, self.tr("me")), (ALL, self.tr("everybody"))]
        choices += [(f"{_CODER}{coder.id}", coder.name) for coder in self._coders]
        _offer(self.coders, choices, MINE)

    @Slot()
    def _on_size_clicked(self) -> None:
        menu = self._size_menu
        menu.clear()
        for scale in _SCALES:
            action = menu.addAction(percent(scale))
            action.setData(scale)
            action.setCheckable(True)
            action.setChecked(abs(scale - self._appearance.scale) < 0.01)
        menu.popup(self.size_button.mapToGlobal(QPoint(0, self.size_button.height() + 2)))

    @Slot(QAction)
    def _on_size_picked(self, action: QAction) -> None:
        self._appearance.set_scale(float(action.data()))


def _draw_kind(icon: str, painter: QPainter, center: QPointF, theme: Theme) -> None:
    side = scaled(15)
    box = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
    draw_icon(painter, icon, box, theme.ink2)


def _offer(button: PickButton, choices: list[tuple[str, str]], usual: str) -> None:
    """Offer choices and keep the one chosen while it is still there."""
    keys = {key for key, _ in choices}
    button.set_choices(choices, button.key if button.key in keys else usual)
