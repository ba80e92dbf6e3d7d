"""Rates of signals tell "not collected" from "none seen", and are no score."""

from re import sub

import pytest

from components.charts import (
    signal_rates_figure,
    signal_rates_sentence,
    signal_rates_table,
    theme,
)
from services.models.recording import SignalKind
from tests.components.charts.cohorts import (
    HOSTILE,
    all_texts,
    estimate,
    names,
    records,
    trace,
)
from tests.components.charts.gradings import rate, seen, watched

SEEN = rate(estimate(12 / 340, 0.02, 0.061, n=340), estimate(0.42, 0.3, 0.58, n=340), missing=20)
NONE = rate(
    estimate(0.0, 0.0, 0.011, n=340),
    estimate(0.0, 0.0, 0.018, n=340),
    kind=SignalKind.BLACK_SCREEN,
)
UNCOLLECTED = rate(kind=SignalKind.EXTERNAL_SCREEN, missing=340)
ONE = seen(watched(SEEN, NONE, UNCOLLECTED))
TWO = seen(
    watched(SEEN, NONE, UNCOLLECTED),
    watched(SEEN, rate(kind=SignalKind.BLACK_SCREEN, missing=50), label="Nurses"),
)


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("per", ["interview", "hour"])
@pytest.mark.parametrize("given", [ONE, TWO, seen(watched()), seen(watched(UNCOLLECTED))])
def test_the_figure_is_valid(validated, given, per, compact):
    """From nothing to two cohorts, counted either way."""
    figure = validated(signal_rates_figure(given, per=per, compact=compact))

    kinds = [one.kind for cohort in given.cohorts for one in cohort.rates]

    assert ("not collected" in names(figure)) is (SignalKind.EXTERNAL_SCREEN in kinds)


@pytest.mark.parametrize("compact", [False, True])
def test_none_seen_is_a_zero_with_its_interval(words, compact):
    """Where nobody was seen a point stands at 0, and the interval says what that leaves open."""
    figure = signal_rates_figure(ONE, per="interview", compact=compact)

    point, band = trace(figure, "estimates"), trace(figure, "intervals")

    assert point.x[1] == 0
    assert (band.base[1], band.x[1]) == pytest.approx((0, 1.1))
    assert any("none seen in 340 interviews" in text for text in words(figure))


@pytest.mark.parametrize("per", ["interview", "hour"])
@pytest.mark.parametrize("compact", [False, True])
def test_not_collected_is_hatched_and_named(words, per, compact):
    """Without anybody looking there is no point, least of all at 0."""
    figure = signal_rates_figure(ONE, per=per, compact=compact)

    hatched, points = trace(figure, "not collected"), trace(figure, "estimates")

    assert [data[0] for data in hatched.customdata] == ["external_screen"]
    assert hatched.marker.pattern.shape == theme.HATCHING["shape"]
    assert "external_screen" not in [data[0] for data in points.customdata]
    assert any("not collected" in text for text in words(figure))


def test_a_rate_by_interview_is_a_percentage_with_its_counts(words):
    """12 of 340 interviews are 3.5 %, and where nobody looked is said beside it."""
    figure = signal_rates_figure(ONE, per="interview")

    texts = " ".join(words(figure))

    assert trace(figure, "estimates").x[0] == pytest.approx(1200 / 340)
    assert "<b>3.5 &#37;</b>" in texts
    assert "(2.0–6.1)" in texts
    assert "12 of 340 interviews" in texts
    assert "not collected in 20" in texts


def test_a_rate_by_hour_counts_events(words):
    """Events of all interviews over their hours, with the interval."""
    figure = signal_rates_figure(ONE, per="hour")

    texts = " ".join(words(figure))

    assert trace(figure, "estimates").x[0] == 0.42
    assert "12 events in 340 interviews" in texts
    assert "(0.30–0.58)" in texts


def test_interviews_of_unknown_length_are_said(words):
    """A rate by hour rests on fewer interviews than those in which signals were collected."""
    short = rate(estimate(0.1, 0.07, 0.14, n=340), estimate(0.42, 0.3, 0.58, n=330))

    beside = words(signal_rates_figure(seen(watched(short)), per="hour"))

    texts = " ".join(sub("<[^>]+>", " ", " ".join(beside)).split())
    assert "34 events in 340 interviews, 330 of known length" in texts


