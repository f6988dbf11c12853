"""`merge`, `package`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kodebenk.analysis.project_matching import Basis
from kodebenk.analysis.reanchoring import Reason
from kodebenk.application import queries
from kodebenk.application.merge_plan import (
    Conflict,
    ConflictKind,
    MergeChoices,
    MergedCoding,
    MergePlan,
    MergeReport,
    plan_merge,
)
from kodebenk.application.merging import apply_merge, preview_merge
from kodebenk.application.open_project import OpenProject
from kodebenk.application.packaging import package_for_coder
from kodebenk.cli.output import CommandResult, align, cut, join_blocks, table
from kodebenk.cli.project_access import SUFFIX, changing, project_path, reading
from kodebenk.cli.words import Language, Text
from kodebenk.errors import Rule, RuleBroken

_DONE = Text("Flettet inn {other}: {codings}.", "Merged {other}: {codings}.")
_WOULD = Text("Dette ville skjedd med {other}: {codings}.", "This would happen with {other}: {codings}.")
_NOTHING = Text("Det er ingenting nytt i {other}.", "There is nothing new in {other}.")
_CODINGS = Text(
    "{added} nye kodinger på sin plass, {moved} fulgte med til en annen tekst, {unplaced} uten plass, {same} fantes",
    "{added} new codings in their place, {moved} followed into another text, {unplaced} without a place, {same} known",
)
_DOCUMENTS = Text(
    "Dokumenter: {matched} kjent igjen, {added} lagt til.", "Documents: {matched} recognised, {added} added."
)
_CODES = Text("Koder: {matched} kjent igjen, {added} lagt til.", "Codes: {matched} recognised, {added} added.")
_OTHERS = Text(
    "Også lagt til: {respondents} respondenter, {cells} celler, {synthesis} synteser, {guides} intervjuguider, "
    "{questions} spørsmål, {places} steder for spørsmål, {voices} stemmer, {matrices} matriser, {tasks} kodeoppdrag, "
    "{comparisons} sammenlikninger, {decisions} vedtak; {completed} tomme felt er fylt ut.",
    "Also added: {respondents} respondents, {cells} cells, {synthesis} synthesis texts, {guides} interview guides, "
    "{questions} questions, {places} places of questions, {voices} voices, {matrices} matrices, {tasks} coding tasks, "
    "{comparisons} comparisons, {decisions} decisions; {completed} empty fields were filled.",
)
_LOST_PLACES = Text(
    "{count} bekreftede steder for spørsmål finnes ikke i teksten her.",
    "{count} confirmed places of questions are not in the text here.",
    "1 bekreftet sted for et spørsmål finnes ikke i teksten her.",
    "1 confirmed place of a question is not in the text here.",
)
_FINISHED = Text("{coder} har kodet ferdig: {document}", "{coder} has finished coding: {document}")
_CODER_ADDED = Text("Ny koder: {name}", "New coder: {name}")
_NAMESAKE = Text(
    "Koderen {name} i den andre kopien heter her {our_name}: de kan være to. Er de én, bruk --same-coder «{name}».",
    "The coder {name} of the other copy is called {our_name} here: they may be two. If they are one, use "
    "--same-coder “{name}”.",
)
_OTHER_TEXT = Text(
    "Teksten i «{name}» er en annen i den andre kopien; teksten her er beholdt (--take-texts tar den andre).",
    "The text of “{name}” is another in the other copy; the text here was kept (--take-texts takes the other).",
)
_TEXT_TAKEN = Text(
    "«{name}» har fått teksten fra den andre kopien; kodingene her fulgte med.",
    "“{name}” has the text of the other copy now; the codings here followed.",
)
_LOST_HERE = Text(
    "{count} kodinger herfra har ingen plass i tekstene som er tatt over, og må avklares.",
    "{count} codings of this project have no place in the texts that were taken over, and wait to be settled.",
    "1 koding herfra har ingen plass i tekstene som er tatt over, og må avklares.",
    "1 coding of this project has no place in the texts that were taken over, and waits to be settled.",
)
_SIMILAR = Text(
    "«{name}» ligner «{our_name}» ({percent} %) og ble lagt til for seg. Er de samme dokument, bruk --join-similar.",
    "“{name}” is like “{our_name}” ({percent}%) and became a document of its own. If they are the same, use "
    "--join-similar.",
)
_RENAMED = Text("«{before}» var opptatt og ble til «{after}».", "“{before}” was taken and became “{after}”.")
_ALTERED = Text(
    "Ordene i disse er andre i teksten her (kontroller dem):", "The words of these are others here (look at them):"
)
_UNPLACED = Text(
    "Disse har ingen plass i teksten her og må avklares:", "These have no place in the text here; settle them:"
)
_DIFFERENT = Text(
    "Dette er ulikt i de to; det som står her, er beholdt der ikke annet er sagt:",
    "This differs in the two; what stands here was kept where nothing else is said:",
)
_REMOVED = Text("Dette er slettet her og kom ikke tilbake:", "This was deleted here and did not come back:")
_BACKUP = Text("Kopi fra før flettingen: {path}", "Copy from before the merge: {path}")
_PACKED = Text(
    "Laget {path} til {coder} med {count} dokumenter og uten kodinger.",
    "Made {path} for {coder} with {count} documents and no codings.",
    "Laget {path} til {coder} med 1 dokument og uten kodinger.",
    "Made {path} for {coder} with 1 document and no codings.",
)
_REASONS = {
    Reason.NOT_FOUND: Text("ordene finnes ikke i teksten her", "its words are not in the text here"),
    Reason.AMBIGUOUS: Text("ordene finnes flere steder i teksten her", "its words stand in several places here"),
    Reason.SET_ASIDE: Text("ble lagt til side i den andre kopien", "was set aside in the other copy"),
}
_WHAT = Text("Hva", "What")
_FIELD = Text("Felt", "Field")
_OURS = Text("Her", "Here")
_THEIRS = Text("Der", "There")
_KINDS = {
    ConflictKind.DOCUMENT: Text("dokument", "document"),
    ConflictKind.RESPONDENT: Text("respondent", "respondent"),
    ConflictKind.ATTRIBUTE: Text("egenskap", "attribute"),
    ConflictKind.SPEAKER: Text("taler", "speaker"),
    ConflictKind.CODE: Text("kode", "code"),
    ConflictKind.CODING: Text("koding", "coding"),
    ConflictKind.VOICE: Text("stemme", "voice"),
    ConflictKind.QUESTION: Text("spørsmål", "question"),
    ConflictKind.PLACE: Text("sted for spørsmål", "place of a question"),
    ConflictKind.CELL: Text("celle", "cell"),
    ConflictKind.SYNTHESIS: Text("syntese", "synthesis"),
    ConflictKind.MATRIX: Text("matrise", "matrix"),
    ConflictKind.DECISION: Text("vedtak", "decision"),
    ConflictKind.REMOVED: Text("slettet", "deleted"),
}


def merge(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Add the work in another copy of a project, in one change; with `--dry-run` only say what that would do."""
    other = project_path(arguments.other)
    if arguments.dry_run:
        with reading(arguments, language) as project:
            plan = plan_merge(project, other)
            report = preview_merge(plan, _choices(plan, arguments))
    else:
        with changing(arguments, language) as project:
            plan = plan_merge(project, other)
            report = apply_merge(project, plan, _choices(plan, arguments))
    shown = {**_as_json(report, language), "dry_run": arguments.dry_run}
    return CommandResult(shown, _as_text(report, other.name, language, dry_run=arguments.dry_run))


