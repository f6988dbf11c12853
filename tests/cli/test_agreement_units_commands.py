"""`agreement-units`."""

import json

import pytest

from kodebenk.analysis.agreement.gamma import SAMPLES

# Krippendorff 2019, Content Analysis, 4th ed., figure 12.11, two of the three coders.
TWO = {
    "length": 60,
    "coders": {
        "Alex": [
            {"start": 2, "end": 9, "value": "1"},
            {"start": 11, "end": 17, "value": "2"},
            {"start": 44, "end": 60, "value": "7"},
        ],
        "Paul": [{"start": 2, "end": 9, "value": 1}, {"start": 11.0, "end": 17, "value": "3"}],
    },
}

APART = {"Ane": {"start": 0, "end": 5, "value": "x"}, "Odd": {"start": 50, "end": 60, "value": "y"}}


@pytest.fixture
def units_file(tmp_path):
    def write(content):
        path = tmp_path / "enheter.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        return path

    return write


def with_unit(**fields):
    return {"length": 20, "coders": {"Ane": [{"start": 0, "end": 5, "value": "x"} | fields]}}


def test_that_units_get_their_coefficients_and_reasons(run, units_file):
    found = run("agreement-units", units_file(TWO), "--json").json

    assert found["length"] == 60
    assert found["coders"] == {"Alex": 3, "Paul": 2}
    assert found["coverage"] == pytest.approx(13 / 60)
    assert found["k_u_alpha"] == {"1": 1.0, "2": 0.0, "3": 0.0, "7": None}
    assert found["k_u_coverage"] == {"1": 1.0, "2": 1.0, "3": 1.0, "7": 0.0}
    assert found["u_alpha"] < found["u_alpha_binary"] < 1
    reasons = {one["coefficient"]: one["reason"] for one in found["remarks"]}
    assert reasons == {"boundary_similarity": "not_segmented", "k_u_alpha.7": "no_units"}
    assert "gamma" not in found


def test_that_gamma_is_told_with_its_chance(run, units_file):
    found = run("agreement-units", units_file(TWO), "--gamma", "--seed", 3, "--json").json

    assert found["gamma"] == 1 - found["gamma_details"]["disorder"] / found["gamma_details"]["expected_disorder"]
    assert found["gamma_details"]["samples"] == SAMPLES
    assert found["gamma_details"]["seed"] == 3


def test_that_values_of_aligned_units_come_with_gamma(run, units_file):
    found = run("agreement-units", units_file(TWO), "--gamma", "--samples", 200, "--json").json

    assert found["gamma_k_aligned"] == {"1": 1.0, "2": 0.0, "3": 0.0, "7": None}
    assert found["gamma_k"]["7"] <= 0
    details = found["gamma_details"]
    for name in ("gamma_cat", "gamma_cat_aligned"):
        assert found[name] == 1 - details[name]["disorder"] / details[name]["expected_disorder"]
        assert 0 < details[name]["samples"] <= 200
        assert details[name]["margin"] > 0
    assert found["gamma_cat"] < found["gamma_cat_aligned"]
    reasons = {one["coefficient"]: one["reason"] for one in found["remarks"]}
    assert reasons["gamma_k_aligned.7"] == "no_pairs"


def test_that_values_without_pairs_are_told_in_words(run, units_file):
    apart = {"length": 90, "coders": {name: with_unit(**where)["coders"]["Ane"] for name, where in APART.items()}}
    said = run("agreement-units", units_file(apart), "--gamma", "--samples", 5, "--lang", "nb").out

    assert "γ_cat (bare sammenstilte enheter)  –" in said
    without = "γ_cat (bare sammenstilte enheter); γ_k (bare sammenstilte) x; γ_k (bare sammenstilte) y: "
    assert f"{without}Ikke definert: ingen enheter av to kodere" in said
    assert "γ_cat, verdiene av enhetene: ±" in said


