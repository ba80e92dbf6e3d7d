"""Use case: whatever can be asked for as a document, answered by the use case it belongs to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from services.cache.store import Store
from services.models.answered import (
    MOST_ROWS,
    AgentsAnswered,
    Answered,
    CohortsAnswered,
    ComparisonAnswered,
    Edition,
    IntegrityAnswered,
    InterviewAnswered,
    InterviewsAnswered,
    LanguageAnswered,
    OperationsAnswered,
    QuestionsAnswered,
)
from services.models.ask import (
    AgentsAsk,
    Ask,
    CohortsAsk,
    ComparisonAsk,
    IntegrityAsk,
    InterviewAsk,
    InterviewsAsk,
    LanguageAsk,
    OperationsAsk,
    QuestionsAsk,
)
from services.models.browse import PageRequest
from services.models.export import ExportOptions
from services.use_cases.browse import Browse
from services.use_cases.compare import Compare
from services.use_cases.interviews import Interviews
from services.use_cases.language import Language
from services.use_cases.made_once import MadeOnce
from services.use_cases.masks import Masks
from services.use_cases.operations import Operations
from services.use_cases.reviews import Reviews

if TYPE_CHECKING:
    from services.use_cases.analyses import Analyses

Filtered = AgentsAsk | QuestionsAsk | LanguageAsk | IntegrityAsk | OperationsAsk


@dataclass(frozen=True)
class Answers:
    """One door to all that a document can be made of."""

    store: Store
    browse: Browse
    interviews: Interviews
    reviews: Reviews
    compare: Compare
    language: Language
    operations: Operations
    analyses: "Callable[[], Analyses]"
    """Made when first asked for: its libraries take seconds to import."""
    clock: Callable[[], datetime]
    cut: float | None
    level: float

    @MadeOnce
    def masks(self) -> Masks:
        """Who is called what in masked documents."""
        return Masks(self.store)

    def answer(self, ask: Ask, *, masked: bool = False) -> Answered:
        """Return what is known today of what was asked; `masked` names nobody.

        Raises:
            InputError: what is asked cannot be answered, such as a metric that nobody knows.
            NothingFoundError: there is no such interview.
            DatabaseError: the cache cannot be read.
        """
        found = self._answer(ask)
        return self.masks.masked(found) if masked else found

    def edition(self, options: ExportOptions) -> Edition:
        """Return the circumstances of a document that is made now."""
        edition = Edition(
            made_at=self.clock().astimezone(_zone(options.zone)),
            titles=self._titles(),
            level=self.level,
            cut=self.cut,
            is_synthetic=self.store.flag("synthetic"),
            program=f"Scoreband {version('scoreband')}",
        )
        return self.masks.edition(edition) if options.masked else edition

    def _titles(self) -> Mapping[str, str]:
        return self.browse.titles()

    def _answer(self, ask: Ask) -> Answered:
        match ask:
            case InterviewAsk():
                report = self.interviews.report(ask.interview)
                said = self.reviews.of(report.stored.id)
                return InterviewAnswered(ask=ask, report=report, reviews=said)
            case ComparisonAsk():
                return ComparisonAnswered(ask=ask, answer=self.compare.compare(ask.interviews))
            case CohortsAsk():
                return self._cohorts(ask)
            case InterviewsAsk():
                page = self.browse.page(
                    ask.wanted, sort=ask.sort, request=PageRequest(limit=MOST_ROWS)
                )
                return InterviewsAnswered(ask=ask, rows=page.rows, total=page.total)
            case _:
                return self._filtered(ask)

    def _cohorts(self, ask: CohortsAsk) -> CohortsAnswered:
        cohorts = self.analyses().cohorts
        answer = cohorts.compare(ask.cohorts, metrics=(ask.scores,), choice=ask.choice)
        first = answer.metrics[0].key if answer.metrics else None
        trend = cohorts.trend(ask.cohorts, metric=first, period=ask.period, choice=ask.choice)
        return CohortsAnswered(ask=ask, answer=answer, trend=trend if first else None)

    def _filtered(self, ask: Filtered) -> Answered:
        match ask:
            case AgentsAsk():
                agents = self.analyses().agents
                graders = (
                    agents.of_interview(ask.interview)
                    if ask.interview
                    else agents.agents(ask.wanted, ask.choice)
                )
                return AgentsAnswered(ask=ask, answer=graders)
            case QuestionsAsk():
                questions = self.analyses().questions.questions(
                    ask.wanted, choice=ask.choice, limit=MOST_ROWS, offset=0
                )
                return QuestionsAnswered(ask=ask, answer=questions)
            case LanguageAsk():
                return self._language(ask)
            case IntegrityAsk():
                signals = self.analyses().integrity.split(
                    ask.wanted, by=ask.by, label="All chosen", limit=MOST_ROWS, offset=0
                )
                return IntegrityAnswered(ask=ask, answer=signals)
            case OperationsAsk():
                funnel = self.operations.funnel(ask.wanted, by=ask.by)
                return OperationsAnswered(ask=ask, answer=funnel)

    def _language(self, ask: LanguageAsk) -> LanguageAnswered:
        levels = self.language.levels(
            ask.wanted,
            dimension=ask.dimension,
            table_id=ask.table_id,
            limit=MOST_ROWS,
            offset=0,
        )
        table = next((one for one in self.language.tables() if one.id == ask.table_id), None)
        return LanguageAnswered(ask=ask, answer=levels, table=table)


def _zone(name: str) -> ZoneInfo:
    """Return a time zone; one that this machine does not know is UTC, which the text then says."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")
