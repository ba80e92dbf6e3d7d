"""Walk: all candidates, each one's interviews, and on from where it was broken off."""

import pytest

from services.errors import NotFoundAtVendorError, VendorDownError, VendorRejectedError
from services.vendors.instaview.page import Page
from services.vendors.instaview.walk import PAGE_SIZE, Walk


class Company:
    """Candidates with their interviews, in pages of a hundred."""

    def __init__(self, count, interviews=None, *, total=True):
        self.ids = [f"c{n}" for n in range(count)]
        self.of = interviews or {named: [f"{named}-i"] for named in self.ids}
        self.total = count if total else None
        self.asked = []

    def candidates(self, page):
        """Return a page of candidates."""
        start = (page - 1) * PAGE_SIZE
        ids = self.ids[start : start + PAGE_SIZE]
        has_next = start + PAGE_SIZE < len(self.ids)
        return Page(tuple({"id": named} for named in ids), self.total, has_next)

    def interviews(self, named, page):
        """Return a candidate's interviews, two a page."""
        self.asked.append((named, page))
        found = self.of[named]
        if isinstance(found, Exception):
            raise found
        part = found[2 * page - 2 : 2 * page]
        return Page(tuple({"id": each} for each in part), len(found), 2 * page < len(found))

    def walk(self, cursor=None):
        """Walk from the cursor on."""
        return Walk(self.candidates, self.interviews).steps(cursor)


def test_every_candidates_interviews_are_listed():
    """Over pages of candidates; the last step has no cursor."""
    company = Company(205)

    steps = list(company.walk())

    assert [one for step in steps for one in step.vendor_interview_ids] == [
        f"c{n}-i" for n in range(205)
    ]
    assert [step.done for step in steps] == list(range(1, 206))
    assert {step.total for step in steps} == {205}
    assert [step.cursor is None for step in steps] == [False] * 204 + [True]


def test_a_candidates_interviews_may_fill_pages():
    """All of them belong to one step, each once."""
    company = Company(1, {"c0": ["a", "b", "c", "b", "d"]})

    steps = list(company.walk())

    assert steps[0].vendor_interview_ids == ("a", "b", "c", "d")


@pytest.mark.parametrize("broken_off_after", [1, 99, 100, 101, 204])
def test_a_walk_goes_on_from_its_cursor(broken_off_after):
    """Nobody is asked for twice, nobody is passed over."""
    company = Company(205)
    first = [step for step, _ in zip(company.walk(), range(broken_off_after), strict=False)]
    company.asked.clear()

    rest = list(company.walk(first[-1].cursor))

    assert [named for named, _ in company.asked] == [f"c{n}" for n in range(broken_off_after, 205)]
    assert rest[-1].done == 205


@pytest.mark.parametrize(
    "error", [VendorRejectedError("V", "closed."), NotFoundAtVendorError("V", "gone.")]
)
def test_a_candidate_that_is_closed_does_not_end_the_walk(error):
    """Of another company, or deleted meanwhile: the others follow."""
    company = Company(3, {"c0": ["a"], "c1": error, "c2": ["b"]})

    steps = list(company.walk())

    assert [step.vendor_interview_ids for step in steps] == [("a",), (), ("b",)]


def test_a_vendor_that_is_down_breaks_the_walk_off():
    """The cursor of the step before is where it goes on."""
    company = Company(3, {"c0": ["a"], "c1": VendorDownError("V", "down."), "c2": ["b"]})
    walk = company.walk()
    before = next(walk)

    with pytest.raises(VendorDownError):
        next(walk)

    assert before.cursor == "1:1"


def test_nobody_is_a_walk_of_one_step():
    """It says that it is over."""
    company = Company(0)

    steps = list(company.walk())

    assert [(step.vendor_interview_ids, step.cursor, step.total) for step in steps] == [
        ((), None, 0)
    ]


@pytest.mark.parametrize("cursor", ["", "x", "0:0", "1", "-1:5", "1:5;drop", "99999999:1"])
def test_a_cursor_of_no_walk_begins_anew(cursor):
    """Nothing is lost by it."""
    company = Company(2)

    steps = list(company.walk(cursor))

    assert [step.done for step in steps] == [1, 2]


def test_a_cursor_beyond_the_end_ends():
    """Candidates went meanwhile."""
    company = Company(2)

    steps = list(company.walk("1:7"))

    assert [(step.vendor_interview_ids, step.cursor) for step in steps] == [((), None)]


def test_candidates_without_a_usable_id_are_steps_without_interviews():
    """Nothing is asked for them."""
    company = Company(1)
    company.candidates = lambda _: Page(({"id": 5}, {"name": "x"}, {"id": " "}), 3, has_next=False)

    steps = list(company.walk())

    assert [step.vendor_interview_ids for step in steps] == [(), (), ()]
    assert company.asked == []
