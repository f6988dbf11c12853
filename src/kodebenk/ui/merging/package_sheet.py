"""Makes a package for a coder: who shall code, which sources go along, and what stays at home."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.application import coding_tasks, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.components.buttons import primary_button, quiet_button
from kodebenk.ui.components.labels import IconLabel, make_label, make_line
from kodebenk.ui.merging.packed_sources import PackedSources
from kodebenk.ui.number_words import number_words
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance

_FACT_ICONS = (("circle-check", "ok"), ("circle-minus", "ink2"), ("triangle-alert", "warn"))
_FOLLOWED = ("document", "coder")


class PackageSheet(SheetPage):
    """A name, a list of sources, and one button.

    Signals:
        package_requested(str, tuple): name of the coder and ids of the sources; the place of the file is not known yet.
    """

    package_requested = Signal(str, object)

    def __init__(
        self, appearance: Appearance, project: OpenProject, signals: ProjectSignals, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._coder_caption = make_label("", "label")
        self.coder = QComboBox()
        self._coder_hint = make_label("", "meta", wrap=True)
        self._sources_caption = make_label("", "label")
        self.all = quiet_button(appearance, "")
        self.none = quiet_button(appearance, "")
        self.sources = PackedSources()
        self._facts = [make_label("", "body", wrap=True) for _ in _FACT_ICONS]
        self.write = primary_button(appearance, "", "download")
        self._arrange(appearance)
        self._connect_signals(signals)
        self._fill()
        self._translate()

    def _arrange(self, appearance: Appearance) -> None:
        self.coder.setEditable(True)
        self.coder.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(self._sources_caption, 1)
        title.addWidget(self.all)
        title.addWidget(self.none)
        facts = QGridLayout()
        facts.setHorizontalSpacing(8)
        facts.setVerticalSpacing(6)
        facts.setColumnStretch(1, 1)
        for line, ((icon, tone), words) in enumerate(zip(_FACT_ICONS, self._facts, strict=True)):
            facts.addWidget(IconLabel(appearance, icon, tone), line, 0)
            facts.addWidget(words, line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for part in (self._coder_caption, self.coder, self._coder_hint):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(title)
        column.addWidget(make_line())
        column.addWidget(self.sources, 1)
        column.addWidget(make_line())
        column.addSpacing(4)
        column.addLayout(facts)
        column.addSpacing(4)
        column.addWidget(self.write)

    def _connect_signals(self, signals: ProjectSignals) -> None:
        self.coder.editTextChanged.connect(self._on_coder_changed)
        self.all.clicked.connect(self._on_all)
        self.none.clicked.connect(self._on_none)
        self.sources.sources.chosen_changed.connect(self._refresh)
        self.write.clicked.connect(self._on_write)
        signals.changed.connect(self._on_project_changed)

    def title(self) -> str:
        return self.tr("Package for a coder")

    def fills_height(self) -> bool:
        return True

    def first_focus(self) -> QWidget:
        return self.coder

    @property
    def coder_name(self) -> str:
        return " ".join(self.coder.currentText().split())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _fill(self) -> None:
        """Offer the coders of the project but the one who works now, and choose all sources."""
        others = [one.name for one in queries.people(self._project) if one.name != self._project.coder_name]
        self.coder.addItems(others)
        self.coder.setCurrentIndex(-1)
        documents = queries.documents(self._project)
        self.sources.sources.set_documents(documents, {one.id for one in documents})
        self.sources.setCurrentIndex(self.sources.sources.index(0))

    def _translate(self) -> None:
        self._coder_caption.setText(self.tr("Who shall code"))
        self.coder.setAccessibleName(self.tr("Who shall code"))
        line = self.coder.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("Name"))
        line.setAccessibleName(self.tr("Who shall code"))
        self.sources.setAccessibleName(self.tr("Sources"))
        self.all.set_text(self.tr("All"))
        self.none.set_text(self.tr("None"))
        facts = (
            self.tr(
                "The sources go along with their original files, speakers and voices, the respondents who are in them, "
                "the codebook, the interview guides, and what the coder was given to code."
            ),
            self.tr("Nobody's codings, cells, synthesis, saved matrices, memos and no history go along."),
            self.tr("Whole interviews and the names of the respondents are in it. Send it as you would send them."),
        )
        for label, words in zip(self._facts, facts, strict=True):
            label.setText(words)
        self.write.set_text(self.tr("Write the package …"))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        chosen, of = len(self.sources.sources.chosen), len(self.sources.sources.documents)
        words = self.tr("Sources: {chosen} of {count}")
        self._sources_caption.setText(words.format(chosen=number_words(chosen), count=number_words(of)))
        self.all.setEnabled(chosen < of)
        self.none.setEnabled(chosen > 0)
        name = self.coder_name
        self._coder_hint.setText(self._hint_of(name))
        self.write.setEnabled(bool(name) and chosen > 0)

    def _hint_of(self, name: str) -> str:
        if not name:
            return self.tr("Codings in the package carry this name.")
        if queries.find_coder(self._project, name) is not None:
            return self.tr("A coder of this project. What comes back is theirs.")
        return self.tr("New here. Another package for this name is for the same person.")

    @Slot(str)
    def _on_coder_changed(self, name: str) -> None:
        """Choose what the coder was given to code, where that is anything."""
        known = queries.find_coder(self._project, name)
        given = {one.document_id for one in coding_tasks.tasks(self._project) if known and one.coder_id == known.id}
        if given:
            self.sources.sources.set_documents(queries.documents(self._project), given)
        self._refresh()

    @Slot()
    def _on_all(self) -> None:
        self.sources.sources.choose_all(wanted=True)

    @Slot()
    def _on_none(self) -> None:
        self.sources.sources.choose_all(wanted=False)

    @Slot()
    def _on_write(self) -> None:
        self.package_requested.emit(self.coder_name, self.sources.sources.chosen)

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.touches(*_FOLLOWED):
            documents = queries.documents(self._project)
            known = {one.id for one in self.sources.sources.documents}
            chosen = set(self.sources.sources.chosen) | {one.id for one in documents if one.id not in known}
            self.sources.sources.set_documents(documents, chosen)
