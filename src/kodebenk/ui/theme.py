"""Colours by role for the light and the dark theme, and the appearance that widgets follow."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kodebenk.bundled_files import find_resource
from kodebenk.ui.fonts import interface_scale, load_fonts, ui_font
from kodebenk.ui.indicator_images import write_indicator_images

ThemeName = Literal["light", "dark"]
ThemeChoice = Literal["light", "dark", "system"]

CODE_COLOR_COUNT = 12
SMALLEST_READING_SCALE = 0.8
LARGEST_READING_SCALE = 2.0
_READING_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_STANCE_ROLES = {
    "for": "stance_for",
    "mot": "stance_against",
    "blandet": "stance_mixed",
    "nøytral": "ink3",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: a colour for every role, and the colours of the codes.

    Attributes named after a role are opaque colours, except `shadow`.
    """

    name: ThemeName
    chrome: QColor
    panel: QColor
    paper: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    press: QColor
    line: QColor
    line2: QColor
    ctl: QColor
    hatch: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    soft: QColor
    on_soft: QColor
    soft_line: QColor
    sel: QColor
    ok: QColor
    ok_soft: QColor
    warn: QColor
    warn_soft: QColor
    warn_line: QColor
    bad: QColor
    bad_soft: QColor
    info: QColor
    info_soft: QColor
    stance_for: QColor
    stance_against: QColor
    stance_mixed: QColor
    toast: QColor
    toast_text: QColor
    toast_link: QColor
    shadow: QColor
    code_colors: tuple[QColor, ...]
    tint_base: float
    tint_falloff: float
    tint_selected: float
    tinted: bool = True

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"

    @property
    def focus(self) -> QColor:
        """Return the colour of the focus ring."""
        return self.accent

    def color(self, role: str) -> QColor:
        """Return the colour of a role such as `"ink"`.

        Raises:
            KeyError: there is no such role.
        """
        if role not in COLOR_ROLES:
            raise KeyError(role)
        found: QColor = getattr(self, role)
        return found

    def stance_color(self, stance: str) -> QColor:
        """Return the colour of a stance: `"for"`, `"mot"`, `"blandet"` or `"nøytral"`.

        Raises:
            KeyError: there is no such stance.
        """
        return self.color(_STANCE_ROLES[stance])

    def code_color(self, slot: int) -> QColor:
        """Return the colour of a code slot, counted from 1; slots 13, 25, … begin again at the first colour.

        Raises:
            ValueError: `slot` is below 1.
        """
        if slot < 1:
            raise ValueError(f"code slots count from 1, not {slot}")
        return self.code_colors[(slot - 1) % CODE_COLOR_COUNT]

    def tint(self, slot: int, selected: bool = False) -> QColor:
        """Return the ground behind text coded with this slot: code colour mixed into paper.

        Under the system's high contrast there are no tints and this is paper.
        """
        if not self.tinted:
            return self.paper
        code = self.code_color(slot)
        share = self.tint_base - self.tint_falloff * relative_luminance(code)
        return blend(self.paper, code, share + (self.tint_selected if selected else 0.0))


COLOR_ROLES = frozenset(field.name for field in fields(Theme) if field.type == "QColor")


def load_theme(name: ThemeName, *, tinted: bool = True) -> Theme:
    """Return a theme read from `resources/themes`.

    Raises:
        FileNotFoundError: there is no such theme.
        KeyError: the theme file lacks a role.
    """
    with find_resource(f"themes/{name}.toml").open("rb") as file:
        content = tomllib.load(file)
    codes = content["codes"]
    roles = {role: QColor(content["roles"][role]) for role in COLOR_ROLES}
    return Theme(
        name=name,
        code_colors=tuple(QColor(color) for color in codes["colors"]),
        tint_base=codes["tint_base"],
        tint_falloff=codes["tint_falloff"],
        tint_selected=codes["tint_selected"],
        tinted=tinted,
        **roles,
    )


