"""Copies of projects that are made once: most tests begin with the same few."""

import shutil

from kodebenk.application.open_project import OpenProject


class ProjectCopies:
    """Makes every kind of project once, and then copies it with the files beside it.

    All copies of a kind have the same ids that are unique elsewhere; for two projects made apart, make them.
    """

    def __init__(self, folders):
        self._folders = folders
        self._made = {}

    def open(self, build, folder):
        """Return what `build` makes in a folder, open, in this folder."""
        if build not in self._made:
            opened = build(self._folders.mktemp(build.__name__))
            self._made[build] = opened.path, opened.coder_name
            opened.close()
        path, coder_name = self._made[build]
        shutil.copytree(path.parent, folder, dirs_exist_ok=True)
        return OpenProject.open(folder / path.name, coder_name=coder_name)
