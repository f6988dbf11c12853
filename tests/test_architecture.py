"""The structure holds: layers, lazy libraries, no network, documented parts, fresh translations."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
HEAVY = ("docx", "pdfminer", "openpyxl", "xlsxwriter", "alembic", "lxml", "rapidfuzz", "numpy")


def test_that_imports_point_one_way():
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def modules_after(statement):
    script = f"import sys, json\n{statement}\nprint(json.dumps(sorted(name.split('.')[0] for name in sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=ROOT)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "module", ["kodebenk.application.queries", "kodebenk.application.document_actions", "kodebenk.cli.arguments"]
)
def test_that_heavy_libraries_wait_until_they_are_needed(module):
    assert not modules_after(f"import {module}") & {*HEAVY, "PySide6"}


def test_that_the_window_modules_load_no_heavy_library():
    assert not modules_after("import kodebenk.ui.startup, kodebenk.ui.main_window") & set(HEAVY)


def test_that_the_program_opens_no_connection():
    network = {"socket", "http", "urllib.request", "urllib3", "requests", "ftplib", "smtplib", "asyncio", "ssl"}
    allowed = {"src/kodebenk/storage/project_lock.py": {"socket"}}  # the name of this machine, for the lock
    found = {}
    for path in SOURCES:
        names = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names |= {node.module}
        bad = {name for name in names if name in network or name.startswith(("PySide6.QtNetwork", "PySide6.QtWeb"))}
        bad -= allowed.get(path.relative_to(ROOT).as_posix(), set())
        if bad:
            found[path.name] = bad
    assert found == {}


def test_that_making_coding_and_exporting_the_example_works_where_sockets_are_forbidden(tmp_path):
    script = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('a connection was opened')\n"
        "socket.socket.connect = refuse; socket.create_connection = refuse; socket.getaddrinfo = refuse\n"
        "from kodebenk.__main__ import main\n"
        f"sys.exit(main(['demo', {str(tmp_path)!r}, '--no-window', '--json']))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert Path(json.loads(done.stdout)["matrix"]).exists()


def test_that_modules_have_names_of_things():
    rooms = re.compile(r"(^|_)(utils?|helpers?|managers?|common|base|misc|data)(_|$)")
    assert [path.name for path in SOURCES if rooms.search(path.stem)] == []


def test_that_only_one_module_knows_utf_16():
    windows = [path for path in SOURCES if "ui" in path.parts]
    users = [path.name for path in windows if re.search(r"""encode\(["']utf-?16""", path.read_text("utf-8"))]
    assert users == ["text_positions.py"]


def test_that_every_release_is_in_the_changelog():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    from kodebenk import __version__

    assert version == __version__
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_that_decisions_are_numbered_without_gaps():
    numbers = sorted(path.name[:4] for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == [f"{index:04d}" for index in range(1, len(numbers) + 1)]
