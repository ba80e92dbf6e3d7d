"""The funnel counts everybody, once by how far they got and once by how they ended."""

from hypothesis import given
from hypothesis import strategies as st

from services.analysis.funnel import ENDS, funnel
from services.models.browse import InterviewFilter
from services.models.funnel import Split, Stage, StatusCount
from services.models.interview import Status


def counted(status, count, *, role="Nurse", vendor="qode", month=202611, started=None):
    began = status in (Status.IN_PROGRESS, Status.COMPLETED, Status.REPORTED, Status.DROPPED_OFF)
    return StatusCount(
        role=role,
        vendor=vendor,
        month=month,
        status=status,
        vendor_status=status.name,
        has_started=began if started is None else started,
        count=count,
    )


COUNTS = (
    counted(Status.REPORTED, 5),
    counted(Status.COMPLETED, 2, vendor="round0", role=None),
    counted(Status.DROPPED_OFF, 1),
    counted(Status.NO_SHOW, 3, month=202610),
    counted(Status.TECHNICAL_FAILURE, 1, started=True),
    counted(Status.UNKNOWN, 1, month=None),
)


def numbers(bars):
    return {bar.key.removeprefix("end_"): bar.count for bar in bars if bar.count}


def test_each_stage_counts_who_got_at_least_that_far():
    """Who completed has started, who was reported has completed."""
    answer = funnel(COUNTS, InterviewFilter())

    stages = numbers(answer.whole.stages)

    assert stages == {"invited": 13, "started": 9, "completed": 7, "reported": 5}
    assert answer.whole.stages[0].share == 1
    assert answer.unknown == 1


def test_every_end_is_told_apart():
    """No-show, drop-off and technical failure are three ends, not one."""
    answer = funnel(COUNTS, InterviewFilter())

    ends = numbers(answer.whole.ends)

    assert ends == {
        "reported": 5,
        "completed": 2,
        "dropped_off": 1,
        "no_show": 3,
        "technical_failure": 1,
        "unknown": 1,
    }


def test_a_bar_opens_the_list_that_it_counts():
    """The filter of the page, and the status of the bar."""
    wanted = InterviewFilter(roles=("Nurse",))

    whole = funnel(COUNTS, wanted).whole

    opened = {bar.key: bar.opens for bar in whole.ends}
    assert opened["end_no_show"] == InterviewFilter(roles=("Nurse",), statuses=(Status.NO_SHOW,))
    assert whole.stages[0].opens == wanted
    assert whole.stages[1].opens.started is True


def test_the_vendors_words_stand_beside_ours():
    """Which word of which vendor was read as a no-show."""
    answer = funnel(COUNTS, InterviewFilter())

    bar = next(bar for bar in answer.whole.ends if bar.key == "end_no_show")

    assert bar.vendor_words == (("qode", "NO_SHOW", 3),)


def test_months_come_newest_first_and_the_rest_by_size():
    """Time has an order of its own; roles and vendors have none."""
    by_month = funnel(COUNTS, InterviewFilter(), by=Split.MONTH)
    by_vendor = funnel(COUNTS, InterviewFilter(), by=Split.VENDOR)

    months = [group.label for group in by_month.groups]

    assert months == ["2026-11", "2026-10", "no date"]
    assert [group.label for group in by_vendor.groups] == ["qode", "round0"]


def test_a_group_without_a_name_opens_those_without_one():
    """An empty text in the filter means: none given."""
    answer = funnel(COUNTS, InterviewFilter(), by=Split.ROLE)

    nameless = next(group for group in answer.groups if group.label == "No role given")

    assert nameless.stages[0].count == 2
    assert nameless.stages[0].opens.roles == ("",)


def test_nobody_invited_is_no_share():
    """0 of 0 is not 0 %."""
    answer = funnel((), InterviewFilter())

    shares = {bar.share for bar in (*answer.whole.stages, *answer.whole.ends)}

    assert shares == {None}


some_counts = st.lists(
    st.builds(
        counted,
        st.sampled_from(Status),
        st.integers(1, 50),
        role=st.sampled_from((None, "Nurse", "Welder")),
        vendor=st.sampled_from(("qode", "round0")),
        month=st.sampled_from((None, 202610, 202611)),
        started=st.booleans(),
    )
)


@given(some_counts, st.sampled_from(Split))
def test_counts_add_up(counts, by):
    """Ends add up to the invited, groups to the whole, and no stage exceeds the one before."""
    total = sum(each.count for each in counts)

    answer = funnel(counts, InterviewFilter(), by=by)

    for group in (answer.whole, *answer.groups):
        stages = [bar.count for bar in group.stages]
        assert sum(bar.count for bar in group.ends) == stages[0]
        assert stages == sorted(stages, reverse=True)
        assert sum(count for *_, count in group.stages[0].vendor_words) == stages[0]
    assert answer.whole.stages[0].count == total
    for position, _ in enumerate(Stage):
        whole = answer.whole.stages[position].count
        assert sum(group.stages[position].count for group in answer.groups) == whole
    assert set(ENDS) == set(Status)
