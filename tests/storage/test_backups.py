from datetime import UTC, datetime, timedelta

import pytest

from kodebenk import __version__
from kodebenk.application import backup_actions, codebook_actions, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import ProjectFileError, ProjectFileProblem
from kodebenk.storage import backups
from kodebenk.storage.project_file import ProjectFile

NOON = datetime(2026, 5, 12, 12, 0, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "studie.kodebenk"
    ProjectFile.create(path, __version__).close()
    return path


def test_that_the_first_change_of_a_session_makes_a_backup_and_the_next_within_the_hour_none(project):
    codebook_actions.add_code(project, "Tillit")
    codebook_actions.add_code(project, "Mål")
    project._backups.finish()
    made = backups.list_backups(project.path)
    assert len(made) == 1
    assert datetime.now(UTC) - made[0].at < timedelta(minutes=5)


def test_that_a_backup_is_due_after_an_hour_and_not_before(path):
    assert backups.is_due(path, NOON)
    backups.make_backup(path, NOON)
    assert not backups.is_due(path, NOON + timedelta(minutes=59))
    assert backups.is_due(path, NOON + timedelta(minutes=60))


def test_that_only_the_last_twenty_automatic_backups_are_kept_and_those_before_upgrades_always(path):
    backups.make_backup(path, NOON, "before upgrade from 0001")
    for hour in range(1, 26):
        backups.make_backup(path, NOON + timedelta(hours=hour))
    kept = backups.list_backups(path)
    assert [one.reason for one in kept if one.reason] == ["before upgrade from 0001"]
    automatic = [one.at for one in kept if not one.reason]
    assert automatic == [NOON + timedelta(hours=hour) for hour in range(25, 5, -1)]


def test_that_restoring_brings_back_the_backup_and_keeps_what_stood_there(tmp_path):
    path = tmp_path / "studie.kodebenk"
    with OpenProject.create(path, title="Studie", coder_name="Ane K.") as project:
        codebook_actions.add_code(project, "Før")
        backup = backups.make_backup(path, NOON)
        codebook_actions.add_code(project, "Etter")
    kept = backup_actions.restore(path, backup)
    with OpenProject.open(path, read_only=True) as restored:
        assert [code.name for code in queries.codebook(restored).codes] == ["Før"]
    with OpenProject.open(kept, read_only=True) as aside:
        assert [code.name for code in queries.codebook(aside).codes] == ["Før", "Etter"]
    assert [one.name for one in tmp_path.glob("*.kodebenk*")] == [path.name]


def test_that_a_damaged_project_can_be_replaced_by_its_backup_and_is_kept(path):
    backup = backups.make_backup(path, NOON)
    path.write_bytes(b"\0" * 100)
    kept = backup_actions.restore(path, backup)
    assert kept.read_bytes() == b"\0" * 100
    ProjectFile.open(path, __version__).close()


def test_that_an_open_project_is_not_replaced(path):
    backup = backups.make_backup(path, NOON)
    file = ProjectFile.open(path, __version__)
    with pytest.raises(ProjectFileError) as caught:
        backup_actions.restore(path, backup)
    file.close()
    assert caught.value.problem is ProjectFileProblem.LOCKED


def test_that_a_backup_that_cannot_be_written_leaves_nothing_half_done_and_is_reported(project, monkeypatch):
    def full(source, target):
        raise ProjectFileError(ProjectFileProblem.DISK_FULL, target)

    project._backups.finish()  # the backup that making the project began must not be the one that is looked at
    for made in backups.list_backups(project.path):
        made.path.unlink()
    monkeypatch.setattr(backups, "copy_database", full)
    monkeypatch.setattr(project, "_backups", backups.BackupKeeper(project.path))
    codebook_actions.add_code(project, "Tillit")
    project._backups.finish()
    assert project.backup_failure is not None
    assert project.backup_failure.problem is ProjectFileProblem.DISK_FULL
    assert not list(backups.backup_folder(project.path).iterdir())
    assert [code.name for code in queries.codebook(project).codes] == ["Tillit"]
