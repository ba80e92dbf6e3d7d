"""The overview page: what is new since the last visit, and a list behind every number."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from components.widgets.filter_query import filter_of
from services.bootstrap import utc_now
from services.models.browse import InterviewFilter, PageRequest, Sort
from tests.components.widgets.events import choose, send, tell
from tests.pages import answers

PAGE = "pages/review/overview.py"
LONG_AGO = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)


@pytest.fixture
def filled(store, payload, answer):
    """Put interviews of all vendors into the cache: some long ago, some just now."""
    for name in ("complete", "no_ci", "skipped"):
        store(payload(name), at=LONG_AGO)
    store(payload("scheduled"))
    store(answer("instaview", "complete"))
    store(answer("round0", "completed"))


def _tiles(app) -> dict[str, dict[str, str]]:
    return {tile["label"]: tile for tile in answers.data(app, "overview-tiles")["tiles"]}


def _listed(services, query: str) -> int:
    wanted = filter_of(parse_qs(urlsplit(query).query, keep_blank_values=True))
    return services.browse.page(wanted, sort=Sort(), request=PageRequest()).total


def test_an_empty_cache_is_no_error(open_page):
    """Zeros that are real, and sentences in the place of figures of nothing."""
    app = open_page(PAGE)

    assert not app.exception
    assert {tile["count"] for tile in _tiles(app).values()} == {"0"}
    assert "No interview has an overall score" in app.info[0].value
    assert "overview-mean" not in answers.figures(app)


@pytest.mark.usefixtures("filled")
def test_every_number_opens_a_list_of_as_many(open_page, services):
    """The count and the list behind it are one question."""
    app = open_page(PAGE)

    tiles = _tiles(app)

    lists = [tile for tile in tiles.values() if not tile["href"].startswith("integrity")]
    assert len(lists) == 5
    assert [_listed(services, tile["href"]) for tile in lists] == [
        int(tile["count"]) for tile in lists
    ]
    assert int(tiles["All interviews"]["count"]) == 6
    assert int(tiles["New or changed"]["count"]) == 3


@pytest.mark.usefixtures("filled")
def test_what_is_new_counts_from_the_last_visit(open_page):
    """A week without a word from the browser, else since what the browser tells."""
    app = open_page(PAGE)
    before = int(_tiles(app)["New or changed"]["count"])

    tell(app, "last-visit", {"since": (LONG_AGO - timedelta(days=1)).isoformat()})

    assert (before, int(_tiles(app)["New or changed"]["count"])) == (3, 6)
    assert re.search(r"\*\* since Sunday, 4 Jan 2026, 09:30 UTC", answers.markdown(app))


@pytest.mark.usefixtures("filled")
def test_a_click_on_a_number_opens_its_list(open_page):
    """Without a reload, with the filter in the URL and in the bar."""
    app = open_page(PAGE)
    count = int(_tiles(app)["New or changed"]["count"])

    send(app, "overview-tiles", event="opened", value=1)

    assert [one.value for one in app.title] == ["Candidates"]
    assert len(answers.data(app, "candidates")["rows"]) == count
    assert app.checkbox(key="only-new").value


@pytest.mark.usefixtures("filled")
def test_the_funnel_strip_has_a_link_for_each_stage(open_page, services):
    """The same counts as on the Funnel page, each with its list."""
    stages = services.operations.funnel(InterviewFilter()).whole.stages

    app = open_page(PAGE)

    labels = [link.proto.label for link in app.get("page_link")]
    assert {f"{bar.label}: {bar.count}" for bar in stages} <= {
        label.replace("\\", "") for label in labels
    }
    assert "overview-funnel" in answers.figures(app)


@pytest.mark.usefixtures("filled")
def test_a_click_on_a_stage_opens_its_list(open_page, services):
    """The bar of the strip is a way to the people behind it, as on the Funnel page."""
    whole = services.operations.funnel(InterviewFilter()).whole
    app = open_page(PAGE)

    choose(app, "overview-funnel", data=[whole.key, "reported"])

    assert [one.value for one in app.title] == ["Candidates"]
    assert len(answers.data(app, "candidates")["rows"]) == whole.stages[3].count


@pytest.mark.usefixtures("filled")
def test_the_freshness_of_each_vendor_is_in_words(open_page):
    """Vendors of which anything is kept, in their own spelling; others are left out."""
    app = open_page(PAGE)

    said = answers.markdown(app).replace("\\", "")

    assert "**Qode:** 4 interviews" in said
    assert "**InstaView:** 1 interview" in said
    assert "**ZenHire:**" not in said


def test_a_month_opens_its_list(open_page, store, payload):
    """A click on a point of the trend, and the same as a link."""
    numbered = [
        payload("complete", interview_id=f"int_{number}", candidate_email=f"c{number}@example.com")
        for number in range(6)
    ]
    store(*numbered)
    app = open_page(PAGE)
    month = next(
        label
        for link in app.get("page_link")
        if re.fullmatch(r"\d{4}-\d\d", label := link.proto.label.replace("\\", ""))
    )

    choose(app, "overview-mean", data=["0", month])

    assert [one.value for one in app.title] == ["Candidates"]
    assert len(answers.data(app, "candidates")["rows"]) == 6


def test_what_comes_later_than_the_browsers_time_is_new(open_page, store, payload):
    """A time ahead of the server's cannot hide what is new."""
    store(payload("complete"))
    app = open_page(PAGE)

    tell(app, "last-visit", {"since": (utc_now() + timedelta(days=9)).isoformat()})

    assert _tiles(app)["New or changed"]["count"] == "1"
