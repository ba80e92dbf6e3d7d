"""The comparison draws bands side by side, and never puts two scales on one axis."""

import pytest

from components.charts import comparison_figure, comparison_sentence, comparison_table, theme
from services.models.comparison import Verdict
from services.models.score import FIVE_POINTS, ScoreKind
from tests.components.charts.shortlists import called, compared, comparison

HOSTILE = "<a href='https://example.com'>x</a> $x^2$ %{y}"


def draw(given, **more):
    return comparison_figure(given, names=called(given), **more)


def trace(figure, name):
    return next(part for part in figure.data if part.name == name)


@pytest.fixture
def pair(score):
    """Return an overall score and a skill of two people."""
    overall = compared(
        [score("Overall", 72, 70, 75), score("Overall", 71, 68, 74)],
        [Verdict.CANNOT_SEPARATE],
        kind=ScoreKind.OVERALL,
        name="Overall",
    )
    return comparison(overall, compared([score("Kafka", 82.46, 80, 85), None], [Verdict.CLEAR]))


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("rows", [0, 1, 25])
def test_the_figure_is_valid(score, validated, rows, compact):
    """From no row to a long report, every score on the scale has a mark."""
    given = comparison(
        *(
            compared(
                [score(value=50, lower=40, upper=60)] * 2, [Verdict.LEANING], name=f"S {index}"
            )
            for index in range(rows)
        )
    )

    checked = validated(draw(given, compact=compact))

    assert len(trace(checked, "scores").x or ()) == 2 * rows


def test_bands_are_the_vendors(pair):
    """A band reaches from the vendor's lower to the vendor's upper end."""
    figure = draw(pair)

    bands = trace(figure, "bands")

    assert (list(bands.base), list(bands.x)) == ([70, 68, 80], [5, 6, 5])


def test_close_scores_are_said_not_to_be_separated(pair, words):
    """72 (70–75) and 71 (68–74) stand with their verdict, and in the order of the interviews."""
    texts = words(draw(pair))

    numbers = [text for text in texts if "<b>72</b>" in text or "<b>71</b>" in text]

    assert any("Overall" in text and "cannot separate" in text for text in texts)
    assert "(70–75)" in numbers[0]
    assert "(68–74)" in numbers[1]


def test_another_scale_gets_no_mark(score, words):
    """A score of 0 to 5 among scores of 0 to 100 stands in words that say of what."""
    speech = score("Kafka", 3.4, 3.1, 3.9, scale=FIVE_POINTS)
    rows = [compared([score(value=66, lower=60, upper=70), speech], [Verdict.NOT_COMPARABLE])]

    figure = draw(comparison(compared([score(value=50)] * 2, [Verdict.CLEAR]), *rows))

    assert 3.4 not in trace(figure, "scores").x
    assert any("<b>3.4</b>" in text and "of 5" in text for text in words(figure))


def test_not_evaluated_and_not_asked_are_two_words(score, words):
    """What the vendor skipped differs from what nobody asked; neither has a mark."""
    given = comparison(compared([score(), None], [Verdict.NOT_COMPARABLE]))

    figure = draw(given)

    assert not trace(figure, "scores").x
    assert any("not evaluated" in text for text in words(figure))
    assert any("not asked" in text for text in words(figure))


def test_a_score_without_a_band_is_open_and_says_so(score, words):
    """An open shape, and words: no number stands naked."""
    given = comparison(
        compared([score(value=66), score(value=60, lower=55, upper=66)], [Verdict.NOT_COMPARABLE])
    )

    figure = draw(given)

    assert list(trace(figure, "scores").marker.color) == [theme.BACKGROUND, theme.CATEGORY[1]]
    assert any("<b>66</b>" in text and "no band given" in text for text in words(figure))


