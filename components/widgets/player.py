"""The recording: plays from a second on, and says in a sentence why it cannot."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from components.widgets._component import declare, no_callback

_PLAYER = declare("player")

_DEAD = (
    "The recording cannot be played: the vendor's link has expired, is out of reach, or has a "
    "format that this browser does not know. Fetch the interview again to get a new link."
)


def player(
    url: str,
    *,
    key: str,
    start_s: float = 0.0,
    asked: int = 0,
    channel: str = "",
    hosts: Sequence[str] | None = None,
) -> bool:
    """Draw the recording at `start_s`; return True when the reader asks for a fresh link.

    A new `start_s`, or a new `asked` with the same second, moves the playing recording without
    loading it anew. A transcript with the same `channel` follows it. `hosts` are the origins that
    recordings may come from; None allows any.
    """
    told = _refusal(url, hosts)
    data = {
        "url": None if told else url,
        "start": start_s,
        "asked": asked,
        "channel": channel,
        "sentence": told or _DEAD,
        "refreshable": not told,
    }
    return bool(_PLAYER(key=key, data=data, on_refresh_change=no_callback).get("refresh"))


def _refusal(url: str, hosts: Sequence[str] | None) -> str:
    """Return why this link is not even tried, or nothing."""
    try:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
    except ValueError:
        return "The vendor's link to the recording is not a web address."
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return "The vendor's link to the recording is not a web address."
    if hosts is not None and origin.lower() not in {host.lower().rstrip("/") for host in hosts}:
        return (
            f"The recording lies at {origin}, which is not among the hosts that recordings may "
            "be played from. If you trust it, add it to SCOREBAND_MEDIA_HOSTS and start again."
        )
    return ""
