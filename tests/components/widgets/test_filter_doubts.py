"""What a link asks for in vain: a sentence for each value, and none for what can be meant."""

import pytest

from components.widgets.filter_doubts import doubts
from services.models.browse import Facets, ListName

FACETS = Facets(vendors=("qode", "gone"), lists=(ListName(id="0f3a", name="Nurses"),))
TITLES = {"qode": "Qode", "round0": "round0"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"vendor": ["qode", "nosuch"]}, "vendor “nosuch”; there are some of: Qode, gone."),
        ({"vendor": ["round0"]}, "no interview of the vendor “round0”"),
        ({"list": ["9b2e"]}, "no saved list “9b2e”"),
        ({"outcome": ["won"]}, "“won” is no outcome"),
        ({"status": ["<b>"]}, "“<b>” is no status"),
        ({"deleted": ["perhaps"]}, "known are: shown, only"),
        ({"from": ["yesterday"]}, "“from=yesterday”"),
        ({"min": ["101"]}, "“min=101”"),
        ({"month": ["2026-11", "2026-13"]}, "“month=2026-13”"),
        ({"new": ["2026-11-01"]}, "“new=2026-11-01”"),
    ],
)
def test_what_is_not_there_is_told(query, said):
    """One sentence names the value, and what there is."""
    [sentence] = doubts(query, FACETS, titles=TITLES)

    assert said in sentence


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"vendor": ["qode", "gone"], "list": ["0f3a"], "started": ["yes"]},
        {"role": ["Nobody"], "tag": ["none"], "q": ["nobody"]},
        {"min": ["0"], "month": ["none", "2026-11"], "vendor": [""], "outcome": [""]},
    ],
)
def test_what_can_be_meant_is_left_to_the_list(query):
    """Roles, tags and words of a search may be any: that nothing has them is the list's answer."""
    found = doubts(query, FACETS, titles=TITLES)

    assert found == ()
