"""What people write in fields, and how it is shown again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from kodebenk.ui.material.written_values import ValueKind, read_date, read_value, show_date, show_value


@pytest.fixture(autouse=True)
def norwegian():
    before = QLocale()
    QLocale.setDefault(QLocale("nb_NO"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("12.5.2024", "2024-05-12"),
        ("12. 5. 2024", "2024-05-12"),
        ("01/02/2023", "2023-02-01"),
        ("2024-05-12", "2024-05-12"),
        ("2024", "2024"),
        ("5.2024", "2024-05"),
        ("2024-05", "2024-05"),
        ("29.2.2024", "2024-02-29"),
    ],
)
def test_that_dates_are_stored_as_iso_with_what_is_known(written, stored):
    assert read_date(written) == stored


@pytest.mark.parametrize("written", ["31.2.2024", "i fjor", "13.13.2024", "0000", "24", "12.5.24"])
def test_that_what_is_no_date_is_not_guessed(written):
    assert read_date(written) is None
    assert read_value(ValueKind.DATE, written) == (False, None)


@given(st.dates())
def test_that_a_date_shown_is_read_back_as_the_same(date):
    assert read_date(show_date(date.isoformat())) == date.isoformat()


def test_that_an_emptied_field_is_unknown():
    assert read_value(ValueKind.DATE, "  ") == (True, "")
    assert read_value(ValueKind.NUMBER, "") == (True, None)
    assert read_value(ValueKind.TEXT, "  på  rådhuset ") == (True, "på rådhuset")


@pytest.mark.parametrize("written", ["en time", "-3", "0", "1,5"])
def test_that_a_number_is_whole_and_above_zero(written):
    assert read_value(ValueKind.NUMBER, written)[0] is False
    assert read_value(ValueKind.NUMBER, "45") == (True, 45)


def test_that_dates_follow_the_language():
    assert show_value(ValueKind.DATE, "2024-05-12") == "12.05.2024"
    QLocale.setDefault(QLocale("en_GB"))
    assert show_value(ValueKind.DATE, "2024-05-12") == "12/05/2024"
    assert show_value(ValueKind.DATE, "2024") == "2024"
    assert show_value(ValueKind.DATE, "våren 2024") == "våren 2024"
