"""The Sources page: keys, connection tests, ids, syncs and imports, also when the vendor fails."""

import io

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


@pytest.mark.usefixtures("vendor")
def test_a_good_key_passes_the_test(open_page):
    """The vendor was asked; the key is on no part of the page."""
    app = open_page(PAGE)

    app.button(key="check-qode").click().run()

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
