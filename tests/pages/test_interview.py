"""The interview page: what it shows of a payload whose numbers were counted by hand."""

import json
import sqlite3
from contextlib import closing

import pytest

from tests.pages import answers

PAGE = "pages/review/interview.py"


def test_the_four_figures_have_a_mark_for_each_number(open_page, store, payload):
    """Counted in the payload: 8 scores (6 with a band), 9 cells, 8 signals, 6 language scores."""
    one = store(payload("complete"))

    drawn = answers.figures(open_page(PAGE, interview=one))

    forest, criteria = drawn["score-forest"], drawn["agent-criteria"]
    timeline, language = drawn["timeline"], drawn["language-profile"]
    assert (answers.marks(forest["scores"]), answers.marks(forest["bands"])) == (8, 6)
    assert sum(answers.marks(criteria[name]) for name in ("low", "high", "not scored")) == 9
    assert answers.marks(timeline["events"]) == 8
    assert (answers.marks(timeline["chapters"]), answers.marks(timeline["questions"])) == (3, 3)
    assert answers.marks(language["scores"]) == 6


def test_each_figure_has_a_sentence_and_its_numbers(open_page, store, payload):
    """For those who cannot see it, and for the file: `alt`, a data table, comma-separated text."""
    one = store(payload("complete"))

    app = open_page(PAGE, interview=one)

    sentences = [element.proto.alt for element in app.get("plotly_chart")]
    tools = [told for key, told in answers.components(app).items() if key.endswith("-tools")]
    assert all(len(sentence) > 20 for sentence in sentences)
    assert len(tools) == len(sentences)
    assert all(told["rows"] and told["csv"].count("\r\n") > len(told["rows"]) - 1 for told in tools)


def test_the_verdict_is_told_with_its_band(open_page, store, payload):
    """Outcome and certainty stand on top, in words."""
    one = store(payload("complete"))

    outcome, overall, *_ = answers.data(open_page(PAGE, interview=one), "verdict")["cards"]

    assert outcome["chip"]["text"] == "Pass"
    assert overall["big"] == "71, between 69 and 74"
    assert "Vendor interval, level not stated" in overall["lines"]


def test_what_was_not_covered_is_named_beside_the_count(open_page, store, payload):
    """The vendor's count and the vendor's list may contradict each other: both are shown."""
    one = store(payload("complete"))

    outcome, overall, *_ = answers.data(open_page(PAGE, interview=one), "verdict")["cards"]

    assert "Core domains covered: 2 of 3" in outcome["lines"]
    assert "Listed as not covered: Streaming" in outcome["lines"]
    assert overall["label"] == "Overall score, 0 to 100"


def test_too_few_interviews_are_undetermined_and_no_fail(open_page, store, payload):
    """The vendor's own sentence stands beside the third outcome."""
    one = store(payload("skipped"))

    outcome = answers.data(open_page(PAGE, interview=one), "verdict")["cards"][0]

    assert outcome["chip"]["text"] == "Undetermined"
    assert "minimum 10 required" in " ".join(outcome["lines"])


def test_a_skipped_question_has_no_mark(open_page, store, payload):
    """Question 2 was not evaluated: a labelled row, and nothing at zero."""
    one = store(payload("skipped"))
    app = open_page(PAGE, interview=one)

    app.button_group(key="question").set_value("2").run()

    forest = answers.figures(app)["question-forest-2"]
    assert answers.marks(forest["scores"]) == 0
    rows = answers.data(app, "question-forest-2-tools")["rows"]
    [asked] = [row for row in rows if "Shell" in row]
    assert "not evaluated" in asked


def test_a_cut_score_says_too_close_to_call(open_page, store, payload, monkeypatch):
    """The cut lies within the band of 69 to 74."""
    monkeypatch.setenv("SCOREBAND_CUT_SCORE", "70")
    one = store(payload("complete"))

    overall = answers.data(open_page(PAGE, interview=one), "verdict")["cards"][1]

    assert any("Too close to call" in line for line in overall["lines"])


def test_an_interview_without_a_result_has_no_empty_sections(open_page, store, payload):
    """A scheduled interview: no figure, no player, no transcript, and no error."""
    one = store(payload("scheduled"))

    app = open_page(PAGE, interview=one)

    assert not app.exception
    assert [header.value for header in app.header] == ["Source"]
    assert not {"player", "transcript", "timeline-tools"} & answers.components(app).keys()


