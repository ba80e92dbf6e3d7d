"""Recorder: downloads the recordings of answers, where archiving is switched on."""

from services.vendors._download import Downloader
from services.vendors._download_rules import MEGABYTE, DownloadRules
from services.vendors.round0.settings import Round0Settings
from services.vendors.wiring import Wiring

_TITLE = "round0"


def recorder_for(settings: Round0Settings, wiring: Wiring) -> Downloader | None:
    """Return what downloads from the hosts in the settings; None while archiving is off."""
    if not settings.archive_audio:
        return None
    rules = DownloadRules(
        title=_TITLE,
        hosts=settings.audio_hosts,
        hosts_variable=settings.variable("audio_hosts"),
        limit_bytes=int(settings.audio_limit_megabytes * MEGABYTE),
        limit_variable=settings.variable("audio_limit_megabytes"),
        timeout_s=wiring.timeout_s,
    )
    return Downloader(rules, transport=wiring.transport)
