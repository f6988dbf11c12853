"""More than a thousand spoilt files and a few built to do harm: each is read whole or refused in one sentence."""

import logging
import subprocess
import sys
import time

import pytest

from importing.hostile_building import bomb, check_whole, spoilt_files
from importing.seed_files import SEEDS, package, pdf_stream, raw_pdf, seed_of, unpack
from kodebenk.cli.error_messages import explain
from kodebenk.cli.words import Language
from kodebenk.domain.document import SourceKind
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing import pdf_reader
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.pdf_pages import PdfLimits, page_of
from kodebenk.importing.pdf_worker import read_ranges
from kodebenk.importing.readers import known_suffixes, read_source

COUNTS = {".docx": 250, ".odt": 250, ".xlsx": 130, ".pdf": 130}
COUNT = 90
IN_THE_WORKER = 30
LONGEST = 10.0
"""Seconds for one file; most take hundredths."""


def read_spoilt(path, content, kind=None):
    """Return the problem of a file, or None where it was read whole."""
    path.write_bytes(content)
    began = time.monotonic()
    try:
        document = read_source(path, kind)
    except SourceUnreadable as error:
        check_refusal(error, path)
        return error.problem
    finally:
        assert time.monotonic() - began < LONGEST
    check_whole(document, content)
    assert document.kind is kind or not kind
    return None


def check_refusal(error, path):
    assert isinstance(error.problem, SourceProblem)
    assert error.path == path
    for language in Language:
        sentence = explain(error, language)
        assert sentence.strip()
        assert "\n" not in sentence


@pytest.fixture
def _in_process(monkeypatch):
    """Read PDF pages without a worker, for speed; whatever the worker would report as damage is damage."""

    def read_here(path, _options, limits, _text_of):
        try:
            messages = list(read_ranges(path, [(0, limits.pages)], limits.pages))
        except Exception as error:
            raise SourceUnreadable(SourceProblem.DAMAGED, path) from error
        if "problem" in messages[-1]:
            raise SourceUnreadable(SourceProblem(messages[-1]["problem"]), path)
        return tuple(page_of(message) for message in messages if "number" in message)

    monkeypatch.setattr(pdf_reader, "read_pages", read_here)
    logging.disable(logging.CRITICAL)  # as the worker does
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("suffix", sorted(SEEDS))
def test_that_the_valid_file_of_each_format_is_read(tmp_path, suffix):
    assert read_spoilt(tmp_path / f"a{suffix}", seed_of(suffix)) is None


def test_that_every_format_has_a_file_to_spoil():
    assert {*SEEDS, ".docm", ".htm", ".markdown"} == set(known_suffixes())


@pytest.mark.usefixtures("_in_process")
@pytest.mark.parametrize("suffix", sorted(SEEDS))
def test_that_spoilt_files_are_read_whole_or_refused(tmp_path, suffix):
    problems = []
    for number, content in spoilt_files(suffix, COUNTS.get(suffix, COUNT)):
        kind = SourceKind.TRANSCRIPT if number % 3 == 0 else None
        problems.append(read_spoilt(tmp_path / f"{number}{suffix}", content, kind))
    assert len(problems) == COUNTS.get(suffix, COUNT)
    assert len(set(problems)) > 1 or suffix in {".txt", ".md", ".html", ".vtt", ".srt"}


def test_that_more_than_a_thousand_files_are_spoilt():
    assert sum(COUNTS.get(suffix, COUNT) for suffix in SEEDS) >= 1000


def test_that_spoilt_pdf_files_do_no_harm_to_the_worker(tmp_path, capfd):
    outcomes = {
        read_spoilt(tmp_path / f"{number}.pdf", content) for number, content in spoilt_files(".pdf", IN_THE_WORKER)
    }
    assert {None, SourceProblem.DAMAGED} <= outcomes
    assert capfd.readouterr() == ("", "")


# Packages that unpack to more than they should -------------------------------------------------------------------

