"""The cohort form: what it offers, what it keeps, and what it becomes."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

import pytest

from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition
from services.models.interview import Outcome, Status
from tests.components.widgets.events import app_of

EMPTY = CohortDefinition()


def _page(before):
    import streamlit as st

    from components.widgets.cohort_form import CohortForm
    from services.models.browse import Facets, ListName
    from services.models.interview import Outcome, Status

    facets = Facets(
        roles=("Nurse", "Data Analyst"),
        outcomes=(Outcome.PASS,),
        statuses=(Status.REPORTED,),
        months=(202611, 202610, 0),
        metadata_keys=("team", "site"),
        lists=(ListName(id="0f3a", name="Shortlist of 東京"),),
    )
    form = CohortForm(facets, {"0f3a": "Shortlist of 東京"})
    st.session_state["told"] = form.draw(before, key="form", button="Add")


def sent(app):
    """Send the form off; return the cohort."""
    app.button[0].click().run()
    assert not app.exception
    return app.session_state["told"]


def test_months_and_a_score_range_are_chosen():
    """The months that exist are offered, newest first; both ends of the range count."""
    app = app_of(_page, EMPTY).run()
    offered = app.multiselect(key="form-month").options

    app.multiselect(key="form-month").set_value([202610, 0])
    app.number_input(key="form-min").set_value(40.0)
    app.number_input(key="form-max").set_value(80.5)
    found = sent(app)

    assert offered == ["2026-11", "2026-10", "No date"]
    assert found.wanted == InterviewFilter(months=(202610, 0), score_min=40, score_max=80.5)


def test_metadata_is_chosen_by_a_key_that_is_known():
    """Nobody has to know how the customers call their keys; each line is a value."""
    app = app_of(_page, EMPTY).run()

    app.selectbox(key="form-metadata-key").set_value("team")
    app.text_area(key="form-metadata-values").set_value("Platform\n\n a = b:c \n")
    found = sent(app)

    assert app.selectbox(key="form-metadata-key").options == ["team", "site"]
    assert found.wanted.metadata == (("team", "Platform"), ("team", "a = b:c"))


def test_values_without_a_key_are_passed_over():
    """They would be nobody's."""
    app = app_of(_page, EMPTY).run()

    app.text_area(key="form-metadata-values").set_value("Platform")

    assert sent(app).wanted == InterviewFilter()


@pytest.mark.parametrize(
    "wanted",
    [
        InterviewFilter(),
        InterviewFilter(months=(202611, 202401), score_max=0),
        InterviewFilter(metadata=(("a:b", "c"), ("team", "")), lists=("0f3a", "gone")),
        InterviewFilter(outcomes=(Outcome.FAIL,), statuses=(Status.NO_SHOW,), roles=("", "Baker")),
        InterviewFilter(text="Ada", has_notices=True, ids=("a", "b"), gone=None),
    ],
)
def test_what_a_cohort_was_it_stays(wanted):
    """Sent off untouched, even what no interview has any more and what the form does not show."""
    before = CohortDefinition(name="Nurses", wanted=wanted)
    app = app_of(_page, before).run()

    found = sent(app)

    assert found == before


@pytest.mark.parametrize(
    ("wanted", "is_open"),
    [
        (InterviewFilter(), False),
        (InterviewFilter(roles=("Nurse",), months=(202611,)), False),
        (InterviewFilter(score_min=0), True),
        (InterviewFilter(lists=("0f3a",)), True),
    ],
)
def test_what_is_rare_is_folded_away_until_it_is_set(wanted, is_open):
    """A form of one question stays short, and hides nothing that counts."""
    app = app_of(_page, CohortDefinition(wanted=wanted))

    app.run()

    (more,) = app.expander
    assert (more.label, more.proto.expanded) == ("More", is_open)


def test_a_saved_list_goes_by_its_name():
    """Its id says nothing to a reader."""
    app = app_of(_page, EMPTY)

    app.run()

    assert app.multiselect(key="form-list").options == ["Shortlist of 東京"]
