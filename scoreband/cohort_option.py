"""`--cohort` as a definition: a filter in one text, a saved cohort's name, or all interviews."""

import re
from collections.abc import Mapping

from scoreband.filter_option import KEYS, Known, parse_filter
from services.errors import InputError
from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition

_ALL = "all"
# Only where another key begins: a role may be called “R&D engineer”.
_BETWEEN = re.compile(rf"\s*[&;,]\s*(?=(?:{'|'.join(KEYS)})\s*=)", re.IGNORECASE)


def parse_cohort(
    text: str, saved: Mapping[str, CohortDefinition], known: Known
) -> CohortDefinition:
    """Return the cohort of a text like `role=Data Analyst&month=2026-11`, named as it is written.

    What is `known`, such as saved lists, may stand in it by its name.

    Raises:
        InputError: there is no such filter, no such list, and no saved cohort of this name.
    """
    given = text.strip()
    if given in saved:
        return saved[given]
    if given.casefold() == _ALL:
        return CohortDefinition(name="All interviews", wanted=InterviewFilter())
    if "=" not in given:
        names = ", ".join(saved) or "none yet"
        msg = (
            f"There is no saved cohort “{given}”. Saved: {names}. Or write KEY=VALUE; the keys are "
            f"{', '.join(KEYS)}."
        )
        raise InputError(msg)
    return CohortDefinition(name=given, wanted=parse_filter(_BETWEEN.split(given), known))
