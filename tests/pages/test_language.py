"""The language page: by whose word somebody is at a level, and what is never used to rank."""

import json

import pytest

from components.widgets.languages import LIMIT
from tests.components.widgets.events import choose
from tests.pages import answers

PAGE = "pages/analyse/language.py"


@pytest.fixture
def spoken(store, payload, answer) -> dict[str, str]:
    """Put a language result of each kind into the cache; return their ids by name."""
    return {
        "numbers": store(payload("complete")),
        "issued": store(answer("zenhire", "success")),
        "partial": store(answer("zenhire", "partial")),
        "test": store(answer("instaview", "language_test")),
    }


def _told(app) -> str:
    kinds = (app.info, app.error, app.warning, app.caption)
    return " ".join(one.value for kind in kinds for one in kind).replace("\\", "")


def _ladder(app) -> dict[str, dict[str, object]]:
    """Return the rows under the ladder, each by its columns, by the candidate's name."""
    told = answers.data(app, "ladder-tools")
    rows = (dict(zip(told["columns"], row, strict=True)) for row in told["rows"])
    return {row["Candidate"]: row for row in rows}


def _level(app, name: str) -> tuple[object, object]:
    """Return the level of a candidate and by whose word it is."""
    row = _ladder(app)[name]
    return row["Level"], row["By"]


def test_an_empty_cache_is_a_sentence(open_page):
    """It says which vendors score language at all."""
    app = open_page(PAGE)

    assert not app.exception
    assert "No language result matches" in _told(app)
    assert not app.get("plotly_chart")


def test_an_interview_without_language_is_not_on_the_page(open_page, store, payload):
    """It has no level, and that is not the lowest one."""
    store(payload("no_ci"))

    app = open_page(PAGE)

    assert "No language result matches" in _told(app)


@pytest.mark.usefixtures("spoken")
def test_levels_are_told_with_whose_word_they_are(open_page):
    """Issued where the vendor issued one; a number alone has no level."""
    app = open_page(PAGE)

    issued, numbers = _level(app, "Ọlábísí Adéwálé"), _level(app, "Оюунаа Бат")

    assert not app.exception
    assert issued == ("B2", "issued")
    assert numbers == (None, "no CEFR issued")


@pytest.mark.usefixtures("spoken")
def test_a_level_is_derived_only_through_a_table_that_was_chosen(open_page, services):
    """And then it is marked, with the table's name and source beside the figure."""
    table = services.language.tables()[0]
    app = open_page(PAGE, skill="Fluency")
    before = _level(app, "Оюунаа Бат")

    app.selectbox(key="table").set_value(table.id).run()

    assert before == (None, "no CEFR issued")
    assert _level(app, "Оюунаа Бат") == ("C2", "derived")
    assert _level(app, "Ọlábísí Adéwálé") == ("B1", "issued")
    assert table.title in _told(app)
    assert table.source in " ".join(one.value for one in app.caption)
    assert app.query_params["table"] in (table.id, [table.id])


@pytest.mark.usefixtures("spoken")
def test_accent_is_never_offered(open_page):
    """Nobody is shown, sorted or counted by it, and it is in no table of the page."""
    app = open_page(PAGE)

    options = [option.lower() for option in app.button_group(key="skill").options]

    assert "fluency" in options
    assert not [option for option in options if "accent" in option]
    told = {key: data for key, data in answers.components(app).items() if key.endswith("-tools")}
    assert "accent" not in json.dumps([data["rows"] for data in told.values()]).lower()


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("skill", ["Accent", "accent", "Shoe size", "<b>no</b>"])
def test_an_unknown_skill_in_the_url_is_a_sentence(open_page, skill):
    """It names what can be chosen, and accent is no part of that."""
    app = open_page(PAGE, skill=skill)

    assert not app.exception
    assert "Choose one of" in _told(app)
    assert "Accent" not in _told(app).split("Choose one of")[1]
    assert not app.get("plotly_chart")
    assert "<b>" not in answers.markdown(app)


