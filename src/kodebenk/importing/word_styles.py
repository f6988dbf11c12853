"""What a Word file's styles and list definitions say about a paragraph: heading level, hidden, page break, number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kodebenk.importing.heading_styles import level_of_style
from kodebenk.importing.list_marks import BULLET, format_number
from kodebenk.importing.word_package import attribute, child, children, integer, is_on

_BODY_OUTLINE = 9


@dataclass(frozen=True, slots=True)
class ListItem:
    """Numbering instance and level of a list paragraph, as in `w:numPr`."""

    instance: str
    level: int


class WordStyles:
    """The styles of one file; every question follows `w:basedOn`."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._styles = {attribute(style, "styleId"): style for style in children(styles, "w:style")}
        defaults = [s for s in self._styles.values() if attribute(s, "default") in {"1", "true", "on"}]
        self._default = next((attribute(s, "styleId") for s in defaults if attribute(s, "type") == "paragraph"), "")

    def heading_level(self, properties: etree._Element | None) -> int:
        """Return the heading level of a paragraph with these properties (`w:pPr`), or 0 for body text."""
        outline = attribute(child(properties, "w:outlineLvl"), "val")
        for style in self._chain(properties):
            outline = outline or attribute(child(style, "w:pPr", "w:outlineLvl"), "val")
            if outline:
                break
            if level := _level_by_name(style):
                return level
        level = integer(outline, _BODY_OUTLINE)
        return level + 1 if 0 <= level < _BODY_OUTLINE else 0

    def breaks_page(self, properties: etree._Element | None) -> bool:
        """Tell whether a paragraph with these properties begins a page."""
        return is_on(self._paragraph_property(properties, "w:pageBreakBefore"))

    def list_item(self, properties: etree._Element | None) -> ListItem | None:
        """Return the list that a paragraph with these properties belongs to, or None."""
        level = instance = ""
        for holder in self._property_holders(properties):
            numbering = child(holder, "w:numPr")
            level = level or attribute(child(numbering, "w:ilvl"), "val")
            instance = instance or attribute(child(numbering, "w:numId"), "val")
        return ListItem(instance, integer(level, 0)) if instance not in {"", "0"} else None

    def is_hidden(self, properties: etree._Element | None, run: etree._Element | None) -> bool:
        """Tell whether a run with properties `run` (`w:rPr`) is hidden in a paragraph with `properties`."""
        direct = child(run, "w:vanish")
        if direct is not None:
            return is_on(direct)
        styles = [*self._chain_of(attribute(child(run, "w:rStyle"), "val")), *self._chain(properties)]
        found = (child(style, "w:rPr", "w:vanish") for style in styles)
        return is_on(next((element for element in found if element is not None), None))

    def _paragraph_property(self, properties: etree._Element | None, name: str) -> etree._Element | None:
        found = (child(holder, name) for holder in self._property_holders(properties))
        return next((element for element in found if element is not None), None)

    def _property_holders(self, properties: etree._Element | None) -> Iterator[etree._Element | None]:
        yield properties
        for style in self._chain(properties):
            yield child(style, "w:pPr")

    def _chain(self, properties: etree._Element | None) -> Iterator[etree._Element]:
        return self._chain_of(attribute(child(properties, "w:pStyle"), "val") or self._default)

    def _chain_of(self, style_id: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = attribute(child(self._styles[style_id], "w:basedOn"), "val")


class WordNumbering:
    """Counts list paragraphs in the order in which they stand (ISO 29500-1, 17.9)."""

    def __init__(self, numbering: etree._Element | None) -> None:
        abstract = {attribute(el, "abstractNumId"): el for el in children(numbering, "w:abstractNum")}
        self._lists: dict[str, _List] = {}
        shared: dict[str, dict[int, int]] = {}
        for instance in children(numbering, "w:num"):
            key = attribute(child(instance, "w:abstractNumId"), "val")
            overrides = {integer(attribute(el, "ilvl"), 0): el for el in children(instance, "w:lvlOverride")}
            levels = {integer(attribute(el, "ilvl"), 0): _level(el) for el in children(abstract.get(key), "w:lvl")}
            levels |= {n: _level(lvl) for n, el in overrides.items() if (lvl := child(el, "w:lvl")) is not None}
            restarts = {n: el for n, el in overrides.items() if child(el, "w:startOverride") is not None}
            for number, element in restarts.items():
                start = integer(attribute(child(element, "w:startOverride"), "val"), 1)
                levels[number] = _Level(start, *_shape(levels.get(number)))
            # Instances of one definition go on counting, unless one of them starts anew.
            counts = {} if restarts else shared.setdefault(key, {})
            self._lists[attribute(instance, "numId")] = _List(levels, counts)

    def next_mark(self, item: ListItem) -> str:
        """Return the number or bullet in front of the next paragraph of that list, or an empty string."""
        numbered = self._lists.get(item.instance)
        return numbered.next_mark(item.level) if numbered else ""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    pattern: str


@dataclass(frozen=True, slots=True)
class _List:
    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next_mark(self, number: int) -> str:
        level = self.levels.get(number)
        if level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            return BULLET
        self.counts[number] = self.counts.get(number, level.start - 1) + 1
        for deeper in [key for key in self.counts if key > number]:
            del self.counts[deeper]
        return re.sub(r"%([1-9])", self._value, level.pattern).strip()

    def _value(self, place: re.Match[str]) -> str:
        number = int(place[1]) - 1
        level = self.levels.get(number, _Level(1, "decimal", ""))
        return format_number(self.counts.setdefault(number, level.start), level.form)


def _level(element: etree._Element) -> _Level:
    start = integer(attribute(child(element, "w:start"), "val"), 1)
    form = attribute(child(element, "w:numFmt"), "val") or "decimal"
    return _Level(start, form, attribute(child(element, "w:lvlText"), "val"))


def _shape(level: _Level | None) -> tuple[str, str]:
    return (level.form, level.pattern) if level else ("decimal", "%1.")


def _level_by_name(style: etree._Element) -> int:
    names = (attribute(child(style, "w:name"), "val"), attribute(style, "styleId"))
    return next((level for level in map(level_of_style, names) if level), 0)
