"""Everything that computes statistics, made when first asked for: the libraries take seconds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from services.cache.store import Store
from services.models.cohort import CohortDefinition
from services.use_cases.agents import Agents
from services.use_cases.cohort_figures import Levels
from services.use_cases.cohorts import Cohorts
from services.use_cases.integrity import Integrity
from services.use_cases.operations import Operations
from services.use_cases.overview import Overviews
from services.use_cases.questions import Questions
from services.use_cases.sources import Sources
from services.vendors.vendor import Vendor


@dataclass(frozen=True)
class Analyses:
    """The use cases over many interviews at once."""

    cohorts: Cohorts
    agents: Agents
    questions: Questions
    integrity: Integrity
    overview: Overviews


def analyses(
    store: Store,
    *,
    operations: Operations,
    sources: Sources,
    vendors: Mapping[str, Vendor],
    level: float,
    clock: Callable[[], datetime],
) -> Analyses:
    """Wire the analyses to the cache; `level` is that of all intervals, the vendors' bands too."""
    titles = {name: vendor.title for name, vendor in vendors.items()}
    cohorts = Cohorts(store, Levels(own=level, bands=level), clock, titles)
    integrity = Integrity(store, level, titles)
    everything = (CohortDefinition(name="All"),)
    return Analyses(
        cohorts=cohorts,
        agents=Agents(store, level, titles),
        questions=Questions(store, vendors, level),
        integrity=integrity,
        overview=Overviews(
            store,
            operations,
            sources,
            trend=lambda: cohorts.trend(everything, choice=cohorts.current()),
            awaiting=lambda: integrity.integrity(everything, limit=0).awaiting_total,
        ),
    )
