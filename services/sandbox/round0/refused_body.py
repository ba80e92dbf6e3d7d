"""A body that round0 does not take."""


class RefusedBodyError(Exception):
    """The text names the field and what would be right."""
