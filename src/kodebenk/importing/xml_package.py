"""A zip file of XML parts, which docx and odt files are, read within limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.safe_xml import UnsafeXml, parse_xml
from kodebenk.importing.source_file import BROKEN_PACKAGE, check_office_package


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """What a file may unzip to.

    Attributes:
        part: bytes of one part.
        total: bytes of all parts that are read.
        tags: of one part, as a tree takes some 150 bytes of memory for each. A book of half a million words has one
            million at most.
    """

    part: int = 100 * 1024 * 1024
    total: int = 250 * 1024 * 1024
    tags: int = 3_000_000


class ElementNames:
    """Names elements as a format's own documents do, and finds children by such names."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Take the prefixes by namespace."""
        self._prefixes = prefixes

    def name_of(self, element: etree._Element) -> str:
        """Return `w:p`, `text:p` …; the bare name in other namespaces, and empty for comments and entities."""
        tag = element.tag
        if not isinstance(tag, str):
            return ""
        namespace, _, local = tag.rpartition("}")
        prefix = self._prefixes.get(namespace[1:])
        return f"{prefix}:{local}" if prefix else local

    def child(self, element: etree._Element | None, *names: str) -> etree._Element | None:
        """Return the element at the end of a path of child names, or None."""
        for name in names:
            element = next(self.children(element, name), None)
        return element

    def children(self, element: etree._Element | None, name: str) -> Iterator[etree._Element]:
        """Yield the direct children of that name."""
        yield from (() if element is None else (el for el in element if self.name_of(el) == name))


class XmlPackage:
    """The parts of one file by name; upper and lower case are the same."""

    def __init__(self, path: Path, content: bytes, limits: PackageLimits) -> None:
        """Open the package.

        Raises:
            SourceUnreadable: ENCRYPTED, NOT_THE_FORMAT or DAMAGED.
        """
        self._path = path
        self._limits = limits
        self._read_so_far = 0
        check_office_package(path, content)
        try:
            self._zip = ZipFile(BytesIO(content))
        except BROKEN_PACKAGE as error:
            raise self.unreadable(SourceProblem.DAMAGED, type(error).__name__) from error
        self._names = {name.casefold(): name for name in self._zip.namelist()}

    def part(self, name: str) -> etree._Element | None:
        """Return the root of a part, or None where the package has no such part.

        Raises:
            SourceUnreadable: ENCRYPTED, DAMAGED or TOO_LARGE.
        """
        content = self.content(name)
        if content is None:
            return None
        if content.count(b"<") > self._limits.tags:
            raise self.unreadable(SourceProblem.TOO_LARGE, f"{name}: over {self._limits.tags} tags")
        try:
            return parse_xml(content)
        except UnsafeXml as error:
            raise self.unreadable(SourceProblem.DAMAGED, f"{name}: {error}") from error

    def content(self, name: str) -> bytes | None:
        """Return the bytes of a part, or None where the package has no such part.

        Raises:
            SourceUnreadable: ENCRYPTED, DAMAGED or TOO_LARGE.
        """
        stored = self._names.get(name.casefold())
        if stored is None:
            return None
        allowed = min(self._limits.part, self._limits.total - self._read_so_far)
        try:
            with self._zip.open(stored) as part:
                content = part.read(allowed + 1)
        except BROKEN_PACKAGE as error:
            raise self.unreadable(SourceProblem.DAMAGED, f"{stored}: {type(error).__name__}") from error
        except RuntimeError as error:  # zipfile's word for a password
            raise self.unreadable(SourceProblem.ENCRYPTED, "zip") from error
        if len(content) > allowed:
            raise self.unreadable(SourceProblem.TOO_LARGE, stored)
        self._read_so_far += len(content)
        return content

    def unreadable(self, problem: SourceProblem, detail: str) -> SourceUnreadable:
        """Return the error that says what is wrong with this file."""
        return SourceUnreadable(problem, self._path, detail=detail)
