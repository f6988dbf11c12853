"""The small panel that says who is heard in a passage: how, which respondents, or somebody in free words.

It lies over the text and leaves the text alone: whoever selects other words there means these from then on.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kodebenk.domain.respondent import Respondent
from kodebenk.domain.voice import Voice, VoiceKind
from kodebenk.ui.components.buttons import IconButton, danger_button, primary_button
from kodebenk.ui.components.citation_chip import CitationChip
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance
from kodebenk.ui.voices.voice_words import VOICE_ICONS, voice_kind_sentence, voice_kind_word

_WIDTH = 348
_MOST_ROWS = 6
_ROW_COUNTS = (_MOST_ROWS, 3, 2)
_ROW = 26
_GAP = 6


class VoicePanel(QFrame):
    """Asks for a mark, or shows one that is there to be changed or taken away.

    Signals:
        save_requested(VoiceKind, str, tuple): how, who in free words, and the ids of the respondents.
        remove_requested(int): take this mark away.
        closed(): the panel is gone.
    """

    save_requested = Signal(object, str, object)
    remove_requested = Signal(int)
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._voice_id = 0
        self._instead_of = ""
        self.setProperty("surface", "popup")
        self._title = make_label("", "panel")
        self._chip = CitationChip(appearance, "")
        self._chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close = IconButton(appearance, "x", "")
        self._quote = ElidedLabel("", "body", tone="ink2")
        self.kind = SegmentedControl(appearance, "", [])
        self._moved = ElidedLabel("", "meta")
        self._sentence = make_label("", "meta", wrap=True)
        self._people_label = make_label("", "label")
        self._people_area = QScrollArea()
        self._people = QVBoxLayout()
        self.boxes: list[QCheckBox] = []
        self._who_label = make_label("", "label")
        self.who = QLineEdit()
        self._note = make_label("", "meta", wrap=True, tone="warn")
        self.remove = danger_button(appearance, "")
        self.save = primary_button(appearance, "")
        self._arrange()
        self._connect_signals()
        self._retranslate()
        self.hide()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self._close)
        inner = QWidget()
        self._people.setContentsMargins(2, 0, 2, 0)
        self._people.setSpacing(0)
        inner.setLayout(self._people)
        self._people_area.setWidgetResizable(True)
        self._people_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._people_area.setWidget(inner)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 12)
        column.setSpacing(7)
        column.addLayout(head)
        parts: tuple[QWidget, ...] = (self._quote, self._moved, self.kind, self._sentence, self._people_label)
        for part in (*parts, self._people_area, self._who_label, self.who, self._note):
            column.addWidget(part)
        column.addLayout(foot)

    def _connect_signals(self) -> None:
        self.kind.picked.connect(self._on_kind_picked)
        self._close.clicked.connect(self.close_panel)
        self.who.returnPressed.connect(self._on_save_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self._appearance.theme_changed.connect(self._on_theme_changed)

    def ask(self, citation: str, words: str, people: Sequence[Respondent], chosen: Sequence[int]) -> None:
        """Ask who is heard in a passage; `chosen` are the ids of the respondents that are ticked at first."""
        self._voice_id = 0
        self.show_passage(citation, words)
        self._show_people(people, chosen)
        self.who.clear()
        self.kind.set_value(VoiceKind.SECOND_HAND.value)
        self.remove.hide()
        self.say("")
        self._retranslate()

    def show_voice(self, voice: Voice, citation: str, people: Sequence[Respondent]) -> None:
        """Show a mark that is there; `people` are all who may be heard in it."""
        self._voice_id = voice.id
        self.show_passage(citation, voice.quote)
        self._show_people(people, voice.respondent_ids)
        self.who.setText(voice.speaker)
        self.kind.set_value(voice.kind.value)
        self.remove.show()
        self.say("")
        self._retranslate()

    def show_passage(self, citation: str, words: str, *, instead_of: str = "") -> None:
        """Show what the mark holds, or will hold when it is saved.

        Args:
            citation: of the passage.
            words: what stands there.
            instead_of: the words that the mark holds until then; empty where they are the same.
        """
        self._chip.setText(citation)
        self._chip.updateGeometry()
        self._quote.set_text(self.tr("“{words}”").format(words=" ".join(words.split())))
        self._instead_of = " ".join(instead_of.split())
        self._say_moved()

    def _say_moved(self) -> None:
        text = self.tr("Instead of “{words}”").format(words=self._instead_of)
        self._moved.set_text(text if self._instead_of else "")
        self._moved.setVisible(bool(self._instead_of))

    @property
    def voice_id(self) -> int:
        """Return the mark that is shown, 0 while one is asked for."""
        return self._voice_id

    def open_at(self, passage: QRect, bounds: QRect) -> None:
        """Show the panel below a passage, or above it where there is no room, and give it the keyboard.

        Args:
            passage: in coordinates of the parent, as `bounds`.
            bounds: where it may lie.
        """
        self.move_to(passage, bounds)
        self._on_theme_changed()
        self.show()
        self.raise_()
        self.kind.setFocus()

    def move_to(self, passage: QRect, bounds: QRect) -> None:
        """Lie as near to a passage as `open_at` says."""
        room = max(bounds.bottom() - passage.bottom(), passage.top() - bounds.top()) - _GAP
        width = min(scaled(_WIDTH), bounds.width())
        for rows in _ROW_COUNTS:
            self._show_rows(rows)
            height = min(self.heightForWidth(width), bounds.height())
            if height <= room:
                break
        y = passage.bottom() + _GAP
        if y + height > bounds.bottom():
            above = passage.top() - _GAP - height
            y = above if above >= bounds.top() else bounds.bottom() - height
        x = min(max(passage.left(), bounds.left()), bounds.right() - width)
        if height > room:  # beside the words rather than over their beginning
            x = bounds.right() - width
        self.setGeometry(x, max(bounds.top(), y), width, height)

    @Slot()
    def close_panel(self) -> None:
        """Close it."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def say(self, words: str) -> None:
        """Say why that could not be done."""
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self.resize(self.width(), self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        column = self.layout()
        return column.totalHeightForWidth(width) if column is not None and column.hasHeightForWidth() else 0

    def _show_people(self, people: Sequence[Respondent], chosen: Sequence[int]) -> None:
        for box in self.boxes:
            self._people.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = []
        for one in people:
            text = one.label if one.name == one.label else f"{one.label} · {one.name}"
            box = QCheckBox(text.replace("&", "&&"))
            box.setProperty("respondent", one.id)
            box.setChecked(one.id in chosen)
            self._people.addWidget(box)
            self.boxes.append(box)
        self._show_rows(_MOST_ROWS)
        for part in (self._people_label, self._people_area):
            part.setVisible(bool(people))

    def _show_rows(self, most: int) -> None:
        self._people_area.setFixedHeight(scaled(_ROW * min(len(self.boxes), most)) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Who is heard here"))
        self.setAccessibleName(self.tr("Who is heard here"))
        self._close.set_name(self.tr("Close"), "Esc")
        value = self.kind.value or VoiceKind.SECOND_HAND.value
        segments = [Segment(kind.value, voice_kind_word(kind), VOICE_ICONS[kind]) for kind in VoiceKind]
        self.kind.set_segments(segments, value)
        self.kind.setAccessibleName(self.tr("How they are heard"))
        self._sentence.setText(voice_kind_sentence(VoiceKind(value)))
        self._people_label.setText(self.tr("Respondents"))
        self._who_label.setText(self.tr("Somebody else, in your words"))
        self.who.setPlaceholderText(self.tr("such as a child, the director"))
        self.who.setAccessibleName(self.tr("Somebody else, in your words"))
        self.save.set_text(self.tr("Save") if self._voice_id else self.tr("Mark"))
        self._say_moved()
        self.remove.set_text(self.tr("Remove the mark"))

    @Slot(str)
    def _on_kind_picked(self, value: str) -> None:
        self._sentence.setText(voice_kind_sentence(VoiceKind(value)))

    @Slot()
    def _on_save_clicked(self) -> None:
        chosen = tuple(int(box.property("respondent")) for box in self.boxes if box.isChecked())
        self.save_requested.emit(VoiceKind(self.kind.value), self.who.text(), chosen)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.remove_requested.emit(self._voice_id)

    @Slot()
    def _on_theme_changed(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(self._appearance.theme.shadow)
        self.setGraphicsEffect(shadow)
