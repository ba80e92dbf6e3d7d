"""Levels are read as issued, and derived only through the table that was chosen."""

from itertools import pairwise

import pytest

from services.analysis.cefr import RUNGS, level_counts, meets, reading, rungs_in, tables, tables_for
from services.models.cefr import LevelSource
from services.models.ladder import LevelGroup
from services.models.score import FIVE_POINTS, PERCENT, Score, ScoreKind, ScoreState


def spoken(value, lower=None, upper=None, *, scale=PERCENT):
    return Score(
        kind=ScoreKind.LANGUAGE,
        name="Fluency",
        state=ScoreState.SCORED,
        value=value,
        lower=lower,
        upper=upper,
        scale=scale,
    )


@pytest.mark.parametrize(
    ("table", "level"),
    [("speechace-speaking", "B2"), ("languagecert-lte-writing", "C1"), ("ef-set", "C2")],
)
def test_a_75_means_another_level_in_every_table(table, level):
    """Without a named table a number from 0 to 100 says nothing about a level."""
    score = spoken(75)

    found = reading(None, score, tables()[table])

    assert (found.text, found.source, found.table_id) == (level, LevelSource.DERIVED, table)


def test_the_vendors_level_wins_over_any_table():
    """What was issued is shown as issued, whatever a table would say."""
    score = spoken(75)

    found = reading("B1", score, tables()["ef-set"])

    assert (found.text, found.source, found.table_id) == ("B1", LevelSource.ISSUED, None)


def test_a_band_over_two_rungs_is_borderline():
    """72 to 76 begins on B1+ and ends on B2."""
    score = spoken(74, 72, 76)

    found = reading(None, score, tables()["speechace-speaking"])

    assert (found.text, found.is_borderline) == ("B1–B2", True)


def test_a_band_within_one_rung_is_not_borderline():
    """B1 and B1+ stand on the same rung; the level is the value's own."""
    score = spoken(70, 66, 72)

    found = reading(None, score, tables()["speechace-speaking"])

    assert (found.text, found.is_borderline) == ("B1+", False)


def test_a_score_between_two_rows_belongs_to_the_lower_one():
    """Tables are of whole numbers: 74.9 has not reached 75."""
    score = spoken(74.9)

    found = reading(None, score, tables()["speechace-speaking"])

    assert found.text == "B1+"


@pytest.mark.parametrize(
    "score",
    [
        spoken(3.5, scale=FIVE_POINTS),
        spoken(float("nan")),
        spoken(104),
        Score(kind=ScoreKind.LANGUAGE, name="Fluency", state=ScoreState.NOT_EVALUATED),
        None,
    ],
)
def test_no_level_comes_from_another_scale_or_from_no_score(score):
    """Nothing is converted, and a missing score is no A0."""
    table = tables()["ef-set"]

    found = reading(None, score, table)

    assert (found.source, found.text, found.lowest) == (LevelSource.NONE, None, None)


def test_without_a_chosen_table_nothing_is_derived():
    """The reader chooses; there is no default."""
    score = spoken(75)

    found = reading(None, score, None)

    assert found.source is LevelSource.NONE


@pytest.mark.parametrize(
    ("text", "rungs"),
    [
        ("B1", ("B1", "B1")),
        (" b2+ ", ("B2", "B2")),
        ("B1-B2", ("B1", "B2")),
        ("B2/B1", ("B1", "B2")),
        ("C1 to C2", ("C1", "C2")),
        ("Pre-A1", ("below A1", "below A1")),
        ("<A1", ("below A1", "below A1")),
        ("A0", ("below A1", "below A1")),
        ("string", (None, None)),
        ("B", (None, None)),
        ("B1 or so", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_levels_text_is_placed_on_the_ladder(text, rungs):
    """Every spelling that vendors and tables use; anything else is no level."""
    found = rungs_in(text)

    assert found == rungs


@pytest.mark.parametrize(
    ("level", "answer"),
    [("B2", True), ("C1", True), ("B1", False), ("B1-B2", None), ("B2-C1", True), ("odd", None)],
)
def test_a_requirement_is_met_only_by_the_whole_reading(level, answer):
    """A borderline level below the line cannot be told."""
    found = reading(level, None, None)

    assert meets(found, "B2") is answer


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.id)
def test_a_table_covers_its_scale_without_gaps(table):
    """Rows follow each other, begin where the scale begins and end where it ends; levels rise."""
    rows = table.rows

    rungs = [RUNGS.index(rungs_in(row.level)[0]) for row in rows]

    assert (rows[0].lower, rows[-1].upper) == (table.scale.low, table.scale.high)
    assert all(after.lower == row.upper + 1 for row, after in pairwise(rows))
    assert rungs == sorted(rungs)
    assert table.source.startswith("http")


def test_only_tables_of_the_same_scale_are_offered():
    """A table from 10 to 90 says nothing about a score from 0 to 100, and none knows 0 to 5."""
    offered = tables_for(PERCENT)

    assert {table.id for table in offered} == {
        "ef-set",
        "languagecert-lte-writing",
        "speechace-speaking",
        "speechace-writing",
    }
    assert tables_for(FIVE_POINTS) == ()


def test_people_are_counted_by_role_rung_and_source():
    """Two groups of one level are one count; a borderline one stands on its lower rung."""
    groups = [
        LevelGroup(role="Nurse", vendor="zenhire", cefr="B1", score=None, count=2),
        LevelGroup(role="Nurse", vendor="zenhire", cefr="B1-B2", score=None, count=1),
        LevelGroup(role="Nurse", vendor="qode", cefr=None, score=spoken(75), count=4),
        LevelGroup(role=None, vendor="qode", cefr=None, score=None, count=3),
    ]

    counts = level_counts(groups, tables()["ef-set"])

    found = {(each.role, each.rung, each.source): (each.count, each.borderline) for each in counts}
    assert found == {
        ("Nurse", "B1", LevelSource.ISSUED): (3, 1),
        ("Nurse", "C2", LevelSource.DERIVED): (4, 0),
        (None, None, LevelSource.NONE): (3, 0),
    }
