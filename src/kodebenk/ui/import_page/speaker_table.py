"""Who speaks in a file: a row for each speaker, with who that is in the project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from kodebenk.domain.respondent import Respondent
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.ui.components.buttons import quiet_button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label, make_line
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.fonts import scaled
from kodebenk.ui.import_page.planned_source import SpeakerLine
from kodebenk.ui.import_page.speaker_box import SpeakerBox, SpeakerOption
from kodebenk.ui.material.speaker_list import NameLine
from kodebenk.ui.number_words import counted
from kodebenk.ui.theme import Appearance

ANOTHER_NAME = "+"
SAME_AS = "="
"""Begins the value of a choice that says which other label is meant."""

_ARROW = 14
_GAP = 8
_SHARES = {0: 43, 2: 57}


@dataclass(frozen=True, slots=True)
class People:
    """Respondents to choose from, and the labels that names will have."""

    respondents: tuple[Respondent, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)


class SpeakerRow(QWidget):
    """One speaker.

    Signals:
        chosen(str, str): label, and a choice as `SpeakerTable` tells it, or `=` and another label.
        separation_requested(str): the other writings of this label are speakers of their own.
    """

    chosen = Signal(str, str)
    separation_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = SpeakerLine("", 0, (), "")
        self._people = People()
        self._others: tuple[str, ...] = ()
        self._label = ElidedLabel("", "panel")
        self._turns = make_label("", "meta", wrap=True, tone="ink2")
        self.separate = quiet_button(appearance, "")
        self.box = SpeakerBox(appearance)
        self.name = NameLine()
        self._arrange(appearance)
        self.box.activated.connect(self._on_activated)
        self.name.settled.connect(self._on_named)
        self.name.given_up.connect(self._on_given_up)
        self.separate.clicked.connect(self._on_separate)

    def _arrange(self, appearance: Appearance) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self._label)
        texts.addWidget(self._turns)
        texts.addWidget(self.separate, 0, Qt.AlignmentFlag.AlignLeft)
        field = QWidget()
        self._fields = QStackedLayout(field)
        self._fields.addWidget(self.box)
        self._fields.addWidget(self.name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 7, 0, 7)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(0)
        _share_columns(grid)
        top = Qt.AlignmentFlag.AlignTop
        grid.addLayout(texts, 0, 0)
        grid.addWidget(IconLabel(appearance, "arrow-right", "ink3", _ARROW), 0, 1, top)
        grid.addWidget(field, 0, 2, top)

    def show_line(self, line: SpeakerLine, people: People, others: Sequence[str]) -> None:
        """Show a speaker; `others` are the labels of the other speakers."""
        self._line, self._people, self._others = line, people, tuple(others)
        if self._fields.currentWidget() is self.name and not self.name.hasFocus():
            self._fields.setCurrentWidget(self.box)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words of the language in use."""
        line = self._line
        self._label.set_text(line.label)
        turns = counted(line.turns, self.tr("1 turn"), self.tr("{count} turns"))
        also = [self._variant(label, count) for label, count in line.variants]
        said = self.tr("{turns} · also {variants}").format(turns=turns, variants=", ".join(also)) if also else turns
        self._turns.setText(said)
        self.separate.set_text(self.tr("Take them apart"))
        self.separate.setVisible(bool(also))
        self.box.setAccessibleName(self.tr("{label} is").format(label=line.label))
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of the new respondent for {label}").format(label=line.label))
        self.box.show_options(tuple(self._options()), line.choice)
        self.box.setToolTip(self.box.currentText())

    def _variant(self, label: str, turns: int) -> str:
        count = QLocale().toString(turns)
        one = self.tr("{label} (1 turn)").format(label=label)
        return one if turns == 1 else self.tr("{label} ({count} turns)").format(label=label, count=count)

    def _options(self) -> list[SpeakerOption]:
        new = map(self._new, self._new_names())
        return [*new, *map(self._known, self._people.respondents), *self._roles(), *self._same()]

    def _new_names(self) -> list[str]:
        known = {one.name for one in self._people.respondents} | {role.value for role in SpeakerRole}
        return [name for name in dict.fromkeys((self._line.choice, self._line.label)) if name not in known]

    def _new(self, name: str) -> SpeakerOption:
        badge = self._people.labels.get(name, "")
        text = self.tr("New respondent: {name}").format(name=name)
        detail = "" if name == self._line.label else name
        return SpeakerOption(name, text, self.tr("New respondent"), detail, badge)

    def _known(self, one: Respondent) -> SpeakerOption:
        return SpeakerOption(one.name, f"{one.label} · {one.name}", one.name, "", one.label)

    def _roles(self) -> list[SpeakerOption]:
        another = self.tr("Another name …")
        interviewer, outside = self.tr("Interviewer"), self.tr("Kept out of counts")
        nobody = self.tr("Nobody who takes part")
        later = self.tr("Settle later")
        return [
            SpeakerOption(ANOTHER_NAME, another, another),
            SpeakerOption(SpeakerRole.INTERVIEWER.value, interviewer, interviewer, outside),
            SpeakerOption(SpeakerRole.NOBODY.value, nobody, nobody),
            SpeakerOption(SpeakerRole.UNRESOLVED.value, later, later, is_open=True),
        ]

    def _same(self) -> list[SpeakerOption]:
        texts = {other: self.tr("The same as {label}").format(label=other) for other in self._others}
        return [SpeakerOption(SAME_AS + other, text, text) for other, text in texts.items()]

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        value = str(self.box.itemData(index))
        if value == ANOTHER_NAME:
            self._fields.setCurrentWidget(self.name)
            self.name.clear()
            self.name.setFocus()
        elif value != self._line.choice:
            self.chosen.emit(self._line.label, value)

    @Slot(str)
    def _on_named(self, name: str) -> None:
        cleaned = " ".join(name.split())
        self._on_given_up()
        if cleaned:
            self.chosen.emit(self._line.label, cleaned)

    @Slot()
    def _on_given_up(self) -> None:
        self._fields.setCurrentWidget(self.box)
        self.box.setCurrentIndex(self.box.findData(self._line.choice))
        self.box.setFocus()

    @Slot()
    def _on_separate(self) -> None:
        self.separation_requested.emit(self._line.label)


