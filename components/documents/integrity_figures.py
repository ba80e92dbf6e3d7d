"""What the Integrity page and its document draw: rates of signals, reviews, and who awaits one."""

from typing import Literal

from components.charts import (
    signal_rates_figure,
    signal_rates_sentence,
    signal_rates_table,
)
from components.charts.flags import FLAG_NAMES
from components.documents.drawing import Drawing
from components.documents.explanations import Explained
from services.models.integrity import IntegrityAnswer, ReviewCount
from services.models.table import Table

Per = Literal["interview", "hour"]


def rates_drawing(answer: IntegrityAnswer, *, per: Per, compact: bool = False) -> Drawing:
    """Return how often each kind of signal came up."""
    is_share = per == "interview"
    return Drawing(
        key="signal-rates",
        title="Signals by interview" if is_share else "Signals by hour of interview",
        figure=signal_rates_figure(answer, per=per, compact=compact),
        alt=signal_rates_sentence(answer, per=per),
        table=signal_rates_table(answer),
        explained=(
            Explained.SIGNAL_SHARE if is_share else Explained.SIGNAL_RATE,
            Explained.CONFIDENCE_INTERVAL,
        ),
    )


def reviews_table(answer: IntegrityAnswer) -> Table:
    """Return what reviewers said of each kind of flag; kinds without any flag are not in it."""
    return Table(
        columns=("Signal", "Confirmed", "Dismissed", "Ask the candidate", "Not reviewed"),
        rows=tuple(
            (FLAG_NAMES[one.kind], one.confirmed, one.dismissed, one.asked, one.awaiting)
            for one in answer.reviews
            if flags_of(one)
        ),
    )


def awaiting_table(answer: IntegrityAnswer) -> Table:
    """Return the interviews with flags that nobody has looked at, names as they are given."""
    return Table(
        columns=("Candidate", "Role", "Date", "Flags to review", "Flags"),
        rows=tuple(
            (
                *(each.candidate, each.role),
                each.happened_at.date().isoformat() if each.happened_at else None,
                *(each.awaiting, each.flags),
            )
            for each in answer.awaiting
        ),
    )


def flags_of(count: ReviewCount) -> int:
    """Return how many flags of a kind there are, whatever is said of them."""
    return count.confirmed + count.dismissed + count.asked + count.awaiting
