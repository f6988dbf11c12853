"""The sections of a preview about sources, codes, respondents and coders."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.project_matching import Basis
from kodebenk.application.merge_plan import (
    MergedCoder,
    MergedDocument,
    MergeReport,
)
from kodebenk.ui.merging.merge_words import basis_words
from kodebenk.ui.merging.other_copy import OtherCopy
from kodebenk.ui.merging.section_lines import called_there, group, new_and_known
from kodebenk.ui.merging.section_values import Choice, ChoiceKind, Item, Line, Section, SectionName
from kodebenk.ui.number_words import number_words

translate = QCoreApplication.translate


def sources_section(report: MergeReport) -> Section:
    """Return the section of sources."""
    added = [one for one in report.documents if one.is_added and one.basis is not Basis.LIKENESS]
    similar = [one for one in report.documents if one.basis is Basis.LIKENESS]
    other_text = [one for one in report.documents if one.has_other_text and not one.is_added]
    same = [one for one in report.documents if not one.is_added and one not in other_text and one not in similar]
    lines = [
        *group(
            translate("MergeSections", "Another text in the other copy"),
            [_text_item(one) for one in other_text],
            translate("MergeSections", "Codings follow their words into the text that you choose."),
        ),
        *group(translate("MergeSections", "Nearly the same as a source here"), [_similar_item(one) for one in similar]),
        *group(translate("MergeSections", "New here"), [Item(one.name, icon="file-plus", tone="ok") for one in added]),
        *group(translate("MergeSections", "The same in both"), [_same_document(one) for one in same]),
    ]
    new = sum(one.is_added for one in report.documents)
    return Section(
        SectionName.SOURCES,
        translate("MergeSections", "Sources"),
        "file-text",
        new_and_known(new, len(report.documents) - new),
        tuple(lines),
        len(other_text) + len([one for one in similar if one not in other_text]),
        translate("MergeSections", "The other copy has no sources."),
    )


def _text_item(one: MergedDocument) -> Item:
    choice = Choice(
        ChoiceKind.TEXT,
        one.guid,
        translate("MergeSections", "Keep the text here. Their codings are looked for in it."),
        translate("MergeSections", "Take the text of the other copy. The codings here follow, as in a correction."),
        translate("MergeSections", "Here"),
        translate("MergeSections", "In the other copy"),
        one.takes_text,
    )
    return Item(one.our_name, detail=_named_there(one), icon="file-pen-line", tone="warn", choice=choice)


def _similar_item(one: MergedDocument) -> Item:
    alike = translate("MergeSections", "{percent}% like “{name}”").format(percent=one.percent, name=one.our_name)
    choice = Choice(
        ChoiceKind.SIMILAR,
        one.guid,
        translate("MergeSections", "A source of its own. It is added beside the one here."),
        translate("MergeSections", "The same source. Its codings come into “{name}”.").format(name=one.our_name),
        translate("MergeSections", "Two sources"),
        translate("MergeSections", "One source"),
        not one.is_added,
    )
    return Item(one.name, detail=alike, icon="copy", tone="warn", choice=choice)


def _same_document(one: MergedDocument) -> Item:
    return Item(one.our_name, basis_words(one.basis), _named_there(one), "circle-check", "ok")


def _named_there(one: MergedDocument) -> str:
    return called_there(one.name) if one.name != one.our_name else ""


def codes_section(other: OtherCopy, report: MergeReport) -> Section:
    """Return the section of codes."""
    return Section(
        SectionName.CODES,
        translate("MergeSections", "Codes"),
        "tags",
        new_and_known(len(report.codes_added), report.codes_matched),
        _named_lines(report.codes_added, "tag", other.renamed_codes()),
        empty=translate("MergeSections", "Every code of the other copy is here, under the same name."),
    )


def respondents_section(other: OtherCopy, report: MergeReport) -> Section:
    """Return the section of respondents."""
    return Section(
        SectionName.RESPONDENTS,
        translate("MergeSections", "Respondents"),
        "users",
        new_and_known(len(report.respondents), other.respondents_matched),
        _named_lines(report.respondents, "user-round", other.renamed_respondents()),
        empty=translate("MergeSections", "Every respondent of the other copy is here, under the same name."),
    )


def _named_lines(added: Iterable[str], icon: str, renamed: Iterable[tuple[str, str]]) -> tuple[Line, ...]:
    """Return lines for what is new here, and for what has another name there (there, here)."""
    return (
        *group(translate("MergeSections", "New here"), [Item(name, icon=icon, tone="ok") for name in added]),
        *group(
            translate("MergeSections", "The same under another name"),
            [Item(here, detail=called_there(there), icon="equal-approximately") for there, here in renamed],
        ),
    )


def coders_section(report: MergeReport) -> Section:
    """Return the section of coders."""
    namesakes = [one for one in report.coders if one.is_namesake]
    added = [one for one in report.coders if one.is_added]
    lines = [
        *group(
            translate("MergeSections", "A coder here has the same name"),
            [_coder_item(one) for one in namesakes],
            translate("MergeSections", "They were added in both copies. Only you know whether they are one person."),
        ),
        *group(
            translate("MergeSections", "New here"),
            [Item(one.our_name, icon="user-round", tone="ok") for one in added if not one.is_namesake],
        ),
    ]
    return Section(
        SectionName.CODERS,
        translate("MergeSections", "Coders"),
        "user-round",
        translate("MergeSections", "{added} new").format(added=number_words(len(added))),
        tuple(lines),
        len(namesakes),
        translate("MergeSections", "No coder comes along who is not here already."),
    )


def _coder_item(one: MergedCoder) -> Item:
    becomes = one.our_name if one.is_added else ""
    apart = translate("MergeSections", "Somebody else, called “{name}” here.").format(name=becomes)
    choice = Choice(
        ChoiceKind.CODER,
        one.guid,
        apart if becomes else translate("MergeSections", "Somebody else. The name gets a number here."),
        translate("MergeSections", "The same person. The codings become theirs."),
        translate("MergeSections", "Two people"),
        translate("MergeSections", "One person"),
        not one.is_added,
    )
    return Item(one.name, icon="users", tone="warn", choice=choice)
