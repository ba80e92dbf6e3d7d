"""Language levels: as issued, or by a table that was named; accent never, and nobody twice."""

import pytest

from services.errors import InputError
from services.models.browse import InterviewFilter
from services.models.cefr import LevelSource
from services.models.document import Document
from services.models.identity import local_id
from services.models.interview import Interview, Status
from services.models.language import (
    IssuedLevel,
    LanguageProfile,
    SpeakerDetection,
    SpeakerMatch,
)
from services.models.score import FIVE_POINTS, PERCENT, Score, ScoreKind, ScoreState
from services.use_cases.language import Language
from tests.services.use_cases.conftest import NOON

EVERYBODY = InterviewFilter()
EF_SET, LANGUAGECERT, SPEECHACE = "ef-set", "languagecert-lte-writing", "speechace-speaking"


@pytest.fixture
def language(store):
    return Language(store)


def spoken(name, value, *, scale=PERCENT, **band):
    """Return the score of one dimension."""
    return Score(
        kind=ScoreKind.OVERALL if name == "Overall" else ScoreKind.LANGUAGE,
        name=name,
        state=ScoreState.SCORED,
        value=value,
        scale=scale,
        **band,
    )


@pytest.fixture
def kept(store):
    """Keep a language result; return our id of it."""

    def keep(own_id, *dimensions, vendor="toy", role="Nurse", overall=None, **profile):
        interview = Interview(
            vendor=vendor,
            vendor_interview_id=own_id,
            role=role,
            status=Status.REPORTED,
            started_at=NOON,
            scores=(overall,) if overall else (),
            language=LanguageProfile(dimensions=dimensions, **profile),
        )
        store.write([Document(interview.model_dump_json().encode(), interview, NOON)])
        return local_id(vendor, own_id)

    return keep


def total(answer):
    """Return how many people stand on a rung or on none."""
    return sum(each.count for each in answer.counts)


def test_without_a_table_nothing_is_derived(language, kept):
    """A 75 is no level: the vendor issued none."""
    kept("a", spoken("Fluency", 75))

    answer = language.levels(EVERYBODY, dimension="Fluency")

    (row,) = answer.rows
    assert row.readings["Fluency"].source is LevelSource.NONE
    assert row.readings["Fluency"].text is None
    assert row.readings["Fluency"].score.value == 75
    assert [(each.rung, each.source) for each in answer.counts] == [(None, LevelSource.NONE)]


@pytest.mark.parametrize(
    ("table", "level"), [(SPEECHACE, "B2"), (LANGUAGECERT, "C1"), (EF_SET, "C2")]
)
def test_one_75_is_three_levels_by_three_tables(language, kept, table, level):
    """That is why the table is named beside the level."""
    kept("a", spoken("Fluency", 75))

    answer = language.levels(EVERYBODY, dimension="Fluency", table_id=table)

    reading = answer.rows[0].readings["Fluency"]
    assert (reading.source, reading.text, reading.table_id) == (LevelSource.DERIVED, level, table)
    assert [(each.rung, each.source) for each in answer.counts] == [(level, LevelSource.DERIVED)]


def test_an_issued_level_wins_over_every_table(language, kept):
    """What the vendor says stands, even where the table says otherwise."""
    kept("a", spoken("Fluency", 75), levels=(IssuedLevel(name="Fluency", cefr="A2"),))

    answer = language.levels(EVERYBODY, dimension="Fluency", table_id=EF_SET)

    reading = answer.rows[0].readings["Fluency"]
    assert (reading.source, reading.text, reading.table_id) == (LevelSource.ISSUED, "A2", None)
    assert [each.rung for each in answer.counts] == ["A2"]


def test_a_score_on_another_scale_is_not_converted_for_a_table(language, kept):
    """4 of 5 is not 80 of 100."""
    kept("a", spoken("Fluency", 4, scale=FIVE_POINTS))

    answer = language.levels(EVERYBODY, dimension="Fluency", table_id=EF_SET)

    assert answer.rows[0].readings["Fluency"].source is LevelSource.NONE
    assert [each.rung for each in answer.counts] == [None]


def test_a_band_over_two_levels_is_borderline(language, kept):
    """58 to 62 reaches from B2 into C1: it stands on the lower rung, and is counted as such."""
    kept("a", spoken("Fluency", 60, lower=58, upper=62))
    kept("b", spoken("Fluency", 55, lower=53, upper=57))

    answer = language.levels(EVERYBODY, dimension="Fluency", table_id=EF_SET)

    (count,) = answer.counts
    texts = {row.readings["Fluency"].text for row in answer.rows}
    assert (count.rung, count.count, count.borderline) == ("B2", 2, 1)
    assert texts == {"B2", "B2–C1"}


