"""The operations document tells how far interviews got, and the vendors' own words beside ours."""

import plotly.graph_objects as go
import pytest

from components.documents.operations import operations_content
from services.models.answered import OperationsAnswered
from services.models.ask import OperationsAsk
from services.models.browse import InterviewFilter
from services.models.funnel import FunnelAnswer, Split
from services.models.interview import Status
from tests.components.charts.test_funnel import bar, group
from tests.components.documents.editions import chart, edition, listing, words_of

WORDS = (("qode", "REPORT_GENERATED", 6), ("zenhire", "success", 4))


def answered(*groups, whole=None, unknown=0, wanted=None, by=Split.ROLE):
    answer = FunnelAnswer(whole=whole or group(), groups=groups, unknown=unknown)
    return OperationsAnswered(OperationsAsk(wanted=wanted or InterviewFilter(), by=by), answer)


def with_words():
    """Make a funnel in which everybody was reported, by words of two vendors."""
    whole = group((10, 10, 10, 10), {})
    end = bar("end_reported", "Reported", 10, 10, WORDS)
    return whole.model_copy(update={"ends": (end,)})


def test_the_finding_says_how_far_they_got():
    """With counts and shares of the invited."""
    given = answered()

    finding = chart(operations_content(given, edition()), "funnel").finding

    assert finding.startswith(
        "Of 10 interviews: 7 (70 %) started, 6 (60 %) completed, 6 (60 %) reported."
    )


def test_native_bars_hold_stages_and_ends_apart():
    """A stage holds the next, an end is counted once; what nobody met is left out."""
    given = answered()

    native = chart(operations_content(given, edition()), "funnel").native

    assert native.categories[:4] == ("Invited", "Started", "Completed", "Reported")
    assert native.categories[4:] == ("Reported (end)", "No-show (end)", "Technical failure (end)")
    assert native.series[0][1] == (10.0, 7.0, 6.0, 6.0, None, None, None)
    assert native.series[1][1] == (None, None, None, None, 6.0, 3.0, 1.0)


def test_stacked_bars_of_a_part_add_up_to_its_invited():
    """Each interview stands in one piece: the last stage that it reached."""
    nurses, clerks = group(label="Nurse"), group((4, 2, 2, 1), label="Clerk")
    given = answered(nurses, clerks)

    native = chart(operations_content(given, edition()), "funnel-groups").native

    assert native.categories == ("Nurse", "Clerk")
    assert dict(native.series) == {
        "Reported": (6.0, 1.0),
        "Completed, not reported": (0.0, 1.0),
        "Started, not completed": (1.0, 0.0),
        "Invited, not started": (3.0, 2.0),
    }


def test_the_finding_of_parts_names_the_largest():
    """And how many parts there are."""
    given = answered(group((4, 2, 2, 1), label="Clerk"), group(label="Nurse"))

    finding = chart(operations_content(given, edition()), "funnel-groups").finding

    assert finding == "2 roles; the largest is Nurse, with 6 of 10 interviews reported."


def test_parts_of_one_size_have_no_largest():
    """Then the size of all is said."""
    given = answered(group(label="Clerk"), group(label="Nurse"))

    finding = chart(operations_content(given, edition()), "funnel-groups").finding

    assert finding == "2 roles; none has more than 10 interviews."


def test_one_part_is_a_sentence():
    """A figure of one row would say the same once more."""
    given = answered(group(label="Nurse"))

    content = operations_content(given, edition())

    assert [found.key for found in content.charts()] == ["funnel"]
    assert "Not split up: all interviews are of one role, “Nurse”." in words_of(content)


def test_parts_beyond_the_figure_are_said():
    """They are in the table."""
    given = answered(*[group(label=f"Role {place}") for place in range(17)])

    found = chart(operations_content(given, edition()), "funnel-groups")

    assert found.remarks == ("The figure draws 15 roles; 2 more are in its numbers.",)
    assert len(found.table.rows) == 17
    assert len(found.native.categories) == 15


def test_the_numbers_of_the_figure_are_one_row_a_bar():
    """The vendors' words have a table of their own."""
    given = answered(whole=with_words())

    table = chart(operations_content(given, edition()), "funnel").table

    assert table.rows == (
        ("Stage", "Invited", 10, 100.0),
        ("Stage", "Started", 10, 100.0),
        ("Stage", "Completed", 10, 100.0),
        ("Stage", "Reported", 10, 100.0),
        ("End", "Reported", 10, 100.0),
    )


def test_the_vendors_words_stand_beside_ours():
    """And the vendors are named on every page, the largest first."""
    given = answered(group(), whole=with_words())

    content = operations_content(given, edition())

    assert listing(content, "vendor-words").rows == (
        ("Reported", "Qode", "REPORT_GENERATED", 6),
        ("Reported", "ZenHire", "success", 4),
    )
    assert content.about.instruments == ("Qode", "ZenHire")


def test_no_interview_is_a_sentence():
    """No figure of zeros."""
    given = answered(whole=group((0, 0, 0, 0), {}))

    content = operations_content(given, edition())

    assert not list(content.charts())
    assert "No interview matches these filters." in words_of(content)
    assert content.about.counted == "n = 0 interviews"


def test_a_filter_on_the_status_is_said_to_be_left_out():
    """A funnel of the reported alone would be no funnel."""
    given = answered(wanted=InterviewFilter(statuses=(Status.REPORTED,)))

    limits = operations_content(given, edition()).about.limits

    assert any("The filters on status and start are left out" in limit for limit in limits)


@pytest.mark.parametrize(
    ("unknown", "said"),
    [
        (1, "1 interview has a status word that is not documented: it is counted as invited only."),
        (2, "2 interviews have a status word that is not documented: they are counted as invited"),
    ],
)
def test_words_that_nobody_knows_are_said(unknown, said):
    """They count as invited only."""
    given = answered(unknown=unknown)

    content = operations_content(given, edition())

    assert said in words_of(content)


@pytest.mark.parametrize("counts", [(1, 0, 0, 0), (4, 4, 4, 4)])
def test_figures_of_few_are_valid(counts):
    """One interview is a funnel too."""
    given = answered(group(counts, {}, label="a"), group(counts, {}, label="b"))

    figures = [found.figure for found in operations_content(given, edition()).charts()]

    assert len([go.Figure(figure) for figure in figures]) == 2
