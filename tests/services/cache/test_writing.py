"""Writing: whole or not at all, byte for byte, a changed final answer kept and told."""

import os
import weakref
from datetime import timedelta

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, text

from services.cache.reading import unpacked
from services.errors import PayloadError, StorageError
from services.models.agents import AgentAssessment, Criterion, Panel
from services.models.browse import InterviewFilter
from services.models.interview import Question, Status
from services.models.notice import NoticeCode
from services.models.score import Score, ScoreKind, ScoreState
from services.models.tracking import WriteReport
from tests.services.cache.conftest import (
    NOON,
    a_document,
    an_interview,
    id_of,
    kept,
    overall,
    parse,
)


def count(store, table):
    """Return the number of rows of a table."""
    with store._database.reading() as connection:
        return connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608


def test_a_payload_comes_back_byte_for_byte(store):
    """Blanks, order and odd bytes of the vendor's answer are kept as they came."""
    payload = b'{ "b":1,\r\n  "a": "\xff\x00" }\n'

    store.write([a_document(payload=payload)])

    found = store.payload(id_of("a-1"))
    assert found is not None
    assert found.payload == payload
    assert (found.vendor, found.vendor_interview_id) == ("qode", "a-1")
    assert (found.fetched_at, found.version_count) == (NOON, 1)


@given(payload=st.binary(max_size=5_000))
def test_any_bytes_are_unpacked_as_they_were_packed(payload):
    """Packing loses nothing, not even of an empty answer."""
    packer = zstandard.ZstdCompressor(level=3)

    packed = packer.compress(payload)

    assert unpacked(packed) == payload


def test_the_same_answer_again_is_not_stored_again(store):
    """An unchanged answer only counts as fetched later."""
    store.write([a_document()])
    later = NOON + timedelta(hours=1)

    report = store.write([a_document(at=later)])

    assert (report.stored, report.unchanged) == ((), (id_of("a-1"),))
    found = store.payload(id_of("a-1"))
    assert found is not None
    assert (found.fetched_at, found.version_count) == (later, 1)


def test_a_running_interviews_answer_is_replaced(store):
    """Of an answer that was not final only the latest is kept, and no notice is made of it."""
    store.write([a_document(an_interview(is_final=False, status=Status.IN_PROGRESS))])

    report = kept(store, an_interview())

    assert (report.stored, report.changed_finals) == ((id_of("a-1"),), ())
    assert len(store.payload_versions(id_of("a-1"))) == 1
    assert store.notices(id_of("a-1")) == ()
    assert store.rows([id_of("a-1")])[0].status is Status.REPORTED


def test_a_changed_final_answer_is_kept_beside_the_old_one_with_a_notice(store):
    """What the vendor had called final is never lost, and the reader is told."""
    first, second = a_document(an_interview(score=70)), a_document(an_interview(score=64))
    store.write([first])

    report = store.write([second])

    assert report.changed_finals == (id_of("a-1"),)
    versions = store.payload_versions(id_of("a-1"))
    assert [version.payload for version in versions] == [second.payload, first.payload]
    assert [notice.code for notice in store.notices(id_of("a-1"))] == [
        NoticeCode.FINAL_ANSWER_CHANGED
    ]
    (row,) = store.rows([id_of("a-1")])
    assert (row.overall.value, row.notice_count) == (64, 1)


def test_the_caches_own_notices_outlive_a_rewriting(store):
    """A third answer adds a notice to the one that is there."""
    kept(store, an_interview(score=70))
    kept(store, an_interview(score=64))

    kept(store, an_interview(score=61))

    assert len(store.notices(id_of("a-1"))) == 2
    assert store.rows([id_of("a-1")])[0].notice_count == 2


