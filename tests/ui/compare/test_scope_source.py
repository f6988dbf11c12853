"""The figure with the words that are left out, computed beside the comparison."""

from dataclasses import replace

import pytest

from application.coded_project import code_question_and_turns
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.shared_passages import ComparedTexts
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.application import scope_effect
from kodebenk.application.comparison_reading import read_comparison
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures.codes_page import CodesPage
from kodebenk.ui.compare.figures.shown_report import ShownReport
from kodebenk.ui.compare.scope_source import ScopeSource


@pytest.fixture
def asked(project, tmp_path):
    """Two coders who agree about a question and differ about a turn."""
    code_question_and_turns(project, tmp_path)
    return project


@pytest.fixture
def source(qapp):
    made = ScopeSource()
    yield made
    made.stop()


def read(project, setup=None):
    return read_comparison(project.path, "Ane", setup)


def test_that_the_figure_comes_once_from_the_background_and_then_at_once(asked, source, qtbot):
    found = read(asked)
    told = []
    source.measured.connect(lambda report, alpha: told.append((report, alpha)))

    source.measure(found)
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    source.measure(found)

    wanted = (found.report, scope_effect.alpha_of_all(found.material, found.report))
    assert [one[1] for one in told] == [wanted[1]] * 2
    assert all(one[0] is wanted[0] for one in told)


def test_that_a_newer_comparison_takes_the_place_of_the_one_that_runs(asked, source, qtbot):
    first, second = read(asked), read(asked)
    told = []
    source.measured.connect(lambda report, _alpha: told.append(report))

    source.measure(first)
    source.measure(second)
    qtbot.waitUntil(lambda: any(one is second.report for one in told), timeout=20_000)

    assert not any(one is first.report for one in told)


def test_that_nothing_is_computed_where_nothing_is_left_out(asked, source, qtbot):
    whole = read(asked, replace(read(asked).setup, scope=Scope.ALL))

    with qtbot.assertNotEmitted(source.measured, wait=50):
        source.measure(whole)
        source.measure(replace(whole, report=None))


def test_that_the_note_says_it_of_the_report_on_the_screen_alone(asked, qtbot, appearance):
    found, other = read(asked), read(asked)
    page = CodesPage(appearance)
    qtbot.addWidget(page)
    texts = ComparedTexts(found.material.codebook, found.material.sources, found.material.respondents)
    page.show_report(ShownReport(found.report, None, texts))
    before = page.note.text()

    page.show_alpha_of_all(other.report, Coefficient(0.5))
    assert page.note.text() == before == "2 turns of interviewers and headings are left out."
    page.show_alpha_of_all(found.report, Coefficient(0.789))
    assert page.note.text() == f"{before} With them: α {numbers.coefficient(0.789)}."
    page.show_report(ShownReport(other.report, None, texts))
    assert page.note.text() == before
