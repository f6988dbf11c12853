"""Numbers and bullets of an OpenDocument text's lists and headings (ODF 1.3 part 3, 5.3, 16.30 to 16.35 and 19.880)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kodebenk.importing.list_marks import BULLET, format_number
from kodebenk.importing.odt_package import attribute, child, children, integer, name_of

FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""Number formats of OpenDocument and what Word calls them."""

_OUTLINE = "outline"
_LEVEL_NAMES = {
    "text:list-level-style-number": "",
    "text:list-level-style-bullet": BULLET,
    "text:list-level-style-image": BULLET,
    "text:outline-level-style": "",
}
_PLACE = re.compile(r"%(\d{1,2})%")


@dataclass(slots=True)
class OpenList:
    """A list that is being read: its style, its level and how far its levels have counted."""

    style: str
    level: int = 1
    counts: dict[int, int] = field(default_factory=dict)

    def inner(self, style: str) -> OpenList:
        """Return a list inside an item of this one."""
        return OpenList(style or self.style, self.level + 1, self.counts)


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    prefix: str
    suffix: str
    shown: int
    start: int
    pattern: str
    bullet: str


class OdtNumbering:
    """Counts the items of lists, and headings, in the order in which they stand."""

    def __init__(self, content: etree._Element, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        for root, group in ((styles, "office:styles"), (content, "office:automatic-styles")):
            holder = child(root, group)
            for style in children(holder, "text:list-style"):
                self._levels[attribute(style, "style:name")] = dict(_levels(style))
            for style in children(holder, "text:outline-style"):
                self._levels[_OUTLINE] = dict(_levels(style))
        self._by_id: dict[str, dict[int, int]] = {}
        self._by_style: dict[str, dict[int, int]] = {}
        self._headings = OpenList(_OUTLINE)

    def open_list(self, element: etree._Element, outer: OpenList | None) -> OpenList:
        """Return the list that `text:list` begins or goes on with."""
        style = attribute(element, "text:style-name")
        opened = outer.inner(style) if outer else OpenList(style, counts=self._counts(element, style))
        if name := attribute(element, "xml:id"):
            self._by_id[name] = opened.counts
        self._by_style[opened.style] = opened.counts
        return opened

    def next_mark(self, opened: OpenList, style: str, start: int | None = None) -> str:
        """Return the number or bullet of the next item, whose paragraph asks for `style` where its list has none."""
        levels = self._levels.get(opened.style or style, {})
        level = levels.get(opened.level)
        if level is None:
            return ""
        if level.bullet:
            return level.bullet
        counts = opened.counts
        counts[opened.level] = counts.get(opened.level, level.start - 1) + 1 if start is None else start
        for deeper in [key for key in counts if key > opened.level]:
            del counts[deeper]
        return _write(levels, opened.level, counts)

    def next_heading(self, level: int, start: int | None = None) -> str:
        """Return the number of the next heading of that level, or an empty string where headings have none."""
        self._headings.level = level
        return self.next_mark(self._headings, "", start)

    def _counts(self, element: etree._Element, style: str) -> dict[int, int]:
        known = self._by_id.get(attribute(element, "text:continue-list"))
        if known is None and attribute(element, "text:continue-numbering") == "true":
            known = self._by_style.get(style)
        return {} if known is None else known


def _levels(style: etree._Element) -> Iterator[tuple[int, _Level]]:
    for element in style:
        bullet = _LEVEL_NAMES.get(name_of(element))
        if bullet is not None:
            yield (
                integer(element, "text:level", 1),
                _Level(
                    form=FORMS.get(attribute(element, "style:num-format"), ""),
                    prefix=attribute(element, "style:num-prefix"),
                    suffix=attribute(element, "style:num-suffix"),
                    shown=integer(element, "text:display-levels", 1),
                    start=integer(element, "text:start-value", 1),
                    pattern=attribute(element, "style:num-list-format") or attribute(element, "loext:num-list-format"),
                    bullet=bullet,
                ),
            )


def _write(levels: dict[int, _Level], number: int, counts: dict[int, int]) -> str:
    """Return the mark of a level: that of its pattern, or its number behind those of the levels it shows."""
    level = levels[number]
    if not level.form:
        return ""
    if level.pattern:
        return _PLACE.sub(lambda place: _value(levels, int(place[1]), counts), level.pattern).strip()
    shown = (_value(levels, one, counts) for one in range(max(1, number - level.shown + 1), number + 1))
    return f"{level.prefix}{'.'.join(value for value in shown if value)}{level.suffix}".strip()


def _value(levels: dict[int, _Level], number: int, counts: dict[int, int]) -> str:
    level = levels.get(number)
    if level is None or not level.form:
        return ""
    return format_number(counts.setdefault(number, level.start), level.form)
