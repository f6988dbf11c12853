"""Opens an OpenDocument text: its parts, and questions to their elements."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from kodebenk.errors import SourceProblem
from kodebenk.importing.xml_package import ElementNames, PackageLimits, XmlPackage

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = {
    "office": f"{_OASIS}office:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "style": f"{_OASIS}style:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "math": "http://www.w3.org/1998/Math/MathML",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_PREFIXES = {namespace: prefix for prefix, namespace in _NAMESPACES.items()}
_MEDIA_TYPE = b"application/vnd.oasis.opendocument.text"


class OdtPackage:
    """The parts of one file that the text needs."""

    def __init__(self, path: Path, content: bytes, limits: PackageLimits) -> None:
        """Open the package and read its parts.

        Raises:
            SourceUnreadable: ENCRYPTED, NOT_THE_FORMAT, DAMAGED or TOO_LARGE.
        """
        package = XmlPackage(path, content, limits)
        media_type = (package.content("mimetype") or _MEDIA_TYPE).strip()
        if not media_type.startswith(_MEDIA_TYPE):
            raise package.unreadable(SourceProblem.NOT_THE_FORMAT, "another kind of OpenDocument file")
        manifest = package.content("META-INF/manifest.xml") or b""
        if b"encryption-data" in manifest or package.content("encrypted-package") is not None:
            raise package.unreadable(SourceProblem.ENCRYPTED, "manifest")
        root = package.part("content.xml")
        body = child(root, "office:body", "office:text")
        if root is None or body is None:
            raise package.unreadable(SourceProblem.NOT_THE_FORMAT, "no OpenDocument text in the package")
        self.content: etree._Element = root
        self.body: etree._Element = body
        self.styles: etree._Element | None = package.part("styles.xml")


_NAMES = ElementNames(_PREFIXES)
name_of, child, children = _NAMES.name_of, _NAMES.child, _NAMES.children


def find(element: etree._Element | None, name: str) -> str | None:
    """Return an attribute such as `text:style-name`, or None where it is not set; set and empty may mean "none"."""
    if element is None:
        return None
    prefix, _, local = name.partition(":")
    value = element.get(f"{{{_NAMESPACES[prefix]}}}{local}")
    return None if value is None else str(value)


def attribute(element: etree._Element | None, name: str) -> str:
    """Return an attribute such as `text:style-name`, or an empty string."""
    return find(element, name) or ""


def integer(element: etree._Element | None, name: str, default: int, *, most: int = 1_000_000) -> int:
    """Return an attribute that counts, from 0 to `most`, or `default` where it does not."""
    text = attribute(element, name)
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 12 else default
