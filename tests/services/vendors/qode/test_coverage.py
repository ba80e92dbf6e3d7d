"""Coverage: Qode's counts and its list, and whether they agree."""

import pytest


@pytest.mark.parametrize(
    ("core", "covered", "uncovered", "noted"),
    [
        pytest.param(3, 2, ["Streaming"], [], id="agree"),
        pytest.param(3, 3, [], [], id="all"),
        pytest.param(3, 2, None, [], id="no list"),
        pytest.param(None, None, ["Streaming"], [], id="no counts"),
        pytest.param(3, 3, ["Streaming", "Testing"], ["coverage_conflict"], id="all and two not"),
        pytest.param(2, 4, None, ["coverage_conflict"], id="more than there are"),
    ],
)
def test_counts_and_list_are_compared(read, codes, core, covered, uncovered, noted):
    """Both are kept whatever they say."""
    interview = read(
        count_all_core_domains=core,
        count_covered_core_domains=covered,
        uncovered_domains=uncovered,
    )

    coverage = interview.coverage
    assert (coverage.core_domains, coverage.covered) == (core, covered)
    assert coverage.uncovered == tuple(uncovered or ())
    assert codes(interview) == noted


def test_without_counts_there_is_no_coverage(read):
    """Nothing told is nothing known."""
    nothing = {}

    interview = read(**nothing)

    assert interview.coverage is None
