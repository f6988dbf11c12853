import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.importing.speaker_variants import propose_variants


def variants(*labels):
    """Labels are `name` or `name*turns`."""
    split = [label.partition("*") for label in labels]
    return dict(propose_variants({name: int(turns or 1) for name, _, turns in split}))


@pytest.mark.parametrize(
    ("main", "variant"),
    [
        ("Anisa Khan", "Anisa khan"),
        ("Intervjuer", "INTERVJUER"),
        ("Intervjuer", "INT"),
        ("Intervjuer", "Int."),
        ("intervjuer", "Interviewer"),
        ("Intervjuar", "Intervjuer"),
        ("R1", "R 1"),
        ("R1", "R.1"),
        ("R1", "r1:"),
        ("SPEAKER_00", "Speaker 0"),
        ("Informant 2", "Inf. 2"),
        ("Ordføreren", "Ordf."),
        ("Ordføreren", "Ordfører"),
        ("Rektor", "Rektoren"),
        ("Kristoffer Lunde", "Kristofer Lunde"),
        ("Anne Johannessen", "Anne Johanessen"),
        ("Kari Moen", "Kari"),
        ("Kari Moen", "Moen"),
        ("Kari Anne Moen", "Kari Anne"),
        ("Ordfører Kari Moen", "Kari Moen"),
        ("Anne-Lise Dahl", "Anne Lise Dahl"),
        ("André Lie", "Andre Lie"),
    ],
)
def test_that_another_writing_of_a_label_goes_to_the_main_one(main, variant):
    assert variants(f"{main}*5", variant) == {variant: main}


@pytest.mark.parametrize(
    "labels",
    [
        ("R1", "R2"),
        ("R1", "R11"),
        ("Informant 1", "Informant 2"),
        ("Informant", "Informant 1"),
        ("Lærer", "Lærer 2"),
        ("Kari Moen", "Kari Lie"),
        ("Kari Moen", "Kari Lie", "Kari"),
        ("Kari Moen", "Ola Moen", "Moen"),
        ("Kari", "Karianne"),
        ("Ann Moen", "Anna Moen"),
        ("Marit Berg", "Mari Berg"),
        ("Kristin Moen", "Kristina Moen"),
        ("Johanne Lie", "Johannes Lie"),
        ("Andrea", "Andreas"),
        ("Hanne Moen", "Anne Moen"),
        ("Kari Hansen", "Kari Jansen"),
        ("Jens", "Jensen"),
        ("Hans", "Hansen"),
        ("Jon", "Jonas"),
        ("Åse Lie", "Ase Lie"),
        ("I", "Intervjuer"),
        ("R", "Rektor"),
        ("Speaker A", "Speaker B"),
        ("Elev I", "Elev II"),
        ("Kommunedirektør", "Kommuneoverlege"),
        ("Ordf.", "Ordfører", "Ordfinner"),
        ("Forsker", "Informant"),
        ("Lærer på 1", "Lærer på 2"),
        ("?", "??"),
        ("Ukjent", "Ukjent mann"),
        (),
    ],
)
def test_that_different_people_stay_apart(labels):
    assert variants(*labels) == {}


def test_that_the_label_with_most_turns_is_the_main_one():
    assert variants("Kari Moen*2", "Kari*9") == {"Kari Moen": "Kari"}


def test_that_the_longer_label_wins_a_tie():
    assert variants("Int.*3", "Intervjuer*3") == {"Int.": "Intervjuer"}


def test_that_a_chain_of_writings_has_one_main_label():
    found = variants("Ordf.*1", "Ordfører*2", "ordføreren*1", "Ordføreren*7")
    assert found == {"Ordf.": "Ordføreren", "Ordfører": "Ordføreren", "ordføreren": "Ordføreren"}


def test_that_spellings_of_the_full_name_do_not_hide_the_first_name():
    assert variants("Kari Moen*5", "Kari moen", "Kari") == {"Kari moen": "Kari Moen", "Kari": "Kari Moen"}


def test_that_a_name_joins_nobody_through_an_ambiguous_part():
    found = variants("Kari Moen*5", "Kari Lie*4", "Kari lie", "Kari*2")
    assert found == {"Kari lie": "Kari Lie"}


@given(st.dictionaries(st.text(max_size=12), st.integers(1, 9), max_size=8))
def test_that_every_main_label_is_one_of_the_labels_and_no_variant(labels):
    found = propose_variants(labels)
    assert set(found) <= set(labels)
    assert set(found.values()) <= set(labels) - set(found)
    assert all(labels[main] >= labels[variant] for variant, main in found.items())


NAMES = ["Kari", "Ola", "R", "Informant", "Kari Moen", "Elev", "Moen", "Int."]


@given(st.dictionaries(st.builds("{} {}".format, st.sampled_from(NAMES), st.integers(0, 12)), st.just(1), max_size=9))
def test_that_numbers_never_become_one(labels):
    assert propose_variants(labels) == {}
