"""Respondents whom a source tells about, added all at once."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kodebenk.application import queries, respondent_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.application.told_respondents import add_told_respondents
from kodebenk.domain.document import SourceKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import RuleBroken
from kodebenk.importing.imported_document import ColumnUse, ImportedDocument, ImportedRespondent, SurveyColumn

NAMES = ("Kari Nes", "Kari Nes (rektor)", "R7", "Eva Ek", "ola", "Ola")
ROWS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.dictionaries(
            st.sampled_from(("Kommune", "kommune ", "Alder")), st.sampled_from(("Lillevik", "44", " ", ""))
        ),
    ),
    max_size=5,
    unique_by=lambda row: row[0],
)


def add_slowly(write, rows):
    for name, attributes in rows:
        respondent_id = respondent_actions.ensure_respondent(write, name)
        known = {key: value for key, value in attributes.items() if value.strip()}
        respondent_actions.set_attributes(write, respondent_id, known)


def outcome(project):
    people = {one.name: (one.label, one.position, one.aliases, one.attributes) for one in queries.respondents(project)}
    return people, [(one.name, one.type) for one in queries.attributes(project)]


@settings(max_examples=25)
@given(ROWS, ROWS)
def test_that_they_are_those_who_would_be_added_one_by_one(tmp_path_factory, before, rows):
    found = []
    for quickly in (False, True):
        path = tmp_path_factory.mktemp("told") / "p.kodebenk"
        with OpenProject.create(path, title="P", coder_name="A") as project:
            try:
                with project.change(ChangeName.IMPORT_DOCUMENTS, count="1") as write:
                    add_slowly(write, before)
                with project.change(ChangeName.IMPORT_DOCUMENTS, count="1") as write:
                    if quickly:
                        told = tuple(ImportedRespondent(name, attributes) for name, attributes in rows)
                        columns = (SurveyColumn("Navn", ColumnUse.NAME, 1, 1),)
                        read = ImportedDocument(
                            Path("a.csv"), b"", "", SourceKind.SURVEY, (), respondents=told, columns=columns
                        )
                        ids = add_told_respondents(write, read)
                        assert set(ids) == {name for name, _ in rows}
                    else:
                        add_slowly(write, rows)
            except RuleBroken as error:
                found.append(error.rule)
            else:
                found.append(outcome(project))
    assert found[0] == found[1]
