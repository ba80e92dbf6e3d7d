"""A document in a real browser without network: drawn, readable everywhere, and inert."""

import dataclasses
import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from services.models.content import Content, Section
from services.models.export import Paper
from services.reports.html.margins import SHEETS
from tests.services.reports.sample import hostile_content, sample_content
from tests.services.reports.sample_charts import forest_chart, funnel_chart
from tests.services.reports.sample_texts import PEOPLE

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 740}}
BROKEN = {"data": [None], "layout": {}}


def of_figures(*charts):
    """Return a document that holds these figures alone."""
    return dataclasses.replace(sample_content(), sections=(Section("Figures", charts),))


def widths(page):
    """Return how wide each figure is drawn."""
    return page.eval_on_selector_all(
        ".plot .main-svg:first-child", "all => all.map(e => e.clientWidth)"
    )


def pages_of(data):
    """Return the words of each page of a PDF."""
    return [" ".join(each.extract_text().split()) for each in PdfReader(io.BytesIO(data)).pages]


def test_all_figures_are_drawn(open_document):
    """Each figure has its marks, and the policy of the page refused nothing that it needs."""
    content = sample_content(charts=4)

    page = open_document(content)

    assert page.locator(".plot .main-svg:first-child").count() == 4
    assert page.locator(".plot").first.locator(".scatterlayer .point").count() == 5
    assert page.locator(".plot").nth(1).locator(".bartext").count() == 7


def test_a_page_without_figures_is_ready(open_document):
    """Nobody waits for figures that are not there, and no drawing library is carried along."""
    content = sample_content(charts=0)

    page = open_document(content)

    assert page.evaluate("document.body.dataset.ready") == "yes"
    assert page.evaluate("typeof Plotly") == "undefined"


def test_words_are_set_in_the_font_that_the_page_brings(open_document):
    """The embedded font is there before the figures are measured in it."""
    content = sample_content()

    page = open_document(content)

    assert page.evaluate("[...document.fonts].map(face => face.status)") == ["loaded", "loaded"]


def test_hostile_texts_stay_texts(open_document):
    """Nothing that stands in a document is run, loaded, linked or shown as markup."""
    content = hostile_content()

    page = open_document(content)

    assert page.title().startswith("Report <script>document.title = 'taken'</script>")
    assert page.locator("body img, body b, a[href]:not([href^='#'])").count() == 0
    executable = page.locator("script:not([type='application/json'])")
    assert executable.count() == 3
    assert "photo�gnp.exe" in page.inner_text("main")


