"""Interviews with proctoring signals, seen, not seen and not collected."""

from services.models.candidate import Candidate
from services.models.document import Document
from services.models.interview import Interview
from services.models.recording import Signal, SignalKind
from tests.services.use_cases.conftest import NOON

TAB = SignalKind.TAB_CHANGE
NOTHING = tuple(SignalKind)
"""What a vendor without proctoring did not collect."""


def seen(*seconds, kind=TAB):
    """Return signals of one kind at these seconds."""
    return tuple(Signal(kind=kind, start_s=second) for second in seconds)


HOUR = {"duration_s": 3600, "started_at": NOON, "role": "Nurse"}
SOME = (
    HOUR | {"signals": seen(10, 20), "candidate": Candidate(name="Đặng Thị Mai")},
    HOUR | {"signals": (), "role": "Welder"},
    HOUR | {"signals": (), "signals_not_collected": (TAB,)},
    HOUR | {"signals_not_collected": NOTHING, "vendor": "ear", "role": "Welder"},
    HOUR | {"duration_s": None, "signals": seen(10), "role": None},
    {"signals_not_collected": NOTHING, "role": "Nurse"},
)
"""In five an interview began; tab changes were collected in three of them, and seen in two."""


def keep(store, *interviews):
    """Write interviews of these fields; return our ids, in order."""
    made = [
        Interview(**({"vendor": "toy", "vendor_interview_id": f"i-{number}"} | each))
        for number, each in enumerate(interviews)
    ]
    store.write([Document(b"%d" % number, each, NOON) for number, each in enumerate(made)])
    return [store.find(each.vendor_interview_id) for each in made]
