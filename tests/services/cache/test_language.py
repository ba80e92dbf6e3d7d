"""Language results as they are listed and counted."""

from datetime import timedelta

import pytest
from sqlalchemy import event, text

from services.models.browse import InterviewFilter
from services.models.candidate import Candidate
from services.models.interview import Status
from services.models.ladder import LevelGroup
from services.models.language import LanguageProfile, SpeakerMatch
from services.models.score import FIVE_POINTS, ScoreKind, ScoreState
from tests.services.cache.conftest import NOON, an_interview, id_of, kept, overall, parse
from tests.services.cache.spoken import a_speech_test, a_trade_interview

EVERYTHING = InterviewFilter()


def test_an_entry_holds_what_the_ladder_shows(store):
    """Person, method, audio and speaker match come with every dimension's score and level."""
    kept(store, a_speech_test(name="Ọlá Brightwater"))

    (entry,) = store.language_entries(EVERYTHING, limit=10).entries

    assert (entry.id, entry.vendor) == (id_of("s-1", "zenhire"), "zenhire")
    assert (entry.candidate_name, entry.role) == ("Ọlá Brightwater", "Bridge Engineer")
    assert (entry.language, entry.method, entry.target) == ("en", "hybrid", None)
    assert (entry.audio_s, entry.match, entry.is_partial) == (200, SpeakerMatch.LOW, True)
    told = [
        (each.name, each.cefr, each.score and (each.score.value, each.score.kind))
        for each in entry.dimensions
    ]
    assert told == [
        ("Overall", "B2", (3.8, ScoreKind.OVERALL)),
        ("Fluency", "B1", (3.5, ScoreKind.LANGUAGE)),
        ("Vocabulary", None, (None, ScoreKind.LANGUAGE)),
        ("Reading", "C2", None),
    ]
    scores = [each.score for each in entry.dimensions if each.score]
    assert {score.scale for score in scores} == {FIVE_POINTS}
    assert scores[2].state is ScoreState.MISSING


def test_a_row_of_any_list_tells_how_sure_the_voice_is(store):
    """None where no speaker was detected: that is not the same as a good match."""
    kept(store, a_speech_test(), an_interview("q-1"))

    speech, trade = store.rows([id_of("s-1", "zenhire"), id_of("q-1")])

    assert (speech.match, speech.is_doubtful) == (SpeakerMatch.LOW, True)
    assert (trade.match, trade.is_doubtful) == (None, False)


def test_a_dimension_keeps_its_band_label_and_observations(store):
    """No naked score leaves the cache."""
    score = overall(72).model_copy(
        update={"kind": ScoreKind.LANGUAGE, "name": "Fluency", "label": "Stable", "observations": 9}
    )
    kept(store, an_interview(language=LanguageProfile(dimensions=(score,))))

    (entry,) = store.language_entries(EVERYTHING, limit=1).entries

    assert entry.dimensions[0].score == score


def test_results_come_newest_first_and_page_by_page(store):
    """Interviews without a language profile are left out; those without a time come last."""
    times = {"old": NOON, "new": NOON + timedelta(days=1), "never": None}
    kept(store, an_interview("mute"))
    kept(store, *(a_speech_test(name, started_at=time) for name, time in times.items()))

    pages = [store.language_entries(EVERYTHING, limit=2, offset=offset) for offset in (0, 2)]

    expected = [id_of(each, "zenhire") for each in ("new", "old", "never")]
    assert [entry.id for page in pages for entry in page.entries] == expected
    assert [page.total for page in pages] == [3, 3]


@pytest.mark.parametrize(
    ("status", "total"), [(Status.SCHEDULED, 0), (Status.COMPLETED, 0), (Status.REPORTED, 1)]
)
def test_a_test_without_a_result_counts_once_there_should_be_one(store, status, total):
    """A planned test knows its language and target; only a report without a level is missing."""
    planned = LanguageProfile(language="en", target="B2")
    kept(store, an_interview(status=status, language=planned))

    page = store.language_entries(EVERYTHING, limit=1)
    groups = store.level_groups(EVERYTHING, dimension="Overall")

    assert (page.total, len(page.entries), len(groups)) == (total, total, total)


