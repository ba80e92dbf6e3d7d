"""What stands out is named only as far as the bands allow."""

from services.analysis.standouts import standouts
from services.models.score import Score, ScoreKind, ScoreState


def skill(name, value, lower=None, upper=None):
    return Score(
        kind=ScoreKind.SKILL,
        name=name,
        state=ScoreState.SCORED,
        value=value,
        lower=lower,
        upper=upper,
    )


def names(scores):
    return [score.name for score in scores]


def test_separate_bands_name_one_strength_and_one_gap():
    """Bands that do not touch let one skill stand at each end."""
    scores = [skill("SQL", 80, 78, 82), skill("Go", 70, 68, 72), skill("Git", 50, 45, 55)]

    found = standouts(scores)

    assert names(found.strongest) == ["SQL"]
    assert names(found.weakest) == ["Git"]


def test_overlapping_bands_are_named_together():
    """72 (70-75) and 71 (68-74) cannot be separated, so both are named."""
    scores = [skill("SQL", 72, 70, 75), skill("Go", 71, 68, 74), skill("Git", 50, 45, 55)]

    found = standouts(scores)

    assert names(found.strongest) == ["SQL", "Go"]
    assert names(found.weakest) == ["Git"]


def test_nothing_stands_out_where_all_overlap():
    """When no skill can be told from another, none is praised or blamed."""
    scores = [skill("SQL", 72, 60, 80), skill("Go", 70, 60, 80)]

    found = standouts(scores)

    assert found.strongest == ()
    assert found.weakest == ()


def test_a_skill_that_was_not_evaluated_is_never_the_gap():
    """A skipped skill has no value and takes no part."""
    skipped = Score(kind=ScoreKind.SKILL, name="Kafka", state=ScoreState.NOT_EVALUATED)
    scores = [skill("SQL", 80, 78, 82), skill("Go", 60, 58, 62), skipped]

    found = standouts(scores)

    assert names(found.weakest) == ["Go"]


def test_one_skill_alone_does_not_stand_out():
    """With a single score there is nothing to stand out from."""
    scores = [skill("SQL", 80, 78, 82)]

    found = standouts(scores)

    assert found.strongest == ()


def test_many_that_overlap_the_lowest_are_all_returned():
    """The page may name fewer; the analysis hides none."""
    weak = [skill(f"Skill {number}", 50 + number, 45, 60) for number in range(6)]
    scores = [skill("SQL", 80, 78, 82), *weak]

    found = standouts(scores)

    assert names(found.strongest) == ["SQL"]
    assert len(found.weakest) == 6
    assert found.compared == 7


def test_without_bands_nothing_is_called_stronger():
    """88 and 70 without bands may differ by chance: neither is praised or blamed."""
    scores = [skill("SQL", 88), skill("Go", 70)]

    found = standouts(scores)

    assert found.strongest == found.weakest == ()
    assert (found.compared, found.without_band) == (0, 2)
