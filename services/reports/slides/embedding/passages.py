"""Where a deck writes letters that Arial lacks: runs of slides and notes, and texts of charts."""

from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pptx.oxml.ns import qn
from pptx.presentation import Presentation

from services.reports.slides.fonts import EAST_ASIAN_SCRIPTS, scripts

_RUN, _LOOK, _TEXT = qn("a:r"), qn("a:rPr"), qn("a:t")
_SLOTS = (_LATIN, _EAST, _SHAPED) = qn("a:latin"), qn("a:ea"), qn("a:cs")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the script of each letter; `name` takes a family, or "", for each letter."""

    text: str
    scripts: tuple[str, ...]
    is_bold: bool
    name: Callable[[list[str]], None]


def passages(made: Presentation) -> Iterator[Passage]:
    """Give all texts of a deck that have letters beyond Arial's, in their order."""
    for slide in made.slides:
        yield from _runs(slide.element)
        if slide.has_notes_slide:
            yield from _runs(slide.notes_slide.element)
        for shape in slide.shapes:
            held: Any = shape
            if held.has_chart:
                yield from _chart(held.chart.element)


def _runs(root: Any) -> Iterator[Passage]:  # noqa: ANN401  (lxml has no types)
    for run in list(root.iter(_RUN)):
        text, look = run.findtext(_TEXT) or "", run.find(_LOOK)
        found = tuple(scripts(text))
        if look is not None and any(found):
            yield Passage(text, found, look.get("b") == "1", _divider(run, text))


def _divider(run: Any, text: str) -> Callable[[list[str]], None]:  # noqa: ANN401  (as above)
    """Divide a run where its family changes: each part names its own for whatever it holds."""

    def divide(families: list[str]) -> None:
        for family, letters in groupby(zip(families, text, strict=True), key=lambda pair: pair[0]):
            part = deepcopy(run)
            part.find(_TEXT).text = "".join(letter for _, letter in letters)
            if family:
                _set(part.find(_LOOK), dict.fromkeys(_SLOTS, family))
            run.addprevious(part)
        run.getparent().remove(run)

    return divide


def _chart(root: Any) -> Iterator[Passage]:  # noqa: ANN401  (as above)
    """Give the texts of a chart as one: it has a font for East Asian letters and one for others.

    The script with the most letters has each; East Asian fonts have one another's letters.
    """
    said = root.xpath(".//c:strCache//c:v/text() | .//a:t/text()")
    text = "\n".join(dict.fromkeys(str(each) for each in said))
    found = [script for each in text.split("\n") for script in (*scripts(each), "")][: len(text)]
    if not any(found):
        return
    slots = [_EAST if script in EAST_ASIAN_SCRIPTS else _SHAPED for script in found]
    most = {slot: _most(found, slots, slot) for slot in (_EAST, _SHAPED)}

    def name(families: list[str]) -> None:
        named = {slot: family for slot, family in zip(slots, families, strict=True) if family}
        for look in root.xpath(".//a:defRPr | .//a:rPr"):
            _set(look, named)

    of_slots = tuple(
        most[slot] if script and (slot == _EAST or script == most[slot]) else ""
        for script, slot in zip(found, slots, strict=True)
    )
    yield Passage(text, of_slots, is_bold=False, name=name)


def _most(found: list[str], slots: list[str], slot: str) -> str:
    held = Counter(
        script for script, own in zip(found, slots, strict=True) if script and own == slot
    )
    return "Jpan" if "Jpan" in held else next((script for script, _ in held.most_common(1)), "")


def _set(look: Any, families: dict[str, str]) -> None:  # noqa: ANN401  (as above)
    """Name families in a look; the schema has the slots in this order, at the end."""
    held = [(slot, look.find(slot)) for slot in _SLOTS]
    for slot, element in held:
        if slot in families:
            font = look.makeelement(slot, {"typeface": families[slot]})
        elif element is not None:
            font = element
        else:
            continue
        if element is not None:
            look.remove(element)
        look.append(font)
