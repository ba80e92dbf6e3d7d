"""The filter bar: what it is set to, where it lies, and how it is cleared."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from datetime import UTC, date, datetime

from services.models.interview import Outcome, Status
from tests.components.widgets.events import app_of


def _page():
    import streamlit as st

    from components.widgets.filters import interview_filter
    from services.models.browse import Facets
    from services.models.interview import Outcome, Status

    facets = Facets(
        roles=("Nurse", "Data Analyst"),
        vendors=("qode",),
        statuses=(Status.REPORTED, Status.NO_SHOW),
        outcomes=(Outcome.PASS, Outcome.UNDETERMINED),
        versions=("v4",),
    )
    st.session_state["told"] = interview_filter(facets)


def test_nothing_set_means_any():
    """An untouched bar filters nothing."""
    app = app_of(_page)

    app.run()

    assert app.session_state["told"].model_dump(exclude_defaults=True) == {}
    assert not app.exception


def test_a_link_sets_every_filter():
    """A pasted address gives the same rows in a fresh browser."""
    app = app_of(_page)
    link = {
        "q": " wanjirũ ",
        "role": ["Nurse"],
        "status": ["No show"],
        "outcome": ["Undetermined"],
        "version": ["v4"],
        "from": "2026-03-01",
        "min": "40",
        "max": "80.5",
        "notices": "with",
        "month": ["2026-03", "none"],
        "started": "no",
        "deleted": "only",
    }
    for name, value in link.items():
        app.query_params[name] = value

    app.run()

    told = app.session_state["told"]
    assert (told.text, told.roles, told.versions) == ("wanjirũ", ("Nurse",), ("v4",))
    assert (told.statuses, told.outcomes) == ((Status.NO_SHOW,), (Outcome.UNDETERMINED,))
    assert (told.since, told.until) == (date(2026, 3, 1), None)
    assert (told.score_min, told.score_max, told.has_notices) == (40.0, 80.5, True)
    assert (told.months, told.started, told.gone) == ((202603, 0), False, True)


def test_a_link_with_nonsense_filters_nothing():
    """Unknown values are ignored, never an error."""
    app = app_of(_page)
    nonsense = {"status": ["hired"], "min": "abc", "from": "soon", "month": ["2026-13"]}
    for name, value in (nonsense | {"started": "maybe", "deleted": "yes"}).items():
        app.query_params[name] = value

    app.run()

    assert app.session_state["told"].model_dump(exclude_defaults=True) == {}
    assert not app.exception


def test_a_new_filter_goes_back_to_the_first_page():
    """The row that the page began beside may not be in the new list."""
    app = app_of(_page)
    app.query_params["after"] = "aaaabbbbccccdddd"
    app.query_params["page"] = "7"
    app.run()

    app.multiselect(key="role").select("Nurse").run()

    assert app.session_state["told"].roles == ("Nurse",)
    assert "after" not in app.query_params
    assert "page" not in app.query_params


def test_deleted_interviews_are_hidden_until_they_are_asked_for():
    """What its vendor has deleted is left out, unless the reader wants it beside the rest."""
    app = app_of(_page).run()
    before = app.session_state["told"].gone

    app.button_group(key="deleted").set_value("shown").run()

    assert before is False
    assert app.session_state["told"].gone is None
    assert app.query_params["deleted"] in ("shown", ["shown"])


def test_what_has_no_role_can_be_asked_for():
    """A link to the interviews without a role, as the funnel makes it, keeps its meaning."""
    app = app_of(_page)
    app.query_params["role"] = [""]

    app.run()

    assert app.session_state["told"].roles == ("",)
    assert "None given" in app.multiselect(key="role").format_func("")


def test_a_month_is_shown_only_where_a_link_asks_for_it():
    """Nobody picks months from a list; a link's month can be taken away again."""
    app = app_of(_page)
    app.query_params["month"] = ["2026-03"]
    app.run()

    app.multiselect(key="month").set_value([]).run()

    assert app.session_state["told"].months == ()
    assert "month" not in app.query_params


def _page_with_attached():
    import streamlit as st

    from components.widgets.filters import interview_filter
    from services.models.browse import Facets, ListName

    facets = Facets(
        interview_types=("technical",),
        tags=("autumn intake", "référés"),
        lists=(ListName(id="k7f2", name="Shortlist of 東京"),),
    )
    st.session_state["told"] = interview_filter(facets)


def test_types_tags_and_lists_are_offered_where_there_are_any():
    """A list that nobody has saved is no empty box on everybody's screen."""
    app = app_of(_page).run()
    offered = app_of(_page_with_attached).run()

    offered.multiselect(key="tag").select("référés").run()
    offered.multiselect(key="list").select("k7f2").run()

    assert {"type", "tag", "list", "meta"}.isdisjoint(one.key for one in app.multiselect)
    assert {"type", "tag", "list"} <= {one.key for one in offered.multiselect}
    assert "Shortlist of 東京" in offered.multiselect(key="list").options
    assert offered.session_state["told"].tags == ("référés",)
    assert offered.session_state["told"].lists == ("k7f2",)


def test_metadata_is_shown_only_where_a_link_asks_for_it():
    """There are too many keys to offer; what a link asks for can be taken away again."""
    app = app_of(_page)
    app.query_params["meta"] = ["site:B"]
    app.run()
    before = app.session_state["told"].metadata

    app.multiselect(key="meta").set_value([]).run()

    assert before == (("site", "B"),)
    assert app.session_state["told"].metadata == ()
    assert "meta" not in app.query_params


def test_what_is_new_can_be_widened_to_everything():
    """A link from the overview says since when, and one click takes that away."""
    app = app_of(_page)
    app.query_params["new"] = "2026-11-20T09:30:00Z"
    app.run()
    before = app.session_state["told"].arrived_since

    app.checkbox(key="only-new").uncheck().run()

    assert before == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert app.session_state["told"].arrived_since is None
    assert "new" not in app.query_params
    assert not app.checkbox


def test_the_bar_counts_its_filters_and_clears_them():
    """Folded filters are not forgotten: their number is on the button beside them."""
    app = app_of(_page).run()
    app.multiselect(key="role").select("Nurse").run()
    app.number_input(key="min").set_value(50).run()
    assert app.get("popover")[0].proto.popover.label == "Filters (2)"

    app.button(key="clear-filters").click().run()

    assert app.session_state["told"].model_dump(exclude_defaults=True) == {}
