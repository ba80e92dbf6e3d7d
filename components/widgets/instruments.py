"""Whose results are counted: versions and vendors are put together only by a reader's choice."""

from collections.abc import Mapping, Sequence

import streamlit as st

from components.widgets import url
from components.widgets.filter_query import text_of
from components.widgets.pager import restart
from components.widgets.segments import segments
from services.models.cohort import Instrument, InstrumentChoice, InstrumentCount, Pooling

_POOL, _INSTRUMENT = "pool", "instrument"
_POOLINGS = {
    Pooling.NONE: "One instrument",
    Pooling.VERSIONS: "All versions of one vendor",
    Pooling.VENDORS: "All vendors, scale by scale",
}


def in_url() -> InstrumentChoice:
    """Return whose results the URL asks to count."""
    pool, instrument = (text_of(st.query_params.get_all(name)) for name in (_POOL, _INSTRUMENT))
    return choice_of(pool, instrument)


def picker(
    choice: InstrumentChoice,
    measured: Sequence[InstrumentCount],
    *,
    titles: Mapping[str, str],
) -> None:
    """Draw whose results are counted; `measured` are all that there are, with their numbers."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="instrument-choice"):
        segments(
            "Count results of",
            _POOL,
            {pooling.value: words for pooling, words in _POOLINGS.items()},
            default=Pooling.NONE,
            on_change=restart,
            help="Versions and vendors measure differently. They are put together only if you "
            "choose so, and never across two scales.",
        )
        if choice.pooling is not Pooling.NONE or len(measured) < 2:
            return
        names = {
            instrument_text(each.instrument): (
                f"{titles.get(each.instrument.vendor, each.instrument.vendor)} "
                f"{each.instrument.version or ''} ({each.count:,})"
            )
            for each in measured
        }
        url.follow(_INSTRUMENT, lambda texts: text_of(texts) if text_of(texts) in names else None)
        st.selectbox(
            "Instrument",
            tuple(names),
            key=_INSTRUMENT,
            format_func=lambda each: names[each],
            placeholder="The one with the most results",
            on_change=restart,
            args=(_INSTRUMENT,),
        )


def choice_of(pool: str, instrument: str) -> InstrumentChoice:
    """Return whose results a URL asks to count: a pooling, or `vendor|version`."""
    if pool in (Pooling.VERSIONS, Pooling.VENDORS):
        return InstrumentChoice(pooling=Pooling(pool))
    vendor, _, version = instrument.partition("|")
    if not vendor:
        return InstrumentChoice()
    return InstrumentChoice(instrument=Instrument(vendor=vendor, version=version or None))


def instrument_text(instrument: Instrument) -> str:
    """Return the text that `choice_of` reads back."""
    return f"{instrument.vendor}|{instrument.version or ''}"
