import pytest

from counted_reads import counted_reads
from kodebenk.application import document_actions, queries
from kodebenk.application.coding_import import add_placed_rows, import_codings, place_rows, read_coding_rows
from kodebenk.errors import Rule, RuleBroken


def row(quote, **values):
    return {"document": "intervju.txt", "quote": quote, "code": "Mål", **values}


def test_that_rows_are_placed_by_their_quotes_and_new_codes_and_respondents_are_added(small_project):
    report = import_codings(
        small_project,
        [
            row("Ring meg  om noe\ner uklart.", code="Praktisk/Kontakt", stance="for"),
            row("Hvordan kom målene til?", document="notater.txt", respondent="Kari Ny (lærer)", group="Ansatte"),
        ],
        coder_name="Jonas B.",
    )
    assert (report.placed, report.exact, report.unplaced) == (2, 2, ())
    added = [one for one in queries.codings(small_project) if one.coder_id == 2]
    assert [one.anchor.quote for one in added] == ["Ring meg om noe er uklart.", "Hvordan kom målene til?"]
    assert queries.codebook(small_project).find("Praktisk/Kontakt").parent_id is not None
    kari = queries.respondents(small_project)[-1]
    assert (kari.name, kari.attributes["group"]) == ("Kari Ny (lærer)", "Ansatte")
    assert added[1].respondent_ids == (kari.id,)


def test_that_a_respondent_who_speaks_there_anyway_is_not_set_by_hand(small_project):
    import_codings(small_project, [row("Bare hyggelig.", respondent="Berit Lie (kommunedirektør)")])
    one = next(one for one in queries.codings(small_project) if one.anchor.quote == "Bare hyggelig.")
    assert one.attribution.value == "speaker"
    assert queries.respondents_by_id(small_project)[1].aliases == ("Berit Lie (kommunedirektør)",)


def test_that_what_cannot_be_placed_is_listed_with_its_row_and_reason(small_project):
    report = import_codings(
        small_project,
        [
            row("Dette har ingen noensinne sagt i dette intervjuet"),
            row("Bare hyggelig.", document="finnes-ikke.txt"),
            row("Bare hyggelig.", stance="kanskje"),
            row("Bare hyggelig.", code=" "),
        ],
    )
    assert report.placed == 0
    assert [(one.row, one.reason) for one in report.unplaced] == [
        (1, "quote_not_found"),
        (2, "not_found"),
        (3, "value_not_allowed"),
        (4, "name_empty"),
    ]


def test_that_a_start_or_a_respondent_settles_a_quote_that_occurs_twice(small_project):
    text = queries.text_of(small_project, 1).text
    second = text.index("De ble hørt")
    report = import_codings(small_project, [row("De", start=str(second)), row("Hos oss", respondent="Halvor Nes")])
    assert report.placed == 2
    assert second in [one.passage.start for one in queries.codings(small_project) if one.anchor.quote == "De"]


def test_that_a_line_settles_a_quote_that_occurs_twice(small_project):
    text = queries.text_of(small_project, 1)
    second = text.text.index("De ble hørt")
    import_codings(small_project, [row("De", line=str(text.place_of(second, second + 2).line))])
    assert [one.passage.start for one in queries.codings(small_project) if one.anchor.quote == "De"] == [second]


def test_that_a_quote_that_nothing_settles_is_placed_first_and_reported(small_project):
    report = import_codings(small_project, [row("Hos"), row("Det")])
    (twice,) = report.ambiguous
    first = queries.text_of(small_project, 1).text.index("Det")
    assert (twice.row, twice.start) == (2, first)
    assert twice.places >= 2
    assert report.placed == 2


def test_that_a_misspelt_quote_is_placed_and_reported_with_its_score(small_project):
    report = import_codings(small_project, [row("Vi viste ikke hva vi fik igjen for pengene.")])
    (fuzzy,) = report.fuzzy
    text = queries.text_of(small_project, 1).text
    assert text[fuzzy.start : fuzzy.end] == "Vi visste ikke hva vi fikk igjen for pengene."
    assert 85 <= fuzzy.score < 100
    assert (report.placed, report.exact) == (1, 0)


def test_that_importing_twice_adds_nothing_the_second_time_and_one_undo_takes_all_back(small_project):
    before = len(queries.codings(small_project))
    rows = [row("Bare hyggelig."), row("Takk for praten.")]
    import_codings(small_project, rows)
    again = import_codings(small_project, rows)
    assert again.known == 2
    assert len(queries.codings(small_project)) == before + 2
    small_project.undo()
    assert len(queries.codings(small_project)) == before


def test_that_more_rows_of_the_same_codes_coders_and_people_ask_nothing_more_of_the_file(small_project):
    said = [row("Bare hyggelig.", code="Ny", coder="Ola", respondent="Kari", group="A")]
    said.append(row("Takk for praten.", code="Ny", coder="Ola", respondent="Kari", group="A"))
    reads = []
    for rows in (said[:1], said[:1], said):  # the first time, the project reads what it keeps
        found = place_rows(small_project, rows)
        with counted_reads() as asked:
            add_placed_rows(small_project, found)
        reads.append(len(asked))
        small_project.undo()
    assert reads[2] == reads[1] > 0


def test_that_two_ways_to_write_a_path_mean_the_same_new_code(small_project):
    import_codings(small_project, [row("Bare hyggelig.", code="Ny/Kode"), row("Takk for praten.", code="Ny / Kode")])
    assert [code.name for code in queries.codebook(small_project).codes].count("Kode") == 1


def test_that_a_file_without_a_needed_column_is_refused(tmp_path):
    path = tmp_path / "koder.csv"
    path.write_text("document,quote\nintervju.txt,hei\n", "utf-8")
    with pytest.raises(RuleBroken) as caught:
        read_coding_rows(path)
    assert (caught.value.rule, caught.value.fields["column"]) == (Rule.COLUMN_MISSING, "code")


def test_that_rows_whose_document_went_after_they_were_placed_are_listed_as_unplaced(small_project):
    found = place_rows(small_project, [row("Takk for praten."), row("fikk dem på e-post", document="notater.txt")])
    assert len(queries.codings(small_project)) == 10
    document_actions.delete_document(small_project, queries.find_document(small_project, "intervju.txt").id)
    report = add_placed_rows(small_project, found)
    assert (report.placed, report.exact) == (1, 1)
    assert [(one.row, one.reason) for one in report.unplaced] == [(1, Rule.NOT_FOUND)]