def _choices(plan: MergePlan, arguments: argparse.Namespace) -> MergeChoices:
    """Return what the options decide about this merge."""
    documents, coders = plan.theirs.content.documents, plan.theirs.content.coders
    similar = {one.theirs for one in plan.documents if one.basis is Basis.LIKENESS and arguments.join_similar}
    named = {_named_coder(plan, name) for name in arguments.same_coder}
    texts = plan.followed if arguments.take_texts else ()
    choices = MergeChoices(
        similar=frozenset(one.guid for one in documents if one.id in similar),
        texts=frozenset(one.guid for one in documents if one.id in texts),
        same_coders=frozenset(one.guid for one in coders if one.id in named),
    )
    if arguments.bring_back:
        choices = replace(choices, theirs=_keys(preview_merge(plan, choices), removed=True))
    if arguments.take_theirs:
        choices = replace(choices, theirs=choices.theirs | _keys(preview_merge(plan, choices), removed=False))
    return choices


def _keys(report: MergeReport, *, removed: bool) -> frozenset[str]:
    return frozenset(one.key for one in report.conflicts if (one.kind is ConflictKind.REMOVED) is removed)


def _named_coder(plan: MergePlan, name: str) -> int:
    """Return the coder of the other copy whom a name means. Raises RuleBroken NOT_FOUND."""
    known = {one.id: one.name for one in plan.theirs.content.coders if one.id in plan.namesakes}
    for fold in (str, str.casefold):
        for coder_id, coder in known.items():
            if fold(coder) == fold(name.strip()):
                return coder_id
    raise RuleBroken(Rule.NOT_FOUND, kind="coder", name=name, candidates=sorted(known.values()))


