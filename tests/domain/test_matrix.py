from hypothesis import given
from hypothesis import strategies as st

from kodebenk.domain.matrix import read_references, show_references, split_summary


def test_that_references_belong_to_the_sentence_that_they_follow():
    parts = split_summary("Fikk kommentere, ikke velge. [#12] Kaller det medvirkning [#13]. Uten belegg.")
    assert [(part.text, part.coding_ids) for part in parts] == [
        ("Fikk kommentere, ikke velge.", (12,)),
        ("Kaller det medvirkning.", (13,)),
        ("Uten belegg.", ()),
    ]


def test_that_abbreviations_with_lower_case_behind_them_do_not_lose_words():
    words = " ".join(part.text for part in split_summary("Bl.a. kurs og tid. [#1] [#2] Ferdig!"))
    assert words == "Bl.a. kurs og tid. Ferdig!"


def test_that_several_references_behind_a_sentence_are_all_kept():
    assert split_summary("Ja. [#1] [#2]  [#3]")[0].coding_ids == (1, 2, 3)


@given(st.lists(st.integers(1, 99), max_size=5))
def test_that_references_survive_being_shown_and_read_again(ids):
    stored = " ".join(f"Setning {number}. [#{number}]" for number in ids)
    shown = show_references(stored, lambda coding_id: f"R1:{coding_id}")
    assert "[#" not in shown
    assert read_references(shown, lambda citation: int(citation.split(":")[1])) == stored


def test_that_a_reference_that_leads_nowhere_stays_readable():
    assert read_references("Se [R9:9] og [1].", lambda _: None) == "Se [R9:9] og [1]."
    assert show_references("Ja. [#4]", lambda _: None) == "Ja. [?]"


def test_that_two_passages_of_one_turn_keep_their_own_references_when_the_text_is_edited():
    before = "Ble hørt. [#4] Fikk ikke velge. [#7]"
    shared = {4: "R1:9", 7: "R1:9"}
    edited = show_references(before, shared.get).replace("Ble hørt.", "Ble hørt, sier hun.") + " Nytt. [R1:9]"
    stored = read_references(edited, lambda _: 4, before=before, citation_of=shared.get)
    assert stored == "Ble hørt, sier hun. [#4] Fikk ikke velge. [#7] Nytt. [#4]"
