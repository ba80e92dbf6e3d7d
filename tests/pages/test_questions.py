"""The questions page: nothing is said of a question with fewer than ten scores."""

import copy

import pytest

PAGE = "pages/analyse/questions.py"


def texts(app) -> str:
    """Return all that the page says."""
    kinds = (app.markdown, app.caption, app.warning, app.info, app.error)
    return "\n".join(each.value for kind in kinds for each in kind).replace("\\", "")


def test_an_empty_cache_is_a_sentence(open_page):
    """No question, no figure, no error."""
    app = open_page(PAGE)

    assert not app.exception
    assert "No question" in texts(app)


@pytest.fixture
def asked_often(store, payload):
    """Put twelve sittings of the same questions into the cache."""
    given = payload("complete")
    sittings = []
    for number in range(12):
        one = copy.deepcopy(given)
        one["interview_id"] = f"sitting-{number}"
        sittings.append(one)
    store(*sittings)


@pytest.mark.usefixtures("asked_often")
def test_a_question_that_was_asked_often_is_drawn(open_page):
    """Difficulty and discrimination with the question's own words in the table."""
    app = open_page(PAGE)

    assert not app.exception
    assert "How hard and how telling each question is" in [each.value for each in app.subheader]


def test_few_answers_are_counted_and_nothing_is_said(open_page, store, payload):
    """One interview alone: every question has too few scores."""
    store(payload("complete"))

    app = open_page(PAGE)

    assert not app.exception
    assert "with fewer than 10 scores: of these nothing is said" in texts(app)


@pytest.mark.usefixtures("asked_often")
def test_a_page_beyond_the_last_one_has_a_way_back(open_page):
    """An old link is not told that nothing was ever scored."""
    app = open_page(PAGE, page="9")

    assert not app.exception
    assert "No question of these interviews" not in texts(app)
    assert not app.button(key="fewer").disabled
