"""The words for what two copies say differently."""

import pytest

from kodebenk.application.merge_plan import Conflict, ConflictKind
from kodebenk.domain.coding import CodingKind, EvidenceGrade, Stance
from kodebenk.domain.document import SourceKind
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.matrix import CellState
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.domain.voice import VoiceKind
from kodebenk.ui.merging.merge_words import field_words, kind_words, value_words

CHOICES = (
    (ConflictKind.CODING, "stance", Stance),
    (ConflictKind.CODING, "kind", CodingKind),
    (ConflictKind.CODING, "evidence", EvidenceGrade),
    (ConflictKind.DOCUMENT, "kind", SourceKind),
    (ConflictKind.SPEAKER, "who", SpeakerRole),
    (ConflictKind.VOICE, "kind", VoiceKind),
    (ConflictKind.PLACE, "status", PlaceStatus),
    (ConflictKind.CELL, "state", CellState),
)


def conflict(kind, field, ours="", theirs=""):
    return Conflict("key", kind, "Tillit", field, ours, theirs)


def test_that_every_kind_has_a_name(qapp):
    assert all(kind_words(kind) for kind in ConflictKind)


@pytest.mark.parametrize(("kind", "field", "values"), CHOICES)
def test_that_values_that_are_a_choice_have_words_of_their_own(qapp, kind, field, values):
    one = conflict(kind, field)
    words = [value_words(one, value.value) for value in values]
    assert len(set(words)) == len(words)
    assert all(word[:1].isalpha() for word in words)
    assert "_" not in "".join(words)


def test_that_what_users_wrote_stands_as_it_is(qapp):
    assert value_words(conflict(ConflictKind.CODING, "comment"), "mot") == "mot"
    assert value_words(conflict(ConflictKind.SPEAKER, "who"), "Berit Lie") == "Berit Lie"
    assert field_words(conflict(ConflictKind.ATTRIBUTE, "Kommune")) == "Kommune"
    assert field_words(conflict(ConflictKind.SYNTHESIS, "patterns")) == "Patterns"
    assert field_words(conflict(ConflictKind.DOCUMENT, "issuer")) == "Issuer"
    assert field_words(conflict(ConflictKind.CODE, "use_when")) == "Use it when"
