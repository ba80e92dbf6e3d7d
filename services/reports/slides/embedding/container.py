"""Embedded OpenType: the wrapping in which PowerPoint keeps a font (W3C submission, March 2008)."""

import io
import struct

from fontTools.ttLib import TTFont

_VERSION = 0x00020001
_MAGIC = 0x504C
_AS_IT_IS = 0
"""Neither compressed nor encrypted; the mark of a subset is not set, as known programs do it."""
_ANY_CHARSET = 1
_NAMES = (1, 2, 5, 4)
"""Family, style, version and full name, in the order of the header."""
_PANOSE = (
    *("bFamilyType", "bSerifStyle", "bWeight", "bProportion", "bContrast"),
    *("bStrokeVariation", "bArmStyle", "bLetterForm", "bMidline", "bXHeight"),
)


def embedded_opentype(font: bytes) -> bytes:
    """Return a TrueType font in its wrapping: all numbers little-endian, names in UTF-16."""
    with TTFont(io.BytesIO(font), lazy=True) as opened:
        about, names = opened["OS/2"], opened["name"]
        header = struct.pack(
            "<III10sBBIHH",
            *(len(font), _VERSION, _AS_IT_IS),
            bytes(getattr(about.panose, name) for name in _PANOSE),
            *(_ANY_CHARSET, about.fsSelection & 1, about.usWeightClass, about.fsType, _MAGIC),
        )
        header += struct.pack(
            "<6I",
            *(getattr(about, f"ulUnicodeRange{part}") for part in range(1, 5)),
            *(getattr(about, f"ulCodePageRange{part}", 0) for part in (1, 2)),
        )
        header += struct.pack("<I16xH", opened["head"].checkSumAdjustment, 0)
        said = (names.getDebugName(number).encode("utf-16-le") for number in _NAMES)
        # Each name is followed by two bytes of padding; the root string, of no web page, is empty.
        header += b"".join(struct.pack("<H", len(name)) + name + bytes(2) for name in said)
        header += struct.pack("<H", 0)
    return struct.pack("<I", 4 + len(header) + len(font)) + header + font