def test_the_recording_is_played_from_allowed_hosts_only(open_page, store, payload):
    """The vendor's host is allowed from the start; another is refused with the setting's name."""
    near = store(payload("complete"))
    assets = {"video_url": "https://elsewhere.example.com/v.mp4"}
    far = store(payload("complete", interview_id="far", assets=assets))

    here = answers.data(open_page(PAGE, interview=near), "player")
    there = answers.data(open_page(PAGE, interview=far), "player")

    assert here["url"] == "https://cdn.qode.gg/recording/invented/video.mp4"
    assert there["url"] is None
    assert "SCOREBAND_MEDIA_HOSTS" in there["sentence"]


@pytest.mark.parametrize(("at", "current"), [("430", 430), ("soon", None), ("-5", 0), ("", None)])
def test_a_second_in_the_url_marks_the_transcript(open_page, store, payload, at, current):
    """What is no number is no second."""
    one = store(payload("complete"))

    app = open_page(PAGE, interview=one, at=at)

    assert not app.exception
    assert answers.data(app, "transcript")["current"] == current


def test_the_identity_picture_is_shown_on_request_and_logged(open_page, store, payload, services):
    """Its link is not on the page until somebody asks, and the log says that somebody did."""
    one = store(payload("complete"))
    app = open_page(PAGE, interview=one)
    before = [element.proto.url for element in app.get("link_button")]

    app.button(key="show-identity").click().run()

    after = [element.proto.url for element in app.get("link_button")]
    assert not any("card.jpg" in url for url in before)
    assert any("card.jpg" in url for url in after)
    assert [(e.event, e.subject) for e in services.store.log_entries()] == [
        ("identity_image_shown", one)
    ]


def test_the_vendors_answer_is_one_click_away(open_page, store, payload):
    """The payload itself, as it was received."""
    one = store(payload("no_ci"))
    app = open_page(PAGE, interview=one)

    app.toggle(key="show-payload").set_value(True).run()

    assert json.loads(app.code[0].value) == payload("no_ci")


@pytest.mark.parametrize("asked", ["of-nobody", "<b>no</b>", "' OR 1=1 --", "a" * 5000])
def test_an_unknown_interview_is_a_sentence(open_page, store, payload, asked):
    """Whatever stands in the URL is quoted as text; nothing else of a report is drawn."""
    store(payload("complete"))

    app = open_page(PAGE, interview=asked)

    assert not app.exception
    assert "is in the cache" in app.info[0].value
    assert "<b>" not in app.info[0].value
    assert not app.get("plotly_chart")


def test_no_interview_asks_for_one(open_page):
    """The page from the menu, without a parameter."""
    app = open_page(PAGE)

    assert not app.exception
    assert "Open one from the Candidates page" in app.info[0].value


def test_a_broken_stored_payload_is_a_sentence(open_page, store, payload, tmp_path):
    """Damage to what was stored is told in place of the report."""
    one = store(payload("complete"))
    with closing(sqlite3.connect(tmp_path / "scoreband.db")) as database, database:
        database.execute("UPDATE payload SET data = x'00'")

    app = open_page(PAGE, interview=one)

    assert not app.exception
    assert "damaged" in app.error[0].value


def test_hostile_texts_are_never_markdown(open_page, store, payload):
    """In every place that reads markdown, the signs of the texts are escaped."""
    one = store(payload("hostile"))

    app = open_page(PAGE, interview=one)

    assert not app.exception
    assert "<b>" not in answers.markdown(app)
    assert "**Chef**" not in answers.markdown(app)
    assert "\u202e" not in answers.markdown(app)
    assert r"\*\*Chef\*\*" in answers.markdown(app)


def test_doubts_about_the_data_are_listed(open_page, store, payload):
    """Each with a title, its stable code and the sentence."""
    one = store(payload("hostile"))

    listed = answers.data(open_page(PAGE, interview=one), "notices")["notices"]

    assert {"criteria_do_not_add_up", "scale_exceeded", "unknown_value"} <= {
        notice["code"] for notice in listed
    }
    assert all(notice["title"] and notice["text"] for notice in listed)
