import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from kodebenk import __version__
from kodebenk.bundled_files import find_migrations
from kodebenk.errors import ProjectFileError, ProjectFileProblem
from kodebenk.storage import backups, migrations, property_store
from kodebenk.storage.integrity import data_of
from kodebenk.storage.project_file import APPLICATION_ID, ProjectFile
from kodebenk.storage.writer import Writer


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Målarbeid i år.kodebenk"


def make(path):
    ProjectFile.create(path, __version__).close()
    return path


def problem_of(call):
    with pytest.raises(ProjectFileError) as caught:
        call()
    return caught.value


def test_that_a_closed_project_is_one_single_file_with_our_application_id(path):
    make(path)
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert int.from_bytes(path.read_bytes()[68:72], "big") == APPLICATION_ID


def test_that_an_open_project_is_in_wal_mode_with_foreign_keys_and_full_sync(path):
    file = ProjectFile.create(path, __version__)
    pragma = {
        name: file.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
        for name in ("journal_mode", "foreign_keys", "synchronous")
    }
    file.close()
    assert pragma == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2}


def test_that_a_project_in_a_synced_folder_does_without_wal(tmp_path):
    folder = tmp_path / "OneDrive - Høgskolen"
    folder.mkdir()
    file = ProjectFile.create(folder / "p.kodebenk", __version__)
    mode = file.connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    file.close()
    assert mode == "delete"


def test_that_creating_over_a_file_is_refused_and_leaves_it(path):
    path.write_text("min gamle fil")
    assert problem_of(lambda: ProjectFile.create(path, __version__)).problem is ProjectFileProblem.EXISTS
    assert path.read_text() == "min gamle fil"


def test_that_creating_in_a_missing_folder_is_refused(tmp_path):
    error = problem_of(lambda: ProjectFile.create(tmp_path / "finnes ikke" / "p.kodebenk", __version__))
    assert error.problem is ProjectFileProblem.FOLDER_MISSING


def test_that_a_missing_file_says_so(path):
    assert problem_of(lambda: ProjectFile.open(path, __version__)).problem is ProjectFileProblem.MISSING


@pytest.mark.parametrize("content", [b"", b"hei", b"SQLite format 3\0" + bytes(100), b"PK\x03\x04" + bytes(500)])
def test_that_a_file_of_another_kind_is_not_a_project(path, content):
    path.write_bytes(content)
    assert problem_of(lambda: ProjectFile.open(path, __version__)).problem is ProjectFileProblem.NOT_A_PROJECT
    assert path.read_bytes() == content


