"""A project that three coders have coded, with a place of every class."""

from PySide6.QtCore import QCoreApplication, QEvent

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater, Scope
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.application import (
    agreement_report,
    codebook_actions,
    coding_actions,
    consensus_actions,
    document_actions,
    queries,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.passage import Passage
from kodebenk.ui.compare.shown_places import ShownPlace

INTERVIEW = """Målene kom fra staben. Vi fikk dem på e-post 😀. Ingen ble spurt.

Den ble sterkere der folk hadde vært med. Ellers ble rapporten noe du leverte.

Politikerne så mest på de røde tallene.

Vi skrev målene sammen. Det tok to dager.
"""
NOTES = """Hun mener at tilliten ble svakere i år.

Ingen leste planen.
"""
NAMES = ("Ane Klev", "Lars Berg", "Mina Sand")
STAFF, MAIL = "Målene kom fra staben.", "Målene kom fra staben. Vi fikk dem på e-post 😀."
STRONGER = "Den ble sterkere der folk hadde vært med."
REPORT = "Ellers ble rapporten noe du leverte."
POLITICIANS = "Politikerne så mest på de røde tallene."
TOGETHER = "Vi skrev målene sammen."
WEAKER, LATER = "Hun mener at tilliten ble svakere i år.", "tilliten ble svakere i år."
PLAN = "Ingen leste planen."
CODINGS = (
    (0, "Medvirkning", STAFF),
    (1, "Medvirkning", MAIL),
    (2, "Medvirkning", STAFF),
    (0, "Tillit", STRONGER),
    (1, "Legitimitet", STRONGER),
    (2, "Tillit", STRONGER),
    (0, "Forankring", REPORT),
    (1, "Forankring", REPORT),
    (2, "Forankring", REPORT),
    (0, "Tillit", REPORT),
    (2, "Tillit", REPORT),
    (0, "Legitimitet", POLITICIANS),
    (2, "Legitimitet", POLITICIANS),
    (0, "Forankring", TOGETHER),
    (0, "Tillit", WEAKER),
    (1, "Tillit", LATER),
    (2, "Tillit", WEAKER),
    (0, "Medvirkning", PLAN),
    (1, "Medvirkning", PLAN),
    (2, "Medvirkning", PLAN),
)


def make_coded_project(folder):
    """Return the open project; its first document has the interview, its second the notes."""
    opened = OpenProject.create(folder / "tre.kodebenk", title="Tre kodere", coder_name=NAMES[0])
    for name, text in (("intervju.txt", INTERVIEW), ("notater.txt", NOTES)):
        (folder / name).write_text(text, "utf-8")
        document_actions.import_files(opened, [folder / name])
    theme = codebook_actions.add_code(opened, "Styring")
    codes = {
        name: codebook_actions.add_code(opened, name, theme)
        for name in ("Tillit", "Legitimitet", "Medvirkning", "Forankring")
    }
    for rater, code, words in CODINGS:
        comment = "Tvil" if (rater, words) == (1, STRONGER) else ""
        passage = passage_with(opened, words)
        coding_actions.apply_code(opened, passage, codes[code], coder_name=NAMES[rater], comment=comment)
    return opened


def passage_with(opened, words):
    """Return the passage of the document in which the words stand."""
    for document in queries.documents(opened):
        text = queries.text_of(opened, document.id).text
        if words in text:
            return Passage(document.id, text.index(words), text.index(words) + len(words))
    raise LookupError(words)


def compare(opened, raters=NAMES):
    """Return how these coders agree on the whole of both texts."""
    ids = {coder.name: coder.id for coder in queries.coders(opened)}
    setup = AgreementSetup(tuple(Rater(name, ids[name]) for name in raters), scope=Scope.ALL, samples=2)
    return agreement_report.compare_coders(agreement_report.read_agreement_material(opened.connection), setup)


def shown_places(opened, report):
    """Return the differences as the workspace numbers them, with what was settled."""
    decided = {
        (one.place.document_id, one.place.start, one.place.end, one.place.code_ids): one
        for one in consensus_actions.decisions(opened)
    }
    ids = {code.path: code.id for code in report.codes}
    found, numbers = [], {}
    ordered = sorted(enumerate(report.places), key=lambda one: (one[1].document_id, one[1].start, one[1].end))
    for index, place in ordered:
        if place.kind in (DisagreementClass.AGREE, DisagreementClass.SCOPE):
            continue
        numbers[place.document_id] = numbers.get(place.document_id, 0) + 1
        code_ids = tuple(sorted({ids[path] for paths in place.codes for path in paths}))
        decision = decided.get((place.document_id, place.start, place.end, code_ids))
        found.append(ShownPlace(numbers[place.document_id], index, place, decision))
    return found


def place_at(opened, report, words):
    """Return the difference about exactly these words."""
    (found,) = [one for one in shown_places(opened, report) if one.place.quote == words]
    return found


def consensus(opened):
    """Return code, words of every coding of the consensus."""
    layer = consensus_actions.consensus_coder(opened)
    if layer is None:
        return []
    book = queries.codebook(opened)
    return sorted(
        (book.by_id[one.code_id].name, one.anchor.quote) for one in queries.codings(opened, coder_ids=[layer.id])
    )


def delete_now(widgets):
    """Close and delete widgets before their project is closed: a change of language must not find them without one."""
    for widget in widgets:
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
