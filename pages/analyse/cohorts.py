"""Cohorts page: do these groups differ, by how much, and could it be chance?"""

from components import loaders
from components.widgets import (
    cohort_builder,
    cohort_changes,
    cohort_measures,
    cohorts,
    exporting,
    frame,
    notices,
    viewport,
)
from services.models.ask import CohortsAsk

corner = frame.header("Cohorts", "Do these groups differ, by how much, and could it be chance?")

with notices.told_to_the_reader():
    compact, cut = viewport.is_narrow(), loaders.settings().cut_score
    titles, facets = loaders.titles(), loaders.facets()
    actions = cohort_builder.BuilderActions(
        save=loaders.save_cohort,
        forget=loaders.forget_cohort,
        save_list=loaders.save_list,
        largest=loaders.largest_cohorts,
        latest=loaders.latest_cohorts,
    )
    asked = cohort_builder.asked(actions)
    cohort_builder.builder(asked, loaders.saved_cohorts(), facets, titles=titles, actions=actions)
    chosen = cohort_builder.named(asked, titles=titles)
    view = cohorts.view()
    ask = CohortsAsk(
        cohorts=tuple(chosen),
        scores=view.kind,
        choice=view.choice,
        with_bands=view.with_bands,
        period=view.period,
        metric=view.metric,
    )
    found = loaders.cohorts(chosen, kind=view.kind, choice=view.choice)
    cohorts.guards(found, titles=titles)
    if cohorts.anybody(found):
        exporting.offer(ask, title="Cohorts", corner=corner, start=loaders.start_export)
        cohorts.summary(found)
        cohorts.kind_picker(found)
        cohort_measures.measures(found, view=view, cut=cut, compact=compact)
        cohort_changes.differences(found, view=view, compact=compact)
        cohort_changes.trends(
            loaders.trend(chosen, metric=found.metrics[0], period=view.period, choice=view.choice),
            cut=cut,
            compact=compact,
        )
