"""What a merge speaks of, in the language of the windows: kinds of things, their fields, values and reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.project_matching import Basis
from kodebenk.analysis.reanchoring import Reason
from kodebenk.application.merge_plan import Conflict, ConflictKind
from kodebenk.domain.codebook import CodeOrigin
from kodebenk.domain.coding import CodingKind, EvidenceGrade, Stance
from kodebenk.domain.document import SourceKind
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.matrix import CellState, SynthesisKind
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.domain.voice import VoiceKind
from kodebenk.ui.guides.guide_words import status_name
from kodebenk.ui.marked_text import QT_TRANSLATE_NOOP
from kodebenk.ui.material.document_fields import FIELDS, field_label, usual_words
from kodebenk.ui.material_list.kind_words import kind_name
from kodebenk.ui.matrix.matrix_words import state_name, synthesis_name
from kodebenk.ui.reading.coding_words import evidence_word, kind_word, stance_word
from kodebenk.ui.voices.voice_words import voice_kind_word

KIND_TEXTS: dict[ConflictKind, str] = {
    ConflictKind.DOCUMENT: QT_TRANSLATE_NOOP("MergeWords", "Sources"),
    ConflictKind.RESPONDENT: QT_TRANSLATE_NOOP("MergeWords", "Respondents"),
    ConflictKind.ATTRIBUTE: QT_TRANSLATE_NOOP("MergeWords", "Facts about respondents"),
    ConflictKind.SPEAKER: QT_TRANSLATE_NOOP("MergeWords", "Speakers"),
    ConflictKind.CODE: QT_TRANSLATE_NOOP("MergeWords", "Codes"),
    ConflictKind.CODING: QT_TRANSLATE_NOOP("MergeWords", "Codings"),
    ConflictKind.VOICE: QT_TRANSLATE_NOOP("MergeWords", "Voices"),
    ConflictKind.QUESTION: QT_TRANSLATE_NOOP("MergeWords", "Questions"),
    ConflictKind.PLACE: QT_TRANSLATE_NOOP("MergeWords", "Places of questions"),
    ConflictKind.CELL: QT_TRANSLATE_NOOP("MergeWords", "Cells of the matrix"),
    ConflictKind.SYNTHESIS: QT_TRANSLATE_NOOP("MergeWords", "Synthesis"),
    ConflictKind.MATRIX: QT_TRANSLATE_NOOP("MergeWords", "Saved matrices"),
    ConflictKind.DECISION: QT_TRANSLATE_NOOP("MergeWords", "Decisions about differences"),
    ConflictKind.REMOVED: QT_TRANSLATE_NOOP("MergeWords", "Deleted here"),
}
_FIELD_TEXTS: dict[str, str] = {
    "name": QT_TRANSLATE_NOOP("MergeWords", "Name"),
    "label": QT_TRANSLATE_NOOP("MergeWords", "Label"),
    "kind": QT_TRANSLATE_NOOP("MergeWords", "Kind"),
    "respondents": QT_TRANSLATE_NOOP("MergeWords", "Respondents"),
    "respondent_ids": QT_TRANSLATE_NOOP("MergeWords", "Respondents"),
    "memo": QT_TRANSLATE_NOOP("MergeWords", "Memo"),
    "who": QT_TRANSLATE_NOOP("MergeWords", "Who it is"),
    "name_other": QT_TRANSLATE_NOOP("MergeWords", "Name in the other language"),
    "definition": QT_TRANSLATE_NOOP("MergeWords", "Definition"),
    "use_when": QT_TRANSLATE_NOOP("MergeWords", "Use it when"),
    "use_not": QT_TRANSLATE_NOOP("MergeWords", "Do not use it when"),
    "example": QT_TRANSLATE_NOOP("MergeWords", "Example"),
    "origin": QT_TRANSLATE_NOOP("MergeWords", "Origin"),
    "parent": QT_TRANSLATE_NOOP("MergeWords", "Place in the codebook"),
    "stance": QT_TRANSLATE_NOOP("MergeWords", "Stance"),
    "evidence": QT_TRANSLATE_NOOP("MergeWords", "Evidence"),
    "comment": QT_TRANSLATE_NOOP("MergeWords", "Comment"),
    "condensation": QT_TRANSLATE_NOOP("MergeWords", "Condensation"),
    "round": QT_TRANSLATE_NOOP("MergeWords", "Round"),
    "code": QT_TRANSLATE_NOOP("MergeWords", "Code"),
    "passage": QT_TRANSLATE_NOOP("MergeWords", "Passage"),
    "speaker": QT_TRANSLATE_NOOP("MergeWords", "Speaker"),
    "text": QT_TRANSLATE_NOOP("MergeWords", "Words"),
    "number": QT_TRANSLATE_NOOP("MergeWords", "Number"),
    "status": QT_TRANSLATE_NOOP("MergeWords", "Looked at"),
    "summary": QT_TRANSLATE_NOOP("MergeWords", "Summary"),
    "state": QT_TRANSLATE_NOOP("MergeWords", "State"),
    "reason": QT_TRANSLATE_NOOP("MergeWords", "Reason"),
    "spec": QT_TRANSLATE_NOOP("MergeWords", "What it shows"),
    "choice": QT_TRANSLATE_NOOP("MergeWords", "What was settled"),
}
_REMOVED_TEXTS: dict[str, str] = {
    "coding": QT_TRANSLATE_NOOP("MergeWords", "Coding"),
    "code": QT_TRANSLATE_NOOP("MergeWords", "Code"),
    "document": QT_TRANSLATE_NOOP("MergeWords", "Source"),
    "respondent": QT_TRANSLATE_NOOP("MergeWords", "Respondent"),
    "voice": QT_TRANSLATE_NOOP("MergeWords", "Voice"),
    "guide": QT_TRANSLATE_NOOP("MergeWords", "Interview guide"),
    "question": QT_TRANSLATE_NOOP("MergeWords", "Question"),
    "cell": QT_TRANSLATE_NOOP("MergeWords", "Cell of the matrix"),
    "matrix": QT_TRANSLATE_NOOP("MergeWords", "Saved matrix"),
    "sample": QT_TRANSLATE_NOOP("MergeWords", "Sample of turns"),
    "task": QT_TRANSLATE_NOOP("MergeWords", "Coding task"),
    "comparison": QT_TRANSLATE_NOOP("MergeWords", "Saved comparison"),
    "decision": QT_TRANSLATE_NOOP("MergeWords", "Decision"),
}
_RENAMED_TEXTS: dict[str, str] = {
    "document": QT_TRANSLATE_NOOP("MergeWords", "Source"),
    "document label": QT_TRANSLATE_NOOP("MergeWords", "Label of a source"),
    "label": QT_TRANSLATE_NOOP("MergeWords", "Label of a respondent"),
    "code": QT_TRANSLATE_NOOP("MergeWords", "Code"),
    "guide": QT_TRANSLATE_NOOP("MergeWords", "Interview guide"),
    "matrix": QT_TRANSLATE_NOOP("MergeWords", "Saved matrix"),
    "sample": QT_TRANSLATE_NOOP("MergeWords", "Sample of turns"),
    "comparison": QT_TRANSLATE_NOOP("MergeWords", "Saved comparison"),
}
_DETAILS = {spec.name: spec for spec in FIELDS}


def _said(text: str) -> str:
    return QCoreApplication.translate("MergeWords", text)


def kind_words(kind: ConflictKind) -> str:
    """Return what things of a kind are called, in the plural."""
    return _said(KIND_TEXTS[kind])


def removed_words(noun: str) -> str:
    """Return what something that was deleted here is; what a later version names stands as it is."""
    return _said(_REMOVED_TEXTS[noun]) if noun in _REMOVED_TEXTS else noun


def renamed_words(kind: str) -> str:
    """Return what got another name."""
    return _said(_RENAMED_TEXTS[kind]) if kind in _RENAMED_TEXTS else kind


def field_words(conflict: Conflict) -> str:
    """Return the property that differs; facts about respondents have the names that users gave them."""
    if conflict.kind is ConflictKind.SYNTHESIS:
        return synthesis_name(SynthesisKind(conflict.field))
    if conflict.kind is ConflictKind.DOCUMENT and conflict.field in _DETAILS:
        return field_label(_DETAILS[conflict.field])
    if conflict.kind is ConflictKind.ATTRIBUTE or conflict.field not in _FIELD_TEXTS:
        return conflict.field
    return _said(_FIELD_TEXTS[conflict.field])


def value_words(conflict: Conflict, value: str) -> str:
    """Return one side of a conflict: where it is one of a few values, its word; else as it stands."""
    if conflict.kind is ConflictKind.DOCUMENT and conflict.field in _DETAILS:
        return usual_words(_DETAILS[conflict.field]).get(value, value)
    word = _VALUE_WORDS.get((conflict.kind, conflict.field))
    if word is None or not value:
        return value
    try:
        return word(value)
    except ValueError:  # such as the name of a respondent where a role could stand
        return value


def _role_word(role: str) -> str:
    translate = QCoreApplication.translate
    return {
        SpeakerRole.INTERVIEWER: translate("MergeWords", "Interviewer"),
        SpeakerRole.NOBODY: translate("MergeWords", "Nobody in particular"),
        SpeakerRole.RESPONDENT: translate("MergeWords", "Respondent"),
        SpeakerRole.UNRESOLVED: translate("MergeWords", "Not resolved"),
    }[SpeakerRole(role)]


def _origin_word(origin: str) -> str:
    translate = QCoreApplication.translate
    return {
        CodeOrigin.DEDUCTIVE: translate("MergeWords", "From theory"),
        CodeOrigin.INDUCTIVE: translate("MergeWords", "From the material"),
        CodeOrigin.IN_VIVO: translate("MergeWords", "In vivo"),
    }[CodeOrigin(origin)]


_VALUE_WORDS: Mapping[tuple[ConflictKind, str], Callable[[str], str]] = {
    (ConflictKind.CODING, "stance"): lambda value: stance_word(Stance(value)),
    (ConflictKind.CODING, "kind"): lambda value: kind_word(CodingKind(value)),
    (ConflictKind.CODING, "evidence"): lambda value: evidence_word(EvidenceGrade(value)),
    (ConflictKind.DOCUMENT, "kind"): lambda value: kind_name(SourceKind(value)),
    (ConflictKind.SPEAKER, "who"): _role_word,
    (ConflictKind.CODE, "origin"): _origin_word,
    (ConflictKind.VOICE, "kind"): lambda value: voice_kind_word(VoiceKind(value)),
    (ConflictKind.PLACE, "status"): lambda value: status_name(PlaceStatus(value)),
    (ConflictKind.CELL, "state"): lambda value: state_name(CellState(value)),
}


def basis_words(basis: Basis | None) -> str:
    """Return why two things count as the same."""
    translate = QCoreApplication.translate
    return {
        Basis.GUID: translate("MergeWords", "The same, from a copy"),
        Basis.FILE: translate("MergeWords", "The same original file"),
        Basis.TEXT: translate("MergeWords", "The same text"),
        Basis.LIKENESS: translate("MergeWords", "Nearly the same text"),
        Basis.PATH: translate("MergeWords", "The same place in the codebook"),
        Basis.NAME: translate("MergeWords", "The same name"),
        None: "",
    }[basis]


def reason_words(reason: str) -> str:
    """Return why a coding has no place."""
    translate = QCoreApplication.translate
    return {
        Reason.NOT_FOUND.value: translate("MergeWords", "Its words are not in the text here"),
        Reason.AMBIGUOUS.value: translate("MergeWords", "Its words stand in several places here"),
        Reason.SET_ASIDE.value: translate("MergeWords", "It was set aside in the other copy"),
    }.get(reason, translate("MergeWords", "Its words are not in the text here"))
