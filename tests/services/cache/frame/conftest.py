"""Interviews with everything that the columns hold, and loaders that make files for few of them."""

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from services.cache.database import open_database
from services.cache.frame import files
from services.cache.frame.building import build, build_details
from services.cache.frame.child import export_apart
from services.cache.frame.columns import Frame
from services.cache.frame.loading import FEW, FrameLoader
from services.cache.frame.plain_reader import PlainReader
from services.models.agents import AgentAssessment, Criterion, Panel
from services.models.candidate import Candidate
from services.models.interview import Interview, Question
from services.models.recording import Signal, SignalKind
from services.models.score import Score, ScoreKind, ScoreState
from tests.services.cache.conftest import Clock, an_interview, overall


def a_score(kind: ScoreKind, name: str, value: float | None = None, **fields: Any) -> Score:
    """Return a score, not evaluated without a value."""
    state = ScoreState.NOT_EVALUATED if value is None else ScoreState.SCORED
    return Score(kind=kind, name=name, state=state, value=value, **fields)


def a_criterion(key: str, share: float | None, *, maximum: float | None = 10.0) -> Criterion:
    """Return a criterion, not evaluated (and yet weighted as 0, as vendors do) without a share."""
    value = None if share is None else 100 * share
    weighted = 0.0 if share is None else share * (maximum or 10.0)
    score = a_score(ScoreKind.CRITERION, key, value, weight=0.5)
    return Criterion(key=key, label=key.title(), score=score, weighted=weighted, maximum=maximum)


def an_agent(agent_id: str, question: int, *criteria: Criterion, **fields: Any) -> AgentAssessment:
    """Return what an agent gave, without sums unless told."""
    return AgentAssessment(agent_id=agent_id, question_index=question, criteria=criteria, **fields)


def a_question(index: int, text: str, value: float | None = None, **fields: Any) -> Question:
    """Return a question, not evaluated without a value."""
    score = a_score(ScoreKind.QUESTION, text, value)
    return Question(index=index, text=text, score=score, **fields)


def a_full_interview(own_id: str = "full") -> Interview:
    """Return an interview with two questions, three agents, signals and scores of each kind."""
    agents = (
        an_agent("ada", 0, a_criterion("clarity", 0.5), a_criterion("depth", None), role="Expert"),
        an_agent("bo", 0, a_criterion("clarity", 1.0), total=30.0, maximum=40.0),
        an_agent("ada", 1, a_criterion("clarity", 0.25, maximum=None), total=5.0, maximum=0.0),
    )
    return an_interview(
        own_id,
        candidate=Candidate(name="Žofie Mlýnková", email="zofie@example.com"),
        scores=(
            overall(70.0),
            a_score(ScoreKind.DOMAIN, "Building", 60.0),
            a_score(ScoreKind.SKILL, "Ropes", 55.0, lower=50.0, upper=61.0),
            a_score(ScoreKind.SKILL, "Ropes", 99.0),
            a_score(ScoreKind.SKILL, "Knots"),
        ),
        questions=(
            a_question(0, "Why a reef knot?", 80.0, duration_s=42.0),
            a_question(1, "Which rope holds?"),
        ),
        panels=tuple(
            Panel(
                question_index=index, agents=tuple(a for a in agents if a.question_index == index)
            )
            for index in (0, 1)
        ),
        signals=(
            Signal(kind=SignalKind.TAB_CHANGE, start_s=3.0),
            Signal(kind=SignalKind.TAB_CHANGE, start_s=9.0),
            Signal(kind=SignalKind.EXTERNAL_SCREEN),
        ),
        signals_not_collected=(SignalKind.BLACK_SCREEN,),
        interview_type="Technical",
    )


def plain(value: Any) -> Any:
    """Return a frame's columns as lists, NaN as None, to be compared with another's."""
    if isinstance(value, Frame):
        names = [each.name for each in fields(value) if each.name != "details"]
        found = {name: plain(getattr(value, name)) for name in names}
        return {**found, **plain(value.details.get())}
    if isinstance(value, np.ndarray):
        return np.where(value != value, None, value).tolist()  # noqa: PLR0124  (only NaN is not itself)
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return value


def export_here(path: Path, folder: Path, now: datetime) -> Generator[None]:
    """Write the files as the other process does, a second sooner."""
    database = open_database(f"sqlite:///{path}", now=now)
    try:
        with database.reading() as connection:
            reader = PlainReader(connection)
            tables, about = build(reader, read_at=now)
            files.write(folder, tables, about)
            yield
            details = build_details(reader, tables["interviews"]["number"], of=about)
            files.write(folder, *details)
    finally:
        database.close()


@pytest.fixture
def loaded(path: Path, clock: Clock) -> Callable[..., Frame]:
    """Load the frame of the file as another process of the dashboard would.

    `few=0` goes through files, and `apart` lets the program write them that does so in earnest.
    """

    def load(few: int = FEW, *, apart: bool = False) -> Frame:
        database = open_database(f"sqlite:///{path}", now=clock())
        export = export_apart if apart else export_here
        try:
            frame = FrameLoader(database, clock=clock, few=few, export=export).load()
            frame.details.get()
            return frame
        finally:
            database.close()

    return load


@pytest.fixture
def loader_with(path: Path, clock: Clock) -> Iterator[Callable[..., FrameLoader]]:
    """Return a loader that makes files for any size, with an export of the test's own."""
    with ExitStack() as stack:

        def loader(export: Callable[[Path, Path, datetime], Generator[None]]) -> FrameLoader:
            database = open_database(f"sqlite:///{path}", now=clock())
            stack.callback(database.close)
            return FrameLoader(database, clock=clock, few=0, export=export)

        yield loader
