"""The part `agent_response_summary`: every grader's marks, question by question."""

from statistics import fmean
from typing import Any

from services.sandbox import phrases
from services.sandbox.qode.panel import ROLE_LABELS, Assessment, Mark, Sheet


def agent_response_summary(sheets: dict[int, Sheet]) -> list[dict[str, Any]]:
    """Return one item for each question that was graded."""
    return [_item(sheet) for _, sheet in sorted(sheets.items())]


def _item(sheet: Sheet) -> dict[str, Any]:
    return {
        "question": {"text": sheet.question.text},
        "agents": [_agent(assessment) for assessment in sheet.assessments],
        "normalization": _normalization(sheet),
        "mapping": {
            "agent": {a.grader.role: ROLE_LABELS[a.grader.role] for a in sheet.assessments},
            "criteria": {mark.key: mark.label for mark in sheet.assessments[0].marks},
        },
    }


def _agent(assessment: Assessment) -> dict[str, Any]:
    grader = assessment.grader
    return {
        "id": grader.id,
        "name": grader.name,
        "role": ROLE_LABELS[grader.role],
        "total_weighted_score": assessment.total,
        "maximum_score": assessment.maximum,
        "criteria": {mark.key: _criterion(mark) for mark in assessment.marks},
        "step6_summary": {
            "summary": phrases.verdict(5 * assessment.share),
            **{mark.key: mark.reason for mark in assessment.marks},
        },
    }


def _criterion(mark: Mark) -> dict[str, Any]:
    return {
        "score": mark.score,
        "weight": mark.weight,
        "weighted": mark.score * mark.weight,
        "maximum_score": 5 * mark.weight,
    }


def _normalization(sheet: Sheet) -> dict[str, Any]:
    final_scores: dict[str, int] = {}
    for assessment in sheet.assessments:
        final_scores[assessment.grader.id] = assessment.total
        final_scores[f"{assessment.grader.id}_max"] = assessment.maximum
    shares: dict[str, list[float]] = {}
    for assessment in sheet.assessments:
        shares.setdefault(assessment.grader.role, []).append(assessment.share)
    return {
        "maximum_possible": sum(assessment.maximum for assessment in sheet.assessments),
        "final_scores": final_scores,
        **{f"{role}_normalized": round(fmean(values), 4) for role, values in shares.items()},
        **{f"{a.grader.id}_normalized": round(a.share, 4) for a in sheet.assessments},
    }
