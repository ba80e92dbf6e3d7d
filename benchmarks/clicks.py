"""How long a reader waits in a real browser: after a click, and for the first page."""

from collections.abc import Iterator, Sequence

from playwright.sync_api import Browser

from benchmarks.browser import (
    NO_BROWSER,
    Click,
    chromium,
    chromium_path,
    click,
    first_load_ms,
    opened,
    wait_for_charts,
)
from benchmarks.figure import Basis, Chapter, Figure, Floor, Spread, Target, at_most
from benchmarks.places import Places
from benchmarks.plan import Plan
from benchmarks.server import Server

_WARM = 3
_SETTLED_MS = 1000
_EMPTY = (".st-key-next button", ".st-key-count")
_LIST = (".st-key-pager-next button", ".st-key-candidates")
_INTERVIEW = (".st-key-to-next button", "h1")
_FOUR = 4
_PROTOTYPE_MS = 2500


def measure(plan: Plan, ours: Server, bare: Server, places: Places) -> Chapter:
    """Click through the list, through interviews and on the empty page, and load each afresh."""
    title = f"Browser: headless Chromium, {places.total:,} interviews"
    path = chromium_path()
    if path is None:
        return Chapter(title, skipped=NO_BROWSER)
    with chromium(path) as browser:
        figures = (
            *_clicks(plan, browser, ours, bare, places),
            *_loads(plan, browser, ours, bare, places),
        )
    return Chapter(title, figures)


def _clicks(
    plan: Plan, browser: Browser, ours: Server, bare: Server, places: Places
) -> Iterator[Figure]:
    least = Floor("empty page", _texts(_clicked(plan, browser, bare.url, _EMPTY)))
    listed = _clicked(plan, browser, ours.url, _LIST)
    target = at_most(3, basis=Basis.RATIO)
    yield Figure("Candidates: click to next page's rows", "ms", _texts(listed), target, least)
    shown = _clicked(plan, browser, _interview_url(ours, places), _INTERVIEW, charts=_FOUR)
    yield Figure("Interview: click to next one's name", "ms", _texts(shown), None, least)
    drawn = [one.charts_ms for one in shown if one.charts_ms is not None]
    what = "Interview: click to all figures redrawn"
    yield Figure(what, "ms", Spread.of(drawn), at_most(450), least)


def _loads(
    plan: Plan, browser: Browser, ours: Server, bare: Server, places: Places
) -> Iterator[Figure]:
    empty, listed, shown = [], [], []
    for _ in range(plan.loads):
        empty.append(first_load_ms(browser, bare.url, shows=_EMPTY[0]))
        listed.append(first_load_ms(browser, ours.url, shows=f"{_LIST[1]} a"))
        address = _interview_url(ours, places)
        shown.append(first_load_ms(browser, address, shows=_INTERVIEW[1], charts=_FOUR))
    least = Floor("empty page", Spread.of(empty))
    target = at_most(1.5 * _PROTOTYPE_MS)
    yield _load("Candidates: first load", listed, target, least)
    yield _load("Interview: first load, figures drawn", shown, target, least)


def _load(what: str, took: Sequence[float], target: Target, floor: Floor) -> Figure:
    return Figure(what, "ms", Spread.of(took), target, floor, "fresh profile, warm server")


def _clicked(
    plan: Plan, browser: Browser, url: str, place: tuple[str, str], *, charts: int = 0
) -> list[Click]:
    button, watched = place
    with opened(browser, url) as page:
        page.wait_for_selector(f"{button}:not([disabled])")
        wait_for_charts(page, charts)
        page.wait_for_timeout(_SETTLED_MS)
        times = range(_WARM + plan.clicks)
        clicks = [click(page, button, watched=watched, charts=charts > 0) for _ in times]
    return clicks[_WARM:]


def _interview_url(server: Server, places: Places) -> str:
    return f"{server.url}/interview?{places.interviews[0]}"


def _texts(clicks: Sequence[Click]) -> Spread:
    return Spread.of([one.text_ms for one in clicks])
