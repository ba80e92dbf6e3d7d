"""The document of a comparison: bands decide, and what must not be read out of it is said."""

from components.documents.comparison import comparison_content
from components.documents.comparison_words import names_of
from services.models.answered import ComparisonAnswered
from services.models.ask import ComparisonAsk
from services.models.comparison import ComparedRow, Comparison, Separation, Verdict
from services.models.content import Ranges, Remark
from services.models.language import SpeakerMatch
from services.models.score import FIVE_POINTS, ScoreKind
from tests.components.documents.reports import block, blocks, edition, score, titles
from tests.components.widgets.rows import interview_row


def _comparison(*scores, names=("Ana Lima", "Bé Trần"), warnings=(), separation=None, **changes):
    rows = tuple(
        interview_row(id=f"id-{number}", candidate_name=name, overall=one, **changes)
        for number, (name, one) in enumerate(zip(names, scores, strict=True))
    )
    compared = ComparedRow(
        kind=ScoreKind.OVERALL,
        name="Overall",
        scores=scores,
        separations=(separation,) if separation else (),
    )
    return Comparison(interviews=rows, rows=(compared,), warnings=warnings, level=0.95)


def _separation(verdict, **numbers):
    return Separation(a="id-0", b="id-1", verdict=verdict, reason="The bands overlap.", **numbers)


def _content(comparison):
    ids = tuple(row.id for row in comparison.interviews)
    asked = ComparisonAnswered(ComparisonAsk(interviews=ids), comparison)
    return comparison_content(asked, edition())


def test_overlapping_bands_are_never_ordered_without_saying_so():
    """72 (70–75) and 71 (68–74): the finding says that they cannot be separated."""
    one = _separation(Verdict.CANNOT_SEPARATE, difference=1, lower=-3, upper=5, level=0.95)
    pair = _comparison(score(72.0, 70.0, 75.0), score(71.0, 68.0, 74.0), separation=one)

    found = _content(pair)

    assert block(found, "comparison").finding == (
        "Overall: Ana Lima 72 (70–75); Bé Trần 71 (68–74). They cannot be separated."
    )
    [row] = block(found, "pair-by-pair").table.rows
    assert row[2:] == ("Ana Lima and Bé Trần", "cannot separate", "+1 (−3 to +5)", one.reason)


def test_the_assumption_is_printed_beside_the_figure():
    """The level is a setting of ours, and each page says so."""
    found = _content(_comparison(score(72.0, 70.0, 75.0), score(71.0, 68.0, 74.0)))

    remarks = block(found, "comparison").remarks

    assert "taken to be at 95 %" in remarks[0]
    assert any("taken to be at 95 %" in limit for limit in found.about.limits)


def test_another_scale_stands_in_words_on_the_axis_of_the_first():
    """3.5 of 5 gets no mark among 0 to 100, and what was not asked is no zero."""
    found = _content(_comparison(score(72.0, 70.0, 75.0), score(3.5, scale=FIVE_POINTS)))

    native = block(found, "comparison").native

    assert isinstance(native, Ranges)
    assert [row.value for row in native.rows] == [72, None]
    assert "3.5 of 5" in native.rows[1].words


def test_warnings_stand_at_the_top_and_in_the_limits():
    """Also on a slide that holds the figure alone."""
    told = "The assessment versions differ: two versions are two instruments."
    pair = _comparison(score(72.0, 70.0, 75.0), score(71.0, 68.0, 74.0), warnings=(told,))

    found = _content(pair)

    assert told in found.about.limits
    assert told in block(found, "comparison").remarks
    assert any(isinstance(one, Remark) and told in one.sentences for one in blocks(found))


def test_a_doubtful_voice_is_named_beside_its_score():
    """In the table of people and in the figure."""
    scores = (score(72.0, 70.0, 75.0), score(71.0, 68.0, 74.0))
    found = _content(_comparison(*scores, match=SpeakerMatch.LOW))

    people = block(found, "people").table.rows

    assert people[0][-1] == "72 (70–75), speaker match low"


def test_sections_exist_only_where_there_is_data():
    """Without pairs and gaps there are none of these."""
    found = _content(_comparison(score(72.0, 70.0, 75.0), score()))

    assert titles(found) == ["Who is compared", "Scores and bands"]
    assert found.stem == "comparison-2026-11-23-1504"
    assert found.about.counted == "2 interviews"


def test_what_does_not_fit_a_page_has_figures_by_family():
    """The first is found by the page's key; long tables count what cannot be compared."""
    names = "ABCDE"
    pairs = tuple(
        Separation(a=f"id-{a}", b=f"id-{b}", verdict=Verdict.NOT_COMPARABLE, reason="No band.")
        for a in range(5)
        for b in range(a + 1, 5)
    )
    crowd = _comparison(*[score(50.0)] * 5, names=names)
    more = tuple(
        ComparedRow(
            kind=kind,
            name=f"{kind} {number}",
            scores=(score(50.0, kind=kind),) * 5,
            separations=pairs,
        )
        for kind in (ScoreKind.SKILL, ScoreKind.LANGUAGE)
        for number in range(5)
    )

    found = _content(crowd.model_copy(update={"rows": (*crowd.rows, *more)}))

    assert [chart.key for chart in found.charts()] == ["comparison", "comparison--language"]
    language = block(found, "comparison--language")
    assert language.finding == "Language scores side by side. Of 50 pairs: 50 not comparable."
    listing = block(found, "pair-by-pair")
    assert listing.table.rows == ()
    assert listing.remarks[-1] == "100 more not comparable: No band."


def test_a_family_that_does_not_fit_a_page_comes_in_parts():
    """Each has a title of its own; together they hold every row once, in order."""
    pair = _comparison(*[score(50.0)] * 2, names="AB")
    skills = tuple(
        ComparedRow(
            kind=ScoreKind.SKILL,
            name=f"Skill {at}",
            scores=(score(50.0, kind=ScoreKind.SKILL),) * 2,
            separations=(),
        )
        for at in range(30)
    )

    found = _content(pair.model_copy(update={"rows": (*pair.rows, *skills)}))

    assert [chart.key for chart in found.charts()] == ["comparison", "comparison--2"]
    assert [chart.title for chart in found.charts()] == [
        "Scores side by side (1 of 2)",
        "Scores side by side (2 of 2)",
    ]
    shown = [row.label for chart in found.charts() for row in chart.native.rows]
    told = [name for name in ("Overall", *(f"Skill {at}" for at in range(30))) for _ in "AB"]
    assert [label.split(" · ")[0] for label in shown] == told


def test_equal_names_are_told_apart():
    """Two interviews of one person are two columns with two names."""
    pair = _comparison(score(1.0), score(2.0), names=("Ana Lima", "Ana Lima"))

    names = names_of(pair)

    assert list(names.values()) == ["Ana Lima", "Ana Lima (2)"]
