"""Fonts travel with a deck: for each script beyond Arial's the letters that it uses."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.presentation import Presentation

from services.reports.deadline import StillWanted
from services.reports.slides.embedding.families import Family, family_for
from services.reports.slides.embedding.installed import Faces
from services.reports.slides.embedding.passages import Passage, passages
from services.reports.slides.embedding.programs import program
from services.reports.slides.fonts import EAST_ASIAN_SCRIPTS

_CONTENT_TYPE = "application/x-fontdata"
_NAMESPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_BEFORE = "./p:notesSz | ./p:smartTags"
"""What the list of fonts follows in the schema (ISO 29500-1, 19.2.1.26)."""
_WEIGHTS = {False: "regular", True: "bold"}


@dataclass(slots=True)
class _Carried:
    """A face's letters in this deck."""

    letters: set[str] = field(default_factory=set)
    is_shaped: bool = False


def embed(made: Presentation, *, faces: Faces, still_wanted: StillWanted) -> None:
    """Put fonts into a finished deck and name them where their letters are.

    A text stays as it is where this machine has no font for it that may be embedded. Emoji are
    never embedded: the reader's system has them in colour.

    Raises:
        ExportCancelledError: by `still_wanted`, which is asked before each font.
    """
    found = list(passages(made))
    families = _families(found, faces=faces)
    programs = _programs(_carried(found, families), families, still_wanted=still_wanted)
    carried = {script: family for script, family in families.items() if family.name in programs}
    for passage in found:
        names = _names(passage, carried)
        if any(names):
            passage.name(names)
    _put(made, programs)


def _families(found: Iterable[Passage], *, faces: Faces) -> dict[str, Family]:
    """Return the family of each script; two that go by one name are one."""
    used: defaultdict[str, set[str]] = defaultdict(set)
    for passage in found:
        for letter, script in zip(passage.text, passage.scripts, strict=True):
            if script and not _follows(letter):
                used[script].add(letter)
    families: dict[str, Family] = {}
    known: dict[str, Family] = {}
    for script, letters in sorted(used.items()):
        family = family_for(script, sorted(letters), faces=faces)
        if family:
            families[script] = known.setdefault(family.name, family)
    return families


def _carried(
    found: Iterable[Passage], families: Mapping[str, Family]
) -> dict[tuple[str, bool], _Carried]:
    """Return the letters that each face draws: by its family's name, and whether it is bold."""
    carried: defaultdict[tuple[str, bool], _Carried] = defaultdict(_Carried)
    for passage in found:
        for letter, script in zip(passage.text, passage.scripts, strict=True):
            family = families.get(script)
            if family and family.regular.has(letter):
                held = carried[family.name, passage.is_bold and family.bold is not None]
                held.letters.add(letter)
                held.is_shaped |= script not in EAST_ASIAN_SCRIPTS
    return dict(sorted(carried.items()))


def _programs(
    carried: Mapping[tuple[str, bool], _Carried],
    families: Mapping[str, Family],
    *,
    still_wanted: StillWanted,
) -> dict[str, dict[bool, bytes]]:
    """Return the fonts of the deck by family and weight; a family that fails is left out whole."""
    named = {family.name: family for family in families.values()}
    programs: defaultdict[str, dict[bool, bytes]] = defaultdict(dict)
    failed: set[str] = set()
    for (name, is_bold), held in carried.items():
        still_wanted()
        face = named[name].face(is_bold=is_bold)
        made = program(face, "".join(sorted(held.letters)), is_shaped=held.is_shaped)
        if made is None:
            failed.add(name)
        else:
            programs[name][is_bold] = made
    return {name: fonts for name, fonts in programs.items() if name not in failed}


def _names(passage: Passage, families: Mapping[str, Family]) -> list[str]:
    """Return the family of each letter; what follows a letter stays with it."""
    names: list[str] = []
    for letter, script in zip(passage.text, passage.scripts, strict=True):
        family = families.get(script)
        is_drawn = family is not None and family.regular.has(letter)
        stays = names[-1] if names and script and _follows(letter) else ""
        names.append(family.name if family and is_drawn else stays)
    return names


def _follows(letter: str) -> bool:
    """Whether a sign is nothing by itself: a blank, a mark, a joiner."""
    return unicodedata.category(letter) in {"Zs", "Mn", "Me", "Cf"}


def _put(made: Presentation, programs: Mapping[str, Mapping[bool, bytes]]) -> None:
    if not programs:
        return
    root = made.element
    fonts = parse_xml(f"<p:embeddedFontLst {_NAMESPACES}/>")
    links = _links(made, programs)
    for name, weights in links.items():
        said = "".join(f'<p:{weight} r:id="{link}"/>' for weight, link in weights)
        entry = parse_xml(f"<p:embeddedFont {_NAMESPACES}><p:font/>{said}</p:embeddedFont>")
        entry[0].set("typeface", name)
        fonts.append(entry)
    root.xpath(_BEFORE)[-1].addnext(fonts)
    root.set("embedTrueTypeFonts", "1")
    root.set("saveSubsetFonts", "1")


def _links(
    made: Presentation, programs: Mapping[str, Mapping[bool, bytes]]
) -> dict[str, Sequence[tuple[str, str]]]:
    """Add the parts; return for each family its weights and where they are."""
    links: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    flat = [(name, bold, data) for name, held in programs.items() for bold, data in held.items()]
    for number, (name, is_bold, data) in enumerate(flat, start=1):
        place = PackURI(f"/ppt/fonts/font{number}.fntdata")
        part = Part(place, _CONTENT_TYPE, made.part.package, data)
        links[name].append((_WEIGHTS[is_bold], made.part.relate_to(part, RELATIONSHIP_TYPE.FONT)))
    return dict(links)
