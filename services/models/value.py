"""The base of every value in the domain: immutable, comparable, strict about its fields."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value; two with equal fields are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="null")
