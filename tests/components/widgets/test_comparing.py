"""The parts of the comparison: what interviews are called, and what is said of a pair."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from components.documents.comparison_words import names_of
from services.models.comparison import ComparedRow, Comparison, Separation, Verdict
from services.models.score import ScoreKind
from tests.components.widgets.events import app_of, data_of
from tests.components.widgets.rows import OVERALL, interview_row


def _comparison(*names: str | None, separation: Separation | None = None) -> Comparison:
    rows = tuple(
        interview_row(id=f"id-{number}", candidate_name=name, candidate_email=None)
        for number, name in enumerate(names)
    )
    compared = ComparedRow(
        kind=ScoreKind.OVERALL,
        name="Overall",
        scores=(OVERALL,) * len(rows),
        separations=(separation,) if separation else (),
    )
    return Comparison(interviews=rows, rows=(compared,), warnings=(), level=0.95)


def _verdicts(comparison):
    from components.widgets import comparing

    comparing.verdicts(comparison)


def test_equal_names_are_told_apart():
    """Two interviews of one person are two columns with two names."""
    comparison = _comparison("Ana Lima", "Ana Lima", "Ana Lima")

    names = names_of(comparison)

    assert list(names.values()) == ["Ana Lima", "Ana Lima (2)", "Ana Lima (3)"]


def test_a_name_that_begins_like_another_is_no_equal_name():
    """Ana is not the second Anastasía."""
    comparison = _comparison("Anastasía", "Ana", None)

    names = names_of(comparison)

    assert list(names.values()) == ["Anastasía", "Ana", "No name given"]


def test_a_difference_is_told_with_its_interval():
    """Never a naked number: "+1 (−3 to +5)", with the verdict and the reason."""
    one = Separation(
        a="id-0",
        b="id-1",
        verdict=Verdict.CANNOT_SEPARATE,
        difference=1,
        lower=-3,
        upper=5,
        level=0.95,
        reason="The bands overlap.",
    )

    app = app_of(_verdicts, _comparison("Ana", "Bé", separation=one)).run()

    [row] = data_of(app, "pair-by-pair")["rows"]
    assert row[1:] == ["Overall", "Ana and Bé", "cannot separate", "+1 (−3 to +5)", one.reason]


def test_what_cannot_be_compared_has_no_difference():
    """A gap in the table, and the reason beside it."""
    one = Separation(
        a="id-0", b="id-1", verdict=Verdict.NOT_COMPARABLE, reason="Two vendors: two instruments."
    )

    app = app_of(_verdicts, _comparison("Ana", "Bé", separation=one)).run()

    [row] = data_of(app, "pair-by-pair")["rows"]
    assert row[3] == "not comparable"
    assert row[4] in (None, "", "–")
