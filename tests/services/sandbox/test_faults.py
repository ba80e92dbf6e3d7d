"""The notation for faults."""

import pytest

from services.sandbox.faults import Faults


def test_a_notation_is_read():
    """Times have units, shares are numbers, and a bare name means always."""
    text = "latency=200ms, status500=0.1,drop=0.05,burst=2,retry_after=3s,hostile"

    faults = Faults.parse(text)

    assert faults == Faults(
        latency_s=0.2, statuses=((500, 0.1),), drop=0.05, burst=2, retry_after_s=3, hostile=1
    )


def test_no_text_means_no_faults():
    """An empty notation is the sound sandbox."""
    faults = Faults.parse("")

    assert faults == Faults()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("sabotage", "sabotage"),
        ("drop=2", "drop=0.1"),
        ("drop=often", "often"),
        ("latency=200", "latency=200ms"),
        ("burst=x", "burst=2"),
        ("status200=1", "status200"),
    ],
)
def test_a_wrong_notation_is_refused_with_a_sentence(text, named):
    """The sentence names what is wrong or what would be right."""
    with pytest.raises(ValueError, match=named) as caught:
        Faults.parse(text)

    assert str(caught.value).endswith(".")
