"""“What is this number?”: the popover says what the document says."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

import pytest

from components.documents.explanations import EXPLANATIONS, Explained
from components.widgets.explain import explain, words
from tests.components.widgets.events import app_of


def _page():
    from components.documents.explanations import Explained
    from components.widgets.explain import explain

    explain(Explained.SCORE, key="one")
    explain(Explained.MEDIAN, Explained.QUARTILES, key="two")


def test_a_number_has_its_question_beside_it():
    """One number or several: the question says which, and the texts are behind it."""
    app = app_of(_page)

    app.run()

    labels = [one.proto.popover.label for one in app.get("popover")]
    told = [one.value for one in app.markdown]
    assert labels == ["What is this number?", "What are these numbers?"]
    assert EXPLANATIONS[Explained.SCORE].limits in told[0]
    assert EXPLANATIONS[Explained.MEDIAN].formula in told[1]
    assert EXPLANATIONS[Explained.QUARTILES].source in told[1]


@pytest.mark.parametrize("metric", Explained)
def test_the_texts_are_read_as_they_were_written(metric):
    """No sign in them begins a formula, a colour or an icon of the page's markdown."""
    told = EXPLANATIONS[metric]

    said = words(told)

    assert "$" not in said
    assert "~~" not in said
    assert ":material" not in said
    assert said.count("`") % 2 == 0


def test_a_number_without_a_meaning_is_not_drawn():
    """Forgetting it is found the first time that the page is opened."""
    nothing = ()

    with pytest.raises(ValueError, match="no explanation"):
        explain(*nothing, key="mute")
