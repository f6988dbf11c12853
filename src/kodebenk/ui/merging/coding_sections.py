"""The sections of a preview about codings, differences, and what was deleted here."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QCoreApplication

from kodebenk.application.followed_marks import FollowedCoding
from kodebenk.application.merge_plan import (
    Conflict,
    ConflictKind,
    MergedCoding,
    MergeReport,
)
from kodebenk.ui.merging.merge_counts import coming_codings
from kodebenk.ui.merging.merge_words import field_words, kind_words, reason_words, removed_words, value_words
from kodebenk.ui.merging.other_copy import OtherCopy
from kodebenk.ui.merging.section_lines import group, new_and_known
from kodebenk.ui.merging.section_values import Choice, ChoiceKind, Item, Line, Section, SectionName
from kodebenk.ui.number_words import number_words

translate = QCoreApplication.translate

_WRITTEN = frozenset(
    ("definition", "use_when", "use_not", "example", "memo", "comment", "condensation", "passage", "summary", "text")
)
"""Fields that hold sentences."""


def codings_section(other: OtherCopy, report: MergeReport) -> Section:
    """Return the section of codings."""
    counts = (
        ("circle-plus", "ok", report.added, translate("MergeSections", "New, and standing where they stood")),
        (
            "move-horizontal",
            "ok",
            report.moved,
            translate("MergeSections", "New, following their words in another text"),
        ),
        ("equal", "ink2", report.same, translate("MergeSections", "Here already")),
    )
    touched = [one for one in report.corrected if not one.is_same and not one.has_same_words]
    lines = [
        *(Item(words, number_words(count), icon=icon, tone=tone) for icon, tone, count, words in counts if count),
        *group(
            translate("MergeSections", "Their words are others here"),
            [_altered_item(other, one) for one in report.altered],
            translate("MergeSections", "They come along. Look at them afterwards."),
        ),
        *group(
            translate("MergeSections", "Without a place in the text here"),
            [_unplaced_item(one) for one in report.unplaced],
            translate("MergeSections", "They come along, count nowhere, and wait to be settled."),
        ),
        *group(
            translate("MergeSections", "Codings here whose text is taken from the other copy"),
            [_touched_item(other, one) for one in touched],
        ),
    ]
    return Section(
        SectionName.CODINGS,
        translate("MergeSections", "Codings"),
        "highlighter",
        new_and_known(coming_codings(report), report.same),
        tuple(lines),
        len(report.altered) + len(report.unplaced) + len(touched),
        translate("MergeSections", "The other copy has no codings."),
    )


def _altered_item(other: OtherCopy, one: MergedCoding) -> Item:
    who = f"{one.document} · {one.coder}"
    place = other.place_of(one)
    return Item(one.code, who, icon="move-horizontal", was=one.old_words, now=one.new_words, place=place)


def _unplaced_item(one: MergedCoding) -> Item:
    return Item(
        one.code,
        f"{one.document} · {one.coder}",
        reason_words(one.reason),
        "unlink",
        "warn",
        was=one.old_words,
    )


def _touched_item(other: OtherCopy, one: FollowedCoding) -> Item:
    code, coder = other.code_and_coder(one)
    if one.is_placed:
        return Item(code, coder, icon="move-horizontal", was=one.old_words, now=one.new_words, is_here=True)
    detail = reason_words(one.reason.value) if one.reason is not None else ""
    return Item(code, coder, detail, "unlink", "warn", was=one.old_words, is_here=True)


def differences_section(other: OtherCopy, report: MergeReport) -> Section:
    """Return the section of what both copies say differently."""
    conflicts = [one for one in report.conflicts if one.kind is not ConflictKind.REMOVED]
    conflicts.sort(key=lambda one: list(ConflictKind).index(one.kind))
    taken = {one.name for one in report.documents if one.takes_text}
    lines: list[Line] = []
    for kind, of_kind in groupby(conflicts, key=lambda one: one.kind):
        lines += group(kind_words(kind), [_difference(other, one, one.document in taken) for one in of_kind])
    return Section(
        SectionName.DIFFERENCES,
        translate("MergeSections", "Differences"),
        "git-compare-arrows",
        _kept_and_taken([one for one in conflicts if one.is_open]),
        tuple(lines),
        sum(one.is_open for one in conflicts),
        translate("MergeSections", "The two copies say nothing differently."),
    )


def _kept_and_taken(conflicts: list[Conflict]) -> str:
    if not conflicts:
        return translate("MergeSections", "None")
    taken = sum(one.is_taken for one in conflicts)
    words = translate("MergeSections", "{kept} kept, {taken} taken over")
    return words.format(kept=number_words(len(conflicts) - taken), taken=number_words(taken))


def _difference(other: OtherCopy, one: Conflict, text_is_taken: bool) -> Item:
    ours, theirs = value_words(one, one.ours), value_words(one, one.theirs)
    if one.kind is ConflictKind.CODING and one.field == "passage":
        ours, theirs = one.quote, other.passage_words(one, theirs_taken=text_is_taken)
    choice = Choice(
        ChoiceKind.THEIRS,
        one.key,
        ours,
        theirs,
        translate("MergeSections", "Here"),
        translate("MergeSections", "In the other copy"),
        one.is_taken,
        is_quoted=one.field in _WRITTEN or one.kind is ConflictKind.SYNTHESIS,
        is_compared=True,
    )
    where = translate("MergeSections", "{document}: “{quote}”").format(document=one.document, quote=one.quote)
    detail = (where if one.quote else one.document) if one.document else ""
    if one.is_open:
        return Item(one.name, field_words(one), detail, choice=choice)
    only_told = translate("MergeSections", "In the other copy: {theirs}. It stays as it is here.").format(theirs=theirs)
    return Item(one.name, field_words(one), only_told, "info", "info")


def removed_section(report: MergeReport) -> Section:
    """Return the section of what was deleted here."""
    removed = [one for one in report.conflicts if one.kind is ConflictKind.REMOVED]
    stays = [one for one in removed if not one.is_taken]
    title = translate("MergeSections", "Deleted here, and there still")
    facts = translate("MergeSections", "{stay} stay away, {back} come back")
    return Section(
        SectionName.REMOVED,
        translate("MergeSections", "Deleted here"),
        "trash-2",
        facts.format(stay=number_words(len(stays)), back=number_words(len(removed) - len(stays)))
        if removed
        else translate("MergeSections", "None"),
        tuple(group(title, [_removed_item(one) for one in removed])),
        len(removed),
        translate("MergeSections", "The other copy has nothing that was deleted here."),
    )


def _removed_item(one: Conflict) -> Item:
    quote = translate("MergeSections", "“{quote}”").format(quote=one.theirs) if one.theirs != one.name else ""
    detail = " · ".join(part for part in (one.document, quote) if part)
    choice = Choice(
        ChoiceKind.THEIRS,
        one.key,
        translate("MergeSections", "It stays away"),
        translate("MergeSections", "It comes back"),
        translate("MergeSections", "As here"),
        translate("MergeSections", "As in the other copy"),
        one.is_taken,
    )
    return Item(one.name, removed_words(one.field), detail, choice=choice)
