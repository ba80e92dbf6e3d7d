"""The profile: whose voice was scored, in which language, by which method, and why."""

import pytest

from services.models.language import Explanation, SpeakerMatch
from services.vendors.zenhire.parsing import parse


def test_the_profile_tells_language_method_and_length(document):
    """What the language page shows beside the levels."""
    language = parse(document("success")).language

    told = (language.language, language.requested_language, language.method, language.audio_s)

    assert told == ("en", "en", "ml_hybrid", 725.4)
    assert not language.is_partial


def test_explanations_have_the_names_of_their_dimensions(document):
    """There is none for the accent."""
    language = parse(document("success")).language

    names = [explanation.name for explanation in language.explanations]

    assert names == ["Vocabulary", "Fluency"]
    assert isinstance(language.explanations[0], Explanation)


def test_the_detected_speaker_comes_with_its_reason(document):
    """Who was taken for the candidate, how surely, and why."""
    detection = parse(document("success")).language.detection

    told = (detection.match, detection.vendor_match, detection.label)

    assert told == (SpeakerMatch.HIGH, "high", "Speaker 2")
    assert (detection.words, detection.speakers) == (1284, 2)
    assert detection.reason.startswith("Speaks four fifths")


def test_a_low_speaker_match_is_noted(document, codes):
    """Perhaps somebody else was scored: the whole result is doubtful."""
    interview = parse(document("partial"))

    match = interview.language.detection.match

    assert match is SpeakerMatch.LOW
    assert "speaker_match_low" in codes(interview)


@pytest.mark.parametrize(("word", "count"), [("rather", 1), ("", 0), (None, 0), ("MEDIUM", 0)])
def test_an_unknown_confidence_is_noted(read, codes, word, count):
    """In whatever case the known ones are known."""
    interview = read(candidateDetection={"confidence": word}, scores={"overall": 3.0})

    found = codes(interview).count("unknown_value")

    assert found == count


def test_without_a_detection_there_is_none(read):
    """Not the same as an unknown match."""
    language = read(scores={"overall": 3.0}).language

    detection = language.detection

    assert detection is None
