from __future__ import annotations

from dataclasses import replace

import pytest

from exporting.example_matrix import build_matrix
from kodebenk.analysis.theme_matrix import ThemeMatrix
from kodebenk.domain.matrix import CellContent
from kodebenk.exporting.wording import MatrixWords, matrix_words


@pytest.fixture
def words() -> MatrixWords:
    return matrix_words("nb")


@pytest.fixture
def matrix() -> ThemeMatrix:
    return build_matrix()


@pytest.fixture(params=list(CellContent))
def any_content(request, matrix) -> ThemeMatrix:
    return replace(matrix, spec=replace(matrix.spec, content=request.param))
