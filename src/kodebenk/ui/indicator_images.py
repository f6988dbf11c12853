"""Writes the small pictures that style sheets can only take from files: check marks, radio dots, chevrons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QColor

_BOX = '<rect x="0.75" y="0.75" width="14.5" height="14.5" rx="4" fill="{fill}" stroke="{edge}"/>'
_CHECK = (
    '<path d="M4.2 8.3l2.6 2.6 5-5.6" fill="none" stroke="{mark}" stroke-width="1.8"'
    ' stroke-linecap="round" stroke-linejoin="round"/>'
)
_PARTLY = '<path d="M4.5 8h7" stroke="{mark}" stroke-width="1.8" stroke-linecap="round"/>'
_RING = '<circle cx="8" cy="8" r="7" fill="{fill}" stroke="{edge}" stroke-width="{width}"/>'
_DOT = '<circle cx="8" cy="8" r="3.75" fill="{mark}"/>'
_CHEVRON = (
    '<path d="{path}" fill="none" stroke="{mark}" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>'
)


def write_indicator_images(folder: Path, color: Callable[[str], QColor]) -> None:
    """Write the indicator pictures of one theme as SVG.

    Args:
        folder: Is made if missing; files in it are replaced.
        color: Gives the colour of a role.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in _draw_all({role: color(role).name() for role in _ROLES}).items():
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">{drawing}</svg>'
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


_ROLES = ("paper", "sunken", "ctl", "line2", "accent", "on_accent", "ink", "ink3")


def _draw_all(role: dict[str, str]) -> dict[str, str]:
    on = {"fill": role["accent"], "edge": role["accent"], "mark": role["on_accent"]}
    off = {"fill": role["sunken"], "edge": role["line2"], "mark": role["ink3"]}
    empty = {"fill": role["paper"], "edge": role["ctl"], "mark": role["accent"]}
    picked = empty | {"edge": role["accent"]}
    chevron = {"mark": role["ink3"]}
    return {
        "box": _BOX.format(**empty),
        "box-checked": (_BOX + _CHECK).format(**on),
        "box-partly": (_BOX + _PARTLY).format(**on),
        "box-off": _BOX.format(**off),
        "box-checked-off": (_BOX + _CHECK).format(**off),
        "radio": _RING.format(width="1.25", **empty),
        "radio-checked": (_RING + _DOT).format(width="1.75", **picked),
        "radio-off": _RING.format(width="1.25", **off),
        "radio-checked-off": (_RING + _DOT).format(width="1.25", **off),
        "check-ink": _CHECK.format(mark=role["ink"]),
        "chevron-down": _CHEVRON.format(path="M4 6l4 4 4-4", **chevron),
        "chevron-up": _CHEVRON.format(path="M4 10l4-4 4 4", **chevron),
        "chevron-right": _CHEVRON.format(path="M6 4l4 4-4 4", **chevron),
    }
