"""Reports page: what was pinned, in its order, saved, opened by others, made again."""

from pathlib import Path

import pytest

from components.documents import library
from services.models.ask import Ask, InterviewAsk, InterviewsAsk, OperationsAsk
from services.models.export import ExportOptions, Format
from services.models.plan import Pin, ReportPlan
from tests.pages import answers

ROOT = Path(__file__).parents[2]
REPORTS, FUNNEL = "pages/deliver/reports.py", "pages/analyse/funnel.py"
HOSTILE = "# <b>Big</b> **bold** [link](javascript:alert(1)) $x^2$ :red[a] " * 100


@pytest.fixture
def funnel(store, payload, answer) -> Ask:
    """Fill the cache with interviews of three vendors; return what the Funnel page asks."""
    store(payload("complete"))
    store(answer("instaview", "complete"))
    store(answer("zenhire", "success"))
    return OperationsAsk()


@pytest.fixture
def reports_of(open_page):
    """Return a function that opens the Reports page with these parts pinned."""

    def opened(*pins: Pin, title: str = "Weekly", **more):
        app = open_page(REPORTS)
        app.session_state["report-plan"] = ReportPlan(title=title, pins=pins, **more)
        return app.run()

    return opened


def _plan(app) -> ReportPlan:
    return app.session_state["report-plan"]


def _rows(app) -> list[str]:
    """Return the headings of the parts."""
    told = [each.value.replace("\\", "") for each in app.markdown]
    return [each.strip("*") for each in told if each[:3].strip("*").rstrip(".").isdigit()]


def _field(app, at: int, what: str):
    fields = app.text_input if what == "title" else app.text_area
    (found,) = [
        each
        for each in fields
        if each.key.startswith(f"pin-{what}-") and each.key.endswith(f"-{at}")
    ]
    return found


def _click(app, key: str):
    return app.button(key=key).click().run()


def test_without_parts_the_page_says_how_to_begin(open_page):
    """No settings, no buttons: one sentence."""
    app = open_page(REPORTS)

    assert not app.exception
    assert "Nothing is pinned yet" in app.info[0].value
    assert not app.button


@pytest.mark.usefixtures("funnel")
def test_a_whole_page_that_was_pinned_is_a_part(open_page):
    """From the button at the head of the page, which then says that it is there."""
    app = open_page(FUNNEL)

    _click(app, "pin-page")
    is_there = app.button(key="pin-page").label
    app.switch_page(str(ROOT / REPORTS)).run()

    assert is_there == "In the report"
    assert len(_plan(app).pins) == 1
    assert _rows(app) == ["1. Funnel"]


def test_parts_take_their_titles_and_notes_with_them(reports_of, funnel):
    """Up, down and out: what was written about a part stays with it, in the fields too."""
    first, second = Pin(ask=funnel, block="funnel"), Pin(ask=funnel, block="vendor-words")
    app = reports_of(first, second, Pin(ask=funnel))
    _field(app, 0, "title").set_value("Where we lose them").run()
    _field(app, 0, "note").set_value("Call the nurses.").run()

    _click(app, "down-0")
    _click(app, "remove-2")

    kept = _plan(app).pins
    assert [each.block for each in kept] == ["vendor-words", "funnel"]
    assert (kept[1].title, kept[1].note) == ("Where we lose them", "Call the nurses.")
    assert [_field(app, at, "title").value for at in (0, 1)] == ["", "Where we lose them"]
    assert _field(app, 1, "note").value == "Call the nurses."
    assert _rows(app)[1] == "2. Where we lose them"


def test_an_edit_counts_nothing_anew(reports_of, store, payload, funnel):
    """What a part says is kept while it is named and moved, and goes with new interviews."""
    app = reports_of(Pin(ask=funnel, block="funnel"), Pin(ask=funnel, block="vendor-words"))
    app.run()
    first = app.session_state["report-counted"].parts[funnel]

    _field(app, 0, "title").set_value("Where we lose them").run()
    _click(app, "down-0")
    named = app.session_state["report-counted"].parts[funnel]
    store(payload("complete", interview_id="int_more", candidate_email="more@example.com"))
    app.run()

    assert named is first
    assert app.session_state["report-counted"].parts[funnel] is not first


