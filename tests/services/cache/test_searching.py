"""Full-text search: over transcripts, questions and summaries, in whatever a person types."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from services.cache import query
from services.cache.passages import passages
from services.models.browse import Matches, SearchOrder
from services.models.interview import Question, Remark, RemarkKind
from services.models.recording import TranscriptLine
from services.models.score import Score, ScoreKind, ScoreState
from tests.services.cache.conftest import NOON, a_document, an_interview, id_of, kept, parse

UNSCORED = Score(kind=ScoreKind.QUESTION, name="Q", state=ScoreState.MISSING)


def said(*texts: str) -> tuple[TranscriptLine, ...]:
    """Return a transcript of these lines, ten seconds each."""
    return tuple(
        TranscriptLine(index=index, speaker="Amara", text=text, start_s=index * 10.0)
        for index, text in enumerate(texts)
    )


@pytest.fixture
def bridge():
    """An interview in which something is said, asked and summed up."""
    return an_interview(
        "bridge",
        transcript=said("We retired the ferry.", "The café bridge holds 40 tonnes; 我们修了桥。"),
        questions=(Question(index=0, text="Why suspension cables?", score=UNSCORED),),
        remarks=(Remark(kind=RemarkKind.OVERALL, name="Overall", text="Knows rivets."),),
    )


@pytest.mark.parametrize(
    "text",
    [
        "ferry",
        "FERRY",
        "cafe bridge",
        '"bridge holds"',
        "“bridge holds”",
        "suspen*",
        "rivets suspension ferry",
        "修了",
        "桥",
        "tonnes;",
    ],
)
def test_what_was_said_asked_or_summed_up_is_found(store, bridge, text):
    """Words in any order, exact phrases, beginnings of words, with or without accents."""
    kept(store, bridge, an_interview("other", transcript=said("Nothing of that.")))

    matches = store.search(text)

    assert matches == Matches(ids=(id_of("bridge"),), total=1)


@pytest.mark.parametrize(
    "text", ["", "  ", "***", '""', "holds bridge*x", '"holds bridge"', "了修"]
)
def test_what_does_not_occur_is_not_found(store, bridge, text):
    """An empty search finds nothing, and a phrase only in its own order."""
    kept(store, bridge)

    matches = store.search(text)

    assert matches == Matches()


@pytest.mark.parametrize(
    "text",
    [
        *('"', "NEAR(", "a AND", "transcript:ferry", "-ferry", "^x", "(", "a\x00b", "*", "'"),
        *("{a b}", "word " * 500),
    ],
)
def test_signs_of_the_query_language_are_only_text(store, bridge, text):
    """Nothing a person types is an error."""
    kept(store, bridge)

    matches = store.search(text)

    assert matches.total in (0, 1)


@given(text=st.text(max_size=60))
def test_any_text_can_be_searched_in_passages(text):
    """Whatever is typed, looking for it in an interview never fails."""
    interview = an_interview(transcript=said(text, "We retired the ferry."))

    found = passages(interview, text, limit=5)

    assert all(
        0 <= start < end <= len(each.text) for each in found for start, end in each.highlights
    )


def test_at_most_so_many_words_are_searched():
    """A pasted page is cut off rather than refused."""
    text = " ".join(f"word{number}" for number in range(100))

    terms = query.terms(text)

    assert len(terms) == 32


def test_the_newest_interview_comes_first(store):
    """By default the order is the interviews' date, whatever order they were fetched in."""
    days = {"old": NOON.replace(year=2024), "new": NOON, "mid": NOON.replace(year=2025)}
    kept(
        store,
        *(an_interview(each, started_at=at, transcript=said("ferry")) for each, at in days.items()),
    )

    matches = store.search("ferry", limit=2)

    assert matches == Matches(ids=(id_of("new"), id_of("mid")), total=3)


def test_the_most_relevant_interview_comes_first_on_request(store):
    """A text that is all about the word comes before one that mentions it."""
    kept(
        store,
        an_interview("much", started_at=NOON.replace(year=2024), transcript=said("ferry ferry")),
        an_interview("little", transcript=said("ferry " + "and other boats " * 30)),
    )

    matches = store.search("ferry", order=SearchOrder.RELEVANCE)

    assert matches.ids == (id_of("much"), id_of("little"))


