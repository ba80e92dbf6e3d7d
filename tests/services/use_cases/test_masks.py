"""Masked answers: nobody is named in any text of any kind of answer, and all else stays."""

from datetime import timedelta
from typing import get_args

import pytest

from services.cache.store import open_store
from services.models.answered import (
    AgentsAnswered,
    Answered,
    CohortsAnswered,
    Edition,
    IntegrityAnswered,
    InterviewAnswered,
    InterviewsAnswered,
    LanguageAnswered,
)
from services.models.ask import CohortsAsk, InterviewAsk, InterviewsAsk
from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.candidate import Candidate
from services.models.cefr import CefrTable
from services.models.cohort import CohortAnswer, CohortDefinition
from services.models.document import Document, StoredInterview
from services.models.identity import local_id
from services.models.interview import Asset, AssetKind, Interview, Question
from services.models.people import LinkVerdict
from services.models.recording import TranscriptLine
from services.models.report import InterviewReport, Standouts
from services.models.score import Score, ScoreKind, ScoreState
from services.use_cases.masks import Masks
from tests.services.use_cases.conftest import NOON
from tests.services.use_cases.filled import filled

NAME, EMAIL = "Imani Rookwood", "imani.rookwood@example.com"
OUR_ID = local_id("toy", "int-4711")
SAID = "Imani Rookwood of imani.rookwood@example.com: https://example.com/imani?id=int-4711"
PARTS = "Rookwood, then Imani, then interview int-4711"
OURS = dict.fromkeys(("id", "interview_id", "interview", "ids"), OUR_ID) | {
    "vendor": "toy",
    "vendor_interview_id": "int-4711",
    "lists": "l1",
    "table_id": "t",
    CefrTable: None,
}
"""Our own words and ids, which stay; a published table is nobody's."""
SCORE = Score(
    kind=ScoreKind.QUESTION, name="Kafka", state=ScoreState.SCORED, value=72, lower=70, upper=75
)


@pytest.fixture
def masks(store):
    return Masks(store)


@pytest.fixture
def keep(store):
    """Keep an interview with a person; return our id of it."""

    def kept(own_id="int-4711", vendor="toy", name=NAME, email=EMAIL, **fields):
        interview = Interview(
            vendor=vendor,
            vendor_interview_id=own_id,
            candidate=Candidate(id=fields.pop("given_id", None), name=name, email=email),
            started_at=NOON,
            **fields,
        )
        store.write([Document(interview.model_dump_json().encode(), interview, NOON)])
        return local_id(vendor, own_id)

    return kept


def listed(store, wanted=None):
    """Return the list of all interviews as it is answered."""
    rows = store.page(InterviewFilter(), Sort(), PageRequest(limit=100)).rows
    ask = InterviewsAsk(wanted=wanted or InterviewFilter())
    return InterviewsAnswered(ask=ask, rows=rows, total=len(rows))


def reported(interview):
    """Return one interview as it is answered."""
    stored = StoredInterview(
        id=OUR_ID,
        interview=interview,
        payload_sha256="ab12",
        payload_size=512,
        fetched_at=NOON,
        version_count=1,
    )
    report = InterviewReport(
        stored=stored,
        vendor_title="Toy",
        age=timedelta(hours=1),
        failure=None,
        standouts=Standouts(),
        latency=None,
    )
    return InterviewAnswered(ask=InterviewAsk(interview=OUR_ID), report=report)


@pytest.mark.parametrize("kind", get_args(Answered), ids=lambda kind: kind.__name__)
def test_no_field_of_any_answer_names_anybody(masks, keep, kind):
    """Every field that can hold a text holds the name, the address, a link and an id: all go.

    A field that is added to a model tomorrow is filled and looked at without a change here.
    """
    keep()
    answered = filled(kind, SAID, OURS)

    masked = repr(masks.masked(answered)).casefold()

    assert "imani" in repr(answered)
    for word in ("imani", "rookwood", "example.com", "int-4711", "a picture"):
        assert word not in masked


@pytest.mark.parametrize(
    "kind",
    [InterviewAnswered, InterviewsAnswered, AgentsAnswered, LanguageAnswered, IntegrityAnswered],
)
def test_of_those_in_an_answer_each_part_of_the_name_goes(masks, keep, kind):
    """And the vendor's ids of the interview and of the candidate, wherever they stand."""
    keep()
    answered = filled(kind, PARTS, OURS)

    masked = repr(masks.masked(answered)).casefold()

    assert "imani" in repr(answered).casefold()
    for word in ("imani", "rookwood", "int-4711"):
        assert word not in masked


def test_scores_dates_and_closed_words_stay(masks, keep):
    """What was measured is what was measured, whoever it was."""
    keep()
    question = Question(index=0, text="What is Kafka, Imani?", score=SCORE)
    interview = Interview(
        vendor="toy", vendor_interview_id="int-4711", started_at=NOON, questions=(question,)
    )

    masked = masks.masked(reported(interview)).report.stored

    assert masked.id == OUR_ID
    assert masked.fetched_at == NOON
    assert masked.interview.started_at == NOON
    assert masked.interview.questions[0].score is SCORE
    assert masked.interview.questions[0].text.startswith("What is Kafka, Candidate ")


def test_what_leads_to_a_person_is_emptied(masks, keep):
    """Pictures of identity cards, recordings, avatars, metadata, tags, fingerprints."""
    keep()
    interview = Interview(
        vendor="toy",
        vendor_interview_id="int-4711",
        session_id="s-1",
        candidate=Candidate(id="c-1", name=NAME, avatar_url="https://example.com/face.png"),
        assets=(Asset(kind=AssetKind.IDENTITY_IMAGE, url="https://example.com/id.png"),),
        metadata={"employee": "4711"},
        tags=("referred by Imani",),
        references=("c-1",),
    )

    stored = masks.masked(reported(interview)).report.stored

    masked = stored.interview
    assert (masked.assets, masked.tags, masked.references) == ((), (), ())
    assert (masked.metadata, masked.session_id, masked.candidate.id) == ({}, "", "")
    assert (masked.candidate.avatar_url, stored.payload_sha256) == ("", "")


