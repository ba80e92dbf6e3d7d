"""Questions join two lists, and tell skipped from failed from not reached."""

from services.models.score import ScoreState
from services.vendors.qode.parsing import parse


def asked(text, **fields):
    """Make an item of Qode's `question_summary`."""
    return {"question": text, **fields}


def test_questions_are_joined_by_their_words(document):
    """Case and blanks do not keep the two lists apart."""
    payload = document("complete")

    interview = parse(payload)

    assert len(interview.questions) == 3
    assert interview.questions[0].score.value == 74
    assert interview.questions[0].start_s == 10
    assert [panel.question_index for panel in interview.panels] == [0, 1, 2]


def test_the_agents_questions_come_first(read):
    """Their index is the one that panels refer to; the meeting's other questions follow."""
    agents = [{"question": {"text": "Second?"}}, {"question": {"text": "Only agents?"}}]
    meeting = [asked("First?"), asked("second?", summary="Matched.")]

    interview = read(agent_response_summary=agents, meeting_data={"question_summary": meeting})

    assert [question.text for question in interview.questions] == [
        "Second?",
        "Only agents?",
        "First?",
    ]
    assert interview.questions[0].summary == "Matched."
    assert interview.questions[1].score.state is ScoreState.MISSING


def test_the_same_words_twice_are_two_questions(read):
    """A question asked twice is matched in order, once each."""
    agents = [{"question": {"text": "Why?"}}, {"question": {"text": "Why?"}}]
    meeting = [asked("Why?", summary="One."), asked("Why?", summary="Two.")]

    interview = read(agent_response_summary=agents, meeting_data={"question_summary": meeting})

    assert [question.summary for question in interview.questions] == ["One.", "Two."]


def test_skipped_failed_and_not_reached_are_three_things(document):
    """Said to be skipped, silently skipped, answered wrong, not reached."""
    interview = parse(document("skipped"))

    scores = [question.score for question in interview.questions]

    assert [score.state for score in scores] == [
        ScoreState.SCORED,
        ScoreState.NOT_EVALUATED,
        ScoreState.NOT_EVALUATED,
        ScoreState.SCORED,
        ScoreState.MISSING,
    ]
    assert [score.value for score in scores] == [64, None, None, 0, None]


def test_the_skills_of_a_skipped_question_are_not_evaluated(document):
    """By Qode's word in the one, by the graders' silence in the other."""
    interview = parse(document("skipped"))

    skills = [skill for question in interview.questions for skill in question.skills]

    assert [(skill.name, skill.state) for skill in skills] == [
        ("Shell", ScoreState.NOT_EVALUATED),
        ("Design", ScoreState.NOT_EVALUATED),
    ]


def test_a_skill_belongs_to_its_question(document):
    """The parent names the question, and the band is the skill's own."""
    interview = parse(document("complete"))

    skill = interview.questions[0].skills[0]

    assert (skill.name, skill.parent) == ("SQL", "question:0")
    assert (skill.value, skill.lower, skill.upper) == (76, 70, 82)


def test_graders_who_wrote_nothing_leave_no_note(document):
    """A name may occur twice; what counts is that something was written."""
    interview = parse(document("complete"))

    notes = interview.questions[1].grader_notes

    assert [(note.skill, note.name) for note in notes] == [("SQL", "Ravi")]


def test_the_verdict_is_kept_beside_the_score(document):
    """Qode's own words stay readable."""
    interview = parse(document("skipped"))

    verdicts = [question.verdict for question in interview.questions]

    assert verdicts[1] == "NOT EVALUATED"
    assert verdicts[4] is None


def test_a_score_that_is_said_not_to_be_one_is_kept_and_noted(read, codes):
    """55 beside "Not evaluated" is a contradiction for the reader to judge."""
    score = {"agent_summary": "Not evaluated", "score": {"score": 55}}

    interview = read(meeting_data={"question_summary": [asked("Why?", question_score=score)]})

    assert interview.questions[0].score.value == 55
    assert codes(interview) == ["unknown_value"]


def test_a_time_that_is_none_is_noted(read, codes):
    """A question without a readable time has no place on the timeline."""
    question = asked("Why?", timestamp="later")

    interview = read(meeting_data={"question_summary": [question]})

    assert interview.questions[0].start_s is None
    assert codes(interview) == ["unknown_value"]
