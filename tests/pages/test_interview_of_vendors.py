"""The interview page of each vendor: the vendor's scale, its words, and nothing that it lacks."""

from datetime import UTC, datetime, timedelta

import pytest

from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.interview import AssetKind
from tests.pages import answers

PAGE = "pages/review/interview.py"


def _told(app) -> str:
    kinds = (app.info, app.error, app.warning, app.caption)
    return "\n".join(one.value for kind in kinds for one in kind).replace("\\", "")


def _cards(app) -> dict[str, dict[str, object]]:
    return {card["label"]: card for card in answers.data(app, "verdict")["cards"]}


def _headers(app) -> list[str]:
    return [one.value for one in (*app.header, *app.subheader)]


def test_instaview_has_a_number_without_a_band_and_says_so(open_page, all_vendors):
    """No vendor interval was given: the headline does not hide it."""
    app = open_page(PAGE, interview=all_vendors["instaview"])

    overall = _cards(app)["Overall score, 0 to 100"]

    assert not app.exception
    assert overall["big"] == "74, no band given"
    assert overall["score"]["lower"] is None


def test_instaview_tells_of_the_calls_and_of_the_data_s_end(open_page, all_vendors):
    """Every attempt with its reason; until when the vendor may keep the data; words kept as is."""
    app = open_page(PAGE, interview=all_vendors["instaview"])

    calls = answers.data(app, "calls")["rows"]
    facts = dict(answers.data(app, "particulars")["rows"])

    assert [(call[1], call[2]) for call in calls] == [("FAILED", "NO_ANSWER"), ("COMPLETED", None)]
    assert "20 Feb 2027" in facts["The vendor may keep the data until"]
    assert facts["Company fit (never sorted or filtered by)"] == "MEDIUM"
    assert {"Strong points, as the vendor sees them", "Weak points, as the vendor sees them"} <= {
        fold.label for fold in app.expander
    }


def test_an_instaview_language_test_keeps_level_and_numbers_apart(open_page, store, answer):
    """The level as issued, "B1+", the numbers on their own scale, -1 as not evaluated."""
    one = store(answer("instaview", "language_test"))

    app = open_page(PAGE, interview=one)

    level = _cards(app)["CEFR level, as issued"]
    rows = {row[0]: row for row in answers.data(app, "language-profile-tools")["rows"]}
    assert level["big"] == "B1+"
    assert "not evaluated" in rows["Prosody"]
    assert -1 not in rows["Prosody"]
    assert "0–100" in str(rows["Fluency"])


def test_an_interview_that_nobody_took_up_has_no_score(open_page, store, answer):
    """No answer: a status, the calls, and nothing at zero."""
    one = store(answer("instaview", "no_answer"))

    app = open_page(PAGE, interview=one)

    [chip] = [c for c in answers.data(app, "head-chips")["chips"] if c["text"] == "No show"]
    assert not app.exception
    assert chip
    assert "score-forest" not in answers.figures(app)
    assert all(card.get("big", "") != "0" for card in _cards(app).values())


def test_round0_is_unscored_and_never_zero(open_page, all_vendors):
    """It is useful without a score: no number, no axis, and a sentence that says why."""
    app = open_page(PAGE, interview=all_vendors["round0"])

    overall = _cards(app)["Overall score"]

    assert not app.exception
    assert overall["big"] == "unscored"
    assert overall["score"]["value"] is None
    assert "scores nothing" in " ".join(overall["lines"])
    assert not answers.figures(app).keys() & {"score-forest", "question-forest"}


def test_round0_shows_each_answer_in_the_vendors_order(open_page, all_vendors):
    """The words that were said; a question without an answer says so; custom ones are marked."""
    app = open_page(PAGE, interview=all_vendors["round0"])
    first = [text.value for text in app.text]

    app.button_group(key="question").set_value("3").run()
    unanswered = _told(app)
    app.button_group(key="question").set_value("4").run()

    assert any("last year's numbers" in text for text in first)
    assert "No answer was recorded to this question" in unanswered
    assert "added by the customer" in _told(app)
    assert any("Gladly" in text.value for text in app.text)
    assert "Questions and answers" in _headers(app)


def test_round0_s_words_are_a_transcript(open_page, all_vendors):
    """All answers one below the other, to be read and searched."""
    app = open_page(PAGE, interview=all_vendors["round0"])

    entries = answers.data(app, "transcript")["entries"]

    assert len([one for one in entries if one.get("role") == "candidate"]) == 3


def test_a_link_to_the_sound_tells_how_long_it_works(open_page, all_vendors, monkeypatch):
    """And it is played from a host that is allowed."""
    monkeypatch.setenv("SCOREBAND_MEDIA_HOSTS", "https://media.example.com")

    app = open_page(PAGE, interview=all_vendors["round0"])

    assert "works for another 23:59" in _told(app)
    assert app.get("audio")
    assert app.button(key="fresh-sound-0").label == "Get a fresh link"


def test_the_sound_of_another_host_is_a_link(open_page, all_vendors, monkeypatch):
    """Nothing is loaded from where the settings do not allow it."""
    monkeypatch.setenv("SCOREBAND_MEDIA_HOSTS", "https://elsewhere.example.com")

    app = open_page(PAGE, interview=all_vendors["round0"])

    assert not app.get("audio")
    assert "Hear the answer at the vendor" in [one.proto.label for one in app.get("link_button")]


def test_an_expired_link_offers_a_fresh_one(open_page, store, answer):
    """After a day it is dead: it is not offered, and the way to another one is."""
    one = store(answer("round0", "completed"), at=datetime.now(UTC) - timedelta(days=2))

    app = open_page(PAGE, interview=one)

    assert "has expired" in _told(app)
    assert not app.get("audio")
    assert "Hear the answer at the vendor" not in [
        link.proto.label for link in app.get("link_button")
    ]
    assert app.button(key="fresh-sound-0").label == "Get a fresh link"


@pytest.mark.usefixtures("vendor")
def test_a_fresh_link_is_fetched_from_the_vendor(open_page, api, services):
    """The vendor is asked again, and the sound can be heard."""
    services.sync.track("round0", api.ids["round0"])
    services.sync.run("round0")
    rows = [row for row in services.store.rows(_all_ids(services)) if row.duration_s]
    before = {row.id: services.interviews.report(row.id).stored.fetched_at for row in rows}
    one = next(row.id for row in rows if _has_sound(services, row.id))
    app = open_page(PAGE, interview=one)

    app.button(key="fresh-sound-0").click().run()

    assert not app.exception
    assert not app.error
    assert services.interviews.report(one).stored.fetched_at > before[one]


@pytest.mark.usefixtures("vendor")
def test_a_vendor_that_fails_to_refresh_blanks_nothing(open_page, store, answer):
    """The sentence stands beside what is kept."""
    one = store(answer("round0", "completed"), at=datetime.now(UTC) - timedelta(days=2))
    app = open_page(PAGE, interview=one)

    app.button(key="fresh-sound-0").click().run()

    assert not app.exception
    assert "round0" in _told(app)
    assert "transcript" in answers.components(app)


def _all_ids(services) -> list[str]:
    page = services.browse.page(InterviewFilter(), sort=Sort(), request=PageRequest(limit=100))
    return [row.id for row in page.rows]


def _has_sound(services, interview_id: str) -> bool:
    assets = services.interviews.read(interview_id).interview.assets
    return any(one.kind is AssetKind.AUDIO and one.question_index == 0 for one in assets)
