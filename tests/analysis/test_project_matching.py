import pytest

from kodebenk.analysis.project_matching import (
    Basis,
    Match,
    blend,
    free_name,
    match_codes,
    match_documents,
    match_respondents,
    namesakes,
)
from kodebenk.domain.codebook import Code, Codebook
from kodebenk.domain.coder import Coder
from kodebenk.domain.document import Document, DocumentDetails, SourceKind
from kodebenk.domain.respondent import Respondent


def code(number, guid, name, parent=None, definition=""):
    return Code(number, guid, parent, number, name, 1, definition=definition)


def book(*codes):
    return Codebook(codes)


def document(number, guid, name="intervju.txt", sha256=""):
    return Document(
        number, guid, name, SourceKind.TRANSCRIPT, "", number, 10, 0, name, sha256, "", 0.0, DocumentDetails(), ()
    )


WORDS = " ".join(f"Setning nummer {number} handler om målene." for number in range(60))


def test_that_identity_goes_before_name_and_path():
    theirs = book(code(1, "a", "Tiltro"), code(2, "b", "Tillit"))
    ours = book(code(7, "a", "Tillit"))
    assert match_codes(theirs, ours) == [Match(1, 7, Basis.GUID)]


def test_that_codes_are_matched_by_their_path_below_codes_that_are_the_same():
    theirs = book(code(1, "a", "Styring"), code(2, "x", "tillit", 1), code(3, "y", "Makt", 1))
    ours = book(code(5, "a", "Ledelse"), code(6, "z", "Tillit", 5), code(7, "w", "Makt"))
    assert match_codes(theirs, ours) == [
        Match(1, 5, Basis.GUID),
        Match(2, 6, Basis.PATH),
        Match(3, 7, Basis.NAME),
    ]


def test_that_of_several_codes_of_one_name_the_definition_decides_and_else_none_is_the_same():
    theirs = book(code(1, "a", "T"), code(2, "b", "Annet", 1, "Om rest."), code(3, "c", "Ymse"))
    ours = book(
        code(5, "d", "U"),
        code(6, "e", "Annet", 5, "Noe annet."),
        code(7, "f", "V"),
        code(8, "g", "Annet", 7, "Om  rest."),
    )
    assert match_codes(theirs, ours) == [Match(2, 8, Basis.NAME)]
    doubtful = book(*(code(one.id, one.guid, one.name, one.parent_id) for one in ours.codes))
    assert match_codes(theirs, doubtful) == []


def test_that_a_theme_with_codes_below_is_not_a_single_code_of_its_name():
    theirs = book(code(1, "a", "Tillit"), code(2, "b", "Til ledere", 1))
    ours = book(code(5, "c", "Styring"), code(6, "d", "Tillit", 5))
    assert match_codes(theirs, ours) == []


def test_that_documents_are_matched_by_identity_file_text_and_likeness():
    theirs = [document(1, "a"), document(2, "b", sha256="f1"), document(3, "c"), document(4, "d"), document(5, "e")]
    ours = [document(11, "a"), document(12, "x", sha256="f1"), document(13, "y"), document(14, "z")]
    texts = {1: "En.", 2: "To.", 3: "Tre.", 4: WORDS, 5: "Noe helt annet."}
    here = {11: "1.", 12: "2.", 13: "Tre.", 14: WORDS.replace("Setning nummer 9 ", "Setning ni ")}
    found = match_documents(theirs, ours, texts, here)
    assert [(one.theirs, one.ours, one.basis) for one in found] == [
        (1, 11, Basis.GUID),
        (2, 12, Basis.FILE),
        (3, 13, Basis.TEXT),
        (4, 14, Basis.LIKENESS),
    ]
    assert 90 <= found[-1].percent < 100


def test_that_a_file_that_was_added_twice_is_matched_by_name_and_never_twice():
    theirs = [document(1, "a", "en.txt", "f"), document(2, "b", "to.txt", "f")]
    ours = [document(8, "x", "to.txt", "f"), document(9, "y", "en.txt", "f")]
    found = match_documents(theirs, ours, dict.fromkeys((1, 2), "T"), dict.fromkeys((8, 9), "T"))
    assert sorted((one.theirs, one.ours) for one in found) == [(1, 9), (2, 8)]
    alone = match_documents(theirs, ours[:1], dict.fromkeys((1, 2), "T"), {8: "T"})
    assert [(one.theirs, one.ours) for one in alone] == [(2, 8)]


def test_that_respondents_are_matched_by_name_and_alias_but_never_by_label():
    theirs = [Respondent(1, "a", "Kari Nes", "R1", 0), Respondent(2, "b", "Rektoren", "R2", 1)]
    ours = [Respondent(5, "c", "Ola Dahl", "R1", 0, aliases=("rektoren",)), Respondent(6, "d", "kari  nes", "R2", 1)]
    assert match_respondents(theirs, ours) == [Match(1, 6, Basis.NAME), Match(2, 5, Basis.NAME)]
    assert match_respondents(theirs[:1], ours[:1]) == []


def test_that_coders_of_one_name_are_only_told_of():
    theirs = [Coder(1, "a", "Ane K."), Coder(2, "b", "Jonas B."), Coder(3, "c", "Kari")]
    ours = [Coder(5, "a", "Ane K."), Coder(6, "x", "jonas b.")]
    assert namesakes(theirs, ours) == {2: 6}


@pytest.mark.parametrize(
    ("ours", "theirs", "filled", "differing"),
    [
        ("", "A", {"x": "A"}, []),
        (None, "A", {"x": "A"}, []),
        ("A", "", {}, []),
        ("A", "A", {}, []),
        ("A", "B", {}, ["x"]),
        (0, 1, {}, ["x"]),
        ((), (1,), {"x": (1,)}, []),
    ],
)
def test_that_what_is_empty_is_filled_and_what_differs_is_told(ours, theirs, filled, differing):
    assert blend({"x": ours}, {"x": theirs}) == (filled, differing)


def test_that_a_taken_name_gets_a_number_before_the_ending_of_a_file():
    assert free_name("Tillit", ["makt"]) == "Tillit"
    assert free_name("Tillit", ["tillit", "Tillit (2)"]) == "Tillit (3)"
    assert free_name("plan.txt", ["plan.txt"], keep_suffix=True) == "plan (2).txt"
    assert free_name("Jonas B.", ["Jonas B."]) == "Jonas B. (2)"