def test_only_tables_for_scores_from_0_to_100_are_offered(language):
    """A table made for 10 to 90 says nothing about them."""
    offered = language.tables()

    assert {table.scale for table in offered} == {PERCENT}
    assert {EF_SET, LANGUAGECERT, SPEECHACE} <= {table.id for table in offered}
    assert all(table.title and table.source for table in offered)


def test_an_unknown_table_is_refused(language):
    """The sentence names those that there are."""
    with pytest.raises(InputError, match=r"no table “homemade”. Known: .*ef-set"):
        language.levels(EVERYBODY, table_id="homemade")


@pytest.mark.parametrize("dimension", ["Accent", "accent", "Accent (score)", "Charm"])
def test_nobody_is_shown_by_accent_or_by_what_nobody_measured(language, kept, dimension):
    """The sentence names what can be chosen; accent is not among it."""
    kept("a", spoken("Fluency", 75), spoken("Accent", 90), cefr="B2")

    with pytest.raises(InputError, match="Choose one of: Overall, Fluency") as refused:
        language.levels(EVERYBODY, dimension=dimension)

    assert dimension in str(refused.value)


def test_accent_is_refused_before_there_is_anything_to_show(language):
    """A link to it leads nowhere, whatever is kept."""
    with pytest.raises(InputError, match=r"Choose one of: Overall\."):
        language.levels(EVERYBODY, dimension="Accent")

    assert language.levels(EVERYBODY, dimension="Fluency").total == 0


def test_accent_is_in_no_row_and_no_choice(language, kept):
    """It can be read on the interview's own page alone."""
    kept("a", spoken("Fluency", 75), spoken("Accent", 90))

    answer = language.levels(EVERYBODY, table_id=EF_SET)

    (row,) = answer.rows
    assert set(row.readings) == {"Fluency"}
    assert answer.dimensions == ("Fluency",)


def test_everybody_is_counted_once(language, kept):
    """Two pages of rows, one count of all: with and without a level."""
    for number in range(5):
        kept(f"plain-{number}", spoken("Fluency", 20 * number))
    kept("issued", cefr="B1", role="Welder")
    kept("nothing", role=None)
    kept("ear", spoken("Grammar", 40), vendor="ear")

    pages = [language.levels(EVERYBODY, table_id=EF_SET, limit=4, offset=at) for at in (0, 4)]
    by_fluency = language.levels(EVERYBODY, dimension="Fluency", table_id=EF_SET)

    assert [len(page.rows) for page in pages] == [4, 4]
    assert len({row.entry.id for page in pages for row in page.rows}) == 8
    assert {total(each) for each in (*pages, by_fluency)} == {8} == {each.total for each in pages}
    assert sum(each.count for each in by_fluency.counts if each.rung is None) == 3


def test_the_filter_of_the_list_holds_here(language, kept):
    """Rows and counts are of the same people."""
    kept("a", cefr="B1")
    welder = kept("b", cefr="C1", role="Welder")

    answer = language.levels(InterviewFilter(roles=("Welder",)))

    assert [row.entry.id for row in answer.rows] == [welder]
    assert [(each.role, each.rung, each.count) for each in answer.counts] == [("Welder", "C1", 1)]


def test_an_interview_without_a_language_result_is_not_here(language, store):
    """There is nothing to say about how the candidate speaks."""
    interview = Interview(vendor="toy", vendor_interview_id="a")
    store.write([Document(b"{}", interview, NOON)])

    answer = language.levels(EVERYBODY)

    assert (answer.rows, answer.total, answer.counts) == ((), 0, ())


def test_a_doubtful_voice_is_told(language, kept):
    """The vendor itself is not sure that it scored the candidate."""
    kept("a", cefr="B2", detection=SpeakerDetection(match=SpeakerMatch.LOW), audio_s=240.0)

    (row,) = language.levels(EVERYBODY).rows

    assert row.is_doubtful
    assert row.entry.audio_s == 240


def test_what_was_counted_holds_until_the_next_write(language, kept):
    """The same counts are not made twice, and old ones are never shown for new ones."""
    kept("a", cefr="B1")
    before, again = (language.levels(EVERYBODY).counts for _ in range(2))
    by_table = language.levels(EVERYBODY, table_id=EF_SET).counts

    kept("b", cefr="B1")
    after = language.levels(EVERYBODY).counts

    assert again[0] is before[0]
    assert by_table[0] is not before[0]
    assert ([each.count for each in before], [each.count for each in after]) == ([1], [2])
