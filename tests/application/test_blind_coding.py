"""That a blind coder, and a reader of whom nobody said who it is, learn nothing of what others did."""

import json

import pytest

from application.twin_projects import INTERVIEW, NOTES, SECRET, code, content_of, make_twins, plain
from conftest import make_small_project, passage_of
from kodebenk.__main__ import main
from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.application import (
    agreement_report,
    codebook_files,
    coding_actions,
    coding_files,
    coding_queries,
    coding_tasks,
    comparison_reading,
    consensus_actions,
    correction_preview,
    document_actions,
    matrix_actions,
    matrix_report,
    merge_plan,
    project_check,
    queries,
    respondent_actions,
    respondent_queries,
    sight,
    text_correction,
    unplaced_actions,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coder import Sight
from kodebenk.domain.matrix import CellContent, CellKey, ColumnKey, ColumnKind, MatrixSpec, RowKind, SynthesisKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coding_store

ANE, BO = "Ane K.", "Bo B."
READERS = pytest.mark.parametrize("reader", [BO, "", "Ukjent Person"], ids=["blind", "nobody", "stranger"])

SPECS = [
    MatrixSpec(rows=rows, columns=columns, content=content, band=band)
    for rows, band in (
        (RowKind.RESPONDENTS, "group"),
        (RowKind.BOTH, ""),
        (RowKind.DOCUMENTS, ""),
        (RowKind.GROUPS, "group"),
        (RowKind.SECTIONS, ""),
    )
    for columns in (ColumnKind.CODES, ColumnKind.THEMES)
    for content in CellContent
]
READINGS = {
    "codings": queries.codings,
    "codings of the document": lambda project: queries.codings(project, document_id=INTERVIEW),
    "codings by coder": lambda project: [
        queries.codings(project, document_id=INTERVIEW, coder_ids=[one.id]) for one in queries.coders(project)
    ],
    "codings by number": lambda project: queries.codings(project, document_id=INTERVIEW, coding_ids=list(range(1, 99))),
    "marks": lambda project: queries.coding_marks(project, INTERVIEW),
    "marks by number": lambda project: queries.coding_marks(project, INTERVIEW, list(range(1, 99))),
    "counts by code": lambda project: dict(queries.coding_counts(project)),
    "counts by document": lambda project: dict(queries.codings_by_document(project)),
    "counts by respondent": lambda project: dict(queries.codings_by_respondent(project)),
    "counts for everybody": queries.common_codings,
    "documents finished for everybody": queries.common_finished,
    "documents": queries.documents,
    "progress": lambda project: dict(coding_queries.reading_progress(project)),
    "history": queries.history,
    "listed codings": coding_files.list_codings,
    "codebook": codebook_files.list_codes,
    "unplaced": unplaced_actions.list_unplaced,
    "unplaced, at opening": project_check.misplaced_codings,
    "check": lambda project: project_check.check_project(project).unplaced,
    "belongings": lambda project: [
        respondent_queries.belongings_of(project, one.id) for one in queries.respondents(project)
    ],
    "decisions": consensus_actions.decisions,
    "comparison": lambda project: comparison_reading.read_comparison(project.path, project.reader_name, None),
    "search": lambda project: list(queries.search(project, "mål")),
    "correction": lambda project: correction_preview.preview_correction(project, INTERVIEW, _corrected(project)),
    "correction in a worker": lambda project: correction_preview.preview_in_worker(
        project.path, INTERVIEW, _corrected(project), project.reader_name
    ),
    "matrices": lambda project: [matrix_report.build(project, spec) for spec in SPECS],
    "matrices in a worker": lambda project: [
        matrix_report.build_in_worker(project.path, spec, project.title, reader_name=project.reader_name)
        for spec in SPECS
    ],
}

COMMANDS = {
    "info": [],
    "codes": [],
    "codings": [],
    "codings --coder": ["--coder", ANE],
    "codings --code": ["--code", "Tillit"],
    "respondents": [],
    "matrix": [],
    "matrix --rows": ["--rows", "both", "--columns", "codes"],
    "matrix --by": ["--rows", "groups:group", "--cells", "counts"],
    "search": ["mål"],
    "text": ["intervju.txt"],
    "speakers": ["intervju.txt"],
    "guide": [],
    "tasks": [],
    "sample": [],
    "history": [],
    "check": [],
}
FILES = (
    *(("codings", ending) for ending in ("csv", "xlsx", "jsonl", "docx")),
    *(("codes", ending) for ending in ("csv", "xlsx", "docx", "qdc")),
    *(("matrix", ending) for ending in ("csv", "xlsx", "docx", "html")),
    *(("history", ending) for ending in ("csv", "xlsx", "jsonl", "docx")),
)


@pytest.fixture(scope="module")
def twins(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:  # or a table of shared words is longer where a second went by
        patch.setattr("kodebenk.storage.history_store.now", lambda: "2026-05-12T14:06:31Z")
        return make_twins(tmp_path_factory.mktemp("tvillinger"))


def _corrected(project):
    return queries.text_of(project, INTERVIEW).text.replace("budsjett", "regnskap").replace("De målene", "Målene")


@READERS
@pytest.mark.parametrize("name", READINGS)
def test_that_a_reading_is_that_of_a_project_in_which_the_other_never_coded(twins, reader, name):
    with twins.open(reader) as (coded, never):
        shown, expected = (plain(repr(READINGS[name](project))) for project in (coded, never))

    assert shown == expected
    assert SECRET not in shown


@pytest.mark.parametrize("name", sorted(READINGS.keys() - {"documents finished for everybody", "counts for everybody"}))
def test_that_the_same_readings_differ_for_who_is_not_blind(twins, name):
    if name in ("decisions", "search", "codings by number", "marks by number"):
        return
    with twins.open(ANE) as (coded, never):
        shown, expected = (plain(repr(READINGS[name](project))) for project in (coded, never))

    assert shown != expected


def _run(capsys, path, command, reader, *more):
    name, *_ = command.split(" ")
    who = ["--as", reader] if reader else []
    capsys.readouterr()
    status = main([name, str(path), *COMMANDS[command], *who, *more, "--lang", "nb"])
    written = capsys.readouterr()
    return status, plain(written.out.replace(str(path.parent), "‹mappe›")), plain(written.err)


@pytest.mark.parametrize("reader", [BO, ""], ids=["blind", "nobody"])
@pytest.mark.parametrize("command", COMMANDS)
def test_that_a_command_says_what_it_says_of_a_project_in_which_the_other_never_coded(twins, capsys, reader, command):
    for form in ([], ["--json"]):
        shown, expected = (_run(capsys, path, command, reader, *form) for path in (twins.coded, twins.never))

        assert shown == expected
        assert shown[0] == 0
        assert SECRET not in shown[1] + shown[2]
        if form:
            json.loads(shown[1])


@pytest.mark.parametrize("reader", [BO, ""], ids=["blind", "nobody"])
@pytest.mark.parametrize(("command", "ending"), FILES)
def test_that_a_file_holds_what_it_holds_of_a_project_in_which_the_other_never_coded(
    twins, capsys, tmp_path, reader, command, ending
):
    found = []
    for path in (twins.coded, twins.never):
        target = tmp_path / path.parent.name / f"ut.{ending}"
        target.parent.mkdir()
        status, _, said = _run(capsys, path, command, reader, "--out", str(target))
        assert status == 0, said
        found.append(content_of(target))

    assert found[0] == found[1]
    assert SECRET not in "".join(found[0].values())


def test_that_a_command_says_that_something_is_left_out_and_how_to_see_it(twins, capsys):
    _, _, to_nobody = _run(capsys, twins.coded, "codings", "", "--json")
    _, _, to_bo = _run(capsys, twins.coded, "codings", BO)
    _, listed, to_ane = _run(capsys, twins.coded, "codings", ANE)
    _, _, elsewhere = _run(capsys, twins.coded, "text", "")

    assert "1 kilde kodes blindt nå" in to_nobody
    assert "--as NAVN" in to_nobody
    assert "Bo B. koder 1 kilde blindt" in to_bo
    assert (to_ane, elsewhere) == ("", "")
    assert "Det begynte med et budsjett" in listed


def test_that_comparing_is_refused_as_long_as_the_one_who_works_is_blind(twins, capsys):
    for reader in (BO, ""):
        who = ["--as", reader] if reader else []
        arguments = ["agreement", str(twins.coded), "--coders", f"{ANE},{BO}", "--documents", "intervju.txt"]
        assert main([*arguments, *who]) == 1
        written = capsys.readouterr()
        assert written.out == ""
        assert SECRET not in written.err


# What the one who works does themselves


@pytest.fixture
def blind(tmp_path):
    """The project open as Bo, who codes the interview blind."""
    paths = make_twins(tmp_path)
    with OpenProject.open(paths.coded, coder_name=BO) as project:
        yield project


def hidden_ids(project):
    everything = coding_store.list_codings(project.connection, document_id=INTERVIEW, with_unplaced=True)
    bo = queries.find_coder(project, BO).id
    return [one.id for one in everything if one.coder_id != bo]


def test_that_a_hidden_coding_cannot_be_asked_for_or_changed(blind):
    for coding_id in hidden_ids(blind):
        for act in (
            lambda one: queries.coding(blind, one),
            lambda one: coding_files.list_coding(blind, one),
            lambda one: coding_actions.remove_coding(blind, one),
            lambda one: coding_actions.edit_coding(blind, one, comment="x"),
            lambda one: coding_actions.recode(blind, one, 2),
            lambda one: unplaced_actions.place_coding(blind, one, 0, 5),
        ):
            with pytest.raises(RuleBroken) as told:
                act(coding_id)
            assert told.value.rule is Rule.NOT_FOUND


def test_that_the_same_coding_as_a_hidden_one_can_be_made(blind):
    made = code(blind, BO, "De målene lever ennå.", "Forankring")

    assert queries.coding(blind, made).round == 1


def test_that_a_change_of_the_other_cannot_be_undone_or_told(blind):
    assert blind.next_to_undo() is None
    with pytest.raises(RuleBroken) as told:
        blind.undo()
    assert told.value.rule is Rule.NOTHING_TO_UNDO

    code(blind, BO, "De målene lever ennå.", "Forankring")
    assert blind.undo().name is ChangeName.APPLY_CODE
    assert blind.next_to_redo().name is ChangeName.APPLY_CODE
    blind.work_as(ANE)
    blind.redo()
    assert blind.undo() is not None
    blind.undo()
    blind.work_as(BO)
    assert blind.next_to_redo() is None


def test_that_a_corrected_text_moves_hidden_codings_and_tells_nothing_of_them(blind):
    quotes = {one: blind_quote(blind, one) for one in hidden_ids(blind)}
    text = queries.text_of(blind, INTERVIEW).text
    new = text.replace("Intervju med to ledere", "Et langt intervju med to ledere")

    preview = correction_preview.preview_correction(blind, INTERVIEW, new)
    report = text_correction.apply_correction(blind, preview)

    own = {one.id for one in queries.codings(blind, document_id=INTERVIEW)}
    assert {one.coding_id for one in preview.codings} == own
    assert {one.coding_id for one in report.codings} == own
    for coding_id, (start, quote, unplaced) in quotes.items():
        moved, stays, lost = blind_quote(blind, coding_id)
        assert stays == quote
        assert unplaced or (moved == start + len("Et langt "), lost) == (True, "")


def blind_quote(project, coding_id):
    (one,) = coding_store.list_codings(project.connection, coding_ids=[coding_id], with_unplaced=True)
    return one.passage.start, one.anchor.quote, one.unplaced


def test_that_own_choices_about_a_correction_hold_beside_the_hidden_codings(blind):
    from kodebenk.application.correction_choices import set_aside

    own = next(one for one in queries.codings(blind, document_id=INTERVIEW))
    preview = correction_preview.preview_correction(blind, INTERVIEW, _corrected(blind))
    text_correction.apply_correction(blind, set_aside(preview, [own.id]))

    assert [one.coding.id for one in unplaced_actions.list_unplaced(blind, INTERVIEW)] == [own.id]


def test_that_deleting_a_code_or_document_counts_only_what_is_seen(blind, tmp_path):
    from kodebenk.application.codebook_actions import delete_code

    tillit = queries.codebook(blind).find("Tillit").id
    seen = queries.coding_counts(blind)[tillit]
    assert delete_code(blind, tillit) == seen
    blind.undo()
    own = queries.codings_by_document(blind)[INTERVIEW]
    assert document_actions.delete_document(blind, INTERVIEW) == own
    assert not coding_store.list_codings(blind.connection, document_id=INTERVIEW, with_unplaced=True)


def test_that_hidden_cells_can_be_neither_read_nor_written(blind):
    spec = MatrixSpec(columns=ColumnKind.CODES, code_ids=(2, 3, 5, 6))
    matrix = matrix_report.build(blind, spec)
    before = _cells(blind)
    row, column, cell = matrix.rows[0], matrix.columns[0].key, matrix.cell(0, 0)

    for act in (
        lambda: matrix_actions.write_summary(blind, row, column, cell, "Mitt"),
        lambda: matrix_actions.confirm_cell(blind, row, column, cell),
        lambda: matrix_actions.set_cell_state(blind, row, column, None),
        lambda: matrix_actions.write_synthesis(blind, column, SynthesisKind.PATTERNS, "Mitt"),
        lambda: matrix_actions.import_cells(blind, [matrix_actions.CellRow(row.label, "Tillit", "Mitt")]),
    ):
        with pytest.raises(RuleBroken) as told:
            act()
        assert told.value.rule is Rule.STILL_BLIND
        assert told.value.fields == {"coder": BO, "documents": ["intervju.txt"]}
    assert _cells(blind) == before


def _cells(project):
    from kodebenk.storage import matrix_store

    return matrix_store.read_cells(project.connection)


def test_that_own_cells_of_a_hidden_row_stay_to_be_read(small_project):
    small_project.work_as(BO)
    spec = MatrixSpec(columns=ColumnKind.CODES, code_ids=(2,))
    matrix = matrix_report.build(small_project, spec)
    matrix_actions.write_summary(small_project, matrix.rows[0], ColumnKey(2), matrix.cell(0, 0), "Mitt eget")
    coding_tasks.assign(small_project, [INTERVIEW], BO)

    assert matrix_report.build(small_project, spec).cell(0, 0).summary == "Mitt eget"
    assert list(_cells(small_project)) == [CellKey(ColumnKey(2), respondent_id=1)]


def test_that_a_merge_is_refused_where_it_would_tell(blind, tmp_path):
    other = tmp_path / "kopi.kodebenk"
    blind.save_copy(other)
    for plan in (
        lambda: merge_plan.plan_merge(blind, other),
        lambda: merge_plan.plan_in_worker(blind.path, other, reader_name=BO),
        lambda: merge_plan.plan_in_worker(blind.path, other),
    ):
        with pytest.raises(RuleBroken) as told:
            plan()
        assert told.value.rule is Rule.STILL_BLIND


def test_that_own_progress_is_told_and_that_of_others_is_not(blind):
    assert queries.document(blind, INTERVIEW).progress == 0.0
    document_actions.set_progress(blind, INTERVIEW, 0.25)
    assert queries.document(blind, INTERVIEW).progress == 0.25
    blind.work_as(ANE)
    document_actions.set_progress(blind, INTERVIEW, 0.75)
    blind.work_as(BO)
    assert queries.document(blind, INTERVIEW).progress == 0.25


def test_that_a_respondent_named_in_hidden_codings_is_not_deleted(blind):
    respondent_id = respondent_actions.add_respondent(blind, "Solveig Moen")
    blind.work_as(ANE)
    code(blind, ANE, "Takk for praten.", "Forankring", respondent_ids=[respondent_id])
    for name, rule in ((ANE, Rule.RESPONDENT_IN_USE), (BO, Rule.STILL_BLIND)):
        blind.work_as(name)
        with pytest.raises(RuleBroken) as told:
            respondent_actions.delete_respondent(blind, respondent_id)
        assert told.value.rule is rule
        assert told.value.fields.get("codings") == (1 if name == ANE else None)


# Its end


def test_that_everything_shows_when_the_task_is_finished(blind):
    task = coding_tasks.task_of(blind, INTERVIEW)
    coding_tasks.finish(blind, [task.id])

    seen = {one.id for one in queries.codings(blind, document_id=INTERVIEW)}
    assert len(seen) == len(hidden_ids(blind)) + 2 - 2  # the layer is seen when asked for, the unplaced is listed apart
    assert any(SECRET in one.comment for one in queries.codings(blind))
    assert unplaced_actions.list_unplaced(blind)
    assert any(SECRET in one.summary for one in _seen_cells(blind))
    assert SECRET in repr(matrix_report.build(blind, MatrixSpec(columns=ColumnKind.CODES)).synthesis)
    assert queries.document(blind, INTERVIEW).progress == 0.95
    compared = agreement_report.compare_coders(
        agreement_report.read_agreement_material(blind.connection),
        AgreementSetup(raters=(Rater(ANE, 1), Rater(BO, queries.find_coder(blind, BO).id)), documents=(INTERVIEW,)),
    )
    sight.refuse_blind(blind, compared.setup.documents)


def _seen_cells(project):
    matrix = matrix_report.build(project, MatrixSpec(columns=ColumnKind.CODES))
    return [matrix.cell(row, column) for row in range(len(matrix.rows)) for column in range(len(matrix.columns))]


def test_that_everything_shows_after_unblinding_and_that_the_record_is_there(blind):
    task = coding_tasks.task_of(blind, INTERVIEW)
    coding_tasks.unblind(blind, [task.id], "  Opplæring:  vi så på det sammen ")

    assert any(SECRET in one.comment for one in queries.codings(blind))
    unblinded = coding_tasks.task_of(blind, INTERVIEW)
    assert unblinded.unblinded_because == "Opplæring: vi så på det sammen"
    assert unblinded.unblinded_at
    assert not unblinded.is_finished
    recorded = queries.history(blind)[-1]
    assert (recorded.name, recorded.coder) == (ChangeName.UNBLIND, BO)
    assert recorded.details["reason"] == "Opplæring: vi så på det sammen"


def test_that_undoing_everything_one_can_makes_nobody_blind_again(blind):
    task = coding_tasks.task_of(blind, INTERVIEW)
    coding_tasks.finish(blind, [task.id])
    undo_all(blind)
    assert not sight.sight_of(blind).is_blind
    assert coding_tasks.task_of(blind, INTERVIEW).is_finished
    coding_tasks.reopen(blind, task.id)
    undo_all(blind)
    coding_tasks.withdraw(blind, [task.id])
    undo_all(blind)
    assert not sight.sight_of(blind).is_blind


def undo_all(project):
    while project.next_to_undo() is not None:
        undone = project.undo()
        assert undone.name not in (ChangeName.FINISH_TASK, ChangeName.UNBLIND)


def test_that_who_works_next_sees_their_own_and_that_subscribers_are_told(blind):
    told = []
    blind.subscribe(told.append)
    seen_by_bo = queries.coding_counts(blind)

    blind.work_as(ANE)
    seen_by_ane = queries.coding_counts(blind)
    blind.work_as(BO)

    assert sum(seen_by_ane.values()) > sum(seen_by_bo.values())
    assert queries.coding_counts(blind) == seen_by_bo
    assert len(told) == 2
    for change in told:
        assert change.touches("coding")
        assert change.touches("matrix_cell")
        assert change.touches("coding_task")
        assert change.documents == {INTERVIEW, NOTES}
        assert change.change_id == 0


def test_that_a_change_of_tasks_tells_views_of_codings(blind):
    told = []
    blind.subscribe(told.append)
    coding_tasks.finish(blind, [coding_tasks.task_of(blind, INTERVIEW).id])

    (change,) = told
    assert change.touches("coding")
    assert change.rows["coding"] == frozenset()
    assert change.documents == {INTERVIEW}


def test_that_own_codings_of_earlier_rounds_are_hidden_in_the_next(tmp_path):
    with make_small_project(tmp_path) as project:
        before = len(queries.codings(project, document_id=INTERVIEW))
        assert before
        coding_tasks.start_round(project)
        coding_tasks.assign(project, [INTERVIEW], ANE)

        assert queries.codings(project, document_id=INTERVIEW) == []
        passage = passage_of(project, INTERVIEW, "De målene lever ennå.")
        coding_actions.apply_code(project, passage, queries.codebook(project).find("Forankring").id)
        (again,) = queries.codings(project, document_id=INTERVIEW)
        assert again.round == 2
        told = [one.details.get("place") for one in queries.history(project) if one.name is ChangeName.APPLY_CODE]
        assert len(told) == 4  # three of the notes, and the one made now


def test_that_sight_takes_the_strictest_of_several_tasks(project, tmp_path):
    (tmp_path / "a.txt").write_text("Ane: Ja, det tror jeg.\n", "utf-8")
    (document_id,) = document_actions.import_files(project, [tmp_path / "a.txt"]).document_ids
    coding_tasks.assign(project, [document_id], "Bo B.")
    coding_tasks.start_round(project)
    coding_tasks.assign(project, [document_id], "Bo B.")
    bo = queries.find_coder(project, "Bo B.").id

    assert sight.sight_in(project.connection, "bo b.") == Sight(bo, {document_id: 2})
    assert sight.sight_in(project.connection, "Ane K.") == Sight(1)
    assert sight.sight_in(project.connection, "") == Sight(None, {document_id: 2})
    assert sight.common_sight(project).hidden == {document_id: 2}


def test_that_what_ane_does_is_really_there(twins):
    with twins.open(ANE) as (coded, never):
        assert len(queries.codings(coded, document_id=INTERVIEW)) == 2 + 4
        assert len(queries.codings(never, document_id=INTERVIEW)) == 2
