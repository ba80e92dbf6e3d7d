"""The pages of statistics over hostile names, absurd numbers and broken links: sentences only."""

from datetime import UTC, datetime

import pytest

from services.models.score import Score, ScoreKind, ScoreState
from tests.services.use_cases.cohort_data import keep, scored

PAGES = (
    *("pages/analyse/cohorts.py", "pages/analyse/agents.py", "pages/analyse/questions.py"),
    *("pages/analyse/integrity.py", "pages/review/overview.py"),
)
NAMES = (
    "x" * 5_000,
    "<script>1</script>",
    "\u202eesrever",
    "👩‍🚀",
    "a\x00b",
    "",
    " ",
    "$x$ `y` **z**",
)
YEARS = (1, 9999, 2030)
LINKS = (
    {"cohort": ["&".join(f"role={number}" for number in range(5_000))]},
    {"cohort": ["%" * 3_000]},
    {"cohort": ["name=x"] * 20},
    {"cohort": ["min=nan&max=1e999&from=9999-12-31&to=0001-01-01&month=9999-99"]},
    {"cohort": ["role=%ff%fe%00&meta=::&list=../../etc"]},
    {"kind": "nonsense", "pool": "x", "period": "y", "instrument": "z" * 100_000, "metric": "q"},
    {"from": "9999-12-31", "to": "0001-01-01", "month": ["0000-01", "none"]},
)


@pytest.fixture
def worst(services):
    """Put interviews with hostile names, numbers and dates into the cache."""
    values = (60.0, 1e15, float("nan"), float("inf"), -80.0, 999.0)
    rows = scored([values[number % len(values)] for number in range(48)])
    for number, row in enumerate(rows):
        name = NAMES[number % len(NAMES)]
        skill = Score(kind=ScoreKind.SKILL, name=name, state=ScoreState.SCORED, value=number)
        row |= {
            "role": name,
            "assessment_version": NAMES[0],
            "started_at": datetime(YEARS[number % len(YEARS)], 1, 1, tzinfo=UTC),
            "scores": (*row["scores"], skill),
            "duration_s": values[number % len(values)],
            "metadata": {name: name},
        }
    keep(services.store, rows)


@pytest.mark.usefixtures("worst")
@pytest.mark.parametrize("page", PAGES)
def test_no_page_breaks_or_shows_what_is_no_number(open_page, page):
    """Neither an exception nor a NaN, and no name fills the screen."""
    app = open_page(page)

    said = [each.value for kind in (app.markdown, app.caption, app.warning) for each in kind]
    drawn = [figure.proto.spec for figure in app.get("plotly_chart")]
    assert not app.exception
    assert not any("NaN" in each or "Infinity" in each for each in (*said, *drawn))
    assert not any(NAMES[0] in each.value for each in app.warning)


@pytest.mark.usefixtures("worst")
@pytest.mark.parametrize("link", LINKS, ids=range(len(LINKS)))
def test_a_broken_link_opens_the_cohorts(open_page, link):
    """What a link cannot mean is passed over."""
    app = open_page(PAGES[0], **link)

    assert not app.exception
