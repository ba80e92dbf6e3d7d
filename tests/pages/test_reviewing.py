"""The review of a flag on the interview page: chosen, explained, said, and told back."""

from pathlib import Path

import pytest

from services.models.integrity import Disposition
from tests.components.widgets.events import choose
from tests.pages import answers

PAGE = "pages/review/interview.py"
FLAG, OTHER = "tab_change:192173::1", "black_screen:41600:43000:1"


@pytest.fixture
def one(store, payload):
    """Put an interview with eight flags into the cache; return its id."""
    return store(payload("complete"))


def _say(app, disposition, *, note=""):
    if note:
        app.text_area[0].set_value(note)
    button = next(each for each in app.button if each.key == f"review-{disposition}")
    return button.click().run()


def _chosen(app):
    return next(each for each in app.selectbox if each.key.startswith("review-flag"))


def test_the_first_flag_that_nobody_looked_at_is_offered(open_page, one):
    """With its lane, its time, what holds for it, and harmless reasons for it."""
    app = open_page(PAGE, interview=one)

    box = _chosen(app)

    assert box.value == FLAG
    assert len(box.options) == 8
    assert box.options[0] == "Left the tab · 3:12 · not reviewed"
    assert "a link to open" in answers.markdown(app)
    assert "8 flags: 8 not reviewed." in answers.markdown(app)


def test_a_review_is_kept_and_told_back(open_page, one, services):
    """In the cache, in the list, in the history, and on the timeline."""
    app = _say(open_page(PAGE, interview=one), "dismiss", note="Das war der Link zur Aufgabe.")

    (kept,) = services.reviews.of(one)
    assert (kept.signal, kept.disposition) == (FLAG, Disposition.DISMISS)
    assert _chosen(app).options[0] == "Left the tab · 3:12 · dismissed"
    assert answers.data(app, "flag-reviews")["rows"][0][1:] == [
        "dismissed",
        "Das war der Link zur Aufgabe.",
    ]
    assert answers.figures(app)["timeline"]["reviews"]["text"] == ["<b>×</b>"]
    assert "8 flags: 1 dismissed, 7 not reviewed." in answers.markdown(app)


def test_the_note_is_empty_after_it_was_kept(open_page, one):
    """What was said of one flag is not said of the next by mistake."""
    app = _say(open_page(PAGE, interview=one), "confirm", note="He opened a chat.")

    assert app.text_area[0].value == ""


def test_another_word_on_a_flag_is_added(open_page, one, services):
    """The latest holds, and both stand in the history, the latest first."""
    app = _say(open_page(PAGE, interview=one), "confirm", note="He opened a chat.")

    app = _say(app, "ask", note="It was the chat of the company.")

    assert [row[1] for row in answers.data(app, "flag-reviews")["rows"]] == [
        "ask the candidate",
        "confirmed",
    ]
    assert services.store.latest_reviews() == {one: {FLAG: Disposition.ASK}}


def test_a_click_on_an_event_chooses_its_flag(open_page, one):
    """And goes to its second, as before."""
    app = open_page(PAGE, interview=one)

    app = choose(app, "timeline", data=["black_screen", OTHER, 41.6])

    assert _chosen(app).value == OTHER
    assert app.query_params["at"] == "41.6"
    assert "slept for a moment" in answers.markdown(app)


def test_a_click_on_a_chapter_leaves_the_choice_alone(open_page, one):
    """It is a second and no flag."""
    app = open_page(PAGE, interview=one)

    app = choose(app, "timeline", data=["chapter", 60])

    assert _chosen(app).value == FLAG
    assert app.query_params["at"] == "60"


def test_a_flag_is_looked_at_without_a_mouse(open_page, one):
    """A button goes to the chosen flag's second."""
    app = open_page(PAGE, interview=one)

    app.button(key="review-seek").click().run()

    assert app.query_params["at"] == "192.173"


def test_a_foreign_note_is_not_read_as_markdown(open_page, one, services):
    """A reviewer may write any signs."""
    services.reviews.review(one, FLAG, Disposition.ASK, note="<b>[x](https://a.example.com)</b>")

    app = open_page(PAGE, interview=one)

    app = choose(app, "timeline", data=["tab_change", FLAG, 192.173])
    assert answers.data(app, "flag-reviews")["rows"][0][2] == "<b>[x](https://a.example.com)</b>"
    assert "a.example.com" not in answers.markdown(app)


def test_an_interview_without_flags_has_nothing_to_review(open_page, store, payload):
    """No form, no empty table."""
    one = store(payload("complete", interview_signals={"tab_changes": []}, latency_summary=None))

    app = open_page(PAGE, interview=one)

    assert not app.exception
    assert not [each for each in app.selectbox if str(each.key).startswith("review-flag")]


def test_a_cache_that_may_only_be_read_says_so(open_page, one, services):
    """The note is not lost, and the timeline still stands."""
    path = Path(services.store.check().path)
    services.store.close()
    path.chmod(0o444)

    app = _say(open_page(PAGE, interview=one), "confirm", note="He opened a chat.")

    assert not app.exception
    assert app.error
    assert app.text_area[0].value == "He opened a chat."
    assert "timeline" in answers.figures(app)
