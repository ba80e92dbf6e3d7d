"""What a reader finds on the dashboard's screen: the table, the figures, the recording."""

from playwright.sync_api import Locator, Page, expect

_MARKS = """(figure) => Object.fromEntries(
  [...figure.querySelectorAll('.js-plotly-plot')].flatMap((plot) => plot._fullData.map((trace) => [
    trace.name,
    [...plot.querySelectorAll('.trace')]
      .filter((group) => group.__data__?.[0]?.trace?.index === trace.index)
      .reduce((sum, group) => sum + group.querySelectorAll('.point').length, 0),
  ])))"""
_PLACE_OF_TRACE = """(figure, name) => [...figure.querySelectorAll('.trace')]
  .findIndex((group) => group.__data__?.[0]?.trace?.name === name)"""


def settle(page: Page) -> None:
    """Wait until the page's script has run to its end."""
    app = page.locator("[data-testid=stApp]")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")


def table_rows(page: Page) -> Locator:
    """Return the rows of the candidate table."""
    return page.locator(".st-key-candidates tbody tr")


def expect_rows(page: Page, wanted: list[str]) -> None:
    """Wait until the table shows exactly the interviews with these ids, in this order."""
    rows = table_rows(page)
    expect(rows).to_have_count(len(wanted))
    for place, interview_id in enumerate(wanted):
        expect(rows.nth(place)).to_have_attribute("data-id", interview_id)


def figure(page: Page, key: str) -> Locator:
    """Return the figure with this key, once it is drawn."""
    found = page.locator(f".st-key-{key}")
    expect(found.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    return found


def marks(page: Page, key: str) -> dict[str, int]:
    """Return how many marks each trace of a figure has on the screen."""
    drawn: dict[str, int] = figure(page, key).evaluate(_MARKS)
    return drawn


def area(page: Page, key: str, *, trace: str, number: int) -> tuple[float, float]:
    """Scroll one mark of a figure into view and return its middle, for a click."""
    index = figure(page, key).evaluate(_PLACE_OF_TRACE, trace)
    mark = figure(page, key).locator(".trace").nth(index).locator(".point path").nth(number)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def lines(page: Page) -> Locator:
    """Return the lines of the transcript."""
    return page.get_by_role("region", name="Transcript", exact=True).locator(".line")


def spoken_now(page: Page) -> Locator:
    """Return the words of the line that is marked in the transcript."""
    return page.locator(".line[aria-current=true] .words")


def expect_second(page: Page, wanted: float) -> None:
    """Wait until the recording stands at this second, or plays on from there."""
    video = page.locator("video").element_handle()
    page.wait_for_function(
        "([video, wanted]) => video.currentTime > wanted - 0.5 && video.currentTime < wanted + 30",
        arg=[video, wanted],
    )
