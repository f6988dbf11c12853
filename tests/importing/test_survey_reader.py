import datetime

import pytest
from openpyxl import Workbook

from importing.place_checks import check_document, texts, warning_fields
from kodebenk.domain.document import SourceKind
from kodebenk.errors import Cancelled, SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ColumnUse, ImportedRespondent, ReadOptions
from kodebenk.importing.survey_reader import read_survey

SURVEY = (
    "Navn;Rolle;Hva fungerte?;Hva bør endres?\n"
    'Kari Moen;planlegger;"Møtene var gode.\n\nOg åpne for alle.";\n'
    "Ola Lie;politiker;;Det bør komme tidligere informasjon.\n"
    "Kari Moen;innbygger;Fint at noen lyttet til oss.;Mer tid\n"
    ";innbygger;;\n"
)


@pytest.fixture
def read(tmp_path):
    def read_table(table, name="a.csv", **options):
        path = tmp_path / name
        if isinstance(table, list):
            workbook = Workbook()
            for row in table:
                workbook.active.append(row)
            workbook.save(path)
        else:
            path.write_bytes(table if isinstance(table, bytes) else table.encode())
        document = read_survey(path, ReadOptions(**options))
        check_document(document)
        return document

    return read_table


def uses(document):
    return {column.heading: column.use.value for column in document.columns}


def test_that_answers_stand_below_respondent_and_question(read):
    document = read(SURVEY)
    assert document.kind is SourceKind.SURVEY
    assert document.text.split("\n") == [
        "Kari Moen", "Hva fungerte?", "Møtene var gode.", "Og åpne for alle.",
        "Ola Lie", "Hva bør endres?", "Det bør komme tidligere informasjon.",
        "Kari Moen (2)", "Hva fungerte?", "Fint at noen lyttet til oss.", "Hva bør endres?", "Mer tid",
    ]  # fmt: skip
    assert [(one.level, document.text[one.start : one.end]) for one in document.headings[:3]] == [
        (1, "Kari Moen"),
        (2, "Hva fungerte?"),
        (1, "Ola Lie"),
    ]


def test_that_an_answer_is_a_turn_of_the_respondent_without_a_label_in_the_text(read):
    document = read(SURVEY)
    assert [(turn.label, document.text[turn.start : turn.end]) for turn in document.turns] == [
        ("Kari Moen", "Møtene var gode.\nOg åpne for alle."),
        ("Ola Lie", "Det bør komme tidligere informasjon."),
        ("Kari Moen (2)", "Fint at noen lyttet til oss."),
        ("Kari Moen (2)", "Mer tid"),
    ]
    assert all(turn.start == turn.body_start for turn in document.turns)
    headings = {position for one in document.headings for position in range(one.start, one.end)}
    assert not any(headings.intersection(range(turn.start, turn.end)) for turn in document.turns)


def test_that_respondents_have_the_fixed_answers_and_the_silent_are_told(read):
    document = read(SURVEY)
    assert document.respondents == (
        ImportedRespondent("Kari Moen", {"Rolle": "planlegger"}),
        ImportedRespondent("Ola Lie", {"Rolle": "politiker"}),
        ImportedRespondent("Kari Moen (2)", {"Rolle": "innbygger"}),
        ImportedRespondent("Rad 4", {"Rolle": "innbygger"}),
    )
    assert warning_fields(document) == {"respondents_without_answers": {"count": "1"}}


def test_that_columns_are_described(read):
    columns = {column.heading: column for column in read(SURVEY).columns}
    assert {heading: column.use for heading, column in columns.items()} == {
        "Navn": ColumnUse.NAME,
        "Rolle": ColumnUse.CLOSED,
        "Hva fungerte?": ColumnUse.OPEN,
        "Hva bør endres?": ColumnUse.OPEN,
    }
    role = columns["Rolle"]
    assert (role.answered, role.distinct, role.examples) == (4, 3, ("planlegger", "politiker", "innbygger"))
    assert columns["Navn"].answered == 3