def _as_json(report: MergeReport, language: Language) -> dict[str, object]:
    documents = report.documents
    return {
        "documents": {
            "matched": sum(not one.is_added for one in documents),
            "added": sum(one.is_added for one in documents),
            "added_names": [one.name for one in documents if one.is_added],
            "other_text": [one.our_name for one in documents if one.has_other_text and not one.is_added],
            "texts_taken": [one.our_name for one in documents if one.takes_text],
            "similar": [
                {"name": one.name, "ours": one.our_name, "percent": one.percent, "joined": not one.is_added}
                for one in documents
                if one.basis is Basis.LIKENESS
            ],
        },
        "codes": {"matched": report.codes_matched, "added": len(report.codes_added), "paths": list(report.codes_added)},
        "codings": {
            "added": report.added,
            "same": report.same,
            "moved": report.moved,
            "altered": [_coding_json(one, language) for one in report.altered],
            "unplaced": [_coding_json(one, language) for one in report.unplaced],
        },
        "coders": [
            {"name": one.name, "as": one.our_name, "namesake": one.is_namesake, "added": one.is_added}
            for one in report.coders
        ],
        **_counts(report),
        "conflicts": [_conflict_json(one) for one in report.conflicts],
        "renamed": [{"kind": one.kind, "before": one.before, "after": one.after} for one in report.renamed],
        "lost_places": report.lost_places,
        "finished": [{"coder": one.coder, "document": one.document} for one in report.finished],
        "backup": str(report.backup) if report.backup else None,
    }


def _counts(report: MergeReport) -> dict[str, int]:
    return {
        "respondents": len(report.respondents),
        "guides": len(report.guides),
        "questions": report.questions,
        "places": report.places,
        "voices": report.voices,
        "cells": report.cells,
        "synthesis": report.synthesis,
        "matrices": len(report.matrices),
        "tasks": report.tasks,
        "comparisons": report.comparisons,
        "decisions": report.decisions,
        "completed": report.completed,
    }


def _coding_json(one: MergedCoding, language: Language) -> dict[str, object]:
    told: dict[str, object] = {
        "document": one.document,
        "code": one.code,
        "coder": one.coder,
        "quote": one.old_words,
    }
    if one.reason:
        return {**told, "reason": one.reason, "message": _reason(one, language)}
    return {**told, "text": one.new_words, "start": one.start, "end": one.end, "score": one.score}


def _reason(one: MergedCoding, language: Language) -> str:
    return _REASONS[Reason(one.reason)].say(language)


def _conflict_json(one: Conflict) -> Mapping[str, object]:
    return {
        "kind": one.kind.value,
        "name": one.name,
        "field": one.field,
        "ours": one.ours,
        "theirs": one.theirs,
        "document": one.document,
        "quote": one.quote,
        "kept": "theirs" if one.is_taken else "ours",
    }


