"""The Integrity page: rates with their intervals, what reviewers said, and who awaits a look."""

import pytest

from services.models.browse import InterviewFilter
from services.models.integrity import Disposition, signal_keys
from tests.pages import answers

PAGE = "pages/analyse/integrity.py"
FLAG = "tab_change:192173::1"
FLAGS = 8


@pytest.fixture
def one(store, payload):
    """Put an interview with eight flags into the cache; return its id."""
    return store(payload("complete", candidate_profile={"fullname": "Nguyễn *Ana* Öztürk"}))


def _captions(app) -> str:
    return "\n".join(one.value.replace("\\", "") for one in app.caption)


def _links(app) -> list[tuple[str, str]]:
    """Return (name, where to) of the interviews that await a review."""
    protos = [element.proto for element in app.get("page_link")]
    found = [(proto.label.replace("\\", ""), proto.query_string) for proto in protos]
    return [(label, query) for label, query in found if "interview=" in query]


def test_an_empty_cache_is_a_sentence(open_page):
    """No figure of nothing, no table, and no error."""
    app = open_page(PAGE)

    assert not app.exception
    assert "No interview that began matches" in app.info[0].value
    assert not app.get("plotly_chart")
    assert "flag-dispositions" not in answers.components(app)


@pytest.mark.usefixtures("one")
def test_signals_are_said_to_enter_no_score(open_page):
    """Beside the figure, together with what “not collected” means."""
    app = open_page(PAGE)

    assert "signal-rates" in answers.figures(app)
    assert "never enter a score" in _captions(app)
    assert "“Not collected” is not zero" in _captions(app)


@pytest.mark.usefixtures("one")
def test_the_whole_says_what_was_counted(open_page, store, payload):
    """Only interviews that began; a scheduled one has seen nothing yet."""
    store(payload("scheduled"))

    app = open_page(PAGE)

    assert "All interviews · 1 interview that began" in _captions(app)


def test_reviews_are_counted_by_their_latest(open_page, one, services):
    """Each flag once, and those that nobody looked at beside them."""
    services.reviews.review(one, FLAG, Disposition.CONFIRM)
    services.reviews.review(one, FLAG, Disposition.DISMISS)

    rows = {row[0]: row[1:] for row in answers.data(open_page(PAGE), "flag-dispositions")["rows"]}

    assert rows["Left the tab"] == [0, 1, 0, 1]
    assert sum(sum(row) for row in rows.values()) == FLAGS


def test_what_awaits_review_leads_to_the_interview(open_page, one):
    """A name is no markdown, and the link names the interview by our id alone."""
    app = open_page(PAGE)

    [(label, query)] = _links(app)
    assert label == "**Nguyễn *Ana* Öztürk**"
    assert f"{FLAGS} of {FLAGS} flags to review" in _captions(app)
    assert query == f"interview={one}"


def test_when_every_flag_was_looked_at_it_says_so(open_page, one, services):
    """An empty queue is no missing list."""
    found = services.interviews.read(one).interview.signals
    for key in signal_keys(found):
        services.reviews.review(one, key, Disposition.DISMISS)

    app = open_page(PAGE)

    assert _links(app) == []
    assert "Every flag has been looked at" in app.success[0].value


@pytest.mark.usefixtures("all_vendors")
def test_a_split_shows_its_parts(open_page):
    """The whole first; the choice lies in the URL."""
    app = open_page(PAGE, by="vendor", per="hour")

    assert not app.exception
    told = answers.data(app, "signal-rates-tools")
    assert {"Qode", "InstaView"} <= {cell for row in told["rows"] for cell in row}
    assert told["title"] == "Signals by hour of interview"


@pytest.mark.usefixtures("all_vendors")
def test_vendors_without_proctoring_are_not_clean(open_page):
    """Their interviews began, and no kind of signal was collected in any of them."""
    app = open_page(PAGE, vendor="instaview")

    assert "no kind of signal was collected" in _captions(app)
    assert "flag-dispositions" not in answers.components(app)


@pytest.mark.usefixtures("one")
def test_a_filter_narrows_the_page(open_page):
    """A role that nobody has leaves a sentence."""
    app = open_page(PAGE, role="Astronaut")

    assert "No interview that began matches" in app.info[0].value


@pytest.mark.usefixtures("one")
def test_broken_words_in_the_url_are_the_usual_view(open_page):
    """A broken link shows the page all the same; a page that is none is empty."""
    app = open_page(PAGE, by="shoe size", per="parsec", page="99")

    assert not app.exception
    assert app.button_group(key="by").value is None
    assert app.button_group(key="per").value == "interview"
    assert not app.button(key="fewer").disabled


def test_long_queues_have_pages(open_page, store, payload, services):
    """25 on each; the next one holds the rest."""
    store(*(payload("complete", interview_id=f"many-{number}") for number in range(27)))

    first, second = open_page(PAGE), open_page(PAGE, page="2")

    assert (len(_links(first)), len(_links(second))) == (25, 2)
    assert services.analyses.integrity.split(InterviewFilter()).awaiting_total == 27
    assert "Page 2 of 2" in _captions(second)
