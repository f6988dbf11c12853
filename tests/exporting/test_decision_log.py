"""Differences and decisions in Word, CSV, Excel, JSON, and the columns after discussion."""

import csv
import json

import docx
import openpyxl
import pytest

from application.coded_project import add_codes, add_interview, code
from exporting.test_word_matrix import texts_of
from kodebenk.analysis.agreement.comparison import DisagreementClass, Measure
from kodebenk.analysis.agreement.decision_log import PlaceStatus
from kodebenk.analysis.agreement.negotiated_agreement import Discussion, Resolution
from kodebenk.application import (
    agreement_report,
    coding_actions,
    consensus_actions,
    consensus_log,
    consensus_report,
    queries,
)
from kodebenk.application.agreement_setup import make_setup
from kodebenk.domain.consensus import DecisionChoice, DecisionTag
from kodebenk.errors import ExportFailed, ExportProblem
from kodebenk.exporting.agreement_method import method_paragraph
from kodebenk.exporting.decision_words import decision_words

ALPHA, BETA, GAMMA, DELTA = (
    "Alfa er det første jeg tenker på.",
    "Beta kom litt etter det",
    "Gamma var det ingen som så.",
    "Delta husker jeg ikke så godt.",
)


@pytest.fixture
def differing(project, tmp_path):
    """One place alike, and three that are not: Mål missing with Bo, Tillit missing with Ane, other ends of Tillit."""
    document_id, codes = add_interview(project, tmp_path), add_codes(project, "Styring/Mål", "Styring/Tillit")
    code(project, document_id, "Ane", codes["Mål"], ALPHA, BETA)
    code(project, document_id, "Bo", codes["Mål"], ALPHA)
    code(project, document_id, "Bo", codes["Tillit"], GAMMA, DELTA)
    code(project, document_id, "Ane", codes["Tillit"], DELTA[:20])
    return project


def compare(project):
    material = agreement_report.read_agreement_material(project.connection)
    return agreement_report.compare_coders(material, make_setup(project, ["Ane,Bo"]))


def settle(project, report, quote, choice, **values):
    place = next(one for one in report.disagreements if one.quote == quote)
    return consensus_actions.decide(project, report, place, choice=choice, **values)


@pytest.fixture
def settled(differing):
    """Of the three one is settled with a note for the codebook, one left open, one not talked about."""
    report = compare(differing)
    ane = queries.find_coder(differing, "Ane").id
    settle(
        differing,
        report,
        BETA,
        DecisionChoice.ACCEPT,
        coder_id=ane,
        reason="Det er et mål.",
        tag=DecisionTag.UNCLEAR_DEFINITION,
        book_note="Si hva et mål er.",
    )
    settle(differing, report, GAMMA, DecisionChoice.DEFER, tag=DecisionTag.AMBIGUITY)
    return differing, report


def read_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_log(project, report):
    material = agreement_report.read_agreement_material(project.connection)
    return consensus_log.read_log(project.connection, report, material)


def export(project, report, path, **options):
    return consensus_log.export_log(read_log(project, report), path, language=options.pop("language", "nb"), **options)


def test_that_the_log_has_every_difference_in_the_order_of_the_text_with_its_status(settled):
    project, report = settled
    log = read_log(project, report)

    assert [(one.number, one.quote, one.status) for one in log.places] == [
        (1, BETA, PlaceStatus.SETTLED),
        (2, GAMMA, PlaceStatus.LEFT_OPEN),
        (3, DELTA, PlaceStatus.OPEN),
    ]
    assert log.places[2].kind is DisagreementClass.BOUNDARY
    resolution = log.resolution
    assert (resolution.differences, resolution.settled, resolution.deferred, resolution.open) == (3, 1, 1, 1)
    (note,) = log.mending
    assert (note.codes, note.place.quote, note.settled.decided_by) == (("Styring/Mål",), BETA, "Ane K.")


