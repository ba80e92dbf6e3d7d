"""A small cache of all vendors' interviews, and every document that can be asked of it."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from services.bootstrap import Services
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
from services.models.cohort import CohortDefinition
from services.models.identity import local_id

FIXTURES = Path(__file__).parents[2] / "fixtures"
FILES = ("qode/complete", "qode/no_ci", "qode/skipped", "instaview/complete", "zenhire/success")


def payload(name: str) -> dict[str, object]:
    """Return one answer of a vendor, such as "qode/complete"."""
    read: dict[str, object] = json.loads((FIXTURES / f"{name}.json").read_bytes())
    return read


def take(services: Services, folder: Path, payloads: Iterable[Mapping[str, object]]) -> None:
    """Import payloads by way of a file in `folder`."""
    file = folder / "payloads.json"
    file.write_text(json.dumps(list(payloads)))
    report = services.imports.take(services.imports.files.in_paths([file]))
    file.unlink()
    assert report.failures == []


def id_of(name: str) -> str:
    """Return our id of the interview in one of Qode's answers."""
    return local_id("qode", str(payload(f"qode/{name}")["interview_id"]))


def every_ask() -> tuple[Ask, ...]:
    """Return one ask of each kind."""
    one, two = id_of("complete"), id_of("no_ci")
    return (
        InterviewAsk(interview=one),
        ComparisonAsk(interviews=(one, two)),
        CohortsAsk(cohorts=(CohortDefinition(name="All"),)),
        AgentsAsk(),
        QuestionsAsk(),
        LanguageAsk(),
        IntegrityAsk(),
        OperationsAsk(),
        InterviewsAsk(),
    )
