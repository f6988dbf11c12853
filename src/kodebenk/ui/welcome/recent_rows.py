"""Rows of the recent projects: title, counts, when opened, how far the coding has come."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt

from kodebenk.ui.settings import RecentProject
from kodebenk.ui.shell.rows import Row

_THIS_WEEK = 6


class RecentRows(QObject):
    """Makes the rows, in the language in use."""

    def rows(self, projects: list[RecentProject]) -> list[Row]:
        """Return a row for each project; one whose file is gone says so."""
        return [self._row(one) for one in projects]

    def _row(self, one: RecentProject) -> Row:
        path = Path(one.path)
        missing = not path.exists()
        note, icon, tone = self._state(one)
        if missing:
            note, icon, tone = self.tr("Not found"), "triangle-alert", "warn"
        return Row(
            key=one.path,
            title=one.title or path.stem,
            detail=self._counts(one),
            icon="tags" if one.codes and not one.documents else "notebook-text",
            aside=self.day(one.opened_at),
            note=note,
            note_icon=icon,
            tone=tone,
        )

    def _counts(self, one: RecentProject) -> str:
        if not one.documents and one.codes:
            return _counted(one.codes, self.tr("1 code"), self.tr("{count} codes")) + " · " + self.tr("no documents")
        parts = []
        if one.respondents:
            parts.append(_counted(one.respondents, self.tr("1 respondent"), self.tr("{count} respondents")))
        if not one.documents:
            return " · ".join((*parts, self.tr("no documents")))
        parts.append(_counted(one.documents, self.tr("1 document"), self.tr("{count} documents")))
        parts.append(_counted(one.codings, self.tr("1 coding"), self.tr("{count} codings")))
        return " · ".join(parts)

    def _state(self, one: RecentProject) -> tuple[str, str, str]:
        if not one.documents:
            return (self.tr("Codebook only"), "", "ink2") if one.codes else (self.tr("Empty"), "", "ink2")
        if one.finished >= one.documents:
            return self.tr("Coded to the end"), "circle-check", "ok"
        text = self.tr("{done} of {total} documents done").format(done=one.finished, total=one.documents)
        return text, "", "ink2"

    def day(self, moment: str) -> str:
        """Return a moment as people say it: "Today 14:06", a weekday, or a date."""
        read = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
        if not read.isValid():
            return ""
        locale = QLocale()
        time = read.time().toString("HH:mm")
        days = read.date().daysTo(QDateTime.currentDateTime().date())
        if days == 0:
            return self.tr("Today {time}").format(time=time)
        if days == 1:
            return self.tr("Yesterday {time}").format(time=time)
        if 1 < days <= _THIS_WEEK:
            name = locale.standaloneDayName(read.date().dayOfWeek())
            return name[:1].upper() + name[1:]
        same_year = read.date().year() == QDateTime.currentDateTime().date().year()
        return locale.toString(read.date(), self.tr("d MMMM") if same_year else self.tr("d MMMM yyyy"))


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=QLocale().toString(count))