def test_that_another_sqlite_database_is_not_a_project_and_stays_untouched(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE noe (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    assert problem_of(lambda: ProjectFile.open(path, __version__)).problem is ProjectFileProblem.NOT_A_PROJECT
    assert path.read_bytes() == before


@pytest.mark.parametrize("place", [0.3, 0.6, 0.9])
def test_that_a_damaged_project_is_found_out_and_not_written_to(path, place):
    make(path)
    content = bytearray(path.read_bytes())
    at = int(len(content) * place) // 4096 * 4096
    content[at : at + 2048] = b"\xa5" * 2048
    path.write_bytes(content)
    error = problem_of(lambda: ProjectFile.open(path, __version__))
    assert error.problem is ProjectFileProblem.DAMAGED
    assert path.read_bytes() == bytes(content)


def test_that_text_that_cannot_be_read_is_damage_wherever_it_is_met_and_is_not_quoted(path):
    make(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "UPDATE project_property SET value = CAST(X'52656B746F72FF' AS TEXT) WHERE name = 'program_version'"
        )
        connection.commit()
    with closing(ProjectFile.open(path, __version__, read_only=True)) as file:
        error = problem_of(lambda: file.connection.exec_driver_sql("SELECT value FROM project_property").all())
    assert error.problem is ProjectFileProblem.DAMAGED
    assert error.path == path
    assert "Rektor" not in str(error)


def test_that_a_truncated_project_is_found_out(path):
    make(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert problem_of(lambda: ProjectFile.open(path, __version__)).problem is ProjectFileProblem.DAMAGED


def test_that_a_newer_project_is_refused_by_name_and_version(path):
    make(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.execute("UPDATE project_property SET value = '7.2.0' WHERE name = 'program_version'")
    connection.close()
    before = path.read_bytes()
    error = problem_of(lambda: ProjectFile.open(path, __version__))
    assert error.problem is ProjectFileProblem.NEWER
    assert error.fields["written_by"] == "7.2.0"
    assert error.fields["schema"] == "0999"
    assert path.read_bytes() == before


def test_that_a_second_opening_is_refused_by_the_name_of_the_holder(path):
    make(path)
    first = ProjectFile.open(path, __version__)
    error = problem_of(lambda: ProjectFile.open(path, __version__))
    first.close()
    assert error.problem is ProjectFileProblem.LOCKED
    assert error.fields["holder"]
    assert error.fields["host"]
    assert error.fields["since"].endswith("Z")
    ProjectFile.open(path, __version__).close()


def test_that_reading_works_while_somebody_else_writes(path):
    make(path)
    first = ProjectFile.open(path, __version__)
    with first.transaction():
        property_store.set_value(Writer(first.connection), "title", "Endret")
    reading = ProjectFile.open(path, __version__, read_only=True)
    title = property_store.get_value(reading.connection, "title")
    reading.close()
    first.close()
    assert title == "Endret"


def test_that_a_crashed_holder_locks_nobody_out_and_loses_nothing(path):
    make(path)
    script = (
        "import sys, os, signal; from pathlib import Path\n"
        "from kodebenk.storage.project_file import ProjectFile\n"
        "from kodebenk.storage import property_store; from kodebenk.storage.writer import Writer\n"
        "file = ProjectFile.open(Path(sys.argv[1]), 'x')\n"
        "with file.transaction(): property_store.set_value(Writer(file.connection), 'title', 'Før krasjet')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False, env={**os.environ})
    assert path.with_name(path.name + ".lock").exists()
    file = ProjectFile.open(path, __version__)
    title = property_store.get_value(file.connection, "title")
    file.close()
    assert title == "Før krasjet"
    assert [one.name for one in path.parent.iterdir() if one.suffix != ""] == [path.name]


def test_that_a_full_disk_rolls_back_and_says_so(path):
    make(path)
    file = ProjectFile.open(path, __version__)
    before = data_of(file.connection)
    pages = file.connection.exec_driver_sql("PRAGMA page_count").scalar()
    file.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    def fill():
        with file.transaction():
            property_store.set_value(Writer(file.connection), "memo", "x" * 10_000_000)

    error = problem_of(fill)
    assert error.problem is ProjectFileProblem.DISK_FULL
    assert data_of(file.connection) == before
    file.connection.exec_driver_sql("PRAGMA max_page_count=100000")
    with file.transaction():
        property_store.set_value(Writer(file.connection), "title", "Plass igjen")
    file.close()


def test_that_a_read_only_project_refuses_to_be_written(path):
    make(path)
    file = ProjectFile.open(path, __version__, read_only=True)

    def write():
        with file.transaction():
            property_store.set_value(Writer(file.connection), "title", "nei")

    error = problem_of(write)
    file.close()
    assert error.problem is ProjectFileProblem.READ_ONLY


def test_that_a_file_system_that_forbids_writing_gives_its_own_error(path, monkeypatch):
    make(path)
    opened = Path.open

    def refuse(self, mode="r", *args, **kwargs):
        if self.suffix == ".lock":
            raise PermissionError(13, "Permission denied")
        return opened(self, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    assert problem_of(lambda: ProjectFile.open(path, __version__)).problem is ProjectFileProblem.READ_ONLY


def test_that_a_saved_copy_holds_what_lies_in_the_wal_and_never_replaces_a_file(path, tmp_path):
    file = ProjectFile.create(path, __version__)
    with file.transaction():
        property_store.set_value(Writer(file.connection), "title", "Nettopp")
    copy = tmp_path / "kopi.kodebenk"
    file.save_copy(copy)
    assert problem_of(lambda: file.save_copy(copy)).problem is ProjectFileProblem.EXISTS
    file.close()
    other = ProjectFile.open(copy, __version__)
    title = property_store.get_value(other.connection, "title")
    other.close()
    assert title == "Nettopp"


# Upgrades


@pytest.fixture
def newer_scripts(tmp_path, monkeypatch):
    """Migrations with one more than the program has: the next release, seen from a file of today."""
    folder = tmp_path / "alembic"
    shutil.copytree(find_migrations(), folder)
    (folder / "versions" / "9998_next.py").write_text(
        'import sqlalchemy as sa\nfrom alembic import op\nrevision = "9998"\n'
        f'down_revision = "{migrations.newest_schema()}"\nbranch_labels = None\ndepends_on = None\n'
        'def upgrade():\n    with op.batch_alter_table("coder") as table:\n'
        '        table.add_column(sa.Column("orcid", sa.Text(), server_default="", nullable=False))\n'
        "def downgrade():\n    pass\n"
    )
    monkeypatch.setattr(migrations, "find_migrations", lambda: folder)
    return folder


def test_that_an_older_file_is_upgraded_after_a_copy_was_made(path, request):
    make(path)
    schema_before = migrations.newest_schema()
    request.getfixturevalue("newer_scripts")
    file = ProjectFile.open(path, "2.0.0")
    columns = [row[1] for row in file.connection.exec_driver_sql("PRAGMA table_info(coder)")]
    schema = migrations.schema_of(file.connection)
    file.close()
    assert "orcid" in columns
    assert schema == "9998"
    kept = backups.list_backups(path)
    assert [backup.reason for backup in kept] == [f"before upgrade from {schema_before}"]
    with sqlite3.connect(kept[0].path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (schema_before,)
    connection.close()


def test_that_a_failed_upgrade_leaves_the_file_as_it_was(path, newer_scripts, monkeypatch):
    monkeypatch.setattr(migrations, "find_migrations", find_migrations)
    make(path)
    broken = newer_scripts / "versions" / "9998_next.py"
    broken.write_text(
        broken.read_text()
        .replace("    with op", "    op.drop_table('synthesis')\n    with op")
        .replace('"orcid"', '"name"')
    )
    monkeypatch.setattr(migrations, "find_migrations", lambda: newer_scripts)
    error = problem_of(lambda: ProjectFile.open(path, "2.0.0"))
    assert error.problem is ProjectFileProblem.UPGRADE_FAILED
    monkeypatch.setattr(migrations, "find_migrations", find_migrations)
    file = ProjectFile.open(path, __version__)
    assert file.connection.execute(text("SELECT count(*) FROM synthesis")).scalar() == 0
    file.close()


def test_that_reading_an_older_file_does_not_upgrade_it(path, request):
    make(path)
    before = path.read_bytes()
    request.getfixturevalue("newer_scripts")
    error = problem_of(lambda: ProjectFile.open(path, "2.0.0", read_only=True))
    assert error.problem is ProjectFileProblem.READ_ONLY
    assert path.read_bytes() == before


def test_that_opening_an_up_to_date_project_does_not_load_alembic(path):
    make(path)
    script = (
        "import sys; from pathlib import Path; from kodebenk.application.open_project import OpenProject\n"
        "OpenProject.open(Path(sys.argv[1])).close()\n"
        "print(json.dumps(sorted(m for m in ('alembic', 'docx', 'PySide6') if m in sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", "import json\n" + script, str(path)], check=True, capture_output=True, text=True
    )
    assert json.loads(done.stdout) == []
