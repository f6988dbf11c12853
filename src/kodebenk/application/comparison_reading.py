"""Reads all that a window needs to compare coders, as of one moment; for worker threads."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.application import agreement_report, consensus_log, consensus_report, scope_effect
from kodebenk.application.sight import sight_in
from kodebenk.domain.coder import Coder
from kodebenk.domain.consensus import Decision
from kodebenk.errors import RuleBroken
from kodebenk.storage import coder_store, comparison_store
from kodebenk.storage.reader import ReadConnection, open_reader

if TYPE_CHECKING:
    from kodebenk.analysis.agreement.coders_material import AgreementMaterial
    from kodebenk.analysis.agreement.coders_report import AgreementFigures, AgreementReport


@dataclass(frozen=True, slots=True)
class CodingStand:
    """Who has coded what so far, of what the one who asks may see.

    Attributes:
        people: who codes, the consensus layer not among them.
        documents: id and name of every document, in order.
        codings: how many, by document and coder; absent where there are none.
        unfinished: document and coder, where somebody is still to code.
        finished: document and coder, where somebody has said that they are done.
        rounds: in which each coder has codings, by coder id.
        days: on which each coder has coded (ISO 8601, UTC), by coder id.
        hidden: names of the documents that the one who asks codes blind; nothing of them is in all the above.
        sampled: document and coder, where somebody is only to code turns of a sample.
    """

    people: tuple[Coder, ...]
    documents: tuple[tuple[int, str], ...]
    codings: Mapping[tuple[int, int], int]
    unfinished: frozenset[tuple[int, int]]
    finished: frozenset[tuple[int, int]]
    rounds: Mapping[int, tuple[int, ...]]
    days: Mapping[int, tuple[str, ...]]
    hidden: tuple[str, ...] = ()
    sampled: frozenset[tuple[int, int]] = frozenset()

    @property
    def active(self) -> tuple[Coder, ...]:
        """Those who have coded anything."""
        return tuple(one for one in self.people if self.rounds.get(one.id))

    def shared_by(self, coder_ids: Sequence[int]) -> tuple[int, ...]:
        """Return the documents in which all of these have coded or are done, and nobody of them is still to code."""
        return tuple(
            document_id
            for document_id, _ in self.documents
            if all(self._is_done((document_id, coder_id)) for coder_id in coder_ids)
        )

    def _is_done(self, place: tuple[int, int]) -> bool:
        return place not in self.unfinished and (place in self.codings or place in self.finished)


@dataclass(frozen=True, slots=True)
class ReadComparison:
    """A comparison with what it was made from.

    Attributes:
        material: of the project, without the documents that are hidden from the one who asks.
        setup: what was to be compared; None where there are no two coders to propose.
        report: None where there is nothing to compare.
        after: its figures with what was settled since put in; None where nothing was.
        problem: why there is no report, where that is a rule of comparing.
        decisions: what was settled or left open, in the documents of the material.
    """

    stand: CodingStand
    material: AgreementMaterial
    setup: AgreementSetup | None
    report: AgreementReport | None
    after: AgreementFigures | None
    problem: RuleBroken | None
    decisions: tuple[Decision, ...] = ()


def read_comparison(
    path: Path,
    coder_name: str,
    setup: AgreementSetup | None,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> ReadComparison:
    """Return how the raters of a setup agree, and who else could be compared.

    Args:
        path: of the project.
        coder_name: who asks; what they code blind is left out.
        setup: None for the two coders who have coded most of the same documents.
        is_cancelled: asked now and then.
        progress: gets the steps done and all.

    Raises:
        ProjectFileError: the project cannot be read.
        Cancelled: the user stopped.
    """
    with open_reader(path) as connection:
        material, stand = _read_visible(connection, coder_name, is_cancelled)
        decided = tuple(
            one for one in comparison_store.list_decisions(connection) if one.place.document_id in material.sources
        )
    setup = setup or propose_setup(stand)
    if setup is None:
        return ReadComparison(stand, material, None, None, None, None)
    try:
        report = agreement_report.compare_coders(material, setup, is_cancelled, progress)
    except RuleBroken as problem:
        return ReadComparison(stand, material, setup, None, None, problem)
    after = consensus_report.compare_after(material, report, decided, is_cancelled)
    return ReadComparison(stand, material, setup, report, after, None, decided)


def export_differences(read: ReadComparison, path: Path, language: str) -> tuple[Path, ...]:
    """Write the list of differences with what was settled, and return the files, as `consensus_log.export_log`.

    An existing file is replaced. Nothing of what the one who asks codes blind is in it. Raises ExportFailed.
    """
    from kodebenk.analysis.agreement.decision_log import make_decision_log

    assert read.report is not None, "nothing was compared"
    names = {one.id: one.name for one in read.stand.people}
    log = make_decision_log(read.report, read.material, read.decisions, names)
    return consensus_log.export_log(log, path, language=language, overwrite=True)


def export_comparison(read: ReadComparison, path: Path, language: str) -> tuple[Path, ...]:
    """Write figures and differences, and return the files, as `agreement_report.export_agreement`.

    An existing file is replaced. Raises ExportFailed.
    """
    assert read.report is not None, "nothing was compared"
    report = scope_effect.with_alpha_of_all(read.material, read.report)
    return agreement_report.export_agreement(
        report, path, language=language, overwrite=True, after=read.after, decisions=read.decisions
    )


def _read_visible(
    connection: ReadConnection, coder_name: str, is_cancelled: Callable[[], bool]
) -> tuple[AgreementMaterial, CodingStand]:
    sight = sight_in(connection, coder_name)
    whole = agreement_report.read_agreement_material(connection, is_cancelled)
    hidden = tuple(whole.sources[one].document.name for one in whole.sources if one in sight.hidden)
    material = replace(
        whole,
        sources={one: source for one, source in whole.sources.items() if one not in sight.hidden},
        codings=[one for one in whole.codings if one.passage.document_id not in sight.hidden],
        unplaced=[one for one in whole.unplaced if one.passage.document_id not in sight.hidden],
        tasks=[one for one in whole.tasks if one.document_id not in sight.hidden],
    )
    people = tuple(one for one in coder_store.list_coders(connection) if one.is_person)
    return material, replace(_find_stand(material, people), hidden=hidden)


def _find_stand(material: AgreementMaterial, people: Sequence[Coder]) -> CodingStand:
    counts: Counter[tuple[int, int]] = Counter()
    rounds: dict[int, set[int]] = defaultdict(set)
    days: dict[int, set[str]] = defaultdict(set)
    known = {one.id for one in people}
    for coding in material.codings:
        if coding.coder_id in known:
            counts[coding.passage.document_id, coding.coder_id] += 1
            rounds[coding.coder_id].add(coding.round)
            days[coding.coder_id].add(coding.created_at[:10])
    return CodingStand(
        people=tuple(people),
        documents=tuple((one, source.document.name) for one, source in material.sources.items()),
        codings=counts,
        unfinished=frozenset((one.document_id, one.coder_id) for one in material.tasks if not one.is_finished),
        finished=frozenset((one.document_id, one.coder_id) for one in material.tasks if one.is_finished),
        rounds={coder_id: tuple(sorted(found)) for coder_id, found in rounds.items()},
        days={coder_id: tuple(sorted(found)) for coder_id, found in days.items()},
        sampled=frozenset(
            (one.document_id, one.coder_id)
            for one in material.tasks
            if material.sample_of(one.document_id, Rater("", one.coder_id)) is not None
        ),
    )


def propose_setup(stand: CodingStand) -> AgreementSetup | None:
    """Return the comparison of the two coders who have coded most of the same documents; None without two.

    Where no two have coded the same document it is the two who have coded most.
    """
    pairs = list(combinations(stand.active, 2))
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: (_count_shared(stand, pair), _count_all(stand, pair)))
    return AgreementSetup(tuple(Rater(one.name, one.id) for one in best))


def _count_shared(stand: CodingStand, pair: Sequence[Coder]) -> int:
    shared = stand.shared_by([one.id for one in pair])
    return sum(stand.codings.get((document_id, one.id), 0) for document_id in shared for one in pair)


def _count_all(stand: CodingStand, pair: Sequence[Coder]) -> int:
    ids = {one.id for one in pair}
    return sum(count for (_, coder_id), count in stand.codings.items() if coder_id in ids)
