"""The funnel page: every bar counts what the list behind it holds."""

import pytest

from components.widgets.filter_query import filter_of, query_of
from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.funnel import Split
from tests.components.widgets.events import choose
from tests.pages import answers

PAGE = "pages/analyse/funnel.py"


@pytest.fixture
def mixed(store, payload, answer):
    """Put interviews of all vendors and of many statuses into the cache; some have no role."""
    for name in ("complete", "no_ci", "scheduled", "skipped"):
        store(payload(name))
    stored = {
        "instaview": ("complete", "no_answer", "scheduled"),
        "round0": ("completed", "invited"),
        "zenhire": ("success", "partial", "failed", "queued"),
    }
    for vendor, names in stored.items():
        for name in names:
            store(answer(vendor, name))


def _bars(group):
    return [bar for bar in (*group.stages, *group.ends) if bar.count]


def _listed(app) -> int:
    """Return the total that the list's pager tells."""
    place = next(one.value for one in app.caption if " of " in one.value and "page" in one.value)
    return int(place.split(" of ")[1].split(" ")[0])


def _query(bar) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in query_of(bar.opens):
        found.setdefault(name, []).append(value)
    return found


def test_an_empty_cache_is_a_sentence(open_page):
    """No figure of nothing, and no error."""
    app = open_page(PAGE)

    assert not app.exception
    assert "No interview matches" in app.info[0].value
    assert not app.get("plotly_chart")


@pytest.mark.usefixtures("mixed")
def test_the_funnel_counts_every_interview_once(open_page, services):
    """The ends add up to the invited, and the page says how many these are."""
    total = services.browse.page(InterviewFilter(), sort=Sort(), request=PageRequest()).total

    app = open_page(PAGE)

    rows = answers.data(app, "vendor-words")["rows"]
    assert sum(int(count) for *_, count in rows) == total
    assert "funnel" in answers.figures(app)
    assert any(f"All interviews · {total} interviews" in one.value for one in app.caption)


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize("by", list(Split))
def test_every_bar_leads_to_a_list_of_as_many(services, by):
    """For the whole and for each part: also what has no role, and what has no date."""
    found = services.operations.funnel(InterviewFilter(), by=by)
    bars = [bar for group in (found.whole, *found.groups) for bar in _bars(group)]

    listed = [
        services.browse.page(filter_of(_query(bar)), sort=Sort(), request=PageRequest()).total
        for bar in bars
    ]

    assert len(bars) > 20
    assert listed == [bar.count for bar in bars]


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize("by", list(Split))
def test_a_click_on_a_part_opens_its_list(open_page, services, by):
    """The bar of one role, vendor or month, and not the whole's of the same name."""
    part = services.operations.funnel(InterviewFilter(), by=by).groups[0]
    app = open_page(PAGE, by=by.value)

    choose(app, "funnel-groups", data=[part.key, "started"])

    assert [title.value for title in app.title] == ["Candidates"]
    assert _listed(app) == part.stages[1].count


@pytest.mark.usefixtures("mixed")
def test_what_has_no_role_has_a_list_as_well(open_page, services):
    """An empty role in the URL is a role that is not given, and no missing filter."""
    groups = services.operations.funnel(InterviewFilter(), by=Split.ROLE).groups
    part = next(group for group in groups if group.label == "No role given")
    app = open_page(PAGE)

    choose(app, "funnel-groups", data=[part.key, "invited"])

    assert _listed(app) == part.stages[0].count
    assert part.stages[0].count < 13


@pytest.mark.usefixtures("mixed")
def test_a_click_on_a_bar_opens_its_list(open_page, services):
    """From a number to the people behind it."""
    bar = services.operations.funnel(InterviewFilter()).whole.stages[3]
    app = open_page(PAGE)

    choose(app, "funnel", data=[bar.key])

    assert [title.value for title in app.title] == ["Candidates"]
    assert len(answers.data(app, "candidates")["rows"]) == bar.count


@pytest.mark.usefixtures("mixed")
def test_every_bar_has_a_button_for_the_keyboard(open_page, services):
    """What a click on the figure does can be done without a mouse."""
    bars = _bars(services.operations.funnel(InterviewFilter()).whole)
    app = open_page(PAGE)

    app.button(key="list-end_no_show").click().run()

    buttons = {bar.key for bar in bars}
    assert buttons == {
        one.key.removeprefix("list-")
        for one in open_page(PAGE).button
        if one.key and one.key.startswith("list-")
    }
    assert _listed(app) == next(bar.count for bar in bars if bar.key == "end_no_show")


@pytest.mark.usefixtures("mixed")
def test_the_vendors_words_stand_beside_ours(open_page):
    """In the vendors' own spelling of their names, and of the status."""
    app = open_page(PAGE)

    rows = answers.data(app, "vendor-words")["rows"]

    assert {("No-show", "InstaView"), ("Reported", "ZenHire")} <= {tuple(row[:2]) for row in rows}
    assert {row[1] for row in rows} == {"Qode", "InstaView", "round0", "ZenHire"}
    assert sum(int(row[3]) for row in rows) == 13


@pytest.mark.usefixtures("mixed")
def test_a_filter_on_the_status_is_said_to_be_left_out(open_page):
    """A funnel of one status would be no funnel: it counts all of them, and says so."""
    app = open_page(PAGE, status="No show")

    said = [one.value for one in app.caption]

    assert any("All interviews · 13 interviews" in one for one in said)
    assert any("left out" in one for one in said)


@pytest.mark.usefixtures("mixed")
def test_a_filter_narrows_the_funnel(open_page):
    """The words above the figure say what was counted."""
    app = open_page(PAGE, vendor="zenhire", by="vendor")

    captions = [one.value.replace("\\", "") for one in app.caption]

    assert any("Vendor: ZenHire · 4 interviews" in one for one in captions)
    assert "funnel-groups" not in answers.figures(app)


@pytest.mark.usefixtures("mixed")
def test_an_unknown_split_in_the_url_is_the_usual_one(open_page):
    """A broken link shows the funnel all the same."""
    app = open_page(PAGE, by="shoe size")

    assert not app.exception
    assert app.button_group(key="by").value == "role"
    assert "funnel-groups" in answers.figures(app)


def test_a_role_called_all_does_not_open_everything(open_page, store, payload, services):
    """Names are the vendor's: none of them is taken for a word of ours."""
    store(payload("complete", role_title="All"), payload("no_ci"))
    groups = services.operations.funnel(InterviewFilter(), by=Split.ROLE).groups
    part = next(group for group in groups if group.label == "All")
    app = open_page(PAGE)

    choose(app, "funnel-groups", data=[part.key, "invited"])

    assert _listed(app) == 1
