"""Menus, shortcuts and the names of changes, declared as data.

English stands here; `translate` gives the words of the language in use. The context of menu texts is `Actions`,
that of changes `Changes`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from kodebenk.domain.project_change import ChangeName
from kodebenk.ui.marked_text import QT_TRANSLATE_NOOP


class Needs(Enum):
    """What must be there for an action to make sense.

    DOCUMENTS and MATRIX_CELLS ask for a project that can be written to, with documents, and with codes as well;
    CODES and CODINGS for a project that has some. GUIDES asks for a project that can be written to and has some.
    """

    NOTHING = auto()
    PROJECT = auto()
    WRITABLE_PROJECT = auto()
    DOCUMENTS = auto()
    CODES = auto()
    CODINGS = auto()
    MATRIX_CELLS = auto()
    GUIDES = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action of the window.

    Attributes:
        name: by which the window knows it.
        text: English, with `&` before the mnemonic.
        keys: shortcuts, the one that is shown first.
        needs: when it is enabled.
        checkable: it shows a choice.
        in_go_to: it is found by "go to anything".
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    in_go_to: bool = True


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """A menu: names of actions or of menus inside, with "-" for a line."""

    name: str
    text: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry that a workspace puts into its menu of the menu bar.

    Attributes:
        text: already translated; `&` before a mnemonic.
        trigger: what it does.
        keys: shown behind the text; the workspace itself listens to them.
        enabled: whether it can be chosen now.
        checked: None where it is no choice.
    """

    text: str
    trigger: Callable[[], object]
    keys: str = ""
    enabled: bool = True
    checked: bool | None = None


