"""Builds the menu bar and its actions from the declarations in `ui/actions.py`."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from kodebenk.ui.actions import (
    ACTION_BY_NAME,
    ACTIONS,
    INNER_MENUS,
    MENUS,
    SEPARATOR,
    WORKSPACE_OF_MENU,
    MenuEntry,
    MenuSpec,
    Needs,
    action_text,
    menu_text,
)

_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}
EntriesOf = Callable[[str], Sequence[MenuEntry]]


class Menus(QObject):
    """The menu bar with its actions, in the language in use.

    Signals:
        chosen(str): an action was chosen, by mouse or key.
    """

    chosen = Signal(str)

    def __init__(self, window: QWidget, entries_of: EntriesOf) -> None:
        """Make the menus of a window.

        Args:
            window: Listens to the shortcuts.
            entries_of: Gives the entries that a workspace puts into its menu.
        """
        super().__init__(window)
        self.bar = QMenuBar(window)
        self._entries_of = entries_of
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._actions = {spec.name: self._make_action(window, spec.name) for spec in ACTIONS}
        self._menus: dict[str, QMenu] = {}
        for spec in MENUS:
            self.bar.addMenu(self._make_menu(spec))
        self._undo_text = self._redo_text = ""
        self._connect_signals()
        self.retranslate()
        self.show_met({Needs.NOTHING})
        window.installEventFilter(self)

    def _make_action(self, window: QWidget, name: str) -> QAction:
        spec = ACTION_BY_NAME[name]
        action = QAction(self)
        action.setData(name)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.checkable)
        action.setMenuRole(_ROLES.get(name, QAction.MenuRole.NoRole))
        self._group.addAction(action)
        window.addAction(action)
        return action

    def _make_menu(self, spec: MenuSpec) -> QMenu:
        menu = QMenu(self.bar)
        self._menus[spec.name] = menu
        self._add_entries(menu, spec)
        return menu

    def _add_entries(self, menu: QMenu, spec: MenuSpec) -> None:
        for entry in spec.entries:
            if entry == "-":
                menu.addSeparator()
            elif entry in INNER_MENUS:
                menu.addMenu(self._make_menu(INNER_MENUS[entry]))
            else:
                menu.addAction(self._actions[entry])

    def _connect_signals(self) -> None:
        self._group.triggered.connect(self._on_triggered)
        for name in WORKSPACE_OF_MENU:
            self._menus[name].aboutToShow.connect(self._on_workspace_menu_about_to_show)

    def action(self, name: str) -> QAction:
        return self._actions[name]

    def menu(self, name: str) -> QMenu:
        return self._menus[name]

    def show_met(self, met: Set[Needs]) -> None:
        """Enable the actions whose needs are met; undo and redo wait for `show_undo`."""
        for spec in ACTIONS:
            self._actions[spec.name].setEnabled(spec.needs in met)
        for name in WORKSPACE_OF_MENU:
            self._menus[name].menuAction().setVisible(Needs.PROJECT in met)
        self.show_undo("", "")

    def show_undo(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do; empty where there is nothing."""
        self._undo_text, self._redo_text = undo, redo
        for name, text in (("undo", undo), ("redo", redo)):
            self._actions[name].setText(text.replace("&", "&&") or action_text(name))
            self._actions[name].setEnabled(bool(text))

    def check(self, name: str, *others: str) -> None:
        """Mark one of several choices."""
        for other in (name, *others):
            self._actions[other].setChecked(other == name)

    def retranslate(self) -> None:
        for name, action in self._actions.items():
            action.setText(action_text(name))
        for spec in (*MENUS, *INNER_MENUS.values()):
            self._menus[spec.name].setTitle(menu_text(spec))
        self.show_undo(self._undo_text, self._redo_text)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return False

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))

    @Slot()
    def _on_workspace_menu_about_to_show(self) -> None:
        menu = self.sender()
        name = next(name for name in WORKSPACE_OF_MENU if self._menus[name] is menu)
        self.fill(name)

    def fill(self, name: str) -> None:
        """Put a workspace's entries of this moment into its menu, before those that are always there."""
        menu = self._menus[name]
        menu.clear()
        entries = self._entries_of(WORKSPACE_OF_MENU[name])
        add_entries(menu, entries)
        if entries:
            menu.addSeparator()
        self._add_entries(menu, next(spec for spec in MENUS if spec.name == name))


def add_entries(menu: QMenu, entries: Sequence[MenuEntry]) -> None:
    """Put entries of a workspace at the end of a menu."""
    for entry in entries:
        if entry is SEPARATOR:
            menu.addSeparator()
        else:
            menu.addAction(_action_of(entry, menu))


def _action_of(entry: MenuEntry, menu: QMenu) -> QAction:
    action = QAction(f"{entry.text}\t{entry.keys}" if entry.keys else entry.text, menu)
    action.setEnabled(entry.enabled)
    if entry.checked is not None:
        action.setCheckable(True)
        action.setChecked(entry.checked)
    action.triggered.connect(partial(_run, entry))
    return action


def _run(entry: MenuEntry, _checked: bool = False) -> None:
    entry.trigger()
