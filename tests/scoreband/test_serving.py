"""Commands that run something: what they refuse before they begin."""

import socket

import pytest


@pytest.mark.parametrize("command", ["demo", "sandbox"])
def test_an_unknown_fault_is_wrong_usage(scoreband, command):
    """The sentence lists the faults that there are; nothing is started."""
    ran = scoreband(command, "--faults", "gremlins")

    assert ran.code == 2
    assert "hostile" in ran.errors


def test_a_taken_port_is_told_with_the_option(scoreband):
    """No second server begins beside the first."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        ran = scoreband("serve", "--port", port)

    assert ran.code == 2
    assert f"Port {port} is taken" in ran.errors
    assert "--port" in ran.errors
