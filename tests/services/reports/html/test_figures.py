"""Figures as data in a page."""

import json

import numpy as np

from services.reports.html.figures import figure_json


def test_a_figure_cannot_end_the_element_that_holds_it():
    """The signs of markup are written as JSON's escapes, and read back as they were."""
    figure = {"data": [{"text": ["</script><!-- <script> & \u2028\u2029"]}], "layout": {}}

    text = figure_json(figure)

    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == figure


def test_numbers_that_are_none_are_missing():
    """JSON knows no NaN: a gap stays a gap."""
    figure = {"data": [{"y": np.array([1.5, float("nan")])}, {"y": (float("inf"), None)}]}

    text = figure_json(figure)

    assert json.loads(text) == {"data": [{"y": [1.5, None]}, {"y": [None, None]}]}


def test_halves_of_a_pair_are_kept():
    """A text that is no Unicode does not cost the document."""
    figure = {"data": [{"text": "half \ud83d"}]}

    text = figure_json(figure)

    assert json.loads(text) == figure
