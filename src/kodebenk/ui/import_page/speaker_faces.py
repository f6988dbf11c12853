"""How the speakers of a file will look once it is added."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kodebenk.domain.transcript import SpeakerRole
from kodebenk.ui.import_page.doubt_bar import Answer
from kodebenk.ui.import_page.planned_source import PlannedSource, SpeakerLine
from kodebenk.ui.reading.spans import SpeakerFace

_UNKNOWN = frozenset({"ukjent", "ukjend", "uklar", "uklart", "unknown", "unclear", "x"})


def speaker_faces(source: PlannedSource, labels: Mapping[str, str]) -> dict[str, SpeakerFace]:
    """Return the faces by label in the file; `labels` are those that names will have."""
    faces = {line.label: _face(line, labels) for line in source.speakers}
    variants = {label: faces[main] for label, main in source.same_as.items() if main in faces}
    told = source.names_to_add() if source.draft is not None and source.draft.read.respondents else ()
    respondents = source.draft.read.respondents if source.draft is not None else ()
    named = {
        one.label: SpeakerFace(labels.get(name, one.label), is_interviewer=False, is_resolved=True, text=one.label)
        for one, name in zip(respondents, told, strict=False)
    }
    return {**named, **faces, **variants}


def _face(line: SpeakerLine, labels: Mapping[str, str]) -> SpeakerFace:
    if line.choice == SpeakerRole.INTERVIEWER.value:
        return SpeakerFace(_interviewer(), is_interviewer=True, is_resolved=True, text=line.label)
    if line.choice in (SpeakerRole.NOBODY.value, SpeakerRole.UNRESOLVED.value):
        settled = line.choice == SpeakerRole.NOBODY.value
        return SpeakerFace(line.label, is_interviewer=False, is_resolved=settled, text=line.label)
    label = labels.get(line.choice, line.choice)
    return SpeakerFace(label, is_interviewer=False, is_resolved=True, text=f"{label} · {line.choice}")


def answers_for(source: PlannedSource, labels: Mapping[str, str]) -> tuple[Answer, ...]:
    """Return who may have said doubtful words: the speakers, and those who stand beside such words."""
    answers = []
    for line in source.speakers:
        face = _face(line, labels)
        spoken = face.text if face.text == line.label else f"{face.text} ({line.label})"
        answers.append(Answer(line.label, face.label, spoken))
    known = {answer.label for answer in answers}
    new = dict.fromkeys(doubt.label for doubt in source.open_doubts if doubt.label not in known and _names(doubt.label))
    return (*answers, *(Answer(label, label, label) for label in new))


def _names(label: str) -> bool:
    """Tell whether a doubtful label may be somebody's name and not a mark such as "?" or a word such as unknown."""
    return any(sign.isalpha() for sign in label) and label.strip(" ?.[]()").casefold() not in _UNKNOWN


def _interviewer() -> str:
    return QCoreApplication.translate("ImportWords", "Interviewer")
