"""Takes the lines out of a PDF file, in a process of its own, because hostile files eat memory and time without end.

Run as `python -m kodebenk.importing.pdf_worker FILE MEMORY MOST_PAGES`; writes one JSON object per line to standard
output. First `{"pages": count}`, the number that the file claims. Then, for each line `START STOP` that comes by
standard input (pages counted from 0, each START after the STOP before): one object per page, with its `number`, and
`{"reached": STOP}`, or `{"end": count}` where the file has no page STOP - 1. At any point `{"problem": …, "detail": …}`
ends it; so does the end of standard input, which comes when the program that asks is no more.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from statistics import median
from types import TracebackType
from typing import Any

MOST_CHARACTERS = 20_000_000
"""Characters in all lines; some 7,000 printed pages."""

MOST_LINES = 1_000_000

WORKER_ARGUMENT = "--read-pdf"
"""First argument by which a frozen program is asked to be this worker."""

_LONGEST_LABEL = 40

_BOLD = ("bold", "black", "heavy", "semibd", "demi")

_GAP = 0.45
"""Gaps inside a line that are wider than this share of its type size are told; a blank is half as wide."""

_THICKEST_RULE = 3.0
"""Points; what is thicker is a field, not a line."""

_MOST_RULES = 3_000
"""A page with more straight lines than this is a drawing."""


def main(arguments: list[str]) -> int:
    """Read ranges of a PDF and write their lines; the exit code says nothing that standard output does not."""
    path, memory, most_pages = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    sys.excepthook = _report_unforeseen
    logging.disable(logging.CRITICAL)
    _limit_memory(memory)
    _collect_garbage_seldom()
    for message in read_ranges(path, _asked_ranges(), most_pages):
        _write(message)
    return 0


def run_if_asked(arguments: list[str]) -> int | None:
    """Run the worker where the arguments ask for it, and return its exit code; else None.

    A frozen program calls this first of all, since its executable cannot be told to run a module.
    """
    if arguments[:1] == [WORKER_ARGUMENT]:
        return main(arguments[1:])
    return None


def read_ranges(path: Path, ranges: Iterable[tuple[int, int]], most_pages: int) -> Iterator[dict[str, Any]]:
    """Yield the messages about a file, in answer to ranges of pages, as this module's first lines tell.

    Raises:
        Exception: whatever pdfminer stumbles over in a broken file.
    """
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    _mend_encoding()
    with path.open("rb") as stream:
        try:
            document = PDFDocument(PDFParser(stream))
            count = _page_count(document)
            if count > most_pages and _has_more_pages(document, most_pages):
                yield {"problem": "too_large", "detail": f"{count} pages"}
                return
            yield {"pages": count}
            yield from _answer(document, ranges, most_pages)
        except PDFEncryptionError as error:
            yield {"problem": "encrypted", "detail": type(error).__name__}
        except PSException as error:
            yield {"problem": "damaged", "detail": type(error).__name__}


def _mend_encoding() -> None:
    """WORKAROUND(pdfminer.six 20260107): it reads the soft hyphen of WinAnsiEncoding as a blank, and not the bullets.

    A hyphen has a second code there, 255 octal, and every unused code is a bullet (ISO 32000-1, annex D.2, notes 3
    and 6).
    """
    from pdfminer.encodingdb import EncodingDB

    EncodingDB.win2unicode[0xAD] = "\u00ad"
    for code in (0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D):
        EncodingDB.win2unicode.setdefault(code, "\u2022")


def _page_count(document: Any) -> int:
    """Return what the file says, which need not be true."""
    from pdfminer.pdftypes import resolve1

    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else 0
    return count if isinstance(count, int) and count > 0 else 0


def _has_more_pages(document: Any, most: int) -> bool:
    from pdfminer.pdfpage import PDFPage

    return any(True for _ in islice(PDFPage.create_pages(document), most, None))


def _answer(document: Any, ranges: Iterable[tuple[int, int]], most_pages: int) -> Iterator[dict[str, Any]]:
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.pdfpage import PDFPage

    from kodebenk.importing.pdf_letters import LetterDevice

    device = LetterDevice()
    interpreter = PDFPageInterpreter(device.rsrcmgr, device)
    pages = enumerate(PDFPage.create_pages(document))
    passed = characters = count = 0
    for start, stop in ranges:
        for number, page in islice(pages, stop - passed):
            passed = number + 1
            if number < start:
                continue
            interpreter.process_page(page)
            message = {"number": number, **_describe(page, device.get_result())}
            characters += sum(len(line["text"]) for line in message["lines"])
            count += len(message["lines"])
            if passed > most_pages or characters > MOST_CHARACTERS or count > MOST_LINES:
                yield {"problem": "too_large", "detail": f"page {passed}, {count} lines, {characters} characters"}
                return
            yield message
        yield {"reached": stop} if passed == stop else {"end": passed}


def _describe(page: Any, layout: Any) -> dict[str, Any]:
    return {
        "label": (page.label or "")[:_LONGEST_LABEL],
        "height": layout.height,
        "width": layout.width,
        "lines": list(_lines(layout)),
        "rules": _rules(layout),
    }


def _lines(layout: Any) -> Iterator[dict[str, Any]]:
    from pdfminer.layout import LTChar, LTTextLine

    for line in layout:
        characters = [item for item in line if isinstance(item, LTChar)] if isinstance(line, LTTextLine) else []
        if not characters:
            continue
        size = median([character.size for character in characters])
        text, gaps = _text_and_gaps(line, _GAP * size)
        bold = sum(_is_bold(character.fontname) for character in characters)
        yield {
            "text": text,
            "x0": round(line.x0, 2),
            "y0": round(line.y0, 2),
            "x1": round(line.x1, 2),
            "y1": round(line.y1, 2),
            "size": round(size, 2),
            "is_bold": 2 * bold > len(characters),
            "gaps": gaps,
        }


@cache
def _is_bold(font: str) -> bool:
    return any(mark in font.casefold() for mark in _BOLD)


def _text_and_gaps(line: Any, widest: float) -> tuple[str, list[tuple[int, float, float]]]:
    """Return the characters of a line and the wide gaps, without the blanks that the library adds beside real ones."""
    from pdfminer.layout import LTChar

    text = ""
    end = None
    gaps = []
    is_added = False
    for item in line:
        piece = item.get_text()
        is_character = isinstance(item, LTChar)
        is_blank = piece.isspace()
        if is_added and is_character and is_blank:
            text = text[:-1]
        elif not is_character and piece == " " and text[-1:].isspace():
            continue
        if is_character and not is_blank:
            if end is not None and item.x0 - end > widest:
                gaps.append((len(text), round(end, 2), round(item.x0, 2)))
            end = item.x1
        is_added = not is_character and piece == " "
        text += piece
    return text, gaps


def _rules(layout: Any) -> list[tuple[float, float, float, float]]:
    """Return the straight lines drawn along the page's edges, such as the borders of tables; none of a drawing."""
    from pdfminer.layout import LTLine, LTRect

    rules = []
    for item in layout:
        if isinstance(item, (LTLine, LTRect)):
            box = item.x0, item.y0, item.x1, item.y1
            if min(item.width, item.height) <= _THICKEST_RULE:
                rules.append(box)
            elif isinstance(item, LTRect) and item.stroke:
                rules.extend(_sides(*box))
        if len(rules) > _MOST_RULES:
            return []
    return [(round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)) for x0, y0, x1, y1 in rules]


