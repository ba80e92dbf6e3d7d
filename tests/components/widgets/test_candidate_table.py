"""The candidate table: what is drawn for a row, and what a click comes back as."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from datetime import UTC, datetime

import pytest

from components.widgets.candidate_table import RowMarks, row_words, score_words
from services.models.browse import Sort, SortColumn
from services.models.language import SpeakerMatch
from services.models.score import FIVE_POINTS, ScoreState
from tests.components.widgets.events import app_of, data_of, send
from tests.components.widgets.rows import OVERALL, interview_row

MARKS = RowMarks(titles={"qode": "Qode"}, link_query={}, picked=())


def _page():
    import streamlit as st

    from components.widgets.candidate_table import RowMarks, TableEvents, candidate_table
    from services.models.browse import Sort
    from tests.components.widgets.rows import interview_row

    def keep(row, is_on):
        st.session_state["chosen"] = (row.id, is_on)

    rows = [interview_row(), interview_row(id="eeeeffffgggghhhh")]
    opened = candidate_table(
        rows,
        sort=st.session_state.get("order", Sort()),
        cut=71,
        marks=RowMarks(titles={"qode": "Qode"}, link_query={}, picked=("eeeeffffgggghhhh",)),
        on_event=TableEvents(sort=lambda order: st.session_state.update(order=order), pick=keep),
        key="list",
    )
    st.text(repr(opened))


def test_a_row_is_a_link_with_the_opaque_id_and_the_list_it_came_from():
    """A new tab opens the interview and knows the list; no name or address stands in the link."""
    row = interview_row()

    href = row_words(row, cut=None, marks=RowMarks({}, {"q": "a&b"}, ()))["href"]

    assert href == "interview?interview=aaaabbbbccccdddd&q=a%26b"


def test_a_missing_name_stays_missing():
    """An empty name is not drawn as an empty link: the browser gets None and says so."""
    row = interview_row(candidate_name="", candidate_email=None, role=None)

    words = row_words(row, cut=None, marks=MARKS)

    assert (words["name"], words["email"], words["role"]) == (None, None, None)


def test_a_direction_override_in_a_name_is_seen_and_not_obeyed():
    """A name cannot turn its own letters to pass for another."""
    row = interview_row(candidate_name="\u202egpj.exe\u202c")

    words = row_words(row, cut=None, marks=MARKS)

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

    assert words["text"] == "3.5 of 5 (3–4)"
    assert (words["cut"], words["note"]) == (None, "")


def test_another_scale_has_no_place_on_the_columns_axis():
    """3.5 of 5 and 70 of 100 never stand on one axis: the first has no picture."""
    percent = OVERALL
    points = OVERALL.model_copy(update={"value": 3.5, "lower": 3, "upper": 4, "scale": FIVE_POINTS})

    drawn = [score_words(score, cut=None)["drawn"] for score in (percent, points)]

    assert drawn == [True, False]


def test_an_unscored_interview_is_no_zero():
    """A vendor that scores nothing has a word in the place of the number."""
    score = OVERALL.model_copy(
        update={"state": ScoreState.UNSCORED, "value": None, "lower": None, "upper": None}
    )

    words = score_words(score, cut=70)

    assert (words["value"], words["text"]) == (None, "unscored")


def test_a_row_names_its_vendor_and_its_level_as_issued():
    """Where a number comes from stands in each row, in the vendor's own spelling."""
    row = interview_row(cefr="B1+")

    words = row_words(row, cut=None, marks=MARKS)

    assert words["vendor"]["text"] == "Qode"
    assert words["cefr"] == "CEFR B1+, issued"
    assert row_words(interview_row(), cut=None, marks=MARKS)["cefr"] is None


def test_a_deleted_interview_says_since_when():
    """Kept here, gone at the vendor: the row tells it."""
    row = interview_row(gone_at=datetime(2026, 4, 2, 10, tzinfo=UTC))

    words = row_words(row, cut=None, marks=MARKS)

    assert words["gone"] == "Deleted at the vendor, noticed 2 Apr 2026"
    assert row_words(interview_row(), cut=None, marks=MARKS)["gone"] is None


@pytest.mark.parametrize("is_on", [True, False])
def test_a_tick_hands_over_the_row(is_on):
    """The listener learns who is chosen before the page is drawn."""
    app = app_of(_page).run()

    send(app, "list", event="picked", value={"id": "eeeeffffgggghhhh", "on": is_on})

    assert app.session_state["chosen"] == ("eeeeffffgggghhhh", is_on)


@pytest.mark.parametrize("told", [{}, {"id": "of-nobody", "on": True}, "all", None])
def test_a_tick_on_no_row_is_no_event(told):
    """What a tampered browser sends is not believed."""
    app = app_of(_page).run()

    send(app, "list", event="picked", value=told)

    assert "chosen" not in app.session_state
    assert not app.exception


def test_the_chosen_rows_are_ticked():
    """The boxes show who is on the shortlist."""
    app = app_of(_page)

    app.run()

    assert [row["picked"] for row in data_of(app, "list")["rows"]] == [False, True]


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


@pytest.mark.parametrize(
    ("match", "doubt"),
    [(SpeakerMatch.LOW, "speaker match low"), (SpeakerMatch.MEDIUM, None), (None, None)],
)
def test_a_doubtful_voice_is_said_in_its_row(match, doubt):
    """Perhaps somebody else was scored: the row says so in words, not by grey alone."""
    row = interview_row(match=match)

    words = row_words(row, cut=None, marks=MARKS)

    assert words["doubt"] == doubt


def _short_page():
    import streamlit as st

    from components.widgets.candidate_table import RowMarks, TableEvents, candidate_table
    from tests.components.widgets.rows import interview_row

    candidate_table(
        [interview_row()],
        sort=None,
        cut=None,
        marks=RowMarks(titles={}, link_query={}, picked=()),
        on_event=TableEvents(
            pick=lambda *_: None, sort=lambda order: st.session_state.update(order=order)
        ),
        key="few",
    )
    st.text(repr(st.session_state.get("order")))


def test_a_list_in_an_order_of_its_own_offers_no_other():
    """The browser is told that there is nothing to sort by; an event of a sort changes nothing."""
    app = app_of(_short_page).run()

    told = data_of(app, "few")["sort"]
    app = send(app, "few", event="sorted", value={"column": "name", "descending": False})

    assert told is None
    assert app.text[0].value == "None"
