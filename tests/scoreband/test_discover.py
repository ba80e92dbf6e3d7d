"""Tracking what a vendor lists: `scoreband discover`."""

import pytest

from tests.conftest import KEY


@pytest.fixture
def listing_vendor(api, monkeypatch):
    """Point the settings at a vendor that can be asked which interviews there are."""
    monkeypatch.setenv("SCOREBAND_INSTAVIEW_URL", api.root("instaview"))
    monkeypatch.setenv("SCOREBAND_INSTAVIEW_API_KEY", KEY)
    monkeypatch.setenv("SCOREBAND_INSTAVIEW_REQUESTS_PER_MINUTE", "60000")
    return api.ids["instaview"]


def test_what_a_vendor_lists_is_tracked_and_fetched(scoreband, listing_vendor):
    """Everything that the vendor has is known afterwards; the next sync brings it in."""
    ran = scoreband("discover", "--json")

    report = ran.document["instaview"]
    assert ran.code == 0, ran.errors
    assert (report["added"], report["finished"]) == (len(listing_vendor), True)
    assert len(scoreband("sync", "--json").document["stored"]) == len(listing_vendor)


def test_a_second_walk_finds_nothing_new(scoreband, listing_vendor):
    """In words: how many are new, and what to do next."""
    scoreband("discover")

    ran = scoreband("discover", "--vendor", "instaview")

    expected = f"instaview: 0 new, {len(listing_vendor)} known before. Next: scoreband sync\n"
    assert (ran.code, ran.out.decode()) == (0, expected)


def test_a_refused_key_is_told_in_a_sentence(scoreband, listing_vendor, monkeypatch):
    """Exit code 1, one line that names the setting, and no key."""
    monkeypatch.setenv("SCOREBAND_INSTAVIEW_API_KEY", "sk_wrong")

    ran = scoreband("discover")

    assert listing_vendor
    assert ran.code == 1
    [line] = ran.failures
    assert "SCOREBAND_INSTAVIEW_API_KEY" in line
    assert "sk_wrong" not in ran.errors


@pytest.mark.usefixtures("vendor")
def test_a_vendor_without_a_list_is_wrong_usage(scoreband):
    """The sentence says how its interviews are named instead."""
    ran = scoreband("discover", "--vendor", "qode")

    assert ran.code == 2
    assert "scoreband track --vendor qode" in ran.errors


def test_nobody_to_ask_is_a_matter_of_configuration(scoreband):
    """No vendor that has a list has a key."""
    ran = scoreband("discover")

    assert ran.code == 2
    assert "key" in ran.errors
