"""Event: the few fields that are read of a webhook's body, once its signature was right."""

from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from services.errors import WebhookRefusedError

_LONGEST = 300
_LONGEST_WORD = 60


class Event(BaseModel):
    """A part of a webhook's body; all that is not named is passed over and never kept.

    An error tells no value: bodies hold names, and some hold the secret link of a candidate.
    """

    model_config = ConfigDict(strict=True, extra="ignore", hide_input_in_errors=True)


def _an_id(text: str) -> str:
    if not 0 < len(text) <= _LONGEST or not text.isprintable() or " " in text:
        msg = "an id without blanks, of 300 characters at most"
        raise ValueError(msg)
    return text


def _a_word(text: str) -> str:
    if not 0 < len(text.strip()) <= _LONGEST_WORD or not text.isprintable():
        msg = "a word of 60 characters at most"
        raise ValueError(msg)
    return text.strip()


EventId = Annotated[str, AfterValidator(_an_id)]
"""A vendor's id, opaque: slashes and dots are as good as letters."""
EventWord = Annotated[str, AfterValidator(_a_word)]


_E = TypeVar("_E", bound=Event)


def event_in(body: bytes, shape: type[_E], *, title: str) -> _E:
    """Return what a body says.

    Raises:
        WebhookRefusedError: it is not JSON, or not a webhook of this vendor.
    """
    try:
        return shape.model_validate_json(body)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False, include_context=False)
        if problems[0]["type"] == "json_invalid":
            msg = "The webhook's body is not JSON."
            raise WebhookRefusedError(msg) from None
        fields = ", ".join(f"“{'.'.join(map(str, each['loc']))}”" for each in problems[:3])
        what = f"{fields} missing or not as documented" if problems[0]["loc"] else "no object"
        msg = f"This is not a webhook of {title}: {what}. Was it sent to another vendor's address?"
        raise WebhookRefusedError(msg) from None


def plain_id(text: str) -> str:
    """Return an id that came in a header, held to the same rule as one in a body.

    Raises:
        WebhookRefusedError: it is too long, or holds blanks or control characters.
    """
    try:
        return _an_id(text)
    except ValueError as error:
        msg = f"The webhook's own id is not {error}."
        raise WebhookRefusedError(msg) from error
