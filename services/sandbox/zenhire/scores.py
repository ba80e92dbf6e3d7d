"""The twelve score fields of a run, from one level of ability with small ups and downs."""

from random import Random
from typing import Any

from services.sandbox.draw import stream
from services.sandbox.zenhire.level import level, percent
from services.sandbox.zenhire.plan import Plan

DIMENSIONS = ("vocabulary", "fluency", "accent")
FIELDS = (
    *(f"{name}{part}" for name in DIMENSIONS for part in ("", "Cefr", "Percent")),
    "overall",
    "cefrLevel",
    "overallPercent",
)
"""All twelve, each of which may be null."""


def scores(plan: Plan) -> dict[str, Any]:
    """Return all fields: one decimal, a percent and a level that agree with each other."""
    rng = stream(plan.key, "scores")
    ability = min(4.7, max(1.0, rng.gauss(3.2, 0.9)))
    told: dict[str, Any] = {}
    for name in DIMENSIONS:
        value = _around(rng, ability)
        told |= {name: value, f"{name}Cefr": level(value), f"{name}Percent": percent(value)}
    overall = round(sum(told[name] for name in DIMENSIONS) / len(DIMENSIONS), 1)
    return told | {
        "overall": overall,
        "cefrLevel": level(overall),
        "overallPercent": percent(overall),
    }


def without(told: dict[str, Any], *dimensions: str) -> dict[str, Any]:
    """Return the scores of a run without some dimensions, and so without the whole."""
    gone = {field for field in FIELDS if field.startswith((*dimensions, "overall", "cefr"))}
    return {field: None if field in gone else value for field, value in told.items()}


def _around(rng: Random, ability: float) -> float:
    return round(min(5.0, max(0.4, rng.gauss(ability, 0.35))), 1)
