"""The tables of language results: one row a result, one row a dimension of it.

Accent is in neither: what is not here can't sort, filter or count anybody.
"""

from sqlmodel import Field, SQLModel

from services.cache.tables import CLUSTERED, parent


class SpokenRecord(SQLModel, table=True):
    """A language result as a whole; interviews without a language profile have no row."""

    __tablename__ = "spoken"
    __table_args__ = (CLUSTERED,)

    interview_id: int = parent()
    language_id: int | None
    method_id: int | None
    target_id: int | None
    speaker_match: int | None
    audio_s: float | None
    is_partial: bool


class LevelRecord(SQLModel, table=True):
    """One dimension of a language result: the vendor's number and the level that it issued."""

    __tablename__ = "level"
    __table_args__ = (CLUSTERED,)

    interview_id: int = parent()
    position: int = Field(primary_key=True)
    name_id: int = Field(index=True)
    cefr_id: int | None
    state: int | None
    """None where the vendor issued a level and no number to it."""
    value: float | None
    lower: float | None
    upper: float | None
    low: float | None
    high: float | None
    label_id: int | None
    observations: int | None
