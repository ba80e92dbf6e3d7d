"""One page of a warm browser: empty, off the network, and filled with a text of ours.

The text is written into the page, not loaded from a file: nothing of it lies on the disk, and
a page without an address may neither read files nor be reached by another page.
"""

import json
import time
from typing import Any

from services.reports.deadline import Deadline
from services.reports.devtools import Devtools, RefusedError

_OFFLINE = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
_SLICE = 4_000_000
"""So many signs of a document are handed over at a time."""


class Tab:
    """A page in a profile of its own; errors as `Devtools.call`."""

    def __init__(self, devtools: Devtools, *, deadline: Deadline) -> None:
        self._devtools = devtools
        profile = devtools.call("Target.createBrowserContext", deadline=deadline)
        self._profile = profile["browserContextId"]
        where = {"url": "about:blank", "browserContextId": self._profile}
        target = devtools.call("Target.createTarget", where, deadline=deadline)["targetId"]
        wanted = {"targetId": target, "flatten": True}
        attached = devtools.call("Target.attachToTarget", wanted, deadline=deadline)
        self._session = attached["sessionId"]
        # Without it a crash would not be told, only waited for.
        self.call("Inspector.enable", deadline=deadline)
        self.call("Network.enable", deadline=deadline)
        self.call("Network.emulateNetworkConditions", deadline=deadline, **_OFFLINE)

    def call(self, method: str, *, deadline: Deadline, **params: object) -> dict[str, Any]:
        """Return the result of a command to this page."""
        return self._devtools.call(method, params, session=self._session, deadline=deadline)

    def size(self, *, width: int, height: int, scale: float, deadline: Deadline) -> None:
        """Set the viewport in CSS pixels, and how many pixels of a picture one of them is."""
        view = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", deadline=deadline, **view)

    def write(self, html: str, *, deadline: Deadline) -> None:
        """Replace what is on the page."""
        self.run("() => document.open()", deadline=deadline)
        for start in range(0, len(html), _SLICE):
            part = html[start : start + _SLICE]
            self.run("text => document.write(text)", part, deadline=deadline)
        self.run("() => document.close()", deadline=deadline)

    def run(self, function: str, *values: object, deadline: Deadline) -> Any:  # noqa: ANN401  (JSON)
        """Return what a function of JavaScript makes of values; it may be asynchronous.

        Raises:
            RefusedError: it threw; what it threw is not repeated, it may quote a document.
        """
        handed = ", ".join(json.dumps(value) for value in values)
        answer = self.call(
            "Runtime.evaluate",
            expression=f"({function})({handed})",
            awaitPromise=True,
            returnByValue=True,
            deadline=deadline,
        )
        if "exceptionDetails" in answer:
            msg = "the page's script failed"
            raise RefusedError(msg)
        return answer["result"].get("value")

    def wait_until_ready(self, *, deadline: Deadline) -> None:
        """Wait until `document.body.dataset.ready` is "yes"."""
        while not self.run("() => document.body?.dataset.ready === 'yes'", deadline=deadline):
            time.sleep(0.02)

    def stream(self, handle: str, *, deadline: Deadline) -> bytes:
        """Return a large result as a whole."""
        parts = self._devtools.stream(handle, session=self._session, deadline=deadline)
        return b"".join(parts)

    def close(self, *, deadline: Deadline) -> None:
        """Close the page with all that it opened."""
        profile = {"browserContextId": self._profile}
        self._devtools.call("Target.disposeBrowserContext", profile, deadline=deadline)
