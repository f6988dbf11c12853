"""Reads codebooks: tables (csv, xlsx) and REFI-QDA codebooks (qdc)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from kodebenk.domain.codebook import SLOT_COUNT, split_path
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.safe_xml import UnsafeXml, parse_xml
from kodebenk.importing.source_file import read_content
from kodebenk.importing.table_files import Row, read_rows
from kodebenk.importing.text_cleaning import clean_text

_COLUMNS = {
    "path": ("path", "sti", "name", "navn", "code", "kode"),
    "definition": ("definition", "definisjon", "description", "beskrivelse"),
    "colour": ("colour", "color", "farge"),
    "slot": ("slot", "plass"),
    "use_when": ("use_when", "use when", "brukes når"),
    "use_not": ("use_not", "use not", "brukes ikke når"),
    "example": ("example", "eksempel"),
    "synonyms": ("synonyms", "synonymer"),
    "name_other": ("name_other", "name_en", "name_nb", "navn_en"),
    "key": ("key", "tast"),
    "guid": ("guid",),
}
_COLOUR = re.compile(r"#?(?P<digits>[0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)
_GUID = re.compile(r"\{?(?P<guid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?", re.IGNORECASE)
_NAMESPACES = frozenset({"urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:1:0"})
_SLASH_IN_NAME = "\u2215"
_LARGEST_CODEBOOK = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code as a file describes it; empty strings are unknown.

    Attributes:
        path: `Theme/Category/Code`, without blanks around the names.
        colour: `#rrggbb` in lower case, or empty.
        slot: colour and shape from 1 to 24, or None.
        key: one digit from 1 to 9, or empty.
        guid: lower case without braces, or empty.
    """

    path: str
    definition: str = ""
    colour: str = ""
    slot: int | None = None
    use_when: str = ""
    use_not: str = ""
    example: str = ""
    synonyms: tuple[str, ...] = ()
    name_other: str = ""
    key: str = ""
    guid: str = ""


def read_codebook(path: Path) -> list[CodeRow]:
    """Return the codes of a file in its order, a parent that has a row of its own before its children or not.

    A slash in a code's name of a qdc file becomes U+2215 (∕), since a slash parts the names of a path.

    Raises:
        SourceUnreadable: BAD_ROW with its place, NOT_THE_FORMAT, UNKNOWN_FORMAT, MISSING, EMPTY …
    """
    suffix = path.suffix.casefold()
    if suffix == ".qdc":
        rows = list(_read_qdc(path))
    elif suffix in {".csv", ".tsv", ".xlsx", ".xlsm"}:
        rows = list(_read_table(path))
    else:
        read_content(path)
        raise SourceUnreadable(SourceProblem.UNKNOWN_FORMAT, path, detail=".csv, .qdc, .xlsx")
    if not rows:
        raise SourceUnreadable(SourceProblem.EMPTY, path)
    return rows


def _read_table(path: Path) -> Iterator[CodeRow]:
    rows = read_rows(path)
    if rows and not any(name in rows[0] for name in _COLUMNS["path"]):
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="no column path, name or code")
    for number, row in enumerate(rows, start=1):
        yield _code_row(path, row, f"row {number}")


def _code_row(path: Path, row: Row, place: str) -> CodeRow:
    names = split_path(_value(row, "path"))
    if not names:
        raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=place, detail="a code without a name")
    return CodeRow(
        path="/".join(" ".join(name.split()) for name in names),
        definition=_value(row, "definition"),
        colour=_colour(path, _value(row, "colour"), place),
        slot=_slot(path, _value(row, "slot"), place),
        use_when=_value(row, "use_when"),
        use_not=_value(row, "use_not"),
        example=_value(row, "example"),
        synonyms=tuple(part.strip() for part in re.split(r"[;,\n]", _value(row, "synonyms")) if part.strip()),
        name_other=_value(row, "name_other"),
        key=_key(path, _value(row, "key"), place),
        guid=_guid(_value(row, "guid")),
    )


def _value(row: Row, field: str) -> str:
    return next((row[name].strip() for name in _COLUMNS[field] if row.get(name, "").strip()), "")


def _colour(path: Path, text: str, place: str) -> str:
    if not text:
        return ""
    found = _COLOUR.fullmatch(text)
    if not found:
        raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=place, detail="colour is not #rrggbb")
    return _as_rrggbb(found["digits"])


def _as_rrggbb(digits: str) -> str:
    doubled = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    return f"#{doubled.lower()}"


def _slot(path: Path, text: str, place: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= SLOT_COUNT:
        raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=place, detail=f"slot is not 1 to {SLOT_COUNT}")
    return int(text)


def _key(path: Path, text: str, place: str) -> str:
    if text and text not in "123456789":
        raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=place, detail="key is not one digit from 1 to 9")
    return text


def _guid(text: str) -> str:
    found = _GUID.fullmatch(text.strip())
    return found["guid"].lower() if found else ""


def _read_qdc(path: Path) -> Iterator[CodeRow]:
    """Yield the codes of a REFI-QDA codebook, depth first (REFI-QDA standard 1.0, Codebook.xsd).

    Sets are left out. Programs write what the schema forbids, such as no guid; only the names are needed.
    """
    content = read_content(path, largest=_LARGEST_CODEBOOK)
    try:
        root = parse_xml(content)
    except UnsafeXml as error:
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail=f"XML: {error}") from error
    name = etree.QName(root)
    if name.localname != "CodeBook" or name.namespace not in _NAMESPACES:
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="no REFI-QDA codebook")
    for codes in _named(root, "Codes"):
        yield from _codes_below(path, codes, "")


def _codes_below(path: Path, parent: etree._Element, prefix: str) -> Iterator[CodeRow]:
    for code in _named(parent, "Code"):
        name = " ".join(clean_text(code.get("name", "")).replace("/", _SLASH_IN_NAME).split())
        if not name:
            place = f"line {code.sourceline}"
            raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=place, detail="a code without a name")
        colour = _COLOUR.fullmatch(code.get("color", ""))
        descriptions = (clean_text("".join(map(str, el.itertext()))) for el in _named(code, "Description"))
        yield CodeRow(
            path=prefix + name,
            definition="\n".join(descriptions).strip(),
            colour=_as_rrggbb(colour["digits"]) if colour else "",
            guid=_guid(code.get("guid", "")),
        )
        yield from _codes_below(path, code, f"{prefix}{name}/")


def _named(parent: etree._Element, local: str) -> Iterator[etree._Element]:
    for element in parent:
        if isinstance(element.tag, str) and etree.QName(element).localname == local:
            yield element
