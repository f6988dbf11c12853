"""Which sources are compared, and who has coded and finished what in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from kodebenk.analysis.agreement.coders_setup import AgreementSetup
from kodebenk.application.comparison_reading import CodingStand
from kodebenk.domain.coder import Coder
from kodebenk.ui.compare.compare_words import short_names
from kodebenk.ui.compare.setup.tick_section import TickSection
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.fonts import scaled

translate = QCoreApplication.translate
_INDENT = 24


class SourceSection(TickSection):
    """A box for all that the coders share, and one for every source."""

    def show_sources(self, stand: CodingStand, setup: AgreementSetup, compared: Sequence[int]) -> None:
        """List the sources; `compared` are those that the comparison on the screen has."""
        raters = {one.coder_id for one in setup.raters}
        people = [one for one in stand.people if one.id in raters]
        self.begin(self.tr("All that everybody has coded"), checked=not setup.documents)
        for document_id, name in stand.documents:
            checked = document_id in (setup.documents or compared)
            box = self.make_box(document_id, name, _INDENT + 8, checked=checked)
            box.setEnabled(not any((document_id, one.id) in stand.unfinished for one in people))
            told = make_label(stand_words(stand, document_id, people), "meta", wrap=True)
            told.setContentsMargins(scaled(_INDENT), 0, 0, 2)
            box.setAccessibleDescription(told.text())
            self.column.addWidget(box)
            self.column.addWidget(told)


def stand_words(stand: CodingStand, document_id: int, people: Sequence[Coder]) -> str:
    """Return how far people have come with a source: "Ane 23 · Jonas is still coding"."""
    shown = short_names([one.name for one in people])
    return " · ".join(_one_stand(stand, (document_id, one.id), name) for one, name in zip(people, shown, strict=True))


def _one_stand(stand: CodingStand, place: tuple[int, int], name: str) -> str:
    count = QLocale().toString(stand.codings.get(place, 0))
    if place in stand.unfinished:
        return translate("SourceSection", "{coder} is still coding").format(coder=name)
    if place in stand.finished and place in stand.sampled:
        return translate("SourceSection", "{coder} {count}, finished with a sample").format(coder=name, count=count)
    if place in stand.finished:
        return translate("SourceSection", "{coder} {count}, finished").format(coder=name, count=count)
    return translate("SourceSection", "{coder} {count}").format(coder=name, count=count)
