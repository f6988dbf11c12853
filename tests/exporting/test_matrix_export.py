import errno
import os

import pytest

from kodebenk.bundled_files import find_resource
from kodebenk.errors import ExportFailed, ExportProblem
from kodebenk.exporting.matrix_export import MATRIX_FORMATS, export_matrix

FIRST_BYTES = {".docx": b"PK", ".xlsx": b"PK", ".csv": b"\xef\xbb\xbf", ".html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("suffix", MATRIX_FORMATS)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_that_the_ending_chooses_the_format(matrix, tmp_path, suffix, language):
    target = tmp_path / f"Matrise{suffix.upper()}"

    export_matrix(matrix, target, language)

    assert target.read_bytes().startswith(FIRST_BYTES[suffix])
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("suffix", MATRIX_FORMATS)
def test_that_an_existing_file_is_kept_unless_it_may_be_replaced(matrix, tmp_path, suffix):
    target = tmp_path / f"m{suffix}"
    target.write_bytes(b"old")

    with pytest.raises(ExportFailed) as failure:
        export_matrix(matrix, target)
    assert failure.value.problem is ExportProblem.EXISTS
    assert target.read_bytes() == b"old"

    export_matrix(matrix, target, overwrite=True)
    assert target.read_bytes() != b"old"


@pytest.mark.parametrize("suffix", MATRIX_FORMATS)
def test_that_a_full_disk_leaves_nothing(matrix, tmp_path, suffix, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportFailed) as failure:
        export_matrix(matrix, tmp_path / f"m{suffix}")

    assert failure.value.problem is ExportProblem.DISK_FULL
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["m.pdf", "m", "m.doc"])
def test_that_an_unknown_ending_names_those_that_are_possible(matrix, tmp_path, name):
    with pytest.raises(ExportFailed) as failure:
        export_matrix(matrix, tmp_path / name)

    assert (failure.value.problem, failure.value.detail) == (ExportProblem.UNKNOWN_FORMAT, ".docx, .xlsx, .csv, .html")


def test_that_the_template_carries_no_thumbnail_and_no_author():
    content = find_resource("word/matrix_template.docx").read_bytes()

    assert b"thumbnail" not in content
    assert b"customXml" not in content
