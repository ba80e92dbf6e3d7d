"""What a deck carries, read as the specifications say: its list of fonts and each font's wrapping.

Embedded OpenType: W3C submission of March 2008, section 4.1, version 0x00020001.
"""

import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from fontTools.ttLib import TTFont
from pptx import Presentation
from pptx.oxml.ns import qn

_FIXED = struct.Struct("<IIII10sBBIHH6II16x")


@dataclass(frozen=True)
class Wrapped:
    """One font of a deck: the names and numbers that its wrapping says, and what it wraps."""

    names: tuple[str, ...]
    weight: int
    permissions: int
    flags: int
    checksum: int
    font: TTFont

    @property
    def letters(self) -> str:
        """All that it can draw."""
        return "".join(map(chr, sorted(self.font.getBestCmap())))


def fonts(data: bytes) -> Mapping[tuple[str, str], Wrapped]:
    """Return the fonts of a deck by typeface and weight, as its presentation lists them."""
    made = Presentation(io.BytesIO(data))
    found = {}
    for entry in made.element.iter(qn("p:embeddedFont")):
        family, *weights = entry
        for weight in weights:
            part = made.part.related_part(weight.get(qn("r:id")))
            assert part.content_type == "application/x-fontdata"
            name = weight.tag.partition("}")[2]
            found[family.get("typeface"), name] = unwrapped(part.blob)
    return found


def unwrapped(data: bytes) -> Wrapped:
    """Read an Embedded OpenType file; every length must be right."""
    whole, length, version, flags, _panose, *said = _FIXED.unpack_from(data)
    _charset, _italic, weight, permissions, magic, *ranges = said
    assert (whole, version, magic) == (len(data), 0x00020001, 0x504C)
    names, at = [], _FIXED.size
    for _ in range(5):
        # Each has two bytes of padding before it; the last is the root string.
        assert data[at : at + 2] == bytes(2)
        (size,) = struct.unpack_from("<H", data, at + 2)
        names.append(data[at + 4 : at + 4 + size].decode("utf-16-le"))
        at += 4 + size
    assert at + length == whole
    font = TTFont(io.BytesIO(data[at:]))
    return Wrapped(tuple(names), weight, permissions, flags, ranges[-1], font)
