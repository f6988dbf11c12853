"""Makes a text with turns and times of what was said in a recording, piece by piece."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kodebenk.domain.document import SourceKind, Span, TimeMark
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ImportedDocument, ImportedTurn, SourceWarning, SpeakerDoubt
from kodebenk.importing.speaker_labels import is_known_form, is_unknown, label_before_words
from kodebenk.importing.text_cleaning import clean_text

LONGEST_PAUSE = 2_000
"""Milliseconds between two pieces of one speaker that belong to one turn."""
LONG_PARAGRAPH = 600
"""Characters after which a paragraph ends with the next sentence."""
LONGEST_PARAGRAPH = 1_500
"""Characters after which it ends with the next piece, for speech without full stops."""
SMALLEST_LABELLED_SHARE = 0.10
"""Share of the pieces that must begin with a label for these to be labels: some write them only at a change."""
LARGEST_DOUBTFUL_SHARE = 1 / 3
"""Share of the pieces up to which one without a speaker is a doubt; beyond it names stand only at a change."""

_AFTER_LABEL = ": "
_SENTENCE_END = re.compile(r"[.?!…][»”\"')\]]*$")
_BOXED_SPEAKER = re.compile(r"\[(?P<name>[^\]\n:]{1,40})\][^\S\n]+(?=\S)")
_CHANGE_MARK = re.compile(r"(?:>>|&gt;&gt;)+[^\S\n]*")


@dataclass(frozen=True, slots=True)
class Utterance:
    """A stretch of recorded speech; times in milliseconds, `speaker` empty where nobody is named.

    `words` may have several lines until `with_labels` has looked at them.
    """

    start: int
    end: int
    speaker: str
    words: str


@dataclass(frozen=True, slots=True)
class RecordedText:
    """A text of paragraphs, a line break between any two, and what lies where in it."""

    text: str
    paragraphs: tuple[Span, ...]
    turns: tuple[ImportedTurn, ...]
    doubts: tuple[SpeakerDoubt, ...]
    times: tuple[TimeMark, ...]


@dataclass(slots=True)
class _Turn:
    speaker: str
    is_doubtful: bool
    utterances: list[Utterance] = field(default_factory=list)


def with_labels(utterances: Sequence[Utterance]) -> list[Utterance]:
    """Return the utterances with words on one line; labels such as `Kari:` or `[SPEAKER_00]` become their speakers.

    Labels are looked for where nobody is named otherwise, at the start of lines; they must recur or be known forms.
    """
    lines = [line for utterance in utterances for line in _lines(utterance)]
    if any(utterance.speaker for utterance in utterances):
        return [one for one in map(_on_one_line, utterances) if one.words]
    labels = [_label(line.words) for line in lines]
    times = Counter(name.casefold() for name, _ in labels if name)
    sure = {name for name, _ in labels if name and (times[name.casefold()] > 1 or is_known_form(name))}
    labelled = sum(name in sure for name, _ in labels)
    if labelled < 2 or labelled < SMALLEST_LABELLED_SHARE * len(lines):
        return [one for one in map(_on_one_line, utterances) if one.words]
    spoken = [
        replace(line, speaker=name, words=line.words[end:]) if name in sure else line
        for line, (name, end) in zip(lines, labels, strict=True)
    ]
    return [one for one in map(_on_one_line, _rejoined(spoken)) if one.words]


def compose_speech(utterances: Sequence[Utterance]) -> RecordedText:
    """Return the text of utterances: a turn is `Name: words`, and each utterance's time is marked at its words.

    Utterances of one speaker that are at most 2 s apart are one turn; without speakers such a run is a paragraph, which
    ends with a sentence when it becomes long. Where speakers are named, an utterance without one continues the turn
    before if it follows at once in mid-sentence, and is a doubt otherwise; so is one of an unknown speaker.
    """
    writing = _Writing()
    for turn in _turns(utterances):
        writing.write(turn)
    return writing.finish()


def document_of_speech(
    path: Path,
    content: bytes,
    encoding: str,
    utterances: Sequence[Utterance],
    warnings: tuple[SourceWarning, ...] = (),
) -> ImportedDocument:
    """Return what was said as a transcript.

    Raises:
        SourceUnreadable: NO_TEXT; nothing was said.
    """
    speech = compose_speech(utterances)
    if not speech.paragraphs:
        raise SourceUnreadable(SourceProblem.NO_TEXT, path)
    return ImportedDocument(
        path=path,
        content=content,
        text=speech.text,
        kind=SourceKind.TRANSCRIPT,
        paragraphs=speech.paragraphs,
        turns=speech.turns,
        doubts=speech.doubts,
        times=speech.times,
        encoding=encoding,
        warnings=warnings,
    )


class _Writing:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._paragraphs: list[Span] = []
        self._turns: list[ImportedTurn] = []
        self._doubts: list[SpeakerDoubt] = []
        self._times: list[TimeMark] = []

    def write(self, turn: _Turn) -> None:
        label = f"{turn.speaker}{_AFTER_LABEL}" if turn.speaker else ""
        start = self._length + (1 if self._length else 0)
        for utterances in _paragraphs(turn.utterances):
            self._begin_paragraph(label)
            label = ""
            for number, utterance in enumerate(utterances):
                if number:
                    self._add(" ")
                self._times.append(TimeMark(self._length, utterance.start))
                self._add(utterance.words)
            self._paragraphs[-1] = Span(self._paragraphs[-1].start, self._length)
        self._place(turn, start)

    def finish(self) -> RecordedText:
        return RecordedText(
            "".join(self._parts),
            tuple(self._paragraphs),
            tuple(self._turns),
            tuple(self._doubts),
            tuple(self._times),
        )

    def _begin_paragraph(self, label: str) -> None:
        if self._length:
            self._add("\n")
        self._paragraphs.append(Span(self._length, self._length))
        self._add(label)

    def _place(self, turn: _Turn, start: int) -> None:
        body_start = start + (len(turn.speaker) + len(_AFTER_LABEL) if turn.speaker else 0)
        if turn.is_doubtful:
            self._turns[-1] = replace(self._turns[-1], end=self._length)
            label = turn.speaker if turn.speaker.strip("?") else ""
            self._doubts.append(SpeakerDoubt(start, body_start, self._length, label))
        elif turn.speaker:
            self._turns.append(ImportedTurn(start, body_start, self._length, turn.speaker))

    def _add(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def _lines(utterance: Utterance) -> Iterator[Utterance]:
    for line in utterance.words.split("\n"):
        words = _CHANGE_MARK.sub("", line, count=1) if _CHANGE_MARK.match(line) else line
        if words.strip():
            yield replace(utterance, words=words.strip())


def _on_one_line(utterance: Utterance) -> Utterance:
    words = " ".join(clean_text(utterance.words).split())
    return replace(utterance, speaker=" ".join(clean_text(utterance.speaker).split()), words=words)


def _label(words: str) -> tuple[str, int]:
    """Return the label in front of words, and where the words begin."""
    label = label_before_words(words, 0, len(words))
    if label:
        return label.text, label.end
    boxed = _BOXED_SPEAKER.match(words)
    return (boxed["name"], boxed.end()) if boxed and is_known_form(boxed["name"]) else ("", 0)


def _rejoined(lines: Sequence[Utterance]) -> Iterator[Utterance]:
    """Yield the lines of one time and one speaker as one again; a line without a label goes on in what is before."""
    current: Utterance | None = None
    for line in lines:
        if current and (line.start, line.end) == (current.start, current.end) and not line.speaker:
            current = replace(current, words=f"{current.words}\n{line.words}")
            continue
        if current:
            yield current
        current = line
    if current:
        yield current


def _turns(utterances: Sequence[Utterance]) -> list[_Turn]:
    nameless = _is_rare(sum(not utterance.speaker for utterance in utterances), utterances)
    unknown = _is_rare(sum(is_unknown(utterance.speaker) for utterance in utterances), utterances)
    turns: list[_Turn] = []
    named = False
    for utterance in utterances:
        is_doubtful = unknown if is_unknown(utterance.speaker) else nameless and not utterance.speaker
        if turns and _goes_on(turns[-1], utterance, by_silence=named and not nameless):
            turns[-1].utterances.append(utterance)
        else:
            turns.append(_Turn(utterance.speaker, named and is_doubtful, [utterance]))
        named = named or bool(utterance.speaker)
    return turns


def _is_rare(count: int, utterances: Sequence[Utterance]) -> bool:
    return count <= LARGEST_DOUBTFUL_SHARE * len(utterances)


def _goes_on(turn: _Turn, utterance: Utterance, *, by_silence: bool) -> bool:
    """Tell whether an utterance belongs to a turn; `by_silence` where no name means the same speaker."""
    last = turn.utterances[-1]
    is_near = utterance.start - last.end <= LONGEST_PAUSE
    if turn.speaker == utterance.speaker:
        return is_near
    if utterance.speaker:
        return False
    return by_silence or (is_near and not _SENTENCE_END.search(last.words))


def _paragraphs(utterances: Sequence[Utterance]) -> Iterator[list[Utterance]]:
    """Yield the utterances of a turn by paragraphs."""
    paragraph: list[Utterance] = []
    length = 0
    for utterance in utterances:
        paragraph.append(utterance)
        length += len(utterance.words) + 1
        if length > LONGEST_PARAGRAPH or (length > LONG_PARAGRAPH and _SENTENCE_END.search(utterance.words)):
            yield paragraph
            paragraph, length = [], 0
    if paragraph:
        yield paragraph
