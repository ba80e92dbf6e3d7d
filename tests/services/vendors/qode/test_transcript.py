"""The transcript comes from the fuller telling, with roles and, where turns match, times."""

import pytest

from services.models.recording import Speaker
from services.vendors.qode.parsing import parse


def lines(*told):
    """Make the summary's lines."""
    told = [{"speaker_name": speaker, "transcript": text} for speaker, text in told]
    return {"interview_transcript_line": told}


def test_lines_get_the_time_of_the_turn_that_they_begin_with(document):
    """In the order of both."""
    interview = parse(document("complete"))

    times = [(line.start_s, line.role) for line in interview.transcript[:3]]

    assert times == [
        (0, Speaker.INTERVIEWER),
        (6, Speaker.CANDIDATE),
        (10, Speaker.INTERVIEWER),
    ]


def test_the_fuller_telling_is_used(document):
    """Paragraphs of the raw transcript, when they hold more than the lines."""
    interview = parse(document("no_ci"))

    told = [(line.speaker, line.role) for line in interview.transcript]

    assert told == [
        ("Tracy at Qode", Speaker.INTERVIEWER),
        ("佐藤 健二", Speaker.CANDIDATE),
        ("Tracy at Qode", Speaker.INTERVIEWER),
    ]


def test_a_sentence_with_a_colon_is_no_speaker(document):
    """Two people speak; a paragraph that begins "Note:" goes on with the one before."""
    interview = parse(document("no_ci"))

    second = interview.transcript[1].text

    assert second == "Let me give an example.\n\nNote: this goes on with the same speaker."


def test_the_lines_are_kept_when_the_raw_text_holds_less(read):
    """A shortened raw transcript does not replace the lines."""
    summary = lines(("Turing", "What did you build, and why did you build it?"), ("Lea", "A boat."))

    interview = read(summary=summary, meeting_data={"raw_transcript": "Turing: What?"})

    assert [line.text for line in interview.transcript][1] == "A boat."


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Tracy", Speaker.INTERVIEWER),
        ("TURING", Speaker.INTERVIEWER),
        ("Tracy at Qode", Speaker.INTERVIEWER),
        ("Candidate", Speaker.CANDIDATE),
        ("amaru quispe", Speaker.CANDIDATE),
        ("Somebody", Speaker.UNKNOWN),
    ],
)
def test_speakers_have_roles(read, name, role):
    """By Qode's names, by the word, by the candidate's own name."""
    summary = lines((name, "Yes."), ("Other", "No."), ("Third", "Perhaps."))

    interview = read(summary=summary, candidate_profile={"fullname": "Amaru Quispe"})

    assert interview.transcript[0].role is role


def test_the_only_other_speaker_is_the_candidate(read):
    """Nobody else takes part in the interview."""
    summary = lines(("Turing", "Hello."), ("amaru+test", "Hi."))

    interview = read(summary=summary)

    assert interview.transcript[1].role is Speaker.CANDIDATE


def test_a_text_without_speakers_is_one_line(read):
    """Nobody is named, so nobody is made up."""
    raw = "Only words.\n\nAnd more of them."

    interview = read(meeting_data={"raw_transcript": raw})

    assert [(line.speaker, line.role, line.text) for line in interview.transcript] == [
        ("Unknown", Speaker.UNKNOWN, raw)
    ]


def test_a_long_transcript_is_read_whole(read):
    """100 KB, with nothing lost."""
    raw = "\n\n".join(f"Tracy at Qode: Question {n}?\n\nLea: Answer {n}." for n in range(3000))

    interview = read(meeting_data={"raw_transcript": raw})

    assert len(interview.transcript) == 6000
    assert interview.transcript[-1].text == "Answer 2999."
