"""The report of the graders: how far they agree, who is stricter, and where they part."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from components.charts import (
    MOST_CRITERIA,
    agents_table,
    agreement_ranges,
    label,
    most_apart,
    severity_finding,
    severity_ranges,
)
from components.documents import agents_figures as figures
from components.documents import imprint
from components.documents.drawing import chart
from components.documents.explanations import Explained
from components.documents.filter_words import filter_words
from components.documents.parts import numbered, parts
from services.models import notation
from services.models.agreement import AgentsAnswer, CriterionSpread, GroupAgreement
from services.models.answered import AgentsAnswered, Edition
from services.models.cohort import FEWEST_WITHOUT_A_WARNING
from services.models.content import About, Block, Content, Listing, Remark, Section, Tone, Words

NO_GRADERS = "No agent judged anything in these interviews: there is nothing to agree on."
_MOST_AGENTS = 14
_MOST_GROUPS = 15
_MOST_CRITERIA = 7
"""As many rows as can be read on the lowest page, that of 16:9."""
_EXPLAINED = (
    *figures.INDICES_EXPLAINED,
    *(Explained.SHARE_OF_MAXIMUM, Explained.CRITERION_SPREAD, Explained.SEVERITY),
    *(Explained.CONFIDENCE_INTERVAL, Explained.SPLIT_PANEL),
)


def agents_content(answered: AgentsAnswered, edition: Edition) -> Content:
    """Return the report of the graders as the Agents page shows them."""
    return Content(
        title="Agents: do the graders agree?",
        subtitle="How far they agree, who is stricter than the others, and where they part",
        about=_about(answered, edition),
        sections=tuple(_sections(answered.answer)),
        stem=imprint.stem("agents", edition),
        meanings=imprint.meanings(_EXPLAINED),
    )


def _about(answered: AgentsAnswered, edition: Edition) -> About:
    answer = answered.answer
    words = filter_words(answered.ask.wanted, titles=edition.titles)
    level = notation.number(100 * answer.level)
    return imprint.about(
        edition,
        filters="One interview only" if answered.ask.interview else words,
        counted=f"n = {figures.graded_words(answer)}",
        instruments=[
            imprint.instrument_words(each.instrument.vendor, each.instrument.version, edition)
            for each in answer.instruments
            if each.is_counted
        ],
        limits=(f"Intervals are at {level} %.", *answer.warnings),
    )


def _sections(answer: AgentsAnswer) -> Iterator[Section]:
    yield Section("How far the graders agree", tuple(_agreement(answer)))
    if answer.cells:
        # The low figure first: it still finds room below the indices.
        yield Section(figures.SEVERITY_TITLE, tuple(_severity(answer)))
        yield Section(figures.HEAT_TITLE, tuple(_heat(answer)))
    groups = tuple(_groups(answer))
    if groups:
        yield Section("By role and over time", groups)
    if answer.panels:
        yield Section(figures.SPLIT_TITLE, tuple(_split(answer)))


def _agreement(answer: AgentsAnswer) -> Iterator[Block]:
    if answer.warnings:
        yield Remark(answer.warnings, Tone.WARNING)
    if not answer.interviews:
        yield Remark((NO_GRADERS,))
    elif answer.agreement.alpha.refusal:
        yield Remark((answer.agreement.alpha.refusal,))
    else:
        yield Listing(
            key="indices",
            title="Indices of agreement",
            table=figures.indices_table(answer),
            finding=_index_finding(answer),
            remarks=(figures.targets_sentence(answer),),
        )


def _index_finding(answer: AgentsAnswer) -> str:
    name, found = figures.indices(answer)[0]
    value, words = figures.index_words(found)
    return f"{name} is {value}, {words[:1].lower()}{words[1:]}"


def _severity(answer: AgentsAnswer) -> Iterator[Block]:
    found = list(parts(answer.agents, most=_MOST_AGENTS))
    for part, agents in enumerate(found):
        some = answer.model_copy(update={"agents": tuple(agents)})
        yield chart(
            numbered(figures.severity_drawing(some, compact=False), part, of=len(found)),
            finding=severity_finding(some),
            native=severity_ranges(some),
        )


def _heat(answer: AgentsAnswer) -> Iterator[Block]:
    """Yield the criteria judged most, as many in a part as can be read on a low page.

    The numbers of the last part hold the criteria that are not drawn as well.
    """
    drawn, rest = answer.criteria[:MOST_CRITERIA], answer.criteria[MOST_CRITERIA:]
    found = list(parts(drawn, most=_MOST_CRITERIA)) or [()]
    for part, criteria in enumerate(found):
        some = answer.model_copy(update={"criteria": tuple(criteria)})
        left = rest if part == len(found) - 1 else ()
        drawing = figures.heat_drawing(some, compact=False)
        listed = answer.model_copy(update={"criteria": (*criteria, *left)})
        who = "Of these criteria, agents" if len(found) > 1 else "Agents"
        yield chart(
            replace(numbered(drawing, part, of=len(found)), table=agents_table(listed)),
            finding=_heat_finding(some, who=who),
            remarks=(_left_words(left),) if left else (),
        )


def _left_words(left: Sequence[CriterionSpread]) -> str:
    more = notation.count(len(left), "more criterion is", plural="more criteria are")
    return f"The {MOST_CRITERIA} criteria judged most are drawn; {more} in the numbers."


def _heat_finding(answer: AgentsAnswer, *, who: str) -> str:
    """Say where agents are most apart; or why that cannot be said."""
    if len(answer.agents) == 1:
        return "One agent only: nobody to agree or to disagree with"
    if answer.agreement.identical:
        return "Identical agents: no independent information"
    if all(each.spread is None for each in answer.criteria):
        return "No target was judged by two agents"
    widest = most_apart(answer)
    if widest is None or widest.spread is None:
        return "Too few results to say where agents are most apart"
    few = ", few results" if widest.shared < FEWEST_WITHOUT_A_WARNING else ""
    name = label.brief(widest.criterion)
    apart = f"± {notation.percent(widest.spread)} points of the maximum"
    return f"{who} are most apart on {name}: {apart}, n = {widest.shared:,}{few}"


def _groups(answer: AgentsAnswer) -> Iterator[Block]:
    yield from _by("role", answer.by_role)
    yield from _by("month", answer.by_month)


def _by(name: Literal["role", "month"], groups: Sequence[GroupAgreement]) -> Iterator[Block]:
    if len(groups) < 2:
        return
    found = list(parts(groups, most=_MOST_GROUPS))
    for part, some in enumerate(found):
        drawing = figures.group_drawing(some, name, compact=False)
        yield chart(
            numbered(drawing, part, of=len(found)),
            finding=f"How far graders agree within each {name}, with intervals",
            native=agreement_ranges(some),
        )


def _split(answer: AgentsAnswer) -> Iterator[Block]:
    sentence = figures.split_sentence(answer)
    if not answer.split:
        yield Words(sentence)
        return
    shown = len(answer.split)
    more = answer.split_total - shown
    yield Listing(
        key=figures.SPLIT_KEY,
        title=figures.SPLIT_TITLE,
        table=figures.split_table(answer.split),
        finding=sentence,
        remarks=(f"The {shown} widest are listed, {more:,} more are not.",) if more > 0 else (),
    )
