"""The empty presentation: python-pptx's own one cut to a sheet, in our colours, two layouts."""

import re
from typing import Any

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu, Pt

from services.reports import palette
from services.reports.slides import fonts, page
from services.reports.slides.page import Sheet
from services.reports.slides.paragraphs import NAMESPACE, Box

_NAME = {"Title Slide": "Cover", "Title Only": "Finding"}
_COLORS = {
    "dk2": palette.TEXT,
    "lt2": palette.FAINT,
    **{f"accent{n}": color for n, color in enumerate(palette.SERIES[:6], start=1)},
    "hlink": palette.SERIES[0],
    "folHlink": palette.SERIES[6],
}
_KEPT = {
    "title": "title",
    "ctrTitle": "title",
    "subTitle": "subTitle",
    "ftr": "ftr",
    "sldNum": "sldNum",
    "body": "body",
}
_COVER_TOP = 96
"""On a slide of 16:9."""
_USUAL_HEIGHT = 540


def empty_presentation(sheet: Sheet) -> Presentation:
    """Return a presentation without slides; `cover_layout` and `finding_layout` are its layouts."""
    made = pptx.Presentation()
    made.slide_width, made.slide_height = _emu(sheet.width), _emu(sheet.height)
    made.element.xpath("./p:sldSz")[0].attrib.pop("type", None)
    _strip(made)
    master = made.slide_master
    for layout in list(master.slide_layouts):
        if layout.name in _NAME:
            _arrange(layout, _cover_places(sheet) if layout.name == "Title Slide" else {})
            layout.name = _NAME[layout.name]
        else:
            master.slide_layouts.remove(layout)
    _arrange(master, _places(sheet))
    _dress(master, sheet)
    _dress_notes(made)
    return made


def cover_layout(made: Presentation) -> SlideLayout:
    """Return the layout of the first slide."""
    return made.slide_layouts[0]


def finding_layout(made: Presentation) -> SlideLayout:
    """Return the layout of all others."""
    return made.slide_layouts[1]


def cover_title(sheet: Sheet) -> Box:
    """Return the place of the title on the first slide: a little above the middle."""
    top = _COVER_TOP + (sheet.height - _USUAL_HEIGHT) / 3
    return Box(page.LEFT + 24, top, sheet.inner - 100, 130)


def cover_subtitle(sheet: Sheet) -> Box:
    """Return the place of the line below it."""
    title = cover_title(sheet)
    return Box(title.left, title.top + title.height + 10, title.width, 50)


def _cover_places(sheet: Sheet) -> dict[str, Box]:
    return {"title": cover_title(sheet), "subTitle": cover_subtitle(sheet)}


def _places(sheet: Sheet) -> dict[str, Box]:
    left, top, high = page.LEFT, sheet.footer_top, page.FOOTER_HEIGHT
    number = left + sheet.inner - page.NUMBER_WIDTH
    return {
        "title": Box(left, page.TITLE_TOP, sheet.inner, page.TITLE_HEIGHT),
        "body": Box(left, page.BODY_TOP, sheet.inner, sheet.body_height),
        "ftr": Box(left, top, sheet.source_width, high),
        "sldNum": Box(number, top, page.NUMBER_WIDTH, high),
    }


def _emu(points: float) -> Emu:
    """Return a length in the whole units of the file: 297 mm are 10,692,000 of them."""
    return Emu(round(points * Pt(1)))


def _strip(made: Presentation) -> None:
    """Take out what the template of python-pptx brings along: its preview and printer."""
    package = made.part.package
    unwanted = {RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES}
    for relation in [each for each in package.iter_rels() if each.reltype in unwanted]:
        package.drop_rel(relation.rId)
    for relation in [
        each
        for each in made.part.rels.values()
        if each.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS
    ]:
        made.part.drop_rel(relation.rId)


def _arrange(layout: SlideLayout | SlideMaster, places: dict[str, Box]) -> None:
    """Keep the placeholders that we fill, each in its place."""
    for shape in list(layout.placeholders):
        (mark,) = shape.element.xpath(".//p:ph")
        kind = _KEPT.get(mark.get("type"))
        if kind is None:
            shape.element.getparent().remove(shape.element)
        elif kind in places:
            box = places[kind]
            shape.left, shape.top = Pt(box.left), Pt(box.top)
            shape.width, shape.height = Pt(box.width), Pt(box.height)


def _dress(master: SlideMaster, sheet: Sheet) -> None:
    (theme,) = [
        each.target_part
        for each in master.part.rels.values()
        if each.reltype == RELATIONSHIP_TYPE.THEME
    ]
    theme.blob = _themed(theme.blob.decode()).encode()
    tree = master.shapes.element
    rule = Box(page.LEFT, sheet.footer_top - 6, sheet.inner, 0.75)
    tree.insert(2, _bar(90, rule, palette.GRID))
    tree.insert(2, _bar(91, Box(page.LEFT, 14, 32, 3), palette.SCORE))
    (style,) = master.element.xpath(".//p:titleStyle/a:lvl1pPr")
    (font,) = master.element.xpath(".//p:titleStyle/a:lvl1pPr/a:defRPr")
    style.set("algn", "l")
    font.set("sz", str(page.TITLE_SIZE * 100))
    font.set("b", "1")


def _themed(theme: str) -> str:
    for name, color in _COLORS.items():
        theme = re.sub(rf"(<a:{name}><a:srgbClr val=\")[0-9A-F]{{6}}", rf"\g<1>{color[1:]}", theme)
    dark = f'<a:dk1><a:srgbClr val="{palette.TEXT[1:]}"/></a:dk1>'
    theme = re.sub(r"<a:dk1>.*?</a:dk1>", dark, theme)
    return _with_fonts(theme).replace('name="Office Theme"', 'name="Scoreband"')


def _with_fonts(theme: str) -> str:
    for script, font in fonts.SCRIPTS.items():
        theme = re.sub(rf"(script=\"{script}\" typeface=\")[^\"]*", rf"\g<1>{font}", theme)
    theme = theme.replace('<a:ea typeface=""/>', f'<a:ea typeface="{fonts.EAST_ASIAN}"/>')
    theme = theme.replace('<a:cs typeface=""/>', f'<a:cs typeface="{fonts.COMPLEX}"/>')
    return theme.replace('latin typeface="Calibri"', f'latin typeface="{fonts.LATIN}"')


def _dress_notes(made: Presentation) -> None:
    """Give the notes the fonts of the slides: they have a theme of their own."""
    notes = made.notes_master.part
    (relation,) = [each for each in notes.rels.values() if each.reltype == RELATIONSHIP_TYPE.THEME]
    old = relation.target_part
    notes.drop_rel(relation.rId)
    blob = _with_fonts(old.blob.decode()).encode()
    notes.relate_to(
        Part(old.partname, old.content_type, old.package, blob), RELATIONSHIP_TYPE.THEME
    )


def _bar(number: int, box: Box, color: str) -> Any:  # noqa: ANN401  (lxml has no types)
    """Return a rectangle for the master, behind everything."""
    left, top, wide, high = (
        int(Pt(length)) for length in (box.left, box.top, box.width, box.height)
    )
    return parse_xml(
        f'<p:sp {NAMESPACE} xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        f'<p:nvSpPr><p:cNvPr id="{number}" name="Rule {number}"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{color[1:]}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        "</p:spPr></p:sp>"
    )
