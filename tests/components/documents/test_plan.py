"""A report of a reader's own, put together from what was pinned."""

from dataclasses import replace
from datetime import UTC, datetime

from components.documents.plan import assembled
from services.models.answered import Edition
from services.models.ask import IntegrityAsk, OperationsAsk
from services.models.content import About, Content, Listing, Remark, Section, Tone, Words
from services.models.plan import CHANGES, Change, Changes, Pin, ReportPlan
from services.models.table import Table

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
EDITION = Edition(made_at=NOON, titles={}, level=0.95)
TABLE = Table(columns=("Stage", "Interviews"), rows=(("Invited", 12),))
FUNNEL = Content(
    title="Funnel",
    subtitle="",
    about=About(filters="Role: Nurse", made_at=NOON, counted="n = 12", instruments=("Qode, v4",)),
    sections=(
        Section("Whole", (Words("All."), Listing(key="funnel", title="Stages", table=TABLE))),
        Section("Parts", (Listing(key="parts", title="By role", table=TABLE),)),
    ),
    stem="operations",
)
SIGNALS = replace(
    FUNNEL,
    title="Integrity",
    about=replace(FUNNEL.about, filters="Role: Pilot", counted="n = 3", instruments=("ZenHire",)),
)


def put_together(*pins: Pin, contents=(FUNNEL,), changes: Changes | None = None) -> Content:
    plan = ReportPlan(title="Weekly", pins=pins)
    return assembled(plan, contents, EDITION, changes)


def keys(content: Content) -> list[str]:
    return [key for key, _, _ in content.tables()]


def test_a_pinned_table_stands_with_its_filters_and_the_readers_note():
    """The reader's title takes the place of its own."""
    pin = Pin(ask=OperationsAsk(), block="parts", title="Where we lose nurses", note="Call them.")

    content = put_together(pin)

    (section,) = content.sections
    said, table, note = section.blocks
    assert section.title == "Where we lose nurses"
    assert said == Words("Role: Nurse · n = 12")
    assert isinstance(table, Listing)
    assert (table.title, table.table) == ("Where we lose nurses", TABLE)
    assert note == Words("Call them.")


def test_what_paper_cuts_into_parts_is_pinned_as_one():
    """With all its parts, wherever they stand, and nothing that only sounds alike."""
    one, two, other = (
        Listing(key=key, title=key, table=TABLE) for key in ("map", "map--skills", "map-2")
    )
    cut = replace(FUNNEL, sections=(Section("A", (one, other)), Section("B", (two,))))

    content = put_together(Pin(ask=OperationsAsk(), block="map"), contents=(cut,))

    assert [key.rsplit("-", 1)[0] for key in keys(content)] == ["map", "map--skills"]


def test_a_page_pinned_as_a_whole_brings_all_its_parts():
    """In their order, under the page's title."""
    content = put_together(Pin(ask=OperationsAsk()))

    (section,) = content.sections
    assert section.title == "Funnel"
    assert [key.rsplit("-", 1)[0] for key in keys(content)] == ["funnel", "parts"]


def test_what_is_no_longer_there_is_said_in_its_place():
    """The other parts stand as they were."""
    lost, kept = Pin(ask=OperationsAsk(), block="trend"), Pin(ask=OperationsAsk(), block="funnel")

    content = put_together(lost, kept, contents=(FUNNEL, FUNNEL))

    warning = content.sections[0].blocks[1]
    assert isinstance(warning, Remark)
    assert warning.tone is Tone.WARNING
    assert "“trend” was pinned here" in warning.sentences[0]
    assert len(keys(content)) == 1


def test_the_same_pinned_twice_has_two_keys_and_the_same_ones_each_time():
    """What is printed later is compared by them."""
    pin = Pin(ask=OperationsAsk(), block="funnel")

    first, second = (put_together(pin, pin, contents=(FUNNEL, FUNNEL)) for _ in range(2))

    assert len(set(keys(first))) == 2
    assert keys(first) == keys(second)


def test_filters_and_n_are_said_once_only_where_all_parts_share_them():
    """Else each part says its own."""
    pins = (Pin(ask=OperationsAsk(), block="funnel"), Pin(ask=IntegrityAsk(), block="funnel"))

    mixed = put_together(*pins, contents=(FUNNEL, SIGNALS))
    alike = put_together(pins[0])

    assert mixed.about.filters == "Each part has filters of its own"
    assert mixed.about.instruments == ("Qode, v4", "ZenHire")
    assert (alike.about.filters, alike.about.counted) == ("Role: Nurse", "n = 12")


def test_what_changed_comes_first():
    """With the cell as it was and as it is."""
    cell = Change(where="Stages", row="Invited", column="Interviews", before=10, now=12)
    changes = Changes(since=NOON, cells=(cell,), total=1, missing=("Trend",))

    content = put_together(Pin(ask=OperationsAsk(), block="funnel"), changes=changes)

    first = content.sections[0]
    assert first.title == "What changed"
    assert first.blocks[0] == Words(
        "Since this report was last made, on 4 Mar 2026, 12:00 UTC: 1 number or row differs."
    )
    assert keys(content)[0] == CHANGES
    assert "“Trend” is no longer there." in str(first.blocks[1])


def test_that_nothing_changed_is_said():
    """A reader must not wonder whether anybody looked."""
    changes = Changes(since=NOON, cells=(), total=0)

    content = put_together(Pin(ask=OperationsAsk(), block="funnel"), changes=changes)

    assert "Nothing: every number is what it was" in str(content.sections[0].blocks[0])
