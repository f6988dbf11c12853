from dataclasses import replace

import pytest

from exporting.example_matrix import answered, quotation
from kodebenk.analysis.theme_matrix import BandCount, MatrixCell, SummarySentence
from kodebenk.domain.coding import CodingKind, Stance
from kodebenk.domain.document import SourceKind
from kodebenk.domain.matrix import CellContent, CellState, RowKind
from kodebenk.exporting.matrix_text import (
    band_count,
    band_heading,
    band_name,
    banded_rows,
    cell_lines,
    column_counts,
    column_groups,
    legend,
    matrix_notes,
    plain_text,
    stale_text,
    written_synthesis,
)
from kodebenk.exporting.quote_entries import place_of, quote_entries, render_quotation, row_label
from kodebenk.exporting.wording import matrix_words


def summary_of(cell, words):
    return plain_text(cell_lines(cell, CellContent.SUMMARY, words))


def test_that_a_summary_shows_each_citation_once_and_the_stance(words):
    quotes = (quotation(1, "R1:9"), quotation(2, "R1:9"), quotation(3, "R1:17"))
    sentence = SummarySentence("Målene var andres.", ("R1:9", "R1:9", "R1:17"), (1, 2, 3))
    cell = MatrixCell(CellState.ANSWERED, sentences=(sentence,), quotes=quotes, stances={Stance.FOR: 1})

    assert summary_of(cell, words) == "Målene var andres. [R1:9] [R1:17]\nFor"
    assert [one.coding_id for one in cell_lines(cell, CellContent.SUMMARY, words)[0].fragments if one.coding_id] == [
        1,
        3,
    ]


def test_that_a_citation_of_a_coding_outside_the_cell_keeps_its_coding(words):
    cell = MatrixCell(CellState.ANSWERED, sentences=(SummarySentence("Slik var det.", ("?",), (99,)),))

    line = cell_lines(cell, CellContent.SUMMARY, words)[0]

    assert line.text == "Slik var det. [?]"
    assert [fragment.coding_id for fragment in line.fragments] == [None, None, 99]


def test_that_a_sentence_without_evidence_is_marked(words):
    cell = MatrixCell(CellState.ANSWERED, sentences=(SummarySentence("Et inntrykk."),))

    assert summary_of(cell, words) == "Et inntrykk. (uten belegg)"


def test_that_an_answer_without_summary_shows_its_references(words):
    assert summary_of(answered([quotation(1)], sentences=()), words) == "Uten sammendrag\n[R1:9]\nBlandet"


@pytest.mark.parametrize(
    ("state", "label"),
    [
        (CellState.ASKED_UNCLEAR, "Spurt, uklart svar"),
        (CellState.NOT_ASKED, "Ikke spurt"),
        (CellState.NOT_APPLICABLE, "Ikke aktuelt"),
        (CellState.NOT_CODED, "Ikke kodet ennå"),
    ],
)
@pytest.mark.parametrize("content", list(CellContent))
def test_that_a_state_is_written_with_its_reason(words, state, label, content):
    cell = MatrixCell(state, reason="Møtet ble avbrutt.")

    assert plain_text(cell_lines(cell, content, words)) == f"{label}\nMøtet ble avbrutt."


def test_that_a_stale_summary_says_what_came_and_went(words):
    cell = answered([quotation(1)], stale=True, new_codings=2, gone_codings=1)

    assert "\n2 nye kodinger, 1 koding borte\n" in summary_of(cell, words)
    assert stale_text(replace(cell, new_codings=0, gone_codings=0), words) == "kodinger endret"


def test_that_quotes_stand_in_quotation_marks_with_their_reference(words):
    cell = answered([quotation(1, text="Vi fikk ikke velge.")])

    assert plain_text(cell_lines(cell, CellContent.QUOTES, words)) == "«Vi fikk ikke velge.» [R1:9]\nBlandet"


def test_that_counts_count_codings_and_stances(words):
    cell = answered([quotation(1)], codings=3, stances={Stance.AGAINST: 2, Stance.FOR: 1})

    assert plain_text(cell_lines(cell, CellContent.COUNTS, words)) == "3 kodinger\n1 for, 2 mot"


@pytest.mark.parametrize("kind", [SourceKind.NOTES, SourceKind.FIELDNOTES])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_that_notes_are_never_direct_speech(kind, language):
    rendering = render_quotation(quotation(1, document_kind=kind), matrix_words(language))

    assert rendering.lead
    assert not set("«»“”") & set(rendering.text + rendering.lead)


def test_that_a_paraphrase_in_a_transcript_is_rendered(words):
    rendering = render_quotation(quotation(1, text="De ville ikke.", kind=CodingKind.PARAPHRASE), words)

    assert (rendering.lead, rendering.text) == ("Gjengitt:", "De ville ikke.")


def test_that_places_name_page_and_lines(words):
    assert place_of(quotation(1), words) == "s. 3, linje 42–45"
    assert place_of(quotation(1, page=None, last_line=42), words) == "linje 42"
    assert place_of(quotation(1), matrix_words("en")) == "p. 3, lines 42–45"


def test_that_codings_of_the_same_passage_share_an_entry(matrix, words):
    twice = (quotation(900, start=5, end=9), quotation(901, start=5, end=9, code_name="Tillit", coder="Bo L."))
    cells = (tuple(answered([quote]) for quote in twice),)
    small = replace(matrix, rows=matrix.rows[:1], columns=matrix.columns[:2], cells=cells, bands=())

    (entry,) = quote_entries(small, words)

    assert entry.coding_ids == (900, 901)
    assert entry.codings == ("Medvirkning · Blandet · Ane K.", "Tillit · Blandet · Bo L.")
    assert (entry.who, entry.source) == ("R1, Kommunedirektør", "Intervju 1 (intervju, utskrift)")


