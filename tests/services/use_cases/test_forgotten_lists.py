"""A saved list that was forgotten: whatever was remembered of it, its id means nobody."""

from collections.abc import Callable

import pytest

from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition
from services.models.language import LanguageProfile
from services.use_cases.agents import Agents
from services.use_cases.cohort_figures import Levels
from services.use_cases.cohorts import Cohorts
from services.use_cases.integrity import Integrity
from services.use_cases.language import Language
from services.use_cases.operations import Operations
from services.use_cases.questions import Questions
from tests.services.use_cases.cohort_data import overall
from tests.services.use_cases.conftest import NOON
from tests.services.use_cases.panelled import answered, interview, keep, panel

Count = Callable[[InterviewFilter], int]


def of_cohorts(store) -> Count:
    """Return how many members a cohort of a filter has."""
    asked = Cohorts(store, Levels(own=0.95, bands=0.95), lambda: NOON)
    return lambda wanted: asked.compare([CohortDefinition(wanted=wanted)]).cohorts[0].members


def of_trends(store) -> Count:
    """Return how many periods there are."""
    asked = Cohorts(store, Levels(own=0.95, bands=0.95), lambda: NOON)

    def periods(wanted: InterviewFilter) -> int:
        found = asked.trend([CohortDefinition(wanted=wanted)])
        return len(found.trends[0].points) if found else 0

    return periods


def of_agents(store) -> Count:
    """Return how many targets the agents judged."""
    asked = Agents(store, 0.95)
    return lambda wanted: asked.agents(wanted).agreement.targets


def of_agreement(store) -> Count:
    """Return the same, asked for alone."""
    asked = Agents(store, 0.95)
    return lambda wanted: asked.agreement(wanted)[0].targets


def of_questions(store) -> Count:
    """Return how many questions were asked."""
    asked = Questions(store, {}, 0.95)
    return lambda wanted: asked.questions(wanted).total


def of_integrity(store) -> Count:
    """Return in how many interviews signals are looked for."""
    asked = Integrity(store, 0.95)
    return lambda wanted: asked.split(wanted).cohorts[0].interviews


def of_the_funnel(store) -> Count:
    """Return how many were invited."""
    asked = Operations(store)
    return lambda wanted: asked.funnel(wanted).whole.stages[0].count


def of_language(store) -> Count:
    """Return how many have a level, of any kind."""
    asked = Language(store)
    return lambda wanted: sum(level.count for level in asked.levels(wanted).counts)


@pytest.mark.parametrize(
    "counting",
    [
        of_cohorts,
        of_trends,
        of_agents,
        of_agreement,
        of_questions,
        of_integrity,
        of_the_funnel,
        of_language,
    ],
)
def test_nothing_is_said_of_a_list_that_was_forgotten(store, counting):
    """The interviews stay, and so do the columns; another list changes nothing of that."""
    one = interview(
        "i",
        panel({"ada": [4, 6], "ben": [5, 6]}),
        questions=(answered("Why Kafka?", 60),),
        scores=(overall(60),),
        language=LanguageProfile(),
    )
    keep(store, one)
    saved, _ = store.save_list("Shortlist", ["i"])
    wanted, count = InterviewFilter(lists=(saved.id,)), counting(store)
    before = count(wanted)

    store.forget_list(saved.id)
    store.save_list("Another", ["i"])

    assert before > 0
    assert count(wanted) == 0
    assert count(InterviewFilter()) == before
