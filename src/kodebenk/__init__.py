"""Kodebenk: a workbench for coding interviews and planning documents."""

__version__ = "0.1.0"
