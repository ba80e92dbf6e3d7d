"""The shortlist: two to five interviews, chosen in a list and carried to the comparison."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

import pytest

from tests.components.widgets.events import app_of


def _page(count):
    import streamlit as st

    from components.widgets import shortlist
    from tests.components.widgets.rows import interview_row

    if "begun" not in st.session_state:
        st.session_state["begun"] = True
        for number in range(count):
            row = interview_row(id=f"id-{number}", candidate_name=f"*{number}*")
            shortlist.pick(row, is_on=True)
    st.session_state["names"] = dict(shortlist.picked())
    shortlist.bar()


def test_nobody_chosen_has_no_bar():
    """The list has its whole page while nobody compares."""
    app = app_of(_page, 0)

    app.run()

    assert not app.button
    assert not app.markdown


@pytest.mark.parametrize(("count", "is_off"), [(1, True), (2, False), (5, False), (6, True)])
def test_two_to_five_can_be_compared(count, is_off):
    """One is nobody to compare with, and six are too many."""
    app = app_of(_page, count)

    app.run()

    assert app.button(key="compare-now").disabled is is_off
    assert f"To compare ({count})" in app.markdown[0].value


def test_names_are_no_markdown():
    """A name is shown as it was written."""
    app = app_of(_page, 2)

    app.run()

    assert r"\*0\*, \*1\*" in app.markdown[0].value


def test_clear_takes_everybody_out():
    """And the bar with them."""
    app = app_of(_page, 3).run()

    app.button(key="clear-shortlist").click().run()

    assert app.session_state["names"] == {}
    assert not app.button


def test_somebody_without_a_name_is_told_by_the_address():
    """Or else by the words that there is none."""

    def page():
        import streamlit as st

        from components.widgets import shortlist
        from tests.components.widgets.rows import interview_row

        shortlist.pick(interview_row(id="one", candidate_name=None), is_on=True)
        shortlist.pick(
            interview_row(id="two", candidate_name=None, candidate_email=None), is_on=True
        )
        shortlist.pick(interview_row(id="gone"), is_on=False)
        st.session_state["names"] = dict(shortlist.picked())

    app = app_of(page).run()

    names = app.session_state["names"]

    assert names == {"one": "wanjiru@example.com", "two": "No name given"}
