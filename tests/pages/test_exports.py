"""Exports from pages: what is on the screen stands in its document, and the file comes."""

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest

from components import loaders
from components.documents import library
from components.documents.parts import is_of
from components.widgets.exporting import FORMATS
from services.models.ask import Ask
from services.models.export import ExportOptions, ExportState, Format, Stage
from tests.pages import answers
from tests.waiting import until

ROOT = Path(__file__).parents[2]
PAGES = re.findall(r'"(pages/\w+/\w+\.py)"', (ROOT / "app.py").read_text(encoding="utf-8"))
WITHOUT_A_DOCUMENT = {
    "pages/review/overview.py",
    "pages/review/person.py",
    "pages/review/search.py",
    "pages/deliver/reports.py",
    "pages/manage/sources.py",
}
FUNNEL, AGENTS = "pages/analyse/funnel.py", "pages/analyse/agents.py"


@pytest.fixture
def filled(store, payload, answer) -> dict[str, tuple[dict[str, str], ...]]:
    """Fill the cache with all vendors' interviews; return what pages are opened with."""
    numbered = [
        payload("complete", interview_id=f"int_{number}", candidate_email=f"c{number}@example.com")
        for number in range(12)
    ]
    first = store(*numbered)
    others = [
        store(payload("no_ci")),
        store(answer("instaview", "complete")),
        store(answer("zenhire", "success")),
        store(answer("round0", "completed")),
    ]
    return {
        "pages/review/interview.py": (
            *({"interview": first, "question": f"{number}"} for number in (1, 2, 3)),
            *({"interview": other} for other in others),
        ),
        "pages/review/compare.py": (
            {"ids": f"{first},{others[0]}"},
            {"ids": ",".join((first, *others))},
        ),
        "pages/review/person.py": ({"of": first},),
        "pages/analyse/cohorts.py": ({}, {"kind": "skill", "bands": "yes"}, {"kind": "language"}),
        "pages/analyse/integrity.py": ({"by": "vendor"},),
    }


def _offered(app) -> list[str]:
    """Return what can be pinned on the page, by the key under which it asks to be found."""
    told = answers.components(app)
    shown = [key for key, data in told.items() if isinstance(data, dict) and data.get("pin")]
    return [key.removesuffix("-tools") for key in shown]


def _on_screen(app) -> Ask | None:
    return app.session_state["ask-on-screen"]


def _export(app, wanted: Format):
    """Choose a format in the page's menu as a click does: the test runner cannot press it."""
    states = app._tree.get_widget_states()
    chosen = states.widgets.add()
    chosen.id = app.get("menu_button")[0].proto.id
    chosen.string_trigger_value.data = FORMATS[wanted]
    return app._run(states)


def _finished(app) -> list[ExportState]:
    """Wait until nothing runs any more, then draw the page anew."""
    jobs = app.session_state["export-jobs"]
    until(lambda: all(loaders.export_state(each).is_over for each in jobs))
    app.run()
    return [loaders.export_state(each) for each in jobs]


def _downloads(app) -> list[str]:
    return [each.proto.id.rsplit("-fetch-")[-1] for each in app.get("download_button")]


@pytest.mark.parametrize("page", PAGES)
def test_what_can_be_pinned_stands_in_the_pages_document(open_page, filled, services, page):
    """Every figure and table that a page offers for a report is found when it is made."""
    for query in filled.get(page, ({},)):
        app = open_page(page, **query)

        offered, ask = _offered(app), _on_screen(app)

        assert not app.exception
        assert (ask is None) == (page in WITHOUT_A_DOCUMENT)
        if ask is None:
            assert offered == []
            continue
        options = ExportOptions(format=Format.PDF)
        document = services.deliveries.exports.content(ask, options, composer=library)
        keys = [key for key, _, _ in document.tables()]
        assert [each for each in offered if not any(is_of(key, each) for key in keys)] == []


