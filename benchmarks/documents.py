"""Eight charts as a web page and as slides, without a browser."""

import io
from collections.abc import Callable, Iterator

import orjson
from pptx import Presentation

from benchmarks.eight_charts import eight_charts
from benchmarks.figure import Figure, Floor, Spread, at_most
from benchmarks.plan import Plan
from benchmarks.stopwatch import seconds
from services.bootstrap import Services
from services.models.content import Content
from services.models.export import Paper
from services.reports.html.assets import drawing_library, font
from services.reports.html.page import html_document
from services.reports.slides.deck import slides

_BLANK = 6
_OPTIONS = orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d4944415478da63f8ffff3f0005fe02fea735818d0000000049454e44ae426082"
)


def figures(services: Services, plan: Plan) -> Iterator[Figure]:
    """Yield both, and what it takes to draw up the document before."""
    drawn_up = Spread.of([seconds(lambda: eight_charts(services)) for _ in range(plan.repeats)])
    yield Figure("five documents drawn up: asked, counted, put into words", "s", drawn_up)
    content = eight_charts(services)
    page = _spread(lambda: html_document(content, paper=Paper.A4).encode(), plan)
    joined = Floor("figures as JSON, library and fonts joined", _joined(content, plan))
    yield Figure("8-chart HTML", "s", page, at_most(0.2), joined)
    native = _spread(lambda: slides(content, pictures={}), plan)
    yield Figure("8-chart PPTX, native charts", "s", native, at_most(3), picture_slides(plan))


def picture_slides(plan: Plan, pictures: tuple[bytes, ...] = (_PIXEL,) * 8) -> Floor:
    """Return what python-pptx alone takes for a slide with each of these pictures."""

    def deck() -> None:
        made = Presentation()
        for picture in pictures:
            slide = made.slides.add_slide(made.slide_layouts[_BLANK])
            slide.shapes.add_picture(io.BytesIO(picture), 0, 0)
        made.save(io.BytesIO())

    return Floor("python-pptx, eight ready pictures", _spread(deck, plan))


def _joined(content: Content, plan: Plan) -> Spread:
    def join() -> bytes:
        drawings = [orjson.dumps(each.figure, option=_OPTIONS) for each in content.charts()]
        return b"".join((*drawings, drawing_library().encode(), font().encode()))

    return _spread(join, plan)


def _spread(make: Callable[[], object], plan: Plan) -> Spread:
    return Spread.of([seconds(make) for _ in range(plan.repeats * 3)])
