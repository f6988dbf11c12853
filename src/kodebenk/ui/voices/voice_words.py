"""The words for voices: who is heard where it is not the one whose turn it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from kodebenk.domain.respondent import Respondent
from kodebenk.domain.voice import Voice, VoiceKind

VOICE_ICONS = {VoiceKind.COLLECTIVE: "users", VoiceKind.NESTED: "quote", VoiceKind.SECOND_HAND: "message-square"}


def voice_kind_word(kind: VoiceKind) -> str:
    """Return "Together", "Quoted" or "Retold"."""
    translate = QCoreApplication.translate
    return {
        VoiceKind.COLLECTIVE: translate("VoiceWords", "Together"),
        VoiceKind.NESTED: translate("VoiceWords", "Quoted"),
        VoiceKind.SECOND_HAND: translate("VoiceWords", "Retold"),
    }[kind]


def voice_kind_sentence(kind: VoiceKind) -> str:
    """Return what a kind of voice means for whose words these are."""
    translate = QCoreApplication.translate
    return {
        VoiceKind.COLLECTIVE: translate("VoiceWords", "Several say it together: it counts for each of them."),
        VoiceKind.NESTED: translate(
            "VoiceWords", "The own words of somebody else: they count for them, not for the one who has the turn."
        ),
        VoiceKind.SECOND_HAND: translate(
            "VoiceWords", "Somebody tells what another said: it still counts for the one who tells it."
        ),
    }[kind]


def voice_words(voice: Voice, respondents: Mapping[int, Respondent]) -> str:
    """Return "Retold: et barn" or "Together: R1, R2"."""
    labels = [respondents[one].label for one in voice.respondent_ids if one in respondents]
    who = ", ".join((*labels, voice.speaker) if voice.speaker else labels)
    return f"{voice_kind_word(voice.kind)}: {who}"


def voices_words(voices: Sequence[Voice], respondents: Mapping[int, Respondent]) -> str:
    """Return the words of several voices, each once."""
    return " · ".join(dict.fromkeys(voice_words(one, respondents) for one in voices))
