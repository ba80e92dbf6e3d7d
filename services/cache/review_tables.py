"""The table of reviews: what people who looked at a flag said of it."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class DispositionRecord(SQLModel, table=True):
    """What a reviewer said of one flag of one interview; rows are only ever added.

    Interviews go by their opaque ids, so reviews outlive every rebuilding.
    """

    __tablename__ = "disposition"

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(index=True)
    signal: str
    """The flag's key within its interview."""
    disposition: str
    note: str
    made_ms: int = Field(sa_type=BigInteger)