def forms_row(number):
    return [
        number,
        datetime.datetime(2024, 3, 1, 10, number, 5),
        datetime.datetime(2024, 3, 1, 11, number),
        "anonymous",
        None,
        20 + number,
        datetime.date(2024, 3, number),
        "I stor grad" if number % 2 else "I liten grad",
        f"Fordi innspill nummer {number} ble tatt med i planen." if number % 3 else "Nei",
        "E-post;Møte;" if number % 2 else "Møte;",
        0.1 + 0.2 if number % 2 else 3.0,
    ]


FORMS = [
    "ID", "Starttidspunkt", "Fullføringstidspunkt", "E-post", "Navn", "Alder", "Dato", "I hvilken grad?", "Hvorfor?",
    "Hvilke kanaler?", "Poeng",
]  # fmt: skip


def test_that_an_export_of_forms_is_understood(read):
    document = read([FORMS, *(forms_row(number) for number in range(1, 13))], "a.xlsx")
    assert uses(document) == {
        "ID": "name", "Starttidspunkt": "skipped", "Fullføringstidspunkt": "skipped", "E-post": "skipped",
        "Navn": "skipped", "Alder": "closed", "Dato": "closed", "I hvilken grad?": "closed", "Hvorfor?": "open",
        "Hvilke kanaler?": "closed", "Poeng": "closed",
    }  # fmt: skip
    assert document.respondents[0].attributes == {
        "Alder": "21", "Dato": "2024-03-01", "I hvilken grad?": "I stor grad", "Hvilke kanaler?": "E-post;Møte;",
        "Poeng": "0.3",
    }  # fmt: skip
    assert document.respondents[1].attributes["Poeng"] == "3"
    assert document.columns[1].examples[0] == "2024-03-01 10:01:05"
    assert document.columns[2].examples[0] == "2024-03-01 11:01"


@pytest.mark.parametrize(
    ("heading", "values", "use"),
    [
        ("Alder", ["34", "45", "56"], "closed"),
        ("Andel", ["12,5 %", "3 %", "-4"], "closed"),
        ("Født", ["01.02.1980", "1980-03-04", "5/6/79"], "closed"),
        ("Når", ["2024-03-01 10:30", "1.3.2024 11:00", "2024-03-01 12:00:07"], "skipped"),
        ("Kontakt", ["kari@kommune.no", "ola@kommune.no", "x@y.no"], "skipped"),
        ("Maskin", ["10.0.0.1", "192.168.1.9", "8.8.8.8"], "skipped"),
        ("IP-adresse", ["a", "b", "c"], "skipped"),
        ("$created", ["a", "b", "c"], "skipped"),
        ("Tom", ["", " ", ""], "skipped"),
        (
            "Enig?",
            ["Ja, men bare når det gjelder større saker", "Ja, men bare når det gjelder større saker"] * 2,
            "closed",
        ),
        ("Stilling", ["rådgiver", "leder", "planlegger"], "closed"),
        ("Hvorfor?", ["Fordi ingen spurte oss.", "Nei", "-"], "open"),
        ("Annet?", ["Vi ble hørt i alle møter om planen", "", ""], "open"),
    ],
)
def test_that_a_column_is_told_by_its_values(read, heading, values, use):
    answers = [f"Svar {number} er et langt og eget svar på spørsmålet." for number in range(len(values))]
    rows = [["Tekst", heading], *([one, value] for one, value in zip(answers, values, strict=True))]
    assert uses(read(rows, "a.xlsx"))[heading] == use


@pytest.mark.parametrize(
    ("heading", "values", "named"),
    [
        ("Kommune", ["Moss", "Halden", "Råde"], True),
        ("Kommune", ["Moss", "Moss", "Råde"], False),
        ("Alder", ["34", "45", "56"], False),
        ("Løpende", ["11", "12", "13"], True),
        ("respondent", ["R1", "R1", "R2"], True),
        ("svarID", ["934", "871", "455"], True),
    ],
)
def test_that_names_are_found_by_heading_or_where_short_values_differ(read, heading, values, named):
    rows = [
        [heading, "Svar"],
        *([value, f"Et langt nok svar om medvirkning fra {n}."] for n, value in enumerate(values)),
    ]
    document = read(rows, "a.xlsx")
    assert (uses(document)[heading] == "name") == named
    assert document.turns[0].label == (values[0] if named else "Rad 1")


