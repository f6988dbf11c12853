"""The text that the preview shows, and where everything stands in it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kodebenk.domain.document import Heading, Page, SourceKind, Span, TableCell
from kodebenk.importing.imported_document import (
    ImportedDocument,
    ImportedTurn,
    Outcome,
    Repair,
    SpeakerDoubt,
    TextRepair,
)
from kodebenk.ui.import_page.preview_content import CELL_GAP, MarkKind, show_first_page, show_original, show_text

TEXT = "Mål\n\nRita: Vi fikk budsjettet av NAV-kontoret.\n\nOg mer.\n\nRolle\n\nJa\n\nNei\n\nLærer"


def span(words):
    start = TEXT.index(words)
    return start, start + len(words)


def make(**values):
    paragraphs = tuple(Span(*span(part)) for part in TEXT.split("\n\n"))
    given_values = {"paragraphs": paragraphs, "kind": SourceKind.TRANSCRIPT, "text": TEXT} | values
    return ImportedDocument(Path("a.pdf"), b"", **given_values)


def words_of(content, spans):
    return [content.document.text[one.start : one.end] for one in spans]


def test_that_a_finished_text_has_no_marks():
    content = show_text(
        make(repaired=(TextRepair(Repair.TIMES, Outcome.REMOVED, 5, 5, "[00:01]"),)), with_changes=False
    )
    assert content.document.text == TEXT
    assert content.marks == ()


def test_that_changes_are_marked_and_what_was_removed_stands_where_it_stood():
    at = TEXT.index("av NAV")
    content = show_text(
        make(
            repaired=(
                TextRepair(Repair.HYPHENS, Outcome.JOINED, *span("budsjettet"), "bud-\nsjettet"),
                TextRepair(Repair.TIMES, Outcome.REMOVED, at, at, "[00:01]"),
                TextRepair(Repair.HYPHENS, Outcome.KEPT, *span("NAV-kontoret"), "NAV-\nkontoret"),
                TextRepair(Repair.LINES, Outcome.JOINED, *span("Vi fikk"), "Vi\nfikk"),
            )
        ),
        with_changes=True,
    )
    assert "budsjettet [00:01] av NAV-kontoret" in content.document.text
    assert list(zip(words_of(content, content.marks), [one.kind for one in content.marks], strict=True)) == [
        ("budsjettet", MarkKind.ALTERED),
        ("[00:01]", MarkKind.REMOVED),
        ("NAV-kontoret", MarkKind.KEPT),
    ]


def test_that_running_lines_between_pages_stand_on_the_rule():
    page = TEXT.index("Og mer")
    pages = (Page(0, page - 2, "6"), Page(page, len(TEXT), "7"))
    content = show_text(
        make(
            pages=pages,
            repaired=(
                TextRepair(Repair.RUNNING_LINES, Outcome.REMOVED, page - 2, page - 2, "6"),
                TextRepair(Repair.RUNNING_LINES, Outcome.REMOVED, page, page, "Utskrift"),
            ),
        ),
        with_changes=True,
    )
    assert content.page_marks == {1: "6 · Utskrift"}
    assert content.document.text == show_text(make(), with_changes=False).document.text


def test_that_a_running_line_inside_a_sentence_stands_in_it():
    at = TEXT.index("av NAV")
    pages = (Page(0, at - 1, "6"), Page(at, len(TEXT), "7"))
    repaired = (TextRepair(Repair.RUNNING_LINES, Outcome.REMOVED, at, at, "7"),)
    content = show_text(make(pages=pages, repaired=repaired), with_changes=True)
    assert "budsjettet 7 av NAV" in content.document.text
    assert content.page_marks == {}


def test_that_the_cells_of_a_row_stand_beside_each_other():
    cells = [TableCell(0, 0, column, *span(words)) for column, words in enumerate(("Rolle", "Ja", "Nei"))]
    content = show_text(make(cells=(*cells, TableCell(0, 1, 0, *span("Lærer")))), with_changes=False)
    assert words_of(content, content.cells) == [CELL_GAP.join(("Rolle", "Ja", "Nei")), "Lærer"]


def test_that_empty_cells_keep_the_columns_in_their_places():
    cells = (TableCell(0, 0, 1, *span("Rolle")), TableCell(0, 0, 3, *span("Ja")), TableCell(0, 1, 0, *span("Nei")))
    content = show_text(make(cells=cells), with_changes=False)
    assert words_of(content, content.cells) == ["│\u2002Rolle" + 2 * CELL_GAP + "Ja", "Nei"]


def test_that_doubts_keep_the_place_that_they_have_in_the_text():
    content = show_text(make(doubts=(SpeakerDoubt(*span("Og mer.")[:1] * 2, span("Og mer.")[1]),)), with_changes=True)
    (doubt,) = content.doubts
    assert words_of(content, [doubt]) == ["Og mer."]
    assert doubt.key == TEXT.index("Og mer.")


def test_that_the_original_is_what_the_file_has():
    assert show_original(make(original="Mål\nRita: Vi fikk bud-\nsjettet")).document.text.endswith("bud-\nsjettet")
    assert show_original(make()).document.text == TEXT
    assert show_first_page("Side én").document.text == "Side én"


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.sampled_from(["x", "topp 3", "[00:01]"])), max_size=6))
def test_that_what_was_removed_moves_nothing_apart(places):
    repaired = tuple(TextRepair(Repair.TIMES, Outcome.REMOVED, place, place, words) for place, words in sorted(places))
    turn = ImportedTurn(*span("Rita: Vi")[:1], TEXT.index("Vi fikk"), span("Og mer.")[1], "Rita")
    read = make(repaired=repaired, turns=(turn,), headings=(Heading(0, 3, 1),), line_starts=(0, 5, 20))
    content = show_text(read, with_changes=True)
    text, structure = content.document.text, content.document.structure
    removed = [one for one in content.marks if one.kind is MarkKind.REMOVED]
    assert [text[one.start : one.end] for one in removed] == [words for _, words in sorted(places)]
    rest = text
    for one in reversed(removed):
        rest = rest[: one.start] + rest[one.end :]
    assert "".join(rest.split()) == "".join(TEXT.split())
    for before, after in zip(read.paragraphs, structure.paragraphs, strict=True):
        assert text[after.start] == TEXT[before.start]
        assert text[after.end - 1] == TEXT[before.end - 1]
    assert text[structure.turns[0].body_start :].startswith(("Vi", "V"))
    assert list(structure.line_starts) == sorted(structure.line_starts)
