"""The start page: what the table holds, what narrows it, and what to do when it is empty."""

import pytest

from tests.components.widgets.events import send
from tests.pages import answers

PAGE = "pages/review/candidates.py"
NAMES = ("complete", "no_ci", "scheduled", "skipped")


@pytest.fixture
def stored(store, payload):
    """Put four interviews into the cache; return their ids by the payloads' names."""
    return {name: store(payload(name)) for name in NAMES}


def _ids(app) -> list[str]:
    return [row["id"] for row in answers.data(app, "candidates")["rows"]]


def test_an_empty_cache_says_what_to_do(open_page):
    """A sentence and the way to the Sources page, and no empty table."""
    app = open_page(PAGE)

    assert not app.exception
    assert "Sources page" in app.info[0].value
    assert "candidates" not in answers.components(app)


def test_the_newest_interview_comes_first(open_page, stored):
    """Each row with its score and its band in words."""
    app = open_page(PAGE)

    rows = answers.data(app, "candidates")["rows"]

    assert [row["id"] for row in rows] == [
        stored[name] for name in ("scheduled", "skipped", "complete", "no_ci")
    ]
    assert [row["overall"]["text"] for row in rows][1:] == ["64 (58–69)", "71 (69–74)", "58"]


@pytest.mark.parametrize(
    ("sort", "order"),
    [("score", ["no_ci", "skipped", "complete"]), ("-score", ["complete", "skipped", "no_ci"])],
)
def test_what_has_no_score_is_last_in_both_directions(open_page, stored, sort, order):
    """Never at zero, and with words in place of a number."""
    app = open_page(PAGE, sort=sort)

    last = answers.data(app, "candidates")["rows"][-1]

    assert _ids(app) == [stored[name] for name in [*order, "scheduled"]]
    assert last["overall"]["value"] is None
    assert last["overall"]["text"]


def test_the_search_narrows_and_can_be_cleared(open_page, stored):
    """A part of a name, in its own script; clearing brings everything back."""
    app = open_page(PAGE)

    app.text_input(key="q").set_value("оюун").run()
    found = _ids(app)
    app.button(key="clear-filters").click().run()

    assert found == [stored["complete"]]
    assert len(_ids(app)) == 4


@pytest.mark.parametrize(
    ("key", "value", "left"),
    [
        ("outcome", ["Undetermined"], {"skipped"}),
        ("status", ["Scheduled"], {"scheduled"}),
        ("role", ["Data Scientist", "Data Engineer"], {"no_ci", "complete"}),
        ("version", ["no_ci_v1"], {"no_ci"}),
    ],
)
def test_a_filter_narrows_the_list(open_page, stored, key, value, left):
    """The button counts the filters that are set."""
    app = open_page(PAGE)

    app.multiselect(key=key).set_value(value).run()

    assert set(_ids(app)) == {stored[name] for name in left}


def test_a_range_of_scores_leaves_out_what_has_none(open_page, stored):
    """Between 60 and 70 there is one; the missing score is not taken for a zero."""
    app = open_page(PAGE)

    app.number_input(key="min").set_value(60.0)
    app.number_input(key="max").set_value(70.0).run()

    assert _ids(app) == [stored["skipped"]]


@pytest.mark.usefixtures("stored")
def test_no_match_is_another_sentence_than_an_empty_cache(open_page):
    """It says to take a filter away."""
    app = open_page(PAGE)

    app.text_input(key="q").set_value("nobody of this name").run()

    assert "filters" in app.info[0].value
    assert "candidates" not in answers.components(app)


def test_a_header_puts_the_order_into_the_url(open_page, stored):
    """The next run, and every link, has it."""
    app = open_page(PAGE)

    send(app, "candidates", event="sorted", value={"column": "score", "descending": True})

    assert app.query_params["sort"] in ("-score", ["-score"])
    assert _ids(app)[0] == stored["complete"]


def test_a_row_opens_its_interview(open_page, stored):
    """With the list that it stands in, so that previous and next stay in it."""
    app = open_page(PAGE, sort="-score")

    send(app, "candidates", event="opened", value=stored["complete"])

    assert [title.value for title in app.title] == ["Оюунаа Бат"]
    assert app.query_params["interview"] in (stored["complete"], [stored["complete"]])


