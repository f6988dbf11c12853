"""Finds the folders that lie outside the package: migrations and resources."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# hatchling copies forced includes of an editable install once, so the checkout comes first there.
_CHECKOUT = _PACKAGE.parents[1]


def find_migrations() -> Path:
    """Return the folder that holds Alembic's `env.py` and `versions/`.

    Raises:
        FileNotFoundError: neither the checkout nor the installed package has it.
    """
    return _find("alembic", "env.py")


def find_resource(relative: str) -> Path:
    """Return the path of a file or folder below `resources/`, for example `icons/mic.svg`.

    Raises:
        FileNotFoundError: there is no such resource.
    """
    return _find("resources", relative) / relative


def _find(folder: str, holds: str) -> Path:
    places = (_CHECKOUT / folder, _PACKAGE / "_bundled" / folder)
    for place in places if _is_checkout() else places[::-1]:
        if (place / holds).exists():
            return place
    raise FileNotFoundError(f"{folder}/{holds} is neither in the package nor in the checkout")


def _is_checkout() -> bool:
    return _PACKAGE.parent.name == "src" and (_CHECKOUT / "pyproject.toml").exists()