def test_children_that_vanished_from_the_answer_vanish_from_the_rows(store):
    """A new answer with fewer scores leaves none of the old ones behind."""
    domain = Score(kind=ScoreKind.DOMAIN, name="Statics", state=ScoreState.SCORED, value=50)
    kept(store, an_interview(scores=(overall(70), domain), is_final=False))

    kept(store, an_interview(scores=(overall(70),)))

    assert count(store, "score") == 1


def test_two_answers_on_one_interview_in_one_write_are_taken_in_turn(store):
    """The later document wins, and the earlier final one is kept as a version."""
    documents = [a_document(an_interview(score=value)) for value in (50, 60)]

    report = store.write(documents)

    assert report.changed_finals == (id_of("a-1"),)
    assert store.rows([id_of("a-1")])[0].overall.value == 60


def test_a_file_of_before_the_final_answer_does_not_take_its_place(store):
    """Whichever of the two is read first, and also in one write: the result stays in view."""
    final = a_document(an_interview())
    early = a_document(an_interview(is_final=False, status=Status.SCHEDULED, scores=()))

    reports = [store.write([final, early]), store.write([early])]

    assert [(report.stored, report.outdated) for report in reports] == [
        ((id_of("a-1"),), (id_of("a-1"),)),
        ((), (id_of("a-1"),)),
    ]
    assert store.rows([id_of("a-1")])[0].status is Status.REPORTED
    assert [each.payload for each in store.payload_versions(id_of("a-1"))] == [final.payload]
    assert store.notices(id_of("a-1")) == ()


def test_a_final_answer_that_the_vendor_itself_takes_back_is_replaced(store):
    """It was asked just now, so this is news: shown with a notice, the older one kept."""
    kept(store, an_interview())

    report = store.write(
        [a_document(an_interview(is_final=False, status=Status.IN_PROGRESS), asked_at=NOON)]
    )

    assert (report.changed_finals, report.outdated) == ((id_of("a-1"),), ())
    assert store.rows([id_of("a-1")])[0].status is Status.IN_PROGRESS
    assert len(store.payload_versions(id_of("a-1"))) == 2


def test_an_outdated_file_makes_nothing_due(store):
    """A tracked interview whose final answer is kept is not asked for again because of it."""
    store.track("qode", ["a-1"])
    kept(store, an_interview())

    kept(store, an_interview(is_final=False, status=Status.SCHEDULED))

    assert store.due() == ()


def test_a_vendors_zero_for_not_evaluated_is_no_score(store):
    """A row keeps the state beside the missing value."""
    interview = an_interview(score=None)

    kept(store, interview)

    (row,) = store.rows([id_of("a-1")])
    assert (row.overall.state, row.overall.value) == (ScoreState.NOT_EVALUATED, None)


def test_a_score_keeps_its_band_label_and_scale_in_the_row(store):
    """No naked score leaves the cache."""
    score = overall(72).model_copy(update={"label": "Stable", "observations": 9})

    kept(store, an_interview(scores=(score,)))

    assert store.rows([id_of("a-1")])[0].overall == score


def test_panels_that_share_a_question_are_all_stored(store):
    """A vendor that gives two panels on one question loses neither."""
    score = Score(kind=ScoreKind.CRITERION, name="Depth", state=ScoreState.SCORED, value=4)
    agent = AgentAssessment(
        question_index=0,
        agent_id="one",
        criteria=(Criterion(key="depth", label="Depth", score=score),),
    )
    panel = Panel(question_index=0, agents=(agent, agent))

    kept(store, an_interview(panels=(panel, panel)))

    assert (count(store, "agent"), count(store, "criterion")) == (4, 4)


