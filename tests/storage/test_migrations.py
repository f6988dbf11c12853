import re
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from kodebenk import __version__
from kodebenk.bundled_files import find_migrations
from kodebenk.storage import migrations, tables
from kodebenk.storage.project_file import ProjectFile

DOCS = Path(__file__).parents[2] / "docs" / "project_file.md"


def scripts():
    config = Config()
    config.set_main_option("script_location", str(find_migrations()))
    return ScriptDirectory.from_config(config)


def test_that_the_migrations_have_a_single_head_which_the_file_names_tell():
    assert scripts().get_heads() == [migrations.newest_schema()]


def test_that_revisions_are_the_numbers_of_their_files():
    for script in scripts().walk_revisions():
        assert Path(script.path).name.startswith(f"{script.revision}_")


def layout_of(connection):
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    # The first column of the last two is a running number that depends on the order of creation.
    queries = {"table_info": 0, "foreign_key_list": 2, "index_list": 1}
    return {
        (name, query): sorted(
            str(row[first:])
            for row in connection.exec_driver_sql(f"PRAGMA {query}({name})")
            if "autoindex" not in str(row)
        )
        for name in names
        if name != "alembic_version"
        for query, first in queries.items()
    }


def test_that_a_file_made_by_the_migrations_has_the_tables_that_the_program_knows(tmp_path):
    file = ProjectFile.create(tmp_path / "p.kodebenk", __version__)
    made = layout_of(file.connection)
    file.close()
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        tables.metadata.create_all(connection)
        known = layout_of(connection)
    engine.dispose()
    assert made == known


def test_that_the_first_migration_can_be_taken_back(tmp_path):
    config = Config()
    config.set_main_option("script_location", str(find_migrations()))
    engine = create_engine(f"sqlite:///{tmp_path / 'p.db'}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        command.downgrade(config, "base")
        assert layout_of(connection) == {}
    engine.dispose()


def test_that_there_is_no_package_file_that_would_hide_the_library():
    assert not (find_migrations() / "__init__.py").exists()


def test_that_every_table_and_column_is_described():
    described = DOCS.read_text("utf-8")
    for table in tables.metadata.sorted_tables:
        section = re.search(rf"^### `{table.name}`\n(.*?)(?=^##|\Z)", described, re.DOTALL | re.MULTILINE)
        assert section, table.name
        for column in table.c:
            assert f"`{column.name}`" in section[1] or column.name in {"id", "guid"}, f"{table.name}.{column.name}"


def test_that_other_tests_get_the_tables_and_rows_that_the_migrations_make(tmp_path, monkeypatch, quick_tables):
    def content_of(name):
        with closing(ProjectFile.create(tmp_path / name, __version__)) as file:
            lines = file.connection.connection.driver_connection.iterdump()
            return layout_of(file.connection), [line for line in lines if line.startswith("INSERT")]

    by_migrations = content_of("migrated.kodebenk")
    monkeypatch.setattr(migrations, "upgrade", quick_tables)
    content_of("first.kodebenk")

    assert content_of("later.kodebenk") == by_migrations
