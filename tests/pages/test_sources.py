"""The Sources page: keys, connection tests, ids, syncs and imports, also when the vendor fails."""

import io
import re

import pytest

from tests.conftest import KEY
from tests.pages import answers

PAGE = "pages/manage/sources.py"


@pytest.fixture
def one_stored(store, payload) -> str:
    """Put one interview into the cache before anything goes wrong."""
    return store(payload("complete"))


def _shown(app) -> str:
    kinds = (app.success, app.info, app.warning, app.error, app.markdown)
    return "\n".join(element.value for kind in kinds for element in kind)


def test_a_missing_key_is_named_and_nothing_can_be_asked(open_page):
    """The setting's name stands there; the sync button is off."""
    app = open_page(PAGE)

    assert not app.exception
    assert "SCOREBAND_QODE_API_KEY" in _shown(app)
    assert app.button(key="sync-qode").disabled


VENDORS = ("qode", "instaview", "round0", "zenhire")


@pytest.mark.usefixtures("vendor")
@pytest.mark.parametrize("name", VENDORS)
def test_a_good_key_passes_the_test(open_page, name):
    """The vendor was asked; the key is on no part of the page."""
    app = open_page(PAGE)

    app.button(key=f"check-{name}").click().run()

    assert not app.exception
    assert len(app.success) == 1
    assert KEY not in _shown(app)


@pytest.mark.usefixtures("vendor")
def test_a_refused_key_is_a_sentence(open_page, monkeypatch):
    """It names the setting and not the key."""
    monkeypatch.setenv("SCOREBAND_QODE_API_KEY", "tk_wrong")
    app = open_page(PAGE)

    app.button(key="check-qode").click().run()

    assert not app.exception
    assert r"SCOREBAND\_QODE\_API\_KEY" in app.error[0].value
    assert "tk_wrong" not in _shown(app)


@pytest.mark.usefixtures("vendor")
def test_pasted_ids_are_fetched_by_the_next_sync(open_page, api):
    """One id a line or commas between them; afterwards the interviews are in the list."""
    app = open_page(PAGE)
    app.text_area(key="pasted-qode").set_value(
        f"{api.interview_ids[0]}, {api.interview_ids[1]}\n\n{api.interview_ids[2]}\n"
    )
    app.button(key="FormSubmitter:ids-qode-Add").click().run()
    added = _shown(app)

    app.button(key="sync-qode").click().run()

    assert not app.exception
    assert "3 new interviews" in added
    assert "3 stored" in _shown(app)
    assert len(answers.data(open_page("pages/review/candidates.py"), "candidates")["rows"]) == 3


@pytest.mark.usefixtures("one_stored")
@pytest.mark.parametrize("fault", ["status500", "html", "truncate", "drop"])
def test_a_failing_vendor_is_told_and_blanks_nothing(open_page, vendor, api, services, fault):
    """Failures in words, one a row; what was stored before is still in the list."""
    services.sync.track("qode", api.interview_ids[:2])
    vendor(fault)
    app = open_page(PAGE)

    app.button(key="sync-qode").click().run()

    told = answers.data(app, "failed-qode-now")["rows"]
    assert not app.exception
    assert len(told) == 2
    assert all("Qode" in sentence for _, sentence in told)
    assert len(answers.data(open_page("pages/review/candidates.py"), "candidates")["rows"]) == 1


@pytest.mark.parametrize("name", VENDORS)
def test_every_vendor_names_its_missing_key(open_page, name):
    """Four cards, each with the setting that it lacks."""
    app = open_page(PAGE)

    shown = _shown(app)

    assert f"SCOREBAND_{name.upper()}_API_KEY" in shown
    assert app.button(key=f"sync-{name}").disabled


@pytest.mark.usefixtures("vendor")
@pytest.mark.parametrize("name", ["instaview", "zenhire"])
def test_a_vendor_with_a_list_is_asked_which_interviews_there_are(open_page, api, name):
    """What is new is counted, and the sync fetches it."""
    app = open_page(PAGE)

    app.button(key=f"find-{name}").click().run()
    found = _shown(app)
    app.button(key=f"sync-{name}").click().run()

    assert not app.exception
    # Another test may have had the vendor make more of them.
    listed = re.search(r"(\d+) listed, \1 of them new", found)
    assert listed
    assert int(listed[1]) >= len(api.ids[name])
    assert f"{listed[1]} stored" in _shown(app)


@pytest.mark.usefixtures("vendor")
def test_only_vendors_with_a_list_are_asked_for_one(open_page):
    """The others need ids: nothing pretends that they can be found."""
    app = open_page(PAGE)

    keys = {one.key for one in app.button}

    assert {name for name in VENDORS if f"find-{name}" in keys} == {"instaview", "zenhire"}


def test_one_vendors_outage_leaves_the_others_alone(open_page, vendor, services, api):
    """Its failures are told on its card; another vendor's interviews come in."""
    services.sync.track("round0", api.ids["round0"][:2])
    services.sync.track("qode", api.ids["qode"][:2])
    vendor("status500", name="round0")
    app = open_page(PAGE)

    app.button(key="sync-round0").click().run()
    failed = answers.data(app, "failed-round0-now")["rows"]
    app.button(key="sync-qode").click().run()

    assert not app.exception
    assert failed
    assert all("round0" in sentence for _, sentence in failed)
    assert "2 stored" in _shown(app)


@pytest.mark.usefixtures("vendor")
def test_nothing_due_is_said(open_page):
    """A sync without work is no success and no failure."""
    app = open_page(PAGE)

    app.button(key="sync-qode").click().run()

    assert "Nothing is due" in _shown(app)


def test_an_id_that_cannot_be_is_refused_in_words(open_page):
    """Blanks inside: nothing is tracked."""
    app = open_page(PAGE)

    app.text_area(key="pasted-qode").set_value("two words")
    app.button(key="FormSubmitter:ids-qode-Add").click().run()

    assert not app.exception
    assert "cannot be an interview id" in app.error[0].value


def test_a_dropped_file_is_imported(open_page):
    """A good and a bad file: what came is told for each."""
    app = open_page(PAGE)
    good = io.BytesIO(b'{"interview_id": "dropped-1", "interview_type": "STEM"}')

    app.file_uploader(key="import-files").set_value(
        [("good.json", good.getvalue(), "application/json"), ("bad.json", b"{", "application/json")]
    ).run()
    app.button(key="import-now").click().run()

    assert not app.exception
    assert r"good\.json: 1 stored" in _shown(app)
    [[item, sentence]] = answers.data(app, "failed-import-bad.json")["rows"]
    assert item == "bad.json"
    assert "breaks off" in sentence
