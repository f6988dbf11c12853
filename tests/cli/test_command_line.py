from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kodebenk
from kodebenk.__main__ import main
from kodebenk.cli import command_line, window_check
from kodebenk.cli.arguments import command_names
from kodebenk.cli.words import Language

HEAVY = ("PySide6", "docx", "pdfminer", "alembic", "openpyxl", "xlsxwriter", "rapidfuzz", "lxml")
WORKING = (
    *("demo", "new", "info", "import", "text", "speakers", "replace-text", "respondents", "codes", "code", "codings"),
    "guide",
    *(
        "search",
        "matrix",
        "agreement",
        "agreement-ratings",
        "agreement-units",
        "tasks",
        "sample",
        "merge",
        "package",
        "history",
        "undo",
        "redo",
        "check",
    ),
)
COMMANDS_PAGE = Path(kodebenk.__file__).parents[2] / "docs" / "user" / "commands.md"


def test_that_help_lists_what_works_and_nothing_else(run):
    ran = run("--help")

    assert ran.code == 0
    listed = re.findall(r"^    ([a-z-]+)(?: |$)", ran.out, flags=re.MULTILINE)
    assert tuple(listed) == WORKING
    assert command_names() == WORKING


@pytest.mark.parametrize("name", WORKING)
def test_that_every_command_has_help_and_takes_json_and_language(run, name):
    ran = run(name, "--help")

    assert ran.code == 0
    assert "--json" in ran.out
    assert "--lang" in ran.out


@pytest.mark.parametrize("name", WORKING)
def test_that_every_command_is_documented_with_an_example(name):
    page = COMMANDS_PAGE.read_text("utf-8")

    assert f"\n## {name}\n" in page
    section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert f"kodebenk {name}" in section


@pytest.mark.parametrize(
    "arguments",
    [
        ["agreement", "p.kodebenk"],
        ["info"],
        ["info", "p.kodebenk", "--lang", "de"],
        ["import", "p.kodebenk", "a.txt", "--kind", "roman"],
        ["speakers", "p.kodebenk", "d", "--set", "Kari"],
        ["code", "p.kodebenk", "d", "en", "to", "Kode"],
        ["search", "p.kodebenk"],
        ["--js"],
    ],
)
def test_that_wrong_usage_ends_with_two(run, arguments):
    ran = run(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert "usage: kodebenk" in ran.err


def test_that_a_missing_project_is_told_without_a_traceback(run, tmp_path):
    ran = run("info", tmp_path / "borte.kodebenk", "--json", "--lang", "nb")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"Finner ikke prosjektet {tmp_path / 'borte.kodebenk'}.")
    assert ran.err.count("\n") == 1


def test_that_a_mistake_of_ours_becomes_a_sentence_and_a_trace_without_words(run, project, monkeypatch):
    words_of_an_interview = "Kari sa noe " + "hemmelig"

    def fail(*_arguments):
        raise ValueError(words_of_an_interview)

    monkeypatch.setattr("kodebenk.application.queries.history", fail)

    ran = run("history", project)

    assert (ran.code, ran.out) == (1, "")
    assert "ValueError" in ran.err
    assert words_of_an_interview not in ran.err
    log = next(Path(os.environ["XDG_STATE_HOME"]).rglob("kodebenk.log")).read_text("utf-8")
    assert "list_history" in log
    assert words_of_an_interview not in log


def test_that_stopping_a_command_is_told(run, project, monkeypatch):
    def stop(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("kodebenk.application.queries.history", stop)

    ran = run("history", project, "--lang", "nb")

    assert (ran.code, ran.err) == (1, "Avbrutt; ingenting er endret.\n")


def test_that_progress_goes_to_a_terminal_only(run, files, monkeypatch):
    run("new", files / "p.kodebenk")
    assert run("import", files / "p.kodebenk", files / "notater.txt").err == ""

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    ran = run("import", files / "p.kodebenk", files / "intervju.txt", "--json")

    assert "1/1 intervju.txt" in ran.err
    assert ran.err.endswith("\r\x1b[K")
    assert json.loads(ran.out)["failed"] == []


def test_that_the_program_runs_as_a_module_and_is_quick_to_help():
    ran = subprocess.run(
        [sys.executable, "-m", "kodebenk", "--help"], capture_output=True, text=True, encoding="utf-8", check=False
    )

    assert ran.returncode == 0
    assert "make an empty project" in ran.stdout
    assert ran.stderr == ""


def test_that_json_is_utf8_whatever_the_locale(project):
    surroundings = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}

    ran = subprocess.run(
        [sys.executable, "-m", "kodebenk", "info", str(project), "--json"],
        capture_output=True,
        check=False,
        env=surroundings,
    )

    assert json.loads(ran.stdout.decode("utf-8"))["title"] == "Mål i Granvik"


