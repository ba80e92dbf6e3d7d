"""Client against sandbox over real HTTP: what ZenHire's API does, and what we make of it."""

import httpx
import pytest

from services.errors import (
    NotFoundAtVendorError,
    VendorAnswerError,
    VendorBusyError,
    VendorDownError,
    VendorRefusedError,
    VendorRejectedError,
)
from services.models.interview import Status
from services.models.notice import NoticeCode
from services.models.speech import Recording, SpeechRequest
from services.sandbox.faults import Faults
from services.sandbox.options import SandboxOptions
from services.sandbox.server import running
from services.vendors._asked import Asked
from services.vendors._pace import Pace
from services.vendors.registry import recognise
from services.vendors.wiring import Wiring
from services.vendors.zenhire.client import ZenHireClient
from services.vendors.zenhire.parsing import parse
from services.vendors.zenhire.settings import ZenHireSettings
from tests.services.vendors.zenhire.conftest import wav


@pytest.fixture
def client_for(clock):
    """Connect a client to a running sandbox; waiting costs no time."""
    clients = []

    def make(sandbox, key="sandbox-key"):
        settings = ZenHireSettings(api_key=key, url=sandbox.root("zenhire"))
        pace = Pace(60_000, clock=clock.time, sleep=clock.sleep)
        wiring = Wiring(turns=pace, asked=Asked(clock=clock.time))
        clients.append(ZenHireClient.connect(settings, wiring))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture(scope="module")
def kind():
    """Run a sandbox that does nothing wrong but what the vendor does."""
    with running(SandboxOptions(interviews=120)) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def interviews(kind):
    """Read every run of the sandbox, each asked for once."""
    settings = ZenHireSettings(api_key="sandbox-key", url=kind.root("zenhire"))
    client = ZenHireClient.connect(settings, Wiring(turns=Pace(60_000)))
    try:
        return [parse(client.fetch(wanted)) for wanted in kind.ids["zenhire"]]
    finally:
        client.close()


@pytest.fixture
def unkind():
    """Run a sandbox with these faults."""
    opened = []

    def make(**options):
        faults = Faults.parse(options.pop("faults", ""))
        context = running(SandboxOptions(interviews=6, faults=faults, **options))
        opened.append(context)
        return context.__enter__()

    yield make
    for context in opened:
        context.__exit__(None, None, None)


def test_every_run_is_fetched_and_read(kind, interviews):
    """All states, the broken ones included."""
    wanted = kind.ids["zenhire"]

    found = [one.vendor_interview_id for one in interviews]

    assert found == list(wanted)
    assert {Status.REPORTED, Status.TECHNICAL_FAILURE} <= {one.status for one in interviews}


def test_the_broken_cases_are_noticed(interviews):
    """Each has its notice."""
    codes = {notice.code for one in interviews for notice in one.notices}

    expected = {
        NoticeCode.PARTIAL_RESULT,
        NoticeCode.SPEAKER_MATCH_LOW,
        NoticeCode.SCALE_EXCEEDED,
        NoticeCode.UNKNOWN_VALUE,
    }

    assert codes == expected


def test_nobody_gets_a_zero(interviews):
    """What is not scored has no number."""
    numbers = [score.value for one in interviews for score in one.all_scores]

    zeros = [number for number in numbers if number == 0]

    assert zeros == []


def test_sound_results_raise_no_doubts(interviews):
    """Most of them, with levels, explanations and a transcript in seconds."""
    sound = [one for one in interviews if one.status is Status.REPORTED and not one.notices]

    language = [one.language for one in sound]

    assert len(sound) > len(interviews) / 2
    assert any(each.cefr and each.explanations and each.detection for each in language)
    assert all(
        line.end_s is None or line.end_s <= one.duration_s
        for one in sound
        for line in one.transcript
    )


def test_every_run_is_listed(kind, client_for):
    """Page by page, newest first, each once."""
    client = client_for(kind)

    listed = [one for step in client.listing() for one in step.vendor_interview_ids]

    assert sorted(listed) == sorted(kind.ids["zenhire"])


def test_documents_are_recognised_by_their_shape(kind):
    """As they come from the API."""
    headers = {"X-API-Key": "sandbox-key"}
    wanted = kind.ids["zenhire"]

    with httpx.Client(base_url=f"{kind.root('zenhire')}/", trust_env=False) as http:
        bodies = [http.get(f"speech/analyze/{one}", headers=headers).json() for one in wanted]

    vendors = {recognise(body).name for body in bodies if "error" not in body or "id" in body}
    assert vendors == {"zenhire"}