def test_that_csv_has_a_row_for_each_difference_and_the_codebook_beside(settled, tmp_path):
    project, report = settled
    written = export(project, report, tmp_path / "logg.csv")

    assert written == (tmp_path / "logg.csv", tmp_path / "logg-codebook.csv")
    first, second, third = read_csv(written[0])
    assert [first[name] for name in ("Nr.", "Kilde", "Side", "Linje", "Sitat")] == ["1", "intervju.txt", "", "5", BETA]
    assert (first["Koder: Ane"], first["Koder: Bo"], first["Forskjell"]) == ("Styring/Mål", "", "Mangler")
    assert first["Status"] == "Avgjort"
    assert (first["Vedtak"], first["I konsensus"]) == ("Slik Ane kodet", f"Mål [{first['Henvisning']}]")
    assert (first["Avgjort av"], first["Begrunnelse"], first["Årsak"]) == (
        "Ane K.",
        "Det er et mål.",
        "uklar definisjon",
    )
    assert first["Avgjort"].endswith("Z")
    assert (second["Status"], second["Vedtak"], second["I konsensus"]) == ("Drøftet, står åpen", "Står åpen", "")
    assert (third["Status"], third["Vedtak"]) == ("Åpen", "")
    assert float(third["Felles"]) == pytest.approx(20 / len(DELTA))
    (note,) = read_csv(written[1])
    assert (note["Koder"], note["Til kodeboka"], note["Rettet"]) == ("Styring/Mål", "Si hva et mål er.", "ikke ennå")


def test_that_excel_has_two_sheets(settled, tmp_path):
    project, report = settled
    (path,) = export(project, report, tmp_path / "log.xlsx", language="en")

    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Differences and decisions", "Codebook to mend"]
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0][:8] == ("No.", "Source", "Reference", "Page", "Line", "Start", "End", "Quotation")
    assert [row[0] for row in rows[1:]] == [1, 2, 3]
    assert "As Ane coded" in rows[1]


def test_that_word_has_both_tables_and_says_how_many_are_settled(settled, tmp_path):
    project, report = settled
    consensus_actions.mark_mended(project, [one.id for one in consensus_actions.decisions(project) if one.book_note])
    export(project, report, tmp_path / "logg.docx")

    document = docx.Document(str(tmp_path / "logg.docx"))
    differences, book = (texts_of(one) for one in document.tables)
    assert differences[0] == ["Nr.", "Sted", "Sitat", "Forskjell", "Koder", "Vedtak", "Begrunnelse"]
    assert [row[0] for row in differences[1:]] == ["1", "2", "3"]
    assert differences[1][4] == "Ane: Mål\nBo: –"
    assert differences[1][5].startswith("Slik Ane kodet\nMål [")
    assert differences[1][6] == "Det er et mål.\nuklar definisjon\nTil kodeboka: Si hva et mål er."
    assert differences[3][3].endswith("67\u00a0% felles")
    assert book[1][0] == "Styring/Mål"
    assert book[1][1].startswith("Si hva et mål er.\nRettet: 20")
    said = "1 av 3 forskjeller er avgjort, 1 er drøftet og latt stå, 1 er ikke drøftet."
    assert said in [one.text for one in document.paragraphs]


def test_that_a_decision_about_a_place_that_is_no_more_is_still_listed(settled, tmp_path):
    project, _ = settled
    coding = next(one for one in queries.codings(project) if one.anchor.quote == BETA)
    coding_actions.remove_coding(project, coding.id)

    log = read_log(project, compare(project))

    last = log.places[-1]
    assert (last.number, last.status, last.quote) == (None, PlaceStatus.ELSEWHERE, BETA)
    assert last.settled.codings[0].code == "Styring/Mål"
    assert log.resolution.settled == 0
    for name in ("logg.csv", "logg.docx", "logg.xlsx"):
        assert consensus_log.export_log(log, tmp_path / name, language="nb")[0].exists()


def test_that_neither_csv_is_written_when_one_exists_and_other_endings_are_refused(settled, tmp_path):
    project, report = settled
    (tmp_path / "logg-codebook.csv").write_text("min", "utf-8")

    with pytest.raises(ExportFailed) as refused:
        export(project, report, tmp_path / "logg.csv")
    assert (refused.value.problem, refused.value.path) == (ExportProblem.EXISTS, tmp_path / "logg-codebook.csv")
    assert not (tmp_path / "logg.csv").exists()
    with pytest.raises(ExportFailed) as refused:
        export(project, report, tmp_path / "logg.pdf")
    assert (refused.value.problem, refused.value.detail) == (ExportProblem.UNKNOWN_FORMAT, ".docx, .xlsx, .csv")
    assert len(export(project, report, tmp_path / "logg.csv", overwrite=True)) == 2


