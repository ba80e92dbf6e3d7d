"""The short forest of the first page, and that of all scores."""

from components.documents.interview import interview_content
from services.models.score import ScoreKind
from tests.components.documents.reports import answered, block, edition, interview, score, skill


def test_the_first_page_draws_the_overall_score_and_the_domains():
    """A few rows; all scores follow in a figure of their own."""
    domain = score(75.0, 71.0, 78.0, name="Backend", kind=ScoreKind.DOMAIN)
    overall = score(72.0, 70.0, 75.0)
    one = interview(scores=(overall, domain, skill("Kafka", 80.0, 76.0, 83.0)))

    found = interview_content(answered(one), edition())

    few = block(found, "score-summary")
    assert [row[1] for row in few.table.rows] == ["Overall", "Backend"]
    assert few.title == "Overall and the domains"
    assert few.finding == "Backend 75 (71–78)."
    assert few in found.sections[0].blocks
    assert len(block(found, "score-forest").table.rows) == 3


def test_few_scores_are_drawn_once():
    """Where the first page would show all of them, the figure of all scores does."""
    one = interview(scores=(score(72.0, 70.0, 75.0), skill("Kafka", 80.0, 76.0, 83.0)))

    found = interview_content(answered(one), edition())

    assert "score-summary" not in {chart.key for chart in found.charts()}
