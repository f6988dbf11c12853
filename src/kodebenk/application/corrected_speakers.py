"""Who speaks in a corrected text: its turns, and which speakers of the document they belong to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kodebenk.domain.document import DocumentText, TextStructure
from kodebenk.domain.passage import trim_blanks
from kodebenk.domain.text_change import TextChange
from kodebenk.domain.transcript import Speaker, SpeakerRole, Turn
from kodebenk.importing.imported_document import ImportedTurn
from kodebenk.storage import document_store
from kodebenk.storage.writer import Writer


def turns_of_typed_text(
    old: DocumentText, change: TextChange, new: str, structure: TextStructure
) -> tuple[ImportedTurn, ...]:
    """Return the turns of a text that was corrected by hand; none where it had none.

    Where the labels in the old text give the turns that it has, those of the new text do too. Otherwise, as where the
    file itself said who speaks or a user settled it, turns follow the change, and labels that were typed begin new
    ones.
    """
    from kodebenk.importing.turn_splitter import split_turns

    if not old.structure.turns:
        return ()
    found = split_turns(new, structure.paragraphs, structure.headings)
    before = split_turns(old.text, old.structure.paragraphs, old.structure.headings)
    if found and _ranges(before) == _ranges(old.structure.turns):
        return found
    typed = [turn for turn in found if change.new_in(turn.start, turn.body_start)]
    return tuple(_joined(new, list(_follow_turns(old, change, new)), typed))


def _ranges(turns: Sequence[ImportedTurn] | Sequence[Turn]) -> list[tuple[int, int, int]]:
    return [(turn.start, turn.body_start, turn.end) for turn in turns]


def _follow_turns(old: DocumentText, change: TextChange, new: str) -> Iterator[ImportedTurn]:
    """Yield the turns where they are now; one whose label was taken out goes on in the turn before."""
    held: ImportedTurn | None = None
    for turn in sorted(_moved_turns(old, change, new), key=lambda one: one[0].start):
        now, has_label = turn
        if held is not None and not has_label:
            held = replace(held, end=max(held.end, now.end))
            continue
        if held is not None:
            yield held
        held = now
    if held is not None:
        yield held


def _moved_turns(old: DocumentText, change: TextChange, new: str) -> Iterator[tuple[ImportedTurn, bool]]:
    for turn in old.structure.turns:
        start, end = trim_blanks(new, *change.outer_range(turn.start, turn.end))
        if start == end:
            continue
        has_label = turn.body_start == turn.start or change.kept_in(turn.start, turn.body_start) > 0
        body = change.outer_range(turn.body_start, turn.end)[0] if has_label else start
        label = old.speakers_by_id[turn.speaker_id].label
        yield ImportedTurn(start, min(max(start, body), end), end, label), has_label


def _joined(new: str, followed: Sequence[ImportedTurn], typed: Sequence[ImportedTurn]) -> Iterator[ImportedTurn]:
    """Yield turns in order, typed ones in place of those that begin where they begin, each up to the next."""
    by_start = {turn.start: turn for turn in followed} | {turn.start: turn for turn in typed}
    ordered = [by_start[start] for start in sorted(by_start)]
    for turn, following in zip(ordered, [*(one.start for one in ordered[1:]), len(new)], strict=True):
        start, end = trim_blanks(new, turn.start, min(turn.end, following))
        if start < end:
            yield replace(turn, start=start, body_start=min(max(turn.body_start, start), end), end=end)


@dataclass(frozen=True, slots=True)
class SpeakerPlan:
    """To whom turns belong.

    Attributes:
        owners: per turn the id of a speaker of the document, or the label of one who is new.
        renamed: speakers whose label was corrected wherever it stands, with the new label.
    """

    owners: tuple[int | str, ...] = ()
    renamed: Mapping[int, str] = field(default_factory=dict)

    @property
    def new_labels(self) -> tuple[str, ...]:
        """Labels of speakers who are new, in order of speech."""
        return tuple(dict.fromkeys(owner for owner in self.owners if isinstance(owner, str)))


def plan_speakers(old: DocumentText, change: TextChange, new: str, turns: Sequence[ImportedTurn]) -> SpeakerPlan:
    """Return to whom the turns of a corrected text belong.

    A turn whose label was not touched keeps its speaker. Other labels mean the speaker of that label or alias. A label
    that nobody has takes the place of one that is gone where it heads the same turns; else it is a new speaker.
    """
    known = _known_labels(old.speakers)
    untouched = _Untouched(old, change, new)
    owners: list[int | str] = []
    for turn in turns:
        owner = untouched.speaker_of(turn)
        owners.append(known.get(turn.label.casefold(), turn.label) if owner is None else owner)
    renamed = _renamed(untouched, turns, owners)
    by_label = {label: speaker_id for speaker_id, label in renamed.items()}
    return SpeakerPlan(
        tuple(by_label.get(owner, owner) if isinstance(owner, str) else owner for owner in owners), renamed
    )


def _known_labels(speakers: Sequence[Speaker]) -> dict[str, int]:
    known: dict[str, int] = {}
    for speaker in speakers:
        known.setdefault(speaker.label.casefold(), speaker.id)
    for speaker in speakers:
        for alias in speaker.aliases:
            known.setdefault(alias.casefold(), speaker.id)
    return known


class _Untouched:
    """Finds the turns of the old text behind those of the new one."""

    def __init__(self, old: DocumentText, change: TextChange, new: str) -> None:
        self._old = old
        self._change = change
        self._new = new
        self._starts = [turn.start for turn in old.structure.turns]

    def speaker_of(self, turn: ImportedTurn) -> int | None:
        """Return who has a turn whose label is as it was, or None."""
        origin = self._origin(turn.start)
        if origin is None or origin.start != self._change.old_position(turn.start):
            return None
        label = self._old.text[origin.start : origin.body_start]
        return origin.speaker_id if self._new[turn.start : turn.body_start] == label else None

    def former_speaker(self, turn: ImportedTurn) -> int | None:
        """Return who said the first words of a turn in the old text, or None."""
        origin = self._origin(min(turn.body_start, max(turn.start, turn.end - 1)))
        return None if origin is None else origin.speaker_id

    def _origin(self, position: int) -> Turn | None:
        old = self._change.old_position(position)
        index = -1 if old is None else bisect_right(self._starts, old) - 1
        if old is None or index < 0 or old >= self._old.structure.turns[index].end:
            return None
        return self._old.structure.turns[index]


def _renamed(untouched: _Untouched, turns: Sequence[ImportedTurn], owners: Sequence[int | str]) -> dict[int, str]:
    left = {owner for owner in owners if isinstance(owner, int)}
    heads: dict[str, Counter[int | None]] = defaultdict(Counter)
    for turn, owner in zip(turns, owners, strict=True):
        if isinstance(owner, str):
            heads[owner][untouched.former_speaker(turn)] += 1
    renamed: dict[int, str] = {}
    for label, votes in heads.items():
        speaker_id, count = votes.most_common(1)[0]
        is_free = speaker_id is not None and speaker_id not in left and speaker_id not in renamed
        if is_free and speaker_id is not None and 2 * count > votes.total():
            renamed[speaker_id] = label
    return renamed


def store_turns(write: Writer, old: DocumentText, turns: Sequence[ImportedTurn], plan: SpeakerPlan) -> None:
    """Write the turns of a corrected text inside an open change.

    New speakers are unresolved. A speaker without turns stays if a user has said something of them, and goes otherwise.
    """
    document_id = old.document_id
    for speaker_id, label in plan.renamed.items():
        document_store.rename_speaker(write, speaker_id, label)
    added = {
        label: document_store.add_speaker(write, document_id, label, SpeakerRole.UNRESOLVED, None)
        for label in plan.new_labels
    }
    ids = [owner if isinstance(owner, int) else added[owner] for owner in plan.owners]
    stored = [
        Turn(turn.start, turn.body_start, turn.end, speaker_id, number)
        for number, (turn, speaker_id) in enumerate(zip(turns, ids, strict=True), start=1)
    ]
    document_store.replace_turns(write, document_id, stored)
    for speaker in old.speakers:
        is_settled = speaker.role is not SpeakerRole.UNRESOLVED or speaker.aliases or speaker.left_at is not None
        if speaker.id not in ids and not is_settled:
            document_store.delete_speaker(write, speaker.id)
