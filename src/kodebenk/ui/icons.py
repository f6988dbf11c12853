"""Draws the Lucide icons of `resources/icons` in colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kodebenk.bundled_files import find_resource

_PIXEL_RATIOS = (1.0, 2.0, 3.0)
# Lucide draws on 24 px; thinner lines vanish in the smallest sizes.
_STROKE = 1.75
_STROKE_OF_SMALL = 2.0
_LARGEST_SMALL = 14


class IconMissing(LookupError):
    """There is no icon of this name in `resources/icons`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def icon(name: str, color: QColor, size: int = 16) -> QIcon:
    """Return an icon for buttons and menus.

    Args:
        name: Lucide name, for example `"file-plus"`.
        color: Takes the place of `currentColor`.
        size: Side in px.

    Raises:
        IconMissing: there is no such icon.
    """
    return _cached_icon(name, color.rgba(), size)


def pixmap(name: str, color: QColor, size: int = 16, dpr: float = 1.0) -> QPixmap:
    """Return an icon as pixmap of `size` px, with `dpr` device pixels for each.

    Raises:
        IconMissing: there is no such icon.
    """
    return _cached_pixmap(name, color.rgba(), size, dpr)


def draw_icon(painter: QPainter, name: str, rect: QRectF, color: QColor, stroke: float | None = None) -> None:
    """Draw an icon into a rectangle.

    Args:
        painter: Keeps its state.
        name: Lucide name.
        rect: Target in px; icons are square.
        color: Takes the place of `currentColor`.
        stroke: Width of lines on Lucide's 24 px; by default 2 up to 14 px and 1.75 above.

    Raises:
        IconMissing: there is no such icon.
    """
    if stroke is None:
        stroke = _usual_stroke(rect.width())
    _renderer(name, color.rgba(), stroke).render(painter, rect)


def draw_logo(painter: QPainter, rect: QRectF, ground: QColor, lines: QColor) -> None:
    """Draw the Kodebenk logo: a rounded square in `ground` with a margin bracket and three `lines`."""
    _logo_renderer(ground.rgba(), lines.rgba()).render(painter, rect)


def logo_icon() -> QIcon:
    """Return the window icon, in the colours of the light theme on every desktop."""
    return QIcon(str(find_resource("icons/kodebenk.svg")))


@lru_cache(maxsize=512)
def _cached_icon(name: str, rgba: int, size: int) -> QIcon:
    result = QIcon()
    for ratio in _PIXEL_RATIOS:
        result.addPixmap(_cached_pixmap(name, rgba, size, ratio))
    return result


@lru_cache(maxsize=1024)
def _cached_pixmap(name: str, rgba: int, size: int, dpr: float) -> QPixmap:
    # Asked first: an error while the painter is open would take the pixmap from under it.
    renderer = _renderer(name, rgba, _usual_stroke(size))
    result = QPixmap(QSize(round(size * dpr), round(size * dpr)))
    result.fill(Qt.GlobalColor.transparent)
    result.setDevicePixelRatio(dpr)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return result


def _usual_stroke(side: float) -> float:
    return _STROKE_OF_SMALL if side <= _LARGEST_SMALL else _STROKE


@lru_cache(maxsize=512)
def _renderer(name: str, rgba: int, stroke: float) -> QSvgRenderer:
    svg = _read_svg(name).replace("currentColor", QColor.fromRgba(rgba).name())
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(svg.encode("utf-8")))


@lru_cache(maxsize=8)
def _logo_renderer(ground: int, lines: int) -> QSvgRenderer:
    svg = _read_svg("kodebenk").replace("#0A5F6E", QColor.fromRgba(ground).name())
    svg = svg.replace("#FFFFFF", QColor.fromRgba(lines).name())
    return QSvgRenderer(QByteArray(svg.encode("utf-8")))


@lru_cache(maxsize=256)
def _read_svg(name: str) -> str:
    try:
        return find_resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise IconMissing(name) from error
