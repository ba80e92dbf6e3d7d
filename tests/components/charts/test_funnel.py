"""The funnel's bars are in order and add up, and every bar can be opened."""

import pytest

from components.charts import (
    funnel_figure,
    funnel_sentence,
    funnel_table,
    groups_figure,
    groups_sentence,
    groups_table,
)
from services.models.browse import InterviewFilter
from services.models.funnel import FunnelBar, FunnelGroup

HOSTILE = "<a href='https://example.com'>x</a> $x^2$ %{y}"
STAGES = ("Invited", "Started", "Completed", "Reported")
ENDS = {"Reported": 6, "No-show": 3, "Expired": 0, "Technical failure": 1}


def bar(key, label, count, total, words=()):
    share = count / total if total else None
    opens = InterviewFilter()
    return FunnelBar(
        key=key, label=label, count=count, share=share, opens=opens, vendor_words=words
    )


def group(counts=(10, 7, 6, 6), ends=ENDS, *, label="All", words=()):
    stages = [
        bar(name.lower(), name, n, counts[0], words) for name, n in zip(STAGES, counts, strict=True)
    ]
    last = [bar(f"end_{name}", name, n, counts[0]) for name, n in ends.items()]
    return FunnelGroup(key=f"role:{label}", label=label, stages=tuple(stages), ends=tuple(last))


def trace(figure, name):
    return next(part for part in figure.data if part.name == name)


@pytest.mark.parametrize("compact", [False, True])
def test_bars_are_in_order(validated, compact):
    """From invited to reported, from the top; below them how the others ended."""
    checked = validated(funnel_figure(group(), compact=compact))

    stages, ends = trace(checked, "stages"), trace(checked, "ends")

    assert list(stages.x) == [10, 7, 6, 6]
    assert list(stages.y) == sorted(stages.y)
    assert min(ends.y) > max(stages.y)


def test_ends_add_up_to_the_invited():
    """Everybody stands or ended in exactly one way."""
    figure = funnel_figure(group())

    ends, stages = trace(figure, "ends"), trace(figure, "stages")

    assert sum(ends.x) == stages.x[0]


def test_an_end_that_nobody_met_is_in_the_table_only(words):
    """A zero is left out of the figure, and said in the table."""
    given = group()

    texts, table = words(funnel_figure(given)), funnel_table(given)

    assert "Expired" not in texts
    assert ("End", "Expired", 0, 0, None, None, None) in table.rows


def test_a_click_hands_over_the_bars_key():
    """Each bar opens its own list, and so does the row around one too small to be hit."""
    figure = funnel_figure(group())

    keys = [data for name in ("stages", "ends") for data in trace(figure, name).customdata]

    assert keys[0] == ["invited"]
    assert keys[4:] == [["end_Reported"], ["end_No-show"], ["end_Technical failure"]]
    assert list(trace(figure, "rows").customdata) == keys
    assert set(trace(figure, "rows").x) == {10}


def test_numbers_stand_beside_every_bar(words):
    """The count and its share of the invited are words, not a length only."""
    texts = words(funnel_figure(group((1_282, 884, 779, 720), {"Reported": 720})))

    shown = [text for text in texts if "<b>1,282</b>" in text]

    assert len(shown) == 1
    assert "100 &#37;" in shown[0]


def test_few_are_never_no_percent():
    """Three of 1,282 are not 0 %, and all but three are not 100 %."""
    given = group((1_282, 1_279, 3, 0), {})

    sentence = funnel_sentence(given)

    assert sentence == (
        "All: invited 1,282 (100 %), started 1,279 (>99 %), completed 3 (<1 %), reported 0 (0 %). "
        "How they stand or ended: nobody."
    )


@pytest.mark.parametrize("compact", [False, True])
def test_nobody_invited_is_still_a_figure(validated, compact):
    """Without interviews there are four empty bars and no share."""
    nobody = group((0, 0, 0, 0), {"Expired": 0})

    figure = validated(funnel_figure(nobody, compact=compact))

    assert list(trace(figure, "stages").x) == [0, 0, 0, 0]
    assert "(" not in funnel_sentence(nobody)


def test_the_vendors_words_stand_beside_ours():
    """The table has a row for each of a vendor's words, and hover the most frequent ones."""
    given = group(words=(("qode", "pending", 6), ("round0", HOSTILE, 4)))

    table, hover = funnel_table(given), trace(funnel_figure(given), "stages").hovertext[0]

    assert table.rows[0] == ("Stage", "Invited", 10, 100, "qode", "pending", 6)
    assert table.rows[1][4:] == ("round0", HOSTILE, 4)
    assert "qode “pending” 6" in hover
    assert "<a" not in hover


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("rows", [0, 1, 15])
def test_groups_are_layers(validated, words, rows, compact):
    """Each group has its four counts over each other, and all of them in words."""
    groups = [group(label=f"Role {index}") for index in range(rows)]

    figure = validated(groups_figure(groups, compact=compact))

    assert [part.name for part in figure.data] == (["rows", *STAGES] if rows else [])
    assert sum("10 → 7 → 6 → 6" in text for text in words(figure)) == rows


def test_more_than_fifteen_groups_are_in_the_table_only(words):
    """The figure says how many it leaves out; the table has all."""
    groups = [group(label=f"Role {index}") for index in range(25)]

    figure, table = groups_figure(groups), groups_table(groups)

    assert len(figure.data[1].x) == 15
    assert any("10 more in the table" in text for text in words(figure))
    assert len(table.rows) == 25
    assert groups_sentence(groups).endswith("; 10 more in the table.")


def test_a_group_hands_over_its_key_and_the_stage():
    """A click on a layer opens that stage of that group."""
    figure = groups_figure([group(label="Nurse"), group(label="Cook")])

    layer = trace(figure, "Completed")

    assert list(layer.customdata) == [["role:Nurse", "completed"], ["role:Cook", "completed"]]


@pytest.mark.parametrize("compact", [False, True])
def test_labels_are_shown_not_obeyed(validated, words, compact):
    """A role is text, however long; a right-to-left one does not turn the numbers around."""
    groups = [group(label=HOSTILE * 7), group(label="مهندس")]

    figure = validated(groups_figure(groups, compact=compact))

    texts = [*words(figure), *(text for part in figure.data for text in part.hovertext)]
    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert "\u2068مهندس\u2069 10 → 7 → 6 → 6" in groups_sentence(groups)


def test_a_stage_and_an_end_of_one_name_are_two_columns():
    """One word for a stage and an end makes two columns; none hides the other."""
    table = groups_table([group()])

    row = dict(zip(table.columns, table.rows[0], strict=True))

    assert len(set(table.columns)) == len(table.columns)
    assert (row["Reported"], row["Reported (end)"]) == (6, 6)


def test_the_same_funnel_gives_the_same_figure():
    """Nothing in a figure depends on when it is drawn."""
    given = group()

    first, second = funnel_figure(given), funnel_figure(given)

    assert first.to_json() == second.to_json()
    assert groups_figure([given]).to_json() == groups_figure([given]).to_json()
