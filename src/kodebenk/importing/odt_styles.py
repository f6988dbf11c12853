"""What an OpenDocument text's styles say about a paragraph: heading level, hidden, page break (ODF 1.3 part 3, 16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kodebenk.importing.heading_styles import level_of_style
from kodebenk.importing.odt_numbering import FORMS
from kodebenk.importing.odt_package import attribute, child, children, find, integer


@dataclass(frozen=True, slots=True)
class PageStart:
    """A page that begins with a paragraph: its number, None to go on counting, and its form, as Word names it."""

    number: int | None = None
    form: str = ""


class OdtStyles:
    """The styles of one file; every question follows the parent styles."""

    def __init__(self, content: etree._Element, styles: etree._Element | None) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._forms: dict[str, str] = {}
        for root, group in ((styles, "office:styles"), (content, "office:automatic-styles")):
            for style in children(child(root, group), "style:style"):
                self._styles[attribute(style, "style:family"), attribute(style, "style:name")] = style
        layouts = {
            attribute(one, "style:name"): child(one, "style:page-layout-properties")
            for one in children(child(styles, "office:automatic-styles"), "style:page-layout")
        }
        for master in children(child(styles, "office:master-styles"), "style:master-page"):
            layout = layouts.get(attribute(master, "style:page-layout-name"))
            self._forms[attribute(master, "style:name")] = FORMS.get(attribute(layout, "style:num-format"), "")

    def heading_level(self, name: str) -> int:
        """Return the heading level of a paragraph style, or 0 for body text."""
        for style in self._chain("paragraph", name):
            outline = attribute(style, "style:default-outline-level")
            names = (attribute(style, "style:display-name"), attribute(style, "style:name").replace("_20_", " "))
            level = integer(style, "style:default-outline-level", 0, most=10) or max(map(level_of_style, names))
            if outline or level:
                return level
        return 0

    def is_hidden(self, family: str, name: str) -> bool:
        """Tell whether words of a `paragraph` or `text` style are hidden."""
        return self._first(family, name, "style:text-properties", "text:display") == "none"

    def list_style(self, name: str) -> str | None:
        """Return the list style that a paragraph style asks for; empty for none at all, None where it does not say."""
        named = (find(style, "style:list-style-name") for style in self._chain("paragraph", name))
        return next((one for one in named if one is not None), None)

    def page_start(self, family: str, name: str) -> PageStart | None:
        """Return the page that begins with a `paragraph` or `table` of that style, or None."""
        masters = (find(style, "style:master-page-name") for style in self._chain(family, name))
        master = next((one for one in masters if one is not None), "")
        properties = f"style:{family}-properties"
        if not master and self._first(family, name, properties, "fo:break-before") != "page":
            return None
        number = self._first(family, name, properties, "style:page-number")
        return PageStart(int(number) if number.isascii() and number.isdigit() else None, self._forms.get(master, ""))

    def ends_page(self, name: str) -> bool:
        """Tell whether a page begins after a paragraph of that style."""
        return self._first("paragraph", name, "style:paragraph-properties", "fo:break-after") == "page"

    def _first(self, family: str, name: str, properties: str, key: str) -> str:
        found = (find(child(style, properties), key) for style in self._chain(family, name))
        return next((value for value in found if value is not None), "")

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[family, name]
            name = attribute(self._styles[family, name], "style:parent-style-name")
