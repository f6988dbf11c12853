"""A theme of the codebook for a theme of a guide, in one change."""

from __future__ import annotations

from kodebenk.application import guide_queries
from kodebenk.application.codebook_actions import create_code
from kodebenk.application.guide_files import code_meant
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ChangeName
from kodebenk.storage import codebook_store, guide_store

_SLASH = "\u2215"
"""Stands for a slash, which would part the names of a path."""


def make_theme_code(project: OpenProject, theme_id: int) -> int:
    """Let a theme of a guide mean the theme of the codebook with its name, made where it is missing; return its id.

    Raises RuleBroken NOT_FOUND, NAME_TAKEN.
    """
    guide, theme = guide_queries.theme(project, theme_id)
    name = theme.name.replace("/", _SLASH)
    with project.change(ChangeName.EDIT_GUIDE, guide=guide.name) as write:
        book = codebook_store.read_codebook(write.connection)
        code_id = code_meant(book, name) or create_code(write, book, name, None)
        guide_store.update_theme(write, theme_id, code_id=code_id)
    return code_id
