"""The levels by role add up, and issued and derived levels never share a circle."""

import pytest

from components.charts import levels_figure, levels_sentence, levels_table, theme
from components.charts._counts import short_count
from services.models.cefr import LevelSource
from services.models.ladder import LevelCount

ISSUED, DERIVED, NONE = LevelSource.ISSUED, LevelSource.DERIVED, LevelSource.NONE
HOSTILE = "<a href='https://example.com'>x</a> $x^2$ %{y}"


def count(rung, people, source=ISSUED, *, role="Nurse", borderline=0):
    return LevelCount(role=role, rung=rung, source=source, count=people, borderline=borderline)


@pytest.fixture
def usual():
    return [
        count("B1", 4, borderline=1),
        count("B1", 2, DERIVED),
        count("C1", 3, role="Analyst"),
        count(None, 5, NONE, role=None),
    ]


def circles(figure):
    """Return (x, y, text, fill) of each circle."""
    marks = figure.data[0]
    return list(zip(marks.x, marks.y, marks.text, marks.marker.color, strict=True))


def records(table):
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


@pytest.mark.parametrize("compact", [False, True])
def test_the_figure_is_valid(usual, validated, compact):
    """There is a circle for each role, rung and source, and for those of all roles."""
    figure = levels_figure(usual, requirement="B2", compact=compact)

    checked = validated(figure)

    assert len(circles(checked)) == 4 + 4


def test_counts_add_up(usual):
    """All roles hold everybody once, and so do the single ones."""
    rows = records(levels_table(usual))

    whole = sum(row["People"] for row in rows if row["Role"] == "All roles")
    single = sum(row["People"] for row in rows if row["Role"] != "All roles")

    assert whole == single == 14


@pytest.mark.parametrize("compact", [False, True])
def test_issued_and_derived_never_share_a_circle(usual, compact):
    """On one rung the issued circle is filled, and the derived one is open and lies below."""
    drawn = circles(levels_figure(usual, compact=compact))

    issued, derived = [circle for circle in drawn if circle[0] == 3][:2]

    assert (issued[2], issued[3]) == ("4", theme.SCORE)
    assert (derived[2], derived[3]) == ("2", theme.BACKGROUND)
    assert derived[1] > issued[1]


def test_people_without_a_level_stand_apart(usual):
    """No level is no A1: these people stand beside the ladder, in the table with words."""
    drawn = circles(levels_figure(usual))

    apart = [circle for circle in drawn if circle[0] > 6.5]

    assert [circle[2] for circle in apart] == ["5", "5"]
    assert records(levels_table(usual))[3]["Level"] == "no level"


def test_an_issued_word_that_is_no_level_is_no_level():
    """What a vendor issued outside of CEFR is counted with those who have none, once."""
    given = [count(None, 2, ISSUED), count(None, 3, NONE)]

    drawn = circles(levels_figure(given))

    assert [circle[2] for circle in drawn] == ["5", "5"]
    assert levels_sentence(given, dimension="Overall").endswith("5 without a level.")


def test_the_largest_role_comes_first(words):
    """Roles go from the largest down, under all of them; equal ones by name."""
    given = [
        count("B1", 2, role="Nurse"),
        count("B1", 9, role="Welder"),
        count("A2", 2, role="Cook"),
    ]

    texts = words(levels_figure(given))

    assert texts[:4] == ["<b>All roles</b>", "Welder", "Cook", "Nurse"]


def test_more_than_twelve_roles_fold_into_one():
    """The smallest roles count as one row, and nobody is lost."""
    given = [count("B1", 30 - index, role=f"Role {index}") for index in range(15)]

    rows = records(levels_table(given))

    assert [row["Role"] for row in rows][-1] == "3 more roles"
    assert len(rows) == 1 + 12 + 1
    assert sum(row["People"] for row in rows[1:]) == rows[0]["People"]


def test_a_role_called_like_a_row_of_ours_is_a_role():
    """A role with the name "All roles" is not counted twice."""
    given = [count("B1", 4, role="All roles"), count("B1", 1, role="Cook")]

    people = [row["People"] for row in records(levels_table(given))]

    assert people == [5, 4, 1]


def test_no_role_and_an_empty_role_are_one():
    """What has no role is one row."""
    given = [count("B1", 4, role=None), count("B1", 1, role="")]

    people = [row["People"] for row in records(levels_table(given))]

    assert people == [5, 5]


def test_a_larger_count_has_a_larger_circle():
    """Within single roles the circles can be compared."""
    given = [count("B1", 40), count("B2", 10)]

    sizes = levels_figure(given).data[0].marker.size

    assert sizes[2] > sizes[3]


@pytest.mark.parametrize(
    ("people", "shown"),
    [(7, "7"), (999, "999"), (1_240, "1.2k"), (4_000, "4k"), (31_204, "31k"), (2_100_000, "2.1m")],
)
def test_a_circle_holds_at_most_four_signs(people, shown):
    """A large count is shortened in its circle; table and hover have the exact one."""
    given = [count("B1", people)]

    figure = levels_figure(given)

    assert short_count(people) == shown
    assert f"{people:,} people" in figure.data[0].hovertext[0]


def test_the_requirement_line_stands_before_its_rung(usual):
    """Who stands on the required rung is past the line."""
    figure = levels_figure(usual, requirement="B1")

    lines = [shape.x0 for shape in figure.layout.shapes if shape.line.dash == "dot"]

    assert lines == [2.5]


@pytest.mark.parametrize("compact", [False, True])
def test_roles_are_shown_not_obeyed(validated, words, compact):
    """A role's name is text, however long; a right-to-left one is isolated."""
    given = [count("B1", 1, role=HOSTILE * 7), count("B2", 1, role="مهندس")]

    figure = validated(levels_figure(given, compact=compact))

    texts = [*words(figure), *figure.data[0].hovertext]
    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert any("\u2068مهندس\u2069" in text for text in texts)


def test_nobody_is_still_a_figure(validated):
    """Without counts there is an empty ladder and a sentence, not an error."""
    figure = levels_figure([])

    checked = validated(figure)

    assert checked.layout.height > 0
    assert (
        levels_sentence([], dimension="Overall") == "Overall levels of 0 people. 0 without a level."
    )


def test_the_same_counts_give_the_same_figure():
    """In whichever order roles of one size arrive, they are drawn alike."""
    given = [count("B1", 2, role="Nurse"), count("B1", 2, role="Cook")]

    first, second = levels_figure(given), levels_figure(given[::-1])

    assert first.to_json() == second.to_json()


def test_the_sentence_counts_issued_apart_from_derived(usual):
    """Who cannot see the figure hears every rung by its source, and who has none."""
    given = usual

    sentence = levels_sentence(given, dimension="Fluency")

    assert sentence == (
        "Fluency levels of 14 people. Issued: B1 4 (1 borderline to the next), C1 3. "
        "Derived: B1 2. 5 without a level."
    )
