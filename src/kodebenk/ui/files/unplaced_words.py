"""The words for codings and voices without a place: how many, whose, and why."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kodebenk.application.unplaced_actions import Unplaced, UnplacedVoice
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.number_words import counted
from kodebenk.ui.shell.rows import Row
from kodebenk.ui.voices.voice_words import VOICE_ICONS, voice_words

_LONGEST_QUOTE = 320


def marks_words(codings: int, voices: int) -> str:
    """Return "2 codings", "1 voice", or "2 codings and 1 voice"."""
    translate = QCoreApplication.translate
    of_codings = counted(codings, translate("UnplacedWords", "1 coding"), translate("UnplacedWords", "{count} codings"))
    of_voices = counted(voices, translate("UnplacedWords", "1 voice"), translate("UnplacedWords", "{count} voices"))
    if not codings or not voices:
        return of_voices if voices else of_codings
    return translate("UnplacedWords", "{codings} and {voices}").format(codings=of_codings, voices=of_voices)


def unplaced_count_words(codings: int, voices: int) -> str:
    """Return "1 coding is unplaced", or "2 codings and 1 voice are unplaced"."""
    translate = QCoreApplication.translate
    one, many = translate("UnplacedWords", "{marks} is unplaced"), translate("UnplacedWords", "{marks} are unplaced")
    return (one if codings + voices == 1 else many).format(marks=marks_words(codings, voices))


def mark_name(one: Unplaced, respondents: Mapping[int, Respondent]) -> str:
    """Return the path of a coding's code, or who is heard in a voice."""
    return voice_words(one.voice, respondents) if isinstance(one, UnplacedVoice) else one.code


def mark_row(one: Unplaced, respondents: Mapping[int, Respondent]) -> Row:
    """Return the row of a list that shows a coding or a voice without a place."""
    name = mark_name(one, respondents)
    if isinstance(one, UnplacedVoice):
        icon, note = VOICE_ICONS[one.voice.kind], name
    else:
        icon, note = "unlink", f"{name} · {one.coder}"
    return Row(one.key, quoted(one.quote), one.document, icon, note=note, note_below=True)


def reason_words(one: Unplaced) -> str:
    """Return why it has no place."""
    translate = QCoreApplication.translate
    if one.reason == "misplaced" and isinstance(one, UnplacedVoice):
        return translate("UnplacedWords", "Its words are not where the voice was marked.")
    return {
        "ambiguous": translate("UnplacedWords", "Its words stand in several places of the corrected text."),
        "set_aside": translate(
            "UnplacedWords", "You did not take the place that was found when the text was corrected."
        ),
        "misplaced": translate("UnplacedWords", "Its words are not where the coding says."),
    }.get(one.reason, translate("UnplacedWords", "Its words are not in the corrected text."))


def quoted(words: str) -> str:
    """Return words in the quotation marks of the language in use, on one line."""
    return QCoreApplication.translate("UnplacedWords", "“{quote}”").format(quote=" ".join(words.split()))


def shortened(quote: str) -> str:
    """Return a quote, or the beginning of one that would take most of the sheet."""
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
