import pytest

from kodebenk.application import queries
from kodebenk.application.respondent_files import import_respondent_file


@pytest.fixture
def bring_in(project, tmp_path):
    def import_text(text):
        path = tmp_path / "respondenter.csv"
        path.write_text(text, encoding="utf-8")
        return import_respondent_file(project, path)

    return import_text


def test_that_names_of_attributes_keep_their_case(project, bring_in):
    bring_in("Navn;Antall År;NAV-kontor\nKari;12;Moss\n")
    assert [attribute.name for attribute in queries.attributes(project)] == ["Antall År", "NAV-kontor"]


def test_that_label_and_aliases_are_taken_as_such_in_any_case(project, bring_in):
    bring_in('Navn;Label;ALIASES\nKari;K1;"Kari M.; Karen"\n')
    (person,) = queries.respondents(project)
    assert (person.label, person.aliases) == ("K1", ("Kari M.", "Karen"))
    assert queries.attributes(project) == ()


def test_that_an_attribute_in_other_case_is_the_same(project, bring_in):
    bring_in("Navn;Kommune\nKari;Moss\n")
    bring_in("navn;KOMMUNE\nKari;Halden\n")
    (person,) = queries.respondents(project)
    assert dict(person.attributes) == {"Kommune": "Halden"}
