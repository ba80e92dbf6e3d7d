"""The form that a cohort is defined in: a name and every filter, and what it was before."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.widgets.chips import outcome_label, status_label
from components.widgets.text import escaped
from services.models.browse import Facets, InterviewFilter
from services.models.cohort import CohortDefinition

_NONE_GIVEN = "None given"


@dataclass(frozen=True)
class CohortForm:
    """What the form offers."""

    facets: Facets
    titles: Mapping[str, str]

    def draw(self, before: CohortDefinition, *, key: str, button: str) -> CohortDefinition | None:
        """Draw the form, set to `before`; return the cohort when it is sent off.

        Each form has its own `key`, so that a form set to another cohort is another form.
        """
        wanted = before.wanted
        with st.form(key, border=False):
            name = st.text_input(
                "Name", before.name, max_chars=80, placeholder="Made from the filters below"
            )
            left, right = st.columns(2)
            with left:
                roles = self._list("Role", self.facets.roles, wanted.roles, key=f"{key}-role")
                vendors = self._list(
                    "Vendor", self.facets.vendors, wanted.vendors, key=f"{key}-vendor"
                )
                outcomes = st.multiselect(
                    "Outcome",
                    self.facets.outcomes,
                    [each for each in wanted.outcomes if each in self.facets.outcomes],
                    format_func=outcome_label,
                    key=f"{key}-outcome",
                    placeholder="Any",
                )
                since = st.date_input("From", wanted.since, key=f"{key}-since")
            with right:
                versions = self._list(
                    "Assessment version",
                    self.facets.versions,
                    wanted.versions,
                    key=f"{key}-version",
                )
                types = self._list(
                    "Interview type",
                    self.facets.interview_types,
                    wanted.interview_types,
                    key=f"{key}-type",
                )
                statuses = st.multiselect(
                    "Status",
                    self.facets.statuses,
                    [each for each in wanted.statuses if each in self.facets.statuses],
                    format_func=status_label,
                    key=f"{key}-status",
                    placeholder="Any",
                )
                until = st.date_input("To", wanted.until, key=f"{key}-until")
            attached = self._attached(wanted, key=key)
            sent = st.form_submit_button(button, type="primary")
        if not sent:
            return None
        return CohortDefinition(
            name=name.strip(),
            wanted=wanted.model_copy(
                update={
                    "roles": roles,
                    "vendors": vendors,
                    "outcomes": tuple(outcomes),
                    "versions": versions,
                    "interview_types": types,
                    "statuses": tuple(statuses),
                    "since": since,
                    "until": until,
                    **attached,
                }
            ),
        )

    def _attached(self, wanted: InterviewFilter, *, key: str) -> dict[str, object]:
        """Draw what customers attach and what people saved; only where there is any."""
        found: dict[str, object] = {}
        if self.facets.tags or wanted.tags:
            found["tags"] = self._list("Tag", self.facets.tags, wanted.tags, key=f"{key}-tag")
        if self.facets.lists or wanted.lists:
            names = {each.id: each.name for each in self.facets.lists}
            found["lists"] = self._list(
                "Saved list", tuple(names), wanted.lists, key=f"{key}-list", names=names
            )
        if self.facets.metadata_keys or wanted.metadata:
            keys = ", ".join(self.facets.metadata_keys[:6])
            typed = st.text_area(
                "Metadata, one `key=value` a line",
                "\n".join(f"{each}={value}" for each, value in wanted.metadata),
                height=80,
                help=f"Known keys: {escaped(keys)}." if keys else None,
                key=f"{key}-metadata",
            )
            found["metadata"] = metadata_of(typed)
        return found

    def _list(
        self,
        label: str,
        offered: tuple[str, ...],
        chosen: tuple[str, ...],
        *,
        key: str,
        names: Mapping[str, str] | None = None,
    ) -> tuple[str, ...]:
        titles = self.titles if names is None else names
        options = (*offered, *(each for each in chosen if each not in offered))
        picked = st.multiselect(
            label,
            options,
            chosen,
            format_func=lambda value: titles.get(value, value) or _NONE_GIVEN,
            key=key,
            placeholder="Any",
        )
        return tuple(picked)


def metadata_of(typed: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of `key=value` lines; a line without a sign is passed over."""
    pairs = (line.partition("=") for line in typed.splitlines())
    return tuple((key.strip(), value.strip()) for key, sign, value in pairs if sign and key.strip())
