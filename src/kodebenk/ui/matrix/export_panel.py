"""Asks how the matrix shall be written to a file, and says when that is done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from kodebenk.analysis.theme_matrix import ThemeMatrix
from kodebenk.domain.respondent import LabelPolicy
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import IconButton, primary_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import scaled
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.theme import Appearance

FORMATS = {"docx": "Word", "xlsx": "Excel", "csv": "CSV", "html": "HTML"}


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What the user chose: ending without dot, language of headings, what stands for respondents."""

    ending: str
    language: str
    policy: LabelPolicy


class ExportPanel(QFrame):
    """Stands in the place of the cell's panel.

    Signals:
        export_requested(ExportWish): write the file; where is asked next.
        show_folder_requested(): open the folder of the file just written.
        close_requested(): the panel shall go away.
    """

    export_requested = Signal(object)
    show_folder_requested = Signal()
    close_requested = Signal()

    def __init__(self, appearance: Appearance, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: ThemeMatrix | None = None
        self._written: Path | None = None
        self._title = make_label("", "title")
        self._close = IconButton(appearance, "x", "")
        self._format_label = make_label("", "label")
        self.format = SegmentedControl(appearance, "", [Segment(key, name) for key, name in FORMATS.items()], "docx")
        self._language_label = make_label("", "label")
        languages = (Segment("nb", "Bokmål"), Segment("en", "English"))
        self.language = SegmentedControl(appearance, "", languages, language)
        self._policy_label = make_label("", "label")
        self._policies = QButtonGroup(self)
        self.policy_buttons = {policy: QRadioButton() for policy in LabelPolicy}
        self.names_banner = Banner(appearance, "triangle-alert", "", "", "warn")
        self.groups_banner = Banner(appearance, "triangle-alert", "", "", "warn")
        self.unread_banner = Banner(appearance, "history", "", "", "info")
        self.done_banner = Banner(appearance, "circle-check", "", "", "ok")
        self._show_folder = self.done_banner.add_action("")
        self.button = primary_button(appearance, "", "file-down")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(scaled(318))
        self._arrange()
        self._connect_signals()
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addSpacing(4)
        for label, control in ((self._format_label, self.format), (self._language_label, self.language)):
            column.addWidget(label)
            column.addWidget(control)
            column.addSpacing(8)
        column.addWidget(self._policy_label)
        for policy, button in self.policy_buttons.items():
            button.setChecked(policy is LabelPolicy.LABEL)
            self._policies.addButton(button)
            column.addWidget(button)
        column.addSpacing(4)
        for banner in (self.names_banner, self.groups_banner, self.unread_banner):
            column.addWidget(banner)
        column.addSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(self.done_banner)
        column.addStretch(1)

    def _connect_signals(self) -> None:
        self._close.clicked.connect(self.close_requested)
        self._policies.buttonClicked.connect(self._on_policy_clicked)
        self.button.clicked.connect(self._on_button_clicked)
        self._show_folder.clicked.connect(self.show_folder_requested)

    @property
    def policy(self) -> LabelPolicy:
        """Return what shall stand for respondents."""
        return next(one for one, button in self.policy_buttons.items() if button.isChecked())

    @property
    def written(self) -> Path | None:
        """Return the file written last while the panel is open."""
        return self._written

    def show_matrix(self, matrix: ThemeMatrix | None) -> None:
        """Warn of what this matrix would give away."""
        self._matrix = matrix
        self._show_warnings()

    def begin(self) -> None:
        """Be ready for another file."""
        self._written = None
        self._show_warnings()

    def show_working(self, working: bool) -> None:
        """Let nothing be started while a file is written."""
        self.button.setEnabled(not working)
        if working:
            self._written = None
            self._show_warnings()

    def show_done(self, path: Path) -> None:
        """Say which file was written."""
        self._written = path
        self._show_warnings()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(self.tr("Export"))
        self._title.setText(self.tr("Export the matrix"))
        self._close.set_name(self.tr("Close"), "Esc")
        self._format_label.setText(self.tr("File"))
        self.format.setAccessibleName(self.tr("File"))
        self._language_label.setText(self.tr("Language of headings"))
        self.language.setAccessibleName(self.tr("Language of headings"))
        self._policy_label.setText(self.tr("Respondents as"))
        self.policy_buttons[LabelPolicy.LABEL].setText(self.tr("Label, such as R1"))
        self.policy_buttons[LabelPolicy.ROLE].setText(self.tr("Role"))
        self.policy_buttons[LabelPolicy.NAME].setText(self.tr("Name"))
        self.button.set_text(self.tr("Choose file and export …"))
        self._show_folder.set_text(self.tr("Show in folder"))
        self._show_warnings()

    def _show_warnings(self) -> None:
        self.names_banner.setVisible(self.policy is LabelPolicy.NAME)
        self.names_banner.show_message(
            "triangle-alert",
            self.tr("Names will stand in the file"),
            self.tr("Use this only where the respondents have agreed to be named."),
            "warn",
        )
        groups = self._matrix.small_groups if self._matrix is not None else ()
        self.groups_banner.setVisible(bool(groups))
        if groups:
            names = words.joined([name for name, _ in groups])
            self.groups_banner.show_message(
                "triangle-alert",
                self.tr("Small groups"),
                self.tr("{groups}: one respondent each. The answers may identify who it is.").format(groups=names)
                if len(groups) > 1
                else self.tr("{groups} has one respondent. The answer may identify who it is.").format(groups=names),
                "warn",
            )
        stale = self._matrix.stale_cells if self._matrix is not None else 0
        self.unread_banner.setVisible(stale > 0)
        self.unread_banner.show_message(
            "history",
            words.count_stale(stale),
            self.tr("They are marked in the file."),
            "info",
        )
        self.done_banner.setVisible(self._written is not None)
        if self._written is not None:
            self.done_banner.show_message("circle-check", self.tr("The matrix is saved"), self._written.name, "ok")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_policy_clicked(self) -> None:
        self._show_warnings()

    @Slot()
    def _on_button_clicked(self) -> None:
        self.export_requested.emit(ExportWish(self.format.value, self.language.value, self.policy))
