"""About Kodebenk: version, licence, and the works it is built on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kodebenk import __version__
from kodebenk.bundled_files import find_resource
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.shell.sheet import SheetPage

WORKS = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("alembic", "Alembic", "MIT"),
    ("python-docx", "python-docx", "MIT"),
    ("lxml", "lxml", "BSD-3-Clause"),
    ("pdfminer.six", "pdfminer.six", "MIT"),
    ("openpyxl", "openpyxl", "MIT"),
    ("XlsxWriter", "XlsxWriter", "BSD-2-Clause"),
    ("rapidfuzz", "RapidFuzz", "MIT"),
)
"""Distribution, name and licence of every library that the program needs."""

_TEXTS = (
    ("Inter", "fonts/Inter-OFL.txt"),
    ("Literata", "fonts/Literata-OFL.txt"),
    ("Lucide", "icons/LICENSE.txt"),
)


_FULL_LINE = 45
"""Letters from which on a line of a licence goes on in the next one."""


class AboutSheet(SheetPage):
    """What the program is, and under which terms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._version = make_label("", "strong")
        self._terms = make_label("", "body", wrap=True)
        self._works_title = make_label("", "title")
        self._works = make_label("\n".join(_work_lines()), "body", wrap=True)
        self._texts_title = make_label("", "title")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for part in (self._version, self._terms, self._works_title, self._works, self._texts_title):
            column.addWidget(part)
        for name, resource in _TEXTS:
            column.addWidget(make_label(name, "strong"))
            licence = find_resource(resource).read_text(encoding="utf-8")
            column.addWidget(make_label(_unwrap(licence), "small", wrap=True))
        column.addStretch(1)
        self._translate()

    def title(self) -> str:
        return self.tr("About Kodebenk")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self._version.setText(self.tr("Kodebenk {version}").format(version=__version__))
        self._terms.setText(
            self.tr("Free software under the MIT licence. It sends nothing out and needs no network and no account.")
        )
        self._works_title.setText(self.tr("Built on"))
        self._texts_title.setText(self.tr("Typefaces and icons"))


def _unwrap(text: str) -> str:
    """Return the text with the lines of a paragraph joined, as the sheet is narrower than the files are."""
    joined = ""
    before = ""
    for line in text.split("\n"):
        goes_on = len(before) >= _FULL_LINE and line and "---" not in before + line
        joined += f" {line}" if goes_on else f"\n{line}"
        before = line
    return joined.strip()


def _work_lines() -> list[str]:
    return [" ".join((name, _version_of(distribution), "·", licence)) for distribution, name, licence in WORKS]


def _version_of(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:  # a packaged program carries no metadata of its parts
        return ""
