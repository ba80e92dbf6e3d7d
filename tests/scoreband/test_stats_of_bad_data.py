"""`scoreband stats` asked badly: one sentence and exit code 2, or JSON without any NaN."""

import json

import pytest

from services.bootstrap import build_services
from services.config import Settings
from tests.services.use_cases.cohort_data import keep, scored

ROWS = [60, 62, 64, 66, 68, 1e15, 1e299, float("nan"), float("inf"), None]


@pytest.fixture
def bad(scoreband):
    """Return the command over ten interviews, half of them without a usable score."""
    services = build_services(Settings())
    keep(services.store, scored(ROWS, half=None))
    services.close()
    return scoreband


@pytest.mark.parametrize(
    "words",
    [
        ["--cohort", ""],
        ["--cohort", "=x"],
        ["--cohort", "month=99999"],
        ["--cohort", "since=2026-13-45"],
        ["--cohort", "min=nan"],
        ["--cohort", "max=inf"],
        ["--cohort", "status=BROKEN"],
        ["--cohort", "meta=:x"],
        ["--cohort", "a\nb\x1b[31m"],
        ["--cohort", "all", "--metric", ""],
        ["--cohort", "all", "--metric", "criterion"],
        ["--cohort", "all", "--metric", "overall@nan-nan"],
        ["--cohort", "all", "--metric", "skill:" + "x" * 5_000],
        ["--cohort", "all"] * 20,
    ],
)
def test_what_cannot_be_meant_is_one_sentence(bad, words):
    """Exit 2, one line on standard error, nothing on standard output."""
    ran = bad("stats", "compare", *words, "--json")

    assert (ran.code, ran.out) == (2, b"")
    assert len(ran.failures) == 1
    assert len(ran.errors) < 400


def test_a_number_that_cannot_be_counted_is_in_no_figure(bad):
    """Five usable scores of ten: n is five, and nothing in the document is NaN."""
    ran = bad("stats", "compare", "--cohort", "all", "--json")

    document = json.loads(ran.out, parse_constant=pytest.fail)
    assert (document["cohorts"][0]["n"], document["cohorts"][0]["mean"]) == (5, 64)
    assert any("no usable number" in each for each in document["warnings"])


def test_a_word_that_is_no_text_stays_valid_json(bad):
    """Bytes of the shell that are no UTF-8 come back as an escape."""
    ran = bad("stats", "compare", "--cohort", "role=\udcff", "--json")

    assert ran.code == 0
    assert ran.document["cohorts"][0]["label"] == "role=\udcff"
