"""What the list of files says of each: kind, pages, speakers, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from kodebenk.domain.document import SPOKEN_KINDS
from kodebenk.ui.error_messages import explain
from kodebenk.ui.import_page.import_words import encoding_name
from kodebenk.ui.import_page.kind_picker import short_kind_name
from kodebenk.ui.import_page.planned_source import PlannedSource, ReadingState
from kodebenk.ui.import_page.twin_banner import twin_name
from kodebenk.ui.material_list.kind_words import KIND_ICONS, page_count
from kodebenk.ui.number_words import counted
from kodebenk.ui.shell.rows import Row

_State = tuple[str, str, str]
"""Words, icon and colour role."""


def file_row(source: PlannedSource) -> Row:
    """Return the row of a file."""
    kind = source.shown_kind
    note, icon, tone = _state(source)
    return Row(
        source,
        source.name or source.path.name,
        _facts(source),
        KIND_ICONS[kind] if kind is not None else "file-text",
        note=note,
        note_icon=icon,
        tone=tone,
        note_below=True,
    )


def _facts(source: PlannedSource) -> str:
    kind = source.shown_kind
    if source.draft is None or kind is None:
        return ""
    translate = QCoreApplication.translate
    parts = [short_kind_name(kind), page_count(len(source.draft.read.pages))]
    if source.draft.read.respondents:
        one, many = translate("ImportFiles", "1 respondent"), translate("ImportFiles", "{count} respondents")
        parts.append(counted(len(source.draft.read.respondents), one, many))
    elif source.speakers:
        one, many = translate("ImportFiles", "1 speaker"), translate("ImportFiles", "{count} speakers")
        parts.append(counted(len(source.speakers), one, many))
    return " · ".join(part for part in parts if part)


def _state(source: PlannedSource) -> _State:
    if source.state is ReadingState.READING:
        return _how_far(source), "circle-dashed", "ink3"
    if source.error is not None:
        return explain(source.error).title, "circle-alert", "bad"
    return _likeness(source) or _things(source) or (_ready(source), "circle-check", "ok")


def _how_far(source: PlannedSource) -> str:
    translate = QCoreApplication.translate
    done, of = source.progress
    if not of:
        return translate("ImportFiles", "Reading …")
    locale = QLocale()
    words = translate("ImportFiles", "Reading: {done} of {total}")
    return words.format(done=locale.toString(done), total=locale.toString(of))


def _likeness(source: PlannedSource) -> _State | None:
    twin = source.twin
    if twin is None:
        return None
    translate = QCoreApplication.translate
    if twin.is_same_file and twin.in_project:
        words = translate("ImportFiles", "In the project already")
    elif twin.is_same_file:
        words = translate("ImportFiles", "The same file twice")
    else:
        words = translate("ImportFiles", "{percent} % like {name}").format(percent=twin.percent, name=twin_name(twin))
    if source.take_anyway:
        words = translate("ImportFiles", "{words} · is added").format(words=words)
    return words, "copy", "info"


def things_to_settle(source: PlannedSource) -> int:
    """Return how many things somebody should look at: warnings, speakers who wait, doubtful words."""
    warnings = len(source.draft.read.warnings) if source.draft is not None else 0
    return warnings + source.speakers_to_settle + len(source.open_doubts)


def _things(source: PlannedSource) -> _State | None:
    translate = QCoreApplication.translate
    things = things_to_settle(source) + source.is_encoding_guessed
    if source.is_encoding_guessed and things == 1 and source.draft is not None:
        words = translate("ImportFiles", "Encoding guessed: {encoding}")
        return words.format(encoding=encoding_name(source.draft.read.encoding)), "triangle-alert", "warn"
    if not things:
        return None
    one, many = translate("ImportFiles", "1 thing to look at"), translate("ImportFiles", "{count} things to look at")
    return counted(things, one, many), "triangle-alert", "warn"


def _ready(source: PlannedSource) -> str:
    translate = QCoreApplication.translate
    ready = translate("ImportFiles", "Ready")
    headings = len(source.draft.read.headings) if source.draft is not None else 0
    if not headings or source.shown_kind in SPOKEN_KINDS:
        return ready
    kept = counted(headings, translate("ImportFiles", "1 heading"), translate("ImportFiles", "{count} headings"))
    return f"{ready} · {kept}"
