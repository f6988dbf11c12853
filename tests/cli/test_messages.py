"""Every error, warning, finding and change has a sentence in both languages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import kodebenk
from kodebenk.cli import error_sentences, finding_messages, words
from kodebenk.cli.error_messages import LISTED_BY, NOUNS, VALUE_KINDS, explain, place_words
from kodebenk.cli.finding_messages import change_message, problem_message, unplaced_message, warning_message
from kodebenk.cli.words import Language, Text, system_language
from kodebenk.domain.coding import Stance
from kodebenk.domain.document import SourceKind
from kodebenk.domain.matrix import CellState
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.transcript import SpeakerRole
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

SOURCES = Path(kodebenk.__file__).parent
PATH = Path("/et/sted/studie.kodebenk")
FIELDS = {
    Rule.EMPTY_PASSAGE: {},
    Rule.PASSAGE_OUTSIDE_TEXT: {"start": 5, "end": 900, "length": 40},
    Rule.SAME_CODING_TWICE: {"code": "Tillit", "place": "R1:4"},
    Rule.NAME_EMPTY: {"kind": "code"},
    Rule.NAME_TAKEN: {"kind": "respondent", "name": "Kari Nes"},
    Rule.NOT_FOUND: {"kind": "document", "name": "intervju.txt"},
    Rule.AMBIGUOUS_NAME: {"kind": "code", "name": "Mål", "candidates": ["Styring/Mål", "Endring/Mål"]},
    Rule.CODE_BELOW_ITSELF: {"name": "Tillit"},
    Rule.MERGE_WITH_ITSELF: {"name": "Tillit"},
    Rule.CODE_IN_USE: {"name": "Tillit"},
    Rule.RESPONDENT_IN_USE: {"name": "R1", "documents": ["intervju.txt"], "codings": 3},
    Rule.NOTHING_TO_UNDO: {},
    Rule.NOTHING_TO_REDO: {},
    Rule.VALUE_NOT_ALLOWED: {"kind": "stance", "value": "tja", "allowed": ["for", "mot"]},
    Rule.COLUMN_MISSING: {"column": "quote", "columns": ["code", "sitat"], "file": "k.csv"},
    Rule.READ_ONLY: {"path": str(PATH)},
    Rule.FILE_EXISTS: {"path": str(PATH)},
    Rule.VALUES_OVERLAP: {"coder": "Ane", "start": 3, "end": 9, "values": ["mål", "tillit"]},
    Rule.VOICE_OF_NOBODY: {"kind": "collective"},
    Rule.TOO_FEW_CODERS: {"name": "Ane"},
    Rule.NO_SHARED_SOURCE: {"coded": ["Ane: 3", "Bo: 0"]},
    Rule.PLACE_CHANGED: {"place": "R1:13", "document": "intervju.txt"},
    Rule.NOT_FINISHED: {"document": "Samtale", "coder": "Bo"},
    Rule.STILL_BLIND: {"coder": "Bo", "documents": ["intervju.txt"]},
    Rule.SAMPLE_IN_USE: {"name": "Utvalg 1", "tasks": 2, "comparisons": 0},
    Rule.REASON_MISSING: {},
    Rule.DECISION_REASON_MISSING: {"place": "R1:13"},
    Rule.COMPARED_TEXT_CHANGED: {"document": "intervju.txt"},
    Rule.TEXT_UNCHANGED: {"document": "intervju.txt"},
    Rule.TEXT_EMPTY: {"document": "intervju.txt"},
    Rule.TEXT_CHANGED_MEANWHILE: {"document": "intervju.txt"},
    Rule.PROJECT_CHANGED_MEANWHILE: {},
}


def _errors():
    yield from (RuleBroken(rule, **FIELDS[rule]) for rule in Rule)
    locked = {"holder": "ane", "host": "kontor", "since": "2026-01-02T09:30:00Z"}
    newer = {"written_by": "9.0", "schema": "0099"}
    for problem in ProjectFileProblem:
        yield ProjectFileError(problem, PATH, detail="disk I/O error", **locked, **newer)
    for problem in SourceProblem:
        yield SourceUnreadable(problem, Path("a.pdf"), place="page 3", detail=".docx, .pdf, .txt")
    for problem in ExportProblem:
        yield ExportFailed(problem, Path("ut/m.docx"), detail=".docx, .xlsx")
    yield Cancelled()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "error", list(_errors()), ids=lambda error: f"{type(error).__name__}-{next(iter(error.args), '')}"
)
def test_that_every_error_is_one_complete_line_in_both_languages(error, language):
    said = explain(error, language)

    assert "\n" not in said
    assert said.endswith(".")
    assert "…" not in said, "a field has no value"
    assert "{" not in said
    other = explain(error, Language.EN if language is Language.NB else Language.NB)
    assert said != other


@pytest.mark.parametrize(
    ("texts", "keys"),
    [
        (error_sentences.RULES, Rule),
        (error_sentences.PROJECT_PROBLEMS, ProjectFileProblem),
        (error_sentences.SOURCE_PROBLEMS, SourceProblem),
        (error_sentences.EXPORT_PROBLEMS, ExportProblem),
        (finding_messages.CHANGES, ChangeName),
        (words.ROLES, SpeakerRole),
        (words.STANCES, Stance),
        (words.STATES, CellState),
        (words.KINDS, SourceKind),
    ],
)
def test_that_there_is_a_text_for_every_member_and_for_nothing_else(texts, keys):
    assert {str(key) for key in texts} == {str(key) for key in keys}


def _all_texts():
    tables = (
        error_sentences.RULES,
        error_sentences.PROJECT_PROBLEMS,
        error_sentences.SOURCE_PROBLEMS,
        error_sentences.EXPORT_PROBLEMS,
        finding_messages.CHANGES,
        finding_messages.WARNINGS,
        finding_messages.CHECK_PROBLEMS,
        finding_messages.UNPLACED,
        words.MESSAGES,
        words.HEADINGS,
        words.KINDS,
        words.ROLES,
        words.STANCES,
        words.STATES,
        VALUE_KINDS,
    )
    for table in tables:
        for key, text in table.items():
            yield pytest.param(text, id=str(key))


@pytest.mark.parametrize("text", list(_all_texts()))
def test_that_both_languages_name_the_same_fields(text):
    assert text.nb
    assert text.en
    assert {name.casefold() for name in _fields(text.nb)} == {name.casefold() for name in _fields(text.en)}
    assert _fields(text.nb_one) <= _fields(text.nb)
    assert _fields(text.en_one) <= _fields(text.en)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_that_every_warning_of_a_reader_has_its_sentence():
    written = _source("importing")
    kinds = set(re.findall(r'SourceWarning\(\s*"(\w+)"', written))
    for listed in re.findall(r"for kind in \(([^)]*)\):\s+if counts", written):
        kinds |= set(re.findall(r'"(\w+)"', listed))

    assert kinds
    assert kinds <= finding_messages.WARNINGS.keys()


def test_that_every_finding_of_a_check_has_its_sentence():
    kinds = set(re.findall(r'Problem\("(\w+)"', _source("storage")))

    assert kinds == finding_messages.CHECK_PROBLEMS.keys()


def test_that_every_reason_for_no_place_has_its_sentence():
    reasons = set(re.findall(r'_NotPlaced\("(\w+)"', _source("application")))

    assert reasons
    assert reasons <= finding_messages.UNPLACED.keys()


def test_that_every_kind_of_thing_in_an_error_has_a_noun():
    written = "".join(_source(layer) for layer in ("domain", "application"))
    kinds = set(re.findall(r'RuleBroken\(\s*Rule\.(?!VALUE)\w+,\s*kind="([^"]+)"', written))
    values = set(re.findall(r'Rule\.VALUE_NOT_ALLOWED,\s*kind="([^"]+)"', written)) - {"code name"}
    chosen = set(re.findall(r'_(?:read_)?choice\(\w+, "(\w+)"', written))

    assert kinds <= NOUNS.keys()
    assert values | chosen <= VALUE_KINDS.keys()
    assert LISTED_BY.keys() <= NOUNS.keys()


def _source(layer: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted((SOURCES / layer).rglob("*.py")))


def test_that_a_lock_without_a_name_is_told_as_another_program():
    error = ProjectFileError(ProjectFileProblem.LOCKED, PATH)

    assert explain(error, Language.NB).startswith(f"{PATH} er åpent i et annet program;")


def test_that_a_slash_in_a_name_has_a_sentence_of_its_own():
    error = RuleBroken(Rule.VALUE_NOT_ALLOWED, kind="code name", value="a/b", allowed=["no /"])

    assert explain(error, Language.NB).startswith("Navnet «a/b» inneholder en skråstrek")


def test_that_a_long_list_of_candidates_is_cut_with_its_rest_counted():
    error = RuleBroken(Rule.NOT_FOUND, kind="row", name="x", candidates=[f"R{number}" for number in range(1, 31)])

    assert explain(error, Language.EN).endswith("R11, R12 … (+18).")


def test_that_words_of_files_cannot_break_the_line():
    said = explain(RuleBroken(Rule.NOT_FOUND, kind="code", name="a\nb {name}"), Language.EN)

    assert "“a b {name}”" in said


def test_that_places_are_translated():
    assert place_words("page 3", Language.NB) == "side 3"
    assert place_words("line 12", Language.NB) == "linje 12"
    assert place_words("", Language.NB) == ""
    assert place_words("noe annet", Language.NB) == "noe annet"


def test_that_one_is_singular():
    assert change_message(ChangeName.IMPORT_CODES, {"count": "1"}, Language.NB) == "leste inn 1 kode"
    assert change_message(ChangeName.IMPORT_CODES, {"count": "2"}, Language.NB) == "leste inn 2 koder"
    assert warning_message("comments_left_out", {"count": "1"}, Language.EN) == "1 comment was left out."


def test_that_an_unknown_finding_is_told_by_its_key():
    assert warning_message("new_thing", {}, Language.NB) == "new thing"
    assert problem_message("new_thing", {}, Language.NB) == "new thing"
    assert unplaced_message("new_thing", {}, Language.NB) == "new thing"


def test_that_a_missing_field_leaves_an_ellipsis():
    assert Text("«{name}»", "“{name}”").say(Language.NB) == "«…»"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nb_NO.UTF-8"}, Language.NB),
        ({"LANG": "nn_NO"}, Language.NB),
        ({"LANG": "no_NO"}, Language.NB),
        ({"LANG": "en_GB.UTF-8"}, Language.EN),
        ({"LANG": "nb_NO.UTF-8", "LC_ALL": "C"}, Language.EN),
        ({"LANG": "C", "LC_ALL": "nb_NO.UTF-8"}, Language.NB),
        ({"LANG": "C", "LC_MESSAGES": "nb_NO.UTF-8"}, Language.NB),
        ({"LANG": "de_DE", "LC_ALL": ""}, Language.EN),
    ],
)
def test_that_the_language_is_the_systems(environment, language):
    assert system_language(environment) is language
