"""Numbers as links: real addresses, and a click that stays within the session."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from components.widgets.tiles import Link
from tests.components.widgets.events import app_of, data_of


def _page():
    from components.widgets.tiles import Link, tile_row

    links = (
        Link(count=1204, label="With notices", page="a.py", query=(("notices", "with"),)),
        Link(
            count=0, label="Flags to look at", note="by nobody yet", page="b.py", path="integrity"
        ),
    )
    tile_row(links, title="Interviews", key="numbers")


def test_each_number_has_its_words_and_its_address():
    """What the browser draws is text: large numbers are grouped, and a real 0 is a 0."""
    app = app_of(_page)

    app.run()

    assert data_of(app, "numbers") == {
        "title": "Interviews",
        "tiles": [
            {
                "id": 0,
                "href": "./?notices=with",
                "count": "1,204",
                "label": "With notices",
                "note": "",
            },
            {
                "id": 1,
                "href": "integrity",
                "count": "0",
                "label": "Flags to look at",
                "note": "by nobody yet",
            },
        ],
    }


def test_an_address_holds_whatever_a_filter_holds():
    """Several values of one name, and signs that an address has uses for."""
    link = Link(
        count=2, label="New", page="a.py", query=(("role", "R&D"), ("role", ""), ("new", "9:30"))
    )

    href = link.href

    assert href == "./?role=R%26D&role=&new=9%3A30"