@pytest.mark.usefixtures("spoken")
def test_an_unknown_table_in_the_url_is_a_sentence(open_page):
    """It is not taken for no table: a reader of the link would see other levels."""
    app = open_page(PAGE, table="of-nobody")

    assert not app.exception
    assert "There is no table “of-nobody”" in _told(app)
    assert not app.get("plotly_chart")


@pytest.mark.usefixtures("spoken")
def test_a_skill_is_shown_by_its_own_levels(open_page):
    """The choice lies in the URL; what was not scored in it has no level."""
    app = open_page(PAGE)

    app.button_group(key="skill").set_value("Fluency").run()

    assert app.query_params["skill"] in ("Fluency", ["Fluency"])
    assert _level(app, "Ọlábísí Adéwálé") == ("B1", "issued")
    assert _level(app, "No name given")[0] is None


@pytest.mark.usefixtures("spoken")
def test_a_doubtful_voice_is_marked(open_page):
    """A low speaker match stands beside the level, wherever it is shown."""
    app = open_page(PAGE, skill="Vocabulary")

    matches = {name: row["Speaker match"] for name, row in _ladder(app).items()}

    assert matches == {
        "No name given": "low",
        "Ọlábísí Adéwálé": "high",
        "நிலா": None,
        "Оюунаа Бат": None,
    }
    assert any("Speaker match low: 1" in one.proto.alt for one in app.get("plotly_chart"))


@pytest.mark.usefixtures("spoken")
def test_the_counts_hold_everybody_once(open_page):
    """Over all roles: on a rung, or without a level."""
    app = open_page(PAGE)

    rows = answers.data(app, "levels-tools")["rows"]

    assert sum(int(row[3]) for row in rows if row[0] == rows[0][0]) == 4
    assert "4 language results" in _told(app)


@pytest.mark.usefixtures("spoken")
def test_a_required_level_is_drawn_and_kept_in_the_url(open_page):
    """A line on the ladder; nobody is left out for it."""
    app = open_page(PAGE)

    app.selectbox(key="level").set_value("B2").run()

    assert app.query_params["level"] in ("B2", ["B2"])
    assert len(_ladder(app)) == 4
    assert any("Required" in one.proto.alt for one in app.get("plotly_chart"))


def test_a_mark_opens_the_interview(open_page, spoken):
    """From a level to the recording."""
    app = open_page(PAGE)

    choose(app, "ladder", data=[spoken["issued"]])

    assert app.query_params["interview"] in (spoken["issued"], [spoken["issued"]])
    assert [title.value for title in app.title] == ["Ọlábísí Adéwálé"]


@pytest.fixture
def many(store, answer):
    """Put more language results into the cache than one page holds."""
    first = answer("zenhire", "success")
    store(*(first | {"id": f"req_{number:03}"} for number in range(LIMIT + 3)))


@pytest.mark.usefixtures("many")
def test_pages_are_turned_and_lie_in_the_url(open_page):
    """The link of the second page shows the second page."""
    app = open_page(PAGE)
    first = len(answers.data(app, "ladder-tools")["rows"])

    app.button(key="more").click().run()

    assert (first, len(answers.data(app, "ladder-tools")["rows"])) == (LIMIT, 3)
    assert app.query_params["page"] in ("2", ["2"])
    assert app.button(key="more").disabled


@pytest.mark.usefixtures("many")
def test_a_new_filter_goes_back_to_the_first_page(open_page):
    """The reader is not left on a page that the shorter list does not have."""
    app = open_page(PAGE, page="2")

    app.text_input(key="q").set_value("olabisi").run()

    assert "page" not in app.query_params
    assert len(answers.data(app, "ladder-tools")["rows"]) == LIMIT


@pytest.mark.usefixtures("many")
def test_a_page_behind_the_last_has_a_way_back(open_page):
    """A link may be older than the list."""
    app = open_page(PAGE, page="9")

    app.button(key="fewer").click().run()

    assert not app.exception
    assert app.query_params["page"] in ("2", ["2"])
    assert len(answers.data(app, "ladder-tools")["rows"]) == 3
