"""The document of a list: every row with its score in words, and what is left out is said."""

from components.documents.interviews import interviews_content
from services.models.answered import InterviewsAnswered
from services.models.ask import InterviewsAsk
from services.models.browse import InterviewFilter
from services.models.content import Words
from services.models.language import SpeakerMatch
from services.models.score import FIVE_POINTS
from tests.components.documents.reports import block, blocks, edition, facts, score
from tests.components.widgets.rows import interview_row


def _content(*rows, total=None):
    ask = InterviewsAsk(wanted=InterviewFilter(roles=("Nurse",)))
    return interviews_content(
        InterviewsAnswered(ask, rows, len(rows) if total is None else total), edition()
    )


def _scores(found):
    table = block(found, "interviews").table
    return [row[table.columns.index("Overall score")] for row in table.rows]


def test_no_score_is_naked():
    """With its band, with its scale, or with the word for why there is none."""
    rows = [
        interview_row(overall=one)
        for one in (score(72.0, 70.0, 75.0), score(3.5, scale=FIVE_POINTS), score())
    ]

    found = _content(*rows)

    assert _scores(found) == ["72 (70–75)", "3.5 of 5, no band given", "not evaluated"]
    assert facts(found)["Overall scores"] == "2 scored, 1 not evaluated"


def test_a_doubtful_voice_is_counted_apart_and_named():
    """The row says so, and no page is without it."""
    found = _content(interview_row(match=SpeakerMatch.LOW))

    assert block(found, "interviews").table.rows[0][-1] == "speaker match low"
    assert facts(found)["Overall scores"] == "1 in doubt (speaker match low)"
    assert any("Speaker match low" in limit for limit in found.about.limits)


def test_rows_that_are_left_out_are_said():
    """With the way to all of them."""
    found = _content(interview_row(), total=2_500)

    assert found.about.counted == "2,500 interviews, the first 1 in this document"
    assert "the data extract" in found.about.limits[0]


def test_the_filter_is_on_each_page():
    """In the words of every other page."""
    found = _content(interview_row())

    assert found.about.filters == "Role: Nurse"
    assert found.about.instruments == ("Qode, pf_domain_3p_v4",)


def test_nothing_found_is_a_sentence():
    """No empty table."""
    found = _content()

    assert list(blocks(found)) == [Words("No interview matches.")]
    assert found.about.counted == "0 interviews"


def test_not_collected_is_not_none_seen():
    """Signals that nobody looked for are no zero."""
    found = _content(interview_row(signal_count=None), interview_row(signal_count=0))

    table = block(found, "interviews").table
    column = table.columns.index("Signals")

    assert [row[column] for row in table.rows] == [None, 0]
    assert "none were collected" in block(found, "interviews").remarks[-1]


def test_a_long_list_is_left_to_other_formats_by_slides():
    """Forty rows are the most."""
    few, many = _content(*[interview_row()] * 40), _content(*[interview_row()] * 41)

    assert not block(few, "interviews").is_long
    assert block(many, "interviews").is_long
