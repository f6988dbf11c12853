"""What the clipboard gets from a text whose words on the screen are not those of the source."""

from __future__ import annotations

from PySide6.QtCore import QMimeData


def replace_words(copied: QMimeData, words: str) -> QMimeData:
    """Return what Qt made of a selection, now holding these words alone.

    WORKAROUND(PySide6 6.11): a QMimeData made in Python lives in the clipboard until the process ends, and its
    destructor then calls into an interpreter that is gone. Qt's own fills itself when it is first asked for its
    words, so that is done before they are replaced.
    """
    copied.text()
    copied.clear()
    copied.setText(words)
    return copied
