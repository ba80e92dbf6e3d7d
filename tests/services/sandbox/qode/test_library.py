"""What the sandbox holds: the same from the same seed, and one in five broken."""

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from services.sandbox.qode.broken_case import BrokenCase
from services.sandbox.qode.library import describe, payloads
from services.sandbox.qode.status import Status
from tests.services.sandbox.conftest import OPTIONS


def test_equal_options_give_the_same_bytes():
    """Two sandboxes of one seed and one day cannot be told apart."""
    twin = replace(OPTIONS)

    first, second = list(payloads(OPTIONS)), list(payloads(twin))

    assert first == second


def test_another_seed_gives_other_people():
    """No interview of one seed turns up under another."""
    other = replace(OPTIONS, seed=8)

    ids = {one.interview_id for one in describe(OPTIONS)}
    other_ids = {one.interview_id for one in describe(other)}

    assert not ids & other_ids


def test_more_interviews_keep_the_first_ones():
    """A larger sandbox begins with the interviews of a smaller one."""
    larger = replace(OPTIONS, interviews=OPTIONS.interviews + 20)

    first = list(islice(payloads(larger), 5))

    assert first == list(islice(payloads(OPTIONS), 5))


def test_one_in_five_is_broken_and_every_case_occurs():
    """Sixty interviews are enough to meet all ten cases."""
    cases = [one.broken_case for one in describe(OPTIONS)]

    count = Counter(case for case in cases if case)

    assert set(count) == set(BrokenCase)
    assert count.total() == OPTIONS.interviews // 5


def test_every_status_occurs_and_most_are_reported(bodies):
    """A list of interviews shows the whole life cycle, in the vendor's words of either case."""
    events = Counter(body["event"].upper() for body in bodies)

    reported = events["REPORT_GENERATED"]

    assert set(events) == set(Status)
    assert reported >= 0.75 * len(bodies)
    assert any(body["event"].islower() for body in bodies)


def test_the_list_tells_what_the_bodies_say(bodies):
    """The cheap list and the bodies agree on ids and statuses."""
    listed = [(one.interview_id, one.status) for one in describe(OPTIONS)]

    told = [(body["interview_id"], body["event"].upper()) for body in bodies]

    assert listed == told


def test_interviews_lie_in_the_fourteen_months_before_today(bodies):
    """Nothing that has happened lies in the future or is older than the versions reach."""
    oldest = (OPTIONS.today - timedelta(days=430)).isoformat()

    starts = [body["metadata"]["start_time"] for body in bodies]

    known = [start for start in starts if start]
    assert oldest < min(known)
    assert max(known) < OPTIONS.today.isoformat()


def test_addresses_reach_nobody_and_every_body_says_that_it_is_synthetic(bodies):
    """Only the domains reserved for examples are used."""
    domains = {body["candidate_email"].rpartition("@")[2] for body in bodies}

    marks = [body["request_metadata"]["synthetic"] for body in bodies]

    assert domains <= {"example.com", "example.org", "example.net"}
    assert all(marks)


def test_names_come_in_many_scripts(bodies):
    """The first letters of the names belong to at least six scripts."""
    names = [body["candidate_profile"]["fullname"] for body in bodies]

    blocks = {ord(name[0]) // 0x100 for name in names if name}

    assert len(blocks) >= 6


def test_reports_are_of_a_usual_size():
    """A payload is large enough to matter and small enough to be one page."""
    sizes = [len(payload) for payload in payloads(OPTIONS)]

    reported = [size for size in sizes if size > 8_000]

    assert max(reported) < 90_000
    assert 30_000 < sorted(reported)[len(reported) // 2] < 60_000


def test_compact_interviews_are_short():
    """The variant for measuring has a median near fifteen kilobytes."""
    compact = replace(OPTIONS, compact=True)

    sizes = sorted(len(payload) for payload in payloads(compact))

    assert 11_000 < sizes[len(sizes) // 2] < 18_000


def test_links_lead_to_the_address_that_was_asked():
    """A body made for one address names no other."""
    url = "http://127.0.0.1:9"

    body = json.loads(next(payloads(OPTIONS, base_url=url)))

    assert body["assets"]["video_url"] == "http://127.0.0.1:9/media/recording.webm"
    assert body["iframe_url"].startswith("http://127.0.0.1:9/interview/")
