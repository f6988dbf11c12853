"""Restoring a kept copy."""

import pytest

from kodebenk.application import backup_actions, codebook_actions, queries
from kodebenk.application.backup_actions import BackupReason
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import ProjectFileError, ProjectFileProblem


@pytest.fixture
def path(tmp_path):
    OpenProject.create(tmp_path / "p.kodebenk", title="P", coder_name="A").close()  # makes the first backup
    with OpenProject.open(tmp_path / "p.kodebenk") as opened:
        codebook_actions.add_code(opened, "Etterpå")
    return tmp_path / "p.kodebenk"


def codes(path):
    with OpenProject.open(path, read_only=True) as opened:
        return {one.name for one in queries.codebook(opened).codes}


def test_that_a_restored_copy_takes_the_place_and_the_other_is_kept(path):
    (hourly,) = backup_actions.backups_of(path)
    assert hourly.reason is BackupReason.HOURLY
    assert hourly.size == hourly.path.stat().st_size > 0
    kept = backup_actions.restore(path, hourly.path)
    assert codes(path) == set()
    assert codes(kept) == {"Etterpå"}
    assert {one.reason for one in backup_actions.backups_of(path)} == {BackupReason.HOURLY, BackupReason.RESTORING}


def test_that_an_open_project_is_not_replaced(path):
    (hourly,) = backup_actions.backups_of(path)
    with OpenProject.open(path), pytest.raises(ProjectFileError) as caught:
        backup_actions.restore(path, hourly.path)
    assert caught.value.problem is ProjectFileProblem.LOCKED
    assert codes(path) == {"Etterpå"}


def test_that_a_missing_project_is_brought_back(path):
    (hourly,) = backup_actions.backups_of(path)
    path.unlink()
    assert backup_actions.restore(path, hourly.path) == hourly.path
    assert codes(path) == set()