def test_pages_meet_without_a_gap(open_page, store, payload):
    """Of 30 interviews the first page has 25, the second the other 5."""
    store(*(payload("no_ci", interview_id=f"n-{number:02}") for number in range(30)))
    app = open_page(PAGE)
    first = _ids(app)

    app.button(key="pager-next").click().run()
    second = _ids(app)
    app.button(key="pager-previous").click().run()

    assert (len(first), len(second)) == (25, 5)
    assert not set(first) & set(second)
    assert _ids(app) == first


@pytest.mark.parametrize("query", [{"sort": "accent"}, {"page": "-3"}, {"after": "of-nobody"}])
@pytest.mark.usefixtures("stored")
def test_a_broken_link_shows_the_list_all_the_same(open_page, query):
    """What cannot be is passed over."""
    app = open_page(PAGE, **query)

    assert not app.exception
    assert not app.error
    assert len(_ids(app)) == 4


def test_a_database_that_cannot_be_opened_is_a_sentence(open_page, tmp_path):
    """No traceback, and what to do."""
    (tmp_path / "scoreband.db").write_bytes(b"Shopping list: salt and bread. " * 300)

    app = open_page(PAGE)

    assert not app.exception
    assert any("not a database of Scoreband" in error.value for error in app.error)


def test_rows_of_all_vendors_stand_side_by_side(open_page, all_vendors):
    """Each with its vendor; a 0-5 has no picture and its scale in words, an unscored no number."""
    app = open_page(PAGE)

    rows = {row["id"]: row for row in answers.data(app, "candidates")["rows"]}

    told = {name: rows[one]["overall"]["text"] for name, one in all_vendors.items()}
    assert told == {
        "qode": "71 (69–74)",
        "instaview": "74",
        "round0": "unscored",
        "zenhire": "3.5 of 5",
    }
    assert rows[all_vendors["zenhire"]]["overall"]["drawn"] is False
    assert {row["vendor"]["text"] for row in rows.values()} == {
        *("Qode", "InstaView", "round0", "ZenHire")
    }
    assert rows[all_vendors["zenhire"]]["cefr"] == "CEFR B2, issued"
    assert rows[all_vendors["qode"]]["cefr"] is None


def test_chosen_rows_go_to_the_comparison(open_page, stored):
    """The ids travel in the URL, so that the link shows the same comparison."""
    app = open_page(PAGE)
    for name in ("complete", "no_ci"):
        send(app, "candidates", event="picked", value={"id": stored[name], "on": True})
    ids = f"{stored['complete']},{stored['no_ci']}"

    app.button(key="compare-now").click().run()

    assert app.query_params["ids"] in (ids, [ids])
    assert "comparison" in answers.figures(app)


def test_a_choice_survives_another_page_of_the_list(open_page, stored):
    """The reader looks around while choosing; a second tick takes somebody out."""
    app = open_page(PAGE)
    send(app, "candidates", event="picked", value={"id": stored["complete"], "on": True})

    app.text_input(key="q").set_value("nobody of this name").run()
    app.button(key="clear-filters").click().run()

    [row] = [row for row in answers.data(app, "candidates")["rows"] if row["picked"]]
    assert row["id"] == stored["complete"]
    send(app, "candidates", event="picked", value={"id": stored["complete"], "on": False})
    assert not [row for row in answers.data(app, "candidates")["rows"] if row["picked"]]


def test_a_sixth_choice_closes_the_way_to_the_comparison(open_page, store, payload):
    """Two to five: six are told to be too many by a button that is off."""
    ids = [store(payload("no_ci", interview_id=f"n-{number}")) for number in range(6)]
    app = open_page(PAGE)

    for one in ids:
        send(app, "candidates", event="picked", value={"id": one, "on": True})

    assert app.button(key="compare-now").disabled
    app.button(key="clear-shortlist").click().run()
    assert "compare-now" not in {one.key for one in app.button}