def test_a_person_has_one_pseudonym_everywhere(masks, keep, store):
    """In the list, in the report, at another vendor, for the extract, and tomorrow."""
    keep(), keep("r-9", vendor="round0", email=EMAIL.upper(), name="I. Rookwood")
    answered = reported(Interview(vendor="toy", vendor_interview_id="int-4711"))

    rows = {row.candidate_name for row in masks.masked(listed(store)).rows}
    one = masks.masked(answered).report.stored.interview.candidate.name
    tomorrow = Masks(store).candidates([OUR_ID], [EMAIL])[0]

    assert rows == {one} == {tomorrow} == {masks.candidate(NAME, EMAIL, OUR_ID)}


def test_a_recruiters_word_joins_and_parts(masks, keep, store):
    """Linked candidates have one pseudonym; those who were kept apart have two."""
    keep("a", given_id="A", email="one@example.com")
    keep("b", vendor="round0", given_id="B", email="two@example.com")
    ids = [local_id("toy", "a"), local_id("round0", "b")]
    a, b = (store.candidate_of(id_) for id_ in ids)
    before = masks.candidates(ids, ["one@example.com", "two@example.com"])

    store.link(a, b, LinkVerdict.CONFIRMED, at=NOON)
    linked = masks.candidates(ids, ["one@example.com", "two@example.com"])

    assert len(set(before)) == 2
    assert len(set(linked)) == 1


def test_candidates_come_in_the_order_of_their_interviews(masks, keep):
    """With and without an address, and nothing for one that is not kept and has none."""
    first, second = keep("a", email=None), keep("b", name="Ruth Adeyemi", email="r@example.com")

    found = masks.candidates([second, first, "nobody"], ["r@example.com", None, None])

    assert found[0] == masks.candidate("Ruth Adeyemi", "r@example.com", second)
    assert found[1] == masks.candidate(NAME, None, first)
    assert found[2] == ""


def test_a_filter_by_a_name_says_only_that_there_was_one(masks, keep):
    """Text, tags and metadata of a filter are hidden, also in a cohort's name made of them."""
    keep()
    wanted = InterviewFilter(text="rookw", tags=("vip",), metadata=(("team", "blue"),))
    definition = CohortDefinition(name="role=Nurse&text=Rookw&tag=vip", wanted=wanted)
    answer = CohortAnswer.model_construct(cohorts=(), warnings=("rookw",))

    masked = masks.masked(CohortsAnswered(CohortsAsk(cohorts=(definition,)), answer, None))

    cohort = masked.ask.cohorts[0]
    assert cohort.name == "role=Nurse&text=(hidden)&tag=(hidden)"
    assert (cohort.wanted.text, cohort.wanted.tags) == ("(hidden)", ("(hidden)",))
    assert cohort.wanted.metadata == (("team", "(hidden)"),)


def test_a_cohort_named_after_somebody_names_nobody(masks, keep):
    """Though nobody in the answer has that name: it is looked up in the cache."""
    keep(name="Grace Hopper-Lint", email="grace@example.com")
    definition = CohortDefinition(name="Like Hopper-Lint, Grace · grace period")
    answer = CohortAnswer.model_construct(cohorts=())

    masked = masks.masked(CohortsAnswered(CohortsAsk(cohorts=(definition,)), answer, None))

    pseudonym = masks.candidate(None, "grace@example.com", OUR_ID)
    assert masked.ask.cohorts[0].name == f"Like {pseudonym} · grace period"


def test_saved_lists_are_masked_in_the_edition(masks, keep):
    """A list called after its only member."""
    keep()
    edition = Edition(made_at=NOON, titles={"l1": "For Imani Rookwood", "toy": "Toy"}, level=0.95)

    masked = masks.edition(edition)

    assert masked.is_masked
    assert masked.titles["toy"] == "Toy"
    assert "Imani" not in masked.titles["l1"]


def test_names_in_a_transcript_are_masked_in_any_script(masks, keep):
    """What the candidate is called by the interviewer, and the file that they mention."""
    keep(name="王小明", email="x@example.com")
    line = TranscriptLine(index=0, speaker="王小明", text="你好小明，王小明.pdf")
    interview = Interview(vendor="toy", vendor_interview_id="int-4711", transcript=(line,))

    masked = masks.masked(reported(interview)).report.stored.interview.transcript[0]

    assert not set("小明") & set(masked.speaker + masked.text)


def test_a_database_that_may_only_be_read_says_so(tmp_path, clock):
    """It cannot keep a key, so its pseudonyms hold for this process, which is told."""
    path = tmp_path / "copy.db"
    open_store(f"sqlite:///{path}", clock=clock).close()
    path.chmod(0o400)
    store = open_store(f"sqlite:///{path}", clock=clock)

    passing, other = Masks(store), Masks(store)

    assert "may only be read" in passing.limits[0]
    assert passing.candidate(NAME, EMAIL, OUR_ID) == passing.candidate(NAME, EMAIL, OUR_ID)
    assert passing.candidate(NAME, EMAIL, OUR_ID) != other.candidate(NAME, EMAIL, OUR_ID)
    store.close()


def test_the_key_is_kept_and_has_no_limits(masks, store):
    """Made once, for good, in the database that holds the names anyway."""
    first = store.mask_key()

    assert first == store.mask_key()
    assert len(first) == 32
    assert masks.limits == ()
