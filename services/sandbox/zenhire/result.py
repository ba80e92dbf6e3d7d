"""The answer to a poll: the further the run, the more fields."""

from datetime import datetime, timedelta
from typing import Any

from services.sandbox.clock import iso
from services.sandbox.draw import stream
from services.sandbox.zenhire import opinion
from services.sandbox.zenhire.breakage import break_result
from services.sandbox.zenhire.broken_case import BrokenCase
from services.sandbox.zenhire.conversation import Line, conversation
from services.sandbox.zenhire.plan import Plan
from services.sandbox.zenhire.scores import DIMENSIONS, scores, without
from services.sandbox.zenhire.status import SCORED, UNFINISHED, Status

_CANDIDATE, _INTERVIEWER = "speaker_1", "speaker_0"
_LABELS = {_CANDIDATE: "Speaker 2", _INTERVIEWER: "Speaker 1"}
_FAILURE = {
    "code": "TRANSCRIPTION_FAILED",
    "message": "The recording holds too little speech to be transcribed. Nothing was charged.",
}


def processing_ms(plan: Plan) -> int:
    """Return how long the vendor took over a run: some minutes."""
    return stream(plan.key, "processing").randint(118_000, 297_000)


def finished_at(plan: Plan) -> datetime:
    """Return when a run was done."""
    return plan.submitted_at + timedelta(milliseconds=processing_ms(plan))


def deducted(plan: Plan, status: str) -> int:
    """Return what a run cost in the end: a partial one costs its share, a failed one nothing."""
    if status in (*UNFINISHED, Status.FAILED):
        return 0
    if status == Status.PARTIAL:
        return -(-plan.cost * (len(DIMENSIONS) - len(_unscored(plan))) // len(DIMENSIONS))
    return plan.cost


def result(plan: Plan, status: str, *, balance: int) -> dict[str, Any]:
    """Return the body of a run that stands at a status; `balance` is what was left after it."""
    body: dict[str, Any] = {
        "id": plan.run_id,
        "externalId": plan.external_id,
        "status": status,
        "timestamp": iso(plan.submitted_at if status in UNFINISHED else finished_at(plan)),
    }
    if status in SCORED:
        _add_result(body, plan, status)
        break_result(body, plan)
    elif status == Status.FAILED:
        body |= {"processingTimeMs": processing_ms(plan), "audio": _audio(plan)}
        body["error"] = dict(_FAILURE)
    if status not in UNFINISHED:
        body["credits"] = {
            "deducted": deducted(plan, status),
            "remainingBalance": balance,
            "audioDurationMinutes": round(plan.seconds / 60, 2),
        }
    return body | {"metadata": dict(plan.metadata), "tags": list(plan.tags)}


def _add_result(body: dict[str, Any], plan: Plan, status: str) -> None:
    told = scores(plan)
    if status == Status.PARTIAL:
        told = without(told, *_unscored(plan))
    lines = conversation(plan.source, plan.language, seconds=plan.seconds)
    body |= {
        "processingTimeMs": processing_ms(plan),
        "scoringMethod": "ml_hybrid" if plan.language == "en" else "gpt_multilingual",
        "audio": _audio(plan),
        "candidateDetection": _detection(plan, lines),
        "scores": told,
        "explainability": opinion.explainability(told),
        "analysis": _analysis(lines),
        "hrRecommendation": None,
        "candidateFeedback": None,
        "transcript": _transcript(lines),
    }
    if told["overall"] is not None:
        body["hrRecommendation"] = opinion.recommendation(told["overall"])
        body["candidateFeedback"] = opinion.feedback(told["overall"])


def _unscored(plan: Plan) -> tuple[str, ...]:
    return stream(plan.key, "unscored").choice((("accent",), ("fluency", "accent")))


def _audio(plan: Plan) -> dict[str, Any]:
    return {
        "durationMs": plan.seconds * 1000 + stream(plan.key, "audio").randint(0, 999),
        "durationFormatted": f"{plan.seconds // 60}:{plan.seconds % 60:02}",
        "languageCode": plan.language,
        "requestedLanguage": plan.language,
        "speakerCount": 2,
    }


def _detection(plan: Plan, lines: tuple[Line, ...]) -> dict[str, Any]:
    rng = stream(plan.key, "detection")
    confidence = rng.choices(("high", "medium"), (5, 1))[0]
    if plan.broken is BrokenCase.SPEAKER:
        confidence = "low"
    return {
        "speaker": _CANDIDATE,
        "speakerLabel": _LABELS[_CANDIDATE],
        "confidence": confidence,
        "reason": opinion.reason(rng, confidence),
        "wordCount": _words(lines, by_candidate=True),
    }


def _words(lines: tuple[Line, ...], *, by_candidate: bool) -> int:
    return sum(len(line.text.split()) for line in lines if line.by_candidate is by_candidate)


def _analysis(lines: tuple[Line, ...]) -> dict[str, Any]:
    """Return the part whose shape the vendor calls opaque."""
    answers = [line.text.split() for line in lines if line.by_candidate]
    said = [word.strip(".,!?").casefold() for words in answers for word in words]
    return {
        "vocabulary": {"words": len(said), "differentWords": len(set(said))},
        "fluency": {"turns": len(answers), "longestTurnWords": max(map(len, answers))},
    }


def _transcript(lines: tuple[Line, ...]) -> dict[str, Any]:
    return {
        "segments": [
            {
                "speaker": _CANDIDATE if line.by_candidate else _INTERVIEWER,
                "start": round(line.start, 2),
                "end": round(line.end, 2),
                "text": line.text,
            }
            for line in lines
        ],
        "speakers": [
            {
                "id": speaker,
                "label": _LABELS[speaker],
                "wordCount": _words(lines, by_candidate=speaker == _CANDIDATE),
            }
            for speaker in (_INTERVIEWER, _CANDIDATE)
        ],
        "candidateText": " ".join(line.text for line in lines if line.by_candidate),
        "candidateSpeaker": _CANDIDATE,
    }
