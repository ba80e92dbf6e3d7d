"""Page: the guide's shape and the reference's, and lists that say nothing about pages."""

import pytest

from services.vendors.instaview.page import page_of

ITEMS = [{"id": "a"}, {"id": "b"}]


def guide(**pagination):
    """Make a page as the guide prints it."""
    return {"success": True, "data": {"items": ITEMS, "pagination": pagination}}


@pytest.mark.parametrize(
    ("answer", "total", "has_next"),
    [
        pytest.param(guide(total=5, page=1, totalPages=3, hasNextPage=True), 5, True, id="guide"),
        pytest.param(guide(total=2, page=1, totalPages=1, hasNextPage=False), 2, False, id="last"),
        pytest.param(guide(total=5, totalPages=3), 5, True, id="guide without a flag"),
        pytest.param(
            {"data": ITEMS, "total": 5, "page": 1, "limit": 2, "totalPages": 3},
            5,
            True,
            id="reference",
        ),
        pytest.param(
            {"success": True, "data": {"data": ITEMS, "total": 2, "totalPages": 1}},
            2,
            False,
            id="reference in an envelope",
        ),
        pytest.param({"success": True, "data": ITEMS}, None, True, id="a full list"),
        pytest.param(ITEMS, None, True, id="a bare list"),
        pytest.param({"data": [*ITEMS, 5, None], "total": "x"}, None, True, id="odd items"),
    ],
)
def test_both_shapes_are_read(answer, total, has_next):
    """Without a word about pages, a full one has a successor."""
    given = answer

    page = page_of(given, page=1, limit=2)

    assert page.items == tuple(ITEMS)
    assert (page.total, page.has_next) == (total, has_next)


@pytest.mark.parametrize("answer", [None, 5, "text", {}, {"data": None}, {"data": {"x": 1}}])
def test_what_holds_no_list_is_no_page(answer):
    """Not an empty one: that would end a walk too early."""
    given = answer

    page = page_of(given, page=1, limit=2)

    assert page is None


def test_an_empty_page_is_the_last():
    """Whatever it says: a walk must end."""
    answer = {"success": True, "data": {"items": [], "pagination": {"hasNextPage": True}}}

    page = page_of(answer, page=3, limit=2)

    assert not page.has_next


def test_there_are_no_more_than_10000_pages():
    """InstaView refuses to count further."""
    answer = guide(hasNextPage=True)

    page = page_of(answer, page=10_000, limit=2)

    assert not page.has_next
