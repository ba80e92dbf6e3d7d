"""The sentences of a result: why it came out so, what to do with it, what to practise."""

from random import Random
from typing import Any

EXPLANATIONS = {
    "vocab": (
        (
            4,
            "Chooses exact words and varies them. Technical terms come with a short explanation, "
            "and hardly any word is repeated without need.",
        ),
        (
            3,
            "Has the words for familiar topics. Where a topic is new, general words such as "
            "'thing' stand in for the exact ones. Little gets lost by it.",
        ),
        (
            0,
            "Relies on a small set of frequent words. Several ideas were begun and then left, "
            "apparently for want of a word.",
        ),
    ),
    "fluency": (
        (
            4,
            "Speaks in long stretches with few pauses. Most of the pauses stand between "
            "sentences, where listeners expect them.",
        ),
        (
            3,
            "Keeps an even pace on known ground. Some sentences stop half-way and begin anew, "
            "mostly right after a question.",
        ),
        (
            0,
            "Stops often, and within sentences. Answers stay short; the pace picks up when an "
            "example is told.",
        ),
    ),
}
_RECOMMENDATIONS = (
    (4, "Ready for calls and meetings with customers in this language."),
    (3, "Ready for daily work in a team; leave time to prepare for talks with customers."),
    (2, "Can follow and contribute on familiar topics; written work is the safer start."),
    (0, "Needs support in this language for now; ask again after some months of practice."),
)
_FEEDBACK = (
    (4, "You speak clearly and with ease. Keep it up, and try topics that are new to you."),
    (3, "You get your point across. Practise telling one story in two different ways."),
    (0, "You made yourself understood. Short daily talks will help more than lists of words."),
)
_REASONS = {
    "high": (
        "This voice answers, the other one asks; it holds most of the words.",
        "One voice tells of work experience throughout, and the other only asks.",
    ),
    "medium": (
        "Both voices speak for about the same time; this one answers more often.",
        "The voices overlap in places; this one was chosen by the longer answers.",
    ),
    "low": (
        "Two voices both ask and answer. The longer one was taken; please listen to it.",
        "Three voices share the recording, and none is clearly the candidate's.",
    ),
}


def reason(rng: Random, confidence: str) -> str:
    """Return why a voice was taken for the candidate's, with this confidence."""
    return rng.choice(_REASONS[confidence])


def explainability(scores: dict[str, Any]) -> dict[str, str]:
    """Return the explanation of each dimension that has one and was scored."""
    values = {"vocab": scores["vocabulary"], "fluency": scores["fluency"]}
    return {
        name: _fitting(EXPLANATIONS[name], value)
        for name, value in values.items()
        if value is not None
    }


def recommendation(overall: float) -> str:
    """Return what the vendor tells a recruiter."""
    return _fitting(_RECOMMENDATIONS, overall)


def feedback(overall: float) -> str:
    """Return what the vendor tells the candidate."""
    return _fitting(_FEEDBACK, overall)


def _fitting(sentences: tuple[tuple[int, str], ...], score: float) -> str:
    return next(text for least, text in sentences if score >= least)
