"""Small fonts of our own making: every letter is a ring, cut out by a smaller one."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.basePen import AbstractPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from services.reports.slides.embedding.installed import Face

EDITABLE, RESTRICTED = 8, 2
"""What a font says about itself: may be in documents that are edited; may be in none."""
_EM = 1000
_RING = ((50, 650), (150, 550))
"""The two corners of the ring's outside and of its hole."""


def typeface(
    folder: Path, letters: str, *, is_bold: bool = False, is_cubic: bool = False, may: int = 0
) -> Face:
    """Write a font with these letters; `is_cubic` gives it the curves that PowerPoint refuses."""
    names = {ord(letter): f"u{ord(letter):04X}" for letter in sorted({*letters, " "})}
    built = FontBuilder(_EM, isTTF=not is_cubic)
    built.setupGlyphOrder([".notdef", *names.values()])
    built.setupCharacterMap(names)
    drawn = dict.fromkeys(built.font.getGlyphOrder(), _cubic() if is_cubic else _quadratic())
    if is_cubic:
        built.setupCFF("Invented-Regular", {"FullName": "Invented"}, drawn, {})
    else:
        built.setupGlyf(drawn)
    built.setupHorizontalMetrics(dict.fromkeys(drawn, (700, 50)))
    built.setupHorizontalHeader(ascent=800, descent=-200)
    built.setupNameTable({"familyName": "Invented", "styleName": "Bold" if is_bold else "Regular"})
    built.setupOS2(fsType=may, usWeightClass=700 if is_bold else 400, sTypoAscender=800)
    built.setupPost()
    path = folder / f"{len(list(folder.iterdir()))}.{'otf' if is_cubic else 'ttf'}"
    built.save(path)
    ranges = " ".join(f"{code:x}" for code in names)
    return Face("Invented", path, index=0, is_bold=is_bold, letters=ranges)


def _quadratic():
    pen = TTGlyphPen(None)
    _ring(pen, is_reversed=False)
    return pen.glyph()


def _cubic():
    pen = T2CharStringPen(700, None)
    _ring(pen, is_reversed=True)
    return pen.getCharString()


def _ring(pen: AbstractPen, *, is_reversed: bool) -> None:
    for (low, high), backwards in zip(_RING, (is_reversed, not is_reversed), strict=True):
        corners = [(low, low), (low, high), (high, high), (high, low)]
        first, *others = reversed(corners) if backwards else corners
        pen.moveTo(first)
        for corner in others:
            pen.lineTo(corner)
        pen.closePath()
