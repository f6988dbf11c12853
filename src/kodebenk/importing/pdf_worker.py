"""Takes the lines out of a PDF file, in a process of its own, because hostile files eat memory and time without end.

Run as `python -m kodebenk.importing.pdf_worker FILE MEMORY MOST_PAGES`; writes one JSON object per line to standard
output: first `{"pages": count}`, then one object per page, then `{"done": true}`; or `{"problem": …, "detail": …}` at
any point.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Any

LARGEST_TEXT = 20_000_000
"""Characters in all lines; some 7,000 printed pages."""

WORKER_ARGUMENT = "--read-pdf"
"""First argument by which a frozen program is asked to be this worker."""

_BOLD = ("bold", "black", "heavy", "semibd", "demi")


def main(arguments: list[str]) -> int:
    """Read a PDF and write its lines; the exit code says nothing that standard output does not."""
    path, memory, most_pages = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    sys.excepthook = _report_unforeseen
    logging.disable(logging.CRITICAL)
    _limit_memory(memory)
    for message in _read(path, most_pages):
        _write(message)
    return 0


def run_if_asked(arguments: list[str]) -> int | None:
    """Run the worker where the arguments ask for it, and return its exit code; else None.

    A frozen program calls this first of all, since its executable cannot be told to run a module.
    """
    if arguments[:1] == [WORKER_ARGUMENT]:
        return main(arguments[1:])
    return None


def _read(path: Path, most_pages: int) -> Iterator[dict[str, Any]]:
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    with path.open("rb") as stream:
        try:
            document = PDFDocument(PDFParser(stream))
            count = _page_count(document)
            yield {"pages": count}
            if count > most_pages:
                yield {"problem": "too_large", "detail": f"{count} pages"}
                return
            yield from _pages(PDFPage.create_pages(document), most_pages)
        except PDFEncryptionError as error:
            yield {"problem": "encrypted", "detail": type(error).__name__}
        except PSException as error:
            yield {"problem": "damaged", "detail": type(error).__name__}
        else:
            yield {"done": True}


def _page_count(document: Any) -> int:
    """Return what the file says, which need not be true."""
    from pdfminer.pdftypes import resolve1

    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else 0
    return count if isinstance(count, int) and count > 0 else 0


def _pages(pages: Iterator[Any], most_pages: int) -> Iterator[dict[str, Any]]:
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams, LTTextBox
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager

    resources = PDFResourceManager()  # one for all pages: it keeps the fonts
    device = PDFPageAggregator(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    characters = 0
    for number, page in enumerate(pages, start=1):
        interpreter.process_page(page)
        layout = device.get_result()
        lines = [line for box in layout if isinstance(box, LTTextBox) for line in _lines(box)]
        characters += sum(len(line["text"]) for line in lines)
        if number > most_pages or characters > LARGEST_TEXT:
            yield {"problem": "too_large", "detail": f"{number} pages, {characters} characters"}
            return
        yield {"label": page.label or "", "height": layout.height, "lines": lines}


def _lines(box: Any) -> Iterator[dict[str, Any]]:
    from pdfminer.layout import LTChar

    for line in box:
        characters = [character for character in line if isinstance(character, LTChar)]
        if not characters:
            continue
        bold = sum(any(mark in character.fontname.casefold() for mark in _BOLD) for character in characters)
        yield {
            "text": line.get_text(),
            "x0": round(line.x0, 2),
            "y0": round(line.y0, 2),
            "x1": round(line.x1, 2),
            "y1": round(line.y1, 2),
            "size": round(median(character.size for character in characters), 2),
            "is_bold": 2 * bold > len(characters),
        }


def _write(message: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(message).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


def _limit_memory(size: int) -> None:
    """Limit the address space where the system can; elsewhere only the parent's clock limits the work."""
    try:
        import resource
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (size, resource.getrlimit(resource.RLIMIT_AS)[1]))
    except (ValueError, OSError):
        return


def _report_unforeseen(kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
    """Turn whatever a parser stumbles over in a broken file into one message, without any of its text."""
    problem = "too_large" if issubclass(kind, MemoryError) else "damaged"
    _write({"problem": problem, "detail": kind.__name__})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
