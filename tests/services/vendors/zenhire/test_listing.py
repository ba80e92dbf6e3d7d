"""The walk through ZenHire's runs: newest first, nothing twice, nothing lost, an end."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import httpx
import pytest

from services.errors import VendorAnswerError

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def iso(moment):
    return moment.isoformat().replace("+00:00", "Z")


def archive(moments, *, size=3, includes_the_bound=False):
    """Answer as a list of runs of these ages (in seconds) would, `size` on a page."""
    runs = [(f"r{n}", NOON - timedelta(seconds=age)) for n, age in enumerate(moments)]

    def answer(request):
        query = parse_qs(request.url.query.decode())
        bound = query.get("createdBefore")
        before = datetime.fromisoformat(bound[0]) if bound else NOON + timedelta(days=1)
        found = [
            (name, at) for name, at in runs if at < before or (includes_the_bound and at == before)
        ]
        page = [{"id": name, "createdAt": iso(at)} for name, at in found[:size]]
        return httpx.Response(200, json={"runs": page, "total": len(found)})

    return answer


@pytest.mark.parametrize("includes_the_bound", [True, False])
@pytest.mark.parametrize(
    "ages",
    [
        pytest.param([0, 60, 120, 180, 240, 300, 360], id="far apart"),
        pytest.param([0, 60, 60, 60, 120, 180], id="a moment shared across a page"),
        pytest.param([0, 0.2, 0.4, 0.6, 0.8, 1.0], id="within a second"),
        pytest.param([0], id="one"),
        pytest.param([], id="none"),
    ],
)
def test_every_run_is_listed_once(zenhire, ages, includes_the_bound):
    """Whether the bound itself counts is not documented, so both must do."""
    client, _ = zenhire(archive(ages, includes_the_bound=includes_the_bound))

    steps = list(client.listing())

    listed = [one for step in steps for one in step.vendor_interview_ids]
    assert listed == [f"r{n}" for n in range(len(ages))]
    assert steps[-1].cursor is None
    assert steps[-1].done == len(ages)


def test_only_speech_is_asked_for(zenhire):
    """The list holds other services' runs too."""
    client, asked = zenhire(archive([]))

    list(client.listing())

    assert str(asked[0].url).endswith("/api/v1/speech/runs?serviceType=speech")


def test_a_walk_goes_on_where_it_was_broken_off(zenhire):
    """From the cursor of its last step; what is listed twice there was known anyway."""
    client, _ = zenhire(archive([0, 60, 120, 180, 240]))
    first = next(client.listing())

    rest = list(client.listing(first.cursor))

    listed = {one for step in rest for one in step.vendor_interview_ids}
    assert {"r3", "r4"} <= listed
    assert "r0" not in listed


def test_progress_is_told_where_the_answer_tells_how_many_there_are(zenhire):
    """The total of the first answer holds for the whole walk."""
    client, _ = zenhire(archive([0, 60, 120, 180]))

    steps = list(client.listing())

    assert {step.total for step in steps} == {4}
    assert [step.done for step in steps][-1] == 4


@pytest.mark.parametrize("key", ["data", "items", "results"])
def test_the_list_is_found_under_any_likely_name(zenhire, key):
    """A bare list would do as well."""
    client, _ = zenhire(httpx.Response(200, json={key: [{"id": "r0"}, {"id": 4}, "odd"]}))

    [step] = client.listing()

    assert step.vendor_interview_ids == ("r0",)


@pytest.mark.parametrize("answer", [{}, {"runs": "many"}, "text", 4])
def test_an_answer_without_a_list_is_told(zenhire, answer):
    """With what can be done instead."""
    client, _ = zenhire(httpx.Response(200, json=answer))

    with pytest.raises(VendorAnswerError, match="not as documented"):
        list(client.listing())


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "soon", None, 4]
)
def test_a_moment_that_cannot_be_ends_the_walk(zenhire, moment):
    """What was listed by then is kept."""
    runs = [{"id": "r0", "createdAt": moment}]
    client, _ = zenhire(httpx.Response(200, json={"runs": runs}))

    [step] = client.listing()

    assert step.vendor_interview_ids == ("r0",)
