"""Says when the project was last saved."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt


def saved_text(moment: str | None) -> str:
    """Return "Saved 14:06", with the date when that was another day; `moment` is UTC, ISO 8601."""
    read = QDateTime.fromString(moment or "", Qt.DateFormat.ISODate).toLocalTime()
    if not read.isValid():
        return QCoreApplication.translate("TopBar", "Saved")
    time = read.time().toString("HH:mm")
    if read.date() != QDateTime.currentDateTime().date():
        time = f"{QLocale().toString(read.date(), QLocale.FormatType.ShortFormat)} {time}"
    return QCoreApplication.translate("TopBar", "Saved {time}").format(time=time)
