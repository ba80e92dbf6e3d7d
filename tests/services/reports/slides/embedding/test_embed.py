"""Fonts in slides: what Arial lacks travels with the deck, as far as this machine has it."""

import dataclasses
import io

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from services.models.content import Lines, Range
from services.reports.slides.deck import slides
from tests.services.reports.sample_charts import funnel_chart
from tests.services.reports.slides.embedding.opened import fonts
from tests.services.reports.slides.embedding.typefaces import EDITABLE, RESTRICTED, typeface
from tests.services.reports.slides.opened import document, parts, texts

NAME = "Zoë 山野 さくら · 김민준 · สมชาย · अनन्या · ليلى · Đặng 👩"
BEYOND = "山野さくら김민준สมชายअनन्या"
"""The letters of the name that Arial has not and the system draws in no colour."""
LISTED = ("sldSz", "notesSz", "embeddedFontLst", "defaultTextStyle")
"""Their order in the schema (ISO 29500-1, 19.2.1.26)."""


def content():
    """A document with the name in a title, a table, a native chart and notes."""
    native = Lines(
        (NAME,), ((NAME, (Range("", "", 50),)),), (0,), low=0, high=100, axis="", across=""
    )
    chart = dataclasses.replace(funnel_chart(0), native=native, finding=NAME, alt=NAME)
    return document(chart, title=NAME)


def deck(*faces):
    """Return the slides of a machine with these fonts."""
    return slides(content(), pictures={}, faces=lambda _: faces)


def named(data):
    """Return the letters of slides and notes by the font that their run names for Latin letters."""
    made, found = Presentation(io.BytesIO(data)), {}
    roots = [slide.element for slide in made.slides]
    roots += [slide.notes_slide.element for slide in made.slides if slide.has_notes_slide]
    for run in (each for root in roots for each in root.iter(qn("a:r"))):
        font = run.find(f"{qn('a:rPr')}/{qn('a:latin')}")
        family = "" if font is None else font.get("typeface")
        found.setdefault(family, set()).update(run.findtext(qn("a:t")))
    return found


def test_letters_beyond_arial_travel_with_the_deck(tmp_path):
    """Slides, notes and charts name the font that holds their letters; all others stay Arial's."""
    regular, bold = typeface(tmp_path, BEYOND), typeface(tmp_path, BEYOND, is_bold=True)

    data = deck(regular, bold)

    carried = fonts(data)
    assert set(carried) == {("Invented", "regular"), ("Invented", "bold")}
    assert all(set(BEYOND) <= set(each.letters) for each in carried.values())
    letters = named(data)
    assert set(BEYOND) <= letters.pop("Invented")
    assert not set(BEYOND) & set().union(*letters.values())
    charts = [held for path, held in parts(data).items() if path.startswith("ppt/charts/chart")]
    assert all(b'<a:ea typeface="Invented"/><a:cs typeface="Invented"/>' in each for each in charts)


def test_the_list_of_fonts_stands_where_the_schema_has_it(tmp_path):
    """A reader that checks the order opens the deck without mending it."""
    made = Presentation(io.BytesIO(deck(typeface(tmp_path, BEYOND))))

    found = [each.tag.partition("}")[2] for each in made.element]

    assert [each for each in found if each in LISTED] == list(LISTED)


def test_a_text_is_as_it_was_written(tmp_path):
    """Runs are divided where the font changes; their words are the same."""
    plain = Presentation(io.BytesIO(deck()))

    divided = Presentation(io.BytesIO(deck(typeface(tmp_path, BEYOND))))

    said = [[texts(slide) for slide in made.slides] for made in (plain, divided)]
    assert said[0] == said[1]
    assert any(NAME in each for each in said[0])


@pytest.mark.parametrize("why", ["no font", "restricted", "broken", "no such letters"])
def test_what_cannot_be_embedded_keeps_the_names_that_readers_have(tmp_path, why):
    """Nobody's deck is opened read-only for a font's sake, and no font's fault stops one."""
    faces = {
        "no font": list,
        "restricted": lambda: [typeface(tmp_path, BEYOND, may=RESTRICTED)],
        "broken": lambda: [broken(typeface(tmp_path, BEYOND))],
        "no such letters": lambda: [typeface(tmp_path, "abc")],
    }

    data = deck(*faces[why]())

    assert fonts(data) == {}
    for part in ("slides/slide2", "notesSlides/notesSlide2", "charts/chart"):
        held = b"".join(each for path, each in parts(data).items() if f"ppt/{part}" in path)
        assert b'<a:ea typeface="Yu Gothic"/><a:cs typeface="Leelawadee UI"/>' in held, part


def broken(face):
    """Cut a font's file in two."""
    face.path.write_bytes(face.path.read_bytes()[:300])
    return face


def test_a_font_with_some_of_the_letters_draws_those(tmp_path):
    """The others keep the name that readers have."""
    held = "山野김민준"

    data = deck(typeface(tmp_path, held, may=EDITABLE))

    [font] = fonts(data).values()
    assert set(font.letters) - {" "} == set(held)
    assert set(named(data)["Invented"]) - {" "} <= {*held, "\u00a0"}


def test_a_deck_in_arials_letters_carries_nothing(tmp_path):
    """Most decks are as small as before."""
    faces = [typeface(tmp_path, BEYOND)]

    data = slides(
        document(funnel_chart(0), title="Đặng Ελένη Оксана ليلى 👩"),
        pictures={},
        faces=lambda _: faces,
    )

    assert fonts(data) == {}


def test_the_same_letters_give_the_same_fonts(tmp_path):
    """Two decks of one content can be compared."""
    face = typeface(tmp_path, BEYOND, is_cubic=True)
    copied = dataclasses.replace(face, path=face.path.rename(tmp_path / "moved.otf"))

    once, again = (
        [data for path, data in parts(deck(copied)).items() if "fonts/" in path] for _ in range(2)
    )

    assert once == again
    assert len(once) == 1
    assert str(tmp_path).encode("utf-16-le") not in once[0]
