"""The interview report: what a manager reads in a minute, honest figures, and nothing private."""

from datetime import UTC, datetime

import pytest

from components.documents.interview import interview_content
from services.models.agents import AgentAssessment, Criterion, Panel
from services.models.content import Ranges, Remark
from services.models.integrity import Disposition, Review, signal_keys
from services.models.interview import Interview, Outcome, Status
from services.models.language import SpeakerMatch
from services.models.notice import Notice, NoticeCode
from services.models.recording import Signal, SignalKind, Speaker, TranscriptLine
from services.models.report import Standouts
from services.models.score import Score, ScoreKind, ScoreState
from tests.components.documents.reports import (
    LINK,
    answered,
    block,
    blocks,
    edition,
    facts,
    interview,
    question,
    score,
    skill,
    speech,
    titles,
)


def _agent(name, points, *, reason=None):
    points_of = score(8.0, name="Depth", kind=ScoreKind.CRITERION)
    criterion = Criterion(
        key="depth", label="Depth", score=points_of, weighted=points, maximum=10, rationale=reason
    )
    total = {"total": points, "maximum": 10.0}
    return AgentAssessment(
        question_index=0, agent_id=name, name=name, criteria=(criterion,), **total
    )


def test_the_first_page_tells_outcome_certainty_strength_and_gap():
    """In the vendor's words, with every band and the cut."""
    best, worst = skill("Kafka", 80.0, 76.0, 83.0), skill("SQL", 55.0, 50.0, 60.0)
    found = Standouts(strongest=(best,), weakest=(worst,), compared=2)

    told = facts(interview_content(answered(interview(), standouts=found), edition()))

    assert told["Candidate"] == "Wanjirũ Ngũgĩ"
    assert told["Measured by"] == "Qode, pf_domain_3p_v4"
    assert told["Outcome"] == "Undetermined. The vendor says: Not enough answers to decide."
    assert told["Overall score, 0 to 100"] == (
        "72, between 70 and 75. Vendor interval, level not stated. "
        "The whole band lies above the cut of 70."
    )
    assert told["Top strength"] == "Kafka: 80 (76–83)."
    assert told["Top gap"] == "SQL: 55 (50–60)."


def test_a_band_that_holds_the_cut_is_too_close_to_call():
    """In the finding of the figure as well."""
    found = interview_content(answered(interview()), edition(cut=71.0))

    forest = block(found, "score-forest")

    assert forest.finding == (
        "Overall 72, between 70 and 75. Too close to call: the band holds the cut of 71."
    )
    assert isinstance(forest.native, Ranges)
    assert forest.native.cut == 71


def test_a_scheduled_interview_has_no_empty_sections():
    """Who, when, and where it comes from; no figure, no zero."""
    planned = interview(
        status=Status.SCHEDULED,
        is_final=False,
        outcome=Outcome.NONE,
        vendor_outcome=None,
        scores=(),
        started_at=None,
        duration_s=None,
        metadata={},
        scheduled_at=datetime(2026, 12, 1, 9, 0, tzinfo=UTC),
        signals_not_collected=tuple(SignalKind),
    )

    found = interview_content(answered(planned), edition())

    assert titles(found) == ["At a glance", "The person and the sitting", "Source"]
    assert list(found.charts()) == []
    assert facts(found)["Overall score, 0 to 100"] == "No score given."
    assert facts(found)["Outcome"] == "The vendor gave no verdict."
    assert any("vendor may have a newer one" in limit for limit in found.about.limits)


def test_a_vendor_without_scores_has_no_figure_of_them():
    """The questions and every word that was said are what there is."""
    unscored = Score(kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.UNSCORED)
    asked = question(0).model_copy(update={"score": unscored})
    line = TranscriptLine(
        index=0, speaker="อรทัย", role=Speaker.CANDIDATE, text="เพราะ", question_index=0
    )
    one = interview(scores=(unscored,), questions=(asked,), transcript=(line,))

    found = interview_content(answered(one), edition())

    assert "score-forest" not in {chart.key for chart in found.charts()}
    assert block(found, "questions").table.columns == ("No.", "Question")
    assert block(found, "transcript").table.rows == ((1, "อรทัย", "เพราะ"),)
    assert block(found, "transcript").is_long


def test_every_question_has_figures_of_its_own():
    """The keys differ, so that a pin finds the one that was meant."""
    kafka = skill("Kafka", 60.0, 55.0, 65.0)
    asked = tuple(question(index, 72.0, 70.0, 75.0, skills=(kafka,)) for index in range(2))

    found = interview_content(answered(interview(questions=asked)), edition())

    keys = [key for key, _, _ in found.tables()]
    assert len(keys) == len(set(keys))
    assert {"question-forest", "question-forest-2"} <= set(keys)
    assert block(found, "question-forest-2").finding == (
        "Question 2: 72, between 70 and 75; Kafka 60 (55–65)."
    )


def test_a_skipped_question_is_words_and_no_figure():
    """Nothing is drawn at zero."""
    one = interview(questions=(question(0),))

    found = interview_content(answered(one), edition())

    assert "question-forest" not in {chart.key for chart in found.charts()}
    assert block(found, "questions").table.rows[0][-1] == "not evaluated"


