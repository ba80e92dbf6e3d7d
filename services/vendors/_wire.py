"""What all wire models share: strict types, unknown fields passed over, no NaN."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Count = Annotated[int, Field(ge=0, le=2_147_483_647)]


class Wire(BaseModel):
    """A part of a vendor's answer.

    Types are strict, so that a text in the place of a number is seen and reported instead of being
    turned into one; every field but the document's id may be missing or null.
    """

    model_config = ConfigDict(strict=True, extra="ignore", allow_inf_nan=False)
