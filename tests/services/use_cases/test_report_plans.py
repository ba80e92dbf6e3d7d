"""Reports that readers put together: made again later they say what changed, and name nobody."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from components.documents import library
from services.bootstrap import Services, build_services
from services.config import Settings
from services.errors import InputError, StorageError
from services.models.ask import Ask, InterviewAsk, InterviewsAsk, OperationsAsk
from services.models.browse import InterviewFilter
from services.models.content import Content
from services.models.export import ExportOptions, Format
from services.models.plan import CHANGES, MOST_PINS, Pin, ReportPlan
from services.use_cases.report_plans import ReportPlans
from tests.services.use_cases.conftest import Clock
from tests.services.use_cases.exported import every_ask, id_of, payload, take

ONE = id_of("complete")
NAME = "Оюунаа"
FORMATS = [each for each in Format if each not in (Format.PDF, Format.PNG, Format.SVG)]
GONE = ("no longer there", "was pinned here", "not there any more")
LIST = ReportPlan(title="The list", pins=(Pin(ask=InterviewsAsk()),))


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Iterator[Services]:
    """Return services on one interview."""
    opened = build_services(Settings(), clock=clock)
    take(opened, tmp_path, [payload("qode/complete")])
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    made = tmp_path / "out"
    made.mkdir()
    return made


def write(services: Services, plan: ReportPlan, target: Path, format_: Format = Format.JSON):
    options = ExportOptions(format=format_, masked=plan.masked)
    return services.deliveries.exports.write(plan, options, target, composer=library)


def content(services: Services, plan: ReportPlan, kept: dict[Ask, Content] | None = None):
    options = ExportOptions(format=Format.JSON, masked=plan.masked)
    return services.deliveries.exports.content(plan, options, composer=library, kept=kept)


def stored(tmp_path: Path, data: bytes) -> bytes:
    """Put bytes in the place of the only stored payload; return those that were there."""
    with closing(sqlite3.connect(tmp_path / "scoreband.db")) as database, database:
        [before] = database.execute("SELECT data FROM payload").fetchone()
        database.execute("UPDATE payload SET data = ?", [data])
    return bytes(before)


def changed(made: Content) -> list[tuple[object, ...]]:
    """Return the rows of what changed; none where nothing was compared."""
    return [row for key, _, table in made.tables() if key == CHANGES for row in table.rows]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_that_is_made_again_says_what_changed(services, folder, tmp_path, format_):
    """In whatever format it was made before, and in whatever it is made now."""
    plan = services.deliveries.plans.save(LIST).plan
    write(services, plan, folder, format_)
    unchanged = changed(content(services, plan))
    take(services, tmp_path, [payload("qode/no_ci"), payload("qode/complete") | {"role": "Pilot"}])

    made = write(services, plan, folder, format_)
    again = changed(content(services, plan))

    assert made.size
    assert unchanged == []
    assert again == []
    assert services.deliveries.plans.all()[0].printed is not None


def test_new_interviews_are_new_rows(services, folder, tmp_path):
    """Named in the document that is made after they came, and not once more in the next."""
    plan = services.deliveries.plans.save(LIST).plan
    write(services, plan, folder / "first.json")
    take(services, tmp_path, [payload("qode/no_ci")])

    second = write(services, plan, folder / "second.json").path.read_text()
    third = write(services, plan, folder / "third.json").path.read_text()

    assert "new row" in second
    assert "new row" not in third


def test_masked_and_unmasked_printings_are_not_compared(services, folder, tmp_path):
    """The one would say what the other hides; each names nobody, or is not compared."""
    plan = services.deliveries.plans.save(LIST).plan
    write(services, plan, folder)
    take(services, tmp_path, [payload("qode/no_ci")])
    masked = plan.model_copy(update={"masked": True})

    first = content(services, masked)
    write(services, masked, folder)
    take(services, tmp_path, [payload("qode/skipped")])
    second = content(services, masked)

    assert changed(first) == []
    assert any("Candidate " in str(row) for row in changed(second))
    assert NAME not in f"{first}{second}"


def test_a_preview_is_no_printing(services, folder, tmp_path):
    """Who only looks is told the same changes again."""
    plan = services.deliveries.plans.save(LIST).plan
    write(services, plan, folder)
    take(services, tmp_path, [payload("qode/no_ci")])

    looked, looked_again = content(services, plan), content(services, plan)

    assert changed(looked) == changed(looked_again) != []


def test_a_printing_that_fails_is_none(services, folder, tmp_path):
    """The next one still compares with the one that somebody has."""
    plan = services.deliveries.plans.save(LIST).plan
    write(services, plan, folder)
    take(services, tmp_path, [payload("qode/no_ci")])

    with pytest.raises(InputError, match="There is no folder"):
        write(services, plan, folder / "nowhere" / "a.json")

    assert changed(content(services, plan)) != []


def test_a_printing_that_cannot_be_remembered_is_there_all_the_same(services, folder):
    """The document is what is waited for; the next one compares with an older printing."""

    class Full:
        """A cache that is full."""

        is_read_only = False

        def report_printed(self, *_: object) -> None:
            msg = "The disk is full."
            raise StorageError(msg)

        def saved_reports(self) -> tuple[()]:
            return ()

    exports = services.deliveries.exports
    full = type(exports)(
        exports.answers,
        exports.extracts,
        ReportPlans(Full(), services.clock),
        exports.renderer,
    )
    plan = LIST.model_copy(update={"saved_as": "r1"})

    made = full.write(plan, ExportOptions(format=Format.JSON), folder, composer=library)

    assert list(folder.iterdir()) == [made.path]


def test_sixty_pins_of_all_kinds_are_one_report(services, folder):
    """Each is asked once, and titles and notes stand where they were written."""
    asks = every_ask()[:1] + every_ask()[2:]
    pins = tuple(
        Pin(ask=asks[number % len(asks)], title=f"Part {number:02}", note=f"Note {number:02}")
        for number in range(MOST_PINS)
    )
    plan = services.deliveries.plans.save(ReportPlan(title="All of it", pins=pins)).plan

    said = write(services, plan, folder).path.read_text()
    again = content(services, plan)

    assert all(f"Part {number:02}" in said for number in range(MOST_PINS))
    assert changed(again) == []


@pytest.mark.parametrize("pins", [0, MOST_PINS + 1])
def test_too_few_and_too_many_pins_are_a_sentence(services, pins):
    """It says how many there may be; nothing is saved."""
    plan = ReportPlan(title="Odd", pins=(Pin(ask=OperationsAsk()),) * pins)

    with pytest.raises(InputError, match=f"holds 1 to {MOST_PINS} .* there are {pins}"):
        services.deliveries.plans.save(plan)

    assert services.deliveries.plans.all() == ()


def test_an_interview_that_was_removed_says_so_in_its_place(services, folder):
    """The other parts of the report are there; what was printed of it is missing now."""
    pins = (Pin(ask=InterviewAsk(interview=ONE)), Pin(ask=OperationsAsk()))
    plan = services.deliveries.plans.save(ReportPlan(title="Two parts", pins=pins)).plan
    gone = plan.model_copy(
        update={"pins": (Pin(ask=InterviewAsk(interview="nobody")), Pin(ask=OperationsAsk()))}
    )
    write(services, plan, folder / "first.json")

    said = write(services, gone, folder / "second.json").path.read_text()

    assert "No interview “nobody” is in the cache" in said
    assert "not there any more" in said.casefold()
    assert any(each.key for each in content(services, gone).charts())


def test_a_fault_of_the_database_passes_and_its_sentence_with_it(services, folder, tmp_path):
    """It is not kept, no part is told to be gone, and what was printed before still counts."""
    parts = (Pin(ask=InterviewAsk(interview=ONE), block="score-forest"), Pin(ask=OperationsAsk()))
    plan = services.deliveries.plans.save(ReportPlan(title="Two parts", pins=parts)).plan
    write(services, plan, folder / "first.json")
    whole, kept = content(services, plan), {}

    sound = stored(tmp_path, b"\x00\xff")
    failed = content(services, plan, kept)
    written = write(services, plan, folder / "second.json").path.read_text()
    stored(tmp_path, sound)
    again = content(services, plan, kept)

    assert "could not be read from the database just now. What is stored" in str(failed)
    assert not any(each in f"{failed}{written}".casefold() for each in GONE)
    assert len([*again.tables()]) == len([*whole.tables()]) > len([*failed.tables()])


def test_a_masked_report_hides_names_in_the_readers_own_words(services, folder):
    """Titles and notes are written by people who know the names."""
    whole = f"{NAME} Бат"
    pins = (Pin(ask=InterviewAsk(interview=ONE), title=f"Of {whole}", note=f"{whole} again"),)
    plan = ReportPlan(title=f"About {whole}", pins=pins, masked=True)

    made = write(services, plan, folder)

    assert NAME not in made.path.read_text()
    assert made.title.startswith("About Candidate ")


def test_a_filter_that_nobody_matches_any_more_is_an_empty_part(services, folder):
    """A saved list may be emptied; the report says that there are none."""
    pins = (Pin(ask=InterviewsAsk(wanted=InterviewFilter(roles=("Nobody",)))),)

    made = write(services, ReportPlan(pins=pins), folder)

    assert "0 interviews" in made.path.read_text()