def test_the_agents_totals_and_reasons_are_told():
    """A total of zero is a total; each reason stands beside its points."""
    panel = Panel(
        question_index=0, agents=(_agent("Ọlá", 0.0), _agent("Ísold", 8.0, reason="Named it."))
    )
    one = interview(questions=(question(0, 72.0, 70.0, 75.0),), panels=(panel,))

    found = interview_content(answered(one), edition())

    assert block(found, "agent-criteria").finding == (
        "Question 1, 2 agents: totals from 0 % (Ọlá) to 80 % (Ísold) of the maximum."
    )
    assert block(found, "reasons-1").table.rows == (("Ísold", "Depth", "8 of 10", "Named it."),)


def test_what_reviewers_said_stands_beside_the_signals():
    """Also of a flag that the vendor does not name any more."""
    seen = (Signal(kind=SignalKind.TAB_CHANGE, start_s=192.0),)
    [key] = signal_keys(seen)
    said = [
        Review(signal=one, disposition=Disposition.DISMISS, note=note, made_at=datetime.now(UTC))
        for one, note in ((key, "A task's link."), ("black_screen:1:2:1", ""))
    ]

    found = interview_content(answered(interview(signals=seen), reviews=said), edition())

    timeline = block(found, "timeline")
    assert timeline.finding == "1 signal to look at: left the tab 1; by review 1 dismissed."
    assert "never verdicts" in timeline.remarks[0]
    rows = block(found, "reviews").table.rows
    assert rows[0][:4] == ("Left the tab", "3:12", "dismissed", "A task's link.")
    assert rows[1][1] == "no longer in the vendor's answer"
    assert "Left the tab" in facts(found)


def test_not_collected_is_not_clean():
    """Kinds that nobody looked for are counted in the finding."""
    one = interview(
        signals_not_collected=(SignalKind.BLACK_SCREEN,),
        transcript=(TranscriptLine(index=0, speaker="A", text="Hello."),),
    )

    found = interview_content(answered(one), edition())

    assert block(found, "timeline").finding == (
        "No signal was seen; 1 of 6 kinds was not collected."
    )


def test_a_level_is_told_as_issued_and_accent_ranks_nobody():
    """The range is that of fluency and grammar, on 0 to 5."""
    found = interview_content(answered(interview(language=speech())), edition())

    profile = block(found, "language-profile")

    assert profile.finding == (
        "CEFR B2, issued by the vendor; 2 dimensions from Fluency 3.5 of 5, no band given to "
        "Grammar 4 of 5, no band given."
    )
    assert facts(found)["CEFR level, as issued"].startswith("B2.")


def test_a_doubtful_voice_is_said_before_any_number_and_on_each_page():
    """In the first warning, in the limits, and beside each score."""
    doubtful = interview(language=speech(match=SpeakerMatch.LOW))

    found = interview_content(answered(doubtful), edition())

    first = next(one for one in blocks(found) if isinstance(one, Remark))
    assert first.sentences[0].startswith("Speaker match low")
    assert any("Speaker match low" in limit for limit in found.about.limits)
    native = block(found, "score-forest").native
    assert isinstance(native, Ranges)
    assert all("speaker match low" in row.words for row in native.rows)


def test_notices_are_told_in_short_and_in_full():
    """By name on the first page; with the place in the answer behind it."""
    doubt = Notice(code=NoticeCode.CLOCK_MISMATCH, text="The clocks differ.", where="/meeting")

    found = interview_content(answered(interview(notices=(doubt,))), edition())

    remarks = [one.sentences for one in blocks(found) if isinstance(one, Remark)]
    assert ("1 notice about the data: Two clocks disagree.",) in remarks
    assert block(found, "notices").table.rows[0][1:3] == ("The clocks differ.", "/meeting")


@pytest.mark.parametrize("is_masked", [False, True])
def test_no_link_and_no_picture_is_in_it(is_masked):
    """Neither the identity card nor where the candidate sits the interview."""
    one = answered(interview())

    said = repr(interview_content(one, edition(is_masked=is_masked)))

    assert LINK not in said
    assert "sit.example.com" not in said
    assert "session_0001" not in said


def test_masked_nothing_is_in_it_that_a_person_is_found_by():
    """No address, no id of the vendor or of ours, no checksum, nothing attached."""
    one = answered(interview())

    found = interview_content(one, edition(is_masked=True))

    said = repr(found)
    for secret in ("wanjiru@example.com", "int_0001", "cand_7", "aaaabbbbccccdddd", "ab" * 32):
        assert secret not in said
    assert found.stem == "interview-report-masked-2026-11-23-1504"


def test_unmasked_the_source_can_be_found_again():
    """The vendor's id, ours, and the checksum of the answer."""
    found = interview_content(answered(interview()), edition())

    told = facts(found)

    assert told["The vendor's id"] == "int_0001"
    assert told["Id here"] == "aaaabbbbccccdddd"
    assert told["SHA-256 of the answer"] == "ab" * 32
    assert "Wanjir" not in found.stem


def test_an_interview_of_which_nothing_is_known_is_a_report_too():
    """A sentence for each thing that is missing, and no error."""
    bare = Interview(vendor="other", vendor_interview_id="x")

    found = interview_content(answered(bare), edition(cut=None))

    assert found.title == "Interview report: No name given"
    assert found.about.instruments == ("other, no version named",)
    assert facts(found)["Role"] == "Role not given"


def test_a_long_hostile_name_does_not_drown_the_title():
    """One line without control signs; the whole name stands on the first page."""
    name = "‮Ana\x00\n" + "a" * 5000
    candidate = interview().candidate.model_copy(update={"name": name})

    found = interview_content(answered(interview(candidate=candidate)), edition())

    assert len(found.title) < 200
    assert not set("\n\x00‮") & set(found.title)
    assert facts(found)["Candidate"] == name