def test_the_ends_of_the_order_are_ends(reports_of, funnel):
    """The first part cannot go up, the last one cannot go down."""
    app = reports_of(Pin(ask=funnel, block="funnel"), Pin(ask=funnel, block="vendor-words"))

    disabled = [app.button(key=key).disabled for key in ("up-0", "down-0", "up-1", "down-1")]

    assert disabled == [True, False, False, True]


def test_a_saved_report_opens_for_another_reader_and_is_forgotten(reports_of, open_page, funnel):
    """With its title, its parts and how it is made."""
    mine = reports_of(Pin(ask=funnel, block="funnel", note="Mine"), format=Format.PPTX)
    _click(mine, "save-report")
    theirs = open_page(REPORTS)
    id_ = _plan(mine).saved_as

    _click(theirs, f"open-{id_}")
    opened = _plan(theirs)
    _click(theirs, f"forget-{id_}")

    assert (opened.title, opened.format, opened.pins[0].note) == ("Weekly", Format.PPTX, "Mine")
    assert _plan(theirs).saved_as == ""
    assert not open_page(REPORTS).button


def test_a_title_that_is_taken_is_said_and_the_parts_stay(reports_of, funnel):
    """The other report stays as it is."""
    pin = Pin(ask=funnel, block="funnel")
    _click(reports_of(pin), "save-report")
    app = reports_of(pin, Pin(ask=funnel))

    _click(app, "save-report")

    assert "Weekly" in app.error[0].value
    assert _plan(app).saved_as == ""
    assert len(_rows(app)) == 2


def test_made_again_it_begins_with_what_changed(reports_of, store, payload, services, funnel):
    """One interview more: the numbers then and now."""
    app = reports_of(Pin(ask=funnel, block="funnel"))
    _click(app, "save-report")
    plan = _plan(app)
    content = services.deliveries.exports.content(
        plan, ExportOptions(format=Format.PDF), composer=library
    )
    services.deliveries.plans.printed(plan, content)
    store(payload("complete", interview_id="int_more", candidate_email="more@example.com"))

    app.session_state["report-tabs"] = "Preview"
    app.run()
    shown = app.subheader[0].value, answers.data(app, "preview-0-1")["columns"][-2:]
    app.session_state["report-tabs"] = "Parts"
    app.run()

    assert shown == ("What changed", ["Then", "Now"])
    assert _rows(app) == ["1. From invited to reported"]
    assert not app.subheader


def test_an_interview_that_is_gone_is_said_in_its_place(reports_of, funnel):
    """The other parts stand as they were."""
    gone = Pin(ask=InterviewAsk(interview="goneandforgotten"), title="The nurse")

    app = reports_of(gone, Pin(ask=funnel, block="funnel"))

    assert not app.exception
    assert not app.error
    assert _rows(app) == ["1. The nurse", "2. From invited to reported"]
    assert any("was pinned here" in each.value for each in app.warning)


def test_a_figure_that_is_gone_is_said_in_its_place(reports_of, funnel):
    """Where today's answer has no such figure."""
    app = reports_of(Pin(ask=funnel, block="no-such-figure"))

    assert not app.exception
    assert any("was pinned here" in each.value for each in app.warning)


def test_a_masked_report_names_nobody(reports_of, store, payload):
    """In the preview, in the parts and in what they are called."""
    named = store(payload("complete", candidate_name="Maria Szabó"))

    app = reports_of(Pin(ask=InterviewAsk(interview=named)), Pin(ask=InterviewsAsk()), masked=True)

    told = answers.markdown(app) + str(app.text)
    app.session_state["report-tabs"] = "Preview"
    app.run()
    told += answers.markdown(app) + str(answers.components(app)) + str(app.text)
    assert not app.exception
    assert "Candidate" in told
    assert "Szab" not in told
    assert "Maria" not in told


def test_hostile_titles_and_notes_are_texts(reports_of, funnel):
    """Five thousand signs of markdown and markup are shown, cut, and do nothing."""
    pin = Pin(ask=funnel, block="funnel", title=HOSTILE, note=HOSTILE)

    app = reports_of(pin, title=HOSTILE)
    _click(app, "save-report")

    told = answers.markdown(app)
    app.session_state["report-tabs"] = "Preview"
    app.run()
    told += answers.markdown(app)
    assert not app.exception
    assert "**bold**" not in told
    assert "[link](" not in told
    assert "<b>" not in told
