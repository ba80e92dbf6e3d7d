"""Whatever can be asked for as a document is answered as its page answers it."""

from datetime import timedelta

import pytest

from services.errors import InputError, NothingFoundError
from services.models.ask import (
    AgentsAsk,
    CohortsAsk,
    ComparisonAsk,
    IntegrityAsk,
    InterviewAsk,
    InterviewsAsk,
    LanguageAsk,
    OperationsAsk,
    QuestionsAsk,
)
from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition
from services.models.document import Document
from services.models.export import ExportOptions, Format
from services.models.funnel import Split
from services.models.identity import local_id
from services.use_cases.analyses import analyses
from services.use_cases.answers import Answers
from services.use_cases.browse import Browse
from services.use_cases.compare import Compare
from services.use_cases.interviews import Interviews
from services.use_cases.language import Language
from services.use_cases.operations import Operations
from services.use_cases.reviews import Reviews
from tests.services.use_cases.conftest import NOON, TOY, parse

NAME = "Nguyễn Thị Ánh"
EVERYBODY = CohortDefinition(name="Everybody", wanted=InterviewFilter())
FILTERED = (AgentsAsk(), QuestionsAsk(), LanguageAsk(), IntegrityAsk(), OperationsAsk())


@pytest.fixture
def answers(store, clock):
    vendors = {"toy": TOY}
    interviews = Interviews(store, vendors, clock)
    operations = Operations(store, {"toy": "Toy"})
    wired = analyses(
        store, operations=operations, sources=None, vendors=vendors, level=0.9, clock=clock
    )
    return Answers(
        store=store,
        browse=Browse(store, vendors),
        interviews=interviews,
        reviews=Reviews(store, interviews, clock),
        compare=Compare(store, interviews, 0.9),
        language=Language(store),
        operations=operations,
        analyses=lambda: wired,
        clock=clock,
        cut=60,
        level=0.9,
    )


@pytest.fixture
def kept(store):
    """Keep a few reported interviews; return our ids of them."""
    written = [f"i-{number} reported {60 + number}".encode() for number in range(6)]
    documents = []
    for number, payload in enumerate(written):
        found = parse(payload)
        named = found.candidate.model_copy(update={"name": f"{NAME} {number}"})
        update = {"candidate": named, "role": "Nurse", "started_at": NOON}
        documents.append(Document(payload, found.model_copy(update=update), NOON))
    store.write(documents)
    return [local_id("toy", f"i-{number}") for number in range(6)]


def test_an_interview_is_answered_with_its_reviews(answers, kept):
    """Of an interview without a flag there are none."""
    ask = InterviewAsk(interview=kept[0])

    found = answers.answer(ask)

    assert found.report.stored.id == kept[0]
    assert found.reviews == ()


def test_an_interview_that_nobody_knows_is_an_error(answers):
    """A document of nothing would be sent as one of somebody."""
    ask = InterviewAsk(interview="nobody")

    with pytest.raises(NothingFoundError):
        answers.answer(ask)


def test_a_comparison_keeps_the_order_that_was_asked_for(answers, kept):
    """Nobody is sorted by a score."""
    ask = ComparisonAsk(interviews=(kept[3], kept[1]))

    found = answers.answer(ask)

    assert [each.id for each in found.answer.interviews] == [kept[3], kept[1]]


def test_cohorts_are_answered_with_their_trend(answers, kept):
    """In the metric that is drawn first."""
    ask = CohortsAsk(cohorts=(EVERYBODY,))

    found = answers.answer(ask)

    assert found.answer.cohorts[0].figures[0].mean.n == len(kept)
    assert found.trend.metric == found.answer.metrics[0]


def test_cohorts_without_a_result_have_no_trend(answers):
    """There is nothing to draw, and that is no error."""
    ask = CohortsAsk(cohorts=(EVERYBODY,))

    found = answers.answer(ask)

    assert found.trend is None or not any(each.points for each in found.trend.trends)


def test_a_list_says_how_many_there_are(answers, kept):
    """Also where it holds fewer."""
    ask = InterviewsAsk()

    found = answers.answer(ask)

    assert (len(found.rows), found.total) == (len(kept), len(kept))


@pytest.mark.parametrize("ask", FILTERED, ids=lambda ask: ask.kind)
def test_a_filter_that_finds_nothing_is_answered(answers, ask):
    """An empty cache makes a document that says so."""
    wanted = ask.model_copy(update={"wanted": InterviewFilter(text="zzzz")})

    found = answers.answer(wanted)

    assert found.ask == wanted


def test_integrity_and_operations_are_split_as_asked(answers, kept):
    """By role, by vendor or by month."""
    operations = OperationsAsk(by=Split.VENDOR)

    found = answers.answer(operations).answer

    assert [group.label for group in found.groups] == ["Toy"]
    assert found.whole.stages[0].count == len(kept)


def test_language_comes_with_the_table_that_was_named(answers):
    """A document names the table's source; without one no level is derived."""
    table = answers.language.tables()[0]

    named, unnamed = (answers.answer(LanguageAsk(table_id=each)).table for each in (table.id, None))

    assert named == table
    assert unnamed is None


def test_a_table_that_nobody_knows_is_an_error(answers):
    """It is no silent "none"."""
    ask = LanguageAsk(table_id="nobody's")

    with pytest.raises(InputError, match="no table"):
        answers.answer(ask)


def test_a_masked_answer_names_nobody(answers, kept):
    """The same list has the names only where they were wanted."""
    ask = InterviewsAsk(wanted=InterviewFilter(ids=tuple(kept)))

    plain, masked = answers.answer(ask), answers.answer(ask, masked=True)

    assert NAME in str(plain.rows)
    assert NAME not in str(masked.rows)
    assert len(masked.rows) == len(plain.rows)


def test_an_edition_is_in_the_readers_zone(answers):
    """Every page prints the time with its zone."""
    options = ExportOptions(format=Format.PDF, zone="Asia/Ho_Chi_Minh")

    edition = answers.edition(options)

    assert edition.made_at == NOON
    assert edition.made_at.utcoffset() == timedelta(hours=7)
    assert (edition.level, edition.cut) == (0.9, 60)
    assert edition.titles["toy"] == "Toy"


def test_a_zone_that_nobody_knows_is_utc(answers):
    """The text then says UTC; a document is no place to fail over a name."""
    options = ExportOptions(format=Format.PDF, zone="../etc/passwd")

    edition = answers.edition(options)

    assert edition.made_at.utcoffset() == timedelta(0)


def test_a_masked_edition_says_so(answers):
    """Its documents are marked on every page and in their names."""
    options = ExportOptions(format=Format.PDF, masked=True)

    edition = answers.edition(options)

    assert edition.is_masked
