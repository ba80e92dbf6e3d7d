"""What a browser does with our components, without one: reads their data, sends their events."""

import json
from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

_TRIGGERS = "$$STREAMLIT_INTERNAL_KEY_{}__events"


def app_of(script: Callable[..., None], *args: object) -> AppTest:
    """Return a page around `script`; a slow machine is not a failing test."""
    return AppTest.from_function(script, args=args, default_timeout=120)


def data_of(app: AppTest, key: str) -> dict[str, Any]:
    """Return what the component with this key was last told to draw."""
    return json.loads(_proto(app, key).json)


def send(app: AppTest, key: str, *, event: str, value: object) -> AppTest:
    """Fire an event of the component with this key, as a click in it does, and run the page."""
    states = app._tree.get_widget_states()
    state = states.widgets.add()
    state.id = _TRIGGERS.format(_proto(app, key).id)
    state.json_trigger_value = json.dumps([{"event": event, "value": value}])
    return app._run(states)


def tell(app: AppTest, key: str, state: dict[str, object]) -> AppTest:
    """Let the component with this key set its state, as its script does, and run the page."""
    states = app._tree.get_widget_states()
    told = states.widgets.add()
    told.id = _proto(app, key).id
    told.json_value = json.dumps(state)
    return app._run(states)


def _proto(app: AppTest, key: str) -> Any:
    protos = [element.proto for element in app.get("bidi_component")]
    return next(proto for proto in protos if proto.id.split("-", 2)[2] == key)


def choose(app: AppTest, key: str, *, data: list[object]) -> AppTest:
    """Choose a point of the figure with this key, as a click on a mark does, and run the page."""
    protos = [element.proto for element in app.get("plotly_chart")]
    # The key ends in the theme that the figure is drawn for.
    proto = next(one for one in protos if one.id.split("-", 2)[2].rsplit("-", 1)[0] == key)
    point = {"curve_number": 0, "point_index": 0, "x": 1, "y": 1, "customdata": data}
    selection = {"points": [point], "point_indices": [0], "box": [], "lasso": []}
    states = app._tree.get_widget_states()
    state = states.widgets.add()
    state.id = proto.id
    state.string_value = json.dumps({"selection": selection})
    return app._run(states)
