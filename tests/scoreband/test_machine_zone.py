"""The time zone of printed times: what is asked for, or else the machine's."""

import pytest

from scoreband.machine_zone import machine_zone, parse_zone
from services.errors import InputError


@pytest.mark.parametrize("name", ["Asia/Ho_Chi_Minh", ":Asia/Ho_Chi_Minh"])
def test_the_machine_says_its_zone(monkeypatch, name):
    """TZ may begin with a colon, as POSIX has it."""
    monkeypatch.setenv("TZ", name)

    assert machine_zone() == parse_zone(None) == "Asia/Ho_Chi_Minh"


def test_a_zone_that_is_none_is_passed_over(monkeypatch):
    """A made-up TZ leaves what the system says, which is always a zone."""
    monkeypatch.setenv("TZ", "EST5EDT4,M3/../x")

    assert parse_zone(machine_zone()) == machine_zone()


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../../etc/passwd", "/etc/localtime", "a\0b"])
def test_an_unknown_zone_is_a_sentence(name):
    """It names the zone as it was written and shows one that is right."""
    with pytest.raises(InputError, match="Europe/Berlin"):
        parse_zone(name)


def test_a_known_zone_is_taken_as_it_is():
    """By its IANA name."""
    assert parse_zone("Europe/Berlin") == "Europe/Berlin"
