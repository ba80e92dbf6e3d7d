"""The compare page: what bands can tell apart, and what may not be set against each other."""

import pytest

from tests.pages import answers

PAGE = "pages/review/compare.py"


@pytest.fixture
def pair(store, payload) -> tuple[str, str]:
    """Put two interviews of one vendor, version and role into the cache; return their ids."""
    twin = {"interview_id": "twin", "assessment_version": payload("complete")["assessment_version"]}
    return store(payload("complete")), store(payload("complete", **twin))


def _told(app) -> str:
    return " ".join(one.value for one in (*app.info, *app.error, *app.warning)).replace("\\", "")


def test_nobody_chosen_is_a_sentence(open_page):
    """It says where to choose, and there is a way there."""
    app = open_page(PAGE)

    assert not app.exception
    assert "Tick 2 to 5 rows on the Candidates page" in _told(app)
    assert app.get("page_link")


def test_one_interview_is_too_few(open_page, store, payload):
    """Nothing is compared with itself, also where its id stands there twice."""
    one = store(payload("complete"))

    app = open_page(PAGE, ids=f"{one},{one}")

    assert not app.exception
    assert "these are 1" in _told(app)
    assert not app.get("plotly_chart")


def test_six_interviews_are_too_many(open_page, store, payload):
    """A figure of six is no comparison any more."""
    ids = [store(payload("no_ci", interview_id=f"n-{number}")) for number in range(6)]

    app = open_page(PAGE, ids=",".join(ids))

    assert not app.exception
    assert "Choose 2 to 5 interviews to compare; these are 6" in _told(app)


@pytest.mark.parametrize("unknown", ["of-nobody", "<b>no</b>", "' OR 1=1 --"])
def test_an_unknown_interview_is_a_sentence(open_page, store, payload, unknown):
    """Whatever stands in the URL is quoted as text."""
    one = store(payload("complete"))

    app = open_page(PAGE, ids=f"{one},{unknown}")

    assert not app.exception
    assert "Not in the cache" in _told(app)
    assert "<b>" not in answers.markdown(app)


def test_two_of_one_instrument_have_verdicts(open_page, pair):
    """Each pair in words, with the difference, and no warning of two instruments."""
    app = open_page(PAGE, ids=",".join(pair))

    rows = answers.data(app, "pair-by-pair")["rows"]

    kind, name, who, verdict, difference, why = rows[0]
    assert not app.warning
    assert (kind, name) == ("Overall", "Overall")
    assert (who, verdict) == ("Оюунаа Бат and Оюунаа Бат (2)", "cannot separate")
    assert difference.startswith("0 (")
    assert why


def test_the_assumption_is_printed(open_page, pair, monkeypatch):
    """The level is a setting, and it stands beside the figure that it was used for."""
    monkeypatch.setenv("SCOREBAND_INTERVAL_LEVEL", "0.9")

    app = open_page(PAGE, ids=",".join(pair))

    said = " ".join(one.value for one in app.caption)
    assert "at 90 % (SCOREBAND_INTERVAL_LEVEL)" in said
    assert "docs/methods.md" in said


def test_every_score_of_either_has_its_row(open_page, pair, services):
    """The figure, its table and the words are about the same scores."""
    found = services.compare.compare(pair)

    app = open_page(PAGE, ids=",".join(pair))

    assert "comparison" in answers.figures(app)
    assert len(answers.data(app, "pair-by-pair")["rows"]) == len(found.rows)


def test_two_vendors_are_never_set_against_each_other(open_page, all_vendors):
    """Side by side, with a warning and without a verdict, also on the same scale."""
    ids = ",".join(all_vendors[name] for name in ("qode", "instaview"))

    app = open_page(PAGE, ids=ids)

    verdicts = {row[3] for row in answers.data(app, "pair-by-pair")["rows"]}
    assert "different vendors" in _told(app)
    assert verdicts == {"not comparable"}


def test_all_vendors_stand_side_by_side_without_a_zero(open_page, all_vendors):
    """An unscored interview has its column, and no number in it."""
    app = open_page(PAGE, ids=",".join(all_vendors.values()))

    rows = answers.data(app, "comparison-tools")["rows"]
    of_round0 = [row for row in rows if "सुनीता थापा" in row]
    assert not app.exception
    assert {row[3] for row in answers.data(app, "pair-by-pair")["rows"]} == {"not comparable"}
    assert len([key for key in answers.components(app) if key.startswith("chips-")]) == 4
    assert all(0 not in row for row in of_round0)


def test_two_versions_are_two_instruments(open_page, store, payload):
    """The vendor is one, and still the numbers are not of one kind."""
    ids = [store(payload("complete")), store(payload("no_ci"))]

    app = open_page(PAGE, ids=",".join(ids))

    assert "versions differ" in _told(app)
    assert {row[3] for row in answers.data(app, "pair-by-pair")["rows"]} == {"not comparable"}


def test_what_was_not_asked_of_somebody_is_listed(open_page, store, payload, services):
    """A gap in the questions is no weakness of the candidate."""
    ids = [store(payload("complete")), store(payload("skipped"))]
    missing = [", ".join(names) for _, names in services.compare.compare(ids).not_asked if names]

    app = open_page(PAGE, ids=",".join(ids))

    assert missing
    assert [row[1] for row in answers.data(app, "not-asked")["rows"]] == missing


def test_one_can_be_left_out_but_not_the_second_last(open_page, store, payload):
    """The URL follows, so that the link shows the rest."""
    ids = [store(payload("no_ci", interview_id=f"n-{number}")) for number in range(3)]
    app = open_page(PAGE, ids=",".join(ids))

    app.button(key=f"out-{ids[0]}").click().run()

    assert app.query_params["ids"] in (",".join(ids[1:]), [",".join(ids[1:])])
    assert app.button(key=f"out-{ids[1]}").disabled
    assert [one.key for one in app.button if one.key == f"open-{ids[0]}"] == []


def test_a_card_opens_its_interview(open_page, pair):
    """From the comparison to the evidence."""
    app = open_page(PAGE, ids=",".join(pair))

    app.button(key=f"open-{pair[1]}").click().run()

    assert app.query_params["interview"] in (pair[1], [pair[1]])
    assert "verdict" in answers.components(app)


def test_hostile_names_are_never_markdown(open_page, store, payload):
    """In cards, warnings and figures alike."""
    ids = [store(payload("hostile")), store(payload("complete"))]

    app = open_page(PAGE, ids=",".join(ids))

    assert not app.exception
    assert "<b>" not in answers.markdown(app)
    assert "**Chef**" not in answers.markdown(app)
