"""The candidate table: what is drawn for a row, and what a click comes back as."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

import pytest

from components.widgets.candidate_table import row_words, score_words
from services.models.browse import Sort, SortColumn
from services.models.score import FIVE_POINTS, ScoreState
from tests.components.widgets.events import app_of, data_of, send
from tests.components.widgets.rows import OVERALL, interview_row


def _page():
    import streamlit as st

    from components.widgets.candidate_table import candidate_table
    from services.models.browse import Sort
    from tests.components.widgets.rows import interview_row

    rows = [interview_row(), interview_row(id="eeeeffffgggghhhh")]
    opened = candidate_table(
        rows,
        sort=st.session_state.get("order", Sort()),
        cut=71,
        link_query={"q": "a&b"},
        on_sort=lambda order: st.session_state.update(order=order),
        key="list",
    )
    st.text(repr(opened))


def test_a_row_is_a_link_with_the_opaque_id_and_the_list_it_came_from():
    """A new tab opens the interview and knows the list; no name or address stands in the link."""
    row = interview_row()

    href = row_words(row, cut=None, link_query={"q": "a&b"})["href"]

    assert href == "interview?interview=aaaabbbbccccdddd&q=a%26b"


def test_a_missing_name_stays_missing():
    """An empty name is not drawn as an empty link: the browser gets None and says so."""
    row = interview_row(candidate_name="", candidate_email=None, role=None)

    words = row_words(row, cut=None, link_query={})

    assert (words["name"], words["email"], words["role"]) == (None, None, None)


def test_a_direction_override_in_a_name_is_seen_and_not_obeyed():
    """A name cannot turn its own letters to pass for another."""
    row = interview_row(candidate_name="\u202egpj.exe\u202c")

    words = row_words(row, cut=None, link_query={})

    assert words["name"] == "�gpj.exe�"


def test_a_score_is_written_with_its_band():
    """Number and band stand together, and the places are shares of the scale."""
    score = OVERALL

    words = score_words(score, cut=None)

    assert words["text"] == "72 (70–75)"
    assert (words["lower"], words["value"], words["upper"]) == (0.7, 0.72, 0.75)
    assert "level not stated" in str(words["title"])


@pytest.mark.parametrize(("cut", "note"), [(70.5, "too close to call"), (69, ""), (76, "")])
def test_a_band_that_holds_the_cut_is_too_close_to_call(cut, note):
    """The band decides, not the point: 72 (70-75) is not above a cut of 70.5."""
    score = OVERALL

    words = score_words(score, cut=cut)

    assert words["note"] == note
    assert words["cut"] == cut / 100


@pytest.mark.parametrize("state", [ScoreState.NOT_EVALUATED, ScoreState.MISSING])
def test_a_score_that_is_none_has_words_and_no_mark(state):
    """Nothing is drawn at zero for what was not evaluated or is missing."""
    score = OVERALL.model_copy(update={"state": state, "value": None})

    words = score_words(score, cut=70)

    assert words["value"] is None
    assert str(words["text"]).startswith(("not evaluated", "no score"))


def test_a_score_without_a_band_says_so():
    """A naked number is marked as one."""
    score = OVERALL.model_copy(update={"lower": None, "upper": None})

    words = score_words(score, cut=70)

    assert (words["text"], words["note"], words["lower"]) == ("72", "no band given", None)


def test_another_scale_is_named_and_takes_no_cut():
    """3.5 of 5 does not meet a pass mark on the 0-100 scale."""
    score = OVERALL.model_copy(update={"value": 3.5, "lower": 3, "upper": 4, "scale": FIVE_POINTS})

    words = score_words(score, cut=70)

    assert (words["value"], words["cut"], words["note"]) == (0.7, None, "of 5")


def test_a_value_beyond_its_scale_stays_in_the_picture_but_not_in_the_words():
    """The picture is clamped, the number is the vendor's own."""
    score = OVERALL.model_copy(update={"value": 104, "upper": 108})

    words = score_words(score, cut=None)

    assert (words["value"], words["upper"]) == (1.0, 1.0)
    assert words["text"] == "104 (70–108)"


def test_a_click_on_a_row_comes_back_as_opened():
    """The page learns which interview the reader wants, once."""
    app = app_of(_page).run()

    send(app, "list", event="opened", value="eeeeffffgggghhhh")

    assert app.text[0].value == "'eeeeffffgggghhhh'"
    assert app.run().text[0].value == "None"


def test_a_click_on_a_header_sorts_before_the_page_is_drawn():
    """The listener learns the new order first, so that one rerun shows it."""
    app = app_of(_page).run()

    send(app, "list", event="sorted", value={"column": "score", "descending": True})

    assert app.session_state["order"] == Sort(column=SortColumn.SCORE, descending=True)
    assert data_of(app, "list")["sort"] == {"column": "score", "descending": True}


def test_a_column_that_does_not_exist_is_no_event():
    """What a tampered browser sends is not believed."""
    app = app_of(_page).run()

    send(app, "list", event="sorted", value={"column": "salary", "descending": True})

    assert "order" not in app.session_state
    assert not app.exception


def test_the_table_is_told_rows_and_order():
    """What goes to the browser holds every row and a caption for screen readers."""
    app = app_of(_page)

    app.run()

    told = data_of(app, "list")
    assert [row["id"] for row in told["rows"]] == ["aaaabbbbccccdddd", "eeeeffffgggghhhh"]
    assert told["sort"] == {"column": "date", "descending": True}
    assert told["caption"].startswith("2 interviews")
