"""The empty Streamlit page: a button and a number, so that a click changes something."""

import streamlit as st

st.session_state.setdefault("clicks", 0)
if st.button("Next", key="next"):
    st.session_state["clicks"] += 1
with st.container(key="count"):
    st.text(st.session_state["clicks"])