@pytest.mark.parametrize("arguments", [["--help"], ["info", "PROJECT"], ["matrix", "PROJECT", "--json"]])
def test_that_heavy_libraries_stay_out(project, arguments):
    given = [str(project) if one == "PROJECT" else one for one in arguments]
    script = (
        "import sys; from kodebenk.__main__ import main; code = main(sys.argv[1:]);"
        f"print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr); sys.exit(code)"
    )

    ran = subprocess.run([sys.executable, "-c", script, *given], capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stderr) == (0, "\n")


def test_that_output_that_nobody_reads_is_no_error(project):
    command = [sys.executable, "-m", "kodebenk", "text", str(project), "intervju.txt", "--json"]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        told = process.stderr.read()

    assert (process.returncode, told) == (0, b"")


class _Window:
    def __init__(self, monkeypatch):
        self.opened = []
        monkeypatch.setattr("kodebenk.__main__._open_window", self.open)

    def open(self, project):
        self.opened.append(project)
        return 0


def test_that_no_argument_or_a_project_opens_the_window(monkeypatch, project):
    window = _Window(monkeypatch)

    assert main([]) == 0
    assert main([str(project)]) == 0

    assert window.opened == [None, project]


def test_that_a_project_that_is_not_there_opens_no_window(monkeypatch, run, tmp_path):
    window = _Window(monkeypatch)

    ran = run(tmp_path / "borte.kodebenk")

    assert (ran.code, window.opened) == (1, [])
    assert "There is no project" in ran.err


def test_that_demo_opens_the_window_on_the_example(monkeypatch, run, tmp_path):
    window = _Window(monkeypatch)
    monkeypatch.setattr("kodebenk.cli.commands.project_commands.find_obstacle", lambda _language: "")

    ran = run("demo", tmp_path, "--json")

    assert ran.code == 0
    assert window.opened == [Path(ran.json["project"])]
    assert ran.json["matrix"] is None


def test_that_demo_makes_nothing_where_no_window_can_open(run, tmp_path, monkeypatch):
    _without_screen(monkeypatch)

    ran = run("demo", tmp_path / "prøve", "--lang", "nb")

    assert ran.code == 1
    assert "ingen skjerm" in ran.err
    assert "--no-window" in ran.err
    assert not (tmp_path / "prøve").exists()


def test_that_without_a_screen_a_sentence_stands_in_for_the_window(run, monkeypatch):
    _without_screen(monkeypatch)

    ran = run()

    assert ran.code == 1
    assert "there is no screen here" in ran.err


def _without_screen(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these libraries to the user")
@pytest.mark.parametrize("language", Language)
def test_that_a_missing_library_is_named_with_its_packages(language):
    def load(name):
        if name == "libxcb-cursor.so.0":
            raise OSError(name)

    said = window_check.find_obstacle(language, {"DISPLAY": ":0"}, load)

    assert "libxcb-cursor.so.0" in said
    assert "apt install libxcb-cursor0" in said
    assert "dnf install xcb-util-cursor" in said
    assert "demo --no-window" in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these libraries to the user")
@pytest.mark.parametrize(
    "environment", [{"QT_QPA_PLATFORM": "offscreen"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"DISPLAY": ":0"}]
)
def test_that_nothing_is_in_the_way_where_everything_loads(environment):
    assert window_check.find_obstacle(Language.EN, environment, lambda _name: None) == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these libraries to the user")
def test_that_xcb_libraries_are_not_asked_for_on_wayland():
    asked = []

    window_check.find_obstacle(Language.EN, {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, asked.append)

    assert "libEGL.so.1" in asked
    assert "libxcb-cursor.so.0" not in asked


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ImportError("libEGL.so.1: cannot open shared object file: No such file or directory"), "apt install libegl1”"),
        (ImportError("libodd.so.7: cannot open shared object file: No such file"), "libegl1 libgl1 libxkbcommon0"),
        (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), "pip install kodebenk"),
        (ImportError("cannot import name 'x' from 'kodebenk.ui'", name="kodebenk.ui"), None),
    ],
)
def test_that_a_qt_that_cannot_be_imported_is_explained(error, said):
    found = window_check.explain_import_error(error, Language.EN)

    assert said in found if said else found == ""


def test_that_functions_and_arguments_name_the_same_commands():
    assert tuple(command_line._FUNCTIONS) != ()
    assert set(command_line._FUNCTIONS) == set(command_names())
    for name in command_names():
        assert callable(command_line._find(name))