def test_a_script_that_is_not_ours_does_not_run(open_document, complaints):
    """Even one that found its way into the page is refused."""
    page = open_document(sample_content())

    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'taken'";
            document.body.append(script);
        }"""
    )

    assert page.title() == "Cohorts: nurses and drivers"
    assert "Content Security Policy" in complaints[0]
    complaints.clear()


def test_a_figure_that_cannot_be_drawn_gives_way_to_its_numbers(open_document):
    """Only that one: the next figure is drawn."""
    broken = dataclasses.replace(forest_chart(0), figure=BROKEN)

    page = open_document(of_figures(broken, funnel_chart(1)))

    assert page.get_by_text("This figure could not be drawn here").is_visible()
    assert page.get_by_role("cell", name=PEOPLE[0], exact=True).is_visible()
    assert len(widths(page)) == 1


def test_a_phone_does_not_scroll_sideways(open_document):
    """On 360 pixels the page fits; wide tables and figures scroll in themselves."""
    content = sample_content()

    page = open_document(content, **PHONE)

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.locator(".scroll[tabindex='0']").count() > 0


def test_figures_follow_the_window(open_document):
    """A narrower window gets narrower figures."""
    page = open_document(of_figures(funnel_chart(0)))
    before = widths(page)

    page.set_viewport_size({"width": 700, "height": 900})

    assert before == [960]
    expect(page.locator(".plot .main-svg").first).to_have_css("width", "652px")


def test_figures_are_as_wide_as_the_paper_while_they_are_printed(open_document):
    """The reader's own browser prints what the PDF shows, and the screen is as before after it."""
    page = open_document(of_figures(funnel_chart(0)))

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    on_paper = page.locator(".plot .main-svg").first.bounding_box()["width"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert on_paper == pytest.approx(SHEETS[Paper.A4].inner_width, abs=1)
    assert widths(page) == [960]


def test_browsers_that_write_nothing_into_margins_print_the_same_lines(open_document):
    """Each page has its title, its filters and its n; on the screen they are not seen."""
    content = sample_content(charts=4)
    page = open_document(content, knows_margins=False)

    printed = pages_of(page.pdf(prefer_css_page_size=True))
    usual = pages_of(open_document(content).pdf(prefer_css_page_size=True))

    about = content.about
    assert len(printed) > 2
    for said in printed:
        # This browser writes into the margins all the same: each text stands there once more.
        assert said.count(content.title) >= 2
        assert said.count(about.filters) >= 2
        assert said.count(about.counted) >= 2
    assert [each.count(about.counted) for each in usual[1:-1]] == [1] * len(usual[1:-1])
    assert page.locator(".page-line").first.is_hidden()


def test_a_heading_is_a_part_of_its_figure_while_such_a_browser_prints(open_document):
    """It would be left behind on the page before; after printing it stands where it stood."""
    page = open_document(of_figures(funnel_chart(0)), knows_margins=False)

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    inside = page.locator(".figure > h2").count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert inside == 1
    assert page.locator("section > h2 + .figure").count() == 1


def test_a_figure_taller_than_a_page_is_drawn_smaller_on_paper(open_document):
    """It is drawn wider and shrunk, so that it fits on one page."""
    chart = forest_chart(0)
    layout = {**chart.figure["layout"], "height": 1200}
    tall = dataclasses.replace(chart, figure={**chart.figure, "layout": layout})
    page = open_document(of_figures(tall))

    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    box = page.locator(".plot .main-svg").first.bounding_box()
    assert box["height"] < SHEETS[Paper.A4].inner_height
    assert box["width"] == pytest.approx(SHEETS[Paper.A4].inner_width, abs=1)


def test_figures_that_nearly_fit_one_page_are_drawn_smaller(open_document):
    """The first stands below the title as it is; the others share the second page."""
    chart = forest_chart(0)
    layout = {**chart.figure["layout"], "height": 500}
    half = dataclasses.replace(chart, figure={**chart.figure, "layout": layout})
    page = open_document(of_figures(half, half, half))

    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    zooms = page.eval_on_selector_all(".plot", "all => all.map(e => Number(e.style.zoom))")
    first, second, third = zooms
    assert (first, third) == (0.88, pytest.approx(second, abs=0.01))
    assert 0.76 <= second < first


def test_a_document_is_light_for_readers_of_the_dark(open_document):
    """A dark screen shows dark words on a white ground."""
    page = open_document(sample_content(), color_scheme="dark")

    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

    assert ground == "rgb(255, 255, 255)"


def test_texts_that_run_from_the_right_do(open_document):
    """Each text has the direction of its first letter, whatever the page's is."""
    page = open_document(sample_content())

    direction = page.get_by_role("cell", name=PEOPLE[2], exact=True).first.evaluate(
        "cell => getComputedStyle(cell).direction"
    )

    assert direction == "rtl"


def test_a_long_document_is_drawn(open_document):
    """Two thousand turns and a title of five thousand letters fit on a phone, too."""
    sample = sample_content()
    turns = sample.sections[-1].blocks[0]
    rows = turns.table.rows * 167
    longer = dataclasses.replace(turns, table=turns.table.model_copy(update={"rows": rows}))
    content: Content = dataclasses.replace(
        sample, title="Title " * 833, sections=(Section("Transcript", (longer,)),)
    )

    page = open_document(content, **PHONE)

    assert page.locator("tbody tr").count() == 2004
    assert page.evaluate("document.documentElement.scrollWidth") == 360
