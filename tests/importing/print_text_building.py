"""Sets texts as print does and writes them the way programs that turn PDF into text do, in several layouts."""

from dataclasses import dataclass, field
from random import Random

from importing.norwegian_prose import divide

HEADER = "Handlingsplan for Lillevik kommune"
RING = "a\u030a"


@dataclass
class Block:
    """What stands between two gaps: the lines that it is set in, or a text that is still to be set."""

    text: str = ""
    lines: list[str] = field(default_factory=list)
    narrow: int = 0


def set_lines(text, width, random, *, hyphen="-"):
    """Return the text in lines of at most `width` characters, long words divided at some line ends."""
    lines, line = [], ""
    for word in text.split():
        if not line or len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
            continue
        head, tail = _divided(word, width - len(line) - 1 - len(hyphen), random)
        if head:
            lines.append(f"{line} {head}{'' if head.endswith('-') else hyphen}")
            line = tail
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _divided(word, room, random):
    hyphened = word.rfind("-", 0, room + 1) + 1
    if 1 < hyphened < len(word):
        return word[:hyphened], word[hyphened:]
    pieces = divide(word)
    heads = ["".join(pieces[:count]) for count in range(1, len(pieces))]
    fitting = [head for head in heads if len(head) <= room]
    if not fitting or random.random() < 0.3:
        return "", word
    return fitting[-1], word[len(fitting[-1]) :]


def paginate(blocks, *, width=78, height=36, seed=1, hyphen="-", indent=0, gap=1):
    """Return pages of lines, an empty string for a gap between blocks; a page does not begin or end with one."""
    random = Random(seed)
    pages = [[]]
    for block in blocks:
        lines = block.lines or set_lines(block.text, width - block.narrow, random, hyphen=hyphen)
        if indent and not block.lines:
            lines = set_lines("x" * indent + block.text, width, random, hyphen=hyphen)
            lines[0] = " " * indent + lines[0][indent:]
        if pages[-1]:
            pages[-1] += [""] * gap
        if block.lines and len(pages[-1]) + len(lines) > height:
            pages.append([])
        for line in lines:
            if len(pages[-1]) >= height:
                pages.append([])
            pages[-1].append(line)
    pages = [page[: len(page) - next(i for i, line in enumerate(reversed(page)) if line)] for page in pages]
    return [page for page in pages if page]


def with_form_feeds(pages):
    """Page number alone at the foot, form feed behind it (pdftotext)."""
    return "".join("\n".join(page) + f"\n\n{number}\n\f" for number, page in enumerate(pages, 1))


def double_spaced(pages):
    """An empty line behind every line, a blank at every end; a page begins with a blank and no empty line above."""
    text = ""
    for page in pages:
        lines = [f"{line} " if line else " " for line in page]
        text += (" " if text else "") + "\n\n".join(lines) + "\n"
    return text


def with_numbers_alone(pages, first=1):
    """Page numbers between empty lines, nothing else."""
    return "\n".join("\n".join(page) + f"\n\n{number}\n" for number, page in enumerate(pages, first))


def with_header_and_footer(pages):
    """A header above and `Side 3 av 9` below every page, no form feeds."""
    return "\n".join(
        f"{HEADER}\n\n" + "\n".join(page) + f"\n\nSide {number} av {len(pages)}\n"
        for number, page in enumerate(pages, 1)
    )


def with_turning_headers(pages):
    """Number and title at the outer edge of left and right pages, and form feeds."""
    heads = [
        f"{number}    {HEADER}" if number % 2 == 0 else f"Mål for planperioden    {number}"
        for number in range(1, len(pages) + 1)
    ]
    return "\f".join(f"{head}\n\n" + "\n".join(page) + "\n" for head, page in zip(heads, pages, strict=True))


def double_spaced_with_form_feeds(pages):
    """Double spacing, gaps of two empty lines more, page numbers with dashes."""
    return "\f".join(
        "\n\n".join(line or "\n" for line in page) + f"\n\n\n- {number} -\n" for number, page in enumerate(pages, 1)
    )
