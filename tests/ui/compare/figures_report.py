"""Reports for the figures: two or three coders on texts of ten lines."""

from PySide6.QtCore import QTranslator

from analysis.agreement.coded_material import CRAFT, TRUST, compared, made, material, setup
from kodebenk.analysis.agreement.drift import measure_drift
from kodebenk.analysis.agreement.shared_passages import ComparedTexts
from kodebenk.ui.compare.figures.shown_report import ShownReport


class Capitals(QTranslator):
    """Another language: English in capitals, with the places to fill in as they are."""

    def isEmpty(self):
        return False

    def translate(self, _context, source, _disambiguation=None, _n=-1):
        return "".join(part if at % 2 else part.upper() for at, part in enumerate(_split(source)))


def _split(source):
    parts, rest = [], source
    while "{" in rest:
        before, _, after = rest.partition("{")
        inside, _, rest = after.partition("}")
        parts += [before, "{" + inside + "}"]
    return [*parts, rest]


def two_coders(**more):
    """Goals: 5 lines of both, 1 of A, 2 of B, 2 of neither. Trust: A on line 0, B nowhere. Craft: both everywhere."""
    found = material(
        made(1, [0, 1, 2, 3, 4, 5]),
        made(2, [0, 1, 2, 3, 4, 6, 7]),
        made(1, [0], TRUST),
        made(1, range(10), CRAFT),
        made(2, range(10), CRAFT),
        documents=1,
    )
    return shown(found, setup(1, 2, **more))


def three_coders(**more):
    found = material(
        made(1, [0, 1, 2, 3]),
        made(2, [0, 1, 2, 5]),
        made(3, [0, 1, 6]),
        made(1, [7, 8], TRUST),
        made(2, [7, 3], TRUST),
        made(3, [7, 8, 9], TRUST),
        made(1, [8], CRAFT),
        made(3, [8], CRAFT),
        documents=1,
    )
    return shown(found, setup(1, 2, 3, **more))


def shown(found, how, after=None):
    texts = ComparedTexts(found.codebook, found.sources, found.respondents)
    return ShownReport(compared(found, how), after, texts)


def drift_points(by, decisions=()):
    found = material(
        made(1, [0, 1, 2, 3]),
        made(2, [0, 1, 4, 5]),
        made(1, [0, 1, 2], document=2, round=2, day="2025-06-03"),
        made(2, [0, 1, 2, 4], document=2, round=2, day="2025-06-04"),
        made(1, [0, 2], TRUST, document=2, round=2, day="2025-06-03"),
        made(2, [0], TRUST, document=2, round=2, day="2025-06-04"),
        made(1, [3], document=3, round=3, day="2025-06-11"),
    )
    return measure_drift(found, setup(1, 2, documents=(1, 2, 3)), by, decisions=decisions)


def show_in(panel, one):
    panel.show_report(one.report, one.codebook, one.after, sources=one.texts.sources, respondents=one.texts.respondents)


def texts_of(table):
    """Return by the name of a row what its cells say."""
    model = table.figures
    return {
        model.row(row).name: [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    }


def cell_of(table, row, column):
    """Return the cell of a row and column by their keys."""
    keys = [head.key for head in table.figures.grid.columns]
    return table.figures.cell(table.figures.index(table.figures.row_of(row), keys.index(column)))
