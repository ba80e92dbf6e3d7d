"""Pure documents: what pages, exports and the command line say in the same words; no Streamlit."""