def test_a_refused_rate_is_a_sentence(words):
    """Collected, but without any known length: no rate by hour, and the reason."""
    timeless = rate(estimate(0.1, 0.07, 0.14, n=340))

    figure = signal_rates_figure(seen(watched(timeless)), per="hour")

    assert names(figure) == []
    assert any("No interview of known length" in text for text in words(figure))


def test_all_marks_have_one_colour():
    """Nothing is ranked: a higher rate is drawn as a lower one is."""
    figure = signal_rates_figure(TWO, per="interview")

    tones = set(trace(figure, "estimates").marker.color) | set(
        trace(figure, "intervals").marker.color
    )

    assert tones == {theme.SCORE}


def test_cohorts_stand_under_their_signal(words):
    """With several cohorts each kind is a heading; with one, a row."""
    texts = words(signal_rates_figure(TWO, per="interview"))

    found = [text for text in texts if text in ("All", "Nurses") or "<b>Left the tab" in text]

    assert "Left the tab" in found[0]
    assert found[1:3] == ["All", "Nurses"]


def test_nothing_is_summed_up(words):
    """There is no total of all signals, and no word of a score."""
    texts = " ".join(words(signal_rates_figure(TWO, per="interview"))).lower()

    said = [word for word in ("total", "score", "risk", "suspicious") if word in texts]

    assert said == []


def test_percent_never_passes_a_hundred():
    """The axis of shares ends at 100, whatever the interval."""
    all_seen = rate(estimate(1.0, 0.51, 1.0, n=4), collected=4)

    figure = signal_rates_figure(seen(watched(all_seen)), per="interview")

    assert max(figure.layout.xaxis.tickvals) == 100
    assert figure.layout.xaxis.range[1] < 103


def test_eight_cohorts_keep_the_axis_in_sight():
    """A tall figure has its axis on top, and a row for each cohort and kind."""
    cohorts = [watched(SEEN, NONE, UNCOLLECTED, label=f"Cohort {each}") for each in range(8)]
    given = seen(*cohorts)

    figure = signal_rates_figure(given, per="interview")

    assert len(trace(figure, "estimates").x) == 16
    assert figure.layout.xaxis.side == "top"


@pytest.mark.parametrize("compact", [False, True])
def test_names_are_shown_not_obeyed(validated, compact):
    """A cohort's name is text, however long; a right-to-left one is isolated."""
    given = seen(watched(SEEN, label=HOSTILE * 9), watched(SEEN, label="ممرضات"))

    figure = validated(signal_rates_figure(given, per="interview", compact=compact))

    texts = all_texts(figure)
    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert any("\u2068ممرضات\u2069" in text for text in texts)


def test_the_table_tells_a_zero_from_not_collected():
    """None seen is a 0; not collected is an empty cell."""
    tab, black, second = records(signal_rates_table(ONE))

    found = [tab[name] for name in ("Collected in", "Not collected in", "Interviews with any")]

    assert found == [340, 20, 12]
    assert (black["Events"], black["Share, percent"], black["Events per hour"]) == (0, 0, 0)
    assert (second["Events"], second["Share, percent"], second["Events per hour"]) == (None,) * 3
    assert second["Remark"] == "not collected"


@pytest.mark.parametrize("per", ["interview", "hour"])
def test_the_sentence_says_each_kind(per):
    """Who cannot see the figure hears each rate, and what was not collected."""
    sentence = signal_rates_sentence(ONE, per=per)

    figure = "3.5 % (2.0–6.1)" if per == "interview" else "0.42 an hour (0.30–0.58)"

    assert f"{figure}, not collected in 20" in sentence
    assert "Black screen: none seen in 340 interviews" in sentence
    assert "Second screen: not collected." in sentence


def test_nobody_is_a_sentence():
    """Without an interview that began there is a sentence."""
    given = seen(watched())

    sentence = signal_rates_sentence(given, per="interview")

    assert sentence.startswith("No interview that began")
