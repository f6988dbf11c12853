import pytest

from kodebenk.application import queries
from kodebenk.application.new_code_actions import code_with_new, name_in_vivo
from kodebenk.domain.codebook import CodeOrigin
from kodebenk.domain.coding import Stance
from kodebenk.domain.passage import Passage
from kodebenk.errors import Rule, RuleBroken


def test_that_code_and_coding_are_one_step_of_undo(small_project):
    theme = queries.codebook(small_project).themes[0]
    made = code_with_new(
        small_project, Passage(1, 0, 12), "Åpning", theme.id, stance=Stance.FOR, origin=CodeOrigin.IN_VIVO
    )
    code = queries.codebook(small_project).by_id[made.code_id]
    coding = queries.coding(small_project, made.coding_id)
    assert (code.name, code.parent_id, code.origin) == ("Åpning", theme.id, CodeOrigin.IN_VIVO)
    assert (coding.code_id, coding.stance, coding.kind is not None) == (code.id, Stance.FOR, True)
    small_project.undo()
    assert made.code_id not in queries.codebook(small_project).by_id
    assert not queries.codings(small_project, coding_ids=[made.coding_id])
    small_project.redo()
    assert queries.coding(small_project, made.coding_id) == coding


def test_that_a_name_that_is_taken_leaves_everything_as_it_was(small_project):
    book = queries.codebook(small_project)
    taken = book.find("Tillit")
    with pytest.raises(RuleBroken) as broken:
        code_with_new(small_project, Passage(1, 0, 12), "tillit", taken.parent_id)
    assert broken.value.rule is Rule.NAME_TAKEN
    assert queries.codebook(small_project) == book


def test_that_an_empty_passage_makes_no_code(small_project):
    book = queries.codebook(small_project)
    with pytest.raises(RuleBroken):
        code_with_new(small_project, Passage(1, 4, 4), "Ny", None)
    assert queries.codebook(small_project) == book


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("de fikk\nikke velge.", "de fikk ikke velge"),
        ("«hørt» og/eller spurt", "hørt» og eller spurt"),
        ("ord " * 30, ("ord " * 14).strip() + "…"),
    ],
)
def test_that_words_become_a_name_of_one_line(words, name):
    assert name_in_vivo(words) == name
