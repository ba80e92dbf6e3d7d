"""An interview is made once somebody has seen what will be sent; then it is tracked."""

from dataclasses import dataclass, field, replace

import pytest

from services.cache.store import open_store
from services.errors import InputError, StorageError, VendorDownError
from services.models.scheduling import (
    FormField,
    NewInterviewRequest,
    ScheduledInterview,
    Scheduling,
)
from services.use_cases.scheduling import Schedules
from tests.services.use_cases.conftest import TOY, Api

LINK = "https://toy.example.com/begin/7f3d-secret"
ANSWERS = {"name": "Ngozi Brightwater", "email": "ngozi@example.com"}


@dataclass
class Maker(Api):
    """A vendor's API in memory that makes interviews."""

    made: ScheduledInterview = field(
        default_factory=lambda: ScheduledInterview(vendor_interview_id="new-1", link=LINK)
    )
    taken: list[NewInterviewRequest] = field(default_factory=list)
    is_down: bool = False

    def schedule(self, request):
        if self.is_down:
            raise VendorDownError("Diary", "is down.")
        self.taken.append(request)
        return self.made


def prepare(answers, now):
    """Refuse what has no name; else send the answers and the day."""
    if not answers.get("name"):
        msg = "Name: somebody has to be invited."
        raise InputError(msg)
    return NewInterviewRequest(body={**answers, "day": now.date().isoformat()})


DIARY = replace(
    TOY,
    name="diary",
    title="Diary",
    scheduling=Scheduling(
        fields=(FormField(name="name", label="Name", required=True),), prepare=prepare
    ),
)


@pytest.fixture
def api():
    return Maker()


@pytest.fixture
def schedules(store, api, clock):
    vendors = {"toy": TOY, "diary": DIARY}
    return Schedules(store, vendors, lambda _: api, clock)


def tracked(store):
    """Return what the next sync will ask for."""
    return [(due.vendor, due.vendor_interview_id) for due in store.due()]


def test_looking_at_what_will_be_sent_sends_nothing(schedules, api, store):
    """It is what the confirmation shows."""
    request = schedules.prepare("diary", ANSWERS)

    assert request.body == {**ANSWERS, "day": "2026-05-04"}
    assert (api.taken, api.closed, tracked(store), store.log_entries()) == ([], 0, [], ())


def test_a_broken_rule_is_told_before_anything_is_sent(schedules, api):
    """The sentence names the field."""
    with pytest.raises(InputError, match=r"^Name:"):
        schedules.prepare("diary", {})

    assert api.taken == []


def test_what_was_made_is_tracked(schedules, api, store):
    """The next sync fetches it; the candidate's link is handed on, once."""
    request = schedules.prepare("diary", ANSWERS)

    made = schedules.send(" Diary ", request)

    assert (made.vendor_interview_id, made.link) == ("new-1", LINK)
    assert api.taken == [request]
    assert tracked(store) == [("diary", "new-1")]
    assert api.closed == 1


def test_the_log_holds_neither_name_nor_link(schedules, store, tmp_path):
    """Whoever has the link can sit the interview: it is nowhere in the file."""
    request = schedules.prepare("diary", ANSWERS)

    schedules.send("diary", request)

    (entry,) = store.log_entries()
    store.close()
    kept = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert (entry.event, entry.subject) == ("interview_scheduled", "diary new-1")
    assert b"interview_scheduled" in kept
    assert not [secret for secret in (LINK, *ANSWERS.values()) if secret.encode() in kept]


def test_an_interview_without_an_id_cannot_be_tracked_and_is_logged(schedules, api, store):
    """The vendor made it all the same."""
    api.made = ScheduledInterview(link=LINK)

    made = schedules.send("diary", NewInterviewRequest(body={}))

    assert made.link == LINK
    assert tracked(store) == []
    assert [entry.subject for entry in store.log_entries()] == ["diary"]


def test_a_failure_leaves_nothing_tracked(schedules, api, store):
    """Neither in the queue nor in the log; the client is let go."""
    api.is_down = True

    with pytest.raises(VendorDownError):
        schedules.send("diary", NewInterviewRequest(body={}))

    assert (tracked(store), store.log_entries(), api.closed) == ([], (), 1)


@pytest.mark.parametrize("ask", [Schedules.prepare, Schedules.send])
@pytest.mark.parametrize(
    ("vendor", "said"), [("toy", "Toy makes no interviews on request"), ("acme", "no vendor")]
)
def test_a_vendor_that_makes_none_is_not_asked(schedules, api, ask, vendor, said):
    """The sentence says what to do in its place."""
    with pytest.raises(InputError, match=said):
        ask(schedules, vendor, {} if ask is Schedules.prepare else NewInterviewRequest(body={}))

    assert (api.taken, api.closed) == ([], 0)


def test_a_form_is_there_where_a_vendor_has_one(schedules):
    """None is no error: the page simply offers nothing."""
    forms = {name: schedules.form(name) for name in ("toy", "diary")}

    assert forms == {"toy": (), "diary": DIARY.scheduling.fields}


@pytest.mark.parametrize(
    ("own_id", "said"),
    [("new-1", "scoreband track --vendor diary new-1"), (None, "look for it at Diary")],
)
def test_one_that_was_made_and_cannot_be_noted_is_told(schedules, api, store, own_id, said):
    """Nobody should make it again, and its id must not be lost; its link stays a secret."""
    api.made = ScheduledInterview(vendor_interview_id=own_id, link=LINK)
    with store._database.writing() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON log "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )

    with pytest.raises(StorageError, match=said) as refused:
        schedules.send("diary", NewInterviewRequest(body={}))

    assert LINK not in str(refused.value)


def test_nothing_is_sent_where_nothing_can_be_kept(api, store, tmp_path, clock):
    """A database that may only be read."""
    path = tmp_path / "cache.db"
    store.close()
    path.chmod(0o400)
    reader = open_store(f"sqlite:///{path}", clock=clock)
    schedules = Schedules(reader, {"diary": DIARY}, lambda _: api, clock)

    with pytest.raises(StorageError, match="nothing was sent"):
        schedules.send("diary", NewInterviewRequest(body={}))

    reader.close()
    assert api.taken == []
