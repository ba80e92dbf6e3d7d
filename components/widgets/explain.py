"""“What is this number?”: a popover with what it is, formula, source field and limits."""

import streamlit as st

from components.documents.explanations import Explained, Explanation, explanation

QUESTION = "What is this number?"


def explain(*metrics: Explained, key: str) -> None:
    """Draw the way to the explanations of `metrics`; `key` tells it from others on the page.

    Raises:
        ValueError: there is nothing to explain; a number without a meaning is not drawn.
    """
    if not metrics:
        msg = f"The numbers of {key} have no explanation."
        raise ValueError(msg)
    question = QUESTION if len(metrics) == 1 else "What are these numbers?"
    with st.popover(question, icon=":material/help:", type="tertiary", key=f"explain-{key}"):
        st.markdown("\n\n---\n\n".join(words(explanation(each)) for each in metrics))


def words(told: Explanation) -> str:
    """Return one explanation as markdown."""
    parts = (f"**{heading}:** {text}" for heading, text in told.parts)
    return "\n\n".join((f"##### {told.title}", *parts))