@pytest.mark.parametrize("page", sorted(set(PAGES) - WITHOUT_A_DOCUMENT))
def test_every_page_with_results_offers_its_document(open_page, filled, page):
    """One click opens the menu, the second one chooses the format."""
    app = open_page(page, **filled.get(page, ({},))[0])

    (menu,) = app.get("menu_button")

    pictures = {"Pictures (PNG)", "Pictures (SVG)"}
    has_figures = page != "pages/review/candidates.py"
    assert {"PDF document", "PowerPoint slides", "Excel workbook"} < set(menu.options)
    assert (pictures <= set(menu.options)) == has_figures


NOTHING = [
    *(
        (page, {"vendor": "nosuch"}, True)
        for page in sorted({page for page in PAGES if "analyse" in page})
    ),
    ("pages/review/candidates.py", {"vendor": "nosuch"}, True),
    ("pages/analyse/agents.py", {"interview": "nobody"}, False),
    ("pages/analyse/language.py", {"skill": "Charm"}, False),
    ("pages/review/compare.py", {"ids": "nobody,none"}, False),
    ("pages/review/interview.py", {"interview": "nobody"}, False),
    ("pages/review/person.py", {"of": "nobody"}, False),
]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("page", "query", "is_told"), NOTHING)
def test_what_is_not_there_is_not_offered(open_page, page, query, is_told):
    """Where nothing is chosen or the page failed; an unknown vendor in the link is named."""
    if page == "pages/analyse/cohorts.py":
        query = {"cohort": urlencode(query)}

    app = open_page(page, **query)

    assert not app.exception
    assert not app.get("menu_button")
    assert "pin-page" not in [each.key for each in app.button]
    assert any("nosuch" in each.value for each in app.warning) == is_told


@pytest.mark.usefixtures("filled")
def test_a_file_comes_and_stays_while_the_reader_goes_on(open_page):
    """Its button stands on the next page too, until it is dismissed; then the file has gone."""
    app = _export(open_page(FUNNEL), Format.XLSX)

    (state,) = _finished(app)
    app.switch_page(str(ROOT / AGENTS)).run()

    assert state.stage is Stage.DONE
    assert state.file_name.startswith("operations-")
    assert _downloads(app) == [state.id]
    assert loaders.exported_file(state.id).startswith(b"PK")

    app.button(key=f"end-{state.id}").click().run()

    assert not app.get("download_button")
    assert not app.exception


@pytest.mark.usefixtures("filled")
def test_nobody_sees_what_another_reader_made(open_page):
    """Exports belong to a session."""
    mine = _export(open_page(FUNNEL), Format.CSV)
    _finished(mine)

    theirs = open_page(FUNNEL)

    assert len(_downloads(mine)) == 1
    assert not theirs.get("download_button")
    assert "export-jobs" not in theirs.session_state


@pytest.mark.usefixtures("filled")
def test_without_a_browser_a_pdf_says_what_to_install_and_the_others_come(open_page, monkeypatch):
    """A sentence in the tray, beside the workbook that needs none."""
    monkeypatch.setenv("SCOREBAND_CHROMIUM_PATH", "/nowhere/chromium")
    app = _export(open_page(FUNNEL), Format.PDF)
    _export(app, Format.XLSX)

    pdf, workbook = _finished(app)

    assert (pdf.stage, workbook.stage) == (Stage.FAILED, Stage.DONE)
    assert "Chromium" in pdf.words
    assert any("Chromium" in each.value for each in app.markdown)
    assert _downloads(app) == [workbook.id]


@pytest.mark.usefixtures("filled")
def test_paper_and_masking_are_kept_from_page_to_page(open_page):
    """What is chosen once holds for the next export as well: here, nobody is named."""
    app = open_page(FUNNEL)
    app.toggle(key="export-masked").set_value(True).run()
    app.switch_page(str(ROOT / AGENTS)).run()
    kept = app.toggle(key="export-masked").value

    (state,) = _finished(_export(app, Format.JSON))

    assert kept
    assert "-masked-" in state.file_name
