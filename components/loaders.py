"""The one door from Streamlit to the services: every `st.cache_*` is here."""
