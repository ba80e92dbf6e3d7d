"""Lists: two shapes, pages with bounds, and interviews of one candidate at a time."""

import pytest

from services.sandbox.app import create_app
from tests.services.sandbox.conftest import connect
from tests.services.sandbox.instaview.conftest import BUSY

COUNTS = {"total", "page", "limit", "totalPages"}


@pytest.fixture(scope="module")
def busy():
    with connect(create_app(BUSY)) as client:
        yield client


@pytest.mark.parametrize("path", ["candidates", "jobs"])
def test_candidates_and_jobs_are_listed_as_in_the_reference(busy, path):
    """The rows are `data`, and the counts stand beside them, without an envelope."""
    body = busy.get(f"/instaview/{path}", params={"limit": 2}).json()

    assert set(body) == {"data", *COUNTS}
    assert len(body["data"]) == 2
    assert body["totalPages"] == (body["total"] + 1) // 2


def test_agents_and_interviews_are_listed_as_in_the_guide(busy):
    """The envelope, the rows as `items`, and the counts one level deeper."""
    candidate = busy.get("/instaview/candidates").json()["data"][4]["id"]

    agents = busy.get("/instaview/agents").json()
    found = busy.get("/instaview/interviews", params={"candidateId": candidate}).json()

    for body in (agents, found):
        assert set(body) == {"success", "data", "error", "timestamp"}
        assert set(body["data"]["pagination"]) == COUNTS | {"hasNextPage", "hasPreviousPage"}
        assert len(body["data"]["items"]) == body["data"]["pagination"]["total"]
    assert [item["candidateId"] for item in found["data"]["items"]] == [candidate] * 2


def test_pages_together_hold_every_candidate_once(busy):
    """Nobody is left out and nobody is listed twice."""
    pages = [
        busy.get("/instaview/candidates", params={"page": page, "limit": 50}).json()
        for page in (1, 2, 3, 4, 5)
    ]

    ids = [row["id"] for page in pages for row in page["data"]]

    assert len(ids) == len(set(ids)) == pages[0]["total"]
    assert pages[-1]["data"] == []


def test_the_neighbours_of_a_page_are_told(busy):
    """The first page has none before it, the last one none after it."""
    pages = [
        busy.get("/instaview/agents", params={"page": page, "limit": 3}).json()["data"][
            "pagination"
        ]
        for page in (1, 2, 3)
    ]

    told = [(page["hasPreviousPage"], page["hasNextPage"]) for page in pages]

    assert told == [(False, True), (True, True), (True, False)]


@pytest.mark.parametrize(
    ("name", "value"),
    [("page", "0"), ("page", "10001"), ("limit", "0"), ("limit", "101"), ("limit", "many")],
)
def test_a_page_outside_of_the_bounds_is_refused(busy, name, value):
    """400 that names the parameter."""
    answer = busy.get("/instaview/candidates", params={name: value})

    assert answer.status_code == 400
    assert answer.json()["error"]["details"]["field"] == name


def test_interviews_are_listed_for_one_candidate_only(busy):
    """400 without `candidateId`."""
    answer = busy.get("/instaview/interviews")

    assert answer.status_code == 400
    assert answer.json()["error"]["details"]["field"] == "candidateId"


def test_interviews_are_filtered_by_status_and_agent(busy):
    """Either case of a status will do."""
    candidate = busy.get("/instaview/candidates").json()["data"][0]["id"]
    about = {"candidateId": candidate}

    def count(**more):
        answer = busy.get("/instaview/interviews", params=about | more)
        return answer.json()["data"]["pagination"]["total"]

    assert (count(), count(status="completed"), count(status="FAILED")) == (1, 1, 0)
    assert count(agentId="somebody-else") == 0


def test_all_interviews_are_found_by_walking_the_candidates(busy):
    """There is no list of all; the sandbox's own list agrees with the walk."""
    rows = [
        row
        for page in (1, 2)
        for row in busy.get("/instaview/candidates", params={"page": page, "limit": 100}).json()[
            "data"
        ]
    ]

    walked = [
        item["id"]
        for row in rows
        for item in busy.get("/instaview/interviews", params={"candidateId": row["id"]}).json()[
            "data"
        ]["items"]
    ]

    listed = busy.get("/_sandbox/interviews").json()
    assert sorted(walked) == sorted(
        row["interview_id"] for row in listed if row["vendor"] == "instaview"
    )


@pytest.mark.parametrize("path", ["candidates/x", "jobs/x", "agents/x", "interviews/x", "nothing"])
def test_what_is_not_there_is_not_found(busy, path):
    """404 in the envelope with the documented code."""
    answer = busy.get(f"/instaview/{path}")

    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "RESOURCE_NOT_FOUND"
