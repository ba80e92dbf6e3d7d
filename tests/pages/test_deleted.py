"""What its vendor has deleted: kept here, marked, and in lists only where somebody asks for it."""

from datetime import UTC, datetime

import pytest

from tests.pages import answers

PAGE = "pages/review/interview.py"
LIST = "pages/review/candidates.py"


@pytest.fixture
def deleted(services, all_vendors) -> str:
    """Let the vendor have deleted one of the interviews; return its id."""
    row = services.store.rows([all_vendors["instaview"]])[0]
    services.store.mark_gone(row.vendor, row.vendor_interview_id, datetime.now(UTC))
    return row.id


def test_a_deleted_interview_is_kept_and_marked(open_page, deleted):
    """This copy can be read, and the page says what it is."""
    app = open_page(PAGE, interview=deleted)

    assert not app.exception
    assert "has deleted this interview" in app.warning[0].value
    assert "verdict" in answers.components(app)


def test_lists_leave_a_deleted_interview_out_unless_asked(open_page, deleted):
    """Hidden, shown beside the rest, or alone: the choice lies in the URL."""
    shown = {
        word: [
            row["id"] for row in answers.data(open_page(LIST, deleted=word), "candidates")["rows"]
        ]
        for word in ("", "shown", "only")
    }

    assert deleted not in shown[""]
    assert len(shown["shown"]) == len(shown[""]) + 1 == 4
    assert shown["only"] == [deleted]


def test_a_deleted_interview_says_so_in_its_row(open_page, deleted):
    """With the day on which it was noticed."""
    app = open_page(LIST, deleted="only")

    [row] = answers.data(app, "candidates")["rows"]

    assert row["id"] == deleted
    assert row["gone"].startswith("Deleted at the vendor, noticed")
