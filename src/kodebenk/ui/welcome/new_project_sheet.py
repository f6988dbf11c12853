"""Asks what a new project is called, who codes, and where its file shall lie."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import plain_button, primary_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.error_messages import Explanation
from kodebenk.ui.shell.file_dialogs import PROJECT_SUFFIX, FileDialogs
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance

_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class NewProjectSheet(SheetPage):
    """The form of a new project. The file follows the title until the user chooses one.

    Signals:
        project_wanted(Path, str, str): make a project at this path with title and coder.
    """

    project_wanted = Signal(object, str, str)

    def __init__(
        self,
        appearance: Appearance,
        dialogs: FileDialogs,
        folder: Path,
        coder_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._folder = folder
        self._chosen: Path | None = None
        self.banner = Banner(appearance, "circle-alert", "", "", "bad")
        self._captions = [make_label("", "label") for _ in range(3)]
        self.project_title = QLineEdit()
        self.coder = QLineEdit(coder_name)
        self.place = QLineEdit()
        self.place.setReadOnly(True)
        self.choose = plain_button(appearance, "", "folder")
        self._hint = make_label("", "meta", wrap=True)
        self.make = primary_button(appearance, "", "file-plus")
        self._arrange()
        self._connect_signals()
        self._translate()
        self.banner.hide()
        self._show_state()

    def _arrange(self) -> None:
        file = QHBoxLayout()
        file.setSpacing(8)
        file.addWidget(self.place, 1)
        file.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(6)
        column.addWidget(self.banner)
        column.addWidget(self._captions[0])
        column.addWidget(self.project_title)
        column.addSpacing(6)
        column.addWidget(self._captions[1])
        column.addWidget(self.coder)
        column.addSpacing(6)
        column.addWidget(self._captions[2])
        column.addLayout(file)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addWidget(self.make)
        column.addStretch(1)

    def _connect_signals(self) -> None:
        self.project_title.textChanged.connect(self._on_edited)
        self.coder.textChanged.connect(self._on_edited)
        for field in (self.project_title, self.coder, self.place):
            field.returnPressed.connect(self._on_make)
        self.choose.clicked.connect(self._on_choose)
        self.make.clicked.connect(self._on_make)

    def title(self) -> str:
        return self.tr("New project")

    def first_focus(self) -> QWidget:
        return self.project_title

    def path(self) -> Path:
        """Return where the file shall lie."""
        if self._chosen is not None:
            return self._chosen
        allowed = _NOT_IN_FILE_NAMES.sub(" ", self.project_title.text())
        name = " ".join(allowed.split()).strip(" .") or self.tr("Project")
        return self._folder / (name + PROJECT_SUFFIX)

    def show_error(self, explanation: Explanation) -> None:
        """Say why the project could not be made."""
        self.banner.show_message("circle-alert", explanation.title, explanation.sentence, "bad")
        self.banner.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        texts = (self.tr("Title"), self.tr("Your name, as it stands on codings"), self.tr("File"))
        fields = (self.project_title, self.coder, self.place)
        for caption, field, text in zip(self._captions, fields, texts, strict=True):
            caption.setText(text)
            field.setAccessibleName(text)
        self.choose.set_text(self.tr("Choose …"))
        self._hint.setText(self.tr("One file holds the whole project, texts and history included."))
        self.make.set_text(self.tr("Make the project"))
        self._show_state()

    def _show_state(self) -> None:
        self.place.setText(str(self.path()))
        self.place.setToolTip(str(self.path()))
        self.make.setEnabled(bool(self.project_title.text().strip() and self.coder.text().strip()))

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.banner.hide()
        self._show_state()

    @Slot()
    def _on_choose(self) -> None:
        chosen = self._dialogs.choose_new_project(self, self.path())
        if chosen is not None:
            self._chosen = chosen
            self.banner.hide()
            self._show_state()

    @Slot()
    def _on_make(self) -> None:
        if self.make.isEnabled():
            title = " ".join(self.project_title.text().split())
            self.project_wanted.emit(self.path(), title, " ".join(self.coder.text().split()))