SEPARATOR = MenuEntry("", lambda: None)
"""A line between entries of a workspace."""

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new", QT_TRANSLATE_NOOP("Actions", "&New project …"), ("Ctrl+N",)),
    ActionSpec("open", QT_TRANSLATE_NOOP("Actions", "&Open project …"), ("Ctrl+O",)),
    ActionSpec("example", QT_TRANSLATE_NOOP("Actions", "&Explore the example"), ("Ctrl+E",)),
    ActionSpec("import", QT_TRANSLATE_NOOP("Actions", "&Import sources …"), ("Ctrl+I",), Needs.WRITABLE_PROJECT),
    ActionSpec("import_guide", QT_TRANSLATE_NOOP("Actions", "Import interview &guide …"), (), Needs.WRITABLE_PROJECT),
    ActionSpec("save", QT_TRANSLATE_NOOP("Actions", "&Save"), ("Ctrl+S",), Needs.PROJECT, in_go_to=False),
    ActionSpec("save_copy", QT_TRANSLATE_NOOP("Actions", "Save a &copy as …"), ("Ctrl+Shift+S",), Needs.PROJECT),
    ActionSpec("backups", QT_TRANSLATE_NOOP("Actions", "&Restore a backup …")),
    ActionSpec("check", QT_TRANSLATE_NOOP("Actions", "Chec&k the project …"), (), Needs.PROJECT),
    ActionSpec("merge_copy", QT_TRANSLATE_NOOP("Actions", "&Merge another copy …"), (), Needs.WRITABLE_PROJECT),
    ActionSpec("package", QT_TRANSLATE_NOOP("Actions", "&Package for a coder …"), (), Needs.DOCUMENTS),
    ActionSpec("close", QT_TRANSLATE_NOOP("Actions", "C&lose project"), ("Ctrl+W",), Needs.PROJECT),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
    ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",), Needs.WRITABLE_PROJECT, in_go_to=False),
    ActionSpec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        Needs.WRITABLE_PROJECT,
        in_go_to=False,
    ),
    ActionSpec("correct_text", QT_TRANSLATE_NOOP("Actions", "&Correct the text"), ("Ctrl+R",), Needs.DOCUMENTS),
    ActionSpec("replace_text", QT_TRANSLATE_NOOP("Actions", "Rep&lace the text by a file …"), (), Needs.DOCUMENTS),
    ActionSpec("find", QT_TRANSLATE_NOOP("Actions", "&Find"), ("Ctrl+F",), Needs.PROJECT),
    ActionSpec("go_to", QT_TRANSLATE_NOOP("Actions", "&Go to …"), ("Ctrl+P",), Needs.PROJECT, in_go_to=False),
    ActionSpec("history", QT_TRANSLATE_NOOP("Actions", "&History"), ("Ctrl+H",), Needs.PROJECT),
    ActionSpec("settings", QT_TRANSLATE_NOOP("Actions", "&Settings"), ("Ctrl+,",)),
    ActionSpec("material", QT_TRANSLATE_NOOP("Actions", "&Material"), ("Ctrl+1",), Needs.PROJECT),
    ActionSpec("coding", QT_TRANSLATE_NOOP("Actions", "&Coding"), ("Ctrl+2",), Needs.PROJECT),
    ActionSpec("matrix", QT_TRANSLATE_NOOP("Actions", "Matri&x"), ("Ctrl+3",), Needs.PROJECT),
    ActionSpec("compare", QT_TRANSLATE_NOOP("Actions", "Compa&re"), ("Ctrl+5",), Needs.PROJECT),
    ActionSpec("import_codings", QT_TRANSLATE_NOOP("Actions", "Read codings from a &file …"), (), Needs.DOCUMENTS),
    ActionSpec(
        "unplaced",
        QT_TRANSLATE_NOOP("Actions", "Codings and voices without a &place …"),
        (),
        Needs.WRITABLE_PROJECT,
    ),
    ActionSpec("tasks", QT_TRANSLATE_NOOP("Actions", "Who codes &what …"), (), Needs.DOCUMENTS),
    ActionSpec("export_codings", QT_TRANSLATE_NOOP("Actions", "&Export codings …"), (), Needs.CODINGS),
    ActionSpec(
        "import_codes", QT_TRANSLATE_NOOP("Actions", "Read a code&book from a file …"), (), Needs.WRITABLE_PROJECT
    ),
    ActionSpec("export_codes", QT_TRANSLATE_NOOP("Actions", "E&xport the codebook …"), (), Needs.CODES),
    ActionSpec("question_here", QT_TRANSLATE_NOOP("Actions", "This is a &question of a guide …"), (), Needs.GUIDES),
    ActionSpec(
        "find_questions", QT_TRANSLATE_NOOP("Actions", "Find the questions of the &guides again"), (), Needs.GUIDES
    ),
    ActionSpec("code_answers", QT_TRANSLATE_NOOP("Actions", "Code the &answers to the guides …"), (), Needs.GUIDES),
    ActionSpec("import_cells", QT_TRANSLATE_NOOP("Actions", "Read cells from a &file …"), (), Needs.MATRIX_CELLS),
    ActionSpec("larger", QT_TRANSLATE_NOOP("Actions", "&Larger text"), ("Ctrl++", "Ctrl+=")),
    ActionSpec("smaller", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), ("Ctrl+-",)),
    ActionSpec("normal", QT_TRANSLATE_NOOP("Actions", "&Ordinary text size"), ("Ctrl+0",)),
    ActionSpec("theme_light", QT_TRANSLATE_NOOP("Actions", "&Light"), checkable=True, in_go_to=False),
    ActionSpec("theme_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), checkable=True, in_go_to=False),
    ActionSpec("theme_system", QT_TRANSLATE_NOOP("Actions", "As the &system"), checkable=True, in_go_to=False),
    ActionSpec("language_nb", "&Bokmål", checkable=True),
    ActionSpec("language_en", "&English", checkable=True),
    ActionSpec("next_panel", QT_TRANSLATE_NOOP("Actions", "&Next panel"), ("F6",), Needs.PROJECT, in_go_to=False),
    ActionSpec(
        "previous_panel", QT_TRANSLATE_NOOP("Actions", "&Previous panel"), ("Shift+F6",), Needs.PROJECT, in_go_to=False
    ),
    ActionSpec("keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), ("F1",)),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "&About Kodebenk")),
)

ACTION_BY_NAME = {spec.name: spec for spec in ACTIONS}

MENUS: tuple[MenuSpec, ...] = (
    MenuSpec(
        "file",
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            *("new", "open", "example", "-", "import", "import_guide", "-"),
            *("merge_copy", "package", "-"),
            *("save", "save_copy", "backups", "check", "-", "close", "quit"),
        ),
    ),
    MenuSpec(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        ("undo", "redo", "-", "correct_text", "replace_text", "-", "find", "go_to", "-", "history", "settings"),
    ),
    MenuSpec(
        "view",
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            *("material", "coding", "matrix", "compare", "-", "larger", "smaller", "normal", "-", "theme", "language"),
            *("-", "next_panel", "previous_panel"),
        ),
    ),
    MenuSpec(
        "code_menu",
        QT_TRANSLATE_NOOP("Actions", "&Code"),
        (
            *("question_here", "find_questions", "code_answers", "-"),
            *("tasks", "unplaced", "-", "import_codings", "export_codings", "-", "import_codes", "export_codes"),
            *("-", "coding"),
        ),
    ),
    MenuSpec("matrix_menu", QT_TRANSLATE_NOOP("Actions", "&Matrix"), ("import_cells", "-", "matrix")),
    MenuSpec("help", QT_TRANSLATE_NOOP("Actions", "&Help"), ("keys", "about")),
)

