from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from kodebenk.cli.output import CommandResult, align, cut, local_time, write_result


@given(st.text(max_size=200), st.integers(min_value=4, max_value=90))
def test_that_a_cut_text_is_one_line_of_the_width(text, width):
    shown = cut(text, width)

    assert len(shown) <= width
    assert "\n" not in shown
    assert shown == " ".join(text.split()) or shown.endswith("…")


def test_that_columns_are_aligned_and_numbers_stand_to_the_right():
    shown = align(["Navn", "Tall"], [("Åse", 7), ("Bjørn", 1200), ("A\u030ase", None)])

    assert shown.splitlines()[0] == "Navn   Tall"
    assert align(["Navn", "Tall"], [("Åse", 7), ("Bjørn", 1200)]).splitlines()[2:] == ["Åse       7", "Bjørn  1200"]
    assert align(["Navn", "Tall"], []).splitlines() == ["Navn  Tall", "────  ────"]


def test_that_json_keeps_norwegian_letters_and_stands_alone():
    stream = io.StringIO()

    write_result(CommandResult({"navn": "Åse – «blå»"}, "tekst"), as_json=True, stream=stream)

    assert "Åse – «blå»" in stream.getvalue()
    assert json.loads(stream.getvalue()) == {"navn": "Åse – «blå»"}


def test_that_what_is_no_moment_is_shown_as_it_is():
    assert local_time("i går") == "i går"
    assert len(local_time("2026-01-02T09:30:00Z")) == len("2026-01-02 10:30")