def _as_text(report: MergeReport, other: str, language: Language, *, dry_run: bool) -> str:
    counts = {"added": report.added, "moved": report.moved, "unplaced": len(report.unplaced), "same": report.same}
    head = _WOULD if dry_run else _DONE
    is_idle = report.backup is None and not dry_run
    added = sum(one.is_added for one in report.documents)
    others = _counts(report)
    return join_blocks(
        _NOTHING.say(language, other=other)
        if is_idle
        else head.say(language, other=other, codings=_CODINGS.say(language, **counts)),
        _DOCUMENTS.say(language, matched=len(report.documents) - added, added=added),
        _CODES.say(language, matched=report.codes_matched, added=len(report.codes_added)),
        _OTHERS.say(language, **others) if any(others.values()) else "",
        *_notes(report, language),
        _coding_table(_ALTERED, report.altered, language),
        _coding_table(_UNPLACED, report.unplaced, language),
        _conflict_table(_DIFFERENT, report, language, removed=False),
        _conflict_table(_REMOVED, report, language, removed=True),
        _BACKUP.say(language, path=report.backup) if report.backup else "",
    )


def _notes(report: MergeReport, language: Language) -> list[str]:
    notes = [_LOST_PLACES.say(language, count=report.lost_places)] if report.lost_places else []
    lost = sum(not one.is_placed and not one.was_unplaced for one in report.corrected)
    if lost:
        notes.append(_LOST_HERE.say(language, count=lost))
    for coder in report.coders:
        text = _NAMESAKE if coder.is_namesake and coder.is_added else _CODER_ADDED
        if coder.is_added:
            notes.append(text.say(language, name=coder.name, our_name=coder.our_name))
    for document in report.documents:
        if document.basis is Basis.LIKENESS and document.is_added:
            fields = {"name": document.name, "our_name": document.our_name, "percent": document.percent}
            notes.append(_SIMILAR.say(language, **fields))
        elif document.has_other_text and not document.is_added:
            text = _TEXT_TAKEN if document.takes_text else _OTHER_TEXT
            notes.append(text.say(language, name=document.our_name))
    notes += [_FINISHED.say(language, coder=one.coder, document=one.document) for one in report.finished]
    notes += [_RENAMED.say(language, before=one.before, after=one.after) for one in report.renamed]
    return notes


def _coding_table(head: Text, codings: tuple[MergedCoding, ...], language: Language) -> str:
    if not codings:
        return ""
    rows = [
        (
            one.document,
            one.code,
            one.coder,
            cut(one.old_words),
            _reason(one, language) if one.reason else cut(one.new_words),
        )
        for one in codings
    ]
    last = "reason" if codings[0].reason else "corrected"
    return f"{head.say(language)}\n{table(('document', 'code', 'coder', 'quote', last), rows, language)}"


def _conflict_table(head: Text, report: MergeReport, language: Language, *, removed: bool) -> str:
    rows = [
        (
            _KINDS[one.kind].say(language),
            cut(f"{one.document} “{one.quote}” {one.name}" if one.document else one.name),
            one.field,
            cut(one.ours, 40),
            f"{cut(one.theirs, 40)}{' ←' if one.is_taken else ''}",
        )
        for one in report.conflicts
        if (one.kind is ConflictKind.REMOVED) is removed and not (removed and one.is_taken)
    ]
    if not rows:
        return ""
    headings = [text.say(language) for text in (_WHAT, _WHAT, _FIELD, _OURS, _THEIRS)]
    headings[1] = ""
    return f"{head.say(language)}\n{align(headings, rows)}"


def package(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Make a project for another coder, with chosen sources and without codings."""
    with reading(arguments, language) as project:
        report = package_for_coder(
            project,
            _with_suffix(arguments),
            arguments.coder,
            _document_ids(project, arguments),
            overwrite=arguments.overwrite,
        )
    told = {"path": report.path, "coder": report.coder, "count": len(report.documents)}
    shown = {"project": str(report.path), "documents": list(report.documents), "coder": report.coder}
    return CommandResult(shown, _PACKED.say(language, **told))


def _with_suffix(arguments: argparse.Namespace) -> Path:
    out: Path = arguments.out
    return out if out.suffix.casefold() == SUFFIX else out.with_name(out.name + SUFFIX)


def _document_ids(project: OpenProject, arguments: argparse.Namespace) -> list[int] | None:
    if not arguments.documents:
        return None
    return [queries.find_document(project, name).id for name in arguments.documents]
