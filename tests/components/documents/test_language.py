"""The language document says by whose word a level is, and never ranks anybody by accent."""

import plotly.graph_objects as go
import pytest

from components.documents.language import ON_A_SLIDE, language_content
from services.models.answered import LanguageAnswered
from services.models.ask import LanguageAsk
from services.models.browse import InterviewFilter
from services.models.cefr import CefrRow, CefrTable, LevelSource
from services.models.ladder import LanguageAnswer, LevelCount
from services.models.language import SpeakerMatch
from services.models.score import PERCENT, Score, ScoreKind, ScoreState
from tests.components.charts.results import reading, row
from tests.components.documents.editions import chart, edition, listing, words_of

TABLE = CefrTable(
    id="toy",
    title="Toy table",
    source="https://example.com/toy",
    scale=PERCENT,
    rows=(CefrRow(lower=0, upper=100, level="B1"),),
)


def counted(rung, count, *, role="Nurse", source=LevelSource.ISSUED, borderline=0):
    return LevelCount(role=role, rung=rung, source=source, count=count, borderline=borderline)


def answered(*counts, rows=(), total=None, table=None, **asked):
    size = sum(each.count for each in counts) if total is None else total
    answer = LanguageAnswer(
        rows=tuple(rows),
        total=size,
        dimension="Overall",
        dimensions=("Overall", "Fluency"),
        counts=counts,
    )
    return LanguageAnswered(LanguageAsk(**asked), answer, table)


def scored(state=ScoreState.SCORED, **numbers):
    return Score(kind=ScoreKind.OVERALL, name="Overall", state=state, **numbers)


def people(count):
    return [row(name=f"Ngozi {place} Адамова", Overall=reading("B2")) for place in range(count)]


def test_the_imprint_names_filters_n_and_instruments():
    """Every page says what was counted, and by whose test."""
    wanted = InterviewFilter(roles=("Nurse",), vendors=("zenhire",))
    given = answered(counted("B2", 2), rows=people(2), wanted=wanted)

    about = language_content(given, edition()).about

    assert about.filters == "Role: Nurse · vendor: ZenHire"
    assert about.counted == "n = 2 language results"
    assert about.instruments == ("ZenHire, method ml_hybrid",)


def test_few_results_are_a_limit():
    """Four people say little about a role, and the first limit says so."""
    given = answered(counted("B2", 4), rows=people(4))

    limits = language_content(given, edition()).about.limits

    assert limits[0] == "n = 4: few results, which say little about a role."


def test_no_result_is_a_sentence_and_no_figure():
    """An empty filter makes a document that says so."""
    given = answered()

    content = language_content(given, edition())

    assert not list(content.charts())
    assert "No language result matches" in words_of(content)
    assert content.about.counted == "n = 0 language results"


def test_the_finding_says_where_most_stand():
    """With how many have a level at all, of how many results."""
    given = answered(counted("B1", 5), counted("B2", 9), counted(None, 6, source=LevelSource.NONE))

    found = chart(language_content(given, edition()), "levels")

    assert found.finding == ("14 of 20 language results have a level: most often B2, 9.")
    assert found.remarks == ("6 have a number or nothing, and no CEFR level was issued.",)


def test_a_required_level_is_counted_against():
    """Borderline ones stand on their lower rung, and it is said how many reach higher."""
    given = answered(counted("B1", 5, borderline=2), counted("C1", 3), requirement="B2")

    finding = chart(language_content(given, edition()), "levels").finding

    assert finding == (
        "8 of 8 language results have a level: 3 at B2 or above, 5 below, of these 2 borderline "
        "to a higher level."
    )


def test_nobody_with_a_level_is_said():
    """Numbers alone are no levels."""
    given = answered(counted(None, 3, source=LevelSource.NONE))

    finding = chart(language_content(given, edition()), "levels").finding

    assert finding == "No CEFR level in 3 language results."


