"""The latency of turns in words: the data table, and the sentence for who cannot see the figure."""

from components.charts.latency import candidate_turns, median_of
from services.models import notation
from services.models.recording import LatencySummary
from services.models.table import Table

_COLUMNS = ("Turn", "Latency (s)", "Unusual, says the vendor", "Begins (s)", "Said")


def latency_table(summary: LatencySummary) -> Table:
    """Return one row for each of the candidate's turns; an unmeasured one has an empty cell."""
    return Table(
        columns=_COLUMNS,
        rows=tuple(
            (
                *(turn.turn, turn.latency_s, "yes" if turn.is_anomaly else "no"),
                *(turn.start_s, turn.text),
            )
            for turn in candidate_turns(summary)
        ),
    )


def latency_sentence(summary: LatencySummary) -> str:
    """Say how many turns were measured, their median, and which are unusual."""
    turns = candidate_turns(summary)
    middle = median_of(turns)
    if middle is None:
        return "No latency of a candidate's turn was given."
    measured = sum(turn.latency_s is not None for turn in turns)
    odd = [
        f"turn {turn.turn} ({notation.number(turn.latency_s)} s)"
        for turn in turns
        if turn.is_anomaly and turn.latency_s is not None
    ]
    unusual = f"Unusual, says the vendor: {', '.join(odd)}." if odd else "None is marked unusual."
    return (
        f"{measured} of {notation.count(len(turns), 'candidate turn')} measured, "
        f"median {notation.number(middle)} seconds. {unusual}"
    )
