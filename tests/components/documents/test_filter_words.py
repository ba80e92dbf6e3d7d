"""A filter in words: what was counted is said, also what was left out."""

from datetime import UTC, date, datetime

import pytest

from components.documents.filter_words import filter_words
from services.models.browse import InterviewFilter
from services.models.interview import Outcome, Status


def test_no_filter_is_said_to_be_none():
    """A count over everything says so."""
    wanted = InterviewFilter()

    said = filter_words(wanted, titles={"qode": "Qode"})

    assert said == "All interviews"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (InterviewFilter(text="ngũgĩ"), "Text: ngũgĩ"),
        (InterviewFilter(roles=("Nurse", "")), "Role: Nurse, none given"),
        (InterviewFilter(versions=("",)), "Version: none given"),
        (InterviewFilter(statuses=(Status.NO_SHOW,)), "Status: No show"),
        (InterviewFilter(outcomes=(Outcome.UNDETERMINED,)), "Outcome: Undetermined"),
        (InterviewFilter(months=(202603, 0)), "Month: 2026-03, no date"),
        (InterviewFilter(since=date(2026, 3, 1)), "Since 2026-03-01"),
        (InterviewFilter(score_min=40), "Score 40 to 100 of 100"),
        (InterviewFilter(score_max=0), "Score 0 to 0 of 100"),
        (InterviewFilter(has_notices=False), "Without notices"),
        (InterviewFilter(started=True), "Started"),
        (InterviewFilter(gone=None), "Deleted ones included"),
        (InterviewFilter(gone=True), "Deleted ones only"),
        (InterviewFilter(interview_types=("technical", "")), "Type: technical, none given"),
        (InterviewFilter(tags=("autumn intake",)), "Tag: autumn intake"),
        (InterviewFilter(metadata=(("site", "B"),)), "Metadata: site = B"),
        (InterviewFilter(lists=("k7f2",)), "Saved list: k7f2"),
        (InterviewFilter(ids=("aaaa", "bbbb")), "Interviews: 2 chosen"),
        (
            InterviewFilter(arrived_since=datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
            "New since 20 Nov 2026, 09:30 UTC",
        ),
    ],
)
def test_each_filter_is_named(wanted, said):
    """Every way to narrow a list has its words."""
    one = wanted

    found = filter_words(one, titles={})

    assert found == said


def test_a_saved_list_is_called_by_its_name_where_that_is_known():
    """Its id says nothing to a reader."""
    wanted = InterviewFilter(lists=("k7f2",))

    said = filter_words(wanted, titles={"k7f2": "Autumn shortlist"})

    assert said == "Saved list: Autumn shortlist"


def test_several_filters_are_one_line():
    """In the order of the bar, from the vendor to the dates."""
    wanted = InterviewFilter(vendors=("qode",), since=date(2026, 1, 1), until=date(2026, 1, 31))

    said = filter_words(wanted, titles={"qode": "Qode"})

    assert said == "Vendor: Qode · since 2026-01-01 · until 2026-01-31"
