"""Makes the sections of a preview: what is the same, what comes along, what somebody may choose."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from kodebenk.application.merge_plan import MergePlan, MergeReport
from kodebenk.ui.merging.coding_sections import codings_section, differences_section, removed_section
from kodebenk.ui.merging.material_sections import coders_section, codes_section, respondents_section, sources_section
from kodebenk.ui.merging.merge_counts import list_added
from kodebenk.ui.merging.merge_words import renamed_words
from kodebenk.ui.merging.other_copy import OtherCopy
from kodebenk.ui.merging.section_lines import group
from kodebenk.ui.merging.section_values import Item, Section, SectionName
from kodebenk.ui.number_words import counted

translate = QCoreApplication.translate


def list_sections(plan: MergePlan, report: MergeReport) -> tuple[Section, ...]:
    """Return the sections of a preview in the language in use."""
    other = OtherCopy(plan)
    return (
        sources_section(report),
        codes_section(other, report),
        respondents_section(other, report),
        coders_section(report),
        codings_section(other, report),
        differences_section(other, report),
        removed_section(report),
        _others(report),
    )


def _others(report: MergeReport) -> Section:
    """Return the section of what no other section holds."""
    shown_above = {"codings", "sources", "codes", "respondents"}
    added = [words for name, words in list_added(report) if name not in shown_above]
    lines = [
        *group(translate("MergeSections", "New here"), [Item(words, icon="circle-plus", tone="ok") for words in added]),
        *_remarks(report),
        *group(
            translate("MergeSections", "Names and labels that are taken here"),
            [
                Item(f"{one.before} → {one.after}", renamed_words(one.kind), icon="pencil", tone="info")
                for one in report.renamed
            ],
        ),
    ]
    items = [one for one in lines if isinstance(one, Item)]
    return Section(
        SectionName.OTHER,
        translate("MergeSections", "The rest"),
        "list",
        ", ".join(added) or (items[0].title if items else translate("MergeSections", "Nothing")),
        tuple(lines),
        empty=translate("MergeSections", "Nothing else comes along."),
    )


def _remarks(report: MergeReport) -> Iterator[Item]:
    if report.completed:
        one = translate("MergeSections", "1 field that is empty here gets what stands there")
        many = translate("MergeSections", "{count} fields that are empty here get what stands there")
        yield Item(counted(report.completed, one, many), icon="pencil", tone="ok")
    for finished in report.finished:
        words = translate("MergeSections", "{coder} has finished “{document}”")
        told = words.format(coder=finished.coder, document=finished.document)
        yield Item(told, icon="circle-check", tone="ok")
    if report.lost_places:
        one = translate("MergeSections", "1 confirmed place of a question is not in the text here")
        many = translate("MergeSections", "{count} confirmed places of questions are not in the text here")
        yield Item(counted(report.lost_places, one, many), icon="triangle-alert", tone="warn")
