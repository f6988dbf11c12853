"""Parses XML from strangers: no entities, no network, no document type."""

from __future__ import annotations

from lxml import etree


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
