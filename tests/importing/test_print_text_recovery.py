"""What is set in print, written as text in the layouts of common programs, and read again, is what it was."""

from bisect import bisect_right
from functools import partial

import pytest

from importing.norwegian_prose import make_paragraphs
from importing.print_text_building import (
    Block,
    double_spaced,
    double_spaced_with_form_feeds,
    paginate,
    with_form_feeds,
    with_header_and_footer,
    with_numbers_alone,
    with_turning_headers,
)
from kodebenk.importing.imported_document import ReadOptions, Repair
from kodebenk.importing.plain_text_reader import read_plain_text

LAYOUTS = {
    "form feeds": (with_form_feeds, {"width": 84, "height": 50}),
    "form feeds, soft hyphens": (with_form_feeds, {"width": 95, "height": 50, "hyphen": "\u00ad"}),
    "double spaced, blank page starts": (double_spaced, {"width": 90, "height": 40}),
    "double spaced, form feeds": (double_spaced_with_form_feeds, {"width": 84, "height": 36}),
    "numbers alone": (with_numbers_alone, {"width": 78, "height": 50}),
    "numbers from 17": (partial(with_numbers_alone, first=17), {"width": 78, "height": 50}),
    "header and footer": (with_header_and_footer, {"width": 78, "height": 50}),
    "turning headers, indents, no gaps": (with_turning_headers, {"width": 70, "height": 40, "indent": 3, "gap": 0}),
    "narrow": (with_form_feeds, {"width": 48, "height": 60}),
}


def read_text(tmp_path, raw, **options):
    path = tmp_path / "trykt.txt"
    path.write_text(raw, encoding="utf-8", newline="")
    return read_plain_text(path, ReadOptions(**options))


def paragraphs_of(document):
    return [document.text[span.start : span.end] for span in document.paragraphs]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_that_98_of_100_paragraphs_are_whole_and_all_pages_right(tmp_path, layout):
    write, setting = LAYOUTS[layout]
    whole = count = 0
    for seed in (1, 2, 3):
        truth = make_paragraphs(150, seed, sentences=(3, 7))
        pages = paginate([Block(text) for text in truth], seed=seed, **setting)
        document = read_text(tmp_path, write(pages))
        found = set(paragraphs_of(document))
        whole += sum(text in found for text in truth)
        count += len(truth)
        first = 17 if "17" in layout else 1
        assert [page.label for page in document.pages] == [str(number + first) for number in range(len(pages))]
        for page, lines in zip(document.pages, pages, strict=True):
            start = document.text[page.start : page.start + 12].replace(" ", "")
            assert start.startswith(lines[0].replace(" ", "").strip("-\u00ad")[:5])
        assert "å" in document.text
        assert not {"\u00ad", "\u030a"} & set(document.text)
    assert whole / count >= 0.98


@pytest.mark.parametrize("layout", LAYOUTS)
def test_that_lines_are_numbered_as_in_the_file(tmp_path, layout):
    write, setting = LAYOUTS[layout]
    raw = write(paginate([Block(text) for text in make_paragraphs(60, 5)], **setting))
    document = read_text(tmp_path, raw)
    lines = raw.replace("\f", "").replace("\u00ad", "").rstrip().split("\n")
    assert len(document.line_starts) >= len(lines)
    assert list(document.line_starts) == sorted(document.line_starts)
    removed = [one.before for one in document.repaired if one.repair is Repair.RUNNING_LINES]
    checked = 0
    for number, line in enumerate(lines, start=1):
        words = line.split()
        if len(words) > 3 and line.strip() not in removed:
            start = document.line_starts[number - 1]
            assert document.text[start:].startswith(" ".join(words).rstrip("-")[:30])
            assert bisect_right(document.line_starts, start) == number
            checked += 1
    assert checked > 200
