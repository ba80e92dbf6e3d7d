"""The wiring: what every client is given, and what follows a fetch."""

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from services.bootstrap import build_services
from services.config import Settings
from services.errors import VendorAnswerError
from services.models.downloaded import Downloaded
from services.models.identity import local_id
from services.models.interview import Asset, AssetKind, Interview, Status
from tests.services.use_cases.conftest import TOY, Api, ToySettings

LINK = "https://media.example.com/answer-1.ogg"


@dataclass
class Tape:
    """A recorder in memory: what lies at which link."""

    content: bytes | None = b"Hello."
    asked: list[str] = field(default_factory=list)
    closed: int = 0

    def download(self, url, sink):
        self.asked.append(url)
        if self.content is None:
            raise VendorAnswerError("Toy", "the link is dead.")
        sink.write(self.content)
        sha256 = hashlib.sha256(self.content).hexdigest()
        return Downloaded(sha256, len(self.content), "ogg")

    def close(self):
        self.closed += 1


def parse(payload):
    """Read an id; every interview has one recorded answer."""
    audio = Asset(kind=AssetKind.AUDIO, url=LINK, question_index=0)
    return Interview(
        vendor="toy",
        vendor_interview_id=payload.decode(),
        status=Status.REPORTED,
        is_final=True,
        assets=(audio,),
    )


@dataclass
class Program:
    """Builds the services around one toy vendor, and sees how its clients are made."""

    tape: Tape | None = None
    wirings: list = field(default_factory=list)
    recording_wirings: list = field(default_factory=list)

    def build(self):
        toy = replace(TOY, parse=parse, connect=self._connect, recorder=self._recorder, lists=False)
        settings = ToySettings(api_key=SecretStr("nobodys"), requests_per_minute=60_000)
        return build_services(Settings(), vendors={"toy": toy}, vendor_settings={"toy": settings})

    def _connect(self, _settings, wiring):
        self.wirings.append(wiring)
        return Api(answer=lambda own_id: own_id.encode())

    def _recorder(self, _settings, wiring):
        self.recording_wirings.append(wiring)
        return self.tape


@pytest.fixture
def program():
    return Program()


def test_a_fetched_interviews_recordings_are_kept(program):
    """Soon after the fetch, in a folder beside the database, and found by our own id."""
    program.tape = Tape()
    with closing(program.build()) as services:
        services.sync.track("toy", ["a"])

        report = services.sync.run()

        kept = services.recordings.open(local_id("toy", "a"), 0)
        assert (len(report.stored), list(report.failures)) == (1, [])
        assert kept.read_bytes() == b"Hello."
        assert kept.is_relative_to(_database().with_name("scoreband-recordings"))
    assert (program.tape.asked, program.tape.closed) == ([LINK], 1)


def _database() -> Path:
    return Path(os.environ["SCOREBAND_DATABASE_URL"].removeprefix("sqlite:///"))


def test_a_recording_that_cannot_be_had_costs_no_interview(program):
    """The interview is stored; the report says which recording is missing."""
    program.tape = Tape(content=None)
    with closing(program.build()) as services:
        services.sync.track("toy", ["a"])

        report = services.sync.run()

    (failure,) = report.failures
    assert len(report.stored) == 1
    assert "recording of question 1 is not kept" in failure.sentence


def test_nothing_is_downloaded_while_archiving_is_off(program):
    """A vendor without a recorder keeps its links, and its interviews are fetched as ever."""
    with closing(program.build()) as services:
        services.sync.track("toy", ["a"])

        report = services.sync.run()

        assert (len(report.stored), list(report.failures)) == (1, [])
        assert services.recordings.kept(local_id("toy", "a")) == {}


def test_all_clients_of_a_vendor_take_turns_together(program):
    """Fetching, checking and downloading count towards one limit."""
    program.tape = Tape()
    with closing(program.build()) as services:
        services.sync.track("toy", ["a"])

        services.sync.run()
        services.sources.check("toy")

    wirings = [*program.wirings, *program.recording_wirings]
    assert len(wirings) == 3
    assert all(each.turns is wirings[0].turns is not None for each in wirings)
    assert all(each.asked is wirings[0].asked for each in wirings)


def test_a_program_that_may_only_read_takes_no_turns(program):
    """Nobody else could know of its calls, so it keeps the pace by itself."""
    with closing(program.build()):
        pass
    _database().chmod(0o400)
    with closing(program.build()) as services:
        services.sources.check("toy")

    assert [each.turns for each in program.wirings] == [None]


def test_a_vendors_settings_are_read_unless_they_are_handed_in(monkeypatch):
    """As any program reads them: from the environment."""
    monkeypatch.setenv("SCOREBAND_TOY_API_KEY", "from-the-environment")
    toys = {"toy": TOY}

    with closing(build_services(Settings(), vendors=toys)) as services:
        (read,) = services.sources.all()
    with closing(
        build_services(Settings(), vendors=toys, vendor_settings={"toy": ToySettings(api_key=None)})
    ) as services:
        (handed,) = services.sources.all()

    assert (read.has_key, handed.has_key) == (True, False)


def test_what_makes_files_is_wired_once(program):
    """Two readers who ask at the same time get the same, and one browser between them."""
    with closing(program.build()) as services, ThreadPoolExecutor(4) as readers:
        found = list(readers.map(lambda _: services.deliveries, range(4)))
        counted = list(readers.map(lambda _: services.analyses, range(4)))

        assert len({id(each) for each in found}) == len({id(each) for each in counted}) == 1
