"""Agreement by whose turn it is, as JSON."""

from analysis.agreement.coded_material import binary_alpha, compared
from analysis.agreement.spoken_material import NOTE, interview, on_turns, people, said, spoken
from kodebenk.exporting.agreement_json import agreement_json
from kodebenk.exporting.agreement_words import agreement_words


def test_that_rows_of_turns_speakers_and_groups_are_written_beside_those_of_sources():
    source = interview(1, f"I1I1I2{NOTE}")
    found = spoken([source], said(source, 1, [1, 3]), said(source, 2, [1, 5]), respondents=people(R1="Stab"))

    written = agreement_json(compared(found, on_turns(1, 2)), agreement_words("nb"))

    assert [(one["turns"], one["units"]) for one in written["turns"]] == [
        ("respondent", 3),
        ("interviewer", 3),
        ("outside", 1),
    ]
    assert [(one["turns"], one["respondent"]) for one in written["speakers"]] == [
        ("respondent", "R1"),
        ("respondent", "R2"),
        ("interviewer", None),
        ("outside", None),
    ]
    assert [(one["turns"], one["group"]) for one in written["respondent_groups"]] == [
        ("respondent", "Stab"),
        ("respondent", None),
        ("interviewer", None),
        ("outside", None),
    ]
    first = written["speakers"][0]
    assert (first["n"], first["alpha"], first["percent"]) == ({"A": 2, "B": 1}, binary_alpha(1, 1, 0), 0.5)
    assert set(written["sources"][0]) - {"document"} == set(written["turns"][0]) - {"turns"}
    assert written["speakers"][2]["remark"]
