"""A table on the page shows foreign texts as they were written, and obeys none."""

from tests.components.widgets.events import app_of, data_of


def _page():
    from components.widgets.plain_table import plain_table  # noqa: PLC0415  (a script of its own)
    from services.models.table import Table  # noqa: PLC0415  (a script of its own)

    rows = (("\u202egnp.exe\u202c", 3.5, None), ("<b>Zoë</b>", 0, "a\0b"))
    plain_table(Table(columns=("Name", "Score", "Note"), rows=rows), title="Names", key="names")


def test_direction_overrides_are_seen_and_not_obeyed():
    """Numbers stay numbers, and what is missing stays missing."""
    app = app_of(_page)

    app.run()

    rows = data_of(app, "names")["rows"]
    assert rows == [["�gnp.exe�", 3.5, None], ["<b>Zoë</b>", 0, "a�b"]]
