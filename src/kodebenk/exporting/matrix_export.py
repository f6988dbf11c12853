"""A theme matrix to a file, the format chosen by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kodebenk.analysis.theme_matrix import ThemeMatrix
from kodebenk.errors import ExportFailed, ExportProblem
from kodebenk.exporting.html_matrix import write_html_matrix
from kodebenk.exporting.spreadsheet import write_csv_matrix, write_excel_matrix
from kodebenk.exporting.word_matrix import write_word_matrix
from kodebenk.exporting.wording import matrix_words

_WRITERS: dict[str, Callable[..., None]] = {
    ".docx": write_word_matrix,
    ".xlsx": write_excel_matrix,
    ".csv": write_csv_matrix,
    ".html": write_html_matrix,
}
MATRIX_FORMATS = tuple(_WRITERS)
"""The endings that `export_matrix` knows."""


def export_matrix(matrix: ThemeMatrix, path: Path, language: str = "nb", overwrite: bool = False) -> None:
    """Write the matrix with headings in `nb` or `en`.

    Raises:
        ExportFailed: UNKNOWN_FORMAT, with the endings that are possible, and see `write_safely`.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise ExportFailed(ExportProblem.UNKNOWN_FORMAT, path, detail=", ".join(MATRIX_FORMATS))
    write(matrix, path, matrix_words(language), overwrite=overwrite)
