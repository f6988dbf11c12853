"""What the words that are left out would do to the agreement."""

from dataclasses import replace

import docx
import pytest

from application.coded_project import code_question_and_turns
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.application import agreement_report, scope_effect
from kodebenk.application.comparison_reading import export_comparison, read_comparison
from kodebenk.errors import Cancelled


@pytest.fixture
def asked(project, tmp_path):
    """Two coders who agree about a question and differ about a turn."""
    code_question_and_turns(project, tmp_path)
    return project


def read(project, setup=None):
    return read_comparison(project.path, "Ane", setup)


@pytest.mark.parametrize("unit", [None, UnitKind.SENTENCE, UnitKind.CHARACTER])
def test_that_it_is_the_pooled_alpha_of_the_same_comparison_of_the_whole_text(asked, unit):
    found = read(asked)
    found = read(asked, replace(found.setup, unit=unit))
    whole = agreement_report.compare_coders(found.material, replace(found.report.setup, scope=Scope.ALL))

    alpha = scope_effect.alpha_of_all(found.material, found.report)

    assert alpha == whole.pooled.averages[Measure.ALPHA].coefficient
    assert alpha.value > found.report.pooled.averages[Measure.ALPHA].coefficient.value


def test_that_there_is_none_where_nothing_is_left_out(asked):
    found = read(asked)
    whole = read(asked, replace(found.setup, scope=Scope.ALL))

    assert scope_effect.alpha_of_all(whole.material, whole.report) is None
    assert scope_effect.alpha_of_all(found.material, replace(found.report, left_out=0)) is None


def test_that_it_can_be_stopped(asked):
    found = read(asked)

    with pytest.raises(Cancelled):
        scope_effect.alpha_of_all(found.material, found.report, lambda: True)


@pytest.mark.parametrize(
    ("language", "said"), [("nb", "Med dem er α 0,69 for alle koder samlet."), ("en", "With them, α is .69 for all")]
)
def test_that_the_note_below_the_table_of_word_says_it(asked, tmp_path, language, said):
    export_comparison(read(asked), tmp_path / "enighet.docx", language)

    paragraphs = [one.text for one in docx.Document(str(tmp_path / "enighet.docx")).paragraphs]
    assert sum(said in text for text in paragraphs) == 1
    assert said not in " ".join(agreement_report.setup_sentences(read(asked).report, language))
