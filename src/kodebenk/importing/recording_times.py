"""Times of a recording as transcripts write them, and their length in milliseconds."""

from __future__ import annotations

import re

TIME = r"(?:\d{1,2}:[0-5]?\d:[0-5]?\d|\d{1,3}:[0-5]\d)(?:[.,]\d{1,3})?(?!\d)"
"""Bare: `0:12`, `00:01:02`, `1:02:03.450`; Teams leaves out zeros (`0:0:3.12`)."""
HASHED_TIME = r"#\d{1,2}:\d{1,2}:\d{1,2}(?:[-.,]\d{1,3})?#"
"""As f4 writes them: `#00:01:23-4#`, with tenths."""
TIME_RANGE = rf"{TIME}[^\S\n]{{0,8}}-->[^\S\n]{{0,8}}{TIME}"
BOXED_TIME = rf"(?:\[(?:{TIME_RANGE}|{TIME})\]|\((?:{TIME_RANGE}|{TIME})\)|<{TIME}>|\{{{TIME}\}})"
ANY_TIME = rf"(?:{HASHED_TIME}|{BOXED_TIME}|{TIME_RANGE}|{TIME})"

_PARTS = re.compile(r"(?:(?P<hours>\d+):)?(?P<minutes>\d+):(?P<seconds>\d+)(?:[-.,](?P<fraction>\d{1,3}))?")
_ANY = re.compile(ANY_TIME)


def is_time(text: str, start: int, end: int) -> bool:
    """Tell whether `[start, end)` is a time, or two with an arrow between, and nothing else."""
    return _ANY.fullmatch(text, start, end) is not None


def milliseconds(time: str) -> int:
    """Return the milliseconds of the first time in `time`; `1:02`, `00:01:02,5` and `00:01:02-5` are all understood.

    Raises:
        ValueError: there is none.
    """
    found = _PARTS.search(time)
    if not found:
        raise ValueError(f"not a time: {time}")
    seconds = (int(found["hours"] or 0) * 60 + int(found["minutes"])) * 60 + int(found["seconds"])
    return seconds * 1000 + int((found["fraction"] or "0").ljust(3, "0"))