def _sides(x0: float, y0: float, x1: float, y1: float) -> list[tuple[float, float, float, float]]:
    return [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]


def _asked_ranges() -> Iterator[tuple[int, int]]:
    """Yield the ranges that standard input asks for, from now on; the process ends where it ends."""
    ranges: SimpleQueue[tuple[int, int]] = SimpleQueue()
    threading.Thread(target=_listen, args=(ranges,), daemon=True).start()
    while True:
        yield ranges.get()


def _listen(ranges: SimpleQueue[tuple[int, int]]) -> None:
    # Without a buffer, whose lock would still be held when the process ends for another reason.
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as stream:
        for line in stream:
            start, stop = map(int, line.split())
            ranges.put((start, stop))
    os._exit(0)  # whoever asked is gone, and the page at hand may take for ever


def _write(message: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(message).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


def _collect_garbage_seldom() -> None:
    """Look for dead cycles once for many pages; letters make none. Saves some 5 % of the time."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 50)


def _limit_memory(size: int) -> None:
    """Limit the address space where the system can; elsewhere only the parent watches the memory."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (size, resource.getrlimit(resource.RLIMIT_AS)[1]))


_reserve = bytearray(2**20)
"""Memory to report its end with."""


def _report_unforeseen(kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
    """Turn whatever a parser stumbles over in a broken file into one message, without any of its text."""
    _reserve.clear()
    problem = "too_large" if issubclass(kind, MemoryError) else "damaged"
    _write({"problem": problem, "detail": kind.__name__})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
