"""The language profile shows the vendor's dimensions and derives no level from them."""

import pytest

from components.charts import (
    is_doubtful,
    language_figure,
    language_sentence,
    language_table,
    theme,
)
from services.models.language import IssuedLevel, LanguageProfile, SpeakerDetection, SpeakerMatch
from services.models.score import FIVE_POINTS, ScoreKind


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


@pytest.fixture
def speech(score):
    """Return a profile on three scales, as a vendor of speech gives it."""
    fluency = score("Fluency", 3.4, kind=ScoreKind.LANGUAGE, scale=FIVE_POINTS)
    skipped = score("Vocabulary", kind=ScoreKind.LANGUAGE, scale=FIVE_POINTS)
    return LanguageProfile(
        cefr="B2",
        dimensions=(fluency, skipped),
        percents=(score("Overall", 74), score("Fluency", 68), score("Vocabulary")),
        levels=(IssuedLevel(name="Fluency", cefr="B2"),),
    )


def low(profile):
    detection = SpeakerDetection(match=SpeakerMatch.LOW)
    return profile.model_copy(update={"detection": detection})


def test_three_scales_are_kept_apart(speech, words):
    """The points are on the axis; percent and level stand beside the name, never converted."""
    figure = language_figure(speech)

    points = next(part for part in figure.data if part.name == "scores")

    assert list(points.x) == [3.4]
    assert any("68 &#37; · B2 issued" in text for text in words(figure))
    assert any("overall 74 &#37;" in text for text in words(figure))


def test_percents_and_levels_have_columns_of_their_own(speech):
    """Each number is in the table once, those of the whole too; not evaluated is empty."""
    table = language_table(speech)

    rows = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}

    assert (rows["Fluency"]["Score"], rows["Fluency"]["Percent"]) == (3.4, 68)
    assert (rows["Overall"]["Percent"], rows["Overall"]["CEFR issued"]) == (74, "B2")
    assert (rows["Vocabulary"]["Score"], rows["Vocabulary"]["Percent"]) == (None, None)


def test_a_doubtful_profile_is_grey_and_crossed(speech, words):
    """A low speaker match changes the colour and the shape of every mark, and says why."""
    figure = language_figure(low(speech))

    marker = next(part for part in figure.data if part.name == "scores").marker

    assert list(marker.symbol) == ["circle-x"]
    assert list(marker.line.color) == [theme.GREY]
    assert any("speaker match low" in text for text in words(figure))
    assert "perhaps somebody else was scored" in language_sentence(low(speech))


def test_an_unknown_match_is_not_grey(speech):
    """Only a low match is doubted; one that the vendor does not give is not."""
    unknown = SpeakerDetection(match=SpeakerMatch.UNKNOWN)

    found = [
        is_doubtful(given)
        for given in (None, speech, speech.model_copy(update={"detection": unknown}), low(speech))
    ]

    assert found == [False, False, False, True]


def test_a_level_is_shown_not_obeyed(profile, words):
    """A level that is a text of its own is cut and escaped."""
    strange = profile.model_copy(update={"cefr": "<b>string</b> " * 40})

    texts = words(language_figure(strange))

    assert not any("<b>string" in text for text in texts)
    assert max(map(len, texts)) < 400


def test_accent_is_neither_the_highest_nor_the_lowest(score):
    """It is read and never ranked, not in a sentence either."""
    names = {"Accent": 4.9, "Fluency": 3.4, "Grammar": 3.0}
    of = {"kind": ScoreKind.LANGUAGE, "scale": FIVE_POINTS}
    dimensions = tuple(score(name, value, **of) for name, value in names.items())

    both = language_sentence(LanguageProfile(dimensions=dimensions))
    alone = language_sentence(LanguageProfile(dimensions=dimensions[:1]))

    assert "Highest Fluency 3.4, lowest Grammar 3." in both
    assert "Accent" not in both
    assert "Highest" not in alone
