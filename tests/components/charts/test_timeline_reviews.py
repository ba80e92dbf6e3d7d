"""Reviews on the timeline: a sign and words for each, and never a colour alone."""

import pytest

from components.charts import theme, timeline_figure, timeline_sentence, timeline_table
from components.charts.flags import flags
from services.models.integrity import Disposition
from services.models.interview import Interview
from services.models.recording import Signal, SignalKind

TAB, BLACK, SCREEN = SignalKind.TAB_CHANGE, SignalKind.BLACK_SCREEN, SignalKind.EXTERNAL_SCREEN
CONFIRM, DISMISS, ASK = Disposition.CONFIRM, Disposition.DISMISS, Disposition.ASK


def recording(*signals):
    return Interview(vendor="qode", vendor_interview_id="a_b", signals=signals, duration_s=1000)


def trace(figure, name):
    return next(part for part in figure.data if part.name == name)


@pytest.mark.parametrize("compact", [False, True])
def test_each_review_has_its_sign_beside_the_mark(validated, compact):
    """A check sign, a cross and a question mark; a flag that nobody looked at has none."""
    given = recording(*(Signal(kind=TAB, start_s=second) for second in (100, 200, 300, 400)))
    first, second, third, _ = (flag.key for flag in flags(given))
    reviewed = {first: CONFIRM, second: DISMISS, third: ASK}

    signs = trace(validated(timeline_figure(given, reviewed=reviewed, compact=compact)), "reviews")

    assert list(zip(signs.x, signs.text, strict=True)) == [
        (100, "<b>✓</b>"),
        (200, "<b>×</b>"),
        (300, "<b>?</b>"),
    ]


def test_a_dismissed_mark_is_hollow():
    """A moment, a stray and a range lose their filling; an open range keeps its arrow."""
    given = recording(
        Signal(kind=TAB, start_s=100),
        Signal(kind=TAB, start_s=2000),
        Signal(kind=BLACK, start_s=300, end_s=400),
        Signal(kind=BLACK, start_s=500, open_ended=True),
    )
    dismissed = {flag.key: DISMISS for flag in flags(given)}

    figure = timeline_figure(given, reviewed=dismissed)

    assert list(trace(figure, "moments").marker.symbol) == ["diamond-open"]
    assert list(trace(figure, "outside the recording").marker.symbol) == ["triangle-right-open"]
    assert list(trace(figure, "ranges").marker.color) == [theme.CLEAR, theme.CLEAR]
    assert list(trace(figure, "ranges").x) == [100, 500]
    assert list(trace(figure, "end not given").x) == [1000]


def test_a_flag_without_a_time_shows_its_review():
    """The sign stands over the mark in the gutter."""
    given = recording(Signal(kind=SCREEN))

    figure = timeline_figure(given, reviewed={flags(given)[0].key: CONFIRM})

    assert trace(figure, "reviews").x == trace(figure, "time unknown").x


def test_the_words_stand_on_hover_and_in_the_legend(words):
    """Only what is there is explained."""
    given = recording(Signal(kind=TAB, start_s=100))
    reviewed = {flags(given)[0].key: DISMISS}

    figure = timeline_figure(given, reviewed=reviewed)

    assert trace(figure, "events").hovertext[0].endswith("× dismissed")
    assert any("hollow, dismissed" in text for text in words(figure))
    assert not any("confirmed" in text for text in words(figure))
    assert not any("dismissed" in text for text in words(timeline_figure(given)))


def test_an_event_hands_over_its_key():
    """A click chooses the flag in the form, and goes to its second."""
    given = recording(Signal(kind=TAB, start_s=100))

    (data,) = trace(timeline_figure(given), "events").customdata

    assert data == ["tab_change", "tab_change:100000::1", 100]


def test_table_and_sentence_tell_the_reviews():
    """Also that a flag awaits one; where nobody looked at any, the sentence stays short."""
    given = recording(Signal(kind=TAB, start_s=100), Signal(kind=TAB, start_s=200))
    reviewed = {flags(given)[1].key: ASK}

    table, sentence = (
        timeline_table(given, reviewed=reviewed),
        timeline_sentence(given, reviewed=reviewed),
    )

    assert [row[-1] for row in table.rows[:3]] == ["not reviewed", "ask the candidate", None]
    assert "2 events (1:40; 3:20; by review 1 ask the candidate, 1 not reviewed)" in sentence
    assert "review" not in timeline_sentence(given)


def test_a_review_of_a_flag_that_is_gone_is_not_drawn():
    """A newer answer may no longer hold what was reviewed."""
    given = recording(Signal(kind=TAB, start_s=100))

    figure = timeline_figure(given, reviewed={"tab_change:99000::1": CONFIRM})

    assert not trace(figure, "reviews").text
