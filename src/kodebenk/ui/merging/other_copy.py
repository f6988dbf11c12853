"""What the two copies of a merge say, looked up for showing."""

from __future__ import annotations

from collections import Counter

from kodebenk.application.followed_marks import FollowedCoding
from kodebenk.application.merge_plan import Conflict, MergedCoding, MergePlan


class OtherCopy:
    """A plan with its documents, codes and codings by name."""

    def __init__(self, plan: MergePlan) -> None:
        self._plan = plan
        self._here = {one.theirs: one.ours for one in plan.documents}
        self._there = {one.name: one.id for one in plan.theirs.content.documents}
        known = {one.guid for one in plan.ours.codings} | plan.ours.removed
        self._new = [one for one in plan.theirs.content.codings if one.guid not in known]

    @property
    def coders(self) -> tuple[str, ...]:
        """Return who made the codings there that were never here, those with most first."""
        names = {one.id: one.name for one in self._plan.theirs.content.coders}
        made = Counter(one.coder_id for one in self._new)
        return tuple(names[coder_id] for coder_id, _ in made.most_common())

    @property
    def last_coded_at(self) -> str:
        """Return when the last of these codings was made (UTC, ISO 8601), or an empty text."""
        return max((one.created_at for one in self._new), default="")

    def place_of(self, one: MergedCoding) -> tuple[int, int, int] | None:
        """Return where a coding is in a text that is here already, or None."""
        document_id = self.document_here(one.document)
        return None if one.reason or document_id is None else (document_id, one.start, one.end)

    def document_here(self, name: str) -> int | None:
        """Return the document here that a document there is, by its name there."""
        return self._here.get(self._there.get(name, 0))

    def passage_words(self, conflict: Conflict, *, theirs_taken: bool) -> str:
        """Return the words of a passage that theirs puts in the place of ours; its range where there is no text.

        Args:
            conflict: whose `theirs` is a range such as `12–45`, in the text that will stand here.
            theirs_taken: the text of the other copy is taken.
        """
        there = self._there.get(conflict.document, 0)
        texts = self._plan.theirs.content.texts if theirs_taken else self._plan.ours.texts
        text = texts.get(there if theirs_taken else self._here.get(there, 0))
        first, _, last = conflict.theirs.partition("–")
        return text.text[int(first) : int(last)] if text is not None else conflict.theirs

    def renamed_codes(self) -> list[tuple[str, str]]:
        """Return the paths, there and here, of codes that are the same and have different ones."""
        theirs, ours = self._plan.theirs.content.codebook, self._plan.ours.codebook
        pairs = [(theirs.path_of(one.theirs), ours.path_of(one.ours)) for one in self._plan.codes]
        return [pair for pair in pairs if pair[0] != pair[1]]

    def renamed_respondents(self) -> list[tuple[str, str]]:
        """Return the names, there and here, of respondents who are the same and have different ones."""
        theirs = {one.id: one.name for one in self._plan.theirs.content.respondents}
        ours = {one.id: one.name for one in self._plan.ours.respondents}
        pairs = [(theirs[one.theirs], ours[one.ours]) for one in self._plan.respondents]
        return [pair for pair in pairs if pair[0] != pair[1]]

    @property
    def respondents_matched(self) -> int:
        return len(self._plan.respondents)

    def code_and_coder(self, one: FollowedCoding) -> tuple[str, str]:
        """Return path of the code and name of the coder of a coding here."""
        names = {coder.id: coder.name for coder in self._plan.ours.coders}
        return self._plan.ours.codebook.path_of(one.code_id), names[one.coder_id]
