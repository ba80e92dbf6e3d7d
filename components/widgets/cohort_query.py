"""Cohorts as parameters of a URL, and back: each is a filter's own parameters in one text."""

from collections.abc import Sequence
from urllib.parse import parse_qs, urlencode

from components.widgets.filter_query import Query, filter_of, query_of
from services.models.cohort import MOST_COHORTS, CohortDefinition

COHORT = "cohort"
_NAME = "name"
_LONGEST_NAME = 80
_MOST_FIELDS = 200


def query_of_text(text: str) -> Query:
    """Return the parameters that one parameter holds; of very many only the first."""
    few = "&".join(text.split("&", _MOST_FIELDS)[:_MOST_FIELDS])
    return parse_qs(few, keep_blank_values=True)


def definition_of(text: str) -> CohortDefinition:
    """Return the cohort of one parameter; what it cannot mean is passed over."""
    query = query_of_text(text)
    name = (query.get(_NAME) or [""])[0]
    return CohortDefinition(name=name[:_LONGEST_NAME].strip(), wanted=filter_of(query))


def definitions_of(texts: Sequence[str]) -> tuple[CohortDefinition, ...]:
    """Return the cohorts of a URL, as many as are ever compared."""
    return tuple(definition_of(text) for text in texts[:MOST_COHORTS])


def text_of(definition: CohortDefinition) -> str:
    """Return the parameter that asks for a cohort: what `definition_of` reads back."""
    name = [(_NAME, definition.name)] if definition.name else []
    return urlencode([*name, *query_of(definition.wanted)])