def relative_luminance(color: QColor) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((relative_luminance(one), relative_luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blend(ground: QColor, color: QColor, share: float) -> QColor:
    """Return `color` mixed into `ground`; `share` 0 gives the ground, 1 the colour."""

    def mix(below: int, above: int) -> int:
        return round(below * (1 - share) + above * share)

    return QColor(
        mix(ground.red(), color.red()),
        mix(ground.green(), color.green()),
        mix(ground.blue(), color.blue()),
    )


def stylesheet(theme: Theme, images: Path) -> str:
    """Return the style sheet of the whole application.

    Args:
        theme: Colours for the `@role` places of `resources/themes/kodebenk.qss`.
        images: Folder with the pictures of `write_indicator_images`.
    """
    sheet = find_resource("themes/kodebenk.qss").read_text(encoding="utf-8")
    values = {role: theme.color(role).name() for role in COLOR_ROLES}
    values["segment"] = (theme.press if theme.is_dark else theme.raised).name()
    values["images"] = images.as_posix()
    scale = interface_scale()
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    sheet = re.sub(r"(\d+)sp\b", lambda length: f"{round(int(length[1]) * scale)}px", sheet)
    return re.sub(r"@([a-z0-9_]+)", lambda role: values[role[1]], sheet)


def palette(theme: Theme) -> QPalette:
    """Return the palette for what style sheets do not reach, such as native dialogs and text cursors."""
    result = QPalette()
    role = QPalette.ColorRole
    for palette_role, color in (
        (role.Window, theme.chrome),
        (role.WindowText, theme.ink),
        (role.Base, theme.paper),
        (role.AlternateBase, theme.panel),
        (role.Text, theme.ink),
        (role.PlaceholderText, theme.ink3),
        (role.Button, theme.raised),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.bad),
        (role.ToolTipBase, theme.toast),
        (role.ToolTipText, theme.toast_text),
        (role.Highlight, theme.sel),
        (role.HighlightedText, theme.ink),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Light, theme.raised),
        (role.Midlight, theme.hover),
        (role.Mid, theme.line2),
        (role.Dark, theme.ctl),
        (role.Shadow, theme.line2),
    ):
        result.setColor(palette_role, color)
    for text_role in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, text_role, theme.ink3)
    return result


class Appearance(QObject):
    """The theme and the reading scale in use; painted widgets get it in their constructor.

    Signals:
        theme_changed: The theme is another one; repaint and tint icons again.
        scale_changed(float): The reading scale, 0.8 to 2.0.
    """

    theme_changed = Signal()
    scale_changed = Signal(float)

    def __init__(self, choice: ThemeChoice = "system", scale: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: ThemeChoice = choice
        self._scale = _within_reading_scales(scale)
        self._application: QApplication | None = None
        self._images = QTemporaryDir()
        self._theme = self._load_chosen_theme()
        self._connect_signals()

    def _connect_signals(self) -> None:
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)

    @property
    def theme(self) -> Theme:
        """Return the theme in use."""
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        """Return what was chosen; `"system"` follows the desktop."""
        return self._choice

    @property
    def scale(self) -> float:
        """Return the scale of reading text and cells, 0.8 to 2.0."""
        return self._scale

    def apply(self, application: QApplication) -> None:
        """Give the application fonts, style, palette and style sheet, now and at every later change."""
        self._application = application
        load_fonts()
        application.setStyle("Fusion")
        application.setFont(ui_font(13))
        self._ask_for_window_frames()
        self._style_application()

    def set_theme(self, choice: ThemeChoice) -> None:
        """Use the light or the dark theme, or follow the system."""
        self._choice = choice
        if self._application is not None:
            self._ask_for_window_frames()
        self._use_chosen_theme()

    def set_scale(self, scale: float) -> None:
        """Set the reading scale; values outside 0.8 to 2.0 become the nearest end."""
        scale = _within_reading_scales(scale)
        if scale != self._scale:
            self._scale = scale
            self.scale_changed.emit(scale)

    def enlarge(self) -> None:
        """Set the next larger reading scale."""
        self.set_scale(min((s for s in _READING_SCALES if s > self._scale), default=LARGEST_READING_SCALE))

    def reduce(self) -> None:
        """Set the next smaller reading scale."""
        self.set_scale(max((s for s in _READING_SCALES if s < self._scale), default=SMALLEST_READING_SCALE))

    @Slot()
    def _on_color_scheme_changed(self) -> None:
        if self._choice == "system":
            self._use_chosen_theme()

    def _use_chosen_theme(self) -> None:
        chosen = self._load_chosen_theme()
        if chosen == self._theme:
            return
        self._theme = chosen
        self._style_application()
        self.theme_changed.emit()

    def _load_chosen_theme(self) -> Theme:
        return load_theme(self._chosen_name(), tinted=not _wants_high_contrast())

    def _chosen_name(self) -> ThemeName:
        if self._choice != "system":
            return self._choice
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    def _ask_for_window_frames(self) -> None:
        # Window frames and native dialogs are drawn by the system, which has to be told.
        hints = QGuiApplication.styleHints()
        if self._choice == "system":
            hints.unsetColorScheme()
        else:
            dark = self._choice == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _style_application(self) -> None:
        if self._application is None:
            return
        images = Path(self._images.path()) / self._theme.name
        write_indicator_images(images, self._theme.color)
        self._application.setPalette(palette(self._theme))
        self._application.setStyleSheet(stylesheet(self._theme, images))


def _within_reading_scales(scale: float) -> float:
    return min(max(scale, SMALLEST_READING_SCALE), LARGEST_READING_SCALE)


def _wants_high_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    # QStyleHints.accessibility() is new in Qt 6.10; older versions cannot be asked.
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
