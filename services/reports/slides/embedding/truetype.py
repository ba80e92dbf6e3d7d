"""A font cut down to the letters of a deck, with TrueType outlines: PowerPoint takes no others."""

import io
import unicodedata
from collections.abc import Iterable

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

from services.reports.slides.embedding.installed import Face

_EDITABLE = (0, 8)
_PERMISSIONS = 0x030F
"""What OS/2's `fsType` says about embedding (OpenType 1.9): 0 is all, 8 a document to be edited."""
_SHAPING = ("BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx")
_JOINING = " \u00a0\u200c\u200d\u25cc"
"""What shaping puts between letters and below a lonely mark."""
_KHMER = ("\u17be", "\u17c5", "\u17c1")
"""Vowels that are drawn on both sides of a letter, and the half of them to its left."""
_LEGAL = frozenset({0, 7, 13, 14})
"""Names of copyright, trademark and licence stay with the letters."""
_STYLE = {False: "Regular", True: "Bold"}
_MOST_ERROR = 0.001
"""How far a converted outline may be off, in parts of the em."""


def may_embed(face: Face) -> bool:
    """Whether the file says that it may be in a document that others edit."""
    with _opened(face) as font:
        has_outlines = ("glyf" in font or "CFF " in font) and "fvar" not in font
        return has_outlines and font["OS/2"].fsType & _PERMISSIONS in _EDITABLE


def cut_to(face: Face, letters: Iterable[str], *, is_shaped: bool) -> bytes:
    """Return a TrueType font of these letters; `is_shaped` keeps what joins and moves them.

    The same letters give the same bytes. Foreign bytes: fontTools raises whatever they lead it to.
    """
    with _opened(face) as font:
        for table in () if is_shaped else _SHAPING:
            # Before all else: a font of East Asia takes long to sort them through.
            if table in font:
                del font[table]
        cutter = subset.Subsetter(_options(is_cubic="CFF " in font))
        wanted = _drawn_for(letters) if is_shaped else set(letters)
        cutter.populate(unicodes=sorted(map(ord, wanted)))
        cutter.subset(font)
        if "CFF " in font:
            _outline(font)
        _name(font, face)
        held = io.BytesIO()
        font.save(held, reorderTables=True)
        return held.getvalue()


def _options(*, is_cubic: bool) -> subset.Options:
    """Say what is kept beside the letters; hints of cubic curves go as the curves do, later."""
    options = subset.Options(
        layout_features=["*"], hinting=is_cubic, name_IDs=sorted(_LEGAL), notdef_outline=True
    )
    options.drop_tables = [*options.drop_tables, "FFTM", "MATH", "meta"]
    return options


def _opened(face: Face) -> TTFont:
    return TTFont(face.path, fontNumber=face.index, lazy=True, recalcTimestamp=False)


def _drawn_for(letters: Iterable[str]) -> set[str]:
    """Return letters with those that shaping takes them apart into, or puts them together to."""
    said = "".join(letters)
    first, last, half = _KHMER
    wanted = {*said, *_JOINING, *unicodedata.normalize("NFKD", said)}
    return wanted | ({half} if any(first <= letter <= last for letter in said) else set())


def _outline(font: TTFont) -> None:
    """Turn the cubic curves of a few glyphs into TrueType's."""
    drawn, order, glyphs = font.getGlyphSet(), font.getGlyphOrder(), {}
    most = _MOST_ERROR * font["head"].unitsPerEm
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, most, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"], table = newTable("loca"), newTable("glyf")
    font["glyf"] = table
    table.glyphOrder, table.glyphs = order, glyphs
    _number(font)
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    font.sfntVersion = "\x00\x01\x00\x00"


def _number(font: TTFont) -> None:
    """Say in the tables around the outlines that they are TrueType's (OpenType 1.9, maxp)."""
    sizes = font["maxp"]
    sizes.tableVersion = 0x00010000
    sizes.maxZones = 1
    for name in (
        *("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
        *("maxStackElements", "maxSizeOfInstructions", "maxComponentElements"),
        *("maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours"),
        "maxComponentDepth",
    ):
        setattr(sizes, name, 0)
    font["head"].glyphDataFormat = 0
    names = font["post"]
    names.formatType = 3.0
    names.extraNames, names.mapping, names.glyphOrder = [], {}, None


def _name(font: TTFont, face: Face) -> None:
    """Name the face as the deck does: PowerPoint finds it by its own name and its own weight."""
    style = _STYLE[face.is_bold]
    names = font["name"]
    names.names = [each for each in names.names if each.nameID in _LEGAL and each.platformID == 3]
    said = {1: face.family, 2: style, 3: f"{face.family} {style}", 4: f"{face.family} {style}"}
    said |= {5: "Version 1.0", 6: _plain(f"{face.family}-{style}")}
    for number, text in said.items():
        names.setName(text, number, 3, 1, 0x409)
    bits = font["OS/2"]
    bits.fsSelection = bits.fsSelection & ~0x61 | (0x20 if face.is_bold else 0x40)
    font["head"].macStyle = int(face.is_bold)


def _plain(name: str) -> str:
    """Return a name for PostScript: of printed ASCII without signs (OpenType 1.9, name 6)."""
    return "".join(sign for sign in name if sign.isascii() and (sign.isalnum() or sign == "-"))[:63]