def test_a_filter_narrows_entries_groups_and_total_alike(store):
    """Every result of the filter is in one group, with or without the dimension."""
    kept(store, a_speech_test("a"), a_trade_interview("b"), a_trade_interview("c", role="Cook"))
    store.mark_gone("qode", "c", NOON)
    wanted = InterviewFilter(vendors=("qode",))

    page = store.language_entries(wanted, limit=10)

    assert [entry.id for entry in page.entries] == [id_of("b")]
    for dimension in ("Overall", "Fluency", "Never heard of"):
        groups = store.level_groups(wanted, dimension=dimension)
        assert sum(group.count for group in groups) == page.total == 1


def test_groups_count_those_who_share_level_and_score(store):
    """Two with 3.8 and B2 are one group; one without the whole is in a group without either."""
    kept(store, a_speech_test("a"), a_speech_test("b"), a_trade_interview("c"))

    groups = store.level_groups(EVERYTHING, dimension="Overall")

    told = {(group.vendor, group.cefr, group.score and group.score.value) for group in groups}
    assert told == {("zenhire", "B2", 3.8), ("qode", None, None)}
    assert {group.vendor: group.count for group in groups} == {"zenhire": 2, "qode": 1}
    assert all(LevelGroup.model_validate(group.model_dump()) == group for group in groups)


def test_the_dimensions_are_those_that_occur_the_whole_first(store):
    """Accent can't be chosen, although a vendor scores it."""
    kept(store, a_trade_interview(), a_speech_test())

    names = store.language_dimensions()

    assert names == ("Overall", "Fluency", "Grammar", "Reading", "Vocabulary")


def test_a_new_answer_leaves_no_old_dimension_behind(store):
    """Rows of language results follow the payload, and are derived anew from it."""
    kept(store, a_trade_interview(is_final=False), a_speech_test())
    kept(store, an_interview("t-1", language=None))
    with store._database.writing() as connection:
        connection.execute(text("UPDATE interview SET derivation = 1"))
        connection.execute(text("DELETE FROM level"))

    store.rebuild(parse)

    (entry,) = store.language_entries(EVERYTHING, limit=10).entries
    assert (entry.vendor, len(entry.dimensions)) == ("zenhire", 4)


def test_counting_results_and_levels_reads_no_rows_of_interviews(store):
    """What language results are counted and grouped by lies in one index."""
    kept(store, *(a_speech_test(f"s-{number}", role=f"Role {number}") for number in range(40)))
    wanted = InterviewFilter(vendors=("zenhire",), started=True)
    plans = []

    @event.listens_for(store._database.engine, "before_cursor_execute")
    def explain(_connection, cursor, statement, parameters, *_):
        if "count(" in statement:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(row[3] for row in cursor.fetchall() if " interview" in row[3])

    page = store.language_entries(wanted, limit=5)
    groups = store.level_groups(wanted, dimension="Fluency")

    assert (page.total, len(groups)) == (40, 40)
    assert len(plans) == 2
    assert all("SCAN interview USING COVERING INDEX" in plan for plan in plans)


@pytest.mark.parametrize(
    "wanted",
    [
        EVERYTHING,
        InterviewFilter(roles=("Role 1",)),
        InterviewFilter(vendors=("zenhire",), statuses=(Status.REPORTED,), started=True),
        InterviewFilter(score_min=1, has_notices=False, since=NOON.date()),
    ],
)
def test_a_page_is_found_along_one_index(store, wanted):
    """However far back it lies, no row is read for those before it, and nothing is sorted."""
    kept(store, *(a_speech_test(f"s-{number}", role=f"Role {number}") for number in range(40)))
    plans = []

    @event.listens_for(store._database.engine, "before_cursor_execute")
    def explain(_connection, cursor, statement, parameters, *_):
        if "ORDER BY interview.happened_ms" in statement:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(row[3] for row in cursor.fetchall())

    store.language_entries(wanted, limit=5, offset=20)

    assert plans == ["SCAN interview USING COVERING INDEX ix_interview_spoken"]


@pytest.mark.parametrize(
    "wanted", [InterviewFilter(ids=(id_of("b", "zenhire"),)), InterviewFilter(text="kseni")]
)
def test_a_named_person_is_found_among_the_results(store, wanted):
    """By our id or by a part of the name."""
    people = {
        "a": Candidate(id="a", name="Noor Haddad"),
        "b": Candidate(id="b", name="Ксения Ivanova", email="kseniya@example.com"),
    }
    kept(store, *(a_speech_test(name, candidate=person) for name, person in people.items()))

    page = store.language_entries(wanted, limit=5)

    assert [entry.candidate_name for entry in page.entries] == ["Ксения Ivanova"]
