"""What the matrix says in the language of the windows: states, stances, counts, names for screen readers."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kodebenk.analysis.theme_matrix import Band, BandCount, MatrixCell, MatrixColumn, MatrixRow, Quotation, ThemeMatrix
from kodebenk.domain.coding import Stance
from kodebenk.domain.matrix import CellState, RowKind, SynthesisKind
from kodebenk.domain.respondent import GROUP

translate = QCoreApplication.translate


def _number(text: str, single: str, n: int) -> str:
    """Return a counted text; `single` is what English says of one when no translation knows better."""
    return single if n == 1 and text.startswith("1 ") and text == single + "s" else text


def state_name(state: CellState) -> str:
    """Return the state of a cell, such as "Not asked"."""
    return {
        CellState.ANSWERED: translate("MatrixWords", "Answered"),
        CellState.ASKED_UNCLEAR: translate("MatrixWords", "Asked, unclear answer"),
        CellState.ASKED: translate("MatrixWords", "Asked, not coded yet"),
        CellState.NOT_ASKED: translate("MatrixWords", "Not asked"),
        CellState.NOT_APPLICABLE: translate("MatrixWords", "Not applicable"),
        CellState.NOT_CODED: translate("MatrixWords", "Not coded yet"),
    }[state]


def stance_name(stance: Stance) -> str:
    """Return the stance, such as "Mixed"."""
    return {
        Stance.FOR: translate("MatrixWords", "For"),
        Stance.AGAINST: translate("MatrixWords", "Against"),
        Stance.MIXED: translate("MatrixWords", "Mixed"),
        Stance.NEUTRAL: translate("MatrixWords", "Neutral"),
    }[stance]


def synthesis_name(kind: SynthesisKind) -> str:
    """Return the head of a synthesis row."""
    return {
        SynthesisKind.SIMILARITIES: translate("MatrixWords", "Similarities"),
        SynthesisKind.DIFFERENCES: translate("MatrixWords", "Differences"),
        SynthesisKind.PATTERNS: translate("MatrixWords", "Patterns"),
    }[kind]


def synthesis_placeholder(kind: SynthesisKind) -> str:
    """Return what an empty synthesis cell invites to."""
    return {
        SynthesisKind.SIMILARITIES: translate("MatrixWords", "Write similarity …"),
        SynthesisKind.DIFFERENCES: translate("MatrixWords", "Write difference …"),
        SynthesisKind.PATTERNS: translate("MatrixWords", "Write pattern …"),
    }[kind]


def row_kind_name(kind: RowKind) -> str:
    """Return what the rows are, in the plural."""
    return {
        RowKind.RESPONDENTS: translate("MatrixWords", "Respondents"),
        RowKind.DOCUMENTS: translate("MatrixWords", "Documents"),
        RowKind.BOTH: translate("MatrixWords", "Both"),
        RowKind.GROUPS: translate("MatrixWords", "Groups"),
        RowKind.SECTIONS: translate("MatrixWords", "Sections"),
    }[kind]


def row_heading(kind: RowKind) -> str:
    """Return what stands over the column of row heads."""
    return {
        RowKind.RESPONDENTS: translate("MatrixWords", "Respondent"),
        RowKind.DOCUMENTS: translate("MatrixWords", "Document"),
        RowKind.BOTH: translate("MatrixWords", "Respondent or document"),
        RowKind.GROUPS: translate("MatrixWords", "Group"),
        RowKind.SECTIONS: translate("MatrixWords", "Section"),
    }[kind]


def attribute_title(name: str) -> str:
    """Return an attribute's name; the built-in one for groups is translated."""
    return translate("MatrixWords", "Group") if name == GROUP else name


def row_label(row: MatrixRow) -> str:
    """Return the label of a row; the group of those without a value has no name of its own."""
    return row.label or translate("MatrixWords", "Unknown")


def band_title(band: Band, matrix: ThemeMatrix) -> str:
    """Return the name of a band, also of the documents and of those without a value."""
    if band.name:
        return band.name
    if matrix.rows[band.row_indexes[0]].document_id is not None:
        return translate("MatrixWords", "Documents")
    return translate("MatrixWords", "Unknown")


def count_quotes(n: int) -> str:
    return _number(translate("MatrixWords", "%n quotes", "", n), "1 quote", n)


def count_codings(n: int) -> str:
    return _number(translate("MatrixWords", "%n codings", "", n), "1 coding", n)


def count_new_codings(n: int) -> str:
    return _number(translate("MatrixWords", "%n new codings", "", n), "1 new coding", n)


def count_gone_codings(n: int) -> str:
    return "1 coding gone" if n == 1 and _gone(n) == "1 codings gone" else _gone(n)


def _gone(n: int) -> str:
    return translate("MatrixWords", "%n codings gone", "", n)


def count_rows(kind: RowKind, n: int) -> str:
    """Return "8 respondents", or what else the rows are."""
    if kind is RowKind.RESPONDENTS:
        return _number(translate("MatrixWords", "%n respondents", "", n), "1 respondent", n)
    if kind is RowKind.DOCUMENTS:
        return _number(translate("MatrixWords", "%n documents", "", n), "1 document", n)
    if kind is RowKind.GROUPS:
        return _number(translate("MatrixWords", "%n groups", "", n), "1 group", n)
    if kind is RowKind.SECTIONS:
        return _number(translate("MatrixWords", "%n sections", "", n), "1 section", n)
    return _number(translate("MatrixWords", "%n rows", "", n), "1 row", n)


