"""Which labels respondents will get is what they get."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kodebenk.application import queries, respondent_actions
from kodebenk.application.import_labels import predict_labels
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import RuleBroken

NAMES = ("Kari Nes", "kari nes", "Kari Nes (rektor)", "Ola", "R7", "R2", "Eva Ek", "R12", "Ola (lærer)", " Eva  Ek ")


def test_that_known_respondents_keep_their_labels_and_new_ones_get_the_next(small_project):
    people = queries.respondents(small_project)
    labels = predict_labels(people, ["Tove Strand", "Ny Person", "berit lie", "Ny Person", "R9", "Enda En"])
    assert labels == {"Tove Strand": "R3", "Ny Person": "R4", "berit lie": "R1", "R9": "R9", "Enda En": "R10"}


@settings(max_examples=25)
@given(st.lists(st.sampled_from(NAMES), max_size=8), st.lists(st.sampled_from(NAMES), max_size=4))
def test_that_the_labels_are_those_of_the_import(tmp_path_factory, names, before):
    path = tmp_path_factory.mktemp("labels") / "p.kodebenk"
    with OpenProject.create(path, title="P", coder_name="A") as project:
        try:
            with project.change(ChangeName.IMPORT_DOCUMENTS, count="0") as write:
                for name in before:
                    respondent_actions.ensure_respondent(write, name)
            predicted = predict_labels(queries.respondents(project), names)
            with project.change(ChangeName.IMPORT_DOCUMENTS, count="1") as write:
                ids = [respondent_actions.ensure_respondent(write, name) for name in names]
        except RuleBroken:  # a name that means several; the import says so
            return
        people = queries.respondents_by_id(project)
        assert [predicted[name] for name in names] == [people[one].label for one in ids]
