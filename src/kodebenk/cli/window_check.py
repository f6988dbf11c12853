"""Finds out whether the window can open, before Qt is asked: a missing library would make Qt abort."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kodebenk.cli.error_sentences import WINDOW_LIBRARY_MISSING, WINDOW_NO_SCREEN, WINDOW_QT_MISSING
from kodebenk.cli.output import one_line
from kodebenk.cli.words import Language


@dataclass(frozen=True, slots=True)
class _Library:
    """A shared library with the packages that bring it."""

    file: str
    debian: str
    fedora: str


_QT_NEEDS = (
    _Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    _Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    _Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    _Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    _Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    _Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
)
"""What QtGui of the PySide6 wheels links to (`ldd QtGui.abi3.so`)."""

_XCB_NEEDS = (
    _Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    _Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    _Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    _Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    _Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    _Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    _Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
"""What the platform plugin xcb links to besides (`ldd platforms/libqxcb.so`)."""


def find_obstacle(
    language: Language,
    environment: Mapping[str, str] = os.environ,
    load: Callable[[str], object] = ctypes.CDLL,
) -> str:
    """Return the sentence that says why the window cannot open, or an empty one. Only Linux is looked at.

    Args:
        language: of the sentence.
        environment: of the process.
        load: loads a shared library or raises OSError.
    """
    if not sys.platform.startswith("linux"):
        return ""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if not platform and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return one_line(WINDOW_NO_SCREEN.say(language))
    on_xcb = platform == "xcb" or (not platform and not environment.get("WAYLAND_DISPLAY"))
    needed = _QT_NEEDS + (_XCB_NEEDS if on_xcb else ())
    missing = [one for one in needed if not _loads(one.file, load)]
    if missing:
        return _missing_sentence(missing, language)
    if on_xcb and not _x_server_answers(load):
        return one_line(WINDOW_NO_SCREEN.say(language))
    return ""


def explain_import_error(error: ImportError, language: Language) -> str:
    """Return the sentence for a Qt that cannot be imported, empty when the error is about something else.

    The dynamic linker says "libEGL.so.1: cannot open shared object file"; a missing PySide6 is named.
    """
    library = str(error).partition(":")[0]
    if library.startswith("lib") and ".so" in library:
        known = [one for one in _QT_NEEDS + _XCB_NEEDS if one.file == library]
        return _missing_sentence(known or list(_QT_NEEDS), language)
    package = (error.name or "").partition(".")[0]
    if package in ("PySide6", "shiboken6"):
        return one_line(WINDOW_QT_MISSING.say(language, library=package))
    return ""


def _missing_sentence(missing: list[_Library], language: Language) -> str:
    return one_line(
        WINDOW_LIBRARY_MISSING.say(
            language,
            library=", ".join(one.file for one in missing),
            debian=" ".join(one.debian for one in missing),
            fedora=" ".join(one.fedora for one in missing),
        )
    )


def _loads(library: str, load: Callable[[str], object]) -> bool:
    try:
        load(library)
    except OSError:
        return False
    return True


def _x_server_answers(load: Callable[[str], object]) -> bool:
    """Tell whether the display can be reached; Qt aborts where it cannot."""
    try:
        xcb = load("libxcb.so.1")
    except OSError:
        return False
    if not isinstance(xcb, ctypes.CDLL):
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers
