"""The integrity document holds cues for review, and tells "not collected" from "none seen"."""

import plotly.graph_objects as go
import pytest

from components.documents.integrity import integrity_content
from services.models.answered import IntegrityAnswered
from services.models.ask import IntegrityAsk
from services.models.browse import InterviewFilter
from services.models.integrity import AwaitingReview, ReviewCount
from services.models.recording import SignalKind
from tests.components.charts.cohorts import estimate
from tests.components.charts.gradings import rate, seen, watched
from tests.components.documents.editions import MADE_AT, chart, edition, listing, words_of

SEEN = rate(estimate(12 / 340, 0.02, 0.061, n=340), estimate(0.42, 0.3, 0.58, n=340), missing=20)
NONE = rate(
    estimate(0.0, 0.0, 0.011, n=340),
    estimate(0.0, 0.0, 0.018, n=340),
    kind=SignalKind.BLACK_SCREEN,
)
UNCOLLECTED = rate(kind=SignalKind.EXTERNAL_SCREEN, missing=360)
FLAGGED = ReviewCount(kind=SignalKind.TAB_CHANGE, confirmed=1, dismissed=4, asked=0, awaiting=7)
WAITING = AwaitingReview(
    interview_id="k7f2",
    candidate="Nguyễn Thị Ánh",
    role=None,
    happened_at=MADE_AT,
    awaiting=2,
    flags=3,
)


def answered(*cohorts, per="interview", wanted=None, **more):
    answer = seen(*cohorts).model_copy(update=more)
    ask = IntegrityAsk(wanted=wanted or InterviewFilter(), per=per)
    return IntegrityAnswered(ask, answer)


def test_the_document_says_that_signals_are_no_verdicts():
    """On every page and beside the figure, with what each often is when it is nothing."""
    given = answered(watched(SEEN))

    content = integrity_content(given, edition())

    assert "never verdicts" in content.subtitle
    assert any("never verdicts" in limit for limit in content.about.limits)
    assert any("never verdicts" in said for said in chart(content, "signal-rates").remarks)
    assert "A second screen is usual on a desk" in words_of(content)


def test_the_finding_names_the_most_frequent_kind_with_its_n():
    """With the interval, and where nobody looked."""
    given = answered(watched(SEEN, NONE, UNCOLLECTED))

    finding = chart(integrity_content(given, edition()), "signal-rates").finding

    assert finding == (
        "Most often, of the 360 interviews that began: left the tab, 12 of 340 interviews, "
        "3.5 % (2.0–6.1), not collected in 20."
    )


def test_what_was_not_collected_is_no_zero():
    """It has words in the place of a value; what was looked for and not seen has a 0."""
    given = answered(watched(SEEN, NONE, UNCOLLECTED))

    native = chart(integrity_content(given, edition()), "signal-rates").native

    values = {row.label: row.value for row in native.rows}
    assert values["Black screen"] == 0
    assert values["Second screen"] is None
    assert [row.words for row in native.rows][-1] == "not collected"


def test_nothing_collected_is_said():
    """Where nobody looked there is no finding of none."""
    given = answered(watched(UNCOLLECTED))

    found = chart(integrity_content(given, edition()), "signal-rates")

    assert found.finding == ("No kind of signal was collected in the 360 interviews that began.")
    assert found.native is None


def test_nothing_seen_is_said():
    """Which differs from nothing collected."""
    given = answered(watched(NONE))

    found = chart(integrity_content(given, edition()), "signal-rates")

    assert found.finding.startswith("No signal was seen in the 340 interviews that began")


def test_events_per_hour_have_no_axis_of_percent():
    """Formats that draw charts themselves take the picture."""
    given = answered(watched(SEEN), per="hour")

    found = chart(integrity_content(given, edition()), "signal-rates")

    assert found.title == "Signals by hour of interview"
    assert found.native is None


def test_the_axis_ends_at_the_next_ten_percent():
    """So that small shares can be told apart."""
    given = answered(watched(SEEN))

    native = chart(integrity_content(given, edition()), "signal-rates").native

    assert (native.low, native.high) == (0, 10)


def test_no_interview_that_began_is_a_sentence():
    """No figure, no reviews, no queue."""
    given = answered(watched())

    content = integrity_content(given, edition())

    assert not list(content.tables())
    assert "No interview that began matches" in words_of(content)
    assert content.about.counted == "n = 0 interviews that began"


@pytest.mark.parametrize("collected", [1, 4])
def test_few_interviews_are_a_limit(collected):
    """Their intervals are wide."""
    share = estimate(1.0, 0.2, 1.0, n=collected)
    given = answered(watched(rate(share, share, collected=collected)))

    content = integrity_content(given, edition())

    assert content.about.limits[0].startswith(f"n = {collected}: few interviews")
    assert go.Figure(chart(content, "signal-rates").figure)


def test_reviews_are_counted_by_kind():
    """Kinds without a flag are left out."""
    none = ReviewCount(kind=SignalKind.BLACK_SCREEN, confirmed=0, dismissed=0, asked=0, awaiting=0)
    given = answered(watched(SEEN), reviews=(FLAGGED, none))

    content = integrity_content(given, edition())

    assert listing(content, "flag-dispositions").rows == (("Left the tab", 1, 4, 0, 7),)
    assert "Of 12 flags, 1 confirmed, 4 dismissed, 0 to be asked about and 7 not reviewed." in (
        words_of(content)
    )


def test_who_awaits_a_review_is_named_as_given():
    """Names come masked where the document is; the link's id is in no cell."""
    given = answered(watched(SEEN), reviews=(FLAGGED,), awaiting=(WAITING,), awaiting_total=5)

    content = integrity_content(given, edition())

    rows = listing(content, "awaiting-review").rows
    assert rows == (("Nguyễn Thị Ánh", None, "2026-11-23", 2, 3),)
    assert "4 older ones are not listed." in words_of(content)


def test_every_flag_looked_at_is_said():
    """An empty queue is no missing section."""
    done = FLAGGED.model_copy(update={"awaiting": 0})
    given = answered(watched(SEEN), reviews=(done,))

    content = integrity_content(given, edition())

    assert "Every flag has been looked at." in words_of(content)


def test_vendors_of_the_filter_are_named():
    """Without one the document is of all vendors."""
    cohort = watched(SEEN)
    named = cohort.model_copy(update={"wanted": InterviewFilter(vendors=("qode",))})

    of_all, of_one = (
        integrity_content(answered(each), edition()).about for each in (cohort, named)
    )

    assert of_all.instruments == ("all vendors",)
    assert of_one.instruments == ("Qode",)


def test_warnings_of_the_answer_are_limits():
    """Each page says what was left out."""
    said = "All chosen: 3 interviews of unknown length, in no rate per hour."
    given = answered(watched(SEEN), warnings=(said,))

    content = integrity_content(given, edition())

    assert said in content.about.limits
    assert said in chart(content, "signal-rates").remarks


def test_many_rows_are_several_figures():
    """Each with kinds of signals of its own, so that a page holds it; none is lost."""
    kinds = tuple(SignalKind)
    rates = tuple(SEEN.model_copy(update={"kind": kind}) for kind in kinds)
    given = answered(*(watched(*rates, label=f"Role {number}") for number in range(8)))

    drawn = list(integrity_content(given, edition()).charts())

    assert [each.key for each in drawn[:2]] == ["signal-rates", "signal-rates--2"]
    assert drawn[0].title == "Signals by interview: left the tab"
    assert sum(len(each.table.rows) for each in drawn) == 8 * len(kinds)
    assert "that began: left the tab, " in drawn[0].finding
    assert any("never verdicts" in said for said in drawn[-1].remarks)
