from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from kodebenk.ui.theme import load_theme

_SOURCE = Path(__file__).parents[2] / "docs" / "images" / "color_vision.py"


@pytest.fixture(scope="module")
def color_vision():
    """The measures behind the picture of the palette."""
    spec = importlib.util.spec_from_file_location("color_vision", _SOURCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Sharma, Wu & Dalal (2005), table 1.
@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ],
)
def test_that_colour_differences_are_the_published_ones(color_vision, one, other, published):
    assert color_vision.difference(one, other) == pytest.approx(published, abs=5e-5)


@pytest.mark.parametrize(
    ("name", "vision", "documented"),
    [
        ("light", "normal", 16.7),
        ("light", "protan", 9.5),
        ("light", "deutan", 9.8),
        ("light", "tritan", 10.5),
        ("dark", "normal", 17.1),
        ("dark", "protan", 11.3),
        ("dark", "deutan", 10.8),
        ("dark", "tritan", 11.3),
    ],
)
def test_that_code_colours_stay_as_far_apart_as_documented(color_vision, name, vision, documented):
    colors = list(load_theme(name).code_colors)
    assert color_vision.smallest_difference(colors, vision) == pytest.approx(documented, abs=0.05)
