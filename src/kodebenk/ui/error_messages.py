"""Turns the error family into sentences: what happened, what is safe, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from kodebenk.errors import (
    Cancelled,
    ExportFailed,
    ExportProblem,
    ProjectFileError,
    ProjectFileProblem,
    Rule,
    RuleBroken,
    SourceProblem,
    SourceUnreadable,
    WorkbenchError,
)
from kodebenk.ui.marked_text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Explanation:
    """An error in the user's language: `title` says what happened, `sentence` what is safe and what to do."""

    title: str
    sentence: str

    @property
    def whole(self) -> str:
        return f"{self.title} {self.sentence}".strip()


_Texts = tuple[str, str]

RULE_TEXTS: dict[Rule, _Texts] = {
    Rule.EMPTY_PASSAGE: (
        QT_TRANSLATE_NOOP("Errors", "There are no words in the selection."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was coded. Select at least one word."),
    ),
    Rule.PASSAGE_OUTSIDE_TEXT: (
        QT_TRANSLATE_NOOP("Errors", "The passage lies outside the text."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Select the passage again in the document."),
    ),
    Rule.SAME_CODING_TWICE: (
        QT_TRANSLATE_NOOP("Errors", "This passage already has this code."),
        QT_TRANSLATE_NOOP("Errors", "The coding that was there stands. Choose another code or another passage."),
    ),
    Rule.NAME_EMPTY: (
        QT_TRANSLATE_NOOP("Errors", "The name is empty."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Write a name."),
    ),
    Rule.NAME_TAKEN: (
        QT_TRANSLATE_NOOP("Errors", "The name “{name}” is taken."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Choose another name."),
    ),
    Rule.NOT_FOUND: (
        QT_TRANSLATE_NOOP("Errors", "“{name}” is not in the project."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. It may have been deleted; look in the history."),
    ),
    Rule.AMBIGUOUS_NAME: (
        QT_TRANSLATE_NOOP("Errors", "“{name}” can mean several: {candidates}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Write the whole name."),
    ),
    Rule.CODE_BELOW_ITSELF: (
        QT_TRANSLATE_NOOP("Errors", "A code cannot lie below itself."),
        QT_TRANSLATE_NOOP("Errors", "The codebook is as it was. Choose a place outside the code."),
    ),
    Rule.MERGE_WITH_ITSELF: (
        QT_TRANSLATE_NOOP("Errors", "“{name}” cannot be merged with itself."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Choose another one."),
    ),
    Rule.CODE_IN_USE: (
        QT_TRANSLATE_NOOP("Errors", "The code “{name}” is in use."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Move or remove its codings first."),
    ),
    Rule.RESPONDENT_IN_USE: (
        QT_TRANSLATE_NOOP("Errors", "{name} still has words in the project: {documents}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was deleted. Merge the respondent, or give the words to someone else."),
    ),
    Rule.NOTHING_TO_UNDO: (
        QT_TRANSLATE_NOOP("Errors", "There is nothing to undo."),
        QT_TRANSLATE_NOOP("Errors", "The project is as it was made."),
    ),
    Rule.NOTHING_TO_REDO: (
        QT_TRANSLATE_NOOP("Errors", "There is nothing to redo."),
        QT_TRANSLATE_NOOP("Errors", "Everything that can be made again stands already."),
    ),
    Rule.VALUE_NOT_ALLOWED: (
        QT_TRANSLATE_NOOP("Errors", "The value “{value}” is not possible here."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Possible: {allowed}."),
    ),
    Rule.COLUMN_MISSING: (
        QT_TRANSLATE_NOOP("Errors", "The table {file} lacks the column “{column}”."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was read in. Add the column to the file and try again."),
    ),
    Rule.READ_ONLY: (
        QT_TRANSLATE_NOOP("Errors", "The project is open for reading only."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Save a copy to work on."),
    ),
    Rule.FILE_EXISTS: (
        QT_TRANSLATE_NOOP("Errors", "The file exists already: {path}"),
        QT_TRANSLATE_NOOP("Errors", "It was left alone. Choose another name."),
    ),
    Rule.TEXT_UNCHANGED: (
        QT_TRANSLATE_NOOP("Errors", "The text of “{document}” is the same as before."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed."),
    ),
    Rule.TEXT_EMPTY: (
        QT_TRANSLATE_NOOP("Errors", "The new text of “{document}” is empty."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. To be rid of a document, delete it."),
    ),
    Rule.TEXT_CHANGED_MEANWHILE: (
        QT_TRANSLATE_NOOP("Errors", "The text of “{document}” changed since the correction began."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed now. Look at the text as it is, and correct it again."),
    ),
    Rule.PROJECT_CHANGED_MEANWHILE: (
        QT_TRANSLATE_NOOP("Errors", "The project changed since the preview was made."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed now. Make the preview again."),
    ),
    Rule.VALUES_OVERLAP: (
        QT_TRANSLATE_NOOP("Errors", "A coder gave two values to the same place."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was computed. Choose codes that exclude each other."),
    ),
    Rule.TOO_FEW_CODERS: (
        QT_TRANSLATE_NOOP("Errors", "It takes at least two coders, or two passes of one coder."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was computed. Choose one more."),
    ),
    Rule.NO_SHARED_SOURCE: (
        QT_TRANSLATE_NOOP("Errors", "There is no source that all of them have coded."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Nothing was computed. Number of coded sources: {coded}. Choose coders who have coded the same source, or "
            "choose the sources yourself.",
        ),
    ),
    Rule.STILL_BLIND: (
        QT_TRANSLATE_NOOP("Errors", "{coder} codes this blind and has not finished: {documents}."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Others' work there is neither shown nor changed, so nothing was done. Finish the tasks, or end the "
            "blindness with a reason.",
        ),
    ),
    Rule.SAMPLE_IN_USE: (
        QT_TRANSLATE_NOOP("Errors", "The sample “{name}” is in use."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Nothing was changed. Coding tasks: {tasks}; saved comparisons: {comparisons}. Withdraw or delete those "
            "first.",
        ),
    ),
    Rule.REASON_MISSING: (
        QT_TRANSLATE_NOOP("Errors", "No reason is given."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Write why the blindness ends; it is recorded."),
    ),
    Rule.DECISION_REASON_MISSING: (
        QT_TRANSLATE_NOOP("Errors", "The decision on {place} has no reason."),
        QT_TRANSLATE_NOOP(
            "Errors", "Nothing was changed. Decisions in this project need a reason: write why, and save again."
        ),
    ),
    Rule.COMPARED_TEXT_CHANGED: (
        QT_TRANSLATE_NOOP("Errors", "The text of “{document}” was corrected since the codings were compared."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was computed. Compare anew with the text as it is now."),
    ),
    Rule.PLACE_CHANGED: (
        QT_TRANSLATE_NOOP("Errors", "The codings at {place} in “{document}” changed since they were compared."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed now. Look at the new comparison, and settle the place there."),
    ),
    Rule.NOT_FINISHED: (
        QT_TRANSLATE_NOOP("Errors", "{coder} has not finished coding “{document}”."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was computed. Wait until the task is finished, or choose other sources."),
    ),
    Rule.VOICE_OF_NOBODY: (
        QT_TRANSLATE_NOOP("Errors", "Nobody is named who is heard."),
        QT_TRANSLATE_NOOP("Errors", "Choose respondents, at least two who say it together, or write who it is."),
    ),
}

PROJECT_TEXTS: dict[ProjectFileProblem, _Texts] = {
    ProjectFileProblem.MISSING: (
        QT_TRANSLATE_NOOP("Errors", "The project {file} is not there."),
        QT_TRANSLATE_NOOP("Errors", "It may have been moved or its drive is missing. Look for it in {folder}."),
    ),
    ProjectFileProblem.EXISTS: (
        QT_TRANSLATE_NOOP("Errors", "There is already a file {file}."),
        QT_TRANSLATE_NOOP("Errors", "It was left alone. Choose another name, or open it."),
    ),
    ProjectFileProblem.FOLDER_MISSING: (
        QT_TRANSLATE_NOOP("Errors", "The folder {folder} is not there."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written. Choose another folder."),
    ),
    ProjectFileProblem.NOT_A_PROJECT: (
        QT_TRANSLATE_NOOP("Errors", "{file} is not a Kodebenk project."),
        QT_TRANSLATE_NOOP("Errors", "The file is unchanged. Choose a file that ends in .kodebenk."),
    ),
    ProjectFileProblem.DAMAGED: (
        QT_TRANSLATE_NOOP("Errors", "The project {file} is damaged."),
        QT_TRANSLATE_NOOP("Errors", "The file was left as it is. Restore a backup from the File menu."),
    ),
    ProjectFileProblem.NEWER: (
        QT_TRANSLATE_NOOP("Errors", "{file} was written by a newer version of Kodebenk ({written_by})."),
        QT_TRANSLATE_NOOP("Errors", "The file is unchanged. Install that version or a later one."),
    ),
    ProjectFileProblem.LOCKED: (
        QT_TRANSLATE_NOOP("Errors", "{holder} has {file} open on {host} since {since}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Close it there first."),
    ),
    ProjectFileProblem.READ_ONLY: (
        QT_TRANSLATE_NOOP("Errors", "{file} cannot be written to."),
        QT_TRANSLATE_NOOP("Errors", "The file is unchanged. Move it to a folder where you may write."),
    ),
    ProjectFileProblem.DISK_FULL: (
        QT_TRANSLATE_NOOP("Errors", "The disk is full; {file} cannot be saved."),
        QT_TRANSLATE_NOOP("Errors", "All that was saved before is safe. Make room on the disk and do it again."),
    ),
    ProjectFileProblem.BUSY: (
        QT_TRANSLATE_NOOP("Errors", "Another program is using {file}."),
        QT_TRANSLATE_NOOP("Errors", "The last change was not saved; the rest is safe. Try again in a moment."),
    ),
    ProjectFileProblem.CANNOT_READ: (
        QT_TRANSLATE_NOOP("Errors", "{file} cannot be read."),
        QT_TRANSLATE_NOOP("Errors", "The file is unchanged. Check that the drive is there and that you may read it."),
    ),
    ProjectFileProblem.CANNOT_WRITE: (
        QT_TRANSLATE_NOOP("Errors", "{file} cannot be saved."),
        QT_TRANSLATE_NOOP("Errors", "All that was saved before is safe. Check the drive and do it again."),
    ),
    ProjectFileProblem.UPGRADE_FAILED: (
        QT_TRANSLATE_NOOP("Errors", "{file} could not be brought to this version's form."),
        QT_TRANSLATE_NOOP("Errors", "The file is as it was, and a copy lies in the folder of backups."),
    ),
}

SOURCE_TEXTS: dict[SourceProblem, _Texts] = {
    SourceProblem.MISSING: (
        QT_TRANSLATE_NOOP("Errors", "{file} is not there."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Check the folder and the drive."),
    ),
    SourceProblem.EMPTY: (
        QT_TRANSLATE_NOOP("Errors", "{file} is empty."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Open it in its own program and look."),
    ),
    SourceProblem.UNKNOWN_FORMAT: (
        QT_TRANSLATE_NOOP("Errors", "{file} has a format that cannot be read."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Save it as one of these: {detail}."),
    ),
    SourceProblem.NOT_THE_FORMAT: (
        QT_TRANSLATE_NOOP("Errors", "{file} is something else than its ending says."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Open it in its own program and save it again."),
    ),
    SourceProblem.ENCRYPTED: (
        QT_TRANSLATE_NOOP("Errors", "{file} is protected by a password."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Save a copy without the password."),
    ),
    SourceProblem.NO_TEXT: (
        QT_TRANSLATE_NOOP("Errors", "{file} holds pictures of text, no text."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Run text recognition on it first."),
    ),
    SourceProblem.TOO_LARGE: (
        QT_TRANSLATE_NOOP("Errors", "{file} is too large."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Divide it into smaller files."),
    ),
    SourceProblem.TOO_SLOW: (
        QT_TRANSLATE_NOOP("Errors", "{file} took too long to read."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Save it anew from its own program, or as Word."),
    ),
    SourceProblem.DAMAGED: (
        QT_TRANSLATE_NOOP("Errors", "{file} is damaged."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Open it in its own program and save it again."),
    ),
    SourceProblem.CANNOT_READ: (
        QT_TRANSLATE_NOOP("Errors", "{file} cannot be read."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Check that you may read it and that nothing locks it."),
    ),
    SourceProblem.NO_QUESTIONS: (
        QT_TRANSLATE_NOOP("Errors", "No questions were found in {file}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Write each question on a line of its own."),
    ),
    SourceProblem.BAD_ROW: (
        QT_TRANSLATE_NOOP("Errors", "{file} has a row that cannot be read ({place})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was added. Mend the row and try again."),
    ),
}

EXPORT_TEXTS: dict[ExportProblem, _Texts] = {
    ExportProblem.EXISTS: (
        QT_TRANSLATE_NOOP("Errors", "There is already a file {file}."),
        QT_TRANSLATE_NOOP("Errors", "It was left alone. Choose another name."),
    ),
    ExportProblem.FOLDER_MISSING: (
        QT_TRANSLATE_NOOP("Errors", "The folder {folder} is not there."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written. Choose another folder."),
    ),
    ExportProblem.DISK_FULL: (
        QT_TRANSLATE_NOOP("Errors", "The disk is full; {file} was not written."),
        QT_TRANSLATE_NOOP("Errors", "The project is safe, and a file that stood there is untouched. Make room first."),
    ),
    ExportProblem.CANNOT_WRITE: (
        QT_TRANSLATE_NOOP("Errors", "{file} could not be written."),
        QT_TRANSLATE_NOOP("Errors", "The project is safe. If the file is open in another program, close it there."),
    ),
    ExportProblem.UNKNOWN_FORMAT: (
        QT_TRANSLATE_NOOP("Errors", "{file} has an ending that cannot be written."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written. Possible: {detail}."),
    ),
    ExportProblem.TOO_WIDE: (
        QT_TRANSLATE_NOOP("Errors", "The table has more columns than {file} can hold."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written. Choose fewer columns, or export to Excel."),
    ),
}

CANCELLED_TEXTS: _Texts = (
    QT_TRANSLATE_NOOP("Errors", "Stopped."),
    QT_TRANSLATE_NOOP("Errors", "Nothing of it was kept."),
)

_UNSAVED = frozenset(
    {
        ProjectFileProblem.DISK_FULL,
        ProjectFileProblem.CANNOT_WRITE,
        ProjectFileProblem.BUSY,
        ProjectFileProblem.READ_ONLY,
        ProjectFileProblem.DAMAGED,
    }
)


def explain(error: WorkbenchError) -> Explanation:
    """Return the error in the language in use."""
    texts, fields = _find(error)
    title, sentence = (QCoreApplication.translate("Errors", text) for text in texts)
    return Explanation(_fill(title, fields), _fill(sentence, fields))


def says_unsaved(error: WorkbenchError) -> bool:
    """Tell whether the error means that the open project could not be saved."""
    return isinstance(error, ProjectFileError) and error.problem in _UNSAVED


def _find(error: WorkbenchError) -> tuple[_Texts, dict[str, Any]]:
    if isinstance(error, RuleBroken):
        return RULE_TEXTS[error.rule], error.fields
    if isinstance(error, ProjectFileError):
        return PROJECT_TEXTS[error.problem], {**_of_path(error.path), **error.fields}
    if isinstance(error, SourceUnreadable):
        place = translate_place(error.place)
        return SOURCE_TEXTS[error.problem], {**_of_path(error.path), "place": place, "detail": error.detail}
    if isinstance(error, ExportFailed):
        return EXPORT_TEXTS[error.problem], {**_of_path(error.path), "detail": error.detail}
    assert isinstance(error, Cancelled), error
    return CANCELLED_TEXTS, {}


def _of_path(path: Any) -> dict[str, str]:
    return {"file": path.name, "folder": str(path.parent), "path": str(path)}


class _Fields(dict[str, str]):
    """Fields of a sentence; one that an error does not carry is left out of it."""

    def __missing__(self, _key: str) -> str:
        return "–"


def _fill(text: str, fields: dict[str, Any]) -> str:
    return text.format_map(_Fields({name: _shown(name, value) for name, value in fields.items()}))


def _shown(name: str, value: Any) -> str:
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(str(one) for one in value)
    if name == "since":
        return local_moment(str(value))
    return str(value)


def local_moment(moment: str) -> str:
    """Return a moment (UTC, ISO 8601) as date and time of this place and language, or as it stands if it is none."""
    read = QDateTime.fromString(moment, Qt.DateFormat.ISODate)
    if not read.isValid():
        return moment
    return QLocale().toString(read.toLocalTime(), QLocale.FormatType.ShortFormat)


PLACE_TEXTS = {
    "page": QT_TRANSLATE_NOOP("Places", "page {number}"),
    "line": QT_TRANSLATE_NOOP("Places", "line {number}"),
    "row": QT_TRANSLATE_NOOP("Places", "row {number}"),
    "paragraph": QT_TRANSLATE_NOOP("Places", "paragraph {number}"),
}


def translate_place(place: str) -> str:
    """Return a place such as "page 3" in the language in use; other words stand as they are."""
    word, _, number = place.partition(" ")
    if word not in PLACE_TEXTS:
        return place
    return QCoreApplication.translate("Places", PLACE_TEXTS[word]).format(number=number)
