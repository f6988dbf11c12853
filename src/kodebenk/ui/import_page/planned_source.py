"""A file on the import page: how far its reading has come, and what the user said about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any

from kodebenk.application.document_actions import ImportWish
from kodebenk.application.import_actions import (
    ALL_REPAIRS,
    ColumnUse,
    FoundSpeaker,
    ImportedDocument,
    Outcome,
    Repair,
    SettledSource,
    SourceDraft,
    SpeakerDoubt,
    TextRepair,
    draft_source,
    propose_choice,
    settle_doubts,
)
from kodebenk.application.import_twins import Twin
from kodebenk.application.told_respondents import respondent_names
from kodebenk.domain.document import DocumentDetails, SourceKind
from kodebenk.domain.respondent import Respondent
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.errors import WorkbenchError
from kodebenk.ui.background import CancelToken, Progress
from kodebenk.ui.import_page.source_reading import FirstPage, SourceReading

RESPONDENT_KINDS = frozenset({SourceKind.NOTES, SourceKind.EMAIL, SourceKind.SURVEY, SourceKind.TRANSCRIPT})
"""Kinds of which the whole may belong to one respondent."""

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".vtt", ".srt", ".json", ".tsv", ".csv"})
"""Endings of files that have an encoding that can be chosen."""

_ROLES = frozenset(role.value for role in SpeakerRole)

DoubtKey = tuple[str, int]
"""The doubtful words and their number among equal ones: what remains of a doubt when the text is read anew."""

PAGE_NUMBERS = "page_numbers"
"""Key of a tally: running lines that are numbers; the others are headers and footers."""

Tally = Mapping[str, int]
"""How many places a step altered, by outcome."""


class ReadingState(Enum):
    """How far the reading has come."""

    READING = auto()
    READY = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """A speaker as the table shows it.

    Attributes:
        label: the main label, as the file has it.
        turns: with that label.
        variants: other writings of it, with their turns.
        choice: `interviewer`, `none`, `unresolved` or a respondent's name.
    """

    label: str
    turns: int
    variants: tuple[tuple[str, int], ...]
    choice: str


@dataclass(eq=False, slots=True)
class PlannedSource:
    """One file.

    Attributes:
        number: of the file, counted from 1 as files are added to the page.
        kind, encoding: what the user chose, None and empty for what the program found.
        switched_off: steps of the clean-up that the user does not want.
        columns: what columns of a survey hold, where the user chose.
        edited: metadata that the user wrote, by field name.
        choices: who the labels are.
        joined: labels that the user said are another's, with that one; empty for those that are not.
        settled: whose doubtful words are; empty for nobody's own.
        take_anyway: added although it is like another.
        tallies: what the steps of the clean-up did when they were last on.
        first_page: the text of the first page while the rest is read.
        progress: (done, of) of the reading, of = 0 while unknown.
    """

    path: Path
    number: int = 0
    kind: SourceKind | None = None
    encoding: str = ""
    name: str = ""
    respondent: str = ""
    switched_off: frozenset[Repair] = frozenset()
    columns: dict[str, ColumnUse] = field(default_factory=dict)
    edited: dict[str, Any] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    joined: dict[str, str] = field(default_factory=dict)
    settled: dict[DoubtKey, str] = field(default_factory=dict)
    take_anyway: bool = False
    state: ReadingState = ReadingState.READING
    draft: SourceDraft | None = None
    error: WorkbenchError | None = None
    twin: Twin | None = None
    tallies: dict[Repair, Tally] = field(default_factory=dict)
    first_page: str = ""
    progress: tuple[int, int] = (0, 0)
    reading: SourceReading | None = None

    # What is known

    @property
    def is_text(self) -> bool:
        """Whether the file has an encoding that can be chosen."""
        return self.path.suffix.casefold() in TEXT_SUFFIXES

    @property
    def shown_kind(self) -> SourceKind | None:
        """Return the kind chosen or found; None while nothing is known."""
        if self.kind is not None:
            return self.kind
        return self.draft.read.kind if self.draft is not None else None

    @property
    def is_skipped(self) -> bool:
        """Whether the file is left out because it is like another."""
        return self.twin is not None and not self.take_anyway

    @property
    def is_wanted(self) -> bool:
        """Whether the file would be added now."""
        return self.state is ReadingState.READY and not self.is_skipped

    @property
    def is_encoding_guessed(self) -> bool:
        """Whether an old encoding was found by rule and nobody has said yet that it is right."""
        found = self.draft.read.encoding.casefold() if self.draft is not None else ""
        return bool(found) and not self.encoding and not found.startswith("utf")

    @property
    def details(self) -> DocumentDetails:
        """Return the metadata found, with what the user wrote in their place."""
        found = self.draft.read.details if self.draft is not None else DocumentDetails()
        return replace(found, **self.edited)

    def edit_details(self, wanted: DocumentDetails) -> None:
        """Keep what is different from the metadata as they are."""
        now = self.details
        for name in DocumentDetails.__slots__:
            if getattr(wanted, name) != getattr(now, name):
                self.edited[name] = getattr(wanted, name)

    # Speakers

    @property
    def same_as(self) -> dict[str, str]:
        """Return the labels that are another's, each with the main one."""
        if self.draft is None:
            return {}
        present = {one.label for one in self.draft.speakers}
        nearest = {**self.draft.variants, **self.joined}
        nearest = {label: main for label, main in nearest.items() if main in present and label in present}
        mains = {label: _follow(nearest, label) for label in nearest}
        return {label: main for label, main in mains.items() if main != label}

    @property
    def speakers(self) -> tuple[SpeakerLine, ...]:
        """Return the speakers, and those whom only settled doubts named, in order."""
        if self.draft is None:
            return ()
        same_as = self.same_as
        turns = {one.label: one.turns for one in self.draft.speakers}
        named = Counter(label for label in self.settled_labels if label not in turns)
        lines = []
        for label, count in {**turns, **named}.items():
            if label not in same_as:
                variants = tuple((other, turns[other]) for other, main in same_as.items() if main == label)
                lines.append(SpeakerLine(label, count, variants, self.choice_for(label)))
        return tuple(lines)

    def choice_for(self, label: str) -> str:
        return self.choices.get(label, SpeakerRole.UNRESOLVED.value)

    @property
    def speakers_to_settle(self) -> int:
        return sum(one.choice == SpeakerRole.UNRESOLVED.value for one in self.speakers)

    def join(self, label: str, main: str) -> None:
        """Say that a label is another writing of `main`, and all its other writings too."""
        for other, known in self.same_as.items():
            if known == label:
                self.joined[other] = main
        self.joined[label] = main

    def separate(self, main: str) -> None:
        """Say that the other writings of a label are speakers of their own."""
        for label, known in self.same_as.items():
            if known == main:
                self.joined[label] = ""

    def names_to_add(self) -> tuple[str, ...]:
        """Return the names of the respondents whom adding this file needs, in the order in which they are added."""
        if self.draft is None:
            return ()
        told = respondent_names(self.draft.read)
        chosen = (one.choice for one in self.speakers if one.choice not in _ROLES)
        return tuple(name for name in (self._respondent(), *told, *chosen) if name)

    # Doubts

    @property
    def doubts(self) -> tuple[tuple[DoubtKey, SpeakerDoubt], ...]:
        """Return the doubts of the text as read, each with its key."""
        if self.draft is None:
            return ()
        seen: Counter[str] = Counter()
        found = []
        for doubt in self.draft.read.doubts:
            words = self.draft.read.text[doubt.body_start : doubt.end]
            found.append(((words, seen[words]), doubt))
            seen[words] += 1
        return tuple(found)

    @property
    def open_doubts(self) -> tuple[SpeakerDoubt, ...]:
        return tuple(doubt for key, doubt in self.doubts if key not in self.settled)

    @property
    def settled_doubts(self) -> dict[int, str]:
        """Return whose doubtful words are, by their start in the text."""
        return {doubt.start: self.settled[key] for key, doubt in self.doubts if key in self.settled}

    @property
    def settled_labels(self) -> tuple[str, ...]:
        return tuple(label for label in self.settled_doubts.values() if label)

    def settle(self, start: int, label: str) -> None:
        """Say whose the doubtful words at `start` are; empty leaves them in the turn before."""
        for key, doubt in self.doubts:
            if doubt.start == start:
                self.settled[key] = label
                if label:
                    self.choices.setdefault(label, label)

    def ask_again(self) -> None:
        """Forget whose the doubtful words are."""
        self.settled.clear()

    def settled_text(self) -> ImportedDocument | None:
        """Return the text with the doubtful words where the user put them."""
        return settle_doubts(self.draft.read, self.settled_doubts) if self.draft is not None else None

    # Reading

    @property
    def repairs(self) -> frozenset[Repair]:
        """Return the steps of the clean-up that are on."""
        return ALL_REPAIRS - self.switched_off

    def start_reading(self) -> SourceReading:
        """Return the reading of the file as chosen; the caller connects and starts it."""
        self.state, self.error = ReadingState.READING, None
        self.first_page, self.progress = "", (0, 0)
        path, kind, encoding, repairs, columns = self.path, self.kind, self.encoding, self.repairs, dict(self.columns)

        def read(token: CancelToken, progress: Progress, first_page: FirstPage) -> SourceDraft:
            return draft_source(
                path,
                kind=kind,
                encoding=encoding,
                repairs=repairs,
                columns=columns,
                is_cancelled=token.is_cancelled,
                progress=progress,
                first_page=first_page,
            )

        self.reading = SourceReading(read)
        return self.reading

    def take(self, draft: SourceDraft, respondents: Sequence[Respondent]) -> None:
        """Keep what was read; what the user said before stands where it still fits."""
        self.draft, self.state = draft, ReadingState.READY
        self.first_page = ""
        mains = {main: label for label, main in draft.variants.items() if _is_interviewer(draft.speakers, label)}
        for one in draft.speakers:
            speaker = replace(one, is_interviewer=one.is_interviewer or one.label in mains)
            self.choices.setdefault(one.label, propose_choice(speaker, respondents))
        tallies = tally_repairs(draft.read.repaired)
        for repair in draft.read.possible_repairs & self.repairs:
            self.tallies[repair] = tallies.get(repair, {})

    def fail(self, error: WorkbenchError) -> None:
        """Keep why the file could not be read."""
        self.draft, self.state, self.error, self.twin = None, ReadingState.FAILED, error, None

    def settled_source(self) -> SettledSource:
        """Return the source as it shall be added."""
        assert self.draft is not None
        wish = ImportWish(kind=self.shown_kind, respondent=self._respondent(), details=self.details, name=self.name)
        choices = {one.label: one.choice for one in self.speakers}
        return SettledSource(self.draft, wish, choices, self.same_as, self.settled_doubts)

    def _respondent(self) -> str:
        draft = self.draft
        if draft is None or self.shown_kind not in RESPONDENT_KINDS:
            return ""
        return "" if draft.speakers or draft.read.respondents else self.respondent


def tally_repairs(repaired: Sequence[TextRepair]) -> dict[Repair, Tally]:
    """Return how many places each step altered or left, by outcome; of running lines the page numbers apart."""
    tallies: dict[Repair, Counter[str]] = {}
    for one in repaired:
        # Of lines it counts the seams: some readers tell each, others a paragraph with all of its lines.
        count = max(1, one.before.count("\n")) if one.repair is Repair.LINES else 1
        tallies.setdefault(one.repair, Counter())[_tally_key(one)] += count
    return dict(tallies)


def _tally_key(one: TextRepair) -> str:
    is_number = one.repair is Repair.RUNNING_LINES and one.outcome is Outcome.REMOVED
    if is_number and one.before.strip(" -–|").isdecimal():
        return PAGE_NUMBERS
    return one.outcome.value


def _follow(nearest: Mapping[str, str], label: str) -> str:
    """Return the label at the end of a chain, the first by name where the chain is a circle."""
    seen = [label]
    while (following := nearest.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def _is_interviewer(speakers: Sequence[FoundSpeaker], label: str) -> bool:
    return any(one.label == label and one.is_interviewer for one in speakers)
