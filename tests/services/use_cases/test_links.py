"""Links: the latest word on a pair holds, and confirmed ones reach through others."""

from services.models.people import LinkDecision, LinkVerdict
from services.use_cases.links import links_of
from tests.services.use_cases.conftest import NOON

YES, NO, OPEN = LinkVerdict.CONFIRMED, LinkVerdict.REJECTED, LinkVerdict.UNDONE


def decided(*decisions):
    """Return links after decisions that are given oldest first, as (a, b, verdict)."""
    made = [LinkDecision(a=a, b=b, verdict=verdict, made_at=NOON) for a, b, verdict in decisions]
    return links_of(reversed(made))


def test_confirmed_links_join_whoever_they_reach():
    """Ends of a chain are one person, because both are the one between."""
    links = decided(("a", "b", YES), ("b", "c", YES), ("x", "y", YES))

    groups = [links.group(each) for each in ("a", "c", "x", "alone")]

    assert groups == [("a", "b", "c"), ("c", "a", "b"), ("x", "y"), ("alone",)]


def test_the_latest_word_on_a_pair_holds():
    """Undoing opens the pair again, and a later yes joins it again."""
    first = ("a", "b", YES)

    verdicts = [
        decided(first).verdict("b", "a"),
        decided(first, ("a", "b", NO)).verdict("a", "b"),
        decided(first, ("a", "b", NO), ("a", "b", OPEN)).verdict("a", "b"),
        decided(("a", "b", OPEN), first).group("a"),
        decided().verdict("a", "b"),
    ]

    assert verdicts == [YES, NO, OPEN, ("a", "b"), OPEN]


def test_who_was_kept_apart_from_one_is_apart_from_all_of_that_person():
    """Who is not b is not a either, if a is b."""
    links = decided(("a", "b", YES), ("b", "c", NO), ("c", "d", YES))

    apart = [links.are_apart("a", each) for each in ("c", "d", "b", "e")]

    assert apart == [True, True, False, False]


def test_without_one_pair_the_others_hold():
    """What is asked of a contradiction leaves the pair itself out."""
    links = decided(("a", "b", YES), ("b", "c", YES))

    others = links.without("a", "b")

    assert (others.group("a"), others.group("b")) == (("a",), ("b", "c"))
