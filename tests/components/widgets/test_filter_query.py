"""A filter as a URL: whatever can be asked for is read back as it was written."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.widgets.filter_query import filter_of, moment_of, months_of, pairs_of, query_of
from services.models.browse import InterviewFilter
from services.models.interview import Outcome, Status

texts = st.text(st.characters(codec="utf-8"), max_size=40)
names = st.lists(texts, max_size=3, unique=True).map(tuple)
days = st.none() | st.dates()
scores = st.none() | st.floats(0, 100)
either = st.none() | st.booleans()
months = st.builds(lambda year, month: 100 * year + month, st.integers(1, 9999), st.integers(1, 12))


def _some_of(kind):
    """Return the members of an enumeration that were drawn, in its own order."""
    drawn = st.sets(st.sampled_from(list(kind)))
    return drawn.map(lambda chosen: tuple(one for one in kind if one in chosen))


filters = st.builds(
    InterviewFilter,
    text=texts.map(str.strip),
    roles=names,
    vendors=names.map(lambda found: tuple(filter(None, found))),
    statuses=_some_of(Status),
    outcomes=_some_of(Outcome),
    versions=names,
    since=days,
    until=days,
    months=st.lists(months | st.just(0), max_size=3, unique=True).map(tuple),
    score_min=scores,
    score_max=scores,
    has_notices=either,
    started=either,
    gone=either,
    interview_types=names,
    tags=names.map(lambda found: tuple(filter(None, found))),
    metadata=st.lists(st.tuples(texts.filter(bool), texts), max_size=3, unique=True).map(tuple),
    lists=names.map(lambda found: tuple(filter(None, found))),
    arrived_since=st.none() | st.datetimes(timezones=st.just(UTC)),
)


def _as_url(pairs):
    query = {}
    for name, value in pairs:
        query.setdefault(name, []).append(value)
    return query


@given(wanted=filters)
def test_a_filter_survives_its_url(wanted):
    """A bar, a link and a saved address ask for the same rows: also for what has no role."""
    pairs = query_of(wanted)

    read = filter_of(_as_url(pairs))

    assert read == wanted


def test_a_filter_that_is_not_set_is_not_in_the_url():
    """The plain list has a plain address."""
    wanted = InterviewFilter()

    pairs = query_of(wanted)

    assert pairs == []


def test_a_url_is_made_for_people_to_read():
    """Months and days as they are written, words as they stand on the chips."""
    wanted = InterviewFilter(
        months=(202611, 0), since=date(2026, 3, 1), statuses=(Status.NO_SHOW,), score_min=40
    )

    pairs = query_of(wanted)

    assert sorted(pairs) == [
        ("from", "2026-03-01"),
        ("min", "40"),
        ("month", "2026-11"),
        ("month", "none"),
        ("status", "No show"),
    ]


def test_what_is_attached_and_what_is_new_are_in_the_url():
    """Types, tags and saved lists by name, metadata as key:value, a time in UTC."""
    wanted = InterviewFilter(
        interview_types=("technical",),
        tags=("autumn intake",),
        metadata=(("site:hall", "B:2"),),
        lists=("k7f2",),
        arrived_since=datetime(2026, 11, 20, 11, 30, tzinfo=timezone(timedelta(hours=2))),
    )

    pairs = query_of(wanted)

    assert sorted(pairs) == [
        ("list", "k7f2"),
        ("meta", "site%3Ahall:B:2"),
        ("new", "2026-11-20T09:30:00Z"),
        ("tag", "autumn intake"),
        ("type", "technical"),
    ]


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-11-20", "2026-11-20T09:30:00", "0001-01-01T00:00+14:00"]
)
def test_what_is_no_moment_is_passed_over(text):
    """A time without a zone could be any of two dozen."""
    told = [text]

    found = moment_of(told)

    assert found is None


def test_metadata_without_a_key_or_a_value_sign_is_passed_over():
    """An empty value is a value; a text without a colon names none."""
    told = ["team:", "team", ":blue", "team:blue:2"]

    found = pairs_of(told)

    assert found == (("team", ""), ("team", "blue:2"))


@pytest.mark.parametrize("text", ["", "2026-13", "2026-00", "2026-1", "202611", "٢٠٢٦-١١", "soon"])
def test_what_is_no_month_is_passed_over(text):
    """A broken link asks for fewer things, and never for an error."""
    told = ["2026-02", text]

    found = months_of(told)

    assert found == (202602,)


@pytest.mark.parametrize(
    "query",
    [
        {"min": ["nan"], "max": ["inf"]},
        {"min": ["-1"], "max": ["100.5"]},
        {"status": ["reported"], "outcome": [""]},
        {"deleted": ["no"], "started": [""], "vendor": [""]},
        {"new": ["soon"], "meta": ["team"], "tag": [""], "list": [""]},
    ],
)
def test_nonsense_asks_for_nothing(query):
    """What cannot be meant is no filter."""
    broken = query

    found = filter_of(broken)

    assert found == InterviewFilter()
