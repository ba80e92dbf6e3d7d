"""The agents page: agreement of all, of a filter and of one interview, or why there is none."""

import pytest

PAGE = "pages/analyse/agents.py"


def texts(app) -> str:
    """Return all that the page says."""
    kinds = (app.markdown, app.caption, app.warning, app.info, app.error)
    return "\n".join(each.value for kind in kinds for each in kind).replace("\\", "")


def test_an_empty_cache_is_a_sentence(open_page):
    """Without graders there is nothing to agree, and the page says so."""
    app = open_page(PAGE)

    assert not app.exception
    assert app.info


@pytest.fixture
def graded(store, payload):
    """Put an interview with several agents into the cache; return its id."""
    return store(payload("complete"))


def test_graders_have_a_heat_map_and_severities(open_page, graded):
    """Agents by criteria, each agent beside the others."""
    app = open_page(PAGE)

    assert not app.exception
    assert graded
    titles = [each.value for each in app.subheader]
    assert "What each agent gave, by criterion" in titles
    assert "Stricter or more lenient than the others" in titles


def test_one_interview_can_be_looked_at_alone(open_page, graded):
    """The link names the interview, and the way back to all of them is there."""
    app = open_page(PAGE, interview=graded)

    assert not app.exception
    assert "One interview only" in texts(app)
    app.button(key="all-interviews").click().run()
    assert "interview" not in app.query_params


def test_an_unknown_interview_is_a_sentence(open_page):
    """A dead link says so."""
    app = open_page(PAGE, interview="qode-nobody")

    assert not app.exception
    assert app.info or app.error
