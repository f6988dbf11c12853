"""What a source to be added is like: documents of the project, other files of the import."""

import pytest

from kodebenk.application import document_actions, import_twins
from kodebenk.application.import_actions import draft_source
from kodebenk.application.import_twins import Twin, find_twins, read_known_texts
from kodebenk.errors import Cancelled

TALK = "\n\n".join(
    f"{who}: Svar nummer {number} handler om målene og om hvem som skrev dem."
    for number in range(8)
    for who in ("Intervjuer", "Rita")
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    (tmp_path / "talk_v2.txt").write_text(TALK.replace("nummer 3", "nummer tre"), "utf-8")
    (tmp_path / "talk_copy.txt").write_text(TALK, "utf-8")
    (tmp_path / "other.txt").write_text("Noe helt annet, som ikke ligner.", "utf-8")
    return tmp_path


def test_that_files_are_compared_with_those_before_them(folder):
    drafts = [draft_source(folder / name) for name in ("talk.txt", "talk_v2.txt", "other.txt", "talk_copy.txt")]
    assert find_twins(drafts, ()) == (
        None,
        Twin("talk.txt", "", 99, is_same_file=False, in_project=False),
        None,
        Twin("talk.txt", "", 100, is_same_file=True, in_project=False),
    )


def test_that_files_are_compared_with_the_project_first(project, folder):
    wish = document_actions.ImportWish(respondent="Rita Ek", name="Samtale med Rita")
    document_actions.import_files(project, [folder / "talk.txt"], wish)
    known = read_known_texts(project.path)
    drafts = [draft_source(folder / name) for name in ("talk_copy.txt", "talk_v2.txt")]
    assert find_twins(drafts, known) == (
        Twin("Samtale med Rita", "R1", 100, is_same_file=True, in_project=True),
        Twin("Samtale med Rita", "R1", 99, is_same_file=False, in_project=True),
    )


def test_that_documents_are_named_by_their_own_label(project, folder):
    wish = document_actions.ImportWish(kind=document_actions.SourceKind.PLAN)
    document_actions.import_files(project, [folder / "talk.txt"], wish)
    (known,) = read_known_texts(project.path)
    assert known.label == "D1"


def test_that_comparing_stops(project, folder):
    document_actions.import_files(project, [folder / "talk.txt"])
    with pytest.raises(Cancelled):
        read_known_texts(project.path, lambda: True)
    with pytest.raises(Cancelled):
        find_twins([draft_source(folder / "talk.txt")], (), lambda: True)


def test_that_nothing_is_compared_with_an_empty_project(project):
    assert import_twins.read_known_texts(project.path) == ()
