"""`scoreband list` and `scoreband search`: what they find, and the shape that they print it in."""

import json

import pytest

from services.models.identity import local_id
from tests.scoreband.conftest import FIXTURES, SCORE_KEYS

COMPLETE = local_id("qode", json.loads((FIXTURES / "complete.json").read_bytes())["interview_id"])


def test_list_prints_one_document(filled):
    """Total, page and rows; each row has the overall score with band and state."""
    listed = filled("list", "--json").document

    row = next(row for row in listed["interviews"] if row["id"] == COMPLETE)

    assert {key: listed[key] for key in ("total", "limit", "offset")} == {
        "total": 4, "limit": 50, "offset": 0
    }  # fmt: skip
    assert set(row["overall"]) == SCORE_KEYS
    assert (row["candidate_email"], row["role"]) == ("oyunaa.bat@example.com", "Data Engineer")


def test_what_has_no_score_comes_last_in_both_directions(filled):
    """Sorting by score never puts a missing one at zero."""
    rising = filled("list", "--json", "--sort", "score").document["interviews"]
    falling = filled("list", "--json", "--sort", "-score").document["interviews"]

    assert [row["overall"]["value"] for row in rising] == [58, 64, 71, None]
    assert [row["overall"]["value"] for row in falling] == [71, 64, 58, None]


def test_limit_and_offset_cut_a_page(filled):
    """The pages together are the list; the total stays that of the filter."""
    whole = filled("list", "--json", "--sort", "name").document["interviews"]
    page = filled("list", "--json", "--sort", "name", "--limit", 2, "--offset", 1).document

    assert page["interviews"] == whole[1:3]
    assert page["total"] == 4


@pytest.mark.parametrize(
    ("filters", "values"),
    [
        (["outcome=undetermined"], {64}),
        (["outcome=pass", "outcome=fail"], {71, 58}),
        (["min=60", "max=70"], {64}),
        (["text=оюун"], {71}),
        (["since=2025-09-01", "until=2025-09-30"], {71}),
        (["version=no_ci_v1"], {58}),
        (["status=scheduled"], {None}),
        (["role=Nobody"], set()),
    ],
)
def test_filters_narrow_the_list(filled, filters, values):
    """The same key twice means either; different keys mean both."""
    words = [word for text in filters for word in ("--filter", text)]

    listed = filled("list", "--json", *words).document

    assert {row["overall"]["value"] for row in listed["interviews"]} == values
    assert listed["total"] == len(values)


@pytest.mark.parametrize(
    "words",
    [
        ["--filter", "salary=3"],
        ["--filter", "min=much"],
        ["--filter", "since=yesterday"],
        ["--filter", "outcome=splendid"],
        ["--sort", "accent"],
        ["--limit", "0"],
        ["--colour"],
    ],
)
def test_wrong_usage_is_told_on_stderr_alone(filled, words):
    """Exit code 2, an empty stdout, and no traceback."""
    ran = filled("list", "--json", *words)

    assert (ran.code, ran.out) == (2, b"")
    assert ran.errors
    assert "Traceback" not in ran.errors


def test_search_finds_what_was_said_and_when(filled):
    """One document with the query, the total, and the passages with their second."""
    found = filled("search", "queue too early", "--json").document

    [hit] = found["hits"]
    spoken = [one for one in hit["passages"] if one["field"] == "transcript"]

    assert (found["query"], found["total"]) == ("queue too early", 1)
    assert hit["row"]["id"] == COMPLETE
    assert spoken[0]["start_s"] == 430
    assert [spoken[0]["text"][slice(*place)] for place in spoken[0]["highlights"]] == [
        "queue", "too", "early"
    ]  # fmt: skip


def test_search_without_a_hit_is_no_failure(filled):
    """An empty list is an answer."""
    ran = filled("search", "xylophone", "--json")

    assert (ran.code, ran.document["hits"], ran.document["total"]) == (0, [], 0)


@pytest.mark.parametrize("text", ['"', "*", "AND", "NEAR(", "'; DROP TABLE interview; --", ""])
def test_no_text_breaks_the_search(filled, text):
    """Quotes, stars and SQL are words like others: an answer or a sentence, never a traceback."""
    ran = filled("search", text, "--json")

    assert ran.code in {0, 2}
    assert "Traceback" not in ran.errors