def test_that_the_user_knows_better_than_the_rule(read):
    told = {
        "Navn": ColumnUse.SKIPPED,
        "Rolle": ColumnUse.OPEN,
        "Hva fungerte?": ColumnUse.CLOSED,
        "Borte": ColumnUse.NAME,
    }
    document = read(SURVEY, columns=told)
    assert uses(document) == {
        "Navn": "skipped",
        "Rolle": "open",
        "Hva fungerte?": "closed",
        "Hva bør endres?": "open",
    }
    assert [turn.label for turn in document.turns] == ["Rad 1", "Rad 2", "Rad 2", "Rad 3", "Rad 3", "Rad 4"]
    assert uses(read(SURVEY, columns={"Rolle": ColumnUse.NAME})) == {
        "Navn": "closed",
        "Rolle": "name",
        "Hva fungerte?": "open",
        "Hva bør endres?": "open",
    }


def test_that_headings_that_come_twice_or_are_missing_get_their_own(read):
    rows = [["Navn", "Hvorfor\nslik?", "Hvorfor slik?", None, "Hvorfor slik? (2)"]]
    rows += [[f"P{n}", f"Fordi det er slik {n}.", f"Jo, det er nå slik {n}.", n, "ja"] for n in range(3)]
    assert [column.heading for column in read(rows, "a.xlsx").columns] == [
        "Navn", "Hvorfor slik?", "Hvorfor slik? (2)", "Kolonne 4", "Hvorfor slik? (2) (2)",
    ]  # fmt: skip


def test_that_one_column_of_answers_is_a_survey(read):
    document = read("Hva mener du?\nJeg mener at dette går bra.\nIngen kommentar fra meg i dag.\n")
    assert [turn.label for turn in document.turns] == ["Rad 1", "Rad 2"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_that_text_files_of_any_encoding_are_read(read, encoding):
    document = read(SURVEY.encode(encoding))
    assert document.encoding == encoding
    assert document.text == read(SURVEY).text
    assert read(SURVEY.replace(";", "\t"), "a.tsv").text == document.text


def test_that_a_chosen_encoding_is_used(read):
    assert "Møtene" in read(SURVEY.encode("cp865"), encoding="cp865").text


def test_that_windows_line_ends_of_a_workbook_part_paragraphs(read):
    document = read([["Navn", "Svar"], ["A", "Første avsnitt her._x000D_\nAndre avsnitt her."]], "a.xlsx")
    assert texts(document, document.paragraphs)[2:] == ["Første avsnitt her.", "Andre avsnitt her."]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("Navn;Alder\nKari;34\nOla;45\n", SourceProblem.NO_TEXT),
        ("Navn;Svar\n", SourceProblem.EMPTY),
        ("1;Et langt svar som står i første rad.\n2;Enda et langt svar.\n", SourceProblem.NOT_THE_FORMAT),
        ("2024-03-01;Svar\n2024-03-02;Et langt svar.\n", SourceProblem.NOT_THE_FORMAT),
        ("\n\n", SourceProblem.EMPTY),
        ('Navn;Svar\nKari;"aldri lukket\n', SourceProblem.BAD_ROW),
        ("Navn;Svar\nKari;Et svar her.;for mye\n", SourceProblem.BAD_ROW),
        (b"PK\x03\x04\x00\x00", SourceProblem.NOT_THE_FORMAT),
    ],
)
def test_that_what_is_no_survey_is_refused(read, table, problem):
    with pytest.raises(SourceUnreadable) as caught:
        read(table)
    assert caught.value.problem is problem


def test_that_a_bad_row_is_named_by_its_line(read):
    with pytest.raises(SourceUnreadable) as caught:
        read("Navn;Svar\nKari;Et svar her.\nOla;To;tre\n")
    assert caught.value.place == "line 3"


def test_that_reading_can_be_cancelled(read):
    with pytest.raises(Cancelled):
        read(SURVEY, is_cancelled=lambda: True)
