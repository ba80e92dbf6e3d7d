"""The time that every page prints."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from services.reports.stamp import stamp


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("UTC", "3 Mar 2026, 09:05 UTC"),
        ("Europe/Berlin", "3 Mar 2026, 09:05 CET (UTC+1)"),
        ("America/New_York", "3 Mar 2026, 09:05 EST (UTC−5)"),
        ("Asia/Ho_Chi_Minh", "3 Mar 2026, 09:05 UTC+7"),
        ("Asia/Kolkata", "3 Mar 2026, 09:05 IST (UTC+5:30)"),
        ("America/St_Johns", "3 Mar 2026, 09:05 NST (UTC−3:30)"),
    ],
)
def test_a_time_names_its_zone(zone, told):
    """Abbreviations mean several zones, so that the distance to UTC stands beside them."""
    time = datetime(2026, 3, 3, 9, 5, tzinfo=ZoneInfo(zone))

    said = stamp(time)

    assert said == told
