"""WebM: how long a recording is, read from the few elements of its container that tell.

Element ids and their coding: RFC 8794 (EBML) and RFC 9559 (Matroska).
"""

import struct
from collections.abc import Iterator

_SEGMENT, _INFO, _CLUSTER, _GROUP = 0x18538067, 0x1549A966, 0x1F43B675, 0xA0
_INTO = frozenset({_SEGMENT, _INFO, _CLUSTER, _GROUP})
"""Elements whose children are read on the same level, so that no size of theirs is needed:
recorders that write as they go leave it open."""
_SCALE, _DURATION, _TIMESTAMP, _SIMPLE_BLOCK, _BLOCK = 0x2AD7B1, 0x4489, 0xE7, 0xA3, 0xA1
_NANOSECONDS = 1e9
_USUAL_SCALE = 1_000_000


def webm_length(content: bytes) -> float | None:
    """Return the length in seconds: as it is written, else the time of the last block.

    None for a file without either, such as one that is cut off in its head.
    """
    scale, written, at, last = _USUAL_SCALE, 0.0, 0, 0
    for element, data in _elements(content):
        if element == _SCALE:
            scale = int.from_bytes(data) or _USUAL_SCALE
        elif element == _DURATION:
            written = _float(data)
        elif element == _TIMESTAMP:
            at = int.from_bytes(data)
        else:
            last = max(last, at + _block_time(data))
    length = max(written, last) * scale / _NANOSECONDS
    return length or None


def _elements(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the telling elements; of a block, only its head."""
    place, end = 0, len(content)
    while place < end:
        element, place = _number(content, place, keep_marker=True)
        size, place = _number(content, place, keep_marker=False)
        if element is None or (size is None and element not in _INTO):
            return
        if element in _INTO:
            continue
        if element in (_SCALE, _DURATION, _TIMESTAMP, _SIMPLE_BLOCK, _BLOCK):
            yield element, content[place : place + min(size or 0, 16)]
        place += size or 0


def _number(content: bytes, place: int, *, keep_marker: bool) -> tuple[int | None, int]:
    """Read a number of 1 to 8 bytes, as long as its leading zeros tell; None: unknown, or none."""
    first = content[place] if place < len(content) else 0
    if not first:
        return None, place + 1
    length = 9 - first.bit_length()
    value = int.from_bytes(content[place : place + length])
    marker = 1 << 7 * length
    if keep_marker:
        return value, place + length
    value -= marker
    return (None if value == marker - 1 else value), place + length


def _float(data: bytes) -> float:
    if len(data) not in (4, 8):
        return 0.0
    [value] = struct.unpack(">f" if len(data) == 4 else ">d", data)
    return float(value) if 0 < value < 1e15 else 0.0


def _block_time(data: bytes) -> int:
    """Return when a block begins, counted from its cluster."""
    _, place = _number(data, 0, keep_marker=False)
    return int.from_bytes(data[place : place + 2], signed=True)
