"""A fifth vendor: one package, one package of its sandbox, and no line anywhere else.

The two packages beside this file are put where the program looks for vendors, as a new vendor's
folders would lie there.
"""

import importlib
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import services.sandbox
import services.vendors
from services.bootstrap import Services, build_services
from services.config import Settings
from services.errors import PayloadError
from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.comparison import Verdict
from services.models.funnel import Split
from services.models.identity import local_id
from services.models.score import Scale
from services.sandbox.directory import sandboxes
from services.sandbox.options import SandboxOptions
from services.sandbox.server import RunningSandbox, running
from services.vendors.registry import VENDORS, find_vendors, recognise, vendor_named
from tests.conftest import KEY

HERE = Path(__file__).parent
PLACES = {services.vendors: HERE / "vendors", services.sandbox: HERE / "sandbox"}
TALK = {
    "talk_no": "T-77",
    "state": "done",
    "who": "Amaru Feldstein",
    "post": "Glazier",
    "began": "2026-05-04T09:00:00Z",
    "stars": [{"name": "Overall", "given": 7.5, "from": 7, "to": 8}],
    "said": ["A window is a promise of light."],
}


@pytest.fixture(autouse=True)
def _acme_lies_there() -> Iterator[None]:
    """Put Acme's packages where vendors are looked for; afterwards nobody knows of it."""
    for package, folder in PLACES.items():
        package.__path__.append(str(folder))
    _forget()
    yield
    for package, folder in PLACES.items():
        package.__path__.remove(str(folder))
    _forget()


def _forget() -> None:
    """Let nothing remember which vendors there were."""
    importlib.invalidate_caches()
    sandboxes.cache_clear()
    for package in PLACES:
        vars(package).pop("acme", None)
        name = f"{package.__name__}.acme"
        for module in [each for each in sys.modules if each == name or each.startswith(f"{name}.")]:
            del sys.modules[module]


@pytest.fixture
def sandbox() -> Iterator[RunningSandbox]:
    """Serve every vendor's API, Acme's among them."""
    with running(SandboxOptions(interviews=2, api_key=KEY, compact=True)) as found:
        yield found


@pytest.fixture
def opened() -> Iterator[Services]:
    """Open the program on a fresh database with all vendors that are found."""
    with closing(build_services(Settings(), vendors=find_vendors())) as found:
        yield found


def imported(opened: Services, *talks: dict[str, object]) -> None:
    """Import these talks without naming a vendor."""
    lines = io.BytesIO("\n".join(map(json.dumps, talks)).encode())
    report = opened.imports.take(opened.imports.files.in_stream(lines, name="talks.jsonl"))
    assert (len(report.stored), report.failures) == (len(talks), [])


def test_a_vendor_is_found_by_lying_there():
    """By name and by shape, beside the others and in none of their ways."""
    found = find_vendors()

    acme = vendor_named("ACME", found)

    assert set(found) == {*VENDORS, "acme"}
    assert recognise(TALK, found) is acme
    assert recognise({"id": "1"}, found) is None
    assert acme.title == "Acme"


def test_its_settings_are_read_by_its_name(monkeypatch):
    """From variables of its own; the key stays out of whatever prints them."""
    monkeypatch.setenv("SCOREBAND_ACME_API_KEY", KEY)
    monkeypatch.setenv("SCOREBAND_ACME_REQUESTS_PER_MINUTE", "7")
    acme = find_vendors()["acme"]

    settings = acme.settings()

    assert (settings.has_key, settings.requests_per_minute) == (True, 7)
    assert acme.key_variable == "SCOREBAND_ACME_API_KEY"
    assert KEY not in repr(settings)


