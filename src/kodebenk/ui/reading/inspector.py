"""The selected coding: code, place, coder, stance, comment, condensation, whose words, kind and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kodebenk.domain.codebook import Codebook
from kodebenk.domain.coding import Coding, Stance
from kodebenk.ui.components.buttons import IconButton, danger_button, plain_button
from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.citation_chip import CitationChip
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import interface_scale, scaled
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.stance_mark import draw_stance_mark
from kodebenk.ui.reading.coding_details import CodingDetails
from kodebenk.ui.reading.coding_words import stance_word
from kodebenk.ui.reading.saving_text import SavingText
from kodebenk.ui.theme import Appearance, Theme

_NONE = "none"
_SIDE = 14
_STANCES = (Stance.FOR, Stance.AGAINST, Stance.MIXED)


@dataclass(frozen=True, slots=True)
class ShownCoding:
    """A coding with what is said about it.

    Attributes:
        coding: the coding.
        citation: such as `R1:13`.
        place: "Page 3, lines 42–45".
        coder: who coded, and when.
        speaking: ids of the respondents that follow from who speaks.
        heard: who else is heard in it, such as "Retold: et barn"; empty for nobody.
    """

    coding: Coding
    citation: str
    place: str
    coder: str
    speaking: tuple[int, ...]
    heard: str = ""


class Inspector(QFrame):
    """Shows one coding and asks for changes to it; words are saved when the writer pauses or leaves.

    Signals:
        step_requested(int): the coding before (−1) or after (1).
        passage_requested(): bring the coding to the screen.
        recode_requested(int, int): coding id and code id.
        stance_requested(int, str): coding id and stance, empty for none.
        comment_written(int, str), condensation_written(int, str): coding id and text.
        remove_requested(int): remove the coding.
        add_code_requested(): code the same passage with another code as well.
        left(): Esc in a field: back to the text.
    """

    step_requested = Signal(int)
    passage_requested = Signal()
    recode_requested = Signal(int, int)
    stance_requested = Signal(int, str)
    comment_written = Signal(int, str)
    condensation_written = Signal(int, str)
    remove_requested = Signal(int)
    add_code_requested = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._appearance = appearance
        self._shown: ShownCoding | None = None
        self._book = Codebook()
        self._make_widgets()
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _make_widgets(self) -> None:
        look = self._appearance
        self._title = ElidedLabel("", "panel")
        self.chip = CitationChip(look, "")
        self.previous = IconButton(look, "chevron-left", "")
        self.next = IconButton(look, "chevron-right", "")
        self.code = ChoiceBox()
        self.code.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._place = make_label("", "small", tone="ink2")
        self._coder = ElidedLabel("", "small", tone="ink2")
        self.heard = ElidedLabel("", "small", tone="ink2")
        self._heard_row = QWidget()
        self._stance_label = make_label("", "label")
        self._stance_keys: QLabel = make_label("F  M  B  N", "small")
        self.stance = SegmentedControl(look, "", [])
        # Its segments may get narrower than they ask for; four fit in the narrowest panel.
        self.stance.setMinimumWidth(scaled(180))
        self.stance.setStyleSheet("QPushButton[role='segment'] { padding: 0 4px; }")
        self._comment_label = make_label("", "label")
        self.comment = SavingText()
        self._condensation_label = make_label("", "label")
        self._condensation_hint = make_label("", "small")
        self.condensation = SavingText()
        self.more = IconButton(look, "sliders-horizontal", "")
        self.more.setCheckable(True)
        self.details = CodingDetails(look)
        self.remove = danger_button(look, "")
        self.add = plain_button(look, "", "plus")

    def _arrange(self) -> None:
        fields = QVBoxLayout()
        fields.setContentsMargins(_SIDE, 2, _SIDE, 4)
        fields.setSpacing(3)
        fields.addWidget(self.code)
        fields.addSpacing(2)
        fields.addLayout(self._facts_row())
        fields.addWidget(self._heard_row)
        heard = QHBoxLayout(self._heard_row)
        heard.setContentsMargins(0, 0, 0, 0)
        heard.setSpacing(5)
        heard.addWidget(IconLabel(self._appearance, "quote", "ink3", 13))
        heard.addWidget(self.heard, 1)
        fields.addSpacing(4)
        fields.addLayout(_row(self._stance_label, None, self._stance_keys))
        fields.addWidget(self.stance)
        fields.addSpacing(4)
        fields.addWidget(self._comment_label)
        fields.addWidget(self.comment)
        fields.addSpacing(4)
        fields.addLayout(_row(self._condensation_label, None, self._condensation_hint))
        fields.addWidget(self.condensation)
        fields.addSpacing(4)
        fields.addWidget(self.details)
        fields.addStretch(1)
        self.details.hide()
        inner = QWidget()
        inner.setLayout(fields)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = _row(self._title, self.chip, None, self.more, self.previous, self.next)
        head.setSpacing(2)
        head.setContentsMargins(_SIDE, 5, 10, 3)
        foot = _row(self.remove, None, self.add)
        foot.setContentsMargins(_SIDE - 4, 4, _SIDE, 10)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    def _facts_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        for icon, label in (("map-pin", self._place), ("user-round", self._coder)):
            row.addWidget(IconLabel(self._appearance, icon, "ink3", 13))
            row.addWidget(label)
            row.addSpacing(5)
        row.addStretch(1)
        return row

    def _connect_signals(self) -> None:
        self.chip.open_requested.connect(self._on_chip_used)
        self.chip.preview_requested.connect(self._on_chip_used)
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.code.activated.connect(self._on_code_activated)
        self.stance.picked.connect(self._on_stance_picked)
        self.comment.written.connect(self._on_comment_written)
        self.condensation.written.connect(self._on_condensation_written)
        self.comment.left.connect(self.left)
        self.condensation.left.connect(self.left)
        self.more.clicked.connect(self._on_more_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.add.clicked.connect(self.add_code_requested)
        self._appearance.theme_changed.connect(self._on_theme_changed)

    @property
    def coding_id(self) -> int | None:
        """Return the id of the coding shown."""
        return self._shown.coding.id if self._shown is not None else None

    @property
    def shown(self) -> ShownCoding | None:
        """Return the coding shown with its words."""
        return self._shown

    def set_codes(self, book: Codebook) -> None:
        """Offer these codes."""
        self._book = book
        self._fill_codes()

    def show_coding(self, shown: ShownCoding | None) -> None:
        """Show a coding; words written for another one are saved before."""
        if self._shown is not None and (shown is None or shown.coding.id != self._shown.coding.id):
            self.save()
        self._shown = shown
        if shown is None:
            self.details.show_coding(None)
            return
        coding = shown.coding
        self.chip.setText(shown.citation)
        self.chip.setAccessibleName(shown.citation)
        self.chip.updateGeometry()
        self.code.setCurrentIndex(self.code.findData(coding.code_id))
        self._place.setText(shown.place)
        self._coder.set_text(shown.coder)
        self.heard.set_text(shown.heard)
        self._heard_row.setVisible(bool(shown.heard))
        self._show_stance(coding.stance)
        self.comment.show_text(coding.comment)
        self.condensation.show_text(coding.condensation)
        self.details.show_coding(coding, shown.speaking)

    def save(self) -> None:
        """Report what is being written."""
        self.comment.save()
        self.condensation.save()

    def write_comment(self) -> None:
        """Put the keyboard into the comment."""
        self._area.ensureWidgetVisible(self.comment)
        self.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.set_text(self.tr("Selected coding"))
        self.setAccessibleName(self.tr("Selected coding"))
        self.previous.set_name(self.tr("Previous coding"), ",")
        self.next.set_name(self.tr("Next coding"), ".")
        self.code.setAccessibleName(self.tr("Code"))
        self._stance_label.setText(self.tr("Stance"))
        self.stance.setAccessibleName(self.tr("Stance"))
        self._comment_label.setText(self.tr("Comment"))
        self.comment.setAccessibleName(self.tr("Comment"))
        self._condensation_label.setText(self.tr("Condensation"))
        self._condensation_hint.setText(self.tr("used in the matrix"))
        self.condensation.setAccessibleName(self.tr("Condensation"))
        self.more.set_name(self.tr("Respondent, kind, evidence"))
        self.remove.set_text(self.tr("Delete"))
        self.add.set_text(self.tr("Add a code"))
        self._show_stance(self._shown.coding.stance if self._shown is not None else None)

    def _fill_codes(self) -> None:
        self.code.clear()
        size = scaled(16)
        self.code.setIconSize(QSize(size, size))
        for code, depth in self._book.in_order():
            if not self._book.is_heading(code):
                indent = "    " * max(0, depth - 1)
                self.code.addItem(_mark_icon(code.slot, self._appearance.theme), indent + code.name, code.id)
        if self._shown is not None:
            self.code.setCurrentIndex(self.code.findData(self._shown.coding.code_id))

    def _show_stance(self, stance: Stance | None) -> None:
        # Neutral is rare; it gets a segment only where somebody chose it in the menu of the coding.
        offered = (*_STANCES, Stance.NEUTRAL) if stance is Stance.NEUTRAL else _STANCES
        segments = [Segment(one.value, stance_word(one), mark=partial(_draw_stance, one.value)) for one in offered]
        segments.append(Segment(_NONE, stance_word(None)))
        self.stance.set_segments(segments, stance.value if stance is not None else _NONE)

    @Slot(str)
    def _on_chip_used(self, _citation: str) -> None:
        self.passage_requested.emit()

    @Slot()
    def _on_previous(self) -> None:
        self.step_requested.emit(-1)

    @Slot()
    def _on_next(self) -> None:
        self.step_requested.emit(1)

    @Slot(int)
    def _on_code_activated(self, index: int) -> None:
        if self._shown is not None and self.code.itemData(index) != self._shown.coding.code_id:
            self.recode_requested.emit(self._shown.coding.id, int(self.code.itemData(index)))

    @Slot(str)
    def _on_stance_picked(self, value: str) -> None:
        if self._shown is not None:
            self.stance_requested.emit(self._shown.coding.id, "" if value == _NONE else value)

    @Slot(str)
    def _on_comment_written(self, text: str) -> None:
        if self._shown is not None:
            self.comment_written.emit(self._shown.coding.id, text)

    @Slot(str)
    def _on_condensation_written(self, text: str) -> None:
        if self._shown is not None:
            self.condensation_written.emit(self._shown.coding.id, text)

    @Slot()
    def _on_more_clicked(self) -> None:
        self.details.setVisible(self.more.isChecked())

    @Slot()
    def _on_remove_clicked(self) -> None:
        if self._shown is not None:
            self.remove_requested.emit(self._shown.coding.id)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._fill_codes()


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Return a row; None stretches."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _draw_stance(stance: str, painter: QPainter, center: QPointF, theme: Theme) -> None:
    draw_stance_mark(painter, stance, center, 6, theme)


def _mark_icon(slot: int, theme: Theme) -> QIcon:
    icon = QIcon()
    side = scaled(16)
    for shade in (1, 2, 3):
        picture = QPixmap(side * shade, side * shade)
        picture.setDevicePixelRatio(shade)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_code_mark(painter, slot, QPointF(side / 2 - 1, side / 2), 5 * interface_scale(), theme)
        painter.end()
        icon.addPixmap(picture)
    return icon
