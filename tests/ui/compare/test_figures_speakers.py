"""The tables of speakers and of groups of respondents."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from analysis.agreement.spoken_material import NOTE, interview, on_turns, people, said, spoken
from kodebenk.analysis.agreement.coders_report import TurnsBy
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.ui.compare.figures.sources_page import PartsBy, SourcesPage
from ui.compare.figures_report import Capitals, cell_of, shown, texts_of


@pytest.fixture
def page(qtbot, appearance):
    made_page = SourcesPage(appearance)
    qtbot.addWidget(made_page)
    made_page.resize(460, 500)
    made_page.show()
    return made_page


def two_talks(scope=Scope.ALL, **groups):
    """R1 and R2 in the first interview, R1 and R3 in the second, with an interviewer and a note in both."""
    one, other = interview(1, f"I1I1I2I2{NOTE}"), interview(2, f"I1I1I3I3{NOTE}")
    found = spoken(
        [one, other],
        *(said(one, 1, [1, 3, 5]), said(one, 2, [1, 5, 7]), said(one, 2, [2], upto=3)),
        *(said(other, 1, [0, 1, 7, 8]), said(other, 2, [0, 3, 7])),
        respondents=people(**groups),
    )
    return shown(found, on_turns(1, 2, scope=scope))


def test_that_the_switch_shows_sources_speakers_and_groups(page, qtbot):
    page.show_report(two_talks(R1="Ledelse"))
    names = {}
    for parts_by in PartsBy:
        qtbot.mouseClick(page.parts_switch.button(parts_by), Qt.MouseButton.LeftButton)
        names[parts_by] = list(texts_of(page.table))

    assert names == {
        PartsBy.SOURCE: ["Intervju 1", "Intervju 2", "Overall"],
        PartsBy.SPEAKER: ["Respondents", "Interviewers", "Outside turns", "R1", "R2", "R3", "Overall"],
        PartsBy.GROUP: ["Ledelse", "No group", "Interviewers", "Outside turns", "Overall"],
    }
    rows = [page.table.figures.row(at) for at in range(page.table.figures.rowCount())]
    assert page.table.accessibleName() == "Agreement by group"
    assert rows[-1].pinned


def test_that_kinds_of_turns_come_before_the_respondents(page):
    page.show_report(two_talks())
    page.set_parts_by(PartsBy.SPEAKER)
    rows = [page.table.figures.row(at) for at in range(page.table.figures.rowCount())]

    assert [(row.group, row.name) for row in rows] == [
        ("Turns", "Respondents"),
        ("", "Interviewers"),
        ("", "Outside turns"),
        ("Respondents", "R1"),
        ("", "R2"),
        ("", "R3"),
        ("", "Overall"),
    ]
    assert rows[3].spoken == "R1, Navn 1"


def test_that_one_kind_of_turn_alone_has_no_row_of_its_own(page):
    one = interview(1, "I1I2")
    page.show_report(
        shown(spoken([one], said(one, 1, [1, 3]), said(one, 2, [1])), on_turns(1, 2, scope=Scope.RESPONDENTS))
    )
    page.set_parts_by(PartsBy.SPEAKER)

    assert list(texts_of(page.table)) == ["R1", "R2", "Overall"]


def test_that_the_figures_are_those_of_the_report(page):
    one = two_talks(R1="Ledelse", R2="Stab")
    page.show_report(one)
    for parts_by, by in ((PartsBy.SPEAKER, TurnsBy.KIND), (PartsBy.GROUP, TurnsBy.GROUP)):
        page.set_parts_by(parts_by)
        for row in one.report.turns_by(by):
            key = f"{by} {row.kind or row.name}"
            assert cell_of(page.table, key, "units").order == row.units
            counts = [cell_of(page.table, key, f"n {rater}").order for rater in (0, 1)]
            assert counts == list(row.spans)


def test_that_a_row_opens_the_places_with_words_of_its_speaker(page):
    one = two_talks()
    page.show_report(one)
    page.set_parts_by(PartsBy.SPEAKER)

    chosen = cell_of(page.table, "respondent 1", "alpha").opens()
    assert chosen.title == f"R1: {len(chosen.places)} places"
    assert {place.citation for place in chosen.places} >= {"R1:1", "R1:3"}
    agreed = [place.kind is DisagreementClass.AGREE for place in chosen.places]
    assert agreed == sorted(agreed)
    # The passage of B that begins with the interviewer reaches into R1's turn.
    across = [place for place in one.report.places if "\n" in place.quote]
    assert len(across) == 1
    assert across[0] in cell_of(page.table, "kind interviewer", "alpha").opens().places
    assert across[0] in chosen.places
    assert across[0] not in cell_of(page.table, "respondent 2", "alpha").opens().places


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("parts_by", [PartsBy.SPEAKER, PartsBy.GROUP])
def test_that_a_count_opens_as_many_passages_of_that_coder(page, scope, parts_by):
    one = two_talks(scope, R1="Ledelse")
    page.show_report(one)
    page.set_parts_by(parts_by)

    counted = 0
    for at in range(page.table.figures.rowCount()):
        for rater in (0, 1):
            cell = cell_of(page.table, page.table.figures.row(at).key, f"n {rater}")
            places = cell.opens().places if cell.opens else ()
            assert len(places) == cell.order
            assert all(place.codes[rater] for place in places)
            counted += len(places)
    assert counted


def test_that_the_page_says_where_nobody_has_a_group(page):
    page.show_report(two_talks())
    page.set_parts_by(PartsBy.GROUP)

    assert not page.table.isVisible()
    assert page.note.text() == "No respondent in these sources has a group. Groups are set under Material."
    page.set_parts_by(PartsBy.SPEAKER)
    assert page.table.isVisible()
    page.show_report(None)
    assert not page.parts_switch.isVisible()


def test_that_switch_and_table_speak_another_language_at_once(page):
    page.show_report(two_talks())
    page.set_parts_by(PartsBy.SPEAKER)
    other = Capitals()
    QApplication.installTranslator(other)
    QApplication.processEvents()
    said_now = page.parts_switch.button(PartsBy.SPEAKER).text(), page.table.accessibleName(), list(texts_of(page.table))
    QApplication.removeTranslator(other)
    QApplication.processEvents()

    assert said_now[:2] == ("SPEAKERS", "AGREEMENT BY SPEAKER")
    assert said_now[2][0] == "RESPONDENTS"
    assert page.parts_by is PartsBy.SPEAKER