def test_its_files_are_imported_listed_shown_and_searched(opened):
    """Recognised by their shape, on their own scale, with their band and their own word."""
    imported(opened, TALK)

    (row,) = opened.browse.page(InterviewFilter(), sort=Sort(), request=PageRequest()).rows
    report = opened.interviews.report(row.id)
    found = opened.browse.search("promise of light")

    assert (row.vendor, row.candidate_name, row.vendor_status) == (
        "acme",
        "Amaru Feldstein",
        "done",
    )
    assert (row.overall.value, row.overall.lower, row.overall.upper) == (7.5, 7, 8)
    assert row.overall.scale == Scale(low=0, high=10)
    assert report.vendor_title == opened.sources.titles()["acme"] == "Acme"
    assert json.loads(opened.interviews.raw(row.id)) == TALK
    assert [hit.row.id for hit in found.hits] == [row.id]


def test_it_is_synced_over_http_from_its_own_sandbox(sandbox, monkeypatch):
    """The program that fetches the others fetches it, and one bad id stops nobody."""
    monkeypatch.setenv("SCOREBAND_ACME_URL", sandbox.root("acme"))
    monkeypatch.setenv("SCOREBAND_ACME_API_KEY", KEY)
    monkeypatch.setenv("SCOREBAND_ACME_REQUESTS_PER_MINUTE", "60000")
    with closing(build_services(Settings(), vendors=find_vendors())) as opened:
        opened.sync.track("acme", [*sandbox.ids["acme"], "T-404"])

        report = opened.sync.run()

        source = opened.sources.one("acme")
        assert len(report.stored) == len(sandbox.ids["acme"]) == 3
        assert [failure.item for failure in report.failures] == ["Acme T-404"]
        assert (source.title, source.has_key, source.state.interviews) == ("Acme", True, 3)
        assert "the key is good" in opened.sources.check("acme")


def test_its_interviews_are_in_filters_funnel_and_comparison(opened):
    """Every page that counts counts it, and two of its scores are told apart by their bands."""
    other = TALK | {
        "talk_no": "T-78",
        "stars": [{"name": "Overall", "given": 2.0, "from": 1.5, "to": 2.5}],
    }
    imported(opened, TALK, other)

    funnel = opened.operations.funnel(InterviewFilter(vendors=("acme",)), by=Split.VENDOR)
    comparison = opened.compare.compare([local_id("acme", "T-77"), local_id("acme", "T-78")])

    (group,) = funnel.groups
    assert opened.browse.facets().vendors == ("acme",)
    assert (group.label, group.stages[-1].count) == ("Acme", 2)
    assert comparison.rows[0].separations[0].verdict is Verdict.CLEAR


def test_the_command_knows_it_as_well(tmp_path):
    """A program that starts with the package in place has nothing to be told."""
    talk = tmp_path / "talk.json"
    talk.write_text(json.dumps(TALK))
    start = (
        "import sys, services.vendors\n"
        "services.vendors.__path__.append(sys.argv.pop(1))\n"
        "from scoreband.cli import main\n"
        "main()"
    )
    command = [sys.executable, "-c", start, HERE / "vendors"]

    imported, listed = (
        subprocess.run([*command, *words], capture_output=True, check=True)  # noqa: S603  (our own program)
        for words in (["import", talk, "--json"], ["list", "--json"])
    )

    (row,) = json.loads(listed.stdout)["interviews"]
    assert json.loads(imported.stdout)["stored"] == [row["id"]]
    assert (row["vendor"], row["candidate_name"]) == ("acme", "Amaru Feldstein")


def test_what_it_left_behind_stays_legible_without_it(opened):
    """Where its package is gone, the list still holds its rows; reading one says what to do."""
    imported(opened, TALK)
    ours = local_id("acme", "T-77")

    with closing(build_services(Settings(), vendors=VENDORS)) as without:
        (row,) = without.browse.page(InterviewFilter(), sort=Sort(), request=PageRequest()).rows

        with pytest.raises(PayloadError, match="“acme”, a vendor that this Scoreband does not"):
            without.interviews.report(ours)

        assert (row.id, row.vendor) == (ours, "acme")
        assert json.loads(without.interviews.raw(ours)) == TALK
        assert [hit.passages for hit in without.browse.search("promise of light").hits] == [()]
