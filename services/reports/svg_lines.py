"""Lines of text in a picture: each at a place of its own, for readers that count no ems."""

import re

_TEXT = re.compile(r"<text\b[^>]*>.*?</text>", re.DOTALL)
_SIZE = re.compile(r"font-size: ?([0-9.]+)px")
_LINE = re.compile(r'<tspan class="line" dy="([0-9.]+)em" x="([^"]*)" y="([0-9.eE+-]+)"')


def placed(svg: str) -> str:
    """Return the picture with every line of its texts at its own height, and all its spaces.

    Plotly gives all lines the first one's place and a distance in ems, which LibreOffice, among
    others, does not read: it draws the lines on top of each other.
    """
    kept = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
    return _TEXT.sub(lambda found: _with_places(found[0]), kept)


def _with_places(text: str) -> str:
    size = _SIZE.search(text[: text.index(">")])
    if size is None:
        return text
    em = float(size[1])
    return _LINE.sub(
        lambda line: (
            f'<tspan class="line" x="{line[2]}" y="{float(line[3]) + em * float(line[1]):.6g}"'
        ),
        text,
    )
