"""Lists as data: every row, honest cells, nobody named in a masked one, whole files only."""

import csv
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from services.cache.store import Store, open_store
from services.errors import ExportCancelledError, InputError
from services.models.ask import InterviewsAsk
from services.models.browse import InterviewFilter
from services.models.candidate import Candidate
from services.models.content import About, Content
from services.models.export import ExportOptions, Format
from services.models.language import LanguageProfile, SpeakerDetection, SpeakerMatch
from services.models.score import Score, ScoreKind, ScoreState
from services.use_cases.extract_columns import DOUBTFUL, NO_BAND, NO_LEVEL
from services.use_cases.extracts import Extracts
from services.use_cases.masks import Masks
from tests.services.cache.conftest import Clock, an_interview, id_of, kept

FRAME = Content(
    title="Interviews",
    subtitle="",
    about=About(
        filters="Role: Bridge Engineer",
        made_at=datetime(2026, 11, 23, 15, 4, tzinfo=UTC),
        counted="",
        instruments=(),
    ),
    sections=(),
    stem="interviews-2026-11-23-1504",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'scoreband.db'}", clock=Clock())
    yield opened
    opened.close()


@pytest.fixture
def extracts(store: Store) -> Extracts:
    def called(ids: Sequence[str], _emails: Sequence[str | None]) -> list[str]:
        return [f"Candidate {number}" for number, _ in enumerate(ids, start=1)]

    return Extracts(store, {"qode": "Qode"}, called, Masks(store).words)


def rows_of(extracts: Extracts, *, masked: bool = False) -> list[dict[str, object]]:
    """Return all rows by the names of their columns."""
    with extracts.extract(InterviewsAsk(), masked=masked) as found:
        names = [column.name for column in found.columns]
        rows = [row for part in found.parts for row in zip(*part, strict=True)]
        return [dict(zip(names, row, strict=True)) for row in rows]


def score(state: ScoreState, value: float | None, *ends: float) -> Score:
    """Return an overall score with these ends of its band."""
    lower, upper = ends or (None, None)
    return Score(
        kind=ScoreKind.OVERALL, name="Overall", state=state, value=value, lower=lower, upper=upper
    )


@pytest.mark.parametrize(
    ("given", "cells"),
    [
        (score(ScoreState.SCORED, 72, 70, 75), (72, 70, 75, "scored", NO_LEVEL)),
        (score(ScoreState.SCORED, 72), (72, None, None, "scored", NO_BAND)),
        (score(ScoreState.SCORED, 0, 0, 0), (0, 0, 0, "scored", NO_LEVEL)),
        (score(ScoreState.NOT_EVALUATED, None, 0, 0), (None, None, None, "not evaluated", None)),
        (score(ScoreState.UNSCORED, None), (None, None, None, "unscored", None)),
        (score(ScoreState.MISSING, None), (None, None, None, "missing", None)),
    ],
)
def test_a_score_stands_with_its_band_and_its_state(store, extracts, given, cells):
    """What was not evaluated is an empty cell, also where the vendor gave 0 in 0 to 0."""
    kept(store, an_interview(scores=(given,)))

    (row,) = rows_of(extracts)

    names = ("Overall score", "Band lower", "Band upper", "Score state", "Score remark")
    assert tuple(row[name] for name in names) == cells


def test_a_doubtful_score_says_so(store, extracts):
    """Perhaps somebody else was heard: the number never goes without that word."""
    heard = LanguageProfile(detection=SpeakerDetection(match=SpeakerMatch.LOW))
    kept(store, an_interview(language=heard))

    (row,) = rows_of(extracts)

    assert DOUBTFUL in str(row["Score remark"])
    assert row["Speaker match"] == "low"


def test_a_masked_extract_names_nobody(store, extracts):
    """No name, address, id, tag, nor anything else that somebody wrote freely."""
    person = Candidate(name="Ánh Dương Mistwood", email="anh.mistwood@example.com")
    kept(
        store,
        an_interview(
            "secret-id-7",
            candidate=person,
            tags=("Mistwood",),
            vendor_status="asked by Mistwood",
            vendor_outcome="Mistwood passes",
            role="Successor of Mistwood, Ánh Dương",
            assessment_version="Ánh Dương Mistwood 4",
            interview_type="with anh duong mistwood",
        ),
    )

    (row,) = rows_of(extracts, masked=True)

    said = " ".join(map(str, row.values())).casefold()
    assert row["Candidate"] == "Candidate 1"
    assert str(row["Role"]).startswith("Successor of Candidate ")
    assert not any(word in said for word in ("mistwood", "secret", id_of("secret-id-7")))


def test_an_open_extract_has_no_pseudonyms(store, extracts):
    """Names stand in their own columns."""
    kept(store, an_interview(name="王小明"))

    (row,) = rows_of(extracts)

    assert row["Candidate name"] == "王小明"
    assert "Candidate" not in row


def test_a_file_gets_the_frames_name_in_a_folder(store, extracts, tmp_path):
    """And says what it holds: filters, n, instruments, limits."""
    kept(store, an_interview("a-1"), an_interview("a-2", assessment_version=None))

    made = extracts.write(InterviewsAsk(), ExportOptions(format=Format.JSON), tmp_path, frame=FRAME)

    document = orjson.loads(made.path.read_bytes())
    assert made.path == tmp_path / "interviews-2026-11-23-1504.json"
    assert (made.counted, made.size) == ("2 interviews", made.path.stat().st_size)
    assert document["about"]["filters"] == "Role: Bridge Engineer"
    assert document["about"]["counted"] == "2 interviews"
    assert document["about"]["instruments"] == ["Qode, no version named", "Qode, v2"]
    assert any("not comparable" in limit for limit in document["about"]["limits"])


def test_an_extract_without_rows_is_a_file_with_headings(extracts, tmp_path):
    """Nothing matched: that is an answer too."""
    nobody = InterviewsAsk(wanted=InterviewFilter(roles=("Nobody",)))

    made = extracts.write(nobody, ExportOptions(format=Format.CSV), tmp_path, frame=FRAME)

    with made.path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 1
    assert made.counted == "0 interviews"


@pytest.mark.parametrize("format_", [Format.CSV, Format.XLSX, Format.PARQUET, Format.JSON])
def test_a_cancelled_extract_leaves_nothing_behind(store, extracts, tmp_path, format_):
    """Neither half a file nor what it was made with; the connection is free again."""
    kept(store, an_interview())
    folder = tmp_path / "out"
    folder.mkdir()

    def told(_words: str, share: float | None) -> None:
        if share is not None:
            raise ExportCancelledError

    with pytest.raises(ExportCancelledError):
        extracts.write(
            InterviewsAsk(), ExportOptions(format=format_), folder, frame=FRAME, told=told
        )

    assert list(folder.iterdir()) == []
    assert store.count(InterviewFilter()) == 1


def test_a_missing_folder_is_told_in_a_sentence(extracts, tmp_path):
    """Before anything is read."""
    nowhere = tmp_path / "no" / "such.csv"

    with pytest.raises(InputError, match="There is no folder"):
        extracts.write(InterviewsAsk(), ExportOptions(format=Format.CSV), nowhere, frame=FRAME)

    assert not nowhere.parent.exists()