def test_that_a_comparison_without_differences_has_an_empty_log(project, tmp_path):
    document_id, codes = add_interview(project, tmp_path), add_codes(project, "Styring/Mål")
    for coder in ("Ane", "Bo"):
        code(project, document_id, coder, codes["Mål"], ALPHA)
    report = compare(project)

    export(project, report, tmp_path / "logg.docx")

    document = docx.Document(str(tmp_path / "logg.docx"))
    assert document.tables == []
    assert "Koderne skiller ikke lag noe sted." in [one.text for one in document.paragraphs]
    (path,) = export(project, report, tmp_path / "logg.xlsx")
    assert path.exists()


@pytest.mark.parametrize(
    ("all_", "done", "said"), [(15, 4, 27), (100, 29, 29), (1000, 999, 99), (1000, 1000, 100), (3, 0, 0)]
)
def test_that_the_share_that_was_resolved_is_rounded_and_all_only_when_it_is_all(settled, all_, done, said):
    _, report = settled
    paragraph = method_paragraph(report, "nb", Discussion(Resolution(all_, done, 0), None))
    assert f"Etter drøfting er {said}\u00a0% av" in paragraph


def test_that_agreement_after_discussion_stands_in_a_column_of_its_own(settled, tmp_path):
    project, report = settled
    decided = consensus_actions.decisions(project)
    material = agreement_report.read_agreement_material(project.connection)
    after = consensus_report.compare_after(material, report, decided)
    options = {"language": "nb", "after": after, "decisions": decided}
    for name in ("enighet.docx", "enighet.csv", "enighet.json"):
        agreement_report.export_agreement(report, tmp_path / name, **options)

    document = docx.Document(str(tmp_path / "enighet.docx"))
    rows = texts_of(document.tables[0])
    assert rows[0][7:10] == ["α", "95\u00a0% KI", "α etter drøfting"]
    assert (rows[2][0], rows[2][7], rows[2][9]) == ("Mål", "0,53", "1,00")
    assert rows[-2][0] == "Samlet"
    assert rows[-2][9] != rows[-2][7]
    text = "\n".join(one.text for one in document.paragraphs)
    assert "Etter drøfting er 1 av 3 forskjeller avgjort; 1 ble latt stå." in text
    assert "Etter drøfting er 33\u00a0% av 3 forskjeller avgjort." in text
    assert "Etter drøfting er 33\u00a0% av 3 ulikskapar avgjorde." in text
    assert "After discussion 33% of 3 differences were resolved." in text
    first = read_csv(tmp_path / "enighet.csv")[0]
    assert (float(first["alpha"]), float(first["alpha_after"])) == (pytest.approx(1 - 7 / 15), pytest.approx(1))
    found = json.loads((tmp_path / "enighet.json").read_text("utf-8"))
    assert found["resolved"] == {
        "differences": 3,
        "settled": 1,
        "left_open": 1,
        "open": 1,
        "share": pytest.approx(1 / 3),
    }
    assert found["after"]["codes"]["Styring/Mål"]["alpha"] == pytest.approx(1)
    assert found["codes"][0]["alpha"] == pytest.approx(1 - 7 / 15)
    assert found["after"]["pooled"]["alpha"] == after.pooled.averages[Measure.ALPHA].coefficient.value


def test_that_a_report_without_decisions_is_as_it_was(differing, tmp_path):
    report = compare(differing)
    agreement_report.export_agreement(report, tmp_path / "enighet.csv", language="nb")
    agreement_report.export_agreement(report, tmp_path / "enighet.docx", language="nb")

    assert "alpha_after" not in read_csv(tmp_path / "enighet.csv")[0]
    assert "α etter drøfting" not in texts_of(docx.Document(str(tmp_path / "enighet.docx")).tables[0])[0]
    found = agreement_report.report_as_json(report, "nb")
    assert (found["after"], found["resolved"]) == (None, None)
    assert "drøfting" not in found["method"]["nb"]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_that_every_status_choice_and_tag_has_words(language):
    words = decision_words(language)
    for kinds, said in ((PlaceStatus, words.statuses), (DecisionChoice, words.choices), (DecisionTag, words.tags)):
        assert set(said) == set(kinds)
        assert all(said.values())
