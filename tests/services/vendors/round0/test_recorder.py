"""The recorder is there when archiving is switched on, and goes by the settings."""

import io

import httpx
import pytest

from services.errors import VendorAnswerError
from services.vendors.round0.recorder import recorder_for
from services.vendors.round0.settings import Round0Settings
from services.vendors.wiring import Wiring


def test_nothing_is_kept_unless_asked_for():
    """Archiving is off by default."""
    settings = Round0Settings()

    recorder = recorder_for(settings, Wiring())

    assert recorder is None


def test_hosts_are_given_as_one_line(monkeypatch):
    """As environment variables are."""
    monkeypatch.setenv("SCOREBAND_ROUND0_AUDIO_HOSTS", "media.example.com, *.example.org,")

    settings = Round0Settings()

    assert settings.audio_hosts == ("media.example.com", "*.example.org")


def test_a_host_that_is_not_allowed_names_the_setting():
    """No host is allowed by default: round0's are not documented."""
    settings = Round0Settings(archive_audio=True)
    transport = httpx.MockTransport(lambda _: httpx.Response(200))
    recorder = recorder_for(settings, Wiring(transport=transport))

    with pytest.raises(VendorAnswerError, match="SCOREBAND_ROUND0_AUDIO_HOSTS"):
        recorder.download("https://media.example.com/a.mp3", io.BytesIO())

    recorder.close()
