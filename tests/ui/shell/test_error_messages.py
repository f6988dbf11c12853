"""Every error has a sentence, in both languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from kodebenk.errors import (
    Cancelled,
    ExportFailed,
    ExportProblem,
    ProjectFileError,
    ProjectFileProblem,
    Rule,
    RuleBroken,
    SourceProblem,
    SourceUnreadable,
)
from kodebenk.ui.error_messages import explain, says_unsaved, translate_place
from kodebenk.ui.translation import Translation

FIELDS = {
    "name": "Tillit",
    "candidates": ["A", "B"],
    "documents": ["d1"],
    "value": "x",
    "allowed": ["y"],
    "column": "quote",
    "file": "t.csv",
    "path": "/x/y",
    "document": "Intervju 1",
    "place": "R1:13",
    "coded": ["Ane 3", "Jonas 0"],
    "coder": "Bo B.",
    "tasks": 2,
    "comparisons": 1,
}
PATH = Path("/mappe/fil.txt")
ERRORS = [
    *(RuleBroken(rule, **FIELDS) for rule in Rule),
    *(
        ProjectFileError(problem, PATH, holder="ane", host="pc", since="2026-05-12T14:06:31Z", written_by="2.0")
        for problem in ProjectFileProblem
    ),
    *(SourceUnreadable(problem, PATH, place="line 4", detail=".txt") for problem in SourceProblem),
    *(ExportFailed(problem, PATH, detail=".docx") for problem in ExportProblem),
    Cancelled(),
]


@pytest.fixture(params=["nb", "en"])
def language(qapp, request):
    made = Translation(request.param)
    made.install()
    yield request.param
    made.set_language("en")


def _name(error):
    return f"{type(error).__name__}-{error.args[0] if error.args else ''}"


@pytest.mark.parametrize("error", ERRORS, ids=_name)
def test_that_every_error_says_what_happened_what_is_safe_and_what_to_do(error, language):
    said = explain(error)
    assert said.title.endswith((".", ")")) or "/x/y" in said.title
    assert said.sentence.endswith(".") or ":" in said.sentence
    assert "{" not in said.whole
    assert "–" not in said.whole  # no field is missing


@pytest.mark.parametrize("error", ERRORS, ids=_name)
def test_that_every_error_is_translated(error, qapp):
    english = explain(error)
    made = Translation("nb")
    made.install()
    norwegian = explain(error)
    made.set_language("en")
    assert norwegian.title != english.title
    assert norwegian.sentence != english.sentence


def test_that_a_field_that_an_error_does_not_carry_is_left_out(qapp):
    assert explain(RuleBroken(Rule.NAME_TAKEN)).title == "The name “–” is taken."


def test_that_only_errors_of_saving_stop_the_user():
    path = Path("p.kodebenk")
    assert says_unsaved(ProjectFileError(ProjectFileProblem.DISK_FULL, path))
    assert not says_unsaved(ProjectFileError(ProjectFileProblem.MISSING, path))
    assert not says_unsaved(RuleBroken(Rule.NAME_EMPTY))


def test_that_places_are_translated(language):
    expected = {"nb": "side 3", "en": "page 3"}[language]
    assert translate_place("page 3") == expected
    assert translate_place("Ark1!B2") == "Ark1!B2"
    assert QCoreApplication.translate("Places", "no such text") == "no such text"
