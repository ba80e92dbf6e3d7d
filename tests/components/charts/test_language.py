"""The language profile shows the vendor's dimensions and derives no level from them."""

import pytest

from components.charts import language_figure, language_sentence, language_table
from services.models.language import LanguageProfile
from services.models.score import ScoreKind


@pytest.fixture
def profile(score):
    names = {"Coherence": 75, "Fluency": 78, "Prosody": None, "Vocabulary": 69}
    dimensions = [score(name, value, kind=ScoreKind.LANGUAGE) for name, value in names.items()]
    return LanguageProfile(language="en", dimensions=tuple(dimensions))


@pytest.mark.parametrize("compact", [False, True])
def test_only_what_was_scored_has_a_point(profile, validated, compact):
    """A dimension not evaluated has a labelled row and no point."""
    checked = validated(language_figure(profile, compact=compact))

    points = next(part for part in checked.data if part.name == "scores")

    assert list(points.x) == [75, 78, 69]


def test_no_level_is_derived(profile, words):
    """Without a level from the vendor, the figure says so; 75 is not made a B2."""
    issued = profile.model_copy(update={"cefr": "B2"})

    without, with_it = words(language_figure(profile)), words(language_figure(issued))

    assert any("no CEFR issued" in text for text in without)
    assert any("CEFR B2, issued by the vendor" in text for text in with_it)


def test_the_order_is_the_vendors_or_by_value(profile):
    """By value the highest is first and what was not evaluated last, not at zero."""
    given, ranked = language_table(profile), language_table(profile, by_value=True)

    names = [[row[0] for row in table.rows] for table in (given, ranked)]

    assert names[0] == ["Coherence", "Fluency", "Prosody", "Vocabulary"]
    assert names[1] == ["Fluency", "Coherence", "Vocabulary", "Prosody"]


def test_the_sentence_tells_the_profile(profile):
    """Range, missing bands, what was not evaluated, and the level."""
    given = profile

    sentence = language_sentence(given)

    assert sentence == (
        "Language (en): 3 of 4 dimensions scored. Highest Fluency 78, lowest Vocabulary 69. "
        "The vendor gives no bands. Without a score: Prosody (not evaluated). No CEFR issued."
    )
