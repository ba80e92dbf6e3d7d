"""What a page told the browser: sentences, components' data, and figures."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest

_READ_AS_MARKDOWN = ("markdown", "caption", "title", "header", "subheader", "info", "warning")


def data(app: AppTest, key: str) -> dict[str, Any]:
    """Return what the component with this key was told to draw.

    Raises:
        KeyError: no such component is on the page.
    """
    return components(app)[key]


def components(app: AppTest) -> dict[str, Any]:
    """Return what each component on the page was told to draw, by its key."""
    protos = [element.proto for element in app.get("bidi_component")]
    return {proto.id.split("-", 2)[2]: json.loads(proto.json) for proto in protos}


def figures(app: AppTest) -> dict[str, dict[str, Any]]:
    """Return the figures on the page by their key, each with its traces by name."""
    found = {}
    for element in app.get("plotly_chart"):
        drawn = json.loads(element.proto.spec)
        # The key ends in the theme that the figure is drawn for.
        found[element.proto.id.split("-", 2)[2].rsplit("-", 1)[0]] = {
            trace.get("name", ""): trace for trace in drawn["data"]
        }
    return found


def marks(trace: dict[str, Any]) -> int:
    """Return how many marks a trace has."""
    return len(trace["y"])


def markdown(app: AppTest) -> str:
    """Return everything on the page that Streamlit reads as markdown."""
    return "\n".join(
        str(element.value) for kind in _READ_AS_MARKDOWN for element in getattr(app, kind)
    )
