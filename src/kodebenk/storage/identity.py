"""Stable identities of rows that can leave the file."""

from __future__ import annotations

import uuid


def new_guid() -> str:
    """Return a random GUID, lower case with hyphens."""
    return str(uuid.uuid4())
