"""Section: where all this comes from; links, the vendor's own answer, the identity picture."""

from collections.abc import Callable

import streamlit as st

from components.documents.interview_particulars import provenance
from components.widgets.text import escaped
from services.models.document import StoredInterview
from services.models.interview import Asset, AssetKind
from services.models.report import InterviewReport

_LINKS = {
    AssetKind.REPORT: "The vendor's report (PDF)",
    AssetKind.TRANSCRIPT: "The vendor's transcript file",
    AssetKind.VIDEO: "The recording at the vendor",
    AssetKind.AUDIO: "The sound at the vendor",
}


def source_section(
    report: InterviewReport,
    *,
    payload: Callable[[str], bytes],
    identity_image: Callable[[str], Asset],
) -> None:
    """Draw the provenance line, links, and what is shown on request only."""
    stored, interview = report.stored, report.stored.interview
    st.header("Source", anchor=False, divider="gray")
    st.caption(escaped(provenance(report)))
    with st.container(horizontal=True):
        for asset in interview.assets:
            if asset.kind in _LINKS and asset.question_index is None:
                st.link_button(_LINKS[asset.kind], asset.url)
        st.download_button(
            "The vendor's answer (JSON)",
            lambda: payload(stored.id),
            file_name=f"{stored.id}.json",
            mime="application/json",
        )
    with st.expander("Show the vendor's answer here"):
        if st.toggle("Show", key="show-payload"):
            st.code(payload(stored.id).decode(errors="replace"), language="json", height=420)
    if any(asset.kind is AssetKind.IDENTITY_IMAGE for asset in interview.assets):
        _identity(stored, identity_image)


def _identity(stored: StoredInterview, identity_image: Callable[[str], Asset]) -> None:
    with st.expander("Identity picture"):
        st.caption("A picture of an identity card. Showing it is written to the log.")
        if st.button("Show the identity picture", key="show-identity"):
            st.link_button("Open the picture at the vendor", identity_image(stored.id).url)