def test_the_key_is_good(kind, client_for):
    """Told by the credits."""
    client = client_for(kind)

    said = client.check()

    assert said.startswith("ZenHire answers, and the key is good. ")
    assert said.endswith(" credits are left.")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("k-wrong-1", "SCOREBAND_ZENHIRE_API_KEY"),
        ("sandbox-key-expired", "has expired"),
        ("sandbox-key-no-speech", "may not use speech analysis"),
    ],
)
def test_a_key_without_rights_is_refused(kind, client_for, key, said):
    """With what to do about it, and without the key."""
    client = client_for(kind, key=key)

    with pytest.raises(VendorRefusedError, match=said) as refused:
        client.check()

    assert key not in str(refused.value)


def test_an_unknown_run_is_not_found(kind, client_for):
    """404 has an error of its own."""
    client = client_for(kind)

    with pytest.raises(NotFoundAtVendorError):
        client.fetch("req_of-nobody")


def test_a_recording_is_sent_and_its_run_can_be_fetched(unkind, client_for):
    """From the estimate to the result."""
    sandbox = unkind()
    client = client_for(sandbox)
    recording = Recording("talk.wav", wav(200))
    request = SpeechRequest(
        reference="interview-7",
        metadata={"role": "Nurse", "candidate_name": "Ximena Çelik"},
        tags=("night shift", "ward 3"),
    )

    estimate = client.estimate(recording)
    run = client.submit(recording, request)
    interview = parse(client.fetch(run.vendor_interview_id))

    assert (estimate.duration_s, estimate.cost) == (200, 4)
    assert estimate.balance == client.credits() + 4
    assert (run.vendor_status, interview.status) == ("queued", Status.IN_PROGRESS)
    assert interview.references == ("interview-7",)
    assert interview.tags == ("night shift", "ward 3")
    assert (interview.role, interview.candidate.name) == ("Nurse", "Ximena Çelik")


def test_a_sent_recording_comes_to_its_result(unkind, client_for, clock):
    """Queued, processing, done; polled no faster than every ten seconds."""
    sandbox = unkind()
    client = client_for(sandbox)
    run = client.submit(Recording("talk.wav", wav(200)), SpeechRequest())
    wanted = run.vendor_interview_id

    with httpx.Client(base_url=sandbox.url, trust_env=False) as control:
        for _ in range(2):
            control.post(f"/_sandbox/interviews/{wanted}/advance").raise_for_status()
    clock.now += 10
    interview = parse(client.fetch(wanted))

    assert interview.is_final
    assert interview.overall.value or interview.notices


def test_another_language_than_english_may_need_a_permission(unkind, client_for):
    """The sentence says which."""
    client = client_for(unkind(), key="sandbox-key-english-only")

    with pytest.raises(VendorRejectedError, match="English only"):
        client.submit(Recording("talk.wav", wav(200)), SpeechRequest(language="fr"))


def test_a_poll_by_somebody_else_is_told_as_busy(unkind, client_for):
    """Two programs with one key cannot know of each other."""
    sandbox = unkind()
    first, second = client_for(sandbox), client_for(sandbox)
    run = first.submit(Recording("talk.wav", wav(200)), SpeechRequest())
    first.fetch(run.vendor_interview_id)

    with pytest.raises(VendorBusyError, match="too soon"):
        second.fetch(run.vendor_interview_id)


@pytest.mark.parametrize(
    ("faults", "error"),
    [
        ("status429", VendorBusyError),
        ("status500", VendorDownError),
        ("status503", VendorDownError),
        ("drop", VendorDownError),
        ("cut", VendorDownError),
        ("truncate", VendorAnswerError),
        ("html", VendorAnswerError),
    ],
)
def test_a_fault_that_does_not_pass_is_told(unkind, client_for, faults, error):
    """Refused, dropped, cut off, damaged: each is our error, and nothing comes back."""
    sandbox = unkind(faults=faults)
    client = client_for(sandbox)

    with pytest.raises(error, match=r"^ZenHire: "):
        client.fetch(sandbox.ids["zenhire"][0])


@pytest.mark.parametrize("faults", ["wrong_types", "hostile", "long"])
def test_odd_contents_are_read_all_the_same(unkind, client_for, faults):
    """Wrong types, hostile text and long transcripts cost a field at most."""
    sandbox = unkind(faults=faults)
    client = client_for(sandbox)

    found = [parse(client.fetch(wanted)) for wanted in sandbox.ids["zenhire"]]

    assert [one.vendor_interview_id for one in found] == list(sandbox.ids["zenhire"])
    assert all("\0" not in one.model_dump_json() for one in found)
