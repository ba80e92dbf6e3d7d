"""What stands around every page."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from tests.components.widgets.events import app_of


def _page(kind):
    from components.widgets import frame

    frame.header("O'Connor *x*", "How did it go?")
    frame.sidebar_footer(synthetic=kind == "synthetic", version="0.1.0")


def test_a_title_is_read_as_text():
    """A candidate's name in the title is not markdown."""
    app = app_of(_page, "")

    app.run()

    assert app.title[0].value == r"O'Connor \*x\*"
    assert not app.sidebar.warning


def test_synthetic_data_is_marked_on_every_page():
    """Nobody takes an invented person for a real one."""
    app = app_of(_page, "synthetic")

    app.run()

    assert "Synthetic data" in app.sidebar.warning[0].value
