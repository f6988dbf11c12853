"""What the status bar says of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.domain.coder import CodingTask
from kodebenk.ui.compare import compare_words as words
from kodebenk.ui.workspace import StatusItem

translate = QCoreApplication.translate


def round_items(report: AgreementReport, tasks: Iterable[CodingTask]) -> Iterator[StatusItem]:
    """Yield which round is compared and until when it was coded blind, and which words are left out."""
    number = words.round_of(report.setup)
    parts = [words.round_name(number)] if number is not None else []
    blind_until = _blind_until(report, tasks)
    if blind_until:
        said = translate("CompareStatus", "coded blind until {day}").format(day=words.day_text(blind_until))
        parts.append(said if parts else f"{said[:1].upper()}{said[1:]}")
    if parts:
        yield StatusItem(" · ".join(parts))
    if report.sample is not None:
        said = translate("CompareStatus", "Only the turns of “{sample}”")
        yield StatusItem(said.format(sample=report.sample.name), "list-filter")
    if report.setup.scope is Scope.RESPONDENTS:
        yield StatusItem(translate("CompareStatus", "The interviewer's turns are left out"), "eye-off")


def _blind_until(report: AgreementReport, tasks: Iterable[CodingTask]) -> str:
    """Return when the last of those who coded blind came to see the others' work (UTC, ISO 8601); empty for nobody."""
    compared = {one.id for one in report.documents}
    concerned = [
        task
        for task in tasks
        if task.blind
        and task.document_id in compared
        and any(rater.coder_id == task.coder_id and rater.round in (None, task.round) for rater in report.setup.raters)
    ]
    return max((one.unblinded_at or one.finished_at for one in concerned), default="")


def draws_items(report: AgreementReport) -> Iterator[StatusItem]:
    """Yield what the intervals rest on."""
    if any(code.interval.low is not None for code in report.codes):
        yield StatusItem(words.draws_note(report.setup.samples))
