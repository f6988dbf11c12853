"""Ways to spoil valid files, bombs, and what holds for whatever is read from them."""

import random
import struct
import zipfile
import zlib
from functools import cache
from io import BytesIO

from importing.place_checks import check_document
from importing.seed_files import PACKAGE_SEEDS, package, seed_of, unpack
from importing.speech_checks import check_speech
from kodebenk.importing.imported_document import ALL_REPAIRS
from kodebenk.importing.text_cleaning import clean_text

# Spoiling ---------------------------------------------------------------------------------------------------------


def flip_bits(content, chance):
    spoilt = bytearray(content)
    for _ in range(chance.choice([1, 3, 20, 200])):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def truncate(content, chance):
    return content[: chance.randrange(1, len(content))]


def behead(content, chance):
    return content[chance.randrange(1, len(content)) :]


def block_of(content, chance):
    start = chance.randrange(len(content))
    return start, min(len(content), start + chance.choice([1, 8, 64, 512]))


def swap_blocks(content, chance):
    (a, b), (c, d) = sorted((block_of(content, chance), block_of(content, chance)))
    if c < b:
        return content[:a] + content[a:d][::-1] + content[d:]
    return content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]


def repeat_block(content, chance):
    start, end = block_of(content, chance)
    return content[:end] + content[start:end] * chance.choice([1, 2, 50]) + content[end:]


def drop_block(content, chance):
    start, end = block_of(content, chance)
    return content[:start] + content[end:]


def insert_noise(content, chance):
    place = chance.randrange(len(content))
    return content[:place] + chance.randbytes(chance.choice([1, 16, 300])) + content[place:]


def insert_oddity(content, chance):
    place = chance.randrange(len(content))
    return content[:place] + chance.choice(ODDITIES) + content[place:]


def enlarge_number(content, chance):
    digits = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
    if not digits:
        return insert_oddity(content, chance)
    place = chance.choice(digits)
    return content[:place] + chance.choice([b"-", b"0", b"9" * 20, b"9" * 5000, b"1e999", b"NaN"]) + content[place:]


ODDITIES = [
    b"\x00", b"\x00" * 500, b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\x0c", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
    "\u2028".encode(), "\ufdd0\uffff".encode(), ("a" + "\u0301\u0316" * 40).encode(), "\u202e\u200d".encode(),
    b"<!--", b"]]>", b"<![CDATA[", b"&#0;", b"&#xD800;", b"&#1114112;", b"&x;", b"<", b'"', b"{", b"}", b"[", b"\\",
    b"\\u-70000?", b"\\bin999999999 ", b"\\'zz", b"{\\*\\", b"-->", b"00:99:99.999 --> ", b": ", b";;;;;", b"\n\n\n\n",
    "²³".encode(), "٣٤".encode(), "①".encode(),
]  # fmt: skip

SPOILERS = (
    flip_bits, truncate, behead, swap_blocks, repeat_block, drop_block, insert_noise, insert_oddity, enlarge_number,
)  # fmt: skip


def spoil_member(content, chance):
    members = unpack(content)
    name = chance.choice(sorted(members))
    members[name] = spoil(members[name] or b"\n", chance)
    return package(members)


def drop_member(content, chance):
    members = unpack(content)
    del members[chance.choice(sorted(members))]
    return package(members)


def rename_member(content, chance):
    members = unpack(content)
    name = chance.choice(sorted(members))
    new = chance.choice(
        [f"../{name}", f"/{name}", "../../../../etc/passwd", name.upper(), f"{name}\x00.txt", "/", "å" * 99]
    )
    return package({new if old == name else old: member for old, member in members.items()})


def exchange_members(content, chance):
    members = unpack(content)
    one, two = chance.choice(sorted(members)), chance.choice(sorted(members))
    members[one], members[two] = members[two], members[one]
    return package(members)


def repeat_member(content, chance):
    """Write a member twice under one name, as no program should."""
    members = unpack(content)
    name = chance.choice(sorted(members))
    content = bytearray(package({**members, "x" * len(name): spoil(members[name] or b"\n", chance)}))
    return bytes(content.replace(b"x" * len(name), name.encode()))


def lie_about_sizes(content, chance):
    """Write another number into the directory of the package, or into the head of a member."""
    spoilt = bytearray(content)
    mark, offsets = chance.choice(
        [(b"PK\x01\x02", (8, 10, 16, 20, 24, 28, 30, 42)), (b"PK\x03\x04", (6, 8, 14, 18, 22, 26))]
    )
    places = [place for place in range(len(content)) if content.startswith(mark, place)]
    place = chance.choice(places) + chance.choice(offsets)
    spoilt[place : place + 4] = struct.pack("<I", chance.choice([0, 1, 99, 2**16, 2**31, 2**32 - 1]))
    return bytes(spoilt)


PACKAGE_SPOILERS = (
    spoil_member, spoil_member, spoil_member, spoil_member, drop_member, rename_member, exchange_members,
    repeat_member, lie_about_sizes,
)  # fmt: skip


def spoil(content, chance):
    """Return the bytes spoilt in one to three ways."""
    for _ in range(chance.choice([1, 1, 2, 3])):
        if len(content) > 1:
            content = chance.choice(SPOILERS)(content, chance)
    return content


def spoilt_files(suffix, count):
    """Yield (number, bytes); each number always gives the same bytes."""
    for number in range(count):
        chance = random.Random(f"{suffix} {number}")
        if suffix in PACKAGE_SEEDS and number % 4:
            yield number, chance.choice(PACKAGE_SPOILERS)(seed_of(suffix), chance)
        else:
            yield number, spoil(seed_of(suffix), chance)


def bomb(name, size, mimetype="", *, claimed=None, **others):
    """Return a small zip file of which one member unpacks to `size` zeros, in whole megabytes.

    `claimed` is the size that the package tells instead.
    """
    block = 2**20
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = packer.compress(bytes(block)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = one + _full_block(block) * (size // block - 1) + b"\x03\x00"
    told = size if claimed is None else claimed
    encoded = name.encode()
    entry = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, 0, len(packed), told, len(encoded), 0)
    rest = package(others, mimetype) if others or mimetype else package({"x": b""})
    with zipfile.ZipFile(BytesIO(rest)) as read:
        start = read.start_dir
    end = rest.rindex(b"PK\x05\x06")
    directory = rest[start:end] + b"PK\x01\x02" + struct.pack("<H", 20) + entry
    directory += struct.pack("<HHHII", 0, 0, 0, 0, start) + encoded
    head = rest[:start] + b"PK\x03\x04" + entry + encoded + packed
    count = struct.unpack("<H", rest[end + 10 : end + 12])[0] + 1
    return head + directory + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(head), 0)


@cache
def _full_block(size):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packer.compress(bytes(size))
    packer.flush(zlib.Z_FULL_FLUSH)
    return packer.compress(bytes(size)) + packer.flush(zlib.Z_FULL_FLUSH)


# What holds -------------------------------------------------------------------------------------------------------


def check_whole(document, content):
    """Make sure that a document is whole and all its places lie in its text."""
    if document.columns:  # a survey, whose turns have their labels in the headings
        check_document(document)
    else:
        check_speech(document)
    assert document.content == content
    assert document.text.strip()
    assert document.original == clean_text(document.original)
    assert document.possible_repairs <= ALL_REPAIRS
    assert [one.start for one in document.repaired] == sorted(one.start for one in document.repaired)
    assert all(time.milliseconds >= 0 for time in document.times)
