"""Parses XML from strangers: no entities, no network, no document type."""

from __future__ import annotations

from typing import IO, Any

from lxml import etree

_CHUNK = 2**16


class UnsafeXml(ValueError):
    """The bytes are not well-formed XML, or declare a document type, which is the door to entity bombs."""


def parse_xml(content: bytes) -> etree._Element:
    """Return the root element.

    Raises:
        UnsafeXml: not well-formed, nested too deep for lxml's limits, or with a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnsafeXml("not well-formed") from error
    # No program that writes our formats declares one.
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeXml("document type")
    return root


def check_xml(stream: IO[bytes]) -> None:
    """Make sure that XML which another parser is to read holds nothing that harms it; nothing is kept of it.

    Python's own parser, which openpyxl uses, goes through a tag of megabytes again with each piece that it reads
    (CVE-2023-52425), and what it does about entities depends on its version.

    Raises:
        UnsafeXml: not well-formed, with a tag of more than 10 MB, or with a document type.
    """
    target: Any = _Refusal()  # lxml asks for no more methods than there are; its stubs do
    parser = etree.XMLParser(target=target, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        while chunk := stream.read(_CHUNK):
            parser.feed(chunk)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise UnsafeXml("not well-formed") from error


class _Refusal:
    """A target that takes nothing and refuses document types."""

    def doctype(self, *_declared: object) -> None:
        raise UnsafeXml("document type")

    def close(self) -> None:
        """Nothing was taken."""
