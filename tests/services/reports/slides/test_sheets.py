"""Slides on each paper: cut to it, with nothing outside, on anything else or out of shape."""

from functools import partial

import pytest

from services.models.content import Depth
from services.models.export import Paper
from services.reports.pictures import drawn_for_slides
from tests.services.reports.sample import hostile_content, sample_content
from tests.services.reports.slides.opened import deck, titles
from tests.services.reports.slides.places import of_depth, outside, overlapping
from tests.services.reports.standin import StandInRenderer


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        (Paper.WIDE, (960 / 72, 7.5)),
        (Paper.A4, (297 / 25.4, 210 / 25.4)),
        (Paper.LETTER, (11, 8.5)),
    ],
)
def test_slides_are_cut_to_the_paper_and_each_has_a_title(paper, size):
    """Outline view and screen readers find a title on every slide."""
    content = sample_content(charts=3)

    made = deck(content, paper=paper)

    assert (made.slide_width.inches, made.slide_height.inches) == pytest.approx(size, abs=1e-6)
    assert titles(made)[0] == content.title
    assert all(titles(made))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("depth", [Depth.WHOLE, Depth.BRIEF])
@pytest.mark.parametrize("make", [partial(sample_content, charts=4), hostile_content])
def test_everything_stays_on_the_slide(make, depth, paper):
    """Nothing begins or ends outside or lies on another, even where every text is hostile."""
    content = of_depth(make(), depth)
    pictures = drawn_for_slides(content, StandInRenderer())

    made = deck(content, pictures, paper=paper)

    for slide in made.slides:
        assert not list(outside(slide, made))
        assert not list(overlapping(slide))


@pytest.mark.parametrize("paper", list(Paper))
def test_pictures_keep_their_shape(paper):
    """A picture is made smaller, never narrower."""
    content = of_depth(sample_content(charts=4), Depth.BRIEF)
    pictures = drawn_for_slides(content, StandInRenderer())

    made = deck(content, pictures, paper=paper)

    drawn = [each for slide in made.slides for each in slide.shapes if each.name == "Figure"]
    ratios = {round(each.width / each.height, 2) for each in pictures.values()}
    assert {round(each.width / each.height, 2) for each in drawn} <= ratios
