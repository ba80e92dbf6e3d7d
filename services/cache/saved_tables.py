"""The tables of what a reader saved under a name: cohorts, lists with members, reports."""

from sqlalchemy import BigInteger, ForeignKey
from sqlmodel import Field, SQLModel

from services.cache.tables import CLUSTERED


class SavedCohortRecord(SQLModel, table=True):
    """A cohort's definition as JSON."""

    __tablename__ = "saved_cohort"

    id: str = Field(primary_key=True)
    """Random: a link tells nothing of the name."""
    name: str = Field(unique=True)
    definition: str
    made_ms: int = Field(sa_type=BigInteger)


class SavedListRecord(SQLModel, table=True):
    """A list of interviews."""

    __tablename__ = "saved_list"

    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    made_ms: int = Field(sa_type=BigInteger)


class SavedListMemberRecord(SQLModel, table=True):
    """One interview of a list, by its opaque id: it stays on the list through every rebuilding."""

    __tablename__ = "saved_list_member"
    __table_args__ = (CLUSTERED,)

    list_id: str = Field(
        primary_key=True,
        sa_column_args=[ForeignKey("saved_list.id", ondelete="CASCADE")],
    )
    public_id: str = Field(primary_key=True)


class SavedReportRecord(SQLModel, table=True):
    """A report's plan as JSON, and what it said when it was last made."""

    __tablename__ = "saved_report"

    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    plan: str
    made_ms: int = Field(sa_type=BigInteger)
    printed: str | None = None
    """The tables behind its figures, as JSON; they may name people."""
