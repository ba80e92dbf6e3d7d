"""The timeline drops no signal, whatever its time looks like, and tells 'none' from 'unknown'."""

import pytest

from components.charts import theme, timeline_figure, timeline_sentence, timeline_table
from services.models.interview import Interview, Question
from services.models.recording import Chapter, Signal, SignalKind
from services.models.score import Score, ScoreKind, ScoreState

TAB, BLACK, SCREEN = SignalKind.TAB_CHANGE, SignalKind.BLACK_SCREEN, SignalKind.EXTERNAL_SCREEN
EYES = SignalKind.ABNORMAL_EYE_TRACKING


def recording(*signals, **more):
    given = {"duration_s": 1000, "clock_source": "duration"} | more
    return Interview(vendor="qode", vendor_interview_id="a_b", signals=signals, **given)


def question(index, start_s):
    score = Score(kind=ScoreKind.QUESTION, name="Question", state=ScoreState.MISSING)
    return Question(index=index, text="How does a log compact?", start_s=start_s, score=score)


def trace(figure, name):
    return next(part for part in figure.data if part.name == name)


@pytest.mark.parametrize("compact", [False, True])
def test_every_event_can_be_pointed_at(validated, compact):
    """Moments, ranges, open ends, strays and those without a time each have one area to click."""
    given = recording(
        Signal(kind=TAB, start_s=184),
        Signal(kind=BLACK, start_s=300, end_s=420),
        Signal(kind=BLACK, start_s=700, open_ended=True),
        Signal(kind=TAB, start_s=1808),
        Signal(kind=TAB, start_s=-4),
        Signal(kind=SCREEN),
    )

    events = trace(validated(timeline_figure(given, compact=compact)), "events")

    assert sorted(data[-1] for data in events.customdata if data[-1] is not None) == [
        *(0, 184, 300, 700, 1000),
    ]
    assert [data[0] for data in events.customdata if data[-1] is None] == ["external_screen"]


def test_an_area_is_wider_than_a_short_range():
    """A range of half a second can still be hit."""
    given = recording(Signal(kind=BLACK, start_s=500, end_s=500.5))

    events = trace(timeline_figure(given), "events")

    assert events.x[0] > 10
    assert events.base[0] < 500 < events.base[0] + events.x[0]


def test_areas_of_neighbours_do_not_overlap():
    """Two events close together share the room between them."""
    given = recording(Signal(kind=TAB, start_s=500), Signal(kind=TAB, start_s=504))

    events = trace(timeline_figure(given), "events")

    assert events.base[0] + events.x[0] == events.base[1] == 502


def test_an_event_after_the_end_is_an_arrow_at_the_edge():
    """It is drawn where the recording ends, with its own time in words."""
    given = recording(Signal(kind=TAB, start_s=1808))

    stray = trace(timeline_figure(given), "outside the recording")

    assert (list(stray.x), list(stray.marker.symbol)) == ([1000], ["triangle-right"])
    assert list(stray.text) == ["30:08, after the end"]


def test_an_event_without_a_time_stands_before_the_start(words):
    """The gutter at the left holds it; no second is made up for it."""
    given = recording(Signal(kind=SCREEN))

    figure = timeline_figure(given)

    assert trace(figure, "time unknown").x[0] < 0
    assert any("time<br>unknown" in text for text in words(figure))


def test_not_collected_differs_from_none_seen(words):
    """A lane that the vendor did not collect is hatched and named; an empty one says none seen."""
    given = recording(Signal(kind=TAB, start_s=1), signals_not_collected=(EYES,))

    figure = timeline_figure(given)

    assert len(trace(figure, "not collected").y) == 1
    assert sum("not collected" in text for text in words(figure)) == 1
    assert sum("none seen" in text for text in words(figure)) == 4


def test_chapters_and_questions_can_be_clicked():
    """Each hands over the second at which it begins; an open last chapter reaches the end."""
    given = recording(
        chapters=(
            Chapter(title="Welcome", start_s=0, end_s=60),
            Chapter(title="<b>Kafka</b>", start_s=60),
        ),
        questions=(question(0, 70), question(1, None)),
    )

    figure = timeline_figure(given)

    assert [data[-1] for data in trace(figure, "chapters").customdata] == [0, 60]
    assert list(trace(figure, "chapters").x) == [60, 940]
    assert [data[-1] for data in trace(figure, "questions").customdata] == [70]
    assert "<b>Kafka</b><" not in trace(figure, "chapters").hovertext[1]


def test_a_talk_longer_than_its_clock_is_drawn_whole(words):
    """Chapters beyond the vendor's duration stretch the axis, and a line marks the clock's end."""
    given = recording(chapters=(Chapter(title="Welcome", start_s=0, end_s=1911),))

    figure = timeline_figure(given)

    assert figure.layout.xaxis.range[1] > 1911
    assert any("end by the clock" in text for text in words(figure))


def test_the_clock_is_named(words):
    """The line above the figure says which of the vendor's clocks gave the length."""
    given = recording(clock_source="metadata.end_time")

    texts = words(timeline_figure(given))

    assert any("recording of 16:40, clock: “metadata.end_time”" in text for text in texts)


def test_the_playhead_is_a_line():
    """The selected second is marked; none is without a selection."""
    given = recording(Signal(kind=TAB, start_s=184))

    with_it, without = timeline_figure(given, playhead_s=184), timeline_figure(given)

    marked = [shape.x0 for shape in with_it.layout.shapes if shape.line.color == theme.TEXT]
    assert marked == [184]
    assert len(with_it.layout.shapes) == len(without.layout.shapes) + 1


def test_beyond_an_hour_ticks_show_hours():
    """The axis writes m:ss, and h:mm:ss from an hour on."""
    given = recording(duration_s=5400)

    ticks = timeline_figure(given).layout.xaxis.ticktext

    assert ticks[0] == "0:00"
    assert ticks[-1] == "1:30:00"


def test_nothing_known_is_still_a_figure(validated):
    """Without a length, signals or chapters, the lanes say what is not there."""
    given = recording(duration_s=None, clock_source=None, signals_not_collected=tuple(SignalKind))

    checked = validated(timeline_figure(given))

    assert len(trace(checked, "not collected").y) == len(SignalKind)
    assert timeline_sentence(given).startswith("Length of the recording not given.")


def test_table_and_sentence_hold_every_event():
    """Each event stands in both with its own time, and so does each empty lane."""
    given = recording(Signal(kind=TAB, start_s=1808), signals_not_collected=(EYES,))

    rows, sentence = timeline_table(given).rows, timeline_sentence(given)

    assert rows[0][:4] == ("Left the tab", "30:08, after the end", 1808, None)
    assert len(rows) == 6
    assert "Left the tab: 1 event (30:08, after the end)." in sentence
    assert "Unusual eye movement: not collected." in sentence
