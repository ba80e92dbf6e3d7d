"""The services, opened once a process, and what is asked of them on every page."""

from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from services.bootstrap import Services, build_services, utc_now
from services.config import Settings
from services.models.browse import Facets


@st.cache_resource(show_spinner=False)
def services() -> Services:
    """Return the process-wide services."""
    return build_services(Settings())


def settings() -> Settings:
    """Return the settings that the services were built with."""
    return services().settings


def now() -> datetime:
    """Return the present moment in UTC, by the clock of this server."""
    return utc_now()


def is_synthetic() -> bool:
    """Return whether the cache holds invented interviews."""
    return services().store.flag("synthetic")


def facets() -> Facets:
    """Return the values of the filters; the cache counts them anew only after a write."""
    return services().browse.facets()


def titles() -> Mapping[str, str]:
    """Return how vendors and saved lists are called: all that a filter in words needs."""
    return services().browse.titles()


def vendor_titles() -> Mapping[str, str]:
    """Return how each vendor spells its name, by its short name."""
    return services().sources.titles()
