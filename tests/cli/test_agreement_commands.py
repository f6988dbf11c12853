"""`agreement-ratings`."""

import pytest

from kodebenk.analysis.agreement.krippendorff_alpha import Level
from kodebenk.analysis.agreement.ratings_report import RatingsRemark
from kodebenk.analysis.agreement.value_weights import WeightKind
from kodebenk.analysis.agreement.values import Undefined
from kodebenk.cli.agreement_words import LEVELS, REMARKS, UNDEFINED, WEIGHTS, shown_number
from kodebenk.cli.words import Language

# Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C; the other coefficients in Gwet, Handbook of
# Inter-Rater Reliability, 4th ed. 2014.
FOUR_OBSERVERS = """enhet;Ane;Berit;Carl;Dag
1;1;1;;1
2;2;2;3;2
3;3;3;3;3
4;3;3;3;3
5;2;2;2;2
6;1;2;3;4
7;4;4;4;4
8;1;1;2;1
9;2;2;2;2
10;;5;5;5
11;;;1;1
12;;;3;
"""


@pytest.fixture
def table(tmp_path):
    def write(text, name="vurderinger.csv"):
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path / name

    return write


def test_that_a_table_of_four_coders_with_gaps_gets_its_published_coefficients(run, table):
    found = run("agreement-ratings", table(FOUR_OBSERVERS), "--json").json

    assert (found["units"], found["units_compared"], found["coders"]) == (12, 11, 4)
    assert found["coder_names"] == ["Ane", "Berit", "Carl", "Dag"]
    assert found["values"] == [1, 2, 3, 4, 5]
    printed = {
        "percent": 0.81818,
        "ac1": 0.77544,
        "ac2": 0.77544,
        "fleiss_kappa": 0.76117,
        "conger_kappa": 0.76282,
        "brennan_prediger": 0.77273,
        "alpha": 0.74342,
    }
    assert {name: found[name] for name in printed} == pytest.approx(printed, abs=1e-5)
    assert found["alpha_by_level"] == pytest.approx(
        {"nominal": 0.743, "ordinal": 0.815, "interval": 0.849, "ratio": 0.797}, abs=5e-4
    )
    assert found["standard_errors"]["ac1"] == pytest.approx(0.14295, abs=1e-5)


def test_that_what_is_undefined_is_null_with_a_remark(run, table):
    found = run("agreement-ratings", table(FOUR_OBSERVERS), "--json").json

    assert [found[name] for name in ("cohen_kappa", "scott_pi", "light_kappa")] == [None] * 3
    reasons = {one["coefficient"]: one["reason"] for one in found["remarks"]}
    assert reasons["cohen_kappa"] == "too_many_coders"
    assert reasons["light_kappa"] == "missing_values"
    assert reasons[None] == "one_coder_alone"
    assert all(one["message"] for one in found["remarks"])


def test_that_a_table_without_variation_has_percent_alone(run, table):
    found = run("agreement-ratings", table("A,B\nja,ja\nja,ja\n"), "--json", "--lang", "nb").json

    assert found["percent"] == 1
    undefined = ("cohen_kappa", "scott_pi", "fleiss_kappa", "conger_kappa", "brennan_prediger", "ac1", "ac2", "alpha")
    assert {found[name] for name in undefined} == {None}
    told = {one["coefficient"]: one["message"] for one in found["remarks"]}
    assert told["alpha"].startswith("Ikke definert: alle gir samme verdi overalt")


def test_that_values_that_could_be_given_count_where_they_matter(run, table):
    path = table("A,B\nja,ja\nja,nei\n")
    two = run("agreement-ratings", path, "--json").json
    three = run("agreement-ratings", path, "--values", "nei,ja,vet ikke", "--json").json

    assert (two["brennan_prediger"], three["brennan_prediger"]) == pytest.approx((0, 1 / 4))
    assert two["cohen_kappa"] == three["cohen_kappa"]
    assert three["values"] == ["nei", "ja", "vet ikke"]