def test_that_people_get_a_table_in_their_language(run, units_file):
    said = run("agreement-units", units_file(TWO), "--gamma", "--samples", 5, "--lang", "nb").out

    assert "60 tegn; 2 kodere: Alex (3), Paul (2)" in said
    assert "|uα, bare enheter og hull" in said
    assert "5 tilfeldige utvalg med frø 0" in said
    assert "γ_cat, verdiene av enhetene" in said
    assert "Verdi  (k)uα  Dekning  γ_k    γ_k (bare sammenstilte)" in said
    assert "(k)uα 7: Ikke definert" in said


def test_that_joined_and_empty_units_are_told(run, units_file):
    twice = [{"start": 0, "end": 5, "value": "x"}, {"start": 3, "end": 9, "value": "x"}]
    empty = [{"start": 4, "end": 4, "value": "x"}, {"start": 5, "end": 9, "value": "x"}]
    found = run("agreement-units", units_file({"length": 20, "coders": {"a": twice, "b": empty}}), "--json").json

    reasons = [one["reason"] for one in found["remarks"] if one["coefficient"] is None]
    assert reasons == ["units_joined", "units_dropped"]


def test_that_two_values_at_one_place_stop_all_but_gamma(run, units_file):
    both = [{"start": 0, "end": 5, "value": "x"}, {"start": 3, "end": 9, "value": "y"}]
    path = units_file({"length": 20, "coders": {"Ane": both, "Odd": both[:1]}})

    refused = run("agreement-units", path)
    assert refused.code == 1
    assert refused.err.startswith("Ane gave two values (x, y) to the same place (3–5)")
    found = run("agreement-units", path, "--gamma", "--samples", 5, "--json").json
    assert found["u_alpha"] is None
    assert found["k_u_alpha"] == {}
    assert found["gamma"] is not None
    assert {*found["gamma_k"]} == {"x", "y"}
    assert "values_overlap" in [one["reason"] for one in found["remarks"]]
    assert "Ane gave two values" in run("agreement-units", path, "--gamma", "--samples", 5).out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "empty"),
        ("{", "damaged"),
        ("[" * 100_000, "damaged"),
        ('{"length": 9, "coders": {"Ane": [], "Ane": []}}', "2 × “Ane”"),
        ([], "a text with units"),
        ({"length": 9}, "a text with units"),
        ({"length": 9, "coders": {"Ane": {}}}, "a text with units"),
        ({"length": 0, "coders": {}}, "length: 0"),
        ({"length": True, "coders": {}}, "length: true"),
        ({"length": 9.5, "coders": {}}, "length: 9.5"),
        (with_unit(start=-1), "Ane, 1: -1"),
        (with_unit(start="0"), 'Ane, 1: "0"'),
        (with_unit(end=21), "Ane, 1: 21"),
        (with_unit(start=6), "Ane, 1: 5"),
        (with_unit(value=" "), 'Ane, 1: " "'),
        (with_unit(value=None), "Ane, 1: null"),
        ({"length": 9, "coders": {"Ane": ["x"]}}, "Ane, 1: null"),
    ],
)
def test_that_a_bad_file_is_refused_in_one_sentence_that_names_the_place(run, units_file, content, said):
    refused = run("agreement-units", units_file(content))

    assert refused.code == 1
    assert refused.out == ""
    assert said in refused.err
    assert len(refused.err.splitlines()) == 1


def test_that_no_samples_are_wrong_usage(run, units_file):
    assert run("agreement-units", units_file(TWO), "--gamma", "--samples", 0).code == 2


def test_that_a_single_coder_gets_reasons_instead_of_numbers(run, units_file):
    found = run("agreement-units", units_file(with_unit()), "--json", "--gamma").json

    assert found["u_alpha"] is found["gamma"] is found["gamma_cat"] is found["alpha_u_1995"] is None
    assert found["gamma_k"] == {}
    assert "gamma_details" not in found
    assert {one["reason"] for one in found["remarks"]} == {"too_few_coders"}
