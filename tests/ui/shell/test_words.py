"""Texts that are declared as data: changes, actions, warnings of readers."""

import re
from pathlib import Path

import pytest

import kodebenk.importing
from kodebenk.domain.project_change import ChangeName
from kodebenk.ui.actions import (
    ACTIONS,
    CHANGE_TEXTS,
    INNER_MENUS,
    MENUS,
    action_text,
    change_text,
    menu_text,
    plain_action_text,
)
from kodebenk.ui.import_page.import_words import WARNING_TEXTS, warning_text
from kodebenk.ui.translation import Translation


def test_that_every_change_has_a_name_in_both_languages(qapp):
    assert set(CHANGE_TEXTS) == set(ChangeName)
    english = {name: change_text(name) for name in ChangeName}
    made = Translation("nb")
    made.install()
    norwegian = {name: change_text(name) for name in ChangeName}
    made.set_language("en")
    assert [name for name in ChangeName if norwegian[name] == english[name]] == []
    assert norwegian[ChangeName.MERGE_CODES] == "slå sammen koder"


def test_that_every_action_and_menu_is_translated(qapp):
    same = {"language_nb", "language_en"}
    english = [plain_action_text(spec.name) for spec in ACTIONS if spec.name not in same]
    menus = [menu_text(spec) for spec in (*MENUS, *INNER_MENUS.values())]
    made = Translation("nb")
    made.install()
    norwegian = [plain_action_text(spec.name) for spec in ACTIONS if spec.name not in same]
    norwegian_menus = [menu_text(spec) for spec in (*MENUS, *INNER_MENUS.values())]
    made.set_language("en")
    assert [one for one in zip(english, norwegian, strict=True) if one[0] == one[1]] == []
    assert [one for one in zip(menus, norwegian_menus, strict=True) if one[0] == one[1]] == []


def test_that_no_two_actions_share_a_key():
    keys = [keys for spec in ACTIONS for keys in spec.keys]
    assert len(keys) == len(set(keys))


def test_that_no_default_key_needs_altgr_on_a_norwegian_keyboard():
    assert [spec.name for spec in ACTIONS for keys in spec.keys if re.search(r"[\[\]{}/]", keys)] == []


@pytest.mark.parametrize("language", ["nb", "en"])
def test_that_no_two_entries_of_a_menu_share_a_mnemonic(qapp, language):
    made = Translation(language)
    made.install()
    for spec in (*MENUS, *INNER_MENUS.values()):
        texts = [
            menu_text(INNER_MENUS[entry]) if entry in INNER_MENUS else action_text(entry)
            for entry in spec.entries
            if entry != "-"
        ]
        letters = [text[text.index("&") + 1].casefold() for text in texts]
        assert len(letters) == len(set(letters)), (spec.name, letters)
    made.set_language("en")


def test_that_every_menu_entry_is_an_action_or_a_menu():
    names = {spec.name for spec in ACTIONS} | set(INNER_MENUS) | {"-"}
    entries = {entry for spec in (*MENUS, *INNER_MENUS.values()) for entry in spec.entries}
    assert entries <= names
    assert {spec.name for spec in ACTIONS} <= entries


def test_that_every_warning_of_a_reader_has_a_sentence():
    folder = Path(kodebenk.importing.__path__[0])
    named = set()
    for path in folder.glob("*.py"):
        source = path.read_text("utf-8")
        named |= set(re.findall(r'SourceWarning\(\s*"(\w+)"', source))
    assert named
    assert named <= set(WARNING_TEXTS)


def test_that_a_warning_names_its_place(qapp):
    assert warning_text("page_without_text", "page 3", {}).endswith("(page 3)")
    assert "new_kind" in warning_text("new_kind", "", {})
