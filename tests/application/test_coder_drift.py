"""Agreement over time, from what a comparison was made of."""

from analysis.agreement.coded_material import binary_alpha
from application.coded_project import add_codes, add_text, code
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.drift import DriftBy
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.application import consensus_actions
from kodebenk.application.agreement_setup import make_setup
from kodebenk.application.coder_drift import measure_drift
from kodebenk.application.comparison_reading import read_comparison
from kodebenk.domain.consensus import DecisionChoice


def read_two_coders(project, tmp_path):
    document_id, goals = add_text(project, tmp_path, "abcdefghij" * 10), add_codes(project, "Mål")["Mål"]
    code(project, document_id, "Ane", goals, (0, 40))
    code(project, document_id, "Bo", goals, (0, 60))
    setup = make_setup(project, ["Ane,Bo"], unit=UnitKind.CHARACTER, scope=Scope.ALL)
    return read_comparison(project.path, "", setup)


def test_that_points_are_measured_on_what_the_comparison_was_made_of(project, tmp_path):
    read, seen = read_two_coders(project, tmp_path), []

    (point,) = measure_drift(read, DriftBy.ROUND, progress=lambda done, of: seen.append((done, of)))

    assert point.alpha.value == binary_alpha(40, 20, 40)
    assert [place.quote for place in point.places] == ["abcdefghij" * 6]
    assert seen == [(0, 1), (1, 1)]


def test_that_coders_stand_against_the_consensus_once_differences_are_settled(project, tmp_path):
    read = read_two_coders(project, tmp_path)
    assert measure_drift(read, DriftBy.CONSENSUS) == ()

    place = read.report.disagreements[0]
    consensus_actions.decide(project, read.report, place, choice=DecisionChoice.UNION)
    ane, bo = measure_drift(read_comparison(project.path, "", read.setup), DriftBy.CONSENSUS)

    assert (ane.label, ane.alpha.value) == ("Ane", binary_alpha(40, 20, 40))
    assert (bo.label, bo.alpha.value) == ("Bo", 1.0)
