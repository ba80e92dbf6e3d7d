"""Saved lists on the pages that count: told by their names, gone when they are forgotten."""

from itertools import chain

import pytest

from components.widgets.cohort_query import COHORT, text_of
from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition
from tests.services.use_cases.cohort_data import keep, scored

PAGES = ("agents", "cohorts", "funnel", "integrity", "language", "questions")


def said(app) -> str:
    """Return all that a page says, figures' sentences included."""
    kinds = (app.markdown, app.caption, app.warning, app.info, app.error)
    alts = (figure.proto.alt for figure in app.get("plotly_chart"))
    return "\n".join((*(each.value for each in chain(*kinds)), *alts)).replace("\\", "")


@pytest.mark.parametrize("page", PAGES)
def test_a_saved_list_goes_by_its_name(open_page, services, page):
    """Each page says what it counted in words that a reader knows."""
    keep(services.store, scored([60, 70, 80, 75, 66]))
    saved, _ = services.store.save_list("Autumn Übung", ["i-0", "i-1"])
    cohort = text_of(CohortDefinition(wanted=InterviewFilter(lists=(saved.id,))))

    app = open_page(f"pages/analyse/{page}.py", list=[saved.id], **{COHORT: [cohort]})

    assert not app.exception
    assert "Saved list: Autumn Übung" in said(app)
    assert saved.id not in said(app)


def test_what_is_saved_or_stored_meanwhile_is_offered(open_page, services):
    """A page that stays open knows new lists and new roles at its next run."""
    keep(services.store, scored([60]))
    app = open_page("pages/review/candidates.py")
    before = app.multiselect(key="role").options

    keep(services.store, scored([60, 70], role="Welder"))
    services.store.save_list("Autumn", ["i-0"])
    app.run()

    assert before == ["Nurse"]
    assert set(app.multiselect(key="role").options) == {"Nurse", "Welder"}
    assert app.multiselect(key="list").options == ["Autumn"]
