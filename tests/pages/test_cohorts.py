"""The cohorts page: defined in the URL, refused where it must, equal to what the command prints."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from components.widgets.cohort_query import COHORT, definitions_of, text_of
from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition
from services.models.interview import Outcome
from services.models.score import FIVE_POINTS, Score, ScoreKind, ScoreState
from tests.services.use_cases.cohort_data import keep, scored

PAGE = "pages/analyse/cohorts.py"
TEN = (60, 62, 64, 66, 68, 70, 72, 74, 76, 78)
VERDICTS = (Outcome.PASS, Outcome.PASS, Outcome.FAIL)
NURSES = text_of(CohortDefinition(name="Nurses", wanted=InterviewFilter(roles=("Nurse",))))
WELDERS = text_of(CohortDefinition(wanted=InterviewFilter(roles=("Welder",))))


@pytest.fixture
def two_roles(services):
    """Put ten nurses and ten welders, 15 points apart, into the cache."""
    welders = scored([each + 15 for each in TEN], role="Welder", outcomes=VERDICTS)
    keep(services.store, scored(TEN, outcomes=VERDICTS) + welders)


def texts(app: AppTest) -> str:
    """Return all that the page says."""
    kinds = (app.markdown, app.caption, app.warning, app.info, app.error, app.success)
    return "\n".join(each.value for kind in kinds for each in kind).replace("\\", "")


def alts(app: AppTest) -> list[str]:
    """Return the sentences of the figures."""
    return [figure.proto.alt for figure in app.get("plotly_chart")]


def test_an_empty_cache_is_sentences(open_page):
    """No interview: no error, and a figure that says so."""
    app = open_page(PAGE)

    assert not app.exception
    assert "no interview matches" in texts(app)


def in_url(app: AppTest) -> tuple[CohortDefinition, ...]:
    """Return the cohorts that the URL names now; the test runner hands a single one out bare."""
    given = app.query_params[COHORT]
    return definitions_of([given] if isinstance(given, str) else given)


@pytest.mark.usefixtures("two_roles")
def test_the_cohorts_of_the_url_are_compared(open_page):
    """The link names two cohorts, the page says how they differ."""
    app = open_page(PAGE, **{COHORT: [NURSES, WELDERS]})

    assert not app.exception
    assert "Role: Welder scores 15.0 points higher than Nurses, 95 % interval" in texts(app)
    assert "unlikely to be chance alone" in texts(app)
    assert any("Nurses" in alt and "69" in alt for alt in alts(app))


@pytest.mark.usefixtures("two_roles")
def test_without_cohorts_the_latest_interviews_are_shown(open_page):
    """The first look has an answer, and says what it is about."""
    app = open_page(PAGE)

    assert not app.exception
    assert "No cohort is defined yet" in texts(app)


@pytest.mark.usefixtures("two_roles")
def test_a_cohort_is_added_by_its_form(open_page):
    """What the form is set to becomes one more cohort, and lies in the URL."""
    app = open_page(PAGE, **{COHORT: [NURSES]})

    form = next(each for each in app.text_input if each.label == "Name")
    form.set_value("Only passes")
    next(each for each in app.multiselect if each.label == "Outcome").set_value([Outcome.PASS])
    next(each for each in app.button if each.label == "Add").click().run()

    assert not app.exception
    added = in_url(app)[1]
    assert (added.name, added.wanted.outcomes) == ("Only passes", (Outcome.PASS,))


@pytest.mark.usefixtures("two_roles")
def test_a_cohort_is_removed(open_page):
    """The others stay."""
    app = open_page(PAGE, **{COHORT: [NURSES, WELDERS]})

    app.button(key="remove-cohort-0").click().run()

    assert in_url(app) == definitions_of([WELDERS])


@pytest.mark.usefixtures("two_roles")
def test_everything_is_split_by_role(open_page):
    """One click makes a cohort of each role."""
    app = open_page(PAGE)

    app.button(key="split-by-role").click().run()

    names = [each.name for each in in_url(app)]
    assert sorted(names) == ["Nurse", "Welder"]


@pytest.mark.usefixtures("two_roles")
def test_a_saved_cohort_is_offered_again(open_page, services):
    """What was saved under its name stands in the list of saved ones."""
    app = open_page(PAGE, **{COHORT: [NURSES]})

    app.button(key="save-cohort-0").click().run()

    assert [each.definition.name for each in services.store.saved_cohorts()] == ["Nurses"]
    assert not app.exception


def test_two_scales_have_two_figures(open_page, services):
    """All vendors together are still one figure a scale."""
    skill = Score(
        kind=ScoreKind.SKILL, name="Care", state=ScoreState.SCORED, value=4, scale=FIVE_POINTS
    )
    other = skill.model_copy(update={"value": 80, "scale": scored([1])[0]["scores"][0].scale})
    rows = scored(TEN) + scored(TEN, vendor="ear")
    for row in rows[:10]:
        row["scores"] = (*row["scores"], other)
    for row in rows[10:]:
        row["scores"] = (*row["scores"], skill)
    keep(services.store, rows)

    app = open_page(PAGE, kind="skill", pool="vendors", **{COHORT: [NURSES]})

    titles = [each.value.replace("\\", "") for each in app.subheader]
    assert "Skills: means" in titles
    assert any("0–5" in title for title in titles)


def test_hostile_names_are_only_text(open_page, services):
    """A role that looks like markup is a role."""
    role = "<b>%{x}</b> $a$ `x` ‮esrever"
    keep(services.store, scored(TEN, role=role) + scored(TEN, role="Nurse"))
    cohort = text_of(CohortDefinition(wanted=InterviewFilter(roles=(role,))))

    app = open_page(PAGE, **{COHORT: [cohort, NURSES]})

    assert not app.exception
    for figure in app.get("plotly_chart"):
        spec = json.loads(figure.proto.spec)
        for trace in spec["data"]:
            # Nobody interprets what a click hands over.
            trace.pop("customdata", None)
        assert "<b>%{x}" not in json.dumps(spec, ensure_ascii=False)


@pytest.mark.parametrize("text", ["", "%%%", "from=never&min=nan", "x" * 5_000])
def test_a_cohort_that_cannot_be_read_is_all_interviews(open_page, services, text):
    """A broken link is no error."""
    keep(services.store, scored(TEN))

    app = open_page(PAGE, **{COHORT: [text]})

    assert not app.exception
    assert "All interviews" in texts(app)


@pytest.mark.usefixtures("two_roles")
def test_a_cohort_opens_the_list_of_its_interviews(open_page):
    """The list behind the numbers is one click away."""
    app = open_page(PAGE, **{COHORT: [NURSES]})

    app.button(key="list-cohort-0").click().run()

    assert not app.exception
    assert app.query_params["role"] in ("Nurse", ["Nurse"])