GIGABYTE = 2**30
BOMBS = {
    "main.docx": lambda: bomb("word/document.xml", GIGABYTE),
    "styles.docx": lambda: bomb("word/styles.xml", GIGABYTE, **with_relation("styles")),
    "liar.docx": lambda: bomb("word/document.xml", GIGABYTE, claimed=100),
    "content.odt": lambda: bomb("content.xml", GIGABYTE, "application/vnd.oasis.opendocument.text"),
    "liar.odt": lambda: bomb("content.xml", GIGABYTE, "application/vnd.oasis.opendocument.text", claimed=100),
    "sheet.xlsx": lambda: bomb("xl/worksheets/sheet1.xml", GIGABYTE, **without("xl/worksheets/sheet1.xml")),
    "strings.xlsx": lambda: bomb("xl/sharedStrings.xml", GIGABYTE, **without("xl/sharedStrings.xml")),
    "liar.xlsx": lambda: bomb("xl/worksheets/sheet1.xml", GIGABYTE, claimed=100, **without("xl/worksheets/sheet1.xml")),
}
READ_WITH_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from kodebenk.errors import SourceUnreadable
from kodebenk.importing.readers import read_source
for name in sys.argv[2:]:
    path = Path(name)
    if path.suffix == ".xlsx":
        import openpyxl
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
for name in sys.argv[2:]:
    try:
        read_source(Path(name))
        print("read")
    except SourceUnreadable as error:
        print(error.problem.value)
