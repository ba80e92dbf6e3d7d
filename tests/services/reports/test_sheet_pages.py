"""Wide sheets are printed on several pages, none of which cuts a score from its state."""

from services.reports.sheet_pages import is_wide, pages

SCORE = ("Score", "Lower", "Upper", "State")


def test_a_score_its_band_and_its_state_are_on_one_page():
    """A page ends before a score that would not fit with all that belongs to it."""
    names = ("Name", *(f"Text {number}" for number in range(5)), *SCORE, "Remark")
    widths = [30.0] * 6 + [10.0] * 4 + [60.0]

    found = pages(names, widths, naming=1)

    assert is_wide(widths)
    assert found.named == 1
    assert found.breaks == (6,)


def test_the_first_column_is_on_every_page_however_wide():
    """Later names are as well, as far as they leave room for what they name."""
    names = ("Group", "Name", *(f"Mean {number}" for number in range(20)))

    long = pages(names, [60.0, 60.0, *[20.0] * 20], naming=2)
    short = pages(names, [10.0, 40.0, *[20.0] * 20], naming=2)

    assert (long.named, short.named) == (1, 2)


def test_what_no_page_holds_is_cut_somewhere():
    """Fifty columns that belong together still get pages."""
    names = ("Name", "Score", *["Score state"] * 50)

    found = pages(names, [20.0] * 52, naming=1)

    assert len(found.breaks) > 4
