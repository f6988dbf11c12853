"""Where the program may put files of its own accord, by the custom of the system."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def example_folder() -> Path:
    """Return the folder for example projects, which may not exist yet.

    On Windows and macOS `Kodebenk` among the documents; elsewhere in the home folder, since the folder of documents has
    another name in every language there.
    """
    home = Path.home()
    return (home / "Documents" if sys.platform in ("win32", "darwin") else home) / "Kodebenk"


def log_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for logs, which may not exist yet.

    On Linux as the XDG Base Directory Specification says: `$XDG_STATE_HOME`, else `~/.local/state`.
    """
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "Kodebenk" / "Logs"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "Kodebenk"
    state = environment.get("XDG_STATE_HOME", "")
    return (Path(state) if state else Path.home() / ".local" / "state") / "kodebenk"