"""


def with_relation(kind):
    members = unpack(seed_of(".docx"))
    return {name: member for name, member in members.items() if not name.endswith(f"{kind}.xml")}


def without(left_out):
    return {name: member for name, member in unpack(seed_of(".xlsx")).items() if name != left_out}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its address space")
def test_that_packages_of_a_gigabyte_are_refused_without_being_unpacked(tmp_path):
    for name, build in BOMBS.items():
        content = build()
        assert len(content) < 2_000_000
        (tmp_path / name).write_bytes(content)
    command = [
        sys.executable,
        "-c",
        READ_WITH_LITTLE_MEMORY,
        str(700 * 2**20),
        *(str(tmp_path / name) for name in BOMBS),
    ]
    told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert told.stderr == ""
    problems = dict(zip(BOMBS, told.stdout.split(), strict=True))
    refusals = {"too_large", "damaged", "not_the_format"}
    assert set(problems.values()) <= refusals
    assert {problems[name] for name in BOMBS if not name.startswith("liar")} == {"too_large"}


def test_that_a_pdf_that_unpacks_twice_to_a_hundred_megabytes_is_refused(tmp_path):
    content = raw_pdf(b"", o4=pdf_stream(bytes(100_000_000), times=2))
    assert len(content) < 10_000
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(SourceUnreadable) as caught:
        pdf_reader.read_pdf(tmp_path / "a.pdf", ReadOptions(), PdfLimits(memory=180 * 2**20))
    assert caught.value.problem is SourceProblem.TOO_LARGE


WORDS = b"BT /F 10 Tf 72 700 Td (Likevel) Tj ET"
FORM_IN_ITSELF = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> "
LOOP = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (raw_pdf(WORDS), None),
        (raw_pdf(WORDS + b"/X Do", o6=pdf_stream(b"/X Do", FORM_IN_ITSELF)), None),
        (raw_pdf(WORDS, o2=b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 7 >>"), None),
        (raw_pdf(b"[" * 200_000 + b"]" * 200_000 + WORDS), None),
        (raw_pdf(b"BT /F 1e30 Tf 1e300 0 0 1e300 0 0 Tm (Likevel) Tj ET" + WORDS), None),
        (raw_pdf(WORDS, o4=b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"), SourceProblem.NO_TEXT),
        (raw_pdf(WORDS, o2=b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>", o3=b"<< >>"), SourceProblem.DAMAGED),
        (b"%PDF-1.4\n" + LOOP, SourceProblem.DAMAGED),
    ],
    ids=["sound", "form in itself", "pages in themselves", "arrays", "size", "length", "no pages", "table in itself"],
)
def test_that_pdf_files_that_turn_in_circles_are_read_or_refused(tmp_path, content, problem):
    assert read_spoilt(tmp_path / "a.pdf", content) is problem


def test_that_parts_which_would_fill_the_memory_as_trees_are_refused_at_once(tmp_path):
    members = unpack(seed_of(".docx"))
    members["word/document.xml"] = members["word/document.xml"].replace(
        b"<w:body>", b"<w:body>" + b"<w:p/>" * 3_100_000
    )
    began = time.monotonic()
    assert read_spoilt(tmp_path / "a.docx", package(members)) is SourceProblem.TOO_LARGE
    assert time.monotonic() - began < 3
    assert (tmp_path / "a.docx").stat().st_size < 50_000


def test_that_a_text_that_counts_its_blanks_does_not_grow_without_end(tmp_path):
    members = unpack(seed_of(".odt"))
    blanks = b"<text:s text:c='999999999'/>" * 30_000
    members["content.xml"] = members["content.xml"].replace(b"</text:h>", b"</text:h><text:p>" + blanks + b"</text:p>")
    assert read_spoilt(tmp_path / "a.odt", package(members)) is SourceProblem.TOO_LARGE


# XML that harms its reader ---------------------------------------------------------------------------------------


def laughs():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE a [<!ENTITY l0 "ha">{entities}]>', "&l11;"


def blown_up():
    return f'<!DOCTYPE a [<!ENTITY l "{"ha" * 50_000}">]>', "&l;" * 20_000


def from_outside(secret):
    return f'<!DOCTYPE a [<!ENTITY l SYSTEM "{secret.as_uri()}">]>', "&l;"


def by_parameter(secret):
    return f'<!DOCTYPE a [<!ENTITY % l SYSTEM "{secret.as_uri()}"> %l;]>', "ord"


def with_xml(suffix, doctype, words):
    """Return a file of the format whose main XML has the document type and, in a paragraph or cell, the words."""
    if suffix == ".html":
        return f"{doctype}<html><body><p>Før</p><p>{words}</p></body></html>".encode()
    name = {".docx": "word/document.xml", ".odt": "content.xml", ".xlsx": "xl/sharedStrings.xml"}[suffix]
    members = unpack(seed_of(suffix))
    old = members[name].decode()
    head, mark, body = old.partition("?>") if old.startswith("<?xml") else ("", "", old)
    place = body.index({".docx": "Intervju<", ".odt": "Intervju<", ".xlsx": "Navn<"}[suffix])
    members[name] = f"{head}{mark}{doctype}{body[:place]}{words}{body[place:]}".encode()
    return package(members)


XML_SUFFIXES = [".docx", ".odt", ".xlsx", ".html"]


@pytest.mark.parametrize("suffix", XML_SUFFIXES)
@pytest.mark.parametrize("kind", ["laughs", "blown_up", "from_outside", "by_parameter"])
def test_that_entities_are_not_followed(tmp_path, suffix, kind):
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("passordet", encoding="utf-8")
    doctype, words = {
        "laughs": laughs,
        "blown_up": blown_up,
        "from_outside": lambda: from_outside(secret),
        "by_parameter": lambda: by_parameter(secret),
    }[kind]()
    path = tmp_path / f"a{suffix}"
    problem = read_spoilt(path, with_xml(suffix, doctype, words))
    if suffix == ".html":
        assert problem is None  # entities of one's own do not exist in HTML
        text = read_source(path).text
        assert "passordet" not in text
        assert len(text) < 100_000
    else:
        assert problem in {SourceProblem.DAMAGED, SourceProblem.NOT_THE_FORMAT}


@pytest.mark.parametrize("suffix", XML_SUFFIXES)
def test_that_elements_nested_a_hundred_thousand_deep_are_refused_or_read(tmp_path, suffix):
    tag = {".docx": "w:sdt", ".odt": "text:span", ".xlsx": "r", ".html": "div"}[suffix]
    deep = f"<{tag}>" * 100_000 + f"</{tag}>" * 100_000
    problem = read_spoilt(tmp_path / f"a{suffix}", with_xml(suffix, "", deep))
    assert problem in {None, SourceProblem.DAMAGED, SourceProblem.NOT_THE_FORMAT}


@pytest.mark.parametrize("suffix", XML_SUFFIXES)
def test_that_elements_nested_as_deep_as_a_parser_allows_are_read(tmp_path, suffix):
    tag = {".docx": "w:smartTag", ".odt": "text:span", ".xlsx": "x", ".html": "div"}[suffix]
    deep = f"<{tag}>" * 240 + "dypt" + f"</{tag}>" * 240
    assert read_spoilt(tmp_path / f"a{suffix}", with_xml(suffix, "", deep)) in {None, SourceProblem.NOT_THE_FORMAT}


@pytest.mark.parametrize("suffix", XML_SUFFIXES)
def test_that_an_attribute_of_megabytes_harms_nobody(tmp_path, suffix):
    words = f"<x y='{'a' * 20_000_000}'/>"
    read_spoilt(tmp_path / f"a{suffix}", with_xml(suffix, "", words))


def test_that_relations_out_of_the_package_lead_nowhere(tmp_path):
    (tmp_path / "document.xml").write_bytes(unpack(seed_of(".docx"))["word/document.xml"])
    for target in ("../document.xml", (tmp_path / "document.xml").as_uri(), "/../../document.xml"):
        members = unpack(seed_of(".docx"))
        members["_rels/.rels"] = members["_rels/.rels"].replace(b"/word/document.xml", target.encode())
        del members["word/document.xml"]
        assert read_spoilt(tmp_path / "a.docx", package(members)) is SourceProblem.NOT_THE_FORMAT
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "document.xml"]


def test_that_a_package_with_a_huge_directory_is_read(tmp_path):
    members = {**unpack(seed_of(".docx")), **{f"../{number}": b"" for number in range(20_000)}}
    assert read_spoilt(tmp_path / "a.docx", package(members)) is None
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


# Texts that make a reader slow ------------------------------------------------------------------------------------

SLOW = [
    "a", " ", "\t", "\n", " \n", "\u00a0", "9", ".", "-", "1.", "1.2.", "(", "[", "{", "}", "<", ">", "<a ", "</", "&",
    '"', "'", ";", ";;\n", "|", "#", "*", "_", "`", "~", ">", ": ", "A: ", "A:\n", "AB CD EF: ", "Å å ", "- ", "? ",
    "?\n", "[00:00:01] ", "00:00:01.000 --> ", "00:00:01.000 --> 00:00:02.000\n", "00:00 ", "\\", "\\'e5", "\\u229?",
    "{\\b ", "<v A>", "<p>", "<table><tr><td>", "<!--", "[](", "![", "**a ", "\u0301\u0316", "å-\n", "ord ", "«", ",,",
    "\u00b4\u00b4", "\\par ", "1\t", "\ufeff", "\x0c", "A B ", "A. ", "side 1\n", "R1: Ja\n\n",
]  # fmt: skip
LONG = 50_000
HEADS = {".vtt": "WEBVTT\n\n", ".rtf": "{\\rtf1\\ansi ", ".tsv": "start\tend\ttext\n0\t9\t", ".csv": "a;b;c\n"}


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".rtf", ".vtt", ".srt", ".json", ".tsv", ".csv"])
def test_that_no_text_keeps_its_reader_busy(tmp_path, suffix):
    for part in SLOW:
        content = HEADS.get(suffix, "") + part * (LONG // len(part)) + " slutt"
        read_spoilt(tmp_path / f"a{suffix}", content.encode(), SourceKind.TRANSCRIPT)


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"segments":[', '"', "-" * 9, "9"])
def test_that_json_without_end_is_refused(tmp_path, opening):
    assert read_spoilt(tmp_path / "a.json", (opening * 100_000).encode()) is not None
