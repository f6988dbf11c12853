"""Text as files can carry it: without characters that XML 1.0 or UTF-8 forbid."""

from __future__ import annotations

import re

# XML 1.0, section 2.2: everything outside the production Char. Half a surrogate pair has no UTF-8 either.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_LINE_BREAKS = re.compile("\r\n|[\r\v\f]")
_HALF_PAIRS = re.compile("[\ud800-\udfff]")


def legal_text(text: str) -> str:
    """Return the text without control characters, with LF line ends, and with U+FFFD for half a surrogate pair.

    Vertical tabs and form feeds, which word processors use for breaks, become LF. No letter is lost.
    """
    return _HALF_PAIRS.sub("\ufffd", _FORBIDDEN.sub("", _LINE_BREAKS.sub("\n", text)))
