"""The pages of a running dashboard, beside an empty page that is served in the same way."""

from collections.abc import Iterator

from benchmarks import clicks, overview_reruns, reruns
from benchmarks.figure import Chapter
from benchmarks.kept_database import Databases
from benchmarks.places import places_in
from benchmarks.plan import Plan
from benchmarks.server import dashboard, empty_dashboard


def measure(plan: Plan, databases: Databases) -> Iterator[Chapter]:
    """Measure the server first, while its memory is fresh, and then what a browser makes of it."""
    path = databases.holding(plan.sizes[-1])
    places = places_in(path)
    with dashboard(path) as ours, empty_dashboard() as bare:
        if "reruns" in plan.parts:
            yield reruns.measure(plan, ours, bare, places)
            yield overview_reruns.measure(plan, ours, bare, places, path)
        if "browser" in plan.parts:
            yield clicks.measure(plan, ours, bare, places)