def test_five_interviews_keep_five_shapes(score, words):
    """Every interview has a shape and a colour of its own, in the figure and in the legend."""
    scores = [score(value=50 + index, lower=40, upper=60) for index in range(5)]
    given = comparison(compared(scores, [Verdict.CANNOT_SEPARATE] * 10))

    figure = draw(given)

    marker = trace(figure, "scores").marker
    assert len(set(marker.symbol)) == len(set(marker.color)) == 5
    assert all(any(f"{sign}</span>" in text for text in words(figure)) for sign in "●◆■▲★")


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        ([Verdict.LEANING], "leaning"),
        ([Verdict.CLEAR] * 3, "clear, all pairs"),
        (
            [Verdict.CANNOT_SEPARATE, Verdict.CLEAR, Verdict.CLEAR],
            "clear ●■ ◆■, cannot separate ●◆",
        ),
        ([Verdict.CLEAR] * 2 + [Verdict.LEANING] * 4, "2 clear, 4 leaning"),
    ],
)
def test_verdicts_are_words(score, words, verdicts, said):
    """Few pairs are named by their signs; many are counted."""
    people = {1: 2, 3: 3, 6: 4}[len(verdicts)]
    given = comparison(compared([score(value=50, lower=40, upper=60)] * people, verdicts))

    texts = words(draw(given))

    assert any(said in text for text in texts)


def test_a_value_beyond_the_scale_is_an_arrow_with_its_true_number(score, words):
    """The mark and its band stay on the axis; the number in words is not clamped."""
    given = comparison(
        compared([score(value=104, lower=98, upper=112), score(value=-3)], [Verdict.CLEAR])
    )

    figure = draw(given)

    marks, bands = trace(figure, "scores"), trace(figure, "bands")
    assert list(marks.x) == [100, 0]
    assert list(marks.marker.symbol) == ["triangle-right", "triangle-left"]
    assert bands.base[0] + bands.x[0] == 100
    assert any("<b>104</b>" in text and "beyond the scale" in text for text in words(figure))


def test_broken_numbers_draw_nothing(score, validated):
    """NaN as a value has no mark, and NaN as an end of a band no band."""
    nan = float("nan")
    given = comparison(
        compared([score(value=nan), score(value=50, lower=nan, upper=60)], [Verdict.NOT_COMPARABLE])
    )

    figure = validated(draw(given))

    assert list(trace(figure, "scores").x) == [50]
    assert not trace(figure, "bands").x
    assert list(trace(figure, "scores").marker.color) == [theme.BACKGROUND]


@pytest.mark.parametrize("compact", [False, True])
def test_texts_from_outside_are_shown_not_obeyed(score, validated, words, compact):
    """Names of people and of scores are text, in the figure and on hover."""
    shown = score(value=50, lower=40, upper=60, label=HOSTILE)
    given = comparison(compared([shown] * 2, [Verdict.CLEAR], name=HOSTILE * 7))

    names = called(given, id0=HOSTILE * 7)
    figure = validated(comparison_figure(given, names=names, compact=compact))

    texts = [*words(figure), *(text for part in figure.data for text in part.hovertext)]
    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)


def test_hover_says_whose_score_it_is(pair):
    """A mark names the interview, the score and its band."""
    figure = draw(pair)

    hover = trace(figure, "scores").hovertext[1]

    assert "李 小梅" in hover
    assert "71 (68–74)" in hover


def test_the_table_has_the_vendors_numbers(pair):
    """Unrounded numbers with band, state and scale; what was not asked is empty and says so."""
    table = comparison_table(pair, names=called(pair))

    row = dict(zip(table.columns, table.rows[1], strict=True))

    assert (row["Wanjiru Ngugi: score"], row["Wanjiru Ngugi: upper"]) == (82.46, 85)
    assert (row["Wanjiru Ngugi: state"], row["Wanjiru Ngugi: scale"]) == ("scored", "0–100")
    assert (row["李 小梅: score"], row["李 小梅: state"]) == (None, "not asked")
    assert row["Wanjiru Ngugi and 李 小梅"] == "clear"


def test_the_sentence_says_the_verdict_with_its_assumption(pair):
    """Who cannot see the figure hears the overall scores, the verdict, and the level assumed."""
    given = pair

    sentence = comparison_sentence(given, names=called(given))

    assert sentence == (
        "Wanjiru Ngugi, 李 小梅 side by side. "
        "Overall: Wanjiru Ngugi 72 (70–75), 李 小梅 71 (68–74). "
        "Wanjiru Ngugi and 李 小梅: cannot separate. As far as bands tell. "
        "1 more score in the table. Bands are taken to be at 95 %; no vendor states their level."
    )


def test_the_same_comparison_gives_the_same_figure(pair):
    """Nothing in a figure depends on when it is drawn."""
    given = pair

    first, second = draw(given), draw(given)

    assert first.to_json() == second.to_json()
