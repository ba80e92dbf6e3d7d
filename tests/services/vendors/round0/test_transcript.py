"""The transcript: question and answer in turn, without invented times."""

from services.models.recording import Speaker
from services.vendors.round0.parsing import parse


def test_each_answer_follows_its_question(whole):
    """In the order of the questions, each line with the question that it belongs to."""
    payload = whole

    lines = parse(payload).transcript

    assert [(line.role, line.question_index) for line in lines] == [
        (Speaker.INTERVIEWER, 0),
        (Speaker.CANDIDATE, 0),
        (Speaker.INTERVIEWER, 1),
        (Speaker.CANDIDATE, 1),
        (Speaker.INTERVIEWER, 3),
        (Speaker.CANDIDATE, 3),
    ]
    assert [line.index for line in lines] == list(range(6))
    assert lines[3].text.startswith("Two pallets")


def test_no_line_has_a_time(whole):
    """round0 tells no offsets into one recording; answers are recorded one by one."""
    payload = whole

    lines = parse(payload).transcript

    assert {(line.start_s, line.end_s) for line in lines} == {(None, None)}


def test_the_candidate_speaks_under_their_name(whole):
    """As the search shows it."""
    payload = whole

    lines = parse(payload).transcript

    assert {line.speaker for line in lines} == {"Interviewer", "सुनीता थापा"}


def test_a_nameless_candidate_is_the_candidate(read):
    """An e-mail address never stands in for a name."""
    response = {"question_id": "q", "question_text": "Why?", "transcript": "Because."}

    interview = read(candidate={"email": "nobody@example.com"}, responses=[response])

    assert [line.speaker for line in interview.transcript] == ["Interviewer", "Candidate"]


def test_an_empty_answer_leaves_the_question(read):
    """It was asked; nothing was said, or nothing of it was written down."""
    response = {"question_id": "q", "question_text": "Why?", "transcript": ""}

    interview = read(responses=[response])

    assert [line.text for line in interview.transcript] == ["Why?"]
