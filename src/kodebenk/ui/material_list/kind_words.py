"""What the kinds of documents are called in windows, and their icons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kodebenk.domain.document import SourceKind

KIND_ICONS = {
    SourceKind.TRANSCRIPT: "mic",
    SourceKind.NOTES: "notebook-pen",
    SourceKind.EMAIL: "mail",
    SourceKind.PLAN: "landmark",
    SourceKind.SURVEY: "list-checks",
    SourceKind.FIELDNOTES: "notebook",
    SourceKind.LITERATURE: "book-open-text",
}


def group_name(kind: SourceKind) -> str:
    """Return the heading of all documents of a kind."""
    translate = QCoreApplication.translate
    return {
        SourceKind.TRANSCRIPT: translate("DocumentKinds", "Interviews"),
        SourceKind.NOTES: translate("DocumentKinds", "Notes"),
        SourceKind.EMAIL: translate("DocumentKinds", "E-mail"),
        SourceKind.PLAN: translate("DocumentKinds", "Planning documents"),
        SourceKind.SURVEY: translate("DocumentKinds", "Survey answers"),
        SourceKind.FIELDNOTES: translate("DocumentKinds", "Field notes"),
        SourceKind.LITERATURE: translate("DocumentKinds", "Literature"),
    }[kind]


def kind_name(kind: SourceKind) -> str:
    """Return what one document of a kind is, in lower case."""
    translate = QCoreApplication.translate
    return {
        SourceKind.TRANSCRIPT: translate("DocumentKinds", "transcript"),
        SourceKind.NOTES: translate("DocumentKinds", "notes"),
        SourceKind.EMAIL: translate("DocumentKinds", "e-mail"),
        SourceKind.PLAN: translate("DocumentKinds", "planning document"),
        SourceKind.SURVEY: translate("DocumentKinds", "survey"),
        SourceKind.FIELDNOTES: translate("DocumentKinds", "field notes"),
        SourceKind.LITERATURE: translate("DocumentKinds", "literature"),
    }[kind]


def page_count(pages: int) -> str:
    """Return "1 page" or "14 pages"; empty where a document has none."""
    translate = QCoreApplication.translate
    if pages == 0:
        return ""
    return (
        translate("DocumentKinds", "1 page")
        if pages == 1
        else translate("DocumentKinds", "{count} pages").format(count=pages)
    )