class SpeakerTable(QWidget):
    """All speakers of a file.

    Signals:
        choice_made(str, str): label, and `interviewer`, `none`, `unresolved` or a respondent's name.
        join_requested(str, str): label, and the label of the speaker of which it is another writing.
        separation_requested(str): the other writings of this label are speakers of their own.
    """

    choice_made = Signal(str, str)
    join_requested = Signal(str, str)
    separation_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._title = make_label("", "panel")
        self._count = make_label("", "meta")
        self._in_file = make_label("", "label")
        self._in_project = make_label("", "label")
        self._body = QVBoxLayout()
        self._rows: list[SpeakerRow] = []
        self._lines: tuple[SpeakerLine, ...] = ()
        self._arrange()
        self._translate()

    def _arrange(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self._title)
        title.addWidget(self._count)
        title.addStretch(1)
        heads = QGridLayout()
        heads.setContentsMargins(0, 6, 0, 4)
        heads.setHorizontalSpacing(_GAP)
        heads.setColumnMinimumWidth(1, scaled(_ARROW))
        heads.addWidget(self._in_file, 0, 0)
        heads.addWidget(self._in_project, 0, 2)
        _share_columns(heads)
        self._body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addLayout(title)
        column.addLayout(heads)
        column.addLayout(self._body)

    def show_speakers(self, lines: Sequence[SpeakerLine], people: People) -> None:
        """Show the speakers of a file; rows of those who were shown stay what they are."""
        labels = [one.label for one in lines]
        if labels != [one.label for one in self._lines]:
            self._build(len(lines))
        self._lines = tuple(lines)
        for row, line in zip(self._rows, lines, strict=True):
            row.show_line(line, people, [label for label in labels if label != line.label])
        self.setVisible(bool(lines))
        self._translate()

    @property
    def boxes(self) -> Mapping[str, SpeakerBox]:
        """Return the fields by label."""
        return {line.label: row.box for line, row in zip(self._lines, self._rows, strict=True)}

    def row(self, label: str) -> SpeakerRow:
        """Return the row of a speaker; KeyError where there is none."""
        return {line.label: row for line, row in zip(self._lines, self._rows, strict=True)}[label]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            for row in self._rows:
                row.retranslate()

    def _translate(self) -> None:
        self._title.setText(self.tr("Speakers"))
        self._count.setText(counted(len(self._lines), self.tr("1 found"), self.tr("{count} found")))
        self._in_file.setText(self.tr("In the file"))
        self._in_project.setText(self.tr("In the project"))

    def _build(self, count: int) -> None:
        clear_layout(self._body)
        self._rows = [SpeakerRow(self._appearance) for _ in range(count)]
        for row in self._rows:
            row.chosen.connect(self._on_chosen)
            row.separation_requested.connect(self.separation_requested)
            self._body.addWidget(make_line())
            self._body.addWidget(row)
        self._body.addWidget(make_line())

    @Slot(str, str)
    def _on_chosen(self, label: str, choice: str) -> None:
        if choice.startswith(SAME_AS):
            self.join_requested.emit(label, choice.removeprefix(SAME_AS))
        else:
            self.choice_made.emit(label, choice)


def _share_columns(grid: QGridLayout) -> None:
    """Give the columns beside the arrow the same shares in every grid, whatever stands in them."""
    for column, share in _SHARES.items():
        grid.setColumnStretch(column, share)
