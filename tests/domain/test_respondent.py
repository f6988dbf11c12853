import pytest

from kodebenk.domain.respondent import (
    LabelPolicy,
    Respondent,
    base_name,
    free_label,
    match_respondent,
    reported_name,
    split_names,
)
from kodebenk.errors import RuleBroken


def person(number, name, **values):
    return Respondent(number, f"g{number}", name, f"R{number}", number, **values)


PEOPLE = (person(1, "Berit Lie", aliases=("Rådmannen",)), person(2, "Halvor Nes (rektor)"), person(3, "Ane"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Berit Lie", 1),
        ("berit  lie", 1),
        ("R2", 2),
        ("rådmannen", 1),
        ("Berit Lie (rådmann)", 1),
        ("Halvor Nes", 2),
        ("Halvor Nes (lærer)", 2),
        ("Kari", None),
    ],
)
def test_that_a_name_finds_its_respondent(name, expected):
    found = match_respondent(name, PEOPLE)
    assert (found.id if found else None) == expected


def test_that_a_name_that_could_mean_two_is_not_guessed():
    people = (person(1, "Kari Nes (rektor)"), person(2, "Kari Nes (lærer)"))
    with pytest.raises(RuleBroken) as caught:
        match_respondent("Kari Nes", people)
    assert caught.value.fields["candidates"] == ["Kari Nes (lærer)", "Kari Nes (rektor)"]


def test_that_labels_are_never_reused_below_the_highest():
    assert free_label([]) == "R1"
    assert free_label(["R1", "R7", "Leder"]) == "R8"
    assert free_label(["R1", "D2"], "D") == "D3"


def test_that_several_names_in_a_cell_are_taken_apart():
    assert split_names("Kari Nes (rektor) + Ola Dahl") == ["Kari Nes (rektor)", "Ola Dahl"]
    assert split_names("R3; R8;") == ["R3", "R8"]
    assert split_names("C++ AS") == ["C++ AS"]


def test_that_a_role_in_parentheses_is_not_part_of_the_name():
    assert base_name("Kari Nes (rektor)") == "Kari Nes"
    assert base_name("(ukjent)") == "(ukjent)"


def test_that_the_name_is_printed_only_when_chosen():
    one = person(4, "Tove Strand", attributes={"Rolle": "Rektor", "Kommune": "x"})
    assert reported_name(one, LabelPolicy.LABEL) == "R4"
    assert reported_name(one, LabelPolicy.ROLE) == "Rektor"
    assert reported_name(one, LabelPolicy.NAME) == "Tove Strand"
    assert reported_name(person(5, "Per"), LabelPolicy.ROLE) == "R5"
