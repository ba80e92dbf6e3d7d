"""`scoreband stats`: the shape of what it prints, and that its numbers are those of scipy."""

import math

import pytest
from scipy import stats as oracle

from services.bootstrap import build_services
from services.config import Settings
from services.models.interview import Outcome
from tests.services.use_cases.cohort_data import keep, scored

COHORT_KEYS = {
    *("label", "n", "mean", "lower", "upper", "median", "pass_rate", "pass_lower", "pass_upper")
}
DIFFERENCE_KEYS = {
    *("a", "b", "mean_difference", "lower", "upper", "p_value", "p_holm"),
    *("hedges_g", "g_lower", "g_upper", "cliffs_delta", "delta_lower", "delta_upper"),
    *("pass_difference", "pass_lower", "pass_upper", "sentence"),
}
NURSES = [61, 64.5, 70, 72, 68, 75, 59, 66]
WELDERS = [71, 78, 69, 83, 77, 74, 80, 72]
VERDICTS = (Outcome.PASS, Outcome.FAIL, Outcome.PASS, Outcome.UNDETERMINED)


@pytest.fixture
def two_roles(scoreband):
    """Return the command over eight nurses and eight welders."""
    services = build_services(Settings())
    rows = scored(NURSES, outcomes=VERDICTS) + scored(WELDERS, role="Welder", outcomes=VERDICTS)
    keep(services.store, rows)
    services.close()
    return scoreband


def compared(command, *more):
    """Run the comparison of both roles."""
    cohorts = ("--cohort", "role=Nurse", "--cohort", "role=Welder")
    return command("stats", "compare", *cohorts, *more)


def test_the_document_has_its_keys(two_roles):
    """Cohorts, differences, level and warnings, each with all its numbers."""
    document = compared(two_roles, "--metric", "overall", "--json").document

    assert {"cohorts", "differences", "level", "warnings"} <= set(document)
    assert all(set(each) >= COHORT_KEYS for each in document["cohorts"])
    assert [set(each) for each in document["differences"]] == [DIFFERENCE_KEYS]


def test_the_numbers_are_scipys(two_roles):
    """Mean with Student's interval, and Welch's test between the two."""
    document = compared(two_roles, "--json").document
    first = document["cohorts"][0]
    (found,) = document["differences"]

    welch = oracle.ttest_ind(WELDERS, NURSES, equal_var=False)
    interval = welch.confidence_interval()
    alone = oracle.ttest_1samp(NURSES, 0).confidence_interval()
    assert (first["label"], first["n"]) == ("role=Nurse", 8)
    assert first["mean"] == pytest.approx(sum(NURSES) / 8)
    assert (first["lower"], first["upper"]) == pytest.approx((alone.low, alone.high))
    assert (found["lower"], found["upper"]) == pytest.approx((interval.low, interval.high))
    assert found["p_value"] == pytest.approx(welch.pvalue)
    assert found["p_holm"] == found["p_value"]


def test_a_pass_rate_is_a_share_without_the_undetermined(two_roles):
    """Four passes and two fails: two thirds, with Wilson's interval."""
    first = compared(two_roles, "--json").document["cohorts"][0]

    wilson = oracle.binomtest(4, 6).proportion_ci(method="wilson")
    assert first["pass_rate"] == pytest.approx(2 / 3)
    assert (first["pass_lower"], first["pass_upper"]) == pytest.approx((wilson.low, wilson.high))


def test_people_read_sentences(two_roles):
    """Without --json there is a table, the difference in words, and the warnings."""
    ran = compared(two_roles)

    said = " ".join(ran.out.decode().split())
    assert ran.code == 0
    assert "role=Welder scores 8.6 points higher than role=Nurse" in said
    assert "! role=Nurse: Only 8 scores" in said


def test_an_empty_cohort_has_no_number(two_roles):
    """Nulls and a warning; no zero, no error."""
    ran = two_roles("stats", "compare", "--cohort", "role=Nobody", "--cohort", "all", "--json")

    nobody = ran.document["cohorts"][0]
    assert nobody["n"] == 0
    assert nobody["mean"] is None
    assert nobody["pass_rate"] is None
    assert ran.document["differences"][0]["mean_difference"] is None
    assert any("no interview matches" in each for each in ran.document["warnings"])


def test_conditions_of_one_cohort_are_joined_by_an_ampersand(two_roles):
    """Both must hold; an ampersand within a role's name does not divide it."""
    joined = two_roles("stats", "compare", "--cohort", "role=Nurse&min=65", "--json").document
    named = two_roles("stats", "compare", "--cohort", "role=R&D engineer", "--json").document

    assert joined["cohorts"][0]["n"] == sum(each >= 65 for each in NURSES)
    assert named["cohorts"][0]["n"] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--cohort", "Nobody saved this"], "no saved cohort “Nobody saved this”"),
        (["--cohort", "colour=red"], "is no filter"),
        (["--cohort", "all", "--metric", "skill:Juggling"], "has a score “skill:Juggling”"),
    ],
)
def test_a_wrong_word_is_a_sentence(two_roles, words, told):
    """Exit 2, one line, nothing on standard output."""
    ran = two_roles("stats", "compare", *words, "--json")

    assert ran.code == 2
    assert ran.out == b""
    assert told in ran.errors
    assert len(ran.failures) == 1


def test_agreement_of_one_interview_has_its_numbers(filled):
    """Alpha and both correlations with their ends, targets and agents."""
    document = filled("stats", "agreement", "--json").document

    assert {"alpha", "icc2_1", "icc2_k", "n", "agents"} <= set(document)
    for name in ("alpha", "icc2_1", "icc2_k"):
        found = document[name]
        assert {"estimate", "lower", "upper"} <= set(found)
        if found["estimate"] is not None and found["lower"] is not None:
            assert found["lower"] <= found["estimate"] <= found["upper"]
            assert math.isfinite(found["upper"])


def test_agreement_of_nobody_is_refused_in_words(filled):
    """Without graders: no number, and the reason."""
    document = filled("stats", "agreement", "--filter", "role=Nobody", "--json").document

    assert document["alpha"]["estimate"] is None
    assert document["alpha"]["refusal"]
    assert document["agents"] == 0


def test_a_saved_list_goes_by_its_name(two_roles):
    """In a cohort and in a filter alike; its id means the same."""
    services = build_services(Settings())
    saved, _ = services.store.save_list("R&D; list", ["i-0", "i-1", "i-2"])
    services.close()
    cohorts = ("--cohort", "list=r&d; list&min=62", "--cohort", f"list={saved.id}")

    compared_lists = two_roles("stats", "compare", *cohorts, "--json").document
    listed = two_roles("list", "--filter", "list=R&D; list", "--json").document
    refused = two_roles("stats", "agreement", "--filter", "list=Welders", "--json")

    assert [each["n"] for each in compared_lists["cohorts"]] == [2, 3]
    assert listed["total"] == 3
    assert refused.code == 2
    assert "“list=Welders” is no saved list; saved are: “R&D; list”." in refused.errors
