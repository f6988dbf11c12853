"""A project for another coder, and its way back."""

import pytest

from conftest import make_small_project, passage_of
from kodebenk.application import coding_actions, guide_queries, matrix_actions, project_check, queries, voice_actions
from kodebenk.application.example_project import build_example
from kodebenk.application.matrix_actions import CellRow
from kodebenk.application.merge_plan import plan_merge
from kodebenk.application.merging import apply_merge
from kodebenk.application.open_project import OpenProject
from kodebenk.application.packaging import package_for_coder
from kodebenk.domain.coder import CoderKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.voice import VoiceKind
from kodebenk.errors import ProjectFileError, ProjectFileProblem, Rule, RuleBroken
from kodebenk.storage import coder_store, history_store, matrix_store
from kodebenk.storage.integrity import data_of

QUOTE = "De målene lever ennå."


def pack(project, target, name="Jonas B.", documents=None, **options):
    report = package_for_coder(project, target, name, documents, **options)
    with OpenProject.open(target, read_only=True) as package:
        assert project_check.check_project(package).problems == ()
    return report


def test_that_a_package_holds_sources_and_codebook_and_no_work_of_others(small_project, tmp_path):
    matrix_actions.import_cells(small_project, [CellRow("R1", "Resultatenhet", "Pengene styrte.")])
    voice_actions.mark_voice(small_project, passage_of(small_project, 1, QUOTE), VoiceKind.NESTED, speaker="et barn")
    report = pack(small_project, tmp_path / "jonas.kodebenk")
    assert (report.documents, report.coder, report.is_known_coder) == (
        ("intervju.txt", "notater.txt"),
        "Jonas B.",
        False,
    )
    with OpenProject.open(report.path, read_only=True) as package:
        assert package.title == "Lillevik"
        assert [one.name for one in queries.coders(package)] == ["Jonas B."]
        assert queries.codings(package) == []
        assert matrix_store.read_cells(package.connection) == {}
        assert [(one.guid, one.definition) for one in queries.codebook(package).codes] == [
            (one.guid, one.definition) for one in queries.codebook(small_project).codes
        ]
        for number in (1, 2):
            mine, packed = queries.text_of(small_project, number), queries.text_of(package, number)
            assert (packed.text, packed.structure, packed.speakers, packed.voices) == (
                mine.text,
                mine.structure,
                mine.speakers,
                mine.voices,
            )
        assert [(one.name, one.attributes) for one in queries.respondents(package)] == [
            (one.name, one.attributes) for one in queries.respondents(small_project)
        ]
        assert [one.name for one in history_store.list_changes(package.connection)] == [ChangeName.CREATE_PROJECT]
        assert package.next_to_undo() is None


def test_that_a_package_of_some_documents_holds_only_the_respondents_in_them(small_project, tmp_path):
    pack(small_project, tmp_path / "jonas.kodebenk", documents=[2])
    with OpenProject.open(tmp_path / "jonas.kodebenk", read_only=True) as package:
        assert [one.name for one in queries.documents(package)] == ["notater.txt"]
        assert [one.name for one in queries.respondents(package)] == ["Tove Strand"]
        content = (tmp_path / "jonas.kodebenk").read_bytes()
    assert b"Berit" not in content


def test_that_nothing_but_the_package_is_left_and_the_project_is_not_changed(small_project, tmp_path):
    before = data_of(small_project.connection)
    (tmp_path / "ut").mkdir()
    pack(small_project, tmp_path / "ut" / "jonas.kodebenk")
    assert [one.name for one in (tmp_path / "ut").iterdir()] == ["jonas.kodebenk"]
    assert data_of(small_project.connection) == before


def test_that_the_work_in_a_package_comes_back_once(small_project, tmp_path):
    pack(small_project, tmp_path / "jonas.kodebenk")
    with OpenProject.open(tmp_path / "jonas.kodebenk") as package:
        assert package.coder_name == "Jonas B."
        tillit = queries.codebook(package).find("Tillit").id
        coding_actions.apply_code(package, passage_of(package, 1, QUOTE), tillit)
    for expected in (1, 0):
        report = apply_merge(small_project, plan_merge(small_project, tmp_path / "jonas.kodebenk"))
        assert (report.added, report.conflicts, report.codes_added) == (expected, (), ())
    assert all(not one.is_added for one in report.documents)
    assert [one.name for one in queries.coders(small_project)] == ["Ane K.", "Jonas B."]
    assert len(queries.codings(small_project)) == 11


