"""Texts of ten lines, and what coders coded of them, as a comparison reads a project."""

from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater, Scope
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.attribution import Source
from kodebenk.domain.codebook import Code, Codebook
from kodebenk.domain.coding import Coding
from kodebenk.domain.document import Document, DocumentText, SourceKind, Span, TextStructure
from kodebenk.domain.passage import Passage, anchor_of

LINES = tuple(f"Linje {number} 😀 om det som ble sagt." for number in range(10))
TEXT = "\n".join(LINES)
STARTS = tuple(sum(len(line) + 1 for line in LINES[:number]) for number in range(10))
CODEBOOK = Codebook(
    (
        Code(1, "1", None, 0, "Styring", 1),
        Code(2, "2", 1, 0, "Mål", 1),
        Code(3, "3", 1, 1, "Tillit", 2),
        Code(4, "4", None, 1, "Fag", 3),
    )
)
GOALS, TRUST, CRAFT = 2, 3, 4


def source(number):
    lines = tuple(Span(start, start + len(line)) for start, line in zip(STARTS, LINES, strict=True))
    document = Document(
        number, str(number), f"Notat {number}", SourceKind.NOTES, f"D{number}", number, len(TEXT), 0, "", "", ""
    )
    return Source(document, DocumentText(number, TEXT, TextStructure(paragraphs=lines, line_starts=STARTS)))


def made(coder, lines, code=GOALS, *, document=1, round=1, day="2025-05-05", whole=True):  # noqa: A002 – as the field
    """Return one coding for each line, or of its first half."""
    found = []
    for line in lines:
        start, length = STARTS[line], len(LINES[line])
        end = start + (length if whole else length // 2)
        passage = Passage(document, start, end)
        guid = f"{coder}-{document}-{line}-{code}-{round}"
        anchor = anchor_of(TEXT, start, end)
        found.append(Coding(0, guid, passage, anchor, code, coder, round, f"{day}T10:00:00Z"))
    return found


def material(*codings, documents=3):
    found = [one for its in codings for one in its]
    sources = {number: source(number) for number in range(1, documents + 1)}
    return AgreementMaterial("Prøve", CODEBOOK, sources, found, (), (), {})


def setup(*coders, samples=50, **more):
    """Return the setup of coders named by their numbers, on lines of the whole text."""
    raters = tuple(Rater("ABCDEF"[coder - 1], coder) for coder in coders)
    more.setdefault("unit", UnitKind.PARAGRAPH)
    return AgreementSetup(raters, scope=Scope.ALL, samples=samples, **more)


def compared(material, setup):
    from kodebenk.analysis.agreement.coders_comparison import compare_material

    return compare_material(material, setup, lambda: False, lambda _done, _of: None)


def binary_alpha(both, one, neither, coders=2):
    """Return alpha of units that both, one and neither of two coders coded (RELIABILITY: 1 - (n-1)·o/(n1(n-n1)))."""
    assert coders == 2
    n, coded = 2 * (both + one + neither), 2 * both + one
    return 1 - (n - 1) * one / (coded * (n - coded))