def test_a_questions_scores_know_their_question(store):
    """The score of a question and those within it carry its number."""
    whole = Score(kind=ScoreKind.QUESTION, name="Sag?", state=ScoreState.SCORED, value=60)
    part = Score(
        kind=ScoreKind.QUESTION_SKILL,
        name="Cables",
        state=ScoreState.SCORED,
        value=61,
        parent="question:4",
    )
    question = Question(index=4, text="How does a cable sag?", score=whole, skills=(part,))

    kept(store, an_interview(questions=(question,)))

    with store._database.reading() as connection:
        numbers = connection.execute(text("SELECT question FROM score ORDER BY position"))
        assert list(numbers.scalars()) == [None, 4, 4]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_value_that_is_no_number_is_missing_in_lists(store, value):
    """NaN and infinity cannot be compared, so a list shows no score for them."""
    broken = Score(kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.SCORED, value=value)

    kept(store, an_interview(scores=(broken,)))

    (row,) = store.rows([id_of("a-1")])
    assert (row.overall.state, row.overall.value) == (ScoreState.MISSING, None)


def test_hostile_texts_are_stored(store):
    """Half characters, NUL and quotes in names neither fail a write nor change its meaning."""
    name = "Robin\ud800'); DROP TABLE interview;--\x00"

    store.write([a_document(an_interview(name=name, role="R\udfff"), payload=b"{}")])

    (row,) = store.rows([id_of("a-1")])
    assert row.candidate_name == "Robin\ufffd'); DROP TABLE interview;--\x00"


def test_a_full_disk_loses_nothing_that_was_stored(opened):
    """A write that finds no room is refused as a whole, in a sentence, and takes nothing along."""
    store = opened()
    kept(store, an_interview("a-1"))
    large = a_document(an_interview("b-2"), payload=os.urandom(3_000_000))
    with store._database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    @event.listens_for(store._database.engine, "begin")
    def no_room(connection):
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 10}")

    with pytest.raises(StorageError, match="disk is full"):
        store.write([a_document(an_interview("c-3")), large])

    assert store.count(InterviewFilter()) == 1
    assert store.payload(id_of("a-1")) is not None


def test_rows_of_an_older_derivation_are_derived_anew(store):
    """Rebuilding reads the stored payload, so nothing has to be fetched."""
    kept(store, an_interview(score=70))
    with store._database.writing() as connection:
        connection.execute(text("UPDATE interview SET derivation = 0, overall_value = 1"))
    assert store.check().to_rederive == 1

    rebuilt = store.rebuild(parse)

    assert rebuilt == 1
    assert store.rows([id_of("a-1")])[0].overall.value == 70
    assert (store.check().to_rederive, store.notices(id_of("a-1"))) == (0, ())


def test_an_empty_write_is_no_change(store):
    """Nothing in, nothing done."""
    before = store.generation()

    report = store.write([])

    assert (report.stored, store.generation()) == ((), before)


def test_a_payload_that_can_no_longer_be_read_keeps_its_rows(store, caplog):
    """Deriving anew skips it with a line in the log, and goes on with the others."""
    kept(store, an_interview("a-1"), an_interview("b-2"))
    with store._database.writing() as connection:
        connection.execute(text("UPDATE interview SET derivation = 0"))

    def choosy(vendor, payload):
        interview = parse(vendor, payload)
        if interview.vendor_interview_id == "a-1":
            msg = "The payload has no candidate."
            raise PayloadError(msg)
        return interview

    rebuilt = store.rebuild(choosy)

    assert rebuilt == 1
    assert store.count(InterviewFilter()) == 2
    assert "has no candidate" in caplog.text


def test_documents_are_let_go_one_by_one(store):
    """A long import holds one interview at a time, however many are written together."""
    seen = []
    alive = []

    def documents():
        for number in range(3):
            alive.append(sum(each() is not None for each in seen))
            yield watched(an_interview(f"a-{number}"))

    def watched(interview):
        seen.append(weakref.ref(interview))
        return a_document(interview)

    report = store.write(documents())

    assert len(report.stored) == 3
    assert alive == [0, 0, 0]


def test_nothing_to_write_changes_nothing(store):
    """An empty batch opens no transaction and raises no generation."""
    before = store.generation()

    report = store.write([])

    assert (report, store.generation()) == (WriteReport(), before)
