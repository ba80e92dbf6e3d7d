"""Finding a Chromium, and what it is told when it is started."""

import os

import pytest

from services.errors import BrowserMissingError
from services.reports import chromium


@pytest.fixture
def programs(tmp_path):
    """Return a function that puts programs of some names on a PATH of the test's own."""

    def put(*names):
        for name in names:
            (tmp_path / name).write_text("#!/bin/sh\n")
            (tmp_path / name).chmod(0o755)
        return {"PATH": str(tmp_path)}

    return put


def test_the_setting_comes_first(programs, tmp_path):
    """Then the variable, then the names; the small one before the large ones."""
    environ = programs("mine", "theirs", "chromium", "chromium-headless-shell", "chrome")
    variable = environ | {"CHROMIUM_PATH": str(tmp_path / "theirs")}

    found = [
        chromium.find("mine", environ=variable),
        chromium.find(environ=variable),
        chromium.find(environ=environ),
    ]

    assert found == [str(tmp_path / name) for name in ("mine", "theirs", "chromium-headless-shell")]


def test_a_setting_that_leads_nowhere_is_a_sentence(programs):
    """Nobody wonders why another browser was taken than the one that was set."""
    environ = programs("chromium")

    with pytest.raises(BrowserMissingError) as caught:
        chromium.find("/nowhere/chrome", environ=environ)

    assert "SCOREBAND_CHROMIUM_PATH" in str(caught.value)
    assert "/nowhere/chrome" in str(caught.value)


def test_the_sentence_says_what_to_install():
    """One sentence for what is missing, one for what works without."""
    sentence = chromium.MISSING

    words = ("chromium-headless-shell", "SCOREBAND_CHROMIUM_PATH", "HTML, PPTX, XLSX")

    assert all(word in sentence for word in words)


def test_keys_and_proxies_are_not_handed_on():
    """A browser needs to know where fonts and folders lie, and no more."""
    ours = {
        "PATH": "/usr/bin",
        "LC_ALL": "C.UTF-8",
        "SCOREBAND_QODE_API_KEY": "tk_nobodys",
        "HTTPS_PROXY": "http://proxy.example",
    }

    theirs = chromium._environment(ours)

    assert theirs == {"PATH": "/usr/bin", "LC_ALL": "C.UTF-8"}


def test_every_way_out_is_closed(tmp_path):
    """No proxy answers, no name is resolved, this machine is no exception."""
    arguments = chromium._arguments(tmp_path, sandboxed=True)

    said = " ".join(arguments)

    assert "--proxy-server=http://127.0.0.1:9" in said
    assert "--proxy-bypass-list=<-loopback>" in said
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in said
    assert "--no-sandbox" not in said
    assert "--disable-web-security" not in said
    assert "--allow-file-access-from-files" not in said


def test_only_root_goes_without_the_sandbox(monkeypatch):
    """Chromium refuses to start as root with it."""
    users = {}

    for user in (0, 1000):
        monkeypatch.setattr(os, "geteuid", lambda user=user: user)
        users[user] = chromium.is_root()

    assert users == {0: True, 1000: False}
