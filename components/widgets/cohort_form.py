"""The form that a cohort is defined in: a name and every filter, and what it was before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from components.documents.labels import month_text, outcome_label, status_label
from components.widgets.filter_query import pair_text, pairs_of
from services.models.browse import Facets, InterviewFilter
from services.models.cohort import CohortDefinition

_NONE_GIVEN = "None given"
_Choice = TypeVar("_Choice")
_RARE = (
    *("interview_types", "statuses", "score_min", "score_max"),
    *("tags", "lists", "metadata"),
)
"""What a cohort is seldom made of: folded away unless it is set."""


@dataclass(frozen=True)
class CohortForm:
    """What the form offers."""

    facets: Facets
    titles: Mapping[str, str]
    """How vendors and saved lists are called."""

    def draw(self, before: CohortDefinition, *, key: str, button: str) -> CohortDefinition | None:
        """Draw the form, set to `before`; return the cohort when it is sent off.

        Each form has its own `key`, so that a form set to another cohort is another form.
        """
        wanted = before.wanted
        with st.form(key, border=False):
            name = st.text_input(
                "Name", before.name, max_chars=80, placeholder="Made from the filters below"
            )
            chosen = self._usual(wanted, key=key)
            given = any(getattr(wanted, each) not in {None, ()} for each in _RARE)
            with st.expander("More", expanded=given):
                chosen |= self._rare(wanted, key=key)
            sent = st.form_submit_button(button, type="primary")
        if not sent:
            return None
        return CohortDefinition(name=name.strip(), wanted=wanted.model_copy(update=chosen))

    def _usual(self, wanted: InterviewFilter, *, key: str) -> dict[str, object]:
        """Draw what most cohorts are made of."""
        left, right = st.columns(2)
        with left:
            roles = self._list("Role", self.facets.roles, wanted.roles, key=f"{key}-role")
            vendors = self._list("Vendor", self.facets.vendors, wanted.vendors, key=f"{key}-vendor")
            since = st.date_input("From", wanted.since, key=f"{key}-since")
        with right:
            versions = self._list(
                "Assessment version", self.facets.versions, wanted.versions, key=f"{key}-version"
            )
            outcomes = _chosen(
                "Outcome",
                self.facets.outcomes,
                wanted.outcomes,
                called=outcome_label,
                key=f"{key}-outcome",
            )
            until = st.date_input("To", wanted.until, key=f"{key}-until")
        return {
            "roles": roles,
            "vendors": vendors,
            "versions": versions,
            "outcomes": outcomes,
            "since": since,
            "until": until,
            "months": _chosen(
                "Month", self.facets.months, wanted.months, called=_month_words, key=f"{key}-month"
            ),
        }

    def _rare(self, wanted: InterviewFilter, *, key: str) -> dict[str, object]:
        """Draw the rest; what customers attach and people saved only where there is any."""
        left, right = st.columns(2)
        with left:
            types = self._list(
                "Interview type",
                self.facets.interview_types,
                wanted.interview_types,
                key=f"{key}-type",
            )
            low = _score("at least", wanted.score_min, key=f"{key}-min")
        with right:
            statuses = _chosen(
                "Status",
                self.facets.statuses,
                wanted.statuses,
                called=status_label,
                key=f"{key}-status",
            )
            high = _score("at most", wanted.score_max, key=f"{key}-max")
        return {
            "interview_types": types,
            "statuses": statuses,
            "score_min": low,
            "score_max": high,
            **self._attached(wanted, key=key),
        }

    def _attached(self, wanted: InterviewFilter, *, key: str) -> dict[str, object]:
        found: dict[str, object] = {}
        if self.facets.tags or wanted.tags:
            found["tags"] = self._list("Tag", self.facets.tags, wanted.tags, key=f"{key}-tag")
        if self.facets.lists or wanted.lists:
            ids = tuple(each.id for each in self.facets.lists)
            found["lists"] = self._list("Saved list", ids, wanted.lists, key=f"{key}-list")
        if self.facets.metadata_keys or wanted.metadata:
            found["metadata"] = self._metadata(wanted, key=key)
        return found

    def _metadata(self, wanted: InterviewFilter, *, key: str) -> tuple[tuple[str, str], ...]:
        """Draw the entries that there are, and a known key with the values to add to them."""
        kept: tuple[str, ...] = ()
        if wanted.metadata:
            entries = tuple(map(pair_text, wanted.metadata))
            kept = self._list("Metadata", entries, entries, key=f"{key}-metadata")
        left, right = st.columns(2)
        name = left.selectbox(
            "Metadata key",
            self.facets.metadata_keys,
            index=None,
            accept_new_options=True,
            key=f"{key}-metadata-key",
            placeholder="Any",
        )
        typed = right.text_area("Its values, one a line", height=80, key=f"{key}-metadata-values")
        added = ((name, line.strip()) for line in typed.splitlines() if name and line.strip())
        return tuple(dict.fromkeys((*pairs_of(kept), *added)))

    def _list(
        self, label: str, offered: tuple[str, ...], chosen: tuple[str, ...], *, key: str
    ) -> tuple[str, ...]:
        def called(value: str) -> str:
            return self.titles.get(value, value) or _NONE_GIVEN

        return _chosen(label, offered, chosen, called=called, key=key)


def _chosen(
    label: str,
    offered: Sequence[_Choice],
    chosen: Sequence[_Choice],
    *,
    called: Callable[[_Choice], str],
    key: str,
) -> tuple[_Choice, ...]:
    """Draw a list; what was chosen stays in it, even if no interview has it any more."""
    picked = st.multiselect(
        label,
        (*offered, *(each for each in chosen if each not in offered)),
        chosen,
        format_func=called,
        key=key,
        placeholder="Any",
    )
    return tuple(picked)


def _month_words(month: int) -> str:
    return month_text(month) if month else "No date"


def _score(end: str, value: float | None, *, key: str) -> float | None:
    return st.number_input(
        f"Score of 100 {end}", 0.0, 100.0, value, step=1.0, key=key, placeholder="Any"
    )