def stale_chip(cell: MatrixCell) -> str:
    """Return what the chip of a stale cell says: "2 new", or that codings went or moved."""
    new, gone = cell.new_codings, cell.gone_codings
    if new:
        return translate("MatrixWords", "%n new", "", new)
    if gone:
        return translate("MatrixWords", "%n gone", "", gone)
    return translate("MatrixWords", "changed")


def stale_parts(cell: MatrixCell) -> list[str]:
    """Return "2 new codings", "1 coding gone"; that they moved, when none came or went."""
    parts = []
    if cell.new_codings:
        parts.append(count_new_codings(cell.new_codings))
    if cell.gone_codings:
        parts.append(count_gone_codings(cell.gone_codings))
    return parts or [translate("MatrixWords", "codings changed")]


def asked_count(kind: RowKind, column: MatrixColumn) -> str:
    """Return "5 of 6 asked"."""
    texts = {
        RowKind.RESPONDENTS: translate("MatrixWords", "{answered} of {asked} asked"),
        RowKind.DOCUMENTS: translate("MatrixWords", "{answered} of {asked} documents"),
        RowKind.BOTH: translate("MatrixWords", "{answered} of {asked}"),
        RowKind.GROUPS: translate("MatrixWords", "{answered} of {asked} groups"),
        RowKind.SECTIONS: translate("MatrixWords", "{answered} of {asked} sections"),
    }
    return texts[kind].format(answered=column.answered, asked=column.asked)


def outside_counts(column: MatrixColumn) -> list[str]:
    """Return "2 not asked" and "1 not applicable", as far as there are any."""
    parts = []
    if column.not_asked:
        parts.append(translate("MatrixWords", "{n} not asked").format(n=column.not_asked))
    if column.not_applicable:
        parts.append(translate("MatrixWords", "{n} not applicable").format(n=column.not_applicable))
    return parts


def column_name(kind: RowKind, column: MatrixColumn) -> str:
    """Return a column as screen readers say it: "Forankring, 5 of 6 asked have answered, 2 not asked"."""
    texts = {
        RowKind.RESPONDENTS: translate("MatrixWords", "{answered} of {asked} asked have answered"),
        RowKind.DOCUMENTS: translate("MatrixWords", "{answered} of {asked} documents have codings"),
        RowKind.BOTH: translate("MatrixWords", "{answered} of {asked} have answered"),
        RowKind.GROUPS: translate("MatrixWords", "{answered} of {asked} groups have answered"),
    }
    counted = texts[kind].format(answered=column.answered, asked=column.asked)
    return ", ".join((column.name, counted, *outside_counts(column)))


def band_count(count: BandCount) -> str:
    """Return "2 of 2", or that nobody was asked."""
    if not count.asked:
        return translate("MatrixWords", "none asked")
    return translate("MatrixWords", "{answered} of {asked}").format(answered=count.answered, asked=count.asked)


def band_cell_name(title: str, column: MatrixColumn, count: BandCount) -> str:
    """Return a band in one column as screen readers say it."""
    stances = [
        f"{count.stances.count(stance)} {stance_name(stance).lower()}" for stance in Stance if stance in count.stances
    ]
    return ", ".join((title, column.name, band_count(count), *stances))


def cell_name(row: MatrixRow, column: MatrixColumn, cell: MatrixCell) -> str:
    """Return a cell as screen readers say it: "R1, Medvirkning, answered, mixed, 1 quote, 2 new codings"."""
    parts = [row_label(row), column.name, state_name(cell.state).lower()]
    if cell.leading_stance is not None:
        parts.append(stance_name(cell.leading_stance).lower())
    if cell.quotes:
        parts.append(count_quotes(len(cell.quotes)))
    if cell.stale:
        parts += stale_parts(cell)
    return ", ".join(parts)


def place_of(quote: Quotation) -> str:
    """Return "p. 3, l. 42–45"."""
    lines = str(quote.line) if quote.last_line == quote.line else f"{quote.line}–{quote.last_line}"
    if quote.page is None:
        return translate("MatrixWords", "l. {lines}").format(lines=lines)
    return translate("MatrixWords", "p. {page}, l. {lines}").format(page=quote.page, lines=lines)


def day_of(moment: str) -> str:
    """Return the local day of a moment (UTC, ISO 8601), with the year unless it is this one; empty for none."""
    if not moment:
        return ""
    local = datetime.fromisoformat(moment).astimezone()
    this_year = local.year == datetime.now().astimezone().year
    pattern = translate("MatrixWords", "d MMMM") if this_year else translate("MatrixWords", "d MMMM yyyy")
    return QLocale().toString(QDate(local.year, local.month, local.day), pattern)


def joined(parts: list[str]) -> str:
    """Return "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return translate("MatrixWords", "{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def count_stale(n: int) -> str:
    """Return "1 summary should be read again"."""
    text = translate("MatrixWords", "%n summaries should be read again", "", n)
    return "1 summary should be read again" if text == "1 summaries should be read again" else text


def count_not_coded(n: int) -> str:
    """Return "7 cells not coded yet"."""
    text = translate("MatrixWords", "%n cells not coded yet", "", n)
    return "1 cell not coded yet" if text == "1 cells not coded yet" else text


def counting_note(kind: RowKind) -> str:
    """Return what the numbers of the matrix count."""
    return {
        RowKind.RESPONDENTS: translate("MatrixWords", "Numbers count respondents, not codings"),
        RowKind.DOCUMENTS: translate("MatrixWords", "Numbers count documents, not codings"),
        RowKind.BOTH: translate("MatrixWords", "Numbers count respondents and documents, not codings"),
        RowKind.GROUPS: translate("MatrixWords", "Numbers count groups, not codings"),
        RowKind.SECTIONS: translate("MatrixWords", "Numbers count sections, not codings"),
    }[kind]
