"""Agents, groups, questions and signals of invented interviews, for the charts of analyses."""

from services.models.agreement import (
    Agent,
    AgentsAnswer,
    Agreement,
    CriterionSpread,
    GroupAgreement,
    HeatCell,
)
from services.models.browse import InterviewFilter
from services.models.integrity import IntegrityAnswer, IntegrityCohort, SignalRate
from services.models.question_health import QuestionDrift, QuestionHealth, QuestionsAnswer
from services.models.recording import SignalKind
from tests.components.charts.cohorts import estimate, refusal


def agreement(alpha, *, agents=3, identical=False):
    return Agreement(
        alpha=alpha,
        icc2_1=alpha,
        icc2_k=alpha,
        targets=alpha.n,
        agents=agents,
        identical=identical,
    )


def group(label, alpha, *, agents=3):
    return GroupAgreement(
        label=label, agreement=agreement(alpha, agents=agents), opens=InterviewFilter()
    )


def agent(name, severity=None, *, role=None):
    severity = severity or estimate(0.01, -0.02, 0.04)
    return Agent(id=name, role=role, severity=severity, assessments=100)


def graded(shares, *, spreads=None, identical=False):
    """Make an answer from {criterion: {agent: mean share}}; who is not named never judged it."""
    found = [name for given in shares.values() for name in given]
    cells = tuple(
        HeatCell(agent=name, criterion=criterion, share=share, n=40)
        for criterion, given in shares.items()
        for name, share in given.items()
    )
    criteria = tuple(
        CriterionSpread(
            criterion=criterion,
            spread=(spreads or {}).get(criterion),
            mean=sum(given.values()) / len(given),
            n=120,
            shared=120,
        )
        for criterion, given in shares.items()
    )
    return AgentsAnswer(
        level=0.95,
        interviews=40,
        agreement=agreement(estimate(0.7, 0.6, 0.8), identical=identical),
        agents=tuple(map(agent, dict.fromkeys(found))),
        criteria=criteria,
        cells=cells,
    )


def judged_by(*agents):
    """Make an answer that knows these agents, and nothing of what they gave."""
    return AgentsAnswer(
        level=0.95,
        interviews=40,
        agreement=agreement(refusal()),
        agents=agents,
        criteria=(),
        cells=(),
    )


def question(key, difficulty=None, discrimination=None, *, text="Design a queue.", **more):
    given = {
        "scored": 40,
        "drift": (),
        "refusal": "" if difficulty else "There are 4 scores of this question; it takes 10.",
    }
    return QuestionHealth(
        key=key,
        text=text,
        instruments=(),
        asked=44,
        difficulty=difficulty or refusal(4),
        spread=0.2 if difficulty else None,
        discrimination=discrimination or refusal(4),
        skip_rate=estimate(0.1, 0.04, 0.23, n=44),
        median_time_s=90.5,
        timed=40,
        **given | more,
    )


def asked(*questions):
    return QuestionsAnswer(level=0.95, questions=questions, total=len(questions), too_few=0)


def change(before, after, difference):
    return QuestionDrift(before=before, after=after, difference=difference)


def rate(share=None, per_hour=None, *, kind=SignalKind.TAB_CHANGE, collected=340, missing=0):
    """Make a kind's rate; without a share it was not collected."""
    collected = collected if share else 0
    return SignalRate(
        kind=kind,
        collected=collected,
        not_collected=missing,
        events=round((share.estimate or 0) * collected) if share else 0,
        with_any=share or refusal(0, "There is nothing to take a share of."),
        per_hour=per_hour or refusal(0, "No interview of known length was looked at."),
    )


def watched(*rates, label="All"):
    interviews = max((one.collected + one.not_collected for one in rates), default=0)
    return IntegrityCohort(
        label=label, wanted=InterviewFilter(), interviews=interviews, rates=rates
    )


def seen(*cohorts):
    return IntegrityAnswer(level=0.95, cohorts=cohorts, reviews=(), awaiting=(), awaiting_total=0)
