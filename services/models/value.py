"""The base of every value in the domain: immutable, comparable, strict about its fields."""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

_new = object.__new__
_put = object.__setattr__


class Value(BaseModel):
    """A frozen value; two with equal fields are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="null")

    _defaults: ClassVar[dict[str, Any]] = {}
    _names: ClassVar[set[str]] = set()

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Keep the fields' defaults in their order, for values made without validation."""
        cls._defaults = {name: field.get_default() for name, field in cls.model_fields.items()}
        cls._names = set(cls.model_fields)

    @classmethod
    def model_construct(  # type: ignore[override]  # the plugin writes one per model
        cls,
        _fields_set: set[str] | None = None,
        **values: Any,  # noqa: ANN401  (pydantic's signature; mypy sees one per model)
    ) -> Self:
        """Make a value of fields whose types mypy has checked, without validating them again.

        For borders that map thousands of documents, each validated as a whole before; pydantic's
        own method of this name does more (aliases, factories) and takes five times as long.
        """
        made = _new(cls)
        _put(made, "__dict__", cls._defaults | values)
        _put(made, "__pydantic_fields_set__", _fields_set or cls._names)
        _put(made, "__pydantic_extra__", None)
        _put(made, "__pydantic_private__", None)
        return made