def test_a_replaced_answers_words_are_no_longer_found(store):
    """Search knows only what is current."""
    kept(store, an_interview(is_final=False, transcript=said("ferry")))

    kept(store, an_interview(transcript=said("tunnel")))

    assert store.search("ferry") == Matches()
    assert store.search("tunnel").total == 1


def test_a_changed_finals_words_are_found_in_the_new_answer_only(store):
    """The older version is kept but not searched."""
    kept(store, an_interview(transcript=said("ferry")))

    kept(store, an_interview(transcript=said("tunnel")))

    assert store.search("ferry") == Matches()
    assert store.search("tunnel").total == 1


def test_texts_that_could_not_be_indexed_are_made_searchable_later(store, caplog):
    """When the disk is full after the rows are safe, nothing is lost and the rest is made up."""
    words = " ".join(f"w{number:x}" for number in range(40_000))
    document = a_document(an_interview(transcript=said(words)), payload=b"short")
    pages = []

    @event.listens_for(store._database.engine, "begin")
    def no_room_for_the_second(connection):
        room = 1_000 if not pages else 0
        pages.append(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages[-1] + room}")

    with caplog.at_level(logging.WARNING):
        report = store.write([document])
    event.remove(store._database.engine, "begin", no_room_for_the_second)
    with store._database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    waiting = store.check().search_pending
    count = store.index_pending(lambda _vendor, _payload: document.interview)

    assert (report.stored, waiting, count) == ((id_of("a-1"),), 1, 1)
    assert store.search("w9c3f").total == 1
    assert store.check().search_pending == 0
    assert "could not be made searchable yet" in caplog.text


def test_the_index_can_be_built_anew(store, bridge):
    """Building it anew finds the same, once."""
    kept(store, bridge.model_copy(update={"is_final": False}))
    kept(store, bridge)

    count = store.reindex(parse)

    assert count == 1
    assert store.search("ferry") == Matches(ids=(id_of("bridge"),), total=1)


def test_passages_show_the_lines_with_their_place(bridge):
    """Each line that holds a word is shown with speaker, second and the words' places."""
    found = passages(bridge, "BRIDGE rivets cables", limit=5)

    assert [(each.field, each.speaker, each.start_s) for each in found] == [
        ("transcript", "Amara", 10.0),
        ("question", None, None),
        ("summary", None, None),
    ]
    marked = [each.text[start:end] for each in found for start, end in each.highlights]
    assert marked == ["bridge", "cables", "rivets"]


@pytest.mark.parametrize(
    ("line", "text", "marked"),
    [
        ("我们修了桥，桥很大", "桥", ["桥", "桥"]),
        ("我们修了桥", "修了", ["修了"]),
        ("a\x00b \x01café\x02", "cafe", ["café"]),
        ("half \ud800 ferry", "ferry", ["ferry"]),
        ("The ferry, the FERRYMAN", "ferry*", ["ferry", "FERRYMAN"]),
        ("hold the bridge holds the line", '"bridge holds"', ["bridge holds"]),
    ],
)
def test_highlights_are_the_very_words(line, text, marked):
    """In any script and beside any sign, the place of a word is exact."""
    interview = an_interview(
        transcript=(TranscriptLine.model_construct(index=0, speaker="A", text=line, start_s=None),)
    )

    (found,) = passages(interview, text, limit=1)

    assert [line[start:end] for start, end in found.highlights] == marked


def test_passages_are_cut_off_at_the_limit():
    """A word on every line gives as many passages as were asked for, the first ones."""
    interview = an_interview(transcript=said(*(f"ferry {number}" for number in range(9))))

    found = passages(interview, "ferry", limit=2)

    assert [each.text for each in found] == ["ferry 0", "ferry 1"]


def test_no_words_give_no_passages(bridge):
    """An empty search highlights nothing."""
    text = ' "" '

    found = passages(bridge, text, limit=5)

    assert found == ()
