"""The table of traits: an interview's tags, and what the customer attached to it."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from services.cache.tables import CLUSTERED, parent


class TraitRecord(SQLModel, table=True):
    """One tag, or one value of the customer's metadata, see `traits.py`."""

    __tablename__ = "trait"
    __table_args__ = (Index("ix_trait_value", "name", "value"), CLUSTERED)

    interview_id: int = parent()
    position: int = Field(primary_key=True)
    name: str
    """The metadata's key; empty for a tag."""
    value: str
