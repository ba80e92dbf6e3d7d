"""Latency counts the candidate's turns only."""

import pytest

from components.charts import latency_figure, latency_sentence, latency_table, theme
from services.models.recording import LatencySummary, LatencyTurn, Speaker


def turn(number, latency_s, *, role=Speaker.CANDIDATE, is_anomaly=False):
    return LatencyTurn(
        turn=number,
        speaker=role.value,
        role=role,
        latency_s=latency_s,
        start_s=number * 20,
        is_anomaly=is_anomaly,
    )


@pytest.fixture
def summary():
    turns = (
        turn(1, 0.2, role=Speaker.INTERVIEWER),
        turn(2, 1.5),
        turn(4, 9.0, is_anomaly=True),
        turn(6, None),
        turn(8, 2.5),
    )
    return LatencySummary(turns=turns, vendor_mean_s=3.3)


@pytest.mark.parametrize("compact", [False, True])
def test_the_interviewers_turns_are_left_out(summary, validated, compact):
    """Only the candidate's turns have a bar; one not measured has a cross, not a bar of zero."""
    checked = validated(latency_figure(summary, compact=compact))

    bars, crosses = checked.data

    assert list(bars.x) == [2, 4, 8]
    assert list(crosses.x) == [6]


def test_the_unusual_turn_is_marked(summary):
    """The vendor's anomaly has a sign as well as a colour, and a click leads to its second."""
    bars = latency_figure(summary).data[0]

    marked = list(bars.marker.color).index(theme.DOUBT)

    assert bars.x[marked] == 4
    assert bars.text[marked] == "<b>9</b> ▲"
    assert bars.customdata[marked][-1] == 80


def test_the_median_is_of_the_candidate(summary, words):
    """The median is that of 1.5, 2.5 and 9 seconds; the vendor's mean mixes both speakers."""
    given = summary

    texts = words(latency_figure(given))

    assert any("median 2.5 s" in text for text in texts)


def test_no_latency_is_said(words):
    """Without any measured turn the figure and its sentence say so."""
    given = LatencySummary(turns=(turn(2, None),))

    texts = words(latency_figure(given))

    assert any("no latency of a candidate's turn was given" in text for text in texts)
    assert latency_sentence(given) == "No latency of a candidate's turn was given."


def test_table_and_sentence_hold_the_turns(summary):
    """Each candidate turn is a row, and the sentence names the unusual one."""
    rows, sentence = latency_table(summary).rows, latency_sentence(summary)

    turns = [row[:3] for row in rows]

    assert turns == [(2, 1.5, "no"), (4, 9.0, "yes"), (6, None, "no"), (8, 2.5, "no")]
    assert sentence == (
        "3 of 4 candidate turns measured, median 2.5 seconds. "
        "Unusual, says the vendor: turn 4 (9 s)."
    )
