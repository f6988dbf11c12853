"""Says before an import which labels its respondents will get."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kodebenk.domain.respondent import Respondent, base_name, free_label


def predict_labels(respondents: Sequence[Respondent], names: Iterable[str]) -> Mapping[str, str]:
    """Return the label that each name will have: that of the respondent it means, or the next free one.

    Args:
        respondents: of the project.
        names: in the order in which the import adds them; the same name twice is one respondent.

    Who is meant is found as `match_respondent` finds it; a name that could mean several gets no label.
    """
    known = _Known(respondents)
    labels = {}
    for name in names:
        cleaned = " ".join(name.split())
        label = known.find(cleaned)
        if label is None:
            label = known.add(cleaned)
        if label:
            labels[name] = label
    return labels


class _Known:
    """Labels by the forms of a name, the surest form first; empty where a form means several."""

    def __init__(self, respondents: Sequence[Respondent]) -> None:
        self._labels = {one.label for one in respondents}
        self._number = int(free_label(self._labels).removeprefix("R"))
        self._forms: tuple[dict[str, str], ...] = ({}, {}, {}, {})
        for one in respondents:
            self._take(one.name, one.label, one.aliases)

    def find(self, name: str) -> str | None:
        folded = name.casefold()
        for form, wanted in zip(self._forms, (name, folded, folded, base_name(folded)), strict=True):
            if wanted in form:
                return form[wanted]
        return None

    def add(self, name: str) -> str:
        is_label = re.fullmatch(r"R\d+", name) and name not in self._labels
        label = name if is_label else f"R{self._number}"
        self._number = max(self._number, int(label.removeprefix("R")) + 1)
        self._labels.add(label)
        self._take(name, label, ())
        return label

    def _take(self, name: str, label: str, aliases: Iterable[str]) -> None:
        exact, folded, other, bare = self._forms
        for form, words in (
            (exact, {name, label}),
            (folded, {name.casefold(), label.casefold()}),
            (other, {alias.casefold() for alias in aliases}),
            (bare, {base_name(name.casefold())}),
        ):
            for word in words:
                form[word] = label if form.get(word, label) == label else ""
