"""Whatever an odt, rtf, html, md or survey file holds, and however it is broken, its places lie in the text."""

import random
from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from importing.odt_building import LISTS, h, items, p, tbl, tc, tr, write_odt
from importing.place_checks import check_document
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.html_reader import read_html
from kodebenk.importing.imported_document import ColumnUse, ReadOptions
from kodebenk.importing.markdown_reader import read_markdown
from kodebenk.importing.odt_reader import read_odt
from kodebenk.importing.rtf_reader import read_rtf
from kodebenk.importing.survey_reader import read_survey

ODD = ["\u00ad", "a\u030a", "\u0301", "😀", "👩\u200d👧", "\ufdd0", "\u2028", "\x85", "\xa0", "\t", " ", "\n", "\n\n"]
LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]))
WORDS = st.one_of(st.sampled_from([*ODD, "Kari: ", "1. ", "- ", "> "]), LETTERS)
REFUSALS = frozenset(SourceProblem) - {SourceProblem.MISSING, SourceProblem.CANNOT_READ, SourceProblem.UNKNOWN_FORMAT}


def read_or_problem(reader, path, options):
    try:
        return reader(path, options)
    except SourceUnreadable as error:
        return error.problem


def check(reader, path, options=ReadOptions()):  # noqa: B008 - a frozen value
    """Read a file, which either has good places or is refused; return whether it was read."""
    document = read_or_problem(reader, path, options)
    if isinstance(document, SourceProblem):
        assert document in REFUSALS
        return False
    check_document(document)
    return True


def odt_blocks(inner):
    box = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"
    note = "<text:note><text:note-body>{}</text:note-body></text:note>"
    return st.one_of(
        st.builds(lambda blocks: items(*blocks, style="L1"), st.lists(inner, max_size=3)),
        st.builds(lambda blocks: tbl(tr(*map(tc, blocks)), tr(tc("".join(blocks)))), st.lists(inner, max_size=3)),
        st.builds(lambda words, block: p(escape(words) + note.format(block)), WORDS, inner),
        st.builds(lambda words, block: p(box.format(block) + escape(words)), WORDS, inner),
        st.builds("".join, st.lists(inner, max_size=3)),
    )


ODT = st.recursive(
    st.one_of(
        st.builds(lambda words: p(escape(words)), WORDS),
        st.builds(lambda words, level: h(escape(words), level), WORDS, st.integers(1, 4)),
        st.builds(
            lambda one, two: p(f"{escape(one)}<text:soft-page-break/>{escape(two)}<text:s text:c='2'/>"), WORDS, WORDS
        ),
        st.just("<text:soft-page-break/>"),
    ),
    odt_blocks,
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(body=ODT)
@example(body=p("") + tbl(tr(tc(p("a\u0301")))) + p("\u0301"))
def test_that_places_of_an_odt_lie_in_it(tmp_path, body):
    check(read_odt, write_odt(tmp_path / "a.odt", body, automatic=LISTS))


TAG_NAMES = "p div b br ul ol li table tr td th h1 h3 pre q span blockquote nav script dl dd hr a caption tbody"
TAGS = TAG_NAMES.split()
HTML = st.lists(
    st.one_of(
        WORDS,
        st.sampled_from([f"<{tag}>" for tag in TAGS]),
        st.sampled_from([f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            ["<td colspan=3 rowspan=2>", "<li value=-3>", "<p hidden>", "<!--", "-->", "&aring;", "<x y='", "<"]
        ),
    ),
    max_size=30,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(page=HTML)
@example(page="<table><tr><td>a<td><table></table></table></td><th>b")
def test_that_places_of_a_page_lie_in_it(tmp_path, page):
    path = tmp_path / "a.html"
    path.write_bytes(page.encode())
    check(read_html, path)


RTF_WORDS = (
    r"{ } \par \pard \cell \row \trowd \cellx9 \intbl \itap2 \nestcell \page \sect \u229? \'e5 \'81 \uc3 \u-10179 "
    r"\footnote \listtext \s1 \outlinelevel1 \v \v0 \plain \line \tab \*\x \upr \*\ud \bin3 \fonttbl \f1 \ilvl2 "
    r"\pagebb {\*\nesttableprops\nestrow} {\pict {\shp{\*\shpinst{\shptxt {\stylesheet{\s1\outlinelevel0x;}}"
)
RTF = st.lists(
    st.one_of(st.text(st.characters(max_codepoint=255), max_size=8), st.sampled_from(RTF_WORDS.split())), max_size=40
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(body=RTF)
@example(body=r"\intbl x\nestcell y\cell z\row \par w")
def test_that_places_of_an_rtf_lie_in_it(tmp_path, body):
    path = tmp_path / "a.rtf"
    path.write_bytes(b"{\\rtf1 a " + body.encode("latin-1") + b"}")
    check(read_rtf, path)


MARKS = [
    "# ", "## ", "\n---\n", "\n===\n", "- ", "  - ", "1. ", "> ", "```\n", "    ", "| a | b |\n|---|---|\n", "|", "*",
    "**", "_", "`", "[x](y)", "[^1]", "\n[^1]: n\n", "<!--", "-->", "<b>", "<br>", "\\", "&amp;", "\n", "\n\n",
]  # fmt: skip
MARKDOWN = st.lists(st.one_of(WORDS, st.sampled_from(MARKS)), max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(text=MARKDOWN)
@example(text="- \n\n# x\n| a |\n|--|")
def test_that_places_of_markdown_lie_in_it(tmp_path, text):
    path = tmp_path / "a.md"
    path.write_bytes(text.encode())
    check(read_markdown, path)


@settings(max_examples=100, deadline=None)
@given(
    rows=st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=6),
    told=st.dictionaries(st.sampled_from(["a", "b", "Kolonne 3"]), st.sampled_from(list(ColumnUse))),
)
def test_that_places_of_a_survey_lie_in_it(tmp_path, rows, told):
    path = tmp_path / "a.csv"
    quoted = (";".join('"' + value.replace('"', '""') + '"' for value in row) for row in [["a", "b", "", "a"], *rows])
    path.write_bytes("\n".join(quoted).encode())
    check(read_survey, path, ReadOptions(columns=told))


@pytest.mark.parametrize("seed", range(4))
def test_that_files_broken_at_random_are_read_or_refused(tmp_path, seed):
    chance = random.Random(seed)
    whole = write_odt(
        tmp_path / "whole.odt", p("Ett ord") + tbl(tr(tc(p("a")))) + items(p("b"), style="L1"), automatic=LISTS
    )
    table = tmp_path / "whole.csv"
    table.write_text("Navn;Svar\nKari;Et langt svar om medvirkning.\n" * 5, encoding="utf-8")
    text = b"{\\rtf1\\mac{\\fonttbl{\\f0\\fcharset77 A;}}a\\'8c\\par{\\b b\\cell}\\row{\\footnote c}}"
    for content, name, reader in [
        (whole.read_bytes(), "a.odt", read_odt),
        (text, "a.rtf", read_rtf),
        (b"<html><table><tr><td>a<ul><li>b</table>", "a.html", read_html),
        (table.read_bytes(), "a.csv", read_survey),
    ]:
        for _ in range(40):
            broken = bytearray(content)
            for _ in range(chance.randint(1, 6)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            path = tmp_path / name
            path.write_bytes(broken[: chance.randint(1, 2 * len(broken))])
            check(reader, path)