def test_that_entries_hold_every_quotation_once(matrix, words):
    ids = [coding_id for entry in quote_entries(matrix, words) for coding_id in entry.coding_ids]

    assert sorted(ids) == sorted(quote.coding_id for quote in matrix.quotations)


def test_that_columns_say_how_many_were_asked(matrix, words):
    counts = [column_counts(matrix, column, words) for column in matrix.columns[:3]]

    assert counts == ["8 av 8 spurte", "7 av 7 spurte · 1 ikke aktuelt", "7 av 7 spurte · 1 ikke spurt"]


@pytest.mark.parametrize(
    ("rows", "expected"), [(RowKind.DOCUMENTS, "8 av 8 dokumenter"), (RowKind.GROUPS, "8 av 8 grupper")]
)
def test_that_documents_and_groups_are_not_asked(matrix, words, rows, expected):
    of_rows = replace(matrix, spec=replace(matrix.spec, rows=rows))

    assert column_counts(of_rows, matrix.columns[0], words) == expected


def test_that_bands_count_answers_and_stances(words):
    assert band_count(BandCount(2, 3, (Stance.AGAINST, Stance.FOR)), words) == "2 av 3 · 1 for, 1 mot"
    assert band_count(BandCount(0, 1), words) == "0 av 1"


def test_that_an_unbanded_matrix_has_no_band(matrix):
    unbanded = replace(matrix, bands=(replace(matrix.bands[0], name="", row_indexes=tuple(range(8))),))

    assert banded_rows(unbanded) == ((None, tuple(range(8))),)
    assert [indexes for _, indexes in banded_rows(matrix)] == [(0, 1), (2, 3), (4, 5, 6), (7,)]


def test_that_the_group_attribute_is_named_in_the_language(matrix, words):
    assert band_heading(matrix, words) == "Rolle"
    assert band_heading(replace(matrix, spec=replace(matrix.spec, band="group")), words) == "Gruppe"


def test_that_neighbouring_columns_share_their_theme(matrix):
    assert column_groups(matrix.columns) == (("Styring", 1), ("Medvirkning", 2), ("", 2))


def test_that_unwritten_synthesis_is_left_out(matrix):
    assert [kind.value for kind, _ in written_synthesis(matrix)] == ["similarities"]


def test_that_the_legend_explains_the_states_that_occur(matrix, words):
    assert [name for name, _ in legend(matrix, words)] == [
        "Spurt, uklart svar",
        "Ikke spurt",
        "Ikke aktuelt",
        "Ikke kodet ennå",
    ]
    only_answers = replace(matrix, cells=((answered([quotation(1)]),) * 5,))
    assert legend(only_answers, words) == ()


def test_that_notes_say_what_is_left_out_and_who_could_be_recognised(matrix, words):
    notes = matrix_notes(matrix, words)

    assert "Tallene teller respondenter, ikke kodinger." in notes
    assert "3 kodinger i disse kodene er ikke knyttet til noen respondent og står ikke i tabellen." in notes
    assert "1 celle er ikke kodet ennå." in notes
    assert notes[-1] == "Små grupper: Ukjent (1). Svarene kan peke ut enkeltpersoner."


def test_that_a_plain_matrix_has_only_the_notes_that_concern_it(matrix, words):
    plain = replace(matrix, cells=((answered([quotation(1)]),) * 5,), unattributed=0, small_groups=())

    assert matrix_notes(plain, words) == ("Tallene teller respondenter, ikke kodinger.", words.references_note)


def test_that_a_citation_leads_to_the_quotation_of_the_same_passage_by_another_coder(words):
    quote = quotation(1, "R1:9", start=10, end=20)
    evidence = frozenset({(1, 10, 20), (2, 10, 20), (3, 30, 40)})
    sentence = SummarySentence("Slik var det.", ("R1:9",), (2,))
    cell = MatrixCell(CellState.ANSWERED, sentences=(sentence,), quotes=(quote,), evidence=evidence)

    assert cell_lines(cell, CellContent.SUMMARY, words)[0].fragments[-1].coding_id == 1


def test_that_a_passage_of_two_respondents_has_both_citations(matrix, words):
    together = quotation(900, "R1:13", start=5, end=9)
    cells = ((answered([together]),), (answered([replace(together, citation="R2:13")]),))
    small = replace(matrix, rows=matrix.rows[:2], columns=matrix.columns[:1], cells=cells, bands=())

    (entry,) = quote_entries(small, words)

    assert entry.citations == ("R1:13", "R2:13")
    assert entry.coding_ids == (900,)
    assert entry.who == "R1, Kommunedirektør; R2, Kommunalsjef"


def test_that_rows_without_a_value_are_named_by_what_they_are(matrix, words):
    (*rows, last) = matrix.rows
    with_document = replace(matrix, rows=(*rows, replace(last, document_id=1, respondent_id=None)))

    assert band_name(matrix, matrix.bands[3], words) == "Ukjent"
    assert band_name(with_document, matrix.bands[3], words) == "Dokumenter"
    assert row_label(replace(last, label=""), words) == "Ukjent"


def test_that_codings_in_other_documents_are_counted_apart(matrix, words):
    notes = matrix_notes(replace(matrix, unattributed=0, in_other_documents=1), words)

    assert "1 koding i disse kodene ligger i et dokument som ikke er rad her, og står ikke i tabellen." in notes
