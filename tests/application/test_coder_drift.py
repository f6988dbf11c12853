"""Agreement over time, read from the project file."""

from analysis.agreement.coded_material import binary_alpha
from application.coded_project import add_codes, add_text, code
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.drift import DriftBy
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.application.agreement_setup import make_setup
from kodebenk.application.coder_drift import measure_drift_in_worker


def test_that_points_are_measured_on_what_the_file_has(project, tmp_path):
    document_id, goals = add_text(project, tmp_path, "abcdefghij" * 10), add_codes(project, "Mål")["Mål"]
    code(project, document_id, "Ane", goals, (0, 40))
    code(project, document_id, "Bo", goals, (0, 60))
    setup = make_setup(project, ["Ane,Bo"], unit=UnitKind.CHARACTER, scope=Scope.ALL)
    seen = []

    (point,) = measure_drift_in_worker(
        project.path, setup, DriftBy.ROUND, progress=lambda done, of: seen.append((done, of))
    )

    assert point.alpha.value == binary_alpha(40, 20, 40)
    assert [place.quote for place in point.places] == ["abcdefghij" * 6]
    assert seen == [(0, 1), (1, 1)]
