"""Lines of a text in a picture stand below each other in every reader."""

from services.reports.svg_lines import placed

_LINES = (
    '<tspan class="line" dy="0em" x="3" y="14">One</tspan>'
    '<tspan class="line" dy="1.3em" x="3" y="14"><tspan style="font-size:9px">Two</tspan></tspan>'
)


def test_each_line_has_a_height_of_its_own():
    """What was a distance in ems is added to the text's place, in the text's own letters."""
    svg = f'<svg><text x="3" y="14" style="fill: red; font-size: 10px;">{_LINES}</text></svg>'

    found = placed(svg)

    assert '<tspan class="line" x="3" y="14">One' in found
    assert '<tspan class="line" x="3" y="27"><tspan style="font-size:9px">Two' in found


def test_a_text_of_unknown_size_stays_as_it_is():
    """Neither it nor what only looks like a line in somebody's words is touched."""
    svg = f"<svg><text>{_LINES}</text><desc>dy=&quot;1.3em&quot;</desc></svg>"

    found = placed(svg)

    assert found == svg
