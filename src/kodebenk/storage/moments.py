"""Moments as they stand in a project file: UTC, ISO 8601, to the second."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return the present moment, for example `2026-05-12T14:06:31Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