def test_that_levels_and_weights_are_told_and_used(run, table):
    path = table("A\tB\nlav\tlav\nlav\tmiddels\nhøy\thøy\nmiddels\thøy\n", "trinn.tsv")
    told = ("--values", "lav,middels,høy", "--level", "ordinal", "--json")
    found = run("agreement-ratings", path, *told).json
    quadratic = run("agreement-ratings", path, *told, "--weights", "quadratic").json

    assert (found["level"], found["weights"]) == ("ordinal", "ordinal")
    assert found["alpha"] == found["alpha_by_level"]["ordinal"] > found["alpha_by_level"]["nominal"]
    assert found["alpha_by_level"]["interval"] is None
    assert quadratic["weights"] == "quadratic"
    assert quadratic["weighted"]["percent"] == pytest.approx((1 + 0.75 + 1 + 0.75) / 4)
    assert quadratic["cohen_kappa"] == found["cohen_kappa"] < quadratic["weighted"]["cohen_kappa"]


def test_that_other_marks_of_missing_values_and_decimal_commas_are_read(run, table):
    path = table("A;B\n1,5;1.5\nNA;2\n2;2,0\n3;.\n")
    found = run("agreement-ratings", path, "--missing", "NA", "--missing", ".", "--level", "interval", "--json").json

    assert found["values"] == [1.5, 2, 3]
    assert (found["units"], found["units_compared"], found["percent"], found["alpha"]) == (4, 2, 1, 1)


def test_that_a_workbook_is_read_as_a_text_table_is(run, table, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for line in FOUR_OBSERVERS.splitlines():
        book.active.append([int(cell) if cell.isdigit() else cell or None for cell in line.split(";")])
    book.save(tmp_path / "vurderinger.xlsx")

    from_text = run("agreement-ratings", table(FOUR_OBSERVERS), "--json").json
    assert run("agreement-ratings", tmp_path / "vurderinger.xlsx", "--json").json == from_text


def test_that_the_text_names_measures_and_reasons_in_norwegian(run, table):
    shown = run("agreement-ratings", table(FOUR_OBSERVERS), "--level", "interval", "--lang", "nb").out

    assert "12 enheter, 11 av dem med minst to verdier; 4 kodere: Ane, Berit, Carl, Dag" in shown
    assert "Krippendorffs alfa, intervallnivå  0,849" in shown
    assert "Gwets AC2, kvadratiske vekter" in shown
    assert "Scotts pi: Ikke definert: målet er for to kodere." in shown
    assert "1 enhet har bare én verdi." in shown


@pytest.mark.parametrize(
    ("text", "options", "sentence"),
    [
        ("A,B\n", (), "the file is empty"),
        ("A,A\n1,1\n", (), "a row cannot be read"),
        ("A,B\nja,nei\n", ("--values", "ja,kanskje"), "“nei” cannot be used as a rating in the table"),
    ],
)
def test_that_bad_tables_get_one_sentence(run, table, text, options, sentence):
    ran = run("agreement-ratings", table(text), *options)

    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert sentence in ran.err


def test_that_a_column_of_one_coder_is_told(run, table):
    found = run("agreement-ratings", table("Ane\n1\n2\n"), "--json").json

    assert (found["coders"], found["percent"]) == (1, None)
    assert {one["reason"] for one in found["remarks"]} == {"too_few_coders"}


@pytest.mark.parametrize(
    ("texts", "keys"), [(UNDEFINED, Undefined), (REMARKS, RatingsRemark), (LEVELS, Level), (WEIGHTS, WeightKind)]
)
def test_that_every_key_has_its_words_in_both_languages(texts, keys):
    assert texts.keys() == set(keys)
    assert all(one.nb and one.en and one.nb != one.en for one in texts.values())


@pytest.mark.parametrize(
    ("value", "nb", "en"),
    [(0.77544, "0,775", "0.775"), (-0.5, "−0,500", "−0.500"), (-1e-9, "0,000", "0.000"), (None, "–", "–")],
)
def test_that_coefficients_have_three_decimals_and_the_mark_of_the_language(value, nb, en):
    assert (shown_number(value, Language.NB), shown_number(value, Language.EN)) == (nb, en)
