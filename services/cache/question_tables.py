"""The table of questions: what was asked in each interview, and what the answer scored."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from services.cache.tables import CLUSTERED, parent


class QuestionRecord(SQLModel, table=True):
    """One question that has words; the words themselves stay in the payload."""

    __tablename__ = "question"
    __table_args__ = (CLUSTERED,)

    interview_id: int = parent()
    position: int = Field(primary_key=True)
    number: int
    """Its place in its interview as the vendor counts, from 0."""
    text_key: int = Field(sa_type=BigInteger)
    """Stands for its words, see `question_key.py`."""
    state: int
    value: float | None
    """None unless scored."""
    low: float | None
    high: float | None
    duration_s: float | None
    """How long the answer took."""
