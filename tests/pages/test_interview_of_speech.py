"""The interview page of a speech result: three scales, whose voice it was, and what is missing."""

from tests.pages import answers

PAGE = "pages/review/interview.py"


def _told(app) -> str:
    kinds = (app.info, app.error, app.warning, app.caption)
    return "\n".join(one.value for kind in kinds for one in kind).replace("\\", "")


def _cards(app) -> dict[str, dict[str, object]]:
    return {card["label"]: card for card in answers.data(app, "verdict")["cards"]}


def test_zenhire_keeps_its_three_scales_apart(open_page, all_vendors):
    """0 to 5, percent and CEFR side by side; none is converted into another."""
    app = open_page(PAGE, interview=all_vendors["zenhire"])

    told = answers.data(app, "language-profile-tools")
    rows = {row[0]: dict(zip(told["columns"], row, strict=True)) for row in told["rows"]}
    assert not app.exception
    assert _cards(app)["CEFR level, as issued"]["big"] == "B2"
    assert "Overall score, 0 to 5" in _cards(app)
    assert (rows["Fluency"]["Score"], rows["Fluency"]["Scale"]) == (3.1, "0–5")
    assert (rows["Fluency"]["Percent"], rows["Fluency"]["CEFR issued"]) == (62, "B1")


def test_a_cut_score_is_no_cut_on_another_scale(open_page, all_vendors, monkeypatch):
    """70 of 100 says nothing about 3.5 of 5; a 0-100 without a band cannot be judged by it."""
    monkeypatch.setenv("SCOREBAND_CUT_SCORE", "70")

    points = _cards(open_page(PAGE, interview=all_vendors["zenhire"]))["Overall score, 0 to 5"]
    percent = _cards(open_page(PAGE, interview=all_vendors["instaview"]))["Overall score, 0 to 100"]

    assert not [line for line in points["lines"] if "cut" in line]
    assert "No band to judge the cut of 70 by." in percent["lines"]


def test_zenhire_s_words_on_why_are_shown(open_page, all_vendors):
    """In the vendor's own words, with the sound's length and who was taken for the candidate."""
    app = open_page(PAGE, interview=all_vendors["zenhire"])

    told = answers.components(app)["language-explanations"]

    assert "Long stretches come without a pause" in str(told)
    assert "audio 12:05" in _told(app)
    assert "speaker match high" in _told(app)


def test_a_low_speaker_match_stands_above_every_number(open_page, store, answer):
    """Perhaps somebody else was scored: that is said first, with the vendor's reason."""
    one = store(answer("zenhire", "partial"))

    app = open_page(PAGE, interview=one)

    said = " ".join(warning.value for warning in app.warning).replace("\\", "")
    assert "Speaker match low" in said
    assert "Both voices speak for about as long" in said


def test_a_partial_result_has_no_number_where_the_vendor_gave_none(open_page, store, answer):
    """Missing is missing: in the headline and in the table."""
    one = store(answer("zenhire", "partial"))

    app = open_page(PAGE, interview=one)

    told = answers.data(app, "language-profile-tools")
    rows = {row[0]: dict(zip(told["columns"], row, strict=True)) for row in told["rows"]}
    assert not app.exception
    assert _cards(app)["Overall score, 0 to 5"]["big"] == "no score given"
    assert (rows["Fluency"]["Score"], rows["Vocabulary"]["Score"]) == (None, 2.4)
    assert "partial_result" in str(answers.data(app, "notices"))


def test_a_failed_run_says_why(open_page, store, answer):
    """No result is no zero: the vendor's reason stands on top."""
    one = store(answer("zenhire", "failed"))

    app = open_page(PAGE, interview=one)

    assert not app.exception
    assert "No result" in _told(app)
    assert not app.get("plotly_chart")


def test_a_result_leads_to_the_interview_that_it_belongs_to(open_page, store, payload, answer):
    """And back: each with its vendor and its own scale, never as one number."""
    run = answer("zenhire", "success")
    interview = store(payload("complete", interview_id=run["externalId"]))
    result = store(run)
    app = open_page(PAGE, interview=interview)
    told = app.button(key=f"attached-{result}").label.replace("\\", "")

    app.button(key=f"attached-{result}").click().run()

    assert "ZenHire: CEFR B2 issued, 3.5 of 5, no band given" in told
    assert app.query_params["interview"] in (result, [result])
    assert app.button(key=f"attached-{interview}")