def test_that_two_packages_for_one_coder_are_the_work_of_one(small_project, tmp_path):
    for number, quote in ((1, QUOTE), (2, "målene kom fra staben")):
        path = tmp_path / f"jonas{number}.kodebenk"
        pack(small_project, path, documents=[number])
        with OpenProject.open(path) as package:
            tillit = queries.codebook(package).find("Tillit").id
            coding_actions.apply_code(package, passage_of(package, 1, quote), tillit)
    for number in (1, 2):
        apply_merge(small_project, plan_merge(small_project, tmp_path / f"jonas{number}.kodebenk"))
    assert [one.name for one in queries.coders(small_project)] == ["Ane K.", "Jonas B."]


def test_that_a_coder_of_the_project_keeps_the_identity(small_project, tmp_path):
    report = pack(small_project, tmp_path / "ane.kodebenk", "ane k.")
    with OpenProject.open(report.path, read_only=True) as package:
        assert queries.coders(package)[0].guid == queries.coders(small_project)[0].guid
    assert (report.coder, report.is_known_coder) == ("Ane K.", True)


def test_that_the_example_is_packed_with_guides_and_places_and_merges_back_to_itself(tmp_path):
    with build_example(tmp_path / "a.kodebenk") as project:
        pack(project, tmp_path / "b.kodebenk", "Kari")
        with OpenProject.open(tmp_path / "b.kodebenk", read_only=True) as package:
            assert len(guide_queries.guides(package)) == len(guide_queries.guides(project))
            assert len(guide_queries.places(package)) == len(guide_queries.places(project))
        before = data_of(project.connection)
        report = apply_merge(project, plan_merge(project, tmp_path / "b.kodebenk"))
        assert (report.conflicts, report.backup, report.completed) == ((), None, 0)
        assert data_of(project.connection) == before


def test_that_a_file_that_is_there_is_only_replaced_when_told_and_never_the_project_itself(small_project, tmp_path):
    target = tmp_path / "jonas.kodebenk"
    target.write_text("min gamle fil")
    for path, overwrite in ((target, False), (small_project.path, False), (small_project.path, True)):
        with pytest.raises(RuleBroken) as caught:
            package_for_coder(small_project, path, "Jonas B.", overwrite=overwrite)
        assert caught.value.rule is Rule.FILE_EXISTS
    assert target.read_text() == "min gamle fil"
    pack(small_project, target, overwrite=True)
    with OpenProject.open(target), pytest.raises(ProjectFileError) as refused:
        package_for_coder(small_project, target, "Jonas B.", overwrite=True)
    assert refused.value.problem is ProjectFileProblem.LOCKED


def test_that_a_package_needs_a_coder_a_folder_and_documents_that_exist(small_project, tmp_path):
    for name, documents, rule in ((" ", None, Rule.NAME_EMPTY), ("Jonas", [99], Rule.NOT_FOUND)):
        with pytest.raises(RuleBroken) as caught:
            package_for_coder(small_project, tmp_path / "p.kodebenk", name, documents)
        assert caught.value.rule is rule
    with pytest.raises(ProjectFileError) as refused:
        package_for_coder(small_project, tmp_path / "borte" / "p.kodebenk", "Jonas")
    assert refused.value.problem is ProjectFileProblem.FOLDER_MISSING
    assert not (tmp_path / "p.kodebenk").exists()


def test_that_a_project_that_is_open_for_reading_can_be_packed(tmp_path):
    make_small_project(tmp_path).close()
    with OpenProject.open(tmp_path / "lillevik.kodebenk", read_only=True) as project:
        assert pack(project, tmp_path / "p.kodebenk").coder == "Jonas B."


def test_that_the_consensus_gets_no_package(small_project, tmp_path):
    with small_project.change(ChangeName.DECIDE, place="R1:1", code="Tillit") as write:
        coder_store.add(write, "Konsensus", CoderKind.CONSENSUS)

    with pytest.raises(RuleBroken) as refused:
        package_for_coder(small_project, tmp_path / "pakke.kodebenk", "konsensus")

    assert refused.value.rule is Rule.NAME_TAKEN
    assert not (tmp_path / "pakke.kodebenk").exists()