def test_derived_levels_name_their_table_and_its_source():
    """A level that nobody issued is marked, with the published table it was read off."""
    given = answered(counted("B1", 40, source=LevelSource.DERIVED), table=TABLE)

    content = language_content(given, edition())

    assert chart(content, "levels").finding == (
        "40 of 40 language results have a level (40 of them derived): most often B1, 40."
    )
    assert "“derived” are read off Toy table" in "\n".join(content.about.limits)
    assert "https://example.com/toy" in words_of(content)
    assert chart(content, "levels").native.series == (("B1, derived", (40.0,)),)


def test_native_bars_add_up_to_the_people():
    """Each role once, from the lowest level up, those without a level last."""
    given = answered(
        counted(None, 3, source=LevelSource.NONE),
        counted("B2", 4),
        counted("A1", 1),
        counted("B2", 2, role=None),
    )

    native = chart(language_content(given, edition()), "levels").native

    assert native.categories == ("Nurse", "No role given")
    assert native.stacked
    assert native.series == (
        ("A1, issued", (1.0, 0.0)),
        ("B2, issued", (4.0, 2.0)),
        ("no level", (3.0, 0.0)),
    )


def test_the_figures_hold_the_first_people_and_the_table_all():
    """Each fits a slide; nobody is lost."""
    given = answered(counted("B2", 90), rows=people(70))

    content = language_content(given, edition())

    assert len(chart(content, "ladder").table.rows) == ON_A_SLIDE
    assert chart(content, "ladder--31").finding == (
        "31 to 40 of 90 language results, newest first: none with a low speaker match."
    )
    assert [found.key for found in content.charts()] == [
        *("levels", "ladder", "ladder--11", "ladder--21", "ladder--31")
    ]
    assert len(listing(content, "language-people").rows) == 70
    assert "20 older ones are not listed." in words_of(content)


def test_a_low_speaker_match_is_counted_and_said():
    """Perhaps somebody else was scored."""
    doubtful = row(name="Zoë", match=SpeakerMatch.LOW, Overall=reading("C1"))
    given = answered(counted("B2", 1), counted("C1", 1), rows=[*people(1), doubtful])

    content = language_content(given, edition())

    assert "Speaker match low in 1 of 2 language results" in "\n".join(content.about.limits)
    assert chart(content, "ladder").finding == ("2 language results: 1 with a low speaker match.")


def test_accent_is_nowhere_in_the_tables():
    """Whoever hands it in: nobody is listed by accent."""
    given = answered(counted("B2", 1), rows=[row(Overall=reading("B2"), Accent=reading("A1"))])

    content = language_content(given, edition())

    assert "Accent" not in str([table for _, _, table in content.tables()])
    assert "Accent is never a way to sort, filter or count people." in content.about.limits


def test_vendors_are_spelled_as_they_spell_themselves():
    """A short name of ours is no name for a reader."""
    given = answered(counted("B2", 1), rows=people(1))

    table = listing(language_content(given, edition()), "language-people")

    assert table.rows[0][table.columns.index("Vendor")] == "ZenHire"


def test_a_score_is_never_listed_without_its_band_or_its_state():
    """What stands beside it says that there is no band, or why there is no score."""
    scores = (
        scored(value=72, lower=70, upper=75),
        scored(value=60),
        scored(ScoreState.NOT_EVALUATED),
    )
    rows = [row(name=f"{score.value}", Overall=reading("B2", score=score)) for score in scores]

    table = listing(
        language_content(answered(counted("B2", 3), rows=rows), edition()), "language-people"
    )

    assert [cells[6] for cells in table.rows] == [
        "72 (70–75)",
        "60, no band given",
        "not evaluated",
    ]


def test_a_masked_document_says_so_in_its_file_name():
    """And it is no person's name."""
    given = answered(counted("B2", 1), rows=people(1))

    content = language_content(given, edition(is_masked=True))

    assert content.stem == "language-masked-2026-11-23-1504"


@pytest.mark.parametrize("count", [0, 1, 4, 41])
def test_figures_are_valid_whatever_the_count(count):
    """From nobody to more than are drawn."""
    given = answered(*([counted("B2", count)] if count else []), rows=people(count))

    figures = [found.figure for found in language_content(given, edition()).charts()]

    assert len([go.Figure(figure) for figure in figures]) == (
        [2, 5][count > ON_A_SLIDE] if count else 0
    )