INNER_MENUS = {
    "theme": MenuSpec("theme", QT_TRANSLATE_NOOP("Actions", "&Theme"), ("theme_light", "theme_dark", "theme_system")),
    "language": MenuSpec("language", QT_TRANSLATE_NOOP("Actions", "Lan&guage"), ("language_nb", "language_en")),
}

WORKSPACE_OF_MENU = {"code_menu": "coding", "matrix_menu": "matrix"}
"""Which workspace fills a menu with entries of its own, which stand first."""

CHANGE_TEXTS: dict[ChangeName, str] = {
    ChangeName.CREATE_PROJECT: QT_TRANSLATE_NOOP("Changes", "create project"),
    ChangeName.RENAME_PROJECT: QT_TRANSLATE_NOOP("Changes", "rename project"),
    ChangeName.IMPORT_DOCUMENTS: QT_TRANSLATE_NOOP("Changes", "import documents"),
    ChangeName.RENAME_DOCUMENT: QT_TRANSLATE_NOOP("Changes", "rename document"),
    ChangeName.EDIT_DOCUMENT: QT_TRANSLATE_NOOP("Changes", "edit document"),
    ChangeName.DELETE_DOCUMENT: QT_TRANSLATE_NOOP("Changes", "delete document"),
    ChangeName.MOVE_DOCUMENT: QT_TRANSLATE_NOOP("Changes", "move document"),
    ChangeName.EDIT_TEXT: QT_TRANSLATE_NOOP("Changes", "correct text"),
    ChangeName.REPLACE_TEXT: QT_TRANSLATE_NOOP("Changes", "replace text"),
    ChangeName.PLACE_CODING: QT_TRANSLATE_NOOP("Changes", "place coding"),
    ChangeName.PLACE_VOICE: QT_TRANSLATE_NOOP("Changes", "place voice"),
    ChangeName.PLACE_CERTAIN: QT_TRANSLATE_NOOP("Changes", "place what is certain"),
    ChangeName.MARK_VOICE: QT_TRANSLATE_NOOP("Changes", "mark voice"),
    ChangeName.EDIT_VOICE: QT_TRANSLATE_NOOP("Changes", "change voice"),
    ChangeName.REMOVE_VOICE: QT_TRANSLATE_NOOP("Changes", "remove voice"),
    ChangeName.IMPORT_GUIDE: QT_TRANSLATE_NOOP("Changes", "import interview guide"),
    ChangeName.ADD_GUIDE: QT_TRANSLATE_NOOP("Changes", "add interview guide"),
    ChangeName.EDIT_GUIDE: QT_TRANSLATE_NOOP("Changes", "edit interview guide"),
    ChangeName.DELETE_GUIDE: QT_TRANSLATE_NOOP("Changes", "delete interview guide"),
    ChangeName.FIND_QUESTIONS: QT_TRANSLATE_NOOP("Changes", "find questions"),
    ChangeName.SETTLE_QUESTIONS: QT_TRANSLATE_NOOP("Changes", "settle questions"),
    ChangeName.SET_PROGRESS: QT_TRANSLATE_NOOP("Changes", "set progress"),
    ChangeName.SET_SPEAKERS: QT_TRANSLATE_NOOP("Changes", "settle speakers"),
    ChangeName.ADD_RESPONDENT: QT_TRANSLATE_NOOP("Changes", "add respondent"),
    ChangeName.EDIT_RESPONDENT: QT_TRANSLATE_NOOP("Changes", "edit respondent"),
    ChangeName.MERGE_RESPONDENTS: QT_TRANSLATE_NOOP("Changes", "merge respondents"),
    ChangeName.DELETE_RESPONDENT: QT_TRANSLATE_NOOP("Changes", "delete respondent"),
    ChangeName.IMPORT_RESPONDENTS: QT_TRANSLATE_NOOP("Changes", "import respondents"),
    ChangeName.ADD_CODE: QT_TRANSLATE_NOOP("Changes", "add code"),
    ChangeName.EDIT_CODE: QT_TRANSLATE_NOOP("Changes", "edit code"),
    ChangeName.RENAME_CODE: QT_TRANSLATE_NOOP("Changes", "rename code"),
    ChangeName.MOVE_CODE: QT_TRANSLATE_NOOP("Changes", "move code"),
    ChangeName.MERGE_CODES: QT_TRANSLATE_NOOP("Changes", "merge codes"),
    ChangeName.DELETE_CODE: QT_TRANSLATE_NOOP("Changes", "delete code"),
    ChangeName.IMPORT_CODES: QT_TRANSLATE_NOOP("Changes", "import codes"),
    ChangeName.APPLY_CODE: QT_TRANSLATE_NOOP("Changes", "apply code"),
    ChangeName.REMOVE_CODING: QT_TRANSLATE_NOOP("Changes", "remove coding"),
    ChangeName.RESIZE_CODING: QT_TRANSLATE_NOOP("Changes", "change extent of coding"),
    ChangeName.RECODE: QT_TRANSLATE_NOOP("Changes", "recode"),
    ChangeName.SPLIT_CODING: QT_TRANSLATE_NOOP("Changes", "split coding"),
    ChangeName.EDIT_CODING: QT_TRANSLATE_NOOP("Changes", "edit coding"),
    ChangeName.SET_STANCE: QT_TRANSLATE_NOOP("Changes", "set stance"),
    ChangeName.ATTRIBUTE_CODING: QT_TRANSLATE_NOOP("Changes", "attribute coding"),
    ChangeName.IMPORT_CODINGS: QT_TRANSLATE_NOOP("Changes", "import codings"),
    ChangeName.CODE_HITS: QT_TRANSLATE_NOOP("Changes", "code search hits"),
    ChangeName.CODE_ANSWERS: QT_TRANSLATE_NOOP("Changes", "code answers"),
    ChangeName.WRITE_CELL: QT_TRANSLATE_NOOP("Changes", "write summary"),
    ChangeName.SET_CELL_STATE: QT_TRANSLATE_NOOP("Changes", "set state of cell"),
    ChangeName.CONFIRM_CELL: QT_TRANSLATE_NOOP("Changes", "keep summary"),
    ChangeName.IMPORT_CELLS: QT_TRANSLATE_NOOP("Changes", "import cells"),
    ChangeName.WRITE_SYNTHESIS: QT_TRANSLATE_NOOP("Changes", "write synthesis"),
    ChangeName.SAVE_MATRIX: QT_TRANSLATE_NOOP("Changes", "save matrix"),
    ChangeName.DELETE_MATRIX: QT_TRANSLATE_NOOP("Changes", "delete matrix"),
    ChangeName.ADD_CODER: QT_TRANSLATE_NOOP("Changes", "add coder"),
    ChangeName.BUILD_EXAMPLE: QT_TRANSLATE_NOOP("Changes", "build example"),
    ChangeName.REPAIR: QT_TRANSLATE_NOOP("Changes", "repair project"),
    ChangeName.MERGE_PROJECT: QT_TRANSLATE_NOOP("Changes", "merge another copy"),
    ChangeName.ASSIGN_CODING: QT_TRANSLATE_NOOP("Changes", "assign coding"),
    ChangeName.WITHDRAW_TASK: QT_TRANSLATE_NOOP("Changes", "withdraw task"),
    ChangeName.FINISH_TASK: QT_TRANSLATE_NOOP("Changes", "finish coding"),
    ChangeName.REOPEN_TASK: QT_TRANSLATE_NOOP("Changes", "reopen coding"),
    ChangeName.UNBLIND: QT_TRANSLATE_NOOP("Changes", "end blind coding"),
    ChangeName.START_ROUND: QT_TRANSLATE_NOOP("Changes", "start coding round"),
    ChangeName.DRAW_SAMPLE: QT_TRANSLATE_NOOP("Changes", "draw sample of turns"),
    ChangeName.DELETE_SAMPLE: QT_TRANSLATE_NOOP("Changes", "delete sample of turns"),
    ChangeName.SAVE_COMPARISON: QT_TRANSLATE_NOOP("Changes", "save comparison"),
    ChangeName.RENAME_COMPARISON: QT_TRANSLATE_NOOP("Changes", "rename comparison"),
    ChangeName.DELETE_COMPARISON: QT_TRANSLATE_NOOP("Changes", "delete comparison"),
    ChangeName.DECIDE: QT_TRANSLATE_NOOP("Changes", "settle difference"),
    ChangeName.WITHDRAW_DECISION: QT_TRANSLATE_NOOP("Changes", "withdraw decision"),
    ChangeName.ACCEPT_AGREED: QT_TRANSLATE_NOOP("Changes", "take agreed codings into the consensus"),
    ChangeName.MEND_CODEBOOK: QT_TRANSLATE_NOOP("Changes", "mark codebook as mended"),
    ChangeName.SHOW_STATISTICS: QT_TRANSLATE_NOOP("Changes", "show or hide agreement figures"),
    ChangeName.REQUIRE_REASON: QT_TRANSLATE_NOOP("Changes", "ask for a reason with decisions, or not"),
}


def action_text(name: str) -> str:
    """Return the text of an action in the language in use, with its mnemonic."""
    return QCoreApplication.translate("Actions", ACTION_BY_NAME[name].text)


def plain_action_text(name: str) -> str:
    """Return the text of an action without mnemonic and dots, as for lists."""
    return _plain(action_text(name))


def plain_entry_text(entry: MenuEntry) -> str:
    """Return the text of a workspace's entry without mnemonic and dots, as for lists."""
    return _plain(entry.text)


def _plain(text: str) -> str:
    return re.sub("&(.)", r"\1", text).removesuffix(" …")


def menu_text(spec: MenuSpec) -> str:
    return QCoreApplication.translate("Actions", spec.text)


def change_text(name: ChangeName) -> str:
    """Return what a change did, in the language in use, such as "merge codes"."""
    return QCoreApplication.translate("Changes", CHANGE_TEXTS[name])
