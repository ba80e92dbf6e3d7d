"""Language: eight dimensions, a negative one is not evaluated, and no CEFR level."""

from services.models.score import ScoreState
from services.vendors.qode.parsing import parse


def test_the_eight_dimensions_are_read(document):
    """Each with its state; Qode issues no level."""
    language = parse(document("complete")).language

    states = {score.name: score.state for score in language.dimensions}

    assert len(states) == 8
    assert states["Fluency"] is ScoreState.SCORED
    assert states["Prosody"] is ScoreState.NOT_EVALUATED
    assert states["Vocabulary"] is ScoreState.MISSING
    assert (language.language, language.cefr) == ("en", None)
    assert language.summary == "Clear and unhurried."


def test_a_profile_with_nothing_in_it_is_none(read):
    """Only some interview types have a language profile."""
    empty = {"summary": "", "language": "en"}

    interview = read(language_proficiency_scores=empty)

    assert interview.language is None


def test_a_zero_is_a_score(read):
    """Only less than zero stands for "not enabled"."""
    given = {"grammar_score": 0}

    interview = read(language_proficiency_scores=given)

    assert [s.value for s in interview.language.dimensions if s.name == "Grammar"] == [0]
