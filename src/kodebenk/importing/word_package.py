"""Opens a Word file: its parts by relationship, and questions to their elements."""

from __future__ import annotations

import posixpath
from pathlib import Path

from lxml import etree

from kodebenk.errors import SourceProblem
from kodebenk.importing.xml_package import ElementNames, PackageLimits, XmlPackage

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
}


class WordPackage:
    """The XML parts of one file. Parts are found by relationship, so that any producer's names will do."""

    def __init__(self, path: Path, content: bytes, limits: PackageLimits) -> None:
        """Open the package.

        Raises:
            SourceUnreadable: ENCRYPTED, NOT_THE_FORMAT or DAMAGED.
        """
        self._package = XmlPackage(path, content, limits)
        self.main_name = self._target("_rels/.rels", "", "/officeDocument") or "word/document.xml"

    def main(self) -> etree._Element:
        """Return the root of the main document.

        Raises:
            SourceUnreadable: the package has none, it is damaged or too large.
        """
        root = self._package.part(self.main_name)
        if root is None or name_of(root) != "w:document":
            raise self._package.unreadable(SourceProblem.NOT_THE_FORMAT, "no Word document in the package")
        return root

    def related(self, kind: str) -> etree._Element | None:
        """Return the root of a part of the main document, such as `styles` or `footnotes`, or None.

        Raises:
            SourceUnreadable: the part is damaged or too large.
        """
        folder, file_name = posixpath.split(self.main_name)
        target = self._target(f"{folder}/_rels/{file_name}.rels", folder, f"/{kind}")
        return self._package.part(target) if target else None

    def _target(self, rels_name: str, folder: str, type_end: str) -> str:
        rels = self._package.part(rels_name)
        for relation in () if rels is None else rels:
            if isinstance(relation.tag, str) and str(relation.get("Type", "")).endswith(type_end):
                target = str(relation.get("Target", ""))
                return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        return ""


_NAMES = ElementNames(_PREFIXES)
name_of, child, children = _NAMES.name_of, _NAMES.child, _NAMES.children


def attribute(element: etree._Element | None, name: str) -> str:
    """Return a `w:` attribute in either of the two namespaces, or an empty string."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        namespace, _, local = str(key).rpartition("}")
        if local == name and _PREFIXES.get(namespace[1:]) == "w":
            return str(value)
    return ""


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch such as `w:vanish` is there and not off (ISO 29500-1, 17.17.4)."""
    return element is not None and attribute(element, "val") not in {"0", "false", "off"}


def integer(text: str, default: int) -> int:
    """Return the number, or `default` where it is none."""
    try:
        return int(text)
    except ValueError:
        return default
