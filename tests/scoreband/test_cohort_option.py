"""`--cohort`: a filter in one text, a saved cohort, or everybody."""

import pytest

from scoreband.cohort_option import parse_cohort
from scoreband.filter_option import Known
from services.errors import InputError
from services.models.browse import InterviewFilter, ListName
from services.models.cohort import CohortDefinition

NURSES = CohortDefinition(name="Nurses", wanted=InterviewFilter(roles=("Nurse",)))
SAVED = {"Nurses": NURSES}
KNOWN = Known((ListName(id="0f3a", name="R&D, autumn"),))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nurses", NURSES.wanted),
        (" ALL ", InterviewFilter()),
        ("role=R&D engineer&min=60", InterviewFilter(roles=("R&D engineer",), score_min=60)),
        ("list=R&D, autumn; min=60", InterviewFilter(lists=("0f3a",), score_min=60)),
        ("list=0f3a", InterviewFilter(lists=("0f3a",))),
    ],
)
def test_a_text_is_a_cohort(text, wanted):
    """Signs that divide conditions may stand within a role's or a list's name."""
    found = parse_cohort(text, SAVED, KNOWN)

    assert found.wanted == wanted
    assert found.name


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("Welders", "Saved: Nurses"), ("list=Spring", "saved are: “R&D, autumn”")],
)
def test_what_was_not_saved_is_refused_with_what_was(text, sentence):
    """Whoever mistypes a name reads which there are."""
    with pytest.raises(InputError, match=sentence):
        parse_cohort(text, SAVED, KNOWN)
