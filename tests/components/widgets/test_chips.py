"""Chips: every status and verdict has a word and a shape of its own colour-free meaning."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from components.widgets.chips import Tone, outcome_chip, status_chip, version_chip
from services.models.interview import Outcome, Status
from tests.components.widgets.events import app_of, data_of


def _page():
    from components.widgets.chips import chip_row, version_chip

    chip_row([version_chip("<b>v4</b>")], key="chips")


def test_every_status_has_its_own_word():
    """No two statuses look the same without colour."""
    statuses = list(Status)

    words = {status_chip(status).text for status in statuses}

    assert len(words) == len(statuses)


def test_undetermined_is_not_a_fail():
    """A verdict of its own has its own word, shape and tone."""
    undetermined, fail = outcome_chip(Outcome.UNDETERMINED), outcome_chip(Outcome.FAIL)

    pairs = zip(undetermined.model_dump().values(), fail.model_dump().values(), strict=True)

    assert all(one != other for one, other in list(pairs)[:3])
    assert undetermined.tone is Tone.DOUBT


def test_the_vendors_own_word_stands_behind_the_chip():
    """Whoever hovers reads what the vendor said."""
    status = status_chip(Status.UNKNOWN, "on_hold_47")

    title = status.title

    assert title == "The vendor says: on_hold_47"


def test_a_chip_is_sent_as_text():
    """A version that looks like markup is a text like any other."""
    app = app_of(_page)

    app.run()

    assert data_of(app, "chips")["chips"] == [version_chip("<b>v4</b>").model_dump(mode="json")]
