import errno
import os
from pathlib import Path

import pytest

from kodebenk.errors import Cancelled, ExportFailed, ExportProblem
from kodebenk.exporting.safe_file import write_safely


def raising(error):
    def write(file):
        file.write(b"half of it")
        raise error

    return write


def test_that_the_target_holds_what_was_written(tmp_path):
    write_safely(tmp_path / "æøå 1.txt", lambda file: file.write(b"whole"))

    assert (tmp_path / "æøå 1.txt").read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["æøå 1.txt"]


def test_that_an_existing_file_is_kept_unless_it_may_be_replaced(tmp_path):
    target = tmp_path / "matrix.docx"
    target.write_bytes(b"old")

    with pytest.raises(ExportFailed) as failure:
        write_safely(target, lambda file: file.write(b"new"))
    assert failure.value.problem is ExportProblem.EXISTS
    assert target.read_bytes() == b"old"

    write_safely(target, lambda file: file.write(b"new"), overwrite=True)
    assert target.read_bytes() == b"new"


def test_that_a_file_that_appears_meanwhile_is_kept(tmp_path):
    target = tmp_path / "matrix.docx"

    def write(file):
        target.write_bytes(b"somebody else's")
        file.write(b"ours")

    with pytest.raises(ExportFailed) as failure:
        write_safely(target, write)

    assert failure.value.problem is ExportProblem.EXISTS
    assert target.read_bytes() == b"somebody else's"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), ExportProblem.DISK_FULL),
        (OSError(errno.EDQUOT, "Quota exceeded"), ExportProblem.DISK_FULL),
        (OSError(errno.EIO, "Input/output error"), ExportProblem.CANNOT_WRITE),
    ],
)
def test_that_a_failing_disk_leaves_the_old_file_and_nothing_else(tmp_path, error, problem):
    target = tmp_path / "matrix.docx"
    target.write_bytes(b"old")

    with pytest.raises(ExportFailed) as failure:
        write_safely(target, raising(error), overwrite=True)

    assert (failure.value.problem, failure.value.path, failure.value.detail) == (problem, target, error.strerror)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_that_a_full_disk_at_the_flush_leaves_nothing(tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportFailed) as failure:
        write_safely(tmp_path / "matrix.docx", lambda file: file.write(b"whole"))

    assert failure.value.problem is ExportProblem.DISK_FULL
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [Cancelled(), ValueError("a bug"), KeyboardInterrupt()])
def test_that_an_interrupted_write_passes_its_reason_on_and_leaves_nothing(tmp_path, error):
    with pytest.raises(type(error)):
        write_safely(tmp_path / "matrix.docx", raising(error))

    assert list(tmp_path.iterdir()) == []


def test_that_a_missing_folder_is_named(tmp_path):
    with pytest.raises(ExportFailed) as failure:
        write_safely(tmp_path / "gone" / "matrix.docx", lambda file: file.write(b""))

    assert failure.value.problem is ExportProblem.FOLDER_MISSING


def test_that_a_folder_is_not_replaced(tmp_path):
    (tmp_path / "matrix.docx").mkdir()

    with pytest.raises(ExportFailed) as failure:
        write_safely(tmp_path / "matrix.docx", lambda file: file.write(b""), overwrite=True)

    assert failure.value.problem is ExportProblem.CANNOT_WRITE
    assert (tmp_path / "matrix.docx").is_dir()


def test_that_a_name_of_greatest_length_can_be_written(tmp_path):
    target = tmp_path / f"{'m' * 250}.csv"

    write_safely(target, lambda file: file.write(b"whole"))

    assert target.read_bytes() == b"whole"


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
def test_that_the_file_gets_the_permissions_of_any_other_new_file(tmp_path):
    write_safely(tmp_path / "ours", lambda file: file.write(b""))
    Path(tmp_path / "plain").touch()

    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode
