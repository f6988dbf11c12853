"""Tests of storage make every project file as the program does."""

import pytest


@pytest.fixture(autouse=True)
def _real_tables(real_migrations):
    """New files are made by the migrations."""
